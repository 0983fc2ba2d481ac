"""Sentences on the verdicts about the associations, in hoofdrapport and bijlage."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import SELECTIE
from leefbaarheid.basis.oordeel import Oordeel
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import Rekenwijze
from leefbaarheid.tekst.gedeeld.cellen import venster
from leefbaarheid.tekst.gedeeld.namen import factornaam
from leefbaarheid.tekst.gedeeld.robuustheid import (
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
    """Say which associations the correction for the number of primary factors takes away."""
    return wat_veranderde(stof) or (
        "De correctie voor het aantal hoofdfactoren verandert niet welke samenhangen in het "
        "hoofdmodel aantoonbaar heten."
    )


def wat_veranderde(stof: Stof) -> str:
    """Say what `veranderd` says, "" where nothing changed."""
    holm = [
        factor
        for factor, rij in per_factor(stof, "eindoordeel").items()
        if sluit_nul_uit(rij) and not leeg(rij.get("p_holm")) and rij["p_holm"] >= SIGNIFICANTIE
    ]
    if not holm:
        return ""
    return (
        f"Met een correctie voor het aantal hoofdfactoren blijft {factornamen(stof, holm)} "
        "niet overeind."
    )


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
