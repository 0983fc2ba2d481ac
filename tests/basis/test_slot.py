"""One run at a time per edition; a killed run leaves no lock behind."""

from __future__ import annotations

import errno
import os
import platform
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.slot import VAN_RUN, neem_slot, slot_van_stap, weiger_na_afbreken

fcntl = pytest.importorskip("fcntl", reason="sloten bestaan alleen op Unix")

SCRIPTS = Path(__file__).resolve().parents[2] / "workflow" / "scripts"
HOUD_VAST = """
import sys
from leefbaarheid.basis.slot import neem_slot
neem_slot(sys.argv[1])
print("vast", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def andere_run(tmp_path):
    """Another process that holds the lock of results/a until its stdin closes."""
    proces = subprocess.Popen(
        [sys.executable, "-c", HOUD_VAST, str(tmp_path / "results" / "a")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(SCRIPTS)},
    )
    assert proces.stdout.readline() == "vast\n"
    yield proces
    proces.kill()
    proces.communicate()


def test_een_tweede_run_van_dezelfde_editie_wordt_geweigerd(andere_run, tmp_path):
    with pytest.raises(InvoerFout) as fout:
        neem_slot(tmp_path / "results" / "a")
    tekst = str(fout.value)
    wie = f"proces {andere_run.pid} op {platform.node()}"
    assert f"deze editie wordt op dit moment al gemaakt door een andere run ({wie})" in tekst
    assert str(tmp_path / "results" / "a") in tekst
    assert "Wacht tot die klaar is" in tekst


def test_een_andere_editie_kan_tegelijk(andere_run, tmp_path):
    neem_slot(tmp_path / "results" / "b")
    assert (tmp_path / "results" / "b").is_dir()
    with pytest.raises(InvoerFout):
        neem_slot(tmp_path / "results" / "a")


def test_een_hard_afgebroken_run_laat_geen_slot_achter(andere_run, tmp_path):
    andere_run.send_signal(signal.SIGKILL)
    andere_run.wait()
    neem_slot(tmp_path / "results" / "a")
    # and now it is this process that holds it
    with pytest.raises(InvoerFout):
        neem_slot(tmp_path / "results" / "a")


def test_een_run_die_klaar_is_geeft_het_slot_vrij(andere_run, tmp_path):
    andere_run.communicate("")
    assert andere_run.returncode == 0
    neem_slot(tmp_path / "results" / "a")


def test_na_een_weigering_weet_een_derde_run_nog_wie_het_slot_heeft(andere_run, tmp_path):
    for _ in range(2):
        with pytest.raises(InvoerFout, match=f"proces {andere_run.pid} "):
            neem_slot(tmp_path / "results" / "a")


STAP = """
import os, sys, time
from leefbaarheid.basis.slot import VAN_RUN, slot_van_stap
with slot_van_stap("maak_pdf-hoofdrapport"):
    print("bezig", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def wees(tmp_path):
    """A job that works on while the head of its run was killed."""
    kop = [sys.executable, "-c", KOP]
    omgeving = {**os.environ, "PYTHONPATH": str(SCRIPTS)}
    uitvoer = subprocess.run(
        [*kop, str(tmp_path / "a")], capture_output=True, text=True, env=omgeving, check=True
    )
    proces = subprocess.Popen(
        [sys.executable, "-c", STAP],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=omgeving | {VAN_RUN: uitvoer.stdout.removesuffix("\n")},
    )
    yield proces
    proces.kill()
    proces.communicate()


KOP = """
import sys
from leefbaarheid.basis.slot import VAN_RUN, neem_slot
print(neem_slot(sys.argv[1])[VAN_RUN])
"""


@pytest.mark.traag
def test_zolang_een_stap_van_een_afgebroken_run_werkt_wordt_een_nieuwe_geweigerd(wees, tmp_path):
    assert wees.stdout.readline() == "bezig\n"
    with pytest.raises(InvoerFout) as fout:
        neem_slot(tmp_path / "a")
    tekst = str(fout.value)
    assert f"nog met deze editie bezig (maak_pdf-hoofdrapport, proces {wees.pid} op " in tekst
    assert "Wacht tot die stap klaar is" in tekst
    wees.communicate("")  # the job ends
    assert wees.returncode == 0
    neem_slot(tmp_path / "a")


@pytest.mark.traag
def test_een_hard_afgebroken_stap_houdt_niets_tegen(wees, tmp_path):
    assert wees.stdout.readline() == "bezig\n"
    wees.kill()
    wees.wait()
    assert list((tmp_path / "a" / ".bezig").iterdir())
    neem_slot(tmp_path / "a")
    assert not list((tmp_path / "a" / ".bezig").iterdir())


def test_een_stap_die_pas_begint_als_een_andere_run_bezig_is_stopt(tmp_path, monkeypatch):
    omgeving = neem_slot(tmp_path / "a")
    (tmp_path / "a" / ".slot").write_text("proces 1 op een-andere-machine\n")
    for naam, waarde in omgeving.items():
        monkeypatch.setenv(naam, waarde)
    anders = pytest.raises(InvoerFout, match="afgebroken en een andere maakt nu")
    with anders, slot_van_stap("maak_pdf"):
        pytest.fail("the job works")
    assert not list((tmp_path / "a" / ".bezig").iterdir())


def test_een_stap_van_een_lopende_run_werkt_en_laat_niets_achter(tmp_path, monkeypatch):
    for naam, waarde in neem_slot(tmp_path / "a").items():
        monkeypatch.setenv(naam, waarde)
    with slot_van_stap("a"), slot_van_stap("b"):
        assert len(list((tmp_path / "a" / ".bezig").iterdir())) == 2
    assert not list((tmp_path / "a" / ".bezig").iterdir())


def test_een_stap_zonder_run_heeft_geen_slot_nodig(monkeypatch):
    monkeypatch.delenv(VAN_RUN, raising=False)
    with slot_van_stap("a"):
        pass


@pytest.mark.parametrize("code", [errno.EAGAIN, errno.EACCES])
def test_alleen_een_slot_van_een_ander_heet_al_gemaakt(tmp_path, monkeypatch, code):
    def bezet(*_):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(fcntl, "flock", bezet)
    with pytest.raises(InvoerFout, match="wordt op dit moment al gemaakt"):
        neem_slot(tmp_path / "a")


@pytest.mark.parametrize("code", [errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP, errno.EPERM])
def test_een_schijf_zonder_sloten_geeft_een_waarschuwing(tmp_path, monkeypatch, capsys, code):
    def kan_niet(*_):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(fcntl, "flock", kan_niet)
    neem_slot(tmp_path / "a")
    assert f"de schijf van {tmp_path / 'a'} kent geen sloten" in capsys.readouterr().err


def test_een_map_waar_niets_geschreven_kan_worden_is_een_melding(tmp_path):
    (tmp_path / "results").write_text("a file where the folder should be")
    with pytest.raises(InvoerFout) as fout:
        neem_slot(tmp_path / "results" / "a")
    assert "in deze map kan niet worden geschreven" in str(fout.value)
    assert str(tmp_path / "results" / "a") in str(fout.value)


def test_een_taak_die_in_de_rij_stond_stopt_als_een_andere_run_de_editie_maakt(
    tmp_path, monkeypatch
):
    for naam, waarde in neem_slot(tmp_path).items():
        monkeypatch.setenv(naam, waarde)
    weiger_na_afbreken()
    (tmp_path / ".slot").write_text("proces 2 op elders\n", "utf-8")
    with pytest.raises(InvoerFout, match="een andere maakt nu deze editie"):
        weiger_na_afbreken()
    monkeypatch.delenv(VAN_RUN)
    weiger_na_afbreken()
