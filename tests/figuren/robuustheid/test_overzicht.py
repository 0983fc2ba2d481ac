"""A check that is off has no figure; the others are not touched by it."""

from __future__ import annotations

import pandas as pd

from leefbaarheid.figuren.robuustheid.overzicht import MAKERS, TABELLEN, alle_figuren


def test_een_controle_die_uit_staat_heeft_geen_figuur(kader):
    uit = pd.DataFrame({"reden": ["staat uit"]})
    aan = pd.DataFrame({"factor": ["woz"], "reden": [""]})
    tabellen = dict.fromkeys((*TABELLEN, "wijken"), aan)
    assert set(alle_figuren(tabellen, {}, ["woz"], kader)) == {*MAKERS, "specificatiecurve_woz"}
    zonder = tabellen | {"trajectlijnen": uit, "specificatietoets": uit}
    assert set(alle_figuren(zonder, {}, ["woz"], kader)) == {
        *("partiele_residuen", "invloed", "circulariteit", "regressie_naar_gemiddelde"),
        *("jaren_samen", "jaren_groep"),
    }
