"""Sentences on the verdicts about the associations, in hoofdrapport and bijlage."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import SELECTIE
from leefbaarheid.basis.oordeel import CRV1, Oordeel
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import Rekenwijze
from leefbaarheid.tekst.gedeeld.cellen import venster
from leefbaarheid.tekst.gedeeld.namen import factornaam
from leefbaarheid.tekst.gedeeld.robuustheid import (
    aantoonbaar_vanaf,
    factornamen,
    leeg,
    per_factor,
    sluit_nul_uit,
    uitgezet,
)
from leefbaarheid.tekst.gedeeld.schattingen import SIGNIFICANTIE
from leefbaarheid.tekst.stof import Stof


def factoren_per_oordeel(stof: Stof) -> dict[str, list[str]]:
    """Return verdict word -> factors."""
    uit: dict[str, list[str]] = {}
    for factor, rij in per_factor(stof, "eindoordeel").items():
        uit.setdefault(rij.get("oordeel") or Oordeel.NIET_TE_TOETSEN.value, []).append(factor)
    return uit


def telling(stof: Stof) -> str:
    """Count the verdicts."""
    n = len(stof.editie["factoren"])
    oordelen = factoren_per_oordeel(stof)
    woorden = [w.value for w in Oordeel if w in oordelen]
    if n == 1:
        return f"De samenhang met {factornaam(stof, stof.editie['factoren'][0])} is {woorden[0]}."
    delen = [f"bij {taal.telwoord(len(oordelen[w]))} {w}" for w in woorden]
    if len(woorden) == 1:
        return f"Voor alle {taal.telwoord(n)} factoren is het oordeel: {woorden[0]}."
    return f"Van de {taal.telwoord(n)} factoren is de samenhang {taal.opsomming(delen)}."


def veranderd(stof: Stof) -> str:
    """Say which associations the stricter test takes away or adds, or that it does not."""
    return wat_veranderde(stof) or (
        "De strengere toets en de correctie voor het aantal hoofdfactoren veranderen niet "
        "welke samenhangen in het hoofdmodel aantoonbaar heten."
    )


def wat_veranderde(stof: Stof) -> str:
    """Say what `veranderd` says, "" where nothing changed."""
    weg, erbij, holm = [], [], []
    crv1 = per_factor(stof, "oordeel", controle=CRV1)
    for factor, rij in per_factor(stof, "eindoordeel").items():
        leidend, gewoon = sluit_nul_uit(rij), crv1[factor].get("sluit_nul_uit")
        if leidend is None:
            continue
        if gewoon and not leidend:
            weg.append(factor)
        if gewoon is False and leidend:
            erbij.append(factor)
        if leidend and not leeg(rij.get("p_holm")) and rij["p_holm"] >= SIGNIFICANTIE:
            holm.append(factor)
    zinnen = []
    if weg:
        zinnen.append(
            f"Met de strengere toets is de samenhang met {factornamen(stof, weg)} niet langer "
            f"aantoonbaar{_pas_vanaf(stof, weg)}."
        )
    if erbij:
        zinnen.append(
            f"Met de strengere toets is de samenhang met {factornamen(stof, erbij)} juist wel "
            "aantoonbaar."
        )
    if holm:
        zinnen.append(
            f"Met een correctie voor het aantal hoofdfactoren blijft {factornamen(stof, holm)} "
            "niet overeind."
        )
    return " ".join(zinnen)


def _pas_vanaf(stof: Stof, factoren: list[str]) -> str:
    """Return how large an association had to be to be noticed, as an addition."""
    grenzen = [grens for f in factoren if (grens := aantoonbaar_vanaf(stof, f)) is not None]
    if len(grenzen) < len(factoren):
        return ""
    laag, hoog = (taal.getal(x, 3) for x in (min(grenzen), max(grenzen)))
    tussen = laag if laag == hoog else f"{laag} of {hoog}, naar gelang de factor"
    return f" (goed op te merken was pas een verschil vanaf {tussen})"


def binnen_gemeenten(stof: Stof) -> str:
    """Name the clear associations that are not clear among wijken of one gemeente; else ""."""
    binnen = per_factor(stof, "oordeel", controle=Rekenwijze.GEMEENTE_FE)
    weg = [
        factor
        for factor, rij in per_factor(stof, "eindoordeel").items()
        if sluit_nul_uit(rij) and binnen[factor].get("sluit_nul_uit") is False
    ]
    if not weg:
        return ""
    return (
        "Worden alleen wijken binnen dezelfde gemeente vergeleken, dan is de samenhang met "
        f"{factornamen(stof, weg)} niet aantoonbaar; zij kan dus vooral een verschil tussen "
        "gemeenten zijn."
    )


def andere_perioden(stof: Stof) -> str:
    """Say of the clear associations in which other windows they are clearly reversed.

    By the leading estimator where its table is there, else by the regression table.
    """
    r = stof.editie["regressie"]
    hoofd = tuple(r["hoofdvenster"])
    om: dict[str, list[str]] = {}
    duidelijk = 0
    for factor, rij in per_factor(stof, "eindoordeel").items():
        if not sluit_nul_uit(rij):
            continue
        duidelijk += 1
        for ander in _per_venster(stof, factor):
            periode = (ander["van"], ander["tot"])
            omgekeerd = sluit_nul_uit(ander) and ander["coef_sd"] * rij["coef_sd"] < 0
            if periode != hoofd and omgekeerd:
                om.setdefault(factor, []).append(venster(*periode))
    if not duidelijk or len(r["vensters"]) == 1:
        return ""
    begin = f"Het oordeel geldt voor de hoofdperiode {venster(*hoofd)}"
    if not om:
        return (
            f"{begin}; in geen andere periode is een van de aantoonbare samenhangen "
            "aantoonbaar omgekeerd."
        )
    delen = [f"{factornaam(stof, f)} ({taal.opsomming(perioden)})" for f, perioden in om.items()]
    return (
        f"{begin}, en niet zonder meer daarbuiten: in een andere periode is de samenhang "
        f"aantoonbaar omgekeerd bij {taal.opsomming(delen)}."
    )


def _per_venster(stof: Stof, factor: str) -> list[Rij]:
    """Return the estimates of a factor in the main form and sample, one per window."""
    naam = "robuustheid_clusters"
    if naam not in stof.tabellen or uitgezet(stof, "clusters"):
        naam = "regressie"
    model = stof.editie["regressie"]["hoofdmodel"]
    return [
        rij
        for rij in stof.tabellen[naam]
        if (rij["term"], rij["model"], rij["steekproef"]) == (factor, model, SELECTIE)
    ]
