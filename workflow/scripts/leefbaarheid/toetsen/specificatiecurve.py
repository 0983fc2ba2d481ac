"""Specification curve: one association under every reasonable way of computing it, judged jointly.

Simonsohn, Simmons & Nelson (2020), Nature Human Behaviour 4: estimate every reasonable and
non-redundant specification, show them all, and test them jointly under the null.
`specificatierooster` says which specifications there are; `specificatiecurve` makes the tables.

How it is fast. Per vak (sample x restriction x weight x estimator) the products X_g'WX_g of the
constant, all scores and all factors are made once per gemeente. Every regression is a sub-block of
them: outcomes are linear in the scores, and gemeente effects are taken out by centring the
products. With H_g the block of gemeente g, H their sum, s_g = X_g'u_g the residual scores,
a = row j of H^-1 and c_g = row j of (H - H_g)^-1:

- leaving out g changes coefficient j by -c_g's_g, and CRV3 is (G-1)/G times the sum of squares, as
  in `clusterinferentie`;
- under the null (coefficient j is zero) the scores are r_g = s_g + H_g q b_j with q = a/a_j, and
  with the residuals of g from the fit without g they are s~_g = r_g + H_g D_g r_g, where
  D_g = (H - H_g)^-1 - c_g c_g'/c_gj is the inverse for the regressors other than j.

The null and the draws. Each specification keeps its own sample, covariates and outcome, and gets
its own null: it is estimated again without the focal factor, and a draw is the fit of that plus
v_g times its residuals in gemeente g. So a draw takes from every specification the effect that it
estimates itself, as Simonsohn and others do for observational data. They subtract b_k x from y and
resample rows; with few clusters the wild cluster restricted bootstrap takes that place (Cameron,
Gelbach & Miller 2008, Review of Economics and Statistics 90), here with jackknife residuals and
CRV3: WCR-33 of MacKinnon, Nielsen & Webb (2023, Journal of Applied Econometrics 38). Jackknife
residuals matter for the median, which is not studentised: large gemeenten pull the fit towards
themselves, and plain residuals would give the draws too little spread.

What is tested is that the association is zero in every specification. One restricted model for
all, with every other factor in it, would be another null: specifications that leave out a factor
would then differ from zero by that omission. All specifications of a draw share v_g, which keeps
the dependence between them: the residuals of a gemeente stay together over windows, forms,
covariates and samples. In a draw the coefficient is a'S and its CRV3 variance
(G-1)/G sum_g (v_g c_g's~_g - (c_g - a)'S)^2, with S = sum_g v_g s~_g: a linear and a quadratic form
in v, computed for all draws by matrix products.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from scipy import special

from leefbaarheid.analyse.regressie import koppel
from leefbaarheid.basis import taal
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.tabelwaarden import (
    ALLE_VENSTERS,
    HOOFDVENSTER,
    MEDIAAN,
    OORDELEND,
    SCHEIDING,
    SIGNIFICANT,
    STOUFFER,
    TEKEN,
)
from leefbaarheid.toetsen.clusterinferentie import MIN_TREKKINGEN, kies_verdeling
from leefbaarheid.toetsen.specificatierooster import (
    MIN_INWONERS,
    Deel,
    Rooster,
    Uitkomsten,
    Vak,
    Vakkeuze,
    Vorm,
    maak_delen,
    maak_rooster,
    maak_vak,
    redenen,
    uitkomsten,
    volledige_wijken,
)

THEMA = 91
TREKKINGEN = 1_000
# AANNAME: een verband is aantoonbaar bij een p-waarde onder 0,05.
ALFA = 0.05

VENSTERS = (ALLE_VENSTERS, HOOFDVENSTER)
STATISTIEKEN = (MEDIAAN, TEKEN, SIGNIFICANT, STOUFFER)

KOLOMMEN_SPECIFICATIES = [
    *("factor", "van", "tot", "model", "steekproef", "beperking", "gewicht", "schatter"),
    *("factoren", "n_factoren", "hoofdspecificatie", "coef_sd", "se_sd", "ci_sd_laag"),
    *("ci_sd_hoog", "p", "crv1_p", "sd_factor", "n", "G", "reden"),
]
KOLOMMEN_TOETS = [
    *("factor", "vensters", "statistiek", "waargenomen", "p", "nul_mediaan", "nul_p95"),
    *("trekkingen", "verdeling", "n_specificaties", "n_ongeldig", "reden"),
]
BETEKENIS = (
    "Een uitkomst hangt mede af van keuzes die ook anders hadden gekund; de specificatiecurve laat "
    "de uitkomst zien onder alle verdedigbare combinaties van die keuzes, en toetst ze samen."
)
EXACT = "het model past exact, zonder residuen"
ONBEPAALD = "geen standaardfout: de schatting bestaat niet zonder een van de gemeenten"

# Below this eigenvalue of (H - H_g) relative to H a direction is not fixed without gemeente g.
LOS = 1e-9
GELIJK = 1e-9  # relative tolerance for draws that tie with the data
# Summaries of draws are rounded: their last bits depend on how many threads multiply matrices.
NUL_DECIMALEN = 10
# Numbers in memory at a time, and draws at a time.
BLOK, TREKBLOK = 1 << 18, 500


class Curve(NamedTuple):
    """The result tables of `specificatiecurve`."""

    specificaties: pd.DataFrame
    toets: pd.DataFrame


# ---------------------------------------------------------------------------------------------
# Regressions that share vak, score regressor and number of factors


@dataclass(frozen=True)
class _Groep:
    """Results for S pairs x M outcomes with G gemeenten, per unit of the standardised regressors.

    Attributes:
        coef, se, crv1_se: (S, M); se is that of CRV3, NaN where it does not exist.
        exact: (S, M) the model fits without residuals.
        lineair: (S, M, 2K+1, G): times v gives the coefficient of a draw, and two K-vectors whose
            product is the part of its variance that depends on pairs of gemeenten.
        kwadraat: (S, M, G): times v^2 gives the rest of that variance. Without the factor (G-1)/G.
    """

    coef: np.ndarray
    se: np.ndarray
    crv1_se: np.ndarray
    exact: np.ndarray
    lineair: np.ndarray
    kwadraat: np.ndarray


def _schat_groep(
    vak: Vak, idx: np.ndarray, Y: np.ndarray, dd: np.ndarray, jj: np.ndarray
) -> _Groep:
    """Estimate D designs for M outcomes, and coefficient jj of design dd for each of S pairs.

    Args:
        idx: (D, K) columns of each design.
        Y: (P, M) outcomes as combinations of columns.
        dd, jj: (S,) design, and position in it.
    """
    G, K = vak.G, idx.shape[1]
    Hg = vak.C[:, idx[:, :, None], idx[:, None, :]].swapaxes(0, 1)  # (D, G, K, K)
    hg = (vak.C @ Y)[:, idx].swapaxes(0, 1)  # (D, G, K, M)
    H, h = Hg.sum(axis=1), hg.sum(axis=1)
    H_inv = np.linalg.inv(H)
    b = H_inv @ h  # (D, K, M)
    s = (hg - Hg @ b[:, None])[dd]  # (S, G, K, M)
    tss = np.einsum("pm,pq,qm->m", Y, vak.C.sum(axis=0), Y)
    exact = tss - np.einsum("dkm,dkm->dm", b, h) <= 1e-13 * tss
    zonder, bepaald = _zonder_elk(H, Hg)

    a, c, bj = H_inv[dd, jj], zonder[dd, :, jj], b[dd, jj]  # (S, K), (S, G, K), (S, M)
    correctie = (G - 1) / G
    se = np.sqrt(correctie * (np.einsum("sgk,sgkm->sgm", c, s) ** 2).sum(axis=1))
    se[~bepaald[dd, :, jj].all(axis=1)] = np.nan
    # the gemeente effects are nested in the clusters and count as one constant
    c1 = (vak.n - 1) / (vak.n - K - vak.effecten) / correctie
    crv1_se = np.sqrt(c1 * (np.einsum("sk,sgkm->sgm", a, s) ** 2).sum(axis=1))

    q = a / np.take_along_axis(a, jj[:, None], axis=1)
    nul = s + np.einsum("sgkl,sl->sgk", Hg[dd], q)[..., None] * bj[:, None, None, :]
    # the residuals of gemeente g from the restricted fit without g
    cj = c[np.arange(len(jj)), :, jj][..., None]
    c_rest = np.divide(c, cj, out=np.zeros_like(c), where=cj > 0)
    verschil = zonder[dd] @ nul
    verschil -= c_rest[..., None] * np.einsum("sgk,sgkm->sgm", c, nul)[:, :, None]
    nul += Hg[dd] @ verschil
    alfa = np.einsum("sgk,sgkm->smg", c, nul)
    eps = c - a[:, None]
    nul = nul.transpose(0, 3, 2, 1)  # (S, M, K, G)
    rest = np.einsum("sgk,sgl->skl", eps, eps)[:, None] @ nul
    rest -= 2 * alfa[:, :, None, :] * eps.transpose(0, 2, 1)[:, None]
    eerste = np.einsum("sk,smkg->smg", a, nul)[:, :, None, :]
    return _Groep(
        coef=bj,
        se=se,
        crv1_se=crv1_se,
        exact=exact[dd],
        lineair=np.concatenate([eerste, nul, rest], axis=2),
        kwadraat=alfa**2,
    )


def _zonder_elk(H: np.ndarray, Hg: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return (H - H_g)^-1 (D, G, K, K), and which coefficients exist without g (D, G, K).

    Where a direction is not fixed by the other gemeenten the inverse leaves it out.
    """
    rest = H[:, None] - Hg
    bepaald = np.ones(rest.shape[:3], bool)
    try:
        uit = np.linalg.inv(rest)
        # the sum of the inverse eigenvalues of H - H_g relative to H
        los = np.abs(np.einsum("dkl,dglk->dg", H, uit)) * LOS > 1
    except np.linalg.LinAlgError:
        uit, los = np.empty_like(rest), np.ones(rest.shape[:2], bool)
    for d in np.flatnonzero(los.any(axis=1)):
        g = np.flatnonzero(los[d])
        R = np.linalg.inv(np.linalg.cholesky(H[d])).T  # R'HR = I
        waarden, V = np.linalg.eigh(R.T @ rest[d, g] @ R)
        V, vast = R @ V, (waarden > LOS)[:, None]
        omgekeerd = np.where(vast, 1 / np.where(vast, waarden[:, None], 1), 0)
        uit[d, g] = (V * omgekeerd) @ V.swapaxes(1, 2)
        open_ = np.abs(V * ~vast).max(axis=2)
        bepaald[d, g] = open_ <= 1e-6 * np.linalg.norm(R, axis=1)
    return uit, bepaald


