"""What a wijkanalyse may not hold, and what its writer is told about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from leefbaarheid.wijkanalyses.blokken import Blok, platte_tekst


class Ongeschikt(Exception):
    """Something that may not be in a wijkanalyse.

    `fragment` is the offending text and `zoek` what to look for in the source to find its line;
    the caller knows the file and makes an InvoerFout of it.
    """

    def __init__(self, wat: str, *, fragment: str = "", remedie: str = "", zoek: str = "") -> None:
        super().__init__(wat)
        self.wat, self.fragment, self.remedie = wat, fragment, remedie
        self.zoek = zoek or fragment


def uitvoerbaar(tekst: str) -> Ongeschikt:
    """Return the objection to a cell or fragment that an engine would execute."""
    return Ongeschikt(
        "er staat een uitvoerbare codecel",
        fragment=tekst.strip().split("\n")[0],
        remedie="Een wijkanalyse bevat alleen tekst: haal de code weg.",
    )


def geweigerd(x: Blok) -> Ongeschikt:
    """Return the objection to a block or inline that is not on the list of what passes."""
    uitleg = _UITLEG.get(x["t"], _opmaak)
    return uitleg(x, x.get("c"))


_TALEN = {"html": "HTML", "tex": "LaTeX", "latex": "LaTeX", "typst": "Typst"}


def _rauw(x: Blok, inhoud: Any) -> Ongeschikt:
    teken = {"html": r"< schrijf je als \<", "tex": r"\ schrijf je als \\"}.get(inhoud[0])
    return Ongeschikt(
        f"er staat ruwe {_TALEN.get(inhoud[0], inhoud[0])}-opmaak in de tekst",
        fragment=inhoud[1].strip().split("\n")[0][:60],
        remedie="Gebruik gewone Markdown." + (f" Een letterlijke {teken}." if teken else ""),
    )


def _formule(x: Blok, inhoud: Any) -> Ongeschikt:
    teken = "$$" if inhoud[0]["t"] == "DisplayMath" else "$"
    return Ongeschikt(
        "er staat een formule in de tekst",
        fragment=f"{teken}{inhoud[1]}{teken}",
        zoek=inhoud[1].split("\n")[0],
        remedie=r"Schrijf het in woorden; een letterlijk dollarteken schrijf je als \$.",
    )


def _verwijzing(x: Blok, inhoud: Any) -> Ongeschikt:
    return Ongeschikt(
        "er staat een verwijzing met @ in de tekst",
        fragment=platte_tekst(x),
        remedie="Noem de bron voluit (auteur, jaar) en zet haar onder Bronnen; een letterlijk "
        r"apenstaartje schrijf je als \@.",
    )


def _beeld_in_tekst(x: Blok, inhoud: Any) -> Ongeschikt:
    return Ongeschikt(
        "er staat een afbeelding midden in een alinea, een lijst of een tabel",
        fragment=inhoud[2][0],
        remedie="Zet de afbeelding in een eigen alinea.",
    )


def _lijn(x: Blok, inhoud: Any) -> Ongeschikt:
    return Ongeschikt(
        "er staat een horizontale lijn in de tekst",
        remedie="Haal de lijn weg; de secties worden door hun koppen gescheiden.",
    )


def _kop_in_blok(x: Blok, inhoud: Any) -> Ongeschikt:
    return Ongeschikt(
        "er staat een kop binnen een lijst, citaat of tabel",
        fragment=platte_tekst(x),
        remedie="Zet de kop op een eigen regel buiten de lijst of het citaat.",
    )


_OPMAAKNAMEN = {
    "Div": ("een opmaakblok", ":::"),
    "Span": ("opmaak tussen accolades", "]{"),
    "DefinitionList": ("een definitielijst", ":"),
    "LineBlock": ("een regelblok", "|"),
}
"""What writers call it, and what to look for in the source."""


def _opmaak(x: Blok, inhoud: Any) -> Ongeschikt:
    naam, zoek = _OPMAAKNAMEN.get(x["t"], (f"opmaak van de soort {x['t']}", ""))
    return Ongeschikt(
        f"er staat {naam} in de tekst",
        fragment=platte_tekst(x)[:60],
        zoek=zoek,
        remedie="Gebruik alleen alinea's, koppen, lijsten, tabellen, citaten, voetnoten, "
        "webadressen en afbeeldingen.",
    )


_UITLEG: dict[str, Callable[[Blok, Any], Ongeschikt]] = {
    "RawInline": _rauw,
    "RawBlock": _rauw,
    "Math": _formule,
    "Cite": _verwijzing,
    "Image": _beeld_in_tekst,
    "HorizontalRule": _lijn,
    "Header": _kop_in_blok,
}
"""Kinds with a message of their own; `_opmaak` is for the rest."""
