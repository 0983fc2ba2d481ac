"""A document to PDF with pandoc and Typst, both from pip packages.

`reports/_pandoc` gives figures, tables and equations the form they have in Quarto's output.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Literal

from leefbaarheid.basis.pandoc import zoek_pandoc
from leefbaarheid.rapport.renderfout import leg_uit
from leefbaarheid.rapport.werkmap import voer_uit

PDF_NORMEN: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]

# What the house documents do not need of pandoc's markdown is off: raw Typst, HTML or LaTeX in a
# wijkanalyse must come out as the text it is. (Quarto reads the same file with these on, which is
# why the reader of the wijkanalyses refuses them and `controleer_qmd` does so again.)
LEZER = "markdown" + "".join(
    f"-{uitbreiding}"
    for uitbreiding in ("raw_attribute", "raw_html", "raw_tex", "native_divs", "native_spans")
)


def render_pandoc(map_: Path, naam: str, qmd: str, tijdstip: int) -> Path:
    """Return the PDF of the document `naam` in the render folder `map_`; raises RenderFout."""
    import typst  # a library of 60 MB, which a render with Quarto does not need

    extensie = map_ / "_extensions" / "wijkrapport"
    hulp = map_ / "_pandoc"
    for deel in ("typst-template.typ", "typst-show.typ"):
        # pandoc looks for the partials of a template beside that template
        shutil.copyfile(extensie / deel, hulp / deel)
    typ, pdf = Path(naam).with_suffix(".typ"), map_ / Path(naam).with_suffix(".pdf")
    # --sandbox: reader and writer see no file but those named here (the Lua filters are our own).
    opdracht = [
        zoek_pandoc(),
        naam,
        "--sandbox",
        "--fail-if-warnings",  # an unclosed block, a double label
        f"--from={LEZER}",
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
    try:
        inhoud, waarschuwingen = typst.compile_with_warnings(
            str(map_ / typ),
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
