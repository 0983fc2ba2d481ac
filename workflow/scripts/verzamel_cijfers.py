"""Rule verzamel_cijfers: the numbers of both halves in one file."""

import json
from collections.abc import Mapping
from pathlib import Path

from leefbaarheid.basis.schrijven import schrijf_json
from leefbaarheid.basis.taak import taak
from leefbaarheid.basis.tabel import lees_tabel
from leefbaarheid.basis.tabellen import wijkanalyses
from leefbaarheid.tekst.cijfers import lees_cijfers
from leefbaarheid.tekst.cijfers_wijkanalyses import vul_aan_met_wijkanalyses


def main(
    ontwikkeling: str | Path,
    tabellen: Mapping[str, str | Path],
    analyses: str | Path,
    uitvoer: str | Path,
) -> None:
    """Add the numbers of the wijkanalyses to those of the quantitative half; write them as JSON."""
    gelezen = json.loads(Path(analyses).read_text(encoding="utf-8"))
    inhoud = {naam: lees_tabel(pad, wijkanalyses.TABELLEN[naam]) for naam, pad in tabellen.items()}
    cijfers = vul_aan_met_wijkanalyses(lees_cijfers(ontwikkeling), inhoud, gelezen)
    schrijf_json(cijfers.inhoud, uitvoer)


if __name__ == "__main__":
    with taak(snakemake):
        invoer = snakemake.input
        main(
            invoer.ontwikkeling,
            {"wijkanalyses": invoer.wijkanalyses, "wijkprofielen": invoer.wijkprofielen},
            invoer.analyses,
            snakemake.output[0],
        )
