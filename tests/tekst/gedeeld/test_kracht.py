"""What a few unequal gemeenten can show, in words."""

from __future__ import annotations

import pytest

from hulp.controletabellen import eindrij, hoofdrij, maak_stof
from leefbaarheid.tekst.gedeeld.kracht import pas_vanaf, telt_als, weinig_gemeenten

MIN = "\N{MINUS SIGN}"
KLASSEN = {"klassen": {"grenzen": [3.7, 3.8, 3.9, 4.0, 4.1, 4.2, 4.3, 4.4]}}


def met(*aantallen):
    """Return an edition whose factors have these effective numbers of gemeenten."""
    factoren = ("werkloosheid", "corporatie_pct", "dichtheid")
    return maak_stof(
        clusters=[
            hoofdrij(factor, 0.01, 0.2, n=53, G=15, G_eff=aantal)
            for factor, aantal in zip(factoren, aantallen, strict=False)
        ]
    )


@pytest.mark.parametrize(
    ("aantallen", "woorden"),
    [
        ((3.2, 9.1, 5.0), "3 tot 9 gelijke gemeenten, naar gelang de factor"),
        ((4.9, 5.1), "5 gelijke gemeenten"),
        ((None, 4.0), "4 gelijke gemeenten"),
        ((None,), ""),
    ],
)
def test_hoeveel_gelijke_gemeenten_het_er_waard_zijn(aantallen, woorden):
    assert telt_als(met(*aantallen)) == woorden


def test_weinig_gemeenten_in_een_zin():
    assert weinig_gemeenten(met(None, 3.2, 9.1)) == (
        "De 53 wijken in het hoofdmodel liggen in 15 gemeenten. Omdat die ongelijk zijn, telt dat "
        "voor de schattingen als 3 tot 9 gelijke gemeenten, naar gelang de factor; hoe minder dat "
        "er zijn, hoe groter een verschil moet zijn om op te vallen."
    )
    assert weinig_gemeenten(met(None)) == weinig_gemeenten(maak_stof()) == ""


def oordelen(*rijen):
    return pas_vanaf(maak_stof(KLASSEN, eindoordeel=list(rijen)))


def test_wat_niet_is_aangetoond_noemt_vanaf_welk_verschil_het_was_opgevallen():
    duidelijk = eindrij("werkloosheid", -0.03, 0.001, "robuust", mde=0.5)
    open_ = [
        eindrij(factor, 0.01, 0.4, "onzeker", mde=mde)
        for factor, mde in (("corporatie_pct", 0.016), ("dichtheid", 0.061))
    ]
    assert oordelen(duidelijk, *open_) == (
        "Dat een samenhang niet is aangetoond, sluit haar niet uit: pas een verschil van 0,016 tot "
        "0,061 punt per standaarddeviatie, naar gelang de factor, was goed opgevallen (een klasse "
        "is gemiddeld 0,10 punt breed)."
    )
    assert "pas een verschil van 0,016 punt per standaarddeviatie was goed" in oordelen(open_[0])
    assert oordelen(duidelijk) == oordelen(open_[0] | {"mde_sd": None}) == ""
    assert pas_vanaf(maak_stof()) == ""
