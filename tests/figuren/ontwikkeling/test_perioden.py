"""Shares per window and the spread of the change say what the tables say."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hulp.figuren import VENSTERS, teksten
from leefbaarheid.basis import taal
from leefbaarheid.figuren.ontwikkeling.perioden import verdeling_verandering


@pytest.mark.traag
def test_aandelen_in_alt_en_in_de_staven(beelden, tabellen):
    fig, t = beelden["aandelen_vensters"]
    tabel = tabellen["ontwikkeling"].set_index(["van", "tot", "groep"])
    rij = tabel.loc[(2012, 2014, "selectie")]
    assert f"2012–2014 {taal.procent(rij['aandeel_gedaald'])} gedaald" in t.alt
    assert f"(van de inwoners {taal.procent(rij['aandeel_gestegen_inwoners'])})" in t.alt
    assert taal.procent(rij["aandeel_gestegen"]) in teksten(fig)
    breedtes = [vlak.get_width() for vlak in fig.axes[0].patches]
    assert sum(breedtes) == pytest.approx(3 * len(VENSTERS))  # every bar is 100%
    overig = tabel.loc[(2012, 2014, "overig_in_aanmerking")]
    kort = f"2012–2014 {taal.procent(overig['aandeel_gedaald'])} gedaald en"
    assert kort in t.alt.split("Overige wijken die in aanmerking kwamen: ")[1]
    assert "Alle wijken: 20" in t.alt
    assert "ten hoogste 0,02 punt" in t.titel


@pytest.mark.traag
def test_verdeling_noemt_mediaan_en_aandeel_gedaald(beelden, wijken):
    _, t = beelden["verdeling_verandering"]
    delta = (wijken["lbm_2014"] - wijken["lbm_2012"])[wijken["in_selectie"]]
    assert f"{taal.verandering(delta.median(), 3)} punt bij de geselecteerde wijken" in t.alt
    assert f"{taal.procent(float((delta < -0.02).mean()))} van de geselecteerde wijken" in t.alt


@pytest.mark.traag
def test_verdeling_zegt_wat_buiten_beeld_valt(kader):
    rng = np.random.RandomState(0)
    tabel = pd.DataFrame({"lbm_2012": 4.0, "lbm_2014": 4.0 + 0.03 * rng.standard_normal(300)})
    tabel.loc[0, "lbm_2014"] = 6.0
    tabel["in_selectie"], tabel["in_aanmerking"] = np.arange(300) < 150, True
    fig, _ = verdeling_verandering(tabel, 2012, 2014, 0.02, kader)
    assert any("hoger dan +" in tekst for tekst in teksten(fig))
    assert fig.axes[0].get_xlim()[1] < 0.2
