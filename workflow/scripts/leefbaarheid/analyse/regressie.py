"""Regressions of the development of wijken on contextual factors, clustered by gemeente.

Standard errors are cluster-robust by gemeente (CRV1, Liang & Zeger 1986) with the correction
G/(G-1) x (n-1)/(n-K) and the t distribution with G-1 degrees of freedom (Cameron & Miller 2015,
Journal of Human Resources 50). They are too small when gemeenten are few and unequal.

The stages are separate so that other estimators can use them: `ontwerp.koppel` ->
`ontwerp.maak_ontwerp` -> `controleer_ontwerp` -> `schat` -> `regressietabellen`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from statsmodels.regression.linear_model import OLS

from leefbaarheid.analyse.collineariteit import collineaire_regressoren
from leefbaarheid.analyse.ontwerp import Ontwerp
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.redenen.analyse import AnalyseReden

# AANNAME: onder vijf gemeenten zijn standaardfouten naar gemeente niet te verdedigen.
MIN_GEMEENTEN = 5


def controleer_ontwerp(ontwerp: Ontwerp) -> None:
    """Raise a clear InvoerFout if this regression cannot be estimated.

    Raises:
        InvoerFout: no more observations than coefficients; fewer than `MIN_GEMEENTEN` gemeenten; a
            regressor without variation; collinear regressors (all named).
    """
    _controleer_aantallen(ontwerp)
    Z = ontwerp.regressoren
    spreiding = Z.max() - Z.min()
    vast = [naam for naam in Z.columns if spreiding[naam] <= 1e-12 * Z[naam].abs().max()]
    if vast:
        n = len(Z)
        raise InvoerFout(
            f"{ontwerp}: de factor heeft bij alle {n} wijken dezelfde waarde",
            kolom=vast[0],
            waarde=f"{Z[vast[0]].iloc[0]:g}",
            remedie="Haal de factor uit de config: zonder variatie valt er niets te schatten.",
            reden=AnalyseReden.GEEN_VARIATIE.met(n=n, term=vast[0]),
        )
    collineair = collineaire_regressoren(Z)
    if collineair:
        raise InvoerFout(
            f"{ontwerp}: deze factoren leggen elkaar vast (collineair): {', '.join(collineair)}",
            sleutel="factoren",
            remedie="Haal één van deze factoren uit de config, bijvoorbeeld één van de aandelen "
            "die samen 100% zijn.",
            reden=AnalyseReden.COLLINEAIR.met(termen=" ".join(collineair)),
        )


def _controleer_aantallen(ontwerp: Ontwerp) -> None:
    """Refuse a regression with too few wijken, or in too few gemeenten."""
    n, K = ontwerp.X.shape
    if n <= K:
        raise InvoerFout(
            f"{ontwerp}: te weinig waarnemingen; van de {ontwerp.n_verwacht} wijken hebben er "
            f"{n} alle gegevens, en er zijn {K} coëfficiënten te schatten",
            sleutel="factoren",
            remedie="Neem minder factoren of factoren met minder ontbrekende waarden "
            "(zie tabellen/datakwaliteit.csv), of een ruimere selectie.",
            reden=AnalyseReden.TE_WEINIG_WAARNEMINGEN.met(
                n_verwacht=ontwerp.n_verwacht, n=n, n_coefficienten=K
            ),
        )
    n_gemeenten = ontwerp.gemeente.nunique()
    if n_gemeenten < MIN_GEMEENTEN:
        raise InvoerFout(
            f"{ontwerp}: de wijken liggen in {n_gemeenten} gemeente(n); voor standaardfouten die "
            f"rekening houden met gemeenten zijn er ten minste {MIN_GEMEENTEN} nodig",
            kolom="gm_code",
            remedie="Neem een ruimere selectie, of haal deze steekproef uit "
            "regressie.steekproeven.",
            reden=AnalyseReden.TE_WEINIG_GEMEENTEN.met(
                n_gemeenten=n_gemeenten, minimum=MIN_GEMEENTEN
            ),
        )


def schat(ontwerp: Ontwerp) -> Any:
    """Fit OLS with CRV1 standard errors by gemeente and t(G-1).

    Returns:
        statsmodels RegressionResults; params, bse, tvalues, pvalues and conf_int() are those of
        the clustered covariance.

    Raises:
        InvoerFout: what `controleer_ontwerp` raises; a fit without residuals, or an estimate or
            standard error that is not a positive finite number.
    """
    controleer_ontwerp(ontwerp)
    groepen = pd.factorize(ontwerp.gemeente, sort=True)[0]
    resultaat = OLS(ontwerp.y, ontwerp.X).fit(
        cov_type="cluster",
        cov_kwds={"groups": groepen, "use_correction": True, "df_correction": True},
        use_t=True,
    )
    maat = np.abs(ontwerp.y).max()
    if maat == 0 or np.abs(resultaat.resid).max() <= 1e-12 * maat:
        raise InvoerFout(
            f"{ontwerp}: het model past exact, zonder residuen; standaardfouten bestaan dan niet",
            sleutel="factoren",
            remedie="Controleer of een factor uit de score zelf is berekend.",
            reden=AnalyseReden.GEEN_RESIDUEN.met(),
        )
    goed = np.isfinite(resultaat.params) & np.isfinite(resultaat.pvalues) & (resultaat.bse > 0)
    if not goed.all():
        term = str(goed.index[~goed.to_numpy()][0])
        raise InvoerFout(
            f"{ontwerp}: de schatting is mislukt; er is geen geldige standaardfout",
            kolom=term,
            remedie="Haal deze factor uit de config of neem een ruimere selectie.",
            reden=AnalyseReden.GEEN_STANDAARDFOUT.met(term=term),
        )
    return resultaat
