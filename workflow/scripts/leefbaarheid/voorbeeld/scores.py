"""The scores of the example edition: a linear Markov chain, and the dimensions that add up to it.

For wijk i in gemeente g, from measurement t to the next::

    s[t+1,i] = m[t+1] + rho[t] (s[t,i] - m[t]) + sum_k b[t,k] (x[k,i] - ref[k]) / schaal[k]
               + u[t,g] + e[t,i]

with m the national means of DOMAIN.md section 3, x the factors exactly as they are published
(rounded, all fixed before the chain starts), u ~ N(0, sigma_u) shared by a gemeente and
e ~ N(0, sigma_e). The factors hang together with the score of 2002 through a latent
"kwetsbaarheid", but not with u or e. So the regression of a later score on an earlier one and the
factors (ANCOVA) has known coefficients, which compose over the steps: see `waarheid`.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from leefbaarheid.voorbeeld.voorbeeld import AFW_BASIS, DIMENSIE_JAREN, DIMENSIES, JAREN, Parameters


def maak_scores(
    p: Parameters,
    gm: np.ndarray,
    mate: np.ndarray,
    factoren: pd.DataFrame,
    rng: np.random.RandomState,
) -> np.ndarray:
    """Return `lbm` per wijk and measurement (n x 8), unrounded: 2002 and then the chain."""
    n, n_gm = len(gm), len(p.gemeenten)
    score = -p.afstand * mate + p.sigma_gemeente_2002 * rng.standard_normal(n_gm)[gm]
    score += p.sigma_2002 * rng.standard_normal(n)
    reeks = [p.gemiddelden[0] + score - score.mean()]
    for t in range(len(JAREN) - 1):
        volgende = p.gemiddelden[t + 1] + p.rho[t] * (reeks[t] - p.gemiddelden[t])
        for factor in p.factoren:
            if factor.effect[t]:
                afstand = (factoren[factor.naam].to_numpy() - factor.referentie) / factor.schaal
                volgende = volgende + factor.effect[t] * afstand
        volgende = volgende + p.sigma_u[t] * rng.standard_normal(n_gm)[gm]
        reeks.append(volgende + p.sigma_e[t] * rng.standard_normal(n))
    return np.column_stack(reeks)


def maak_dimensies(
    p: Parameters,
    lbm: np.ndarray,
    stad: np.ndarray,
    mate: np.ndarray,
    rng: np.random.RandomState,
) -> np.ndarray:
    """Return the dimensions (n x 8 x 5), NaN in years without; they add up to `afw` exactly.

    Each dimension takes a share of the deviation of the total plus loadings on an urban factor and
    three further ones that cancel out over the dimensions. The factors move slowly between years.
    """
    n = len(lbm)
    uit = np.full((n, len(JAREN), len(DIMENSIES)), np.nan)
    stad = (stad - stad.mean()) / stad.std()
    mate = mate - mate.mean()
    overig = [rng.standard_normal(n) for _ in range(3)]
    for j, jaar in enumerate(DIMENSIE_JAREN):
        t = JAREN.index(jaar)
        if j:
            stad = 0.995 * stad + np.sqrt(1 - 0.995**2) * rng.standard_normal(n)
            overig = [0.97 * o + np.sqrt(1 - 0.97**2) * rng.standard_normal(n) for o in overig]
        afw = np.round(lbm[:, t] - AFW_BASIS, 10)
        rest = afw.copy()
        afwijking = lbm[:, t] - p.gemiddelden[t]
        for d, naam in enumerate(DIMENSIES[:-1]):
            dim = p.dimensies[naam]
            waarde = dim.gemiddelde[j] + dim.aandeel * afwijking + dim.stedelijk * stad
            waarde = waarde + dim.kwetsbaar * mate
            for lading, factor in zip(dim.overig, overig, strict=True):
                waarde = waarde + lading * factor
            uit[:, t, d] = np.round(waarde, 6)
            rest = rest - uit[:, t, d]
        uit[:, t, -1] = np.round(rest, 10)
    return uit
