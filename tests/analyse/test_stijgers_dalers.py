"""Stijgers en dalers: who takes part, the order, ties, and one pair per gemeente."""

from __future__ import annotations

import pandas as pd
import pytest

from leefbaarheid.analyse.stijgers_dalers import kandidaatparen, rangschik

KOLOMMEN = ["wk_code", "gm_code", "in_aanmerking", "klasse_2012", "lbm_2012", "lbm_2016"]


def wijken(*rijen):
    tabel = pd.DataFrame(rijen, columns=KOLOMMEN)
    tabel["klasse_2012"] = tabel["klasse_2012"].astype("Int64")
    return tabel.assign(
        wk_naam=tabel["wk_code"].str[-2:],
        gm_naam=tabel["gm_code"].map({"GM9001": "Astad", "GM9002": "Bedorp", "GM9003": "Cehaven"}),
        inwoners=1000.0,
        in_selectie=True,
    )


def rangen(*rijen):
    return rangschik(wijken(*rijen), 2012, 2016, [3, 4], delta=0.02, se_verschil=0.02)


def test_alleen_zwakke_wijken_die_in_aanmerking_komen_en_beide_scores_hebben():
    lijst = rangen(
        ("WK900101", "GM9001", True, 3, 3.80, 3.85),
        ("WK900102", "GM9001", True, 4, 3.90, 3.85),
        ("WK900103", "GM9001", True, 5, 3.95, 4.20),  # not weak
        ("WK900104", "GM9001", True, 2, 3.70, 3.90),  # weaker than the search rule says
        ("WK900105", "GM9001", False, 3, 3.80, 4.00),  # not eligible
        ("WK900106", "GM9001", True, 3, 3.80, None),  # no second score
        ("WK900107", "GM9001", True, None, None, 3.90),  # no first score, so no class
    )
    assert lijst["wk_code"].tolist() == ["WK900101", "WK900102"]
    assert lijst["verandering"].tolist() == pytest.approx([0.05, -0.05])
    assert lijst.columns[0] == "rang"


def test_de_grootste_stijging_staat_boven_en_de_grootste_daling_onder():
    lijst = rangen(
        ("WK900101", "GM9001", True, 3, 3.80, 3.80),
        ("WK900102", "GM9001", True, 3, 3.80, 3.70),
        ("WK900103", "GM9001", True, 3, 3.80, 3.95),
    )
    assert lijst["wk_code"].tolist() == ["WK900103", "WK900101", "WK900102"]
    assert lijst["rang"].tolist() == [1, 2, 3]


def test_bij_gelijke_verandering_beslist_de_code_en_niet_de_binaire_ruis():
    assert 3.80 - 3.70 < 3.90 - 3.80  # equal on paper, not in binary
    lijst = rangen(
        ("WK900102", "GM9001", True, 3, 3.80, 3.90),
        ("WK900101", "GM9001", True, 3, 3.70, 3.80),
    )
    assert lijst["wk_code"].tolist() == ["WK900101", "WK900102"]


PAREN = (
    ("WK900101", "GM9001", True, 3, 3.80, 3.85),  # +0.05
    ("WK900102", "GM9001", True, 3, 3.80, 3.90),  # +0.10: the riser
    ("WK900103", "GM9001", True, 3, 3.80, 3.77),  # -0.03
    ("WK900104", "GM9001", True, 3, 3.80, 3.75),  # -0.05: the faller
    ("WK900201", "GM9002", True, 3, 3.80, 4.00),  # +0.20
    ("WK900202", "GM9002", True, 3, 3.80, 3.70),  # -0.10
    ("WK900301", "GM9003", True, 3, 3.80, 3.90),  # a riser only
)


def test_buiten_twijfel_is_meer_dan_de_marge_plus_wat_meetfouten_doen():
    # 0.02 + 1.96 x 0.02 = 0.0592
    lijst = rangen(
        ("WK900101", "GM9001", True, 3, 3.80, 3.8593),
        ("WK900102", "GM9001", True, 3, 3.80, 3.8591),
        ("WK900103", "GM9001", True, 3, 3.80, 3.74),
    )
    assert lijst["buiten_twijfel"].tolist() == [True, False, True]
    paar = kandidaatparen(lijst, 0.02).iloc[0]
    assert (paar["buiten_twijfel_stijger"], paar["buiten_twijfel_daler"]) == (True, True)


def test_een_paar_is_de_sterkste_stijger_en_de_sterkste_daler_van_een_gemeente():
    paren = kandidaatparen(rangen(*PAREN), 0.02)
    assert paren["gm_naam"].tolist() == ["Bedorp", "Astad"]  # largest difference first
    astad = paren.set_index("gm_code").loc["GM9001"]
    assert (astad["wk_code_stijger"], astad["wk_code_daler"]) == ("WK900102", "WK900104")
    assert (astad["wk_naam_stijger"], astad["wk_naam_daler"]) == ("02", "04")
    assert astad["verschil"] == pytest.approx(0.10 + 0.05)
    assert paren["verschil"].tolist() == pytest.approx([0.30, 0.15])


def test_gelijke_verschillen_staan_op_volgorde_van_gemeentecode():
    paren = kandidaatparen(
        rangen(
            ("WK900201", "GM9002", True, 3, 3.80, 3.90),
            ("WK900202", "GM9002", True, 3, 3.80, 3.70),
            ("WK900101", "GM9001", True, 3, 3.70, 3.80),
            ("WK900102", "GM9001", True, 3, 3.90, 3.80),
        ),
        0.02,
    )
    assert paren["gm_code"].tolist() == ["GM9001", "GM9002"]


def test_bij_gelijke_stijgers_en_gelijke_dalers_telt_de_laagste_code():
    paren = kandidaatparen(
        rangen(
            ("WK900104", "GM9001", True, 3, 3.80, 3.70),
            ("WK900103", "GM9001", True, 3, 3.90, 3.80),
            ("WK900102", "GM9001", True, 3, 3.80, 3.90),
            ("WK900101", "GM9001", True, 3, 3.70, 3.80),
        ),
        0.02,
    )
    assert paren["wk_code_stijger"].tolist() == ["WK900101"]
    assert paren["wk_code_daler"].tolist() == ["WK900103"]


@pytest.mark.parametrize(
    ("stijger", "daler", "delta", "paren"),
    [
        ((3.90, 3.92), (3.80, 3.70), 0.02, 0),  # exactly the margin is no clear rise
        ((3.80, 3.90), (3.76, 3.74), 0.02, 0),  # nor a clear fall
        ((3.90, 3.92), (3.76, 3.74), 0.01, 1),
    ],
)
def test_een_verandering_van_precies_de_marge_is_geen_duidelijke_ontwikkeling(
    stijger, daler, delta, paren
):
    lijst = rangen(
        ("WK900101", "GM9001", True, 3, *stijger), ("WK900102", "GM9001", True, 3, *daler)
    )
    assert len(kandidaatparen(lijst, delta)) == paren


def test_zonder_paren_is_de_tabel_leeg_maar_heeft_zij_haar_kolommen():
    paren = kandidaatparen(rangen(("WK900301", "GM9003", True, 3, 3.80, 3.90)), 0.02)
    assert paren.empty
    assert {"gm_naam", "wk_naam_stijger", "verandering_daler", "verschil"} <= set(paren.columns)
    leeg = rangen(("WK900101", "GM9001", True, 9, 4.50, 4.60))
    assert leeg.empty
    assert kandidaatparen(leeg, 0.02).empty
