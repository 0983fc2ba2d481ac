"""Inference with few, unequal gemeenten: CRV1, CRV3, the wild cluster bootstrap, and power.

Everything is computed from one product per gemeente, made once per regression (`clusterproducten`);
the observations are not touched again. With X = QR (thin QR), r_j row j of R^-1, A_g = Q_g'Q_g and
s_g = Q_g'u_g the score of the OLS residuals u:

- OLS: b_j = r_j'Q'y. Q'Q = I, so the units and collinearity of X cost no precision.
- CRV1 (Liang & Zeger 1986): c sum_g (r_j's_g)^2 with c = G/(G-1) x (n-1)/(n-K).
- Cluster jackknife: leaving out g changes b_j by -r_j'(I - A_g)^-1 s_g.
- CRV3 (MacKinnon, Nielsen & Webb 2023, Journal of Applied Econometrics 38): (G-1)/G times the sum
  of squares of those changes, that is, centred on b itself, as in summclust. (The variant CRV3J,
  centred on the mean of the jackknife estimates, is never larger; pyfixest multiplies the same sum
  by the factor c of CRV1 instead.)
- WCR, the wild cluster restricted bootstrap (Cameron, Gelbach & Miller 2008, Review of Economics
  and Statistics 90): see `wild_bootstrap`. Fast because numerator and variance of each bootstrap t
  need K-vectors per gemeente only (MacKinnon 2023, Econometrics and Statistics 26), and because
  both are polynomials in the hypothesised value, so that inverting the test needs no new draws.

t intervals have G-1 degrees of freedom.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy import special

from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u

if TYPE_CHECKING:
    import pandas as pd

    from leefbaarheid.analyse.ontwerp import Ontwerp

SCHATTERS = ("crv1", "crv3", "wcr")
TREKKINGEN, MIN_TREKKINGEN = 9_999, 99
MIN_G_RADEMACHER = 12
"""Below this number of clusters Webb's six points replace Rademacher's two (Webb 2023)."""
THEMA = 1
"""Second part of the seed: draws of this module are independent of those of other modules."""

# Square root of the precision to which a coefficient must be fixed by the other gemeenten.
BEPAALD = 1e-6
# Draws whose |t*| ties with |t| count as at least as extreme; relative tolerance on the square.
GELIJK = 1e-9
# Where the bounds of the inverted test are looked for, in (almost) standard errors from the
# estimate. The bracket is then divided until it is 2^-24 of its width: in how many parts at a time
# depends on whether a pass over the draws is cheap.
ROOSTER = np.r_[np.arange(1.0, 9.0), 16.0, 64.0, 256.0, 1024.0]
HALVERINGEN = 24
# Numbers in memory at a time while drawing, and numbers kept between passes over the draws.
BLOK, BEWAAR = 1 << 17, 1 << 20

KOLOMMEN_CLUSTER = [
    *("uitkomst", "van", "tot", "model", "steekproef", "term", "primair", "coef", "sd_factor"),
    *("coef_sd", "se", "ci_laag", "ci_hoog", "p", "ci_sd_laag", "ci_sd_hoog"),
    *("crv1_se", "crv1_ci_laag", "crv1_ci_hoog", "crv1_p"),
    *("crv3_se", "crv3_ci_laag", "crv3_ci_hoog", "crv3_p"),
    *("wcr_ci_laag", "wcr_ci_hoog", "wcr_p", "wcr_verdeling", "wcr_trekkingen"),
    *("n", "G", "G_eff", "G_eff_1", "grootste_gemeente", "grootste_aandeel"),
    *("hefboom_max", "hefboom_max_gemeente"),
    *("loo_min", "loo_min_gemeente", "loo_max", "loo_max_gemeente", "reden"),
]
KOLOMMEN_MDE = [
    *("uitkomst", "van", "tot", "model", "steekproef", "term", "primair", "coef", "coef_sd"),
    *("sd_factor", "se", "df", "alfa", "kracht", "mde", "mde_sd", "nul_in_interval", "reden"),
]
BETEKENIS = (
    "De wijken liggen in weinig en ongelijke gemeenten; deze tabel laat zien of de uitkomst "
    "overeind blijft als daar op drie manieren rekening mee wordt gehouden, en als één gemeente "
    "buiten beschouwing blijft."
)
BETEKENIS_MDE = (
    "De kleinste aantoonbare samenhang is zo groot dat deze gegevens haar met {kracht}% kans aan "
    "het licht zouden brengen; een kleinere samenhang kan bestaan zonder dat deze analyse haar "
    "laat zien."
)


# ---------------------------------------------------------------------------------------------
# Products per cluster


@dataclass(frozen=True)
class Clusterproducten:
    """What inference needs of one OLS regression: K coefficients, G clusters, n observations.

    Attributes:
        coef: (K,) OLS estimates, units of y per unit of X.
        R_inv: (K, K) inverse of R in X = QR; row j turns a Q-space vector into coefficient j.
        A: (G, K, K) Q_g'Q_g.
        scores: (G, K) Q_g'u_g; their sum is zero.
        sommen: (G, K) column sums of Q_g.
        omvang: (G,) number of observations per cluster.
        namen: (G,) cluster labels, sorted.
        rss, yy: sums of squares of the residuals and of y.
    """

    coef: np.ndarray
    R_inv: np.ndarray
    A: np.ndarray
    scores: np.ndarray
    sommen: np.ndarray
    omvang: np.ndarray
    namen: np.ndarray
    rss: float
    yy: float

    @property
    def K(self) -> int:  # noqa: N802
        """Number of coefficients."""
        return len(self.coef)

    @property
    def G(self) -> int:  # noqa: N802
        """Number of clusters."""
        return len(self.omvang)

    @property
    def n(self) -> int:
        """Number of observations."""
        return int(self.omvang.sum())

    @property
    def df(self) -> int:
        """Degrees of freedom of the t distribution: G - 1."""
        return self.G - 1

    @property
    def grootste_aandeel(self) -> float:
        """Share of the observations in the largest cluster."""
        return float(self.omvang.max() / self.n)

    @cached_property
    def jackknife(self) -> np.ndarray:
        """(G, K) coefficients without cluster g; NaN where the other clusters do not fix one."""
        waarden, V = np.linalg.eigh(np.eye(self.K) - self.A)  # (G, K), (G, K, K)
        vast = waarden > BEPAALD**2
        omgekeerd = np.where(vast, 1 / np.where(vast, waarden, 1), 0)
        richting = np.einsum("gkm,gk->gm", V, self.scores) * omgekeerd
        uit = self.coef - np.einsum("jk,gkm,gm->gj", self.R_inv, V, richting)
        if not vast.all():
            los = np.einsum("jk,gkm->gjm", self.R_inv, V) * ~vast[:, None, :]
            lengte = np.linalg.norm(self.R_inv, axis=1)
            uit[(np.abs(los).max(axis=2) > BEPAALD * lengte)] = np.nan
        return uit


def clusterproducten(X: np.ndarray, y: np.ndarray, groepen: Sequence) -> Clusterproducten:
    """Return the products per cluster of the regression of y on X.

    Args:
        X: (n, K) regressors, constant included, full column rank, no missing values.
        y: (n,) outcome.
        groepen: (n,) cluster label per row, in any order.

    Raises:
        InvoerFout: n <= K, collinear columns, or fewer than two clusters.
    """
    X, y = np.asarray(X, float), np.asarray(y, float)
    n, K = X.shape
    if n <= K:
        raise InvoerFout(f"te weinig waarnemingen ({n}) voor {K} coëfficiënten")
    if overbodig(X):
        raise InvoerFout("de kolommen van X leggen elkaar vast (collineair)")
    namen, code = np.unique(np.asarray(groepen), return_inverse=True)
    if len(namen) < 2:
        raise InvoerFout("er zijn ten minste twee clusters nodig")

    volgorde = np.argsort(code, kind="stable")
    omvang = np.bincount(code)
    schaal = np.linalg.norm(X, axis=0)
    Q, R = np.linalg.qr(X[volgorde] / schaal)
    gamma = Q.T @ y[volgorde]
    rest = y[volgorde] - Q @ gamma
    grenzen = np.r_[0, np.cumsum(omvang)]
    delen = [slice(a, b) for a, b in pairwise(grenzen)]
    R_inv = np.linalg.inv(R) / schaal[:, None]
    return Clusterproducten(
        coef=R_inv @ gamma,
        R_inv=R_inv,
        A=np.stack([Q[d].T @ Q[d] for d in delen]),
        scores=np.stack([rest[d] @ Q[d] for d in delen]),
        sommen=np.add.reduceat(Q, grenzen[:-1]),
        omvang=omvang,
        namen=namen,
        rss=float(rest @ rest),
        yy=float(y @ y),
    )


def overbodig(X: np.ndarray, grens: float = 1e-8) -> list[int]:
    """Return the columns of X that (almost) are a linear combination of the columns before them.

    These have at most `grens` of their length left once the earlier columns are taken out.
    """
    behouden: list[np.ndarray] = []
    uit = []
    for k in range(X.shape[1]):
        rest = X[:, k].astype(float)
        lengte = np.linalg.norm(rest)
        for _ in range(2):  # twice is enough for orthogonality (Giraud et al. 2005)
            for q in behouden:
                rest = rest - q * (q @ rest)
        over = np.linalg.norm(rest)
        if over <= grens * lengte:
            uit.append(k)
        else:
            behouden.append(rest / over)
    return uit


# ---------------------------------------------------------------------------------------------
# Variances and what single clusters do


def crv1(producten: Clusterproducten) -> np.ndarray:
    """Return the CRV1 covariance (K, K), factor G/(G-1) x (n-1)/(n-K)."""
    p = producten
    U = p.scores @ p.R_inv.T
    return p.G / p.df * (p.n - 1) / (p.n - p.K) * (U.T @ U)


def crv3(producten: Clusterproducten) -> np.ndarray:
    """Return the CRV3 covariance (K, K), centred on the OLS estimate, factor (G-1)/G.

    Rows and columns are NaN of coefficients that cannot be estimated without some cluster.
    """
    U = producten.jackknife - producten.coef
    return producten.df / producten.G * (U.T @ U)


def standaardfout(covariantie: np.ndarray) -> np.ndarray:
    """Return the square roots of the diagonal (K,)."""
    return np.sqrt(np.diag(covariantie))


def t_interval(
    coef: np.ndarray, se: np.ndarray, df: float, alfa: float = 0.05
) -> tuple[np.ndarray, np.ndarray]:
    """Return the lower and upper bounds of the 1 - alfa interval by the t distribution."""
    halve = special.stdtrit(df, 1 - alfa / 2) * np.asarray(se)
    return coef - halve, coef + halve


def t_toets(coef: np.ndarray, se: np.ndarray, df: float) -> np.ndarray:
    """Return two-sided p-values of coef = 0 by the t distribution."""
    return 2 * special.stdtr(df, -np.abs(np.asarray(coef) / se))


def hefboom(producten: Clusterproducten) -> np.ndarray:
    """Return the partial leverage (G, K) of each cluster for each coefficient; columns sum to 1.

    The share of cluster g in the variation of regressor j that the other regressors leave over
    (MacKinnon, Nielsen & Webb 2023, Stata Journal 23).
    """
    gewicht = _eigen_variatie(producten)
    return gewicht / gewicht.sum(axis=0)


def effectief_aantal(producten: Clusterproducten, rho: float = 0.0) -> np.ndarray:
    """Return the effective number of clusters G*(rho) per coefficient (K,).

    G / (1 + Gamma) with Gamma the squared coefficient of variation over clusters of what each adds
    to the variance of the coefficient (Carter, Schnepel & Steigerwald 2017, Review of Economics and
    Statistics 99), for errors with correlation `rho` within clusters: 0 takes the partial leverage
    only, 1 is the worst case. Not larger than G; 1 means that one cluster decides. NaN where
    clusters add nothing, as with `rho` 1 and a regressor that only varies within clusters.
    """
    eigen = _eigen_variatie(producten)
    samen = (producten.sommen @ producten.R_inv.T) ** 2
    gewicht = (1 - rho) * eigen + rho * samen
    som, kwadraat = gewicht.sum(axis=0), (gewicht**2).sum(axis=0)
    bestaat = som > 1e-20 * eigen.sum(axis=0)
    return np.where(bestaat, som**2 / np.where(bestaat, kwadraat, 1), np.nan)


def _eigen_variatie(p: Clusterproducten) -> np.ndarray:
    """Return r_j'A_g r_j (G, K)."""
    return np.einsum("jk,gkl,jl->gj", p.R_inv, p.A, p.R_inv, optimize=True)


