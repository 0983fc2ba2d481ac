"""What the report says about when its choices were made."""

from __future__ import annotations

import copy
from dataclasses import replace

import pytest
import yaml

from hulp import WORTEL
from hulp.stof import bijlage
from leefbaarheid.basis.voorregistratie import KEUZES, als_blok
from leefbaarheid.tekst.gedeeld import voorregistratie as v

CONFIG = yaml.safe_load((WORTEL / "config" / "config.yaml").read_text("utf-8"))


def maak(bekend=True, **anders):
    """Return stof of the example as registered, with some blocks changed afterwards."""
    editie = copy.deepcopy(CONFIG)
    blok = als_blok(editie, "2026-03-07", bekend)
    return bijlage(editie | {"voorregistratie": blok} | anders)


def log(*rijen):
    velden = ("editie", "keuze", "bekend")
    besluiten = [
        dict(zip(velden, rij, strict=True)) | {"datum": "2026-03-07", "waarom": "Daarom."}
        for rij in rijen
    ]
    return replace(bijlage(), logboek=besluiten)


def test_elke_keuze_heeft_een_naam():
    assert set(v.KEUZENAMEN) == set(KEUZES)


def test_een_editie_zonder_vastlegging():
    stof = bijlage()
    assert "voor deze editie niet vastgelegd" in v.vastgelegd(stof)
    assert v.vastgelegde_keuzes(stof) == ""
    assert v.wijzigingen(stof) == []


@pytest.mark.parametrize(
    ("bekend", "deel"),
    [(True, "waren de uitkomsten van deze editie al bekend"), (False, "nog niet bekend")],
)
def test_vastgelegd_en_ongewijzigd(bekend, deel):
    zin = v.vastgelegd(maak(bekend))
    assert "zijn vastgelegd op 7 maart 2026 en sindsdien ongewijzigd." in zin
    assert deel in zin
    assert "de hoofdfactoren" in v.vastgelegde_keuzes(maak(bekend))


def test_een_wijziging_staat_erbij_met_wat_het_was():
    regressie = copy.deepcopy(CONFIG["regressie"]) | {"hoofdvenster": [2012, 2016]}
    clusters = copy.deepcopy(CONFIG["clusters"]) | {"delta": 0.035}
    stof = maak(regressie=regressie, clusters=clusters)
    assert "; daarna gewijzigd: de clusterregel en de hoofdperiode." in v.vastgelegd(stof)
    assert "ongewijzigd" not in v.vastgelegd(stof)
    assert v.wijzigingen(stof) == [
        "de clusterregel (*delta*): was 0,02, nu 0,035",
        "de hoofdperiode: was 2012–2014, nu 2012–2016",
    ]


def test_een_nieuwe_voorwaarde_was_niet_ingevuld():
    selectie = CONFIG["selectie"] | {"voorwaarden": {"woningen_pct": {"min": 50}}}
    assert v.wijzigingen(maak(selectie=selectie)) == [
        r"de selectie (*voorwaarden*): was niet ingevuld, nu woningen\_pct min 50"
    ]


def test_wat_na_de_uitkomsten_is_gekozen_wordt_genoemd():
    stof = log(
        ("alle", "de marge", "niet na te gaan"),
        ("proef", "de hoofdfactoren", "ja"),
        ("andere, proef", "de regel", "ja"),
        ("andere", "de selectie", "ja"),
    )
    zin = v.achteraf(stof)
    assert zin.startswith(
        "Van de drie keuzes in het logboek van het project zijn er twee gemaakt toen de uitkomsten "
        "al bekend waren: de hoofdfactoren en de regel."
    )
    assert "de selectie" not in zin
    assert [rij[1] for rij in v.logboek_rijen(stof)] == ["De marge", "De hoofdfactoren", "De regel"]


def test_de_korte_zin_noemt_de_eerste_keuzes():
    stof = log(*(("alle", naam, "ja") for naam in ("de marge", "de regel", "de toets", "de lijst")))
    assert "bekend waren, waaronder de marge en de regel. Een" in v.achteraf(stof, kort=True)
    assert "bekend waren: de marge, de regel, de toets en de lijst." in v.achteraf(stof)


def test_een_keuze_in_het_logboek():
    zin = v.achteraf(log(("alle", "de marge", "ja")))
    assert zin.startswith("De keuze in het logboek van het project (de marge) is gemaakt toen")


def test_zonder_late_keuze_is_er_geen_zin():
    assert v.achteraf(log(("alle", "de marge", "nee"))) == ""
    assert v.achteraf(log()) == ""


def test_een_keuze_met_een_komma_geeft_puntkommas():
    stof = log(*(("alle", naam, "ja") for naam in ("de marge", "de toets, een keer", "de lijst")))
    assert "bekend waren: de marge; de toets, een keer; en de lijst." in v.achteraf(stof)
