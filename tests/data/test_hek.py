"""The fence stands far out, and does not move with what is beyond it."""

from __future__ import annotations

import numpy as np
import pytest

from leefbaarheid.data.hek import hek


def test_ten_times_the_middle_half_beyond_the_quartiles():
    """The quartiles of -50..50 are -25 and 25, so the fence is at 525 on both sides."""
    assert hek(np.arange(-50.0, 51.0)) == (-525, 525)


def test_a_column_without_negative_values_has_to_be_far_on_the_log_scale_too():
    """Quartiles 99 and 9 999: on the log scale (log 1+x) 1.5 times log 100 above log 10 000."""
    waarden = np.expm1(np.log([10.0] * 5 + [100.0] * 10 + [10_000.0] * 10 + [90_000.0] * 5))
    laag, hoog = hek(waarden)
    assert hoog == pytest.approx(10_000 * 100**1.5 - 1)
    assert laag == pytest.approx(99 - 10 * 9_900)


@pytest.mark.parametrize("buiten", [1e6, 1e300, -9999.0])
def test_what_is_beyond_the_fence_does_not_move_it(buiten):
    waarden = np.append(np.linspace(-10, 40, 200), buiten)
    laag, hoog = hek(waarden)
    assert (buiten < laag) or (buiten > hoog)
    assert hek(waarden[:-1]) == pytest.approx((laag, hoog), rel=0.05)


def test_few_values_and_constant_columns_have_no_fence():
    assert hek(np.arange(19.0)) == (-np.inf, np.inf)
    assert hek(np.full(100, 3.0)) == (-np.inf, np.inf)
    assert hek(np.array([np.nan] * 90 + [1.0, 2.0])) == (-np.inf, np.inf)


def test_mostly_zero_uses_the_middle_nine_tenths():
    laag, hoog = hek(np.array([0.0] * 160 + [5.0] * 40))
    assert laag == -50
    assert hoog == pytest.approx(6**2.5 - 1)  # 1.5 times log 6 above log 6
