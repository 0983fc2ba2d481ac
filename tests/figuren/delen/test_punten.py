"""Of thousands of points a part is drawn, spread as the whole, and the key says so."""

from __future__ import annotations

import numpy as np
import pandas as pd

from leefbaarheid.figuren.delen.punten import dun_uit, zoveelste


def test_weinig_punten_blijven_wat_zij_zijn():
    tabel = pd.DataFrame({"x": [3.0, 1.0, 2.0]})
    deel, stap = dun_uit(tabel, "x", 3)
    assert deel is tabel and stap == 1
    assert zoveelste("wijk", 1) == "wijk"


def test_van_veel_punten_blijft_een_deel_dat_ligt_als_het_geheel():
    rng = np.random.default_rng(1)
    tabel = pd.DataFrame({"x": rng.normal(size=12_000)})
    deel, stap = dun_uit(tabel, "x", 1500)
    assert (len(deel), stap) == (1500, 8)
    assert deel.index.is_monotonic_increasing
    for kans in (0.05, 0.5, 0.95):
        assert abs(deel["x"].quantile(kans) - tabel["x"].quantile(kans)) < 0.01
    assert zoveelste("wijk", stap) == "wijk (één op de 8 getekend)"
