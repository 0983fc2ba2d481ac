"""All specifications of the curve, vak by vak, and the sums over their draws under the null.

Each specification keeps its own sample, covariates and outcome, and gets
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

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import special

from leefbaarheid.analyse.gewichten import kies_verdeling
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import RADEMACHER, VENSTERS
from leefbaarheid.toetsen.specificatieregressie import Groep, schat_groep
from leefbaarheid.toetsen.specificatierooster import Rooster, maak_delen, volledige_wijken
from leefbaarheid.toetsen.specificatievakken import (
    Uitkomsten,
    Vak,
    maak_vak,
    redenen,
    uitkomsten,
)

THEMA = 91
BUITEN = "buiten het rooster"
"""Column `reden` of a combination that is no specification; it gets into no table."""
EXACT = ToetsReden.ZONDER_RESIDUEN.met()
ONBEPAALD = ToetsReden.NIET_ZONDER_ELKE_GEMEENTE.met()
# Numbers in memory at a time, and draws at a time.
BLOK, TREKBLOK = 1 << 18, 500


@dataclass(frozen=True)
class Opzet:
    """What every step needs.

    `W` (draws, gemeenten) are the weights v of all gemeenten, in the order of their codes.
    """

    rooster: Rooster
    vakken: tuple[Vak, ...]
    sd: dict[str, float]
    W: np.ndarray
    verdeling: str
    alfa: float


class Uitkomst(NamedTuple):
    """Arrays over the grid (vakken, vormen, paren), and sums over specifications per draw.

    Attributes:
        coef, se: per standard deviation of the reference sample; NaN if there is none.
        p, crv1_p, z: p-values and normal score of t; NaN if invalid.
        reden: "" if valid.
        rij: (specifications, gemeenten) times v gives the coefficient of a draw.
        tel: (focal factors, model forms, `VENSTERS`, 3, draws): numbers of specifications
            significant and positive, significant and negative, and the sum of normal scores.
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
    if verdeling == RADEMACHER:
        return np.where(rng.random((trekkingen, G)) < 0.5, -1.0, 1.0)
    helft = np.sqrt([0.5, 1.0, 1.5])
    gewichten: np.ndarray = np.r_[helft, -helft][(6 * rng.random((trekkingen, G))).astype(np.intp)]
    return gewichten


def normaalscore(t: np.ndarray, df: float) -> np.ndarray:
    """Return the z with (nearly) the p-value of t with `df` degrees of freedom.

    Wallace (1959, Annals of Mathematical Statistics 30): cheap enough for every draw of every
    specification; within 0.02 up to |t| = 4 from five degrees of freedom.
    """
    z = np.sqrt(df * np.log1p(t * t / df)) * ((8 * df + 1) / (8 * df + 3))
    score: np.ndarray = np.copysign(z, t)
    return score


def maak_opzet(
    tabel: pd.DataFrame,
    rooster: Rooster,
    trekkingen: int,
    zaad: int,
    min_inwoners: float,
    alfa: float,
) -> Opzet:
    """Prepare samples, products, reference standard deviations and weights."""
    delen = maak_delen(tabel, rooster, min_inwoners)
    vakken = tuple(maak_vak(delen[k[:2]], k.gewicht, k.schatter) for k in rooster.vakken)
    basis = volledige_wijken(tabel, rooster.hoofd[0].steekproef, rooster)
    # one set of weights for all: the vak with fewest gemeenten decides on their distribution
    verdeling = kies_verdeling(min((vak.G for vak in vakken if not vak.reden), default=0))
    gebruikt = np.unique(np.concatenate([deel.code for deel in delen.values()]))
    W = np.zeros((trekkingen, gebruikt.max(initial=-1) + 1))
    W[:, gebruikt] = trek_gewichten(len(gebruikt), trekkingen, zaad, verdeling)
    sd = {f: float(basis[f].std(ddof=1)) for f in rooster.factoren}
    return Opzet(rooster, vakken, sd, W, verdeling, alfa)


