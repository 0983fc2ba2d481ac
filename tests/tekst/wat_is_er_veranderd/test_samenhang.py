"""Estimates and verdicts of two editions in words."""

from __future__ import annotations

import pytest

from hulp.verandering import anders, maak_stand
from leefbaarheid.tekst.wat_is_er_veranderd import (
    edities,
    samenhang,
)

pytestmark = pytest.mark.traag


def test_een_oordeel_dat_omslaat_wordt_genoemd_en_niet_getoetst(stof):
    oordelen = maak_stand().tabellen["robuustheid_eindoordeel"].assign(oordeel="onzeker")
    tekst = stof(anders(tabellen={"robuustheid_eindoordeel": oordelen}))
    assert samenhang.oordelen(tekst) == (
        "Van de enige factor met een oordeel in beide edities luidt het oordeel bij één anders: "
        "dat over *huurwoningen* ging van *robuust* naar *onzeker*."
    )
    assert samenhang.heeft_oordelen(tekst) and not samenhang.heeft_schattingen(tekst)


def test_een_samenhang_die_in_een_editie_aantoonbaar_is(stof):
    regressie = maak_stand().tabellen["regressie"].copy()
    regressie.loc[regressie["term"] == "huur", ["coef", "p"]] = [-0.01, 0.2]
    nieuw = anders(tabellen={"regressie": regressie})
    assert samenhang.aantoonbaar(stof(nieuw)) == (
        "Alleen in de vorige editie is de samenhang met *huurwoningen* aantoonbaar."
    )
    assert samenhang.aantoonbaar(stof(oud=nieuw)) == (
        "Alleen in de nieuwe editie is de samenhang met *huurwoningen* aantoonbaar."
    )
    assert samenhang.aantoonbaar(stof()) == ""


def test_een_ander_hoofdvenster_is_niet_naast_het_oude_te_leggen(stof):
    regressie = maak_stand().tabellen["regressie"].assign(uitkomst="2014-2016", van=2014, tot=2016)
    nieuw = anders(
        tabellen={"regressie": regressie},
        config={"regressie": {"hoofdvenster": [2014, 2016], "hoofdmodel": "ancova"}},
    )
    tekst = stof(nieuw)
    assert "heeft de vorige editie niet geschat" in samenhang.inleiding(tekst)
    assert edities.verschil(tekst) == [
        "Het hoofdmodel van de vorige editie gaat over 2012–2014 en dat van de nieuwe over "
        "2014–2016."
    ]
