"""What the study says: the key figures and conclusions of the hoofdrapport, word for word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from leefbaarheid.rapport.website.tekst import Knoop, alineas, lees_markdown, woorden

KERNCIJFERS, CONCLUSIES = "kerncijfers", "sec-conclusies"


def studie(qmd: str) -> dict[str, Any]:
    """Return the key figures and the conclusions of a hoofdrapport.

    Args:
        qmd: its text, as the pipeline filled the template.

    Returns:
        kerncijfers: getal and tekst of each; conclusies: vraag and alineas of each.
    """
    blokken = lees_markdown(qmd)
    return {"kerncijfers": _kerncijfers(blokken), "conclusies": _conclusies(blokken)}


def _kerncijfers(blokken: Sequence[Knoop]) -> list[dict[str, str]]:
    for blok in blokken:
        if blok["t"] == "Div" and KERNCIJFERS in blok["c"][0][1]:
            return [_kerncijfer(item) for deel in blok["c"][1] for item in deel["c"]]
    return []


def _kerncijfer(item: Sequence[Knoop]) -> dict[str, str]:
    getal, *rest = item[0]["c"]
    return {"getal": woorden([getal]), "tekst": woorden(rest)}


def _conclusies(blokken: Sequence[Knoop]) -> list[dict[str, Any]]:
    """Return the answers: each begins with its question in bold."""
    uit: list[dict[str, Any]] = []
    binnen = False
    for blok in blokken:
        if blok["t"] == "Header":
            binnen = blok["c"][1][0] == CONCLUSIES
        elif blok["t"] == "Div":
            binnen = False
        elif binnen and blok["t"] == "Para":
            eerste, *rest = blok["c"]
            if eerste["t"] == "Strong":
                vraag = woorden([eerste])
                uit.append({"vraag": vraag, "alineas": [tekst] if (tekst := woorden(rest)) else []})
            elif uit:
                uit[-1]["alineas"] += alineas([blok])
    return uit
