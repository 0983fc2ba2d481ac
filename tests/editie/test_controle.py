"""Config of an edition: every mistake is one Dutch message before any job starts."""

from __future__ import annotations

import datetime as dt

import pytest

from hulp.editie import SCHEMA, melding
from leefbaarheid.editie.controle import controleer_editie


def test_de_datum_wordt_tekst_en_de_invoer_blijft_zoals_zij_was(editie):
    editie["teksten"]["datum"] = dt.date(2017, 3, 7)
    uit = controleer_editie(editie, SCHEMA)
    assert uit["teksten"]["datum"] == "2017-03-07"
    assert editie["teksten"]["datum"] == dt.date(2017, 3, 7)
    anders = {"teksten": None, "inferentie": None}
    assert {**uit, **anders} == {**editie, **anders}
    assert uit["inferentie"].items() > editie["inferentie"].items()


@pytest.mark.parametrize("inhoud", [None, "tekst", ["editie"], {}])
def test_een_bestand_dat_geen_blok_met_sleutels_is(inhoud):
    assert "FOUT in bestand config/proef.yaml" in melding(inhoud)
