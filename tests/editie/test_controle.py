"""Config of an edition: every mistake is one Dutch message before any job starts."""

from __future__ import annotations

import copy
import datetime as dt
from pathlib import Path

import pytest
import yaml

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.editie.controle import controleer_editie, zoek_bronnen

WORTEL = Path(__file__).resolve().parents[2]
SCHEMA = yaml.safe_load((WORTEL / "config" / "schema.yaml").read_text("utf-8"))
VOORBEELD = yaml.safe_load((WORTEL / "config" / "config.yaml").read_text("utf-8"))
REGEL = {"soort": "laagste_scores", "jaar": 2002, "aantal": 140, "min_inwoners": 1000}
WEG = object()


@pytest.fixture
def editie():
    return copy.deepcopy(VOORBEELD)


def zet(editie, pad, waarde):
    """Set (or with WEG remove) the key at a dotted path."""
    *ouders, laatste = pad.split(".")
    blok = editie
    for ouder in ouders:
        blok = blok[ouder]
    if waarde is WEG:
        del blok[laatste]
    else:
        blok[laatste] = waarde


def melding(editie):
    with pytest.raises(InvoerFout) as fout:
        controleer_editie(editie, SCHEMA, "config/proef.yaml")
    tekst = str(fout.value)
    assert tekst.startswith("FOUT in bestand config/proef.yaml")
    assert "Wat te doen:" in tekst
    return tekst


def test_de_datum_wordt_tekst_en_de_invoer_blijft_zoals_zij_was(editie):
    editie["teksten"]["datum"] = dt.date(2017, 3, 7)
    uit = controleer_editie(editie, SCHEMA)
    assert uit["teksten"]["datum"] == "2017-03-07"
    assert editie["teksten"]["datum"] == dt.date(2017, 3, 7)
    assert {**uit, "teksten": None} == {**editie, "teksten": None}


# ---------------------------------------------------------------------------- keys


@pytest.mark.parametrize(
    ("pad", "sleutel", "hint"),
    [
        ("factorn", "factorn", "Bedoelde u factoren"),
        ("clusters.dleta", "clusters.dleta", "Bedoelde u delta?"),
        ("clusters.gevoeligheid.klasse", "clusters.gevoeligheid.klasse", "Mogelijk zijn: delta, "),
        ("bronnen.context.sha265", "bronnen.context.sha265", "Bedoelde u sha256?"),
        ("qqqq", "qqqq", "Mogelijk zijn: editie, fictief, teksten"),
    ],
)
def test_onbekende_sleutel_noemt_plaats_en_bedoelde_naam(editie, pad, sleutel, hint):
    zet(editie, pad, 1)
    tekst = melding(editie)
    assert f"sleutel '{sleutel}'" in tekst
    assert "deze sleutel bestaat niet in de configuratie van een editie" in tekst
    assert hint in tekst


def test_een_spelfout_wordt_gemeld_als_onbekende_sleutel_niet_als_ontbrekende(editie):
    editie["bassisjaar"] = editie.pop("basisjaar")
    assert "sleutel 'bassisjaar'" in (tekst := melding(editie))
    assert "Bedoelde u basisjaar" in tekst


def test_yaml_maakt_van_on_en_van_een_jaar_geen_tekst_maar_de_melding_blijft(editie):
    editie |= {True: 1, 2002: 1, "zzz": 1}
    assert "deze sleutel bestaat niet" in melding(editie)


@pytest.mark.parametrize(
    "pad", ["jaren", "teksten.titel", "clusters.gevoeligheid.delta", "bronnen.leefbaarometer"]
)
def test_ontbrekende_sleutel(editie, pad):
    zet(editie, pad, WEG)
    tekst = melding(editie)
    assert f"sleutel '{pad}': deze sleutel ontbreekt" in tekst
    assert "config/README.md legt hem uit" in tekst


@pytest.mark.parametrize(
    "pad", ["teksten", "jaren", "eindjaar", "clusters.delta", "selectie.soort"]
)
def test_lege_sleutel(editie, pad):
    zet(editie, pad, None)
    tekst = melding(editie)
    assert f"sleutel '{pad}': deze sleutel is leeg gelaten" in tekst


