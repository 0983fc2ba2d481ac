"""Influence of single wijken, other ways of estimating, and straight lines."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W, Woordenlijst
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import COOK, DFBETAS, GEEN_FACTOR, Schatwijze
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.robuustheid import (
    leeg,
    maat,
    per_factor,
    punt,
    redentekst,
    rijen_van,
    rijkop,
)
from leefbaarheid.tekst.gedeeld.schattingen import SIGNIFICANTIE
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.technische_verantwoording.kern import (
    naast_elkaar,
    netjes,
)

VARIANTNAMEN = Woordenlijst(
    {
        Schatwijze.HOOFD: "kleinste kwadraten",
        Schatwijze.HC3: "HC3-standaardfouten",
        Schatwijze.HUBER: "robuuste schatter (Huber)",
        Schatwijze.GEWOGEN: "gewogen naar bewoners",
        Schatwijze.ZONDER_INVLOEDRIJK: "zonder de invloedrijkste [[gebieden]]",
    }
)
"""The ways of estimating within a sentence."""
VARIANTKOPPEN = {
    Schatwijze.HOOFD: "Hoofdmodel",
    Schatwijze.HC3: "HC3",
    Schatwijze.HUBER: "Huber",
    Schatwijze.GEWOGEN: "Naar bewoners",
    Schatwijze.ZONDER_INVLOEDRIJK: "Zonder invloedrijke",
}


def invloed_zin(stof: Stof) -> str:
    """Say how many wijken weigh more than usual and which the most."""
    cook = rijen_van(stof, "invloed", maat=COOK)
    n, boven = cook[0]["n"], cook[0]["n_boven_grens"]
    if not boven:
        return f"Geen van de {taal.getal(n)} {W.gebieden} weegt opvallend zwaar mee in de uitkomst."
    namen = [f"{rij['wk_naam']} ({rij['gm_naam']})" for rij in cook[:3]]
    return netjes(
        stof,
        f"Volgens een gangbare vuistregel {taal.meervoud(boven, 'weegt', 'wegen')} "
        f"{taal.telwoord(boven)} van de {taal.getal(n)} {W.gebieden} zwaar mee in de uitkomst, het "
        f"zwaarst {taal.opsomming(namen)}; dat zijn geen fouten, maar {W.gebieden} om goed te "
        "bekijken.",
    )


def dfbetas_rijen(stof: Stof) -> list[Cellen]:
    """Return per factor the wijk that moves its coefficient most."""
    uit = []
    for factor in stof.editie["factoren"]:
        rij = per_factor(stof, "invloed", maat=DFBETAS, rang=1).get(factor, {})
        if not rij.get("wk_naam"):
            rij = per_factor(stof, "invloed", maat=DFBETAS)[factor]
            reden = rij.get("reden")
            streepjes = [taal.GEEN] * 3
            uit.append(
                [
                    rijkop(stof, factor),
                    f"*{redentekst(reden)}*" if reden else taal.GEEN,
                    maat(rij.get("n_boven_grens"), 0),
                    *streepjes,
                ]
            )
            continue
        uit.append(
            [
                rijkop(stof, factor),
                f"{als_markdown(rij['wk_naam'])} ({als_markdown(rij['gm_naam'])})",
                maat(rij["n_boven_grens"], 0),
                taal.verandering(rij["waarde"], 2),
                punt(rij["coef_sd"]),
                punt(rij["coef_sd_zonder"]),
            ]
        )
    return uit


def _geschat(stof: Stof) -> list[Rij]:
    """Return the estimates of the factors in every variant, as far as there are any."""
    return [
        rij
        for rij in rijen_van(stof, "varianten")
        if rij["term"] not in GEEN_FACTOR and not leeg(rij["p"])
    ]


def _richting(rij: Rij) -> int:
    """Return the sign of an estimate whose interval leaves out zero, else 0."""
    return int(rij["ci_sd_laag"] > 0) - int(rij["ci_sd_hoog"] < 0)


def gewijzigde_conclusies(stof: Stof) -> list[Rij]:
    """Return the factor x variant whose interval tells another story than the main estimate.

    The story of an estimate is: interval above zero, below zero, or around zero.
    """
    rijen = _geschat(stof)
    hoofd = {rij["term"]: _richting(rij) for rij in rijen if rij["variant"] == Schatwijze.HOOFD}
    return [rij for rij in rijen if _richting(rij) != hoofd.get(rij["term"])]


def varianten_zin(stof: Stof) -> str:
    """Say for how many factors the conclusion stays the same, and for which it does not."""
    n = sum(rij["variant"] == Schatwijze.HOOFD for rij in _geschat(stof))
    if not n:
        return f"Of enkele {W.gebieden} de uitkomst bepalen, is niet na te gaan."
    begin = (
        "Anders rekenen (andere standaardfouten, een robuuste schatter, gewogen naar bewoners of "
        f"zonder de invloedrijkste {W.gebieden}) geeft bij"
    )
    anders: dict[str, list[str]] = {}
    for rij in gewijzigde_conclusies(stof):
        anders.setdefault(rij["label"], []).append(VARIANTNAMEN[rij["variant"]])
    if not anders:
        return f"{begin} geen enkele factor een andere conclusie."
    wie = (
        f"{taal.telwoord(len(anders))} van de {taal.telwoord(n)} factoren"
        if n > 1
        else "de enige factor"
    )
    delen = [f"{label} ({taal.opsomming(namen)})" for label, namen in anders.items()]
    return netjes(stof, f"{begin} {wie} een andere conclusie: {taal.opsomming(delen)}.")


def variant_koppen() -> Cellen:
    """Return the ways of estimating as column heads."""
    return list(VARIANTKOPPEN.values())


def varianten_rijen(stof: Stof) -> list[Cellen]:
    """Return per factor the ways of estimating beside each other."""
    return naast_elkaar(stof, "varianten", VARIANTKOPPEN)


def vorm_zin(stof: Stof) -> str:
    """Say whether straight lines describe the relations well enough."""
    rij = rijen_van(stof, "vorm")[0]
    if leeg(rij["p"]):
        reden = redentekst(rij["reden"])
        return f"De toets op rechte verbanden was niet uit te voeren: {reden}."
    toets = f"De toets op rechte verbanden (RESET, {taal.p_in_zin(rij['p'])})"
    if rij["p"] < SIGNIFICANTIE:
        slot = (
            "wijst op een gebogen verband: de rechte lijnen vatten het gemiddelde verband samen, "
            "niet de vorm."
        )
    else:
        slot = "geeft geen aanwijzing dat rechte lijnen tekortschieten."
    return netjes(stof, f"{toets} {slot}")
