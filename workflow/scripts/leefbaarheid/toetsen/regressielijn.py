"""What a low score makes one expect, from wijken outside the selection only.

The simulation of `regressie_naar_gemiddelde` takes the usual movement from a population that holds
the selection itself; what is to be explained is then part of the explanation. Here the line of
change on the score in the selection year comes from the other eligible wijken alone, and is drawn
on to the scores of the selection. Choosing on the score does not bend that line, but where the
selection is the lowest scores it is extrapolation: the tables say how far, and give the line of the
lower half of the others beside it.

The excess is the mean change of the selection less what the line gives at its mean score: the
coefficient of the group in a regression with an interaction, with the score centred on the mean of
the selection. Its interval is the cluster jackknife (`analyse.jackknife`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from leefbaarheid.analyse.jackknife import gemiddelde, getoetst, lijn, momenten, paarmomenten
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import ALLE_OVERIGE, LAAGSTE_HELFT

# AANNAME: onder tien overige wijken wordt er geen regressielijn getrokken.
#   Waarom: van minder wijken is de helling te onzeker.
#   Gevolg: een editie met minder overige wijken heeft deze verwachting voor de selectie niet; de
#   tabel noemt de reden.
#   Onderwerp: modellen. Als: controle regressielijn. Zie: sec-rob-gemiddelde.
MIN_WIJKEN = 10


def regressielijn(
    wijken: pd.DataFrame,
    *,
    jaar: int,
    vensters: Iterable[tuple[int, int]],
    minimum: int = 5,
) -> pd.DataFrame:
    """Return the table `robuustheid_regressielijn`.

    Args:
        wijken: gm_code, in_selectie, in_aanmerking, lbm_<jaar>.
        jaar: the year on whose score was selected.
        vensters: pairs (van, tot), none before `jaar`; others are left out.
        minimum: fewest gemeenten on either side.

    Returns:
        One row per window x line ('alle_overige', 'laagste_helft' of them by score in `jaar`): n,
        n_overig, n_gemeenten, n_gemeenten_overig, score, score_overig, laagste_overig (scores in
        `jaar`), n_onder (selected wijken below the lowest of the others), afstand_sd (how far the
        selection lies below the others, in their standard deviations), helling (change per point
        of score), verandering, verandering_overig, verwacht (of the line at the mean score of the
        selection), verschil (verandering - verwacht), se, ci_laag, ci_hoog, p, reden.
    """
    rijen = []
    begin = wijken[f"lbm_{jaar}"]
    overig = wijken["in_aanmerking"] & ~wijken["in_selectie"]
    helft = begin[overig].median()
    lijnen = {ALLE_OVERIGE: overig, LAAGSTE_HELFT: overig & begin.le(helft)}
    for van, tot in vensters:
        if van < jaar:
            continue
        verandering = wijken[f"lbm_{tot}"] - wijken[f"lbm_{van}"]
        for naam, buiten in lijnen.items():
            deel = begin.notna() & verandering.notna() & (wijken["in_selectie"] | buiten)
            rijen.append(
                {"van": van, "tot": tot, "lijn": naam}
                | _rij(
                    begin[deel].to_numpy(float),
                    verandering[deel].to_numpy(float),
                    wijken.loc[deel, "in_selectie"].to_numpy(bool),
                    wijken.loc[deel, "gm_code"].to_numpy(),
                    minimum,
                )
            )
    return pd.DataFrame(rijen, columns=KOLOMMEN)


KOLOMMEN = [
    *("van", "tot", "lijn", "n", "n_overig", "n_gemeenten", "n_gemeenten_overig"),
    *("score", "score_overig", "laagste_overig", "n_onder", "afstand_sd", "helling"),
    *("verandering", "verandering_overig", "verwacht", "verschil"),
    *("se", "ci_laag", "ci_hoog", "p", "reden"),
]


def _rij(
    x: np.ndarray, u: np.ndarray, gekozen: np.ndarray, gemeente: np.ndarray, minimum: int
) -> dict[str, Any]:
    """Return one row: x the score in the selection year, u the change."""
    buiten = ~gekozen
    aantal = [len(np.unique(gemeente[m])) for m in (gekozen, buiten)]
    basis: dict[str, Any] = {
        "n": int(gekozen.sum()),
        "n_overig": int(buiten.sum()),
        "n_gemeenten": aantal[0],
        "n_gemeenten_overig": aantal[1],
    }
    if not gekozen.any():
        return basis | {"reden": ToetsReden.GEEN_WIJK_OVER.met()}
    if buiten.sum() < MIN_WIJKEN:
        return basis | {"reden": ToetsReden.TE_WEINIG_WIJKEN_VOOR_LIJN.met(n=int(buiten.sum()))}
    _, codes = np.unique(gemeente, return_inverse=True)
    G = int(codes.max()) + 1
    midden = x[gekozen].mean()  # centred, so that no digits are lost in sums of squares
    z = x - midden
    af, helling = lijn(paarmomenten(z[buiten], u[buiten], codes[buiten], G))
    plek, eigen = (gemiddelde(momenten(w[gekozen], codes[gekozen], G)) for w in (z, u))
    verwacht = af + helling * plek
    return {
        **basis,
        "score": midden,
        "score_overig": x[buiten].mean(),
        "laagste_overig": x[buiten].min(),
        "n_onder": int((x[gekozen] < x[buiten].min()).sum()),
        "afstand_sd": (x[buiten].mean() - midden) / x[buiten].std(ddof=1),
        "helling": helling[0],
        "verandering": eigen[0],
        "verandering_overig": u[buiten].mean(),
        "verwacht": verwacht[0],
        "verschil": eigen[0] - verwacht[0],
        **getoetst(eigen - verwacht, min(aantal), minimum),
    }
