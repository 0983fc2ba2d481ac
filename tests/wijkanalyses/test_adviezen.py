"""Advice and approaches: read field by field from an analysis, with a message where one is off."""

from __future__ import annotations

import pytest

from hulp.wijkanalyses import (
    THEMAS,
    kop,
    koptabel,
    lees_fout,
    regel_met,
    romp,
    schrijf_docx,
    schrijf_md,
)
from leefbaarheid.wijkanalyses.lezen import lees_bestand

ADVIES = "- wat: Maak een plan.\n- wie: gemeente\n- thema: sociaal\n- horizon: vier jaar\n"
OPGAVE = "- opgave: Weinig groen.\n- thema: Fysieke aanpak\n- aanpak: Bomen geplant.\n"


def _met(adviezen: str = "", aanpak: str = "") -> str:
    delen = [("Adviezen", adviezen), ("Aanpak in het kort", aanpak)]
    return romp() + "".join(f"\n## {naam}\n\n{tekst}" for naam, tekst in delen if tekst)


def test_adviezen_en_aanpakken_staan_per_veld_en_niet_in_de_tekst(tmp_path):
    tekst = kop() + _met(ADVIES + ADVIES.replace("horizon", "Financieringsvorm"), OPGAVE)

    analyse = lees_bestand(schrijf_md(tmp_path, tekst), THEMAS)

    eerste, tweede = analyse["adviezen"]
    assert (eerste["wat"], eerste["wie"], eerste["thema"]) == (
        "Maak een plan.",
        "gemeente",
        "sociaal",
    )
    assert (eerste["horizon"], eerste["bron"]) == ("vier jaar", "")
    assert tweede["financieringsvorm"] == "vier jaar"
    assert analyse["aanpakken"] == [
        {"opgave": "Weinig groen.", "thema": "fysiek", "aanpak": "Bomen geplant.", "opbrengst": ""}
    ]
    assert not any("Maak een plan" in tekst for tekst in analyse["secties"].values())


def test_zonder_adviezen_is_er_niets(tmp_path):
    analyse = lees_bestand(schrijf_md(tmp_path, kop() + romp()), THEMAS)

    assert (analyse["adviezen"], analyse["aanpakken"], analyse["citaten"]) == ([], [], [])


@pytest.mark.traag
def test_adviezen_uit_word_met_en_zonder_opsommingstekens(tmp_path):
    alineas = ADVIES.replace("- ", "\n")
    for adviezen in (ADVIES, alineas):
        pad = schrijf_docx(tmp_path, koptabel() + _met(adviezen))
        assert [a["wat"] for a in lees_bestand(pad, THEMAS)["adviezen"]] == ["Maak een plan."]


@pytest.mark.parametrize(
    ("adviezen", "zoek", "wat"),
    [
        (ADVIES.replace("- wie: gemeente\n", ""), "Maak een plan", "ontbreekt 'wie'"),
        (ADVIES.replace("sociaal", "water"), "water", "dit thema heeft de editie niet"),
        (ADVIES.replace("horizon", "horison"), "horison", "geen veld van een advies"),
        (ADVIES.replace("- wat: Maak een plan.\n", ""), "wie: gemeente", "begint met 'wat'"),
        (ADVIES + "- horizon: acht jaar\n", "acht jaar", "twee keer"),
        (ADVIES.replace("vier jaar", ""), "horizon:", "is leeg"),
        (ADVIES.replace("vier jaar", "jaar " * 200), "horizon:", "advies is"),
        ("Vrije tekst zonder veld.", "Vrije tekst", "geen veld van een advies"),
        ("### Kop\n", "## Adviezen", ""),
    ],
)
def test_een_advies_dat_niet_klopt_noemt_regel_en_remedie(tmp_path, adviezen, zoek, wat):
    fout = lees_fout(tmp_path, kop() + _met(adviezen))

    assert wat in fout.wat
    if wat:
        assert fout.regel == regel_met(tmp_path, zoek)


def test_opmaak_die_niet_mag_mag_ook_hier_niet(tmp_path):
    fout = lees_fout(tmp_path, kop() + _met(ADVIES + "- bron: <b>vet</b>\n"))

    assert "HTML" in str(fout)
