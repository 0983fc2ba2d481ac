"""Measurement error: per year, in the labels of wijken, and in the regressions."""

from __future__ import annotations

from collections.abc import Callable

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import ANCOVA, CLUSTERS, SELECTIE
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabel import Rij, zoek
from leefbaarheid.basis.tabelwaarden import (
    ALLE_JAREN,
    BEGINSCORE,
    NAAR_CLUSTER,
    NAAR_RICHTING,
    RICHTINGEN,
)
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.namen import clusternaam, factornaam, land
from leefbaarheid.tekst.gedeeld.robuustheid import (
    hoofdrijen,
    leeg,
    maat,
    per_factor,
    punt,
    redentekst,
    rijen_van,
    rijkop,
)
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.technische_verantwoording.kern import kort_cel


def reden(stof: Stof, naam: str = "meetfout") -> str:
    """Return why a table of this check has no outcome, as a sentence; "" when it has one."""
    rij = rijen_van(stof, naam)[0]
    zonder = rij["reden"] and leeg(rij.get("fout_sd")) and leeg(rij.get("kans_waar"))
    return f"{taal.hoofdletter(redentekst(rij['reden']))}." if zonder else ""


# ---------------------------------------------------------------------------------------------
# Per year


def jaar_rijen(stof: Stof) -> list[Cellen]:
    """Return per year the error, the reliability and what contradicts it."""
    return [
        [
            f"**{rij['meting']}**" if rij["meting"] == ALLE_JAREN else rij["meting"],
            maat(rij["fout_sd"]),
            f"{maat(rij['ci_laag'])} tot {maat(rij['ci_hoog'])}",
            maat(rij["betrouwbaarheid"]),
            maat(rij["betrouwbaarheid_selectie"]),
            taal.GEEN if leeg(rij["drietal_min"]) else _bereik(rij),
            "geleend" if rij["geleend"] else "eigen",
        ]
        for rij in rijen_van(stof, "meetfout")
    ]


def _wortel(variantie: float) -> str:
    """Return a variance of the error as a standard deviation; one below zero is "onder nul"."""
    return "onder nul" if variantie < 0 else maat(variantie**0.5)


def _bereik(rij: Rij) -> str:
    return " tot ".join(dict.fromkeys([_wortel(rij["drietal_min"]), _wortel(rij["drietal_max"])]))


def jaar_zinnen(stof: Stof) -> str:
    """Say how large the error is on average, which years borrow, and what contradicts it."""
    rijen = rijen_van(stof, "meetfout")
    gemiddeld = zoek(rijen, meting=ALLE_JAREN)
    zinnen = [
        f"Gemiddeld heeft de meetfout van een score een standaarddeviatie van "
        f"{maat(gemiddeld['fout_sd'])} punt (95%-interval {maat(gemiddeld['ci_laag'])} tot "
        f"{maat(gemiddeld['ci_hoog'])}); geschat uit alle {W.gebieden} in {land(stof)} is dat "
        f"{maat(gemiddeld['fout_sd_land'])} punt."
    ]
    rand = [r["meting"] for r in rijen if r["geleend"] and not r["n_drietallen"]]
    binnen = [r["meting"] for r in rijen if r["geleend"] and r["n_drietallen"]]
    if rand:
        zinnen.append(
            f"Voor {taal.opsomming(rand)} is er maar aan één kant een meting; "
            f"{taal.meervoud(len(rand), 'dit jaar leent', 'deze jaren lenen')} het gemiddelde."
        )
    if binnen:
        zinnen.append(
            f"Voor {taal.opsomming(binnen)} komt de eigen schatting niet boven nul uit; ook daar "
            "staat het gemiddelde."
        )
    return " ".join([*zinnen, _afwijkend(rijen), _botsing(rijen)])


def _afwijkend(rijen: list[Rij]) -> str:
    anders = [r["meting"] for r in rijen if r["afwijkend"]]
    if not anders:
        return "Geen enkel jaar heeft aantoonbaar een andere meetfout dan de overige jaren samen."
    return (
        f"De eigen schatting van {taal.opsomming(anders)} verschilt aantoonbaar van die van de "
        "overige jaren samen."
    )


def _botsing(rijen: list[Rij]) -> str:
    botsend = [r["meting"] for r in rijen if r["botsing"]]
    if not botsend:
        return "Metingen die verder weg liggen, geven nergens aantoonbaar een andere uitkomst."
    return (
        f"Voor {taal.opsomming(botsend)} geven metingen die verder weg liggen aantoonbaar een "
        "andere uitkomst: de ware score beweegt daar niet zoals de schatting aanneemt, en de "
        "meetfout is er onzekerder dan haar interval zegt."
    )


# ---------------------------------------------------------------------------------------------
# Labels of wijken

NAMEN: dict[str, tuple[tuple[str, ...], Callable[[str], str]]] = {
    NAAR_CLUSTER: (CLUSTERS, clusternaam),
    NAAR_RICHTING: (RICHTINGEN, str),
}
"""The labels of each kind, and how a table calls them."""


