"""A document to PDF with pandoc and Typst, both from pip packages.

`reports/_pandoc` gives figures, tables and equations the form they have in Quarto's output.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any, Literal

from leefbaarheid.basis.pandoc import zoek_pandoc
from leefbaarheid.rapport.renderfout import leg_uit
from leefbaarheid.rapport.structuur import controleer_boom
from leefbaarheid.rapport.werkmap import voer_uit

PDF_NORMEN: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]

# Raw HTML, LaTeX and Typst are read as such, so that `controleer_boom` sees them: it refuses all.
LEZER = "markdown-native_divs-native_spans"
# Where no tag can begin, looking for one is more than half of pandoc's reading, for the same tree.
TAG = re.compile(r"<(?![\s\d=]|https?://[^\s<>]*>)")
BOOM = "_pandoc/document.json"


def lees_boom(map_: Path, naam: str, qmd: str) -> dict[str, Any]:
    """Read the document `naam` in the render folder once; the tree is left there for `naar_typst`.

    Raises:
        RenderFout: pandoc cannot read it or has a remark, or `controleer_boom` refuses it.
    """
    lezer = LEZER if TAG.search(qmd) else f"{LEZER}-raw_html"
    opdracht = [zoek_pandoc(), naam, "--sandbox", f"--from={lezer}", "--to=json"]
    gezegd = voer_uit([*opdracht, f"--output={BOOM}"], map_, naam, qmd, {})
    boom: dict[str, Any] = json.loads((map_ / BOOM).read_text("utf-8"))
    controleer_boom(boom, qmd, naam)
    if gezegd.strip():  # a block that is not closed
        raise leg_uit(gezegd, naam, qmd, map_)
    return boom


def naar_typst(map_: Path, naam: str, qmd: str) -> Path:
    """Write what `lees_boom` read as Typst, in the form of Quarto's output; return the path.

    Quarto's own documents pass here too, for what the filters refuse.
    """
    extensie = map_ / "_extensions" / "wijkrapport"
    hulp = map_ / "_pandoc"
    for deel in ("typst-template.typ", "typst-show.typ"):
        # pandoc looks for the partials of a template beside that template
        shutil.copyfile(extensie / deel, hulp / deel)
    typ = Path(naam).with_suffix(".typ")
    # --sandbox: reader and writer see no file but those named here (the Lua filters are our own).
    opdracht = [
        zoek_pandoc(),
        BOOM,
        "--sandbox",
        "--fail-if-warnings",
        "--from=json",
        "--to=typst",
        "--standalone",
        "--wrap=none",
        "--syntax-highlighting=none",
        "--lua-filter=_extensions/wijkrapport/huisstijl.lua",
        "--lua-filter=_pandoc/crossref.lua",
        "--template=_pandoc/pandoc-template.typ",
        "--metadata-file=_pandoc/metadata.yml",
        f"--output={typ}",
    ]
    voer_uit(opdracht, map_, naam, qmd, {})
    return map_ / typ


def render_pandoc(map_: Path, naam: str, qmd: str, tijdstip: int) -> Path:
    """Return the PDF of the document `naam` in the render folder `map_`; raises RenderFout."""
    import typst  # a library of 60 MB, which a render with Quarto does not need

    typ = naar_typst(map_, naam, qmd)
    pdf = typ.with_suffix(".pdf")
    try:
        inhoud, waarschuwingen = typst.compile_with_warnings(
            str(typ),
            root=str(map_),  # no image or bibliography from outside the folder
            font_paths=[str(map_ / "fonts")],
            ignore_system_fonts=True,
            pdf_standards=[*PDF_NORMEN],
            timestamp=tijdstip,
        )
    except typst.TypstError as fout:
        raise leg_uit(str(getattr(fout, "diagnostic", "") or fout), naam, qmd, map_) from None
    for waarschuwing in waarschuwingen:
        if "unknown font family" in str(waarschuwing.message):
            raise leg_uit(str(waarschuwing.diagnostic), naam, qmd, map_)
    pdf.write_bytes(inhoud)
    return pdf
