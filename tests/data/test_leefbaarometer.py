"""The Leefbaarometer is read as it is published; anything else is one clear message."""

from __future__ import annotations

import numpy as np
import pytest

from hulp.bronnen import (
    CODES,
    GOED,
    KOP,
    leefbaarometer_regels,
    melding,
    regel,
    schrijf,
    vervang_cel,
)
from leefbaarheid.basis.contractschema import controleer_tabel
from leefbaarheid.basis.tabellen.data import PANEL
from leefbaarheid.data.bronnen import LBM_BASIS
from leefbaarheid.data.leefbaarometer import lees_leefbaarometer


def test_reads_the_official_format(tmp_path):
    regels = leefbaarometer_regels()
    regels[5] = regel("WK9002A0", 2012, 4.1, naam='"Appel, Driedorp, Kruishaar"')
    regels = [regels[0], *reversed(regels[1:])]
    panel = lees_leefbaarometer(schrijf(tmp_path, regels), [2012, 2014])
    assert list(panel.columns) == KOP.split(",")
    assert panel["wk_code"].tolist() == [c for c in CODES for _ in range(2)]
    assert panel["jaar"].tolist() == [2012, 2014] * 3
    assert panel.loc[4, "wk_naam"] == "Appel, Driedorp, Kruishaar"
    assert panel.loc[0, "lbm"] == 3.9
    assert panel["fys"].isna().tolist() == [True, False] * 3
    controleer_tabel(panel, PANEL)


def test_reads_every_digit(tmp_path):
    """A float survives exactly: pandas' default parser may be off in the last place."""
    regels = [
        KOP,
        f"WK900100,Dorp,2012,4.131519995884998,{4.131519995884998 - LBM_BASIS!r}" + ",NA" * 5,
    ]
    panel = lees_leefbaarometer(schrijf(tmp_path, regels), [2012])
    assert panel.loc[0, "lbm"] == 4.131519995884998


def test_only_the_years_of_the_edition(tmp_path):
    panel = lees_leefbaarometer(schrijf(tmp_path, leefbaarometer_regels()), [2014])
    assert panel["jaar"].unique().tolist() == [2014]


@pytest.mark.parametrize("bom", ["\ufeff", ""], ids=["met BOM", "zonder BOM"])
@pytest.mark.parametrize("regeleinde", ["\n", "\r\n"])
def test_byte_order_mark_and_line_ends_do_not_matter(tmp_path, bom, regeleinde):
    regels = [*leefbaarometer_regels(), regel("WK900300", 2012, 4.0, naam="Zuidoosteïnd")]
    tekst = bom + regeleinde.join(regels) + regeleinde * 2
    panel = lees_leefbaarometer(schrijf(tmp_path, tekst.encode()), [2012, 2014])
    assert panel["wk_naam"].iloc[-1] == "Zuidoosteïnd"
    assert len(panel) == 7


def test_afw_may_be_rounded_in_the_seventh_decimal(tmp_path):
    regels = vervang_cel(leefbaarometer_regels(), 2, "afw", "-0.2022645")
    panel = lees_leefbaarometer(schrijf(tmp_path, regels), [2012])
    assert panel.loc[0, "afw"] == -0.2022645


def test_missing_name_becomes_the_code_and_missing_score_stays_missing(tmp_path):
    regels = [*leefbaarometer_regels(), "WK900300,NA,2012,NA,NA,NA,NA,NA,NA,NA"]
    laatste = lees_leefbaarometer(schrijf(tmp_path, regels), [2012]).iloc[-1]
    assert laatste["wk_naam"] == "WK900300"
    assert np.isnan(laatste["lbm"])


