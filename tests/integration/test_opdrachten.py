"""The commands that the documents print, as printed, from a folder with a space."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from hulp import mini
from hulp.omgeving import leen_omgeving


def geprint(naam: str) -> list[str]:
    """Return the commands that a document prints for Snakemake, without their remarks."""
    tekst = (mini.WORTEL / naam).read_text("utf-8")
    blokken = re.findall(r"^```sh\n(.*?)^```", tekst, flags=re.M | re.S)
    regels = [regel.split("#")[0].strip() for blok in blokken for regel in blok.splitlines()]
    return [r for r in regels if re.match(r"(\.venv/bin/)?snakemake\b", r)]


OPDRACHTEN = [
    opdracht for naam in ("README.md", "docs/handleiding.md") for opdracht in geprint(naam)
]


@pytest.fixture(scope="module")
def project(klaar_project):
    """The finished tiny edition as the bundled one, in a folder with a space."""
    map_ = klaar_project.rename(klaar_project.with_name("OneDrive - Gemeente X's (kopie)"))
    (map_ / "config" / "config.yaml").write_bytes((map_ / mini.CONFIG).read_bytes())
    leen_omgeving(map_)
    return map_


def draai(project: Path, opdracht: str, **omgeving: str) -> subprocess.CompletedProcess[str]:
    pad = f"{project / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["sh", "-c", opdracht],
        cwd=project,
        env={k: v for k, v in os.environ.items() if not k.startswith("PYTEST")}
        | {"PATH": pad}
        | omgeving,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_de_documenten_noemen_de_gewone_opdrachten():
    assert {"snakemake", "snakemake --cores", "snakemake --cores all"} <= set(OPDRACHTEN)


@pytest.mark.parametrize("opdracht", sorted(set(OPDRACHTEN)))
def test_een_opdracht_uit_de_documenten_draait(project, opdracht):
    # what the reader fills in: a folder, and an edition whose files are at hand
    ingevuld = opdracht.replace("--directory <map>", "--directory .")
    ingevuld = ingevuld.replace("<map>", mini.MINI.as_posix())
    ingevuld = ingevuld.replace("edities/leefbaarometer-3.0.yaml", "edities/mini.yaml")
    klaar = draai(project, ingevuld)
    assert klaar.returncode == 0, klaar.stdout
    assert mini.NIETS in klaar.stdout or "config inferentie" in opdracht


def test_zonder_bruikbare_thuismap_draait_het_ook(project):
    klaar = draai(project, "snakemake --cores 1 -f lees_bronnen", HOME="/dev/null/x")
    assert klaar.returncode == 0, klaar.stdout
    assert "1 of 1 steps (100%) done" in klaar.stdout


WIJKEN = "results/mini/tabellen/wijken.csv"
ELDERS = {
    "--directory": ("project", "snakemake --cores 1 -d {elders} {doel}"),
    "--snakefile van elders": ("elders", "snakemake --cores 1 -s {project}/Snakefile {doel}"),
}


@pytest.mark.parametrize("naam", ELDERS)
def test_een_andere_map_krijgt_dezelfde_resultaten(project, tmp_path, naam):
    waar, opdracht = ELDERS[naam]
    mappen = {"project": project, "elders": tmp_path / "map elders"}
    mappen["elders"].mkdir()
    (project / "results").rename(project / "weg")  # nothing is read from there
    try:
        paden = {soort: shlex.quote(str(map_)) for soort, map_ in mappen.items()}
        klaar = draai(project, f"cd {paden[waar]} && {opdracht.format(doel=WIJKEN, **paden)}")
        assert klaar.returncode == 0, klaar.stdout
        assert not (project / "results").exists()
        assert klaar.stdout.splitlines()[-1].startswith(("  ", "Er is niets"))
        heel = draai(project, f"cd {paden[waar]} && {opdracht.format(doel='-n', **paden)}")
        assert "This was a dry-run" in heel.stdout, heel.stdout
    finally:
        (project / "weg").rename(project / "results")
    assert (mappen["elders"] / WIJKEN).read_bytes() == (project / WIJKEN).read_bytes()
