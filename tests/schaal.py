"""How an edition grows with its number of areas; `make schaal` writes docs/schaal.md and a figure.

Per size a fictional national file (`voorbeeld.landelijk`) and its edition are made from nothing, on
two cores. Snakemake writes time, processor time and memory of every step (`benchmarks/`); what was
measured of a size is kept in a JSON file, so that a broken run goes on where it was.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

WORTEL = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(WORTEL / "workflow" / "scripts"))

import maak_landelijk  # noqa: E402
from leefbaarheid.basis import taal  # noqa: E402
from leefbaarheid.basis.gebied import BUURT, WIJK  # noqa: E402
from leefbaarheid.basis.schrijven import schrijf_json, schrijf_tekst  # noqa: E402

MATEN = (140, 1000, 3300, 12_000, 34_000)
NIEUW = {140: WIJK, 1000: WIJK, 3300: WIJK}
"""So many wijken a country could have; more areas are buurten."""
GRENS_S = 900
PAGINA, FIGUUR = WORTEL / "docs" / "schaal.md", WORTEL / "docs" / "schaal.png"
GROOT = 10
"""So many steps have a row of their own in the table: those that take most at the largest size."""


def meet(map_: Path, aantal: int) -> dict[str, Any]:
    """Make an edition of a size and return what it took.

    Returns:
        aantal, gebied, n_selectie, wand_s, cpu_s (of all processes), mb (most of one process tree),
        uitvoer_mb, and per step cpu_s, wand_s and mb; or `reden`, why there is no measurement.
    """
    gebied, n_selectie = NIEUW.get(aantal, BUURT), max(70, aantal // (10 if aantal < 3000 else 20))
    bron = map_ / f"{gebied.soort}-{aantal}"
    maak_landelijk.main(bron, gebied, aantal, maak_landelijk.ZAAD, n_selectie)
    uit = map_ / "results" / f"landelijk-{gebied.meervoud}-{aantal}"
    vast = {"aantal": aantal, "gebied": gebied.meervoud, "n_selectie": n_selectie}
    opdracht = [sys.executable, str(WORTEL / "workflow" / "scripts" / "start.py"), "--cores", "2"]
    opdracht += ["--directory", str(map_), "--configfile", str(bron / maak_landelijk.EDITIE)]
    voor, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    try:
        klaar = subprocess.run(
            opdracht, cwd=WORTEL, timeout=GRENS_S, capture_output=True, text=True, check=False
        )
    except subprocess.TimeoutExpired:
        return vast | {"reden": f"niet klaar in {GRENS_S} seconden"}
    if klaar.returncode:
        laatste = (klaar.stdout + klaar.stderr).strip().splitlines() or ["geen melding"]
        return vast | {"reden": f"mislukt: {laatste[-1]}"}
    na = resource.getrusage(resource.RUSAGE_CHILDREN)
    stappen = {pad.stem: _stap(pad) for pad in sorted((uit / "benchmarks").glob("*.tsv"))}
    return vast | {
        "wand_s": time.monotonic() - begin,
        "cpu_s": na.ru_utime + na.ru_stime - voor.ru_utime - voor.ru_stime,
        "mb": max(stap["mb"] for stap in stappen.values()),
        "uitvoer_mb": sum(p.stat().st_size for p in uit.rglob("*") if p.is_file()) / 1e6,
        "stappen": stappen,
    }


def _stap(pad: Path) -> dict[str, float]:
    with pad.open(encoding="utf-8") as bestand:
        rij = list(csv.DictReader(bestand, delimiter="\t"))[-1]
    getal = {
        naam: float(rij[naam]) if rij[naam] not in ("-", "NA") else 0.0
        for naam in rij
        if naam != "h:m:s"
    }
    return {"wand_s": getal["s"], "cpu_s": getal["cpu_time"], "mb": getal["max_rss"]}


def exponent(metingen: list[dict[str, Any]], waarde: Any) -> float:
    """Return the power of the number of areas with which a value grows, by the last two sizes."""
    een, twee = metingen[-2:]
    a, b = waarde(een), waarde(twee)
    if not (a > 0 and b > 0):
        return math.nan
    return math.log(b / a) / math.log(twee["aantal"] / een["aantal"])


def pagina(metingen: list[dict[str, Any]]) -> str:
    """Return docs/schaal.md."""
    gelukt = [m for m in metingen if "reden" not in m]
    mislukt = [f"- {_maat(m)}: {m['reden']}." for m in metingen if "reden" in m]
    kop = "| | " + " | ".join(map(_maat, gelukt))
    lijn = "|---|" + "---:|" * (len(gelukt) + 1)
    totaal = [
        ("geselecteerd", lambda m: taal.getal(m["n_selectie"])),
        ("kloktijd (s)", lambda m: taal.getal(m["wand_s"])),
        ("rekentijd van alle processen (s)", lambda m: taal.getal(m["cpu_s"])),
        ("meeste geheugen van één stap (MB)", lambda m: taal.getal(m["mb"])),
        ("resultaten (MB)", lambda m: taal.getal(m["uitvoer_mb"])),
    ]
    groei = {
        "kloktijd (s)": "wand_s",
        "rekentijd van alle processen (s)": "cpu_s",
        "meeste geheugen van één stap (MB)": "mb",
        "resultaten (MB)": "uitvoer_mb",
    }
    regels = []
    for naam, cel in totaal:
        macht = exponent(gelukt, lambda m, n=naam: m[groei[n]]) if naam in groei else math.nan
        regels.append(
            f"| {naam} | " + " | ".join(map(cel, gelukt)) + f" | {taal.getal(macht, 1)} |"
        )
    namen = sorted(gelukt[-1]["stappen"], key=lambda s: -gelukt[-1]["stappen"][s]["cpu_s"])[:GROOT]
    per = [_stapregel(gelukt, naam) for naam in namen]
    return TEKST.format(
        kop=f"{kop} | macht |",
        lijn=lijn,
        totaal="\n".join(regels),
        stappen="\n".join(per),
        kernen=os.cpu_count(),
        mislukt="\n".join(mislukt) or "Elke maat is gelukt.",
    )


def _maat(meting: dict[str, Any]) -> str:
    return f"{taal.getal(meting['aantal'])} {meting['gebied']}"


def _stapregel(metingen: list[dict[str, Any]], naam: str) -> str:
    leeg = {"cpu_s": 0.0, "mb": 0.0}
    per = [m["stappen"].get(naam, leeg) for m in metingen]
    cellen = " | ".join(f"{taal.getal(s['cpu_s'], 1)} s, {taal.getal(s['mb'])} MB" for s in per)
    macht = exponent(metingen, lambda m: m["stappen"].get(naam, leeg)["cpu_s"])
    return f"| `{naam}` | {cellen} | {taal.getal(macht, 1)} |"


def teken(metingen: list[dict[str, Any]], doel: Path) -> None:
    """Draw processor time and memory against the number of areas, both on a log scale."""
    import matplotlib.pyplot as plt

    from leefbaarheid.figuren.delen.stijl import stel_in

    stel_in(sorted((WORTEL / "reports" / "fonts").glob("*.ttf")))
    gelukt = [m for m in metingen if "reden" not in m]
    x = [m["aantal"] for m in gelukt]
    fig, assen = plt.subplots(1, 2, figsize=(7, 3.2))
    for ax, naam, titel in zip(
        assen, ("cpu_s", "mb"), ("rekentijd (s)", "meeste geheugen van één stap (MB)"), strict=True
    ):
        y = [m[naam] for m in gelukt]
        ax.loglog(x, y, color="#17495a", marker="o")
        ax.loglog(x, [y[0] * n / x[0] for n in x], color="#8a959b", linestyle="--")
        ax.set(xlabel="aantal gebieden", title=titel)
        ax.set_xticks(x, [taal.getal(n) for n in x], rotation=30)
        ax.yaxis.set_major_formatter(lambda waarde, _: taal.getal(waarde))
        ax.minorticks_off()
    fig.tight_layout()
    fig.savefig(doel, dpi=110)


TEKST = (WORTEL / "tests" / "hulp" / "schaal.md").read_text("utf-8")
"""The page, with places for the tables."""


def main(map_: Path, maten: list[int]) -> None:
    """Measure what was not measured before, and write the page and the figure."""
    map_.mkdir(parents=True, exist_ok=True)
    metingen = []
    for aantal in maten:
        bewaard = map_ / f"meting-{aantal}.json"
        if not bewaard.is_file():
            print(f"{aantal} gebieden ...", flush=True)
            schrijf_json(meet(map_, aantal), bewaard)
        metingen.append(json.loads(bewaard.read_text("utf-8")))
        print({k: v for k, v in metingen[-1].items() if k != "stappen"}, flush=True)
    if sum("reden" not in m for m in metingen) > 1:
        schrijf_tekst(pagina(metingen), PAGINA)
        teken(metingen, FIGUUR)


if __name__ == "__main__":
    lezer = argparse.ArgumentParser(description="Meet wat een editie van elke grootte kost.")
    lezer.add_argument("--map", type=Path, default=WORTEL / "results" / "schaal")
    lezer.add_argument("--maten", type=int, nargs="+", default=list(MATEN))
    opties = lezer.parse_args()
    main(opties.map.resolve(), opties.maten)
