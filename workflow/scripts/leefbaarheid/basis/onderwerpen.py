"""The subjects that assumptions are grouped by, in the order a reader meets them."""

from __future__ import annotations

TECHNIEK = "techniek"
"""Subject of what bears on the software alone: in docs/aannames.md, and in no document."""
ONDERWERPEN = {
    "gegevens": "Gegevens",
    "selectie": "Selectie",
    "score": "Score, klassen en clusters",
    "modellen": "Modellen en hun controles",
    "wijkanalyses": "Wijkanalyses",
    "uitspraken": "De uitspraken van 2017 in getallen",
    "voorbeeld": "Voorbeelddata",
    TECHNIEK: "Techniek",
}
"""Name in an assumption -> heading."""
