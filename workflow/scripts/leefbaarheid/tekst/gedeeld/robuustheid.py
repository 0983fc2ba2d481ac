"""What hoofdrapport and bijlage share about the checks: their tables, cells and names of factors.

Unless it says otherwise a function is about the main regression: hoofdvenster, hoofdmodel and the
selected wijken. A check that is off has a table of one row, with the reason.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import SELECTIE
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.gedeeld.cellen import SPATIE
from leefbaarheid.tekst.gedeeld.namen import factorlabel, factornaam
from leefbaarheid.tekst.gedeeld.schattingen import SIGNIFICANTIE
from leefbaarheid.tekst.redenen import alle
from leefbaarheid.tekst.stof import Stof


def leeg(waarde: Any) -> bool:
    """Tell whether a cell has no number: empty, NaN or text."""
    return waarde is None or isinstance(waarde, str) or taal.is_leeg(waarde)


def interval(laag: Any, hoog: Any, decimalen: int = 3) -> str:
    """Return an interval on one line; an end that is not bounded is "onbegrensd"."""
    if leeg(laag) or leeg(hoog):
        return taal.GEEN
    grenzen = [
        taal.verandering(grens, decimalen) if math.isfinite(grens) else "onbegrensd"
        for grens in (laag, hoog)
    ]
    return SPATIE.join((grenzen[0], "tot", grenzen[1]))


def redentekst(reden: str | None) -> str:
    """Return a reason of a table as Markdown, in the words of the report."""
    return als_markdown(alle.redentekst(reden))


def punt(waarde: Any) -> str:
    """Return a coefficient per standard deviation: sign and three decimals."""
    return taal.GEEN if leeg(waarde) else taal.verandering(waarde, 3)


def maat(waarde: Any, decimalen: int = 3) -> str:
    """Return a number without sign, or a dash."""
    return taal.GEEN if leeg(waarde) else taal.getal(waarde, decimalen)


def sluit_nul_uit(rij: Mapping[str, Any], achter: str = "") -> bool | None:
    """Tell whether an estimate is clear; None where there is no test."""
    p: Any = rij.get(f"p{achter}")
    return None if leeg(p) else bool(p < SIGNIFICANTIE)


def nadruk(tekst: str, rij: Mapping[str, Any], achter: str = "") -> str:
    """Return `tekst` in bold where the interval leaves out zero."""
    return f"**{tekst}**" if sluit_nul_uit(rij, achter) else tekst


def heeft(stof: Stof, naam: str) -> bool:
    """Tell whether a table (name without "robuustheid_") was made and has something in it."""
    return bool(stof.tabellen.get(f"robuustheid_{naam}")) and not uitgezet(stof, naam)


def uitgezet(stof: Stof, naam: str) -> str:
    """Return the sentence that a check is off, or "" when its table has results."""
    rijen = controletabel(stof, naam)
    if rijen and set(rijen[0]) == {"reden"}:
        return f"{taal.hoofdletter(redentekst(rijen[0]['reden']))}."
    return ""


def controletabel(stof: Stof, naam: str) -> list[Rij]:
    naam = f"robuustheid_{naam}"
    if naam not in stof.tabellen:
        raise KeyError(f"er is geen tabel met de naam '{naam}'")
    return stof.tabellen[naam]


def rijen_van(stof: Stof, naam: str, /, **kenmerken: Any) -> list[Rij]:
    """Return the rows with these values; none when the check is off."""
    if uitgezet(stof, naam):
        return []
    return [
        rij
        for rij in controletabel(stof, naam)
        if all(rij.get(k) == v for k, v in kenmerken.items())
    ]


def hoofdrijen(stof: Stof, naam: str, /, **kenmerken: Any) -> list[Rij]:
    """Return the rows of the main regression, as far as a table has its columns."""
    r = stof.editie["regressie"]
    van, tot = r["hoofdvenster"]
    vast = {"van": van, "tot": tot, "model": r["hoofdmodel"], "steekproef": SELECTIE}
    rijen = rijen_van(stof, naam, **kenmerken)
    return [rij for rij in rijen if all(rij[k] == v for k, v in vast.items() if k in rij)]


def per_factor(stof: Stof, naam: str, /, **kenmerken: Any) -> dict[str, Rij]:
    """Return factor -> its row in the main regression, in the order of the config."""
    gevonden: dict[str, Rij] = {}
    for rij in hoofdrijen(stof, naam, **kenmerken):
        gevonden.setdefault(str(rij.get("term") or rij.get("factor")), rij)
    geen = {"reden": ToetsReden.GEEN_UITKOMST.met()}
    return {f: gevonden.get(f, geen) for f in stof.editie["factoren"]}


def rijkop(stof: Stof, factor: str) -> str:
    """Return the label of a factor as a row head."""
    return als_markdown(factorlabel(stof, factor))


def factornamen(stof: Stof, factoren: Iterable[str]) -> str:
    """Return factors as an enumeration in italics."""
    return taal.opsomming([factornaam(stof, f) for f in factoren])


def aantoonbaar_vanaf(stof: Stof, factor: str) -> float | None:
    """Return the minimal detectable association of a factor, per standard deviation."""
    bron = "aantoonbaar" if "robuustheid_aantoonbaar" in stof.tabellen else "eindoordeel"
    waarde = per_factor(stof, bron)[factor].get("mde_sd")
    return None if leeg(waarde) else waarde
