"""What the sections on the checks share: cells, house style, null findings.

As elsewhere a table row is a list of Markdown cells. A factor that cannot be tested keeps its row,
with the reason.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.gedeeld.cellen import SPATIE, Cellen
from leefbaarheid.tekst.gedeeld.namen import factorlabel, factornaam, in_zin
from leefbaarheid.tekst.gedeeld.robuustheid import (
    aantoonbaar_vanaf,
    heeft,
    interval,
    leeg,
    maat,
    nadruk,
    per_factor,
    punt,
    redentekst,
    rijkop,
)
from leefbaarheid.tekst.stof import Stof

MEESTE_ZINNEN = 3
"""So many times may one sentence return with other numbers; more is what a table is for."""


def zinbegin(zin: str) -> str:
    """Return a sentence with a capital at its start, also where that is in italics."""
    return f"*{taal.hoofdletter(zin[1:])}" if zin.startswith("*") else taal.hoofdletter(zin)


def netjes(stof: Stof, zin: str) -> str:
    """Return a sentence of another module as this report writes it.

    Labels of factors in italics, "periode" for venster, and no word "marge" for an interval:
    in this report the marge is the tolerance within which a change is stagnation.
    """
    labels = [factorlabel(stof, factor) for factor in stof.editie["factoren"]]
    namen = {als_markdown(taal.kleine_letter(x)): in_zin(x) for x in labels}
    namen |= {als_markdown(x): in_zin(x) for x in labels}
    zin = als_markdown(zin)
    if namen:
        delen = "|".join(re.escape(x) for x in sorted(namen, key=len, reverse=True))
        zin = re.sub(rf"(?<!\w)(?:{delen})(?!\w)", lambda m: namen[m[0]], zin)
    zin = re.sub(r"\bmarge\b", "onzekerheidsmarge", zin)
    zin = zin.replace("het hoofdvenster", "de hoofdperiode")
    zin = zin.replace("Het venster", "De periode").replace("het venster", "de periode")
    zin = zin.replace("dat venster", "die periode")
    return zinbegin(zin)


def interval_in_zin(laag: float, hoog: float) -> str:
    """Return an interval to three decimals, or four where a bound would read as zero."""
    return taal.interval(laag, hoog, 4 if 0 < min(abs(laag), abs(hoog)) < 0.0005 else 3)


def _schatting(rij: Mapping[str, Any], achter: str) -> list[Any]:
    """Return an estimate and the ends of its interval, as far as a row has them."""
    return [rij.get(f"{maat_}{achter}") for maat_ in ("coef_sd", "ci_sd_laag", "ci_sd_hoog")]


def schatting_cel(rij: Mapping[str, Any], achter: str = "", reden: str | None = None) -> str:
    """Return an estimate with its interval in brackets, bold where it leaves out zero.

    Args:
        rij: coef_sd, ci_sd_laag, ci_sd_hoog and p, each with `achter` behind its name.
        achter: suffix of the columns.
        reden: words shown in italics where there is no estimate or no interval.
    """
    coef, laag, hoog = _schatting(rij, achter)
    if leeg(coef):
        return f"*{reden}*" if reden else taal.GEEN
    getal = nadruk(punt(coef), rij, achter)
    if leeg(laag):
        return f"{getal} *({reden})*" if reden else getal
    return f"{getal} ({interval(laag, hoog)})"


def kort_cel(rij: Mapping[str, Any], achter: str = "", reden: str | None = None) -> str:
    """Return an estimate ± half its (symmetric) interval, for a narrow column.

    Args:
        rij, achter, reden: see `schatting_cel`.
    """
    coef, laag, hoog = _schatting(rij, achter)
    if leeg(coef) or leeg(laag) or leeg(hoog) or not math.isfinite(hoog - laag):
        return schatting_cel(rij, achter, reden)
    return f"{nadruk(punt(coef), rij, achter)} ±{SPATIE}{maat((hoog - laag) / 2)}"


def rijkop_met_reden(stof: Stof, factor: str, rij: Mapping[str, Any], veld: str = "coef_sd") -> str:
    """Return the row head of a factor, with the reason where there is no estimate."""
    reden = rij.get("reden")
    if reden and leeg(rij.get(veld)):
        return f"{rijkop(stof, factor)} (*niet te toetsen: {redentekst(reden)}*)"
    return rijkop(stof, factor)


def vanaf_cel(stof: Stof, factor: str) -> str:
    """Return the minimal detectable association of a factor as a cell."""
    return maat(aantoonbaar_vanaf(stof, factor))


def naast_elkaar(stof: Stof, tabel: str, namen: Iterable[str]) -> list[Cellen]:
    """Return per factor the estimate of each variant of a check, and what was detectable."""
    varianten = [per_factor(stof, tabel, variant=naam) for naam in namen]
    return [
        [
            rijkop(stof, factor),
            *(
                kort_cel(rijen[factor], reden=redentekst(rijen[factor].get("reden")))
                for rijen in varianten
            ),
            vanaf_cel(stof, factor),
        ]
        for factor in stof.editie["factoren"]
    ]


def nulbevindingen(stof: Stof, factoren: Iterable[str]) -> str:
    """Return factors without a clear association, each with what could be detected."""
    delen = []
    for factor in factoren:
        vanaf = aantoonbaar_vanaf(stof, factor)
        erbij = "" if vanaf is None else f" (vanaf {taal.getal(vanaf, 3)})"
        delen.append(f"{factornaam(stof, factor)}{erbij}")
    return taal.opsomming(delen)


def factoren_met_grens(stof: Stof, factoren: Iterable[str]) -> str:
    """Return factors as an enumeration; of those without a clear association what could be."""
    return taal.opsomming(
        [
            nulbevindingen(stof, [f]) if is_nulbevinding(stof, f) else factornaam(stof, f)
            for f in factoren
        ]
    )


def is_nulbevinding(stof: Stof, factor: str) -> bool:
    """Tell whether the leading estimate of a factor leaves zero within its interval."""
    if not heeft(stof, "aantoonbaar"):
        return False
    return bool(per_factor(stof, "aantoonbaar")[factor].get("nul_in_interval"))


def grens_erachter(stof: Stof, factor: str) -> str:
    """Return a sentence on what could be detected, behind one on a null finding; else ""."""
    vanaf = aantoonbaar_vanaf(stof, factor) if is_nulbevinding(stof, factor) else None
    return "" if vanaf is None else f" (In het hoofdmodel: vanaf {taal.getal(vanaf, 3)}.)"


def zinnen_per_oordeel(
    stof: Stof, naam: str, zin_van: Callable[[Rij], str], rest: str
) -> list[str]:
    """Return the sentence of every factor that is not of one mind, and one for the others.

    Args:
        stof: what the document is written from.
        naam: table with a row per factor, with `eensgezind`.
        zin_van: the sentence of a row.
        rest: sentence on the others, with {wie} for their names.
    """
    uit, eens = [], []
    for factor, rij in per_factor(stof, naam).items():
        if rij.get("eensgezind"):
            eens.append(factor)
        else:
            zin = zin_van(rij) if "eensgezind" in rij else f"{redentekst(rij['reden'])}."
            uit.append(netjes(stof, zin) + grens_erachter(stof, factor))
    if eens:
        wie = factoren_met_grens(stof, eens) if uit else "elke factor"
        uit.append(rest.format(wie=wie))
    return uit
