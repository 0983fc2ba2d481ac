"""The register of sources: read strictly, and filled in where an edition names a source."""

from __future__ import annotations

import shutil

import pytest
import yaml

from hulp import WORTEL
from hulp.editie import SCHEMA
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.editie.controle import controleer_editie
from leefbaarheid.editie.register import (
    BESTAND,
    lees_register,
    samen_onder,
    vul_bronnen,
    zoek_bron,
)
from leefbaarheid.editie.register import (
    SCHEMA as REGISTERSCHEMA,
)

REGISTER = lees_register(WORTEL)
SOM = "0" * 64


def bron(**anders):
    return {
        "titel": "Scores",
        "uitgever": "Bureau",
        "versie": "1",
        "peiljaar": "2017",
        "bestand": "scores.csv",
        "sha256": SOM,
        "licentie": "CC0-1.0",
        "citeren": "Bureau, Scores",
        "vorm": "csv",
        "geprobeerd": False,
    } | anders


def lees(tmp_path, bronnen):
    """Read a register of the test's own."""
    (tmp_path / "config").mkdir()
    shutil.copy(WORTEL / REGISTERSCHEMA, tmp_path / REGISTERSCHEMA)
    licenties = {"CC0-1.0": {"naam": "CC0 1.0", "commercieel": True}}
    inhoud = {"licenties": licenties, "bronnen": bronnen}
    (tmp_path / BESTAND).write_text(yaml.safe_dump(inhoud), "utf-8")
    return lees_register(tmp_path)


def test_een_bron_heeft_wat_het_register_zegt(tmp_path):
    scores = lees(tmp_path, {"scores": bron(indeling=2022)})["scores"]
    assert (scores.naam, scores.indeling, scores.licentie.naam) == ("scores", 2022, "CC0 1.0")
    assert scores.ophalen == "Bureau, Scores"


@pytest.mark.parametrize(
    ("anders", "waar"),
    [
        ({"bestand": "../scores.csv"}, "bronnen.scores.bestand"),
        ({"bestand": "/etc/scores.csv"}, "bronnen.scores.bestand"),
        ({"bestand": "a/../../scores.csv"}, "bronnen.scores.bestand"),
        ({"bestand": "a\\scores.csv"}, "bronnen.scores.bestand"),
        ({"sha256": "abc"}, "bronnen.scores.sha256"),
        ({"adres": "ftp://iets"}, "bronnen.scores.adres"),
        ({"licentie": "CC0"}, "bronnen.scores.licentie"),
        ({"uitgeverij": "x"}, "bronnen.scores.uitgeverij"),
        ({"vorm": "xls"}, "bronnen.scores.vorm"),
    ],
)
def test_een_fout_in_het_register_is_een_melding_met_de_sleutel(tmp_path, anders, waar):
    with pytest.raises(InvoerFout, match=f"{BESTAND}.*{waar}"):
        lees(tmp_path, {"scores": bron(**anders)})


def test_twee_bronnen_delen_geen_bestand(tmp_path):
    with pytest.raises(InvoerFout, match="ook dat van een"):
        lees(tmp_path, {"een": bron(), "twee": bron()})


def test_een_onbekende_bron_noemt_een_naam_die_erop_lijkt():
    with pytest.raises(InvoerFout, match="cbs-pc4-2017"):
        zoek_bron(REGISTER, "cbs-pc4-2018", "editie.yaml", "bronnen.context.register")


def test_wat_met_adresgewichten_gemaakt_is_mag_niet_commercieel_worden_gebruikt():
    samen = samen_onder([REGISTER["cbs-pc4-2017"], REGISTER["adressen-pc4-2017-wijk-2022"]])
    assert [licentie.naam for licentie in samen] == ["CC BY-NC-SA 4.0", "CC BY 4.0"]
    assert [licentie.commercieel for licentie in samen] == [False, True]
    assert samen_onder([REGISTER["cbs-pc4-2017"], REGISTER["cbs-wijken-2022"]])[0].commercieel


def test_een_editie_krijgt_bestand_som_en_herkomst_uit_het_register():
    blokken = {
        "leefbaarometer": {"register": "leefbaarometer-wijken-2002-2022"},
        "grenzen": {"register": "gemeentegrenzen-2022", "gemeenten": "eigen.gpkg"},
        "context": {"bestand": "context.csv"},
    }
    vol = vul_bronnen(blokken, REGISTER, "editie.yaml")
    scores = REGISTER["leefbaarometer-wijken-2002-2022"]
    assert vol["leefbaarometer"]["bestand"] == "Leefbaarometer-scores wijken 2002-2022.csv"
    assert vol["leefbaarometer"]["sha256"] == scores.sha256
    assert vol["leefbaarometer"]["versie"] == "3.0"
    assert vol["grenzen"]["gemeenten"] == "eigen.gpkg"  # what the edition says goes first
    assert vol["context"] == {"bestand": "context.csv"}


def test_een_editie_die_een_onbekende_bron_noemt_wordt_geweigerd():
    pad = WORTEL / "config" / "edities" / "leefbaarometer-3.0.yaml"
    editie = yaml.safe_load(pad.read_text("utf-8"))
    editie["bronnen"]["grenzen"] = {"register": "gemeentegrenzen-2023"}
    with pytest.raises(InvoerFout, match=r"bronnen\.grenzen\.register") as fout:
        controleer_editie(editie, SCHEMA, str(pad), REGISTER)
    assert "gemeentegrenzen-2022" in str(fout.value)
