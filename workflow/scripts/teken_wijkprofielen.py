"""Rule teken_wijkprofielen: a profile per wijkanalyse, and the themes beside each other."""

from collections.abc import Sequence
from pathlib import Path

from leefbaarheid.basis.hergebruik import hergebruik
from leefbaarheid.basis.taak import taak
from leefbaarheid.editie.instellingen import Kaderinstellingen


def main(
    wijkprofielen: str | Path,
    wijkanalyses: str | Path,
    themas: str | Path,
    gemiddelden: str | Path,
    lettertypen: Sequence[str | Path],
    instelling: Kaderinstellingen,
    uitvoer: str | Path,
    processen: int = 1,
) -> None:
    """Draw the figures beside the wijkanalyses; without analyses there are none.

    Args:
        wijkprofielen, wijkanalyses, themas: result tables of koppel_wijkanalyses.
        gemiddelden: result table with the means of the selection.
        lettertypen: font files of the house style.
        instelling: what every figure shows of the edition.
        uitvoer: folder to write, with figuren.json beside the SVG files.
        processen: how many figures are drawn at once.
    """
    # a second of imports, which a step that has its figures already does without
    from leefbaarheid.basis.lezen import lees_csv
    from leefbaarheid.basis.tabellen import trajecten
    from leefbaarheid.basis.tabellen import wijkanalyses as contract
    from leefbaarheid.figuren.delen.kader import Kader
    from leefbaarheid.figuren.delen.schrijven import schrijf_figuren
    from leefbaarheid.figuren.delen.stijl import stel_in
    from leefbaarheid.figuren.wijkanalyses.overzicht import alle_figuren

    stel_in(lettertypen)
    kader = Kader.uit_editie(**instelling.gegevens())
    figuren = alle_figuren(
        lees_csv(wijkprofielen, contract.WIJKPROFIELEN),
        lees_csv(wijkanalyses, contract.WIJKANALYSES),
        lees_csv(themas, contract.THEMAS),
        lees_csv(gemiddelden, trajecten.GEMIDDELDEN),
        kader,
    )
    print(f"{schrijf_figuren(figuren, uitvoer, processen)} figuren")


if __name__ == "__main__":
    with taak(snakemake), hergebruik(snakemake) as nodig:
        invoer = snakemake.input
        if nodig:
            main(
                wijkprofielen=invoer.wijkprofielen,
                wijkanalyses=invoer.wijkanalyses,
                themas=invoer.themas,
                gemiddelden=invoer.gemiddelden,
                lettertypen=invoer.lettertypen,
                instelling=Kaderinstellingen.uit_gegevens(snakemake.params.instelling),
                uitvoer=snakemake.output[0],
                processen=snakemake.resources.processen,
            )
