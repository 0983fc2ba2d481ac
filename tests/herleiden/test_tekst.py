"""Marks, sentences and numbers of a text; rows of tables and the raw lines behind them."""

from __future__ import annotations

import pytest

from hulp import WORTEL
from leefbaarheid.basis.merken import zonder_merken
from leefbaarheid.herleiden.antwoord import Editie, herleid_zin
from leefbaarheid.herleiden.bron import jaren_van, regels_in, wijken_achter
from leefbaarheid.herleiden.document import Opgenomen
from leefbaarheid.herleiden.herkomst import kandidaten
from leefbaarheid.herleiden.opname import (
    Cel,
    GelezenRij,
    Opname,
    Stuk,
    herkomst_van_cijfers,
    hoofdletter,
)
from leefbaarheid.herleiden.tekst import Zin, getallen, kaal, zinnen


def test_een_zin_weet_welke_stukken_haar_schreven():
    opname = Opname()
    een = opname.merk(Stuk("een"), "Er daalden 12 wijken. Drie stegen.")
    twee = opname.merk(Stuk("twee"), "35%")
    tekst = f"# Kop {{#sec-a}}\n\nVast begin. {een} Dat is {twee}.\n\n| a | b |\n"
    gevonden = list(zinnen(tekst))
    assert [zin.tekst for zin in gevonden] == [
        "Vast begin.",
        "Er daalden 12 wijken.",
        "Drie stegen.",
        "Dat is 35%.",
    ]
    assert [zin.stukken for zin in gevonden] == [(), (0,), (0,), (1,)]
    assert {zin.kop for zin in gevonden} == {"Kop"}
    assert zonder_merken(hoofdletter(opname.merk(Stuk("x"), "twaalf"))) == "Twaalf"


def test_opmaak_spaties_en_verwijzingen_maken_niet_uit():
    assert kaal("Wijk in ’s-Gravenhage") == kaal("wijk in 's-gravenhage")
    assert kaal("In *Terug-\nval* (35\u00a0%) [@a2017]") == kaal("in terugval (35%)")


def test_getallen_van_een_zin():
    zin = "Van +0,027 tot −0,5 (35 %), 1.234 wijken in 2014, versie 3.0, zie @tbl-a12."
    assert getallen(zin) == ["+0,027", "−0,5", "35%", "1.234", "2014", "3.0"]


def test_een_rij_onthoudt_wat_er_gelezen_is():
    opname = Opname()
    rij = GelezenRij({"n": 3, "sd": 0.1}, "clusters", 4, opname)
    assert (rij["n"], rij.get("sd"), rij.get("x", 7)) == (3, 0.1, 7)
    assert opname.open_[0].cellen == [Cel("clusters", 4, "n", 3), Cel("clusters", 4, "sd", 0.1)]


@pytest.mark.parametrize(
    ("getal", "waarde", "past"),
    [
        ("35%", 0.3467, True),
        ("+0,03", 0.0274, True),
        ("+0,027", 0.0274, True),
        ("12.345", 12345, True),
        ("3", 3.4, True),
        ("4", 3.4, False),
        ("36%", 0.3467, False),
        ("12", None, False),
    ],
)
def test_een_cel_is_kandidaat_als_zij_zo_geschreven_kan_worden(getal, waarde, past):
    assert bool(kandidaten(getal, [Cel("t", 0, "k", waarde)])) == past


def test_de_herkomst_van_een_getal_is_een_cel_of_wat_ervoor_geteld_is():
    leeg = {naam: [] for naam in LEEG}
    rij = {"cluster": "Terugval", "n_wijken": 33, "n_inwoners": 5.0}
    rij |= {"aandeel_wijken": 0.24, "aandeel_inwoners": 0.2}
    gevoelig = [{"cluster": "Terugval", "n_wijken": n} for n in (7, 33, 56)]
    cellen = herkomst_van_cijfers(
        leeg | {"clusters": [rij], "gevoeligheid": gevoelig, "marge": [MARGE]}, []
    )
    assert cellen["cluster.terugval.aandeel"] == [Cel("clusters", 0, "aandeel_wijken", 0.24)]
    assert cellen["cluster.terugval.min"] == [Cel("gevoeligheid", 0, "n_wijken", 7)]
    assert cellen["cluster.terugval.max"] == [Cel("gevoeligheid", 2, "n_wijken", 56)]


