"""The Makefile keeps its hands off what is not its own."""

from __future__ import annotations

import re
import shutil

from hulp import WORTEL
from hulp.make import make


def test_een_gekoppelde_omgeving_wordt_nooit_leeggemaakt(tmp_path):
    andere = tmp_path / "andere" / ".venv"
    andere.mkdir(parents=True)
    (andere / "pyvenv.cfg").touch()
    werkboom = tmp_path / "werkboom"
    werkboom.mkdir()
    for naam in ("Makefile", "requirements.lock"):
        shutil.copy(WORTEL / naam, werkboom)
    (werkboom / ".venv").symlink_to(andere)
    klaar = make("omgeving", map_=werkboom)
    assert klaar.returncode != 0
    assert "FOUT" in klaar.stdout and "Wat te doen" in klaar.stdout
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
