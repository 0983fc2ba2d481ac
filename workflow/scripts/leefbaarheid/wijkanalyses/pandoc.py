"""pandoc in its sandbox: text in, blocks of its AST out, and back."""

from __future__ import annotations

import json
import subprocess

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.pandoc import zoek_pandoc
from leefbaarheid.wijkanalyses.blokken import Blok

# What pandoc may take long over is not a wijkanalyse.
TIJD = 60
# Reading: raw markup stays visible as such (also <div> and <span>), so that it can be refused.
LEES_MARKDOWN = (
    "markdown-native_divs-native_spans-markdown_in_html_blocks-yaml_metadata_block"
    "-pandoc_title_block-latex_macros-example_lists"
)
# Writing: pipe tables only, because both engines read them alike; curly quotes as they are.
SCHRIJF_MARKDOWN = "markdown-smart-simple_tables-multiline_tables-grid_tables"


class PandocFout(Exception):
    """pandoc could not read or write it, or took too long."""


def pandoc(invoer: bytes, van: str, naar: str, *opties: str) -> tuple[bytes, list[str]]:
    """Run pandoc, sandboxed (it reads no file); return its output and its warnings.

    Raises:
        PandocFout: it stopped with an error, or took longer than TIJD.
    """
    try:
        programma = zoek_pandoc()
    except FileNotFoundError as fout:
        raise InvoerFout(
            "pandoc ontbreekt in deze omgeving",
            remedie="Zet de omgeving opnieuw op (zie README); pandoc komt met pypandoc_binary mee.",
        ) from fout
    opdracht = [programma, "--sandbox", f"--from={van}", f"--to={naar}", *opties]
    try:
        klaar = subprocess.run(opdracht, input=invoer, capture_output=True, timeout=TIJD)
    except subprocess.TimeoutExpired as fout:
        raise PandocFout(f"pandoc was na {TIJD} seconden niet klaar") from fout
    meldingen = klaar.stderr.decode("utf-8", "replace").strip().splitlines()
    if klaar.returncode:
        raise PandocFout(" ".join(meldingen[:1]) or f"pandoc stopte met code {klaar.returncode}")
    return klaar.stdout, [m for m in meldingen if m.startswith("[WARNING]")]


def lees_ast(inhoud: bytes, formaat: str) -> tuple[list[Blok], list[str]]:
    """Return the blocks of pandoc's AST and its warnings; `formaat` is a pandoc reader."""
    uitvoer, waarschuwingen = pandoc(inhoud, formaat, "json")
    blokken: list[Blok] = json.loads(uitvoer)["blocks"]
    return blokken, waarschuwingen
