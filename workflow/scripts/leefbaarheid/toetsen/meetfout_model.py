"""What a begin score with measurement error does to the coefficients of the ANCOVA form.

In s_end = a + g s_begin + b'z + e the begin score holds an error, so that g is too small and part
of the lasting difference between wijken goes to the factors they differ in. With a known error
variance theta two estimators put that right:

- method of moments (Fuller 1987, Measurement error models, section 2.2): theta is taken off the
  sum of squares of the begin score, b = (X'X - n theta E)^-1 X'y;
- SIMEX (Cook & Stefanski 1994, Journal of the American Statistical Association 89): add more error,
  see what it does, and extrapolate (a parabola) back to no error at all.

The interval is that of the first, from the jackknife over gemeenten (CRV3 where theta is 0) with
theta fixed; what the uncertainty of theta does stands beside it. Errors of the end score need no
correction. In the year on which was selected the errors of the selected wijken are no longer
independent of their scores: there the correction is too large or too small.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from leefbaarheid.analyse.crv import t_interval, t_toets
from leefbaarheid.analyse.ontwerp import Ontwerp
from leefbaarheid.analyse.regressie import controleer_ontwerp
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import BEGINSCORE
from leefbaarheid.toetsen.meetfout import THEMA
from leefbaarheid.toetsen.ontwerpen import ALFA
from leefbaarheid.toetsen.uitkomst import GeenUitkomst, reden_van

LAMBDA = np.array([0.0, 0.5, 1.0, 1.5, 2.0])
"""Error added by SIMEX, in units of theta."""
HERHALINGEN = 200
KLEINSTE_REST = 0.1
"""Share of the variance of the begin score, given the factors, that must not be noise."""
KOLOMMEN = [
    *("uitkomst", "van", "tot", "steekproef", "term", "label", "fout_sd", "betrouwbaarheid"),
    *("coef_sd_ols", "ci_sd_laag_ols", "ci_sd_hoog_ols", "p_ols"),
    *("coef_sd_moment", "ci_sd_laag_moment", "ci_sd_hoog_moment", "p_moment"),
    *("coef_sd_simex", "coef_sd_fout_laag", "coef_sd_fout_hoog"),
    *("teken_verschilt", "significantie_verschilt", "eensgezind", "n", "n_gemeenten", "reden"),
]


@dataclass(frozen=True)
class Fout:
    """The error variance of a score, squared score points, with the bounds of its interval."""

    theta: float
    laag: float
    hoog: float


@dataclass(frozen=True)
class _Momenten:
    """Cross products of one regression, in all and per gemeente.

    Attributes:
        XX: (K, K), and XX_g (G, K, K) of each gemeente; Xy (K,), Xy_g (G, K).
        n_g: (G,) wijken per gemeente.
        plek: place of the begin score.
    """

    XX: np.ndarray
    Xy: np.ndarray
    XX_g: np.ndarray
    Xy_g: np.ndarray
    n_g: np.ndarray
    plek: int

    def coef(self, theta: float) -> np.ndarray:
        """Return the moment estimates (K,)."""
        return np.asarray(np.linalg.solve(self._zonder_fout(theta), self.Xy))

    def _zonder_fout(self, theta: float) -> np.ndarray:
        M = self.XX.copy()
        M[self.plek, self.plek] -= theta * self.n_g.sum()
        return M

    def rest(self) -> float:
        """Return the variance of the begin score that the other regressors leave over."""
        omgekeerd = np.linalg.inv(self.XX)
        return float(1 / omgekeerd[self.plek, self.plek] / self.n_g.sum())

    def se(self, theta: float) -> np.ndarray:
        """Return jackknife standard errors (K,) over gemeenten, centred on the estimate."""
        G, n = len(self.n_g), self.n_g.sum()
        M = self.XX - self.XX_g
        M[:, self.plek, self.plek] -= theta * (n - self.n_g)
        zonder = np.linalg.solve(M, (self.Xy - self.Xy_g)[..., None])[..., 0]
        verschil = zonder - self.coef(theta)
        return np.asarray(np.sqrt((G - 1) / G * (verschil**2).sum(axis=0)))


def _momenten(ontwerp: Ontwerp) -> tuple[_Momenten, np.ndarray, np.ndarray]:
    """Return the cross products, and the centred regressors and outcome they are made of.

    The regressors are centred and scaled to unit standard deviation, but for the begin score, so
    that coefficients are per standard deviation and theta keeps its unit; the constant is dropped
    with the means, which changes no other coefficient.
    """
    Z = ontwerp.regressoren
    sd = Z.std(ddof=1).where(Z.columns != BEGINSCORE, 1.0)
    X = np.column_stack([np.ones(len(Z)), ((Z - Z.mean()) / sd).to_numpy()])
    y = (ontwerp.y - ontwerp.y.mean()).to_numpy()
    codes, namen = pd.factorize(ontwerp.gemeente, sort=True)
    G, K = len(namen), X.shape[1]
    XX_g, Xy_g = np.zeros((G, K, K)), np.zeros((G, K))
    np.add.at(XX_g, codes, X[:, :, None] * X[:, None, :])
    np.add.at(Xy_g, codes, X * y[:, None])
    plek = 1 + list(Z.columns).index(BEGINSCORE)
    m = _Momenten(XX_g.sum(0), Xy_g.sum(0), XX_g, Xy_g, np.bincount(codes).astype(float), plek)
    return m, X, y


def simex(
    m: _Momenten, X: np.ndarray, y: np.ndarray, theta: float, rng: np.random.Generator
) -> np.ndarray:
    """Return the SIMEX estimates (K,), from `HERHALINGEN` sets of added error.

    Only the cross products with the begin score change, so no regression is done again.
    """
    ruis = rng.standard_normal((HERHALINGEN, len(y))) * np.sqrt(theta)
    met_X, met_y, kwadraat = ruis @ X, ruis @ y, (ruis**2).sum(axis=1)
    p, gemiddeld = m.plek, []
    for maal in LAMBDA:
        M = np.broadcast_to(m.XX, (HERHALINGEN, *m.XX.shape)).copy()
        v = np.broadcast_to(m.Xy, (HERHALINGEN, len(m.Xy))).copy()
        extra = np.sqrt(maal) * met_X
        M[:, p, :] += extra
        M[:, :, p] += extra
        M[:, p, p] += maal * kwadraat
        v[:, p] += np.sqrt(maal) * met_y
        gemiddeld.append(np.linalg.solve(M, v[..., None])[..., 0].mean(axis=0))
    parabool = np.polynomial.polynomial.polyfit(LAMBDA, np.array(gemiddeld), 2)
    return np.asarray(np.polynomial.polynomial.polyval(-1.0, parabool))


def meetfout_modellen(
    ontwerpen: Sequence[Ontwerp],
    fouten: Mapping[int, Fout],
    labels: Mapping[str, str],
    zaad: int,
    *,
    zonder: str = "",
) -> pd.DataFrame:
    """Return the coefficients of ANCOVA regressions with and without the error of the begin score.

    Args:
        ontwerpen: complete cases, all of the ANCOVA form.
        fouten: year -> error of its score.
        labels: factor -> label.
        zaad: seed of the edition.
        zonder: reason code why a year has no error.

    Returns:
        `KOLOMMEN`, a row per term but the constant, all per standard deviation of the term (the
        begin score per point): fout_sd of the begin score, betrouwbaarheid (share of its variance,
        given the factors, that is no error), the estimate without correction (ols), with the method
        of moments (moment) and with SIMEX, and the moment estimates at both bounds of the error;
        teken_verschilt, significantie_verschilt and eensgezind compare ols and moment. A regression
        that cannot be estimated has a row per factor with a `reden`.
    """
    rijen: list[dict[str, Any]] = []
    for nummer, ontwerp in enumerate(ontwerpen):
        vast = {k: getattr(ontwerp, k) for k in ("uitkomst", "van", "tot", "steekproef")}
        rng = np.random.default_rng([zaad, THEMA, 3, nummer])
        try:
            if ontwerp.van not in fouten:
                raise GeenUitkomst(zonder)
            eigen = _rijen(ontwerp, fouten[ontwerp.van], rng)
        except (InvoerFout, GeenUitkomst) as fout:
            eigen = [{"term": f, "reden": reden_van(fout)} for f in ontwerp.factoren]
        rijen += [vast | {"label": labels.get(r["term"], r["term"])} | r for r in eigen]
    return pd.DataFrame(rijen, columns=KOLOMMEN)


def _rijen(ontwerp: Ontwerp, fout: Fout, rng: np.random.Generator) -> list[dict[str, Any]]:
    """Return a row per term of one regression.

    Raises:
        InvoerFout: what `controleer_ontwerp` raises.
        GeenUitkomst: hardly anything but noise is left of the begin score.
    """
    controleer_ontwerp(ontwerp)
    m, X, y = _momenten(ontwerp)
    betrouwbaar = 1 - fout.theta / m.rest()
    if betrouwbaar < KLEINSTE_REST:
        raise GeenUitkomst(ToetsReden.BEGINSCORE_VRIJWEL_RUIS.met())
    df = len(m.n_g) - 1
    delen: dict[str, Any] = {"term": ontwerp.regressoren.columns}
    for naam, theta in (("ols", 0.0), ("moment", fout.theta)):
        coef, se = m.coef(theta)[1:], m.se(theta)[1:]
        laag, hoog = t_interval(coef, se, df)
        maten = (f"coef_sd_{naam}", f"ci_sd_laag_{naam}", f"ci_sd_hoog_{naam}", f"p_{naam}")
        delen |= dict(zip(maten, (coef, laag, hoog, t_toets(coef, se, df)), strict=True))
    delen["coef_sd_simex"] = simex(m, X, y, fout.theta, rng)[1:]
    delen["coef_sd_fout_laag"] = m.coef(fout.laag)[1:]
    hoogste = min(fout.hoog, (1 - KLEINSTE_REST) * m.rest())
    delen["coef_sd_fout_hoog"] = m.coef(hoogste)[1:]
    tabel = pd.DataFrame(delen)
    teken = np.sign(tabel["coef_sd_ols"]) != np.sign(tabel["coef_sd_moment"])
    duidelijk = (tabel["p_ols"] < ALFA) != (tabel["p_moment"] < ALFA)
    uit = tabel.assign(
        fout_sd=np.sqrt(fout.theta),
        betrouwbaarheid=betrouwbaar,
        teken_verschilt=teken,
        significantie_verschilt=duidelijk,
        eensgezind=~teken & ~duidelijk,
        n=len(y),
        n_gemeenten=len(m.n_g),
        reden="",
    )
    return [{str(k): v for k, v in rij.items()} for rij in uit.to_dict("records")]