# ---------------------------------------------------------------------------------------------
# All specifications, vak by vak, and the sums over their draws


@dataclass(frozen=True)
class _Opzet:
    """What every step needs.

    `W` (draws, gemeenten) are the weights v of all gemeenten, in the order of their codes.
    """

    rooster: Rooster
    vakken: tuple[Vak, ...]
    sd: dict[str, float]
    W: np.ndarray
    verdeling: str
    alfa: float


class _Uitkomst(NamedTuple):
    """Arrays over the grid (vakken, vormen, paren), and sums over specifications per draw.

    Attributes:
        coef, se: per standard deviation of the reference sample; NaN if there is none.
        p, crv1_p, z: p-values and normal score of t; NaN if invalid.
        reden: "" if valid.
        rij: (specifications, gemeenten) times v gives the coefficient of a draw.
        tel: (focal factors, `VENSTERS`, 3, draws): numbers of specifications significant and
            positive, significant and negative, and the sum of normal scores.
    """

    coef: np.ndarray
    se: np.ndarray
    p: np.ndarray
    crv1_p: np.ndarray
    z: np.ndarray
    reden: np.ndarray
    rij: np.ndarray
    tel: np.ndarray


def trek_gewichten(G: int, trekkingen: int, zaad: int, verdeling: str) -> np.ndarray:
    """Return weights v (draws, G), 'rademacher' (-1 or 1) or 'webb' (six points, Webb 2023)."""
    rng = np.random.default_rng([zaad, THEMA])
    if verdeling == "rademacher":
        return np.where(rng.random((trekkingen, G)) < 0.5, -1.0, 1.0)
    helft = np.sqrt([0.5, 1.0, 1.5])
    return np.r_[helft, -helft][(6 * rng.random((trekkingen, G))).astype(np.intp)]


