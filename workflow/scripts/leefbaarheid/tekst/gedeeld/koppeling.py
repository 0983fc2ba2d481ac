"""How each wijkanalyse stands to the numbers, in words."""

from __future__ import annotations

from leefbaarheid.tekst.redenen.wijkanalyses import WOORDEN
from leefbaarheid.tekst.redenen.woorden import verwoord


def zin(cel: str) -> str:
    """Return the sentence of a cell reden, opmerking or bespreking of the table `wijkanalyses`.

    Raises:
        KeyError: the cell has no `KoppelReden`.
    """
    return verwoord(cel, WOORDEN)
