"""The checksum by which a file is known, in the register, a manifest and a publication."""

from __future__ import annotations

import hashlib
from pathlib import Path


def sha256(pad: str | Path) -> str:
    """Return the SHA-256 of a file as hex (64 digits)."""
    with Path(pad).open("rb") as stroom:
        return hashlib.file_digest(stroom, "sha256").hexdigest()
