"""Columns of two scales are found, and skewed columns are left alone."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leefbaarheid.data.cellen import naar_getallen
from leefbaarheid.data.schaal import duizendvoud


def gevonden(cellen: list[str]) -> list[str]:
    masker = duizendvoud(cellen, naar_getallen(cellen)[0])
    return [] if masker is None else [c for c, m in zip(cellen, masker, strict=True) if m]


DICHTHEID = [f"{x:.3f}" for x in np.random.default_rng(7).lognormal(0.2, 0.6, 200)]
GROOT = [f"{cel.replace('.', '').lstrip('0')}" for cel in DICHTHEID]


@pytest.mark.parametrize(
    ("cellen", "groot"),
    [
        (["0.981", "1261", "5003", "0.148"], ["1261", "5003"]),
        (["1.261", "1261", "2.5", "0.3"], ["1261"]),
        (["26580", "26.580", "12345", "13100"], ["26580", "12345", "13100"]),
        (["0.981", "799", "1261", "5003"], ["799", "1261", "5003"]),
        (["0.98", "1.2", "2.455", "799"], ["799"]),
        (["244", "244000", "310", "298000", "NA"], ["244000", "298000"]),
        (["244.5", "310000", "298.1"], ["310000"]),
        (["-1.261", "-1261", "0.4"], ["-1261"]),
        (["1200", "1.200", "900"], ["1200", "900"]),
        (["0", "0", "1.261", "1261"], ["1261"]),
        (["0.5", "1.25", "981", "1261", "0"], ["981", "1261"]),
    ],
)
def test_two_scales(cellen, groot):
    assert gevonden(cellen) == groot


@pytest.mark.parametrize(
    "cellen",
    [
        ["12.5", "40", "100", "0"],
        ["1200", "873.4", "900.25", "15000"],
        ["0.3", "5", "48.25", "310", "2600", "18000"],
        ["1", "2", "3", "4", "5"],
        ["1.261", "0.981", "5.003", "2.000"],
        ["100000", "276860", "154324.4"],
        ["233821.0", "1015.0"],
        ["0", "0", "0", "25000"],
        ["NA", "", "."],
        ["0.125", "0.25", "3000"],
    ],
)
def test_one_scale(cellen):
    """In the last, 3 000 is far above the rest, but 3 would be as well."""
    assert gevonden(cellen) == []


@pytest.mark.traag
@given(st.lists(st.booleans(), min_size=200, max_size=200).filter(lambda m: 0 < sum(m) < 200))
def test_any_part_of_which_all_that_begins_with_zero_is_converted_too_is_found(om):
    """Densities as the pipeline's own example writes them: three decimals."""
    rijen = zip(GROOT, DICHTHEID, om, strict=True)
    gekozen = [groot if zo else klein for groot, klein, zo in rijen]
    assert gevonden(gekozen) == [c for c in gekozen if "." not in c]


@pytest.mark.traag
@given(st.lists(st.booleans(), min_size=200, max_size=200).filter(lambda m: 0 < sum(m) < 200))
def test_any_part_that_a_dutch_excel_converts_is_found(om):
    """From one cell to all but one."""
    rijen = zip(GROOT, DICHTHEID, om, strict=True)
    gekozen = [groot if zo and not klein.startswith("0") else klein for groot, klein, zo in rijen]
    verwacht = [c for c in gekozen if "." not in c]
    if verwacht:
        assert gevonden(gekozen) == verwacht


@pytest.mark.traag
@given(st.integers(0, 199))
def test_one_cell_of_a_column_is_found(plek):
    cellen = [*DICHTHEID[:plek], "1261", *DICHTHEID[plek + 1 :]]
    assert gevonden(cellen) == ["1261"]
    cellen = ["1.261" if i == plek else str(1000 + 13 * i) for i in range(200)]
    assert len(gevonden(cellen)) == 199


@pytest.mark.traag
@given(st.integers(0, 10**6), st.floats(0.2, 2.0), st.integers(0, 3))
def test_a_skewed_column_of_one_scale_is_left_alone(zaad, breedte, decimalen):
    """House values, densities and distances run over three decades without a gap."""
    getallen = np.random.default_rng(zaad).lognormal(5, breedte, 300)
    assert gevonden([f"{g:.{decimalen}f}" for g in getallen]) == []
