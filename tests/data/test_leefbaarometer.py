"""The Leefbaarometer is read as it is published; anything else is one clear message."""

from __future__ import annotations

import numpy as np
import pytest

from hulp.bronnen import (
    CODES,
    GOED,
    KOP,
    LBM_BASIS,
    leefbaarometer_regels,
    melding,
    regel,
    schrijf,
    vervang_cel,
)
from leefbaarheid.basis.contractschema import controleer_tabel
from leefbaarheid.basis.gebied import BUURT, over
from leefbaarheid.basis.tabellen.data import PANEL
from leefbaarheid.data.leefbaarometer import (
    basis_van,
    lees_gebiedsscores,
    lees_leefbaarometer,
    lees_scores,
)


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
    for deel in ["regel 6", "kolom 'versie'", "waarde '2.0'", "niet versie 3.0", "(regels 6, 7)"]:
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


def met_versie(*waarden: str, kolom: str = "versie") -> list[str]:
    return [f"{r},{v}" for r, v in zip(GOED, [kolom, *waarden], strict=True)]


@pytest.mark.parametrize("cel", ["3.0", "3", "Leefbaarometer 3.0", "LBM 3.0.0", "v3.0"])
def test_a_column_with_the_version_of_the_edition(tmp_path, cel):
    scores = lees_gebiedsscores(schrijf(tmp_path, met_versie(*[cel] * 6)), "3.0")
    assert list(scores.tabel.columns) == KOP.split(",")


@pytest.mark.parametrize("cel", ["2.0", "3.1", "", "onbekend", "30", "2.0 en 3.0"])
def test_a_file_of_another_version_is_refused(tmp_path, cel):
    tekst = melding(lees_gebiedsscores, schrijf(tmp_path, met_versie(*[cel] * 6)), "3.0")
    for deel in [
        "regel 2",
        "kolom 'versie'",
        "dit is niet versie 3.0",
        "(regels 2, 3, 4, 5, 6, 7)",
    ]:
        assert deel in tekst
    assert "bronnen.leefbaarometer.versie" in tekst


def naar_niveau(code: str, naam: str, codes: dict[str, str], regels=GOED) -> list[str]:
    """Return the file with codes of another level."""
    tekst = "\n".join(regels).replace("wk_code", code).replace("wk_naam", naam)
    for oud, nieuw in codes.items():
        tekst = tekst.replace(oud, nieuw)
    return tekst.split("\n")


BUURTEN = naar_niveau("bu_code", "bu_naam", {c: f"BU{c[2:]}01" for c in CODES})
GEMEENTEN = naar_niveau(
    "gm_code", "gm_naam", dict(zip(CODES, ("GM9001", "GM9002", "GM9003"), strict=True))
)


@pytest.mark.parametrize(
    ("regels", "niveau", "kolommen"),
    [
        (GOED, "wijk", ["wk_code", "wk_naam"]),
        (BUURTEN, "buurt", ["bu_code", "bu_naam"]),
        (GEMEENTEN, "gemeente", ["gm_code", "gm_naam"]),
    ],
)
def test_each_level_is_recognised_and_read(tmp_path, regels, niveau, kolommen):
    scores = lees_scores(schrijf(tmp_path, regels))
    assert (scores.gebied.soort, len(scores.tabel)) == (niveau, 6)
    assert list(scores.tabel.columns) == [*kolommen, *KOP.split(",")[2:]]
    assert scores.basis == pytest.approx(LBM_BASIS, abs=1e-9)


@pytest.mark.parametrize(
    ("regels", "delen"),
    [
        (vervang_cel(BUURTEN, 3, "bu_code", "BU900100"), ["regel 3", "CBS-code van een buurt"]),
        (vervang_cel(GEMEENTEN, 3, "gm_code", "9001"), ["regel 3", "CBS-code van een gemeente"]),
        (vervang_cel(BUURTEN, 3, "fys", "0.06"), ["regel 3", "tellen op tot"]),
        (vervang_cel(GEMEENTEN, 2, "afw", "-0.3"), ["regel 2", "lbm min afw is"]),
        ([*BUURTEN, BUURTEN[1]], ["komt dubbel voor", "elke combinatie van bu_code en jaar"]),
    ],
)
def test_the_checks_hold_at_each_level(tmp_path, regels, delen):
    tekst = melding(lees_scores, schrijf(tmp_path, regels))
    for deel in delen:
        assert deel in tekst


