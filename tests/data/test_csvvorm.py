"""The form of a csv: separator, header and number of fields."""

from __future__ import annotations

import pytest

from hulp.bronnen import GOED, KOP, melding, schrijf
from leefbaarheid.data.csvbestand import lees_cellen
from leefbaarheid.data.csvvorm import scheidingsteken
from leefbaarheid.data.leefbaarometer import KOLOMMEN

PUNTKOMMA = [r.replace(",", ";").replace(".", ",") for r in GOED]

# name, content, parts of the message
FOUTEN = {
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
    "afgekapt in een regel": (
        "\n".join(GOED)[:-60].encode(),
        ["regel 7", "lijkt afgekapt", "opnieuw op", "WK9002A0"],
    ),
    "te weinig velden midden in het bestand": (
        [*GOED[:2], "WK900100,Dorp,2014", *GOED[3:]],
        ["regel 3", "3 velden, de kopregel heeft er 10", "Vul de regel aan"],
    ),
    "te veel velden": (
        [*GOED[:3], GOED[3].replace("Dorp", "Appel, Driedorp"), *GOED[4:]],
        ["regel 4", "11 velden", "aanhalingstekens"],
    ),
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


@pytest.mark.parametrize(("inhoud", "delen"), FOUTEN.values(), ids=list(FOUTEN))
def test_another_form_gives_one_clear_message(tmp_path, inhoud, delen):
    tekst = melding(lees_cellen, schrijf(tmp_path, inhoud), KOLOMMEN, toegestaan=KOLOMMEN)
    assert tekst.startswith("FOUT in bestand ")
    assert "scores.csv" in tekst
    assert "Wat te doen: " in tekst
    for deel in delen:
        assert deel in tekst


@pytest.mark.parametrize(
    ("kop", "teken"),
    [("a,b", ","), ("a;b;c,d", ";"), ("a\tb", "\t"), ("a|b", "|"), ("alleen", ",")],
)
def test_the_separator_is_the_one_the_header_has_most_of(kop, teken):
    assert scheidingsteken(f"{kop}\n1;2;3;4;5") == teken