@pytest.mark.parametrize(
    ("pad", "waarde", "wat"),
    [
        ("eindjaar", "2014", "hier hoort een geheel getal"),
        ("eindjaar", 2014.0, "hier hoort een geheel getal"),
        ("eindjaar", True, "hier hoort een geheel getal"),
        ("clusters.delta", "0,02", "hier hoort een getal (met een punt als decimaalteken)"),
        ("clusters.delta", float("nan"), "hier hoort een getal"),
        ("jaren", 2014, "hier hoort een lijst"),
        ("teksten", "tekst", "hier hoort een blok met sleutels"),
        ("fictief", "ja", "hier hoort true of false"),
        ("teksten.titel", 2017, "hier hoort tekst"),
    ],
)
def test_verkeerde_soort(editie, pad, waarde, wat):
    zet(editie, pad, waarde)
    tekst = melding(editie)
    assert f"sleutel '{pad}'" in tekst
    assert f"waarde '{waarde}'" in tekst
    assert wat in tekst


def test_verkeerde_soort_in_een_lijst_noemt_de_plaats(editie):
    editie["klassen"]["grenzen"][2] = "3,821"
    assert "sleutel 'klassen.grenzen.2', waarde '3,821': hier hoort een getal" in melding(editie)


def test_een_thema_heeft_een_naam_van_letters(editie):
    editie["wijkanalyses"]["themas"][2015] = "Woningwet"
    assert "waarde '2015': hier hoort tekst" in melding(editie)
    editie["wijkanalyses"]["themas"].pop(2015)
    editie["wijkanalyses"]["themas"]["Woning wet"] = "Woningwet"
    assert "waarde 'Woning wet': de waarde heeft niet de vereiste vorm" in melding(editie)


@pytest.mark.parametrize(
    ("pad", "waarde", "hint"),
    [
        ("rapport.engine", "quatro", "Bedoelde u quarto of auto?"),
        ("rapport.engine", "xelatex", "Kies uit: auto, quarto, pandoc."),
        ("regressie.hoofdmodel", "ancove", "Bedoelde u ancova?"),
        ("selectie.soort", "laagste", "Bedoelde u laagste_scores?"),
    ],
)
def test_geen_van_de_keuzes(editie, pad, waarde, hint):
    zet(editie, pad, waarde)
    tekst = melding(editie)
    assert f"sleutel '{pad}', waarde '{waarde}': deze waarde is geen van de keuzes" in tekst
    assert hint in tekst


@pytest.mark.parametrize(
    ("pad", "waarde", "wat"),
    [
        ("clusters.delta", -0.1, "de waarde is te klein; het minimum is 0"),
        ("clusters.delta", 2, "de waarde is te groot; het maximum is 1"),
        ("clusters.voldoende_vanaf_klasse", 10, "het maximum is 9"),
        ("basisjaar", 202, "het minimum is 1990"),
        ("klassen.grenzen", [3.7, 3.8], "de lijst is te kort; het minste aantal is 8"),
        ("klassen.grenzen", list(range(9)), "de lijst is te lang; het grootste aantal is 8"),
        ("jaren", [2002, 2002, 2008], "de lijst heeft een waarde dubbel"),
        ("factoren", [], "de lijst is te kort"),
        ("editie", "Mijn editie", "de waarde heeft niet de vereiste vorm"),
        ("editie", "../elders", "de waarde heeft niet de vereiste vorm"),
        ("teksten.datum", "7 maart 2017", "de waarde heeft niet de vereiste vorm"),
        ("teksten.titel", "", "de tekst is leeg"),
        ("regressie.steekproeven", ["in_aanmerking"], "in de lijst ontbreekt selectie"),
        ("wijkanalyses.themas", {}, "het blok is leeg"),
    ],
)
def test_waarde_buiten_de_regels_van_het_schema(editie, pad, waarde, wat):
    zet(editie, pad, waarde)
    tekst = melding(editie)
    assert f"sleutel '{pad}'" in tekst
    assert wat in tekst


@pytest.mark.parametrize("inhoud", [None, "tekst", ["editie"], {}])
def test_een_bestand_dat_geen_blok_met_sleutels_is(inhoud):
    assert "FOUT in bestand config/proef.yaml" in melding(inhoud)


# ---------------------------------------------------------------------------- between keys


