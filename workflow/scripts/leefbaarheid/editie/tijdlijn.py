"""The timeline of national policy (config/tijdlijn.yaml): what was going on, by whose account."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from leefbaarheid.basis.eigen_yaml import lees_eigen_yaml
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.editie.lezen import lees_configuratie
from leefbaarheid.editie.schemafouten import Document, controleer_schema

BESTAND = "config/tijdlijn.yaml"
SCHEMA = "config/tijdlijn-schema.yaml"
LITERATUUR = "reports/literatuur.bib"
OPEN = "open"
"""`tot` of what has no end in its source."""

Moment = Mapping[str, Any]
"""One line: naam, van, tot (a year, `OPEN`, or None for a moment), soort, zin, bron."""


def lees_tijdlijn(wortel: Path) -> list[dict[str, Any]]:
    """Return the lines of the timeline in the order of the file, as plain data.

    Args:
        wortel: the folder of the project.

    Raises:
        InvoerFout: no file, a key or value that the schema does not allow, a line that ends before
            it begins or begins before the one above it, a source that is not in the literature.
    """
    inhoud = lees_configuratie(wortel / BESTAND)
    schema = lees_eigen_yaml(wortel / SCHEMA)
    controleer_schema(inhoud, schema, Document(BESTAND, "de tijdlijn", SCHEMA))
    momenten = [{"tot": None, **moment} for moment in inhoud["momenten"]]
    _eis_volgorde(momenten)
    _eis_bronnen(momenten, (wortel / LITERATUUR).read_text("utf-8"))
    return momenten


def _eis_volgorde(momenten: Sequence[Moment]) -> None:
    vorige = momenten[0]["van"]
    for nr, moment in enumerate(momenten):
        tot = moment["tot"]
        if isinstance(tot, int) and tot < moment["van"]:
            _weiger(nr, "tot", tot, f"{moment['naam']} eindigt vóór het begin, {moment['van']}")
        if moment["van"] < vorige:
            _weiger(nr, "van", moment["van"], f"de regel erboven begint later, in {vorige}")
        vorige = moment["van"]


def _eis_bronnen(momenten: Sequence[Moment], literatuur: str) -> None:
    bekend = set(re.findall(r"^@\w+\{(\w+),", literatuur, re.M))
    for nr, moment in enumerate(momenten):
        for bron in moment["bron"]:
            if bron not in bekend:
                _weiger(nr, "bron", bron, f"deze bron staat niet in {LITERATUUR}")


def _weiger(nr: int, veld: str, waarde: object, melding: str) -> None:
    raise InvoerFout(
        melding,
        bestand=BESTAND,
        sleutel=f"momenten.{nr}.{veld}",
        waarde=waarde,
        remedie="Zet de regels in de volgorde van de tijd, met een bron uit de literatuurlijst.",
    )
