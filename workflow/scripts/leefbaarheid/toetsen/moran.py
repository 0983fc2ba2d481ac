"""How alike the residuals of neighbours are: Moran's I (Cliff & Ord 1981, Spatial Processes)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse, stats

from leefbaarheid.analyse.ontwerp import Ontwerp
from leefbaarheid.analyse.regressie import schat
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import AFSTAND, AFSTAND_ELK, KNN
from leefbaarheid.toetsen.afhankelijkheid import BAND_KM, BUREN
from leefbaarheid.toetsen.conley import plaatsen
from leefbaarheid.toetsen.ontwerpen import ALFA, KENMERKEN, beperk, kenmerken
from leefbaarheid.toetsen.ruimte import (
    BUREN_MAX,
    afstand_gewichten,
    gemiddeld_aantal_buren,
    kleinste_band_km,
    knn_gewichten,
    moran_momenten,
    moran_permutatie,
)
from leefbaarheid.toetsen.uitkomst import reden_van

KOLOMMEN_MORAN = [
    *(*KENMERKEN, "gewichten", "buren", "afstand_km"),
    *("n", "n_zonder_coordinaten", "n_zonder_buren", "gem_buren"),
    *("moran_i", "verwacht", "p_permutatie", "permutaties"),
    *("verwacht_residuen", "sd_residuen", "z_residuen", "p_residuen"),
    *("significant", "reden"),
]


def moran_tabel(
    ontwerpen: Iterable[Ontwerp],
    xy: pd.DataFrame | None,
    *,
    zaad: int,
    permutaties: int = 999,
    buren: int = BUREN,
    band_km: float = BAND_KM,
    alfa: float = ALFA,
) -> pd.DataFrame:
    """Return Moran's I of the residuals of each regression, for three definitions of neighbours.

    `gewichten` is 'knn' (the `buren` nearest wijken), 'afstand' (all within `band_km`; a wijk
    without neighbours counts in n and adds nothing) and 'afstand_elk' (all within the smallest
    distance at which every wijk has a neighbour). All are row-standardised.

    Args:
        ontwerpen: the designs.
        xy: x and y in m RD by wk_code (see `coordinaten`), or None.
        zaad: seed of the config.
        permutaties: number of permutations of the residuals.
        buren: number of nearest neighbours.
        band_km: fixed distance band.
        alfa: level at which `significant` is True; decided by `p_permutatie`.

    Returns:
        `KOLOMMEN_MORAN`. `verwacht` = -1/(n-1) belongs to the permutations. `verwacht_residuen`,
        `sd_residuen`, `z_residuen` and the one-sided normal `p_residuen` take into account that
        residuals are not exchangeable (Cliff & Ord 1981). Without coordinates or a fit the rows
        carry a `reden`.
    """
    rijen = []
    bekend: dict[bytes, list[Buurkeuze]] = {}  # designs share samples, and so weights
    for ontwerp in ontwerpen:
        punten = plaatsen(ontwerp, xy)
        vast = kenmerken(ontwerp) | {"permutaties": permutaties, "significant": False}
        vast |= {"n": len(punten), "n_zonder_coordinaten": len(ontwerp.y) - len(punten)}
        reden, e = _residuen(ontwerp, punten, buren)
        X = ontwerp.X.loc[punten.index].to_numpy()
        waar = punten.to_numpy() if not reden else np.empty((0, 2))
        if waar.tobytes() not in bekend:
            bekend = {waar.tobytes(): _buren(waar, buren, band_km)}
        for keuze in bekend[waar.tobytes()]:
            rij = vast | keuze._asdict() | {"reden": reden or keuze.reden}
            W = rij.pop("W")
            if W is not None:
                rij |= _moran_rij(e, X, W, permutaties, zaad, alfa)
            rijen.append(rij)
    tabel = pd.DataFrame(rijen).reindex(columns=KOLOMMEN_MORAN)
    return tabel.astype({"buren": "Int64", "n_zonder_buren": "Int64"})


class Buurkeuze(NamedTuple):
    """One definition of neighbours, with its weights (n, n).

    Without points there are no weights, and `reden` is why there are none though there are points.
    """

    gewichten: str
    buren: float
    afstand_km: float
    W: sparse.csr_matrix | None = None
    reden: str = ""


def _buren(punten: np.ndarray, buren: int, band_km: float) -> list[Buurkeuze]:
    """Return the three definitions of neighbours."""
    geen = float("nan")
    if not len(punten):
        return [
            Buurkeuze(KNN, buren, geen),
            *(Buurkeuze(naam, geen, km) for naam, km in ((AFSTAND, band_km), (AFSTAND_ELK, geen))),
        ]
    return [
        Buurkeuze(KNN, buren, geen, knn_gewichten(punten, buren)),
        _binnen(AFSTAND, punten, band_km),
        _binnen(AFSTAND_ELK, punten, kleinste_band_km(punten)),
    ]


def _binnen(naam: str, punten: np.ndarray, km: float) -> Buurkeuze:
    """Return the neighbours within a distance; a reason where they are too many."""
    geen, gemiddeld = float("nan"), gemiddeld_aantal_buren(punten, km)
    if gemiddeld > BUREN_MAX:
        reden = ToetsReden.TE_VEEL_BUREN.met(n=round(gemiddeld), maximum=BUREN_MAX)
        return Buurkeuze(naam, geen, km, reden=reden)
    return Buurkeuze(naam, geen, km, afstand_gewichten(punten, km))


def _residuen(ontwerp: Ontwerp, punten: pd.DataFrame, buren: int) -> tuple[str, np.ndarray]:
    """Return why there is no Moran's I ("" if there is one) and the residuals.

    The regression is estimated on the wijken that have coordinates.
    """
    leeg = np.empty(0)
    if punten.empty:
        return ToetsReden.GEEN_COORDINATEN.met(), leeg
    if len(punten) <= buren + 1:
        return ToetsReden.WEINIG_COORDINATEN.met(n=len(punten)), leeg
    deel = beperk(ontwerp, punten.index)
    try:
        return "", schat(deel).residuen.to_numpy()
    except InvoerFout as fout:
        return reden_van(fout), leeg


def _moran_rij(
    e: np.ndarray, X: np.ndarray, W: sparse.csr_matrix, permutaties: int, zaad: int, alfa: float
) -> dict[str, Any]:
    graad = np.diff(W.indptr)
    rij: dict[str, Any] = {
        "n_zonder_buren": int((graad == 0).sum()),
        "gem_buren": float(graad.mean()),
    }
    if W.nnz == 0:
        return rij | {"reden": ToetsReden.GEEN_BUUR.met()}
    waarde, p = moran_permutatie(e, W, permutaties, zaad)
    verwacht, sd = moran_momenten(X, W)
    z = (waarde - verwacht) / sd
    return rij | {
        "moran_i": waarde,
        "verwacht": -1 / (len(e) - 1),
        "p_permutatie": p,
        "verwacht_residuen": verwacht,
        "sd_residuen": sd,
        "z_residuen": z,
        "p_residuen": float(stats.norm.sf(z)),
        "significant": bool(p < alfa),
    }
