"""Measure what people wait for (`make benchmark`): whole editions, one edit, nothing to do.

Every run is made in a fresh copy of the project. Writes results/benchmark.json and prints a table;
the limits are those the project set itself, and a run over its limit is marked, not hidden.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import psutil

sys.path.insert(0, str(Path(__file__).resolve().parent))

from hulp.echte_data import zoek_echte_data
from hulp.mini import WORTEL, kopieer_project

REGELS_NAAR_SOORT = {
    "toets_modellen": "controles",
    "toets_trajecten": "controles",
    "bereken_specificatiecurve": "controles",
    "teken_robuustheid": "figuren",
    "teken_figuren": "figuren",
    "teken_wijkprofielen": "figuren",
    "schat_modellen": "modellen",
    "maak_pdf": "opmaak",
    "vul_sjabloon": "opmaak",
}
NIEUWE_CONTROLES = (
    *("jaren_samen", "meetfout", "weggelaten_variabelen", "binnen_tussen", "ruimte"),
)
"""The five checks that share a limit; one of them has a part in each of the rules of checks."""
GRENS_NIEUW = 15.0
IMPORTS = ("pandas", "statsmodels.api", "seaborn", "pandera.pandas", "jinja2", "typst")


class Geheugen(threading.Thread):
    """Sample the resident memory of a process and all its children."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.proces, self.piek, self.klaar = psutil.Process(pid), 0, threading.Event()

    def run(self) -> None:
        while not self.klaar.wait(0.1):
            som = 0
            try:
                for deel in [self.proces, *self.proces.children(recursive=True)]:
                    try:
                        som += deel.memory_info().rss
                    except psutil.NoSuchProcess:
                        continue
            except psutil.NoSuchProcess:
                return
            self.piek = max(self.piek, som)


