"""The chapter Aannames of the bijlage Leefbaarheidsontwikkeling."""

from __future__ import annotations

from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.tekst.stof import Stof


def aannames(stof: Stof) -> list[str]:
    """Return the assumptions that bear on this edition, as list items.

    Those of another edition's config, of the wijkanalyses and, for real data, of the example
    data are left out. A text that several files have is that of the edition's own config.
    """
    eigen = f"config/edities/{stof.editie['editie']}.yaml"
    gezien: dict[str, str] = {}
    for aanname in stof.aannames:
        bestand = aanname["bestand"]
        ander = bestand.startswith("config/edities/") and bestand != eigen
        voorbeeld = "/voorbeeld/" in bestand
        elders = "/wijkanalyses/" in bestand
        if not ander and not elders and (stof.editie["fictief"] or not voorbeeld):
            waar = gezien.setdefault(aanname["tekst"], bestand)
            gezien[aanname["tekst"]] = bestand if bestand == eigen else waar
    return [
        f"{als_markdown(tekst)} (*{als_markdown(bestand.rsplit('/', 1)[-1])}*)"
        for tekst, bestand in gezien.items()
    ]
