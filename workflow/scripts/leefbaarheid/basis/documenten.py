"""The documents of the publication: their folder, number and title, and how one names another.

Headings are numbered while rendering, per document; a document therefore names a section of another
by its title, which a test looks up there.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Document:
    """A document of the publication.

    Attributes:
        titel: title on its cover, without its number.
        nummer: number among the bijlagen; None for the hoofdrapport.
    """

    titel: str
    nummer: int | None


DOCUMENTEN = {
    "hoofdrapport": Document("Hoofdrapport", None),
    "bijlage-leefbaarheidsontwikkeling": Document("Leefbaarheidsontwikkeling", 1),
    "bijlage-wijkanalyses": Document("Wijkanalyses", 2),
    "bijlage-technische-verantwoording": Document("Technische verantwoording", 3),
    "bijlage-wijkportretten": Document("Wijkportretten", 4),
}
"""Every document that an edition always has, by the name of its folder and its PDF."""


def omslagtitel(naam: str) -> str:
    """Return the subtitle on the cover of a document, as in `Bijlage 2: Wijkanalyses`."""
    document = DOCUMENTEN[naam]
    if document.nummer is None:
        return document.titel
    return f"Bijlage {document.nummer}: {document.titel}"


def elders(naam: str, paragraaf: str = "") -> str:
    """Return how another document, or a section of it, is named within a sentence (Markdown).

    Args:
        naam: folder of the document, with or without `bijlage-`.
        paragraaf: title of the section, word for word.

    Raises:
        KeyError: there is no such document.
    """
    document = DOCUMENTEN[naam] if naam in DOCUMENTEN else DOCUMENTEN[f"bijlage-{naam}"]
    genoemd = "het hoofdrapport" if document.nummer is None else ""
    genoemd = genoemd or f"bijlage {document.nummer}, *{document.titel}*"
    if not paragraaf:
        return genoemd
    return f"*{paragraaf}* in {genoemd}"
