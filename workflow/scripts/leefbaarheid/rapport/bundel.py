"""What lies beside the PDFs and tables in a publication: a guide, and licences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from leefbaarheid.basis.gebied import met_woorden

Bronblok = Mapping[str, Any]
"""A source of the register as plain data: see `bronblok`."""

LEESMIJ = """# {titel}

{ondertitel}. {fictief}Gemaakt met de onderzoekspijplijn *Kwetsbare wijken in beeld*,
versie {versie}{commit}.

| bestand | inhoud |
|---|---|
| `*.pdf` | het hoofdrapport en de bijlagen |
| `website/index.html` | *Zoek uw [[gebied]]*: pak de zip uit en open dit bestand in een browser |
| `tabellen/` | elke tabel achter de bladzijden, als csv |
| `cijfers.json` | de getallen van de lopende tekst, elk met naam, tabel en waarde |
| `manifest.json` | controlesommen van bronnen, code en uitvoer, versies en alle instellingen |
| `ro-crate-metadata.json` | hetzelfde als RO-Crate (Workflow Run Crate), voor archieven |
| `licenties.md` | wat er met deze publicatie en met haar bronnen mag |
| `code/Snakefile` | de werkstroom die dit maakte; de rest van de code staat in het project |

## Nagaan

Met het project en de bronbestanden bij de hand:

    make verifieer ZIP=publicatie.zip BRONNEN=<map met de bronbestanden>

Dat vergelijkt de controlesommen, maakt de editie opnieuw en rekent twintig willekeurige getallen na
met een ander programma. Zonder de bronbestanden vergelijkt het alleen wat in deze zip zit.

## In English

This archive holds the report *{titel}* (in Dutch), every table behind its pages as csv,
the numbers of its text (`cijfers.json`), and a manifest with checksums of sources, code and
outputs. {fictief_en}It can be rebuilt and verified with the project that made it:
`make verifieer ZIP=publicatie.zip BRONNEN=<folder with the source files>`.
"""
FICTIEF = "De gegevens zijn volledig fictief. "
FICTIEF_EN = "All data in it are fictional. "


def leesmij(editie: Mapping[str, Any], versie: str, commit: Mapping[str, Any] | None) -> str:
    """Return the guide of a publication.

    Args:
        editie: the checked edition.
        versie: of the pipeline.
        commit: from `lees_commit`.
    """
    teksten, fictief = editie["teksten"], editie["fictief"]
    return met_woorden(LEESMIJ).format(
        titel=teksten["titel"],
        ondertitel=teksten["ondertitel"],
        versie=versie,
        commit=f" (commit {commit['hash']})" if commit else "",
        fictief=FICTIEF if fictief else "",
        fictief_en=FICTIEF_EN if fictief else "",
    )


def licenties(editie: Mapping[str, Any], bronnen: Sequence[Bronblok]) -> str:
    """Return what may be done with a publication and with what it is made from.

    Args:
        editie: the checked edition.
        bronnen: its sources in the register; none for an edition with files of its own.
    """
    regels = [
        "# Licenties",
        "",
        f"Tekst, tabellen en figuren van deze publicatie: {editie['teksten']['licentie']}. "
        "De code die haar maakte: EUPL-1.2. De lettertypen: SIL Open Font License.",
        "",
    ]
    if not bronnen:
        return "\n".join([*regels, "De bronbestanden horen bij de editie zelf.", ""])
    regels += ["## Bronnen", ""]
    for bron in bronnen:
        licentie = bron["licentie"]
        adres = f" ({licentie['adres']})" if licentie["adres"] else ""
        regels.append(
            f"- **{bron['titel']}**. {bron['citeren']}. Licentie: {licentie['naam']}{adres}."
        )
        regels += [f"  {zin}" for zin in (licentie["voorwaarden"], bron["gebruik"]) if zin]
    regels.append("")
    niet = sorted({b["licentie"]["naam"] for b in bronnen if not b["licentie"]["commercieel"]})
    if niet:
        regels += [
            f"Wat met een bron onder {', '.join(niet)} is gemaakt, is niet voor commercieel "
            "gebruik. Het codeboek in de bijlage zegt per contextfactor welke licenties gelden.",
            "",
        ]
    return "\n".join(regels)
