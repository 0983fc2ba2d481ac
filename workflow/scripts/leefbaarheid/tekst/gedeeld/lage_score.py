"""What a low score makes one expect, for hoofdrapport and bijlage."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import OVERIG
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabelwaarden import ALLE_OVERIGE, GEMIDDELDE
from leefbaarheid.tekst.gedeeld.robuustheid import heeft, rijen_van
from leefbaarheid.tekst.gedeeld.vergelijking import kant, naast
from leefbaarheid.tekst.stof import Stof


def selectiejaar(stof: Stof) -> int:
    """Return the year on whose score was selected; a list stands for the base year."""
    jaar: int = stof.editie["selectie"].get("jaar") or stof.editie["basisjaar"]
    return jaar


def naast_verwachting(stof: Stof, van: int, tot: int, kort: bool = False) -> str:
    """Lay a clear difference with the other eligible wijken beside what a low score gives.

    "" where there is no clear difference to explain, or the check is off or has no line.

    Args:
        kort: without the difference and its interval.
    """
    verschil = [r for r in naast(stof, van, tot, GEMIDDELDE) if r["vergeleken_met"] == OVERIG]
    if not verschil or not kant(verschil[0]) or not heeft(stof, "regressielijn"):
        return ""
    lijnen = rijen_van(stof, "regressielijn", van=van, tot=tot, lijn=ALLE_OVERIGE)
    if not lijnen:
        return ""
    rij = lijnen[0]
    uitkomst = kant(rij)
    if uitkomst is None:
        return ""
    verschil_tekst = (
        f"verschil {taal.verandering(rij['verschil'], 3)}; 95%-interval "
        f"{taal.interval(rij['ci_laag'], rij['ci_hoog'], 3)}"
    )
    woord = {
        1: "de selectie veranderde meer dan dat",
        -1: "de selectie veranderde minder dan dat",
        0: "daar week de selectie niet aantoonbaar van af",
    }[uitkomst]
    return (
        f"Doorgetrokken vanuit de overige {W.gebieden} was op grond van de score in "
        f"{selectiejaar(stof)} {taal.verandering(rij['verwacht'], 3)} punt te verwachten; {woord}"
        f"{'' if kort else f' ({verschil_tekst})'}."
    )
