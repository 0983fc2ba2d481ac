"""Wijken outside the selection with (almost) the same scores before: did they change as much?

Comparators carry the same low scores, and so much of the same tendency to come back towards the
mean (DOMAIN.md section 5). Where the selection is the lowest scores there are few of them, and they
lie near the edge; the tables say how many. The difference does not say why scores changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from scipy import stats
from scipy.optimize import linear_sum_assignment

from leefbaarheid.basis import taal
from leefbaarheid.toetsen.regressie_naar_gemiddelde import interval, punten

# AANNAME: twee scores die hoogstens 0,2 standaarddeviatie verschillen, gelden als vergelijkbaar.
KALIPER = 0.2
# AANNAME: een gestandaardiseerd verschil tot 0,1 geldt als evenwicht tussen de groepen.
SMD_GRENS = 0.1
# AANNAME: onder tien paren of vijf gemeenten aan één kant wordt geen interval gegeven.
MIN_PAREN, MIN_GEMEENTEN = 10, 5
# AANNAME: gemeenten vallen in vier grootteklassen, met grenzen bij 50.000, 100.000 en 250.000
#   inwoners.
GROOTTEKLASSEN = (50_000, 100_000, 250_000)

POOLS = {
    "overig_in_aanmerking": "niet geselecteerde wijken die in aanmerking kwamen",
    "land": "niet geselecteerde wijken in het hele land",
    "land_grootteklasse": "niet geselecteerde wijken in een gemeente van dezelfde grootteklasse",
}


class Vergelijking(NamedTuple):
    """The tables of `vergelijk`."""

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
    verschil = np.abs(behandeld[:, None, :] - kandidaten[None, :, :]) / kaliper
    mag = (verschil <= 1 + 1e-9).all(axis=2)
    if klasse_behandeld is not None and klasse_kandidaten is not None:
        mag &= klasse_behandeld[:, None] == klasse_kandidaten[None, :]
    # a pair outside the caliper costs more than all pairs inside together
    verboden = (len(behandeld) + 1) * float(behandeld.shape[1] + 1)
    kosten = np.where(mag, (verschil**2).sum(axis=2), verboden)
    rij, kolom = linear_sum_assignment(kosten)
    return [(int(i), int(j)) for i, j in zip(rij, kolom, strict=True) if mag[i, j]]


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
    deelt = (a[:, None] == a) | (b[:, None] == b) | (a[:, None] == b) | (b[:, None] == a)
    G = len(set(a) | set(b))
    los = (e**2).sum() * P / (P - 1)
    variantie = max(float(e @ deelt @ e) * G / (G - 1), los) / P**2
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
    Selected wijken without such a counterpart are left out and counted. Where the selection is the
    lowest scores, the counterparts are few and lie near the edge: the outcome is about those.
    The counterparts are the low scorers of a group with a higher mean, so their own score tends to
    come back further (Daw & Hatfield 2018, Health Services Research 53): a difference against the
    selected wijken is partly that.

    Args:
        wijken: wk_code, wk_naam, gm_code, inwoners, in_selectie, in_aanmerking, lbm_<jaar>, and the
            columns of `balans_op`.
        koppeljaren: years whose scores are matched.
        vensters: pairs (van, tot).
        min_inwoners: inhabitants of a wijk outside the selection, at least.
        balans_op: further numeric columns to report balance on; not matched.
        kaliper: in pooled standard deviations of each score.

    Returns:
        `verschil`, per pool x window: pool, omschrijving, van, tot, gekoppeld (the window lies
        within the matched years, so the difference is near zero by construction), n_selectie,
        n_gekoppeld, aandeel_gekoppeld, n_ongekoppeld, n_kandidaten, n_gemeenten,
        n_gemeenten_controle, score_gekoppeld and score_ongekoppeld (mean in the first matched
        year), verandering (of the matched selected wijken), verandering_controle, verschil, se,
        ci_laag, ci_hoog, p, reden.
        `balans`, per pool x variable: variabele, gemiddelde_selectie, gemiddelde_kandidaten,
        smd_voor, gemiddelde_gekoppeld, gemiddelde_controle, smd_na, in_evenwicht (|smd_na| <= 0.1).
        `paren`: pool, wk_code, wk_naam, gm_code, wk_code_controle, wk_naam_controle,
        gm_code_controle, afstand (largest difference in calipers).
    """
    kolommen = [f"lbm_{jaar}" for jaar in koppeljaren]
    vensters = [(van, tot) for van, tot in vensters]
    basis = wijken.assign(
        grootteklasse=grootteklasse(wijken),
        log_inwoners=np.log(wijken["inwoners"].where(wijken["inwoners"] > 0)),
    ).sort_values("wk_code")
    compleet = basis[kolommen].notna().all(axis=1)
    selectie = basis[basis["in_selectie"] & compleet].reset_index(drop=True)
    buiten = basis[~basis["in_selectie"] & compleet & (basis["inwoners"] >= min_inwoners)]
    namen = {
        **{kolom: f"score {jaar}" for kolom, jaar in zip(kolommen, koppeljaren, strict=True)},
        "log_inwoners": "inwoners (logaritme)",
        **{kolom: kolom for kolom in balans_op},
    }
    verschil, balans, paren = [], [], [pd.DataFrame(columns=_PAREN)]
    for pool, omschrijving in POOLS.items():
        kandidaten = buiten[buiten["in_aanmerking"]] if pool == "overig_in_aanmerking" else buiten
        kandidaten = kandidaten.reset_index(drop=True)
        exact = pool == "land_grootteklasse"
        een, ander, afstand = _koppel(selectie, kandidaten, kolommen, kaliper, exact)
        los = ~selectie["wk_code"].isin(een["wk_code"])
        n = int(basis["in_selectie"].sum())
        vast = {
            "pool": pool,
            "omschrijving": omschrijving,
            "n_selectie": n,
            "n_gekoppeld": len(een),
            "aandeel_gekoppeld": len(een) / n if n else np.nan,
            "n_ongekoppeld": n - len(een),
            "n_kandidaten": len(kandidaten),
            "n_gemeenten": een["gm_code"].nunique(),
            "n_gemeenten_controle": ander["gm_code"].nunique(),
            "score_gekoppeld": een[kolommen[0]].mean(),
            "score_ongekoppeld": selectie.loc[los, kolommen[0]].mean(),
        }
        verschil += [_verschilrij(vast, een, ander, v, t, max(koppeljaren)) for v, t in vensters]
        balans += [
            {"pool": pool, "variabele": naam, **_balansrij(selectie, kandidaten, een, ander, kolom)}
            for kolom, naam in namen.items()
        ]
        if len(een):
            velden = ["wk_code", "wk_naam", "gm_code"]
            tabel = een[velden].join(ander[velden].add_suffix("_controle"))
            paren.append(tabel.assign(pool=pool, afstand=afstand)[_PAREN])
    return Vergelijking(
        pd.DataFrame(verschil),
        pd.DataFrame(balans),
        pd.concat(paren[1:] or paren, ignore_index=True),
    )


