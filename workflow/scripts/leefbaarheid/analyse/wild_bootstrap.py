"""The wild cluster restricted bootstrap (WCR), and its interval by inverting the test.

Cameron, Gelbach & Miller 2008, Review of Economics and Statistics 90. Fast because numerator and
variance of each bootstrap t need K-vectors per gemeente only (MacKinnon 2023, Econometrics and
Statistics 26), and because both are polynomials in the hypothesised value, so that inverting the
test needs no new draws. The notation is that of `clusterproducten`.

Under the null coef_j + x se the bootstrap scores are s_g + x q_g with
q_g = -A_g r_j / r_j'r_j, so numerator and CRV1 variance of t* are polynomials in x of degree 1
and 2, and |t*| >= |t| is a polynomial inequality of degree 4 per draw. Its five coefficients
follow from matrix products of the weights (G x draws) with a few K-vectors per cluster. All
terms share the weights. Memory does not grow with the number of draws: coefficients beyond
`BEWAAR` numbers are not kept but computed anew, from the same stream, for each pass over them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from leefbaarheid.analyse.clusterproducten import Clusterproducten
from leefbaarheid.analyse.crv import toetsbaar
from leefbaarheid.analyse.gewichten import TREKKINGEN, Trekkingen, kies_trekkingen
from leefbaarheid.basis.tabelwaarden import RADEMACHER

# Draws whose |t*| ties with |t| count as at least as extreme; relative tolerance on the square.
GELIJK = 1e-9
# Where the bounds of the inverted test are looked for, in (almost) standard errors from the
# estimate. The bracket is then divided until it is 2^-24 of its width: in how many parts at a time
# depends on whether a pass over the draws is cheap.
ROOSTER = np.r_[np.arange(1.0, 9.0), 16.0, 64.0, 256.0, 1024.0]
HALVERINGEN = 24
# Numbers in memory at a time while drawing, and numbers kept between passes over the draws.
BLOK, BEWAAR = 1 << 17, 1 << 20


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
    trek = kies_trekkingen(producten.G, trekkingen, zaad, verdeling)
    welke = np.arange(producten.K) if termen is None else np.asarray(termen)
    coef, r = producten.coef[welke], producten.R_inv[welke]
    kan = toetsbaar(producten, welke)
    schaal = _schaal(producten, r, kan)
    x = np.broadcast_to((nul - coef) / schaal, coef.shape)
    laag = hoog = None
    if interval:
        p, laag, hoog = _met_interval(producten, r, schaal, trek, blok, x, alfa)
        laag, hoog = (np.where(kan, coef + schaal * grens, np.nan) for grens in (laag, hoog))
    else:
        bouwstenen = _bouwstenen(producten, r, schaal, vast=x)
        p = _Teller(trek, bouwstenen, producten.K, blok).p_waarden(x[:, None])[:, 0]
    p = np.where(kan, p, np.nan)
    return Bootstrap(coef, p, laag, hoog, kan, trek.verdeling, trek.n, trek.volledig)


def _schaal(producten: Clusterproducten, r: np.ndarray, kan: np.ndarray) -> np.ndarray:
    """Return per term its CRV1 standard error without the factor c; 1 where it has none."""
    s2 = ((producten.scores @ r.T) ** 2).sum(axis=0)
    return np.asarray(np.sqrt(np.where(kan, s2, 1.0)))


def _met_interval(
    producten: Clusterproducten,
    r: np.ndarray,
    schaal: np.ndarray,
    trek: Trekkingen,
    blok: int,
    x: np.ndarray,
    alfa: float,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return p of coef + x schaal, and the bounds of the inverted test in units of schaal (J,)."""
    p, laag, hoog = np.empty((3, len(schaal)))
    samen = max(1, BEWAAR // (5 * trek.n_berekend))  # terms whose polynomials can be kept
    for begin in range(0, len(schaal), samen):
        deel = slice(begin, begin + samen)
        bouwstenen = _bouwstenen(producten, r[deel], schaal[deel])
        tel = _Teller(trek, bouwstenen, producten.K, blok)
        p[deel] = tel.p_waarden(x[deel, None])[:, 0]
        laag[deel], hoog[deel] = _keer_om(tel, alfa)
    return p, laag, hoog


class _Teller:
    """Counts draws with |t*| >= |t| for hypothesised values coef + x schaal, per term.

    Where the building blocks are for values that are `vast`, only those x can be asked for.
    """

    def __init__(
        self, trek: Trekkingen, bouwstenen: tuple[np.ndarray, np.ndarray], K: int, blok: int
    ) -> None:
        self.lineair, self.kwadraat = bouwstenen
        self.trek, self.J, self.K = trek, len(self.lineair), K
        self.vast = self.lineair.shape[1] == 2 * K + 1
        self.grootte = max(blok // (trek.G + 4 * K), 16)  # draws per block
        self.bewaart = self.J * 5 * trek.n_berekend <= BEWAAR
        self._bewaard: list[np.ndarray] | None = None

    def _coefficienten(self, W: np.ndarray) -> np.ndarray:
        """Return the quartic (J, 5, b) in x that is >= 0 where |t*| >= |t|, for weights (G, b)."""
        uit = np.zeros((self.J, 5, W.shape[1]))
        # with Rademacher weights every square is 1
        W2 = np.ones((len(W), 1)) if self.trek.verdeling == RADEMACHER else W**2
        for j in range(self.J):
            _vul_in(uit[j], self.lineair[j] @ W, self.kwadraat[j] @ W2, self.K, self.vast)
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
        extra = 0 if self.trek.volledig else 1  # the data count as one draw
        return np.asarray((extra + teller) / (extra + self.trek.n_berekend))


def _bouwstenen(
    p: Clusterproducten, r: np.ndarray, schaal: np.ndarray, vast: np.ndarray | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Return what the weights of the draws are multiplied with, per term.

    Args:
        p: of the regression.
        r: (J, K) rows of R^-1.
        schaal: (J,) unit of the hypothesised values.
        vast: (J,) the only hypothesised values that will be asked for, at half the work.

    Returns:
        (J, 2K+1 or 4K+2, G), times weights: the numerator and two K-vectors whose product is
        variance; and (J, 1 or 3, G), times squared weights: the rest of the variance. With `vast`
        they are the shorter ones.
    """
    lengte2 = (r**2).sum(axis=1)
    D = np.einsum("gkl,jl->jkg", p.A, r)  # (J, K, G): A_g r_j
    M = D @ D.transpose(0, 2, 1)  # (J, K, K)
    # scores s_g + x q_g per unit of schaal (J, K, G); a: what they add to coefficient j (J, G)
    S0 = p.scores.T / schaal[:, None, None]
    S1 = -D / lengte2[:, None, None]
    if vast is not None:
        S0 = S0 + vast[:, None, None] * S1
    delen, bij = [], []
    for S in (S0, S1) if vast is None else (S0,):
        a = np.einsum("jk,jkg->jg", r, S)
        delen += [a[:, None], S, M @ S - 2 * D * a[:, None]]
        bij.append(a)
    diagonaal = [bij[0] ** 2]
    if vast is None:
        diagonaal += [2 * bij[0] * bij[1], bij[1] ** 2]
    return np.concatenate(delen, axis=1), np.stack(diagonaal, axis=1)


def _vul_in(uit: np.ndarray, P: np.ndarray, d: np.ndarray, K: int, vast: bool) -> None:
    """Write the quartic n(x)^2 - x^2 d(x) of one term: n the numerator of t*, d its variance.

    Args:
        uit: (5, b) zeros; row i gets the coefficient of x^i.
        P, d: `_bouwstenen` of the term times the weights and the squared weights.
        K: number of coefficients of the regression.
        vast: whether x is fixed in P and d.
    """
    n0, N0, F0 = P[0], P[1 : K + 1], P[K + 1 : 2 * K + 1]
    uit[0] = n0 * n0
    uit[2] = -d[0] - np.einsum("kb,kb->b", N0, F0)
    if not vast:
        n1, N1, F1 = P[2 * K + 1], P[2 * K + 2 : 3 * K + 2], P[3 * K + 2 :]
        uit[1] = 2 * n0 * n1
        uit[2] += n1 * n1
        uit[3] = -d[1] - np.einsum("kb,kb->b", N0, F1) - np.einsum("kb,kb->b", N1, F0)
        uit[4] = -d[2] - np.einsum("kb,kb->b", N1, F1)


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
