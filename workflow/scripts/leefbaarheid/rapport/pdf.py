"""From a .qmd to a checked PDF: one source, two engines (Quarto, or pandoc + Typst).

Both engines use the house style of `reports/_extensions/wijkrapport`. The PDF is PDF/A-2a and
PDF/UA-1, and it is put in its place only after `rond_af` passed it.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from leefbaarheid.basis.schrijven import vervang
from leefbaarheid.rapport.engine import Engine
from leefbaarheid.rapport.pandoc_typst import lees_boom, render_pandoc
from leefbaarheid.rapport.pdfcontrole import Feiten, rond_af
from leefbaarheid.rapport.qmd import controleer_qmd
from leefbaarheid.rapport.quarto import render_quarto
from leefbaarheid.rapport.renderfout import RenderFout
from leefbaarheid.rapport.werkmap import leg_klaar


def maak_pdf(
    qmd: Path,
    doel: Path,
    *,
    bestanden: Mapping[str, Path],
    engine: Engine,
    tijdstip: int,
) -> Feiten:
    """Render `qmd` to the PDF `doel` and return what `rond_af` says of it.

    The work is done in a temporary folder of its own, so renders never meet, and `doel` is replaced
    in one step at the end: on any failure it is what it was. Same inputs, same bytes.

    Args:
        qmd: the document, UTF-8, standard Quarto with `format: wijkrapport-typst`.
        doel: the PDF to make.
        bestanden: what lies beside the document while it is rendered: name in that folder ->
            file or folder, e.g. {"figuren": ..., "literatuur.bib": ...} | huisstijl(reports).
        engine: from `kies_engine`.
        tijdstip: seconds since 1970, the date in the PDF; from the edition, never today.

    Raises:
        RenderFout: the document, the engine or the PDF is not in order.
    """
    document = qmd.name
    try:
        tekst = qmd.read_text(encoding="utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise RenderFout("het document is geen UTF-8-tekst", bestand=qmd) from None
    controleer_qmd(tekst, document)
    render = {"quarto": render_quarto, "pandoc": render_pandoc}[engine.naam]
    with tempfile.TemporaryDirectory(prefix="wijkrapport-") as tijdelijk:
        map_ = Path(tijdelijk).resolve()
        leg_klaar(tekst, document, bestanden, map_)
        lees_boom(map_, document, tekst)
        pdf = render(map_, document, tekst, tijdstip)
        feiten = rond_af(pdf)
        with vervang(doel) as half:
            shutil.copyfile(pdf, half)
    return feiten
