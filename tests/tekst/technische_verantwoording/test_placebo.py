"""The same rule in other years."""

from __future__ import annotations

import pytest

from hulp.controletabellen import maak_stof
from leefbaarheid.tekst.technische_verantwoording import placebo

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


def getoetst(rij, terugval, gestaag, halve=0.05):
    """Add the differences with the edition; their intervals reach `halve` to both sides."""
    for kort, verschil in (("terugval", terugval), ("gestaag_herstel", gestaag)):
        naam = f"verschil_{kort}"
        rij |= {naam: verschil, f"{naam}_laag": verschil - halve, f"{naam}_hoog": verschil + halve}
    return rij


def test_elke_soort_placebo_heeft_een_eigen_zin():
    rijen = [
        EIGEN | {"tussenpozen": "6-4-2"},
        getoetst(opzet("meting_later", (2008, 2012, 2014, 2016), 0.01), 0.24, 0.0),
        getoetst(opzet("zelfde_tussenpozen", (2008, 2014, 2018, 2020), 0.22), 0.03, 0.0),
        getoetst(opzet("ander_selectiejaar", (2008, 2008, 2012, 2014), 0.3), -0.06, 0.0),
        getoetst(opzet("ander_selectiejaar", (2014, 2008, 2012, 2014), 0.75), -0.5, 0.0),
        opzet("meting_eerder", (None, 2002, 2008, 2012), 1.0, n=None),
    ]
    for rij in rijen[1:]:
        rij["tussenpozen"] = "4-2-2"
    jaren, keuze, eind = placebo.placebo_zinnen(maak_stof(placebo=rijen))
    assert jaren == (
        "*Andere jaren.* Kijkt de clusterregel naar andere jaren, dan ontstaat *Terugval* bij 1% "
        "tot 22% van de wijken (in deze editie 25%; dat verschil is bij één van de twee varianten "
        "aantoonbaar) en *Gestaag herstel* bij 10% van de wijken (in deze editie 10%; dat verschil "
        "is bij geen van de twee varianten aantoonbaar). Wat ook in andere jaren ontstaat, is niet "
        "eigen aan de jaren van deze studie. De perioden zijn daarbij niet steeds even lang als in "
        "deze editie."
    )
    # the rule at the same years is another kind of placebo, and the end year yet another
    assert "op de score van 2008 gemaakt" in keuze
    assert "*Terugval* bij 30% van de wijken (in deze editie 25%; dat verschil is aanto" in keuze
    assert eind.startswith("*De omgekeerde proef.* Wie op de score van 2014 zelf selecteert")
    assert "*Terugval* bij 75% van de wijken (in deze editie 25%; dat verschil is aanto" in eind


def test_zonder_andere_jaren_en_zonder_toets():
    rij = opzet("ander_selectiejaar", (2008, 2008, 2012, 2014), 0.3)
    rij |= dict.fromkeys(
        f"verschil_{kort}_{eind}"
        for kort in ("terugval", "gestaag_herstel")
        for eind in ("laag", "hoog")
    )
    zinnen = placebo.placebo_zinnen(maak_stof(placebo=[EIGEN, rij]))
    assert zinnen[0] == "De meetjaren laten niet toe de clusterregel op andere jaren toe te passen."
    assert "(in deze editie 25%; het verschil is niet te toetsen)" in zinnen[1]
    assert len(placebo.placebo_zinnen(maak_stof(placebo=[EIGEN]))) == 1


def test_een_lijst_wordt_vergeleken_met_de_regel_die_haar_plaats_inneemt():
    lijst = opzet("editie", (None, 2008, 2012, 2014)) | {"tussenpozen": "4-2"}
    regel = getoetst(opzet("regelequivalent", (2002, 2008, 2012, 2014), 0.4), -0.15, 0.0)
    later = getoetst(opzet("meting_later", (2008, 2012, 2014, 2016), 0.01), 0.39, 0.0)
    rijen = [lijst, *({**rij, "tussenpozen": "4-2"} for rij in (regel, later))]
    eerst, jaren = placebo.placebo_zinnen(maak_stof(placebo=rijen))
    assert eerst == (
        "*Een regel in plaats van de lijst.* Een lijst laat zich niet naar andere jaren "
        "verschuiven. Met even veel wijken, die met de laagste scores in 2002, ontstaat *Terugval* "
        "bij 40% van de wijken (in deze editie 25%; dat verschil is aantoonbaar) en *Gestaag "
        "herstel* bij 10% van de wijken (in deze editie 10%; dat verschil is niet aantoonbaar). "
        "Met die selectie zijn de andere proeven vergeleken, zodat alleen de jaren verschillen of "
        "het jaar van de keuze."
    )
    assert "*Terugval* bij 1% van de wijken (met de regel 40%; dat verschil is aanto" in jaren
