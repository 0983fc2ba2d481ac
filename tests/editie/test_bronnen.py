"""Source files of an edition are found by name, or a message says where to get them."""

from __future__ import annotations

import os

import pytest

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.editie.bronnen import zoek_bronnen


@pytest.fixture
def map_met_bronnen(tmp_path, editie):
    for bron in ("leefbaarometer", "context", "codeboek", "selectielijst"):
        (tmp_path / editie["bronnen"][bron]["bestand"]).touch()
    (tmp_path / "wijkanalyses" / "beeld").mkdir(parents=True)
    (tmp_path / "adviezen").mkdir()
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


def test_de_map_met_adviezen_is_een_bron_zoals_die_met_wijkanalyses(map_met_bronnen, editie):
    (map_met_bronnen / "adviezen" / "fysiek.md").touch()
    assert zoek_bronnen(editie)["adviezen"] == [str(map_met_bronnen / "adviezen" / "fysiek.md")]
    (map_met_bronnen / "adviezen" / "fysiek.md").unlink()
    (map_met_bronnen / "adviezen").rmdir()
    with pytest.raises(InvoerFout, match="de map met adviezen is er niet"):
        zoek_bronnen(editie)


def test_een_bronbestand_dat_er_niet_is_noemt_waar_het_te_krijgen_is(map_met_bronnen, editie):
    pad = map_met_bronnen / editie["bronnen"]["leefbaarometer"]["bestand"]
    pad.unlink()
    with pytest.raises(InvoerFout) as fout:
        zoek_bronnen(editie)
    tekst = str(fout.value)
    assert f"FOUT in bestand {pad}: dit bronbestand is er niet" in tekst
    assert "--config bronnen_map=<map>" in tekst
    assert "Het bestand is te krijgen via: make voorbeelddata" in tekst


def test_een_logo_is_een_bestand_bij_de_bronnen(map_met_bronnen, editie):
    editie["huisstijl"] = {"logo": {"bestand": "stijl/logo.svg", "tekst": "Een blok"}}
    pad = map_met_bronnen / "stijl" / "logo.svg"
    with pytest.raises(InvoerFout, match="dit bronbestand is er niet") as fout:
        zoek_bronnen(editie)
    assert str(pad) in str(fout.value)
    pad.parent.mkdir()
    pad.touch()
    assert zoek_bronnen(editie)["logo"] == str(pad)


def test_een_optioneel_bestand_mag_ontbreken(map_met_bronnen, editie):
    lijst = editie["bronnen"]["selectielijst"]
    (map_met_bronnen / lijst["bestand"]).unlink()
    with pytest.raises(InvoerFout, match="dit bronbestand is er niet"):
        zoek_bronnen(editie)
    lijst["optioneel"] = True
    assert "selectielijst" not in zoek_bronnen(editie)
    (map_met_bronnen / lijst["bestand"]).touch()
    assert "selectielijst" in zoek_bronnen(editie)


def test_grenzen_zijn_een_bestand_en_wijkanalyses_een_map(map_met_bronnen, editie):
    editie["bronnen"]["grenzen"] = {"gemeenten": "gemeenten.gpkg"}
    with pytest.raises(InvoerFout, match=r"gemeenten\.gpkg: dit bronbestand is er niet"):
        zoek_bronnen(editie)
    (map_met_bronnen / "gemeenten.gpkg").touch()
    assert zoek_bronnen(editie)["grenzen"] == str(map_met_bronnen / "gemeenten.gpkg")
    editie["bronnen"]["wijkanalyses"]["map"] = "gemeenten.gpkg"
    with pytest.raises(InvoerFout, match="de map met wijkanalyses is er niet"):
        zoek_bronnen(editie)


NAMEN = {
    "procenten": "100% %s.md",
    "aanhalingstekens": '\'t "Zand".md',
    "spaties": "  een  wijk .md",
    "streepje vooraan": "-wijk.md",
    "dollarteken": "$HOME `ls`.md",
    "sterretje": "*[a].md",
    "losse accenten": "cafe\u0301.md",
    "letters van elders": "Škoda-Łódź.md",
    "hekje en puntkomma": "wijk #1; nieuw.md",
    "honderd tekens": "w" * 100 + ".md",
}


