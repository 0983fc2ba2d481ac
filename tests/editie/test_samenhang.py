"""Checks between the keys of an edition: the first problem is one Dutch message."""

from __future__ import annotations

import copy
import datetime as dt

import pytest

from hulp.ander_gebied import EIGEN
from hulp.editie import REGEL, SCHEMA, WEG, melding, zet
from leefbaarheid.basis.voorregistratie import als_blok, gewijzigd
from leefbaarheid.editie.controle import controleer_editie
from leefbaarheid.editie.samenhang import alle_labels, controleer_samenhang


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
        ({"jaar": 2002}, "selectie.jaar", "laagste_scores"),
        ({"aantal": 140}, "selectie.aantal", "laagste_scores"),
        ({"soort": "laagste_scores"}, "selectie.jaar", "laagste_scores"),
        ({"soort": "laagste_scores", "labels": WEG}, "selectie.jaar", "laagste_scores"),
    ],
)
def test_sleutels_van_de_selectie_passen_bij_haar_soort(editie, wijziging, sleutel, soort):
    for naam, waarde in wijziging.items():
        zet(editie, f"selectie.{naam}", waarde)
    tekst = melding(editie)
    assert f"sleutel '{sleutel}'" in tekst
    assert f"deze sleutel hoort bij selectie.soort '{soort}', en alleen daarbij" in tekst


def test_een_selectielijst_en_labels_horen_bij_elkaar(editie):
    zonder = copy.deepcopy(editie)
    del zonder["bronnen"]["selectielijst"]
    assert "sleutel 'bronnen.selectielijst', waarde '(ontbreekt)'" in melding(zonder)
    zonder = copy.deepcopy(editie)
    zet(zonder, "selectie.labels", WEG)
    assert "selectie.soort 'lijst' vraagt labels" in melding(zonder)
    editie["selectie"] = REGEL | {"min_inwoners_gemeente": 70000}
    assert "een selectielijst en selectie.labels horen bij elkaar" in melding(editie)
    del editie["bronnen"]["selectielijst"]
    assert controleer_editie(editie, SCHEMA)["selectie"]["aantal"] == 140


VARIANT = {"labels": ["zeker"], "kop": "Zeker", "omschrijving": "wijken waarvan het zeker is"}


def test_een_variant_van_de_selectie_kiest_met_andere_labels_van_een_lijst(editie):
    editie["selectie"]["varianten"] = {"alleen_zeker": VARIANT}
    herleid = {"zeker": {"kolom": "zekerheid", "waarden": ["zeker"]}}
    editie["bronnen"]["selectielijst"]["uit_kolom"] = herleid
    goed = controleer_editie(copy.deepcopy(editie), SCHEMA)
    assert alle_labels(goed["selectie"])[-1] == "zeker"
    editie["bronnen"]["selectielijst"]["uit_kolom"] = {"zekr": herleid["zeker"]}
    tekst = melding(editie)
    assert "uit_kolom.zekr" in tekst
    assert "de selectie gebruikt dit label niet" in tekst
    assert "Bedoelde u zeker?" in tekst


@pytest.mark.parametrize("naam", ["editie", "zonder_voorwaarden"])
def test_een_variant_heeft_een_eigen_naam(editie, naam):
    editie["selectie"]["varianten"] = {naam: VARIANT}
    assert f"sleutel 'selectie.varianten.{naam}'" in melding(editie)


def test_een_regel_heeft_geen_varianten_met_labels(editie):
    editie["selectie"] = REGEL | {"min_inwoners_gemeente": 70000, "labels": ["aandachtswijk"]}
    editie["selectie"]["varianten"] = {"alleen_zeker": VARIANT}
    assert "zij hoort bij selectie.soort 'lijst'" in melding(editie)


def test_naast_een_regel_geeft_een_lijst_alleen_labels_en_mag_zij_optioneel_zijn(editie):
    editie["bronnen"]["selectielijst"]["optioneel"] = True
    assert "een lijst waarmee gekozen wordt, is niet optioneel" in melding(editie)
    editie["selectie"] = REGEL | {"min_inwoners_gemeente": 70000, "labels": ["aandachtswijk"]}
    assert controleer_editie(editie, SCHEMA)["selectie"]["labels"] == ["aandachtswijk"]


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
        ("bronnen.adviezen.map", "../adviezen"),
        ("bronnen.grenzen", {"gemeenten": "/grenzen.gpkg"}),
    ],
)
def test_een_bronbestand_ligt_binnen_bronnen_map(editie, pad, waarde):
    zet(editie, pad, waarde)
    tekst = melding(editie)
    assert f"sleutel '{pad}" in tekst
    assert "dit bestand ligt binnen bronnen_map" in tekst


@pytest.mark.parametrize(
    ("themas", "wat"),
    [
        ([["fysiek"], ["sociaal", "fysiek"]], "dit thema hoort al bij een ander domein"),
        ([["fysiekk"]], "dit thema staat niet in wijkanalyses.themas"),
    ],
)
def test_een_domein_heeft_eigen_themas_van_de_editie(editie, themas, wat):
    domeinen = [{"naam": f"Domein {n}", "themas": eigen} for n, eigen in enumerate(themas)]
    zet(editie, "wijkanalyses.domeinen", domeinen)
    assert wat in melding(editie)


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


@pytest.fixture
def met_vastlegging(editie):
    editie.pop("voorregistratie", None)
    return editie | {"voorregistratie": als_blok(editie, "2026-11-26", True)}


