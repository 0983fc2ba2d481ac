"""The codebook says of every factor what it measures; nothing but toelichting may be empty."""

from __future__ import annotations

import pytest

from hulp.bronnen import CODEBOEK, melding, schrijf, vervang_cel
from leefbaarheid.data.codeboek import (
    eis_hoofdfactoren_op_tijd,
    lees_codeboek,
    merk_late_factoren,
)


def test_codebook_keeps_text(codeboek):
    assert codeboek["factor"].tolist() == ["corporatie_pct", "dichtheid", "stedelijkheid"]
    assert codeboek.loc[0, "peiljaar"] == "2008"
    assert codeboek.loc[1, "toelichting"] == "geteld, niet geschat"


def met_grenzen(minimum: str, maximum: str) -> list[str]:
    """Return the codebook with a bound on both sides of its first factor."""
    kop, eerste, *rest = CODEBOEK
    leeg = [f"{rij},," for rij in rest]
    return [f"{kop},minimum,maximum", f"{eerste},{minimum},{maximum}", *leeg]


def test_codebook_may_have_bounds(tmp_path, codeboek):
    assert codeboek[["minimum", "maximum"]].isna().all(axis=None)
    boek = lees_codeboek(schrijf(tmp_path, met_grenzen("0", "60.5"), "met.csv"))
    assert boek.loc[0, ["minimum", "maximum"]].tolist() == [0, 60.5]
    assert boek.loc[1:, ["minimum", "maximum"]].isna().all(axis=None)
    alleen = [CODEBOEK[0] + ",minimum", *(f"{r},1" for r in CODEBOEK[1:])]
    assert lees_codeboek(schrijf(tmp_path, alleen, "min.csv"))["minimum"].tolist() == [1, 1, 1]


@pytest.mark.parametrize(
    ("regels", "delen"),
    [
        (
            vervang_cel(CODEBOEK, 2, "eenheid", ""),
            ["regel 2", "kolom 'eenheid'", "'eenheid' is leeg", "Vul de cel"],
        ),
        (
            [*CODEBOEK, CODEBOEK[1]],
            ["regel 5", "corporatie_pct komt dubbel voor: op regel 2 en op regel 5"],
        ),
        (
            met_grenzen("100", "0"),
            ["regel 2", "kolom 'minimum'", "waarde '100'", "groter dan het maximum", "Verwissel"],
        ),
        (met_grenzen("0", "veel"), ["regel 2", "kolom 'maximum'", "dit is geen getal"]),
        (met_grenzen('"0,5"', "1"), ["regel 2", "kolom 'minimum'", "decimale komma"]),
        (met_grenzen("0", "1.000.000"), ["kolom 'maximum'", "teken voor duizendtallen"]),
        (
            [CODEBOEK[0].replace("label", "lable"), *CODEBOEK[1:]],
            ["kolom 'label'", "Bedoelde u lable?"],
        ),
    ],
    ids=[
        "lege cel",
        "dubbele factor",
        "minimum boven maximum",
        "maximum is tekst",
        "minimum met komma",
        "maximum met duizendpunten",
        "kolom verkeerd gespeld",
    ],
)
def test_bad_codebook(tmp_path, regels, delen):
    tekst = melding(lees_codeboek, schrijf(tmp_path, regels, "codeboek.csv"))
    for deel in ["codeboek.csv", "Wat te doen: ", *delen]:
        assert deel in tekst


def test_een_factor_van_na_de_uitkomst_draagt_peiljaar_en_merk(codeboek):
    """At the end of the window counts as after; a column that is no factor stays as it is."""
    boek = codeboek.assign(peiljaar=["2014", "2012-2014", "2017"])
    gemerkt = merk_late_factoren(boek, ["corporatie_pct", "dichtheid"], [2012, 2014])
    oud = boek["label"].tolist()
    assert gemerkt["label"].tolist() == [f"{oud[0]} (2014†)", oud[1], oud[2]]


def test_jaren_in_een_label_hebben_een_half_kastlijntje(codeboek):
    labels = ["Woningen uit 1945-1974", "Groei 2009-2014 (wijk)", "Code 12-2014-3 en 2009-20145"]
    gemerkt = merk_late_factoren(codeboek.assign(label=labels), [], [2012, 2014])
    assert gemerkt["label"].tolist() == [
        "Woningen uit 1945–1974",
        "Groei 2009–2014 (wijk)",
        labels[2],
    ]


def test_een_hoofdfactor_is_gemeten_voor_het_einde_van_de_hoofdperiode(codeboek):
    boek = codeboek.assign(peiljaar=["2017", "2008", "2008"])
    eis_hoofdfactoren_op_tijd(boek, ["dichtheid"], [2012, 2014])
    bericht = melding(eis_hoofdfactoren_op_tijd, boek, ["corporatie_pct"], [2012, 2014])
    for deel in ("gemeten in 2017", "2012-2014", "inferentie.primaire_factoren", "corporatie_pct"):
        assert deel in bericht
