"""The joint tests of the specification curve: what is observed beside the draws under the null.

Simonsohn, Simmons & Nelson (2020), Nature Human Behaviour 4.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import ALLE_VENSTERS, MEDIAAN, SIGNIFICANT, STOUFFER, TEKEN
from leefbaarheid.toetsen.specificatierooster import Rooster
from leefbaarheid.toetsen.specificatieschatting import BLOK, VENSTERS, Opzet, Uitkomst

STATISTIEKEN = (MEDIAAN, TEKEN, SIGNIFICANT, STOUFFER)
KOLOMMEN_TOETS = [
    *("factor", "vensters", "statistiek", "waargenomen", "p", "nul_mediaan", "nul_p95"),
    *("trekkingen", "verdeling", "n_specificaties", "n_ongeldig", "reden"),
]
GELIJK = 1e-9  # relative tolerance for draws that tie with the data
# Summaries of draws are rounded: their last bits depend on how many threads multiply matrices.
NUL_DECIMALEN = 10


def _statistieken(coef: np.ndarray, tel: np.ndarray) -> np.ndarray:
    """Return the four statistics (4, draws) from coefficients (S, draws) and `tel` (3, draws).

    The dominant sign is that of most estimates, also within a draw; in a tie the share that is
    significant is the larger one. The median and Stouffer's z keep their sign.
    """
    n, (plus, min_, z) = len(coef), tel
    positief, negatief = (coef > 0).sum(axis=0), (coef < 0).sum(axis=0)
    kies = [positief > negatief, positief < negatief]
    significant = np.select(kies, [plus, min_], np.maximum(plus, min_))
    teken = np.maximum(positief, negatief)
    return np.stack([np.median(coef, axis=0), teken / n, significant / n, z / np.sqrt(n)])


def _masker(rooster: Rooster, factor: str, vensters: str) -> np.ndarray:
    """Return which specifications are of a focal factor, in all windows or the main one."""
    eigen = [paar.factor == factor for paar in rooster.paren]
    mee = [vensters == ALLE_VENSTERS or rooster.in_hoofdvenster(m) for m in rooster.vormen]
    return np.broadcast_to(np.outer(mee, eigen), rooster.omvang)


def _waargenomen(uit: Uitkomst, welke: np.ndarray, alfa: float) -> np.ndarray:
    """Return the statistics (4,) of the data for the specifications `welke`."""
    coef, p = uit.coef[welke], uit.p[welke]
    tel = [((p < alfa) & (coef > 0)).sum(), ((p < alfa) & (coef < 0)).sum(), uit.z[welke].sum()]
    return _statistieken(coef[:, None], np.array(tel, float)[:, None])[:, 0]


def _nulverdeling(rij: np.ndarray, tel: np.ndarray, W: np.ndarray) -> np.ndarray:
    """Return the statistics (4, draws) under the null, in blocks of draws.

    Args:
        rij: (S, gemeenten) see `Uitkomst`.
        tel: (3, draws).
        W: (draws, gemeenten).
    """
    stap = max(4 * BLOK // len(rij), 16)
    blokken = (slice(begin, begin + stap) for begin in range(0, len(W), stap))
    return np.concatenate([_statistieken(rij @ W[x].T, tel[:, x]) for x in blokken], axis=1)


def toets_samen(uit: Uitkomst, opzet: Opzet) -> pd.DataFrame:
    """Return the joint tests, see `specificatiecurve`."""
    rooster, W, rijen = opzet.rooster, opzet.W, []
    for f, factor in enumerate(rooster.focaal):
        for w, vensters in enumerate(VENSTERS):
            alle = _masker(rooster, factor, vensters)
            welke = alle & (uit.reden == "")
            n = int(welke.sum())
            rij = {
                "factor": factor,
                "vensters": vensters,
                "trekkingen": len(W),
                "verdeling": opzet.verdeling,
                "n_specificaties": n,
                "n_ongeldig": int(alle.sum()) - n,
                "reden": "" if n else ToetsReden.GEEN_SPECIFICATIE.met(),
            }
            if not n:
                rijen += [rij | {"statistiek": naam} for naam in STATISTIEKEN]
                continue
            echt = _waargenomen(uit, welke, opzet.alfa)
            nul = np.abs(_nulverdeling(uit.rij[welke.ravel()], uit.tel[f, w], W))
            extreem = (nul >= np.abs(echt)[:, None] * (1 - GELIJK)).sum(axis=1)
            maten = {
                "statistiek": STATISTIEKEN,
                "waargenomen": echt,
                "p": (1 + extreem) / (1 + len(W)),
                "nul_mediaan": np.median(nul, axis=1).round(NUL_DECIMALEN),
                "nul_p95": np.quantile(nul, 0.95, axis=1).round(NUL_DECIMALEN),
            }
            rijen += [
                rij | {naam: reeks[i] for naam, reeks in maten.items()}
                for i in range(len(STATISTIEKEN))
            ]
    return pd.DataFrame(rijen, columns=KOLOMMEN_TOETS)
