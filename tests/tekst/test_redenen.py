"""Every reason code has its Dutch, and the words use exactly the fields of the code."""

from __future__ import annotations

import re

import pytest

from leefbaarheid.basis.redenen.analyse import AnalyseReden
from leefbaarheid.basis.redenen.data import DataReden
from leefbaarheid.basis.redenen.opbouw import OpbouwReden
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.redenen.verandering import VeranderReden
from leefbaarheid.basis.redenen.wijkanalyses import KoppelReden
from leefbaarheid.tekst.redenen.alle import WOORDEN, redentekst

CODES = [*OpbouwReden, *DataReden, *AnalyseReden, *ToetsReden, *KoppelReden, *VeranderReden]


def test_geen_code_bestaat_twee_keer_en_geen_woord_is_over():
    assert len({str(code) for code in CODES}) == len(CODES)
    assert {str(code) for code in WOORDEN} == {str(code) for code in CODES}


@pytest.mark.parametrize("code", CODES, ids=str)
def test_een_code_is_een_naam_en_haar_woorden_gebruiken_haar_velden(code):
    assert re.fullmatch(r"[a-z][a-z0-9_]*", str(code))
    tekst = redentekst(code.met(**dict.fromkeys(code.velden, "7")))
    assert tekst and "{" not in tekst and "?" not in tekst


def test_een_lege_cel_heeft_geen_woorden_en_een_onbekende_code_is_een_fout():
    assert redentekst(None) == redentekst("") == ""
    with pytest.raises(KeyError):
        redentekst("dit_bestaat_niet")