@pytest.mark.parametrize(
    "pad",
    [
        *("basisjaar", "eindjaar", "clusters.langjaar", "clusters.crisisjaar"),
        *("stijgers_dalers.van", "stijgers_dalers.tot"),
    ],
)
def test_een_jaar_dat_niet_in_jaren_staat(editie, pad):
    zet(editie, pad, 2010)
    tekst = melding(editie)
    assert f"sleutel '{pad}', waarde '2010': dit jaar staat niet in 'jaren'" in tekst
    assert "Kies een van de jaren 2002, 2008, 2012" in tekst


@pytest.mark.parametrize(
    "pad", ["vensters", "decompositie_vensters", "regressie.vensters", "regressie.hoofdvenster"]
)
def test_een_venster_met_een_jaar_dat_er_niet_is(editie, pad):
    venster = [2012, 2013]
    zet(editie, pad, venster if pad.endswith("hoofdvenster") else [[2002, 2008], venster])
    assert f"sleutel '{pad}', waarde '2013': dit jaar staat niet in 'jaren'" in melding(editie)


@pytest.mark.parametrize("venster", [[2014, 2012], [2014, 2014]])
@pytest.mark.parametrize(
    "pad", ["vensters", "decompositie_vensters", "regressie.vensters", "regressie.hoofdvenster"]
)
def test_een_venster_loopt_vooruit(editie, pad, venster):
    zet(editie, pad, venster if pad.endswith("hoofdvenster") else [[2002, 2008], venster])
    tekst = melding(editie)
    assert f"sleutel '{pad}', waarde '{venster}'" in tekst
    assert "een venster loopt van een vroeger naar een later jaar" in tekst


def test_meetjaren_lopen_op(editie):
    editie["jaren"] = [2002, 2012, 2008]
    tekst = melding(editie)
    assert "de meetjaren staan niet oplopend" in tekst
    assert "Schrijf [2002, 2008, 2012]." in tekst


@pytest.mark.parametrize(
    ("pad", "jaar"),
    [("clusters.langjaar", 2012), ("clusters.crisisjaar", 2014), ("eindjaar", 2008)],
)
def test_de_clusterregel_vraagt_drie_oplopende_jaren(editie, pad, jaar):
    zet(editie, pad, jaar)
    assert "de clusterregel vraagt langjaar < crisisjaar < eindjaar" in melding(editie)


@pytest.mark.parametrize("weg", [[2008, 2012], [2012, 2014]])
def test_het_rapport_beschrijft_twee_vensters_die_er_dus_moeten_zijn(editie, weg):
    editie["vensters"].remove(weg)
    tekst = melding(editie)
    assert f"sleutel 'vensters', waarde '{weg}': het rapport beschrijft deze periode" in tekst


@pytest.mark.parametrize(
    ("pad", "waarde", "tekst"),
    [
        ("inferentie.primaire_factoren", ["corporatie_pct_2009"], "Bedoelde u corporatie_pct_2008"),
        ("inferentie.dimensie_van_factor", {"corporatie_pct_2009": "won"}, "corporatie_pct_2009"),
        ("inferentie.dimensie_van_factor", {"corporatie_pct_2008": "wonen"}, "wonen"),
        ("inferentie.trekkingen", 98, "het minimum is 99"),
        ("inferentie.min_gemeenten", 4, "het minimum is 5"),
        ("inferentie.imputaties", 5, "het minimum is 20"),
        ("inferentie.primaire_schatter", "crv2", "Bedoelde u crv"),
        ("inferentie.controles.lord", "aan", "true of false"),
    ],
)
def test_een_onmogelijke_instelling_van_de_controles(editie, pad, waarde, tekst):
    zet(editie, pad, waarde)
    assert tekst in melding(editie)


def test_stijgers_en_dalers_lopen_vooruit(editie):
    editie["stijgers_dalers"] |= {"van": 2016, "tot": 2012}
    assert "sleutel 'stijgers_dalers', waarde '[2016, 2012]'" in melding(editie)


@pytest.mark.parametrize(
    ("wijziging", "sleutel", "soort"),
    [
        ({"labels": WEG}, "selectie.labels", "lijst"),
        ({"jaar": 2002}, "selectie.jaar", "laagste_scores"),
        ({"aantal": 140}, "selectie.aantal", "laagste_scores"),
        ({"soort": "laagste_scores"}, "selectie.labels", "lijst"),
        ({"soort": "laagste_scores", "labels": WEG}, "selectie.jaar", "laagste_scores"),
    ],
)
def test_sleutels_van_de_selectie_passen_bij_haar_soort(editie, wijziging, sleutel, soort):
    for naam, waarde in wijziging.items():
        zet(editie, f"selectie.{naam}", waarde)
    tekst = melding(editie)
    assert f"sleutel '{sleutel}'" in tekst
    assert f"deze sleutel hoort bij selectie.soort '{soort}', en alleen daarbij" in tekst


