"""Rule bereken_specificatiecurve: every reasonable specification, and the joint test."""

from collections.abc import Mapping
from pathlib import Path

from leefbaarheid.analyse.trekkingen import aantal
from leefbaarheid.basis.lezen import lees_csv
from leefbaarheid.basis.schrijven import schrijf_tabellen
from leefbaarheid.basis.taak import taak
from leefbaarheid.basis.tabellen import data, oordelen, trajecten
from leefbaarheid.editie.instellingen import Specificatieinstellingen
from leefbaarheid.toetsen.specificatiecurve import specificatiecurve
from leefbaarheid.toetsen.trekkingen import uit


def main(
    invoer: Mapping[str, str | Path],
    uitvoer: Mapping[str, str | Path],
    instelling: Specificatieinstellingen,
) -> None:
    """Write the specifications and the joint test of the primary factors.

    Args:
        invoer: paths of wijken, context and codeboek.
        uitvoer: path per table.
        instelling: factors, regressions and checks of the edition.
    """
    inferentie = instelling.inferentie
    if not inferentie["controles"]["specificatiecurve"]:
        schrijf_tabellen(uit(*uitvoer), uitvoer, oordelen.TABELLEN)
        return
    codeboek = lees_csv(invoer["codeboek"], data.CODEBOEK)
    curve = specificatiecurve(
        lees_csv(invoer["wijken"], trajecten.WIJKEN),
        lees_csv(invoer["context"], data.CONTEXT),
        factoren=instelling.factoren,
        regressie=instelling.regressie,
        basisjaar=instelling.basisjaar,
        focale_factoren=inferentie["primaire_factoren"],
        peiljaren=dict(zip(codeboek["factor"], codeboek["peiljaar"], strict=True)),
        trekkingen=aantal(inferentie, inferentie["trekkingen_curve"]),
        zaad=inferentie["zaad"],
    )
    print(f"{len(curve.specificaties)} specificaties")
    inhoud = {
        "robuustheid_specificaties": curve.specificaties,
        "robuustheid_specificatietoets": curve.toets,
    }
    schrijf_tabellen(inhoud, uitvoer, oordelen.TABELLEN)


if __name__ == "__main__":
    with taak(snakemake):
        main(
            dict(snakemake.input.items()),
            dict(snakemake.output.items()),
            Specificatieinstellingen.uit_gegevens(snakemake.params.instelling),
        )
