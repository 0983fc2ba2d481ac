"""The operations of a recipe, by hand: two postcodes over two wijken."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from leefbaarheid.opbouw.bewerkingen import rond_af, som, voer_uit
from leefbaarheid.opbouw.bruggen import gelijk, gemeentenaam, met_ongewijzigd

# postcode 1011 lies for 300 of its 400 addresses in wijk A; all 100 addresses of 1012 are in B
BRUG = pd.DataFrame(
    {
        "sleutel": ["1011", "1011", "1012"],
        "wk_code": ["A", "B", "B"],
        "adressen": [300.0, 100.0, 100.0],
        "deel": [0.75, 0.25, 1.0],
    }
)
TABEL = pd.DataFrame(
    {"huur": [200.0, 30.0], "woning": [400.0, 100.0], "pct": [50.0, 30.0]},
    index=pd.Index(["1011", "1012"], name="sleutel"),
)


def aandeel(**noemer):
    return {
        "bewerking": "aandeel",
        "teller": {"kolommen": ["huur"]},
        "noemer": {"kolommen": ["woning"], **noemer},
    }


def test_een_aantal_wordt_verdeeld_naar_adressen():
    uit = voer_uit({"bewerking": "aantal", "kolom": "huur"}, TABEL, BRUG)
    assert uit.waarde.to_dict() == {"A": 150.0, "B": 80.0}


def test_een_aandeel_is_de_verdeelde_teller_op_de_verdeelde_noemer():
    uit = voer_uit(aandeel(), TABEL, BRUG)
    assert uit.waarde.to_dict() == {"A": 50.0, "B": 40.0}
    assert uit.dekking.to_dict() == {"A": 1.0, "B": 1.0}


def test_een_gemiddelde_weegt_met_adressen():
    uit = voer_uit({"bewerking": "gemiddelde", "kolom": "pct"}, TABEL, BRUG)
    assert uit.waarde.to_dict() == {"A": 50.0, "B": 40.0}


def test_wat_onbekend_is_telt_niet_mee_en_verlaagt_de_dekking():
    tabel = TABEL.assign(huur=[np.nan, 30.0])
    uit = voer_uit(aandeel(), tabel, BRUG)
    assert uit.dekking.to_dict() == {"A": 0.0, "B": 0.5}
    assert uit.waarde["B"] == pytest.approx(30.0)
    assert np.isnan(uit.waarde["A"])


def test_een_noemer_van_nul_geeft_geen_waarde():
    uit = voer_uit(aandeel(), TABEL.assign(woning=0.0), BRUG)
    assert uit.waarde.isna().all()


def test_een_verandering_is_in_procenten_van_het_eerste_jaar():
    tabel = pd.DataFrame({"w 2009": [200.0, 0.0], "w 2012": [190.0, 5.0]}, index=["x", "y"])
    blok = {"bewerking": "verandering", "kolom": "w", "van": 2009, "tot": 2012}
    uit = voer_uit(blok, tabel, gelijk(["A", "B", "C"], ["x", "y", None]))
    assert uit.waarde["A"] == pytest.approx(-5.0)
    assert uit.waarde[["B", "C"]].isna().all()


@pytest.mark.parametrize(("bekend", "verwacht"), [(None, [np.nan, 3.0]), (1, [2.0, 3.0])])
def test_een_som_waarvan_een_deel_ontbreekt(bekend, verwacht):
    tabel = pd.DataFrame({"a": [2.0, 1.0], "b": [np.nan, 2.0]})
    np.testing.assert_array_equal(som(tabel, ["a", "b"], bekend), verwacht)


def test_gemeenten_worden_gevonden_onder_de_naam_van_de_andere_bron():
    bekend = ["Hengelo (O.)", "Súdwest-Fryslân", "Utrecht (gemeente)", "Utrecht (PV)"]
    gevraagd = ["Hengelo", "Sudwest-Fryslan", "utrecht", "Nergenshuizen"]
    gevonden = gemeentenaam(gevraagd, bekend, ["(gemeente)", "(O.)"])
    assert gevonden == ["Hengelo (O.)", "Súdwest-Fryslân", "Utrecht (gemeente)", None]


def test_een_wijk_die_niet_in_de_concordantie_staat_hield_haar_code():
    brug = met_ongewijzigd(BRUG, ["1011", "WK1"])
    uit = voer_uit(
        {"bewerking": "aantal", "kolom": "n"},
        pd.DataFrame({"n": [40.0, 7.0]}, index=["1011", "WK1"]),
        brug,
    )
    assert uit.waarde[["A", "B", "WK1"]].tolist() == [30.0, 10.0, 7.0]


@pytest.mark.parametrize(
    ("decimalen", "verwacht"), [(None, [12.345, -0.001]), (1, [12.3, 0.0]), (0, [12, 0])]
)
def test_afronden(decimalen, verwacht):
    assert rond_af(pd.Series([12.345, -0.001]), decimalen).tolist() == verwacht
