"""A tiny edition: a few gemeenten of the bundled example, so that a whole run takes seconds."""

from __future__ import annotations

import csv
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from hulp.warm import WarmeSnakemake

WORTEL = Path(__file__).resolve().parents[2]
VOORBEELD = Path("data/raw/voorbeeld")
MINI = Path("data/raw/mini")
CONFIG = Path("config/edities/mini.yaml")
UIT = Path("results/mini")
SCORES = "Leefbaarometer-scores wijken 2002-2022.csv"
ANALYSES = (
    "havermeer-havenkwartier-oost.md",
    "kolkmonde-nieuwe-kade.docx",
    "lindrecht-spoorzone.md",
    "grensvoorde-bloemenhof.md",
)
LASTIGE_NAAM = "-wijk  100% 'x' \"y\" $a #1 caf\u00e9.md"
"""What the last of them is called, so that whole runs see a name with everything in it."""
N_GEMEENTEN = 14
NIETS = "Nothing to be done"
FACTOREN = ["corporatie_pct_2008", "laag_inkomen_pct_2008", "woz_verandering_2009_2014"]


def _filter(bron: Path, doel: Path, houd: Callable[[Mapping[str, str]], bool]) -> None:
    with bron.open(encoding="utf-8", newline="") as invoer:
        rijen = list(csv.reader(invoer))
    kop, *rest = rijen
    with doel.open("w", encoding="utf-8", newline="") as uitvoer:
        schrijver = csv.writer(uitvoer, lineterminator="\n")
        schrijver.writerow(kop)
        schrijver.writerows(rij for rij in rest if houd(dict(zip(kop, rij, strict=True))))


def kopieer_project(doel: Path) -> Path:
    """Copy what git tracks (or would) to `doel`, as a fresh clone, without the tests."""
    opdracht = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    namen = subprocess.run(opdracht, cwd=WORTEL, capture_output=True, check=True).stdout
    for naam in namen.decode().split("\0"):
        bron = WORTEL / naam
        if naam and bron.is_file() and not naam.startswith("tests/"):
            kopie = doel / naam
            kopie.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(bron, kopie)
    return doel


def maak_project(doel: Path) -> Path:
    """Copy the project to `doel` and add the tiny edition."""
    voeg_mini_toe(kopieer_project(doel))
    return doel


def voeg_mini_toe(project: Path) -> None:
    voorbeeld, mini = project / VOORBEELD, project / MINI
    (mini / "wijkanalyses").mkdir(parents=True)
    gemeenten = _grootste_gemeenten(voorbeeld)
    for naam in (
        SCORES,
        "contextfactoren-wijken.csv",
        "selectielijst.csv",
    ):
        _filter(voorbeeld / naam, mini / naam, lambda rij: rij["wk_code"][2:6] in gemeenten)
    shutil.copy(voorbeeld / "codeboek-contextfactoren.csv", mini)
    shutil.copytree(voorbeeld / "adviezen", mini / "adviezen")
    for naam in ANALYSES:
        doel = LASTIGE_NAAM if naam == ANALYSES[-1] else naam
        shutil.copy(voorbeeld / "wijkanalyses" / naam, mini / "wijkanalyses" / doel)
    config = yaml.safe_load((project / "config" / "config.yaml").read_text("utf-8"))
    config |= {"editie": "mini", "bronnen_map": MINI.as_posix(), "factoren": FACTOREN}
    for blok in ("factorzinnen", "factornamen_engels"):
        config[blok] = {factor: config[blok][factor] for factor in FACTOREN}
    config["vensters"] = [[2008, 2012], [2012, 2014]]
    config["decompositie_vensters"] = [[2014, 2022]]
    config["regressie"] |= {"vensters": [[2012, 2014]], "steekproeven": ["selectie"]}
    config["inferentie"] |= {
        "snel": True,
        "primaire_factoren": FACTOREN[:2],
        "dimensie_van_factor": {FACTOREN[0]: "won"},
    }
    config["clusters"]["gevoeligheid"] = {"delta": [0.01, 0.02], "voldoende_vanaf_klasse": [5]}
    schrijf_config(project, config)


def _grootste_gemeenten(voorbeeld: Path) -> set[str]:
    with (voorbeeld / "selectielijst.csv").open(encoding="utf-8", newline="") as bestand:
        codes = [rij["wk_code"][2:6] for rij in csv.DictReader(bestand)]
    volgorde = sorted(set(codes), key=lambda gm: (-codes.count(gm), gm))
    return {*volgorde[: N_GEMEENTEN - 1], "9006"}  # 9006: a wijkanalyse outside the selection


def lees_config(project: Path) -> dict[str, Any]:
    """Return the config of the tiny edition."""
    return yaml.safe_load((project / CONFIG).read_text("utf-8"))


def schrijf_config(project: Path, config: Mapping[str, Any]) -> None:
    """Write the config of the tiny edition."""
    tekst = yaml.safe_dump(dict(config), allow_unicode=True, sort_keys=False)
    (project / CONFIG).write_text(tekst, encoding="utf-8")


def snakemake(
    project: Path,
    *opties: str,
    cores: int = 2,
    config: Path | None = CONFIG,
    warm: WarmeSnakemake | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run snakemake in a project as a user would; stdout and stderr come as one text.

    A `warm` Snakemake does the same without the second of start-up.
    """
    opdracht = ["--cores", str(cores), *opties]
    opdracht += ["--configfile", config.as_posix()] if config else []
    if warm:
        return warm.draai(project, opdracht)
    return subprocess.run(
        [sys.executable, "-m", "snakemake", *opdracht],
        cwd=project,
        env={k: v for k, v in os.environ.items() if not k.startswith("PYTEST")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=600,
    )


def vingerafdrukken(map_: Path) -> dict[str, str]:
    """Return sha256 per file, without what carries time: logs, benchmarks and the lock."""
    return {
        pad.relative_to(map_).as_posix(): hashlib.sha256(pad.read_bytes()).hexdigest()
        for pad in sorted(map_.rglob("*"))
        if pad.is_file()
        and pad.relative_to(map_).parts[0] not in ("logs", "benchmarks")
        and pad.name not in (".slot", ".snakemake_timestamp")
    }


def geplande_regels(project: Path, warm: WarmeSnakemake) -> dict[str, int]:
    """Return {rule: number of jobs} that a dry run announces."""
    uitvoer = snakemake(project, "--dry-run", warm=warm).stdout
    if NIETS in uitvoer:
        return {}
    tabel = uitvoer.split("job ", 1)[1].split("total", 1)[0]
    paren = re.findall(r"^(\w+) +(\d+)$", tabel, flags=re.MULTILINE)
    return {naam: int(aantal) for naam, aantal in paren if naam != "all"}
