"""Rule teken_figuren: the figures of the hoofdrapport and the bijlage Leefbaarheidsontwikkeling."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from leefbaarheid.basis.lezen import lees_csv
from leefbaarheid.basis.taak import taak
from leefbaarheid.basis.tabellen import data, modellen, trajecten
from leefbaarheid.editie.instellingen import Figuurinstellingen
from leefbaarheid.figuren.delen.kaartvlak import lees_grenzen
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.schrijven import schrijf_figuren
from leefbaarheid.figuren.delen.stijl import stel_in
from leefbaarheid.figuren.ontwikkeling.overzicht import TABELLEN, alle_figuren

CONTRACTEN = trajecten.TABELLEN | modellen.TABELLEN


def main(
    tabellen: Mapping[str, str | Path],
    lettertypen: Sequence[str | Path],
    instelling: Figuurinstellingen,
    grenzen: str | Path,
    wijkgrenzen: str | Path,
    momenten: Sequence[Mapping[str, Any]],
    uitvoer: str | Path,
) -> None:
    """Draw every figure that the tables allow.

    Args:
        tabellen: path per result table (`TABELLEN`).
        lettertypen: font files of the house style.
        instelling: what the figures show of the edition.
        grenzen: borders of the gemeenten from the data stage; without rows there is no map of the
            country.
        wijkgrenzen: borders of the wijken; without rows maps of a gemeente have points.
        momenten: lines of the timeline of national policy.
        uitvoer: folder to write, with figuren.json beside the SVG files.
    """
    stel_in(lettertypen)
    kader = Kader.uit_editie(**instelling.kader.gegevens())
    gelezen = {naam: lees_csv(tabellen[naam], CONTRACTEN[naam]) for naam in TABELLEN}
    wijken = gelezen["wijken"]
    # only gemeenten with a selected wijk have a map: most borders need not be read
    met_kaart = wijken[wijken["gm_code"].isin(wijken.loc[wijken["in_selectie"], "gm_code"])]
    figuren = alle_figuren(
        gelezen,
        kader,
        vensters=instelling.vensters,
        decompositie_vensters=instelling.decompositie_vensters,
        clusters=instelling.clusters,
        stijgers_dalers_regel=instelling.stijgers_dalers,
        regressie=instelling.regressie,
        grenzen=lees_grenzen(grenzen, data.GRENZEN),
        momenten=momenten,
        wijkgrenzen=lees_grenzen(wijkgrenzen, data.WIJKGRENZEN, met_kaart["wk_code"]),
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
            wijkgrenzen=invoer.wijkgrenzen,
            momenten=snakemake.params.tijdlijn,
            uitvoer=snakemake.output[0],
        )
