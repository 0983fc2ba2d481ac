"""Dependence between wijken, within a gemeente and in space."""

from __future__ import annotations

import re

from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.robuustheid import hoofdrijen, leeg
from leefbaarheid.tekst.leefbaarheidsontwikkeling.robuustheid.kern import (
    naast_elkaar,
    netjes,
    zinnen_per_oordeel,
)
from leefbaarheid.tekst.stof import Stof

AFHANKELIJK = {
    "ols_crv1": "Hoofdmodel",
    "gemeente_fe": "Binnen gemeenten",
    "random_intercept": "Niveau per gemeente",
    "conley": "Ruimtelijk",
}
KERN = re.compile(r"Kern bartlett, afkap ([\d,]+ km)\.")


def afhankelijkheid_koppen() -> Cellen:
    """Return the variants as column heads."""
    return list(AFHANKELIJK.values())


def afhankelijkheid_rijen(stof: Stof) -> list[Cellen]:
    """Return per factor the four answers to dependence between wijken."""
    return naast_elkaar(stof, "afhankelijkheid", AFHANKELIJK)


def moran_zinnen(stof: Stof) -> list[str]:
    """Say per definition of neighbours whether their residuals are alike, as list items."""
    zinnen = [rij["betekenis"] or f"{rij['reden']}." for rij in hoofdrijen(stof, "moran")]
    kort = [re.sub(r"; daarom telt [^;]*\.$", ".", zin) for zin in zinnen]
    return [netjes(stof, zin) for zin in dict.fromkeys(kort)]


def ruimtelijk(stof: Stof) -> str:
    """Say whether the spatial standard errors are part of the verdict; "" if not estimated."""
    knn = [rij for rij in hoofdrijen(stof, "moran") if rij["gewichten"] == "knn"]
    if all(leeg(rij["moran_i"]) for rij in knn):
        return ""
    if any(rij["significant"] for rij in knn):
        return "De kolom *Ruimtelijk* telt daarom mee in het oordeel."
    return "De kolom *Ruimtelijk* staat er daarom alleen ter informatie en telt niet mee."


def afhankelijkheid_zinnen(stof: Stof) -> list[str]:
    """Say of which factors dependence between wijken changes the picture, as list items."""
    return zinnen_per_oordeel(
        stof,
        "afhankelijkheid_oordeel",
        lambda rij: str(rij["betekenis"]),
        "Bij {wie} verandert het beeld niet als rekening is gehouden met de afhankelijkheid "
        "tussen wijken.",
    )


def afhankelijkheid_noten(stof: Stof) -> list[str]:
    """Return what the columns of the table leave out or cannot say, each once."""
    zinnen = []
    for rij in hoofdrijen(stof, "afhankelijkheid"):
        if rij["toelichting"] and rij["term"] in stof.editie["factoren"]:
            zin = KERN.sub(r"de samenhang loopt af tot nul bij \1.", rij["toelichting"])
            zin = netjes(stof, zin)
            zinnen.append(f"*{AFHANKELIJK[rij['variant']]}*: {zin[:1].lower()}{zin[1:]}")
    return list(dict.fromkeys(zinnen))
