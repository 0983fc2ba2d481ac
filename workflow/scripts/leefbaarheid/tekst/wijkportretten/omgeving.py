"""What lies around a wijk, which wijken are like it, and its contextual factors."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leefbaarheid.basis import taal
from leefbaarheid.basis.documenten import DOCUMENTEN
from leefbaarheid.basis.gebied import W

HOOGSTE_AANTAL = 8
"""Neighbours that a sentence names; of more, only how many."""
LANG = 420
"""Characters of the summary of a wijkanalyse that fit in about three lines."""

_NUMMER = re.compile(r"^Wijk \d+ ")


def grenst_aan(buren: Sequence[str]) -> str:
    """Name the wijken that share a border, in the order given; "" where none is known."""
    if not buren:
        return ""
    if len(buren) > HOOGSTE_AANTAL:
        rest = len(buren) - HOOGSTE_AANTAL
        andere = taal.aantal_van(rest, f"andere {W.gebied}", f"andere {W.gebieden}")
        return f"Grenst aan {', '.join(buren[:HOOGSTE_AANTAL])} en {andere}."
    return taal.als_zin(f"Grenst aan {taal.opsomming(list(buren))}")


def in_de_buurt(wijken: Sequence[str]) -> str:
    """Name the nearest wijken, where only the centres of wijken are known."""
    if not wijken:
        return ""
    liggen = taal.meervoud(len(wijken), "ligt", "liggen")
    return taal.als_zin(f"Dichtstbij {liggen} {taal.opsomming(list(wijken))}")


def plaats(waarde: float | None, selectie: Sequence[float]) -> str:
    """Say where a value lies among the selected wijken: "hoger dan 98 van 140"."""
    if waarde is None or not selectie:
        return "niet bekend"
    n = len(selectie)
    lager = sum(ander < waarde for ander in selectie)
    hoger = sum(ander > waarde for ander in selectie)
    if lager >= hoger:
        return f"hoger dan {taal.getal(lager)} van {taal.getal(n)}"
    return f"lager dan {taal.getal(hoger)} van {taal.getal(n)}"


def nog_meer_analyses(titels: Sequence[str]) -> str:
    """Name the other wijkanalyses of a wijk, and where they are; "" where there is one only."""
    if not titels:
        return ""
    bijlage = DOCUMENTEN["bijlage-wijkanalyses"]
    n = len(titels)
    zijn = "is er nog een wijkanalyse" if n == 1 else f"zijn er nog {taal.telwoord(n)} wijkanalyses"
    genoemd = "; ".join(titels)
    waar = f"bijlage {bijlage.nummer}, {bijlage.titel}"
    return f"Over deze {W.gebied} {zijn}: {genoemd} ({waar})."


def naam_in_onderzoek(wijk: str, naam: str | None) -> str:
    """Say what an earlier study called a wijk, where that is not the name it has here.

    Args:
        wijk: its name at Statistics Netherlands, which may begin with a number ("Wijk 01 Oost").
        naam: its name in the study; None where that did not look at it.
    """
    if not naam or naam.casefold() == _NUMMER.sub("", wijk).casefold():
        return ""
    return f"in een eerder onderzoek: {naam}"


def in_drie_regels(samenvatting: str) -> str:
    """Return the summary of a wijkanalyse as far as whole sentences fit in about three lines."""
    zinnen = samenvatting.strip().replace("? ", "?\n").replace("! ", "!\n").replace(". ", ".\n")
    tekst = ""
    for zin in zinnen.splitlines():
        langer = f"{tekst} {zin}".strip()
        if len(langer) > LANG:
            break
        tekst = langer
    if tekst:
        return tekst
    kort = samenvatting.strip()[:LANG].rsplit(" ", 1)[0]
    return f"{kort} …"