def meet(project: Path, *opties: str) -> dict[str, float]:
    """Run snakemake on two cores; return seconds and the peak memory (MB) of all processes."""
    begin = time.perf_counter()
    proces = subprocess.Popen(
        [sys.executable, "-m", "snakemake", "--cores", "2", *opties],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    geheugen = Geheugen(proces.pid)
    geheugen.start()
    uitvoer, _ = proces.communicate()
    duur = time.perf_counter() - begin
    geheugen.klaar.set()
    if proces.returncode:
        sys.exit(uitvoer)
    return {"seconden": round(duur, 2), "geheugen_mb": round(geheugen.piek / 1e6)}


def per_soort(project: Path, editie: str) -> dict[str, float]:
    """Return seconds of work per kind of step, from Snakemake's own benchmarks."""
    uit: dict[str, float] = defaultdict(float)
    for pad in (project / "results" / editie / "benchmarks").glob("*.tsv"):
        with pad.open(encoding="utf-8") as bestand:
            seconden = sum(float(rij["s"]) for rij in csv.DictReader(bestand, delimiter="\t"))
        uit[REGELS_NAAR_SOORT.get(pad.stem.split("-")[0], "overige stappen")] += seconden
    return {naam: round(seconden, 2) for naam, seconden in sorted(uit.items())}


def per_controle(project: Path, editie: str) -> dict[str, float]:
    """Return seconds of processor time per check, from the logs of the rules that run them."""
    uit: dict[str, float] = defaultdict(float)
    for regel in ("toets_modellen", "toets_trajecten"):
        log = (project / "results" / editie / "logs" / f"{regel}.log").read_text("utf-8")
        for naam, seconden in re.findall(r"^(\w+): ([\d.]+) s rekentijd$", log, re.M):
            uit[naam] += float(seconden)
    return {naam: round(seconden, 2) for naam, seconden in uit.items()}


def importtijden() -> dict[str, float]:
    """Return seconds each heavy import costs in a new process."""
    uit = {}
    for naam in IMPORTS:
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-c", f"import {naam}"], check=True)
        uit[naam] = round(time.perf_counter() - begin, 2)
    return uit


def meet_websites(project: Path) -> dict[str, Any]:
    """Weigh and time the websites of the editions that were made, in a real browser."""
    sites = sorted(project.glob("results/*/website"))
    doel = project / "website.json"
    if sites:
        opdracht = [sys.executable, WORTEL / "tests" / "benchmark_website.py", *sites]
        subprocess.run([*opdracht, "--json", doel], check=True)
    return json.loads(doel.read_text("utf-8")) if doel.is_file() else {}


def meet_alles() -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Return one record per scenario, and what there is to say of the websites."""
    metingen: list[dict[str, Any]] = []

    def zet(naam: str, grens: float, meting: dict[str, float], **meer: Any) -> None:
        print(f"  {naam}: {meting['seconden']:.1f} s", flush=True)
        metingen.append({"scenario": naam, "grens_s": grens, **meting, **meer})

    with tempfile.TemporaryDirectory() as tijdelijk:
        project = kopieer_project(Path(tijdelijk) / "project")

        def verdeeld(editie: str) -> dict[str, Any]:
            return {
                "verdeling": per_soort(project, editie),
                "controles": per_controle(project, editie),
            }

        meting = meet(project)
        zet("voorbeeldeditie vanaf niets", 40, meting, **verdeeld("voorbeeld"))
        zet("niets te doen", 2.5, meet(project))
        analyse = next((project / "data/raw/voorbeeld/wijkanalyses").glob("*.md"))
        with analyse.open("a", encoding="utf-8") as bestand:
            bestand.write("\n- Nog een gesprek (fictief).\n")
        zet("één wijkanalyse gewijzigd", 10, meet(project))
        if data := zoek_echte_data():
            opties = ["--configfile", "config/edities/leefbaarometer-3.0.yaml"]
            opties += ["--config", f"bronnen_map={data.resolve()}"]
            meting = meet(project, *opties)
            zet("echte editie vanaf niets", 55, meting, **verdeeld("leefbaarometer-3.0"))
        else:
            print("  echte editie: overgeslagen, de gegevens staan niet klaar (LEEFBAARHEID_DATA)")
        websites = meet_websites(project)
    return metingen, websites


def meet_rekenkern() -> dict[str, Any]:
    """Time the bootstrap (against its peers where .venv-peers has them) and the curve."""
    peers = WORTEL / ".venv-peers" / "bin" / "python"
    werkend = (
        peers.is_file() and not subprocess.run([peers, "-c", "import numpy, scipy"]).returncode
    )
    uit = {}
    for naam, python in (
        ("inferentie", peers if werkend else sys.executable),
        ("specificaties", sys.executable),
    ):
        print(f"\nRekenkern: {naam}", flush=True)
        with tempfile.TemporaryDirectory() as map_:
            doel = Path(map_) / "uit.json"
            subprocess.run(
                [python, WORTEL / "tests" / f"benchmark_{naam}.py", "--json", doel],
                env={**os.environ, "PYTHONPATH": str(WORTEL / "workflow" / "scripts")},
                check=True,
            )
            uit[naam] = json.loads(doel.read_text("utf-8"))
    return uit


def toon(metingen: list[dict[str, Any]], imports: dict[str, float]) -> None:
    """Print the table."""
    print(f"\n{'scenario':34}{'tijd':>9}{'grens':>9}{'geheugen':>12}")
    for m in metingen:
        over = "  OVER DE GRENS" if m["seconden"] > m["grens_s"] else ""
        tijden = f"{m['seconden']:7.1f} s{m['grens_s']:7.1f} s{m['geheugen_mb']:9d} MB"
        print(f"{m['scenario']:34}{tijden}{over}")
    for m in metingen:
        if verdeling := m.get("verdeling"):
            delen = ", ".join(f"{naam} {seconden:.1f} s" for naam, seconden in verdeling.items())
            print(f"\nRekentijd van de stappen, {m['scenario']}: {delen}")
        if controles := m.get("controles"):
            delen = ", ".join(f"{naam} {seconden:.1f} s" for naam, seconden in controles.items())
            nieuw = sum(controles.get(naam, 0.0) for naam in NIEUWE_CONTROLES)
            over = "  OVER DE GRENS" if nieuw > GRENS_NIEUW else ""
            print(f"\nRekentijd van de controles, {m['scenario']}: {delen}")
            print(f"De vijf nieuwe samen: {nieuw:.1f} s, grens {GRENS_NIEUW:.0f} s{over}")
    print("\nImports per proces: " + ", ".join(f"{n} {s:.2f} s" for n, s in imports.items()))


def main() -> None:
    """Measure, write results/benchmark.json, print."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    print("Meet op twee kernen, elk in een verse kopie van het project ...", flush=True)
    (metingen, websites), imports = meet_alles(), importtijden()
    rekenkern = meet_rekenkern()
    uit = {
        "machine": {"kernen": os.cpu_count(), "python": platform.python_version()},
        "metingen": metingen,
        "imports_s": imports,
        "rekenkern": rekenkern,
        "websites": websites,
    }
    doel = WORTEL / "results" / "benchmark.json"
    doel.parent.mkdir(exist_ok=True)
    doel.write_text(json.dumps(uit, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    toon(metingen, imports)
    print(f"\nGeschreven: {doel.relative_to(WORTEL)}")


if __name__ == "__main__":
    main()
