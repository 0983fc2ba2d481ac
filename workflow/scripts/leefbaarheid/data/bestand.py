"""Is a source file there, and is it the file the edition expects?"""

from __future__ import annotations

import os
from pathlib import Path

from leefbaarheid.basis.buren import wat_er_wel_is
from leefbaarheid.basis.controlesom import sha256 as sha256_van
from leefbaarheid.basis.fouten import InvoerFout


def controleer_bestand(
    pad: str | Path, ophalen: str | None = None, sha256: str | None = None
) -> Path:
    """Return `pad` if the source file is there, is not empty and has the expected checksum.

    Args:
        pad: the source file.
        ophalen: where it comes from, as the config says it: an address, or a command.
        sha256: the expected checksum (64 hex digits), or None for no check.

    Raises:
        InvoerFout: missing, empty, or another checksum than the config states.
    """
    pad = Path(pad)
    if not pad.is_file():
        raise InvoerFout(
            "het bestand ontbreekt" if not pad.exists() else "dit is geen bestand",
            bestand=pad,
            remedie=f"{wat_er_wel_is(pad)} {_ophaalzin(pad, ophalen)}".strip(),
        )
    if pad.stat().st_size == 0:
        raise InvoerFout(
            "het bestand is leeg (0 bytes)", bestand=pad, remedie=_ophaalzin(pad, ophalen)
        )
    if not os.access(pad, os.R_OK):
        raise InvoerFout(
            "dit bestand mag niet gelezen worden",
            bestand=pad,
            remedie="Geef uzelf leesrechten op het bestand.",
        )
    if sha256:
        werkelijk = sha256_van(pad)
        if werkelijk != sha256.strip().lower():
            raise InvoerFout(
                "het bestand is niet het bestand dat de config verwacht: sha256 is "
                f"{werkelijk}, verwacht {sha256}",
                bestand=pad,
                remedie=f"{_ophaalzin(pad, ophalen)} Is het bestand bewust vervangen, zet dan de "
                "nieuwe sha256 in de config; is het een bron uit het register, dan doet "
                "`make bronnen EDITIE=<configuratie> AANVAARD=1` dat.",
            )
    return pad


def _ophaalzin(pad: Path, ophalen: str | None) -> str:
    """Say how to get the file: download, command, or where to put it."""
    if not ophalen:
        return (
            f"Zet '{pad.name}' in de map '{pad.parent}', of pas `bronnen_map` of `bronnen` in de "
            "config aan."
        )
    if ophalen.startswith(("http://", "https://")):
        return (
            f"Download {ophalen}, pak het zo nodig uit en zet '{pad.name}' in de map "
            f"'{pad.parent}' (of pas `bronnen_map` in de config aan). Een bron uit het register "
            "haalt `make bronnen EDITIE=<configuratie>` op."
        )
    return f"Haal of maak het met: {ophalen}. Het hoort in de map '{pad.parent}'."
