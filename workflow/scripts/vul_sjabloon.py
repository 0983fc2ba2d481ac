"""Rule vul_sjabloon: one template and all numbers become one Quarto document."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from leefbaarheid.basis.marge import marge_van, met_marge
from leefbaarheid.basis.schrijven import schrijf_tekst
from leefbaarheid.basis.taak import taak
from leefbaarheid.basis.tabel import lees_tabel
from leefbaarheid.basis.tabellen.alle import TABELLEN
from leefbaarheid.rapport.aannames import lees_document
from leefbaarheid.rapport.logboek import lees_logboek
from leefbaarheid.rapport.sjablonen import maak_omgeving, vul
from leefbaarheid.tekst.cijfers import lees_cijfers
from leefbaarheid.tekst.stof import Stof


def main(
    sjabloon: str | Path,
    cijfers: str | Path,
    tabellen: Mapping[str, str | Path],
    figuren: Sequence[str | Path],
    analyses: str | Path | None,
    aannames: str | Path | None,
    logboek: str | Path | None,
    editie: Mapping[str, Any],
    uitvoer: str | Path,
) -> None:
    """Fill a template.

    Args:
        sjabloon: reports/<document>/document.qmd.j2; shared parts are in reports/_delen.
        cijfers: JSON with the numbers.
        tabellen: path per result table.
        figuren: folders with figures, each with a figuren.json.
        analyses: JSON with the wijkanalyses, or None for a document that does not use them.
        aannames: docs/aannames.md, or None for a document that does not list them.
        logboek: docs/besluiten.md, or None for a document that does not tell from it.
        editie: the edition config, with the engine that renders as `editie.engine`.
        uitvoer: the .qmd.
    """
    sjabloon = Path(sjabloon)
    noten: dict[str, Any] = {}
    for map_ in map(Path, figuren):
        for naam, noot in json.loads((map_ / "figuren.json").read_text("utf-8")).items():
            noten[naam] = {**noot, "bestand": f"{map_.name}/{noot['bestand']}"}
    inhoud = {naam: lees_tabel(pad, TABELLEN[naam]) for naam, pad in tabellen.items()}
    if "marge" in inhoud:
        editie = met_marge(editie, marge_van(inhoud["marge"]))
    stof = Stof(
        editie,
        lees_cijfers(cijfers),
        inhoud,
        json.loads(Path(analyses).read_text("utf-8")) if analyses else [],
        lees_document(Path(aannames).read_text("utf-8")) if aannames else [],
        lees_logboek(Path(logboek).read_text("utf-8")) if logboek else [],
    )
    wortel = sjabloon.parents[1]
    omgeving = maak_omgeving([wortel], stof, noten)
    schrijf_tekst(vul(omgeving, sjabloon.relative_to(wortel).as_posix()), uitvoer)


if __name__ == "__main__":
    with taak(snakemake):
        invoer = snakemake.input
        main(
            sjabloon=invoer.sjabloon,
            cijfers=invoer.cijfers,
            tabellen={naam: pad for naam, pad in invoer.items() if naam in TABELLEN},
            figuren=invoer.figuren,
            analyses=invoer.get("analyses"),
            aannames=invoer.get("aannames"),
            logboek=invoer.get("logboek"),
            editie={**snakemake.params.editie, "engine": snakemake.params.engine},
            uitvoer=snakemake.output[0],
        )
