"""One example edition from a seed: wijken, factors, scores, selection and names.

Every number is drawn from numpy's RandomState, whose streams are frozen by numpy's policy, and
rounded before it leaves the module, so the files are the same bytes on every machine.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from leefbaarheid.voorbeeld.factoren import maak_codeboek, maak_factoren, maak_gaten
from leefbaarheid.voorbeeld.namen import kies_wijken, trek_namen
from leefbaarheid.voorbeeld.scores import maak_dimensies, maak_scores
from leefbaarheid.voorbeeld.selectie import beeld, kies_selectie
from leefbaarheid.voorbeeld.voorbeeld import AFW_BASIS, DIMENSIES, JAREN, ZAAD, Parameters
from leefbaarheid.voorbeeld.wijken import kwetsbaarheid, lege_wijken, maak_wijken


@dataclass(frozen=True)
class VoorbeeldData:
    """The example edition as data frames, equal to what is read back from the files.

    Args:
        leefbaarometer: wk_code, wk_naam, jaar, lbm, afw, fys, onv, soc, vrz, won.
        context: wk_code, wk_naam, gm_code, gm_naam, inwoners_2008, x_rd, y_rd and the factors.
        codeboek: one row per column of `context` (codebook columns of the official table).
        selectie: wk_code and one boolean column per label in LABELS.
        wijkanalyses: placeholder, gm_naam, wk_naam, wk_code of the wijken that a fictional
            wijkanalyse is about; wk_code is missing where this seed has no wijk that fits.
    """

    leefbaarometer: pd.DataFrame
    context: pd.DataFrame
    codeboek: pd.DataFrame
    selectie: pd.DataFrame
    wijkanalyses: pd.DataFrame


_STROMEN = ("wijken", "kwetsbaarheid", "factoren", "keten", "dimensies", "labels", "leeg", "namen")


def _stromen(zaad: int) -> dict[str, np.random.RandomState]:
    """Return one independent frozen random stream per part, so parts do not disturb each other."""
    kinderen = np.random.SeedSequence(zaad).spawn(len(_STROMEN))
    return {
        naam: np.random.RandomState(np.random.MT19937(kind))
        for naam, kind in zip(_STROMEN, kinderen, strict=True)
    }


def _als_leefbaarometer(
    wijken: pd.DataFrame, lbm: np.ndarray, dimensies: np.ndarray, bestaat: np.ndarray
) -> pd.DataFrame:
    """Return the official long format: one row per wijk and year that exists."""
    rijen = bestaat.ravel()
    tabel = pd.DataFrame(
        {
            "wk_code": np.repeat(wijken["wk_code"].to_numpy(), len(JAREN))[rijen],
            "wk_naam": np.repeat(wijken["wk_naam"].to_numpy(), len(JAREN))[rijen],
            "jaar": np.tile(np.array(JAREN), len(wijken))[rijen],
            "lbm": lbm.ravel()[rijen],
        }
    )
    tabel["afw"] = np.round(tabel["lbm"] - AFW_BASIS, 10)
    for d, naam in enumerate(DIMENSIES):
        tabel[naam] = dimensies[:, :, d].ravel()[rijen]
    return tabel


def _als_context(
    p: Parameters, wijken: pd.DataFrame, factoren: pd.DataFrame, leeg: pd.DataFrame
) -> pd.DataFrame:
    """Return the context table: characteristics and factors, also of the wijken without scores."""
    tabel = pd.concat([pd.concat([wijken, factoren], axis=1), leeg], ignore_index=True)
    tabel["gm_naam"] = [p.gemeenten[g].naam for g in tabel["gm"]]
    tabel["gm_code"] = [f"GM{9001 + g:04d}" for g in tabel["gm"]]
    tabel = tabel.rename(columns={"inwoners": "inwoners_2008", "x": "x_rd", "y": "y_rd"})
    kolommen = ["wk_code", "wk_naam", "gm_code", "gm_naam", "inwoners_2008", "x_rd", "y_rd"]
    kolommen += [factor.naam for factor in p.factoren]
    return tabel[kolommen].sort_values("wk_code", ignore_index=True)


def simuleer(parameters: Parameters | None = None, zaad: int = ZAAD) -> VoorbeeldData:
    """Return one example edition. The same parameters and seed always give the same edition.

    Args:
        parameters: what to make it from; None takes the bundled `Parameters()`.
        zaad: seed, 0 or more.
    """
    p = parameters or Parameters()
    stroom = _stromen(zaad)
    wijken = maak_wijken(p, stroom["wijken"])
    mate = kwetsbaarheid(p, wijken["gm"].to_numpy(), stroom["kwetsbaarheid"])
    factoren, stad = maak_factoren(p, wijken, mate, stroom["factoren"])
    lbm = np.round(maak_scores(p, wijken["gm"].to_numpy(), mate, factoren, stroom["keten"]), 6)
    dimensies = maak_dimensies(p, lbm, stad, mate, stroom["dimensies"])
    selectie = kies_selectie(p, wijken, lbm[:, 0], stroom["labels"])
    factoren, bestaat = maak_gaten(p, wijken, factoren, stroom["leeg"])

    wijken["wk_naam"] = trek_namen(p.gemeenten, p.min_inwoners_gemeente, stroom["namen"])
    wijken["gm_naam"] = [p.gemeenten[g].naam for g in wijken["gm"]]
    wijken["gm_code"] = [f"GM{9001 + g:04d}" for g in wijken["gm"]]
    analyses = kies_wijken(beeld(p, wijken, lbm, selectie))
    eigen = dict(zip(analyses["wk_code"], analyses["wk_naam"], strict=True))
    wijken["wk_naam"] = [
        eigen.get(code, naam)
        for code, naam in zip(wijken["wk_code"], wijken["wk_naam"], strict=True)
    ]
    return VoorbeeldData(
        leefbaarometer=_als_leefbaarometer(wijken, lbm, dimensies, bestaat),
        context=_als_context(p, wijken, factoren, lege_wijken(p, wijken, stroom["leeg"])),
        codeboek=maak_codeboek(p),
        selectie=selectie,
        wijkanalyses=analyses,
    )
