"""The Makefile keeps its hands off what is not its own."""

from __future__ import annotations

import os
import re
import shutil

import pytest

from hulp import WORTEL
from hulp.make import make
from hulp.omgeving import leen_omgeving


@pytest.mark.traag
def test_een_gekoppelde_omgeving_wordt_nooit_leeggemaakt(tmp_path):
    andere = tmp_path / "andere" / ".venv"
    andere.mkdir(parents=True)
    (andere / "pyvenv.cfg").touch()
    werkboom = tmp_path / "werkboom"
    werkboom.mkdir()
    (werkboom / "workflow" / "scripts").mkdir(parents=True)
    for naam in ("Makefile", "requirements.lock", "workflow/scripts/richt_in.py"):
        shutil.copy(WORTEL / naam, werkboom / naam)
    (werkboom / ".venv").symlink_to(andere)
    klaar = make("omgeving", map_=werkboom)
    assert klaar.returncode != 0
    assert "FOUT" in klaar.stderr and "Wat te doen" in klaar.stderr
    assert [pad.name for pad in andere.iterdir()] == ["pyvenv.cfg"]


def test_de_hulp_noemt_elk_doel_met_een_uitleg():
    tekst = (WORTEL / "Makefile").read_text("utf-8")
    doelen = re.findall(r"^([\w-]+):.*## ", tekst, flags=re.M)
    assert {"rapport", "test", "test-snel", "lint", "clean"} <= set(doelen)
    assert re.findall(r"^make ([\w-]+) +\w", make("help").stdout, flags=re.M) == doelen
    assert set(doelen) <= set(re.search(r"^\.PHONY: (.*)$", tekst, flags=re.M)[1].split())


def test_elke_opdracht_in_de_documenten_is_er():
    doelen = set(re.findall(r"^([\w-]+):", (WORTEL / "Makefile").read_text("utf-8"), flags=re.M))
    for pad in [*WORTEL.glob("*.md"), *WORTEL.glob("docs/*.md"), *WORTEL.glob("results/*.md")]:
        opdrachten = re.findall(r"(?:^|`)make ([a-z-]+)", pad.read_text("utf-8"), flags=re.M)
        assert set(opdrachten) <= doelen, pad.name


def test_installeren_zonder_make_is_wat_make_doet():
    doet = make("--dry-run", "omgeving", "--what-if=requirements.lock", "KLAAR=nergens").stdout
    (opdracht,) = re.findall(r'"\$py" (workflow/\S+)', doet)
    assert f"```sh\npython3 {opdracht}\n" in (WORTEL / "README.md").read_text("utf-8")


@pytest.fixture
def project(tmp_path):
    """A project in a folder with a space, with its environment and a start that says it ran."""
    wortel = tmp_path / "OneDrive - Gemeente X's (kopie)"
    (wortel / "workflow" / "scripts").mkdir(parents=True)
    for naam in ("Makefile", "requirements.lock"):
        shutil.copy(WORTEL / naam, wortel)
    (wortel / "workflow" / "scripts" / "richt_in.py").write_text("print('richt in')")
    (wortel / "workflow" / "scripts" / "start.py").write_text("print('start')")
    leen_omgeving(wortel)
    return wortel


def zet_lock_terug(wortel):
    (wortel / "requirements.lock").write_text("a==1\n")
    os.utime(wortel / "requirements.lock", (0, 0))


WANNEER = {
    "niets": (lambda wortel: wortel, "start\n"),
    "andere lock, oude tijd": (
        lambda wortel: zet_lock_terug(wortel) or wortel,
        "richt in\nstart\n",
    ),
    "afgebroken": (
        lambda wortel: (wortel / ".venv" / ".klaar").unlink() or wortel,
        "richt in\nstart\n",
    ),
    "map hernoemd": (lambda wortel: wortel.rename(wortel.with_name("b c")), "richt in\nstart\n"),
}


@pytest.mark.traag
@pytest.mark.parametrize("naam", WANNEER)
def test_make_rapport_herstelt_de_omgeving_als_dat_nodig_is(project, naam):
    doe, verwacht = WANNEER[naam]
    klaar = make("rapport", map_=doe(project))
    assert (klaar.returncode, klaar.stdout) == (0, verwacht), klaar.stderr
