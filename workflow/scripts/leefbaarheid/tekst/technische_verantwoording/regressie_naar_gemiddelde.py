"""What a low score makes one expect: reliability and simulation."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import SELECTIE
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabel import Rij, zoek
from leefbaarheid.basis.tabelwaarden import BEWEGING, MEER, MINDER, PAST, RUIS
from leefbaarheid.tekst.gedeeld.cellen import Cellen, venster
from leefbaarheid.tekst.gedeeld.lage_score import selectiejaar
from leefbaarheid.tekst.gedeeld.robuustheid import interval, punt, rijen_van
from leefbaarheid.tekst.gedeeld.selectie import is_lijst
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.technische_verantwoording.kern import interval_in_zin

OORDEEL_SIMULATIE = {
    MEER: "meer dan verwacht",
    MINDER: "minder dan verwacht",
    PAST: "niet aantoonbaar anders",
}
SLOTZIN = {
    PAST: "niet aantoonbaar anders dan meetruis alleen doet verwachten",
    MEER: "meer dan meetruis alleen doet verwachten",
    MINDER: "minder dan meetruis alleen doet verwachten",
}
"""What is observed against noise alone. The usual movement is not judged here: the population of
that model holds the selection itself, see `regressielijn`."""


def betrouwbaarheid_zin(stof: Stof) -> str:
    """Say how reliable the score on which was selected seems to be, with its interval.

    A list was not chosen on a score: there it is the score that the expectations start from.
    """
    wat = f"in {selectiejaar(stof)}" if is_lijst(stof) else "waarop gekozen is,"
    rij = rijen_van(stof, "simulatie")[0]
    R, laag, hoog = (taal.getal(rij[f"betrouwbaarheid{k}"], 3) for k in ("", "_laag", "_hoog"))
    return (
        f"De betrouwbaarheid van de score {wat} is geschat op {R} (95%-interval "
        f"{laag} tot {hoog}; één betekent geen meetruis; @sec-rob-meetfout)."
    )


def simulatie_vensters(stof: Stof) -> list[tuple[int, int]]:
    """Return the windows to speak about: the first one, and the main window."""
    rijen = rijen_van(stof, "simulatie", groep=SELECTIE)
    vensters = sorted({(rij["van"], rij["tot"]) for rij in rijen})
    hoofd = tuple(stof.editie["regressie"]["hoofdvenster"])
    return [v for i, v in enumerate(vensters) if i == 0 or v == hoofd]


def simulatie_zinnen(stof: Stof) -> str:
    """Say what noise alone makes one expect of a low score, beside what was observed."""
    return " ".join(_simulatie_zin(stof, *paar) for paar in simulatie_vensters(stof))


def _simulatie_zin(stof: Stof, van: int, tot: int) -> str:
    rijen = rijen_van(stof, "simulatie", groep=SELECTIE, van=van, tot=tot)
    ruis = zoek(rijen, model=RUIS)
    return (
        f"Tussen {van} en {tot} veranderde de score van de geselecteerde {W.gebieden} "
        f"met {punt(ruis['waargenomen'])} punt ten opzichte van het gemiddelde van alle "
        f"{W.gebieden} die in aanmerking kwamen (95%-interval "
        f"{interval_in_zin(ruis['ci_laag'], ruis['ci_hoog'])}): {SLOTZIN[ruis['oordeel']]} "
        f"({punt(ruis['verwacht'])}, bij een betrouwbaarheid van "
        f"{taal.getal(ruis['betrouwbaarheid'], 3)})."
    )


def simulatie_rijen(stof: Stof) -> list[Cellen]:
    """Return per window the observed change and what two models make one expect."""
    uit = []
    per_venster: dict[tuple[int, int], dict[str, Rij]] = {}
    for rij in rijen_van(stof, "simulatie", groep=SELECTIE):
        per_venster.setdefault((rij["van"], rij["tot"]), {})[rij["model"]] = rij
    for (van, tot), modellen in per_venster.items():
        ruis, beweging = modellen[RUIS], modellen[BEWEGING]
        waargenomen = f"{punt(ruis['waargenomen'])} ({interval(ruis['ci_laag'], ruis['ci_hoog'])})"
        uit.append([venster(van, tot), waargenomen])
        for rij in (ruis, beweging):
            grenzen = interval(rij["verwacht_laag"], rij["verwacht_hoog"])
            uit[-1] += [
                f"{punt(rij['verwacht'])} ({grenzen})",
                OORDEEL_SIMULATIE[rij["oordeel"]],
            ]
    return uit
