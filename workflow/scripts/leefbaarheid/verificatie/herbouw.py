"""The edition of a manifest made again in a folder of its own, and set beside the publication."""

from __future__ import annotations

import csv
import itertools
import platform
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import yaml

from leefbaarheid.basis.controlesom import sha256
from leefbaarheid.verificatie.publicatie import Publicatie
from leefbaarheid.verificatie.verslag import Onderdeel, Oordeel, Punt


def bouw(manifest: Mapping[str, Any], bronnen_map: Path, wortel: Path, map_: Path) -> str:
    """Make the edition again with the settings of the manifest; return "" or why it failed.

    Args:
        manifest: of the publication.
        bronnen_map: folder with the sources.
        wortel: the project whose code makes it.
        map_: the folder to work in; the results come in `results/<editie>` below it.
    """
    config = {**manifest["config"], "bronnen_map": str(bronnen_map.resolve())}
    pad = map_ / "editie.yaml"
    pad.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), "utf-8")
    opdracht = [sys.executable, str(wortel / "workflow" / "scripts" / "start.py"), "--cores", "all"]
    opdracht += ["--snakefile", str(wortel / "Snakefile"), "--directory", str(map_)]
    run = subprocess.run(
        [*opdracht, "--configfile", str(pad)],
        cwd=wortel,
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode == 0:
        return ""
    regels = (run.stdout + run.stderr).strip().splitlines()
    return " ".join(regel.strip() for regel in regels[-3:])


def vergelijk(
    publicatie: Publicatie, map_: Path, fout: str, anders: Sequence[str] = ()
) -> Onderdeel:
    """Compare what was made again with the sums of the manifest, file by file.

    Args:
        publicatie: the publication.
        map_: where it was made again.
        fout: why that failed, from `bouw`.
        anders: what is known to differ from when it was published, in Dutch.
    """
    manifest = publicatie.manifest
    if fout:
        punten = [Punt(naam, Oordeel.NIET_NAGEGAAN) for naam in manifest["uitvoer"]]
        return Onderdeel("herbouw", punten, f"De herbouw mislukte: {fout}")
    punten = [
        _punt(naam, som, map_ / naam, publicatie.bestanden.get(naam), anders)
        for naam, som in manifest["uitvoer"].items()
    ]
    zin = f"Wat anders is dan bij de publicatie: {'; '.join(anders)}." if anders else ""
    return Onderdeel("herbouw", punten, zin)


def omgeving(manifest: Mapping[str, Any]) -> list[str]:
    """Return in which packages and Python this environment differs from that of the manifest."""
    uit = []
    for naam, toen in manifest["versies"].items():
        nu = platform.python_version() if naam == "python" else _versie(naam)
        if nu != toen:
            uit.append(f"{naam} {nu or 'ontbreekt'} in plaats van {toen}")
    return uit


def _versie(pakket: str) -> str:
    try:
        return version(pakket)
    except PackageNotFoundError:
        return ""


def _punt(naam: str, som: str, nieuw: Path, oud: Path | None, anders: Sequence[str]) -> Punt:
    if not nieuw.is_file():
        return Punt(naam, Oordeel.AFWEZIG, "de herbouw maakte dit bestand niet")
    if sha256(nieuw) == som:
        return Punt(naam, Oordeel.GELIJK)
    redenen = []
    if oud is not None and sha256(oud) != som:
        redenen.append("het gepubliceerde bestand is zelf niet dat van het manifest")
    if oud is not None and naam.endswith(".csv"):
        redenen.append(verschil_in_tabel(oud, nieuw))
    redenen += anders
    return Punt(naam, Oordeel.ANDERS, "; ".join(filter(None, redenen)) or "oorzaak onbekend")


def verschil_in_tabel(oud: Path, nieuw: Path) -> str:
    """Return how two tables differ: the largest difference of a number, or the first line."""
    grootste = 0.0
    with (
        oud.open(encoding="utf-8", newline="") as een,
        nieuw.open(encoding="utf-8", newline="") as twee,
    ):
        for nummer, paar in enumerate(
            itertools.zip_longest(csv.reader(een), csv.reader(twee)), start=1
        ):
            links, rechts = paar
            if links is None or rechts is None or len(links) != len(rechts):
                return f"vanaf regel {nummer} een ander aantal regels of kolommen"
            for a, b in zip(links, rechts, strict=True):
                if a == b:
                    continue
                try:
                    grootste = max(grootste, abs(float(a) - float(b)))
                except ValueError:
                    return f"regel {nummer}: '{a}' werd '{b}'"
    return f"getallen verschillen hoogstens {grootste:.1e}" if grootste else ""
