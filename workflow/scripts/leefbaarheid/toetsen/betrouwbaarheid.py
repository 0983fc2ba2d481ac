"""How noisy is one measurement? Reliability from three or more measurements of the same wijken.

With a true score that moves as a Markov chain and the same reliability R every time (a simplex),
three correlations give R (`heise`). An error that lasts from one measurement to the next counts as
movement of the true score, so R is an upper bound.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from leefbaarheid.analyse.meetfout import als_matrix, gewogen_momenten
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.redenen.toetsen import ToetsReden

THEMA = 31
"""Number of this theme in the seed, shared with `regressie_naar_gemiddelde`: the same draws."""
ALLE_METINGEN = "alle metingen"


class Heise(NamedTuple):
    """Reliability, and true stability over the first and the second step."""

    betrouwbaarheid: np.ndarray
    stabiliteit_12: np.ndarray
    stabiliteit_23: np.ndarray


def heise(r12: np.ndarray, r23: np.ndarray, r13: np.ndarray) -> Heise:
    """Return reliability and true stabilities from three correlations of a simplex.

    Heise (1969), Separating reliability and stability in test-retest correlation, American
    Sociological Review 34: with a Markov true score and equal reliability R,
    r12 = R s12, r23 = R s23 and r13 = R s12 s23, so R = r12 r23 / r13. Without the assumption of
    equal reliability it is that of the middle measurement. Spacing need not be equal. An error that
    lasts from one measurement to the next counts as stability: R is an upper bound then.
    """
    return Heise(r12 * r23 / r13, r13 / r23, r13 / r12)


def trek_gemeenten(rng: np.random.Generator, G: int, trekkingen: int) -> np.ndarray:
    """Return how often each gemeente is drawn in a cluster bootstrap: (trekkingen, G)."""
    return rng.multinomial(G, np.full(G, 1 / G), size=trekkingen).astype(float)


def _correlatie(cov: np.ndarray) -> np.ndarray:
    sd: np.ndarray = np.sqrt(np.diagonal(cov, axis1=-2, axis2=-1))
    r: np.ndarray = cov / (sd[..., :, None] * sd[..., None, :])
    return r


def drietallen(cov: np.ndarray) -> Heise:
    """Return `heise` of every three consecutive measurements, each (B, T-2), from (B, T, T)."""
    r = _correlatie(cov)
    i = np.arange(cov.shape[-1] - 2)
    return heise(r[..., i, i + 1], r[..., i + 1, i + 2], r[..., i, i + 2])


def _van_de_eerste(R: np.ndarray, cov: np.ndarray) -> np.ndarray:
    """Return the reliability of the first of every three measurements, each (T-2,).

    When the error variance and not the reliability is equal: Wiley & Wiley 1970, American
    Sociological Review 35.
    """
    variantie = np.diagonal(cov)
    fout: np.ndarray = (1 - R) * variantie[1:-1]
    eerste: np.ndarray = 1 - fout / variantie[:-2]
    return eerste


def samengevat(R: np.ndarray) -> np.ndarray:
    """Pool the reliabilities of all triples: their geometric mean, over the last axis."""
    gemiddelde: np.ndarray = np.exp(np.log(np.maximum(R, 1e-6)).mean(axis=-1))
    return gemiddelde


def betrouwbaarheid(
    scores: pd.DataFrame, gemeente: pd.Series, *, zaad: int, trekkingen: int = 1000
) -> pd.DataFrame:
    """Estimate the reliability of one measurement from the panel.

    Args:
        scores: one row per wijk without missing values, one column per year, ascending.
        gemeente: gm_code with the same index: the cluster of the bootstrap.
        zaad: seed of the edition. trekkingen: bootstrap draws.

    Returns:
        One row per three consecutive measurements, and a last row 'alle metingen' with the
        geometric mean of R: metingen ("2002-2008-2012"), jaar (the middle one), betrouwbaarheid
        (`heise`), ci_laag, ci_hoog (95 % percentile bootstrap by gemeente), betrouwbaarheid_eerste
        (of the first of the three, with equal error variances), stabiliteit_12, stabiliteit_23
        (true score), meetfout_sd (score points; NaN when R > 1), n, n_gemeenten, toelichting. An
        estimate above 1 is possible: then the three measurements do not follow the model, or noise
        is negligible.

    Raises:
        InvoerFout: fewer than three years.
    """
    jaren = _controleer_jaren(scores)
    X, codes, G = als_matrix(scores, gemeente)
    _, (cov,) = gewogen_momenten(X, codes, np.ones((1, G)))
    rng = np.random.default_rng([zaad, THEMA, 1])
    _, cov_b = gewogen_momenten(X, codes, trek_gemeenten(rng, G, trekkingen))
    drie, R_b = drietallen(cov), drietallen(cov_b).betrouwbaarheid
    R = np.append(drie.betrouwbaarheid, samengevat(drie.betrouwbaarheid))
    R_b = np.column_stack([R_b, samengevat(R_b)])
    laag, hoog = np.quantile(R_b, [0.025, 0.975], axis=0)
    sd = np.sqrt(np.diagonal(cov))
    reeksen = ["-".join(map(str, jaren[i : i + 3])) for i in range(len(jaren) - 2)]
    kolommen = {
        "metingen": [*reeksen, ALLE_METINGEN],
        "jaar": pd.array([*jaren[1:-1], None], dtype="Int64"),
        "betrouwbaarheid": R,
        "ci_laag": laag,
        "ci_hoog": hoog,
        "betrouwbaarheid_eerste": np.append(_van_de_eerste(R[:-1], cov), np.nan),
        "stabiliteit_12": np.append(drie.stabiliteit_12, np.nan),
        "stabiliteit_23": np.append(drie.stabiliteit_23, np.nan),
        "meetfout_sd": _meetfout(R, np.append(sd[1:-1], sd.mean())),
        "n": len(X),
        "n_gemeenten": G,
        "toelichting": np.where(R > 1, ToetsReden.BETROUWBAARHEID_BOVEN_EEN.met(), ""),
    }
    return pd.DataFrame(kolommen)


def _meetfout(R: np.ndarray, sd: np.ndarray) -> np.ndarray:
    """Return the standard deviation of the error; NaN where R is above 1."""
    return sd * np.sqrt(np.where(R <= 1, 1 - R, np.nan))


def _controleer_jaren(scores: pd.DataFrame) -> list[int]:
    jaren = [int(jaar) for jaar in scores.columns]
    if len(jaren) < 3:
        raise InvoerFout(
            "voor de betrouwbaarheid van een meting zijn drie meetjaren nodig",
            sleutel="jaren",
            waarde=", ".join(map(str, jaren)),
            remedie="Neem meer meetjaren op, of zet deze controle uit.",
        )
    return jaren
