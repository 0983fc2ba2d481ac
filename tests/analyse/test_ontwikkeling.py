"""Shares fallen, stagnated and risen, by wijk and by inhabitant."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from hulp.ontwikkeling import WIJKEN
from leefbaarheid.analyse.ontwikkeling import (
    gemiddelden,
    groepen,
    ontwikkeling,
    richting,
)


def rij(uit, groep, van=2012, tot=2014):
    return uit.set_index(["van", "tot", "groep"]).loc[(van, tot, groep)]


def test_groepen_zijn_selectie_overig_in_aanmerking_en_land():
    uit = groepen(WIJKEN)
    assert list(uit) == ["selectie", "overig_in_aanmerking", "land"]
    assert uit["selectie"].tolist() == [True] * 4 + [False] * 2
    assert uit["overig_in_aanmerking"].tolist() == [False] * 4 + [True, False]
    assert uit["land"].all()


def test_een_beleidslabel_is_een_groep_ook_buiten_de_selectie():
    met_label = WIJKEN.assign(label_aandachtswijk=[True, False, False, False, True, False])
    uit = groepen(met_label)["label_aandachtswijk"]
    assert uit.tolist() == [True, False, False, False, True, False]  # e is not selected


def test_richting_op_de_marge_is_stagnatie():
    verandering = pd.Series([-0.021, 3.90 - 3.92, 3.74 - 3.76, 0.0, 3.92 - 3.90, 0.021, None])
    assert richting(verandering, 0.02).tolist() == [
        "gedaald",
        *["gestagneerd"] * 4,
        "gestegen",
        None,
    ]


def test_aandelen_per_wijk_en_per_inwoner():
    selectie = rij(ontwikkeling(WIJKEN, [(2012, 2014)], 0.02), "selectie")
    # d has no score in 2014: three wijken remain, with 1000 + 2000 + 3000 inhabitants
    assert (selectie["n"], selectie["n_inwoners"]) == (3, 6000)
    assert selectie["aandeel_gedaald"] == pytest.approx(1 / 3)
    assert selectie["aandeel_gestagneerd"] == pytest.approx(1 / 3)
    assert selectie["aandeel_gestegen"] == pytest.approx(1 / 3)
    assert selectie["gemiddelde"] == pytest.approx((-0.05 + 0 + 0.05) / 3, abs=1e-12)
    assert selectie["aandeel_gedaald_inwoners"] == pytest.approx(1000 / 6000)
    assert selectie["aandeel_gestagneerd_inwoners"] == pytest.approx(2000 / 6000)
    assert selectie["aandeel_gestegen_inwoners"] == pytest.approx(3000 / 6000)
    # (1000 x -0.05 + 3000 x 0.05) / 6000
    assert selectie["gemiddelde_inwoners"] == pytest.approx(100 / 6000)


def test_aandelen_tellen_op_tot_een_in_elke_groep_en_elk_venster():
    uit = ontwikkeling(WIJKEN, [(2008, 2012), (2012, 2014)], 0.02)
    assert len(uit) == 2 * 3
    for gewicht in ("", "_inwoners"):
        kolommen = [f"aandeel_{r}{gewicht}" for r in ("gedaald", "gestagneerd", "gestegen")]
        assert uit[kolommen].sum(axis=1).tolist() == pytest.approx([1.0] * 6)


def test_overig_en_land_hebben_hun_eigen_aandelen():
    uit = ontwikkeling(WIJKEN, [(2012, 2014)], 0.02)
    overig = rij(uit, "overig_in_aanmerking")
    assert (overig["n"], overig["aandeel_gestagneerd"]) == (1, 1.0)  # e: -0.02 is stagnation
    land = rij(uit, "land")
    assert land["n"] == 5
    assert land["aandeel_gedaald"] == pytest.approx(1 / 5)
    assert land["aandeel_gestegen_inwoners"] == pytest.approx((3000 + 6000) / 16000)


def test_zonder_marge_telt_elke_verandering():
    land = rij(ontwikkeling(WIJKEN, [(2012, 2014)], 0.0), "land")
    assert land["aandeel_gedaald"] == pytest.approx(2 / 5)  # a and e
    assert land["aandeel_gestagneerd"] == pytest.approx(1 / 5)  # b


def test_een_groep_zonder_scores_heeft_geen_aandeel_maar_ook_geen_fout():
    zonder = WIJKEN.assign(lbm_2014=[None, None, None, None, 4.0, 4.2])
    selectie = rij(ontwikkeling(zonder, [(2012, 2014)], 0.02), "selectie")
    assert (selectie["n"], selectie["n_inwoners"]) == (0, 0)
    assert math.isnan(selectie["aandeel_gedaald"])
    assert math.isnan(selectie["gemiddelde_inwoners"])


def test_gemiddelden_per_groep_en_per_cluster_van_de_selectie():
    uit = gemiddelden(WIJKEN, [2012, 2014]).set_index(["groep", "cluster", "jaar"])
    selectie = uit.loc[("selectie", "", 2014)]
    assert selectie["n"] == 3
    assert selectie["gemiddelde"] == pytest.approx((3.85 + 3.80 + 3.85) / 3)
    # distances to the mean 3.8333: 1/60, -1/30, 1/60; sum of squares 1/600; over n - 1
    assert selectie["sd"] == pytest.approx(math.sqrt(1 / 600 / 2))
    # f is Terugval but not selected
    terugval = uit.loc[("selectie", "Terugval", 2012)]
    assert (terugval["n"], terugval["gemiddelde"]) == (2, pytest.approx(3.85))
    assert uit.loc[("land", "", 2014), "n"] == 5
