"""Rule controleer_tabellen: every result table against its whole contract, and their codebook."""

import csv
from collections.abc import Sequence
from pathlib import Path

from leefbaarheid.basis.hergebruik import hergebruik
from leefbaarheid.basis.taak import taak


def main(tabellen: Sequence[str], uitvoer: str | Path) -> None:
    """Write what each column of each table means, if all tables keep to their contracts.

    The one place where the whole contract of every result table is checked: docs/besluiten/0040.

    Raises:
        InvoerFout: a table does not keep to its contract; nothing is written.
    """
    # a second of imports, which a step whose tables are the same does without
    import pandas as pd

    from leefbaarheid.basis.contractschema import controleer_bestanden, controleer_tabel
    from leefbaarheid.basis.schrijven import schrijf_tabel
    from leefbaarheid.basis.tabellen.alle import van_pad
    from leefbaarheid.basis.tabellen.codeboek import CODEBOEK_TABELLEN
    from leefbaarheid.rapport.codeboek import kolomrijen

    contracten = [(pad, van_pad(pad)) for pad in tabellen]
    controleer_bestanden(contracten)
    codeboek = pd.DataFrame(kolomrijen((tabel, _kop(pad)) for pad, tabel in contracten))
    controleer_tabel(codeboek, CODEBOEK_TABELLEN)
    schrijf_tabel(codeboek, uitvoer, CODEBOEK_TABELLEN)
    print(f"{len(tabellen)} tabellen voldoen aan hun contract")


def _kop(pad: str) -> list[str]:
    """Return the columns of a csv."""
    with Path(pad).open(encoding="utf-8", newline="") as bestand:
        return next(csv.reader(bestand))


if __name__ == "__main__":
    with taak(snakemake), hergebruik(snakemake) as nodig:
        if nodig:
            main(snakemake.input.tabellen, snakemake.output.codeboek_tabellen)
