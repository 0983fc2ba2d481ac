"""Faults that a program can find in the text of a page."""

from __future__ import annotations

import re

FOUTEN = {
    "eenheid": r"\b[kcm]?m[23]\b",
    "dubbele punt aan het eind": r"(?<![.\s])\.\.(?![.\w])",
    "dubbel woord": r"\b(de|het|een|en|van|in|op|bij|is|zijn|met|voor) \1\b",
    "twee keer Bron": r"Bron: [^.]*;\s*Bron:",
    "laag aanhalingsteken": "[„‚‟]",
    "spatie voor leesteken": r"\w{2} [,;:](?=\s)",
    "kale verwijzing": r"(?<!\w)@(?:fig|tbl|sec|eq)-|\?@|\?\?",
    "waarde op inwoners die": r"hogere waarde op \w+ die",
    "streepje tussen jaren": r"\b(?:19|20)\d\d-(?:19|20)\d\d\b(?=[\s,;.)]| \()",
}
"""Names of the faults, each with what finds it."""
TOEGESTAAN = re.compile(r"https?://\S+|[\w/]+\.[a-z]{2,4}\b")
"""Addresses and file names."""


def tekstfouten(tekst: str) -> list[str]:
    """Return the faults in a text, each with the words around it."""
    kaal = TOEGESTAAN.sub("", " ".join(tekst.replace("\u00ad", "").split()))
    return [
        f"{naam}: {kaal[max(0, m.start() - 30) : m.end() + 30]}"
        for naam, patroon in FOUTEN.items()
        for m in re.finditer(patroon, kaal)
    ]