def reken(opzet: Opzet) -> Uitkomst:
    """Estimate every specification and sum the draws that need a standard error."""
    rooster = opzet.rooster
    uit = Uitkomst(
        coef=np.full(rooster.omvang, np.nan),
        se=np.full(rooster.omvang, np.nan),
        p=np.full(rooster.omvang, np.nan),
        crv1_p=np.full(rooster.omvang, np.nan),
        z=np.full(rooster.omvang, np.nan),
        reden=np.full(rooster.omvang, "", dtype=object),
        rij=np.zeros((int(np.prod(rooster.omvang)), opzet.W.shape[1])),
        tel=np.zeros((len(rooster.focaal), len(rooster.modellen), len(VENSTERS), 3, len(opzet.W))),
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
    uit.reden[:, ~rooster.toegelaten] = BUITEN
    return uit


def _reken_uitkomsten(uit: Uitkomst, opzet: Opzet, v: int, deel: Uitkomsten) -> None:
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
            groep = schat_groep(vak, idx, deel.Y, dd, positie[nummers] + len(vooraan))
            _verwerk(uit, opzet, v, deel.vormen, nummers, groep)


def _verwerk(
    uit: Uitkomst,
    opzet: Opzet,
    v: int,
    vormen: np.ndarray,
    paren: np.ndarray,
    groep: Groep,
) -> None:
    """Store the estimates of pairs x forms in vak `v`, and add their draws."""
    vak = opzet.vakken[v]
    maat = _per_sd(opzet, vak, paren)
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

    _tel_trekkingen(uit, opzet, v, vormen, paren, groep, goed)


def _tel_trekkingen(
    uit: Uitkomst,
    opzet: Opzet,
    v: int,
    vormen: np.ndarray,
    paren: np.ndarray,
    groep: Groep,
    goed: np.ndarray,
) -> None:
    """Add the draws of pairs x forms in vak `v` that are `goed`, per factor and model form."""
    vak, rooster = opzet.vakken[v], opzet.rooster
    s, m = np.nonzero(goed & rooster.toegelaten[np.ix_(vormen, paren)].T)
    if not len(s):
        return
    focaal = np.array([rooster.focaal.index(rooster.paren[p].factor) for p in paren])[s]
    model = np.array([rooster.modellen.index(rooster.vormen[f].model) for f in vormen])[m]
    volgorde = np.lexsort((model, focaal))  # each factor with a form is one run
    s, m, focaal, model = s[volgorde], m[volgorde], focaal[volgorde], model[volgorde]
    lineair, kwadraat = groep.lineair[s, m], groep.kwadraat[s, m]
    nummer = np.ravel_multi_index((np.full(len(s), v), vormen[m], paren[s]), rooster.omvang)
    maat = _per_sd(opzet, vak, paren)
    uit.rij[nummer[:, None], vak.gemeenten] = lineair[:, 0] * maat[s, None]
    hoofd = np.array([rooster.in_hoofdvenster(rooster.vormen[i]) for i in vormen[m]])
    grens = special.stdtrit(vak.G - 1, 1 - opzet.alfa / 2)
    for t, x, blok in _trek_t(lineair, kwadraat, opzet.W[:, vak.gemeenten]):
        loop = focaal[blok] * len(rooster.modellen) + model[blok]
        begin = np.flatnonzero(np.diff(loop, prepend=-1))
        wie = focaal[blok][begin], model[blok][begin]
        for i, waarden in enumerate((t > grens, t < -grens, normaalscore(t, vak.G - 1))):
            waarden = waarden.astype(float)
            uit.tel[*wie, 1, i, x] += np.add.reduceat(waarden, begin)
            waarden *= hoofd[blok, None]
            uit.tel[*wie, 0, i, x] += np.add.reduceat(waarden, begin)


def _per_sd(opzet: Opzet, vak: Vak, paren: np.ndarray) -> np.ndarray:
    """Return per pair what makes its coefficient one per standard deviation of the factor."""
    namen = [opzet.rooster.paren[p].factor for p in paren]
    return np.array([opzet.sd[f] / vak.deel.schaal[vak.deel.kolom[f]] for f in namen])


def _trek_t(
    lineair: np.ndarray, kwadraat: np.ndarray, W: np.ndarray
) -> Iterator[tuple[np.ndarray, slice, slice]]:
    """Yield t (specifications, draws) in blocks, each with its slices of draws and specifications.

    Args:
        lineair, kwadraat: (S, 2K+1, G) and (S, G), see `Groep`.
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
