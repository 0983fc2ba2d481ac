"""Influence: do a few wijken carry the result?

Measured on one regression (an `Ontwerp`): Cook's distance (Cook 1977, Technometrics 19) for the
whole fit and DFBETAS (Belsley, Kuh & Welsch 1980) for each coefficient.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from statsmodels.regression.linear_model import OLS

from leefbaarheid.analyse.coefficienten import coefficienten
from leefbaarheid.analyse.ontwerp import Ontwerp
from leefbaarheid.analyse.regressie import controleer_ontwerp, schat
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import COOK, DFBETAS
from leefbaarheid.toetsen.ontwerpen import KENMERKEN, kenmerken

AANTAL_GENOEMD = 5
KOLOMMEN_INVLOED = [
    *(*KENMERKEN, "maat", "term", "label", "rang", "wk_code", "wk_naam", "gm_code", "gm_naam"),
    *("waarde", "grens", "n_boven_grens", "n", "coef_sd", "coef_sd_zonder", "reden"),
]
KOLOMMEN_PUNTEN = [
    *(*KENMERKEN, "wk_code", "wk_naam", "gm_naam", "voorspeld", "residu", "residu_student"),
    *("hefboom", "cook", "grens_cook", "boven_grens"),
]


class Maten(NamedTuple):
    """Influence of every wijk; all tables have wk_code as index.

    Attributes:
        wijken: voorspeld and residu (score points), residu_student (externally studentised),
            hefboom (leverage, 0-1) and cook. A wijk with leverage 1 fixes a coefficient by itself:
            its residual is zero and its cook and residu_student are missing.
        dfbeta: change of each coefficient when the wijk is left in: b - b(i), natural units.
        dfbetas: the same in standard errors, with s(i) for the scale.
        grens_cook: 4/n (Bollen & Jackman 1990).
        grens_dfbetas: 2/sqrt(n) (Belsley, Kuh & Welsch 1980).
    """

    wijken: pd.DataFrame
    dfbeta: pd.DataFrame
    dfbetas: pd.DataFrame
    grens_cook: float
    grens_dfbetas: float

    @property
    def boven_cook(self) -> pd.Series:
        """Which wijken lie above the threshold of Cook's distance."""
        return self.wijken["cook"] > self.grens_cook


def invloedmaten(ontwerp: Ontwerp) -> Maten:
    """Return the influence measures of OLS on one design.

    All are closed forms of one fit; leaving every wijk out in turn gives the same numbers.

    Raises:
        InvoerFout: what `controleer_ontwerp` raises.
    """
    controleer_ontwerp(ontwerp)
    n, K = ontwerp.X.shape
    fit = OLS(ontwerp.y, ontwerp.X).fit()
    e = fit.resid.to_numpy()
    with np.errstate(divide="ignore", invalid="ignore"):
        hefboom = np.clip(fit.get_influence().hat_matrix_diag, 0.0, 1.0)
        los = np.where(hefboom < 1 - 1e-10, 1 - hefboom, np.nan)
        s2_zonder = (fit.ssr - e**2 / los) / (n - K - 1)
        s_zonder = np.sqrt(np.where(s2_zonder > 0, s2_zonder, np.nan))
        dfbeta = fit.model.pinv_wexog.T * (e / los)[:, None]
        schaal = s_zonder[:, None] * np.sqrt(np.diag(fit.normalized_cov_params))
        wijken = pd.DataFrame(
            {
                "voorspeld": fit.fittedvalues.to_numpy(),
                "residu": e,
                "residu_student": e / (s_zonder * np.sqrt(los)),
                "hefboom": hefboom,
                "cook": e**2 * hefboom / (los**2 * K * fit.mse_resid),
            },
            index=ontwerp.y.index,
        )
    return Maten(
        wijken=wijken,
        dfbeta=pd.DataFrame(dfbeta, wijken.index, ontwerp.X.columns),
        dfbetas=pd.DataFrame(dfbeta / schaal, wijken.index, ontwerp.X.columns),
        grens_cook=4 / n,
        grens_dfbetas=2 / np.sqrt(n),
    )