# ---------------------------------------------------------------------------------------------
# The wild cluster restricted bootstrap


@dataclass(frozen=True)
class Trekkingen:
    """Bootstrap weights per cluster: the same for any block size and number of cores.

    Attributes:
        G: number of clusters.
        aantal: number of draws asked for.
        zaad: seed; the stream is default_rng([zaad, THEMA]).
        verdeling: 'rademacher' or 'webb'.
    """

    G: int
    aantal: int
    zaad: int
    verdeling: str

    @property
    def _punten(self) -> np.ndarray:
        if self.verdeling == "rademacher":
            return np.array([1.0, -1.0])
        helft = np.sqrt([0.5, 1.0, 1.5])
        return np.r_[helft, -helft]

    @property
    def volledig(self) -> bool:
        """Whether every possible vector of weights is used once instead of random draws."""
        return len(self._punten) ** self.G <= self.aantal

    @property
    def n(self) -> int:
        """Number of vectors that p-values are over."""
        return len(self._punten) ** self.G if self.volledig else self.aantal

    @property
    def n_berekend(self) -> int:
        """Number of vectors computed: of a full enumeration half, as v and -v give the same |t|."""
        return self.n // 2 if self.volledig else self.n

    def blokken(self, grootte: int) -> Iterator[np.ndarray]:
        """Yield the weights as (G, at most `grootte`) arrays."""
        rng = np.random.default_rng([self.zaad, THEMA])
        for begin in range(0, self.n_berekend, grootte):
            aantal = min(grootte, self.n_berekend - begin)
            if self.volledig:
                yield self._opsomming(np.arange(begin, begin + aantal))
            elif self.verdeling == "rademacher":
                # one bit per cluster, whole 64-bit words per draw
                woorden = rng.bit_generator.random_raw(aantal * -(-self.G // 64))
                octetten = woorden.astype("<u8").reshape(aantal, -1).view(np.uint8)
                bits = np.unpackbits(octetten, axis=1, count=self.G, bitorder="little")
                yield 1.0 - 2.0 * bits.T
            else:
                yield self._punten[(6 * rng.random((aantal, self.G))).astype(np.intp)].T

    def _opsomming(self, nummer: np.ndarray) -> np.ndarray:
        """Return the weights of the vectors with these numbers; the last cluster's are positive."""
        basis = len(self._punten)
        macht = basis ** np.arange(self.G)[:, None]
        return self._punten[nummer // macht % basis]


@dataclass(frozen=True)
class Bootstrap:
    """Result of `wild_bootstrap`, one element per term asked for.

    Attributes:
        coef: (J,) OLS estimates.
        p: (J,) symmetric p-values of coef = nul; NaN where `toetsbaar` is False.
        ci_laag, ci_hoog: (J,) bounds of the inverted test, -inf or inf where unbounded; None
            without `interval`.
        toetsbaar: (J,) False where CRV1 is zero: a perfect fit, or scores of zero in each cluster.
        verdeling, n, volledig: see `Trekkingen`.
    """

    coef: np.ndarray
    p: np.ndarray
    ci_laag: np.ndarray | None
    ci_hoog: np.ndarray | None
    toetsbaar: np.ndarray
    verdeling: str
    n: int
    volledig: bool


def kies_verdeling(G: int) -> str:
    """Return 'webb' for fewer than `MIN_G_RADEMACHER` clusters, else 'rademacher'."""
    return "webb" if G < MIN_G_RADEMACHER else "rademacher"


def wild_bootstrap(
    producten: Clusterproducten,
    *,
    trekkingen: int = TREKKINGEN,
    zaad: int = 0,
    termen: Sequence[int] | None = None,
    nul: float | np.ndarray = 0.0,
    alfa: float = 0.05,
    interval: bool = True,
    verdeling: str | None = None,
    blok: int = BLOK,
) -> Bootstrap:
    """Test coefficients with the wild cluster restricted bootstrap (WCR, CRV1 t statistics).

    Per term j the null is imposed: y* = X b0 + v_g u0, with b0 and u0 from OLS under coef_j = nul
    and v_g one weight per cluster. p is the share of draws with |t*| >= |t|; as usual for a test by
    simulation the data count as one draw, (1 + #) / (1 + B) (Davison & Hinkley 1997, par. 4.2).
    When all weight vectors fit in `trekkingen` each is used once and p is exact, # / N: the data
    are one of the N. The confidence set holds the values of coef_j with p > alfa; given are its
    outermost bounds. It is unbounded where p stays above alfa up to a thousand standard errors,
    for example because there are too few clusters for p to get below alfa at all.

    How: under the null coef_j + x se the bootstrap scores are s_g + x q_g with
    q_g = -A_g r_j / r_j'r_j, so numerator and CRV1 variance of t* are polynomials in x of degree 1
    and 2, and |t*| >= |t| is a polynomial inequality of degree 4 per draw. Its five coefficients
    follow from matrix products of the weights (G x draws) with a few K-vectors per cluster. All
    terms share the weights. Memory does not grow with the number of draws: coefficients beyond
    `BEWAAR` numbers are not kept but computed anew, from the same stream, for each pass over them.

    Args:
        producten: of the regression.
        trekkingen: number of draws.
        zaad: seed.
        termen: columns of X to test; all by default.
        nul: hypothesised value, one or per term.
        alfa: level of the interval.
        interval: whether to invert the test.
        verdeling: 'rademacher' or 'webb'; by default `kies_verdeling`.
        blok: numbers in memory at a time while drawing.

    Raises:
        InvoerFout: too few draws, or unknown weights.
    """
    controleer_trekkingen(trekkingen)
    verdeling = verdeling or kies_verdeling(producten.G)
    if verdeling not in ("rademacher", "webb"):
        raise InvoerFout("deze verdeling bestaat niet", waarde=verdeling)
    trek = Trekkingen(producten.G, trekkingen, zaad, verdeling)
    termen = np.arange(producten.K) if termen is None else np.asarray(termen)
    coef, r = producten.coef[termen], producten.R_inv[termen]
    lengte2 = (r**2).sum(axis=1)
    s2 = ((producten.scores @ r.T) ** 2).sum(axis=0)  # variance without the factor c
    toetsbaar = (s2 > 1e-18 * lengte2 * producten.rss) & (producten.rss > 1e-24 * producten.yy)
    schaal = np.sqrt(np.where(toetsbaar, s2, 1.0))
    x = np.broadcast_to((nul - coef) / schaal, coef.shape)
    if not interval:
        tel = _Teller(producten, r, schaal, trek, blok, vast=x)
        p, laag, hoog = tel.p_waarden(x[:, None])[:, 0], None, None
    else:
        p, laag, hoog = np.empty((3, len(coef)))
        samen = max(1, BEWAAR // (5 * trek.n_berekend))  # terms whose polynomials can be kept
        for begin in range(0, len(coef), samen):
            deel = slice(begin, begin + samen)
            tel = _Teller(producten, r[deel], schaal[deel], trek, blok)
            p[deel] = tel.p_waarden(x[deel, None])[:, 0]
            laag[deel], hoog[deel] = _keer_om(tel, alfa)
        laag, hoog = coef + schaal * laag, coef + schaal * hoog
        laag[~toetsbaar] = hoog[~toetsbaar] = np.nan
    p[~toetsbaar] = np.nan
    return Bootstrap(coef, p, laag, hoog, toetsbaar, verdeling, trek.n, trek.volledig)


def controleer_trekkingen(trekkingen: int) -> None:
    """Raise an InvoerFout for fewer than `MIN_TREKKINGEN` draws."""
    if trekkingen < MIN_TREKKINGEN:
        raise InvoerFout(
            f"te weinig trekkingen voor de bootstrap: ten minste {MIN_TREKKINGEN} nodig",
            sleutel="inferentie.trekkingen",
            waarde=trekkingen,
            remedie=f"Neem {TREKKINGEN}, of 999 voor een eerste indruk.",
        )


class _Teller:
    """Counts draws with |t*| >= |t| for hypothesised values coef + x schaal, per term.

    With `vast` (J,) those are the only x that will be asked for, at half the work.
    """

    def __init__(
        self,
        p: Clusterproducten,
        r: np.ndarray,
        schaal: np.ndarray,
        trek: Trekkingen,
        blok: int,
        vast: np.ndarray | None = None,
    ) -> None:
        self.trek, self.J, self.K, self.vast = trek, len(r), p.K, vast is not None
        self.grootte = max(blok // (p.G + 4 * p.K), 16)  # draws per block
        self.bewaart = self.J * 5 * trek.n_berekend <= BEWAAR
        self._bewaard: list[np.ndarray] | None = None

        lengte2 = (r**2).sum(axis=1)
        D = np.einsum("gkl,jl->jkg", p.A, r)  # (J, K, G): A_g r_j
        M = D @ D.transpose(0, 2, 1)  # (J, K, K)
        # scores s_g + x q_g per unit of schaal (J, K, G); a: what they add to coefficient j (J, G)
        S0 = p.scores.T / schaal[:, None, None]
        S1 = -D / lengte2[:, None, None]
        if self.vast:
            S0 = S0 + vast[:, None, None] * S1
        delen, bij = [], []
        for S in (S0,) if self.vast else (S0, S1):
            a = np.einsum("jk,jkg->jg", r, S)
            delen += [a[:, None], S, M @ S - 2 * D * a[:, None]]
            bij.append(a)
        # (J, 2K+1 or 4K+2, G), times weights: numerator and two K-vectors whose product is variance
        self.lineair = np.concatenate(delen, axis=1)
        # (J, 1 or 3, G), times squared weights: the rest of the variance
        diagonaal = [bij[0] ** 2] if self.vast else [bij[0] ** 2, 2 * bij[0] * bij[1], bij[1] ** 2]
        self.kwadraat = np.stack(diagonaal, axis=1)

    def _coefficienten(self, W: np.ndarray) -> np.ndarray:
        """Return the quartic (J, 5, b) in x that is >= 0 where |t*| >= |t|, for weights (G, b).

        It is n(x)^2 - x^2 d(x), with n the numerator and d the variance of t*.
        """
        K, uit = self.K, np.zeros((self.J, 5, W.shape[1]))
        # with Rademacher weights every square is 1
        W2 = np.ones((len(W), 1)) if self.trek.verdeling == "rademacher" else W**2
        for j in range(self.J):
            P, d = self.lineair[j] @ W, self.kwadraat[j] @ W2
            n0, N0, F0 = P[0], P[1 : K + 1], P[K + 1 : 2 * K + 1]
            uit[j, 0] = n0 * n0
            uit[j, 2] = -d[0] - np.einsum("kb,kb->b", N0, F0)
            if not self.vast:
                n1, N1, F1 = P[2 * K + 1], P[2 * K + 2 : 3 * K + 2], P[3 * K + 2 :]
                uit[j, 1] = 2 * n0 * n1
                uit[j, 2] += n1 * n1
                uit[j, 3] = -d[1] - np.einsum("kb,kb->b", N0, F1) - np.einsum("kb,kb->b", N1, F0)
                uit[j, 4] = -d[2] - np.einsum("kb,kb->b", N1, F1)
        return uit

    def _stroom(self) -> Iterator[np.ndarray]:
        """Yield the quartics of all draws in blocks, kept in memory if they fit."""
        if self._bewaard is not None:
            yield from self._bewaard
            return
        lijst = []
        for W in self.trek.blokken(self.grootte):
            quartic = self._coefficienten(W)
            if self.bewaart:
                lijst.append(quartic)
            yield quartic
        if self.bewaart:
            self._bewaard = lijst

    def p_waarden(self, x: np.ndarray) -> np.ndarray:
        """Return the p-values (J, m) of the hypothesised values coef + x schaal, x (J, m)."""
        machten = x[:, :, None] ** np.arange(5)
        grens = -GELIJK * x[:, :, None] ** 2
        teller = np.zeros(x.shape, dtype=np.int64)
        for quartic in self._stroom():
            for j in range(self.J):
                telt = machten[j] @ quartic[j] >= grens[j]
                teller[j] += telt.sum(axis=1, dtype=np.uint32)
        if self.trek.volledig:
            return teller / self.trek.n_berekend
        return (1 + teller) / (1 + self.trek.n_berekend)


def _keer_om(tel: _Teller, alfa: float) -> tuple[np.ndarray, np.ndarray]:
    """Return the outermost x (J,), below and above 0, with p > alfa; -inf or inf if unbounded."""
    kant = np.array([-1.0, 1.0])[:, None]
    binnen = tel.p_waarden(np.tile((kant * ROOSTER).ravel(), (tel.J, 1))) > alfa
    binnen = np.concatenate(  # x = 0 is always in the set
        [np.ones((tel.J, 2, 1), bool), binnen.reshape(tel.J, 2, -1)], axis=2
    )
    stappen = np.r_[0.0, ROOSTER]
    laatste = len(stappen) - 1 - np.argmax(binnen[:, :, ::-1], axis=2)  # (J, 2)
    open_ = laatste == len(stappen) - 1
    laag = stappen[laatste]
    breedte = np.where(open_, 0.0, stappen[np.minimum(laatste + 1, len(stappen) - 1)] - laag)
    delen = 4 if tel.bewaart else 16
    for _ in range(HALVERINGEN // int(np.log2(delen))):
        punten = laag[:, :, None] + breedte[:, :, None] * np.arange(1, delen) / delen
        binnen = tel.p_waarden((kant * punten).reshape(tel.J, -1)) > alfa
        binnen = binnen.reshape(tel.J, 2, -1)
        verder = (delen - 1 - np.argmax(binnen[:, :, ::-1], axis=2)) * binnen.any(axis=2)
        breedte = breedte / delen
        laag = laag + verder * breedte
    grens = np.where(open_, np.inf, laag)
    return -grens[:, 0], grens[:, 1]


# ---------------------------------------------------------------------------------------------
# Power


def minimaal_aantoonbaar(
    se: float | np.ndarray,
    df: float | np.ndarray,
    alfa: float = 0.05,
    kracht: float = 0.8,
    methode: str = "exact",
) -> np.ndarray:
    """Return the minimal detectable effect: the true coefficient found with probability `kracht`.

    For a two-sided t test at level `alfa` with standard error `se` and `df` degrees of freedom:

    - 'exact': se times the noncentrality at which |T| passes the critical value with probability
      `kracht` (the other tail, below one in a million here, is left out).
    - 'bloom': (t_{1-alfa/2} + t_{kracht}) se (Bloom 1995, Evaluation Review 19), the usual closed
      form; some 1 to 2 % larger for 10 to 40 degrees of freedom.

    The result has the units of `se`. It says what the design can find and does not use the
    estimate, so it is no "observed power".

    Raises:
        ValueError: unknown `methode`.
    """
    df = np.asarray(df, float)
    kritiek = special.stdtrit(df, 1 - alfa / 2)
    if methode == "bloom":
        return (kritiek + special.stdtrit(df, kracht)) * np.asarray(se)
    if methode != "exact":
        raise ValueError(f"onbekende methode {methode!r}")
    return special.nctdtrinc(df, 1 - kracht, kritiek) * np.asarray(se)


def kracht_bij(
    effect: float | np.ndarray, se: float | np.ndarray, df: float, alfa: float = 0.05
) -> np.ndarray:
    """Return the probability that a two-sided t test finds a true coefficient `effect`."""
    kritiek = special.stdtrit(df, 1 - alfa / 2)
    ncp = np.abs(effect) / np.asarray(se)
    return 1 - special.nctdtr(df, ncp, kritiek) + special.nctdtr(df, ncp, -kritiek)


# ---------------------------------------------------------------------------------------------
# Tables


def clustertabel(
    ontwerp: Ontwerp,
    trekkingen: int = TREKKINGEN,
    zaad: int = 0,
    primair: str = "wcr",
    naam_per_gemeente: Mapping[str, str] | None = None,
    niet_geschat: Mapping[str, str] | None = None,
    alfa: float = 0.05,
) -> pd.DataFrame:
    """Return one row per term of the regression with every estimator (`KOLOMMEN_CLUSTER`).

    coef, bounds and loo_ are in score points per natural unit; coef_sd and ci_sd_ per standard
    deviation of the regressor (ddof 1; the constant has none). ci_laag, ci_hoog and p are those of
    the estimator `primair`; se likewise, and for 'wcr' half the width of its interval over the
    t quantile. loo_min and loo_max are the range of the coefficient when one gemeente is left out.
    G_eff is G*(0), G_eff_1 is G*(1), see `effectief_aantal`.

    A term that cannot be tested, or not by every estimator, has a `reden`. A column that does not
    vary, and one of a collinear set, are left out to estimate the others; that changes nothing for
    these.

    Args:
        ontwerp: complete cases of the regression.
        trekkingen, zaad: of the bootstrap.
        primair: one of `SCHATTERS`, from the config.
        naam_per_gemeente: gm_code -> name; by default those of the design.
        niet_geschat: terms outside the design -> reason, to be reported too.
        alfa: 1 - level of the intervals.

    Raises:
        InvoerFout: unknown estimator or too few draws.
    """
    import pandas as pd

    _controleer_primair(primair)
    controleer_trekkingen(trekkingen)
    wat = _wat_kan(ontwerp)
    termen = [*ontwerp.X.columns, *(niet_geschat or {})]
    delen = []
    if wat.schatbaar:
        producten = clusterproducten(
            ontwerp.X[wat.schatbaar].to_numpy(), ontwerp.y.to_numpy(), ontwerp.gemeente.to_numpy()
        )
        namen = dict(zip(ontwerp.gemeente, ontwerp.gm_naam, strict=True))
        namen = np.array([(naam_per_gemeente or namen).get(g, g) for g in producten.namen], object)
        delen.append(_beschrijf(producten, namen).set_axis(wat.schatbaar))
        if not wat.algemeen:
            schattingen = _schattingen(producten, namen, trekkingen, zaad, alfa, primair)
            delen.append(schattingen.set_axis(wat.schatbaar))
    tabel = pd.concat([pd.DataFrame(index=termen), *delen], axis=1)
    tabel = tabel.drop(index=list(wat.reden)).reindex(termen).reindex(columns=KOLOMMEN_CLUSTER)
    redenen = dict.fromkeys(termen, wat.algemeen) | tabel["reden"].dropna().to_dict()
    tabel["term"], tabel["reden"] = termen, pd.Series(redenen | wat.reden | (niet_geschat or {}))

    sd = ontwerp.X.std(ddof=1)
    tabel["sd_factor"] = sd.where(sd > 0).reindex(termen)
    for bron, doel in (("coef", "coef_sd"), ("ci_laag", "ci_sd_laag"), ("ci_hoog", "ci_sd_hoog")):
        tabel[doel] = tabel[bron] * tabel["sd_factor"]
    vast = {
        "uitkomst": ontwerp.uitkomst,
        "van": ontwerp.van,
        "tot": ontwerp.tot,
        "model": ontwerp.model,
        "steekproef": ontwerp.steekproef,
        "primair": primair,
        "n": len(ontwerp.y),
        "G": ontwerp.gemeente.nunique(),
    }
    return tabel.assign(**vast).reset_index(drop=True)


class _Mogelijk(NamedTuple):
    """Columns that can be estimated together, why others cannot, and why none can be tested."""

    schatbaar: list[str]
    reden: dict[str, str]
    algemeen: str


def _wat_kan(ontwerp: Ontwerp) -> _Mogelijk:
    """Sort the columns of a design; of a collinear set one goes and none is reported."""
    from leefbaarheid.analyse import regressie
    from leefbaarheid.analyse.collineariteit import VIF_COLLINEAIR, collineaire_regressoren

    X, G = ontwerp.X, ontwerp.gemeente.nunique()
    n, K = X.shape
    if n <= K:
        tekst = f"te weinig waarnemingen: {n} wijken met alle gegevens, {K} coëfficiënten"
        return _Mogelijk([], {}, tekst)
    Z = ontwerp.regressoren
    vast = [k for k in Z.columns if np.ptp(Z[k]) <= 1e-12 * Z[k].abs().max()]
    Z = Z.drop(columns=vast)
    samen = collineaire_regressoren(Z) if Z.shape[1] else []
    reden = dict.fromkeys(vast, "geen variatie: alle wijken hebben dezelfde waarde")
    for naam in samen:
        anderen = ", ".join(k for k in samen if k != naam)
        reden[naam] = f"niet te onderscheiden van andere factoren (collineair): {anderen}"
    achteraan = [k for k in Z.columns if k not in samen] + samen
    standaard = ((Z - Z.mean()) / Z.std())[achteraan].to_numpy()
    weg = [achteraan[k] for k in overbodig(standaard, VIF_COLLINEAIR**-0.5)]
    algemeen = ""
    if G < regressie.MIN_GEMEENTEN:
        algemeen = f"te weinig gemeenten: {G}, ten minste {regressie.MIN_GEMEENTEN} nodig"
    schatbaar = [k for k in X.columns if k not in (*vast, *weg)] if G > 1 else []
    return _Mogelijk(schatbaar, reden, algemeen)


def _beschrijf(p: Clusterproducten, namen: np.ndarray) -> pd.DataFrame:
    """Return the coefficients and what gemeenten (`namen`, (G,)) do to them, one row per column."""
    import pandas as pd

    loo, L = p.jackknife, hefboom(p)
    onbepaald = np.isnan(loo)
    laag = np.where(onbepaald, np.inf, loo).argmin(axis=0)
    hoog = np.where(onbepaald, -np.inf, loo).argmax(axis=0)
    kolom = np.arange(p.K)
    return pd.DataFrame(
        {
            "coef": p.coef,
            "G_eff": effectief_aantal(p),
            "G_eff_1": effectief_aantal(p, 1.0),
            "grootste_gemeente": namen[p.omvang.argmax()],
            "grootste_aandeel": p.grootste_aandeel,
            "hefboom_max": L.max(axis=0),
            "hefboom_max_gemeente": namen[L.argmax(axis=0)],
            "loo_min": loo[laag, kolom],
            "loo_min_gemeente": namen[laag],
            "loo_max": loo[hoog, kolom],
            "loo_max_gemeente": namen[hoog],
        }
    )


def _schattingen(
    p: Clusterproducten,
    namen: np.ndarray,
    trekkingen: int,
    zaad: int,
    alfa: float,
    primair: str,
) -> pd.DataFrame:
    """Return se, interval and p of every estimator, and why some are missing, per column."""
    import pandas as pd

    boot = wild_bootstrap(p, trekkingen=trekkingen, zaad=zaad, alfa=alfa)
    uit = {}
    for schatter, covariantie in (("crv1", crv1(p)), ("crv3", crv3(p))):
        se = np.where(boot.toetsbaar, standaardfout(covariantie), np.nan)
        laag, hoog = t_interval(p.coef, se, p.df, alfa)
        uit[f"{schatter}_se"] = se
        uit[f"{schatter}_ci_laag"], uit[f"{schatter}_ci_hoog"] = laag, hoog
        uit[f"{schatter}_p"] = t_toets(p.coef, se, p.df)
    uit["wcr_ci_laag"], uit["wcr_ci_hoog"], uit["wcr_p"] = boot.ci_laag, boot.ci_hoog, boot.p
    for kolom in ("ci_laag", "ci_hoog", "p"):
        uit[kolom] = uit[f"{primair}_{kolom}"]
    halve = (boot.ci_hoog - boot.ci_laag) / 2
    uit["se"] = (
        halve / special.stdtrit(p.df, 1 - alfa / 2) if primair == "wcr" else uit[f"{primair}_se"]
    )
    reden = np.full(p.K, "", dtype=object)
    reden[np.isinf(halve)] = "wcr-interval onbegrensd: te weinig informatie"
    for j in np.flatnonzero(np.isnan(uit["crv3_se"])):
        gemeenten = ", ".join(namen[np.isnan(p.jackknife[:, j])])
        reden[j] = f"crv3 niet te bepalen: de schatting bestaat niet zonder {gemeenten}"
    reden[~boot.toetsbaar] = "geen standaardfout: het model past hier zonder afwijkingen"
    return pd.DataFrame(
        {**uit, "wcr_verdeling": boot.verdeling, "wcr_trekkingen": boot.n, "reden": reden}
    )


def _controleer_primair(primair: str) -> None:
    if primair not in SCHATTERS:
        raise InvoerFout(
            "deze schatter bestaat niet",
            sleutel="inferentie.primaire_schatter",
            waarde=primair,
            remedie=bedoelde_u(primair, SCHATTERS) or f"Kies uit: {', '.join(SCHATTERS)}.",
        )


def mde_tabel(tabel: pd.DataFrame, alfa: float = 0.05, kracht: float = 0.8) -> pd.DataFrame:
    """Return the minimal detectable effect of each row of `clustertabel` (`KOLOMMEN_MDE`).

    mde is in score points per natural unit, mde_sd per standard deviation of the regressor; both
    follow from `se` of the primary estimator and G - 1 degrees of freedom. `nul_in_interval` marks
    the null findings, beside which the report prints mde.
    """
    uit = tabel.assign(df=tabel["G"] - 1, alfa=alfa, kracht=kracht)
    uit["mde"] = minimaal_aantoonbaar(uit["se"].astype(float), uit["df"], alfa, kracht)
    uit["mde_sd"] = uit["mde"] * uit["sd_factor"]
    nul = (uit["ci_laag"] <= 0) & (uit["ci_hoog"] >= 0)
    uit["nul_in_interval"] = nul.astype("boolean").where(uit["ci_laag"].notna())
    return uit[KOLOMMEN_MDE].reset_index(drop=True)
