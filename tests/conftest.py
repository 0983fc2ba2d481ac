"""What tests share."""

from __future__ import annotations

import os
from pathlib import Path

# tests run side by side; Snakemake gives its jobs one thread each in the same way
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import pytest
from hypothesis import HealthCheck, settings

from hulp.echte_data import zoek_echte_data
from hulp.verslag import Verslag, op_snelheid

# the same examples in every run, none kept on disk, and no clock
settings.register_profile(
    "vast",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("vast")

WORTEL = Path(__file__).resolve().parents[1]
MERKEN = {"integration": "hele_run", "website": "website"}
"""Folder in tests/ -> the mark of all tests in it."""


def pytest_configure(config: pytest.Config) -> None:
    """Show headings and a summary; the processes that pytest-xdist starts have no terminal."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Verslag(config), "verslag")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the whole runs and the tests in a browser, and let the fast tests go first."""
    for item in items:
        for map_, merk in MERKEN.items():
            if item.path.is_relative_to(WORTEL / "tests" / map_):
                item.add_marker(merk)
    items[:] = op_snelheid(items)


@pytest.fixture(scope="session")
def echte_data() -> Path:
    """The folder with the real open data; the test is skipped where it is not at hand."""
    map_ = zoek_echte_data()
    if map_ is None:
        pytest.skip(
            "de echte Leefbaarometer staat niet klaar: zet LEEFBAARHEID_DATA op de map ermee"
        )
    return map_
