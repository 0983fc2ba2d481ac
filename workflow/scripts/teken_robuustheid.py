"""Rule teken_robuustheid: the figures beside the checks."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from leefbaarheid.basis.lezen import lees_csv
from leefbaarheid.basis.taak import taak
from leefbaarheid.figuren import afhankelijkheid as figuren_afhankelijkheid
from leefbaarheid.figuren import invloed as figuren_invloed
from leefbaarheid.figuren import robuust as figuren_robuust
from leefbaarheid.figuren import stijl
from leefbaarheid.figuren.delen import Kader, Toelichting, schrijf_figuren
from leefbaarheid.figuren.specificaties import specificatiecurven

TABELLEN = (
    "partieel",
    "punten",
    "circulariteit",
    "trajectlijnen",
    "trajectmaten",
    "trajectindeling",
    "simulatie",
    "specificaties",
    "specificatietoets",
)


def alle_figuren(
    tabellen: Mapping[str, pd.DataFrame],
    labels: Mapping[str, str],
    primaire_factoren: Sequence[str],
    kader: Kader,
) -> Iterator[tuple[str, Figure, Toelichting]]:
    """Yield name, figure and note for every check that is on and has something to draw.

    A check that is off has a table with only the column `reden`.
    """

    def aan(*namen: str) -> bool:
        return all(set(tabellen[naam].columns) != {"reden"} for naam in namen)

    makers = {
        "partiele_residuen": (("partieel",), figuren_invloed.partiele_residuen),
        "invloed": (("punten",), figuren_invloed.invloed),
        "circulariteit": (("circulariteit",), figuren_afhankelijkheid.circulariteit),
        "trajectgroepen": (("trajectlijnen", "trajectmaten"), figuren_robuust.trajectgroepen),
        "trajectgroepen_wijken": (
            ("wijken", "trajectindeling", "trajectlijnen", "trajectmaten"),
            figuren_robuust.trajectgroepen_wijken,
        ),
        "regressie_naar_gemiddelde": (("simulatie",), figuren_robuust.regressie_naar_gemiddelde),
    }
    for naam, (nodig, maak) in makers.items():
        if aan(*nodig):
            beeld = maak(*(tabellen[tabel] for tabel in nodig), kader)
            if beeld is not None:
                yield naam, *beeld
    if aan("specificaties", "specificatietoets"):
        yield from specificatiecurven(
            tabellen["specificaties"],
            tabellen["specificatietoets"],
            labels,
            kader,
            primaire_factoren,
        )


def main(
    tabellen: Mapping[str, str | Path],
    codeboek: str | Path,
    lettertypen: Sequence[str | Path],
    editie: Mapping[str, Any],
    primaire_factoren: Sequence[str],
    uitvoer: str | Path,
) -> None:
    """Draw the figures of the checks.

    Args:
        tabellen: path per table: `TABELLEN`, and `wijken`.
        codeboek: labels of the factors.
        lettertypen: font files of the house style.
        editie: jaren, eindjaar, klassen, teksten and fictief of the config.
        primaire_factoren: factors whose specification curve is drawn.
        uitvoer: folder to write, with figuren.json beside the SVG files.
    """
    stijl.stel_in(lettertypen)
    kader = Kader.uit_editie(
        editie["jaren"], editie["eindjaar"], editie["klassen"], editie["teksten"], editie["fictief"]
    )
    gelezen = {naam: lees_csv(pad) for naam, pad in tabellen.items()}
    labels = lees_csv(codeboek).set_index("factor")["label"].to_dict()
    beelden = alle_figuren(gelezen, labels, primaire_factoren, kader)
    print(f"{schrijf_figuren(beelden, uitvoer)} figuren")


if __name__ == "__main__":
    with taak(snakemake):
        invoer, params = snakemake.input, dict(snakemake.params.items())
        primair = params.pop("primaire_factoren")
        main(
            {naam: getattr(invoer, f"robuustheid_{naam}") for naam in TABELLEN}
            | {"wijken": invoer.wijken},
            invoer.codeboek,
            invoer.lettertypen,
            params,
            primair,
            snakemake.output[0],
        )
