"""Rule weeg_robuustheid: what changed the answer, factor by check, with a verdict per factor."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from leefbaarheid.basis.lezen import lees_csv, lees_tabellen
from leefbaarheid.basis.schrijven import schrijf_tabel
from leefbaarheid.basis.taak import taak
from leefbaarheid.basis.tabellen import data, modelcontroles, modellen, oordelen, waarnemingen
from leefbaarheid.toetsen.oordeel import weeg

CONTRACTEN = modellen.TABELLEN | modelcontroles.TABELLEN | waarnemingen.TABELLEN | oordelen.TABELLEN


def main(
    invoer: Mapping[str, str | Path],
    codeboek: str | Path,
    uit_oordeel: str | Path,
    uit_eindoordeel: str | Path,
    factoren: Sequence[str],
    primair: str,
    hoofdvenster: Sequence[int],
    hoofdmodel: str,
) -> None:
    """Write the table of checks and the verdicts.

    Args:
        invoer: path per table of the checks, and `regressie`.
        codeboek: labels of the factors.
        uit_oordeel, uit_eindoordeel: the two tables.
        factoren, primair, hoofdvenster, hoofdmodel: as in the edition config.
    """
    labels = lees_csv(codeboek, data.CODEBOEK).set_index("factor")["label"].to_dict()
    oordeel, eind = weeg(
        lees_tabellen(invoer, CONTRACTEN),
        factoren=factoren,
        labels=labels,
        primair=primair,
        hoofdvenster=hoofdvenster,
        hoofdmodel=hoofdmodel,
    )
    schrijf_tabel(oordeel, uit_oordeel, oordelen.OORDEEL)
    schrijf_tabel(eind, uit_eindoordeel, oordelen.EINDOORDEEL)


if __name__ == "__main__":
    with taak(snakemake):
        invoer, uitvoer = snakemake.input, snakemake.output
        main(
            dict(invoer.items()),
            invoer.codeboek,
            uitvoer.robuustheid_oordeel,
            uitvoer.robuustheid_eindoordeel,
            **dict(snakemake.params.items()),
        )
