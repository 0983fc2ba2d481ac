"""What a step made is kept, and put back when everything it rests on is byte for byte the same.

Snakemake runs a step as soon as an earlier one ran, also when that made the same bytes as before.
After an edit in one wijkanalyse that is most of the work: the profile figures rest on numbers, and
the portretten on a title and a summary. See docs/besluiten/0146.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from leefbaarheid.basis.controlesom import sha256
from leefbaarheid.basis.pakketten import versies

Inhoud = TypeVar("Inhoud")

VOORRAAD = ".voorraad"
"""Folder in the results of an edition; `make clean` removes it with the rest."""
_BRIEFJE = "briefje.json"
_TIJDSTEMPEL = ".snakemake_timestamp"


def vingerafdruk(invoer: Iterable[str | Path], instellingen: Mapping[str, Any]) -> str:
    """Return one checksum of all a step rests on.

    Args:
        invoer: its files and folders, with the files of its code.
        instellingen: its parameters; what JSON cannot hold counts as its `repr`.
    """
    alles = {
        "invoer": {str(pad): _som(Path(pad)) for pad in invoer},
        "instellingen": instellingen,
        "versies": versies(),
    }
    # the order of settings shows on a page, so it counts
    tekst = json.dumps(alles, ensure_ascii=False, default=repr)
    return hashlib.sha256(tekst.encode()).hexdigest()


@contextmanager
def hergebruik(snakemake: Any) -> Iterator[bool]:
    """Yield whether the step has work to do; if not, what it made before stands there again.

    What is put back was made by the same code, from the same bytes, with the same versions, and is
    itself unchanged since; else the step is done and its result kept for the next time.
    """
    plank = plank_van(snakemake)
    invoer, uitvoer = list(map(str, snakemake.input)), list(map(Path, snakemake.output))
    som = vingerafdruk(invoer, dict(snakemake.params.items()))
    if _zet_terug(plank, som, uitvoer):
        print("alles waar deze stap op rust is gelijk aan de vorige keer; het resultaat ook")
        yield False
        return
    yield True
    _bewaar(plank, som, uitvoer)


def plank_van(snakemake: Any) -> Path:
    """Return the folder where a job of a rule keeps what it made."""
    logboek = Path(snakemake.log[0])
    return logboek.parents[1] / VOORRAAD / logboek.stem


def onthoud(plank: Path, som: str, maak: Callable[[], Inhoud]) -> Inhoud:
    """Return what `maak` gives, as JSON holds it; made before from the same, it is not made again.

    Args:
        plank: file to keep it in; half written or changed by hand, it is not used.
        som: checksum of all that it rests on.
        maak: makes it; what it raises is not kept.
    """
    try:
        bewaard = json.loads(plank.read_text("utf-8"))
        if bewaard["vingerafdruk"] == som and bewaard["som"] == _som_van(bewaard["inhoud"]):
            inhoud: Inhoud = bewaard["inhoud"]
            return inhoud
    except (OSError, ValueError, KeyError, TypeError):
        pass  # nothing was kept, or not whole
    inhoud = json.loads(json.dumps(maak()))
    plank.parent.mkdir(parents=True, exist_ok=True)
    briefje = {"vingerafdruk": som, "som": _som_van(inhoud), "inhoud": inhoud}
    plank.write_text(json.dumps(briefje), encoding="utf-8")
    return inhoud


def _som_van(inhoud: Any) -> str:
    return hashlib.sha256(json.dumps(inhoud).encode()).hexdigest()


def _zet_terug(plank: Path, som: str, uitvoer: Sequence[Path]) -> bool:
    """Put back what was kept, if it was made from the same and is still what it was."""
    try:
        briefje = json.loads((plank / _BRIEFJE).read_text("utf-8"))
    except (OSError, ValueError):
        return False  # nothing was kept, or a run was killed while it kept it
    bewaard = [plank / str(nummer) for nummer in range(len(uitvoer))]
    if briefje != {"vingerafdruk": som, "uitvoer": [_som(pad) for pad in bewaard]}:
        return False
    for pad, doel in zip(bewaard, uitvoer, strict=True):
        _kopieer(pad, doel)
    return True


def _bewaar(plank: Path, som: str, uitvoer: Sequence[Path]) -> None:
    """Keep what was made in the place of what was kept; the note comes last."""
    shutil.rmtree(plank, ignore_errors=True)
    plank.mkdir(parents=True)
    for nummer, pad in enumerate(uitvoer):
        _kopieer(pad, plank / str(nummer))
    briefje = {"vingerafdruk": som, "uitvoer": [_som(pad) for pad in uitvoer]}
    (plank / _BRIEFJE).write_text(json.dumps(briefje), encoding="utf-8")


def _kopieer(van: Path, naar: Path) -> None:
    """Copy a file, or a folder in the place of what was there."""
    if van.is_dir():
        shutil.rmtree(naar, ignore_errors=True)
        shutil.copytree(van, naar, ignore=shutil.ignore_patterns(_TIJDSTEMPEL))
    else:
        shutil.copyfile(van, naar)


def _som(pad: Path) -> str | dict[str, str] | None:
    """Return the checksum of a file, of every file in a folder, or None for what is not there."""
    if pad.is_dir():
        return {deel.relative_to(pad).as_posix(): sha256(deel) for deel in _bestanden(pad)}
    return sha256(pad) if pad.is_file() else None


def _bestanden(map_: Path) -> list[Path]:
    """Return the files in a folder and below, but for what Snakemake puts there itself."""
    return sorted(pad for pad in map_.rglob("*") if pad.is_file() and pad.name != _TIJDSTEMPEL)
