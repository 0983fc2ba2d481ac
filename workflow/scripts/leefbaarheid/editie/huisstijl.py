"""The house style of an edition: two colours that can be read, and a logo."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.kleur import MIN_TEKST, WIT, contrast
from leefbaarheid.editie.eisen import Eis

LOGO = "logo"
SOORTEN = (".svg", ".png")
"""What a logo may be; both engines draw them."""


def kleuren(editie: Mapping[str, Any]) -> dict[str, str]:
    """Return the colours that an edition chose, #rrggbb by name."""
    return {naam: deel for naam, deel in editie.get("huisstijl", {}).items() if naam != LOGO}


def logo(editie: Mapping[str, Any]) -> dict[str, str]:
    """Return the logo of an edition: its `bestand` beside a document, and its `tekst`; {}: none."""
    blok = editie.get("huisstijl", {}).get(LOGO)
    if not blok:
        return {}
    return {"bestand": LOGO + PurePath(blok["bestand"]).suffix.lower(), "tekst": blok["tekst"]}


def eisen(editie: Mapping[str, Any]) -> Iterator[Eis]:
    """Ask of each colour that it can be read on white, and white on it; and where the logo is."""
    for naam, kleur in kleuren(editie).items():
        gevonden = contrast(kleur, WIT)
        yield Eis(
            gevonden >= MIN_TEKST,
            f"deze kleur heeft te weinig contrast met wit: {taal.getal(gevonden, 2)} op 1; nodig "
            f"is {taal.getal(MIN_TEKST, 1)} (WCAG 2.1)",
            f"huisstijl.{naam}",
            kleur,
            "Kies een donkerder kleur: zij wordt gebruikt voor letters op wit en met letters van "
            "wit erop.",
        )
    if blok := editie.get("huisstijl", {}).get(LOGO):
        yield from _eisen_logo(blok["bestand"])


def _eisen_logo(bestand: str) -> Iterator[Eis]:
    """Ask of the logo that it stays within the folder of the sources, and is called what it is."""
    pad, sleutel = PurePath(bestand), f"huisstijl.{LOGO}.bestand"
    yield Eis(
        not pad.is_absolute() and ".." not in pad.parts,
        "dit bestand ligt binnen bronnen_map",
        sleutel,
        bestand,
        "Geef het pad vanaf bronnen_map, zonder '..'.",
    )
    yield Eis(
        pad.suffix.lower() in SOORTEN,
        "een logo is een bestand .svg of .png",
        sleutel,
        bestand,
        "Sla het logo op als gewone SVG of als PNG.",
    )
