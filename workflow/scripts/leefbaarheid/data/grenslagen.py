"""Which layer of a GeoPackage has the borders: told by its columns, never by its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from leefbaarheid.basis import taal
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import BUURT, EIGEN, GEMEENTE, WIJK, Gebied, huidig

# a layer of buurten also has the codes of wijk and gemeente: the finest level is what a row is
CODEKOLOMMEN = (
    (BUURT, ("bu_code", "buurtcode", "buurt_code")),
    (WIJK, ("wk_code", "wijkcode", "wijk_code")),
    (GEMEENTE, ("gm_code", "gemeentecode", "gemeente_code")),
)
"""Names of columns with codes, as CBS writes them in its files; capitals do not matter."""
STATCODE = "statcode"
"""The code of any area in the files of CBS with area classifications; its first letters tell."""
_VLAKKEN = re.compile(r"(?:Multi)?(?:Polygon|Surface)|CurvePolygon|Unknown|GeometryCollection")


class Laag(NamedTuple):
    """A layer of a file with what can be told before it is read.

    Attributes:
        naam: of the layer.
        kolommen: names of its columns.
        kolom: the column with the codes; "" where there is none.
        gebied: what a row is, or None where no column tells.
        vlakken: whether its rows are areas (or may be).
    """

    naam: str
    kolommen: Sequence[str]
    kolom: str
    gebied: Gebied | None
    vlakken: bool


def kies_laag(pad: Path, gebieden: Sequence[Gebied] = (GEMEENTE, WIJK)) -> Laag:
    """Return the layer with borders of the first of these kinds of area that the file has.

    Raises:
        InvoerFout: not a file with layers, no such layer, more than one, or no areas in it.
        pyogrio.errors: the file cannot be read.
    """
    lagen = [laag for laag in _lagen(pad) if laag.gebied in gebieden]
    if not lagen:
        raise _geen_laag(pad, _lagen(pad), gebieden)
    vlakken = [laag for laag in lagen if laag.vlakken]
    if not vlakken:
        raise geen_vlakken(pad, lagen[0])
    gekozen = [laag for laag in vlakken if laag.gebied is gebieden[0]] or vlakken
    if len(gekozen) > 1:
        raise _meer_lagen(pad, gekozen)
    return gekozen[0]


def _lagen(pad: Path) -> list[Laag]:
    import pyogrio

    lagen = []
    for naam, soort in pyogrio.list_layers(pad):
        kolommen = [str(k) for k in pyogrio.read_info(pad, layer=naam)["fields"]]
        gebied, kolom = _gebied(pad, naam, kolommen)
        vlakken = _VLAKKEN.match(soort or "") is not None
        lagen.append(Laag(naam, kolommen, kolom, gebied, vlakken))
    return lagen


def _gebied(pad: Path, laag: str, kolommen: Iterable[str]) -> tuple[Gebied | None, str]:
    """Return what a row of a layer is, and the column with its code; None and "" if unknown."""
    klein = {kolom.lower(): kolom for kolom in kolommen}
    if huidig().soort == EIGEN and huidig().code.lower() in klein:
        return huidig(), klein[huidig().code.lower()]
    for gebied, namen in CODEKOLOMMEN:
        for naam in namen:
            if naam in klein:
                return gebied, klein[naam]
    if STATCODE in klein:
        kolom = klein[STATCODE]
        eerste = str(_eerste_waarde(pad, laag, kolom)).strip()
        return next((g for g, _ in CODEKOLOMMEN if g.patroon.fullmatch(eerste)), None), kolom
    return None, ""


def _eerste_waarde(pad: Path, laag: str, kolom: str) -> object:
    import pyogrio

    velden = pyogrio.raw.read(
        pad, layer=laag, columns=[kolom], read_geometry=False, max_features=1
    )[3]
    return velden[0][0] if len(velden[0]) else ""


def _geen_laag(pad: Path, lagen: Sequence[Laag], gebieden: Sequence[Gebied]) -> InvoerFout:
    eerste = gebieden[0]
    lijst = "; ".join(f"{laag.naam} ({', '.join(laag.kolommen) or 'geen'})" for laag in lagen)
    return InvoerFout(
        f"geen laag van dit bestand heeft de codes van "
        f"{taal.opsomming([g.meervoud for g in gebieden], 'of')}; lagen en hun kolommen: "
        + (lijst or "geen"),
        bestand=pad,
        remedie=f"Gebruik een bestand met {eerste.met('grenzen')}, of geef de kolom met de "
        + (
            f"code de naam {eerste.code}."
            if eerste.soort == EIGEN
            else f"CBS-code de naam {eerste.code} (ook goed: {eerste.met('code')}, statcode)."
        ),
    )


def geen_vlakken(pad: Path, laag: Laag) -> InvoerFout:
    """Return the error of a layer with points or lines."""
    return InvoerFout(
        f"de laag '{laag.naam}' heeft punten of lijnen, en geen grenzen (vlakken)",
        bestand=pad,
        remedie="Gebruik een GeoPackage waarin elke gemeente een vlak is (Polygon of "
        "MultiPolygon).",
    )


def _meer_lagen(pad: Path, lagen: Sequence[Laag]) -> InvoerFout:
    namen = [f"'{laag.naam}'" for laag in lagen]
    return InvoerFout(
        f"{taal.aantal_van(len(lagen), 'laag', 'lagen')} van dit bestand kunnen de grenzen zijn: "
        f"{taal.opsomming(namen)}",
        bestand=pad,
        remedie="Bewaar de laag die bedoeld is als eigen bestand: "
        f"`ogr2ogr grenzen.gpkg {pad.name} {lagen[0].naam}`.",
    )
