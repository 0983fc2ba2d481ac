"""The maps of the country: only with borders and places, and they count who is not on them."""

from __future__ import annotations

import numpy as np
import pytest

from hulp.figuren import leesfouten
from leefbaarheid.basis.begrippen import CLUSTERS
from leefbaarheid.figuren.ontwikkeling.figuur_kaart import kaart
from leefbaarheid.figuren.ontwikkeling.kaartgroepen import naar_cluster, naar_verandering

CLUSTER = naar_cluster(2014)
VERANDERING = naar_verandering(2012, 2014, 0.02)


def test_kaart_alleen_met_grenzen_en_ligging(wijken, grenzen, kader):
    assert kaart(wijken, None, CLUSTER, kader) is None
    assert kaart(wijken.drop(columns=["x", "y"]), grenzen, CLUSTER, kader) is None
    assert kaart(wijken.assign(x=np.nan), grenzen, CLUSTER, kader) is None


@pytest.mark.traag
def test_kaart_telt_wijken_zonder_ligging(wijken, grenzen, kader):
    tabel = wijken.copy()
    eerste = tabel.index[tabel["in_selectie"]][0]
    tabel.loc[eerste, "x"] = np.nan
    n = int(tabel["in_selectie"].sum())
    _, t = kaart(tabel, grenzen, CLUSTER, kader)
    assert t.n == f"N = {n - 1} wijken (1 zonder ligging of score niet op de kaart)."
    assert any(f"{naam} " in t.alt for naam in CLUSTERS)


@pytest.mark.traag
def test_kaart_van_de_verandering_telt_met_de_marge(wijken, grenzen, kader):
    tabel = (
        wijken[wijken["in_selectie"]]
        .head(4)
        .assign(lbm_2012=[3.80, 3.80, 3.80, np.nan], lbm_2014=[3.821, 3.82, 3.779, 3.9])
    )
    fig, t = kaart(tabel, grenzen, VERANDERING, kader)
    assert t.boodschap == (
        "De score steeg tussen 2012 en 2014 meer dan 0,02 punt in één van de 3 wijken en daalde "
        "in één"
    )
    assert "gestegen 1, gestagneerd 1 en gedaald 1" in t.alt
    assert t.n == "N = 3 wijken (1 zonder ligging of score niet op de kaart)."
    assert leesfouten(fig) == []


@pytest.mark.traag
def test_kaart_noemt_gemeenten_en_zet_geen_naam_over_een_andere(wijken, grenzen, kader):
    fig, _ = kaart(wijken, grenzen, CLUSTER, kader)
    teksten = {tekst.get_text() for ax in fig.axes for tekst in ax.texts}
    assert any(naam in teksten for naam in wijken["gm_naam"])
    assert leesfouten(fig) == []