def normaalscore(t: np.ndarray, df: float) -> np.ndarray:
    """Return the z with (nearly) the p-value of t with `df` degrees of freedom.

    Wallace (1959, Annals of Mathematical Statistics 30): cheap enough for every draw of every
    specification; within 0.02 up to |t| = 4 from five degrees of freedom.
    """
    z = np.sqrt(df * np.log1p(t * t / df)) * ((8 * df + 1) / (8 * df + 3))
    return np.copysign(z, t)


def _maak_opzet(
    tabel: pd.DataFrame,
    rooster: Rooster,
    trekkingen: int,
    zaad: int,
    min_inwoners: float,
    alfa: float,
) -> _Opzet:
    """Prepare samples, products, reference standard deviations and weights."""
    delen: dict[tuple[str, str], Deel] = maak_delen(tabel, rooster, min_inwoners)
    vakken = tuple(maak_vak(delen[k[:2]], k.gewicht, k.schatter) for k in rooster.vakken)
    basis = volledige_wijken(tabel, rooster.hoofd[0].steekproef, rooster)
    # one set of weights for all: the vak with fewest gemeenten decides on their distribution
    verdeling = kies_verdeling(min((vak.G for vak in vakken if not vak.reden), default=0))
    gebruikt = np.unique(np.concatenate([deel.code for deel in delen.values()]))
    W = np.zeros((trekkingen, gebruikt.max(initial=-1) + 1))
    W[:, gebruikt] = trek_gewichten(len(gebruikt), trekkingen, zaad, verdeling)
    sd = {f: float(basis[f].std(ddof=1)) for f in rooster.factoren}
    return _Opzet(rooster, vakken, sd, W, verdeling, alfa)


