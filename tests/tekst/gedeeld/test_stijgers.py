"""The lists of stijgers and dalers: how many, and what they are called."""

from __future__ import annotations

import pytest

from hulp.stof import bijlage, hoofdrapport
from leefbaarheid.tekst.gedeeld.stijgers import paren, richtingen
from leefbaarheid.tekst.hoofdrapport.conclusies import gemeenten
from leefbaarheid.tekst.leefbaarheidsontwikkeling import stijgers


@pytest.mark.parametrize(
    ("steeg", "daalde", "zin"),
    [
        (5, 1, "Van die 20 stegen er vijf meer dan de marge en daalde er één."),
        (0, 14, "Van die 20 steeg er geen meer dan de marge en daalden er 14."),
    ],
)
def test_hoeveel_er_meer_dan_de_marge_stegen_en_daalden(steeg, daalde, zin):
    aantallen = {"n": 20, "n_stijgers": steeg, "n_dalers": daalde}
    cijfers = {f"stijgers_dalers.{naam}": n for naam, n in aantallen.items()}
    assert richtingen(hoofdrapport(cijfers=cijfers)) == zin


@pytest.mark.parametrize(
    ("n", "begin"), [(0, "Geen enkele gemeente"), (1, "Eén gemeente heeft"), (3, "Drie gemeenten")]
)
def test_kandidaatparen(n, begin):
    stof = bijlage(kandidaatparen=[{}] * n)
    assert paren(stof).startswith(begin)
    assert ("@tbl-paren" in stijgers.paren_tekst(stof)) is (n > 0)


def test_titel_van_een_lijst():
    assert stijgers.lijst_titel(bijlage(), [{}], "stijger") == "De sterkste stijger, 2012–2014."
    assert (
        stijgers.lijst_titel(bijlage(), [{}] * 2, "daler") == "De twee sterkste dalers, 2012–2014."
    )


def test_hoe_de_wijken_over_gemeenten_liggen():
    """Three of four selected wijken in one gemeente; the fifth is not selected."""
    wijken = [{"gm_code": c, "in_selectie": True} for c in ("GM1", "GM1", "GM1", "GM2")]
    zin = gemeenten(hoofdrapport(wijken=[*wijken, {"gm_code": "GM3", "in_selectie": False}]))
    assert "in 2 gemeenten, waarvan de grootste 75% van de wijken heeft" in zin
