"""Contrast of colours (WCAG 2.1), the two that an edition may choose, and those of the clusters."""

from __future__ import annotations

from leefbaarheid.basis.begrippen import (
    GESTAAG_HERSTEL,
    NIET_INGEDEELD,
    SUCCES,
    TERUGVAL,
    VROEGSIGNALERING,
    ZONDER_CLUSTER,
)
from leefbaarheid.basis.tabelwaarden import GEDAALD, GESTAGNEERD, GESTEGEN

WIT, GRIJS = "#ffffff", "#55636b"
HOOFDKLEUR, ACCENT = "#17495a", "#b4531a"
"""Of an edition without a house style of its own; also in wijkrapport/typst-template.typ."""
MIN_TEKST = 4.5
"""Contrast that text has to its ground at least (WCAG 2.1, 1.4.3)."""

MIN_VLAK = 3.0
"""Of a fill or line to what it lies on (WCAG 2.1, 1.4.11)."""
# Darkened from Okabe & Ito (2008), Color Universal Design, to reach a contrast of 3:1.
CLUSTERKLEUREN = {
    SUCCES: "#0a5ea8",
    VROEGSIGNALERING: "#b47400",
    GESTAAG_HERSTEL: "#00896b",
    TERUGVAL: "#9c2a1c",
    NIET_INGEDEELD: "#40494f",
    ZONDER_CLUSTER: "#7b848a",
}
"""In figures and on the pages alike."""
RICHTINGKLEUREN = {GEDAALD: "#a5401f", GESTAGNEERD: "#d9dfe2", GESTEGEN: "#17495a"}
"""Of a fall, of no change beyond the margin (it has an edge), and of a rise."""
# ColorBrewer PuOr (Brewer, 2003), nine steps: told apart by who sees few colours, and by lightness.
KLASSEKLEUREN = (
    *("#7f3b08", "#b35806", "#e08214", "#fdb863", "#f7f7f7"),
    *("#d8daeb", "#b2abd2", "#8073ac", "#542788"),
)
"""The classes 1-9 as areas of a map; the light ones have an edge."""
ONBEKEND = "#9aa0a8"
"""An area without a score."""


def rand(kleur: str) -> str:
    """Return the colour of the edge of an area: white, or grey where its fill is too light."""
    return WIT if contrast(kleur, WIT) >= MIN_VLAK else GRIJS


def contrast(een: str, ander: str) -> float:
    """Return the contrast ratio of two colours (#rrggbb), 1 to 21 (relative luminance)."""

    def helderheid(kleur: str) -> float:
        rgb = (int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5))
        r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    laag, hoog = sorted((helderheid(een), helderheid(ander)))
    return (hoog + 0.05) / (laag + 0.05)