def _reken(opzet: _Opzet) -> _Uitkomst:
    """Estimate every specification and sum the draws that need a standard error."""
    rooster = opzet.rooster
    uit = _Uitkomst(
        *(np.full(rooster.omvang, np.nan) for _ in range(5)),
        reden=np.full(rooster.omvang, "", dtype=object),
        rij=np.zeros((rooster.n, opzet.W.shape[1])),
        tel=np.zeros((len(rooster.focaal), len(VENSTERS), 3, len(opzet.W))),
    )
    for v, vak in enumerate(opzet.vakken):
        if vak.reden:
            uit.reden[v] = vak.reden
            continue
        for deel in uitkomsten(rooster, vak):
            for m, waarom in deel.fout.items():
                uit.reden[v, m] = waarom
            if len(deel.vormen):
                _reken_uitkomsten(uit, opzet, v, deel)
    return uit


def _reken_uitkomsten(uit: _Uitkomst, opzet: _Opzet, v: int, deel: Uitkomsten) -> None:
    """Estimate the outcomes of vak `v` that share a score regressor, per number of factors."""
    paren, vak = opzet.rooster.paren, opzet.vakken[v]
    sets = list(dict.fromkeys(paar.factoren for paar in paren))
    plaats = {groep: d for d, groep in enumerate(sets)}
    van_paar = np.array([plaats[paar.factoren] for paar in paren])
    omvang = np.array([len(paar.factoren) for paar in paren])
    positie = np.array([paar.factoren.index(paar.factor) for paar in paren])
    reden = np.array(redenen(vak, sets, deel.score), object)[van_paar]
    uit.reden[v, deel.vormen] = reden
    kolom = vak.deel.kolom
    vooraan = ([] if vak.effecten else [0]) + ([kolom[deel.score]] if deel.score else [])
    for k in np.unique(omvang):
        nummers = np.flatnonzero((omvang == k) & (reden == ""))
        if len(nummers):
            ontwerpen, dd = np.unique(van_paar[nummers], return_inverse=True)
            idx = np.array([vooraan + [kolom[f] for f in sets[d]] for d in ontwerpen])
            groep = _schat_groep(vak, idx, deel.Y, dd, positie[nummers] + len(vooraan))
            _verwerk(uit, opzet, v, deel.vormen, nummers, groep)


