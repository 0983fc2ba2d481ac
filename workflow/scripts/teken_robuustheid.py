"""Rule teken_robuustheid: the figures beside the checks."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from leefbaarheid.basis.lezen import lees_csv, lees_tabellen
from leefbaarheid.basis.taak import taak
from leefbaarheid.basis.tabellen import (
    data,
    jaren,
    modelcontroles,
    naar_gemiddelde,
    oordelen,
    trajecten,
    trajectgroepen,
    waarnemingen,
)
from leefbaarheid.editie.instellingen import Controlefiguurinstellingen
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.schrijven import schrijf_figuren
from leefbaarheid.figuren.delen.stijl import stel_in
from leefbaarheid.figuren.robuustheid.overzicht import alle_figuren

CONTRACTEN = (
    trajecten.TABELLEN
    | modelcontroles.TABELLEN
    | waarnemingen.TABELLEN
    | jaren.TABELLEN
    | naar_gemiddelde.TABELLEN
    | trajectgroepen.TABELLEN
    | oordelen.TABELLEN
)


def main(
    tabellen: Mapping[str, str | Path],
    codeboek: str | Path,
    lettertypen: Sequence[str | Path],
    instelling: Controlefiguurinstellingen,
    uitvoer: str | Path,
) -> None:
    """Draw the figures of the checks.

    Args:
        tabellen: path per table: `wijken` and those of the checks that are drawn.
        codeboek: labels of the factors.
        lettertypen: font files of the house style.
        instelling: what the figures show of the edition.
        uitvoer: folder to write, with figuren.json beside the SVG files.
    """
    stel_in(lettertypen)
    kader = Kader.uit_editie(**instelling.kader.gegevens())
    gelezen = {
        naam.removeprefix("robuustheid_"): tabel
        for naam, tabel in lees_tabellen(tabellen, CONTRACTEN).items()
    }
    labels = lees_csv(codeboek, data.CODEBOEK).set_index("factor")["label"].to_dict()
    figuren = alle_figuren(gelezen, labels, instelling.primaire_factoren, kader)
    print(f"{schrijf_figuren(figuren, uitvoer)} figuren")


if __name__ == "__main__":
    with taak(snakemake):
        invoer = snakemake.input
        main(
            dict(invoer.items()),
            invoer.codeboek,
            invoer.lettertypen,
            Controlefiguurinstellingen.uit_gegevens(snakemake.params.instelling),
            snakemake.output[0],
        )
