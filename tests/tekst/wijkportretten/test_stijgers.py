"""What the page of a wijk says of its place among the stijgers and dalers."""

from __future__ import annotations

import pytest

from leefbaarheid.basis.gebied import met_woorden
from leefbaarheid.tekst.wijkportretten.stijgers import GEEN_OORDEEL, plaatsen

MIN = "\N{MINUS SIGN}"
REGEL = {"van": 2012, "tot": 2016, "klassen": [4, 3], "aantal": 10}


def lijst(*veranderingen, buiten_twijfel=None):
    return [
        {"wk_code": f"W{i}", "rang": i, "verandering": v, "buiten_twijfel": buiten_twijfel}
        for i, v in enumerate(veranderingen, start=1)
    ]


@pytest.mark.parametrize(
    ("buiten_twijfel", "slot"),
    [
        (True, "; de verandering is groter dan de marge en de meetruis samen."),
        (False, "; de verandering is niet groter dan de marge en de meetruis samen."),
        (None, "."),
    ],
)
def test_een_stijger_noemt_haar_plaats_en_of_dat_meer_dan_ruis_is(buiten_twijfel, slot):
    uit = plaatsen(lijst(0.187, 0.0203, -0.05, buiten_twijfel=buiten_twijfel), REGEL, 0.02)
    assert uit["W1"] == (
        "Deze wijk staat op plaats 1 van de 3 wijken die in aanmerking kwamen en in 2012 "
        "onvoldoende of zwak waren; op plaats 1 staat de sterkste stijging tussen 2012 en 2016. "
        f"Zij steeg (+0,19) meer dan de marge en heet een stijger{slot} {met_woorden(GEEN_OORDEEL)}"
    )
    assert "Zij steeg (+0,0203) meer dan de marge" in uit["W2"]
    assert f"Zij daalde ({MIN}0,05) meer dan de marge en heet een daler{slot}" in uit["W3"]


def test_wie_binnen_de_marge_bleef_is_geen_van_beide():
    uit = plaatsen(lijst(0.02, -0.02), REGEL, 0.02)
    assert "Haar verandering (+0,02) bleef binnen de marge." in uit["W1"]
    assert "stijger" not in uit["W1"].replace("sterkste stijging", "")
    assert f"Haar verandering ({MIN}0,02) bleef binnen de marge." in uit["W2"]


def test_een_lijst_van_een():
    assert plaatsen(lijst(0.1), REGEL, 0.02)["W1"].startswith(
        "Dit is de enige wijk die in aanmerking kwam en in 2012 onvoldoende of zwak was. Zij steeg "
    )
    assert plaatsen([], REGEL, 0.02) == {}
