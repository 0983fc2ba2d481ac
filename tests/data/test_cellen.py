"""Which cells are a number, a missing value, or neither."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from leefbaarheid.basis.gebied import GM_PATROON
from leefbaarheid.data.cellen import (
    is_decimale_komma,
    is_getal,
    naam_of_code,
    naar_getallen,
    past,
)


@pytest.mark.parametrize("cel", ["4.13", "4", ".5", "-1e-05", "+2."])
def test_a_number_has_a_decimal_point(cel):
    assert is_getal(cel)
    assert not is_decimale_komma(cel)


@pytest.mark.parametrize("cel", ["nan", "inf", "1_0", "4,13", "", "\u0664", "4.1 "])
def test_python_would_call_it_a_number_but_a_csv_does_not(cel):
    assert not is_getal(cel)


def test_what_is_missing_is_not_unreadable():
    getallen, onleesbaar = naar_getallen(["4.13", "NA", "", ".", "x", "1e999"])
    np.testing.assert_array_equal(getallen, [4.13] + [np.nan] * 5)
    assert onleesbaar.tolist() == [False, False, False, False, True, True]


@pytest.mark.parametrize(
    "cel", [".", "-99990", "-99995", "-99997", "-99997.0", "-99998", "-99999", "-99999999"]
)
def test_the_official_codes_are_missing(cel):
    getallen, onleesbaar = naar_getallen([cel])
    assert np.isnan(getallen).all() and not onleesbaar.any()


@pytest.mark.parametrize("cel", ["-9999", "-999", "-99", "-9999999", "99997", "-99997.5", "-1"])
def test_another_code_is_a_number_until_its_column_says_no(cel):
    assert naar_getallen([cel])[0].tolist() == [float(cel)]


def test_a_missing_name_is_the_code():
    cellen = pd.DataFrame({"code": ["A", "B", "C"], "naam": ["Dorp", "NA", ""]})
    assert naam_of_code(cellen, "naam", "code").tolist() == ["Dorp", "B", "C"]
    assert naam_of_code(cellen, "ontbreekt", "code").tolist() == ["A", "B", "C"]


def test_a_pattern_fits_a_whole_cell():
    assert past(["GM0014", "GM00145", "x GM0014"], GM_PATROON).tolist() == [True, False, False]
