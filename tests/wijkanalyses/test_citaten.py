"""Quotations: the words, a role and never a name, from Markdown and from Word."""

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
from leefbaarheid.wijkanalyses.citaten import controleer_rol
from leefbaarheid.wijkanalyses.lezen import lees_bestand
from leefbaarheid.wijkanalyses.weigering import Ongeschikt

CITAAT = "Eerst een zin.\n\n> Het is hier *goed* wonen.\n> — bewoner (sociaal)\n\nEn nog een zin."


@pytest.mark.parametrize(
    "citaat",
    [
        "> Het is hier *goed* wonen.\n> — bewoner (sociaal)",
        "> Het is hier *goed* wonen.\n>\n> – bewoner (Sociale aanpak)",
        "> Het is hier *goed* wonen.\n>\n> -- bewoner (sociaal)",
    ],
)
def test_een_citaat_heeft_woorden_een_rol_en_een_thema(tmp_path, citaat):
    analyse = lees_bestand(schrijf_md(tmp_path, kop() + romp(profiel=citaat)), THEMAS)

    assert analyse["citaten"] == [
        {
            "sectie": "Profiel",
            "tekst": "Het is hier goed wonen.",
            "rol": "bewoner",
            "thema": "sociaal",
        }
    ]
    assert "> Het is hier *goed* wonen.\n>\n> — bewoner\n" in analyse["secties"]["Profiel"]


@pytest.mark.traag
def test_een_citaat_uit_word_is_hetzelfde(tmp_path):
    tekst = koptabel() + romp(profiel=CITAAT.replace("\n> —", "\n>\n> —"))

    analyse = lees_bestand(schrijf_docx(tmp_path, tekst), THEMAS)

    assert [(c["tekst"], c["rol"], c["thema"]) for c in analyse["citaten"]] == [
        ("Het is hier goed wonen.", "bewoner", "sociaal")
    ]


def test_een_streepje_midden_in_een_citaat_is_geen_rol(tmp_path):
    fout = lees_fout(tmp_path, kop() + romp(profiel="> Ik wil – zeg ik – naar huis."))

    assert "wie het zei" in fout.wat
    assert fout.regel == regel_met(tmp_path, "naar huis")


def test_een_citaat_zonder_rol_noemt_de_regel_en_wat_te_doen(tmp_path):
    fout = lees_fout(tmp_path, kop() + romp(profiel="> Het is hier goed.\n> En stil."))

    assert "bij dit citaat staat niet wie het zei (sectie 'Profiel')" in fout.wat
    assert "> — bewoner" in fout.remedie


def test_een_rol_zonder_citaat_wordt_geweigerd(tmp_path):
    assert "geen citaat" in lees_fout(tmp_path, kop() + romp(profiel="> — bewoner")).wat


def test_een_thema_dat_de_editie_niet_heeft_wordt_geweigerd(tmp_path):
    fout = lees_fout(tmp_path, kop() + romp(profiel="> Goed hier.\n> — bewoner (water)"))

    assert "thema" in fout.wat
    assert fout.waarde == "water"


@pytest.mark.parametrize(
    "rol",
    [
        *("Jan de Vries", "bewoner Jan de Vries", "J. de Vries", "bewoner, mevrouw De Vries"),
        *("dhr. Jansen", "Fatima", "wijkagent Karim", "de heer Bakker"),
    ],
)
def test_een_naam_wordt_geweigerd_met_uitleg(rol):
    with pytest.raises(Ongeschikt) as fout:
        controleer_rol(rol)

    assert "persoonsnaam" in fout.value.wat
    assert "kleine letters" in fout.value.remedie


@pytest.mark.parametrize(
    "rol",
    [
        *("bewoner", "oud-stuurman", "GGD-arts", "huismeester bij Havermeer Wonen", "vmbo-docent"),
        *("bewoner van het eerste uur", "ondernemer in de Dorpsstraat", "moeder van vier"),
    ],
)
def test_een_rol_gaat_door(rol):
    controleer_rol(rol)


@pytest.mark.parametrize("rol", ["", "...", "woord " * 40])
def test_geen_of_een_te_lange_rol_wordt_geweigerd(rol):
    with pytest.raises(Ongeschikt, match="geen rol"):
        controleer_rol(rol)
