"""Rule weeg_robuustheid: what changed the answer, factor by check, with a verdict per factor."""

from collections.abc import Mapping
from pathlib import Path

from leefbaarheid.basis.lezen import lees_csv, lees_tabellen
from leefbaarheid.basis.schrijven import schrijf_tabellen
from leefbaarheid.basis.taak import taak
from leefbaarheid.basis.tabellen import data, oordelen
from leefbaarheid.basis.tabellen.alle import van_regel
from leefbaarheid.editie.instellingen import Oordeelinstellingen
from leefbaarheid.toetsen.oordeel import weeg

REGELS = ("schat_modellen", "toets_modellen", "bereken_specificatiecurve")
CONTRACTEN = {naam: tabel for regel in REGELS for naam, tabel in van_regel(regel).items()}
"""Every table of a check counts by itself, also that of a check that is new."""


def main(
    invoer: Mapping[str, str | Path],
    uitvoer: Mapping[str, str | Path],
    instelling: Oordeelinstellingen,
) -> None:
    """Write the table of checks and the verdicts.

    Args:
        invoer: path per table of the checks, of regressie, and of codeboek for the labels.
        uitvoer: path per table.
        instelling: factors, leading estimator and main regression of the edition.
    """
    labels = lees_csv(invoer["codeboek"], data.CODEBOEK).set_index("factor")["label"].to_dict()
    oordeel, eind = weeg(
        lees_tabellen(invoer, CONTRACTEN),
        factoren=instelling.factoren,
        labels=labels,
        primair=instelling.primair,
        hoofdvenster=instelling.hoofdvenster,
        hoofdmodel=instelling.hoofdmodel,
    )
    inhoud = {"robuustheid_oordeel": oordeel, "robuustheid_eindoordeel": eind}
    schrijf_tabellen(inhoud, uitvoer, oordelen.TABELLEN)


if __name__ == "__main__":
    with taak(snakemake):
        main(
            dict(snakemake.input.items()),
            dict(snakemake.output.items()),
            Oordeelinstellingen.uit_gegevens(snakemake.params.instelling),
        )
