"""What the project consists of, as far as it can change a number or a page, and its commit."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

MAPPEN = ("config", "profiles", "reports", "workflow")
EDITIES = ("config/config.yaml", "config/edities")
"""No part: of its own edition the manifest has the whole config, and another changes nothing."""
LOSSE_BESTANDEN = (
    "Makefile",
    "Snakefile",
    "environment.yml",
    "pyproject.toml",
    "requirements.in",
    "requirements.lock",
)


def projectbestanden(wortel: str | Path) -> list[Path]:
    """Return code, templates, schemas, rules, config, fonts and lock of a project, sorted.

    Read from the folders and not from git: a copy without git gives the same list, and a module
    that nobody has committed takes part in a run all the same. What Python, an editor or a file
    browser leaves behind (`__pycache__`, names that begin with a dot or end with `~`) is no part.
    """
    basis = Path(wortel)
    gevonden = [basis / naam for naam in LOSSE_BESTANDEN if (basis / naam).is_file()]
    for map_ in MAPPEN:
        gevonden += [pad for pad in (basis / map_).rglob("*") if pad.is_file()]
    return sorted(pad for pad in gevonden if not _is_bijproduct(pad.relative_to(basis)))


def _is_bijproduct(pad: Path) -> bool:
    verborgen = any(deel.startswith(".") or deel == "__pycache__" for deel in pad.parts)
    return verborgen or pad.name.endswith(("~", ".pyc")) or any(map(pad.is_relative_to, EDITIES))


def lees_commit(wortel: str | Path) -> dict[str, Any] | None:
    """Return the commit of a project and the files of `projectbestanden` that differ from it.

    Returns:
        `hash` (40 hex digits) and `afwijkend` (paths from `wortel`, sorted: changed, removed or
        not in the commit); None without git, without a commit, or when `wortel` is not itself the
        top of a repository (a copy inside another project has no commit of its own).
    """
    basis = Path(wortel).resolve()
    if not (basis / ".git").exists():
        return None
    commit = _git(basis, "rev-parse", "--verify", "HEAD")
    if commit is None:
        return None
    eigen = {pad.relative_to(basis).as_posix() for pad in projectbestanden(basis)}
    onderwerp = ("--", *MAPPEN, *LOSSE_BESTANDEN)
    gewijzigd = _git(basis, "diff", "--name-only", "--no-renames", "-z", "HEAD", *onderwerp)
    vast = _git(basis, "ls-tree", "-r", "--name-only", "-z", "HEAD", *onderwerp)
    if gewijzigd is None or vast is None:
        return None
    anders = {naam for naam in _namen(gewijzigd) if not _is_bijproduct(Path(naam))}
    return {"hash": commit.strip(), "afwijkend": sorted(anders | (eigen - set(_namen(vast))))}


def _namen(uitvoer: str) -> Sequence[str]:
    return [naam for naam in uitvoer.split("\0") if naam]


def _git(map_: Path, *opdracht: str) -> str | None:
    """Return what git says, or None when there is no git or it refuses."""
    programma = shutil.which("git")
    if programma is None:
        return None
    uit = subprocess.run(
        [programma, "-C", str(map_), *opdracht],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return uit.stdout if uit.returncode == 0 else None
