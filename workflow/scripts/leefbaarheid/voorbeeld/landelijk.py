"""A national file of any size with known truth: what the official files of buurten are like.

The files of buurten cannot be shipped, and a country of wijken is too large to be an example. This
makes them up: the same chain of scores as the bundled example (`voorbeeld`, `scores`, `factoren`),
over hundreds of gemeenten of very different size, with small areas, gaps and an island. What a
regression should find is known (`waarheid`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from leefbaarheid.basis.gebied import BUURT, GEMEENTE, WIJK, Gebied
from leefbaarheid.voorbeeld.factoren import maak_codeboek, maak_factoren, maak_gaten
from leefbaarheid.voorbeeld.namen import Gemeente
from leefbaarheid.voorbeeld.scores import maak_dimensies, maak_scores
from leefbaarheid.voorbeeld.selectie import kies_selectie
from leefbaarheid.voorbeeld.voorbeeld import AFW_BASIS, DIMENSIES, JAREN, Parameters
from leefbaarheid.voorbeeld.wijken import kwetsbaarheid

LAATSTE = 2024
"""The measurement that comes after those of the example."""
MEEST_GEMEENTEN = 342
ROOSTER = 20
"""Cells of the grid over the country, in each direction; a cell has at most one gemeente."""
EILAND_KM = 26.0
"""How far the last area lies from the rest: one area that sets every smallest distance."""


@dataclass(frozen=True)
class Soort:
    """What an area of a kind is like.

    Attributes:
        inwoners: on average. afstand: metres between neighbours.
        ruis: how many times the noise of a score is that of a wijk; small areas vary more.
    """

    inwoners: int
    afstand: float
    ruis: float


SOORTEN = {WIJK: Soort(5000, 950.0, 1.0), BUURT: Soort(1250, 430.0, 1.4)}
SOORTEN[GEMEENTE] = Soort(52_000, 9000.0, 0.7)

MEEST_PER_SOORT = {WIJK: 20_000, BUURT: 40_000, GEMEENTE: ROOSTER * ROOSTER}
"""So many areas fit in the codes and on the grid."""


@dataclass(frozen=True)
class Landelijk:
    """A national file and what goes with it, under the names of the kind of area.

    Attributes:
        scores: code, name, jaar, lbm, afw and the dimensions.
        context: code, name, gemeente, inwoners_2008, x_rd, y_rd and the factors.
        codeboek: one row per column of `context`.
        selectie: code and one boolean column per label.
        parameters: with which `waarheid` tells the true effects.
    """

    scores: pd.DataFrame
    context: pd.DataFrame
    codeboek: pd.DataFrame
    selectie: pd.DataFrame
    parameters: Parameters


def maak_landelijk(gebied: Gebied, aantal: int, zaad: int, n_selectie: int) -> Landelijk:
    """Make a national file.

    Args:
        gebied: WIJK, BUURT or GEMEENTE.
        aantal: number of areas.
        zaad: seed; the same seed gives the same file.
        n_selectie: how many areas are on the selection list.
    """
    soort = SOORTEN[gebied]
    rng = np.random.RandomState(np.random.MT19937(np.random.SeedSequence([zaad, aantal])))
    gemeenten = _gemeenten(gebied, aantal, rng)
    p = replace(
        Parameters(),
        gemeenten=gemeenten,
        sigma_e=tuple(soort.ruis * sd for sd in Parameters().sigma_e),
        kans_eigen={},
        n_selectie=n_selectie,
        n_label={label: n_selectie * deel // 140 for label, deel in Parameters().n_label.items()},
        min_inwoners=soort.inwoners // 5,
        n_onvolledig=aantal // 130,
        n_leeg=0,
    )
    tabel = _plaatsen(gebied, gemeenten, rng)
    gm = tabel["gm"].to_numpy()
    mate = kwetsbaarheid(p, gm, rng)
    factoren, stad = maak_factoren(p, tabel, mate, rng)
    lbm = np.round(maak_scores(p, gm, mate, factoren, rng), 6)
    dimensies = maak_dimensies(p, lbm, stad, mate, rng)
    selectie = kies_selectie(p, tabel, lbm[:, 0], rng)
    factoren, bestaat = maak_gaten(p, tabel, factoren, rng)
    lbm, dimensies = _met_laatste(p, lbm, dimensies, rng)
    bestaat = np.column_stack([bestaat, bestaat[:, -1]])
    namen = {"wk_code": gebied.code, "wk_naam": gebied.areanaam}
    return Landelijk(
        scores=_lang(tabel, lbm, dimensies, bestaat).rename(columns=namen),
        context=_context(p, tabel, factoren, gebied),
        codeboek=maak_codeboek(p),
        selectie=selectie.rename(columns=namen),
        parameters=p,
    )


def _gemeenten(gebied: Gebied, aantal: int, rng: np.random.RandomState) -> tuple[Gemeente, ...]:
    """Return the gemeenten, biggest first; together they have `aantal` areas."""
    soort = SOORTEN[gebied]
    n = aantal if gebied is GEMEENTE else int(np.clip(aantal // 9, 30, MEEST_GEMEENTEN))
    gewicht = np.sort(np.exp(0.95 * rng.standard_normal(n)))[::-1]
    per = np.ones(n, dtype=int)
    if gebied is not GEMEENTE:
        # every gemeente has one, the rest goes by size: the largest remainders get one more
        deel = gewicht / gewicht.sum() * (aantal - n)
        per += np.floor(deel).astype(int)
        over = np.argsort(np.floor(deel) - deel, kind="stable")[: aantal - per.sum()]
        per[over] += 1
    inwoners = np.maximum(np.round(soort.inwoners * aantal * gewicht / gewicht.sum()), 500)
    return tuple(Gemeente(f"Gemeente {i + 1:03d}", int(per[i]), int(inwoners[i])) for i in range(n))


def _plaatsen(
    gebied: Gebied, gemeenten: tuple[Gemeente, ...], rng: np.random.RandomState
) -> pd.DataFrame:
    """Return one row per area: gemeente, code, name, ring (0 = centre), inhabitants, place."""
    soort, aantallen = SOORTEN[gebied], np.array([g.wijken for g in gemeenten])
    gm = np.repeat(np.arange(len(aantallen)), aantallen)
    volgnummer = np.concatenate([np.arange(n) for n in aantallen])
    plek = rng.permutation(ROOSTER * ROOSTER)[: len(aantallen)]
    stap = 12_000.0
    midden = np.column_stack(
        [25_000 + stap * (plek % ROOSTER), 342_000 + 1.1 * stap * (plek // ROOSTER)]
    ) + rng.uniform(-2000, 2000, (len(aantallen), 2))
    straal = soort.afstand * np.sqrt(volgnummer + rng.uniform(0, 0.6, len(gm)))
    hoek = 2.399963 * volgnummer + rng.uniform(-0.25, 0.25, len(gm))
    xy = midden[gm] + straal[:, None] * np.column_stack([np.cos(hoek), np.sin(hoek)])
    xy[-1] = xy.min(axis=0) - [0, 1000 * EILAND_KM]
    ruw = np.exp(0.8 * rng.standard_normal(len(gm)))
    totaal = np.array([g.inwoners for g in gemeenten], dtype=float)
    inwoners = ruw / np.bincount(gm, ruw)[gm] * totaal[gm]
    xy = np.clip(xy, [14_000, 307_000], [278_000, 618_000])
    return pd.DataFrame(
        {
            "gm": gm,
            "wk_code": [
                _code(gebied, g, k) for g, k in zip(gm.tolist(), volgnummer.tolist(), strict=True)
            ],
            "wk_naam": [
                gemeenten[g].naam if gebied is GEMEENTE else f"{gebied.enkelvoud.title()} {k + 1}"
                for g, k in zip(gm, volgnummer, strict=True)
            ],
            "ring": volgnummer / np.maximum(aantallen[gm] - 1, 1),
            "inwoners": np.maximum(5 * np.round(inwoners / 5), 5),
            "x": np.round(xy[:, 0]),
            "y": np.round(xy[:, 1]),
        }
    )


def _gm_code(nummer: int) -> str:
    return f"GM{9001 + nummer:04d}"


def _code(gebied: Gebied, gm: int, k: int) -> str:
    """Return a code of CBS: the number of the gemeente and that of the area in it."""
    gemeente = _gm_code(gm)[2:]
    tekens = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    if gebied is GEMEENTE:
        return f"GM{gemeente}"
    twee = f"{tekens[k // 36 % 36]}{tekens[k % 36]}"
    return f"WK{gemeente}{twee}" if gebied is WIJK else f"BU{gemeente}{k // 1296:02d}{twee}"


def _met_laatste(
    p: Parameters, lbm: np.ndarray, dimensies: np.ndarray, rng: np.random.RandomState
) -> tuple[np.ndarray, np.ndarray]:
    """Add the measurement after the last: a score that lasts as before, and no factor counts."""
    vorig, midden = lbm[:, -1], p.gemiddelden[-1]
    nieuw = midden + p.rho[-1] * (vorig - midden) + p.sigma_e[-1] * rng.standard_normal(len(lbm))
    nieuw = np.round(nieuw, 6)
    delen = dimensies[:, -1].copy()
    for d, naam in enumerate(DIMENSIES[:-1]):
        delen[:, d] = np.round(delen[:, d] + p.dimensies[naam].aandeel * (nieuw - vorig), 6)
    delen[:, -1] = np.round(nieuw - AFW_BASIS - delen[:, :-1].sum(axis=1), 10)
    return np.column_stack([lbm, nieuw]), np.concatenate([dimensies, delen[:, None]], axis=1)


def _lang(
    tabel: pd.DataFrame, lbm: np.ndarray, dimensies: np.ndarray, bestaat: np.ndarray
) -> pd.DataFrame:
    """Return the scores in the official long form: one row per area and year that exists."""
    jaren = np.array([*JAREN, LAATSTE])
    rijen = bestaat.ravel()
    uit = pd.DataFrame(
        {
            "wk_code": np.repeat(tabel["wk_code"].to_numpy(), len(jaren))[rijen],
            "wk_naam": np.repeat(tabel["wk_naam"].to_numpy(), len(jaren))[rijen],
            "jaar": np.tile(jaren, len(tabel))[rijen],
            "lbm": lbm.ravel()[rijen],
        }
    )
    uit["afw"] = np.round(uit["lbm"] - AFW_BASIS, 10)
    return uit.assign(**{d: dimensies[:, :, i].ravel()[rijen] for i, d in enumerate(DIMENSIES)})


def _context(
    p: Parameters, tabel: pd.DataFrame, factoren: pd.DataFrame, gebied: Gebied
) -> pd.DataFrame:
    """Return the context table under the names of the kind of area."""
    gemeente = {
        "gm_code": [_gm_code(g) for g in tabel["gm"]],
        "gm_naam": [p.gemeenten[g].naam for g in tabel["gm"]],
    }
    eigen = {gebied.code: tabel["wk_code"], gebied.areanaam: tabel["wk_naam"]}
    rest = {"inwoners_2008": tabel["inwoners"], "x_rd": tabel["x"], "y_rd": tabel["y"]}
    return pd.DataFrame(eigen | gemeente | rest).join(factoren)
