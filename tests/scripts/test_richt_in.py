"""The environment is made once, whole, and again whenever it is not what the lock says."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import richt_in
from hulp import WORTEL


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project whose environment costs nothing to make; `.keren` counts how often it was made."""
    wortel = tmp_path / "OneDrive - Gemeente X's (kopie)"
    wortel.mkdir()
    (wortel / "requirements.lock").write_text("a==1 \\\n    --hash=sha256:0\nb==2\n")

    def maak(venv):
        shutil.rmtree(venv, ignore_errors=True)
        (venv / "bin").mkdir(parents=True)
        (venv / "bin" / "python").symlink_to(sys.executable)

    def installeer(venv, lock, aantal):
        assert (lock, aantal) == (wortel / "requirements.lock", 2)
        with (wortel / ".keren").open("a") as keren:
            keren.write("x")

    monkeypatch.setattr(richt_in, "maak_venv", maak)
    monkeypatch.setattr(richt_in, "installeer", installeer)
    return wortel


def keren(project: Path) -> int:
    return len((project / ".keren").read_text())


@pytest.mark.traag
def test_de_tweede_keer_gebeurt_er_niets(project, capsys):
    richt_in.richt_in(project)
    assert "2 pakketten" in capsys.readouterr().out
    richt_in.richt_in(project)
    assert (keren(project), capsys.readouterr().out) == (1, "")


def test_een_gewijzigde_lock_maakt_haar_opnieuw_ook_met_een_oude_tijd(project):
    richt_in.richt_in(project)
    lock = project / "requirements.lock"
    lock.write_text("a==1\nb==3\n")
    os.utime(lock, (0, 0))
    assert not richt_in.is_klaar(project)
    richt_in.richt_in(project)
    assert keren(project) == 2


@pytest.mark.traag
def test_een_afgebroken_installatie_wordt_overgedaan(project, monkeypatch):
    def breek_af(*_):
        raise KeyboardInterrupt

    goed = richt_in.installeer
    monkeypatch.setattr(richt_in, "installeer", breek_af)
    with pytest.raises(KeyboardInterrupt):
        richt_in.richt_in(project)
    assert (project / ".venv" / "bin").is_dir() and not richt_in.is_klaar(project)
    monkeypatch.setattr(richt_in, "installeer", goed)
    richt_in.richt_in(project)
    assert richt_in.is_klaar(project)


SLIJTAGE = {
    "python is weg": lambda project: (project / ".venv" / "bin" / "python").unlink(),
    "merk is leeg": lambda project: (project / ".venv" / ".klaar").write_text(""),
    "merk is een map": lambda project: (
        (project / ".venv" / ".klaar").unlink(),
        (project / ".venv" / ".klaar").mkdir(),
    ),
    "alles is weg": lambda project: shutil.rmtree(project / ".venv"),
}


@pytest.mark.traag
@pytest.mark.parametrize("naam", SLIJTAGE)
def test_een_beschadigde_omgeving_wordt_overgedaan(project, naam):
    richt_in.richt_in(project)
    SLIJTAGE[naam](project)
    assert not richt_in.is_klaar(project)
    richt_in.richt_in(project)
    assert richt_in.is_klaar(project) and keren(project) == 2


def test_een_verplaatste_map_krijgt_een_nieuwe_omgeving(project):
    richt_in.richt_in(project)
    elders = project.rename(project.with_name("anders"))
    assert not richt_in.is_klaar(elders)


def test_een_koppeling_blijft_zoals_zij_is(project, tmp_path):
    (tmp_path / "andere").mkdir()
    (project / ".venv").symlink_to(tmp_path / "andere")
    with pytest.raises(richt_in.Mislukt, match="een koppeling naar"):
        richt_in.richt_in(project)
    assert list((tmp_path / "andere").iterdir()) == []


@pytest.mark.traag
def test_een_tweede_opdracht_tegelijk_wacht_en_doet_niets_dubbel(project):
    wacht = "import richt_in, sys; from pathlib import Path; richt_in.richt_in(Path(sys.argv[1]))"
    with (project / ".venv.slot").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        tweede = subprocess.Popen(
            [sys.executable, "-c", wacht, str(project)],
            env=os.environ | {"PYTHONPATH": str(WORTEL / "workflow" / "scripts")},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert "even wachten" in tweede.stdout.readline()
        # the first finishes its work
        richt_in.maak_venv(project / ".venv")
        (project / ".venv" / ".klaar").write_text(richt_in.kenmerk(project))
    assert tweede.communicate()[0] == ""
    assert tweede.returncode == 0


def test_pip_dat_mislukt_is_een_melding_met_wat_pip_zei(project, capfd, monkeypatch):
    monkeypatch.undo()
    python = project / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\necho Collecting a\necho geen verbinding\nexit 1\n")
    python.chmod(0o755)
    with pytest.raises(richt_in.Mislukt, match="controleer de verbinding"):
        richt_in.installeer(project / ".venv", project / "requirements.lock", 1)
    gezegd = capfd.readouterr()
    assert "opgehaald: 1 van 1" in gezegd.out and "geen verbinding" in gezegd.err


@pytest.mark.traag
def test_onze_start_van_snakemake_werkt_uit_een_map_met_een_spatie(project):
    for naam in ("workflow", "config"):
        (project / naam).symlink_to(WORTEL / naam)
    richt_in.richt_in(project)
    klaar = subprocess.run(
        [project / ".venv" / "bin" / "snakemake", "--cores", "0"], capture_output=True, text=True
    )
    assert klaar.returncode == 1
    assert klaar.stderr.startswith("FOUT in waarde '0': --cores vraagt")


@pytest.mark.traag
def test_een_map_waar_niet_geschreven_mag_worden_is_een_melding(tmp_path):
    kopie = tmp_path / "workflow" / "scripts" / "richt_in.py"
    kopie.parent.mkdir(parents=True)
    shutil.copy(richt_in.__file__, kopie)
    (tmp_path / ".venv.slot").mkdir()  # for root every folder can be written in
    klaar = subprocess.run([sys.executable, kopie], capture_output=True, text=True)
    assert klaar.returncode == 1
    assert klaar.stderr.startswith("FOUT: de omgeving is niet te maken (")
    assert "Wat te doen" in klaar.stderr and "Traceback" not in klaar.stderr