_PAREN = [
    *("pool", "wk_code", "wk_naam", "gm_code"),
    *("wk_code_controle", "wk_naam_controle", "gm_code_controle", "afstand"),
]


def _koppel(
    selectie: pd.DataFrame,
    kandidaten: pd.DataFrame,
    kolommen: Sequence[str],
    kaliper: float,
    exact: bool,
) -> tuple[pd.DataFrame, pd.DataFrame, np.ndarray]:
    """Return the matched selected wijken, their counterparts row by row, and the distances."""
    grens = np.sqrt((selectie[kolommen].var() + kandidaten[kolommen].var()) / 2) * kaliper
    gevonden = koppel_paren(
        selectie[kolommen].to_numpy(),
        kandidaten[kolommen].to_numpy(),
        grens.to_numpy(),
        selectie["grootteklasse"].to_numpy() if exact else None,
        kandidaten["grootteklasse"].to_numpy() if exact else None,
    )
    een = selectie.iloc[[i for i, _ in gevonden]].reset_index(drop=True)
    ander = kandidaten.iloc[[j for _, j in gevonden]].reset_index(drop=True)
    afstand = (een[kolommen] - ander[kolommen]).abs() / grens
    return een, ander, afstand.max(axis=1).to_numpy()


def _balansrij(
    selectie: pd.DataFrame,
    kandidaten: pd.DataFrame,
    een: pd.DataFrame,
    ander: pd.DataFrame,
    kolom: str,
) -> dict[str, Any]:
    sd = selectie[kolom].std(), kandidaten[kolom].std()
    na = gestandaardiseerd_verschil(een[kolom], ander[kolom], *sd)
    return {
        "gemiddelde_selectie": selectie[kolom].mean(),
        "gemiddelde_kandidaten": kandidaten[kolom].mean(),
        "smd_voor": gestandaardiseerd_verschil(selectie[kolom], kandidaten[kolom], *sd),
        "gemiddelde_gekoppeld": een[kolom].mean(),
        "gemiddelde_controle": ander[kolom].mean(),
        "smd_na": na,
        "in_evenwicht": bool(abs(na) <= SMD_GRENS),
    }