def _verwerk(
    uit: _Uitkomst,
    opzet: _Opzet,
    v: int,
    vormen: np.ndarray,
    paren: np.ndarray,
    groep: _Groep,
) -> None:
    """Store the estimates of pairs x forms in vak `v`, and add their draws."""
    vak, rooster = opzet.vakken[v], opzet.rooster
    namen = [rooster.paren[p].factor for p in paren]
    maat = np.array([opzet.sd[f] / vak.deel.schaal[vak.deel.kolom[f]] for f in namen])
    df = vak.G - 1
    goed = ~groep.exact & (groep.se > 0)  # NaN is not
    se = np.where(goed, groep.se, np.nan)
    t = groep.coef / se
    waar = v, vormen[None, :], paren[:, None]
    uit.reden[waar] = np.where(goed, "", np.where(groep.exact, EXACT, ONBEPAALD))
    # an estimate without a standard error is shown, but takes no part in the tests
    uit.coef[waar] = np.where(groep.exact, np.nan, groep.coef * maat[:, None])
    uit.se[waar] = se * maat[:, None]
    uit.p[waar] = 2 * special.stdtr(df, -np.abs(t))
    crv1_se = np.where(goed, groep.crv1_se, np.nan)
    uit.crv1_p[waar] = 2 * special.stdtr(df, -np.abs(groep.coef / crv1_se))
    uit.z[waar] = normaalscore(t, df)

    s, m = np.nonzero(goed)  # the valid specifications one after the other
    if not len(s):
        return
    lineair, kwadraat = groep.lineair[s, m], groep.kwadraat[s, m]
    nummer = np.ravel_multi_index((np.full(len(s), v), vormen[m], paren[s]), rooster.omvang)
    uit.rij[nummer[:, None], vak.gemeenten] = lineair[:, 0] * maat[s, None]
    # pairs are in the order of the focal factors, so each factor is one run of specifications
    focaal = np.array([rooster.focaal.index(namen[i]) for i in s])
    hoofd = np.array([rooster.in_hoofdvenster(rooster.vormen[i]) for i in vormen[m]])
    grens = special.stdtrit(df, 1 - opzet.alfa / 2)
    for t, x, blok in _trek_t(lineair, kwadraat, opzet.W[:, vak.gemeenten]):
        begin = np.flatnonzero(np.diff(focaal[blok], prepend=-1))
        wie = focaal[blok][begin]
        for i, waarden in enumerate((t > grens, t < -grens, normaalscore(t, df))):
            waarden = waarden.astype(float)
            uit.tel[wie, 0, i, x] += np.add.reduceat(waarden, begin)
            waarden *= hoofd[blok, None]
            uit.tel[wie, 1, i, x] += np.add.reduceat(waarden, begin)


def _trek_t(
    lineair: np.ndarray, kwadraat: np.ndarray, W: np.ndarray
) -> Iterator[tuple[np.ndarray, slice, slice]]:
    """Yield t (specifications, draws) in blocks, each with its slices of draws and specifications.

    Args:
        lineair, kwadraat: (S, 2K+1, G) and (S, G), see `_Groep`.
        W: (draws, G) weights.
    """
    S, rijen, G = lineair.shape
    K, stap = rijen // 2, max(BLOK // (rijen * TREKBLOK), 1)
    for eerste in range(0, len(W), TREKBLOK):
        x = slice(eerste, min(eerste + TREKBLOK, len(W)))
        V = np.ascontiguousarray(W[x].T)
        V2 = V * V
        for begin in range(0, S, stap):
            blok = slice(begin, min(begin + stap, S))
            P = (lineair[blok].reshape(-1, G) @ V).reshape(-1, rijen, V.shape[1])
            d = np.einsum("skb,skb->sb", P[:, 1 : K + 1], P[:, K + 1 :])
            d += kwadraat[blok] @ V2
            np.maximum(d, np.finfo(float).tiny, out=d)
            yield P[:, 0] / np.sqrt((G - 1) / G * d), x, blok


