"""The claims of 2017 beside our shares: hand-computed, and whether their words allow them."""

from __future__ import annotations

import math

import pytest

from hulp import WORTEL
from hulp.ontwikkeling import WIJKEN
from leefbaarheid.analyse.uitspraken_2017 import (
    UITSPRAKEN,
    oordeel_over,
    uitspraken_naast_herberekening,
)
from leefbaarheid.basis.redenen.analyse import AnalyseReden


@pytest.mark.traag
def test_uitspraken_staan_naast_onze_aandelen():
    uit = uitspraken_naast_herberekening(
        WIJKEN.assign(label_aandachtswijk=[True, True, False, False, False, False]), 0.02
    )
    assert len(uit) == len(UITSPRAKEN)
    assert uit["nr"].tolist() == list(range(1, len(uit) + 1))
    assert uit["reden"].eq("").all()
    per = uit.set_index("citaat")
    daalde = per.loc["bijna 40 % van de kwetsbare wijken daalde sinds 2012"]
    assert (daalde["van"], daalde["tot"], daalde["n"]) == (2012, 2014, 3)
    assert daalde["aandeel_wijken"] == pytest.approx(1 / 3)
    assert daalde["aandeel_inwoners"] == pytest.approx(1 / 6)
    vogelaar = per.loc["70 procent van de Vogelaarwijken gaat weer achteruit"]
    assert (vogelaar["n"], vogelaar["aandeel_wijken"]) == (2, pytest.approx(1 / 2))
    assert vogelaar["aandeel_inwoners"] == pytest.approx(1000 / 3000)
    alle = per.loc["tussen 2008 en 2012 verbeterde de leefbaarheid in alle 130 wijken"]
    assert (alle["n"], alle["aandeel_wijken"], alle["oordeel"]) == (4, 1.0, "past")
    # of 6000 inhabitants with both scores 3000 live in a wijk that rose
    helft = per.loc["bijna de helft"]
    assert (helft["richting"], helft["aandeel_inwoners"]) == ("niet gestegen", pytest.approx(0.5))
    assert (helft["oordeel"], daalde["oordeel"]) == ("past", "past niet")


@pytest.mark.traag
def test_zonder_marge_staat_ernaast_maar_niet_bij_stagnatie():
    net = WIJKEN.assign(lbm_2014=[3.89, 3.79, 3.85, 3.72, 4.0, 4.2])  # -0.01 -0.01 +0.05 +0.02
    per = uitspraken_naast_herberekening(net, 0.02).set_index("citaat")
    daalde = per.loc["een derde ging tussen 2012 en 2014 achteruit"]
    assert daalde["aandeel_wijken"] == 0
    assert daalde["aandeel_wijken_zonder_marge"] == pytest.approx(2 / 4)
    assert daalde["aandeel_inwoners_zonder_marge"] == pytest.approx(3000 / 15000)
    stagneerde = per.loc["ongeveer een derde stagneerde"]
    assert stagneerde["aandeel_wijken"] == pytest.approx(3 / 4)
    assert math.isnan(stagneerde["aandeel_wijken_zonder_marge"])


@pytest.mark.traag
def test_zonder_labellijst_is_er_een_reden_in_plaats_van_een_aandeel():
    uit = uitspraken_naast_herberekening(WIJKEN, 0.02).set_index("citaat")
    vogelaar = uit.loc["70 procent van de Vogelaarwijken gaat weer achteruit"]
    assert vogelaar["reden"] == AnalyseReden.LABEL_ONBEKEND.met(label="aandachtswijk")
    assert vogelaar["n"] == 0
    assert math.isnan(vogelaar["aandeel_wijken"])
    assert vogelaar["oordeel"] == "niet te toetsen"
    assert uit["reden"].ne("").sum() == 1


@pytest.mark.traag
@pytest.mark.parametrize(
    ("weg", "jaren"),
    [(["lbm_2008"], "2008"), (["lbm_2008", "lbm_2012"], "2008 2012")],
)
def test_een_meetjaar_dat_de_editie_niet_heeft_staat_in_de_reden(weg, jaren):
    uit = uitspraken_naast_herberekening(WIJKEN.drop(columns=weg), 0.02).set_index("citaat")
    alle = uit.loc["tussen 2008 en 2012 verbeterde de leefbaarheid in alle 130 wijken"]
    assert alle["reden"] == AnalyseReden.GEEN_SCORES_IN_EDITIE.met(jaren=jaren)
    assert math.isnan(alle["aandeel_inwoners"])


@pytest.mark.traag
def test_een_groep_zonder_scores_is_niet_te_toetsen():
    label = WIJKEN.assign(label_aandachtswijk=[False, False, False, True, False, False])
    uit = uitspraken_naast_herberekening(label, 0.02).set_index("citaat")
    vogelaar = uit.loc["70 procent van de Vogelaarwijken gaat weer achteruit"]
    assert vogelaar["reden"] == AnalyseReden.GROEP_ZONDER_SCORES
    assert (vogelaar["n"], vogelaar["oordeel"]) == (0, "niet te toetsen")


NIETS = float("nan")


@pytest.mark.parametrize(
    ("met", "zonder_marge", "oordeel"),
    [
        (0.35, 0.9, "past"),
        (0.40, 0.9, "past"),
        (0.1 + 0.25 + 0.05, 0.9, "past"),  # 0.4 and a last binary digit
        (0.18, 0.39, "past zonder marge"),
        (0.18, 0.41, "past niet"),
        (0.41, NIETS, "past niet"),
        (NIETS, NIETS, "niet te toetsen"),
    ],
)
def test_een_aandeel_past_binnen_de_woorden_of_niet(met, zonder_marge, oordeel):
    assert oordeel_over(met, zonder_marge, (0.35, 0.40)) == oordeel


def test_elke_uitspraak_heeft_een_bron_in_de_literatuurlijst():
    literatuur = (WORTEL / "reports" / "literatuur.bib").read_text("utf-8")
    assert [u.bron for u in UITSPRAKEN if f"{{{u.bron}," not in literatuur] == []
    assert all(0 <= u.band[0] < u.band[1] <= 1 for u in UITSPRAKEN)
