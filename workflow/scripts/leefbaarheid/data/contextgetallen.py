"""Numbers of the context table that cannot be: out of range, of two scales, codes for missing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from leefbaarheid.basis import taal
from leefbaarheid.data.bereik import (
    GROOTST,
    INWONERS,
    RD_X,
    RD_Y,
    Bereik,
    bereik_van,
)
from leefbaarheid.data.bevindingen import Bevindingen
from leefbaarheid.data.cellen import Getallen, Masker, is_ontbrekend, past
from leefbaarheid.data.hek import MINSTE_WAARDEN, hek
from leefbaarheid.data.schaal import duizendvoud

ROLLEN: Mapping[str, Bereik] = {"inwoners": INWONERS, "x": RD_X, "y": RD_Y}
"""The range of what describes a wijk and is a number."""
_LIJKT_CODE = re.compile(r"-(?:9{2,}|8{2,}|7{2,})(?:\.0+)?", re.ASCII)
_HEEL = re.compile(r"[+-]?\d+(?:\.0{0,2})?", re.ASCII)
INWONERREMEDIE = "Verbeter het aantal, of maak de cel leeg als het onbekend is."
_RD = "Gebruik meters in het Rijksdriehoeksstelsel (RD New, EPSG:28992)."
MEESTE_GRADEN = 360.0
"""An x of so few metres lies in the North Sea."""
_BUITEN = (
    "Verbeter de waarde, of maak de cel leeg als zij onbekend is. Klopt zij wel, zet dan in het "
    "codeboek bij '{kolom}' een `minimum` of `maximum` dat past."
)
_TWEE_SCHALEN = (
    "Een rekenblad leest '1.261' als duizend tweehonderdeenenzestig en laat '0.981' staan. Gebruik "
    "het oorspronkelijke bestand, of schrijf elk getal zonder teken voor duizendtallen en met een "
    "decimale punt."
)


def bereiken(
    codeboek: pd.DataFrame, factoren: Sequence[str], kenmerken: Mapping[str, str]
) -> dict[str, Bereik]:
    """Return the range of every column that is read as a number.

    What the config says a column is (inhabitants, x, y) goes before its unit; a narrower range of
    the codebook still holds.
    """
    boek = codeboek.set_index("factor", drop=False)
    uit_boek = {f: bereik_van(boek.loc[f].to_dict()) for f in boek.index}
    uit: dict[str, Bereik] = {f: uit_boek[f] for f in factoren}
    for rol, vast in ROLLEN.items():
        if kolom := kenmerken.get(rol):
            uit[kolom] = vast.binnen(uit_boek.get(kolom, Bereik()))
    return uit


def meld_onmogelijk(
    bevindingen: Bevindingen,
    getallen: Mapping[str, Getallen],
    grenzen: Mapping[str, Bereik],
    remedies: Mapping[str, str],
) -> None:
    """Note numbers that their column cannot hold, a kind at a time.

    Args:
        bevindingen: what was found in the source.
        getallen: the numbers by column; NaN for missing.
        grenzen: the range of each column.
        remedies: what to do about a value out of range, for columns that need words of their own.
    """
    for kolom, waarden in getallen.items():
        grens = grenzen[kolom]
        code = _codes(bevindingen, kolom, waarden, grens)
        bevindingen.meld(
            code,
            "dit lijkt een code voor een ontbrekende waarde en geen meting",
            kolom=kolom,
            remedie="Maak de cel leeg; bekend als ontbrekend zijn een lege cel, NA, '.', -99995, "
            "-99997, -99999 en -99999999.",
        )
        te_groot = np.abs(waarden) > GROOTST
        bevindingen.meld(
            te_groot,
            "dit getal is onmogelijk groot",
            kolom=kolom,
            remedie="Verbeter het getal, of maak de cel leeg als het onbekend is.",
        )
        gezegd = code | te_groot
        if grens.geheel:
            gezegd = gezegd | _meld_gebroken(bevindingen, kolom, waarden, ~gezegd)
        elif kolom not in remedies:
            _meld_twee_schalen(bevindingen, kolom, np.where(gezegd, np.nan, waarden))
        if (grens.laag, grens.hoog) == (0, 100):
            _meld_fracties(bevindingen, kolom, waarden)
        _meld_buiten(
            bevindingen, kolom, np.where(gezegd, np.nan, waarden), grens, remedies.get(kolom)
        )


def _meld_fracties(bevindingen: Bevindingen, kolom: str, waarden: Getallen) -> None:
    """Note a percentage of which no value is above 1: a share, a hundred times too small."""
    bekend = np.isfinite(waarden)
    if bekend.sum() >= MINSTE_WAARDEN and 0 < np.max(waarden[bekend]) <= 1:
        bevindingen.meld(
            bekend & (waarden > 0),
            "geen waarde in deze kolom is groter dan 1; dit lijken fracties en geen procenten",
            kolom=kolom,
            remedie="Vermenigvuldig de kolom met 100. Zijn het wel procenten, zet dan in het "
            f"codeboek bij '{kolom}' het `maximum` op 1.",
        )


def _meld_buiten(
    bevindingen: Bevindingen, kolom: str, waarden: Getallen, grens: Bereik, remedie: str | None
) -> None:
    """Note values below or above the range of their column."""
    te_laag = "negatief" if not grens.laag else "te laag"
    for buiten, hoe in ((waarden < grens.laag, te_laag), (waarden > grens.hoog, "te hoog")):
        if buiten.any():
            bevindingen.meld(
                buiten,
                f"de waarde is {hoe}; zij hoort {_tussen(grens)}: {grens.waarom}",
                kolom=kolom,
                remedie=remedie or _BUITEN.format(kolom=kolom),
            )


def _tussen(grens: Bereik) -> str:
    laag, hoog = grens.laag, grens.hoog
    if not np.isfinite(hoog):
        return "niet negatief te zijn" if laag == 0 else f"minstens {taal.op_maat(laag)} te zijn"
    if not np.isfinite(laag):
        return f"hoogstens {taal.op_maat(hoog)} te zijn"
    return f"tussen {taal.op_maat(laag)} en {taal.op_maat(hoog)} te liggen"


def _codes(bevindingen: Bevindingen, kolom: str, waarden: Getallen, grens: Bereik) -> Masker:
    """Tell which cells look like a code (-9, -999) and are no plausible value of their column."""
    cellen = bevindingen.bron.cellen[kolom]
    lijkt: Masker = past(cellen, _LIJKT_CODE) & np.isfinite(waarden)
    if not lijkt.any():
        return lijkt
    rest = waarden[~lijkt & np.isfinite(waarden)]
    if not rest.size or rest.min() >= 0:
        return lijkt
    laag, _ = hek(np.where(lijkt, np.nan, waarden))
    return lijkt & ((waarden < grens.laag) | (waarden < laag))


def _meld_gebroken(bevindingen: Bevindingen, kolom: str, waarden: Getallen, telt: Masker) -> Masker:
    """Note cells of a count that are not whole, and return which they are.

    "26.000" is whole as a number, but its three zeros are those of a thousand.
    """
    cellen = bevindingen.bron.cellen[kolom]
    heel = np.fromiter(("e" in c or _HEEL.fullmatch(c) is not None for c in cellen), dtype=bool)
    gebroken: Masker = telt & np.isfinite(waarden) & (~heel | (waarden % 1 != 0))
    bevindingen.meld(
        gebroken,
        "een aantal is een geheel getal",
        kolom=kolom,
        remedie="Schrijf een aantal zonder punt: 26580 en niet 26.580. Is de kolom geen aantal, "
        "geef haar dan in het codeboek een andere eenheid.",
        opsommen=True,
    )
    return gebroken


def _meld_twee_schalen(bevindingen: Bevindingen, kolom: str, waarden: Getallen) -> None:
    """Note a column of which some cells are a thousand times what the others are."""
    groot = duizendvoud(bevindingen.bron.cellen[kolom].tolist(), waarden)
    if groot is None:
        return
    klein = np.isfinite(waarden) & (waarden != 0) & ~groot
    bevindingen.meld(
        groot if groot.sum() <= klein.sum() else klein,
        f"deze kolom mengt twee schalen: {groot.sum()} cellen zijn zo'n duizend keer zo groot als "
        f"de andere {klein.sum()}",
        kolom=kolom,
        remedie=_TWEE_SCHALEN,
        opsommen=True,
    )


def meld_plaats(
    bevindingen: Bevindingen, getallen: Mapping[str, Getallen], kenmerken: Mapping[str, str]
) -> None:
    """Note an x in degrees, an x without y, and the other way round."""
    if "x" in kenmerken:
        x = getallen[kenmerken["x"]]
        bevindingen.meld(
            (x >= RD_X.laag) & (x <= MEESTE_GRADEN),
            "dit lijken graden en geen meters",
            kolom=kenmerken["x"],
            remedie=_RD,
        )
    for deze, andere in (("x", "y"), ("y", "x")):
        if deze in kenmerken and andere in kenmerken:
            ontbreekt = bevindingen.bron.cellen[kenmerken[deze]].map(is_ontbrekend)
            bevindingen.meld(
                ontbreekt.to_numpy(dtype=bool) & np.isfinite(getallen[kenmerken[andere]]),
                f"hier ontbreekt {deze}, terwijl {andere} wel is gevuld",
                kolom=kenmerken[deze],
                remedie="Vul beide coördinaten, of maak ze allebei leeg.",
            )


def plaatsremedies(
    getallen: Mapping[str, Getallen], kenmerken: Mapping[str, str]
) -> dict[str, str]:
    """Return what to do about coordinates out of range: from what most of them look like."""
    kolommen = [kenmerken[rol] for rol in ("x", "y") if rol in kenmerken]
    if len(kolommen) < 2:
        return {}
    x, y = (getallen[kolom] for kolom in kolommen)
    if _meest((np.abs(x) <= 180) & (np.abs(y) <= 90)) or _meest((np.abs(x) <= 90) & (x > y)):
        zin = "Dit lijken graden (lengte en breedte). "
    elif _meest(_in(x, RD_Y) & _in(y, RD_X)):
        zin = "x en y lijken verwisseld: verwissel ze in `kenmerken` van de config. "
    elif _meest(_in(x * 1000, RD_X) & _in(y * 1000, RD_Y)):
        zin = "Dit lijken kilometers. "
    else:
        zin = ""
    return dict.fromkeys(kolommen, zin + _RD)


def _in(waarden: Getallen, grens: Bereik) -> Masker:
    return (waarden >= grens.laag) & (waarden <= grens.hoog)


def _meest(masker: Masker) -> bool:
    """Tell whether a mask holds for more than half of the rows."""
    return bool(masker.size) and masker.mean() > 0.5
