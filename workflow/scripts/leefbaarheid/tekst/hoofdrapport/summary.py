"""The English summary of the hoofdrapport: the same numbers and the same tests as in Dutch.

Numbers are rounded as in the Dutch text and written with a decimal point. Factors have the English
names of the edition (`factornamen_engels`); what stays Dutch is marked as Dutch, so that it is read
aloud as such.
"""

from __future__ import annotations

from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import (
    GESTAAG_HERSTEL,
    OVERIG,
    SUCCES,
    TERUGVAL,
    VROEGSIGNALERING,
)
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.meetmoment import zonder_merk
from leefbaarheid.basis.oordeel import Oordeel
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import GEDAALD, GEMIDDELDE, GESTEGEN, REST_VAN_LAND
from leefbaarheid.tekst.gedeeld.namen import klein
from leefbaarheid.tekst.gedeeld.oordeel import factoren_per_oordeel
from leefbaarheid.tekst.gedeeld.samenhang import andere_metingen, hoofdmodel, vaststaand
from leefbaarheid.tekst.gedeeld.schattingen import richting_van
from leefbaarheid.tekst.gedeeld.vergelijking import decimalen, kant, naast
from leefbaarheid.tekst.stof import Stof

ANDEREN = {
    OVERIG: "in the other eligible {}",
    REST_VAN_LAND: "in all other {}",
}


def _anderen(rij: Rij) -> str:
    return ANDEREN[rij["vergeleken_met"]].format(W.engels)


def _nederlands(markdown: str) -> str:
    """Return words that stay Dutch, in italics and marked as Dutch."""
    return f"[*{markdown}*]{{lang=nl}}"


CLUSTERS = {
    "succes": f"are at a sufficient level after improving in both periods ({_nederlands(SUCCES)})",
    "vroegsignalering": "are at that level without improving in both "
    f"({_nederlands(VROEGSIGNALERING)})",
    "gestaag_herstel": f"are below it but improved ({_nederlands(GESTAAG_HERSTEL)})",
    "terugval": f"are below it and fell back ({_nederlands(TERUGVAL)})",
    "niet_ingedeeld": "fit none of these",
}
OORDELEN = {
    Oordeel.ROBUUST: "robust",
    Oordeel.GEVOELIG: "sensitive to how it is calculated",
    Oordeel.ONZEKER: "uncertain",
    Oordeel.NIET_TE_TOETSEN: "not to be tested",
}


def _getal(tekst: str) -> str:
    """Return a number of the Dutch text as English writes it: 0,027 is 0.027; 1.234 is 1,234."""
    return tekst.translate(str.maketrans(",.", ".,"))


TELWOORDEN = (
    *("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve"),
)


def _telwoord(aantal: int) -> str:
    """Return a count in words up to twelve, in figures above, as the Dutch text does."""
    return TELWOORDEN[aantal] if aantal < len(TELWOORDEN) else str(aantal)


def _opsomming(delen: Sequence[str]) -> str:
    *begin, laatste = delen
    return f"{', '.join(begin)} and {laatste}" if begin else laatste


def over(stof: Stof) -> str:
    """Say what the report is about."""
    c, jaren = stof.cijfers, stof.editie["jaren"]
    n, gemeenten = (_getal(c.tekst(f"selectie.{k}")) for k in ("n_geselecteerd", "n_gemeenten"))
    soort = "fictional" if stof.editie["fictief"] else "Dutch"
    fictief = " All data in this edition are fictional." if stof.editie["fictief"] else ""
    return (
        f"This report follows {n} vulnerable {W.engels} ({_nederlands(W.gebieden)}) in "
        f"{gemeenten} {soort} municipalities from {jaren[0]} to {jaren[-1]}, with the scores of "
        f"the Leefbaarometer, a national index of liveability.{fictief}"
    )


def _duidelijk(rijen: Sequence[Rij]) -> str:
    """Say which differences with the selection are clear: their 95% interval leaves out zero."""
    kanten = [kant(rij) for rij in rijen]
    if all(k is None for k in kanten):
        return "the difference cannot be tested"
    if len(rijen) == 1:
        return "that difference is clear" if kanten[0] else "that difference is not clear"
    if all(kanten):
        return "both differences are clear"
    if any(kanten):
        return f"only the {'first' if kanten[0] else 'second'} difference is clear"
    return "a difference is not clear" if None in kanten else "neither difference is clear"


def gemiddeld(stof: Stof, van: int, tot: int) -> str:
    """Lay the mean change of the selection beside that of other wijken."""
    rijen = naast(stof, van, tot, GEMIDDELDE)
    if not rijen:
        return ""
    eigen = _getal(taal.verandering(rijen[0]["waarde"], 3))
    delen = [f"{_getal(taal.verandering(rij['waarde_ander'], 3))} {_anderen(rij)}" for rij in rijen]
    return (
        f"Between {van} and {tot} their mean score changed by {eigen} points, against "
        f"{_opsomming(delen)}; {_duidelijk(rijen)}."
    )


