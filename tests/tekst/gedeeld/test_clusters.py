"""The largest and smallest cluster, and what came after the end year."""

from __future__ import annotations

import pytest

from hulp.stof import MIN, clusterrijen, hoofdrapport
from leefbaarheid.tekst.gedeeld.clusters import grootste_cluster, na_het_eindjaar


def test_grootste_en_kleinste_cluster():
    rijen = clusterrijen(terugval={"n_wijken": 12, "aandeel_wijken": 0.414}, succes={"n_wijken": 1})
    assert grootste_cluster(hoofdrapport(clusters=rijen)) == (
        "De grootste groep is *Terugval* met twaalf wijken (41%), de kleinste *Succes!* met één "
        "wijk."
    )


@pytest.mark.parametrize(
    ("later", "tekst"),
    [
        (3.93, "steeg het gemiddelde (+0,03 punt)"),
        (3.87, f"daalde het gemiddelde ({MIN}0,03 punt)"),
        (3.902, "bleef het gemiddelde vrijwel gelijk (0,00 punt)"),
    ],
)
def test_na_het_eindjaar(later, tekst):
    rijen = clusterrijen(terugval={"lbm_2022": later}, succes={"n_wijken": 0})
    zin = na_het_eindjaar(hoofdrapport(clusters=rijen))
    begin = "Na het eindjaar, tussen 2014 en 2022, gebeurde het volgende: in *Terugval* "
    assert zin.startswith(f"{begin}{tekst}. Ook hierin werkt regressie naar het gemiddelde door")


def test_na_het_eindjaar_noemt_beide_clusters_en_slaat_over_wat_er_niet_is():
    assert "in *Terugval* bleef het gemiddelde vrijwel gelijk (0,00 punt) en in *Succes!*" in (
        na_het_eindjaar(hoofdrapport(clusters=clusterrijen()))
    )
    leeg = clusterrijen(terugval={"n_wijken": 0}, succes={"lbm_2022": None})
    assert na_het_eindjaar(hoofdrapport(clusters=leeg)) == ""
    zonder = hoofdrapport({"jaren": [2008, 2012, 2014]}, clusters=clusterrijen())
    assert na_het_eindjaar(zonder) == "Van na het eindjaar zijn er in deze editie geen metingen."