def punten(ontwerp: Ontwerp, tabel: pd.DataFrame) -> pd.DataFrame:
    """Return every wijk with its influence (`KOLOMMEN_PUNTEN`), sorted by wk_code; for the figure.

    Args:
        ontwerp: the regression.
        tabel: result of `regressie.koppel`: wk_naam and gm_naam by wk_code.

    Raises:
        InvoerFout: what `controleer_ontwerp` raises.
    """
    maten = invloedmaten(ontwerp)
    uit = maten.wijken.assign(
        **kenmerken(ontwerp),
        **wijknamen(ontwerp, tabel),
        grens_cook=maten.grens_cook,
        boven_grens=maten.boven_cook,
    )
    return uit.rename_axis("wk_code").reset_index()[KOLOMMEN_PUNTEN]


def invloedrijke_wijken(
    ontwerp: Ontwerp,
    tabel: pd.DataFrame,
    codeboek: pd.DataFrame,
    aantal: int = AANTAL_GENOEMD,
) -> pd.DataFrame:
    """Return the most influential wijken by name: for the whole fit and for each coefficient.

    Args:
        ontwerp: the regression.
        tabel: result of `regressie.koppel`.
        codeboek: factor, label, eenheid, peiljaar.
        aantal: at most so many per measure, of those above its threshold.

    Returns:
        `KOLOMMEN_INVLOED`; `maat` is 'cook' (term empty) or 'dfbetas', strongest first (`rang`);
        `n_boven_grens` counts all wijken above `grens`. For DFBETAS `coef_sd` is the coefficient
        per standard deviation with the wijk and `coef_sd_zonder` without it. A measure with no
        wijk above its threshold has one row with a `reden` and no wijk.

    Raises:
        InvoerFout: what `schat` raises.
    """
    maten = invloedmaten(ontwerp)
    hoofd = coefficienten(ontwerp, schat(ontwerp), codeboek).set_index("term")
    namen = pd.DataFrame(wijknamen(ontwerp, tabel)).assign(gm_code=ontwerp.gemeente)
    delen = [_genoemd(maten.wijken["cook"], maten.grens_cook, namen, aantal).assign(maat=COOK)]
    for term in ontwerp.regressoren.columns:
        deel = _genoemd(maten.dfbetas[term], maten.grens_dfbetas, namen, aantal)
        coef, sd = hoofd["coef"][term], hoofd["sd_factor"][term]
        zonder = coef - maten.dfbeta[term].reindex(deel["wk_code"]).to_numpy()
        deel = deel.assign(maat=DFBETAS, term=term, label=hoofd["label"][term])
        delen.append(deel.assign(coef_sd=coef * sd, coef_sd_zonder=zonder * sd))
    uit = pd.concat(delen, ignore_index=True).assign(**kenmerken(ontwerp), n=len(ontwerp.y))
    return uit.reindex(columns=KOLOMMEN_INVLOED).fillna({"term": "", "label": ""})


def _genoemd(maat: pd.Series, grens: float, namen: pd.DataFrame, aantal: int) -> pd.DataFrame:
    """Return the top `aantal` wijken above `grens`, or one row with the reason there are none.

    A missing value is a wijk that fixes a coefficient by itself: it comes first.
    """
    sterkte = maat.abs().fillna(np.inf)
    boven = sterkte[sterkte > grens].sort_values(ascending=False, kind="stable")
    vast = {"grens": grens, "n_boven_grens": len(boven)}
    if boven.empty:
        return pd.DataFrame(
            [{"wk_code": None, "reden": ToetsReden.GEEN_WIJK_BOVEN_GRENS.met(), **vast}]
        )
    top = boven.index[:aantal]
    uit = namen.loc[top].assign(waarde=maat[top], rang=range(1, len(top) + 1), **vast)
    uit["reden"] = np.where(uit["waarde"].isna(), ToetsReden.HEFBOOM_EEN.met(), "")
    return uit.rename_axis("wk_code").reset_index()


def wijknamen(ontwerp: Ontwerp, tabel: pd.DataFrame) -> dict[str, pd.Series]:
    return {
        "wk_naam": tabel["wk_naam"].reindex(ontwerp.y.index),
        "gm_naam": ontwerp.gm_naam,
    }
