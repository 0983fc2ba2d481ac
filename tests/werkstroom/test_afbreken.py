"""The proof that a killed run is made whole (tests/afbreken.py) would see one that is not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import afbreken
from hulp.afbreken import MANIEREN, duren, trek_momenten, zet_terug

SECONDE = 10**9


@pytest.fixture
def goed(tmp_path) -> Path:
    """Results of three jobs that took 10 seconds each, one after the other."""
    map_ = tmp_path / "goed"
    for nummer, stap in enumerate(("lees", "reken", "maak"), start=1):
        for naam, inhoud in {
            f"benchmarks/{stap}.tsv": "s\tmax_rss\n10.0\t1\n",
            f"tabellen/{stap}.csv": f"{stap}\n",
        }.items():
            pad = map_ / naam
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_text(inhoud, encoding="utf-8")
            os.utime(pad, ns=(0, nummer * 10 * SECONDE))
    return map_


def test_duren_in_de_volgorde_van_de_run(goed):
    assert list(duren(goed).items()) == [("lees", 10.0), ("reken", 10.0), ("maak", 10.0)]


def test_teruggezet_naar_het_begin_van_een_stap(goed, tmp_path):
    uit = tmp_path / "uit"
    (uit / "tabellen").mkdir(parents=True)
    (uit / "tabellen" / ".maak.half.csv").touch()
    zet_terug(goed, uit, "maak", duren(goed))
    assert sorted(pad.name for pad in uit.rglob("*.csv")) == ["lees.csv"]
    zet_terug(goed, uit, "lees", duren(goed))
    assert not uit.exists()


def test_een_map_die_een_stap_maakt_blijft_geheel_of_niet(goed, tmp_path):
    for naam, tijd in (("a.svg", 5), (".snakemake_timestamp", 25)):
        pad = goed / "figuren" / "hoofdrapport" / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.touch()
        os.utime(pad, ns=(0, tijd * SECONDE))
    zet_terug(goed, tmp_path / "uit", "maak", duren(goed))
    assert not (tmp_path / "uit" / "figuren").exists()


def test_zelfde_zaad_zelfde_momenten():
    momenten = trek_momenten(["a", "b", "c"], 200, zaad=1)
    assert momenten == trek_momenten(["c", "b", "a"], 200, zaad=1)
    assert momenten != trek_momenten(["a", "b", "c"], 200, zaad=2)
    assert {m.manier for m in momenten} == set(MANIEREN)
    assert {m.stap for m in momenten} == {"a", "b", "c"}
    assert all(0 <= m.deel < 1 for m in momenten)


def test_elk_verschil_wordt_gezien(goed, tmp_path):
    uit = tmp_path / "uit"
    zet_terug(goed, uit, "maak", duren(goed))
    (uit / "tabellen" / "lees.csv").write_text("anders\n", encoding="utf-8")
    (uit / "tabellen" / ".maak.half.csv").write_text("ma", encoding="utf-8")
    (uit / "logs").mkdir()
    (uit / "logs" / "lees.log").touch()
    assert afbreken.verschil(uit, goed) == [
        "tabellen/.maak.half.csv",
        "tabellen/lees.csv",
        "tabellen/maak.csv",
        "tabellen/reken.csv",
    ]
