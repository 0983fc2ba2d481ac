"""Profiles say what the tables say, also where years or dimensions are missing."""

from __future__ import annotations

import numpy as np
import pytest

from hulp.figuren import JAREN, teksten
from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import DIMENSIES
from leefbaarheid.figuren.wijkanalyses.wijkprofiel import wijkprofiel


@pytest.mark.traag
def test_profiel_noemt_scores_klasse_en_dimensies(wijkbeelden, analyses, wijken):
    fig, t = wijkbeelden["een"]
    wijk = wijken.set_index("wk_code").loc[analyses[0]["wijken"][0]]
    assert (
        f"{taal.score(wijk['lbm_2002'])} in 2002 naar {taal.score(wijk['lbm_2022'])} in 2022"
        in t.alt
    )
    assert "Staven met de dimensies in 2022" in t.alt and "overlast en onveiligheid" in t.alt
    assert len(fig.axes) == 2
    staan = teksten(fig)
    assert wijk["wk_naam"] in staan and f"gemiddelde {wijk['gm_naam']}" in staan
    assert {"geselecteerde wijken", "alle wijken"} <= set(staan)
    assert t.n.startswith("N = 1 wijk; gemiddelden over 15 wijken in Gemeente")


@pytest.mark.traag
def test_profiel_van_twee_wijken_heeft_twee_lijnen(wijkbeelden, analyses, wijken):
    fig, t = wijkbeelden["twee"]
    namen = list(wijken.set_index("wk_code").loc[analyses[1]["wijken"], "wk_naam"])
    assert set(namen) <= set(teksten(fig)) and all(naam in t.titel for naam in namen)
    assert t.n.startswith("N = 2 wijken;")


@pytest.mark.traag
def test_profiel_met_een_ontbrekend_jaar(profiel_van, panel, tabellen, kader):
    profiel = profiel_van(panel, "WK900000")  # no score in 2008
    fig, t = wijkprofiel(profiel, tabellen["gemiddelden"], kader)
    lijn = fig.axes[0].lines[-1]
    assert list(lijn.get_xdata()) == [j for j in JAREN if j != 2008]
    assert "–" not in t.alt.split("Ter vergelijking")[0]


@pytest.mark.traag
def test_profiel_noemt_het_eerste_jaar_dat_er_is(profiel_van, panel, tabellen, kader):
    profiel = profiel_van(panel, "WK900001").assign(lbm_2002=np.nan)
    _, t = wijkprofiel(profiel, tabellen["gemiddelden"], kader)
    assert "in 2008 naar" in t.alt.split(";")[0]


@pytest.mark.traag
def test_profiel_zonder_dimensies_heeft_een_paneel(profiel_van, panel, tabellen, kader):
    kaal = panel.assign(**dict.fromkeys(DIMENSIES, np.nan))
    fig, t = wijkprofiel(profiel_van(kaal, "WK900001"), tabellen["gemiddelden"], kader)
    assert len(fig.axes) == 1 and "dimensies" not in t.alt + t.titel


def test_profiel_van_een_wijk_zonder_scores_is_er_niet(profiel_van, panel, tabellen, kader):
    profiel = profiel_van(panel, "WK900001")
    profiel = profiel.assign(**{f"lbm_{jaar}": np.nan for jaar in JAREN})
    assert wijkprofiel(profiel, tabellen["gemiddelden"], kader) is None
