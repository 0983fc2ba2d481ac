"""One environment, written down three times: conda, pip and the hashed lock agree."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

WORTEL = Path(__file__).resolve().parents[2]
CONDA_NAAST_PYPI = {
    "snakemake-minimal": "snakemake",  # the same code without the packages for cloud storage
    "matplotlib-base": "matplotlib",  # without the windows of an interactive session
    "pandera": "pandera[pandas]",  # conda-forge has the pandas backend in the package itself
}
ALLEEN_CONDA = {"python", "pip", "quarto"}
"""What pip does not install: Python itself, pip, and Quarto (`make quarto`)."""


def lees(naam):
    return (WORTEL / naam).read_text("utf-8")


@pytest.fixture(scope="module")
def gevraagd():
    """{name: version} of requirements.in."""
    regels = (regel.split("#")[0].strip() for regel in lees("requirements.in").splitlines())
    return dict(regel.split("==") for regel in regels if regel)


@pytest.fixture(scope="module")
def conda():
    """{name: version} of the conda packages, and of those conda has pip install."""
    pakketten, met_pip = {}, {}
    for deel in yaml.safe_load(lees("environment.yml"))["dependencies"]:
        if isinstance(deel, dict):
            met_pip |= dict(regel.split("==") for regel in deel["pip"])
        else:
            naam, _, versie = deel.partition("=")
            pakketten[naam] = versie
    return pakketten, met_pip


@pytest.fixture(scope="module")
def lock():
    """{name: (version, number of hashes)} of requirements.lock."""
    return lees_lock("requirements.lock")


def lees_lock(bestand):
    stukken = re.split(r"^(?=[A-Za-z0-9])", lees(bestand), flags=re.M)[1:]
    uit = {}
    for stuk in stukken:
        naam, versie = re.match(r"([\w.-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", stuk).groups()
        assert naam not in uit, f"{naam} staat twee keer in de lock"
        uit[naam] = versie, len(re.findall(r"--hash=sha256:[0-9a-f]{64}\b", stuk))
    return uit


def test_requirements_in_zet_elk_pakket_exact_vast(gevraagd):
    assert len(gevraagd) > 15
    for versie in gevraagd.values():
        assert re.fullmatch(r"\d+(\.\d+)+", versie)


def test_conda_en_pip_hebben_dezelfde_pakketten_in_dezelfde_versie(gevraagd, conda):
    pakketten, met_pip = conda
    van_conda = {
        CONDA_NAAST_PYPI.get(naam, naam): versie
        for naam, versie in pakketten.items()
        if naam not in ALLEEN_CONDA
    }
    assert not van_conda.keys() & met_pip.keys()
    assert van_conda | met_pip == gevraagd
    assert pakketten.keys() >= ALLEEN_CONDA


def test_de_lock_heeft_elk_gevraagd_pakket_in_de_gevraagde_versie(gevraagd, lock):
    zonder_extra = {naam.split("[")[0]: versie for naam, versie in gevraagd.items()}
    assert {naam: lock[naam][0] for naam in zonder_extra} == zonder_extra
    assert len(lock) > len(gevraagd)  # and what those need


def test_elk_pakket_in_de_lock_heeft_hashes(lock):
    assert [naam for naam, (_, hashes) in lock.items() if not hashes] == []


def test_de_lock_noemt_geen_pakketserver():
    tekst = lees("requirements.lock")
    assert "://" not in tekst
    regels = [regel for regel in tekst.splitlines() if not regel.lstrip().startswith("#")]
    assert [regel for regel in regels if re.search(r"-url|find-links|-host| @ ", regel)] == []
    assert {regel[0] for regel in regels if regel.startswith("-")} == set()  # no options at all


def test_de_stekker_voor_slurm_verandert_niets_aan_de_omgeving(lock):
    """What `make slurm` adds, in the versions of requirements.lock where they share a package."""
    slurm = lees_lock("requirements-slurm.lock")
    gevraagd = re.findall(r"^([\w-]+)==(\S+)$", lees("requirements-slurm.in"), re.M)
    assert [(naam, slurm[naam][0]) for naam, _ in gevraagd] == gevraagd != []
    gedeeld = slurm.keys() & lock.keys()
    assert {naam: slurm[naam] for naam in gedeeld} == {naam: lock[naam] for naam in gedeeld}
    assert [naam for naam, (_, hashes) in slurm.items() if not hashes] == []
    assert "://" not in lees("requirements-slurm.lock")


def test_alle_bestanden_gaan_uit_van_dezelfde_python(conda):
    eis = tomllib.loads(lees("pyproject.toml"))["project"]["requires-python"]
    laagst = re.fullmatch(r">=(\d+\.\d+),<(\d+\.\d+)", eis)[1]
    assert re.search(r"--python-version (\S+)", lees("requirements.lock"))[1] == laagst
    assert conda[0]["python"] == laagst
    ruff = tomllib.loads(lees("pyproject.toml"))["tool"]["ruff"]["target-version"]
    assert ruff == f"py{laagst.replace('.', '')}"
    assert f"not ({laagst.replace('.', ', ')}) <= sys.version_info" in lees("Makefile")


def test_quarto_van_conda_is_die_van_make_quarto(conda):
    pip_versie = re.search(r"^QUARTO_CLI := quarto-cli==(\S+)$", lees("Makefile"), re.M)[1]
    assert pip_versie.split(".")[:2] == conda[0]["quarto"].split(".")[:2]
