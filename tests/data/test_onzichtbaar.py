"""What a reader of the file cannot see, or is damaged, is refused with its line."""

from __future__ import annotations

import pytest

from hulp.bronnen import CODEBOEK, GOED, KOP, melding, schrijf, vervang_cel
from leefbaarheid.data.codeboek import lees_codeboek
from leefbaarheid.data.csvbestand import lees_cellen
from leefbaarheid.data.leefbaarometer import KOLOMMEN

# name, lines, parts of the message
FOUTEN = {
    "breedteloze spatie in een code": (
        vervang_cel(GOED, 4, "wk_code", "WK9001\u200b01"),
        ["regel 4", "kolom 'wk_code'", "U+200B", "waarde 'WK9001·01'"],
    ),
    "BOM midden in het bestand": (
        vervang_cel(GOED, 3, "wk_naam", "Dorp\ufeffZuid"),
        ["regel 3", "U+FEFF", "Dorp·Zuid"],
    ),
    "omkering van de leesrichting": (
        vervang_cel(GOED, 3, "wk_naam", "Dorp \u202eprod"),
        ["regel 3", "kolom 'wk_naam'", "U+202E"],
    ),
    "belletje": (vervang_cel(GOED, 5, "wk_naam", "Do\x07rp"), ["regel 5", "U+0007"]),
    "terminalkleur": (vervang_cel(GOED, 5, "wk_naam", "\x1b[31mDorp"), ["regel 5", "U+001B"]),
    "tab in een naam": (vervang_cel(GOED, 5, "wk_naam", "Dorp\tZuid"), ["regel 5", "U+0009"]),
    "zacht afbreekteken": (vervang_cel(GOED, 5, "wk_naam", "Dorp\xadstad"), ["U+00AD"]),
    "onzichtbaar teken in de kopregel": (
        [KOP.replace("vrz", "v\u200brz"), *GOED[1:]],
        ["regel 1", "U+200B", "waarde 'v·rz'"],
    ),
    "verloren accent": (
        vervang_cel(GOED, 6, "wk_naam", "Belgi\ufffd"),
        ["regel 6", "letters met een accent zijn in dit bestand verminkt", "opnieuw op"],
    ),
    "dubbel gecodeerd": (
        vervang_cel(GOED, 6, "wk_naam", "BelgiÃ«"),
        ["regel 6", "kolom 'wk_naam'", "verminkt", "waarde 'BelgiÃ«'"],
    ),
    "dubbel gecodeerd aanhalingsteken": (
        vervang_cel(GOED, 6, "wk_naam", "â€™s-Dorp"),
        ["regel 6", "verminkt"],
    ),
    "naam van 3.000 tekens": (
        vervang_cel(GOED, 6, "wk_naam", "Dorp" * 750),
        ["regel 6", "kolom 'wk_naam'", "telt 3000 tekens", "hoogstens 150", "Kort de tekst in"],
    ),
    "getal van 3.000 cijfers": (
        vervang_cel(GOED, 6, "lbm", "4" * 3000),
        ["regel 6", "kolom 'lbm'", "telt 3000 tekens"],
    ),
}


@pytest.mark.parametrize(("regels", "delen"), FOUTEN.values(), ids=list(FOUTEN))
def test_what_cannot_be_seen_gives_one_clear_message(tmp_path, regels, delen):
    tekst = melding(lees_cellen, schrijf(tmp_path, regels), KOLOMMEN, toegestaan=KOLOMMEN)
    for deel in ["scores.csv", "Wat te doen: ", *delen]:
        assert deel in tekst


@pytest.mark.parametrize("naam", ["Zuidoosteïnd", "Café Ø", "’t Zand – Oost", "Tsjûkemarwyk", "À"])
def test_accents_and_curly_quotes_are_ordinary(tmp_path, naam):
    bron = lees_cellen(schrijf(tmp_path, vervang_cel(GOED, 2, "wk_naam", naam)), KOLOMMEN)
    assert bron.cellen["wk_naam"].iat[0] == naam


def test_no_break_space_around_a_cell_is_a_blank(tmp_path):
    bron = lees_cellen(schrijf(tmp_path, vervang_cel(GOED, 2, "wk_code", "WK900100\xa0")), KOLOMMEN)
    assert bron.cellen["wk_code"].iat[0] == "WK900100"


def test_a_remark_in_the_codebook_may_be_long_and_a_label_not(tmp_path):
    lang = vervang_cel(CODEBOEK, 2, "toelichting", "woord " * 200)
    assert len(lees_codeboek(schrijf(tmp_path, lang))) == 3
    te_lang = vervang_cel(CODEBOEK, 2, "label", "woord " * 200)
    assert "kolom 'label'" in melding(lees_codeboek, schrijf(tmp_path, te_lang))
