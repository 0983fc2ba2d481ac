"""Form: is a straight line good enough?

The form is tested with RESET (Ramsey 1969, JRSS B 31): powers 2 and 3 of the fitted values, as a
Wald F test with the covariance of the primary estimator, F(2, G-1) (of CRV3 where that is the
bootstrap, which has no covariance), and as the classical F test. What a curve
would look like is shown by component-plus-residual values (Larsen & McCleary 1972, Technometrics
14): e + b_j (x_j - mean).
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from scipy import stats
from statsmodels.nonparametric.smoothers_lowess import lowess
from statsmodels.regression.linear_model import OLS
from statsmodels.stats.diagnostic import linear_reset

from leefbaarheid.analyse.clusterproducten import clusterproducten
from leefbaarheid.analyse.coefficienten import coefficienten
from leefbaarheid.analyse.crv import crv1, crv3
from leefbaarheid.analyse.ontwerp import Ontwerp
from leefbaarheid.analyse.regressie import controleer_ontwerp, schat
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.oordeel import CRV1
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import CONSTANTE, RESET
from leefbaarheid.toetsen.invloed import invloedmaten, wijknamen
from leefbaarheid.toetsen.ontwerpen import KENMERKEN, kenmerken, naar_gemeente
from leefbaarheid.toetsen.uitkomst import GeenUitkomst, reden_van

MACHTEN = (2, 3)
# A factor with no more values than this is smoothed by its means, others by lowess.
MAX_KLASSEN = 9
KOLOMMEN_VORM = [
    *(*KENMERKEN, "toets", "covariantie", "machten", "statistiek", "vg_teller", "vg_noemer", "p"),
    *("n", "n_gemeenten", "reden"),
]
KOLOMMEN_PARTIEEL = [
    *(*KENMERKEN, "term", "label", "eenheid", "wk_code", "wk_naam", "gm_naam", "x", "partieel"),
    *("lineair", "glad", "dfbetas", "grens_dfbetas"),
]


def toets_vorm(ontwerp: Ontwerp) -> pd.DataFrame:
    """Test the straight lines of one regression with RESET.

    Returns:
        `KOLOMMEN_VORM`, two rows: covariantie '<primary estimator> naar gemeente' (the one that
        counts) and 'klassiek' (wijken independent with equal variances).
    """
    vast = {**kenmerken(ontwerp), "toets": RESET, "machten": "-".join(map(str, MACHTEN))}
    vast |= {"n": len(ontwerp.y), "n_gemeenten": ontwerp.gemeente.nunique(), "reden": ""}
    schatter = ontwerp.schatter.met_variantie
    toetsen = {naar_gemeente(schatter): _wald, "klassiek": _klassiek}
    rijen = []
    for naam, toets in toetsen.items():
        rij = vast | {"covariantie": naam}
        try:
            rij |= toets(ontwerp)
        except (InvoerFout, GeenUitkomst) as fout:
            rij["reden"] = reden_van(fout)
        rijen.append(rij)
    return pd.DataFrame(rijen).reindex(columns=KOLOMMEN_VORM)


def _klassiek(ontwerp: Ontwerp) -> dict[str, float]:
    uitslag = linear_reset(_gestandaardiseerd(ontwerp), power=list(MACHTEN), use_f=True)
    return {
        "statistiek": float(uitslag.statistic),
        "vg_teller": int(uitslag.df_num),
        "vg_noemer": int(uitslag.df_denom),
        "p": float(uitslag.pvalue),
    }


def _wald(ontwerp: Ontwerp) -> dict[str, float]:
    """Return the Wald F test that the powers add nothing, with a covariance by gemeente."""
    fit = _gestandaardiseerd(ontwerp)
    machten = np.column_stack([fit.fittedvalues**macht for macht in MACHTEN])
    X = np.hstack([fit.model.exog, machten])
    producten = clusterproducten(X, fit.model.endog, ontwerp.gemeente.to_numpy())
    q = len(MACHTEN)
    covariantie = (crv1 if ontwerp.schatter.naam == CRV1 else crv3)(producten)[-q:, -q:]
    if np.isnan(covariantie).any():
        raise GeenUitkomst(ToetsReden.NIET_ZONDER_ELKE_GEMEENTE.met())
    b = producten.coef[-q:]
    F = float(b @ np.linalg.solve(covariantie, b)) / q
    p = float(stats.f.sf(F, q, producten.df))
    return {"statistiek": F, "vg_teller": q, "vg_noemer": producten.df, "p": p}


def _gestandaardiseerd(ontwerp: Ontwerp) -> Any:
    """Return the fit on standardised columns; RESET is the same and the powers stay well apart."""
    controleer_ontwerp(ontwerp)
    Z = ontwerp.regressoren
    Z = ((Z - Z.mean()) / Z.std()).assign(**{CONSTANTE: 1.0})
    spreiding = ontwerp.y.std()
    if not spreiding > 0:
        raise GeenUitkomst(ToetsReden.UITKOMST_GELIJK.met())
    fit = OLS((ontwerp.y - ontwerp.y.mean()) / spreiding, Z).fit()
    machten = np.column_stack([fit.fittedvalues**macht for macht in MACHTEN])
    machten /= np.linalg.norm(machten, axis=0)
    if np.linalg.matrix_rank(np.hstack([Z, machten]), tol=1e-8) < Z.shape[1] + len(MACHTEN):
        raise GeenUitkomst(ToetsReden.VOORSPELLINGEN_GELIJK.met())
    if len(ontwerp.y) <= Z.shape[1] + len(MACHTEN):
        raise GeenUitkomst(ToetsReden.TE_WEINIG_WIJKEN_VOOR_VORM.met())
    return fit


def partiele_residuen(
    ontwerp: Ontwerp, tabel: pd.DataFrame, codeboek: pd.DataFrame
) -> pd.DataFrame:
    """Return component plus residual of every regressor and wijk, with a line and a smooth.

    Args:
        ontwerp: the regression.
        tabel: result of `regressie.koppel`.
        codeboek: factor, label, eenheid, peiljaar.

    Returns:
        `KOLOMMEN_PARTIEEL`, per term sorted by x: `partieel` = e + b (x - mean) in score points,
        `lineair` the line of the model, `glad` a lowess (Cleveland 1979; two thirds of the wijken,
        three robust iterations) or, for a factor with at most `MAX_KLASSEN` values, the mean per
        value; `dfbetas` of that coefficient.

    Raises:
        InvoerFout: what `schat` raises.
    """
    maten = invloedmaten(ontwerp)
    hoofd = coefficienten(ontwerp, schat(ontwerp), codeboek).set_index("term")
    namen = wijknamen(ontwerp, tabel)
    delen = []
    for term in map(str, ontwerp.regressoren.columns):
        x = ontwerp.regressoren[term]
        lijn = hoofd["coef"][term] * (x - x.mean())
        partieel = maten.wijken["residu"] + lijn
        deel = pd.DataFrame(
            {
                **namen,
                "term": term,
                "label": hoofd["label"][term],
                "eenheid": hoofd["eenheid"][term],
                "x": x,
                "partieel": partieel,
                "lineair": lijn,
                "glad": _glad(x, partieel),
                "dfbetas": maten.dfbetas[term],
            }
        )
        delen.append(deel.rename_axis("wk_code").sort_values("x", kind="stable").reset_index())
    uit = pd.concat(delen, ignore_index=True)
    uit = uit.assign(**kenmerken(ontwerp), grens_dfbetas=maten.grens_dfbetas)
    return uit[KOLOMMEN_PARTIEEL]


def _glad(x: pd.Series, y: pd.Series) -> pd.Series:
    aantallen = x.value_counts()
    if len(aantallen) <= MAX_KLASSEN:
        return y.groupby(x).transform("mean")
    # where most wijken share one value, the neighbourhood must reach beyond it
    deel = 2 / 3 if aantallen.max() < 0.6 * len(x) else 1.0
    return pd.Series(lowess(y, x, frac=deel, it=3, return_sorted=False), index=x.index)
