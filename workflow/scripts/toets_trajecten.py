"""Rule toets_trajecten: regression to the mean, and trajectories from the data."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from leefbaarheid.basis.lezen import lees_csv
from leefbaarheid.basis.schrijven import schrijf_tabellen
from leefbaarheid.basis.taak import taak
from leefbaarheid.basis.tabellen import data, trajectcontroles, trajecten
from leefbaarheid.toetsen.trajectcontroles import toets_trajecten


def main(
    wijken: str | Path,
    bronwijken: str | Path,
    panel: str | Path,
    uitvoer: Mapping[str, str | Path],
    editie: Mapping[str, Any],
    vensters: Sequence[Sequence[int]],
) -> None:
    """Write the tables of the checks on the trajectories.

    Args:
        wijken: result table `wijken`.
        bronwijken, panel: tables of the data stage.
        uitvoer: path per table.
        editie: the blocks of the config that the checks use.
        vensters: windows to report on.
    """
    tabellen = toets_trajecten(
        lees_csv(wijken, trajecten.WIJKEN),
        lees_csv(bronwijken, data.BRONWIJKEN),
        lees_csv(panel, data.PANEL),
        editie,
        vensters,
    )
    schrijf_tabellen(tabellen, uitvoer, trajectcontroles.TABELLEN)


if __name__ == "__main__":
    with taak(snakemake):
        invoer = snakemake.input
        main(
            invoer.wijken,
            invoer.bronwijken,
            invoer.panel,
            dict(snakemake.output.items()),
            **dict(snakemake.params.items()),
        )
