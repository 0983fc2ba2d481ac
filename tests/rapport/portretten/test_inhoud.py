"""What the pages of the wijken rest on: which wijken, and the wijkanalyses of each."""

from __future__ import annotations

import json

import pandas as pd
import pytest

from hulp import WORTEL
from leefbaarheid.editie.schema import lees_schema
from leefbaarheid.rapport.portretten.inhoud import _analyses, _codes

KEUZES = {
    "selectie": ["WK900101"],
    "in_aanmerking": ["WK900101", "WK900102"],
    "alle": ["WK900101", "WK900102", "WK900103"],
}


@pytest.mark.parametrize("keuze", KEUZES)
def test_elke_keuze_van_de_configuratie_geeft_haar_wijken(keuze):
    wijken = pd.DataFrame(
        {"in_selectie": [True, False, False], "in_aanmerking": [True, True, False]},
        index=KEUZES["alle"],
    )
    assert _codes(wijken, keuze) == KEUZES[keuze]


def test_er_zijn_geen_andere_keuzes():
    schema = lees_schema(WORTEL)["properties"]["portretten"]["properties"]["wijken"]
    assert set(schema["enum"]) == set(KEUZES)


def test_een_wijk_houdt_al_haar_wijkanalyses_in_hun_volgorde(tmp_path):
    analyses = [
        {"bron": f"{naam}.md", "titel": naam, "samenvatting": f"Over {naam}."} for naam in "ab"
    ]
    pad = tmp_path / "analyses.json"
    pad.write_text(json.dumps(analyses), "utf-8")
    koppeling = [
        {"bestand": "b.md", "wk_code": "WK900101"},
        {"bestand": "a.md", "wk_code": "WK900101"},
        {"bestand": "a.md", "wk_code": None},
    ]
    uit = _analyses(koppeling, pad)
    assert list(uit) == ["WK900101"]
    assert [deel["titel"] for deel in uit["WK900101"]] == ["b", "a"]
