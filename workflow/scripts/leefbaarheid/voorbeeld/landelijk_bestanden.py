"""Writes a national file with known truth: the official forms, borders, and an edition of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import yaml

from leefbaarheid.basis.gebied import GEMEENTE, Gebied
from leefbaarheid.basis.schrijven import schrijf_csv, schrijf_tekst
from leefbaarheid.voorbeeld.bestanden import met_decimalen
from leefbaarheid.voorbeeld.landelijk import LAATSTE, SOORTEN, Landelijk, maak_landelijk
from leefbaarheid.voorbeeld.voorbeeld import (
    CODEBOEK,
    DIMENSIES,
    JAREN,
    LABELS,
    SELECTIELIJST,
)
from leefbaarheid.voorbeeld.waarheid import ware_beginscore, ware_effecten

CONTEXT, GRENZEN, GEMEENTEGRENZEN = "contextfactoren.csv", "grenzen.gpkg", "gemeentegrenzen.gpkg"
WAARHEID, EDITIE = "waarheid.csv", "editie.yaml"
VENSTERS = ((2008, 2012), (2012, 2014), (2012, 2016), (2014, 2022))
CRS = "EPSG:28992"
PER_DEEL = 100
"""Portretten per part of the bijlage: larger parts take more memory."""


def scorebestand(gebied: Gebied) -> str:
    """Return what the file of scores is called."""
    return f"Leefbaarometer-scores {gebied.meervoud} {JAREN[0]}-{LAATSTE}.csv"


def schrijf_landelijk(
    doel: str | Path, gebied: Gebied, aantal: int, zaad: int, n_selectie: int
) -> Landelijk:
    """Write a national file to a folder and return it. Same seed, same tables.

    Args:
        doel: the folder; what is in it under these names is replaced.
        gebied, aantal, zaad, n_selectie: see `maak_landelijk`.
    """
    doel = Path(doel)
    doel.mkdir(parents=True, exist_ok=True)
    data = maak_landelijk(gebied, aantal, zaad, n_selectie)
    schrijf_csv(_scores(data), doel / scorebestand(gebied))
    schrijf_csv(_context(data), doel / CONTEXT)
    schrijf_csv(data.codeboek, doel / CODEBOEK)
    schrijf_csv(data.selectie, doel / SELECTIELIJST)
    schrijf_csv(waarheid(data), doel / WAARHEID)
    _schrijf_grenzen(data, gebied, doel)
    return data


def _scores(data: Landelijk) -> pd.DataFrame:
    uit = data.scores.iloc[:, :3].copy()
    for kolom in ("lbm", "afw", *DIMENSIES):
        decimalen = 10 if kolom in ("afw", "won") else 6
        uit[kolom] = met_decimalen(data.scores[kolom], decimalen, "NA")
    return uit


def _context(data: Landelijk) -> pd.DataFrame:
    decimalen = {factor.naam: factor.decimalen for factor in data.parameters.factoren}
    getallen = {
        kolom: met_decimalen(data.context[kolom], decimalen.get(kolom, 0), "")
        for kolom in ("inwoners_2008", "x_rd", "y_rd", *decimalen)
    }
    return data.context.assign(**getallen)


def waarheid(data: Landelijk) -> pd.DataFrame:
    """Return the true coefficients of the later score on the earlier one and the factors."""
    rijen = [
        {"van": van, "tot": tot, "term": term, "coef": coef}
        for van, tot in VENSTERS
        for term, coef in (
            ("beginscore", ware_beginscore(data.parameters, van, tot)),
            *ware_effecten(data.parameters, van, tot).items(),
        )
    ]
    return pd.DataFrame(rijen)


def _schrijf_grenzen(data: Landelijk, gebied: Gebied, doel: Path) -> None:
    """Write the cells around the areas, and those of the gemeenten that they make up."""
    import shapely

    context = data.context
    punten = shapely.points(context[["x_rd", "y_rd"]].to_numpy(float))
    cellen = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(punten)))
    van_cel, van_punt = shapely.STRtree(punten).query(cellen, predicate="contains")
    vormen = np.empty(len(punten), dtype=object)
    ruim = shapely.buffer(punten, 2 * SOORTEN[gebied].afstand, quad_segs=4)
    # two areas on one spot share a cell: the second gets a small square of its own
    vormen[:] = shapely.buffer(punten, 20.0, cap_style="square")
    vormen[van_punt] = shapely.intersection(cellen[van_cel], ruim[van_punt])
    _schrijf_laag(doel / GRENZEN, gebied.code, context[gebied.code], vormen)
    if gebied is GEMEENTE:
        return
    codes = np.sort(context["gm_code"].unique())
    samen = [shapely.union_all(vormen[(context["gm_code"] == code).to_numpy()]) for code in codes]
    _schrijf_laag(doel / GEMEENTEGRENZEN, GEMEENTE.code, codes, np.array(samen, dtype=object))


def _schrijf_laag(pad: Path, kolom: str, codes: Any, vormen: np.ndarray) -> None:
    import pyogrio
    import shapely

    pad.unlink(missing_ok=True)
    pyogrio.raw.write(
        pad,
        geometry=shapely.to_wkb(shapely.set_precision(vormen, 1.0)),
        field_data=[np.asarray(codes, dtype=object)],
        fields=np.array([kolom]),
        geometry_type="Unknown",
        crs=CRS,
        layer=pad.stem,
        driver="GPKG",
    )


def maak_editie(
    basis: Mapping[str, Any], gebied: Gebied, naam: str, map_: str, n_selectie: int
) -> dict[str, Any]:
    """Return the edition of a national file: that of the example, about these areas.

    Args:
        basis: the config of the bundled example.
        naam: name of the edition. map_: its folder with sources.
        n_selectie: how many areas are on the list.
    """
    editie = {k: v for k, v in basis.items() if k != "voorregistratie"}
    bron = {"versie": "3.0", "ophalen": "make landelijk"}
    grenzen = {"grenzen": {"gemeenten": GRENZEN if gebied is GEMEENTE else GEMEENTEGRENZEN}}
    return editie | {
        "editie": naam,
        "gebied": gebied.soort,
        "fictief": True,
        "teksten": editie["teksten"]
        | {
            "ondertitel": f"Fictieve landelijke editie over {gebied.meervoud}",
            "bron_grenzen": f"fictieve grenzen van {gebied.meervoud}",
        },
        "bronnen_map": map_,
        "bronnen": {
            "leefbaarometer": {"bestand": scorebestand(gebied), **bron},
            "context": {"bestand": CONTEXT, "ophalen": "make landelijk"},
            "codeboek": {"bestand": CODEBOEK},
            "selectielijst": {"bestand": SELECTIELIJST},
            **grenzen,
            "wijkgrenzen": {"bestand": GRENZEN},
        },
        "jaren": [*JAREN, LAATSTE],
        "selectie": {
            "soort": "lijst",
            "labels": list(LABELS),
            "min_inwoners": SOORTEN[gebied].inwoners // 5,
            "min_inwoners_gemeente": 0,
        },
        "portretten": {"wijken": "selectie", "delen": -(-n_selectie // PER_DEEL)},
    }


def schrijf_editie(pad: str | Path, editie: Mapping[str, Any]) -> None:
    """Write the config of an edition."""
    schrijf_tekst(yaml.safe_dump(dict(editie), allow_unicode=True, sort_keys=False), pad)
