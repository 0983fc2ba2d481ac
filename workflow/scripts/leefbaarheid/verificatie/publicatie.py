"""A publication as a reviewer has it: a folder of results with its manifest, or the zip."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from leefbaarheid.basis.fouten import InvoerFout

MEESTE_BYTES = 500_000_000
NODIG = ("editie", "config", "versies", "invoer", "code", "uitvoer")
HERKOMST = "Geef het manifest.json of de publicatie.zip van een editie van deze pijplijn."


@dataclass(frozen=True)
class Publicatie:
    """A publication.

    Attributes:
        bron: the manifest or the zip it came from.
        manifest: its content.
        bestanden: name in the manifest (`uitvoer`) to the file, for those that are there.
        compleet: whether every output can be expected: a zip has only what readers get.
    """

    bron: Path
    manifest: Mapping[str, Any]
    bestanden: Mapping[str, Path]
    compleet: bool


def lees_publicatie(bron: Path, werkmap: Path) -> Publicatie:
    """Return the publication of a manifest or a zip.

    Args:
        bron: manifest.json in the folder of an edition's results, or publicatie.zip.
        werkmap: an empty folder for what is in a zip.

    Raises:
        InvoerFout: not there, no manifest, or a zip that is not as we make them.
    """
    if not bron.is_file():
        raise InvoerFout("dit bestand is er niet", bestand=bron, remedie=HERKOMST)
    if bron.suffix.lower() == ".zip":
        return _uit_zip(bron, werkmap)
    manifest = _lees_manifest(bron.read_bytes(), bron)
    map_ = bron.parent
    voor = PurePosixPath("results") / str(manifest["editie"])
    bestanden = {
        naam: map_ / PurePosixPath(naam).relative_to(voor)
        for naam in manifest["uitvoer"]
        if PurePosixPath(naam).is_relative_to(voor)
    }
    er_zijn = {naam: pad for naam, pad in bestanden.items() if pad.is_file()}
    return Publicatie(bron, manifest, er_zijn, compleet=True)


def _lees_manifest(ruw: bytes, bron: Path) -> dict[str, Any]:
    try:
        manifest = json.loads(ruw)
    except ValueError:
        manifest = None
    if not isinstance(manifest, dict) or any(sleutel not in manifest for sleutel in NODIG):
        raise InvoerFout("dit is geen manifest van deze pijplijn", bestand=bron, remedie=HERKOMST)
    return manifest


def _uit_zip(bron: Path, werkmap: Path) -> Publicatie:
    """Unpack what stands in the folder of the edition; a path that leads elsewhere is refused."""
    try:
        with zipfile.ZipFile(bron) as zip_:
            leden = [lid for lid in zip_.infolist() if not lid.is_dir()]
            _eis_veilig(leden, bron)
            zip_.extractall(werkmap)
    except zipfile.BadZipFile:
        raise InvoerFout("dit is geen leesbare zip", bestand=bron, remedie=HERKOMST) from None
    manifesten = sorted(werkmap.glob("*/manifest.json"))
    if len(manifesten) != 1:
        raise InvoerFout("in deze zip zit geen manifest.json", bestand=bron, remedie=HERKOMST)
    manifest = _lees_manifest(manifesten[0].read_bytes(), bron)
    map_, bestanden = manifesten[0].parent, {}
    for naam in manifest["uitvoer"]:
        pad = PurePosixPath(naam)
        # in the zip the PDFs stand beside the folder with the tables
        for plek in (pad.name, f"{pad.parent.name}/{pad.name}"):
            if (map_ / plek).is_file():
                bestanden[naam] = map_ / plek
    return Publicatie(bron, manifest, bestanden, compleet=False)


def _eis_veilig(leden: list[zipfile.ZipInfo], bron: Path) -> None:
    for lid in leden:
        pad = PurePosixPath(lid.filename)
        if pad.is_absolute() or ".." in pad.parts or "\\" in lid.filename:
            raise InvoerFout(
                "een bestand in deze zip wil buiten zijn map",
                bestand=bron,
                waarde=lid.filename,
                remedie=HERKOMST,
            )
    if sum(lid.file_size for lid in leden) > MEESTE_BYTES:
        raise InvoerFout("deze zip is onwaarschijnlijk groot", bestand=bron, remedie=HERKOMST)
