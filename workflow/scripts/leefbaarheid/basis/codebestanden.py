"""Which files of the library a script uses, found from its imports.

Snakemake does not see edits in imported modules, so every rule has its code as input. The imports
are read from the source text: parsing it takes thirty times as long, and this runs for every job.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

PAKKET = "leefbaarheid"
_IMPORT = re.compile(
    rf"^[ \t]*(?:from[ \t]+({PAKKET}[\w.]*)[ \t]+import[ \t]+(\([^)]*\)|[^\n]+)"
    rf"|import[ \t]+({PAKKET}[\w.]+))",
    re.M,
)


def _namen(bron: str) -> tuple[set[str], set[str]]:
    """Return what a source text imports from the library, also within functions.

    Returns:
        Dotted names of modules it imports from, and dotted names it imports: modules, folders of
        modules, or things within a module.
    """
    uit_module: set[str] = set()
    gevonden: set[str] = set()
    for uit, namen, heel in _IMPORT.findall(bron):
        if heel:
            gevonden.add(heel)
            continue
        kaal = re.sub(r"#[^\n]*|[()]", "", namen)
        uit_module.add(uit)
        gevonden |= {f"{uit}.{deel.split()[0]}" for deel in kaal.split(",") if deel.strip()}
    return uit_module, gevonden


class Modules(NamedTuple):
    """The modules of the library by dotted name, and those in each folder."""

    een: Mapping[str, Path]
    in_map: Mapping[str, frozenset[Path]]


@cache
def _modules(scripts: Path) -> Modules:
    """List the library once: asking of every imported name whether it is a file takes long."""
    een = {
        ".".join(pad.relative_to(scripts).with_suffix("").parts): pad
        for pad in (scripts / PAKKET).rglob("*.py")
        if pad.name != "__init__.py"
    }
    in_map: dict[str, frozenset[Path]] = {}
    for naam, pad in een.items():
        map_ = naam.rpartition(".")[0]
        in_map[map_] = in_map.get(map_, frozenset()) | {pad}
    return Modules(een, in_map)


@cache
def _directe(bestand: Path, scripts: Path) -> frozenset[Path]:
    """Return the modules a file imports itself; a name that is no module is skipped.

    A folder that is imported by its name counts with every module in it: who imports it looks its
    modules up by name when it runs.
    """
    heel, delen = _namen(bestand.read_text(encoding="utf-8"))
    modules = _modules(scripts)
    gevonden = frozenset(modules.een[naam] for naam in heel | delen if naam in modules.een)
    return gevonden.union(*(modules.in_map.get(naam, ()) for naam in delen))


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