def test_een_selectielijst_hoort_bij_een_lijst(editie):
    zonder = copy.deepcopy(editie)
    del zonder["bronnen"]["selectielijst"]
    assert "sleutel 'bronnen.selectielijst'" in melding(zonder)
    editie["selectie"] = REGEL | {"min_inwoners_gemeente": 70000}
    assert "een selectielijst hoort bij selectie.soort 'lijst'" in melding(editie)
    del editie["bronnen"]["selectielijst"]
    assert controleer_editie(editie, SCHEMA)["selectie"]["aantal"] == 140


def test_het_selectiejaar_ligt_niet_na_het_eindjaar_en_staat_in_jaren(editie):
    del editie["bronnen"]["selectielijst"]
    editie["selectie"] = REGEL | {"min_inwoners_gemeente": 70000, "jaar": 2016}
    assert "sleutel 'selectie.jaar', waarde '2016': het selectiejaar ligt na" in melding(editie)
    editie["selectie"]["jaar"] = 2003
    assert "sleutel 'selectie.jaar', waarde '2003': dit jaar staat niet in" in melding(editie)


@pytest.mark.parametrize(
    ("pad", "waarde"),
    [
        ("bronnen.leefbaarometer.bestand", "../scores.csv"),
        ("bronnen.context.bestand", "map/../../context.csv"),
        ("bronnen.codeboek.bestand", "/elders/codeboek.csv"),
        ("bronnen.selectielijst.bestand", ".."),
        ("bronnen.wijkanalyses.map", "../wijkanalyses"),
        ("bronnen.grenzen", {"gemeenten": "/grenzen.gpkg"}),
    ],
)
def test_een_bronbestand_ligt_binnen_bronnen_map(editie, pad, waarde):
    zet(editie, pad, waarde)
    tekst = melding(editie)
    assert f"sleutel '{pad}" in tekst
    assert "een bronbestand ligt binnen bronnen_map" in tekst


@pytest.mark.parametrize("i", [0, 3, 7])
def test_klassegrenzen_lopen_op_zonder_dubbele(editie, i):
    grenzen = editie["klassen"]["grenzen"]
    grenzen[i] = grenzen[i - 1]  # for the first: the last, so the order breaks
    tekst = melding(editie)
    assert "sleutel 'klassen.grenzen'" in tekst
    assert "klassegrenzen lopen op, zonder dubbele" in tekst


def test_hoofdvenster_en_hoofdmodel_staan_in_hun_lijst(editie):
    editie["regressie"]["hoofdvenster"] = [2002, 2014]
    assert "het hoofdvenster is geen van de uitkomstvensters" in melding(editie)
    editie["regressie"]["vensters"].append([2002, 2014])
    editie["regressie"]["modellen"] = ["verandering"]
    assert "het hoofdmodel is geen van de modellen" in melding(editie)


def test_een_kenmerk_is_geen_factor_maar_inwoners_mag(editie):
    editie["factoren"].append("gm_code")
    tekst = melding(editie)
    assert "sleutel 'factoren', waarde 'gm_code': deze kolom is een kenmerk" in tekst
    editie["factoren"][-1] = editie["kenmerken"]["inwoners"]
    assert controleer_editie(editie, SCHEMA)["factoren"][-1] == "inwoners_2008"


@pytest.mark.parametrize("datum", ["2017-02-30", "2017-13-01", "2017-00-10"])
def test_een_datum_die_niet_bestaat(editie, datum):
    editie["teksten"]["datum"] = datum
    assert f"waarde '{datum}': deze datum bestaat niet" in melding(editie)


@pytest.mark.parametrize("datum", ["0217-03-07", dt.date(1979, 12, 31), "2108-01-01"])
def test_een_datum_die_geen_datum_van_uitgave_kan_zijn(editie, datum):
    editie["teksten"]["datum"] = datum
    assert "sleutel 'teksten.datum'" in (tekst := melding(editie))
    assert "ligt niet tussen 1990 en 2100" in tekst


# ---------------------------------------------------------------------------- source files


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
