"""The finders of faults themselves: each finds its own, and nothing in a sound sentence."""

from __future__ import annotations

import pytest

from hulp.herhaling import te_vaak, te_vaak_per_bladzijde, zinnen
from hulp.tekstfouten import FOUTEN, tekstfouten


@pytest.mark.parametrize(
    ("fout", "tekst"),
    [
        ("eenheid", "1700 woningen per km2"),
        ("dubbele punt aan het eind", "Grenst aan Plein e.o.."),
        ("dubbel woord", "een kaart van van elke gemeente"),
        ("twee keer Bron", "Bron: wijkanalyses; Bron: CBS."),
        ("laag aanhalingsteken", "„sinds” is gelezen"),
        ("spatie voor leesteken", "de wijk , en de stad"),
        ("kale verwijzing", "Zie @fig-kaart."),
        ("waarde op inwoners die", "wijken met een hogere waarde op inwoners die een uitkering"),
        ("streepje tussen jaren", "de verandering 2009-2014 en"),
    ],
)
def test_elke_fout_wordt_gevonden(fout, tekst):
    assert [gevonden.partition(":")[0] for gevonden in tekstfouten(tekst)] == [fout]


def test_elke_soort_fout_heeft_een_proef():
    assert len(FOUTEN) == 9


@pytest.mark.parametrize(
    "tekst",
    [
        "Een wijk ... en verder, 2009–2014, per km²: ‘sinds’ (p. 12-14).",
        "Zie https://www.cbs.nl/nieuws/2013-2014/x en e.o. daarna.",
    ],
)
def test_goede_tekst_heeft_geen_fouten(tekst):
    assert tekstfouten(tekst) == []


def test_dezelfde_zin_met_andere_getallen_valt_op():
    zin = "In {} steeg de score van de wijk met {} punt."
    vier = [zin.format(2002 + i, i) for i in range(4)]
    assert list(te_vaak(vier)) == ["in # steeg de score van de wijk met # punt"]
    assert te_vaak(vier[:3]) == {}
    assert zinnen("Zie tabel 3. Zie figuur 4 en tabel 5.") == []
    qmd = "---\ntitle: x\n---\n\n" + "\n\n".join(vier)
    heel = " ".join(vier)
    assert [(nr, n) for nr, _, n in te_vaak_per_bladzijde(qmd, ["leeg", heel])] == [(2, 4)]
    assert te_vaak_per_bladzijde(qmd, [vier[0], " ".join(vier[1:])]) == []
