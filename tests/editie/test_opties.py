"""`--config` merges with the file of the edition, in every way it is written."""

from __future__ import annotations

import pytest

from hulp import WORTEL
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.editie.opties import lees_opties, stel_samen, voeg_samen
from leefbaarheid.editie.schema import lees_schema

SCHEMA = lees_schema(WORTEL)
CONFIG = WORTEL / "config" / "config.yaml"

GOED = {
    "yaml": ("inferentie={snel: true}", {"inferentie": {"snel": True}}),
    "json": ('inferentie={"snel": true}', {"inferentie": {"snel": True}}),
    "python": ("inferentie={'snel': True}", {"inferentie": {"snel": True}}),
    "punt": ("inferentie.snel=true", {"inferentie": {"snel": True}}),
    "punten": (
        "inferentie.controles.placebo=false",
        {"inferentie": {"controles": {"placebo": False}}},
    ),
    "genest": (
        "clusters={gevoeligheid: {delta: [0.1]}}",
        {"clusters": {"gevoeligheid": {"delta": [0.1]}}},
    ),
    "getal": ("clusters.delta=0.03", {"clusters": {"delta": 0.03}}),
    "jaar": ("eindjaar=2016", {"eindjaar": 2016}),
    "lijst": ("jaren=[2002,2008]", {"jaren": [2002, 2008]}),
    "lijst in lijst": ("vensters=[[2002, 2008]]", {"vensters": [[2002, 2008]]}),
    "een map die een getal is": ("bronnen_map=2014", {"bronnen_map": "2014"}),
    "een map die true heet": ("bronnen_map=true", {"bronnen_map": "true"}),
    "een pad met hekje": ("bronnen_map=/a #b", {"bronnen_map": "/a #b"}),
    "een pad met dubbele punt": ("bronnen_map=C:\\a: b", {"bronnen_map": "C:\\a: b"}),
    "een pad met =": ("bronnen_map=/a=b", {"bronnen_map": "/a=b"}),
    "een pad met accolade": ("bronnen_map={x}", {"bronnen_map": "{x}"}),
    "tekst door een verwijzing": ("teksten.titel=2014", {"teksten": {"titel": "2014"}}),
    "datum": ("teksten.datum=2017-03-07", {"teksten": {"datum": "2017-03-07"}}),
    "woord": ("selectie.soort=lijst", {"selectie": {"soort": "lijst"}}),
    "leeg": ("bronnen_map=", {"bronnen_map": ""}),
}


@pytest.mark.parametrize("naam", GOED)
def test_een_optie_wordt_gelezen_zoals_bedoeld(naam):
    optie, verwacht = GOED[naam]
    assert lees_opties([optie], SCHEMA) == verwacht


FOUT = {
    "geen waarde": (["bronnen_map"], "verwacht sleutel=waarde"),
    "niets": ([""], "verwacht sleutel=waarde"),
    "geen naam": (["=x"], "verwacht sleutel=waarde"),
    "lege stap": (["inferentie..snel=true"], "verwacht sleutel=waarde"),
    "punt vooraan": ([".snel=true"], "verwacht sleutel=waarde"),
    "twee keer": (["eindjaar=2014", "eindjaar=2016"], "twee keer"),
    "twee keer in een blok": (["inferentie={zaad: 1, zaad: 2}"], "twee keer"),
    "niet gesloten": (["inferentie={snel: true"], "geen geldige YAML"),
    "opdracht": (["inferentie={snel: !!python/object:os.system x}"], "opdracht"),
    "verwijzing": (["jaren=[&a 1, *a]"], "verwijzing"),
}


@pytest.mark.parametrize("naam", FOUT)
def test_een_verkeerde_optie_is_een_melding(naam):
    opties, wat = FOUT[naam]
    with pytest.raises(InvoerFout, match=wat) as fout:
        lees_opties(opties, SCHEMA)
    assert "--config" in str(fout.value) and "Wat te doen" in str(fout.value)


@pytest.mark.traag
def test_een_optie_vervangt_alleen_wat_zij_noemt():
    gewoon = stel_samen([CONFIG], [], SCHEMA)
    opties = ["inferentie={snel: true}", "inferentie.zaad=7", "clusters.gevoeligheid.delta=[0.1]"]
    anders = stel_samen([CONFIG], opties, SCHEMA)
    assert anders["inferentie"] == gewoon["inferentie"] | {"snel": True, "zaad": 7}
    gevoeligheid = gewoon["clusters"]["gevoeligheid"] | {"delta": [0.1]}
    assert anders["clusters"] == gewoon["clusters"] | {"gevoeligheid": gevoeligheid}
    rest = {"inferentie", "clusters"}
    assert {k: v for k, v in anders.items() if k not in rest} == {
        k: v for k, v in gewoon.items() if k not in rest
    }


def test_een_tweede_bestand_gaat_over_het_eerste(tmp_path):
    (tmp_path / "b.yaml").write_text("inferentie: {snel: true}\njaren: [2014]\n")
    samen = stel_samen([CONFIG, tmp_path / "b.yaml"], ["jaren=[2016]"], SCHEMA)
    assert (samen["inferentie"]["snel"], samen["jaren"]) == (True, [2016])
    assert len(samen["inferentie"]) > 3


def test_samenvoegen_laat_wat_het_krijgt_gelijk():
    onder = {"a": {"b": 1, "c": 2}, "d": [1]}
    assert voeg_samen(onder, {"a": {"b": 3}, "d": [2, 3]}) == {"a": {"b": 3, "c": 2}, "d": [2, 3]}
    assert onder == {"a": {"b": 1, "c": 2}, "d": [1]}
    assert voeg_samen({"a": 1}, {"a": {"b": 2}}) == {"a": {"b": 2}}
