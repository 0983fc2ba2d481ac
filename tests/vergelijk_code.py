"""Compare what two versions of the code make, byte for byte: `make vergelijk-code BASIS=<commit>`.

    python tests/vergelijk_code.py --basis v1.0.0
    python tests/vergelijk_code.py --basis HEAD~3 --editie config/edities/mijn.yaml --bronnen DIR

The other version is built in a work tree of its own, with the same environment. A refactor changes
nothing but the manifest, which lists the files of the code. The archive of the publication holds
the manifest's neighbours and is compared by content.
"""

from __future__ import annotations

import argparse
import csv
import filecmp
import fnmatch
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml

WORTEL = Path(__file__).resolve().parents[1]
CONFIG = "config/config.yaml"
NIET = ("logs/*", "benchmarks/*", "manifest.json", "*.snakemake_timestamp", ".slot")
"""What differs from run to run or lists files of the code."""


def bestanden(map_: Path) -> dict[str, Path]:
    """Return {relative name: path} of what a run made, without `NIET`."""
    namen = {
        pad.relative_to(map_).as_posix(): pad for pad in sorted(map_.rglob("*")) if pad.is_file()
    }
    return {n: pad for n, pad in namen.items() if not any(fnmatch.fnmatch(n, x) for x in NIET)}


def _zip_gelijk(een: Path, ander: Path) -> bool:
    """Tell whether two archives hold the same tables and documents."""
    inhoud = []
    for pad in (een, ander):
        with zipfile.ZipFile(pad) as archief:
            inhoud.append({n: archief.read(n) for n in archief.namelist()})
    return inhoud[0] == inhoud[1]


def _kolomverschil(een: Path, ander: Path) -> str:
    """Say which columns of a table differ."""
    rijen = []
    for pad in (een, ander):
        with pad.open(encoding="utf-8", newline="") as bestand:
            rijen.append(list(csv.DictReader(bestand)))
    voor, na = rijen
    kolommen = [list(deel[0]) if deel else [] for deel in rijen]
    if len(voor) != len(na):
        return f"{len(voor)} rijen werd {len(na)}"
    samen = [k for k in kolommen[0] if k in kolommen[1]]
    anders = [k for k in samen if any(a[k] != b[k] for a, b in zip(voor, na, strict=True))]
    weg = [k for k in kolommen[0] if k not in samen]
    nieuw = [k for k in kolommen[1] if k not in samen]
    delen = (("weg", weg), ("nieuw", nieuw), ("andere inhoud", anders))
    return "; ".join(f"{wat}: {', '.join(namen)}" for wat, namen in delen if namen)


def verschillen(voor: Path, na: Path) -> Iterator[tuple[str, str]]:
    """Yield (file, what differs) for every file that is not the same in both folders."""
    oud, nieuw = bestanden(voor), bestanden(na)
    for naam in sorted(oud.keys() | nieuw.keys()):
        if naam not in nieuw or naam not in oud:
            yield naam, "alleen voor" if naam in oud else "alleen na"
        elif filecmp.cmp(oud[naam], nieuw[naam], shallow=False):
            continue
        elif naam.endswith(".zip"):
            if not _zip_gelijk(oud[naam], nieuw[naam]):
                yield naam, "andere inhoud"
        elif naam.endswith(".csv"):
            yield naam, _kolomverschil(oud[naam], nieuw[naam])
        else:
            yield naam, "andere bytes"


def vergelijk(voor: Path, na: Path, behalve: Iterable[str]) -> int:
    """Print the differences between two folders; return how many of them were not expected."""
    fout = 0
    for naam, wat in verschillen(voor, na):
        verwacht = any(fnmatch.fnmatch(naam, patroon) for patroon in behalve)
        fout += not verwacht
        print(f"  {'verwacht' if verwacht else 'VERSCHIL'}  {naam}: {wat}")
    print(f"  {len(bestanden(na))} bestanden, {fout} onverwachte verschillen")
    return fout


@contextmanager
def werkboom(versie: str) -> Iterator[Path]:
    """Yield a work tree of another version; it is removed afterwards."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk) / "basis"
        git = ["git", "-C", str(WORTEL), "worktree"]
        subprocess.run([*git, "add", "--quiet", "--detach", map_, versie], check=True)
        try:
            yield map_
        finally:
            subprocess.run([*git, "remove", "--force", map_], check=True)


def maak(project: Path, editie: str, bronnen: str | None) -> Path:
    """Make an edition in a project folder; return the folder with its results."""
    opdracht = [sys.executable, "-m", "snakemake", "--cores", "2", "--quiet", "all"]
    opdracht += ["--configfile", editie]
    if bronnen:
        opdracht += ["--config", f"bronnen_map={Path(bronnen).resolve()}"]
    subprocess.run(opdracht, cwd=project, check=True)
    naam = yaml.safe_load((project / editie).read_text("utf-8"))["editie"]
    return project / "results" / naam


def main() -> int:
    """Compare one edition between a version and the working tree; 0 when only `behalve` differs."""
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--basis", help="versie (commit, tag) om mee te vergelijken")
    p.add_argument("--tegen", type=Path, help="of: een map met eerder gemaakte resultaten")
    p.add_argument("--editie", default=CONFIG, help=f"configuratie (standaard {CONFIG})")
    p.add_argument("--bronnen", help="map met de bronbestanden")
    p.add_argument("--behalve", nargs="*", default=[], help="bestanden die mogen verschillen")
    keuze = p.parse_args()
    if bool(keuze.basis) == bool(keuze.tegen):
        p.error("geef --basis of --tegen")
    na = maak(WORTEL, keuze.editie, keuze.bronnen)
    print(f"{keuze.editie} tegenover {keuze.basis or keuze.tegen}:")
    if keuze.tegen:
        return min(1, vergelijk(keuze.tegen, na, keuze.behalve))
    with werkboom(keuze.basis) as project:
        return min(1, vergelijk(maak(project, keuze.editie, keuze.bronnen), na, keuze.behalve))


if __name__ == "__main__":
    sys.exit(main())
