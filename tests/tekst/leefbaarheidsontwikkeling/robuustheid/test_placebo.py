"""The same rule in other years."""

from __future__ import annotations

import pytest

from hulp.controletabellen import maak_stof
from leefbaarheid.tekst.leefbaarheidsontwikkeling.robuustheid import placebo

KOLOMMEN = ("succes", "vroegsignalering", "gestaag_herstel", "terugval", "niet_ingedeeld")


def opzet(variant, jaren, terugval=0.25, n=4, reden=None):
    aandelen = dict.fromkeys((f"aandeel_{kolom}" for kolom in KOLOMMEN), 0.1)
    velden = ("selectiejaar", "langjaar", "crisisjaar", "eindjaar")
    rij = {"variant": variant, **dict(zip(velden, jaren, strict=True)), "n": n, "reden": reden}
    return rij | aandelen | {"aandeel_terugval": terugval}


EIGEN = opzet("editie", (2002, 2008, 2012, 2014))


def eerste_cellen(*rijen):
    return [cellen[0] for cellen in placebo.placebo_rijen(maak_stof(placebo=[EIGEN, *rijen]))]


@pytest.mark.parametrize(
    ("variant", "jaren", "woorden"),
    [
        ("meting_eerder", (None, 2002, 2008, 2012), "Selectie en clusterregel één meting eerder"),
        (
            "clusterregel_meting_eerder",
            (2002, 2002, 2008, 2012),
            "Clusterregel één meting eerder; selectie op 2002 gelijk gehouden",
        ),
        (
            "zelfde_tussenpozen",
            (2008, 2014, 2018, 2020),
            "Selectie en clusterregel 6 jaar later, met dezelfde tussenpozen",
        ),
        (
            "zelfde_tussenpozen",
            (2000, 2006, 2010, 2012),
            "Selectie en clusterregel 2 jaar eerder, met dezelfde tussenpozen",
        ),
        (
            "zelfde_tussenpozen",
            (None, None, None, None),
            "Selectie en clusterregel verschoven met dezelfde tussenpozen",
        ),
        ("meting_later", (2008, 2012, 2014, 2016), "Selectie en clusterregel één meting later"),
        (
            "ander_selectiejaar",
            (2014, 2008, 2012, 2014),
            "Selectie op de score van 2014; clusterregel gelijk gehouden",
        ),
        (
            "regelequivalent",
            (2002, 2008, 2012, 2014),
            "Even veel wijken, met de laagste scores in 2002, in plaats van de lijst",
        ),
    ],
)
def test_wat_er_is_verschoven_volgt_uit_de_jaren(variant, jaren, woorden):
    assert eerste_cellen(opzet(variant, jaren)) == ["**De selectie van deze editie**", woorden]


def test_een_lijst_heeft_geen_jaar_en_een_lege_rij_een_reden():
    lijst = opzet("editie", (None, 2008, 2012, 2014))
    eerder = (None, 2002, 2008, 2012)
    leeg = opzet("meting_eerder", eerder, n=None, reden="geen_meting_voor?jaar=2002")
    rijen = placebo.placebo_rijen(maak_stof(placebo=[lijst, leeg]))
    assert rijen[0][:3] == [
        "**De selectie van deze editie (lijst)**",
        "**–**",
        "**2008–2012–2014**",
    ]
    assert rijen[1][0].endswith("één meting eerder (*er is geen meting vóór 2002*)")


def test_zin_noemt_het_bereik_en_de_editie():
    rijen = [
        EIGEN,
        opzet("regelequivalent", (2002, 2008, 2012, 2014), 0.9),
        opzet("meting_later", (2008, 2012, 2014, 2016), 0.0),
        opzet("ander_selectiejaar", (2014, 2008, 2012, 2014), 0.75),
        opzet("meting_eerder", (None, 2002, 2008, 2012), 1.0, n=None),
    ]
    zin = placebo.placebo_zin(maak_stof(placebo=rijen))
    assert "ontstaat *Terugval* bij 0% tot 75% van de wijken (in deze editie 25%) en" in zin
    assert "*Gestaag herstel* bij 10% van de wijken (in deze editie 10%); wat daar ook" in zin
    assert "een placebo is er niet" in placebo.placebo_zin(maak_stof(placebo=rijen[:2]))
