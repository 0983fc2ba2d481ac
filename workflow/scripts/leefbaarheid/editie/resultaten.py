"""The results of an edition that was made before, for the commands that read them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from leefbaarheid.basis.fouten import InvoerFout


def lees_manifest(uit: Path, *ook: str) -> dict[str, Any]:
    """Return the manifest of a finished edition.

    Args:
        uit: results/<editie>.
        ook: other files, below that folder, that must be there.

    Raises:
        InvoerFout: there is no finished edition there.
    """
    manifest = uit / "manifest.json"
    if not all(pad.is_file() for pad in (manifest, *map(uit.joinpath, ook))):
        raise InvoerFout(
            "hier staan geen resultaten van een editie",
            bestand=uit,
            remedie="Maak de editie eerst: make rapport EDITIE=<configuratie>.",
        )
    inhoud: dict[str, Any] = json.loads(manifest.read_text("utf-8"))
    return inhoud
