"""The contextual factors of the example edition: values, empty cells and codebook."""

from __future__ import annotations

import numpy as np
import pandas as pd

from leefbaarheid.voorbeeld.voorbeeld import JAREN, N_GROOTSTE, Parameters


def maak_factoren(
    p: Parameters, wijken: pd.DataFrame, mate: np.ndarray, rng: np.random.RandomState
) -> tuple[pd.DataFrame, np.ndarray]:
    """Return the complete factors as published (rounded), and the latent urban factor."""
    n, n_gm = len(wijken), len(p.gemeenten)
    gm = wijken["gm"].to_numpy()

    def ruis(sd: float) -> np.ndarray:
        return sd * rng.standard_normal(n)

    def gemeente(sd: float) -> np.ndarray:
        trekking = rng.standard_normal(n_gm)
        return np.take(sd * (trekking - trekking.mean()) / trekking.std(), gm)

    groot = np.log(np.array([g.inwoners for g in p.gemeenten]) / 140_000.0)[gm]
    stad = 0.10 + 0.38 * groot + 0.75 * (0.5 - wijken["ring"].to_numpy()) + 1.0 * mate + ruis(0.55)
    midden = 1 - np.abs(2 * wijken["ring"].to_numpy() - 1)
    adressen = 1000 * np.exp(0.20 + 0.75 * stad + ruis(0.30))
    waarden = {
        "woz_verandering_2009_2014": -11.9 + gemeente(3.4) - 1.8 * mate + ruis(2.4),
        "werkloosheid_verandering_2008_2013": 2.7 + gemeente(0.5) + 0.9 * mate + ruis(0.7),
        "corporatie_pct_2008": np.clip(
            19.5 + gemeente(4) + 30 * mate + ruis(5) + mate * ruis(9), 0, 95
        ),
        "particuliere_huur_pct_2008": np.clip(9.5 + 4 * stad + 1.5 * mate + ruis(4), 0.5, 80),
        "bouw_1945_1974_pct_2008": np.clip(18 + 20 * midden + 11 * mate + ruis(16), 0, 97),
        "laag_inkomen_pct_2008": np.clip(
            18.3 + gemeente(1.2) + 17.5 * mate + ruis(2) + mate * ruis(4.5), 3, 75
        ),
        "dichtheid_2008": np.exp(0.05 + 0.70 * stad + ruis(0.25)),
        "stedelijkheid_2008": 5.0 - np.searchsorted((500, 1000, 1500, 2500), adressen, "right"),
    }
    tabel = pd.DataFrame({f.naam: np.round(waarden[f.naam], f.decimalen) for f in p.factoren})
    return tabel, stad + ruis(0.25)


def maak_gaten(
    p: Parameters, wijken: pd.DataFrame, factoren: pd.DataFrame, rng: np.random.RandomState
) -> tuple[pd.DataFrame, np.ndarray]:
    """Return the factors with empty cells, and which (wijk, measurement) rows exist (n x 8).

    Cells are empty at random or for a whole gemeente outside the ten biggest; years are missing
    only in wijken under `min_inwoners`, as for new housing in the real file. Neither looks at
    scores.
    """
    gaten = factoren.copy()
    for factor in p.factoren:
        leeg = rng.uniform(size=len(wijken)) < factor.leeg
        zonder = (
            N_GROOTSTE + rng.permutation(len(p.gemeenten) - N_GROOTSTE)[: factor.leeg_gemeenten]
        )
        gaten.loc[leeg | wijken["gm"].isin(zonder).to_numpy(), factor.naam] = np.nan
    bestaat = np.ones((len(wijken), len(JAREN)), dtype=bool)
    klein = np.flatnonzero(wijken["inwoners"] < p.min_inwoners)
    for i, wijk in enumerate(rng.permutation(klein)[: p.n_onvolledig]):
        if i % 4 == 3:  # one missing measurement in between
            bestaat[wijk, 1 + i % 6] = False
        else:  # built later: the first measurements are missing
            bestaat[wijk, : 2 + i % 5] = False
    return gaten, bestaat


def maak_codeboek(p: Parameters) -> pd.DataFrame:
    """Return the codebook; every row says that the figures are fictional."""
    rijen = [
        ("inwoners_2008", "Inwoners", "aantal", "2008", "omvang", "fictief; afgerond op 5"),
        ("x_rd", "Zwaartepunt x", "m", "2022", "ligging", "eigen rooster, wijst geen plek aan"),
        ("y_rd", "Zwaartepunt y", "m", "2022", "ligging", "eigen rooster, wijst geen plek aan"),
    ]
    rijen += [
        (f.naam, f.label, f.eenheid, f.peiljaar, f.concept, f.toelichting) for f in p.factoren
    ]
    tabel = pd.DataFrame(
        rijen, columns=["factor", "label", "eenheid", "peiljaar", "concept", "toelichting"]
    )
    tabel["bron"] = "Fictieve voorbeelddata (geen CBS-cijfers)"
    tabel["licentie"] = "CC BY 4.0"
    return tabel[
        ["factor", "label", "eenheid", "bron", "peiljaar", "licentie", "concept", "toelichting"]
    ]
