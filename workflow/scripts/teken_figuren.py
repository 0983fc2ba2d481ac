"""Rule teken_figuren: the figures of the hoofdrapport and the bijlage Leefbaarheidsontwikkeling."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from leefbaarheid.basis.lezen import lees_csv
from leefbaarheid.basis.taak import taak
from leefbaarheid.basis.tabellen import modellen, trajecten
from leefbaarheid.editie.instellingen import Figuurinstellingen
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.schrijven import schrijf_figuren
from leefbaarheid.figuren.delen.stijl import stel_in
from leefbaarheid.figuren.ontwikkeling.figuur_kaart import lees_grenzen
from leefbaarheid.figuren.ontwikkeling.overzicht import TABELLEN, alle_figuren

CONTRACTEN = trajecten.TABELLEN | modellen.TABELLEN


def main(
    tabellen: Mapping[str, str | Path],
    lettertypen: Sequence[str | Path],
    instelling: Figuurinstellingen,
    grenzen: str | Path,
    uitvoer: str | Path,
) -> None:
    """Draw every figure that the tables allow.

    Args:
        tabellen: path per result table (`TABELLEN`).
        lettertypen: font files of the house style.
        instelling: what the figures show of the edition.
        grenzen: borders of the gemeenten from the data stage; without rows there is no map.
        uitvoer: folder to write, with figuren.json beside the SVG files.
    """
    stel_in(lettertypen)
    kader = Kader.uit_editie(**instelling.kader.gegevens())
    figuren = alle_figuren(
        {naam: lees_csv(tabellen[naam], CONTRACTEN[naam]) for naam in TABELLEN},
        kader,
        vensters=instelling.vensters,
        decompositie_vensters=instelling.decompositie_vensters,
        clusters=instelling.clusters,
        stijgers_dalers_regel=instelling.stijgers_dalers,
        regressie=instelling.regressie,
        grenzen=lees_grenzen(grenzen),
    )
    print(f"{schrijf_figuren(figuren, uitvoer)} figuren")


if __name__ == "__main__":
    with taak(snakemake):
        invoer = snakemake.input
        main(
            tabellen={naam: getattr(invoer, naam) for naam in TABELLEN},
            lettertypen=invoer.lettertypen,
            instelling=Figuurinstellingen.uit_gegevens(snakemake.params.instelling),
            grenzen=invoer.grenzen,
            uitvoer=snakemake.output[0],
        )
