"""One clear Dutch message: where, what, and what to do."""

from __future__ import annotations

import pytest

from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u, een_melding, en_nog


def test_de_melding_noemt_alles_wat_bekend_is_in_vaste_volgorde():
    fout = InvoerFout(
        "de score ligt buiten het bereik",
        remedie="Herstel de waarde.",
        waarde=38.5,
        kolom="lbm",
        regel=12,
        bestand="scores.csv",
    )
    assert str(fout) == (
        "FOUT in bestand scores.csv, regel 12, kolom 'lbm', waarde '38.5': de score ligt buiten "
        "het bereik\n  Wat te doen: Herstel de waarde."
    )


@pytest.mark.parametrize(
    ("waar", "tekst"),
    [
        ({}, "FOUT: wat"),
        ({"sleutel": "jaren"}, "FOUT in sleutel 'jaren': wat"),
        ({"regel": 0, "waarde": 0}, "FOUT in regel 0, waarde '0': wat"),  # zero is a place too
        ({"waarde": ""}, "FOUT in waarde '': wat"),
    ],
)
def test_wat_niet_bekend_is_staat_er_niet(waar, tekst):
    assert str(InvoerFout("wat", **waar)) == tekst


def test_de_onderdelen_blijven_leesbaar_voor_wie_de_fout_vangt():
    fout = InvoerFout("wat", bestand="a.csv", regel=3)
    assert (fout.wat, fout.bestand, fout.regel, fout.kolom) == ("wat", "a.csv", 3, None)
    assert fout.args == ("FOUT in bestand a.csv, regel 3: wat",)


@pytest.mark.parametrize(
    ("waarde", "mogelijk", "tekst"),
    [
        ("dleta", ["delta", "langjaar"], "Bedoelde u delta?"),
        ("WK900112", ["WK900111", "WK900113"], "Bedoelde u WK900113 of WK900111?"),
        ("abcd", ["abce", "abcf", "abcg", "abch"], "Bedoelde u abch, abcg of abcf?"),
        ("xyz", ["delta"], ""),
        ("delta", [], ""),
    ],
)
def test_bedoelde_u(waarde, mogelijk, tekst):
    assert bedoelde_u(waarde, mogelijk) == tekst


def test_bedoelde_u_noemt_ten_hoogste_zoveel():
    assert bedoelde_u("abcd", ["abce", "abcf"], aantal=1).count("abc") == 1


@pytest.mark.parametrize(
    ("aantal", "tekst"),
    [(1, ""), (2, " (en nog 1 regel)"), (13, " (en nog 12 regels)")],
)
def test_de_andere_regels_worden_geteld(aantal, tekst):
    assert en_nog(aantal) == tekst


def test_alle_fouten_in_een_melding_per_bestand():
    fouten = [
        InvoerFout("een", bestand="a.md", regel=3, kolom="datum", waarde="x", remedie="Doe."),
        InvoerFout("twee", bestand="a.md"),
        InvoerFout("drie", bestand="b.md", regel=1),
        InvoerFout("twee", bestand="a.md"),
    ]

    fout = een_melding(fouten, "de wijkanalyses")

    assert str(fout) == (
        "FOUT in de wijkanalyses: 3 fouten in 2 bestanden\n"
        "\nbestand a.md\n"
        "  1. regel 3, kolom 'datum', waarde 'x': een\n"
        "     Wat te doen: Doe.\n"
        "  2. twee\n"
        "\nbestand b.md\n"
        "  1. regel 1: drie"
    )
    assert (fout.bestand, fout.regel, fout.wat) == ("a.md", 3, "een")


def test_fouten_van_een_soort_staan_bij_elkaar():
    fouten = [InvoerFout("een", bestand="a.md", regel=n, waarde="<b>") for n in range(3, 40)]

    regels = str(een_melding([*fouten, InvoerFout("twee", bestand="a.md")], "x")).splitlines()

    assert regels[:4] == [
        *("FOUT in x: 38 fouten", "", "bestand a.md", "  1. regel 3, waarde '<b>': een"),
    ]
    assert regels[4].startswith("     Ook: regel 4, waarde '<b>'; regel 5, waarde '<b>'; ")
    assert regels[4].endswith("; en nog 16 keer.")
    assert regels[5:] == ["  2. twee"]


def test_een_fout_blijft_zichzelf_en_geen_fout_is_niets():
    fout = InvoerFout("een")
    assert een_melding([fout, fout], "x") is fout
    assert een_melding([], "x") is None


def test_een_waarde_die_het_scherm_vult_wordt_ingekort():
    assert (
        str(InvoerFout("wat", waarde="x" * 3000))
        == f"FOUT in waarde '{'x' * 60}… (3000 tekens)': wat"
    )
