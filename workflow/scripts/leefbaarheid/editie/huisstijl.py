"""The house style of an edition: two colours that a publisher may choose, if they can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.kleur import MIN_TEKST, WIT, contrast
from leefbaarheid.editie.eisen import Eis


def eisen(editie: Mapping[str, Any]) -> Iterator[Eis]:
    """Ask of each colour that it can be read on white, and white on it."""
    for naam, kleur in editie.get("huisstijl", {}).items():
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
