"""Classes, windows, model forms and when factors were measured."""

from __future__ import annotations

import pytest

from hulp.stof import BIJLAGE, CODEBOEK, bijlage, schatting
from leefbaarheid.basis.begrippen import CLUSTERS
from leefbaarheid.tekst.gedeeld.opzet import modellen_tekst
from leefbaarheid.tekst.gedeeld.tijdstip import tijdstip_kort, tijdstip_rijen, tijdstip_tekst
from leefbaarheid.tekst.leefbaarheidsontwikkeling.methode import (
    clusterregel_kop,
    clusterregel_rijen,
    klasse_rijen,
    vensterlengte,
)


def test_klassegrenzen():
    rijen = klasse_rijen(bijlage())
    assert rijen[0] == ["1", "zeer onvoldoende", "–", "tot 3,674"]
    assert rijen[3] == ["4", "zwak", "vanaf 3,821", "tot 3,938"]
    assert rijen[8] == ["9", "uitstekend", "vanaf 4,270", "–"]


@pytest.mark.parametrize(
    ("metingen", "begin"),
    [
        (("voor", "voor"), "Geen van de factoren is tijdens of na de hoofdperiode gemeten"),
        (
            ("tijdens", "voor"),
            "Van de twee factoren is er één tijdens de hoofdperiode gemeten; daar",
        ),
        (
            ("tijdens", "na"),
            "Van de twee factoren is er één tijdens de hoofdperiode en één pas erna gemeten; daar",
        ),
        (("voor", "na"), "Van de twee factoren is er één pas na de hoofdperiode gemeten"),
        (("na", "na"), "Van de twee factoren zijn er twee pas na"),
        (("na",), "De factor is pas na de hoofdperiode gemeten"),
        (("tijdens",), "De factor is tijdens de hoofdperiode gemeten"),
    ],
)
def test_tijdstip_in_het_kort(metingen, begin):
    regressie = [
        schatting(factor, 0.0, 0.9, meting=meting)
        for factor, meting in zip(BIJLAGE["factoren"], metingen, strict=False)
    ]
    assert tijdstip_kort(bijlage(regressie=regressie)).startswith(begin)


def test_perioden_van_ongelijke_lengte():
    assert "van twee tot zes jaar" in vensterlengte(bijlage())
    assert vensterlengte(bijlage({"vensters": [[2008, 2012]]})) == ""


@pytest.mark.parametrize(
    ("metingen", "delen"),
    [
        (("voor", "voor"), ["Alle factoren zijn vóór de hoofdperiode 2012–2014 gemeten."]),
        (("voor", "na"), ["zijn er één vóór die periode gemeten en één pas erna", "omgekeerd"]),
        (("tijdens", "onbekend"), ["één tijdens die periode en één op een onbekend tijdstip"]),
    ],
)
def test_tijdstip_van_de_factoren(metingen, delen):
    regressie = [
        schatting(factor, 0.0, 0.9, meting=meting)
        for factor, meting in zip(BIJLAGE["factoren"], metingen, strict=True)
    ]
    stof = bijlage(regressie=regressie)
    assert all(deel in tijdstip_tekst(stof) for deel in delen)
    rij = tijdstip_rijen(stof, [(2012, 2014)])[1]
    assert rij == ["WOZ-waarde", "2009–2014", {"voor": "vóór"}.get(metingen[1], metingen[1])]


def test_het_peiljaar_van_een_factor_is_tekst_en_geen_opmaak():
    boek = [{**rij, "peiljaar": "*2012* | #1"} for rij in CODEBOEK]
    regressie = [schatting(factor, 0.0, 0.9, meting="na") for factor in BIJLAGE["factoren"]]
    rij = tijdstip_rijen(bijlage(codeboek=boek, regressie=regressie), [(2012, 2014)])[0]
    assert rij[1] == r"\*2012\* \| \#1"


def test_clusterregel_noemt_klasse_en_jaren_van_de_editie():
    kop, rijen = clusterregel_kop(bijlage()), clusterregel_rijen(bijlage())
    assert kop[1:] == ["Stand in 2014", "Ontwikkeling sinds 2008", "Ontwikkeling sinds 2012"]
    assert [rij[0] for rij in rijen] == [f"*{naam}*" for naam in CLUSTERS]
    assert rijen[3] == ["*Terugval*", "lager dan voldoende", "maakt niet uit", "gedaald"]


def test_welke_modelvormen_de_editie_schat():
    def zin(*modellen):
        regressie = BIJLAGE["regressie"] | {"modellen": list(modellen)}
        return modellen_tekst(bijlage({"regressie": regressie}))

    hoofd = "*eindscore gegeven beginscore*; de hoofdperiode is 2012–2014."
    assert zin("ancova") == f"Deze editie schat alleen de vorm {hoofd}"
    assert zin("ancova", "verandering") == (
        "Deze editie schat de vormen *verandering* en *eindscore gegeven beginscore*. "
        f"Het hoofdmodel is {hoofd}"
    )
    assert zin("ancova", "verandering", "basismeting") == f"Het hoofdmodel is {hoofd}"