def label_rijen(stof: Stof) -> list[Cellen]:
    """Return per cluster and per direction how sure that label is."""
    uit = []
    for indeling, (namen, noem) in NAMEN.items():
        for naam in namen:
            rij = zoek(rijen_van(stof, "misclassificatie"), indeling=indeling, groep=naam)
            grenzen = f"{maat(rij['n_waar_laag'], 0)} tot {maat(rij['n_waar_hoog'], 0)}"
            uit.append(
                [
                    noem(naam),
                    taal.getal(rij["n"]),
                    taal.procent(rij["kans_waar"]),
                    taal.procent(rij["kans_herhaling"]),
                    taal.getal(rij["n_onzeker"]),
                    f"{maat(rij['n_waar'], 0)} ({grenzen})",
                ]
            )
    return uit


# ---------------------------------------------------------------------------------------------
# Regressions


def vorm_zin(stof: Stof) -> str:
    """Say that this check is about the ANCOVA form where the main model is another; else ""."""
    if stof.editie["regressie"]["hoofdmodel"] == ANCOVA:
        return ""
    return "De vorm is hier *eindscore gegeven beginscore*, ook al is het hoofdmodel een andere."


def model_rijen(stof: Stof) -> list[Cellen]:
    """Return per factor the estimate without correction and with two, and their range."""
    uit = []
    for factor, rij in per_factor(stof, "meetfout_model").items():
        woorden = redentekst(rij["reden"])
        zonder = leeg(rij.get("coef_sd_moment"))
        uit.append(
            [
                rijkop(stof, factor),
                kort_cel(rij, "_ols", reden=woorden),
                kort_cel(rij, "_moment"),
                taal.GEEN if zonder else punt(rij["coef_sd_simex"]),
                taal.GEEN if zonder else _tussen(rij),
            ]
        )
    return uit


def _tussen(rij: Rij) -> str:
    grenzen = sorted((rij["coef_sd_fout_laag"], rij["coef_sd_fout_hoog"]))
    return " tot ".join(dict.fromkeys(map(punt, grenzen)))


def model_zin(stof: Stof) -> str:
    """Say what the correction does to the estimates of the main window."""
    rijen = per_factor(stof, "meetfout_model")
    geschat = {f: r for f, r in rijen.items() if not leeg(r.get("coef_sd_moment"))}
    if not geschat:
        return "De correctie is niet te maken."
    verschil = max(abs(r["coef_sd_moment"] - r["coef_sd_ols"]) for r in geschat.values())
    anders = [f for f, r in geschat.items() if not r["eensgezind"]]
    hoogstens = "minder dan 0,001" if round(verschil, 3) < 0.001 else f"hoogstens {maat(verschil)}"
    zin = f"Met de correctie verschuiven de schattingen {hoogstens} punt per standaarddeviatie"
    if not anders:
        zin += "; bij geen enkele factor verandert daardoor het teken of de aantoonbaarheid."
    else:
        delen = [
            f"{factornaam(stof, f)} (van {punt(geschat[f]['coef_sd_ols'])} naar "
            f"{punt(geschat[f]['coef_sd_moment'])}; {_wat(geschat[f])})"
            for f in anders
        ]
        zin += f". De uitkomst verandert bij {taal.opsomming(delen)}."
    return f"{zin} {_helling(stof)}".strip()


def _wat(rij: Rij) -> str:
    """Say what the correction changes in one estimate."""
    delen = [
        *(["ander teken"] if rij["teken_verschilt"] else []),
        *(
            ["niet langer aantoonbaar" if rij["p_ols"] < rij["p_moment"] else "nu aantoonbaar"]
            if rij["significantie_verschilt"]
            else []
        ),
    ]
    return taal.opsomming(delen)


def _helling(stof: Stof) -> str:
    rijen = hoofdrijen(stof, "meetfout_model", term=BEGINSCORE)
    if not rijen:
        return ""
    rij = rijen[0]
    return (
        "De coëfficiënt van de beginscore zelf gaat van "
        f"{taal.getal(rij['coef_sd_ols'], 2)} naar {taal.getal(rij['coef_sd_moment'], 2)}."
    )


def perioden_zin(stof: Stof) -> str:
    """Count over all windows how often the correction changes an estimate of the selection."""
    alle = rijen_van(stof, "meetfout_model", steekproef=SELECTIE)
    factoren = stof.editie["factoren"]
    rijen = [r for r in alle if r["term"] in factoren and not leeg(r["coef_sd_moment"])]
    if not rijen:
        return ""
    anders = sum(not r["eensgezind"] for r in rijen)
    n = taal.telwoord(len(rijen))
    if not anders:
        return (
            f"Over alle perioden ({n} combinaties van factor en periode) verandert de correctie "
            "nergens het teken of de aantoonbaarheid."
            if len(rijen) > 1
            else "De correctie verandert het teken en de aantoonbaarheid niet."
        )
    return (
        f"Over alle perioden verandert de correctie bij {taal.telwoord(anders)} van de {n} "
        "combinaties van factor en periode het teken of de aantoonbaarheid."
    )


def selectiejaar_zin(stof: Stof) -> str:
    """Warn where the main window begins in the year on which was selected; else ""."""
    van, _ = stof.editie["regressie"]["hoofdvenster"]
    if stof.editie["selectie"].get("jaar") != van:
        return ""
    return (
        f"De hoofdperiode begint in {van}, het jaar waarop de {W.gebieden} gekozen zijn. Hun "
        "meetfouten in dat jaar zijn door die keuze niet meer onafhankelijk van hun score; de "
        "correctie is hier een benadering."
    )
