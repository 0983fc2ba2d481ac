"""The data stage: official files are read as they are; anything else is one clear message."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.data.bronnen import (
    LBM_BASIS,
    controleer_bestand,
    lees_codeboek,
    lees_context,
    lees_grenzen,
    lees_leefbaarometer,
    lees_selectielijst,
    maak_wijken,
)
from leefbaarheid.data.kwaliteit import datakwaliteit
from leefbaarheid.data.schemas import panel_schema, valideer
from lees_bronnen import main

KOP = "wk_code,wk_naam,jaar,lbm,afw,fys,onv,soc,vrz,won"
CODES = ("WK900100", "WK900101", "WK9002A0")


def regel(code: str, jaar: int, lbm: float, dimensies: bool = False, naam: str = "Dorp") -> str:
    """Return one official row that meets both identities."""
    afw = lbm - LBM_BASIS
    dims = [0.01, -0.02, 0.03, -0.04, afw + 0.02] if dimensies else ["NA"] * 5
    return ",".join(str(cel) for cel in (code, naam, jaar, lbm, afw, *dims))


def leefbaarometer_regels() -> list[str]:
    """Return header and rows: 3 wijken x 2012, 2014; dimensions in 2014; line 1 is the header."""
    rijen = [
        regel(code, jaar, 3.9 + 0.1 * i, dimensies=jaar == 2014)
        for i, code in enumerate(CODES)
        for jaar in (2012, 2014)
    ]
    return [KOP, *rijen]


def schrijf(map_: Path, inhoud: str | bytes | list[str], naam: str = "scores.csv") -> Path:
    if isinstance(inhoud, list):
        inhoud = "\n".join(inhoud) + "\n"
    pad = map_ / naam
    pad.write_bytes(inhoud.encode() if isinstance(inhoud, str) else inhoud)
    return pad


def vervang_cel(regels: list[str], nummer: int, kolom: str, waarde: str) -> list[str]:
    """Return the lines with one cell of line `nummer` (1 = header) replaced."""
    cellen = regels[nummer - 1].split(",")
    cellen[regels[0].split(",").index(kolom)] = waarde
    return [*regels[: nummer - 1], ",".join(cellen), *regels[nummer:]]


def melding(functie, *args, **kwargs) -> str:
    with pytest.raises(InvoerFout) as fout:
        functie(*args, **kwargs)
    return str(fout.value)


# --- the file itself ---------------------------------------------------------------------------


def test_missing_file_names_the_official_download(tmp_path):
    adres = "https://www.leefbaarometer.nl/resources/open-data.zip"
    tekst = melding(controleer_bestand, tmp_path / "scores.csv", adres)
    assert "scores.csv" in tekst
    assert "het bestand ontbreekt" in tekst
    assert f"Download {adres}" in tekst
    assert str(tmp_path) in tekst


def test_missing_file_names_the_command_that_makes_it(tmp_path):
    tekst = melding(controleer_bestand, tmp_path / "scores.csv", "make voorbeelddata")
    assert "Haal of maak het met: make voorbeelddata" in tekst


def test_missing_file_without_known_origin_says_where_it_belongs(tmp_path):
    tekst = melding(controleer_bestand, tmp_path / "codeboek.csv")
    assert f"Zet 'codeboek.csv' in de map '{tmp_path}'" in tekst


def test_folder_in_place_of_a_file(tmp_path):
    assert "dit is geen bestand" in melding(controleer_bestand, tmp_path)


def test_file_of_zero_bytes(tmp_path):
    tekst = melding(controleer_bestand, schrijf(tmp_path, b""), "https://adres")
    assert "leeg (0 bytes)" in tekst
    assert "https://adres" in tekst


def test_checksum(tmp_path):
    pad = schrijf(tmp_path, "abc")
    goed = hashlib.sha256(b"abc").hexdigest()
    assert controleer_bestand(pad, sha256=goed.upper()) == pad
    tekst = melding(controleer_bestand, pad, "https://adres", sha256="0" * 64)
    assert f"sha256 is {goed}, verwacht {'0' * 64}" in tekst
    assert "Download https://adres" in tekst
    assert "zet dan de nieuwe sha256 in de config" in tekst


# --- Leefbaarometer: good input ----------------------------------------------------------------


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
    valideer(panel, panel_schema())


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


# --- Leefbaarometer: bad input -----------------------------------------------------------------

GOED = leefbaarometer_regels()
PUNTKOMMA = [r.replace(",", ";").replace(".", ",") for r in GOED]
CP1252 = [GOED[0], GOED[1], GOED[2].replace("Dorp", "België"), *GOED[3:]]
LANG = 'WK900101,"' + "x" * 140_000

# name, content, parts of the message
STRUCTUUR = {
    "alleen wit": (b" \n \n", ["het bestand is leeg"]),
    "alleen kopregel": ([KOP], ["alleen een kopregel", "regel 1"]),
    "puntkomma en decimale komma": (
        PUNTKOMMA,
        ["gescheiden door een puntkomma, verwacht een komma", "decimale komma", "regel 1", "UTF-8"],
    ),
    "puntkomma": (
        [r.replace(",", ";") for r in GOED],
        ["puntkomma, verwacht een komma", "Sla het bestand op met een komma"],
    ),
    "tab": ([r.replace(",", "\t") for r in GOED], ["gescheiden door een tab", "wk_code\\twk_naam"]),
    "decimale komma zonder aanhalingstekens": (
        [KOP, "WK900100,Dorp,2012,3,9000,-0,2022" + ",NA" * 5],
        ["regel 2", "12 velden, de kopregel heeft er 10", "decimale komma's", "decimale punt"],
    ),
    "Windows-1252": (
        "\n".join(CP1252).encode("cp1252"),
        ["geen UTF-8", "regel 3", "byte 15", "0xEB", "Windows-1252", "België", "iconv -f WINDOWS"],
    ),
    "UTF-16 met BOM": ("\n".join(GOED).encode("utf-16"), ["UTF-16", "iconv -f UTF-16"]),
    "UTF-16 zonder BOM": ("\n".join(GOED).encode("utf-16-le"), ["UTF-16", "verwacht UTF-8"]),
    "zip": (b"PK\x03\x04abc", ["zip- of Excelbestand", "Pak de zip uit"]),
    "afgekapt in een regel": (
        "\n".join(GOED)[:-60].encode(),
        ["regel 7", "lijkt afgekapt", "opnieuw op", "WK9002A0"],
    ),
    "NUL-bytes aan het eind": (
        "\n".join(GOED[:4]).encode() + b"\0" * 900,
        ["NUL-byte", "regel 4", "afgekapt of beschadigd"],
    ),
    "te weinig velden midden in het bestand": (
        [*GOED[:2], "WK900100,Dorp,2014", *GOED[3:]],
        ["regel 3", "3 velden, de kopregel heeft er 10", "Vul de regel aan"],
    ),
    "te veel velden": (
        [*GOED[:3], GOED[3].replace("Dorp", "Appel, Driedorp"), *GOED[4:]],
        ["regel 4", "11 velden", "aanhalingstekens"],
    ),
    "aanhalingsteken niet gesloten": (
        [*GOED[:3], GOED[3].replace("Dorp", '"Dorp'), *GOED[4:]],
        ["regel 4", "aanhalingsteken", '"Dorp', 'verdubbeld ("")'],
    ),
    "aanhalingsteken gesloten op een latere regel": (
        [*GOED[:3], GOED[3].replace("Dorp", '"Dorp'), GOED[4].replace("Dorp", 'Dorp"'), *GOED[5:]],
        ["regel 4", "aanhalingsteken"],
    ),
    "veld zonder einde": ([*GOED[:2], LANG, *GOED[3:]], ["regel 3", "aanhalingsteken"]),
    "kolom ontbreekt": (
        [r.rsplit(",", 1)[0] for r in GOED],
        ["kolom 'won'", "de kolom ontbreekt", "regel 1", KOP.replace(",", ", ")],
    ),
    "kolom verkeerd gespeld": (
        [KOP.replace("lbm", "LBM_"), *GOED[1:]],
        ["kolom 'lbm'", "Bedoelde u LBM_?"],
    ),
    "kolom dubbel": (
        [KOP.replace("soc", "onv"), *GOED[1:]],
        ["kolom 'onv'", "dubbel in de kopregel (plaatsen 7, 8)", "Laat één van de kolommen weg"],
    ),
    "kolom te veel": (
        [KOP + ",jaren", *(r + ",1" for r in GOED[1:])],
        ["kolom 'jaren'", "hoort niet in dit bestand", "Bedoelde u jaar?"],
    ),
    "ander bestand van de Leefbaarometer": (
        [r.replace("wk_code", "bu_code") for r in GOED],
        ["kolom 'wk_code'", "'bu_code' in plaats van wijken"],
    ),
}

CELLEN = {
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
    "afw is niet de som van de dimensies": (
        vervang_cel(GOED, 3, "fys", "0.06"),
        ["regel 3", "kolom 'afw'", "afw is −0,2022649", "tellen op tot −0,1522649", "opnieuw op"],
    ),
}


@pytest.mark.parametrize(
    ("inhoud", "delen"),
    [*STRUCTUUR.values(), *CELLEN.values()],
    ids=[*STRUCTUUR, *CELLEN],
)
def test_bad_leefbaarometer_gives_one_clear_message(tmp_path, inhoud, delen):
    tekst = melding(lees_leefbaarometer, schrijf(tmp_path, inhoud), [2012, 2014])
    assert tekst.startswith("FOUT in bestand ")
    assert "scores.csv" in tekst
    assert "Wat te doen: " in tekst
    for deel in delen:
        assert deel in tekst


def test_count_of_further_rows(tmp_path):
    regels = [GOED[0], *(r.replace("WK", "W") for r in GOED[1:])]
    tekst = melding(lees_leefbaarometer, schrijf(tmp_path, regels), [2012])
    assert "regel 2" in tekst
    assert "geen CBS-code (en nog 5 regels)" in tekst


def test_other_kinds_of_fault_are_told_in_the_same_message(tmp_path):
    regels = vervang_cel(vervang_cel(GOED, 6, "wk_code", "WK1"), 3, "lbm", "39.0")
    tekst = melding(lees_leefbaarometer, schrijf(tmp_path, regels), [2012])
    eerste, *_, rest = tekst.split("Ook mis in dit bestand:")
    assert "regel 6" in eerste
    assert "geen CBS-code" in eerste
    assert "- regel 3, kolom 'lbm', waarde '39.0': de score valt buiten het bereik" in rest


def test_line_numbers_count_blank_lines(tmp_path):
    regels = [*GOED[:3], "", "", *vervang_cel(GOED, 4, "lbm", "x")[3:]]
    assert "regel 6" in melding(lees_leefbaarometer, schrijf(tmp_path, regels), [2012])


def test_year_of_the_config_that_is_not_in_the_file(tmp_path):
    tekst = melding(lees_leefbaarometer, schrijf(tmp_path, GOED), [2012, 2014, 2016])
    assert "het jaar 2016 uit de config staat niet in het bestand" in tekst
    assert "aanwezig zijn: 2012, 2014" in tekst
    assert "Pas `jaren` in de config aan" in tekst


def test_rows_with_years_outside_the_edition_are_checked_too(tmp_path):
    regels = vervang_cel(GOED, 3, "lbm", "39.0")
    assert "regel 3" in melding(lees_leefbaarometer, schrijf(tmp_path, regels), [2012])


# --- context and codebook ----------------------------------------------------------------------

CODEBOEK = [
    "factor,label,eenheid,bron,peiljaar,licentie,concept,toelichting",
    "corporatie_pct,Corporatiewoningen,%,CBS,2008,CC BY 4.0,corporatiebezit,",
    'dichtheid,Dichtheid,adressen per km2,CBS,2008,CC BY 4.0,ligging,"geteld, niet geschat"',
    "stedelijkheid,Stedelijkheid,klasse,CBS,2008,CC BY 4.0,ligging,",
]
CONTEXT = [
    "wk_code,wk_naam,inwoners,gm_code,gm_naam,x_rd,y_rd,corporatie_pct,dichtheid,stedelijkheid",
    "WK900101,Noord,2500,GM9001,Astad,100000,400000,40.5,.,strongly urbanised",
    "WK900100,Centrum,1500,GM9001,Astad,100100,400100,-99997,1200,extremely urbanised",
    "WK9002A0,Zuid,.,GM9002,Bedorp,,,NA,900,",
    "WK900300,Oost,10,GM9003,Cedam,1,1,12,,not urbanised",
]
KENMERKEN = {
    "inwoners": "inwoners",
    "gm_code": "gm_code",
    "gm_naam": "gm_naam",
    "x": "x_rd",
    "y": "y_rd",
}


@pytest.fixture
def codeboek(tmp_path) -> pd.DataFrame:
    return lees_codeboek(schrijf(tmp_path, CODEBOEK, "codeboek.csv"))


def lees(tmp_path, codeboek, regels=CONTEXT, factoren=("corporatie_pct", "dichtheid"), **wijzig):
    pad = schrijf(tmp_path, regels, "context.csv")
    return lees_context(pad, codeboek, factoren, {**KENMERKEN, **wijzig})


def test_codebook_keeps_text(codeboek):
    assert codeboek["factor"].tolist() == ["corporatie_pct", "dichtheid", "stedelijkheid"]
    assert codeboek.loc[0, "peiljaar"] == "2008"
    assert codeboek.loc[1, "toelichting"] == "geteld, niet geschat"


@pytest.mark.parametrize(
    ("regels", "delen"),
    [
        (
            vervang_cel(CODEBOEK, 2, "eenheid", ""),
            ["regel 2", "kolom 'eenheid'", "'eenheid' is leeg", "Vul de cel"],
        ),
        (
            [*CODEBOEK, CODEBOEK[1]],
            ["regel 5", "corporatie_pct komt dubbel voor: op regel 2 en op regel 5"],
        ),
        (
            [CODEBOEK[0].replace("label", "lable"), *CODEBOEK[1:]],
            ["kolom 'label'", "Bedoelde u lable?"],
        ),
    ],
    ids=["lege cel", "dubbele factor", "kolom verkeerd gespeld"],
)
def test_bad_codebook(tmp_path, regels, delen):
    tekst = melding(lees_codeboek, schrijf(tmp_path, regels, "codeboek.csv"))
    for deel in ["codeboek.csv", "Wat te doen: ", *delen]:
        assert deel in tekst


def test_context_reads_cbs_missing_values(tmp_path, codeboek):
    wijken, context = lees(tmp_path, codeboek)
    assert context["wk_code"].tolist() == ["WK900100", "WK900101", "WK9002A0", "WK900300"]
    np.testing.assert_array_equal(context["corporatie_pct"], [np.nan, 40.5, np.nan, 12])
    np.testing.assert_array_equal(context["dichtheid"], [1200, np.nan, 900, np.nan])
    np.testing.assert_array_equal(wijken["inwoners"], [1500, 2500, np.nan, 10])
    assert list(wijken) == ["wk_code", "wk_naam", "gm_code", "gm_naam", "inwoners", "x", "y"]


def test_context_without_coordinates(tmp_path, codeboek):
    pad = schrijf(tmp_path, CONTEXT, "context.csv")
    zonder = {k: v for k, v in KENMERKEN.items() if k not in ("x", "y")}
    wijken, _ = lees_context(pad, codeboek, ["dichtheid"], zonder)
    assert wijken[["x", "y"]].isna().all(axis=None)


CONTEXTFOUTEN = {
    "factor niet in tabel": (
        [CONTEXT[0].replace("corporatie_pct", "corporatie_pct_08"), *CONTEXT[1:]],
        {},
        ["kolom 'corporatie_pct'", "ontbreekt", "Bedoelde u corporatie_pct_08?", "in de config"],
    ),
    "factor niet in codeboek": (
        CONTEXT,
        {"factoren": ["dichtheit"]},
        ["'dichtheit'", "staat niet in het codeboek", "Bedoelde u dichtheid?", "`factoren`"],
    ),
    "factor is tekst": (
        CONTEXT,
        {"factoren": ["stedelijkheid"]},
        [
            "regel 2",
            "kolom 'stedelijkheid'",
            "tekst en geen getallen ('strongly urbanised', 'extremely urbanised', 'not urbanised')",
            "bijvoorbeeld 1 tot en met 5",
        ],
    ),
    "factor is leeg": (
        [CONTEXT[0], *(vervang_cel(CONTEXT, n, "dichtheid", ".")[n - 1] for n in range(2, 6))],
        {},
        ["kolom 'dichtheid'", "voor alle wijken leeg", "`factoren`"],
    ),
    "cel is geen getal": (
        vervang_cel(CONTEXT, 5, "corporatie_pct", "12%"),
        {},
        ["regel 5", "kolom 'corporatie_pct'", "waarde '12%'", "geen getal"],
    ),
    "onbekende code voor ontbrekend": (
        vervang_cel(CONTEXT, 3, "dichtheid", "-99995"),
        {},
        [
            "regel 3",
            "kolom 'dichtheid'",
            "waarde '-99995'",
            "ontbrekende waarde",
            "Maak de cel leeg",
        ],
    ),
    "kenmerk ontbreekt": (
        CONTEXT,
        {"inwoners": "inwoners_2008"},
        ["kolom 'inwoners_2008'", "Bedoelde u inwoners?", "Verbeter de naam in de config"],
    ),
    "negatieve inwoners": (
        vervang_cel(CONTEXT, 2, "inwoners", "-5"),
        {},
        ["regel 2", "kolom 'inwoners'", "waarde '-5'", "negatief"],
    ),
    "gemeente past niet bij wijk": (
        vervang_cel(CONTEXT, 4, "gm_code", "GM9001"),
        {},
        ["regel 4", "kolom 'gm_code'", "past niet bij de wijkcode WK9002A0", "Verwacht GM9002"],
    ),
    "gemeentecode": (
        vervang_cel(CONTEXT, 4, "gm_code", "9002"),
        {},
        ["regel 4", "waarde '9002'", "geen CBS-gemeentecode", "GM0014"],
    ),
    "dubbele wijk": (
        [*CONTEXT, CONTEXT[2]],
        {},
        ["WK900100 komt dubbel voor: op regel 3 en op regel 6"],
    ),
    "wijkcode": (
        vervang_cel(CONTEXT, 2, "wk_code", "BU90010100"),
        {},
        ["regel 2", "waarde 'BU90010100'", "geen CBS-code"],
    ),
    "Windows-1252": (
        "\n".join(CONTEXT).replace("Oost", "Oosté").encode("cp1252"),
        {},
        ["regel 5", "0xE9", "geen UTF-8"],
    ),
    "puntkomma": ([r.replace(",", ";") for r in CONTEXT], {}, ["puntkomma, verwacht een komma"]),
}


@pytest.mark.parametrize(
    ("regels", "wijzig", "delen"), CONTEXTFOUTEN.values(), ids=list(CONTEXTFOUTEN)
)
def test_bad_context(tmp_path, codeboek, regels, wijzig, delen):
    tekst = melding(lees, tmp_path, codeboek, regels, **wijzig)
    for deel in ["Wat te doen: ", *delen]:
        assert deel in tekst


# --- selection list ----------------------------------------------------------------------------

LIJST = [
    "wk_code,naam,aandachtswijk,probleemwijk",
    "WK900101,Noord,ja,True",
    "WK900100,Centrum,0,false",
]


def test_selection_list_accepts_dutch_and_english_booleans(tmp_path):
    lijst = lees_selectielijst(
        schrijf(tmp_path, LIJST), ["aandachtswijk", "probleemwijk"], [*CODES]
    )
    assert lijst.columns.tolist() == ["wk_code", "label_aandachtswijk", "label_probleemwijk"]
    assert lijst["wk_code"].tolist() == ["WK900100", "WK900101"]
    assert lijst["label_aandachtswijk"].tolist() == [False, True]
    assert lijst["label_probleemwijk"].dtype == bool


@pytest.mark.parametrize(
    ("regels", "delen"),
    [
        (
            [*LIJST, "WK9002AO,Zuid,1,1"],
            ["regel 4", "kolom 'wk_code'", "'WK9002AO'", "Bedoelde u WK9002A0", "staat niet in"],
        ),
        (
            vervang_cel(LIJST, 3, "probleemwijk", "x"),
            ["regel 3", "kolom 'probleemwijk'", "waarde 'x'", "geen ja of nee", "True of False"],
        ),
        (
            vervang_cel(LIJST, 2, "probleemwijk", ""),
            ["regel 2", "kolom 'probleemwijk'", "geen ja of nee"],
        ),
        (
            [LIJST[0].replace("aandachtswijk", "aandachtwijk"), *LIJST[1:]],
            ["kolom 'aandachtswijk'", "Bedoelde u aandachtwijk?", "in de config"],
        ),
        ([*LIJST, LIJST[1]], ["WK900101 komt dubbel voor: op regel 2 en op regel 4"]),
        (
            [LIJST[0], LIJST[2]],
            ["geen enkele wijk heeft een van de labels aandachtswijk, probleemwijk"],
        ),
        ([r.replace(",", ";") for r in LIJST], ["puntkomma, verwacht een komma"]),
    ],
    ids=[
        "onbekende code",
        "geen boolean",
        "lege cel",
        "label ontbreekt",
        "dubbel",
        "niets gekozen",
        "puntkomma",
    ],
)
def test_bad_selection_list(tmp_path, regels, delen):
    tekst = melding(
        lees_selectielijst,
        schrijf(tmp_path, regels, "lijst.csv"),
        ["aandachtswijk", "probleemwijk"],
        CODES,
    )
    for deel in ["lijst.csv", "Wat te doen: ", *delen]:
        assert deel in tekst


# --- joined table and quality report -----------------------------------------------------------


@pytest.fixture
def gelezen(tmp_path, codeboek):
    """Panel of four wijken, of which two without 2012; context with one wijk of its own."""
    regels = [*GOED[:3], GOED[4], *GOED[5:], regel("WK900109", 2014, 4.2, True, "Nieuw")]
    panel = lees_leefbaarometer(schrijf(tmp_path, regels), [2012, 2014])
    kenmerken, context = lees(tmp_path, codeboek)
    return panel, kenmerken, context


def test_wijken_has_every_wijk_of_both_sources(gelezen):
    panel, kenmerken, _ = gelezen
    lijst = pd.DataFrame({"wk_code": ["WK900101"], "label_aandachtswijk": [True]})
    wijken = maak_wijken(panel, kenmerken, lijst).set_index("wk_code")
    assert wijken.index.tolist() == ["WK900100", "WK900101", "WK900109", "WK9002A0", "WK900300"]
    assert wijken["in_bron_leefbaarometer"].tolist() == [True, True, True, True, False]
    assert wijken["in_bron_context"].tolist() == [True, True, False, True, True]
    # the name is that of the Leefbaarometer; only then that of the context table
    assert wijken["wk_naam"].tolist() == ["Dorp", "Dorp", "Nieuw", "Dorp", "Oost"]
    # without a row in the context table the gemeente follows from the code
    assert wijken.loc["WK900109", ["gm_code", "gm_naam"]].tolist() == ["GM9001", "Astad"]
    assert np.isnan(wijken.loc["WK900109", "inwoners"])
    assert wijken["label_aandachtswijk"].tolist() == [False, True, False, False, False]


def test_a_wijk_that_was_renamed_goes_by_its_last_name(gelezen):
    panel, kenmerken, context = gelezen
    panel.loc[panel["jaar"] == 2014, "wk_naam"] = "Nieuwe naam"
    wijken = maak_wijken(panel, kenmerken).set_index("wk_code")
    assert wijken.loc["WK900100", "wk_naam"] == "Nieuwe naam"
    gewijzigd = rij(kwaliteit(panel, kenmerken, context), "naam gelijk over de jaren")
    assert (gewijzigd["n_afwijkend"], gewijzigd["ernst"]) == (2, "let_op")


def kwaliteit(panel, kenmerken, context, **rest):
    return datakwaliteit(panel, maak_wijken(panel, kenmerken), context, jaren=[2012, 2014], **rest)


def rij(tabel: pd.DataFrame, controle: str, **sleutel) -> pd.Series:
    keuze = tabel[tabel["controle"] == controle]
    for kolom, waarde in sleutel.items():
        keuze = keuze[keuze[kolom] == waarde]
    assert len(keuze) == 1, keuze
    return keuze.iloc[0]


def test_quality_report_counts_what_stands_out(gelezen):
    tabel = kwaliteit(*gelezen)
    assert not tabel["ernst"].eq("fout").any()
    jaar = rij(tabel, "score per jaar", jaar=2012)
    assert (jaar["n"], jaar["n_afwijkend"], jaar["aandeel"], jaar["ernst"]) == (4, 2, 0.5, "let_op")
    assert "2 wijken hebben geen score in 2012" in jaar["toelichting"]
    assert rij(tabel, "score per jaar", jaar=2014)["ernst"] == "ok"
    assert rij(tabel, "volledige reeks")["n_afwijkend"] == 2
    assert rij(tabel, "dimensies gevuld", jaar=2012)["aandeel"] == 1
    assert "niet naar dimensies" in rij(tabel, "dimensies gevuld", jaar=2012)["toelichting"]
    assert rij(tabel, "dimensies gevuld", jaar=2014)["ernst"] == "ok"
    assert rij(tabel, "afw is som van dimensies", jaar=2014)["n"] == 4
    assert (
        "1 wijk staat niet in de contexttabel"
        in (rij(tabel, "code in één bron", bron="leefbaarometer")["toelichting"])
    )
    assert (
        "1 wijk staat niet in de Leefbaarometer"
        in (rij(tabel, "code in één bron", bron="context")["toelichting"])
    )
    inwoners = rij(tabel, "inwoners bekend")
    assert (inwoners["n"], inwoners["n_afwijkend"]) == (5, 2)
    corporatie = rij(tabel, "factor gevuld", kolom="corporatie_pct")
    assert corporatie["aandeel"] == 0.5
    assert "2 wijken (50,0%)" in corporatie["toelichting"]
    assert tabel["toelichting"].str.match(r"^[A-Z0-9].*\.$").all()


def test_quality_report_names_encoding_and_separator(gelezen, tmp_path):
    pad = schrijf(tmp_path, ("\ufeff" + "\n".join(GOED)), "bom.csv")
    tabel = kwaliteit(*gelezen, bestanden={"leefbaarometer": pad})
    assert "UTF-8 met BOM" in rij(tabel, "codering", bron="leefbaarometer")["toelichting"]
    assert "komma" in rij(tabel, "scheidingsteken", bron="leefbaarometer")["toelichting"]


def test_quality_report_marks_faults(gelezen):
    """The report computes for itself: faulty tables that never passed a reader are marked."""
    panel, kenmerken, context = gelezen
    fout = panel.copy()
    fout.loc[0, "lbm"] = 9.0
    fout.loc[1, "fys"] += 0.1
    fout = pd.concat([fout, fout.tail(1)], ignore_index=True)
    tabel = kwaliteit(fout, kenmerken, context)
    assert rij(tabel, "waardebereik")["ernst"] == "fout"
    assert "9,00" in rij(tabel, "waardebereik")["toelichting"]
    assert rij(tabel, "lbm min afw constant")["n_afwijkend"] == 1
    assert rij(tabel, "afw is som van dimensies", jaar=2014)["n_afwijkend"] == 1
    assert rij(tabel, "dubbele regels", bron="leefbaarometer")["n_afwijkend"] == 1


def test_quality_report_counts_listed_wijken_without_data(gelezen):
    panel, kenmerken, context = gelezen
    lijst = pd.DataFrame(
        {"wk_code": ["WK900100", "WK900109", "WK900300"], "label_x": [True, True, True]}
    )
    wijken = maak_wijken(panel, kenmerken, lijst)
    tabel = datakwaliteit(panel, wijken, context, jaren=[2012, 2014], labels=["x"])
    gevonden = rij(tabel, "gegevens van wijken op de lijst", kolom="x")
    # WK900109 has no 2012 and no inhabitants, WK900300 has no scores at all
    assert (gevonden["n"], gevonden["n_afwijkend"]) == (3, 2)


def test_schema_failure_is_a_message(gelezen):
    panel = gelezen[0].copy()
    panel.loc[1, "wk_code"] = "fout"
    tekst = melding(valideer, panel, panel_schema())
    assert "data/panel.csv" in tekst
    assert "regel 3" in tekst
    assert "waarde 'fout'" in tekst


# --- the rule script ---------------------------------------------------------------------------


def edition(tmp_path, scores=GOED, lijst=True) -> dict:
    bestanden = {
        "leefbaarometer": schrijf(tmp_path, scores, "scores.csv"),
        "context": schrijf(tmp_path, CONTEXT, "context.csv"),
        "codeboek": schrijf(tmp_path, CODEBOEK, "codeboek.csv"),
    }
    if lijst:
        bestanden["selectielijst"] = schrijf(tmp_path, LIJST, "lijst.csv")
    tabellen = ("panel", "wijken", "context", "codeboek", "datakwaliteit", "grenzen")
    return {
        "bestanden": bestanden,
        "bronnen": {naam: {"bestand": pad.name} for naam, pad in bestanden.items()},
        "jaren": [2012, 2014],
        "factoren": ["corporatie_pct", "dichtheid"],
        "kenmerken": KENMERKEN,
        "labels": ["aandachtswijk", "probleemwijk"] if lijst else [],
        "uitvoer": {naam: tmp_path / "uit" / f"{naam}.csv" for naam in tabellen},
    }


def test_rule_writes_the_tables_of_the_contract(tmp_path):
    argumenten = edition(tmp_path)
    main(**argumenten)
    uit = {naam: pd.read_csv(pad) for naam, pad in argumenten["uitvoer"].items()}
    assert uit["panel"].columns.tolist() == KOP.split(",")
    assert uit["panel"].shape == (6, 10)
    assert uit["wijken"].columns.tolist() == [
        "wk_code",
        "wk_naam",
        "gm_code",
        "gm_naam",
        "inwoners",
        "x",
        "y",
        "in_bron_leefbaarometer",
        "in_bron_context",
        "label_aandachtswijk",
        "label_probleemwijk",
    ]
    assert uit["wijken"]["label_aandachtswijk"].dtype == bool
    assert uit["context"].columns.tolist() == ["wk_code", "corporatie_pct", "dichtheid"]
    assert len(uit["codeboek"]) == 3
    assert {"controle", "bron", "kolom", "jaar", "n", "n_afwijkend", "aandeel", "ernst"} < set(
        uit["datakwaliteit"]
    )
    assert set(uit["datakwaliteit"]["bron"]) == {
        "leefbaarometer",
        "context",
        "codeboek",
        "selectielijst",
    }


def test_rule_without_list_has_no_labels(tmp_path):
    argumenten = edition(tmp_path, lijst=False)
    main(**argumenten)
    assert not any("label" in k for k in pd.read_csv(argumenten["uitvoer"]["wijken"]).columns)


def test_rule_writes_the_same_bytes_whatever_the_order_of_the_rows(tmp_path):
    eerst = edition(tmp_path)
    main(**eerst)
    bytes_ = {naam: pad.read_bytes() for naam, pad in eerst["uitvoer"].items()}
    main(**edition(tmp_path, [GOED[0], *reversed(GOED[1:])]))
    assert bytes_ == {naam: pad.read_bytes() for naam, pad in eerst["uitvoer"].items()}


def test_rule_writes_nothing_when_a_source_is_wrong(tmp_path):
    argumenten = edition(tmp_path, vervang_cel(GOED, 2, "lbm", "39.0"))
    assert "regel 2" in melding(main, **argumenten)
    assert not (tmp_path / "uit").exists()


def test_rule_checks_the_checksum_of_the_config(tmp_path):
    argumenten = edition(tmp_path)
    argumenten["bronnen"]["codeboek"] = {"sha256": "0" * 64}
    assert "codeboek.csv" in melding(main, **argumenten)


# --- borders -----------------------------------------------------------------------------------


def schrijf_gpkg(pad: Path, kolom: str, codes: list[str], crs: str = "EPSG:28992") -> Path:
    import pyogrio
    import shapely

    vlakken = [shapely.box(i, 0, i + 1, 1) for i in range(len(codes))]
    pyogrio.raw.write(
        pad,
        geometry=shapely.to_wkb(vlakken),
        field_data=[np.array(codes, dtype=object)],
        fields=[kolom],
        geometry_type="Polygon",
        crs=crs,
    )
    return pad


def test_borders_are_sorted_by_code(tmp_path):
    grenzen = lees_grenzen(schrijf_gpkg(tmp_path / "g.gpkg", "gm_code", ["GM9002", "GM9001"]))
    assert grenzen["code"].tolist() == ["GM9001", "GM9002"]
    assert [vlak.bounds[0] for vlak in grenzen["geometry"]] == [1, 0]


@pytest.mark.parametrize(
    ("kolom", "codes", "crs", "delen"),
    [
        ("gm_code", ["GM9001"], "EPSG:4326", ["EPSG:4326", "Rijksdriehoeksstelsel", "ogr2ogr"]),
        ("naam", ["GM9001"], "EPSG:28992", ["wk_code of gm_code ontbreekt", "heeft: naam"]),
        ("wk_code", ["WK900100"] * 2, "EPSG:28992", ["'WK900100'", "meer dan één gebied"]),
    ],
    ids=["ander stelsel", "geen code", "dubbel"],
)
def test_bad_borders(tmp_path, kolom, codes, crs, delen):
    tekst = melding(lees_grenzen, schrijf_gpkg(tmp_path / "g.gpkg", kolom, codes, crs))
    for deel in ["g.gpkg", "Wat te doen: ", *delen]:
        assert deel in tekst


def test_borders_that_cannot_be_read(tmp_path):
    tekst = melding(lees_grenzen, schrijf(tmp_path, "geen kaart", "g.gpkg"))
    assert "geen leesbaar bestand met grenzen" in tekst


# --- the real thing ----------------------------------------------------------------------------


def test_real_leefbaarometer(echte_data):
    jaren = [2002, 2008, 2012, 2014, 2016, 2018, 2020, 2022]
    panel = lees_leefbaarometer(echte_data / "Leefbaarometer-scores wijken 2002-2022.csv", jaren)
    assert len(panel) == 26_366
    assert panel["wk_code"].nunique() == 3310
    gevuld = panel.groupby("jaar")["fys"].apply(lambda kolom: kolom.notna().all())
    assert gevuld[gevuld].index.tolist() == [2014, 2018, 2020, 2022]


def test_real_context_and_borders(echte_data):
    codeboek = lees_codeboek(echte_data / "codeboek-contextfactoren.csv")
    wijken, context = lees_context(
        echte_data / "contextfactoren-wijken.csv",
        codeboek,
        ["corporatie_pct_2017", "woz_verandering_gm_2009_2014"],
        {**KENMERKEN, "inwoners": "inwoners_2022"},
    )
    assert len(wijken) == len(context) == 3340
    assert wijken["gm_code"].nunique() == 345
    tekst = melding(
        lees_context,
        echte_data / "contextfactoren-wijken.csv",
        codeboek,
        ["stedelijkheid_2022"],
        {**KENMERKEN, "inwoners": "inwoners_2022"},
    )
    assert "tekst en geen getallen ('extremely urbanised'" in tekst
    assert len(lees_grenzen(echte_data / "gemeentegrenzen-2022.gpkg")) == 345
