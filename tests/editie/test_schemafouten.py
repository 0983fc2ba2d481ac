"""The closed schema: every error is one Dutch message that names the key."""

from __future__ import annotations

import pytest

from hulp.editie import SCHEMA, WEG, melding, zet
from leefbaarheid.editie.controle import controleer_editie


@pytest.mark.parametrize(
    ("pad", "sleutel", "hint"),
    [
        ("factorn", "factorn", "Bedoelde u factoren"),
        ("clusters.dleta", "clusters.dleta", "Bedoelde u delta?"),
        ("clusters.gevoeligheid.klasse", "clusters.gevoeligheid.klasse", "Mogelijk zijn: delta, "),
        ("bronnen.context.sha265", "bronnen.context.sha265", "Bedoelde u sha256?"),
        ("qqqq", "qqqq", "Mogelijk zijn: editie, fictief, gebied, teksten"),
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
        (
            "clusters.delta",
            [0.02],
            "hier hoort een getal (met een punt als decimaalteken) of een blok",
        ),
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


def test_de_marge_mag_uit_de_meetfout_volgen(editie):
    zet(editie, "clusters.delta", {"uit_meetfout": 1.645})
    gecontroleerd = controleer_editie(editie, SCHEMA, "config/proef.yaml")
    assert gecontroleerd["clusters"]["delta"] == {"uit_meetfout": 1.645}
    zet(editie, "clusters.delta", {"uit_meetfouten": 1.645})
    assert "Bedoelde u uit_meetfout?" in melding(editie)
    zet(editie, "clusters.delta", {})
    assert "sleutel 'clusters.delta.uit_meetfout': deze sleutel ontbreekt" in melding(editie)
