"""pandoc is that of the environment, whatever stands on PATH."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest

from leefbaarheid.basis.pandoc import zoek_pandoc


@pytest.fixture
def nep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pandoc on PATH, and nothing else."""
    programma = tmp_path / "pandoc"
    programma.write_text("#!/bin/sh\n")
    programma.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    return programma


def zonder_pakket(naam: str) -> metadata.Distribution:
    raise metadata.PackageNotFoundError(naam)


def test_die_van_het_pakket_gaat_voor_het_path(nep):
    assert Path(zoek_pandoc()).parent.parts[-2:] == ("pypandoc", "files")


def test_zonder_het_pakket_beslist_het_path(nep, monkeypatch):
    monkeypatch.setattr(metadata, "distribution", zonder_pakket)
    assert zoek_pandoc() == str(nep)


def test_zonder_pandoc_is_het_een_fout(tmp_path, monkeypatch):
    monkeypatch.setattr(metadata, "distribution", zonder_pakket)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(FileNotFoundError, match="pandoc ontbreekt"):
        zoek_pandoc()