def _verschilrij(
    vast: Mapping[str, Any],
    een: pd.DataFrame,
    ander: pd.DataFrame,
    van: int,
    tot: int,
    laatste: int,
) -> dict[str, Any]:
    d1, d0 = een[f"lbm_{tot}"] - een[f"lbm_{van}"], ander[f"lbm_{tot}"] - ander[f"lbm_{van}"]
    u = (d1 - d0).dropna()
    a, b = een.loc[u.index, "gm_code"], ander.loc[u.index, "gm_code"]
    rij = {
        **vast,
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
        return rij | {"reden": f"te weinig paren voor een interval: {len(u)}"}
    if min(a.nunique(), b.nunique()) < MIN_GEMEENTEN:
        return rij | {
            "reden": f"te weinig gemeenten voor een interval: {min(a.nunique(), b.nunique())}"
        }
    uitkomst = paarsgewijs_verschil(u.to_numpy(), a.to_numpy(), b.to_numpy())
    return rij | {naam: uitkomst[naam] for naam in ("se", "ci_laag", "ci_hoog", "p")}


def zin_vergelijking(verschil: pd.DataFrame, venster: Sequence[int], pool: str = "land") -> str:
    """Return one Dutch sentence: how the selection fared beside comparable wijken.

    Args:
        verschil: table of `vergelijk`.
        venster: (van, tot), one of its windows.
        pool: key of `POOLS`.
    """
    van, tot = venster
    rijen = verschil[
        (verschil["van"] == van) & (verschil["tot"] == tot) & (verschil["pool"] == pool)
    ]
    if rijen.empty or rijen.iloc[0]["n_gekoppeld"] == 0:
        return "Buiten de selectie zijn geen wijken met vergelijkbare scores gevonden."
    rij = rijen.iloc[0]
    begin = (
        f"Voor {taal.getal(int(rij['n_gekoppeld']))} van de {taal.getal(int(rij['n_selectie']))} "
        f"geselecteerde wijken ({taal.procent(rij['aandeel_gekoppeld'])}) is er buiten de selectie "
        "een wijk met vrijwel dezelfde scores"
    )
    if isinstance(rij["reden"], str) and rij["reden"]:
        return f"{begin}: {rij['reden']}."
    if rij["gekoppeld"]:
        return (
            f"{begin}; op de scores van {van} en {tot} is gekoppeld, dus dat venster toetst niets."
        )
    if rij["ci_laag"] <= 0 <= rij["ci_hoog"]:
        slot = "een verschil is niet aangetoond"
    else:
        slot = "zij stegen meer" if rij["verschil"] > 0 else "zij bleven daarbij achter"
    grenzen = interval(rij["ci_laag"], rij["ci_hoog"])
    return (
        f"{begin}; tussen {van} en {tot} was het verschil in verandering met die wijken "
        f"{punten(rij['verschil'])} punt (95%-interval {grenzen}): {slot}, en over de overige "
        "geselecteerde wijken zegt deze vergelijking niets."
    )
