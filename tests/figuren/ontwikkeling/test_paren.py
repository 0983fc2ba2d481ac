"""Pairs of one gemeente beside each other."""

from __future__ import annotations

import pytest

from hulp.figuren import teksten
from leefbaarheid.basis import taal
from leefbaarheid.figuren.ontwikkeling.paren import MEEST, stijgers_dalers_paren

REGEL = {"van": 2012, "tot": 2016, "aantal": 50}


@pytest.fixture
def paren(tabellen):
    """Each two wijken of the edition that have another gemeente name, as many as fit and more."""
    lijst = tabellen["stijgers_dalers"]
    helft = len(lijst) // 2
    boven, onder = lijst.head(helft).reset_index(), lijst.tail(helft).reset_index()
    uit = boven[["gm_code", "gm_naam"]].copy()
    for wie, deel in (("stijger", boven), ("daler", onder)):
        for veld in ("wk_code", "wk_naam", "verandering"):
            uit[f"{veld}_{wie}"] = deel[veld]
    return uit


@pytest.mark.traag
def test_een_paneel_per_gemeente_met_beide_namen(paren, tabellen, kader):
    fig, toelichting = stijgers_dalers_paren(paren.head(2), tabellen["wijken"], REGEL, 0.02, kader)
    panelen = [ax for ax in fig.axes if ax.get_visible()]
    assert len(panelen) == 2
    staan = " ".join(teksten(fig))
    for rij in paren.head(2).to_dict("records"):
        assert rij["gm_naam"] in staan and rij["wk_naam_daler"][:6] in staan
        assert rij["wk_naam_stijger"] in toelichting.alt
    assert toelichting.titel.startswith("De paren: per gemeente")
    assert toelichting.n == "N = 4 wijken."
    # each panel has two lines that run over all known years
    assert all(len(ax.get_lines()) >= 2 for ax in panelen)


@pytest.mark.traag
def test_niet_meer_panelen_dan_er_op_een_bladzijde_passen(paren, tabellen, kader):
    assert len(paren) > MEEST
    fig, toelichting = stijgers_dalers_paren(paren, tabellen["wijken"], REGEL, 0.02, kader)
    assert sum(ax.get_visible() for ax in fig.axes) == MEEST
    assert f"De {taal.telwoord(MEEST)} paren met het grootste verschil" in toelichting.titel
    assert fig.get_size_inches()[1] * 2.54 <= 20


def test_zonder_paren_geen_figuur(paren, tabellen, kader):
    assert stijgers_dalers_paren(paren.head(0), tabellen["wijken"], REGEL, 0.02, kader) is None
