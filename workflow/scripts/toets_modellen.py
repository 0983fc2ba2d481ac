"""Rule toets_modellen: the checks on the regressions."""

from collections.abc import Mapping
from pathlib import Path

from leefbaarheid.basis.lezen import lees_tabellen
from leefbaarheid.basis.schrijven import schrijf_tabellen
from leefbaarheid.basis.taak import taak
from leefbaarheid.basis.tabellen import data, modelcontroles, modellen, trajecten, waarnemingen
from leefbaarheid.editie.instellingen import Modelcontroleinstellingen
from leefbaarheid.toetsen.modelcontroles import Opzet, toets_modellen


def main(
    invoer: Mapping[str, str | Path],
    uitvoer: Mapping[str, str | Path],
    instelling: Modelcontroleinstellingen,
) -> None:
    """Write the tables of the checks.

    Args:
        invoer: paths of wijken, context, codeboek, panel and regressie.
        uitvoer: path per table.
        instelling: factors, regressions and checks of the edition.
    """
    opzet = Opzet(
        **lees_tabellen(invoer, data.TABELLEN | trajecten.TABELLEN | modellen.TABELLEN),
        factoren=instelling.factoren,
        basisjaar=instelling.basisjaar,
        instelling=instelling.regressie,
        inferentie=instelling.inferentie,
    )
    tabellen = toets_modellen(opzet, instelling.vensters)
    schrijf_tabellen(tabellen, uitvoer, modelcontroles.TABELLEN | waarnemingen.TABELLEN)


if __name__ == "__main__":
    with taak(snakemake):
        main(
            dict(snakemake.input.items()),
            dict(snakemake.output.items()),
            Modelcontroleinstellingen.uit_gegevens(snakemake.params.instelling),
        )
