"""One set of checks: make, pre-commit and the CI file run the same commands."""

from __future__ import annotations

import re
import subprocess
import tomllib

import pytest
import yaml

from hulp import WORTEL
from hulp.make import opdrachten


def lees(naam: str) -> str:
    return (WORTEL / naam).read_text("utf-8")


def lees_yaml(naam: str) -> dict:
    return yaml.safe_load(lees(naam))


def test_pre_commit_en_make_lint_noemen_dezelfde_controles():
    repos = lees_yaml(".pre-commit-config.yaml")["repos"]
    assert [repo["repo"] for repo in repos] == ["local"]
    haken = [haak["entry"] for haak in repos[0]["hooks"]]
    assert haken == opdrachten("lint")
    assert len(haken) >= 4


def test_een_haak_draait_op_het_hele_project_met_de_omgeving():
    for haak in lees_yaml(".pre-commit-config.yaml")["repos"][0]["hooks"]:
        assert haak["language"] == "system"
        assert haak["pass_filenames"] is False


def test_make_test_is_lint_en_alle_toetsen():
    alles = opdrachten("test")
    assert alles[:-1] == opdrachten("lint")
    assert "-m pytest" in alles[-1] and " -m " not in alles[-1].replace(" -m pytest", "")


def test_ci_draait_make_test_op_elke_python_die_het_project_belooft():
    taak = lees_yaml(".github/workflows/ci.yml")["jobs"]["test"]
    eis = tomllib.loads(lees("pyproject.toml"))["project"]
    van, tot = (int(n) for n in re.findall(r"3\.(\d+)", eis["requires-python"]))
    assert taak["strategy"]["matrix"]["python"] == [f"3.{n}" for n in range(van, tot)]
    stappen = [stap["run"] for stap in taak["steps"] if "run" in stap]
    assert stappen[0].startswith("make test PYTHON=")
    doelen = re.findall(r"^([\w-]+):.*##", lees("Makefile"), flags=re.M)
    assert {stap.split()[1] for stap in stappen} <= set(doelen)
    assert "make test" in lees(".ci/run")


def test_de_versie_staat_op_een_plek():
    versie = tomllib.loads(lees("pyproject.toml"))["project"]["version"]
    citaat = lees_yaml("CITATION.cff")
    assert citaat["version"] == versie
    koppen = re.findall(r"^## \[(.+?)\](?: - (\S+))?$", lees("CHANGELOG.md"), flags=re.M)
    assert koppen[0] == ("Niet uitgebracht", "")
    assert koppen[1] == (versie, str(citaat["date-released"]))


@pytest.mark.parametrize(
    ("pad", "genegeerd"),
    [
        ("data/raw/leefbaarometer-3.0/scores.csv", True),
        ("data/raw/voorbeeld/wijkanalyses/nieuw.md", False),
        ("results/voorbeeld/cijfers.json", True),
    ],
)
def test_bestanden_van_uitgevers_komen_niet_in_het_project(pad, genegeerd):
    if not (WORTEL / ".git").exists():
        pytest.skip("dit is geen kloon met git")
    run = subprocess.run(["git", "check-ignore", "-q", pad], cwd=WORTEL, check=False)
    assert (run.returncode == 0) == genegeerd
