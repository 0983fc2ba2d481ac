"""The date in a PDF: that of the edition, so that the same edition gives the same bytes."""

from __future__ import annotations

import datetime as dt


def tijdstip_van(datum: str) -> int:
    """Return the start of an ISO date in UTC, in seconds since 1970."""
    return int(dt.datetime.fromisoformat(datum).replace(tzinfo=dt.UTC).timestamp())
