"""Numbers of prose: value, Dutch text, unit, source; and a clear error for a name that is not."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest

from leefbaarheid.tekst.cijfers import EENHEDEN, TEKST, Cijfers, lees_cijfers, sleutel


@pytest.mark.parametrize(
    ("soort", "waarde", "tekst", "eenheid"),
    [
        ("aantal", 12345, "12.345", "aantal"),
        ("jaar", 2014, "2014", "jaar"),
        ("jaar", 2014.0, "2014", "jaar"),
        ("score", 3.855, "3,86", "scorepunt"),
        ("verandering", 0.034, "+0,03", "scorepunt"),
        ("verandering3", -0.0214, "\N{MINUS SIGN}0,021", "scorepunt"),
        ("marge", 0.02, "0,02", "scorepunt"),
        ("aandeel", 0.414, "41%", "aandeel (0-1)"),
        ("aandeel1", 0.4149, "41,5%", "aandeel (0-1)"),
        ("p", 0.0004, "<0,001", "p-waarde"),
        ("getal2", 0.726, "0,73", "getal"),
        ("getal1", 4.63, "4,6", "getal"),
        ("tekst", "Astad", "Astad", "tekst"),
    ],
)
def test_een_cijfer_heeft_waarde_tekst_eenheid_en_bron(soort, waarde, tekst, eenheid):
    cijfers = Cijfers()
    cijfers.zet("proef.n", waarde, soort, "clusters")
    assert cijfers.inhoud == {
        "proef.n": {"waarde": waarde, "tekst": tekst, "eenheid": eenheid, "bron_tabel": "clusters"}
    }
    assert cijfers.tekst("proef.n") == tekst
    assert cijfers.waarde("proef.n") == waarde


def test_elke_soort_heeft_een_eenheid():
    assert set(TEKST) == set(EENHEDEN)


@pytest.mark.parametrize("leeg", [None, math.nan, np.float64("nan")])
def test_ontbrekend_is_een_streepje_en_geen_waarde(leeg):
    cijfers = Cijfers()
    cijfers.zet("proef", leeg, "aandeel", "clusters")
    assert (cijfers.waarde("proef"), cijfers.tekst("proef")) == (None, "–")


def test_getallen_van_numpy_worden_gewone_getallen():
    cijfers = Cijfers()
    cijfers.zet("n", np.int64(3), "aantal", "clusters")
    cijfers.zet("aandeel", np.float64(0.25), "aandeel", "clusters")
    assert type(cijfers.waarde("n")) is int
    assert type(cijfers.waarde("aandeel")) is float
    json.dumps(cijfers.inhoud, allow_nan=False)


def test_een_naam_wordt_een_keer_gegeven():
    cijfers = Cijfers()
    cijfers.zet("n", 1, "aantal", "clusters")
    with pytest.raises(ValueError, match="number n is given twice"):
        cijfers.zet("n", 2, "aantal", "clusters")
    assert cijfers.waarde("n") == 1


def test_een_naam_die_er_niet_is_staat_in_de_melding():
    with pytest.raises(KeyError, match=r"er is geen cijfer met de naam 'cluster\.terugval\.m'"):
        Cijfers().tekst("cluster.terugval.m")
    with pytest.raises(KeyError, match="er is geen cijfer met de naam 'x'"):
        Cijfers().waarde("x")


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Succes!", "succes"),
        ("Gestaag herstel", "gestaag_herstel"),
        ("niet ingedeeld", "niet_ingedeeld"),
        ("  Één – Twee  ", "een_twee"),
    ],
)
def test_sleutel(tekst, verwacht):
    assert sleutel(tekst) == verwacht


def test_schrijven_en_lezen_geeft_dezelfde_cijfers(tmp_path):
    cijfers = Cijfers()
    cijfers.zet("a.b", 0.5, "aandeel", "clusters")
    pad = tmp_path / "cijfers.json"
    pad.write_text(json.dumps(cijfers.inhoud), encoding="utf-8")
    gelezen = lees_cijfers(pad)
    assert gelezen.inhoud == cijfers.inhoud
    gelezen.zet("c", 1, "aantal", "clusters")
    assert "c" not in cijfers.inhoud
