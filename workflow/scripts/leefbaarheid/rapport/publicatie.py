"""The bundle for readers and the manifest that walks every file back to its inputs."""

from __future__ import annotations

import os
import tomllib
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from leefbaarheid.basis.controlesom import sha256
from leefbaarheid.basis.pakketten import versies
from leefbaarheid.basis.schrijven import vervang


def lees_versie(project: str | Path) -> str:
    """Return the version of the pipeline from pyproject.toml, the one place where it stands."""
    inhoud = tomllib.loads(Path(project).read_text(encoding="utf-8"))
    return str(inhoud["project"]["version"])


def maak_zip(inhoud: Mapping[str, bytes], doel: str | Path, map_: str, datum: str) -> None:
    """Write a zip with the same bytes for the same files.

    Args:
        inhoud: path below `map_` -> content.
        doel: the zip.
        map_: the one folder in the zip.
        datum: ISO date every entry gets.
    """
    jaar, maand, dag = (int(deel) for deel in datum.split("-"))
    with vervang(doel) as tijdelijk, zipfile.ZipFile(tijdelijk, "w") as archief:
        for naam in sorted(inhoud):
            info = zipfile.ZipInfo(f"{map_}/{naam}", (jaar, maand, dag, 0, 0, 0))
            info.external_attr = 0o644 << 16
            info.create_system = 3
            archief.writestr(info, inhoud[naam], zipfile.ZIP_DEFLATED, compresslevel=6)


def _vingerafdrukken(paden: Iterable[str | Path]) -> dict[str, str]:
    return {Path(pad).as_posix(): sha256(pad) for pad in sorted(map(str, paden))}


def maak_manifest(
    editie: Mapping[str, Any],
    engine: str,
    invoer: Sequence[str | Path],
    code: Sequence[str | Path],
    uitvoer: Sequence[str | Path],
    bronnen_map: str,
    pijplijn: str,
    wortel: str | Path = ".",
    commit: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Return the manifest: inputs, code and outputs with sha256, versions, edition and config.

    `pijplijn` is the version of the pipeline, `wortel` the folder of the project: code is named
    from there, wherever the run was. `commit` is that of the project (`lees_commit`); without one
    the manifest does not speak of it.

    There is no date of today, path of a machine or user name in it: the same run anywhere gives the
    same manifest. Inputs are named from the source folder.
    """
    config = {sleutel: waarde for sleutel, waarde in editie.items() if sleutel != "bronnen_map"}
    bron = Path(bronnen_map)
    return {
        "pijplijn": pijplijn,
        **({} if commit is None else {"commit": dict(commit)}),
        "editie": editie["editie"],
        "fictief": editie["fictief"],
        "config": config,
        "engine": engine,
        "versies": versies(),
        "invoer": {
            Path(pad).relative_to(bron).as_posix(): sha256(pad) for pad in sorted(map(str, invoer))
        },
        "code": {
            Path(os.path.relpath(pad, wortel)).as_posix(): sha256(pad)
            for pad in sorted(map(str, code))
        },
        "uitvoer": _vingerafdrukken(uitvoer),
    }
