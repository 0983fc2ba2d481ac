"""A csv is read strictly: every row with its own line, and quotes closed."""

from __future__ import annotations

import pytest

from hulp.bronnen import CODEBOEK, GOED, KOP, melding, schrijf
from leefbaarheid.data.csvbestand import lees_cellen
from leefbaarheid.data.leefbaarometer import KOLOMMEN

LANG = 'WK900101,"' + "x" * 140_000

# name, content, parts of the message
FOUTEN = {
    "alleen komma's": (b",,,\n,,,\n", ["het bestand is leeg"]),
    "alleen lege cellen": (b'"","\xe2\x80\x83"\n', ["het bestand is leeg"]),
    "alleen kopregel": ([KOP], ["alleen een kopregel", "regel 1"]),
    "aanhalingsteken niet gesloten": (
        [*GOED[:3], GOED[3].replace("Dorp", '"Dorp'), *GOED[4:]],
        ["regel 4", "aanhalingsteken", '"Dorp', 'verdubbeld ("")'],
    ),
    "aanhalingsteken gesloten op een latere regel": (
        [*GOED[:3], GOED[3].replace("Dorp", '"Dorp'), GOED[4].replace("Dorp", 'Dorp"'), *GOED[5:]],
        ["regel 4", "aanhalingsteken"],
    ),
    "veld zonder einde": ([*GOED[:2], LANG, *GOED[3:]], ["regel 3", "aanhalingsteken"]),
}


@pytest.mark.parametrize(("inhoud", "delen"), FOUTEN.values(), ids=list(FOUTEN))
def test_what_cannot_be_split_into_rows_gives_one_clear_message(tmp_path, inhoud, delen):
    tekst = melding(lees_cellen, schrijf(tmp_path, inhoud), KOLOMMEN)
    assert tekst.startswith("FOUT in bestand ")
    assert "scores.csv" in tekst
    assert "Wat te doen: " in tekst
    for deel in delen:
        assert deel in tekst


def test_every_row_knows_the_line_it_begins_at(tmp_path):
    """Blank lines are passed over but count; a cell of two lines counts for both."""
    regels = [*CODEBOEK[:2], "", CODEBOEK[2].replace("geteld, ", "geteld,\n"), CODEBOEK[3]]
    bron = lees_cellen(schrijf(tmp_path, regels), ["factor"], meerregelig=True)
    assert bron.regels.tolist() == [2, 4, 6]
    assert bron.cellen["factor"].tolist() == ["corporatie_pct", "dichtheid", "stedelijkheid"]


def test_cells_are_text_without_the_blanks_around_them(tmp_path):
    regels = ["wk_code , jaar", " WK900100 ,2012 "]
    bron = lees_cellen(schrijf(tmp_path, regels), ["wk_code"])
    assert bron.cellen.to_dict("list") == {"wk_code": ["WK900100"], "jaar": ["2012"]}
