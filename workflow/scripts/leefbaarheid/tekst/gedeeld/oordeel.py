"""Sentences on the verdicts about the associations, in hoofdrapport and bijlage."""

from __future__ import annotations

from collections.abc import Iterable

from leefbaarheid.basis import taal
from leefbaarheid.basis.oordeel import Oordeel
from leefbaarheid.tekst.gedeeld.namen import factornaam
from leefbaarheid.tekst.gedeeld.robuustheid import (
    factornamen,
    per_factor,
    sluit_nul_uit,
)
from leefbaarheid.tekst.stof import Stof

NIET_MEER = "maar niet meer als meetelt hoeveel samenhangen er tegelijk zijn getoetst"
"""What the correction for the number of tests took away, in words for every reader."""


def factoren_per_oordeel(stof: Stof) -> dict[str, list[str]]:
    """Return verdict word -> factors."""
    uit: dict[str, list[str]] = {}
    for factor, rij in per_factor(stof, "eindoordeel").items():
        uit.setdefault(rij.get("oordeel") or Oordeel.NIET_TE_TOETSEN.value, []).append(factor)
    return uit


def telling(stof: Stof) -> str:
    """Count the verdicts, which are about the main window."""
    n = len(stof.editie["factoren"])
    oordelen = factoren_per_oordeel(stof)
    woorden = [w.value for w in Oordeel if w in oordelen]
    if n == 1:
        naam = factornaam(stof, stof.editie["factoren"][0])
        return f"De samenhang met {naam} is in de hoofdperiode {woorden[0]}."
    delen = [f"bij {taal.telwoord(len(oordelen[w]))} {w}" for w in woorden]
    if len(woorden) == 1:
        alle = taal.alle_van(n, "factor", "factoren")
        return f"Voor {alle} is het oordeel over de hoofdperiode: {woorden[0]}."
    return (
        f"Van de {taal.telwoord(n)} factoren is de samenhang in de hoofdperiode "
        f"{taal.opsomming(delen)}."
    )


_WIL_ZEGGEN = {
    Oordeel.GEVOELIG.value: " (het hangt af van de manier van rekenen)",
    Oordeel.ONZEKER.value: " (niet aangetoond)",
}


def oordeel_kort(stof: Stof) -> str:
    """Name the robust associations and count the others, each verdict with what it means."""
    oordelen, n = factoren_per_oordeel(stof), len(stof.editie["factoren"])
    robuust = oordelen.get(Oordeel.ROBUUST.value, [])
    rest = [w.value for w in Oordeel if w in oordelen and w != Oordeel.ROBUUST]
    delen = [f"bij {taal.telwoord(len(oordelen[w]))} {w}{_WIL_ZEGGEN.get(w, '')}" for w in rest]
    if not robuust:
        if len(rest) > 1:
            return (
                f"Bij geen van de {taal.telwoord(n)} factoren is de samenhang robuust; zij is "
                f"{taal.opsomming(delen)}."
            )
        wie = "de factor" if n == 1 else taal.alle_van(n, "factor", "factoren")
        return f"Bij {wie} is de samenhang {rest[0]}{_WIL_ZEGGEN.get(rest[0], '')}."
    zin = (
        f"Robuust is de samenhang met {factornamen(stof, robuust)}: zij heeft bij andere manieren "
        "van rekenen steeds dezelfde richting en is meestal aantoonbaar."
        if len(robuust) == 1
        else f"Robuust zijn de samenhangen met {factornamen(stof, robuust)}: zij houden bij andere "
        "manieren van rekenen steeds hun richting en zijn meestal aantoonbaar."
    )
    if not rest:
        return zin
    over = n - len(robuust)
    wie = "andere factor" if over == 1 else f"andere {taal.telwoord(over)} factoren"
    if len(rest) == 1:
        return f"{zin} Bij de {wie} is de samenhang {rest[0]}{_WIL_ZEGGEN.get(rest[0], '')}."
    return f"{zin} Van de {wie} is de samenhang {taal.opsomming(delen)}."


