"""Texts of the documents as plain words: what pandoc reads, without markup and references."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from leefbaarheid.basis.pandoc import zoek_pandoc

Knoop = Mapping[str, Any]

LEZER = "markdown-native_divs-native_spans-raw_html-raw_tex-raw_attribute"
VERWIJZING = re.compile(r"\s*\((?:zie )?@[^()]*\)|\s*\bZie @[^.]*\.")
"""A reference to a figure or table of the document, which the website does not have."""
MET_WOORDEN = {"Emph", "Strong", "Strikeout", "Underline", "Superscript", "Subscript"}
AANHALING = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}


def lees_markdown(tekst: str) -> list[Knoop]:
    """Return the blocks of a text."""
    gelezen = subprocess.run(
        [zoek_pandoc(), "--sandbox", f"--from={LEZER}", "--to=json"],
        input=tekst,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    blokken: list[Knoop] = json.loads(gelezen.stdout)["blocks"]
    return blokken


def woorden(delen: Sequence[Knoop]) -> str:
    """Return the words of inline elements on one line, without references to the document."""
    kaal = " ".join("".join(_woorden(delen)).split())
    return VERWIJZING.sub("", kaal).strip()


def _woorden(delen: Sequence[Knoop]) -> Iterator[str]:
    for deel in delen:
        soort: str = deel["t"]
        inhoud: Any = deel.get("c")
        if soort == "Str":
            yield str(inhoud)
        elif soort in ("Space", "SoftBreak", "LineBreak"):
            yield " "
        elif soort in ("Code", "Math"):
            yield str(inhoud[1])
        elif soort == "Quoted":
            open_, dicht = AANHALING[inhoud[0]["t"]]
            yield from (open_, *_woorden(inhoud[1]), dicht)
        elif soort in ("Cite", "Link", "Span", "Image"):
            yield from _woorden(inhoud[1])
        elif soort in MET_WOORDEN:
            yield from _woorden(inhoud)


def alineas(blokken: Sequence[Knoop]) -> list[str]:
    """Return the paragraphs of a text; an item of a list is one, with its dash."""
    uit: list[str] = []
    for blok in blokken:
        soort: str = blok["t"]
        inhoud: Any = blok.get("c")
        if soort in ("Para", "Plain"):
            uit.append(woorden(inhoud))
        elif soort == "Header":
            uit.append(woorden(inhoud[2]))
        elif soort == "BlockQuote":
            uit += alineas(inhoud)
        elif soort == "Div":
            uit += alineas(inhoud[1])
        elif soort in ("BulletList", "OrderedList"):
            lijst = inhoud if soort == "BulletList" else inhoud[1]
            uit += [f"– {' '.join(alineas(item))}" for item in lijst]
    return [tekst for tekst in uit if tekst]


def per_tekst(teksten: Sequence[str]) -> list[list[str]]:
    """Return the paragraphs of each of these texts, with one run of pandoc."""
    hek = "::::::::::"
    geheel = "\n\n".join(f"{hek} {{.deel}}\n\n{tekst}\n\n{hek}" for tekst in teksten)
    delen = [blok for blok in lees_markdown(geheel) if blok["t"] == "Div"]
    return [alineas(blok["c"][1]) for blok in delen]
