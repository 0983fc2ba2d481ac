"""Collect the assumptions of the project: every comment that starts with `AANNAME:`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

_BEGIN = re.compile(r"^\s*#\s*AANNAME:\s*(.+)$")
_VERVOLG = re.compile(r"^\s*#\s{3,}(\S.*)$")
_IN_DOCUMENT = re.compile(r"^- (?P<tekst>.+) \((?P<bestanden>`[^`]+`(?:, `[^`]+`)*)\)$")


def verzamel(bestanden: Iterable[Path], wortel: Path) -> list[dict[str, str]]:
    """Return {tekst, bestand} per assumption, in order of file name and line.

    Files go by name, not by folder: a module that moves keeps its place in the list. Of two files
    with one name that with the numbers comes before that with the words. A comment line indented by
    three spaces or more continues the assumption above it.
    """

    def plaats(bestand: Path) -> tuple[tuple[str, ...], str, bool, str]:
        pad = bestand.relative_to(wortel)
        return pad.parts[:2], pad.name, "tekst" in pad.parts, pad.as_posix()

    gevonden: list[dict[str, str]] = []
    for bestand in sorted(bestanden, key=plaats):
        lopend = False
        for regel in bestand.read_text(encoding="utf-8").splitlines():
            if begin := _BEGIN.match(regel):
                naam = bestand.relative_to(wortel).as_posix()
                gevonden.append({"tekst": begin[1].strip(), "bestand": naam})
                lopend = True
            elif lopend and (vervolg := _VERVOLG.match(regel)):
                gevonden[-1]["tekst"] += f" {vervolg[1].strip()}"
            else:
                lopend = False
    for aanname in gevonden:
        aanname["tekst"] = aanname["tekst"][:1].upper() + aanname["tekst"][1:]
    return gevonden


def als_document(aannames: Iterable[dict[str, str]]) -> str:
    """Return docs/aannames.md; a text that stands in several files is listed once, with those."""
    regels: dict[str, dict[str, None]] = {}
    for aanname in aannames:
        regels.setdefault(aanname["tekst"], {})[f"`{aanname['bestand']}`"] = None
    lijst = "\n".join(f"- {tekst} ({', '.join(waar)})" for tekst, waar in regels.items())
    return (
        "# Aannames\n\n"
        "Wat niet in een bron staat, is een aanname. Elke aanname staat als `# AANNAME:` bij de\n"
        "code of de configuratie die haar gebruikt; `make docs` schrijft deze lijst.\n\n"
        f"{lijst}\n"
    )


def lees_document(tekst: str) -> list[dict[str, str]]:
    """Return {tekst, bestand} per assumption of docs/aannames.md and file that makes it."""
    return [
        {"tekst": m["tekst"], "bestand": bestand}
        for regel in tekst.splitlines()
        if (m := _IN_DOCUMENT.match(regel))
        for bestand in m["bestanden"].strip("`").split("`, `")
    ]
