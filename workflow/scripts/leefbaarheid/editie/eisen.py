"""What one key of an edition has to meet given the others."""

from __future__ import annotations

from typing import NamedTuple


class Eis(NamedTuple):
    """What one key has to meet given the others.

    Attributes:
        voldaan: whether it does.
        wat: what is wrong if not, in Dutch.
        sleutel: the key, dotted.
        waarde: its value.
        remedie: what to do about it, in Dutch.
    """

    voldaan: bool
    wat: str
    sleutel: str
    waarde: object
    remedie: str
