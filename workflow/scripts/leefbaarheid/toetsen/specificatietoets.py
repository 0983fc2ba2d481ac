"""The joint tests of the specification curve: what is observed beside the draws under the null.

Simonsohn, Simmons & Nelson (2020), Nature Human Behaviour 4.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import (
    HOOFDVENSTER,
    SCHEIDING,
    STATISTIEKEN,
    VENSTERS,
)
from leefbaarheid.toetsen.specificatierooster import Rooster
from leefbaarheid.toetsen.specificatieschatting import BLOK, Opzet, Uitkomst

KOLOMMEN_TOETS = [
    *("factor", "model", "vensters", "perioden", "statistiek", "waargenomen", "p"),
    *("nul_mediaan", "nul_p95"),
    *("trekkingen", "verdeling", "n_specificaties", "n_hoger", "n_lager", "n_ongeldig", "reden"),
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


def _masker(rooster: Rooster, factor: str, model: str, vensters: str) -> np.ndarray:
    """Return which combinations are specifications of a focal factor, a form and its windows."""
    eigen = [paar.factor == factor for paar in rooster.paren]
    mee = [
        vorm.model == model and (vensters != HOOFDVENSTER or rooster.in_hoofdvenster(vorm))
        for vorm in rooster.vormen
    ]
    return np.broadcast_to(np.outer(mee, eigen) & rooster.toegelaten, rooster.omvang)


def _aantoonbaar(uit: Uitkomst, welke: np.ndarray, alfa: float) -> tuple[int, int]:
    """Return how many of the specifications `welke` are significant and positive, negative."""
    coef, raak = uit.coef[welke], uit.p[welke] < alfa
    return int((raak & (coef > 0)).sum()), int((raak & (coef < 0)).sum())


def _waargenomen(uit: Uitkomst, welke: np.ndarray, alfa: float) -> np.ndarray:
    """Return the statistics (4,) of the data for the specifications `welke`."""
    tel = [*_aantoonbaar(uit, welke, alfa), uit.z[welke].sum()]
    return _statistieken(uit.coef[welke][:, None], np.array(tel, float)[:, None])[:, 0]


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
    """Return the joint tests, see `specificatiecurve`: the main window first.

    A factor without another window has rows for the main window only.
    """
    rooster, rijen = opzet.rooster, []
    for f, factor in enumerate(rooster.focaal):
        for m, model in enumerate(rooster.modellen):
            hoofd, ruim = (_masker(rooster, factor, model, vensters) for vensters in VENSTERS)
            for w, alle in enumerate((hoofd, ruim) if (hoofd != ruim).any() else (hoofd,)):
                vast = {"factor": factor, "model": model, "vensters": VENSTERS[w]}
                vast["perioden"] = _perioden(rooster, alle)
                rijen += [vast | rij for rij in _toets(uit, opzet, alle, uit.tel[f, m, w])]
    return pd.DataFrame(rijen, columns=KOLOMMEN_TOETS)


def _perioden(rooster: Rooster, alle: np.ndarray) -> str:
    """Return the windows of a set of combinations as text, "2012-2014; 2012-2016"."""
    vormen = [rooster.vormen[m] for m in np.flatnonzero(alle.any(axis=(0, 2)))]
    return SCHEIDING.join(dict.fromkeys(f"{vorm.van}-{vorm.tot}" for vorm in vormen))


def _toets(
    uit: Uitkomst, opzet: Opzet, alle: np.ndarray, tel: np.ndarray
) -> list[dict[str, object]]:
    """Return the rows of one joint test, one per statistic.

    Args:
        alle: which combinations of the grid are tested together.
        tel: (3, draws) their part of `Uitkomst.tel`.
    """
    W = opzet.W
    welke = alle & (uit.reden == "")
    n = int(welke.sum())
    n_hoger, n_lager = _aantoonbaar(uit, welke, opzet.alfa)
    rij = {
        "trekkingen": len(W),
        "verdeling": opzet.verdeling,
        "n_specificaties": n,
        "n_hoger": n_hoger,
        "n_lager": n_lager,
        "n_ongeldig": int(alle.sum()) - n,
        "reden": "" if n else ToetsReden.GEEN_SPECIFICATIE.met(),
    }
    if not n:
        return [rij | {"statistiek": naam} for naam in STATISTIEKEN]
    echt = _waargenomen(uit, welke, opzet.alfa)
    nul = np.abs(_nulverdeling(uit.rij[welke.ravel()], tel, W))
    extreem = (nul >= np.abs(echt)[:, None] * (1 - GELIJK)).sum(axis=1)
    maten = {
        "statistiek": STATISTIEKEN,
        "waargenomen": echt,
        "p": (1 + extreem) / (1 + len(W)),
        "nul_mediaan": np.median(nul, axis=1).round(NUL_DECIMALEN),
        "nul_p95": np.quantile(nul, 0.95, axis=1).round(NUL_DECIMALEN),
    }
    return [rij | {naam: reeks[i] for naam, reeks in maten.items()} for i in range(len(echt))]
