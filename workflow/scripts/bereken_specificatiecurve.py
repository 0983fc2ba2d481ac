"""Rule bereken_specificatiecurve: every reasonable specification, and the joint test."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from leefbaarheid.basis.lezen import lees_csv
from leefbaarheid.basis.schrijven import schrijf_tabel
from leefbaarheid.basis.taak import taak
from leefbaarheid.basis.tabellen import data, oordelen, trajecten
from leefbaarheid.toetsen.specificatiecurve import specificatiecurve
from leefbaarheid.toetsen.trekkingen import aantal, uit


def main(
    wijken: str | Path,
    context: str | Path,
    uit_specificaties: str | Path,
    uit_toets: str | Path,
    factoren: Sequence[str],
    basisjaar: int,
    regressie: Mapping[str, Any],
    inferentie: Mapping[str, Any],
) -> None:
    """Write the specifications and the joint test of the primary factors.

    Args:
        wijken, context: result table `wijken` and the factors.
        uit_specificaties, uit_toets: the two tables.
        factoren, basisjaar, regressie, inferentie: as in the edition config.
    """
    if not inferentie["controles"]["specificatiecurve"]:
        leeg = uit("specificaties", "toets")
        schrijf_tabel(leeg["specificaties"], uit_specificaties, oordelen.SPECIFICATIES)
        schrijf_tabel(leeg["toets"], uit_toets, oordelen.SPECIFICATIETOETS)
        return
    curve = specificatiecurve(
        lees_csv(wijken, trajecten.WIJKEN),
        lees_csv(context, data.CONTEXT),
        factoren=factoren,
        regressie=regressie,
        basisjaar=basisjaar,
        focale_factoren=inferentie["primaire_factoren"],
        trekkingen=aantal(inferentie, inferentie["trekkingen_curve"]),
        zaad=inferentie["zaad"],
    )
    print(f"{len(curve.specificaties)} specificaties")
    schrijf_tabel(curve.specificaties, uit_specificaties, oordelen.SPECIFICATIES)
    schrijf_tabel(curve.toets, uit_toets, oordelen.SPECIFICATIETOETS)


if __name__ == "__main__":
    with taak(snakemake):
        invoer, uitvoer = snakemake.input, snakemake.output
        main(
            invoer.wijken,
            invoer.context,
            uitvoer.robuustheid_specificaties,
            uitvoer.robuustheid_specificatietoets,
            **dict(snakemake.params.items()),
        )
