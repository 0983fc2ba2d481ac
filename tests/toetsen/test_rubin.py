"""Rubin's rules: by hand, from manuals, and against the formulas of mice."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from hulp import gaten
from leefbaarheid.toetsen.rubin import rubin


@pytest.fixture(scope="module")
def mice() -> dict:
    return gaten.mice()


def test_rubin_met_de_hand():
    """Estimates 1, 2, 3 with variance 1: between 1, total 1 + 4/3 = 7/3, lambda 4/7, r 4/3.

    Old df 2 (7/4)^2 = 49/8; observed df (11/13) 10 (3/7) = 330/91; together 1/(8/49 + 91/330).
    fmi (4/3 + 2/(49/8 + 3)) / (7/3).
    """
    uit = rubin(np.array([[1.0], [2], [3]]), np.ones((3, 1)), 10).iloc[0]
    vg = 1 / (8 / 49 + 91 / 330)
    se = np.sqrt(7 / 3)
    assert uit["coef"] == pytest.approx(2)
    assert uit["se"] == pytest.approx(se)
    assert uit["vrijheidsgraden"] == pytest.approx(vg)
    assert uit["toename_variantie"] == pytest.approx(4 / 3)
    assert uit["fmi"] == pytest.approx((4 / 3 + 2 / (49 / 8 + 3)) / (7 / 3))
    assert uit["p"] == pytest.approx(2 * stats.t.sf(2 / se, vg))
    assert uit["ci_hoog"] == pytest.approx(2 + stats.t.ppf(0.975, vg) * se)


def test_vrijheidsgraden_uit_de_handleiding_van_sas():
    """SAS/STAT, The MIANALYZE Procedure: five imputations with r = 10% have 484 degrees of freedom.

    ("Combining Inferences from Imputed Data Sets": 4 (1 + 1/0.1)^2 for infinite complete-data df.)
    """
    b = 0.1 / 1.2
    coef = np.sqrt(b / 2.5) * np.array([[-2.0], [-1], [0], [1], [2]])
    uit = rubin(coef, np.ones((5, 1)), np.inf).iloc[0]
    assert uit["toename_variantie"] == pytest.approx(0.1)
    assert uit["vrijheidsgraden"] == pytest.approx(484)


def test_rubin_gelijk_aan_de_formules_van_mice(mice):
    """pool.scalar and barnard.rubin of R's mice, written another way; tolerance 1e-10 relative."""
    geval = mice["rubin"]
    uit = rubin(np.array(geval["coef"]), np.array(geval["variantie"]), geval["vg_volledig"])
    for doel, bron in (("coef", "coef"), ("se", "se"), ("vrijheidsgraden", "vrijheidsgraden")):
        np.testing.assert_allclose(uit[doel], geval["uitkomst"][bron], rtol=1e-10)
    np.testing.assert_allclose(uit["toename_variantie"], geval["uitkomst"]["r"], rtol=1e-10)


def test_zonder_verschil_tussen_imputaties_is_er_geen_ontbrekende_informatie():
    """Barnard & Rubin: the observed df is then df (df + 1) / (df + 3)."""
    uit = rubin(np.full((20, 1), 0.5), np.full((20, 1), 0.04), 35).iloc[0]
    assert uit["fmi"] == 0
    assert uit["se"] == pytest.approx(0.2)
    assert uit["vrijheidsgraden"] == pytest.approx(35 * 36 / 38)


def test_een_analyse_is_niet_samen_te_voegen():
    with pytest.raises(ValueError, match="at least two"):
        rubin(np.ones((1, 2)), np.ones((1, 2)), 10)
