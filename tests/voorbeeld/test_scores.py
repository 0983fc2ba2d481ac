"""The scores: dimensions add up, and gemeenten share a part of the change."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from leefbaarheid.voorbeeld.simulatie import VoorbeeldData
from leefbaarheid.voorbeeld.voorbeeld import AFW_BASIS, DIMENSIE_JAREN, DIMENSIES, JAREN, Parameters

P = Parameters()


def test_dimensies_tellen_op_tot_afw_en_bestaan_alleen_in_hun_jaren(data: VoorbeeldData):
    tabel = data.leefbaarometer
    met = tabel["jaar"].isin([2014, 2018, 2020, 2022])
    som = tabel.loc[met, list(DIMENSIES)].sum(axis=1, skipna=False)
    assert (som - tabel.loc[met, "afw"]).abs().max() < 1e-9
    assert tabel.loc[~met, list(DIMENSIES)].isna().all(axis=None)


def test_ladingen_van_dimensies_heffen_elkaar_op():
    delen = P.dimensies.values()
    assert sum(d.aandeel for d in delen) == pytest.approx(1)
    assert sum(d.stedelijk for d in delen) == pytest.approx(0, abs=1e-12)
    assert sum(d.kwetsbaar for d in delen) == pytest.approx(0, abs=1e-12)
    assert np.sum([d.overig for d in delen], axis=0) == pytest.approx([0, 0, 0], abs=1e-12)
    for j, jaar in enumerate(DIMENSIE_JAREN):
        landelijk = P.gemiddelden[JAREN.index(jaar)] - AFW_BASIS
        assert sum(d.gemiddelde[j] for d in delen) == pytest.approx(landelijk, abs=1e-4)


def test_gemeenten_delen_een_deel_van_de_verandering(data: VoorbeeldData, scores: pd.DataFrame):
    """Residual intraclass correlation by gemeente, as in the real file (about 0.04 to 0.16)."""
    gemeente = data.context.set_index("wk_code").loc[scores.index, "gm_code"]
    for van, tot in pairwise(JAREN):
        groepen = (scores[tot] - scores[van]).dropna().groupby(gemeente)
        n, k = groepen.count(), groepen.ngroups
        binnen = (groepen.var() * (n - 1)).sum() / (n.sum() - k)
        totaal = (n * groepen.mean()).sum() / n.sum()
        tussen = (n * (groepen.mean() - totaal) ** 2).sum() / (k - 1)
        n0 = (n.sum() - (n**2).sum() / n.sum()) / (k - 1)
        sigma = (tussen - binnen) / n0
        assert 0.02 <= sigma / (sigma + binnen) <= 0.25, (van, tot)
