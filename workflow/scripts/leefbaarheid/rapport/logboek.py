"""The dated log of analysis decisions, docs/besluiten.md: one table, read strictly."""

from __future__ import annotations

import datetime as dt

from leefbaarheid.basis.fouten import InvoerFout

BESTAND = "docs/besluiten.md"
KOPPEN = ("Datum", "Editie", "Keuze", "Uitkomsten bekend", "Waarom")
VELDEN = ("datum", "editie", "keuze", "bekend", "waarom")
BEKEND = JA, NEE, ONBEKEND = ("ja", "nee", "niet na te gaan")
"""Whether the outcomes that a choice decides had been seen when it was made."""


def lees_logboek(tekst: str, bestand: str = BESTAND) -> list[dict[str, str]]:
    """Return the decisions of the log by `VELDEN`, in their order.

    Args:
        tekst: the document; its only table has the heads `KOPPEN`.
        bestand: its name, for the message.

    Raises:
        InvoerFout: no such table; a row with another number of cells, an empty cell, a date that
            does not exist or comes before the row above it, or another word than `BEKEND`.
    """
    genummerd = [
        (nummer, [cel.strip() for cel in regel.strip().strip("|").split("|")])
        for nummer, regel in enumerate(tekst.splitlines(), start=1)
        if regel.startswith("|")
    ]
    if len(genummerd) < 3 or tuple(genummerd[0][1]) != KOPPEN:
        raise InvoerFout(
            "de tabel van het logboek ontbreekt of heeft andere koppen",
            bestand=bestand,
            remedie=f"Begin de tabel met de koppen {', '.join(KOPPEN)} en geef haar een rij.",
        )
    uit: list[dict[str, str]] = []
    for nummer, cellen in genummerd[2:]:
        vorige = uit[-1]["datum"] if uit else ""
        wat, waarde = _bezwaar(cellen, vorige)
        if wat:
            raise InvoerFout(
                wat,
                bestand=bestand,
                regel=nummer,
                waarde=waarde,
                remedie=f"Schrijf een datum als 2026-11-26, de oudste eerst, en bij {KOPPEN[3]} "
                f"{', '.join(BEKEND)}; elke cel is gevuld.",
            )
        uit.append(dict(zip(VELDEN, cellen, strict=True)))
    return uit


def _bezwaar(cellen: list[str], vorige: str) -> tuple[str, str]:
    """Return what is wrong with a row and the value that shows it; "" where nothing is."""
    if len(cellen) != len(KOPPEN) or not all(cellen):
        return f"een rij van het logboek heeft {len(KOPPEN)} gevulde cellen", " | ".join(cellen)
    datum, bekend = cellen[0], cellen[3]
    try:
        goed = dt.date.fromisoformat(datum).isoformat() == datum
    except ValueError:
        goed = False
    if not goed:
        return "deze datum bestaat niet", datum
    if datum < vorige:
        return "het logboek staat niet op volgorde van datum", datum
    if bekend not in BEKEND:
        return "dit woord staat niet bij de mogelijkheden", bekend
    return "", ""
