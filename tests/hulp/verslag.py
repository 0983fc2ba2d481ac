"""What the terminal shows of a test run: a heading per group, and one screen at the end.

The groups go from fast to slow, so that a mistake in a module shows before the whole runs start.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest

GROEPEN = {
    "vleugels": "Toetsen van de vleugels",
    "traag": "Trage toetsen: simulaties, getekende figuren, hele hoofdstukken",
    "hele_run": "Hele runs op een kleine editie",
    "website": "De website in een echte browser",
}
"""Group -> heading, in the order in which they run. All but the first are pytest markers."""

N_TRAAGST = 10
MINSTENS = 20
"""Seconds of tests from which a summary says something."""


def groep(keywords: Iterable[str]) -> str:
    """Return the group of a test from its markers."""
    return next((naam for naam in reversed(GROEPEN) if naam in keywords), "vleugels")


def op_snelheid(items: list[pytest.Item]) -> list[pytest.Item]:
    """Return tests with those of the fastest group first; a file stays together."""
    volgorde = list(GROEPEN)
    rang: dict[object, int] = {}
    for item in items:
        eigen = volgorde.index(groep(item.keywords))
        rang[item.path] = max(eigen, rang.get(item.path, 0))
    return sorted(items, key=lambda item: rang[item.path])


def wat(nodeid: str) -> str:
    """Return the part of the project a test is about: its folder in tests/."""
    delen = nodeid.split("/")
    return delen[1] if len(delen) > 2 else "overig"


class Verslag:
    """Collect the reports of a run; print headings while it goes on and a summary at the end."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.bezig = -1
        self.duur: Counter[str] = Counter()  # per test, set-up included
        self.groep: dict[str, str] = {}  # per test
        self.overgeslagen: Counter[str] = Counter()  # per reason

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count a report, and print the heading when it is the first of its group."""
        self.duur[report.nodeid] += report.duration
        self.groep[report.nodeid] = groep(report.keywords)
        if report.skipped and isinstance(report.longrepr, tuple):
            self.overgeslagen[report.longrepr[2].removeprefix("Skipped: ")] += 1
        # two processes: tests of the group before may still come in under the next heading
        rang = list(GROEPEN).index(self.groep[report.nodeid])
        if rang > self.bezig:
            self.bezig = rang
            self._kop(GROEPEN[self.groep[report.nodeid]])

    def _kop(self, tekst: str) -> None:
        schrijver = self.config.pluginmanager.get_plugin("terminalreporter")
        if schrijver:
            schrijver.line("")  # ends the line of dots, which the terminal does not know about
            schrijver.section(tekst, sep="─", bold=True)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Print seconds per part of the project, the slowest tests, and what was not tested."""
        if sum(self.duur.values()) > MINSTENS:
            terminalreporter.section("Samenvatting", sep="─", bold=True)
            for regel in samenvatting(self.duur, self.groep):
                terminalreporter.write_line(regel)
        for reden, aantal in self.overgeslagen.most_common():
            terminalreporter.write_line(f"Overgeslagen: {aantal} toetsen, {reden}")


def samenvatting(duur: Counter[str], groepen: dict[str, str]) -> list[str]:
    """Return the lines of the summary: per group its parts, and the slowest tests.

    Args:
        duur: seconds per test (node id), summed over the processes that ran side by side.
        groepen: group per test.
    """
    regels = []
    for naam, kop in GROEPEN.items():
        eigen = [test for test in duur if groepen[test] == naam]
        if not eigen:
            continue
        som = sum(duur[test] for test in eigen)
        regels.append(f"{kop}: {len(eigen)} toetsen, {som:.0f} s")
        per_deel: Counter[str] = Counter()
        for test in eigen:
            per_deel[wat(test)] += duur[test]
        delen = [f"{deel} {seconden:.0f}" for deel, seconden in per_deel.most_common()]
        regels.append(f"  {', '.join(delen)}")
    regels.append(f"De {N_TRAAGST} langste (seconden):")
    regels += [f"  {seconden:5.1f}  {test}" for test, seconden in duur.most_common(N_TRAAGST)]
    return regels
