"""Draw figures into a folder, with their notes in figuren.json."""

from __future__ import annotations

import multiprocessing
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from leefbaarheid.basis.schrijven import schrijf_json
from leefbaarheid.figuren.delen.blad import bewaar
from leefbaarheid.figuren.delen.toelichting import Beeld

Maker = Callable[[], Beeld | None]
"""Draws one figure, or gives None where the tables hold nothing to draw."""


def schrijf_figuren(makers: Mapping[str, Maker], doel: str | Path, processen: int = 1) -> int:
    """Write a folder with an SVG per figure and their notes in figuren.json; return how many.

    figuren.json is {name: {bestand, titel, alt, bron, peiljaar, n, boodschap}}. The folder holds
    these figures and no others, and takes the place of `doel` only when it is complete.

    Args:
        makers: per name what draws the figure, or gives None.
        doel: the folder.
        processen: how many figures are drawn at once; one where processes cannot be forked.
    """
    global _MAKERS
    with _figuurmap(doel) as half:
        _MAKERS = makers
        taken = [(naam, half / f"{naam}.svg") for naam in makers]
        if processen > 1 and "fork" in multiprocessing.get_all_start_methods():
            # a forked process has the data and the imports already; only the notes come back
            with multiprocessing.get_context("fork").Pool(processen) as pool:
                gemaakt = pool.starmap(_teken_een, taken, chunksize=1)
        else:
            gemaakt = [_teken_een(*taak) for taak in taken]
        noten = {naam: noot for naam, noot in zip(makers, gemaakt, strict=True) if noot}
        schrijf_json(noten, half / "figuren.json")
    return len(noten)


_MAKERS: Mapping[str, Maker] = {}
"""What the forked processes draw; functions with data in them do not travel between processes."""


def _teken_een(naam: str, pad: Path) -> dict[str, str] | None:
    beeld = _MAKERS[naam]()
    if beeld is None:
        return None
    fig, toelichting = beeld
    bewaar(fig, pad)
    return toelichting.met_merk(fig).met_bestand(pad.name)


@contextmanager
def _figuurmap(doel: str | Path) -> Iterator[Path]:
    """Yield a folder to draw in; it takes the place of `doel` only when the block succeeds."""
    doel = Path(doel)
    half = doel.with_name(f".{doel.name}.half")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(parents=True)
    try:
        yield half
        shutil.rmtree(doel, ignore_errors=True)
        half.replace(doel)
    finally:
        shutil.rmtree(half, ignore_errors=True)
