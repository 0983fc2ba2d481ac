"""When a factor was measured with respect to a window, and the mark of one that came after it."""

from __future__ import annotations

import re

from leefbaarheid.basis.tabelwaarden import Meting

NA_MERK = "†"
"""Behind the peiljaar in the label of a factor that was measured after the main window."""
MERK_UITLEG = f"{NA_MERK}: gemeten na de hoofdperiode, in het genoemde jaar."
"""What the mark means: under every table and figure that shows it."""
VOOR_MERK = "‡"
"""Behind an estimate of a window that ends before the factor was measured."""
VOOR_UITLEG = f"{VOOR_MERK}: de periode ligt vóór de meting van de factor."
UITLEG = {NA_MERK: MERK_UITLEG, VOOR_MERK: VOOR_UITLEG}
"""Mark -> what it means."""
_GEMERKT = re.compile(rf"^(?P<label>.*) \((?P<peiljaar>[^()]*){NA_MERK}\)$", re.DOTALL)


def tijdstip_meting(peiljaar: object, van: int, tot: int) -> Meting:
    """Say when a factor was measured with respect to the window.

    `VOOR` includes the first year of the window, `NA` the last. `peiljaar` is a year or a period
    ("2009-2014"), as in the codeboek.
    """
    jaren = [int(j) for j in re.findall(r"(?:19|20)\d{2}", str(peiljaar))]
    if not jaren:
        return Meting.ONBEKEND
    if max(jaren) <= van:
        return Meting.VOOR
    return Meting.NA if min(jaren) >= tot else Meting.TIJDENS


def met_merk(label: str, peiljaar: object) -> str:
    """Return a label with its peiljaar and the mark: "Koopwoningen (2017†)"."""
    return f"{label} ({peiljaar}{NA_MERK})"


def zonder_merk(label: str) -> tuple[str, str]:
    """Return a label without the mark, and the peiljaar of that mark; "" where there is none."""
    gemerkt = _GEMERKT.match(label)
    return (gemerkt["label"], gemerkt["peiljaar"]) if gemerkt else (label, "")