@pytest.mark.parametrize(("regels", "meervoud"), [(BUURTEN, "buurten"), (GEMEENTEN, "gemeenten")])
def test_an_edition_refuses_another_level_and_names_the_right_file(tmp_path, regels, meervoud):
    tekst = melding(lees_gebiedsscores, schrijf(tmp_path, regels))
    assert f"dit bestand heeft scores van {meervoud}; deze editie gaat over wijken" in tekst
    assert "Gebruik 'Leefbaarometer-scores wijken 2002-2022.csv'" in tekst


def uitgave_2024(basis: float) -> list[str]:
    """Return a file of the release with 2024, with another fixed value."""
    rijen = [
        f"{code},Dorp,{jaar},{lbm},{lbm - basis!r}" + ",NA" * 5
        for code in CODES
        for jaar, lbm in ((2022, 4.0), (2024, 4.05))
    ]
    return [KOP, *rijen]


def test_an_unknown_base_is_read_from_the_file(tmp_path):
    scores = lees_gebiedsscores(schrijf(tmp_path, uitgave_2024(4.11)))
    assert scores.basis == 4.11
    assert scores.uitgave is not None and scores.uitgave.indeling == 2024


def test_an_unknown_base_is_one_value_in_every_row(tmp_path):
    regels = vervang_cel(uitgave_2024(4.11), 5, "afw", "-0.09")
    tekst = melding(lees_gebiedsscores, schrijf(tmp_path, regels))
    assert "regel 5" in tekst
    assert "lbm min afw is 4,1400000, verwacht 4,1100000 in elke regel, zoals in de meeste" in tekst


def test_a_known_base_is_not_read_from_the_file(tmp_path):
    regels = [regel for regel in uitgave_2024(4.11) if ",2024," not in regel]
    assert "verwacht 4,1022649 in elke regel" in melding(
        lees_gebiedsscores, schrijf(tmp_path, regels)
    )


def test_years_of_no_release(tmp_path):
    regels = [regel.replace(",2024,", ",2026,") for regel in uitgave_2024(4.2)]
    scores = lees_gebiedsscores(schrijf(tmp_path, regels))
    assert scores.uitgave is None
    assert scores.basis == 4.2


@pytest.mark.parametrize(
    ("verschillen", "bekend", "verwacht"),
    [
        ([4.1, 4.1, 4.2], None, 4.1),
        ([4.1, 4.1 + 3e-7, 4.1 - 3e-7, 4.9, 4.9], None, 4.1),
        ([4.1, 4.1], 4.3, 4.3),
        ([np.nan], None, 0.0),
        ([], None, 0.0),
    ],
)
def test_the_base_is_that_of_most_rows(verschillen, bekend, verwacht):
    afw = np.zeros(len(verschillen))
    assert basis_van(np.array(verschillen), afw, bekend) == pytest.approx(verwacht, abs=1e-9)


def test_an_edition_about_buurten_reads_them_and_refuses_wijken(tmp_path):
    with over(BUURT):
        tabel = lees_gebiedsscores(schrijf(tmp_path, BUURTEN)).tabel
        tekst = melding(lees_gebiedsscores, schrijf(tmp_path, GOED))
    assert list(tabel.columns[:3]) == ["wk_code", "wk_naam", "jaar"]
    assert set(tabel["wk_code"]) == {f"BU{code[2:]}01" for code in CODES}
    assert "dit bestand heeft scores van wijken; deze editie gaat over buurten" in tekst
    assert "Gebruik 'Leefbaarometer-scores buurten 2002-2022.csv'" in tekst
    assert "verander `gebied` in de config" in tekst
