"""Wijken outside the selection with the same scores."""

from __future__ import annotations

import pytest

from hulp.controletabellen import maak_stof
from leefbaarheid.basis.tabelwaarden import POOLS
from leefbaarheid.tekst.technische_verantwoording import vergelijkingswijken as tekst


def paren(pool="land", verschil=0.02, laag=0.01, hoog=0.03, van=2012, tot=2014, **rest):
    return {
        **{"pool": pool, "van": van, "tot": tot, "gekoppeld": False, "reden": None},
        **{"n_selectie": 140, "n_gekoppeld": 35, "aandeel_gekoppeld": 0.25, "p": 0.01},
        **{"verandering": 0.03, "verandering_controle": 0.01, "verschil": verschil},
        **{"ci_laag": laag, "ci_hoog": hoog, **rest},
    }


def zin(*rijen):
    return tekst.vergelijking_zin(maak_stof(vergelijking=list(rijen)))


@pytest.mark.parametrize(
    ("rij", "slot"),
    [
        (paren(), "ontwikkelden zich gunstiger. Over geselecteerde wijken zonder paar zegt"),
        (paren(verschil=-0.02, laag=-0.03, hoog=-0.01), "ontwikkelden zich ongunstiger. Over"),
        (paren(laag=-0.01), "een verschil is niet aangetoond. Over geselecteerde"),
        (paren(gekoppeld=True), "is gekoppeld, dus die periode toetst niets."),
        (paren(reden="te_weinig_paren?n=9"), "scores: met negen paren is er geen interval."),
    ],
)
def test_zin_over_de_paren_in_het_hele_land(rij, slot):
    uitkomst = zin(paren("overig_in_aanmerking", n_gekoppeld=0), rij, paren(van=2008, tot=2012))
    assert uitkomst.startswith(
        "Voor 35 van de 140 geselecteerde wijken (25%) is er in het hele land buiten de selectie"
    )
    assert slot in uitkomst
    assert "in aanmerking" not in uitkomst


def test_beide_vergelijkingen_staan_naast_elkaar_ook_als_zij_verschillen():
    overig = paren("overig_in_aanmerking", 0.031, 0.004, 0.057, n_gekoppeld=18)
    uitkomst = zin(overig | {"aandeel_gekoppeld": 18 / 140}, paren(laag=-0.01))
    assert "een verschil is niet aangetoond. Onder de overige wijken die in aanmerking " in uitkomst
    assert "kwamen, is er zo'n wijk voor 18 (13%); tussen 2012 en 2014" in uitkomst
    assert uitkomst.endswith(
        "+0,031 punt (95%-interval +0,004 tot +0,057): de geselecteerde wijken ontwikkelden zich "
        "gunstiger. De uitkomst hangt dus af van waar een vergelijkbare wijk gezocht wordt. Over "
        "geselecteerde wijken zonder paar zegt deze vergelijking niets."
    )
    gelijk = zin(overig, paren())
    assert gelijk.count("ontwikkelden zich gunstiger") == 2
    assert "hangt dus af" not in gelijk


def test_zonder_paren_zegt_de_zin_dat():
    geen = "Buiten de selectie zijn geen wijken met vergelijkbare scores gevonden."
    assert zin(paren(n_gekoppeld=0)) == zin(paren(van=2008)) == geen


def test_andere_pools_alleen_in_de_hoofdperiode_en_elke_pool_heeft_een_naam():
    rijen = [paren(pool, reden="te_weinig_paren?n=9") for pool in POOLS]
    rijen += [paren("overig_in_aanmerking", van=2008, tot=2012), paren(van=2008, tot=2012)]
    rijen += [paren(van=2002, tot=2008, gekoppeld=True)]
    cellen = tekst.vergelijking_rijen(maak_stof(vergelijking=rijen))
    assert [c[0] for c in cellen] == ["2012–2014", "2008–2012", "2012–2014", "2012–2014"]
    assert cellen[0][1] == (
        "niet geselecteerde wijken in het hele land (*met negen paren is er geen interval*)"
    )


def balans(variabele, evenwicht):
    maten = ("selectie", "kandidaten", "gekoppeld", "controle")
    rij = {f"gemiddelde_{m}": 3.875 for m in maten} | {"smd_voor": -2.0, "smd_na": 0.123}
    return rij | {"pool": "land", "variabele": variabele, "in_evenwicht": evenwicht}


def test_balans_noemt_scores_inwoners_en_factoren():
    rijen = [balans("lbm_2002", True), balans("log_inwoners", False), balans("dichtheid", False)]
    stof = maak_stof(balans=rijen)
    zin_ = tekst.balans_zin(stof)
    assert "zijn *inwoners (logaritme)* en *WOZ-waarde*: daarop is niet gekoppeld" in zin_
    cellen = tekst.balans_rijen(stof)
    assert [c[0] for c in cellen] == ["Score 2002", "Inwoners (logaritme)", "WOZ-waarde"]
    assert [c[1] for c in cellen] == ["3,88", "3,9", "3,9"]
    gelijk = tekst.balans_zin(maak_stof(balans=[balans("lbm_2002", True)]))
    assert gelijk == "Op alle kenmerken lijken de paren op elkaar."
