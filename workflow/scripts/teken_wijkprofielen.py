"""Rule teken_wijkprofielen: a profile per wijkanalyse, and the themes beside each other."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from leefbaarheid import stijl
from leefbaarheid.figuren_wijkanalyses import alle_wijkfiguren
from leefbaarheid.figuurdelen import Kader, schrijf_figuren
from leefbaarheid.lezen import lees_csv
from leefbaarheid.taak import taak


def main(
    wijkprofielen: str | Path,
    wijkanalyses: str | Path,
    themas: str | Path,
    gemiddelden: str | Path,
    lettertypen: Sequence[str | Path],
    editie: Mapping[str, Any],
    uitvoer: str | Path,
) -> None:
    """Draw the figures beside the wijkanalyses; without analyses there are none.

    Args:
        wijkprofielen, wijkanalyses, themas: result tables of koppel_wijkanalyses.
        gemiddelden: result table with the means of the selection.
        lettertypen: font files of the house style.
        editie: the blocks of the edition config that figures use: jaren, eindjaar, klassen,
            teksten, fictief.
        uitvoer: folder to write, with figuren.json beside the SVG files.
    """
    stijl.stel_in(lettertypen)
    kader = Kader.uit_editie(
        editie["jaren"], editie["eindjaar"], editie["klassen"], editie["teksten"], editie["fictief"]
    )
    paden = (wijkprofielen, wijkanalyses, themas, gemiddelden)
    aantal = schrijf_figuren(alle_wijkfiguren(*map(lees_csv, paden), kader), uitvoer)
    print(f"{aantal} figuren")


if __name__ == "__main__":
    with taak(snakemake):
        invoer = snakemake.input
        main(
            wijkprofielen=invoer.wijkprofielen,
            wijkanalyses=invoer.wijkanalyses,
            themas=invoer.themas,
            gemiddelden=invoer.gemiddelden,
            lettertypen=invoer.lettertypen,
            editie=dict(snakemake.params.items()),
            uitvoer=snakemake.output[0],
        )
