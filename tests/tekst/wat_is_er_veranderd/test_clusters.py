"""From which cluster to which, with names and reasons."""

from __future__ import annotations

import pytest

from hulp.verandering import anders
from leefbaarheid.tekst.wat_is_er_veranderd import (
    clusters,
    edities,
)

pytestmark = pytest.mark.traag

A, B, C, D = (f"WK90000{n}" for n in range(1, 5))


def test_clusters_van_naar_met_namen_en_redenen(stof):
    tekst = stof(anders({(B, "cluster"): "niet ingedeeld", (B, "lbm_2014"): 3.81}))
    assert clusters.aantallen(tekst) == (
        "Van de twee wijken die in beide edities geselecteerd zijn, staat er één in een ander "
        "cluster."
    )
    assert clusters.waarom(tekst) == [
        "Bij de enige verplaatste wijk is een score herzien in een jaar dat de regel gebruikt."
    ]
    assert clusters.naam_rijen(tekst) == [
        ["*Terugval*", "*niet ingedeeld*", "1", "Proefstad: Brink"]
    ]
    assert clusters.matrix_kop(tekst)[0] == "Was"
    assert clusters.matrix_rijen(tekst)[-1] == ["Samen", "1", "0", "1", "2"]


def test_een_andere_regel_geldt_voor_de_hele_indeling(stof):
    tekst = stof(anders({(B, "cluster"): "Succes!"}, config={"eindjaar": 2016}))
    assert clusters.waarom(tekst) == [
        "De clusterregel veranderde (eindjaar); dat geldt voor de hele indeling."
    ]
    assert edities.verschil(tekst) == [
        "De vorige editie eindigt in 2014 en de nieuwe in 2016: clusters en klassen beschrijven "
        "daardoor niet dezelfde periode."
    ]
