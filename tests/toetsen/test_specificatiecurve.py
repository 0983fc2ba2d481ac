"""The specification curve as a whole: its tables and its settings."""

from __future__ import annotations

import pandas as pd
import pytest

from hulp.specificaties import (
    curve,
    maak_data,
)
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.toetsen import specificatiecurve as sc


@pytest.fixture(scope="module")
def data() -> tuple[pd.DataFrame, pd.DataFrame]:
    return maak_data()


@pytest.fixture(scope="module")
def uit(data) -> sc.Curve:
    return curve(*data)


@pytest.mark.traag
def test_tabel_heeft_elke_specificatie_een_keer(uit):
    sleutel = sc.KOLOMMEN_SPECIFICATIES[:9]
    # 16 samples, weights and estimators per sample, 5 forms, 3 factors with 4 sets
    assert len(uit.specificaties) == 2 * 16 * 5 * 3 * 4
    assert not uit.specificaties.duplicated(sleutel).any()
    assert uit.specificaties.groupby("factor")["hoofdspecificatie"].sum().eq(1).all()


@pytest.mark.traag
def test_focale_factoren_kiezen_alleen_welke_curve_er_is(data, uit):
    deel = curve(*data, focale_factoren=["inkomen"])
    heel = uit.specificaties[uit.specificaties["factor"] == "inkomen"].reset_index(drop=True)
    pd.testing.assert_frame_equal(deel.specificaties, heel, check_exact=True)
    assert set(deel.toets["factor"]) == {"inkomen"}


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"focale_factoren": ["corporatei"]}, "corporatie"),
        ({"focale_factoren": []}, "geen factor"),
        ({"trekkingen": 50}, "ten minste 99"),
    ],
)
def test_verkeerde_instelling_geeft_een_duidelijke_melding(data, anders, melding):
    with pytest.raises(InvoerFout, match=melding):
        curve(*data, **anders)
