"""The whole document, for pairs of editions of all kinds."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from hulp import CAUSAAL, WORTEL, lezer
from hulp.verandering import anders, maak_stand, maak_stof
from leefbaarheid.rapport.sjablonen import maak_omgeving, vul

pytestmark = pytest.mark.traag

A, B, C, D = (f"WK90000{n}" for n in range(1, 5))
BRONNEN = {"scores.csv": "f" * 64, "context.csv": "b" * 64}


EDITIES = {
    "gelijk": maak_stand,
    "alles anders": lambda: anders(
        {(C, "in_selectie"): True, (C, "cluster"): "Succes!", (A, "cluster"): "Succes!"}
        | {(A, "lbm_2014"): 3.99},
        weg=(B,),
        config={"eindjaar": 2016, "fictief": False},
        bronnen=BRONNEN,
        versies={"pandas": "3.1"},
    ),
    "geen wijk gedeeld": lambda: anders(
        tabellen={
            "wijken": maak_stand()
            .tabellen["wijken"]
            .assign(wk_code=[f"WK91000{n}" for n in range(4)])
        }
    ),
    "zonder tabellen": lambda: replace(maak_stand(), tabellen={}, tekst=None, code={}, cijfers={}),
    "een wijk": lambda: anders(weg=(B, C, D)),
    "andere factor": lambda: anders(
        tabellen={
            naam: maak_stand().tabellen[naam].replace({"huur": "koop", "Huurwoningen": "A | b*c"})
            for naam in ("regressie", "robuustheid_eindoordeel")
        }
    ),
}


def document(oud, nieuw, map_):
    omgeving = maak_omgeving([WORTEL / "reports"], maak_stof(oud, nieuw, map_), {})
    return vul(omgeving, "wat-is-er-veranderd/document.qmd.j2")


@pytest.mark.parametrize("naam_oud", EDITIES)
@pytest.mark.parametrize("naam_nieuw", EDITIES)
def test_het_document_leest_goed_voor_elk_tweetal(tmp_path, naam_oud, naam_nieuw):
    tekst = document(EDITIES[naam_oud](), EDITIES[naam_nieuw](), tmp_path)
    assert not re.search(r"\b(?:nan|None|NaN|True|False)\b", tekst)
    assert CAUSAAL.findall(lezer.proza(tekst)) == []
    for controle in (
        *(lezer.lege_tabellen, lezer.losse_verwijzingen, lezer.haperingen),
        *(lezer.herhaalde_zinnen, lezer.lege_koppen),
    ):
        assert controle(tekst) == [], controle.__name__
    for zin in lezer.zinnen(tekst):
        assert not re.search(r"\b(?:één|1) (?:wijken|scores|factoren|instellingen)\b", zin), zin
        assert not re.search(r"\b(?:twee|2) (?:wijk|score|factor|instelling)\b", zin), zin
