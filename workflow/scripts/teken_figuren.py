"""Rule teken_figuren: the figures of the hoofdrapport and the bijlage Leefbaarheidsontwikkeling."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from leefbaarheid.basis.lezen import lees_csv
from leefbaarheid.basis.taak import taak
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.schrijven import schrijf_figuren
from leefbaarheid.figuren.delen.stijl import stel_in
from leefbaarheid.figuren.ontwikkeling.figuur_kaart import lees_grenzen
from leefbaarheid.figuren.ontwikkeling.overzicht import TABELLEN, alle_figuren


def main(
    tabellen: Mapping[str, str | Path],
    lettertypen: Sequence[str | Path],
    editie: Mapping[str, Any],
    grenzen: str | Path,
    uitvoer: str | Path,
) -> None:
    """Draw every figure that the tables allow.

    Args:
        tabellen: path per result table (`TABELLEN`).
        lettertypen: font files of the house style.
        editie: the blocks of the edition config that figures use: jaren, eindjaar, vensters,
            decompositie_vensters, klassen, clusters, stijgers_dalers, regressie, teksten, fictief.
        grenzen: borders of the gemeenten from the data stage; without rows there is no map.
        uitvoer: folder to write, with figuren.json beside the SVG files.
    """
    stel_in(lettertypen)
    kader = Kader.uit_editie(
        editie["jaren"], editie["eindjaar"], editie["klassen"], editie["teksten"], editie["fictief"]
    )
    figuren = alle_figuren(
        {naam: lees_csv(tabellen[naam]) for naam in TABELLEN},
        kader,
        vensters=editie["vensters"],
        decompositie_vensters=editie["decompositie_vensters"],
        clusters=editie["clusters"],
        stijgers_dalers_regel=editie["stijgers_dalers"],
        regressie=editie["regressie"],
        grenzen=lees_grenzen(grenzen),
    )
    print(f"{schrijf_figuren(figuren, uitvoer)} figuren")


if __name__ == "__main__":
    with taak(snakemake):
        invoer = snakemake.input
        main(
            tabellen={naam: getattr(invoer, naam) for naam in TABELLEN},
            lettertypen=invoer.lettertypen,
            editie=dict(snakemake.params.items()),
            grenzen=invoer.grenzen,
            uitvoer=snakemake.output[0],
        )