LEEG = (
    *("datakwaliteit", "wijken", "selectie", "gemiddelden", "ontwikkeling", "uitspraken_2017"),
    *("decompositie", "regressie", "regressie_diagnose", "stijgers_dalers", "kandidaatparen"),
    "wijkanalyses",
)
MARGE = {"delta": 0.02}

WIJKEN = [
    {"wk_code": "A", "in_selectie": True, "in_aanmerking": True, "cluster": "Terugval"},
    {"wk_code": "B", "in_selectie": True, "in_aanmerking": False, "cluster": "Succes!"},
    {"wk_code": "C", "in_selectie": False, "in_aanmerking": True, "cluster": None},
]
for wijk in WIJKEN:
    wijk["label_x"] = wijk["wk_code"] == "C"


@pytest.mark.parametrize(
    ("rij", "codes"),
    [
        ({"groep": "selectie", "cluster": "Terugval"}, {"A"}),
        ({"groep": "selectie", "cluster": None}, {"A", "B"}),
        ({"groep": "overig_in_aanmerking"}, {"C"}),
        ({"groep": "land"}, {"A", "B", "C"}),
        ({"groep": "label_x"}, {"C"}),
        ({"groep": "Succes!"}, {"B"}),
        ({"steekproef": "in_aanmerking", "term": "x"}, {"A", "C"}),
        ({"wk_code": "B"}, {"B"}),
    ],
)
def test_om_welke_wijken_een_rij_gaat(rij, codes):
    assert wijken_achter(rij, WIJKEN)[1] == codes


@pytest.mark.parametrize(
    ("kolom", "codes"),
    [("waarde", {"A", "B"}), ("waarde_ander", {"C"}), ("ci_laag", {"A", "B", "C"})],
)
def test_een_vergelijking_gaat_over_de_groep_van_de_kolom(kolom, codes):
    rij = {"maat": "gedaald", "vergeleken_met": "rest_van_land"}
    assert wijken_achter(rij, WIJKEN, kolom)[1] == codes


def test_wat_meer_dan_een_ding_kan_zijn_heet_kandidaat(tmp_path):
    cijfer = {"waarde": 0.18, "tekst": "18%", "bron_tabel": "clusters"}
    rij = {"cluster": "Terugval", "aandeel_wijken": 0.18, "aandeel_inwoners": 0.179}
    cellen = {"cluster.terugval.aandeel": [Cel("clusters", 0, "aandeel_wijken", 0.18)]}
    editie = Editie(
        tmp_path,
        WORTEL,
        {"clusters": [rij], "wijken": WIJKEN},
        {"cluster.terugval.aandeel": cijfer},
        cellen,
        {},
        2,
    )
    ander = Cel("clusters", 0, "aandeel_inwoners", 0.179)
    stuk = Stuk("functie", "x.py", 1, [ander], ["cluster.terugval.aandeel"])
    opname = Opname()
    opname.merk(stuk, "18%")
    document = Opgenomen("hoofdrapport", "", [], opname)
    gevonden = herleid_zin([(document, Zin("Het is 18%.", (0,), "Kop", 1))], editie).getallen
    assert [getal.naam for getal in gevonden] == ["cluster.terugval.aandeel", ""]
    assert all("kandidaten" in getal.uitleg for getal in gevonden)
    stuk.cellen = []
    (enige,) = herleid_zin([(document, Zin("Het is 18%.", (0,), "Kop", 1))], editie).getallen
    assert (enige.naam, enige.uitleg) == ("cluster.terugval.aandeel", "")


def test_de_ruwe_regels_zijn_die_van_de_wijken_en_jaren(tmp_path):
    pad = tmp_path / "scores.csv"
    pad.write_text("wk_code,wk_naam,jaar,lbm\nA,x,2012,1\nA,x,2014,2\nB,y,2012,3\nA,x,2016,4\n")
    jaren = jaren_van({"van": 2012, "tot": 2014}, "delta")
    regels = regels_in(pad, {"A"}, jaren, "de wijk", hoeveel=1)
    assert (regels.aantal, regels.eerste) == (2, [(2, "A,x,2012,1")])
    assert jaren_van({}, "delta_2012_2014") == {"2012", "2014"}
