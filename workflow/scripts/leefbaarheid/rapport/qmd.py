"""The document as Quarto would read it: nothing in it may be run, included or passed on raw."""

from __future__ import annotations

import re

from leefbaarheid.rapport.renderfout import RenderFout

_VERBODEN = (
    (
        re.compile(r"\{\{<(?!\s*pagebreak\s*>\}\})"),
        "een Quarto-shortcode; alleen {{< pagebreak >}} is toegestaan",
    ),
    (
        re.compile(r"\{=\s*\w+\s*\}"),
        "een blok of fragment in een andere opmaaktaal ({=typst}, ...)",
    ),
    (re.compile(r"^\s*(?:`{3,}|~{3,})\s*\{[^.#=}]"), "een uit te voeren codeblok"),
)


def controleer_qmd(tekst: str, bestand: str) -> None:
    """Refuse what Quarto would run, include or pass on raw, wherever in the text it came from.

    Args:
        tekst: the whole .qmd.
        bestand: its name, for the message.
    """
    regels = tekst.splitlines()
    if not regels or regels[0].rstrip() != "---":
        raise RenderFout(
            "het document begint niet met een kop tussen twee regels ---", bestand=bestand, regel=1
        )
    einde = next((i for i, r in enumerate(regels) if i and r.rstrip() in ("---", "...")), None)
    if einde is None:
        raise RenderFout("de kop van het document is niet afgesloten met ---", bestand=bestand)
    for nummer, regel in enumerate(regels[einde + 1 :], start=einde + 2):
        for patroon, wat in _VERBODEN:
            if patroon.search(regel):
                raise RenderFout(
                    f"hier staat {wat}",
                    bestand=bestand,
                    regel=nummer,
                    waarde=regel.strip()[:80],
                    remedie="Haal dit weg of schrijf het anders.",
                )
        # a second metadata block could set filters or includes
        volgende = regels[nummer] if nummer < len(regels) else ""
        if regel.rstrip() == "---" and not regels[nummer - 2].strip() and volgende.strip():
            raise RenderFout(
                "een regel --- met tekst eronder leest als een tweede kop",
                bestand=bestand,
                regel=nummer,
                remedie="Zet een lege regel onder de streep.",
            )
