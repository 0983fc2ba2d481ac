"""A small version of tests/validatie.py: twenty editions, and the table in docs is about right."""

from __future__ import annotations

import re

import pandas as pd
import pytest

import validatie
from hulp import WORTEL, echt_ontwerp
from hulp import validatieproeven as proeven

pytestmark = pytest.mark.traag

ZADEN = range(1, 21)


@pytest.fixture(scope="module")
def gedekt():
    return proeven.dekking(ZADEN, trekkingen=999)


def test_intervallen_dekken_de_waarheid(gedekt):
    """480 intervals per estimator; binomial standard deviation 1 point, wider for dependence.

    The bounds are those of the full validation (92 to 98 %) and two standard deviations more.
    """
    assert len(gedekt) == 3 * 480
    aandeel = validatie.samenvatting(gedekt, "gedekt").iloc[0]
    for schatter in ("crv3", "wcr"):
        assert 0.90 <= aandeel[schatter] <= 0.995
    # what the wider intervals are for
    assert aandeel["crv1"] <= aandeel["wcr"]


def test_toets_verwerpt_zelden_als_er_niets_is():
    """480 tests at 5 % on editions without effects; standard deviation at least 1 point."""
    aandeel = validatie.samenvatting(proeven.grootte_voorbeeld(ZADEN, trekkingen=999), "verworpen")
    assert 0.01 <= aandeel["crv3"].iloc[0] <= 0.09


def test_toets_verwerpt_zelden_met_de_echte_gemeenten():
    """1 000 tests on 27, 8, 7, ... wijken per gemeente; standard deviation at least 0.7 point.

    CRV1 rejects too often there, which is why it is not the primary estimator.
    """
    uit = proeven.grootte_echt(range(1, 201), trekkingen=999)
    aandeel = validatie.samenvatting(uit, "verworpen").iloc[0]
    assert len(uit) == 3 * 1_000
    assert 0.03 <= aandeel["crv3"] <= 0.07
    assert aandeel["crv1"] > aandeel["crv3"]


def test_kleinste_aantoonbare_samenhang_wordt_meestal_gevonden():
    """2 500 tests of an effect that should be found four times in five."""
    uit = proeven.kracht_echt(range(1, 501))
    assert 0.7 <= uit["gevonden"].mean() <= 0.9


@pytest.fixture(scope="module")
def echt(echte_data):
    ontwerpen, _ = echt_ontwerp.lees_ontwerpen(echte_data)
    hoofd = next(o for o in ontwerpen if o.hoofdmodel)
    return hoofd, echt_ontwerp.proef(hoofd, echt_ontwerp.NORMAAL, 1_000, zaad=1)


def test_het_echte_ontwerp_is_dat_van_de_hele_run(echt):
    """The numbers that stand beside the drawn factors are those of the real main model."""
    hoofd, _ = echt
    per_gemeente = hoofd.ontwerp.gemeente.value_counts().sort_values(ascending=False)
    assert per_gemeente.to_list() == proeven.ECHTE_GEMEENTEN.tolist()
    assert hoofd.icc == pytest.approx(proeven.AANDEEL_TUSSEN_FOUT, abs=0.005)


def test_op_het_echte_ontwerp_houdt_crv3_zijn_niveau(echt):
    """1 000 draws x 5 factors: the margin is 0.9 point; CRV1 finds twice too much."""
    _, uit = echt
    samen = uit[uit["term"].eq("")].set_index("schatter")["grootte"]
    assert 0.035 <= samen["crv3"] <= 0.065
    assert samen["crv1"] >= 0.09
    assert samen["crv3"] < samen["wcr"] < samen["crv1"]


def test_document_noemt_wat_voldoet():
    """docs/validatie.md is the full run; each verdict follows from its number and requirement."""
    tekst = (WORTEL / "docs" / "validatie.md").read_text(encoding="utf-8")
    rijen = re.findall(r"^\| (.+) \| (\d+) tot (\d+)% \| (.+) \|$", tekst, re.M)
    assert len(rijen) == 5
    for _, laag, hoog, cellen in rijen:
        gevonden = re.findall(r"([\d,]+)% ± <?[\d,]+%, (voldoet niet|voldoet)", cellen)
        assert len(gevonden) == 3
        for waarde, oordeel in gevonden:
            binnen = int(laag) <= float(waarde.replace(",", ".")) <= int(hoog)
            assert oordeel == ("voldoet" if binnen else "voldoet niet")
    assert f"maakte {validatie.EDITIES} edities" in tekst
    assert validatie.EDITIES >= 200


def test_primaire_schatter_voldoet_in_elke_proef():
    tekst = (WORTEL / "docs" / "validatie.md").read_text(encoding="utf-8")
    kolom = 2 + list(validatie.SCHATTERS).index(validatie.PRIMAIR)
    rijen = re.findall(r"^\| (?:onterecht gevonden|dekking), .+ \|$", tekst, re.M)
    assert len(rijen) == 5
    for rij in rijen:
        assert rij.strip("| ").split(" | ")[kolom].endswith(", voldoet")


@pytest.mark.parametrize(("waarde", "woord"), [(0.029, "voldoet niet"), (0.03, "voldoet")])
def test_oordeel_volgt_uit_het_getal(waarde, woord):
    rij = validatie._oordeelrij(
        "proef",
        pd.Series(dict.fromkeys(validatie.SCHATTERS, waarde)),
        dict.fromkeys(validatie.SCHATTERS, 0.001),
        "grootte",
    )
    assert rij.count(f", {woord} |") == 3


def test_een_ander_dan_de_primaire_schatter_dichter_bij_vijf_procent_wordt_gezegd():
    zin = validatie._dichtst_bij(pd.Series({"crv1": 0.05, "crv3": 0.02, "wcr": 0.01}))
    assert "WCR ligt dichter bij 5%" in zin
