"""Omitted variables: how strong one would have to be."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.namen import factornaam
from leefbaarheid.tekst.gedeeld.robuustheid import (
    factornamen,
    heeft,
    hoofdrijen,
    leeg,
    per_factor,
    redentekst,
    rijkop,
    sluit_nul_uit,
)
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.technische_verantwoording.kern import kort_cel, zinbegin

KEREN = {1: "even sterk", 2: "twee keer zo sterk", 3: "drie keer zo sterk"}
"""How a sentence calls the multiples of an observed variable."""


def _deel(waarde: float | None) -> str:
    """Return a share of variance: a percentage with one decimal."""
    return taal.procent(waarde, 1)


def hoogste_veelvoud(stof: Stof) -> str:
    """Return the largest multiple that was tried, as "drie keer"."""
    keren = [rij["keer"] for rij in hoofdrijen(stof, "weggelaten_grenzen")]
    return f"{taal.telwoord(max(keren, default=max(KEREN)))} keer"


def weggelaten_rijen(stof: Stof) -> list[Cellen]:
    """Return per factor of the main model how strong an omitted variable would have to be."""
    uit = []
    for factor, rij in per_factor(stof, "weggelaten").items():
        kop = [rijkop(stof, factor), kort_cel(rij, reden=redentekst(rij["reden"]))]
        if leeg(rij.get("rv")):
            uit.append([*kop, *[taal.GEEN] * 5])
            continue
        uit.append(
            [
                *kop,
                _deel(rij["rv"]),
                _deel(rij["rv_alfa"]),
                rijkop(stof, rij["sterkste"]) if rij["sterkste"] else taal.GEEN,
                f"{_deel(rij['sterkste_r2_factor'])} en {_deel(rij['sterkste_r2_uitkomst'])}"
                if rij["sterkste"]
                else taal.GEEN,
                _bij(stof, rij),
            ]
        )
    return uit


def _bij(stof: Stof, rij: Rij) -> str:
    """Return at which multiple of the strongest variable the finding changes, as a cell."""
    if not rij["sterkste"] or not sluit_nul_uit(rij):
        return taal.GEEN
    if leeg(rij["verandert_bij"]):
        return f"niet tot {hoogste_veelvoud(stof)}"
    return KEREN[rij["verandert_bij"]]


def weggelaten_inleiding(stof: Stof) -> str:
    """Say what the shares of the sentences are; "" where no association is clear."""
    if not heeft(stof, "weggelaten") or not any(
        sluit_nul_uit(rij) for rij in per_factor(stof, "weggelaten").values()
    ):
        return ""
    return (
        "Per aantoonbare samenhang volgt hieronder welk deel van de resterende variantie een "
        "weggelaten kenmerk moet verklaren, van zowel de factor als de uitkomst."
    )


def weggelaten_zinnen(stof: Stof) -> list[str]:
    """Say per clear association how strong an omitted variable would have to be."""
    if not heeft(stof, "weggelaten"):
        return []
    rijen = per_factor(stof, "weggelaten")
    duidelijk = [f for f, rij in rijen.items() if sluit_nul_uit(rij)]
    zinnen = [_zin(stof, factor, rijen[factor]) for factor in duidelijk]
    vaag = [f for f, rij in rijen.items() if sluit_nul_uit(rij) is False]
    if vaag:
        wie = "geen enkele factor" if not duidelijk and len(vaag) == len(rijen) else ""
        zinnen.append(
            f"Voor {wie} is de samenhang aantoonbaar; er is dan geen uitkomst die een weggelaten "
            "kenmerk zou kunnen wegnemen."
            if wie
            else f"Voor {factornamen(stof, vaag)} is de samenhang ook zonder weggelaten kenmerk "
            "niet aantoonbaar."
        )
    return zinnen


def _zin(stof: Stof, factor: str, rij: Rij) -> str:
    naam = zinbegin(factornaam(stof, factor))
    zin = (
        f"{naam}: {_deel(rij['rv'])} om de schatting op nul te brengen, en "
        f"{_deel(rij['rv_alfa'])} om haar niet langer aantoonbaar te maken."
    )
    return zin if not rij["sterkste"] else f"{zin} {_sterkste(stof, rij)}"


def _sterkste(stof: Stof, rij: Rij) -> str:
    """Say what a variable as strong as the strongest observed one would do."""
    sterk = (
        "Een kenmerk dat even sterk is als het sterkste waargenomen kenmerk, "
        f"{factornaam(stof, rij['sterkste'])}, verklaart daarvan hoogstens "
        f"{_deel(rij['sterkste_r2_factor'])} (factor) en {_deel(rij['sterkste_r2_uitkomst'])} "
        "(uitkomst)"
    )
    bij = rij["verandert_bij"]
    if leeg(bij):
        return (
            f"{sterk}; ook een dat {hoogste_veelvoud(stof)} zo sterk is, neemt de aantoonbaarheid "
            "niet weg."
        )
    if bij == 1:
        return f"{sterk}; dat kan de aantoonbaarheid al wegnemen."
    return f"{sterk}; pas een dat {KEREN[bij]} is, kan de aantoonbaarheid wegnemen."
