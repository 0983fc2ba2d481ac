"""A small version of tests/validatie.py: twenty editions, and the table in docs is about right."""

from __future__ import annotations

import re

import pytest

import validatie
from hulp import WORTEL

pytestmark = pytest.mark.traag

ZADEN = range(1, 21)


@pytest.fixture(scope="module")
def gedekt():
    return validatie.dekking(ZADEN, trekkingen=999)


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
    aandeel = validatie.samenvatting(
        validatie.grootte_voorbeeld(ZADEN, trekkingen=999), "verworpen"
    )
    assert 0.01 <= aandeel["wcr"].iloc[0] <= 0.09


def test_toets_verwerpt_zelden_met_de_echte_gemeenten():
    """1 000 tests on 27, 9, 7, ... wijken per gemeente; standard deviation at least 0.7 point.

    CRV1 rejects too often there, which is why it is not the primary estimator.
    """
    uit = validatie.grootte_echt(range(1, 201), trekkingen=999)
    aandeel = validatie.samenvatting(uit, "verworpen").iloc[0]
    assert len(uit) == 3 * 1_000
    assert 0.03 <= aandeel["wcr"] <= 0.07
    assert aandeel["crv1"] > aandeel["wcr"]


def test_kleinste_aantoonbare_samenhang_wordt_meestal_gevonden():
    """500 tests of an effect that should be found four times in five."""
    uit = validatie.kracht_echt(range(1, 101), trekkingen=999)
    assert 0.7 <= uit["gevonden"].mean() <= 0.9


def test_document_voldoet_aan_de_eisen():
    """docs/validatie.md is the full run, and each of its verdicts is good."""
    tekst = (WORTEL / "docs" / "validatie.md").read_text(encoding="utf-8")
    oordelen = re.findall(r"\| ([\d,]+)% \| ± [\d,]+% \| (voldoet[^|]*?) aan de eis", tekst)
    assert [oordeel for _, oordeel in oordelen] == ["voldoet"] * 3
    dekking, *grootte = (float(waarde.replace(",", ".")) for waarde, _ in oordelen)
    assert 92 <= dekking <= 98
    assert all(3 <= waarde <= 7 for waarde in grootte)
    assert f"maakte {validatie.EDITIES} edities" in tekst
    assert validatie.EDITIES >= 200
