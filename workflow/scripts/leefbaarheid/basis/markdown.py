"""Plain text as Markdown that is only text: every character that could be markup is escaped."""

from __future__ import annotations

import re

from leefbaarheid.basis.taal import apostrof

_ESCAPE = "\\`*_{}[]<>#~^$@|&"
TEKEN, LETTERLIJK = 0xE000, 0xE100  # private use: stands for an escaped, a verbatim character
_KLEM = {ord(c): TEKEN + ord(c) for c in _ESCAPE}
KLEM_CODE = {ord(c): LETTERLIJK + ord(c) for c in "[#{"}
WEER_OPEN = {TEKEN + c: "\\" + chr(c) for c in range(0x21, 0x7F)} | {
    LETTERLIJK + c: chr(c) for c in range(0x21, 0x7F)
}
_LIJSTBEGIN = re.compile(r"(\(?[\w\ue023\ue040]+)([.)])")  # 1. a) (iv) #. (@)
_BLOKBEGIN = re.compile(r"[-+%=:]")  # list, title block, underline of a heading, definition or div


def afgeschermd(tekst: str, aan_het_begin: bool) -> str:
    """Put a private character for each one that Markdown could read as markup."""
    tekst = tekst.translate(_KLEM)
    if aan_het_begin:
        if _BLOKBEGIN.match(tekst):
            tekst = chr(TEKEN + ord(tekst[0])) + tekst[1:]
        if lijst := _LIJSTBEGIN.fullmatch(tekst):
            tekst = lijst[1] + chr(TEKEN + ord(lijst[2]))
    return tekst


def als_markdown(tekst: str) -> str:
    """Escape a plain string (title, name, summary) for use within a line of Markdown.

    Nothing in it is taken for markup, in a paragraph, a heading or a table cell. White space is
    folded. An apostrophe becomes a typographic one, also where two names in one cell could be taken
    for a quotation; double quotes, `--` and `...` are left to the engine (smart), as they are in
    running text.
    """
    woorden = [afgeschermd(w, i == 0) for i, w in enumerate(apostrof(tekst).split())]
    return " ".join(woorden).translate(WEER_OPEN)
