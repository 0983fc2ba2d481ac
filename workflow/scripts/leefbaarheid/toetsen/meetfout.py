"""How noisy is a measurement, per year: estimates, intervals and what contradicts them.

`analyse.meetfout` has the method. Beside it stand the reliability of a score (1 less the share of
the error in the variance between wijken), another error of the same year from other measurements (a
sign that the quasi-simplex does not hold), and a year whose error differs from the other years.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from leefbaarheid.analyse.meetfout import (
    als_matrix,
    drietal,
    drietallen_van,
    foutvarianties,
    gemiddelde_fout,
    gewogen_momenten,
    schat_meetfout,
    scores_van,
)
from leefbaarheid.analyse.trekkingen import trek_gemeenten
from leefbaarheid.basis.tabelwaarden import ALLE_JAREN

THEMA = 141
"""Number of this theme in the seed."""
TREKKINGEN = 1000
INTERVAL = (0.025, 0.975)
KOLOMMEN = [
    *("meting", "jaar", "drietal", "fout_var", "var_laag", "var_hoog", "fout_sd", "ci_laag"),
    *("ci_hoog", "geleend", "betrouwbaarheid", "betrouwbaarheid_laag", "betrouwbaarheid_hoog"),
    *("betrouwbaarheid_selectie", "n_drietallen", "drietal_min", "drietal_max", "botsing"),
    *("afwijkend", "fout_sd_land", "n", "n_gemeenten", "reden"),
]


def meetfouttabel(
    wijken: pd.DataFrame, jaren: list[int], *, zaad: int, trekkingen: int = TREKKINGEN
) -> pd.DataFrame:
    """Return the error of a measurement per year, and on average.

    Args:
        wijken: gm_code, in_aanmerking, in_selectie, lbm_<jaar>; the eligible wijken with all scores
            are used.
        jaren: measurement years, ascending.
        zaad: seed of the edition. trekkingen: bootstrap draws of gemeenten.

    Returns:
        One row per year and a last one `ALLE_JAREN`: meting, jaar, drietal ("2002-2008-2012", the
        neighbours), fout_var (squared score points; can be negative), var_laag, var_hoog (95 %
        percentile bootstrap by gemeente), fout_sd (score points, of the variance that is used),
        ci_laag, ci_hoog (of fout_sd: the square root of the bounds, at least 0), geleend (the mean
        over the years stands in), betrouwbaarheid, betrouwbaarheid_laag, betrouwbaarheid_hoog
        (eligible wijken), betrouwbaarheid_selectie (with the variance within the selection),
        n_drietallen, drietal_min, drietal_max (fout_var of all threes around the year), botsing
        (the interval of the neighbours less the mean of the other threes leaves out 0), afwijkend
        (likewise of the year less the mean of the other years), fout_sd_land (fout_sd of all wijken
        of the country), n, n_gemeenten, reden. Without an estimate one row that says why.
    """
    scores = scores_van(wijken, jaren)
    fout = schat_meetfout(scores, wijken["gm_code"])
    if fout.reden:
        leeg = {"meting": ALLE_JAREN, "n": len(scores), "n_drietallen": 0, "geleend": True}
        gemeenten = wijken.loc[scores.index, "gm_code"].nunique()
        rij = leeg | {"n_gemeenten": gemeenten, "reden": fout.reden}
        return pd.DataFrame([rij], columns=KOLOMMEN)
    X, codes, G = als_matrix(scores, wijken["gm_code"])
    rng = np.random.default_rng([zaad, THEMA, 1])
    # the first row is the sample itself
    gewicht = np.vstack([np.ones((1, G)), trek_gemeenten(rng, G, trekkingen)])
    _, cov = gewogen_momenten(X, codes, gewicht)
    spreiding = np.sqrt(np.diagonal(cov[0]))
    gekozen = scores.loc[wijken.loc[scores.index, "in_selectie"]]
    vast = {"n": len(X), "n_gemeenten": G, "reden": ""}
    rijen = [
        _jaarrij(cov, jaren, t)
        | {"meting": str(jaar), "jaar": jaar, "fout_sd": np.sqrt(fout.van(jaar))}
        | {"geleend": bool(fout.geleend[t])}
        | _betrouwbaarheid(fout.van(jaar), spreiding[t], float(gekozen[jaar].std()))
        | vast
        for t, jaar in enumerate(jaren)
    ]
    rijen.append(_gemiddelde_rij(foutvarianties(cov), spreiding, gekozen) | vast)
    land = schat_meetfout(scores_van(wijken.assign(in_aanmerking=True), jaren), wijken["gm_code"])
    tabel = pd.DataFrame(rijen).astype({"jaar": "Int64"})
    tabel["fout_sd_land"] = np.sqrt([*land.variantie, land.gemiddeld])
    return _met_grenzen(tabel, spreiding)


def _jaarrij(cov: np.ndarray, jaren: list[int], t: int) -> dict[str, Any]:
    """Return the estimate of a year and its contradictions, from the sample and its draws."""
    T = len(jaren)
    drietallen = drietallen_van(t, T)
    if not drietallen:
        return {"n_drietallen": 0, "drietal": "", "botsing": None, "afwijkend": None}
    per_drietal = np.stack([drietal(cov, drie) for drie in drietallen], axis=-1)
    eigen = per_drietal[:, 0]
    binnen = foutvarianties(cov)
    return {
        "drietal": "-".join(str(jaren[plek]) for plek in drietallen[0]),
        "fout_var": eigen[0],
        **dict(zip(("var_laag", "var_hoog"), np.nanquantile(eigen[1:], INTERVAL), strict=True)),
        "n_drietallen": len(drietallen),
        "drietal_min": per_drietal[0].min(),
        "drietal_max": per_drietal[0].max(),
        "botsing": _sluit_nul_uit(eigen, np.delete(per_drietal, 0, axis=1)),
        "afwijkend": _sluit_nul_uit(eigen, np.delete(binnen, t - 1, axis=1)),
    }


def _sluit_nul_uit(een: np.ndarray, andere: np.ndarray) -> bool | None:
    """Tell whether `een` (B,) less the mean of `andere` (B, k) is clearly not 0; None without."""
    if not andere.shape[1]:
        return None
    laag, hoog = np.nanquantile((een - andere.mean(axis=1))[1:], INTERVAL)
    return bool(laag > 0 or hoog < 0)


def _gemiddelde_rij(
    binnen: np.ndarray, spreiding: np.ndarray, gekozen: pd.DataFrame
) -> dict[str, Any]:
    """Return the row of the mean over the years that have an estimate of their own."""
    gemiddeld = binnen.mean(axis=1)
    fout = float(gemiddelde_fout(binnen)[0])
    sd = float(np.sqrt((spreiding**2).mean()))
    return {
        "meting": ALLE_JAREN,
        "jaar": None,
        "drietal": "",
        "fout_var": gemiddeld[0],
        **dict(zip(("var_laag", "var_hoog"), np.nanquantile(gemiddeld[1:], INTERVAL), strict=True)),
        "fout_sd": np.sqrt(fout),
        "geleend": False,
        "n_drietallen": binnen.shape[1],
        "drietal_min": binnen[0].min(),
        "drietal_max": binnen[0].max(),
        "botsing": None,
        "afwijkend": None,
        **_betrouwbaarheid(fout, sd, float(np.sqrt(gekozen.var().mean()))),
    }


def _betrouwbaarheid(variantie: float, sd: float, sd_selectie: float) -> dict[str, float]:
    return {
        "betrouwbaarheid": 1 - variantie / sd**2,
        "betrouwbaarheid_selectie": 1 - variantie / sd_selectie**2 if sd_selectie > 0 else np.nan,
    }


def _met_grenzen(tabel: pd.DataFrame, spreiding: np.ndarray) -> pd.DataFrame:
    """Return the table with the bounds of the error and of the reliability.

    A year that borrows has the bounds of the mean.
    """
    sd = np.append(spreiding, np.sqrt((spreiding**2).mean()))
    laag, hoog = (
        tabel[naam].where(~tabel["geleend"], tabel[naam].iloc[-1]).clip(lower=0)
        for naam in ("var_laag", "var_hoog")
    )
    met = tabel.assign(
        ci_laag=np.sqrt(laag),
        ci_hoog=np.sqrt(hoog),
        betrouwbaarheid_laag=1 - hoog / sd**2,
        betrouwbaarheid_hoog=1 - laag / sd**2,
    )
    return met[KOLOMMEN]
