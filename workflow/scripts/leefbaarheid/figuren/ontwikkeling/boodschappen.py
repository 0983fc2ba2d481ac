"""What a figure says, in one sentence above it; each from the numbers that the figure draws.

A sentence counts or gives the numbers at both ends. It calls nothing higher or lower than something
else where the figure has no test or margin for that, and where all read the same it says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import CLUSTERS, NIET_INGEDEELD
from leefbaarheid.basis.gebied import W
from leefbaarheid.figuren.delen.toelichting import marge, venster, wijken_tekst


def verloop(selectie: Sequence[float], land: Sequence[float], jaren: tuple[int, int]) -> str:
    """Return how the mean score of the selection went, and that of all wijken.

    Args:
        selectie, land: mean scores by year; `land` may be empty.
        jaren: the first and the last year of the scores.
    """
    if jaren[0] == jaren[1]:
        return ""
    eigen = _ging(selectie, jaren)
    zin = f"Het gemiddelde van de geselecteerde {W.gebieden} {eigen}"
    if not len(land):
        return zin
    # one verb for two clauses that say the same
    ander = _ging(land)
    if ander.split()[0] == eigen.split()[0]:
        ander = ander.partition(" ")[2]
    return f"{zin}, dat van alle {W.gebieden} {ander}"


def _ging(reeks: Sequence[float], jaren: tuple[int, int] | None = None) -> str:
    """Return "ging van 3,82 in 2002 naar 3,96 in 2022", or "was in 2002 en in 2022 3,82"."""
    van, naar = taal.score(reeks[0]), taal.score(reeks[-1])
    if van == naar:
        return f"was in {jaren[0]} en in {jaren[1]} {van}" if jaren else f"was beide keren {van}"
    in_jaar = [f" in {jaar}" for jaar in jaren] if jaren else ["", ""]
    return f"ging van {van}{in_jaar[0]} naar {naar}{in_jaar[1]}"


def per_cluster(eindscores: Mapping[str, float], jaar: int) -> str:
    """Return between which clusters the mean scores of the last year lie.

    Args:
        eindscores: mean score by cluster; wijken outside the clusters are left out.
        jaar: the last year.
    """
    clusters = {naam: waarde for naam, waarde in eindscores.items() if naam in ECHTE_CLUSTERS}
    if len(clusters) < 2:
        return ""
    return f"In {jaar} {_loopt('lopen', 'zijn', clusters, taal.score, 'de gemiddelden')}"


MEESTE_NAMEN = 4
"""So many names at one end of a range; more are counted, so that a message stays short."""
ECHTE_CLUSTERS = frozenset(CLUSTERS) - {NIET_INGEDEELD}


def dalers_per_periode(aandelen: Mapping[tuple[int, int], float]) -> str:
    """Return between which shares of the selection fell, per window.

    Args:
        aandelen: share (0-1) of the selection that fell, by window (van, tot).
    """
    per_venster = {venster(*paar): aandeel for paar, aandeel in aandelen.items()}
    if len(per_venster) == 1:
        ((paar, aandeel),) = per_venster.items()
        return (
            f"In de periode {paar} daalde {taal.procent(aandeel)} van de geselecteerde {W.gebieden}"
        )
    uiteen = _loopt("loopt", "is", per_venster, taal.procent, f"het aandeel dalende {W.gebieden}")
    return f"In de selectie {uiteen}"


def grootste_cluster(aantallen: Mapping[str, int]) -> str:
    """Return which cluster holds most wijken; ties together, nothing where no cluster has any."""
    clusters = {naam: n for naam, n in aantallen.items() if naam in ECHTE_CLUSTERS and n}
    if not clusters:
        return ""
    meeste, totaal = max(clusters.values()), sum(aantallen.values())
    namen = [naam for naam, n in clusters.items() if n == meeste]
    if len(namen) == 1:
        valt = taal.meervoud(meeste, "valt", "vallen")
        return f"In {namen[0]}, het grootste cluster, {valt} {_van_de(meeste, totaal)}"
    return f"De grootste clusters zijn even groot: {taal.opsomming(namen)}, elk met {meeste}"


def veranderd(gestegen: int, gedaald: int, totaal: int, paar: tuple[int, int], delta: float) -> str:
    """Return in how many wijken the score rose and fell by more than the margin.

    Args:
        gestegen, gedaald, totaal: numbers of wijken.
        paar: the window (van, tot).
        delta: tolerance in score points.
    """
    veel = f"tussen {paar[0]} en {paar[1]} meer dan {marge(delta)} punt"
    steeg = f"De score steeg {veel} in {_van_de(gestegen, totaal)}"
    if gestegen == totaal:
        return steeg
    return f"{steeg} en daalde in {taal.hoeveel(gedaald)}"


def in_een_gemeente(naam: str, gestegen: int, gedaald: int, totaal: int) -> str:
    """Return in how many wijken of one gemeente the score rose and fell by more than the margin."""
    if not gestegen and not gedaald:
        return f"In {naam} bleef de score in {_van_de(totaal, totaal)} binnen de marge"
    if not gestegen:
        return f"In {naam} daalde de score in {_van_de(gedaald, totaal)} meer dan de marge"
    steeg = f"In {naam} steeg de score in {_van_de(gestegen, totaal)} meer dan de marge"
    if gestegen == totaal:
        return steeg
    return f"{steeg} en daalde zij in {taal.hoeveel(gedaald)}"


def bijdragen(per_dimensie: Mapping[str, float], paar: tuple[int, int]) -> str:
    """Return between which dimensions the contributions to the change of the selection lie."""
    uiteen = _loopt("lopen", "zijn", per_dimensie, lambda w: taal.verandering(w, 3))
    return f"De bijdragen aan de verandering {venster(*paar)} van de selectie {uiteen}"


def stijgers_en_dalers(veranderingen: Mapping[str, float], paar: tuple[int, int]) -> str:
    """Return between which changes the wijken of a list lie, each end with its wijk.

    Args:
        veranderingen: change of the score by wijk ("Tuindorp in Havermeer").
        paar: the window (van, tot).
    """
    tussen = f"tussen {paar[0]} en {paar[1]}"
    if len(veranderingen) == 1:
        ((naam, waarde),) = veranderingen.items()
        return f"De score van {naam} veranderde {tussen} met {taal.verandering(waarde)} punt"
    uiteen = _loopt("lopen", "zijn", veranderingen, taal.verandering)
    return f"De veranderingen {tussen} {uiteen}"


def na_de_paren(
    stijgers: Sequence[float], dalers: Sequence[float], paar: tuple[int, int], delta: float
) -> str:
    """Return of how many wijken in the pairs the score rose after the window, beyond the margin.

    Args:
        stijgers, dalers: change after the window, of the wijken drawn that have one.
        paar: the last year of the window, and the last year of the scores.
        delta: tolerance in score points.
    """
    if not stijgers or not dalers or paar[0] == paar[1]:
        return ""
    tussen = f"Tussen {paar[0]} en {paar[1]}"
    if len(stijgers) == len(dalers) == 1:
        daler, stijger = (taal.verandering(reeks[0]) for reeks in (dalers, stijgers))
        return (
            f"{tussen} veranderde de score van de daler met {daler} punt en die van de stijger met "
            f"{stijger}"
        )
    veel = f"meer dan {marge(delta)} punt"
    bij_dalers, bij_stijgers = _steeg(dalers, "daler", delta), _steeg(stijgers, "stijger", delta)
    return f"{tussen} steeg de score {veel} bij {bij_dalers} en bij {bij_stijgers}"


def _steeg(veranderingen: Sequence[float], woord: str, delta: float) -> str:
    """Return "acht van de negen dalers": of how many the score rose by more than the margin."""
    steeg, n = sum(waarde > delta for waarde in veranderingen), len(veranderingen)
    if steeg == n:
        return taal.alle_van(n, woord, f"{woord}s")
    return f"{taal.hoeveel(steeg)} van de {taal.telwoord(n)} {woord}s" if n > 1 else f"geen {woord}"


def _van_de(n: int, totaal: int) -> str:
    """Return "geen van de 140 wijken", "alle 140 wijken" or "25 van de 140 wijken"."""
    if n == totaal:
        return taal.alle_van(totaal, W.gebied, W.gebieden)
    return f"{taal.hoeveel(n)} van de {wijken_tekst(totaal)}"


def _loopt(
    werkwoord: str,
    gelijk: str,
    waarden: Mapping[str, float],
    opmaak: Callable[[float], str],
    onderwerp: str = "",
) -> str:
    """Return "lopen de gemiddelden uiteen van 3,88 (Terugval) tot 4,07 (Succes!)".

    Values that read the same are named together; where all do, the sentence gives that one value.
    """
    gelezen = {naam: opmaak(waarde) for naam, waarde in waarden.items()}
    laag = gelezen[min(waarden, key=lambda naam: waarden[naam])]
    hoog = gelezen[max(waarden, key=lambda naam: waarden[naam])]
    wie = f" {onderwerp}" if onderwerp else ""  # where the sentence does not begin with it
    if laag == hoog:
        return f"{gelijk}{wie} overal {laag}"

    def met_namen(getal: str) -> str:
        namen = [naam for naam, tekst in gelezen.items() if tekst == getal]
        wie_het_zijn = taal.opsomming(namen) if len(namen) <= MEESTE_NAMEN else f"{len(namen)} keer"
        return f"{getal} ({wie_het_zijn})"

    return f"{werkwoord}{wie} uiteen van {met_namen(laag)} tot {met_namen(hoog)}"
