"""An environment as `make omgeving` leaves it, made of the one that runs the tests, without pip."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import richt_in


def leen_omgeving(project: Path) -> Path:
    """Give a project a .venv of its own with the packages of this one; return its folder bin."""
    venv = project / ".venv"
    bin_ = venv / "bin"
    bin_.mkdir(parents=True)
    shutil.copy(Path(sys.prefix) / "pyvenv.cfg", venv)
    (venv / "lib").symlink_to(Path(sys.prefix) / "lib")
    (bin_ / "python").symlink_to(Path(sys.executable).resolve())
    richt_in.schrijf_start(venv)
    (venv / ".klaar").write_text(richt_in.kenmerk(project.resolve()), "utf-8")
    return bin_
