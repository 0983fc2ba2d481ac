"""Text that looks like markup, and means to see whether it stayed text."""

from __future__ import annotations

import json
import re

LASTIG = [
    '#import "x"',
    "#set text(red)",
    "$x$ en $y$",
    "$5 tot $10",
    r"\input{/etc/passwd}",
    r"\(x\) \[y\]",
    "\\",
    "x \\",
    "<script>alert(1)</script>",
    "<div>",
    "<!-- weg -->",
    "&lt; &copy; &#65;",
    "@fig-x en [@bron; @ander] en -@x",
    "(@) x",
    "a@b.nl",
    "C#",
    "€ 5 < 6 > 4",
    "```{=typst}",
    "~~~ {.r}",
    "`{python} 1`",
    "`x`{=html}",
    "::: {.callout-note}",
    ":::",
    ": definitie",
    "[tekst]{.klasse}",
    "[tekst](adres) ![beeld](pad.png)",
    "[^1]: noot ^[noot]",
    "[x]: http://y.nl",
    "# kop {#id .k}",
    "{#fig-x}",
    "{=html}",
    "- punt",
    "+ punt",
    "* punt",
    "1. een",
    "A. Jansen",
    "iv) vier",
    "(a) een",
    "#. een",
    "> citaat",
    "| a | b |",
    "+---+",
    "---",
    "===",
    "% titel",
    "_a_ *b* __c__ **d** ~e~ ^f^ ~~g~~",
    "snake_case_naam",
    "x^2^ en H~2~O",
    "<http://x.nl> en www.x.nl",
    "$$x$$",
    "!",
    "'s-Gravenhage en 't Zand",
]
# Characters that typography may turn into one another, and nothing else.
_ZETWERK = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "--", "—": "---"})


def zelfde(tekst: str) -> str:
    """Return `tekst` without typography: straight quotes, plain dashes."""
    tekst = " ".join(tekst.translate(_ZETWERK).replace("…", "...").split())
    return tekst.replace('"', "'")


def soorten(ast) -> set[str]:
    """Return all types of block and inline in an AST."""
    return set(re.findall(r'"t": "(\w+)"', json.dumps(ast)))


GEWOON = {"Para", "Str", "Space", "Quoted", "SingleQuote", "DoubleQuote"}
"""What pandoc sees in a paragraph of plain words."""
