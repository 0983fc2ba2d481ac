"""Where the source files of an edition are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from leefbaarheid.basis.buren import wat_er_wel_is
from leefbaarheid.basis.fouten import InvoerFout


def _bronbestand(map_: Path, naam: str, bron: Mapping[str, Any]) -> str:
    """Return the path of a source file that is there."""
    pad = map_ / bron["gemeenten" if naam == "grenzen" else "bestand"]
    if not pad.is_file():
        ophalen = f" Het bestand is te krijgen via: {bron['ophalen']}" if "ophalen" in bron else ""
        raise InvoerFout(
            "dit bronbestand is er niet",
            bestand=pad,
            remedie=f"{wat_er_wel_is(pad)} Zet het bestand in bronnen_map of wijs die map aan met "
            f"--config bronnen_map=<map>.{ophalen}".strip(),
        )
    return str(pad)


def _wijkanalyses(map_: Path) -> list[str]:
    """Return the files in the folder of the wijkanalyses, sorted, without hidden ones."""
    if not map_.is_dir():
        raise InvoerFout(
            "de map met wijkanalyses is er niet",
            bestand=map_,
            remedie=f"{wat_er_wel_is(map_ / 'x')} Maak de map of haal bronnen.wijkanalyses uit de "
            "configuratie.".strip(),
        )
    return sorted(
        str(pad)
        for pad in map_.rglob("*")
        if pad.is_file() and not pad.name.startswith((".", "~$"))
    )


def zoek_bronnen(editie: Mapping[str, Any]) -> dict[str, Any]:
    """Return where the source files of an edition are; only names are looked at, nothing is read.

    Returns:
        `leefbaarometer`, `context`, `codeboek`, and where configured `selectielijst`, `grenzen`:
        a path; `wijkanalyses_map`: a folder; `wijkanalyses`: all files in it, sorted.

    Raises:
        InvoerFout: a file or folder is not there; the message names the official download.
    """
    map_, bronnen = Path(editie["bronnen_map"]), editie["bronnen"]
    paden: dict[str, Any] = {
        naam: _bronbestand(map_, naam, bron)
        for naam, bron in bronnen.items()
        if naam != "wijkanalyses"
    }
    if "wijkanalyses" in bronnen:
        analyses = map_ / bronnen["wijkanalyses"]["map"]
        paden["wijkanalyses"] = _wijkanalyses(analyses)
        paden["wijkanalyses_map"] = str(analyses)
    return paden
