"""Borders of gemeenten, wijken or other areas, for the map."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import EIGEN, GEMEENTE, WIJK, Gebied
from leefbaarheid.data.bereik import RD_X, RD_Y
from leefbaarheid.data.bestand import controleer_bestand
from leefbaarheid.data.cellen import Masker
from leefbaarheid.data.grenslagen import Laag, geen_vlakken, kies_laag

RD_NEW = ("EPSG:28992", "EPSG:7415")
"""RD New, and the same with heights."""
WATER, LAND = ("water", "h2o"), "NEE"
"""CBS splits a gemeente in land and water; this column tells them apart (JA, NEE, B)."""
_VLAK = (3, 6)
"""Numbers of shapely for Polygon and MultiPolygon."""


def lees_grenzen(pad: str | Path, gebieden: Sequence[Gebied] = (GEMEENTE, WIJK)) -> pd.DataFrame:
    """Read borders of areas (gpkg) in RD New (EPSG:28992).

    The layer is the one with the codes (`kies_laag`); of a file of CBS that has water apart, the
    land is read.

    Args:
        pad: the GeoPackage.
        gebieden: what the areas may be; the first that the file has.

    Returns:
        code and geometry (shapely, metres RD), sorted by code.

    Raises:
        InvoerFout: unreadable, not exactly one layer with codes, another coordinate system, a
            code that is missing or not of CBS or there twice, a row that is no (valid) area.
    """
    import pyogrio
    import shapely

    pad = controleer_bestand(pad)
    try:
        with warnings.catch_warnings():
            # of a file that can be read they change nothing; of another the message tells
            warnings.simplefilter("ignore")
            laag = kies_laag(pad, gebieden)
            meta, _, geometrie, velden = pyogrio.raw.read(
                pad, layer=laag.naam, columns=_nodig(laag), encoding="utf-8"
            )
            vormen = shapely.from_wkb(geometrie)
    except (
        pyogrio.errors.DataSourceError,
        pyogrio.errors.DataLayerError,
        shapely.errors.ShapelyError,
        UnicodeDecodeError,
    ):
        raise InvoerFout(
            "dit is geen leesbaar bestand met grenzen",
            bestand=pad,
            remedie="Gebruik een GeoPackage (.gpkg) met gemeentegrenzen; haal het opnieuw op als "
            "het afgekapt is.",
        ) from None
    _eis_stelsel(pad, laag, meta["crs"])
    tabel = dict(zip(meta["fields"], velden, strict=True))
    land = _is_land(pad, tabel, len(vormen))
    codes = _eis_codes(pad, laag, tabel[laag.kolom][land])
    grenzen = pd.DataFrame({"code": codes, "geometry": vormen[land]})
    _eis_gebieden(pad, laag, grenzen)
    return grenzen.sort_values("code", ignore_index=True)


def _nodig(laag: Laag) -> list[str]:
    return [laag.kolom, *(k for k in laag.kolommen if k.lower() in WATER)]


def _eis_stelsel(pad: Path, laag: Laag, crs: str | None) -> None:
    if crs not in RD_NEW:
        raise InvoerFout(
            f"de coördinaten van de laag '{laag.naam}' staan niet in het Rijksdriehoeksstelsel",
            bestand=pad,
            waarde=crs[:60] if crs else "onbekend stelsel",
            remedie="Zet de grenzen om naar RD New: "
            "`ogr2ogr -t_srs EPSG:28992 nieuw.gpkg oud.gpkg`.",
        )


def _is_land(pad: Path, tabel: dict[str, Any], n: int) -> Masker:
    """Tell which rows are land; all of them where no column tells."""
    kolom = next((k for k in tabel if k.lower() in WATER), None)
    if kolom is None:
        return np.ones(n, dtype=bool)
    land: Masker = np.array([str(cel).strip().upper() == LAND for cel in tabel[kolom]], dtype=bool)
    if not land.any():
        raise InvoerFout(
            "volgens deze kolom is geen enkel gebied land (NEE)",
            bestand=pad,
            kolom=kolom,
            waarde=tabel[kolom][0] if n else None,
            remedie="Gebruik het bestand van het CBS zoals het is, of haal de kolom weg.",
        )
    return land


def _eis_codes(pad: Path, laag: Laag, codes: Sequence[object]) -> list[str]:
    """Return the codes as text; InvoerFout if one is missing or has not the form of CBS."""
    soort = laag.gebied or GEMEENTE  # a chosen layer is of a known kind
    code_heet = "code" if soort.soort == EIGEN else "CBS-code"
    for nummer, code in enumerate(codes, 1):
        leeg = code is None or code != code or not str(code).strip()
        if not leeg and isinstance(code, str) and soort.patroon.fullmatch(code.strip()):
            continue
        raise InvoerFout(
            f"in de laag '{laag.naam}' heeft gebied {nummer} geen code"
            if leeg
            else f"in de laag '{laag.naam}' is dit geen {code_heet} van een {soort.enkelvoud}",
            bestand=pad,
            kolom=laag.kolom,
            waarde=None if leeg else code,
            remedie=f"Geef elk gebied een code als tekst, met letters en voorloopnullen "
            f"({soort.voorbeeld}).",
        )
    return [str(code).strip() for code in codes]


def _eis_gebieden(pad: Path, laag: Laag, grenzen: pd.DataFrame) -> None:
    """InvoerFout if there is no area, or one that is no valid area within the country, or twice."""
    import shapely

    if grenzen.empty:
        raise InvoerFout(
            f"de laag '{laag.naam}' heeft geen gebieden",
            bestand=pad,
            remedie="Haal het bestand met grenzen opnieuw op.",
        )
    vormen = grenzen["geometry"].to_numpy()
    leeg = shapely.is_missing(vormen) | shapely.is_empty(vormen)
    if not leeg.all() and not np.isin(shapely.get_type_id(vormen[~leeg]), _VLAK).any():
        raise geen_vlakken(pad, laag)
    links, onder, rechts, boven = shapely.bounds(vormen).T
    binnen = (links >= RD_X.laag) & (rechts <= RD_X.hoog)
    binnen &= (onder >= RD_Y.laag) & (boven <= RD_Y.hoog)
    for masker, wat, remedie in (
        (leeg, "dit gebied heeft geen grens", "Vul de grens aan of haal de regel weg."),
        (
            ~np.isin(shapely.get_type_id(vormen), _VLAK),
            "dit gebied is een punt of lijn en geen vlak",
            "Geef elk gebied een vlak (Polygon of MultiPolygon).",
        ),
        (
            ~binnen,
            "dit gebied ligt buiten Nederland: de coördinaten zijn geen meters in het "
            "Rijksdriehoeksstelsel",
            "Zet de grenzen om naar RD New: `ogr2ogr -s_srs <stelsel> -t_srs EPSG:28992 nieuw.gpkg "
            "oud.gpkg`.",
        ),
        (
            ~shapely.is_valid(vormen),
            "de grens van dit gebied snijdt zichzelf",
            "Herstel de grenzen: `ogr2ogr -makevalid nieuw.gpkg oud.gpkg`.",
        ),
        (
            grenzen["code"].duplicated().to_numpy(),
            "deze code heeft meer dan één gebied",
            "Voeg de delen samen tot één gebied (multipolygoon) per code.",
        ),
    ):
        if masker.any():
            code = grenzen["code"].iat[int(masker.argmax())]
            raise InvoerFout(wat, bestand=pad, kolom=laag.kolom, waarde=code, remedie=remedie)


def grenzen_als_tabel(grenzen: pd.DataFrame) -> pd.DataFrame:
    """Return borders as plain text: code, and geometry as WKB in hex for `shapely.from_wkb`."""
    import shapely

    return pd.DataFrame(
        {"code": grenzen["code"], "wkb": shapely.to_wkb(grenzen["geometry"].to_numpy(), hex=True)}
    )