def aandeel(stof: Stof, van: int, tot: int, maat: str) -> str:
    """Say which share of the selection fell or rose by more than the margin, beside others."""
    rijen = naast(stof, van, tot, maat)
    if not rijen:
        return ""
    cijfers = decimalen(rijen)
    deed = {GEDAALD: "fell", GESTEGEN: "rose"}[maat]
    delen = [
        f"{_getal(taal.procent(rij['waarde_ander'], cijfers))} {_anderen(rij)}" for rij in rijen
    ]
    return (
        f"Between {van} and {tot}, {_getal(taal.procent(rijen[0]['waarde'], cijfers))} of them "
        f"{deed} by more than the margin, against {_opsomming(delen)}; {_duidelijk(rijen)}."
    )


def gedaald(stof: Stof, van: int, tot: int) -> str:
    """Say which share of the selection fell, beside others."""
    return aandeel(stof, van, tot, GEDAALD)


def later(stof: Stof) -> str:
    """Say which share rose after the end year; "" for an edition without later years."""
    eind, laatste = stof.editie["eindjaar"], stof.editie["jaren"][-1]
    if eind == laatste or (eind, laatste) not in map(tuple, stof.editie["vensters"]):
        return ""
    return aandeel(stof, eind, laatste, GESTEGEN)


def clusters(stof: Stof) -> str:
    """Say how many wijken each cluster has."""
    delen = [
        f"{_getal(stof.cijfers.tekst(f'cluster.{naam}.n'))} {wat}" for naam, wat in CLUSTERS.items()
    ]
    return (
        f"By their level in {stof.editie['eindjaar']} and their development before it, "
        f"{_opsomming(delen)}. The rule behind this classification is an assumption of this report."
    )


def samenhang(stof: Stof, met_oordeel: bool) -> str:
    """Say with which factors the development goes together, as far as it holds after correction.

    Args:
        stof: the material.
        met_oordeel: whether the edition weighs the checks into a verdict per factor.
    """
    van, tot = stof.editie["regressie"]["hoofdvenster"]
    rijen = hoofdmodel(stof)
    vast = vaststaand(stof)
    if not vast:
        return (
            f"For {van}–{tot} none of the contextual factors is clearly associated with the "
            "development; the intervals are wide, so that an association is not ruled out."
        )
    oordeel = {
        factor: woord
        for woord, factoren in (factoren_per_oordeel(stof) if met_oordeel else {}).items()
        for factor in factoren
    }
    delen = [_factor(stof, rij, oordeel.get(rij["term"])) for rij in vast]
    zijn = "is" if len(delen) == 1 else "are"
    zinnen = [f"For {van}–{tot}, {_opsomming(delen)} {zijn} associated with the development."]
    if len(rijen) > len(vast):
        zinnen.append("For the other factors no association is clear, which does not rule one out.")
    zinnen.append(_terug(stof, {str(rij["label"]) for rij in vast}))
    return " ".join(zinnen)


def _factor(stof: Stof, rij: Rij, oordeel: str | None) -> str:
    """Return a factor with the direction and, where there is one, the verdict."""
    richting = "more" if richting_van(rij) > 0 else "less"
    slot = f"; {OORDELEN[Oordeel(oordeel)]}" if oordeel else ""
    label, peiljaar = zonder_merk(rij["label"])
    engels = stof.editie.get("factornamen_engels", {}).get(rij["term"])
    naam = als_markdown(engels) if engels else _nederlands(klein(label))
    # a factor that was measured after the period says so; an English name has the year already
    later_ = f", measured {'after the period' if engels else f'in {peiljaar}'}" if peiljaar else ""
    return f"{naam}{later_} ({richting} favourable where it is higher{slot})"


def _terug(stof: Stof, labels: set[str]) -> str:
    """Say how many of the associations return in a period apart from this one, or reverse."""
    beelden = [beeld for beeld in andere_metingen(stof) if beeld.label in labels]
    terug = sum(bool(beeld.los) for beeld in beelden)
    om = sum(bool(beeld.omgekeerd) for beeld in beelden)
    waar = "in the same direction in a period apart from this one"
    n = len(beelden)
    if terug == n:
        zin = f"It returns {waar}" if n == 1 else f"All of the associations return {waar}"
    elif terug:
        keren = taal.meervoud(terug, "returns", "return")
        zin = f"Of the associations, {_telwoord(terug)} {keren} {waar}"
    else:
        zin = f"It does not return {waar}" if n == 1 else f"None of the associations returns {waar}"
    keert = (
        f"; {_telwoord(om)} {taal.meervoud(om, 'is', 'are')} clearly reversed in another"
        if om
        else ""
    )
    return f"{zin}{keert}."
