"""The main model: its table, its sentences, when factors were measured."""

from __future__ import annotations

import pytest

from hulp.stof import HOOFDRAPPORT, MIN, hoofdrapport, schatting
from leefbaarheid.tekst.hoofdrapport.samenhang import meetmoment, samenhang_lang, samenhang_rijen


@pytest.mark.parametrize(
    ("coef", "p", "lezing"),
    [
        (0.02, 0.01, "hogere score"),
        (-0.02, 0.049, "lagere score"),
        (0.02, 0.05, "niet aantoonbaar"),
        (-0.02, 0.9, "niet aantoonbaar"),
        (-0.02, None, "niet te toetsen"),
    ],
)
def test_lezing_van_een_schatting(coef, p, lezing):
    ander = schatting("woz", 0.5, 0.01, model="verandering")
    (rij,) = samenhang_rijen(hoofdrapport(regressie=[ander, schatting("woz", coef, p)]))
    assert rij[-1] == lezing


def test_een_schatting_die_geen_stand_houdt_na_correctie():
    eind = [{"factor": "woz", "houdt_stand": False}]
    stof = hoofdrapport(regressie=[schatting("woz", 0.02, 0.04)], robuustheid_eindoordeel=eind)
    assert samenhang_rijen(stof)[0][-1] == "hogere score; houdt geen stand na correctie"
    assert "maar dat houdt geen stand na correctie voor het aantal toetsen." in samenhang_lang(stof)


def test_een_schatting_in_de_tabel():
    (rij,) = samenhang_rijen(hoofdrapport(regressie=[schatting("woz", -0.02, 0.0001)]))
    assert rij == [
        *("Label woz", r"\%", "1,0", f"{MIN}0,020", f"{MIN}0,030 tot {MIN}0,010", "<0,001"),
        "lagere score",
    ]


def test_samenhang_lang_begint_bij_de_sterkste_en_noemt_interval_en_modelvormen():
    rijen = [
        schatting("woz", 0.02, 0.01),
        schatting("corporatie", -0.03, 0.001),
        schatting("woz", 0.03, 0.01, model="verandering"),
        schatting("corporatie", 0.03, 0.8, model="verandering"),
    ]
    tekst = samenhang_lang(hoofdrapport(regressie=rijen))
    assert tekst.startswith(
        "Ter vergelijking: een klasse van de Leefbaarometer is gemiddeld 0,09 punt breed (de "
        "hoogste en de laagste niet meegerekend). Een hogere waarde van *label corporatie* hangt "
        f"samen met een lagere score: {MIN}0,030 punt per standaarddeviatie (95%-interval "
        f"{MIN}0,040 tot {MIN}0,020), ruim een derde van een klasse. Een hogere waarde van *label "
        "woz* hangt samen met een hogere score: +0,020 punt per standaarddeviatie (95%-interval "
        "+0,010 tot +0,030), bijna een kwart van een klasse."
    )
    assert "Bij *label corporatie* geven de andere modelvormen een ander beeld" in tekst
    gelijk = [rijen[0], rijen[2]]
    assert samenhang_lang(hoofdrapport(regressie=gelijk)).endswith(
        "De andere modelvormen geven voor deze factoren dezelfde richting."
    )


def test_zonder_duidelijke_samenhang_is_dat_geen_bewijs_van_geen_samenhang():
    rijen = [schatting(naam, 0.0, 0.9) for naam in ("corporatie", "woz", "uitkering")]
    assert "geen bewijs dat er geen samenhang is" in samenhang_lang(hoofdrapport(regressie=rijen))


def test_een_label_met_opmaaktekens_komt_letterlijk_in_de_zin():
    stof = hoofdrapport(regressie=[schatting("woz", 0.02, 0.01, label="Huur *laag* <10%")])
    assert r"*huur \*laag\* \<10%*" in samenhang_lang(stof)
    assert samenhang_rijen(stof)[0][0] == r"Huur \*laag\* \<10%"


def test_met_een_enkele_modelvorm_gaat_het_niet_over_andere():
    editie = {"regressie": HOOFDRAPPORT["regressie"] | {"modellen": ["ancova"]}}
    tekst = samenhang_lang(hoofdrapport(editie, regressie=[schatting("woz", 0.02, 0.01)]))
    assert tekst.endswith("bijna een kwart van een klasse.")


@pytest.mark.parametrize(
    ("metingen", "begin"),
    [
        (("voor", "voor"), "Alle factoren zijn gemeten vóór het begin van de periode."),
        (
            ("voor", "na"),
            "Na de periode gemeten is *label woz*. De waarde kan",
        ),
        (
            ("tijdens", "na"),
            "Tijdens de periode gemeten is *label corporatie*; na de periode gemeten is *label "
            "woz*.",
        ),
    ],
)
def test_meetmoment_van_de_factoren(metingen, begin):
    rijen = [
        schatting(naam, 0.0, 0.9, meting=meting)
        for naam, meting in zip(("corporatie", "woz"), metingen, strict=True)
    ]
    assert meetmoment(hoofdrapport(regressie=rijen)).startswith(begin)
