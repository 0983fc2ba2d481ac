"""Fictional wijken for the specification curve, and its estimates written out once more."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from leefbaarheid.analyse.ontwerp import STEEKPROEVEN
from leefbaarheid.toetsen import specificatiecurve as sc
from leefbaarheid.toetsen import specificatierooster as sr

FACTOREN = ["corporatie", "woz", "inkomen"]
BLOK = {
    "vensters": [[2002, 2008], [2012, 2014]],
    "hoofdvenster": [2012, 2014],
    "modellen": ["verandering", "ancova", "basismeting"],
    "hoofdmodel": "ancova",
    "steekproeven": ["selectie", "in_aanmerking"],
}
KLEIN = BLOK | {"vensters": [[2012, 2014]], "steekproeven": ["selectie"]}


def maak_data(
    n_gemeenten: int = 20, zaad: int = 1, effect: float = -0.03
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Fictional wijken in unequal gemeenten; `corporatie` has an effect on the score of 2014."""
    rng = np.random.default_rng(zaad)
    gemeente = np.repeat(np.arange(n_gemeenten), rng.integers(4, 9, n_gemeenten))
    n = len(gemeente)
    u = rng.normal(size=(n_gemeenten, 4))[gemeente]
    x = rng.normal(size=(n, 3)) + 0.5 * rng.normal(size=(n_gemeenten, 3))[gemeente]
    x[:, 2] += 0.6 * x[:, 0]
    score = 3.9 + 0.05 * rng.normal(size=n)
    scores = []
    for k in range(4):
        score = score + 0.03 * rng.normal(size=n) + 0.015 * u[:, k] + (k == 3) * effect * x[:, 0]
        scores.append(score)
    codes = [f"WK{g:04d}{i:02d}" for i, g in enumerate(gemeente)]
    wijken = pd.DataFrame(
        {
            "wk_code": codes,
            "gm_code": [f"GM{g:04d}" for g in gemeente],
            "gm_naam": [f"Gemeente {g}" for g in gemeente],
            "inwoners": rng.integers(1_000, 9_000, n).astype(float),
            "in_selectie": rng.random(n) < 0.75,
            "in_aanmerking": True,
            **{f"lbm_{j}": s for j, s in zip((2002, 2008, 2012, 2014), scores, strict=True)},
        }
    )
    context = pd.DataFrame(x * [14, 5, 3] + [40, -12, 30], columns=FACTOREN)
    return wijken, context.assign(wk_code=codes)


def curve(
    wijken: pd.DataFrame,
    context: pd.DataFrame,
    factoren: list[str] = FACTOREN,
    blok: dict[str, Any] = BLOK,
    **anders: Any,
) -> sc.Curve:
    """Return the curve with few draws; `anders` are arguments of `specificatiecurve`."""
    vast = {"basisjaar": 2002, "trekkingen": 99, "zaad": 5}
    return sc.specificatiecurve(
        wijken, context, factoren=factoren, regressie=blok, **(vast | anders)
    )


def kies(tabel: pd.DataFrame, **keuzes: Any) -> pd.Series:
    """Return the one specification with these choices; the others are the plain ones."""
    vast = {"beperking": "geen", "gewicht": "geen", "schatter": "ols", "steekproef": "selectie"}
    for kolom, waarde in (vast | keuzes).items():
        tabel = tabel[tabel[kolom] == waarde]
    assert len(tabel) == 1
    return tabel.iloc[0]


def ongeldig(uit: sc.Curve) -> pd.DataFrame:
    """Return the specifications that could not be estimated."""
    return uit.specificaties[uit.specificaties["reden"] != ""]


def steekproef_van(tabel: pd.DataFrame, keuze: sr.Vakkeuze, minimum: float = 2_500) -> pd.DataFrame:
    """Return the wijken of a vak, written out once more."""
    deel = tabel[tabel[STEEKPROEVEN[keuze.steekproef]]]
    if keuze.beperking == "zonder_grootste":
        deel = deel[deel["gm_code"] != deel["gm_code"].value_counts().sort_index().idxmax()]
    if keuze.beperking == "zonder_vier_grootste":
        vier = tabel.groupby("gm_code")["inwoners"].sum().nlargest(4).index
        deel = deel[~deel["gm_code"].isin(vier)]
    if keuze.beperking == "min_inwoners":
        deel = deel[deel["inwoners"] >= minimum]
    if keuze.schatter == "gemeente_effecten":
        deel = deel[deel.groupby("gm_code")["gm_code"].transform("size") > 1]
    return deel


def naief_ontwerp(
    tabel: pd.DataFrame, keuze: sr.Vakkeuze, vorm: sr.Vorm, paar: sr.Paar
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return X, y (times the root of the weights) and gemeente; the focal factor comes first."""
    deel = steekproef_van(tabel, keuze)
    X = deel[[paar.factor, *(f for f in paar.factoren if f != paar.factor)]].to_numpy()
    if keuze.schatter == "gemeente_effecten":
        X = np.column_stack([X, pd.get_dummies(deel["gm_code"]).to_numpy(float)])
    else:
        X = np.column_stack([X, np.ones(len(X))])
    begin = {"ancova": vorm.van, "basismeting": 2002}.get(vorm.model)
    if begin:
        X = np.column_stack([X, deel[f"lbm_{begin}"]])
    y = deel[f"lbm_{vorm.tot}"] - (0 if vorm.model == "ancova" else deel[f"lbm_{vorm.van}"])
    w = np.sqrt(deel["inwoners"] if keuze.gewicht == "inwoners" else np.ones(len(deel)))
    w = w.to_numpy() if isinstance(w, pd.Series) else w
    return X * w[:, None], y.to_numpy() * w, deel["gm_code"].to_numpy()


def coef_en_crv3(
    X: np.ndarray, Y: np.ndarray, gemeente: np.ndarray
) -> tuple[np.ndarray, np.ndarray, int]:
    """Return the first coefficient and its CRV3 standard error per column of Y, by refitting.

    The jackknife leaves out each gemeente, with its own effect (by the pseudo-inverse).
    """
    b = np.linalg.lstsq(X, Y, rcond=1e-12)[0][0]
    codes = np.unique(gemeente)
    zonder = [np.linalg.lstsq(X[gemeente != g], Y[gemeente != g], rcond=1e-12)[0][0] for g in codes]
    G = len(codes)
    return b, np.sqrt((G - 1) / G * ((np.array(zonder) - b) ** 2).sum(axis=0)), G


def jackknife_residuen(X: np.ndarray, y: np.ndarray, gemeente: np.ndarray) -> np.ndarray:
    """Return the residuals of each gemeente from the fit without it, its own effect taken out."""
    uit = np.empty_like(y)
    for g in np.unique(gemeente):
        in_g = gemeente == g
        b = np.linalg.lstsq(X[~in_g], y[~in_g], rcond=1e-12)[0]
        uit[in_g] = y[in_g] - X[in_g] @ b
        eigen = ~X[~in_g].any(axis=0)  # the column of its effect, zero in all others
        if eigen.any():
            D = X[in_g][:, eigen]
            uit[in_g] -= D @ np.linalg.lstsq(D, uit[in_g])[0]
    return uit
