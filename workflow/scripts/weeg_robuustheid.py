"""Rule weeg_robuustheid: what changed the answer, factor by check, with a verdict per factor."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from leefbaarheid.basis.lezen import lees_csv
from leefbaarheid.basis.schrijven import schrijf_tabel
from leefbaarheid.basis.taak import taak
from leefbaarheid.toetsen.oordeel import weeg


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
    labels = lees_csv(codeboek).set_index("factor")["label"].to_dict()
    oordeel, eind = weeg(
        {naam: lees_csv(pad) for naam, pad in invoer.items()},
        factoren=factoren,
        labels=labels,
        primair=primair,
        hoofdvenster=hoofdvenster,
        hoofdmodel=hoofdmodel,
    )
    schrijf_tabel(oordeel, uit_oordeel)
    schrijf_tabel(eind, uit_eindoordeel)


if __name__ == "__main__":
    with taak(snakemake):
        invoer, uitvoer = snakemake.input, snakemake.output
        tabellen = {naam: pad for naam, pad in invoer.items() if naam not in ("code", "codeboek")}
        main(
            tabellen,
            invoer.codeboek,
            uitvoer.robuustheid_oordeel,
            uitvoer.robuustheid_eindoordeel,
            **dict(snakemake.params.items()),
        )
