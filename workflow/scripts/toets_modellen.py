"""Rule toets_modellen: the checks on the regressions."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from leefbaarheid.basis.lezen import lees_tabellen
from leefbaarheid.basis.schrijven import schrijf_tabellen
from leefbaarheid.basis.taak import taak
from leefbaarheid.basis.tabellen import data, modelcontroles, modellen, trajecten, waarnemingen
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
        **lees_tabellen(invoer, data.TABELLEN | trajecten.TABELLEN | modellen.TABELLEN),
        factoren=factoren,
        basisjaar=basisjaar,
        instelling=regressie,
        inferentie=inferentie,
    )
    tabellen = toets_modellen(opzet, vensters)
    schrijf_tabellen(tabellen, uitvoer, modelcontroles.TABELLEN | waarnemingen.TABELLEN)


if __name__ == "__main__":
    with taak(snakemake):
        main(
            dict(snakemake.input.items()),
            dict(snakemake.output.items()),
            **dict(snakemake.params.items()),
        )
