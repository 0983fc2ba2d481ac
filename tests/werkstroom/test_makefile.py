"""The Makefile keeps its hands off what is not its own."""

from __future__ import annotations

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
