"""Borders of wijken or gemeenten, for the map."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.data.bestand import controleer_bestand


def lees_grenzen(pad: str | Path) -> pd.DataFrame:
    """Read borders of wijken or gemeenten (gpkg) in RD New (EPSG:28992).

    Returns:
        code (wk_code or gm_code) and geometry (shapely, metres RD), sorted by code.

    Raises:
        InvoerFout: unreadable, no column with codes, another coordinate system, a code twice.
    """
    import pyogrio
    import shapely

    pad = controleer_bestand(pad)
    try:
        meta, _, geometrie, velden = pyogrio.raw.read(pad)
    except pyogrio.errors.DataSourceError:
        raise InvoerFout(
            "dit is geen leesbaar bestand met grenzen",
            bestand=pad,
            remedie="Gebruik een GeoPackage (.gpkg) met wijk- of gemeentegrenzen.",
        ) from None
    namen = list(meta["fields"])
    kolom = next((k for k in ("wk_code", "gm_code") if k in namen), None)
    if kolom is None:
        raise InvoerFout(
            f"de kolom wk_code of gm_code ontbreekt; het bestand heeft: {', '.join(namen)}",
            bestand=pad,
            remedie="Hernoem de kolom met de CBS-code.",
        )
    if meta["crs"] != "EPSG:28992":
        raise InvoerFout(
            "de coördinaten staan niet in het Rijksdriehoeksstelsel",
            bestand=pad,
            waarde=meta["crs"],
            remedie="Zet de grenzen om naar RD New: "
            "`ogr2ogr -t_srs EPSG:28992 nieuw.gpkg oud.gpkg`.",
        )
    grenzen = pd.DataFrame(
        {"code": velden[namen.index(kolom)], "geometry": shapely.from_wkb(geometrie)}
    )
    dubbel = grenzen.loc[grenzen["code"].duplicated(), "code"]
    if len(dubbel):
        raise InvoerFout(
            "deze code heeft meer dan één gebied",
            bestand=pad,
            kolom=kolom,
            waarde=dubbel.iloc[0],
            remedie="Voeg de delen samen tot één gebied (multipolygoon) per code.",
        )
    return grenzen.sort_values("code", ignore_index=True)


def grenzen_als_tabel(grenzen: pd.DataFrame) -> pd.DataFrame:
    """Return borders as plain text: code, and geometry as WKB in hex for `shapely.from_wkb`."""
    import shapely

    return pd.DataFrame(
        {"code": grenzen["code"], "wkb": shapely.to_wkb(grenzen["geometry"].to_numpy(), hex=True)}
    )
