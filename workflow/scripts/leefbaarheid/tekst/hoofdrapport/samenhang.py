"""The associations in the main model, in plain words: the section of the hoofdrapport."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.meetmoment import NA_MERK, zonder_merk
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import Meting
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.factoren import waar
from leefbaarheid.tekst.gedeeld.maatstaf import deel_van_klasse, maatstaf
from leefbaarheid.tekst.gedeeld.namen import klein
from leefbaarheid.tekst.gedeeld.oordeel import houdt_stand
from leefbaarheid.tekst.gedeeld.robuustheid import per_factor, uitgezet
from leefbaarheid.tekst.gedeeld.samenhang import hoofdmodel, vaststaand
from leefbaarheid.tekst.gedeeld.schattingen import richting_van
from leefbaarheid.tekst.stof import Stof

_WANNEER = {
    Meting.TIJDENS: "tijdens de periode",
    Meting.NA: "na de periode",
    Meting.ONBEKEND: "op een onbekend tijdstip",
}
_PROCENT, _PROCENTPUNT = "%", "procentpunt"
_KLASSE = "klasse"
_DUIZEND = "1.000 "


def samenhang_kop(stof: Stof) -> Cellen:
    """Return the heads of the table; without a verdict where that check is off."""
    koppen = ["Kenmerk", f"Twee {W.gebieden} verschillen", "Score", "In klassen"]
    return koppen if uitgezet(stof, "eindoordeel") else [*koppen, "Hoe stevig"]


def samenhang_rijen(stof: Stof) -> list[Cellen]:
    """Return per factor a usual difference between two wijken and what goes with it in the score.

    The usual difference is a standard deviation among the wijken of the model. A factor without a
    clear association shows no number: it is not known to differ from zero.
    """
    oordelen = {} if uitgezet(stof, "eindoordeel") else per_factor(stof, "eindoordeel")
    rijen = []
    for rij in hoofdmodel(stof):
        cellen = [als_markdown(rij["label"]), gebruikelijk_verschil(rij), *_uitkomst(stof, rij)]
        if oordelen:
            cellen.append(str(oordelen[rij["term"]].get("oordeel") or taal.GEEN))
        rijen.append(cellen)
    return rijen


def _uitkomst(stof: Stof, rij: Rij) -> Cellen:
    if taal.is_leeg(rij["p"]):
        return ["niet te toetsen", taal.GEEN]
    if not richting_van(rij):
        return ["niet aangetoond", taal.GEEN]
    if houdt_stand(stof, rij["term"]) is False:
        return ["kan toeval zijn", taal.GEEN]
    return [taal.verandering(rij["coef_sd"], 3), deel_van_klasse(stof, rij["coef_sd"])]


def gebruikelijk_verschil(rij: Rij) -> str:
    """Return a standard deviation of a factor with its unit: "14 procentpunt", "0,9 klasse"."""
    sd, eenheid = rij["sd_factor"], str(rij["eenheid"]).strip()
    getal = taal.getal(sd, 0 if sd >= 10 else 1)
    if eenheid in (_PROCENT, _PROCENTPUNT):
        return f"{getal} procentpunt"
    if eenheid.lower().startswith(_KLASSE):
        return f"{getal} klasse"
    if eenheid.startswith(_DUIZEND):
        # "1700 woningen per km²", not "1,7 (1.000 woningen per km²)"
        return f"{taal.getal(round(sd * 1000, -2))} {als_markdown(eenheid.removeprefix(_DUIZEND))}"
    return f"{getal} ({als_markdown(eenheid)})"


def duidelijke_zinnen(stof: Stof) -> list[str]:
    """Say for each established association, strongest first, how much goes with how much."""
    duidelijk = sorted(vaststaand(stof), key=lambda rij: -abs(rij["coef_sd"]))
    zinnen = []
    for rij in duidelijk:
        woord = "gunstiger" if rij["coef_sd"] > 0 else "ongunstiger"
        zinnen.append(
            f"In {W.gebieden} waar {waar(stof, rij)}, was de ontwikkeling {woord}. Bij een "
            f"verschil van {gebruikelijk_verschil(rij)} gaat het om "
            f"{taal.getal(abs(rij['coef_sd']), 3)} punt: {deel_van_klasse(stof, rij['coef_sd'])}."
        )
    return zinnen


def inleidend(stof: Stof) -> str:
    """Say how many of the factors are associated with the development, and what a class is."""
    n, vast = len(hoofdmodel(stof)), len(vaststaand(stof))
    if not vast:
        return (
            "Van geen enkel kenmerk is een samenhang aangetoond. Dat is geen bewijs dat er geen "
            "samenhang is: de onzekerheid is groot."
        )
    if n == 1:
        wie = "Het onderzochte kenmerk"
    elif vast == n:
        wie = f"Alle {taal.telwoord(n)} kenmerken"
    else:
        wie = f"{taal.hoofdletter(taal.telwoord(vast))} van de {taal.telwoord(n)} kenmerken"
    hangt = taal.meervoud(vast, "hangt", "hangen")
    return f"{wie} {hangt} aantoonbaar samen met de ontwikkeling. {maatstaf(stof)}"


def meetmoment(stof: Stof) -> str:
    """Name the factors of the main model that were not measured before the window."""
    laat = [rij for rij in hoofdmodel(stof) if rij["meting"] != Meting.VOOR]
    if not laat:
        return "Alle factoren zijn gemeten vóór het begin van de periode."
    delen = [
        f"{wanneer} gemeten {taal.meervoud(len(rijen), 'is', 'zijn')} "
        f"{taal.opsomming([_met_peiljaar(stof, rij) for rij in rijen])}"
        for meting, wanneer in _WANNEER.items()
        if (rijen := [rij for rij in laat if rij["meting"] == meting])
    ]
    slot = (
        f" Wat na de periode is gemeten, draagt in tabellen en figuren het merk {NA_MERK} en is "
        "geen hoofdfactor."
        if any(rij["meting"] == Meting.NA for rij in laat)
        else ""
    )
    return (
        f"{taal.hoofdletter('; '.join(delen))}. Zo'n waarde kan mede volgen op de ontwikkeling "
        f"zelf; de samenhang ermee is alleen beschrijvend te lezen.{slot}"
    )


def _met_peiljaar(stof: Stof, rij: Rij) -> str:
    """Return a factor with its peiljaar."""
    label, peiljaar = zonder_merk(rij["label"])
    if not peiljaar:
        boek = [r for r in stof.tabellen.get("codeboek", ()) if r["factor"] == rij["term"]]
        peiljaar = taal.jaren(boek[0]["peiljaar"]) if boek else ""
    naam = f"*{klein(label)}*"
    return f"{naam} ({als_markdown(peiljaar)})" if peiljaar and peiljaar not in label else naam
