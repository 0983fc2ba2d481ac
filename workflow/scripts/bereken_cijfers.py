"""Rule bereken_cijfers: every number of the quantitative half that prose can use."""

from collections.abc import Mapping
from pathlib import Path

from leefbaarheid.basis.schrijven import schrijf_json
from leefbaarheid.basis.taak import taak
from leefbaarheid.basis.tabel import lees_tabel
from leefbaarheid.basis.tabellen.alle import TABELLEN
from leefbaarheid.tekst.cijfers_ontwikkeling import bereken_cijfers


def main(tabellen: Mapping[str, str | Path], uitvoer: str | Path) -> None:
    """Read the result tables (path per name) and write the numbers as JSON."""
    inhoud = {naam: lees_tabel(pad, TABELLEN[naam]) for naam, pad in tabellen.items()}
    cijfers = bereken_cijfers(inhoud)
    print(f"{len(cijfers.inhoud)} cijfers")
    schrijf_json(cijfers.inhoud, uitvoer)


if __name__ == "__main__":
    with taak(snakemake):
        invoer = {naam: pad for naam, pad in snakemake.input.items() if naam != "code"}
        main(invoer, snakemake.output[0])