# ---------------------------------------------------------------------------------------------
# The joint tests


def _statistieken(coef: np.ndarray, tel: np.ndarray) -> np.ndarray:
    """Return the four statistics (4, draws) from coefficients (S, draws) and `tel` (3, draws).

    The dominant sign is that of most estimates, also within a draw; in a tie the share that is
    significant is the larger one. The median and Stouffer's z keep their sign.
    """
    n, (plus, min_, z) = len(coef), tel
    positief, negatief = (coef > 0).sum(axis=0), (coef < 0).sum(axis=0)
    kies = [positief > negatief, positief < negatief]
    significant = np.select(kies, [plus, min_], np.maximum(plus, min_))
    teken = np.maximum(positief, negatief)
    return np.stack([np.median(coef, axis=0), teken / n, significant / n, z / np.sqrt(n)])


def _masker(rooster: Rooster, factor: str, vensters: str) -> np.ndarray:
    """Return which specifications are of a focal factor, in all windows or the main one."""
    eigen = [paar.factor == factor for paar in rooster.paren]
    mee = [vensters == VENSTERS[0] or rooster.in_hoofdvenster(m) for m in rooster.vormen]
    return np.broadcast_to(np.outer(mee, eigen), rooster.omvang)


def _waargenomen(uit: _Uitkomst, welke: np.ndarray, alfa: float) -> np.ndarray:
    """Return the statistics (4,) of the data for the specifications `welke`."""
    coef, p = uit.coef[welke], uit.p[welke]
    tel = [((p < alfa) & (coef > 0)).sum(), ((p < alfa) & (coef < 0)).sum(), uit.z[welke].sum()]
    return _statistieken(coef[:, None], np.array(tel, float)[:, None])[:, 0]


