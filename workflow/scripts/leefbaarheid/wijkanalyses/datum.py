"""The date in the header of a wijkanalyse, in the ways that people in the Netherlands write one."""

from __future__ import annotations

import datetime as dt
import re

_MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_AFKORTINGEN = {"mrt": "maart", "sept": "september"} | {naam[:3]: naam for naam in _MAANDEN}

_JAAR_EERST = re.compile(r"(?P<jaar>\d{4})-(?P<maand>\d{1,2})-(?P<dag>\d{1,2})")
_DAG_EERST = re.compile(
    r"(?P<dag>\d{1,2})(?P<streep>[-/.])(?P<maand>\d{1,2})(?P=streep)(?P<jaar>\d{4})"
)
_VOLUIT = re.compile(r"(?P<dag>\d{1,2}) (?P<maand>[a-z]{3,9})\.? (?P<jaar>\d{4})")


def lees_datum(tekst: str) -> str | None:
    """Return a date as ISO text, None when it is none.

    2016-11-30, 30-11-2016, 30/11/2016, 30.11.2016 and 30 november 2016 (or nov.) are read. A
    year of two digits is not, nor a month alone: what it means would be a guess.
    """
    kaal = " ".join(tekst.casefold().replace("\u2011", "-").split())
    gevonden = next(
        (m for vorm in (_JAAR_EERST, _DAG_EERST, _VOLUIT) if (m := vorm.fullmatch(kaal))), None
    )
    if gevonden is None:
        return None
    maand = _AFKORTINGEN.get(gevonden["maand"], gevonden["maand"])
    if not maand.isdigit() and maand not in _MAANDEN:
        return None
    nummer = int(maand) if maand.isdigit() else _MAANDEN.index(maand) + 1
    try:
        return dt.date(int(gevonden["jaar"]), nummer, int(gevonden["dag"])).isoformat()
    except ValueError:
        return None
