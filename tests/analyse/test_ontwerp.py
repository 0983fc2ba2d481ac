"""From data to design: a choice that does not exist is told with what does."""

from __future__ import annotations

import numpy as np
import pytest

from hulp.regressie import fout_van, ontwerp


@pytest.mark.parametrize(
    ("anders", "stukken"),
    [
        ({"factoren": ["corporatie_pctt"]}, ["niet in de contexttabel", "Bedoelde u corporatie"]),
        ({"factoren": ["xyz"]}, ["Kies uit de kolommen van de contexttabel: corporatie_pct,"]),
        ({"factoren": []}, ["geen factoren"]),
        ({"factoren": ["corporatie_pct"] * 2}, ["twee keer", "waarde 'corporatie_pct'"]),
        ({"modellen": ["ancofa"]}, ["sleutel 'regressie.modellen'", "Bedoelde u ancova?"]),
        ({"steekproeven": ["selektie"]}, ["regressie.steekproeven", "Bedoelde u selectie?"]),
        ({"vensters": [[2012, 2016]]}, ["geen scores", "waarde '2016'", "2002, 2012, 2014"]),
    ],
)
def test_verkeerde_keuzes(schat, anders, stukken):
    bericht = fout_van(schat, **anders)
    for stuk in stukken:
        assert stuk in bericht


def test_tekst_als_factor(schat, context):
    bericht = fout_van(schat, context=context.assign(corporatie_pct="zeer sterk"))
    assert "kolom 'corporatie_pct', waarde 'zeer sterk': de factor is geen getal" in bericht


def test_factor_die_overal_ontbreekt(schat, context):
    bericht = fout_van(schat, context=context.assign(laag_inkomen_pct=np.nan))
    assert "kolom 'laag_inkomen_pct'" in bericht
    assert "geen enkele van de 60 wijken in steekproef 'in_aanmerking' heeft" in bericht


def test_basismeting_na_het_begin_van_het_venster(wijken, context):
    bericht = fout_van(ontwerp, wijken, context, van=2002, tot=2014, basisjaar=2012,
                       model="basismeting")  # fmt: skip
    assert "de basismeting moet vóór het venster 2002-2014 liggen" in bericht