def _nulverdeling(rij: np.ndarray, tel: np.ndarray, W: np.ndarray) -> np.ndarray:
    """Return the statistics (4, draws) under the null, in blocks of draws.

    Args:
        rij: (S, gemeenten) see `_Uitkomst`.
        tel: (3, draws).
        W: (draws, gemeenten).
    """
    stap = max(4 * BLOK // len(rij), 16)
    blokken = (slice(begin, begin + stap) for begin in range(0, len(W), stap))
    return np.concatenate([_statistieken(rij @ W[x].T, tel[:, x]) for x in blokken], axis=1)


def _toets(uit: _Uitkomst, opzet: _Opzet) -> pd.DataFrame:
    """Return the joint tests, see `specificatiecurve`."""
    rooster, W, rijen = opzet.rooster, opzet.W, []
    for f, factor in enumerate(rooster.focaal):
        for w, vensters in enumerate(VENSTERS):
            alle = _masker(rooster, factor, vensters)
            welke = alle & (uit.reden == "")
            n = int(welke.sum())
            rij = {
                "factor": factor,
                "vensters": vensters,
                "trekkingen": len(W),
                "verdeling": opzet.verdeling,
                "n_specificaties": n,
                "n_ongeldig": int(alle.sum()) - n,
                "reden": "" if n else "geen enkele specificatie is te schatten",
            }
            if not n:
                rijen += [rij | {"statistiek": naam} for naam in STATISTIEKEN]
                continue
            echt = _waargenomen(uit, welke, opzet.alfa)
            nul = np.abs(_nulverdeling(uit.rij[welke.ravel()], uit.tel[f, w], W))
            extreem = (nul >= np.abs(echt)[:, None] * (1 - GELIJK)).sum(axis=1)
            maten = {
                "statistiek": STATISTIEKEN,
                "waargenomen": echt,
                "p": (1 + extreem) / (1 + len(W)),
                "nul_mediaan": np.median(nul, axis=1).round(NUL_DECIMALEN),
                "nul_p95": np.quantile(nul, 0.95, axis=1).round(NUL_DECIMALEN),
            }
            rijen += [
                rij | {naam: reeks[i] for naam, reeks in maten.items()}
                for i in range(len(STATISTIEKEN))
            ]
    return pd.DataFrame(rijen, columns=KOLOMMEN_TOETS)


# ---------------------------------------------------------------------------------------------
# Tables


def specificatiecurve(
    wijken: pd.DataFrame,
    context: pd.DataFrame,
    *,
    factoren: Sequence[str],
    regressie: Mapping[str, Any],
    basisjaar: int,
    focale_factoren: Sequence[str] | None = None,
    trekkingen: int = TREKKINGEN,
    zaad: int = 0,
    min_inwoners: float = MIN_INWONERS,
    alfa: float = ALFA,
) -> Curve:
    """Estimate every specification of the grid and test them jointly per focal factor.

    Per sample one set of wijken is used throughout: those with every score and factor of the grid;
    a column without any value is skipped and makes only its own specifications invalid. Weighted
    specifications also need the number of inhabitants.

    Args:
        wijken, context: see `regressie.koppel`; wijken also has `inwoners`.
        factoren, regressie, basisjaar, focale_factoren: see `specificatierooster.maak_rooster`.
        trekkingen: draws of the joint test.
        zaad: seed; the stream is default_rng([zaad, THEMA]).
        min_inwoners: of the restriction 'min_inwoners'.
        alfa: level of the intervals and of "significant".

    Returns:
        specificaties: `KOLOMMEN_SPECIFICATIES`, one row per specification. coef_sd, se_sd (CRV3)
            and the bounds are in score points per standard deviation of the factor; `sd_factor` is
            the same for all specifications: ddof 1, unweighted, in the first sample without
            restriction. Intervals and p use t(G-1); `crv1_p` is p with CRV1 standard errors. With
            gemeente effects n and G count gemeenten with two wijken or more. `factoren` names the
            factors of the regression. An invalid specification has a `reden`.
        toets: `KOLOMMEN_TOETS`, per focal factor, `VENSTERS` and statistic the value in the data
            and p = (1 + #{draws at least as extreme}) / (1 + draws), two-sided. nul_mediaan and
            nul_p95 are the median and 95th percentile of the absolute statistic over draws.
            Statistics: the median estimate; the share of estimates with the dominant sign; the
            share significant with the dominant sign; Stouffer's z.

    Raises:
        InvoerFout: see `regressie.koppel` and `maak_rooster`; too few draws.
    """
    if trekkingen < MIN_TREKKINGEN:
        raise InvoerFout(
            f"te weinig trekkingen voor de specificatiecurve: ten minste {MIN_TREKKINGEN} nodig",
            sleutel="inferentie.trekkingen_curve",
            waarde=trekkingen,
            remedie=f"Neem {TREKKINGEN}, of 199 voor een eerste indruk.",
        )
    rooster = maak_rooster(factoren, regressie, basisjaar, focale_factoren)
    tabel = koppel(wijken, context, factoren)
    opzet = _maak_opzet(tabel, rooster, trekkingen, zaad, min_inwoners, alfa)
    uit = _reken(opzet)
    return Curve(_tabel(uit, opzet), _toets(uit, opzet))


def _tabel(uit: _Uitkomst, opzet: _Opzet) -> pd.DataFrame:
    """Return `specificaties`, see `specificatiecurve`; focal factors in their order."""
    rooster = opzet.rooster
    v, m, p = (x.ravel() for x in np.indices(rooster.omvang))
    focaal = np.array([rooster.focaal.index(paar.factor) for paar in rooster.paren])
    volgorde = np.argsort(focaal[p], kind="stable")
    v, m, p = v[volgorde], m[volgorde], p[volgorde]
    n, G = (np.array([getattr(vak, naam) for vak in opzet.vakken])[v] for naam in ("n", "G"))
    coef, se, p_crv3, p_crv1, reden = (
        x.ravel()[volgorde] for x in (uit.coef, uit.se, uit.p, uit.crv1_p, uit.reden)
    )
    halve = special.stdtrit(np.maximum(G - 1, 1), 1 - opzet.alfa / 2) * se
    factor = np.array([paar.factor for paar in rooster.paren])[p]
    tabel = pd.DataFrame(
        {
            "factor": factor,
            **{k: np.array([x[i] for x in rooster.vormen])[m] for i, k in enumerate(Vorm._fields)},
            **{
                k: np.array([x[i] for x in rooster.vakken])[v]
                for i, k in enumerate(Vakkeuze._fields)
            },
            "factoren": np.array([SCHEIDING.join(paar.factoren) for paar in rooster.paren])[p],
            "n_factoren": np.array([len(paar.factoren) for paar in rooster.paren])[p],
            "coef_sd": coef,
            "se_sd": se,
            "ci_sd_laag": coef - halve,
            "ci_sd_hoog": coef + halve,
            "p": p_crv3,
            "crv1_p": p_crv1,
            "sd_factor": np.array([opzet.sd[f] for f in rooster.focaal])[focaal[p]],
            "n": n,
            "G": G,
            "reden": reden,
        }
    )
    hoofdvak, hoofdvorm = rooster.hoofd
    tabel["hoofdspecificatie"] = (
        np.array([keuze == hoofdvak for keuze in rooster.vakken])[v]
        & np.array([vorm == hoofdvorm for vorm in rooster.vormen])[m]
        & (tabel["n_factoren"] == len(rooster.factoren))
    )
    return tabel[KOLOMMEN_SPECIFICATIES]


def zinnen(
    toets: pd.DataFrame,
    labels: Mapping[str, str] | None = None,
    vensters: str = VENSTERS[0],
    alfa: float = ALFA,
) -> dict[str, str]:
    """Return one plain Dutch sentence per focal factor on what its curve says.

    Args:
        toets: from `specificatiecurve`, as made or read from a file.
        labels: factor -> label of the codeboek.
        vensters: one of `VENSTERS`.
        alfa: level at which a joint test counts as clear.
    """
    eigen = toets[toets["vensters"] == vensters]
    return {
        factor: _zin((labels or {}).get(factor, factor), deel.set_index("statistiek"), alfa)
        for factor, deel in eigen.groupby("factor", sort=False)
    }


def _zin(label: str, deel: pd.DataFrame, alfa: float) -> str:
    naam = taal.kleine_letter(label)
    if deel["vensters"].iloc[0] != VENSTERS[0]:
        naam += " in het hoofdvenster"
    n = int(deel["n_specificaties"].iloc[0])
    if not n:
        return f"De samenhang met {naam} is met geen enkele berekening te schatten."
    mediaan, teken, significant = deel.loc[[MEDIAAN, TEKEN, SIGNIFICANT], "waargenomen"]
    p = deel.loc[list(OORDELEND), "p"]
    if (p < alfa).all():
        oordeel = "zo'n beeld is zonder samenhang onwaarschijnlijk"
    elif (p < alfa).any():
        oordeel = "of zo'n beeld ook zonder samenhang kan ontstaan, verschilt per toets"
    else:
        oordeel = "zo'n beeld kan ook zonder samenhang ontstaan"
    richting = "gunstiger" if mediaan > 0 else "ongunstiger"
    bereik = " tot ".join(dict.fromkeys(taal.p_waarde(x) for x in (p.min(), p.max())))
    return (
        f"Van de {taal.getal(n)} berekeningen van de samenhang met {naam} wijst "
        f"{taal.procent(teken)} op een {richting} ontwikkeling bij een hogere waarde, en is "
        f"{taal.procent(significant)} dat aantoonbaar (middelste uitkomst "
        f"{taal.verandering(mediaan, 3)} punt per standaarddeviatie); {oordeel} "
        f"(gezamenlijk getoetst: p = {bereik})."
    ).replace("p = <", "p < ")
