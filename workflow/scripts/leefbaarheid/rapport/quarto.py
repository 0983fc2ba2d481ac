"""A document to PDF with Quarto."""

from __future__ import annotations

import re
from pathlib import Path

from leefbaarheid.rapport.pandoc_typst import naar_typst
from leefbaarheid.rapport.renderfout import RenderFout, leg_uit
from leefbaarheid.rapport.werkmap import voer_uit

FORMAAT = "wijkrapport-typst"


def render_quarto(map_: Path, naam: str, qmd: str, tijdstip: int) -> Path:
    """Return the PDF of the document `naam` in the render folder `map_`; raises RenderFout."""
    opdracht = ["quarto", "render", naam, "--to", FORMAAT, "--no-execute"]
    omgeving = {
        "SOURCE_DATE_EPOCH": str(tijdstip),  # Quarto's Typst takes its timestamp from here
        "TYPST_FONT_PATHS": str(map_ / "fonts"),
        "TYPST_IGNORE_SYSTEM_FONTS": "true",
    }
    naar_typst(map_, naam, qmd).unlink()  # what our filters refuse, under Quarto too
    uitvoer = voer_uit(opdracht, map_, naam, qmd, omgeving)
    onopgelost = re.search(r"Unable to resolve crossref @?(\S+)", uitvoer)
    if onopgelost:  # Quarto only warns, and prints ?@fig-x
        raise leg_uit(
            f"label `<{onopgelost.group(1)}>` does not exist in the document", naam, qmd, map_
        )
    if "unknown font family" in uitvoer:
        raise leg_uit(uitvoer, naam, qmd, map_)
    pdf = map_ / Path(naam).with_suffix(".pdf")
    if not pdf.is_file():
        raise RenderFout("Quarto was klaar maar liet geen PDF achter", bestand=naam)
    return pdf
