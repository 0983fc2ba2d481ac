"""Clean blocks written as Markdown that is only text, and read back to see that it is.

pandoc's own Markdown writer does the structure, but not the escaping: it leaves `::: {.x}`,
`[@x]`, `: x` and `&lt;` in running text as they are. Hence `_scherm_af`.
"""

from __future__ import annotations

import json
import re
from itertools import zip_longest
from typing import Any

from leefbaarheid.basis.markdown import KLEM_CODE, TEKEN, WEER_OPEN, afgeschermd
from leefbaarheid.wijkanalyses.blokken import Blok, kaal, op_koppen, woorden
from leefbaarheid.wijkanalyses.kenmerk import kenmerk
from leefbaarheid.wijkanalyses.pandoc import SCHRIJF_MARKDOWN, lees_ast, pandoc
from leefbaarheid.wijkanalyses.tekens import controleer_shortcode
from leefbaarheid.wijkanalyses.weigering import Ongeschikt

SECTIENIVEAU = 3  # in the bijlage: # chapter, ## wijkanalyse, ### sectie, #### kop daarbinnen


def schrijf_markdown(secties: dict[str, list[Blok]], sleutel: str) -> dict[str, str]:
    """Return the Markdown of each section: its text, without its own heading.

    Footnotes stand at the end of their section, with labels that no other wijkanalyse has.
    Raises Ongeschikt when the text cannot be written so that it reads the same.
    """
    blokken: list[Blok] = []
    for naam, inhoud in secties.items():
        kop = {"t": "Header", "c": [SECTIENIVEAU, kaal(), woorden(naam)]}
        blokken += [kop, *inhoud]
    document = {"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": _scherm_af(blokken)}
    invoer = json.dumps(document).encode()
    opties = ("--wrap=none", "--reference-location=section")
    tekst = pandoc(invoer, "json", SCHRIJF_MARKDOWN, *opties)[0].decode("utf-8")
    # every "[", "^" and "#" of the text itself is still a private character here
    tekst = re.sub(r"\[\^(\d+)\]", rf"[^{sleutel}-\1]", tekst)
    delen = re.split(rf"^{'#' * SECTIENIVEAU} .*\n", tekst, flags=re.M)[1:]
    uit = {
        naam: deel.strip("\n").translate(WEER_OPEN) + "\n"
        for naam, deel in zip(secties, delen, strict=True)
    }
    _controleer(secties, uit)
    return uit


def _scherm_af(ast: Any) -> Any:
    """Escape all text in an AST that is about to be written as Markdown."""
    if isinstance(ast, list):
        uit: list[Any] = []
        for vorige, x in zip([None, *ast], ast, strict=False):
            if isinstance(x, dict) and x.get("t") == "Str":
                begin = not isinstance(vorige, dict) or vorige.get("t") == "LineBreak"
                uit.append({"t": "Str", "c": afgeschermd(x["c"], begin)})
            elif isinstance(x, dict) and x.get("t") == "Link" and uit and uit[-1].get("t") == "Str":
                # a "!" before a link would make an image of it
                uit[-1] = {"t": "Str", "c": re.sub("!$", chr(TEKEN + ord("!")), uit[-1]["c"])}
                uit.append(_scherm_af(x))
            else:
                uit.append(_scherm_af(x))
        return uit
    if isinstance(ast, dict):
        if ast.get("t") in ("Code", "CodeBlock"):
            return {"t": ast["t"], "c": [ast["c"][0], ast["c"][1].translate(KLEM_CODE)]}
        return {sleutel: _scherm_af(x) for sleutel, x in ast.items()}
    return ast


def _controleer(secties: dict[str, list[Blok]], markdown: dict[str, str]) -> None:
    """Read what was written, with everything pandoc can see switched on, and compare."""
    hekjes = "#" * SECTIENIVEAU
    tekst = "\n".join(f"{hekjes} {naam}\n\n{deel}" for naam, deel in markdown.items())
    controleer_shortcode(tekst)
    gelezen = op_koppen(lees_ast(tekst.encode(), "markdown")[0], SECTIENIVEAU)
    leeg: tuple[str, list[Blok]] = ("", [])
    for (naam, bedoeld), (kop, blokken) in zip_longest(secties.items(), gelezen, fillvalue=leeg):
        if kop != naam or kenmerk(blokken) != kenmerk(bedoeld):
            raise Ongeschikt(
                f"de tekst van de sectie '{naam}' kan niet ongewijzigd worden overgenomen",
                remedie="Vereenvoudig de opmaak: vooral code in tabellen en lijsten vlak na elkaar "
                "geven dit.",
            )
