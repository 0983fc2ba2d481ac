"""The Dutch of every reason code, whichever wing gave it."""

from __future__ import annotations

from leefbaarheid.basis.redenen.code import los
from leefbaarheid.tekst.redenen import analyse, data, opbouw, toetsen, verandering, wijkanalyses
from leefbaarheid.tekst.redenen.woorden import verwoord

WOORDEN = {
    **opbouw.WOORDEN,
    **data.WOORDEN,
    **analyse.WOORDEN,
    **toetsen.WOORDEN,
    **wijkanalyses.WOORDEN,
    **verandering.WOORDEN,
}


def redentekst(cel: str | None) -> str:
    """Return the phrase of a cell with a reason code; an empty cell gives "".

    Raises:
        KeyError: there are no words for this code.
    """
    if not cel:
        return ""
    return verwoord(cel, WOORDEN)


def redenteksten(cel: str | None) -> list[str]:
    """Return the phrases of a cell with several reason codes, in their order.

    Raises:
        KeyError: there are no words for one of them.
    """
    return [redentekst(code) for code in los(cel)]
