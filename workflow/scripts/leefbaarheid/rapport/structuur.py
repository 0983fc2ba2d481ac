"""What an engine would drop, double or leave open without a word is refused, with its line.

One check of the document for both engines, on the tree that pandoc reads from it, before either
makes a page: Quarto loses raw HTML and a caption without a label, and takes a label that is there
twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from leefbaarheid.rapport.renderfout import RenderFout

Knoop = Mapping[str, Any]

SOORTEN = {"fig": "de figuur", "tbl": "de tabel"}
# elements with attributes, and where in their contents these stand
KENMERKEN = {"Header": 1} | dict.fromkeys(
    ("Div", "Span", "Figure", "Table", "Image", "CodeBlock", "Code", "Link"), 0
)
_LOS_BLOKEINDE = re.compile(r":{3,}")
_HEKJES = re.compile(r"#{1,6}")
_VERGELIJKING = re.compile(r"\{#(eq-[\w-]+)")
_OPMAAKTALEN = {"html": "HTML", "tex": "LaTeX", "latex": "LaTeX"}


def controleer_boom(boom: Knoop, qmd: str, bestand: str) -> None:
    """Refuse a document with raw markup, a caption or label on its own, a double label, a lone :::.

    Args:
        boom: the document as pandoc reads it (JSON), with raw HTML and LaTeX marked as such.
        qmd: its text, to find the line.
        bestand: its name, for the message.
    """
    gezien: set[str] = set()
    for knoop in _knopen([boom.get("meta", {}), boom["blocks"]]):
        _weiger_ruw(knoop, qmd, bestand)
        _weiger_los_blokeinde(knoop, qmd, bestand)
        _weiger_kop_in_alinea(knoop, qmd, bestand)
        _weiger_zonder_label(knoop, qmd, bestand)
        _weiger_zonder_bijschrift(knoop, qmd, bestand)
        if label := _label(knoop):
            if label in gezien:
                _weiger_dubbel(label, qmd, bestand)
            gezien.add(label)


def _knopen(deel: Any) -> Iterator[Knoop]:
    """Yield every element, in reading order."""
    if isinstance(deel, dict):
        if "t" in deel:
            yield deel
        for kind in deel.values():
            yield from _knopen(kind)
    elif isinstance(deel, list):
        for kind in deel:
            yield from _knopen(kind)


def _label(knoop: Knoop) -> str:
    """Return the label an element has, or ""."""
    if knoop["t"] in KENMERKEN:
        return str(knoop["c"][KENMERKEN[knoop["t"]]][0])
    # the attributes of an equation are words to pandoc
    gevonden = _VERGELIJKING.match(knoop["c"]) if knoop["t"] == "Str" else None
    return gevonden[1] if gevonden else ""


def _weiger_ruw(knoop: Knoop, qmd: str, bestand: str) -> None:
    if knoop["t"] not in ("RawInline", "RawBlock"):
        return
    taal, ruw = knoop["c"]
    raise RenderFout(
        f"hier staat opmaak in {_OPMAAKTALEN.get(taal, taal)}, die niet in de PDF komt",
        bestand=bestand,
        regel=_regel(qmd, re.escape(ruw.strip().splitlines()[0])) if ruw.strip() else None,
        waarde=" ".join(ruw.split())[:80],
        remedie="Schrijf het in Markdown. Hoort het teken bij de tekst, zet er dan een \\ voor.",
    )


def _weiger_los_blokeinde(knoop: Knoop, qmd: str, bestand: str) -> None:
    if knoop["t"] != "Str" or not _LOS_BLOKEINDE.fullmatch(knoop["c"]):
        return
    if regel := _regel(qmd, rf"^\s*{knoop['c']}\s*$"):  # no such line: it is escaped, and text
        raise RenderFout(
            "een regel met ::: opent geen blok en sluit er geen",
            bestand=bestand,
            regel=regel,
            remedie="Haal de regel weg, of zet een lege regel voor en na elk blok.",
        )


def _weiger_kop_in_alinea(knoop: Knoop, qmd: str, bestand: str) -> None:
    """Refuse a heading right below a line of text: it is a part of that paragraph."""
    delen = knoop["c"] if knoop["t"] in ("Para", "Plain") else []
    for voor, hekjes, na in zip(delen, delen[1:], delen[3:], strict=False):
        is_kop = voor["t"] == "SoftBreak" and hekjes["t"] == na["t"] == "Str"
        if not is_kop or not _HEKJES.fullmatch(hekjes["c"]):
            continue
        patroon = rf"^\s*{hekjes['c']}\s+{re.escape(na['c'])}"
        if regel := _regel(qmd, patroon):  # no such line: it is escaped, and text
            raise RenderFout(
                "deze kop hoort bij de alinea erboven en wordt gewone tekst",
                bestand=bestand,
                regel=regel,
                remedie="Zet een lege regel boven de kop.",
            )


def _weiger_zonder_label(knoop: Knoop, qmd: str, bestand: str) -> None:
    """Refuse a caption whose figure or table has no label: Quarto drops it or numbers it anew."""
    soort = {"Figure": "fig", "Table": "tbl"}.get(knoop["t"])
    if not soort or _label(knoop).startswith(f"{soort}-"):
        return
    bijschrift = _woorden(knoop["c"][1])
    if not bijschrift:
        return
    voorbeeld = "![Bijschrift](beeld.svg)" if soort == "fig" else ": Bijschrift"
    raise RenderFout(
        f"een bijschrift zonder label: {SOORTEN[soort]} heeft geen {{#{soort}-...}}",
        bestand=bestand,
        regel=_regel_met_woorden(qmd, bijschrift),
        waarde=bijschrift[:80],
        remedie=f"Zet er een eigen label achter: {voorbeeld} {{#{soort}-naam}}.",
    )


def _weiger_zonder_bijschrift(knoop: Knoop, qmd: str, bestand: str) -> None:
    """Refuse a label without a caption: nothing can refer to it."""
    soort = _label(knoop).partition("-")[0]
    if soort not in SOORTEN or not _zonder_bijschrift(knoop):
        return
    raise RenderFout(
        f"{SOORTEN[soort]} {_label(knoop)} heeft geen bijschrift",
        bestand=bestand,
        regel=_regel(qmd, _als_label(_label(knoop))),
        remedie="Geef haar een bijschrift; van een blok ::: is de laatste alinea het bijschrift.",
    )


def _zonder_bijschrift(knoop: Knoop) -> bool:
    inhoud = knoop["c"]
    if knoop["t"] in ("Figure", "Table"):
        return not _woorden(inhoud[1])
    if knoop["t"] == "Div":
        return len(inhoud[1]) < 2 or inhoud[1][-1]["t"] != "Para"
    return bool(knoop["t"] == "Image")  # an image with a caption on its own line is a Figure


def _weiger_dubbel(label: str, qmd: str, bestand: str) -> None:
    regels = _regels(qmd, _als_label(label))
    if len(regels) < 2 and label.startswith("eq-"):
        return  # words that look like one
    eerder = f"; het staat ook op regel {regels[0]}" if len(regels) > 1 else ""
    raise RenderFout(
        f"het label {label} komt meer dan eens voor{eerder}",
        bestand=bestand,
        regel=regels[min(1, len(regels) - 1)] if regels else None,
        remedie="Geef elke figuur, tabel en paragraaf een eigen label.",
    )


def _als_label(label: str) -> str:
    return rf"(?<!\\)\{{[^}}]*#{re.escape(label)}(?=[\s}}])"


def _woorden(deel: Any) -> str:
    """Return the words of a part of the tree on one line."""
    stukken = [
        knoop["c"] if knoop["t"] == "Str" else " "
        for knoop in _knopen(deel)
        if knoop["t"] in ("Str", "Space", "SoftBreak", "LineBreak")
    ]
    return " ".join("".join(stukken).split())


def _regels(qmd: str, patroon: str) -> Sequence[int]:
    vorm = re.compile(patroon)
    return [n for n, regel in enumerate(qmd.splitlines(), start=1) if vorm.search(regel)]


def _regel(qmd: str, patroon: str) -> int | None:
    return next(iter(_regels(qmd, patroon)), None)


def _regel_met_woorden(qmd: str, woorden: str) -> int | None:
    """Return the line on which a caption starts, whatever the markup in it."""
    kaal = re.compile(r"[\W_]+")
    begin = kaal.sub("", woorden)[:40]
    for nummer, regel in enumerate(qmd.splitlines(), start=1):
        tekst = kaal.sub("", re.sub(r"^\s*(?:[Tt]able\s*)?:|^.*?!\[", "", regel, count=1))
        if (
            tekst
            and regel.strip()[0] in ":!Tt"
            and (tekst.startswith(begin) or begin.startswith(tekst))
        ):
            return nummer
    return None
