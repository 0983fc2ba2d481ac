"""Reason codes go through a table cell and come back as they were."""

from __future__ import annotations

import pytest

from leefbaarheid.basis.redenen.code import Code, los, ontleed, samen


class Proef(Code):
    GEEN = "geen"
    TE_WEINIG = "te_weinig", "n", "minimum"
    NAAM = "naam", "wk_naam"


def test_een_code_zonder_velden_is_het_woord_zelf():
    assert Proef.GEEN.met() == "geen" == Proef.GEEN
    assert ontleed("geen") == ("geen", {})


def test_velden_komen_terug_als_tekst_in_hun_volgorde():
    cel = Proef.TE_WEINIG.met(minimum=12, n=7)
    assert cel == "te_weinig?n=7&minimum=12"
    assert ontleed(cel) == ("te_weinig", {"n": "7", "minimum": "12"})


@pytest.mark.parametrize("naam", ["a&b=c?d", "", "'s-Gravenhage", "één; twee, drie", "100 %+1"])
def test_elke_waarde_komt_heel_terug(naam):
    assert ontleed(Proef.NAAM.met(wk_naam=naam)).velden == {"wk_naam": naam}


@pytest.mark.parametrize("velden", [{}, {"n": 1}, {"n": 1, "minimum": 2, "te_veel": 3}])
def test_een_veld_te_weinig_of_te_veel_is_een_fout(velden):
    with pytest.raises(ValueError, match="te_weinig has the fields"):
        Proef.TE_WEINIG.met(**velden)


def test_codes_in_een_cel_komen_los_terug():
    cellen = [Proef.GEEN.met(), Proef.NAAM.met(wk_naam="a; b"), Proef.TE_WEINIG.met(n=1, minimum=2)]
    assert los(samen(cellen)) == cellen
    assert samen([]) == ""
    assert los("") == los(None) == []
