"""Estimate the regressions of the edition: coefficients, diagnostics, VIF and loss of cases."""

from collections.abc import Mapping
from pathlib import Path

from leefbaarheid.analyse.regressietabellen import schat_modellen
from leefbaarheid.analyse.schatter import Schatter
from leefbaarheid.basis.lezen import lees_csv
from leefbaarheid.basis.schrijven import schrijf_tabellen
from leefbaarheid.basis.taak import taak
from leefbaarheid.basis.tabellen import data, modellen, trajecten
from leefbaarheid.editie.instellingen import Modelinstellingen


def main(
    invoer: Mapping[str, str | Path],
    uitvoer: Mapping[str, str | Path],
    instelling: Modelinstellingen,
) -> None:
    """Read the tables, estimate all models, write the four result tables.

    Args:
        invoer: paths of wijken, context and codeboek.
        uitvoer: path per table.
        instelling: factors, regressions and primary estimator of the edition.
    """
    tabellen = schat_modellen(
        lees_csv(invoer["wijken"], trajecten.WIJKEN),
        lees_csv(invoer["context"], data.CONTEXT),
        lees_csv(invoer["codeboek"], data.CODEBOEK),
        regressie=instelling.regressie,
        factoren=instelling.factoren,
        basisjaar=instelling.basisjaar,
        schatter=Schatter.van_editie(instelling.inferentie),
    )
    inhoud = {
        "regressie": tabellen.regressie,
        "regressie_diagnose": tabellen.diagnose,
        "vif": tabellen.vif,
        "verlies": tabellen.verlies,
    }
    schrijf_tabellen(inhoud, uitvoer, modellen.TABELLEN)


if __name__ == "__main__":
    with taak(snakemake):
        main(
            dict(snakemake.input.items()),
            dict(snakemake.output.items()),
            Modelinstellingen.uit_gegevens(snakemake.params.instelling),
        )
