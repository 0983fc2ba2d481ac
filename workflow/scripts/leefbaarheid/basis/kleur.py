"""Contrast of colours (WCAG 2.1), and the two colours that an edition may choose."""

from __future__ import annotations

WIT = "#ffffff"
HOOFDKLEUR, ACCENT = "#17495a", "#b4531a"
"""Of an edition without a house style of its own; also in wijkrapport/typst-template.typ."""
MIN_TEKST = 4.5
"""Contrast that text has to its ground at least (WCAG 2.1, 1.4.3)."""


def contrast(een: str, ander: str) -> float:
    """Return the contrast ratio of two colours (#rrggbb), 1 to 21 (relative luminance)."""

    def helderheid(kleur: str) -> float:
        rgb = (int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5))
        r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    laag, hoog = sorted((helderheid(een), helderheid(ander)))
    return (hoog + 0.05) / (laag + 0.05)
