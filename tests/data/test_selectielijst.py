"""The selection list: yes or no per label, for wijken that exist."""

from __future__ import annotations

import pytest

from hulp.bronnen import CODES, LIJST, melding, schrijf, vervang_cel
from leefbaarheid.basis.gebied import BUURT, over
from leefbaarheid.data.selectielijst import lees_selectielijst


def test_selection_list_accepts_dutch_and_english_booleans(tmp_path):
    lijst = lees_selectielijst(
        schrijf(tmp_path, LIJST), ["aandachtswijk", "probleemwijk"], [*CODES]
    )
    assert lijst.columns.tolist() == ["wk_code", "label_aandachtswijk", "label_probleemwijk"]
    assert lijst["wk_code"].tolist() == ["WK900100", "WK900101"]
    assert lijst["label_aandachtswijk"].tolist() == [False, True]
    assert lijst["label_probleemwijk"].dtype == bool


def test_selection_list_of_a_dutch_excel(tmp_path):
    regels = vervang_cel(vervang_cel(LIJST, 2, "probleemwijk", "WAAR"), 3, "probleemwijk", "ONWAAR")
    lijst = lees_selectielijst(schrijf(tmp_path, regels), ["probleemwijk"], [*CODES])
    assert lijst["label_probleemwijk"].tolist() == [False, True]


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


ZEKERHEID = [
    "wk_code,zekerheid,reden",
    "WK900101,zeker,",
    "WK900100,waarschijnlijk,de helft",
]


def test_een_label_volgt_uit_de_waarden_van_een_kolom(tmp_path):
    uit = {
        "alle": {"kolom": "zekerheid", "waarden": ["zeker", "waarschijnlijk"]},
        "zeker": {"kolom": "zekerheid", "waarden": ["zeker"]},
    }
    lijst = lees_selectielijst(schrijf(tmp_path, ZEKERHEID), ["alle", "zeker"], [*CODES], uit)
    assert lijst["wk_code"].tolist() == ["WK900100", "WK900101"]
    assert lijst["label_alle"].tolist() == [True, True]
    assert lijst["label_zeker"].tolist() == [False, True]


def test_naast_een_label_uit_een_kolom_kan_een_eigen_kolom(tmp_path):
    uit = {"noord": {"kolom": "naam", "waarden": ["Noord"]}}
    labels = ["noord", "probleemwijk"]
    lijst = lees_selectielijst(schrijf(tmp_path, LIJST), labels, [*CODES], uit)
    assert lijst["label_noord"].tolist() == lijst["label_probleemwijk"].tolist() == [False, True]


@pytest.mark.parametrize(
    ("uit", "delen"),
    [
        (
            {"kolom": "zekerheid", "waarden": ["zeker", "zekr"]},
            ["kolom 'zekerheid'", "waarde 'zekr'", "bij het label a noemt", "Bedoelde u zeker?"],
        ),
        (
            {"kolom": "zekerheid", "waarden": ["ja"]},
            ["waarde 'ja'", "uit_kolom uit: waarschijnlijk, zeker."],
        ),
        (
            {"kolom": "reden", "waarden": ["de helft"]},
            ["regel 2", "kolom 'reden'", "deze cel is leeg"],
        ),
        (
            {"kolom": "zekerhied", "waarden": ["zeker"]},
            ["kolom 'zekerhied'", "Bedoelde u zekerheid"],
        ),
    ],
    ids=["spelling", "andere waarde", "lege cel", "andere kolom"],
)
def test_een_waarde_of_kolom_die_er_niet_is(tmp_path, uit, delen):
    tekst = melding(lees_selectielijst, schrijf(tmp_path, ZEKERHEID), ["a"], [*CODES], {"a": uit})
    assert all(deel in tekst for deel in delen), tekst


def test_selection_list_of_buurten(tmp_path):
    regels = [regel.replace("wk_code", "bu_code").replace("WK900", "BU90000") for regel in LIJST]
    with over(BUURT):
        codes = [regel.split(",")[0] for regel in regels[1:]]
        lijst = lees_selectielijst(schrijf(tmp_path, regels), ["probleemwijk"], codes)
        tekst = melding(lees_selectielijst, schrijf(tmp_path, regels), ["probleemwijk"], codes[1:])
    assert lijst["wk_code"].tolist() == sorted(codes)
    assert "deze buurtcode staat niet in de Leefbaarometer" in tekst
