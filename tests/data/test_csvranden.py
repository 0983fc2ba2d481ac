"""A csv is a header and rows: what stands above, below or beside them is told."""

from __future__ import annotations

import pytest

from hulp.bronnen import CONTEXT, GOED, KOP, melding, schrijf
from leefbaarheid.data.csvbestand import lees_cellen
from leefbaarheid.data.csvranden import overgelezen
from leefbaarheid.data.leefbaarometer import KOLOMMEN

NA5 = "," * 9

# name, lines, parts of the message
FOUTEN = {
    "titel boven de kopregel": (
        ["Leefbaarometer 3.0", *GOED],
        ["regel 1", "de kopregel is regel 2", "Leefbaarometer 3.0", "alles boven de kopregel"],
    ),
    "titel, bron en een lege regel boven de kopregel": (
        ["Kerncijfers; wijken en buurten; 2022", "Bron: CBS", "", *GOED],
        ["regel 1", "de kopregel is regel 4"],
    ),
    "titel met komma's boven de kopregel": (
        ["Scores wijken" + NA5, NA5, *GOED],
        ["regel 1", "de kopregel is regel 3"],
    ),
    "sep=": (["sep=,", *GOED], ["regel 1", "aanwijzing voor Excel", "Verwijder deze regel"]),
    "sep=;": (["sep=;", *GOED], ["regel 1", "waarde 'sep=;'"]),
    "geen kopregel": (
        GOED[1:],
        ["regel 1", "de kopregel ontbreekt", "op de eerste regel staan al gegevens", "wk_code, wk"],
    ),
    "elke regel tussen aanhalingstekens": (
        [f'"{regel}"' for regel in GOED],
        ["regel 1", "als geheel tussen aanhalingstekens", "Tekst naar kolommen"],
    ),
    "bron onder de gegevens": (
        [*GOED, "Bron: CBS"],
        ["regel 8", "onder de gegevens staat een regel met tekst", "waarde 'Bron: CBS'"],
    ),
    "bron onder de gegevens, met komma's van een rekenblad": (
        [*GOED, NA5, "Bron: CBS" + NA5],
        ["regel 9", "onder de gegevens", "waarde 'Bron: CBS'", "Verwijder deze regel"],
    ),
    "bron met komma's in de tekst": (
        [*GOED, "Bron: CBS, Kerncijfers, 2022"],
        ["regel 8", "onder de gegevens", "Bron: CBS, Kerncijfers, 2022"],
    ),
    "© CBS": ([*GOED, "© CBS, Den Haag 21-11-2026"], ["regel 8", "onder de gegevens"]),
    "noot van drie regels": (
        [*GOED, "* voorlopige cijfers", "Bron: CBS", "Laatst gewijzigd: gisteren"],
        ["regel 8", "onder de gegevens", "(en nog 2 regels)"],
    ),
    "tussenkop": (
        [*GOED[:4], "Gemeente Bedorp" + NA5, *GOED[4:]],
        ["regel 5", "tussen de gegevens staat een regel met tekst", "Gemeente Bedorp"],
    ),
    "kolom zonder naam met inhoud": (
        [KOP + ",", *(f"{regel},{12.5 - i}" for i, regel in enumerate(GOED[1:]))],
        ["regel 2", "kolom 11 heeft geen naam maar wel inhoud", "waarde '12.5'"],
    ),
    "kolom zonder naam met een losse opmerking": (
        [KOP + ",", *(regel + "," for regel in GOED[1:6]), GOED[6] + ",let op"],
        ["regel 7", "kolom 11 heeft geen naam", "waarde 'let op'"],
    ),
}


@pytest.mark.parametrize(("regels", "delen"), FOUTEN.values(), ids=list(FOUTEN))
def test_what_is_no_row_is_told_with_its_line(tmp_path, regels, delen):
    tekst = melding(lees_cellen, schrijf(tmp_path, regels), KOLOMMEN, toegestaan=KOLOMMEN)
    assert "scores.csv" in tekst
    assert "Wat te doen: " in tekst
    for deel in delen:
        assert deel in tekst


def met_kolom(naam: str, cellen: list[str], vooraan: bool = True) -> list[str]:
    kolom = [naam, *cellen]
    return [f"{c},{r}" if vooraan else f"{r},{c}" for c, r in zip(kolom, GOED, strict=True)]


RIJNUMMERS = ["1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize(
    ("regels", "genoemd"),
    [
        (met_kolom("", RIJNUMMERS), "kolom 1 (zonder naam)"),
        (met_kolom('""', [f'"{n}"' for n in RIJNUMMERS]), "kolom 1 (zonder naam)"),
        (met_kolom("Unnamed: 0", RIJNUMMERS), "Unnamed: 0"),
        (met_kolom("rownr", RIJNUMMERS), "rownr"),
        (met_kolom("ID", RIJNUMMERS), "ID"),
        (met_kolom("versie", ["3.0"] * 6, vooraan=False), "versie"),
        (met_kolom("", [""] * 6, vooraan=False), "kolom 11 (zonder naam)"),
    ],
)
def test_official_extras_are_read_over_and_named(tmp_path, regels, genoemd):
    bron = lees_cellen(schrijf(tmp_path, regels), KOLOMMEN, toegestaan=KOLOMMEN)
    gewoon = lees_cellen(schrijf(tmp_path, GOED), KOLOMMEN)
    assert bron.cellen[list(KOLOMMEN)].equals(gewoon.cellen)
    assert overgelezen("\n".join(regels), KOLOMMEN) == [genoemd]
    assert overgelezen("\n".join(GOED), KOLOMMEN) == []


def test_rows_of_commas_are_blank_lines(tmp_path):
    bron = lees_cellen(schrijf(tmp_path, [*GOED[:3], NA5, *GOED[3:], NA5, NA5]), KOLOMMEN)
    assert bron.regels.tolist() == [2, 3, 5, 6, 7, 8]


def test_a_wijk_of_which_nothing_is_known_is_a_row(tmp_path):
    """Only a code, and a name with "Bron" in it: no sentence below the table."""
    leeg = "," * CONTEXT[0].count(",")
    regels = [*CONTEXT, f"WK900400{leeg}", f"WK900500,Bronkwartier Totaal{leeg[1:]}"]
    bron = lees_cellen(schrijf(tmp_path, regels), ["wk_code"])
    assert bron.cellen["wk_code"].tolist()[-2:] == ["WK900400", "WK900500"]
