"""Rule toets_modellen: the checks on the regressions."""

from collections.abc import Mapping
from pathlib import Path

from leefbaarheid.basis.lezen import lees_tabellen
from leefbaarheid.basis.schrijven import schrijf_tabellen
from leefbaarheid.basis.taak import taak
from leefbaarheid.basis.tabellen import data, modellen, trajecten
from leefbaarheid.basis.tabellen.alle import van_regel
from leefbaarheid.editie.instellingen import Modelcontroleinstellingen
from leefbaarheid.toetsen import modelcontroles
from leefbaarheid.toetsen.controles import draai_controles
from leefbaarheid.toetsen.modelopzet import Modelopzet

REGEL = "toets_modellen"


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
    opzet = Modelopzet(
        **lees_tabellen(invoer, data.TABELLEN | trajecten.TABELLEN | modellen.TABELLEN),
        factoren=instelling.factoren,
        basisjaar=instelling.basisjaar,
        instelling=instelling.regressie,
        inferentie=instelling.inferentie,
        vensters=instelling.vensters,
        crisisjaar=instelling.crisisjaar,
    )
    tabellen = draai_controles(modelcontroles, REGEL, opzet)
    schrijf_tabellen(tabellen, uitvoer, van_regel(REGEL))


if __name__ == "__main__":
    with taak(snakemake):
        main(
            dict(snakemake.input.items()),
            dict(snakemake.output.items()),
            Modelcontroleinstellingen.uit_gegevens(snakemake.params.instelling),
        )
