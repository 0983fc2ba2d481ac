"""Which regressions an edition has, in reading order."""

from __future__ import annotations

from hulp.stof import BIJLAGE, bijlage, schatting
from leefbaarheid.tekst.gedeeld.opzet import (
    modelvormen,
    periodenamen,
    reeks,
    schattingen,
    steekproefnaam,
    steekproeven,
    uitkomstvensters,
)


def test_leesvolgorde_en_niet_die_van_de_configuratie():
    regressie = BIJLAGE["regressie"] | {
        **{"vensters": [[2012, 2014], [2008, 2012]], "modellen": ["ancova", "verandering"]},
        "steekproeven": ["in_aanmerking", "selectie"],
    }
    stof = bijlage({"regressie": regressie})
    assert uitkomstvensters(stof) == [(2008, 2012), (2012, 2014)]
    assert modelvormen(stof) == ["verandering", "ancova"]
    assert steekproeven(stof) == ["selectie", "in_aanmerking"]
    assert steekproefnaam("selectie") == "de geselecteerde wijken"


def test_een_deel_van_de_perioden_noemt_welke():
    vensters = uitkomstvensters(bijlage())
    assert periodenamen(vensters) == ["2008–2012", "2012–2014"]
    assert reeks(bijlage(), vensters) == ""
    assert reeks(bijlage(), vensters[:1]) == " (2008–2012 tot en met 2008–2012)"


def test_schattingen_zijn_van_factoren():
    rijen = [schatting(term, 0.1, 0.01) for term in ("corporatie_pct", "beginscore")]
    rijen.append(schatting("corporatie_pct", 0.1, 0.01, model="verandering"))
    stof = bijlage(regressie=rijen)
    assert schattingen(stof, model="ancova") == rijen[:1]
    assert schattingen(stof) == [rijen[0], rijen[2]]
