"""The selection list: yes or no per label, for wijken that exist."""

from __future__ import annotations

import pytest

from hulp.bronnen import CODES, LIJST, melding, schrijf, vervang_cel
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
