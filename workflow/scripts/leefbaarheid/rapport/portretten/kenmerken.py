"""The contextual factors of a wijk beside those of the selected wijken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.tekst.wijkportretten import omgeving

HEEL = 10
"""From here on a value is shown without decimals."""


def spreiding(
    codeboek: Iterable[Mapping[str, Any]],
    waarden: Mapping[str, Mapping[str, Any]],
    selectie: Sequence[str],
) -> list[dict[str, Any]]:
    """Return per factor its label, the middle value and all values of the selected wijken.

    Args:
        codeboek: the rows of the factors, in the order of the edition.
        waarden: the row of the context table per wijk.
        selectie: codes of the selected wijken.
    """
    uit = []
    for rij in codeboek:
        naam, eenheid = rij["factor"], str(rij["eenheid"])
        bekend = [waarden[code][naam] for code in selectie if code in waarden]
        bekend = sorted(float(waarde) for waarde in bekend if waarde is not None)
        midden = median(bekend) if bekend else None
        uit.append(
            {
                "factor": naam,
                "label": rij["label"],
                "eenheid": eenheid,
                "midden": met_eenheid(midden, eenheid),
                "waarden": bekend,
            }
        )
    return uit


def van_wijk(rij: Mapping[str, Any], alle: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Return per factor the value of a wijk and its place among the selected ones, as text."""
    return [
        {
            "tekst": met_eenheid(rij.get(deel["factor"]), deel["eenheid"]),
            "plaats": omgeving.plaats(rij.get(deel["factor"]), deel["waarden"]),
        }
        for deel in alle
    ]


def met_eenheid(waarde: float | None, eenheid: str) -> str:
    """Return a value with its percent sign, if it has one: "43%", "2,4"."""
    if waarde is None:
        return taal.GEEN
    getal = taal.getal(waarde, 0 if abs(waarde) >= HEEL else 1)
    return f"{getal}%" if eenheid.strip() == "%" else getal
