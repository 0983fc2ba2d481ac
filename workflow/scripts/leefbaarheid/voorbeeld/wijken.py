"""The wijken of the example edition: place, inhabitants and latent kwetsbaarheid."""

from __future__ import annotations

import numpy as np
import pandas as pd

from leefbaarheid.voorbeeld.voorbeeld import N_GROOTSTE, Parameters


def _wijkcodes(gm: np.ndarray, volgnummer: np.ndarray) -> list[str]:
    """Return codes: two letters in the biggest gemeente, digit and letter in the second."""
    codes = []
    for g, k in zip(gm.tolist(), volgnummer.tolist(), strict=True):
        if g == 0:
            einde = f"{chr(65 + k // 26)}{chr(65 + k % 26)}"
        elif g == 1:
            einde = f"{k // 26}{chr(65 + k % 26)}"
        else:
            einde = f"{k:02d}"
        codes.append(f"WK{9001 + g:04d}{einde}")
    return codes


def maak_wijken(p: Parameters, rng: np.random.RandomState) -> pd.DataFrame:
    """Return one row per wijk: gemeente, place on the grid, ring (0 = centre), inhabitants."""
    aantallen = [gemeente.wijken for gemeente in p.gemeenten]
    gm = np.repeat(np.arange(len(aantallen)), aantallen)
    ring = np.concatenate([rng.permutation(n) for n in aantallen])
    volgnummer = np.concatenate([np.arange(n) for n in aantallen])
    n_gm = np.array(aantallen)[gm]

    plek = rng.permutation(64)[: len(aantallen)]
    x_gm = 25_000 + 28_000.0 * (plek % 8) + rng.uniform(-5000, 5000, len(aantallen))
    y_gm = 325_000 + 34_000.0 * (plek // 8) + rng.uniform(-6000, 6000, len(aantallen))
    straal = 950.0 * np.sqrt(ring + rng.uniform(0, 0.6, len(gm)))
    hoek = 2.399963 * ring + rng.uniform(-0.25, 0.25, len(gm))

    ruw = np.exp(0.65 * rng.standard_normal(len(gm)))
    totaal = np.array([gemeente.inwoners for gemeente in p.gemeenten], dtype=float)
    inwoners = ruw / np.bincount(gm, ruw)[gm] * totaal[gm]

    return pd.DataFrame(
        {
            "gm": gm,
            "wk_code": _wijkcodes(gm, volgnummer),
            "ring": ring / np.maximum(n_gm - 1, 1),
            "inwoners": np.maximum(5 * np.round(inwoners / 5), 5),
            "x": np.round(x_gm[gm] + straal * np.cos(hoek)),
            "y": np.round(y_gm[gm] + straal * np.sin(hoek)),
        }
    )


def kwetsbaarheid(p: Parameters, gm: np.ndarray, rng: np.random.RandomState) -> np.ndarray:
    """Return the latent kwetsbaarheid per wijk: around 0, and 0.5 to 1.2 where it is high."""
    kans = np.clip(p.kans_kwetsbaar * np.exp(0.4 * rng.standard_normal(len(p.gemeenten))), 0, 0.6)
    hoog = np.zeros(len(gm))
    begin = 0
    for g, gemeente in enumerate(p.gemeenten):
        if gemeente.inwoners < p.min_inwoners_gemeente:
            kans[g] = p.kans_klein
        elif g < N_GROOTSTE:
            kans[g] = max(kans[g], p.kans_grootste)
        kans[g] = p.kans_eigen.get(gemeente.naam, kans[g])
        aantal = round(kans[g] * gemeente.wijken)
        hoog[begin + rng.permutation(gemeente.wijken)[:aantal]] = 1.0
        begin += gemeente.wijken
    mate = rng.uniform(0.50, 1.20, len(gm))
    return hoog * mate + 0.12 * rng.standard_normal(len(gm))


def lege_wijken(p: Parameters, wijken: pd.DataFrame, rng: np.random.RandomState) -> pd.DataFrame:
    """Return extra wijken (work areas, hardly inhabited) that are in the context table only."""
    gm = np.sort(rng.permutation(len(p.gemeenten))[: p.n_leeg])
    eerste = np.searchsorted(wijken["gm"], gm)
    return pd.DataFrame(
        {
            "gm": gm,
            "wk_code": [f"WK{9001 + g:04d}{'ZZ' if g < 2 else '99'}" for g in gm.tolist()],
            "wk_naam": "Bedrijventerrein Rand",
            "inwoners": 5.0 * rng.randint(0, 12, p.n_leeg),
            "x": wijken["x"].to_numpy()[eerste] + 4000.0,
            "y": wijken["y"].to_numpy()[eerste] + 4000.0,
        }
    )