@pytest.mark.parametrize("geval", NAMEN)
def test_een_gewone_maar_lastige_naam_mag(map_met_bronnen, editie, geval):
    pad = map_met_bronnen / "wijkanalyses" / NAMEN[geval]
    pad.touch()

    assert zoek_bronnen(editie)["wijkanalyses"] == [str(pad)]


@pytest.mark.parametrize(
    ("naam", "melding"),
    [
        ("wijk\noud.md", "wijk▯oud.md: de naam van dit bestand heeft een teken"),
        ("wijk\told.md", "wijk▯old.md"),
        ("wijk\u202edm.md", "wijk▯dm.md"),
        ("wijk\u200b.md", "niet te zien"),
        ("w" * 240 + ".md", "240 tekens, en hoogstens 100 mag"),
        ("wijk {oud}.md", "wijk {oud}.md: in de naam van dit bestand of zijn map staat een acco"),
        ("{{wijk}}.md", "een naam zonder { en }"),
        ("wijk }.md", "een naam zonder { en }"),
        ("foto {1}.png", "een naam zonder { en }"),
    ],
)
def test_een_naam_waar_programmas_over_struikelen_is_een_melding(
    map_met_bronnen, editie, naam, melding
):
    (map_met_bronnen / "wijkanalyses" / naam).touch()

    with pytest.raises(InvoerFout) as fout:
        zoek_bronnen(editie)
    assert melding in str(fout.value)
    assert len(str(fout.value).splitlines()) == 2


def test_een_naam_in_een_andere_tekenset_is_een_melding(map_met_bronnen, editie):
    (map_met_bronnen / "wijkanalyses" / os.fsdecode(b"caf\xe9.md")).touch()

    with pytest.raises(InvoerFout, match=r"caf▯\.md.*niet in UTF-8") as fout:
        zoek_bronnen(editie)
    str(fout.value).encode()  # can be printed


@pytest.mark.parametrize(
    "naam", ["wijkanalyses", "Wijkanalyses", "wijk-analyses 2017", "Wijkanalyse"]
)
def test_een_map_met_wijkanalyses_die_niemand_noemt(map_met_bronnen, editie, naam):
    del editie["bronnen"]["wijkanalyses"]
    assert "wijkanalyses_ongenoemd" not in zoek_bronnen(editie)  # it is empty
    map_ = map_met_bronnen / "wijkanalyses"
    for bestand in ("a.md", "b.DOCX", "README.md", "foto.png"):
        (map_ / bestand).touch()
    map_.rename(map_met_bronnen / naam)

    assert zoek_bronnen(editie)["wijkanalyses_ongenoemd"] == {"map": naam, "n": 2}


def test_een_map_die_genoemd_is_blijft_onbesproken(map_met_bronnen, editie):
    (map_met_bronnen / "wijkanalyses" / "a.md").touch()

    assert "wijkanalyses_ongenoemd" not in zoek_bronnen(editie)


def test_een_accolade_in_de_naam_van_een_bron_is_een_melding(map_met_bronnen, editie):
    oud = editie["bronnen"]["context"]["bestand"]
    editie["bronnen"]["context"]["bestand"] = "context {2008}.csv"
    (map_met_bronnen / oud).rename(map_met_bronnen / "context {2008}.csv")

    with pytest.raises(InvoerFout, match="accolade"):
        zoek_bronnen(editie)


def test_alle_namen_die_niet_kunnen_in_een_melding(map_met_bronnen, editie):
    for naam in ("a {1}.md", "b {2}.md"):
        (map_met_bronnen / "wijkanalyses" / naam).touch()

    with pytest.raises(InvoerFout, match="2 fouten in 2 bestanden"):
        zoek_bronnen(editie)
