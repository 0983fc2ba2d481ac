"""Where a wijk stands and how it got there."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.tekst.wijkportretten.wijk import (
    Kader,
    Wijk,
    klasse,
    klassenaam,
    perioden,
    score_in_klasse,
    verandering,
)

GELIJK = 0.005
"""A difference that reads as 0,00 is no difference in a sentence."""


def stand(wijk: Wijk, kader: Kader) -> str:
    """Say the score and class of the last year, beside the gemeente and the country."""
    jaar = kader.jaren[-1]
    score = wijk.scores.get(jaar)
    if score is None:
        bekend = [j for j in kader.jaren if j in wijk.scores]
        if not bekend:
            return f"Van deze {W.gebied} zijn geen scores bekend."
        laatste = bekend[-1]
        score = wijk.scores[laatste]
        return (
            f"Van {jaar} is geen score bekend. De laatste is die van {laatste}: "
            f"{score_in_klasse(kader, score)} ({klassenaam(kader, score)})."
        )
    zin = (
        f"In {jaar} is de score {score_in_klasse(kader, score)}: {klassenaam(kader, score)}, "
        f"klasse {klasse(kader, score)} van {len(kader.grenzen) + 1}."
    )
    delen = [
        _naast(score, waarden[jaar], wie, kader)
        for waarden, wie in (
            (wijk.in_gemeente, f"het gemiddelde van de {W.gebieden} in de gemeente"),
            (wijk.in_land, f"dat van alle {W.gebieden} in {kader.land}"),
        )
        if jaar in waarden
    ]
    if not delen:
        return zin
    if len(delen) == 1:
        delen = [delen[0].replace(" dat van ", " het gemiddelde van ")]
    return f"{zin} Dat is {' en '.join(delen)}."


def _naast(eigen: float, ander: float, wie: str, kader: Kader) -> str:
    verschil = eigen - ander
    if abs(verschil) < GELIJK:
        eender = score_in_klasse(kader, eigen) == taal.score(ander)
        woord = "gelijk" if eender else "vrijwel gelijk"
        return f"{woord} aan {wie} ({taal.score(ander)})"
    woord = "hoger" if verschil > 0 else "lager"
    return f"{taal.getal(abs(verschil), 2)} {woord} dan {wie} ({taal.score(ander)})"


def ontwikkeling(wijk: Wijk, kader: Kader) -> str:
    """Say how the score changed over all years, and in every part of them that the rule knows."""
    heel = (kader.jaren[0], kader.jaren[-1])
    zinnen = []
    if set(heel) <= set(wijk.scores) and heel[0] < heel[1]:
        deed, slot, getal = _deed(wijk, kader, *heel)
        zinnen.append(f"Tussen {heel[0]} en {heel[1]} {deed} de score{slot} ({getal}).")
    # one clause for all periods in which the score did the same
    per_deed: dict[tuple[str, str], list[str]] = {}
    for paar in perioden(wijk, kader):
        if paar != heel:
            deed, slot, getal = _deed(wijk, kader, *paar)
            per_deed.setdefault((deed, slot), []).append(f"{paar[0]}–{paar[1]} ({getal})")
    wie = "zij" if zinnen else "de score"
    delen = []
    for (deed, slot), keren in per_deed.items():
        delen.append(f"{deed} {wie} in {taal.opsomming(keren)}{slot}")
        wie = "zij"
    if delen:
        zinnen.append(f"Per periode {taal.opsomming(delen)}.")
    return " ".join(zinnen) or "Voor een ontwikkeling zijn te weinig scores bekend."


def _deed(wijk: Wijk, kader: Kader, van: int, tot: int) -> tuple[str, str, str]:
    """Return the verb, what follows it ("" or " binnen de marge"), and the change."""
    verschil = round(wijk.scores[tot] - wijk.scores[van], 9)
    getal = verandering(wijk, kader, van, tot)
    if abs(verschil) <= kader.delta:
        return "bleef", " binnen de marge", getal
    return "steeg" if verschil > 0 else "daalde", "", getal
