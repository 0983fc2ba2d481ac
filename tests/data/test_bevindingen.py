"""Faults in cells are collected: per kind the first row and the number of rows."""

from __future__ import annotations

from hulp.bronnen import GOED, melding, schrijf, vervang_cel
from leefbaarheid.data.leefbaarometer import lees_leefbaarometer


def test_count_of_further_rows(tmp_path):
    regels = [GOED[0], *(r.replace("WK", "W") for r in GOED[1:])]
    tekst = melding(lees_leefbaarometer, schrijf(tmp_path, regels), [2012])
    assert "regel 2" in tekst
    assert "geen CBS-code (en nog 5 regels)" in tekst


def test_other_kinds_of_fault_are_told_in_the_same_message(tmp_path):
    regels = vervang_cel(vervang_cel(GOED, 6, "wk_code", "WK1"), 3, "lbm", "39.0")
    tekst = melding(lees_leefbaarometer, schrijf(tmp_path, regels), [2012])
    eerste, *_, rest = tekst.split("Ook mis in dit bestand:")
    assert "regel 6" in eerste
    assert "geen CBS-code" in eerste
    assert "- regel 3, kolom 'lbm', waarde '39.0': de score valt buiten het bereik" in rest


def test_line_numbers_count_blank_lines(tmp_path):
    regels = [*GOED[:3], "", "", *vervang_cel(GOED, 4, "lbm", "x")[3:]]
    assert "regel 6" in melding(lees_leefbaarometer, schrijf(tmp_path, regels), [2012])