# name, content, parts of the message
FOUTEN = {
    "code": (
        vervang_cel(GOED, 4, "wk_code", "WK14"),
        ["regel 4", "kolom 'wk_code'", "waarde 'WK14'", "geen CBS-code", "voorloopnullen"],
    ),
    "code met kleine letter": (
        vervang_cel(GOED, 4, "wk_code", "wk900101"),
        ["regel 4", "waarde 'wk900101'", "hoofdletters"],
    ),
    "jaartal": (
        vervang_cel(GOED, 3, "jaar", "2014.0"),
        ["regel 3", "kolom 'jaar'", "waarde '2014.0'", "vier cijfers"],
    ),
    "dubbele wijk en jaar": (
        [*GOED, GOED[1]],
        ["regel 8", "WK900100, 2012 komt dubbel voor: op regel 2 en op regel 8", "Verwijder één"],
    ),
    "geen getal": (
        vervang_cel(GOED, 5, "onv", "n.b."),
        ["regel 5", "kolom 'onv'", "waarde 'n.b.'", "geen getal", "NA als de waarde ontbreekt"],
    ),
    "nan en onderstreping zijn geen getal": (
        vervang_cel(vervang_cel(GOED, 5, "onv", "nan"), 3, "vrz", "1_0"),
        ["regel 3", "kolom 'vrz'", "waarde '1_0'", "(en nog 1 regel)"],
    ),
    "oneindig is geen getal": (
        vervang_cel(GOED, 5, "won", "1e999"),
        ["regel 5", "kolom 'won'", "waarde '1e999'", "geen getal"],
    ),
    "decimale komma tussen aanhalingstekens": (
        [*GOED[:6], 'WK9002A0,Dorp,2014,"4,1","-0,0022648511"' + ",NA" * 5],
        ["regel 7", "kolom 'lbm'", "waarde '4,1'", "decimale komma", "4.13 en niet 4,13"],
    ),
    "score buiten bereik": (
        vervang_cel(GOED, 2, "lbm", "39.0"),
        [
            "regel 2",
            "kolom 'lbm'",
            "waarde '39.0'",
            "buiten het bereik 2,5 tot 6,0",
            "decimale punt",
        ],
    ),
    "afw klopt niet met lbm": (
        vervang_cel(GOED, 2, "afw", "-0.2022628"),
        ["regel 2", "kolom 'afw'", "lbm min afw is 4,1022628, verwacht 4,1022649", "geen versies"],
    ),
    "afw leeg": (
        vervang_cel(GOED, 2, "afw", "NA"),
        ["regel 2", "kolom 'afw'", "waarde 'NA'", "is er één gevuld"],
    ),
    "een dimensie ontbreekt": (
        vervang_cel(GOED, 3, "soc", "NA"),
        ["regel 3", "kolom 'soc'", "van de vijf dimensies zijn er 4 gevuld", "opnieuw op"],
    ),
    "dimensie buiten bereik": (
        vervang_cel(GOED, 3, "soc", "-1e308"),
        ["regel 3", "kolom 'soc'", "de dimensie valt buiten het bereik −2,0 tot 2,0"],
    ),
    "afw is niet de som van de dimensies": (
        vervang_cel(GOED, 3, "fys", "0.06"),
        ["regel 3", "kolom 'afw'", "afw is −0,2022649", "tellen op tot −0,1522649", "opnieuw op"],
    ),
}


@pytest.mark.parametrize(("inhoud", "delen"), FOUTEN.values(), ids=list(FOUTEN))
def test_a_bad_cell_gives_one_clear_message(tmp_path, inhoud, delen):
    tekst = melding(lees_leefbaarometer, schrijf(tmp_path, inhoud), [2012, 2014])
    assert tekst.startswith("FOUT in bestand ")
    assert "scores.csv" in tekst
    assert "Wat te doen: " in tekst
    for deel in delen:
        assert deel in tekst


@pytest.mark.parametrize("cel", ["NA", "", ".", "-99997"])
@pytest.mark.parametrize("jaar", [2012, 2014])
def test_a_year_without_any_score(tmp_path, cel, jaar):
    kop, *rijen = GOED
    leeg = [
        ",".join([*r.split(",")[:3], *[cel] * 7]) if r.split(",")[2] == str(jaar) else r
        for r in rijen
    ]
    tekst = melding(lees_leefbaarometer, schrijf(tmp_path, [kop, *leeg]), [2012, 2014])
    assert f"in {jaar} heeft geen enkele wijk een score" in tekst
    assert "haal het jaar uit `jaren`" in tekst
    andere = 4026 - jaar  # a year that the edition does not use may be empty
    assert len(lees_leefbaarometer(schrijf(tmp_path, [kop, *leeg]), [andere])) == 3


def test_rows_of_two_versions(tmp_path):
    regels = [f"{r},{v}" for r, v in zip(GOED, ["versie", *["3.0"] * 4, *["2.0"] * 2], strict=True)]
    tekst = melding(lees_leefbaarometer, schrijf(tmp_path, regels), [2012])
    for deel in ["regel 6", "kolom 'versie'", "waarde '2.0'", "een andere versie", "(3.0)"]:
        assert deel in tekst


def test_year_of_the_config_that_is_not_in_the_file(tmp_path):
    tekst = melding(lees_leefbaarometer, schrijf(tmp_path, GOED), [2012, 2014, 2016])
    assert "het jaar 2016 uit de config staat niet in het bestand" in tekst
    assert "aanwezig zijn: 2012, 2014" in tekst
    assert "Pas `jaren` in de config aan" in tekst


def test_rows_with_years_outside_the_edition_are_checked_too(tmp_path):
    regels = vervang_cel(GOED, 3, "lbm", "39.0")
    assert "regel 3" in melding(lees_leefbaarometer, schrijf(tmp_path, regels), [2012])


def test_real_leefbaarometer(echte_data):
    jaren = [2002, 2008, 2012, 2014, 2016, 2018, 2020, 2022]
    panel = lees_leefbaarometer(echte_data / "Leefbaarometer-scores wijken 2002-2022.csv", jaren)
    assert len(panel) == 26_366
    assert panel["wk_code"].nunique() == 3310
    gevuld = panel.groupby("jaar")["fys"].apply(lambda kolom: kolom.notna().all())
    assert gevuld[gevuld].index.tolist() == [2014, 2018, 2020, 2022]
