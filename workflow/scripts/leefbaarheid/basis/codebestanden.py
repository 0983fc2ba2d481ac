"""Which files of the library a script uses, found from its imports.

Snakemake does not see edits in imported modules, so every rule has its code as input. The imports
are read from the source text: parsing it takes thirty times as long, and this runs for every job.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

PAKKET = "leefbaarheid"
_IMPORT = re.compile(
    rf"^[ \t]*(?:from[ \t]+({PAKKET}[\w.]*)[ \t]+import[ \t]+(\([^)]*\)|[^\n]+)"
    rf"|import[ \t]+({PAKKET}[\w.]+))",
    re.M,
)


def _namen(bron: str) -> set[str]:
    """Return the dotted names a source text imports from the library, also within functions."""
    gevonden: set[str] = set()
    for uit, namen, heel in _IMPORT.findall(bron):
        if heel:
            gevonden.add(heel)
            continue
        kaal = re.sub(r"#[^\n]*|[()]", "", namen)
        gevonden.add(uit)
        gevonden |= {f"{uit}.{deel.split()[0]}" for deel in kaal.split(",") if deel.strip()}
    return gevonden


@cache
def _directe(bestand: Path, scripts: Path) -> frozenset[Path]:
    """Return the modules a file imports itself; a name that is no module is skipped."""
    paden = (
        (scripts / naam.replace(".", "/")).with_suffix(".py")
        for naam in _namen(bestand.read_text(encoding="utf-8"))
    )
    return frozenset(pad for pad in paden if pad.is_file())


def codebestanden(script: Path, scripts: Path | None = None) -> list[Path]:
    """Return a script and every library module it needs, through other modules too, sorted.

    Args:
        script: a script, or a module of the library.
        scripts: the folder that holds the library; that of the script when not given.
    """
    klaar = {script}
    open_ = [script]
    while open_:
        nieuw = _directe(open_.pop(), scripts or script.parent) - klaar
        klaar |= nieuw
        open_ += nieuw
    return sorted(klaar)
