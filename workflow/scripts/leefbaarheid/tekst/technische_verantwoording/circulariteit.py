"""Circularity: the score without the dimension that a factor feeds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import DIMENSIES, SELECTIE, VERANDERING
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.gedeeld.cellen import Cellen, venster
from leefbaarheid.tekst.gedeeld.robuustheid import (
    factornamen,
    leeg,
    punt,
    redentekst,
    rijen_van,
    rijkop,
    sluit_nul_uit,
)
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.technische_verantwoording.kern import kort_cel, netjes, zinbegin


def _vergelijkingen(stof: Stof, **kenmerken: Any) -> list[Rij]:
    """Return the comparisons in the main form, or in the change form if that was not made."""
    rijen = rijen_van(stof, "circulariteit_oordeel", steekproef=SELECTIE, **kenmerken)
    model = stof.editie["regressie"]["hoofdmodel"]
    if model not in {rij["model"] for rij in rijen}:
        model = VERANDERING
    return [rij for rij in rijen if rij["model"] == model]


def circulair(stof: Stof) -> list[Rij]:
    """Return the comparisons of the total with and without a dimension that were possible."""
    return [rij for rij in _vergelijkingen(stof) if not leeg(rij["coef_sd_zonder"])]


def circulariteit_hoofd(stof: Stof) -> str:
    """Say why the main window cannot have this check; else ""."""
    van, tot = stof.editie["regressie"]["hoofdvenster"]
    rijen = _vergelijkingen(stof, van=van, tot=tot)
    redenen = list(dict.fromkeys(rij["reden"] for rij in rijen if leeg(rij["coef_sd_totaal"])))
    hoofd = venster(*stof.editie["regressie"]["hoofdvenster"])
    if not rijen:
        return f"Voor de hoofdperiode {hoofd} is deze controle niet gedaan."
    if not redenen:
        return ""
    ook = "" if circulair(stof) else ", en ook voor geen andere periode"
    return (
        f"Voor de hoofdperiode {hoofd} is deze controle niet te doen "
        f"({'; '.join(map(redentekst, redenen))}){ook}."
    )


def zonder_dimensie(stof: Stof) -> str:
    """Name the factors that feed no dimension according to the config; "" if all do."""
    voedt = stof.editie["inferentie"]["dimensie_van_factor"]
    factoren = [f for f in stof.editie["factoren"] if f not in voedt]
    if not factoren:
        return ""
    if len(factoren) == len(stof.editie["factoren"]):
        return "Geen enkele factor is in de configuratie aan een dimensie verbonden."
    woord = taal.meervoud(len(factoren), "is", "zijn")
    return (
        f"{zinbegin(factornamen(stof, factoren))} {woord} in de configuratie niet aan een "
        "dimensie verbonden; daar valt niets weg te laten."
    )


def circulariteit_rijen(stof: Stof) -> list[Cellen]:
    """Return per window and factor the total, the total without its dimension, and that one."""
    return [
        [
            venster(rij["van"], rij["tot"]),
            rijkop(stof, rij["factor"]),
            DIMENSIES[rij["dimensie"]],
            *(kort_cel(rij, f"_{deel}") for deel in ("totaal", "zonder", "dimensie")),
        ]
        for rij in sorted(circulair(stof), key=lambda r: (r["van"], r["tot"]))
    ]


def circulariteit_zin(rij: Rij) -> str:
    """Say what becomes of an association when the dimension that the factor feeds is left out."""
    naam = taal.kleine_letter(rij["label"])
    voor, na = punt(rij["coef_sd_totaal"]), punt(rij["coef_sd_zonder"])
    zonder = f"zonder de dimensie {DIMENSIES[rij['dimensie']]}, die deze factor voedt,"
    hoe = _sterkte(rij["coef_sd_totaal"], rij["coef_sd_zonder"])
    if sluit_nul_uit(rij, "_totaal"):
        if sluit_nul_uit(rij, "_zonder"):
            return (
                f"De samenhang met {naam} ({voor}) blijft {zonder} aantoonbaar; zij {hoe} ({na})."
            )
        return (
            f"De samenhang met {naam} ({voor}) is {zonder} niet meer aantoonbaar; zij {hoe} ({na})."
        )
    if sluit_nul_uit(rij, "_zonder"):
        return (
            f"Een samenhang met {naam} is met de totale score niet aantoonbaar ({voor}), maar "
            f"{zonder} wel ({na})."
        )
    return f"Een samenhang met {naam} is niet aantoonbaar ({voor}), ook {zonder} niet ({na})."


def _sterkte(voor: float, na: float) -> str:
    if voor * na < 0:
        return "wisselt van teken"
    # AANNAME: een schatting die minder dan een tiende verandert heet vrijwel even sterk.
    #   Waarom: een woord voor een verschil vraagt een grens.
    #   Gevolg: met een krappere grens heten meer schattingen sterker of zwakker; de getallen in de
    #   tabel veranderen niet.
    #   Onderwerp: modellen. Als: controle circulariteit_oordeel. Zie: sec-rob-circulariteit.
    if abs(na) < 0.5 * abs(voor):
        return "verdwijnt voor meer dan de helft"
    if abs(na) < 0.9 * abs(voor):
        return "wordt zwakker"
    return "wordt sterker" if abs(na) > 1.1 * abs(voor) else "blijft vrijwel even sterk"


def _geteld(aantal: int, naast_andere: bool) -> str:
    enkel, meer = "vergelijking", "vergelijkingen"
    if not naast_andere:
        return taal.alle_van(aantal, enkel, meer)
    return f"de andere {enkel if aantal == 1 else taal.aantal_van(aantal, enkel, meer)}"


def _alleen_het_teken(rijen: Sequence[Rij]) -> str:
    """Name the associations that are clear in neither score and change sign, in one sentence."""
    per_periode: dict[str, list[str]] = {}
    for rij in rijen:
        namen = per_periode.setdefault(venster(rij["van"], rij["tot"]), [])
        namen.append(taal.kleine_letter(rij["label"]))
    delen = [f"in {periode} bij {taal.opsomming(namen)}" for periode, namen in per_periode.items()]
    return (
        "Alleen het teken van de schatting wisselt, zonder dat de samenhang in een van beide "
        f"scores aantoonbaar is: {'; '.join(delen)}."
    )


def circulariteit_zinnen(stof: Stof) -> list[str]:
    """Say per window and factor where leaving out the dimension matters, as list items."""
    uit, eens, nergens = [], 0, []
    for rij in sorted(circulair(stof), key=lambda r: (r["van"], r["tot"])):
        if rij["eensgezind"]:
            eens += 1
        elif not sluit_nul_uit(rij, "_totaal") and not sluit_nul_uit(rij, "_zonder"):
            nergens.append(rij)
        else:
            zin = netjes(stof, circulariteit_zin(rij))
            uit.append(f"*{venster(rij['van'], rij['tot'])}.* {zin}")
    if nergens:
        uit.append(netjes(stof, _alleen_het_teken(nergens)))
    if eens:
        uit.append(
            f"In {_geteld(eens, bool(uit))} blijven teken en aantoonbaarheid gelijk als "
            "de dimensie wegvalt."
        )
    return uit
