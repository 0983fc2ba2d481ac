"""Rule toets_modellen: the checks on the regressions."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from leefbaarheid.basis.lezen import lees_csv
from leefbaarheid.basis.schrijven import schrijf_tabel
from leefbaarheid.basis.taak import taak
from leefbaarheid.toetsen.modelcontroles import Opzet, toets_modellen


def main(
    invoer: Mapping[str, str | Path],
    uitvoer: Mapping[str, str | Path],
    factoren: Sequence[str],
    basisjaar: int,
    regressie: Mapping[str, Any],
    inferentie: Mapping[str, Any],
    vensters: Sequence[Sequence[int]],
) -> None:
    """Write the tables of the checks.

    Args:
        invoer: paths of wijken, context, codeboek, panel and regressie.
        uitvoer: path per table.
        factoren, basisjaar, regressie, inferentie: as in the edition config.
        vensters: windows that may have dimension scores.
    """
    opzet = Opzet(
        **{naam: lees_csv(pad) for naam, pad in invoer.items()},
        factoren=factoren,
        basisjaar=basisjaar,
        instelling=regressie,
        inferentie=inferentie,
    )
    tabellen = toets_modellen(opzet, vensters)
    for naam, pad in uitvoer.items():
        schrijf_tabel(tabellen[naam], pad)


if __name__ == "__main__":
    with taak(snakemake):
        namen = ("wijken", "context", "codeboek", "panel", "regressie")
        main(
            {naam: getattr(snakemake.input, naam) for naam in namen},
            dict(snakemake.output.items()),
            **dict(snakemake.params.items()),
        )
