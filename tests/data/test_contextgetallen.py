"""Numbers that their column cannot hold are refused with lines, never read as something else."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hulp.bronnen import KENMERKEN, contextkolom, melding, schrijf, vervang_cel
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.data.codeboek import lees_codeboek
from leefbaarheid.data.context import lees_context

GETALLEN = [f"{30 + (7 * i) % 40 + i / 10:.1f}" for i in range(60)]
DICHTHEID = [f"{0.3 + (i * 37 % 600) / 100:.3f}" for i in range(60)]


def lees(tmp_path, regels, codeboek, factor="factor"):
    boek = lees_codeboek(schrijf(tmp_path, codeboek, "codeboek.csv"))
    return lees_context(schrijf(tmp_path, regels, "context.csv"), boek, [factor], KENMERKEN)


def met(cel: str, plek: int = 0, rest: list[str] = GETALLEN) -> list[str]:
    return [*rest[:plek], cel, *rest[plek + 1 :]]


def nederlandse_excel(cellen: list[str]) -> list[str]:
    """Return cells as a Dutch Excel leaves them: "1.261" is a number of thousands, "0.981" text."""
    return [c if c.startswith("0") else c.replace(".", "") for c in cellen]


# name, cells, codebook, parts of the message
KOLOMFOUTEN = {
    "aantal met duizendpunt": (
        met("1.261", 3, ["500"] * 60),
        {"eenheid": "aantal"},
        ["regel 5", "waarde '1.261'", "een aantal is een geheel getal", "26580 en niet 26.580"],
    ),
    "aantal met duizendpunt en drie nullen": (
        met("26.000", 3, ["500"] * 60),
        {"eenheid": "aantal"},
        ["regel 5", "waarde '26.000'", "geheel getal"],
    ),
    "aantal met duizendpunt in elke cel": (
        [f"{i}.{i * 13 % 1000:03d}" for i in range(1, 60)],
        {"eenheid": "aantal"},
        ["regel 2", "geheel getal (regels 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 en nog 49)"],
    ),
    "half aantal": (met("0.5", 0, ["5"] * 60), {"eenheid": "aantal"}, ["waarde '0.5'", "geheel"]),
    "negatief aantal": (met("-5", 0, ["5"] * 60), {"eenheid": "aantal"}, ["negatief"]),
    "aantal met spatie": (
        met("1 234", 0, ["5"] * 60),
        {"eenheid": "aantal"},
        ["waarde '1 234'", "teken voor duizendtallen"],
    ),
    "aantal met apostrof": (
        met("1'234", 0, ["5"] * 60),
        {"eenheid": "aantal"},
        ["waarde '1'234'", "teken voor duizendtallen"],
    ),
    "aantal met duizendpunt en komma": (
        met("1.234,5", 0, ["5"] * 60),
        {"eenheid": "aantal"},
        ["waarde '1.234,5'", "teken voor duizendtallen"],
    ),
    "afgekort door Excel": (
        met("1,23E+05", 0, ["5"] * 60),
        {"eenheid": "aantal"},
        ["waarde '1,23E+05'", "afgekort"],
    ),
    "afgekort door een Engelse Excel": (
        met("1.23E+05", 0, ["5"] * 60),
        {"eenheid": "aantal"},
        ["waarde '1.23E+05'", "afgekort"],
    ),
    "decimale komma's en punten door elkaar": (
        met("34,4"),
        {},
        ["regel 2", "waarde '34,4'", "decimale komma"],
    ),
    "dichtheid half omgezet door Excel": (
        nederlandse_excel(DICHTHEID),
        {"eenheid": "1.000 woningen per km2"},
        ["mengt twee schalen", "(regels ", "Een rekenblad leest '1.261' als"],
    ),
    "dichtheid met een omgezette cel": (
        met("1261", 9, DICHTHEID),
        {"eenheid": "1.000 woningen per km2"},
        ["regel 11", "waarde '1261'", "1 cellen zijn zo'n duizend keer zo groot"],
    ),
    "dichtheid met een niet omgezette cel": (
        met("1.261", 9, [str(900 + 13 * i) for i in range(60)]),
        {"eenheid": "adressen per km2"},
        ["regel 11", "waarde '1.261'", "mengt twee schalen"],
    ),
    "woningwaarde in euro en in duizenden": (
        [str(v * 1000 if i % 3 else v) for i, v in enumerate(range(150, 210))],
        {"eenheid": "x 1000 euro"},
        ["mengt twee schalen", "40 cellen", "andere 20"],
    ),
    "percentage boven 100": (
        met("344", 4),
        {},
        ["regel 6", "waarde '344'", "te hoog", "tussen 0 en 100", "de eenheid is '%'", "`maximum`"],
    ),
    "percentage onder 0": (met("-3.5", 4), {}, ["waarde '-3.5'", "negatief", "tussen 0 en 100"]),
    "percentage dat duizend keer te groot is": (met("9742", 4), {}, ["waarde '9742'", "te hoog"]),
    "-9999 in een percentage": (
        met("-9999", 4),
        {},
        ["waarde '-9999'", "een code voor een ontbrekende waarde", "Maak de cel leeg"],
    ),
    "-99 in een percentage": (met("-99"), {}, ["waarde '-99'", "een code voor een ontbrekende"]),
    "-888 in een afstand": (met("-888"), {"eenheid": "km"}, ["een code voor een ontbrekende"]),
    "-9 in een index zonder negatieve waarden": (
        met("-99"),
        {"eenheid": "index"},
        ["waarde '-99'", "een code voor een ontbrekende"],
    ),
    "-1 in een afstand": (met("-1"), {"eenheid": "km"}, ["waarde '-1'", "negatief"]),
    "-9999 in een verandering": (
        met("-9999", 4, [f"{(7 * i) % 40 - 30}" for i in range(60)]),
        {"eenheid": "x 1000 euro", "peiljaar": "2009-2014"},
        ["waarde '-9999'", "een code voor een ontbrekende"],
    ),
    "verandering van meer dan alles": (
        met("-120", 4, [f"{(7 * i) % 40 - 30}" for i in range(60)]),
        {"peiljaar": "2009-2014"},
        ["waarde '-120'", "minstens −100", "een daling is hoogstens 100 procent"],
    ),
    "procentpunt": (met("250", 4), {"eenheid": "procentpunt"}, ["tussen −100 en 100"]),
    "onder het minimum van het codeboek": (
        met("0.5", 4),
        {"eenheid": "index", "minimum": "1"},
        ["waarde '0.5'", "te laag", "het codeboek zegt minimum 1"],
    ),
    "boven het maximum van het codeboek": (
        met("9", 4, ["3"] * 60),
        {"eenheid": "klasse", "minimum": "1", "maximum": "5"},
        ["waarde '9'", "tussen 1 en 5", "het codeboek zegt minimum 1 en maximum 5"],
    ),
    "1e308": (met("1e308"), {"eenheid": "index"}, ["waarde '1e308'", "onmogelijk groot"]),
    "-1e308": (met("-1e308"), {"eenheid": "index"}, ["onmogelijk groot"]),
    "1e308 in een percentage": (met("1e308"), {}, ["onmogelijk groot"]),
    "1e999": (met("1e999"), {}, ["waarde '1e999'", "dit is geen getal"]),
    "inf": (met("inf"), {}, ["waarde 'inf'", "dit is geen getal"]),
    "nan": (met("nan"), {}, ["waarde 'nan'", "dit is geen getal"]),
    "fracties in plaats van procenten": (
        [f"{float(g) / 100:.3f}" for g in GETALLEN],
        {},
        ["regel 2", "geen waarde in deze kolom is groter dan 1", "`maximum` op 1"],
    ),
    "getal van 140 cijfers": (met("9" * 140), {}, ["onmogelijk groot"]),
    "datum van Excel": (met("12-mei"), {}, ["waarde '12-mei'", "een datum gemaakt"]),
    "foutmelding van Excel": (met("#DEEL/0!"), {}, ["foutmelding van een rekenblad"]),
    "alle cellen met een procentteken": (
        [f"{g}%" for g in GETALLEN],
        {},
        ["regel 2", "meer dan een getal in deze cel (en nog 59 regels)"],
    ),
    "alle cellen met een duizendspatie": (
        [f"1 {i:03d}" for i in range(60)],
        {"eenheid": "km"},
        ["regel 2", "teken voor duizendtallen in dit getal (en nog 59 regels)"],
    ),
}


@pytest.mark.parametrize(("cellen", "boek", "delen"), KOLOMFOUTEN.values(), ids=list(KOLOMFOUTEN))
def test_a_number_that_cannot_be(tmp_path, cellen, boek, delen):
    tekst = melding(lees, tmp_path, *contextkolom(cellen, **boek))
    for deel in ["context.csv", "kolom 'factor'", "Wat te doen: ", *delen]:
        assert deel in tekst


INWONERFOUTEN = {
    "duizendpunt": ("26.580", ["waarde '26.580'", "geheel getal", "26580 en niet 26.580"]),
    "duizendpunt en drie nullen": ("26.000", ["waarde '26.000'", "geheel getal"]),
    "half": ("0.5", ["geheel getal"]),
    "negatief": ("-5", ["negatief", "het is een aantal inwoners", "maak de cel leeg"]),
    "-9999": ("-9999", ["een code voor een ontbrekende waarde"]),
    "een stad in een wijk": ("17900000", ["te hoog", "tussen 0 en 1.000.000"]),
    "1e308": ("1e308", ["onmogelijk groot"]),
    "circa": ("ca. 500", ["een grens of een interval"]),
}


@pytest.mark.parametrize(("cel", "delen"), INWONERFOUTEN.values(), ids=list(INWONERFOUTEN))
def test_inhabitants_that_cannot_be(tmp_path, cel, delen):
    regels, codeboek = contextkolom(GETALLEN)
    tekst = melding(lees, tmp_path, vervang_cel(regels, 4, "inwoners", cel), codeboek)
    for deel in ["regel 4", "kolom 'inwoners'", "Wat te doen: ", *delen]:
        assert deel in tekst


@pytest.mark.parametrize("cel", ["0", "NA", "", ".", "-99997"])
def test_no_wijk_with_inhabitants(tmp_path, cel):
    regels, codeboek = contextkolom(GETALLEN)
    for nummer in range(2, len(regels) + 1):
        regels = vervang_cel(regels, nummer, "inwoners", cel)
    tekst = melding(lees, tmp_path, regels, codeboek)
    assert "geen enkele wijk heeft inwoners" in tekst
    assert "kolom 'inwoners'" in tekst


@pytest.mark.parametrize("cel", ["26580", "26580.0", "26580.00", "1e+05", "0", "NA", "-99995"])
def test_inhabitants_as_other_programs_write_them(tmp_path, cel):
    regels, codeboek = contextkolom(GETALLEN)
    wijken, _ = lees(tmp_path, vervang_cel(regels, 2, "inwoners", cel), codeboek)
    verwacht = np.nan if cel in ("NA", "-99995") else float(cel)
    np.testing.assert_array_equal(wijken["inwoners"].iat[0], verwacht)


def plaatsen(regels: list[str], maak) -> list[str]:
    for nummer in range(2, len(regels) + 1):
        x, y = maak(nummer)
        regels = vervang_cel(vervang_cel(regels, nummer, "x_rd", x), nummer, "y_rd", y)
    return regels


PLAATSFOUTEN = {
    "graden": (lambda i: (f"{4 + i / 100}", f"{52 + i / 100}"), "y_rd", "Dit lijken graden"),
    "graden, verwisseld": (lambda i: ("52.1", "4.9"), "y_rd", "Dit lijken graden"),
    "x en y verwisseld": (lambda i: ("400000", "100000"), "x_rd", "verwissel ze in `kenmerken`"),
    "alleen x in graden": (lambda i: (f"{4 + i / 100}", "400000"), "x_rd", "Gebruik meters"),
    "kilometers": (lambda i: ("100.5", "400.1"), "y_rd", "Dit lijken kilometers"),
    "ETRS89-LAEA": (lambda i: ("3950000", "3230000"), "x_rd", "Gebruik meters"),
    "duizendpunten": (lambda i: ("233.821", "582.003"), "y_rd", "Dit lijken kilometers"),
    "nul": (lambda i: ("0", "0"), "y_rd", "Gebruik meters in het Rijksdriehoeksstelsel"),
    "alleen x": (lambda i: ("100000", ""), "y_rd", "Vul beide coördinaten"),
    "alleen y": (lambda i: ("NA", "400000"), "x_rd", "Vul beide coördinaten"),
}


@pytest.mark.parametrize(("maak", "kolom", "doen"), PLAATSFOUTEN.values(), ids=list(PLAATSFOUTEN))
def test_coordinates_that_are_not_in_the_country(tmp_path, maak, kolom, doen):
    regels, codeboek = contextkolom(GETALLEN)
    tekst = melding(lees, tmp_path, plaatsen(regels, maak), codeboek)
    for deel in ["regel 2", f"kolom '{kolom}'", doen]:
        assert deel in tekst


def test_one_point_in_degrees_among_metres(tmp_path):
    regels, codeboek = contextkolom(GETALLEN)
    tekst = melding(lees, tmp_path, vervang_cel(regels, 5, "y_rd", "52.09"), codeboek)
    assert "regel 5" in tekst
    assert "Gebruik meters in het Rijksdriehoeksstelsel" in tekst


GOED = {
    "percentages tot en met 0 en 100": (["0", "100", "100.0", "33.44", "."], {}),
    "stijging van meer dan 100 procent": (["250", "-12.5", "NA"], {"peiljaar": "2009-2014"}),
    "-99 als verandering": (
        [f"{(7 * i) % 240 - 120}" for i in range(60)] + ["-99"],
        {"eenheid": "euro", "peiljaar": "2009-2014"},
    ),
    "officiële codes": (["-99995", "-99997", "-99999", "-99999999", "12"], {}),
    "hoogte onder NAP": (["-3.5", "0.4", "12"], {"eenheid": "m"}),
    "buiten 0-100 met een codeboek dat het toestaat": (["104.5", "3"], {"maximum": "120"}),
    "zoals R het schrijft": (["1e-05", "2.5e-07", "0.3"], {}),
    "hele en gebroken getallen": (["15", "15.5", "31.0"], {}),
    "scheve dichtheden": (
        ["1200", "0.5", "873.4", "12", "90", "4"],
        {"eenheid": "adressen per km2"},
    ),
    "kleine procenten met een codeboek dat het zegt": (
        [f"{i / 100}" for i in range(60)],
        {"maximum": "1"},
    ),
    "grote getallen": (["250000", "1250000", "310000"], {"eenheid": "euro"}),
}


@pytest.mark.parametrize(("cellen", "boek"), GOED.values(), ids=list(GOED))
def test_good_numbers_are_read_as_they_are(tmp_path, cellen, boek):
    _, context = lees(tmp_path, *contextkolom(cellen, **boek))
    verwacht = [np.nan if c in ("NA", ".") or c.startswith("-9999") else float(c) for c in cellen]
    np.testing.assert_array_equal(context["factor"], verwacht)


SCHRIJFWIJZEN = [
    lambda t: t.replace(".", ","),
    lambda t: f"{t}%",
    lambda t: f"{float(t):,.1f}",
    lambda t: f"{float(t) * 1000:,.0f}".replace(",", "."),
    lambda t: f"{float(t) * 1000:,.0f}".replace(",", " "),
    lambda t: f"{float(t) * 1000:.0f}",
    lambda t: f"-{t}",
    lambda t: f"{t}e3",
    lambda t: f"{float(t):E}",
    lambda t: f"{t}-",
    lambda t: f"€ {t}",
    lambda t: t.replace(".", ". "),
    lambda t: t.replace(".", ".."),
    lambda t: f"≈{t}",
    lambda t: f"{t} {t}",
]


@pytest.mark.traag
@given(st.integers(0, 10**6))
def test_a_cell_that_is_written_in_another_way_is_the_same_number_or_refused(tmp_path, zaad):
    """Percentages of one decimal: no way of writing gives another number in silence.

    Except "30.1" for a number that is 1 000 times as small, which no one can see.
    """
    rng = random.Random(zaad)
    plekken = rng.sample(range(60), rng.choice([1, 2, 30, 60]))
    schrijf_ = rng.choice(SCHRIJFWIJZEN)
    cellen = [schrijf_(g) if i in plekken else g for i, g in enumerate(GETALLEN)]
    try:
        _, context = lees(tmp_path, *contextkolom(cellen))
    except InvoerFout as fout:
        assert "Wat te doen: " in str(fout)
    else:
        np.testing.assert_array_equal(context["factor"], [float(g) for g in GETALLEN])
