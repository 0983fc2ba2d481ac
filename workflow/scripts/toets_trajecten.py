"""Rule toets_trajecten: regression to the mean, and trajectories from the data."""

from collections.abc import Mapping
from pathlib import Path

from leefbaarheid.basis.lezen import lees_csv
from leefbaarheid.basis.marge import marge_van, met_marge
from leefbaarheid.basis.schrijven import schrijf_tabellen
from leefbaarheid.basis.taak import taak
from leefbaarheid.basis.tabel import lees_tabel
from leefbaarheid.basis.tabellen import data, trajecten
from leefbaarheid.basis.tabellen.alle import van_regel
from leefbaarheid.editie.instellingen import Trajectcontroleinstellingen
from leefbaarheid.toetsen import trajectcontroles
from leefbaarheid.toetsen.controles import draai_controles
from leefbaarheid.toetsen.trajectopzet import Trajectopzet

REGEL = "toets_trajecten"


def main(
    invoer: Mapping[str, str | Path],
    uitvoer: Mapping[str, str | Path],
    instelling: Trajectcontroleinstellingen,
) -> None:
    """Write the tables of the checks on the trajectories.

    Args:
        invoer: paths of wijken and marge, and of bronwijken and panel of the data stage.
        uitvoer: path per table.
        instelling: years, selection, cluster rule and checks of the edition.
    """
    delta = marge_van(lees_tabel(invoer["marge"], trajecten.MARGE))
    opzet = Trajectopzet(
        lees_csv(invoer["wijken"], trajecten.WIJKEN),
        lees_csv(invoer["bronwijken"], data.BRONWIJKEN),
        lees_csv(invoer["panel"], data.PANEL),
        met_marge(instelling.gegevens(), delta),
        instelling.vensters,
    )
    tabellen = draai_controles(trajectcontroles, REGEL, opzet)
    schrijf_tabellen(tabellen, uitvoer, van_regel(REGEL))


if __name__ == "__main__":
    with taak(snakemake):
        main(
            dict(snakemake.input.items()),
            dict(snakemake.output.items()),
            Trajectcontroleinstellingen.uit_gegevens(snakemake.params.instelling),
        )
