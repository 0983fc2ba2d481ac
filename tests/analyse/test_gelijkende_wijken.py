"""The wijken that are most alike: level and path weigh the same, and ties go by code."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from leefbaarheid.analyse.gelijkende_wijken import KOLOMMEN, beschrijving, gelijkende_wijken

JAREN = [2002, 2012, 2022]


def scores(**rijen: list[float]) -> pd.DataFrame:
    return pd.DataFrame.from_dict(rijen, orient="index", columns=JAREN)


def test_afstand_met_de_hand():
    # levels 1, 3 and paths (-1, 0, 1), (1, 0, -1): sd of the levels 1, of the paths sqrt(2/3)
    maten = beschrijving(np.array([[0.0, 1.0, 2.0], [4.0, 3.0, 2.0]]))
    assert maten[:, 0].tolist() == [1.0, 3.0]
    afstand = np.linalg.norm(maten[0] - maten[1])
    # level: 2 sd; path: root mean square 2 * sqrt(2/3), which is 2 sd
    assert afstand == pytest.approx(np.sqrt(2**2 + 2**2))


def test_de_meest_gelijkende_wijk_staat_eerst():
    tabel = scores(
        A=[4.0, 4.0, 4.0], B=[4.0, 4.0, 4.1], C=[3.0, 3.0, 3.0], D=[4.0, 3.6, 4.4], E=[5, 5, 5]
    )
    uit = gelijkende_wijken(tabel, ["A"], list("ABCDE"), 3)
    assert uit["gelijkende_wk_code"].tolist()[0] == "B"
    assert uit["rang"].tolist() == [1, 2, 3]
    assert uit["afstand"].is_monotonic_increasing
    eerste = uit.iloc[0]
    assert eerste["verschil_niveau"] == pytest.approx(0.1 / 3)
    assert eerste["verschil_verloop"] == pytest.approx(0.1 * np.sqrt(2) / 3)


def test_gelijke_afstanden_gaan_op_code():
    tabel = scores(A=[4.0, 4.0, 4.0], C=[4.1, 4.1, 4.1], B=[3.9, 3.9, 3.9], D=[3.0, 3.2, 3.4])
    assert gelijkende_wijken(tabel, ["A"], "ABCD", 2)["gelijkende_wk_code"].tolist() == ["B", "C"]


def test_wie_een_score_mist_doet_aan_geen_van_beide_kanten_mee():
    tabel = scores(A=[4, 4, 4], B=[4, np.nan, 4], C=[3, 3, 3], D=[3.5, 3.6, 3.7])
    uit = gelijkende_wijken(tabel, ["A", "B"], "ABC", 5)
    assert uit[["wk_code", "gelijkende_wk_code"]].to_numpy().tolist() == [["A", "C"]]
    leeg = gelijkende_wijken(tabel.iloc[:1], ["A"], "A", 5)
    assert list(leeg.columns) == KOLOMMEN and leeg.empty
