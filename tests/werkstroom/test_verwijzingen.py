"""Documents that point at files point at files that are there."""

from __future__ import annotations

import re

import pytest

from hulp import PAKKET, WORTEL, mini

GEMAAKT = ("results/", "tabellen/", "rapport/", "logs/", "benchmarks/")
"""What a run makes, or what a reader brings."""

UITGANG = re.compile(r"\.(?:py|smk|ya?ml|md|j2|json|toml|lock|in|lua|typ|bib|cff)$")


def documenten():
    paden = [*WORTEL.glob("*.md"), *(WORTEL / "docs").rglob("*.md"), *WORTEL.glob(".github/*.md")]
    return sorted(pad for pad in paden if pad.name != "aannames.md")


def genoemd(tekst: str) -> set[str]:
    """Return the paths between backquotes: those with a known suffix, or a slash at the end."""
    woorden = {woord for stuk in re.findall(r"`([^`\n]+)`", tekst) for woord in stuk.split()}
    kaal = {woord.strip(".,:;()") if not woord.startswith(".") else woord for woord in woorden}
    return {
        woord
        for woord in kaal
        if re.fullmatch(r"[\w./*<>-]+", woord)
        and "<" not in woord
        and "/" in woord
        and (UITGANG.search(woord) or woord.endswith("/"))
        and not woord.startswith(GEMAAKT)
    }


@pytest.mark.parametrize("pad", documenten(), ids=lambda pad: pad.relative_to(WORTEL).as_posix())
def test_genoemde_bestanden_bestaan(pad):
    """From the root of the project, or from the library."""
    weg = [
        naam
        for naam in sorted(genoemd(pad.read_text("utf-8")))
        if not any(list(basis.glob(naam.rstrip("/"))) for basis in (WORTEL, PAKKET))
    ]
    assert weg == []


def test_de_weg_van_een_getal_begint_bij_regels_die_er_staan():
    tekst = (WORTEL / "docs" / "architectuur.md").read_text("utf-8")
    gegeven = re.findall(r"^WK9001AC,.*$", tekst, flags=re.M)
    assert len(gegeven) == 3
    bron = (WORTEL / mini.VOORBEELD / mini.SCORES).read_text("utf-8").splitlines()
    assert set(gegeven) <= set(bron)


@pytest.mark.parametrize("pad", documenten(), ids=lambda pad: pad.relative_to(WORTEL).as_posix())
def test_koppelingen_tussen_documenten_werken(pad):
    doelen = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", pad.read_text("utf-8"))
    assert [doel for doel in doelen if not (pad.parent / doel).exists()] == []
