"""A file that is not there: which file in its folder is probably meant."""

from __future__ import annotations

import difflib
import re
import unicodedata
from pathlib import Path

_MEER = 5
_KOPIE = re.compile(r"\s*\(\d+\)$|\s*-\s*kopie$|\s*copy$", re.I)


def wat_er_wel_is(pad: str | Path) -> str:
    """Say which file or folder near `pad` has a name like it; "" when nothing is near.

    Looks in the folder and one level deeper; when the folder itself is not there, for a folder
    with a name like it. Names that differ in capitals, accents, spaces, extension or a "(1)" of a
    second download are near.
    """
    pad = Path(pad)
    if not pad.parent.is_dir():
        buren = _dichtbij(pad.parent.name, _namen(pad.parent.parent, mappen=True))
        return f"Er is wel een map {_lijst(buren)}." if buren else ""
    if buren := _dichtbij(pad.name, _namen(pad.parent)):
        return f"In de map staat wel {_lijst(buren)}: pas de naam aan, of `bronnen` in de config."
    dieper = [kind for map_ in _kinderen(pad.parent) if map_.is_dir() for kind in _kinderen(map_)]
    if diep := [p for p in dieper if p.is_file() and _gelijk(p.name) == _gelijk(pad.name)]:
        return f"Het staat wel in een map eronder: '{diep[0].relative_to(pad.parent)}'."
    return ""


def _kinderen(map_: Path) -> list[Path]:
    """Return what is in a folder, without what is hidden; nothing where it cannot be read."""
    try:
        return sorted(p for p in map_.iterdir() if not p.name.startswith((".", "~$")))
    except OSError:
        return []


def _namen(map_: Path, *, mappen: bool = False) -> list[str]:
    return [p.name for p in _kinderen(map_) if p.is_dir() == mappen]


def _gelijk(naam: str) -> str:
    """Return a name without what people do not see: capitals, accents, spaces, signs."""
    plat = unicodedata.normalize("NFKD", naam)
    return re.sub(r"[^a-z0-9.]", "", plat.lower())


def _stam(naam: str) -> str:
    """Return the name without extensions and the mark of a second copy."""
    stam = re.sub(r"(?:\.[A-Za-z]\w{1,4})+$", "", naam)
    return _gelijk(_KOPIE.sub("", stam))


def _dichtbij(naam: str, namen: list[str]) -> list[str]:
    """Return the names that are near, the nearest first."""
    zelfde = [n for n in namen if _gelijk(n) == _gelijk(naam) or _stam(n) == _stam(naam)]
    if zelfde:
        return zelfde[:_MEER]
    plat = {_gelijk(n): n for n in namen}
    return [plat[n] for n in difflib.get_close_matches(_gelijk(naam), plat, n=3, cutoff=0.6)]


def _lijst(namen: list[str]) -> str:
    return " of ".join(f"'{naam}'" for naam in namen)
