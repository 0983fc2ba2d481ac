"""What could have been noticed: the smallest detectable association."""

from __future__ import annotations

from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import SELECTIE
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.namen import factornaam
from leefbaarheid.tekst.gedeeld.robuustheid import (
    aantoonbaar_vanaf,
    factornamen,
    heeft,
    hoofdrijen,
    interval,
    leeg,
    maat,
    nadruk,
    per_factor,
    punt,
    rijen_van,
    rijkop,
)
from leefbaarheid.tekst.leefbaarheidsontwikkeling.robuustheid.kern import (
    is_nulbevinding,
    nulbevindingen,
    rijkop_met_reden,
)
from leefbaarheid.tekst.stof import Stof


def kracht(stof: Stof) -> str:
    """Return the probability that belongs to the minimal detectable association."""
    rijen = hoofdrijen(stof, "aantoonbaar")
    return taal.procent(rijen[0]["kracht"]) if rijen else taal.GEEN


def kracht_betekenis(stof: Stof) -> str:
    """Say what the smallest detectable association is."""
    return (
        "De kleinste aantoonbare samenhang is zo groot dat deze gegevens haar met "
        f"{kracht(stof)} kans aan het licht zouden brengen; een kleinere samenhang kan bestaan "
        "zonder dat deze analyse haar laat zien."
    )


def kracht_tekst(stof: Stof) -> str:
    """Lay the null findings beside what could be detected."""
    rijen = per_factor(stof, "aantoonbaar")
    grenzen = {
        f: grens
        for f in rijen
        if is_nulbevinding(stof, f) and (grens := aantoonbaar_vanaf(stof, f)) is not None
    }
    nul = list(grenzen)
    wel = [f for f in rijen if rijen[f].get("nul_in_interval") is False]
    if not nul:
        return "In het hoofdmodel sluit het interval van elke factor nul uit."
    zin = f"Niet aantoonbaar in het hoofdmodel: {nulbevindingen(stof, nul)}. "
    if wel:
        kleinst = min(wel, key=lambda f: abs(rijen[f]["coef_sd"]))
        grootte = abs(rijen[kleinst]["coef_sd"])
        verborgen = [f for f in nul if grenzen[f] > grootte]
        if verborgen:
            wie = "elk van deze factoren" if verborgen == nul else factornamen(stof, verborgen)
            return zin + (
                f"Ter vergelijking: de kleinste samenhang die wél aantoonbaar is, die met "
                f"{factornaam(stof, kleinst)}, bedraagt {taal.getal(grootte, 3)} punt. Bij {wie} "
                f"zou een samenhang van die omvang met minder dan {kracht(stof)} kans zijn "
                "opgevallen."
            )
        return zin + (
            f"Een samenhang zo groot als die met {factornaam(stof, kleinst)} "
            f"({taal.getal(grootte, 3)} punt), de kleinste die wél aantoonbaar is, zou ook bij "
            f"deze factoren met ten minste {kracht(stof)} kans zijn opgevallen."
        )
    laag, hoog = (taal.getal(x, 3) for x in (min(grenzen.values()), max(grenzen.values())))
    tussen = f"{laag} punt" if laag == hoog else f"{laag} tot {hoog} punt"
    return zin + (
        f"Een samenhang kleiner dan {tussen} zou met minder dan {kracht(stof)} kans zijn "
        "opgevallen."
    )


def kracht_rijen(stof: Stof) -> list[Cellen]:
    """Return per factor the estimate and the smallest association that could be detected."""
    uit = []
    intervallen = per_factor(stof, "clusters") if heeft(stof, "clusters") else {}
    for factor, rij in per_factor(stof, "aantoonbaar").items():
        grenzen = intervallen.get(factor, {})
        nul = rij.get("nul_in_interval")
        uit.append(
            [
                rijkop_met_reden(stof, factor, rij, "mde_sd"),
                _eenheid(stof, factor),
                nadruk(punt(rij.get("coef_sd")), grenzen),
                interval(grenzen.get("ci_sd_laag"), grenzen.get("ci_sd_hoog")),
                taal.GEEN if nul is None else "ja" if nul else "nee",
                maat(rij.get("mde_sd")),
                maat(rij.get("mde"), 4),
            ]
        )
    return uit


def _eenheid(stof: Stof, factor: str) -> str:
    for rij in stof.tabellen["codeboek"]:
        if rij["factor"] == factor:
            return als_markdown(rij["eenheid"] or taal.GEEN)
    return taal.GEEN


def kracht_venster_rijen(stof: Stof, vensters: Sequence[tuple[int, int]]) -> list[Cellen]:
    """Return the smallest detectable association per window; bold where zero is left out."""
    model = stof.editie["regressie"]["hoofdmodel"]
    uit = []
    for factor in stof.editie["factoren"]:
        cellen = [rijkop(stof, factor)]
        for van, tot in vensters:
            rijen = rijen_van(
                stof,
                "aantoonbaar",
                van=van,
                tot=tot,
                model=model,
                steekproef=SELECTIE,
                term=factor,
            )
            rij = rijen[0] if rijen else {}
            tekst = f"{maat(rij.get('mde_sd'))} ({punt(rij.get('coef_sd'))})"
            duidelijk = rij.get("nul_in_interval") is False
            cellen.append(
                taal.GEEN if leeg(rij.get("mde_sd")) else f"**{tekst}**" if duidelijk else tekst
            )
        uit.append(cellen)
    return uit