def test_een_vastlegging_die_met_de_hand_is_gewijzigd(met_vastlegging):
    met_vastlegging["voorregistratie"]["keuzes"]["eindjaar"] = 2016
    tekst = melding(met_vastlegging)
    assert "sleutel 'voorregistratie.vingerafdruk'" in tekst
    assert "make voorregistratie" in tekst


def test_een_vastlegging_van_iets_dat_geen_keuze_is(met_vastlegging):
    met_vastlegging["voorregistratie"]["keuzes"]["factorn"] = []
    assert "Bedoelde u factoren?" in melding(met_vastlegging)


def test_de_dag_van_vastleggen_bestaat(met_vastlegging):
    met_vastlegging["voorregistratie"]["datum"] = "2026-02-30"
    assert "sleutel 'voorregistratie.datum'" in melding(met_vastlegging)


def test_een_gewijzigde_keuze_houdt_de_run_niet_tegen(met_vastlegging):
    met_vastlegging["clusters"]["delta"] = 0.05
    uit = controleer_editie(met_vastlegging, SCHEMA)
    assert [w.keuze for w in gewijzigd(uit)] == ["clusters"]


def test_een_dag_zonder_aanhalingstekens_wordt_tekst(met_vastlegging):
    met_vastlegging["voorregistratie"]["datum"] = dt.date(2026, 11, 26)
    assert controleer_editie(met_vastlegging, SCHEMA)["voorregistratie"]["datum"] == "2026-11-26"


def test_een_voorwaarde_met_een_minimum_boven_het_maximum(editie):
    zet(editie, "selectie.voorwaarden", {"corporatie_pct_2008": {"min": 60, "max": 50}})
    tekst = melding(editie)
    assert "sleutel 'selectie.voorwaarden.corporatie_pct_2008'" in tekst
    assert "het minimum van deze voorwaarde ligt boven haar maximum" in tekst


@pytest.mark.parametrize("grens", [{}, {"waarom": "Zo is het."}, {"minimum": 5}, {"min": "veel"}])
def test_een_voorwaarde_heeft_een_grens(editie, grens):
    zet(editie, "selectie.voorwaarden", {"corporatie_pct_2008": grens})
    assert "selectie.voorwaarden.corporatie_pct_2008" in melding(editie)


@pytest.mark.parametrize(
    ("sleutel", "waarde", "wat"),
    [
        ("basisjaar", 2010, "dit jaar staat niet in 'jaren'"),
        ("label", "aandachtswijken", "dit label staat niet bij 'selectie.labels'"),
    ],
)
def test_waar_alle_jaren_mee_vergeleken_worden_bestaat(editie, sleutel, waarde, wat):
    editie["inferentie"]["gebeurtenis"] = {sleutel: waarde}
    assert f"'inferentie.gebeurtenis.{sleutel}', waarde '{waarde}': {wat}" in melding(editie)


def test_zonder_keuze_zijn_dat_het_crisisjaar_en_het_eerste_label(editie):
    assert _gebeurtenis(editie) == {"basisjaar": 2012, "label": "aandachtswijk"}
    editie["inferentie"]["gebeurtenis"] = {"basisjaar": 2008}
    assert _gebeurtenis(editie) == {"basisjaar": 2008, "label": "aandachtswijk"}
    editie["selectie"] |= {"soort": "laagste_scores", "jaar": 2002, "aantal": 140}
    del editie["selectie"]["labels"], editie["bronnen"]["selectielijst"]
    editie.pop("voorregistratie", None)
    assert _gebeurtenis(editie) == {"basisjaar": 2008, "label": ""}


def _gebeurtenis(editie):
    return controleer_editie(copy.deepcopy(editie), SCHEMA)["inferentie"]["gebeurtenis"]


def test_een_editie_over_een_ander_gebied(editie):
    zet(editie, "gebied", "buurt")
    zet(editie, "accepteer_ontbrekend", ["BU90010000"])
    controleer_samenhang(editie, "proef.yaml")
    zet(editie, "accepteer_ontbrekend", ["WK900100"])
    tekst = melding(editie)
    assert (
        "sleutel 'accepteer_ontbrekend', waarde 'WK900100': dit is geen code van een buurt" in tekst
    )


@pytest.mark.parametrize(
    ("wijzig", "delen"),
    [
        ({"vorm": "K[0-9"}, ["sleutel 'gebied.vorm'", "geen reguliere uitdrukking"]),
        ({"voorbeeld": "K1"}, ["sleutel 'gebied.voorbeeld'", "heeft niet de vorm van de codes"]),
        ({"naam": "kern_code"}, ["sleutel 'gebied.naam'", "niet in dezelfde kolom"]),
        ({"meervoud": ""}, ["sleutel 'gebied.meervoud'"]),
        ({"kleur": "rood"}, ["sleutel 'gebied.kleur'"]),
    ],
)
def test_een_eigen_gebied(editie, wijzig, delen):
    zet(editie, "gebied", EIGEN)
    controleer_samenhang(editie, "proef.yaml")
    zet(editie, "gebied", EIGEN | wijzig)
    tekst = melding(editie)
    for deel in delen:
        assert deel in tekst


def test_een_gebied_dat_er_niet_is(editie):
    zet(editie, "gebied", "provincie")
    assert "sleutel 'gebied', waarde 'provincie'" in melding(editie)


@pytest.mark.parametrize("sleutel", ["concordantie", "context.recept"])
def test_een_bron_die_alleen_van_wijken_is(editie, sleutel):
    zet(editie, "gebied", "gemeente")
    zet(
        editie,
        f"bronnen.{sleutel}",
        {"bestand": "x.csv"} if sleutel == "concordantie" else "x.yaml",
    )
    assert "dit kan alleen in een editie over wijken" in melding(editie)
