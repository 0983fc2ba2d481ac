"""Wijken outside the selection with (almost) the same scores before: did they change as much?

Comparators carry the same low scores, and so much of the same tendency to come back towards the
mean (DOMAIN.md section 5). Where the selection is the lowest scores there are few of them, and they
lie near the edge; the tables say how many. The difference does not say why scores changed.

The counterparts are the low scorers of a group with a higher mean, so their own score tends to come
back further (Daw & Hatfield 2018, Health Services Research 53): a difference against the selected
wijken is partly that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse, stats
from scipy.sparse.csgraph import min_weight_full_bipartite_matching
from scipy.spatial import cKDTree

from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import LAND_GROOTTEKLASSE, LOG_INWONERS, POOLS

# AANNAME: twee scores die hoogstens 0,2 standaarddeviatie verschillen, gelden als vergelijkbaar.
#   Waarom: dat is een gangbare grens bij het vormen van paren.
#   Gevolg: met een krappere grens blijven meer wijken van de selectie zonder paar, met een ruimere
#   lijken de paren minder op elkaar; de tabel noemt hoeveel wijken een paar kregen.
#   Onderwerp: modellen. Als: controle vergelijking. Zie: sec-rob-gemiddelde.
KALIPER = 0.2
# AANNAME: een gestandaardiseerd verschil tot 0,1 geldt als evenwicht tussen de groepen.
#   Waarom: dat is een gangbare grens.
#   Gevolg: met een krappere grens heten minder kenmerken in evenwicht; de tabel geeft de
#   verschillen zelf.
#   Onderwerp: modellen. Als: controle balans. Zie: sec-rob-gemiddelde.
SMD_GRENS = 0.1
# AANNAME: onder tien paren of vijf gemeenten aan één kant wordt geen interval gegeven.
#   Waarom: van minder paren of gemeenten is geen spreiding te schatten.
#   Gevolg: het verschil staat dan in de tabel zonder interval, met de reden.
#   Onderwerp: modellen. Als: controle vergelijking. Zie: sec-rob-gemiddelde.
MIN_PAREN, MIN_GEMEENTEN = 10, 5
# AANNAME: gemeenten vallen in vier grootteklassen, met grenzen bij 50.000, 100.000 en 250.000
#   inwoners.
#   Waarom: zo is een wijk te vergelijken met een wijk uit een gemeente van ongeveer gelijke
#   grootte.
#   Gevolg: met andere grenzen vormen in die vergelijking andere wijken een paar.
#   Onderwerp: modellen. Als: controle vergelijking. Zie: sec-rob-gemiddelde.
GROOTTEKLASSEN = (50_000, 100_000, 250_000)

BLOK = 2000
"""How many pairs are laid beside all others at a time."""

KOLOMMEN_PAREN = [
    *("pool", "wk_code", "wk_naam", "gm_code"),
    *("wk_code_controle", "wk_naam_controle", "gm_code_controle", "afstand"),
]


class Vergelijking(NamedTuple):
    """The tables of `vergelijk`.

    Attributes:
        verschil: per pool x window: pool, n_selectie, n_gekoppeld, aandeel_gekoppeld,
            n_ongekoppeld, n_kandidaten, n_gemeenten, n_gemeenten_controle, score_gekoppeld and
            score_ongekoppeld (mean in the first matched year), van, tot, gekoppeld (the window lies
            within the matched years, so the difference is near zero by construction), verandering
            (of the matched selected wijken), verandering_controle, verschil, se, ci_laag, ci_hoog,
            p, reden.
        balans: per pool x variable: variabele (a column), gemiddelde_selectie,
            gemiddelde_kandidaten, smd_voor, gemiddelde_gekoppeld, gemiddelde_controle, smd_na,
            in_evenwicht (|smd_na| <= 0.1).
        paren: pool, wk_code, wk_naam, gm_code, wk_code_controle, wk_naam_controle,
            gm_code_controle, afstand (largest difference in calipers).
    """

    verschil: pd.DataFrame
    balans: pd.DataFrame
    paren: pd.DataFrame


def grootteklasse(wijken: pd.DataFrame) -> pd.Series:
    """Return the size class (0-3) of the gemeente of each wijk: the sum of its wijken."""
    inwoners = wijken.groupby("gm_code")["inwoners"].transform("sum")
    return pd.Series(np.digitize(inwoners, GROOTTEKLASSEN), wijken.index, name="grootteklasse")


def koppel_paren(
    behandeld: np.ndarray,
    kandidaten: np.ndarray,
    kaliper: np.ndarray,
    klasse_behandeld: np.ndarray | None = None,
    klasse_kandidaten: np.ndarray | None = None,
) -> list[tuple[int, int]]:
    """Pair each row with at most one candidate, none used twice, as many and as near as possible.

    Optimal matching without replacement (Rosenbaum 1989, Journal of the American Statistical
    Association 84): the largest number of pairs within the caliper, and among those the smallest
    sum of squared distances in units of the caliper. It does not depend on an order of search.

    Args:
        behandeld: (n1, d) scores. kandidaten: (n0, d). kaliper: (d,) largest difference per score.
        klasse_behandeld, klasse_kandidaten: classes that must be equal, or None.

    Returns:
        Pairs (row, candidate), by row.
    """
    if not len(behandeld) or not len(kandidaten):
        return []
    n1, n0 = len(behandeld), len(kandidaten)
    buren = cKDTree(kandidaten / kaliper).query_ball_point(behandeld / kaliper, 1 + 1e-6, p=np.inf)
    rij = np.repeat(np.arange(n1), [len(deel) for deel in buren])
    kolom = np.concatenate([*map(np.asarray, buren)]).astype(int)
    verschil = np.abs(behandeld[rij] - kandidaten[kolom]) / kaliper
    mag = (verschil <= 1 + 1e-9).all(axis=1)
    if klasse_behandeld is not None and klasse_kandidaten is not None:
        mag &= klasse_behandeld[rij] == klasse_kandidaten[kolom]
    # a row without a pair costs more than all pairs together; one more each, as zero is no edge
    verboden = (n1 + 1) * float(behandeld.shape[1] + 1)
    kosten = np.concatenate([(verschil[mag] ** 2).sum(axis=1) + 1, np.full(n1, verboden + 1)])
    rijen = np.concatenate([rij[mag], np.arange(n1)])
    kolommen = np.concatenate([kolom[mag], n0 + np.arange(n1)])
    graaf = sparse.csr_array((kosten, (rijen, kolommen)), shape=(n1, n0 + n1))
    gekozen = min_weight_full_bipartite_matching(graaf)
    return [(int(i), int(j)) for i, j in zip(*gekozen, strict=True) if j < n0]


def _som_van_gedeelde(e: np.ndarray, a: np.ndarray, b: np.ndarray) -> float:
    """Return the sum of e_i e_j over the pairs i and j with a gemeente in common."""
    som = 0.0
    for van in range(0, len(e), BLOK):
        ai, bi = (deel[van : van + BLOK, None] for deel in (a, b))
        deelt = (ai == a) | (bi == b) | (ai == b) | (bi == a)
        som += float(e[van : van + BLOK] @ deelt @ e)
    return som


def paarsgewijs_verschil(
    u: np.ndarray, gemeente: np.ndarray, gemeente_controle: np.ndarray
) -> dict[str, float]:
    """Return the mean of differences within pairs with an interval robust to shared gemeenten.

    Two pairs that have a gemeente in common, on whichever side, may be correlated: the
    dyadic-robust variance of Aronow, Samii & Assenova (2015, Political Analysis 23), times G/(G-1)
    with G the gemeenten involved; never below the variance of independent pairs. t distribution
    with degrees of freedom of the side with fewest gemeenten. Matching without replacement makes
    this valid without counting the matching itself (Abadie & Spiess 2022, Journal of the American
    Statistical Association 117).

    Args:
        u: (P,) differences. gemeente, gemeente_controle: (P,) codes of either side.

    Returns:
        verschil, se, ci_laag, ci_hoog, p, df.
    """
    P = len(u)
    a, b = np.asarray(gemeente), np.asarray(gemeente_controle)
    e = u - u.mean()
    G = len(set(a) | set(b))
    los = (e**2).sum() * P / (P - 1)
    variantie = max(_som_van_gedeelde(e, a, b) * G / (G - 1), los) / P**2
    df = min(len(set(a)), len(set(b))) - 1
    se = float(np.sqrt(variantie))
    marge = stats.t.ppf(0.975, df) * se
    gem = float(u.mean())
    return {
        "verschil": gem,
        "se": se,
        "ci_laag": gem - marge,
        "ci_hoog": gem + marge,
        "p": float(2 * stats.t.sf(abs(gem) / se, df)) if se > 0 else np.nan,
        "df": df,
    }


def gestandaardiseerd_verschil(
    een: pd.Series, ander: pd.Series, sd_een: float, sd_ander: float
) -> float:
    """Return (mean of `een` - mean of `ander`) / sqrt((sd_een^2 + sd_ander^2) / 2).

    The standard deviations are those before matching, also for the matched groups, so that a
    smaller difference shows as such (Stuart 2010, Statistical Science 25).
    """
    spreiding = np.sqrt((sd_een**2 + sd_ander**2) / 2)
    return float((een.mean() - ander.mean()) / spreiding) if spreiding > 0 else np.nan


@dataclass(frozen=True)
class _Koppeling:
    """The selected wijken and their counterparts in one pool.

    Attributes:
        selectie, kandidaten: the wijken with all matched scores on either side.
        een, ander: the matched selected wijken and their counterparts, row by row.
        afstand: of each pair, largest difference in calipers.
    """

    selectie: pd.DataFrame
    kandidaten: pd.DataFrame
    een: pd.DataFrame
    ander: pd.DataFrame
    afstand: np.ndarray

    @property
    def los(self) -> pd.DataFrame:
        """The selected wijken without a counterpart."""
        return self.selectie[~self.selectie["wk_code"].isin(self.een["wk_code"])]


def vergelijk(
    wijken: pd.DataFrame,
    *,
    koppeljaren: Sequence[int],
    vensters: Iterable[Sequence[int]],
    min_inwoners: float = 0,
    balans_op: Sequence[str] = (),
    kaliper: float = KALIPER,
) -> Vergelijking:
    """Compare the selected wijken with wijken outside the selection that scored the same.

    Each selected wijk is paired with at most one other wijk whose score in every year of
    `koppeljaren` differs by at most `kaliper` times the pooled standard deviation; see
    `koppel_paren` (without replacement, so that pairs are distinct and the interval is valid).
    Selected wijken without such a counterpart are left out and counted.

    Args:
        wijken: wk_code, wk_naam, gm_code, inwoners, in_selectie, in_aanmerking, lbm_<jaar>, and the
            columns of `balans_op`.
        koppeljaren: years whose scores are matched.
        vensters: pairs (van, tot).
        min_inwoners: inhabitants of a wijk outside the selection, at least.
        balans_op: further numeric columns to report balance on; not matched.
        kaliper: in pooled standard deviations of each score.
    """
    scores = [f"lbm_{jaar}" for jaar in koppeljaren]
    vensters = [(van, tot) for van, tot in vensters]
    n = int(wijken["in_selectie"].sum())
    verschil, balans, paren = [], [], [pd.DataFrame(columns=KOLOMMEN_PAREN)]
    for pool, (selectie, kandidaten) in _pools(wijken, scores, min_inwoners).items():
        k = _koppel(selectie, kandidaten, scores, kaliper, exact=pool == LAND_GROOTTEKLASSE)
        vast = {"pool": pool} | _aantallen(k, n, scores[0])
        verschil += [vast | _verschilrij(k, van, tot, max(koppeljaren)) for van, tot in vensters]
        balans += [
            {"pool": pool, "variabele": kolom} | _balansrij(k, kolom)
            for kolom in dict.fromkeys([*scores, LOG_INWONERS, *balans_op])
        ]
        if len(k.een):
            velden = ["wk_code", "wk_naam", "gm_code"]
            tabel = k.een[velden].join(k.ander[velden].add_suffix("_controle"))
            paren.append(tabel.assign(pool=pool, afstand=k.afstand)[KOLOMMEN_PAREN])
    return Vergelijking(
        pd.DataFrame(verschil),
        pd.DataFrame(balans),
        pd.concat(paren[1:] or paren, ignore_index=True),
    )


def _pools(
    wijken: pd.DataFrame, scores: Sequence[str], min_inwoners: float
) -> dict[str, tuple[pd.DataFrame, pd.DataFrame]]:
    """Return per pool the selected wijken and the candidates, those with all matched scores."""
    inwoners = wijken["inwoners"]
    basis = wijken.assign(
        grootteklasse=grootteklasse(wijken), **{LOG_INWONERS: np.log(inwoners.where(inwoners > 0))}
    ).sort_values("wk_code")
    compleet = basis[list(scores)].notna().all(axis=1)
    selectie = basis[basis["in_selectie"] & compleet].reset_index(drop=True)
    land = basis[~basis["in_selectie"] & compleet & (basis["inwoners"] >= min_inwoners)]
    overig = land[land["in_aanmerking"]]
    buiten = (overig, land, land)
    return {
        pool: (selectie, deel.reset_index(drop=True))
        for pool, deel in zip(POOLS, buiten, strict=True)
    }


def _koppel(
    selectie: pd.DataFrame,
    kandidaten: pd.DataFrame,
    scores: Sequence[str],
    kaliper: float,
    exact: bool,
) -> _Koppeling:
    """Match the selected wijken to candidates, of the same size of gemeente if `exact`."""
    scores = list(scores)
    grens = np.sqrt((selectie[scores].var() + kandidaten[scores].var()) / 2) * kaliper
    gevonden = koppel_paren(
        selectie[scores].to_numpy(),
        kandidaten[scores].to_numpy(),
        grens.to_numpy(),
        selectie["grootteklasse"].to_numpy() if exact else None,
        kandidaten["grootteklasse"].to_numpy() if exact else None,
    )
    een = selectie.iloc[[i for i, _ in gevonden]].reset_index(drop=True)
    ander = kandidaten.iloc[[j for _, j in gevonden]].reset_index(drop=True)
    afstand = ((een[scores] - ander[scores]).abs() / grens).max(axis=1).to_numpy()
    return _Koppeling(selectie, kandidaten, een, ander, afstand)


def _aantallen(k: _Koppeling, n: int, score: str) -> dict[str, Any]:
    """Return how many of the n selected wijken are matched, and how their score differs."""
    return {
        "n_selectie": n,
        "n_gekoppeld": len(k.een),
        "aandeel_gekoppeld": len(k.een) / n if n else np.nan,
        "n_ongekoppeld": n - len(k.een),
        "n_kandidaten": len(k.kandidaten),
        "n_gemeenten": k.een["gm_code"].nunique(),
        "n_gemeenten_controle": k.ander["gm_code"].nunique(),
        "score_gekoppeld": k.een[score].mean(),
        "score_ongekoppeld": k.los[score].mean(),
    }


def _balansrij(k: _Koppeling, kolom: str) -> dict[str, Any]:
    voor, na = (k.selectie[kolom], k.kandidaten[kolom]), (k.een[kolom], k.ander[kolom])
    sd = voor[0].std(), voor[1].std()
    smd_na = gestandaardiseerd_verschil(*na, *sd)
    return {
        "gemiddelde_selectie": voor[0].mean(),
        "gemiddelde_kandidaten": voor[1].mean(),
        "smd_voor": gestandaardiseerd_verschil(*voor, *sd),
        "gemiddelde_gekoppeld": na[0].mean(),
        "gemiddelde_controle": na[1].mean(),
        "smd_na": smd_na,
        "in_evenwicht": bool(abs(smd_na) <= SMD_GRENS),
    }


def _verschilrij(k: _Koppeling, van: int, tot: int, laatste: int) -> dict[str, Any]:
    """Return the difference in change within pairs; `laatste` is the last matched year."""
    d1, d0 = (deel[f"lbm_{tot}"] - deel[f"lbm_{van}"] for deel in (k.een, k.ander))
    u = (d1 - d0).dropna()
    a, b = k.een.loc[u.index, "gm_code"], k.ander.loc[u.index, "gm_code"]
    n_gemeenten = min(a.nunique(), b.nunique())
    rij = {
        "van": van,
        "tot": tot,
        "gekoppeld": tot <= laatste,
        "verandering": d1[u.index].mean(),
        "verandering_controle": d0[u.index].mean(),
        "verschil": u.mean(),
        **dict.fromkeys(("se", "ci_laag", "ci_hoog", "p"), np.nan),
        "reden": "",
    }
    if len(u) < MIN_PAREN:
        return rij | {"reden": ToetsReden.TE_WEINIG_PAREN.met(n=len(u))}
    if n_gemeenten < MIN_GEMEENTEN:
        return rij | {"reden": ToetsReden.TE_WEINIG_GEMEENTEN_VOOR_INTERVAL.met(n=n_gemeenten)}
    uitkomst = paarsgewijs_verschil(u.to_numpy(), a.to_numpy(), b.to_numpy())
    return rij | {naam: uitkomst[naam] for naam in ("se", "ci_laag", "ci_hoog", "p")}
