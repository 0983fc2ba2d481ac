"""What a table must look like to be written as a pipe table, the kind both engines read alike."""

from __future__ import annotations

from typing import Any

from leefbaarheid.wijkanalyses.blokken import Blok, platte_tekst
from leefbaarheid.wijkanalyses.weigering import Ongeschikt


def controleer_tabel(blok: Blok, inhoud: Any) -> None:
    """Refuse a table that a pipe table cannot hold: one head row, one line of text per cell."""
    _, _, _, hoofd, lichamen, voet = inhoud
    tekst = platte_tekst(blok)
    zoek = next((woord for woord in tekst.split() if len(woord) > 3), "|")
    if len(hoofd[1]) != 1 or voet[1] or not platte_tekst(hoofd):
        raise Ongeschikt(
            "een tabel heeft geen kopregel, of meer dan één",
            fragment=tekst[:60],
            zoek=zoek,
            remedie="Geef de tabel precies één kopregel (in Word: Tabelontwerp, Veldnamenrij).",
        )
    rijen = [*hoofd[1], *(rij for lichaam in lichamen for rij in lichaam[2] + lichaam[3])]
    for _, _, hoog, breed, blokken in (cel for rij in rijen for cel in rij[1]):
        soorten = [blok["t"] for blok in blokken]
        if hoog > 1 or breed > 1 or soorten not in ([], ["Plain"], ["Para"]):
            raise Ongeschikt(
                "een tabel heeft samengevoegde cellen, of een cel met meer dan één alinea",
                fragment=tekst[:60],
                zoek=zoek,
                remedie="Maak er een gewone tabel van: één regel tekst per cel.",
            )


def op_een_regel(ast: Any) -> Any:
    """Make spaces of line breaks: a cell of a pipe table is one line."""
    if isinstance(ast, list):
        return [op_een_regel(x) for x in ast]
    if isinstance(ast, dict):
        if ast.get("t") == "LineBreak":
            return {"t": "Space"}
        return {sleutel: op_een_regel(x) for sleutel, x in ast.items()}
    return ast
