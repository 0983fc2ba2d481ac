"""A cell that is no number is told by the way it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leefbaarheid.data.cellen import is_getal, is_ontbrekend
from leefbaarheid.data.getalvorm import GEEN_GETAL, KOMMA, vorm_van

AFGEKORT = "een rekenblad heeft dit getal afgekort, en er kunnen cijfers weg zijn"
DUIZEND = "er staat een teken voor duizendtallen in dit getal"
DATUM = "een rekenblad heeft van dit getal een datum gemaakt"
FOUTMELDING = "dit is een foutmelding van een rekenblad"
EENHEID = "er staat meer dan een getal in deze cel"
NEGATIEF = "dit negatieve getal is anders geschreven"
GRENS = "dit is een grens of een interval en geen getal"
VORMEN = {
    AFGEKORT: ["1,23E+05", "1.23E+05", "1E+05", "-2,5E-03", "4E5"],
    DUIZEND: [
        *("1.234,5", "1.234.567", "1.234.567,8", "12.345.678", "1,234.5", "1,234,567"),
        *("1 234", "26 580", "1 234,5", "1 234.5", "1'234", "1’234", "1'234'567.8"),
        *("1\xa0234", "1\u202f234", "1\u2009234", "-1 234"),
    ],
    KOMMA.wat: ["4,13", "-0,5", "1,234", ",5", "4,13e5"],
    FOUTMELDING: [
        *("#N/B", "#N/A", "#DEEL/0!", "#DIV/0!", "#WAARDE!", "#VALUE!", "#VERW!", "#REF!"),
        *("#NAAM?", "#NAME?", "#GETAL!", "#NUM!", "########"),
    ],
    "dit is een formule": ["=A1", "=SOM(A1:A3)", "@A1"],
    DATUM: [
        *("1-feb", "12-mei", "12-mei-24", "3 mrt 2012", "jan-12", "okt-1999", "5-12-2024"),
        *("05/12/24", "2012-01-31", "2012-01-31 00:00:00", "2012-01-31T00:00:00"),
    ],
    EENHEID: ["12%", "12 %", "€ 12", "€12,50", "12 euro", "EUR 12.000", "12 km2", "100 m", "3 ‰"],
    NEGATIEF: ["−12.5", "–3", "— 3", "(12.5)", "5-", "5−"],
    GRENS: ["<5", "< 5", ">100", "≥ 5", "ca. 5", "±12", "5-10", "5 – 10", "5 t/m 10"],
    GEEN_GETAL.wat: [
        *("nan", "NaN", "inf", "-inf", "Infinity", "n.b.", "onbekend", "-", "x", "?", "n/a"),
        *("NULL", "None", "1_0", "٤", "0x1F", "1e999", "--5", "1.2.3", "1..2", "4.1.", "True"),
        *("12a34", "½", "1/2", "²", "e5", ".", "+", "+-1"),
    ],
}


@pytest.mark.parametrize(
    ("cel", "wat"), [(cel, wat) for wat, cellen in VORMEN.items() for cel in cellen if cel != "."]
)
def test_a_way_of_writing_is_named(cel, wat):
    assert not is_ontbrekend(cel)
    assert vorm_van(cel).wat == wat
    assert vorm_van(cel).remedie


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_as_python_writes_it_is_a_number(getal):
    assert is_getal(repr(getal))
    assert float(repr(getal)) == getal


@pytest.mark.traag
@given(st.integers(1000, 10**12), st.sampled_from(".' ’\xa0\u202f\u2009"), st.booleans())
def test_a_sign_for_thousands_is_never_read_as_a_number(getal, teken, komma):
    """Only "1.234" can be a number with three decimals; the column says whether it is."""
    cel = f"{getal:,}".replace(",", teken) + (",5" if komma else "")
    if teken == "." and not komma and getal < 10**6:
        assert is_getal(cel)
    else:
        assert not is_getal(cel)
        assert vorm_van(cel).wat == DUIZEND


@pytest.mark.traag
@given(st.text(max_size=30))
def test_any_text_has_one_answer(tekst):
    assert vorm_van(tekst).wat
