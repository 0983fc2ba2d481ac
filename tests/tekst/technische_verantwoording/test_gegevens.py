"""Data, codeboek and quality of the data."""

from __future__ import annotations

import pytest

from hulp.markdown import LASTIG, blokken
from hulp.stof import CODEBOEK, bijlage
from leefbaarheid.basis.redenen.data import DataReden
from leefbaarheid.tekst.gedeeld.codeboek import codeboek_rijen, peiljaar
from leefbaarheid.tekst.gedeeld.datakwaliteit import kwaliteit_telling
from leefbaarheid.tekst.leefbaarheidsontwikkeling.gegevens import dimensiejaren
from leefbaarheid.tekst.leefbaarheidsontwikkeling.selectie import laat_peiljaar
from leefbaarheid.tekst.technische_verantwoording.gegevens import kwaliteit_rijen, toelichtingen
from leefbaarheid.wijkanalyses.blokken import platte_tekst


def kwaliteit(
    controle,
    ernst="let_op",
    jaar=None,
    kolom="",
    afwijkend=5,
    toelichting=DataReden.EENMAAL,
    n=10,
):
    return {
        **{"controle": controle, "bron": "context", "kolom": kolom, "jaar": jaar, "n": n},
        **{"n_afwijkend": afwijkend, "aandeel": afwijkend / n, "ernst": ernst},
        "toelichting": toelichting,
    }


def test_kwaliteit_voegt_gelijke_controles_samen():
    stof = bijlage(
        datakwaliteit=[
            kwaliteit("codering", ernst="ok"),
            kwaliteit("score per jaar", jaar=2002),
            kwaliteit("score per jaar", jaar=2008, afwijkend=1),
            kwaliteit("factor gevuld", kolom="corporatie_pct", afwijkend=3),
        ]
    )
    (rij,) = kwaliteit_rijen(stof)
    assert rij[:3] == ["score per jaar", "contexttabel", "2002 (5; 50,0%); 2008 (1; 10,0%)"]
    assert "dat jaar" in rij[3]


def test_een_controle_per_kolom_noemt_de_kolom_alleen_onder_waar():
    rijen = [
        kwaliteit(f"waarde ver van de rest: {kolom}", kolom=kolom)
        for kolom in ("corporatie_pct", "corporatie_pct_2")
    ]
    eerste, tweede = kwaliteit_rijen(bijlage(datakwaliteit=rijen))
    assert eerste[0] == tweede[0] == "waarde ver van de rest"
    assert eerste[2] == "woningen van corporaties (5; 50,0%)"


def test_een_fout_houdt_haar_eigen_toelichting():
    codering = DataReden.CODERING.met(codering="utf_8")
    fout = kwaliteit("factor gevuld", "fout", kolom="corporatie_pct", toelichting=codering)
    (rij,) = kwaliteit_rijen(bijlage(datakwaliteit=[fout]))
    assert rij[0] == "factor gevuld (**fout**)"
    assert rij[2] == "woningen van corporaties (5; 50,0%)"
    assert rij[3] == r"De tekst van het bestand is gecodeerd als utf\_8, zoals verwacht."


@pytest.mark.parametrize(
    ("ok", "let_op", "fout", "deel"),
    [
        (33, 20, 0, "geen enkele controle wijst op een fout"),
        (1, 1, 1, "gaf er één geen bijzonderheden; één vraagt de aandacht"),
        (2, 2, 2, "twee controles wijzen op een fout"),
    ],
)
def test_telling_van_de_controles(ok, let_op, fout, deel):
    aantallen = {"n": ok + let_op + fout, "ok": ok, "let_op": let_op, "fout": fout}
    stof = bijlage(cijfers={f"datakwaliteit.{naam}": n for naam, n in aantallen.items()})
    assert deel in kwaliteit_telling(stof)


@pytest.mark.parametrize(
    ("afwijkend", "tekst"),
    [
        ((10, 0), "alleen voor 2014; voor 2002 bestaat alleen de totaalscore"),
        ((10, 10), "voor geen enkel meetjaar"),
        ((0, 0), "voor alle meetjaren"),
    ],
)
def test_jaren_met_dimensies(afwijkend, tekst):
    rijen = [
        kwaliteit("dimensies gevuld", jaar=jaar, afwijkend=n)
        for jaar, n in zip((2002, 2014), afwijkend, strict=True)
    ]
    assert tekst in dimensiejaren(bijlage(datakwaliteit=rijen))


def test_codeboek_met_het_aandeel_dat_ontbreekt():
    leeg = kwaliteit("factor gevuld", kolom="corporatie_pct_2", afwijkend=1)
    stof = bijlage(datakwaliteit=[leeg])
    assert [rij[3] for rij in codeboek_rijen(stof)] == ["2008", "2009–2014"]
    assert [rij[6] for rij in codeboek_rijen(stof)] == ["–", "10,0%"]
    assert toelichtingen(stof) == ["*WOZ-waarde*: per gemeente."]


@pytest.mark.traag
@pytest.mark.parametrize("jaar", [LASTIG, "#2012", "*2012*", "[2012](x.nl)", "2012 $x$", "<b>2012"])
def test_het_peiljaar_van_het_codeboek_is_tekst_en_geen_opmaak(jaar):
    """In each place that prints it: a table, and the sentences about inhabitants and places."""
    boek = [{**rij, "peiljaar": jaar} for rij in CODEBOEK]
    factor = CODEBOEK[0]["factor"]
    editie = {"kenmerken": {"inwoners": factor, "x": factor}, "factoren": [factor], "jaren": [2002]}
    stof = bijlage(editie, codeboek=boek, datakwaliteit=[])
    (rij,) = codeboek_rijen(stof)
    zinnen = [rij[3], peiljaar(stof, "x"), peiljaar(stof, "inwoners"), laat_peiljaar(stof)]
    for zin in zinnen:
        if zin:
            assert jaar in platte_tekst(blokken(f"Van {zin} of later."))
    assert all(zinnen[:3])


def test_de_uitleg_noemt_jaar_en_dimensie_en_een_klein_aandeel_is_niet_nul():
    gegevens = {"wijken": "Haven (WK900101)", "waarden": "-0.5", "laag": "-0.4", "hoog": "0.4"}
    code = DataReden.VER_VAN_DE_REST.met(kolom="fys", n=1, **gegevens)
    rij = kwaliteit("waarde ver", jaar=2018, kolom="fys", afwijkend=1, toelichting=code, n=3000)
    (cellen,) = kwaliteit_rijen(bijlage(datakwaliteit=[rij]))
    assert cellen[2] == "2018 (1; <0,1%)"
    assert cellen[3].startswith("2018: in kolom *fysieke omgeving* ligt één waarde ver van de rest")
    assert cellen[3].endswith("Zij is ongewijzigd gebruikt.")
