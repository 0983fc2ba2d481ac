"""The Makefile keeps its hands off what is not its own."""

from __future__ import annotations

import shutil
import subprocess

from hulp import WORTEL


def test_een_gekoppelde_omgeving_wordt_nooit_leeggemaakt(tmp_path):
    andere = tmp_path / "andere" / ".venv"
    andere.mkdir(parents=True)
    (andere / "pyvenv.cfg").touch()
    werkboom = tmp_path / "werkboom"
    werkboom.mkdir()
    for naam in ("Makefile", "requirements.lock"):
        shutil.copy(WORTEL / naam, werkboom)
    (werkboom / ".venv").symlink_to(andere)
    klaar = subprocess.run(
        ["make", "omgeving"], cwd=werkboom, capture_output=True, text=True, check=False
    )
    assert klaar.returncode != 0
    assert "FOUT" in klaar.stdout and "Wat te doen" in klaar.stdout
    assert [pad.name for pad in andere.iterdir()] == ["pyvenv.cfg"]
