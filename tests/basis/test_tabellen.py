"""The registry of result tables is complete and sound."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from hulp import SCRIPTS
from leefbaarheid.basis.contract import Soort
from leefbaarheid.basis.tabellen.alle import TABELLEN, van_pad, van_regel


@pytest.mark.parametrize("tabel", TABELLEN.values(), ids=TABELLEN)
def test_een_contract_zegt_van_alles_wat_het_is(tabel):
    assert tabel.betekenis.endswith(".")
    assert tabel.kolommen
    for kolom in tabel.kolommen:
        assert kolom.betekenis, kolom.naam
        assert not kolom.betekenis.endswith("."), kolom.naam
        assert "|" not in kolom.betekenis + kolom.eenheid, kolom.naam  # a cell of the codebook
    namen = [kolom.naam for kolom in tabel.kolommen]
    assert len(set(namen)) == len(namen)


@pytest.mark.parametrize("tabel", TABELLEN.values(), ids=TABELLEN)
def test_de_sleutel_is_een_deel_van_de_kolommen(tabel):
    assert tabel.sleutel
    assert set(tabel.sleutel) <= {kolom.naam for kolom in tabel.kolommen}


@pytest.mark.parametrize("tabel", TABELLEN.values(), ids=TABELLEN)
def test_een_kolom_hoort_bij_een_patroon(tabel):
    for kolom in tabel.kolommen:
        proef = re.sub(r"<(jaar|van|tot)>", "2014", kolom.naam).replace("<dimensie>", "fys")
        proef = re.sub(r"<(label|factor)>", "naam", proef)
        assert tabel.kolom(proef) is kolom


def test_elk_bestand_en_elke_tabel_heeft_een_regel_met_een_script():
    paden = [tabel.pad for tabel in TABELLEN.values()]
    assert len(set(paden)) == len(paden) > 50
    assert {tabel.regel for tabel in TABELLEN.values()} <= {
        pad.stem for pad in SCRIPTS.glob("*.py")
    }


def test_een_tabel_die_uit_kan_heeft_een_reden_of_meldt_dat_zij_uit_staat():
    for tabel in TABELLEN.values():
        if tabel.controle:
            assert tabel.staat_uit(["reden"])
            assert not replace(tabel, controle=None).staat_uit(["reden"])


def test_een_reden_is_een_code_en_geen_vrije_tekst():
    for tabel in TABELLEN.values():
        for kolom in tabel.kolommen:
            if kolom.naam.startswith("reden"):
                assert kolom.soort is Soort.REDEN, (tabel.naam, kolom.naam)


def test_van_regel_geeft_de_tabellen_van_een_regel():
    assert list(van_regel("schat_modellen")) == [
        "regressie",
        "regressie_diagnose",
        "vif",
        "verlies",
    ]
    assert van_regel("maak_pdf") == {}


def test_een_tabel_is_te_vinden_aan_haar_bestand():
    for tabel in TABELLEN.values():
        assert van_pad(f"results/proef/{tabel.pad}") is tabel
    with pytest.raises(KeyError):
        van_pad("results/proef/cijfers.json")