def houdt_stand(stof: Stof, factor: str) -> bool | None:
    """Tell whether a factor may be presented as established, by the correction of its family.

    A clear association that fails the report's own correction is not established, in any sentence:
    it "houdt geen stand na correctie". None where there is no correction (its check is off) or no
    test.
    """
    if "robuustheid_eindoordeel" not in stof.tabellen:
        return None
    waarde = per_factor(stof, "eindoordeel")[factor].get("houdt_stand")
    return None if waarde is None else bool(waarde)


def woord_voor_aantoonbaar(stof: Stof, factoren: Iterable[str]) -> str:
    """Return what the clear associations of these factors together are called.

    Where one of them fails the correction they are "los getoetst aantoonbare": a reader who counts
    the established ones finds fewer.
    """
    weg = any(houdt_stand(stof, factor) is False for factor in factoren)
    return "los getoetst aantoonbare" if weg else "aantoonbare"


def valt_af(stof: Stof) -> list[str]:
    """Return the factors whose clear association does not hold after the correction."""
    return [
        factor
        for factor, rij in per_factor(stof, "eindoordeel").items()
        if sluit_nul_uit(rij) and houdt_stand(stof, factor) is False
    ]


def veranderd(stof: Stof) -> str:
    """Say which associations the correction for the number of tests takes away; "" without one."""
    if all(houdt_stand(stof, factor) is None for factor in stof.editie["factoren"]):
        return ""
    return wat_veranderde(stof) or (
        "De correctie voor het aantal toetsen verandert niet welke samenhangen in het hoofdmodel "
        "aantoonbaar heten."
    )


def wat_veranderde(stof: Stof) -> str:
    """Say which associations the correction for the number of tests takes away; else ""."""
    weg = valt_af(stof)
    if not weg:
        return ""
    return f"De samenhang met {factornamen(stof, weg)} is op zichzelf aantoonbaar, {NIET_MEER}."


def binnen_gemeenten(stof: Stof) -> str:
    """Say which clear associations are not clear among wijken of one gemeente; else "".

    Only a tested difference makes it one between gemeenten.
    """
    tussen: list[str] = []
    open_: list[str] = []
    zonder: list[str] = []
    duidelijk = {f: r for f, r in per_factor(stof, "eindoordeel").items() if sluit_nul_uit(r)}
    for factor, rij in duidelijk.items():
        if sluit_nul_uit(rij, "_binnen") is not False:
            continue
        verschilt = sluit_nul_uit(rij, "_verschil")
        zwakker = verschilt and abs(rij["coef_sd_binnen"]) < abs(rij["coef_sd_tussen"])
        (zonder if verschilt is None else tussen if zwakker else open_).append(factor)
    zinnen = []
    if tussen:
        zinnen.append(
            f"Binnen gemeenten is de samenhang met {factornamen(stof, tussen)} niet aantoonbaar, "
            "en aantoonbaar zwakker dan tussen gemeenten; het gaat dus vooral om een verschil "
            "tussen gemeenten."
        )
    if open_:
        woord = woord_voor_aantoonbaar(stof, open_)
        geen_van = (
            f"geen van de {taal.telwoord(len(open_))} {woord} samenhangen nog aantoonbaar"
            if len(open_) == len(duidelijk) > 1
            else f"de samenhang met {factornamen(stof, open_)} niet aantoonbaar"
        )
        zinnen.append(
            f"Binnen gemeenten is {geen_van}; een verschil met de samenhang tussen gemeenten is "
            "evenmin aantoonbaar."
        )
    if zonder:
        zinnen.append(
            f"Binnen gemeenten is de samenhang met {factornamen(stof, zonder)} niet aantoonbaar; "
            "of zij daar anders is dan tussen gemeenten, is niet te toetsen."
        )
    return " ".join(zinnen)
