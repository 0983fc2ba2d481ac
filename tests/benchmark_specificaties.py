"""Measure the specification curve: `python tests/benchmark_specificaties.py`.

The demand: 2 000 specifications with CRV3, jointly tested with 1 000 draws, in 30 s on two cores.
`meet` gives the seconds for one size; `main` prints a table with the growth in wijken and draws.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "workflow" / "scripts"))

from leefbaarheid.toetsen.specificatiecurve import specificatiecurve

GRENS_S = 30.0
JAREN = (2002, 2008, 2012, 2014, 2016, 2022)
REGRESSIE = {
    "vensters": [[2002, 2008], [2008, 2012], [2012, 2014], [2012, 2016], [2014, 2022]],
    "hoofdvenster": [2012, 2014],
    "modellen": ["verandering", "ancova", "basismeting"],
    "hoofdmodel": "ancova",
    "steekproeven": ["selectie", "in_aanmerking"],
}


def maak_data(n: int, n_selectie: int, n_gemeenten: int, n_factoren: int) -> tuple:
    """Return wijken, context and the factors: n fictional wijken in unequal gemeenten."""
    rng = np.random.default_rng(0)
    aandeel = 1 / np.arange(1, n_gemeenten + 1)
    gemeente = np.r_[
        np.arange(n_gemeenten),
        rng.choice(n_gemeenten, n - n_gemeenten, p=aandeel / aandeel.sum()),
    ]
    codes = [f"WK{i:06d}" for i in range(n)]
    scores = 4 + np.cumsum(0.05 * rng.normal(size=(n, len(JAREN))), axis=1)
    wijken = pd.DataFrame(scores, columns=[f"lbm_{jaar}" for jaar in JAREN]).assign(
        wk_code=codes,
        gm_code=[f"GM{g:04d}" for g in gemeente],
        gm_naam="",
        inwoners=rng.integers(1_000, 20_000, n).astype(float),
        in_selectie=rng.permutation(n) < n_selectie,
        in_aanmerking=True,
    )
    factoren = [f"factor_{k}" for k in range(n_factoren)]
    context = pd.DataFrame(rng.normal(size=(n, n_factoren)), columns=factoren)
    return wijken, context.assign(wk_code=codes), factoren


def meet(
    n: int = 850,
    n_selectie: int = 140,
    n_gemeenten: int = 38,
    n_factoren: int = 5,
    n_focaal: int = 1,
    trekkingen: int = 1_000,
) -> dict[str, float]:
    """Return seconds, number of specifications, and peak memory (MB) of the process so far."""
    wijken, context, factoren = maak_data(n, n_selectie, n_gemeenten, n_factoren)
    begin = time.perf_counter()
    uit = specificatiecurve(
        wijken,
        context,
        factoren=factoren,
        regressie=REGRESSIE,
        basisjaar=2002,
        focale_factoren=factoren[:n_focaal],
        trekkingen=trekkingen,
        zaad=1,
    )
    seconden = time.perf_counter() - begin
    piek = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    ruimst = uit.toets.groupby(["factor", "model", "statistiek"])["n_specificaties"].max()
    n_geldig = int(ruimst.sum())
    return {
        "seconden": seconden,
        "specificaties": n_geldig // 4,  # four statistics each
        "geheugen_mb": piek,
        "seconden_per_2000": seconden / (n_geldig // 4) * 2_000,
    }


def main(doel: Path | None = None) -> None:
    """Print what `meet` gives for growing problems, and write it to `doel` as JSON."""
    uit = {}
    gevallen = {
        "één factor van vijf, 850 wijken": {},
        "acht factoren, 850 wijken": {"n_factoren": 8, "n_focaal": 8},
        "één factor, 140 wijken": {"n": 140, "n_selectie": 100, "n_gemeenten": 36},
        "één factor, 1000 wijken": {"n": 1_000},
        "één factor, 3300 wijken": {"n": 3_300, "n_selectie": 500, "n_gemeenten": 60},
        "één factor, 9999 trekkingen": {"trekkingen": 9_999},
    }
    print(f"{'geval':34}{'specificaties':>14}{'tijd':>10}{'per 2000':>10}{'geheugen':>11}")
    for naam, maten in gevallen.items():
        m = uit[naam] = meet(**maten)
        over = "  OVER DE GRENS" if m["seconden_per_2000"] > GRENS_S else ""
        tijden = f"{m['seconden']:8.2f} s{m['seconden_per_2000']:8.2f} s"
        print(
            f"{naam:34}{m['specificaties']:14d}{tijden}{m['geheugen_mb']:8.0f} MB{over}", flush=True
        )

    if doel:
        doel.write_text(json.dumps(uit, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    lezer = argparse.ArgumentParser(description="Meet de specificatiecurve.")
    lezer.add_argument("--json", type=Path, help="schrijf de uitkomsten ook naar dit bestand")
    main(lezer.parse_args().json)
