"""Source files of an edition are found by name, or a message says where to get them."""

from __future__ import annotations

import pytest

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.editie.bronnen import zoek_bronnen


@pytest.fixture
def map_met_bronnen(tmp_path, editie):
    for bron in ("leefbaarometer", "context", "codeboek", "selectielijst"):
        (tmp_path / editie["bronnen"][bron]["bestand"]).touch()
    (tmp_path / "wijkanalyses" / "beeld").mkdir(parents=True)
    editie["bronnen_map"] = str(tmp_path)
    return tmp_path


def test_bronnen_worden_gevonden_zonder_ze_te_lezen(map_met_bronnen, editie):
    analyses = map_met_bronnen / "wijkanalyses"
    for naam in ("b.md", "a.docx", ".verborgen", "~$a.docx", "beeld/kaart.png"):
        (analyses / naam).touch()
    paden = zoek_bronnen(editie)
    assert paden["context"] == str(map_met_bronnen / "contextfactoren-wijken.csv")
    assert paden["wijkanalyses_map"] == str(analyses)
    assert paden["wijkanalyses"] == [
        str(analyses / naam) for naam in ("a.docx", "b.md", "beeld/kaart.png")
    ]
    assert "grenzen" not in paden


def test_een_editie_zonder_wijkanalyses_heeft_geen_map(map_met_bronnen, editie):
    del editie["bronnen"]["wijkanalyses"]
    assert {"wijkanalyses", "wijkanalyses_map"}.isdisjoint(zoek_bronnen(editie))


def test_een_bronbestand_dat_er_niet_is_noemt_waar_het_te_krijgen_is(map_met_bronnen, editie):
    pad = map_met_bronnen / editie["bronnen"]["leefbaarometer"]["bestand"]
    pad.unlink()
    with pytest.raises(InvoerFout) as fout:
        zoek_bronnen(editie)
    tekst = str(fout.value)
    assert f"FOUT in bestand {pad}: dit bronbestand is er niet" in tekst
    assert "--config bronnen_map=<map>" in tekst
    assert "Het bestand is te krijgen via: make voorbeelddata" in tekst


def test_grenzen_zijn_een_bestand_en_wijkanalyses_een_map(map_met_bronnen, editie):
    editie["bronnen"]["grenzen"] = {"gemeenten": "gemeenten.gpkg"}
    with pytest.raises(InvoerFout, match=r"gemeenten\.gpkg: dit bronbestand is er niet"):
        zoek_bronnen(editie)
    (map_met_bronnen / "gemeenten.gpkg").touch()
    assert zoek_bronnen(editie)["grenzen"] == str(map_met_bronnen / "gemeenten.gpkg")
    editie["bronnen"]["wijkanalyses"]["map"] = "gemeenten.gpkg"
    with pytest.raises(InvoerFout, match="de map met wijkanalyses is er niet"):
        zoek_bronnen(editie)
