"""Products per gemeente: the jackknife, and columns that fix one another."""

from __future__ import annotations

import numpy as np
import pytest

from hulp.gemeenten import TERMEN, maak_data, producten
from leefbaarheid.basis.fouten import InvoerFout


@pytest.fixture
def data():
    return maak_data()


@pytest.mark.traag
def test_jackknife_is_opnieuw_schatten(data):
    """Without one gemeente, by least squares on the other wijken; 1e-9 relative."""
    loo = producten(data).jackknife
    for rij, code in zip(loo, sorted(data["gm_code"].unique()), strict=True):
        rest = data[data["gm_code"] != code]
        opnieuw = np.linalg.lstsq(rest[TERMEN].to_numpy(), rest["lbm_2014"], rcond=None)[0]
        assert rij == pytest.approx(opnieuw, rel=1e-9)


def test_collineaire_kolommen_geven_een_melding(data):
    with pytest.raises(InvoerFout, match="collineair"):
        producten(data.assign(kopie=data["corporatie_pct"] * 3), [*TERMEN, "kopie"])
