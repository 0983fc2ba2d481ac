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
    afstand_gewichten,
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
    for ontwerp in ontwerpen:
        punten = plaatsen(ontwerp, xy)
        vast = kenmerken(ontwerp) | {"permutaties": permutaties, "significant": False}
        vast |= {"n": len(punten), "n_zonder_coordinaten": len(ontwerp.y) - len(punten)}
        reden, e = _residuen(ontwerp, punten, buren)
        X = ontwerp.X.loc[punten.index].to_numpy()
        for keuze in _buren(punten.to_numpy(), buren, band_km, bekend=not reden):
            rij = vast | keuze._asdict() | {"reden": reden}
            W = rij.pop("W")
            if W is not None:
                rij |= _moran_rij(e, X, W, permutaties, zaad, alfa)
            rijen.append(rij)
    tabel = pd.DataFrame(rijen).reindex(columns=KOLOMMEN_MORAN)
    return tabel.astype({"buren": "Int64", "n_zonder_buren": "Int64"})


class Buurkeuze(NamedTuple):
    """One definition of neighbours, with its weights (n, n); None where there are no residuals."""

    gewichten: str
    buren: float
    afstand_km: float
    W: sparse.csr_matrix | None


def _buren(punten: np.ndarray, buren: int, band_km: float, bekend: bool) -> list[Buurkeuze]:
    """Return the three definitions of neighbours; `bekend`: whether there are residuals."""
    geen = float("nan")
    elk_km = kleinste_band_km(punten) if bekend else geen
    return [
        Buurkeuze(KNN, buren, geen, knn_gewichten(punten, buren) if bekend else None),
        *(
            Buurkeuze(naam, geen, km, afstand_gewichten(punten, km) if bekend else None)
            for naam, km in ((AFSTAND, band_km), (AFSTAND_ELK, elk_km))
        ),
    ]


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
