"""Which files in the folder are wijkanalyses, which should be, and which are passed over aloud."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from leefbaarheid.basis.fouten import InvoerFout

WORD_OF_MARKDOWN = (".md", ".docx")
ANDERE_TEKST = {
    *(".doc", ".docm", ".dot", ".dotx", ".dotm", ".odt", ".ott", ".fodt", ".rtf", ".wpd", ".wps"),
    *(".pages", ".gdoc", ".txt", ".text", ".qmd", ".rmd", ".markdown", ".mdown", ".mkd", ".mdx"),
    *(".html", ".htm", ".mht", ".mhtml", ".tex", ".typ", ".rst", ".adoc", ".org", ".epub", ".xps"),
}
"""Kinds in which a text is written: one of these in the folder is a wijkanalyse someone wrote."""


def is_leesmij(pad: Path) -> bool:
    """Tell whether a file explains the folder: README.md or README.txt."""
    return pad.stem.lower() == "readme" and pad.suffix.lower() in (".md", ".txt")


def is_analyse(pad: Path) -> bool:
    return pad.suffix.lower() in WORD_OF_MARKDOWN and not is_leesmij(pad)


def andere_tekst(paden: Iterable[Path], map_: Path | None) -> list[InvoerFout]:
    """Return a fault for each text in the folder that is not Markdown or Word."""
    fouten: dict[Path, InvoerFout] = {}
    for pad in paden:
        document = _document(pad, map_)
        if document is None or document in fouten or is_leesmij(document):
            continue
        fouten[document] = InvoerFout(
            f"een {document.suffix}-bestand wordt niet gelezen",
            bestand=document,
            remedie="Sla het op als .docx of .md, of haal het uit de map.",
        )
    return list(fouten.values())


def _document(pad: Path, map_: Path | None) -> Path | None:
    """Return the text that a file is; a document of Pages may be a folder of files."""
    binnen = map_ is not None and pad.is_relative_to(map_)
    delen = pad.relative_to(map_).parts if map_ is not None and binnen else (pad.name,)
    if Path(delen[0]).suffix.lower() not in ANDERE_TEKST:
        return None
    if len(delen) == 1:
        return pad
    return map_ / delen[0] if map_ is not None and delen[0].lower().endswith(".pages") else None


def overgeslagen(
    paden: Iterable[str | Path], map_: str | Path, analyses: Collection[Mapping[str, Any]]
) -> list[str]:
    """Return the files in the folder that are not in the report, by their name in it.

    Args:
        paden: all files in the folder and the folders in it.
        map_: the folder.
        analyses: what was read; their pictures are in the report.
    """
    map_ = Path(map_)
    gebruikt = {map_ / analyse["bron"] for analyse in analyses}
    gebruikt |= {(map_ / a["bron"]).with_suffix(".yaml") for a in analyses}
    gebruikt |= {map_ / beeld["bron"] for a in analyses for beeld in a["afbeeldingen"]}
    bekend = {pad.resolve() for pad in gebruikt}
    return sorted(
        (pad.relative_to(map_) if pad.is_relative_to(map_) else pad).as_posix()
        for pad in map(Path, paden)
        if pad.resolve() not in bekend and not is_leesmij(pad)
    )
