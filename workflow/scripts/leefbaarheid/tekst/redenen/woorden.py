"""From a cell with a reason code to a Dutch phrase."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from leefbaarheid.basis.gebied import met_woorden
from leefbaarheid.basis.redenen.code import Code, ontleed

Woorden = Mapping[Code, str | Callable[..., str]]
"""Per code a phrase in which `{field}` and `[[gebied]]` (`met_woorden`) are filled in, or a
function of the fields (all text)."""


def verwoord(cel: str, woorden: Woorden) -> str:
    """Return the phrase of a cell.

    Raises:
        KeyError: there are no words for this code.
    """
    code, velden = ontleed(cel)
    per_code = {str(lid): tekst for lid, tekst in woorden.items()}
    tekst = per_code[code]
    return tekst(**velden) if callable(tekst) else met_woorden(tekst).format_map(velden)
