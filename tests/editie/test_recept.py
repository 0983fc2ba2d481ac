"""A recipe is read strictly: every fault is a message with its key, before anything is read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from hulp import WORTEL
from hulp.officieel import LICENTIES, registerbron
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.editie.recept import SCHEMA, Recept, lees_recept
from leefbaarheid.editie.register import SCHEMA as REGISTERSCHEMA
from leefbaarheid.editie.register import lees_register

BRONNEN = {
    "wijken": registerbron("wijken", "wijken.csv", "csv", indeling=2022),
    "pc4": registerbron("pc4", "pc4.xlsx", "cbs_pc4"),
    "oud": registerbron("oud", "oud.dbf", "dbf", indeling=2017),
    "gewichten": registerbron(
        "gewichten",
        "gewichten.csv",
        "adresgewichten",
        licentie="CC-BY-NC-SA-4.0",
        citeren="Proefvereniging, adressen (CC BY-NC-SA 4.0)",
    ),
    "concordantie": registerbron("concordantie", "c.csv", "concordantie"),
}
BASIS = {"label": "Huur", "eenheid": "%", "concept": "woningvoorraad"}
AANDEEL = BASIS | {
    "bewerking": "aandeel",
    "bestand": "pc4",
    "teller": {"kolommen": ["huur"]},
    "noemer": {"kolommen": ["woning"]},
    "koppeling": "postcode",
    "gewicht": "gewichten",
}
OVERNEMEN = BASIS | {"bewerking": "overnemen", "bestand": "wijken", "kolom": "n"}


def lees(map_: Path, factor: dict, **anders) -> Recept:
    """Read a recipe of one factor, with a register of the test's own."""
    (map_ / "config").mkdir(exist_ok=True)
    for schema in (SCHEMA, REGISTERSCHEMA):
        shutil.copy(WORTEL / schema, map_ / schema)
    inhoud = {"licenties": LICENTIES, "bronnen": BRONNEN}
    (map_ / "config" / "bronnen.yaml").write_text(yaml.safe_dump(inhoud), "utf-8")
    recept = {
        "indeling": 2022,
        "dekking": 0.6,
        "wijken": {
            "bestand": "wijken",
            "naam": "wk_naam",
            "gm_code": "gm_code",
            "gm_naam": "gm_naam",
        },
        "factoren": {"huur_pct": {k: v for k, v in factor.items() if v is not None}},
    } | anders
    pad = map_ / "recept.yaml"
    pad.write_text(yaml.safe_dump(recept), "utf-8")
    return lees_recept(pad, map_, lees_register(map_))


def test_wat_een_recept_weglaat_komt_van_de_bron_en_het_recept(tmp_path):
    recept = lees(tmp_path, AANDEEL)
    factor = recept.factoren["huur_pct"]
    assert (factor["dekking"], factor["peiljaar"]) == (0.6, "2017")
    assert recept.van_factor("huur_pct") == ["pc4", "gewichten"]
    assert list(recept.bronnen) == ["wijken", "pc4", "gewichten"]
    assert Recept.uit_gegevens(recept.gegevens()) == recept


def test_een_factor_draagt_de_licentie_van_alles_waar_hij_uit_is_gemaakt(tmp_path):
    factor = lees(tmp_path, AANDEEL).factoren["huur_pct"]
    assert factor["licentie"] == (
        "CC BY 4.0 (Proefbureau) en CC BY-NC-SA 4.0 (Proefvereniging): niet commercieel"
    )
    assert lees(tmp_path, OVERNEMEN).factoren["huur_pct"]["licentie"] == "CC BY 4.0"


@pytest.mark.parametrize(
    ("factor", "wat"),
    [
        (OVERNEMEN | {"bestand": "wijk"}, "huur_pct.bestand.*wijk(.|\n)*Bedoelde u wijken"),
        (OVERNEMEN | {"kolom": None}, "huur_pct.kolom.*heeft deze sleutel nodig"),
        (OVERNEMEN | {"van": 2009}, "huur_pct.van.*gebruikt deze sleutel niet"),
        (OVERNEMEN | {"koppeling": "postcode"}, "huur_pct.koppeling.*kan niet met"),
        (OVERNEMEN | {"bewerking": "optellen"}, "huur_pct.bewerking.*optellen"),
        (OVERNEMEN | {"bestand": "oud"}, "zijn niet die van 2022: hun indeling is die van 2017"),
        (OVERNEMEN | {"gewicht": "gewichten"}, "huur_pct.gewicht.*horen geen gewichten"),
        (AANDEEL | {"gewicht": None}, "huur_pct.gewicht.*ontbreekt"),
        (AANDEEL | {"gewicht": "concordantie"}, "vorm 'adresgewichten'"),
        (AANDEEL | {"kolomen": "x"}, "huur_pct.*kolomen"),
        (
            BASIS
            | {"bewerking": "verandering", "bestand": "pc4", "kolom": "w", "van": 2012}
            | {"tot": 2009, "koppeling": "gemeentecode"},
            "huur_pct.van.*niet voor het laatste",
        ),
    ],
)
def test_een_fout_in_een_recept_is_een_melding_met_de_sleutel(tmp_path, factor, wat):
    with pytest.raises(InvoerFout, match=wat):
        lees(tmp_path, factor)


def test_wijken_van_een_ander_jaar_alleen_als_het_recept_dat_zegt(tmp_path):
    recept = lees(tmp_path, OVERNEMEN | {"bestand": "oud", "gelijke_codes": True})
    assert recept.factoren["huur_pct"]["koppeling"] == "wijkcode"


def test_de_lijst_van_wijken_heeft_de_indeling_van_het_recept(tmp_path):
    with pytest.raises(InvoerFout, match=r"indeling van 2022, het recept\s+die van 2024"):
        lees(tmp_path, OVERNEMEN, indeling=2024)
