"""A level per gemeente that is high or low by chance: a random intercept, by REML."""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.optimize import minimize_scalar
from statsmodels.regression.mixed_linear_model import MixedLM, MixedLMParams

from leefbaarheid.analyse.clusterproducten import som_per_groep
from leefbaarheid.analyse.ontwerp import Ontwerp
from leefbaarheid.analyse.regressie import controleer_ontwerp
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import Schatstatus
from leefbaarheid.toetsen.schatting import Schatting


@dataclass(frozen=True)
class Variantiecomponenten:
    """REML estimates of a random intercept model.

    Attributes:
        tussen, binnen: variance between and within gemeenten, in squared units of y.
        coef: fixed effects (K,).
        cov: their covariance (K, K), given the variances.
        llf: REML log-likelihood at the estimates, up to a constant.
    """

    tussen: float
    binnen: float
    coef: np.ndarray
    cov: np.ndarray
    llf: float

    @property
    def icc(self) -> float:
        """Share of the residual variance that lies between gemeenten."""
        return self.tussen / (self.tussen + self.binnen)


def reml_random_intercept(
    y: np.ndarray, X: np.ndarray, groepen: np.ndarray
) -> Variantiecomponenten:
    """Maximise the REML likelihood of a random intercept model over its one variance ratio.

    With ratio r = between/within the likelihood has a closed form, so the maximum, at zero or not,
    is found over one number (Bates et al. 2015, Journal of Statistical Software 67).
    statsmodels' general optimiser often stops short of it or takes the edge for a failure.

    Args:
        y: (n,) outcome. X: (n, K) regressors with the constant. groepen: (n,) codes 0..G-1.
    """
    n, K = X.shape
    grootte = np.bincount(groepen).astype(float)
    Z = np.column_stack([X, y])
    sommen = som_per_groep(Z, groepen, len(grootte))
    kruis = Z.T @ Z

    def bij(ratio: float) -> Variantiecomponenten:
        gewicht = ratio / (1 + ratio * grootte)
        A = kruis - (sommen * gewicht[:, None]).T @ sommen
        omgekeerd = np.linalg.inv(A[:K, :K])
        coef = omgekeerd @ A[:K, K]
        binnen = max(float(A[K, K] - A[:K, K] @ coef), np.finfo(float).tiny) / (n - K)
        logdet = np.log1p(ratio * grootte).sum() + np.linalg.slogdet(A[:K, :K])[1]
        llf = -0.5 * ((n - K) * np.log(binnen) + logdet)
        return Variantiecomponenten(ratio * binnen, binnen, coef, binnen * omgekeerd, float(llf))

    # A grid first, so that a second hill in the likelihood is not missed.
    rooster = np.logspace(-7, 5, 97)
    waarden = [bij(r).llf for r in rooster]
    i = int(np.argmax(waarden))
    grenzen = np.log(rooster[[max(i - 1, 0), min(i + 1, len(rooster) - 1)]])
    top = minimize_scalar(
        lambda logratio: -bij(float(np.exp(logratio))).llf,
        bounds=tuple(grenzen),
        method="bounded",
        options={"xatol": 1e-10},
    )
    beste, nul = bij(float(np.exp(top.x))), bij(0.0)
    # The likelihood is flat at zero: below the first step of the grid the maximum is the edge.
    return nul if i == 0 or nul.llf >= beste.llf else beste


def schat_random_intercept(ontwerp: Ontwerp) -> Schatting:
    """Return a random intercept per gemeente by REML, confirmed by statsmodels MixedLM.

    MixedLM starts at the maximum that `reml_random_intercept` finds, on standardised data, and must
    stay there; its warnings are captured. Standard errors are (X'V^-1 X)^-1 at the estimated
    variances, as in lme4 (MixedLM's own come from the joint Hessian and differ by a few percent). A
    variance of zero between gemeenten is reported as singular: the model is then the regression
    that takes wijken as independent.

    Raises:
        InvoerFout: see `regressie.controleer_ontwerp`.
    """
    controleer_ontwerp(ontwerp)
    Z = ontwerp.regressoren
    maat, sy = Z.std(ddof=1), float(ontwerp.y.std(ddof=1))
    X = np.column_stack([np.ones(len(Z)), ((Z - Z.mean()) / maat).to_numpy()])
    y = ((ontwerp.y - ontwerp.y.mean()) / sy).to_numpy()
    groepen = pd.factorize(ontwerp.gemeente, sort=True)[0]
    top = reml_random_intercept(y, X, groepen)
    status, toelichting = Schatstatus.SINGULIER, {}
    if top.tussen > 0:
        bevestigd, melding = _bevestig(y, X, groepen, top)
        status = Schatstatus.GESCHAT if bevestigd else Schatstatus.NIET_GECONVERGEERD
        if not bevestigd:
            toelichting = {"": ToetsReden.MIXEDLM_ANDERS.met(melding=melding)}
    schaal = sy / maat
    return Schatting(
        coef=schaal * top.coef[1:],
        se=schaal * np.sqrt(np.diag(top.cov))[1:],
        n=len(y),
        n_gemeenten=len(np.unique(groepen)),
        reden={},
        status=status,
        toelichting=toelichting,
        icc=top.icc,
    )


def _bevestig(
    y: np.ndarray, X: np.ndarray, groepen: np.ndarray, top: Variantiecomponenten
) -> tuple[bool, str]:
    """Fit MixedLM from a maximum; tell whether it converges to it, and what statsmodels said."""
    begin = MixedLMParams.from_components(
        fe_params=top.coef, cov_re=np.array([[top.tussen / top.binnen]])
    )
    with warnings.catch_warnings(record=True) as gevangen:
        warnings.simplefilter("always")
        try:
            fit = MixedLM(y, X, groups=groepen).fit(reml=True, start_params=begin)
        except (np.linalg.LinAlgError, ValueError) as fout:
            return False, str(fout)
    # the outcome has unit variance, so these are absolute tolerances on its scale
    gelijk = np.allclose(fit.fe_params, top.coef, rtol=0, atol=1e-3)
    gelijk &= np.allclose(np.ravel(fit.cov_re), top.tussen, rtol=0, atol=1e-2)
    return bool(fit.converged and gelijk), "; ".join(
        dict.fromkeys(str(w.message) for w in gevangen)
    )
