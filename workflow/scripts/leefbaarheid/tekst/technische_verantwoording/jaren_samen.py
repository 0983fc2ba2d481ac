"""All years together: the association of every factor in every year, and the years before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import IN_AANMERKING, SELECTIE
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.meetmoment import zonder_merk
from leefbaarheid.basis.schattingen import tel_richtingen
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import VORM_APART, VORM_SAMEN, Meting, Zijde
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.namen import factornaam
from leefbaarheid.tekst.gedeeld.robuustheid import (
    factornamen,
    leeg,
    nadruk,
    punt,
    redentekst,
    rijen_van,
    sluit_nul_uit,
)
from leefbaarheid.tekst.gedeeld.schattingen import SIGNIFICANTIE
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.technische_verantwoording.kern import (
    MEESTE_ZINNEN,
    rijkop_met_reden,
    zinbegin,
)


def basisjaar(stof: Stof) -> int:
    """Return the year that the others are compared with."""
    return int(rijen_van(stof, "jaren")[0]["basisjaar"])


def andere_jaren(stof: Stof) -> list[int]:
    """Return the other years."""
    return sorted({int(rij["jaar"]) for rij in rijen_van(stof, "jaren")})


def heeft_jaren_voor(stof: Stof) -> bool:
    """Tell whether there are measurements before the base year."""
    return andere_jaren(stof)[0] < basisjaar(stof)


def wie(stof: Stof) -> str:
    """Say of how many wijken the tables and sentences are."""
    for rij in rijen_van(stof, "jaren", steekproef=SELECTIE):
        if not leeg(rij["n"]):
            n, gemeenten = int(rij["n"]), int(rij["n_gemeenten"])
            return (
                "Het gaat om "
                f"{taal.aantal_van(n, f'geselecteerde {W.gebied}', f'geselecteerde {W.gebieden}')} "
                "met een score in elk meetjaar en een waarde voor elke factor, in "
                f"{taal.aantal_van(gemeenten, 'gemeente', 'gemeenten')}."
            )
    return ""


def _van_factor(stof: Stof, factor: str, vorm: str = VORM_SAMEN, **kenmerken: Any) -> list[Rij]:
    kenmerken = {"steekproef": SELECTIE} | kenmerken
    rijen = rijen_van(stof, "jaren", factor=factor, vorm=vorm, **kenmerken)
    return sorted(rijen, key=lambda rij: rij["jaar"])


def _toets(stof: Stof, factor: str, zijde: Zijde, steekproef: str = SELECTIE) -> Rij:
    """Return the joint test of the years on one side; an empty row where there is none."""
    rijen = rijen_van(
        stof,
        "jaren_toets",
        factor=factor,
        vorm=VORM_SAMEN,
        zijde=zijde.value,
        steekproef=steekproef,
    )
    return rijen[0] if rijen else {}


def _aantoonbaar(toets: Mapping[str, Any]) -> bool:
    return not leeg(toets.get("p")) and bool(toets["p"] < SIGNIFICANTIE)


# ------------------------------------------------------------------ table and sentences per factor


def jaren_rijen(stof: Stof) -> list[Cellen]:
    """Return per factor the coefficient of every year, and the two joint tests."""
    uit = []
    for factor in stof.editie["factoren"]:
        rijen = _van_factor(stof, factor)
        toetsen = [_toets(stof, factor, zijde) for zijde in Zijde]
        uit.append(
            [
                rijkop_met_reden(stof, factor, rijen[0]),
                *(_cel(rij) for rij in rijen),
                *(taal.p_waarde(None if leeg(t.get("p")) else t["p"]) for t in toetsen),
            ]
        )
    return uit


NA_TEKEN = "°"
"""Behind an estimate of a factor that was measured in the later of both years, or after it."""


def _cel(rij: Rij) -> str:
    if leeg(rij["coef_sd"]):
        return taal.GEEN
    teken = NA_TEKEN if rij["meting"] == Meting.NA else ""
    return nadruk(punt(rij["coef_sd"]), rij) + teken


def na_noot(stof: Stof) -> str:
    """Explain the mark of factors measured later, where there is one."""
    rijen = rijen_van(stof, "jaren", steekproef=SELECTIE, vorm=VORM_SAMEN)
    if any(rij["meting"] == Meting.NA and not leeg(rij["coef_sd"]) for rij in rijen):
        return f"{NA_TEKEN}: de factor is in het laatste van beide jaren gemeten, of later. "
    return ""


def jaren_zinnen(stof: Stof) -> list[str]:
    """Say per factor in which years it is clear, and what the years before show.

    What many factors have in common is said once; the table has the numbers of each.
    """
    factoren, basis = stof.editie["factoren"], basisjaar(stof)
    nergens = [factor for factor in factoren if _nergens(stof, factor)]
    ervoor_niet = [factor for factor in factoren if _ervoor_niet(stof, factor)]
    samen = nergens if len(nergens) > MEESTE_ZINNEN else []
    zonder_voor = ervoor_niet if len(ervoor_niet) > MEESTE_ZINNEN else []
    zinnen = [_factorzin(stof, f, f not in zonder_voor) for f in factoren if f not in samen]
    if samen:
        zinnen.append(
            f"{zinbegin(factornamen(stof, samen))}: de samenhang is in geen enkel jaar na {basis} "
            "aantoonbaar, en in alle jaren samen evenmin."
        )
    if zonder_voor:
        zinnen.append(
            f"Vóór {basis} is geen samenhang aantoonbaar met {factornamen(stof, zonder_voor)}."
        )
    return zinnen


def _nergens(stof: Stof, factor: str) -> bool:
    """Tell whether a factor is clear in no year after the base year, nor in all together."""
    geschat = [rij for rij in _van_factor(stof, factor) if not leeg(rij["p"])]
    later = [rij for rij in geschat if rij["jaar"] > basisjaar(stof)]
    toets = _toets(stof, factor, Zijde.NA)
    if len(later) < len("ab") or leeg(toets.get("p")) or _peiljaar(stof, factor, geschat):
        return False
    return not _aantoonbaar(toets) and not any(sluit_nul_uit(rij) for rij in later)


def _ervoor_niet(stof: Stof, factor: str) -> bool:
    """Tell whether the years before the base year were tested together and are not clear."""
    toets = _toets(stof, factor, Zijde.VOOR)
    getoetst = bool(toets.get("n_jaren")) and not leeg(toets.get("p"))
    return getoetst and not _aantoonbaar(toets)


def _factorzin(stof: Stof, factor: str, met_voor: bool) -> str:
    basis, rijen = basisjaar(stof), _van_factor(stof, factor)
    naam = zinbegin(factornaam(stof, factor))
    geschat = [rij for rij in rijen if not leeg(rij["p"])]
    if not geschat:
        return f"{naam}: niet te toetsen ({redentekst(rijen[0]['reden'])})."
    delen = [_na(stof, factor, [rij for rij in geschat if rij["jaar"] > basis], basis)]
    if met_voor:
        delen.append(_voor(stof, factor, basis))
    return f"{naam}{_peiljaar(stof, factor, geschat)}: {'; '.join(filter(None, delen))}."


def _na(stof: Stof, factor: str, rijen: list[Rij], basis: int) -> str:
    """Say in which years after the base year a factor is clear."""
    if not rijen:
        return f"na {basis} is er geen meting"
    toets = _toets(stof, factor, Zijde.NA)
    samen = "" if leeg(toets.get("p")) else f" (alle samen: {_p(toets)})"
    duidelijk = [rij for rij in rijen if sluit_nul_uit(rij)]
    ander = [rij for rij in rijen if not sluit_nul_uit(rij)]
    if not duidelijk:
        if len(rijen) == 1:
            return f"de samenhang is in {rijen[0]['jaar']} niet aantoonbaar"
        if _aantoonbaar(toets):
            return (
                f"de samenhang is in geen afzonderlijk jaar na {basis} aantoonbaar, in alle samen "
                f"wel ({_p(toets)})"
            )
        return f"de samenhang is in geen enkel jaar na {basis} aantoonbaar{samen}"
    wel = taal.opsomming([f"{rij['jaar']} ({punt(rij['coef_sd'])})" for rij in duidelijk])
    if len(rijen) == 1:
        return f"de samenhang is in {rijen[0]['jaar']} aantoonbaar ({punt(rijen[0]['coef_sd'])})"
    if not ander:
        return f"de samenhang is in elk jaar na {basis} aantoonbaar: {wel}{samen}"
    niet = taal.opsomming([str(rij["jaar"]) for rij in ander])
    return f"de samenhang is aantoonbaar in {wel}, maar niet in {niet}{samen}"


def _voor(stof: Stof, factor: str, basis: int) -> str:
    """Say whether the factor is clear in the years before the base year together."""
    toets = _toets(stof, factor, Zijde.VOOR)
    if not toets.get("n_jaren"):
        return ""
    if leeg(toets.get("p")):
        return f"de jaren vóór {basis} zijn niet te toetsen ({redentekst(toets['reden'])})"
    if _aantoonbaar(toets):
        return (
            f"ook vóór {basis} is een samenhang aantoonbaar ({_p(toets)}), zodat wat erna te "
            "zien is, niet los staat van een verloop dat er al was"
        )
    return f"vóór {basis} is geen samenhang aantoonbaar ({_p(toets)})"


def _p(toets: Mapping[str, Any]) -> str:
    """Return "p = 0,034", or "p < 0,001"."""
    return taal.p_in_zin(toets["p"])


def _peiljaar(stof: Stof, factor: str, rijen: Iterable[Rij]) -> str:
    """Say when a factor was measured, where that is in or after some of the years that follow."""
    later = [
        rij["jaar"]
        for rij in rijen
        if rij["meting"] == Meting.NA and rij["jaar"] > rij["basisjaar"]
    ]
    if not later:
        return ""
    niet_voor = f"niet vóór {max(later)}"
    rij = next(rij for rij in stof.tabellen["codeboek"] if rij["factor"] == factor)
    if zonder_merk(str(rij["label"]))[1]:  # the year is in the name already
        return f" ({niet_voor} gemeten)"
    return f" (gemeten in {taal.jaren(rij['peiljaar'])}, {niet_voor})"


def overzicht(stof: Stof) -> str:
    """Count what is clear after the base year, in both directions, with and without the others."""
    basis, delen, n = basisjaar(stof), [], 0
    hoe_van = {VORM_SAMEN: "met alle factoren samen", VORM_APART: "met elke factor apart"}
    for vorm, hoe in hoe_van.items():
        rijen = [
            rij
            for rij in rijen_van(stof, "jaren", steekproef=SELECTIE, vorm=vorm)
            if rij["jaar"] > basis and not leeg(rij["p"])
        ]
        if len(rijen) < 2:
            return ""
        duidelijk = [rij for rij in rijen if sluit_nul_uit(rij)]
        delen.append(f"{hoe} {tel_richtingen(duidelijk).in_woorden}")
        n = len(rijen)
    toeval = taal.getal(SIGNIFICANTIE * n, 1)
    return (
        f"Van de {taal.telwoord(n)} schattingen van de jaren na {basis} zijn er aantoonbaar: "
        f"{taal.opsomming(delen)}. Zonder enige samenhang zouden dat er gemiddeld {toeval} zijn."
    )


def ruimere_groep(stof: Stof) -> str:
    """Say what the years before show for all eligible wijken; "" without that sample."""
    toetsen = {
        factor: _toets(stof, factor, Zijde.VOOR, IN_AANMERKING)
        for factor in stof.editie["factoren"]
    }
    getoetst = {factor: toets for factor, toets in toetsen.items() if not leeg(toets.get("p"))}
    if not getoetst:
        return ""
    duidelijk = [factor for factor, toets in getoetst.items() if _aantoonbaar(toets)]
    n = next(int(toets["n"]) for toets in getoetst.values())
    begin = (
        f"Bij alle {taal.getal(n)} {W.gebieden} die in aanmerking kwamen, is vóór "
        f"{basisjaar(stof)} "
    )
    if not duidelijk:
        return f"{begin}bij geen enkele factor een samenhang aantoonbaar."
    if len(duidelijk) == len(getoetst):
        return f"{begin}bij elke factor een samenhang aantoonbaar."
    return f"{begin}een samenhang aantoonbaar met {factornamen(stof, duidelijk)}."


def toetskop(stof: Stof, voor: bool) -> str:
    """Return the head of a column with joint tests."""
    return f"p {'vóór' if voor else 'na'} {basisjaar(stof)}"
