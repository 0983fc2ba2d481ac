"""Text of others made safe: a whitelist over pandoc's AST, and Markdown that is only text.

A wijkanalyse is written by many hands and ends in a report that two engines read (Quarto, and
pandoc with Typst). So only plain structure passes (paragraphs, lists, tables, quotes, notes,
links, images with alt text); raw Typst, HTML and LaTeX, formulas, citations, shortcodes and
executable cells are refused, and every character that Markdown could take for markup is escaped.
`schrijf_markdown` reads its result back and demands that it says what went in.

pandoc's own Markdown writer does the structure, but not the escaping: it leaves `::: {.x}`,
`[@x]`, `: x` and `&lt;` in running text as they are. Hence `_scherm_af`.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.markdown import KLEM_CODE, TEKEN, WEER_OPEN, afgeschermd

Blok = dict[str, Any]

# What pandoc may take long over is not a wijkanalyse.
TIJD = 60
# Reading: raw markup stays visible as such (also <div> and <span>), so that it can be refused.
LEES_MARKDOWN = (
    "markdown-native_divs-native_spans-markdown_in_html_blocks-yaml_metadata_block"
    "-pandoc_title_block-latex_macros-example_lists"
)
# Writing: pipe tables only, because both engines read them alike; curly quotes as they are.
SCHRIJF_MARKDOWN = "markdown-smart-simple_tables-multiline_tables-grid_tables"
SECTIENIVEAU = 3  # in the bijlage: # chapter, ## wijkanalyse, ### sectie, #### kop daarbinnen
DIEPSTE_KOP = 5

_VERBODEN_TEKEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ue000-\uf8ff\ufffe\uffff]")
_SHORTCODE = re.compile(r"\{\{[<%].{0,40}")
_UITVOERBAAR = re.compile(r"\s*(\{|r\s)")
_CEL = re.compile(r"^\s*(`{3,}|~{3,})\s*\{", re.M)
_WEBADRES = re.compile(r"(https?://|mailto:)[^\s<>\"'\\{}|^`\[\]]+")

_RECHTE_AANHALING = {0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"}

_DOORGEEFBAAR = {"Emph", "Strong", "Superscript", "Subscript", "Strikeout"}
_UITGEPAKT = {"Underline", "SmallCaps"}
_RAUW = {"html": "HTML", "tex": "LaTeX", "latex": "LaTeX", "typst": "Typst"}


class Ongeschikt(Exception):
    """Something that may not be in a wijkanalyse.

    `fragment` is the offending text and `zoek` what to look for in the source to find its line;
    the caller knows the file and makes an InvoerFout of it.
    """

    def __init__(self, wat: str, *, fragment: str = "", remedie: str = "", zoek: str = "") -> None:
        super().__init__(wat)
        self.wat, self.fragment, self.remedie = wat, fragment, remedie
        self.zoek = zoek or fragment


class PandocFout(Exception):
    """pandoc could not read or write it, or took too long."""


def pandoc(invoer: bytes, van: str, naar: str, *opties: str) -> tuple[bytes, list[str]]:
    """Run pandoc, sandboxed (it reads no file); return its output and its warnings.

    Raises:
        PandocFout: it stopped with an error, or took longer than TIJD.
    """
    import pypandoc

    try:
        programma = pypandoc.get_pandoc_path()
    except OSError as fout:
        raise InvoerFout(
            "pandoc ontbreekt in deze omgeving",
            remedie="Zet de omgeving opnieuw op (zie README); pandoc komt met pypandoc_binary mee.",
        ) from fout
    opdracht = [programma, "--sandbox", f"--from={van}", f"--to={naar}", *opties]
    try:
        klaar = subprocess.run(opdracht, input=invoer, capture_output=True, timeout=TIJD)
    except subprocess.TimeoutExpired as fout:
        raise PandocFout(f"pandoc was na {TIJD} seconden niet klaar") from fout
    meldingen = klaar.stderr.decode("utf-8", "replace").strip().splitlines()
    if klaar.returncode:
        raise PandocFout(" ".join(meldingen[:1]) or f"pandoc stopte met code {klaar.returncode}")
    return klaar.stdout, [m for m in meldingen if m.startswith("[WARNING]")]


def lees_ast(inhoud: bytes, formaat: str) -> tuple[list[Blok], list[str]]:
    """Return the blocks of pandoc's AST and its warnings; `formaat` is a pandoc reader."""
    uitvoer, waarschuwingen = pandoc(inhoud, formaat, "json")
    return json.loads(uitvoer)["blocks"], waarschuwingen


# --- escaping -----------------------------------------------------------------------------------


def _scherm_af(ast: Any) -> Any:
    """Escape all text in an AST that is about to be written as Markdown."""
    if isinstance(ast, list):
        uit = []
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


# --- reading an AST -----------------------------------------------------------------------------


def platte_tekst(ast: Any) -> str:
    """Return the words of an AST: notes and tables included, markup left out."""
    return " ".join("".join(_stukjes(ast)).split())


def _stukjes(ast: Any) -> Iterator[str]:
    if isinstance(ast, list):
        for x in ast:
            yield from _stukjes(x)
    elif isinstance(ast, dict):
        soort, inhoud = ast.get("t"), ast.get("c")
        if soort == "Str":
            yield inhoud
        elif soort in ("Code", "CodeBlock", "Math", "RawInline", "RawBlock"):
            yield inhoud[1]
        elif soort in ("Space", "SoftBreak", "LineBreak"):
            yield " "
        elif soort == "Image":
            yield from _stukjes(inhoud[1])
        elif soort == "Quoted":
            teken = '"' if inhoud[0]["t"] == "DoubleQuote" else "'"
            yield teken
            yield from _stukjes(inhoud[1])
            yield teken
        else:
            yield from _stukjes(inhoud)
            if soort not in _DOORGEEFBAAR | _UITGEPAKT | {"Link", "Span", "Cite"}:
                yield " "  # the end of a block, so that its last word does not touch the next


def cellen(tabel: Blok) -> list[list[list[Blok]]]:
    """Return the rows of a Table, header first, as lists of cells, each a list of blocks."""
    _, _, _, hoofd, lichamen, voet = tabel["c"]
    rijen = [*hoofd[1], *(rij for lichaam in lichamen for rij in lichaam[2] + lichaam[3]), *voet[1]]
    return [[cel[4] for cel in rij[1]] for rij in rijen]


# --- the whitelist ------------------------------------------------------------------------------


@dataclass
class Schoonmaker:
    """Walk the AST of one wijkanalyse and keep what is allowed.

    Args:
        sleutel: short name of the wijkanalyse; figures and tables get ids with it.
        uit_word: Word has named styles and bookmarks without meaning here: they are unpacked,
            where a Div or Span in Markdown was meant to do something and is refused.
        beeld: called with (path, alt text) of an image; returns the path to write, or raises
            Ongeschikt.
    """

    sleutel: str
    uit_word: bool
    beeld: Callable[[str, str], str]
    figuren: int = 0
    tabellen: int = 0

    def sectie(self, blokken: list[Blok], bovenste: int) -> list[Blok]:
        """Return the clean blocks of one section, whose own heading has level `bovenste`.

        Raises Ongeschikt.
        """
        vorige = SECTIENIVEAU
        uit: list[Blok] = []
        for blok in blokken:
            if blok["t"] != "Header":
                uit += self.blokken([blok])
                continue
            tekst = platte_tekst(blok)
            niveau = blok["c"][0] - bovenste + SECTIENIVEAU
            if not tekst:
                raise Ongeschikt("er staat een lege kop", remedie="Haal de lege kop weg.")
            if niveau > min(vorige + 1, DIEPSTE_KOP):
                raise Ongeschikt(
                    "een kop slaat een niveau over of ligt te diep",
                    fragment=tekst,
                    remedie=f"Gebruik binnen een sectie hoogstens {DIEPSTE_KOP - SECTIENIVEAU} "
                    "niveaus, zonder er een over te slaan.",
                )
            vorige = niveau
            uit.append({"t": "Header", "c": [niveau, _kaal(), _woorden(tekst)]})
        schoon = _lijsten_samen(uit)
        _controleer_tekens(schoon)
        return schoon

    def blokken(self, blokken: list[Blok]) -> list[Blok]:
        """Return clean blocks; raises Ongeschikt for what is not on the list."""
        return [schoon for blok in blokken for schoon in self._blok(blok)]

    def _blok(self, blok: Blok) -> list[Blok]:
        soort, inhoud = blok["t"], blok.get("c")
        if soort in ("Para", "Plain"):
            if len(inhoud) == 1 and inhoud[0]["t"] == "Image":
                return [self._figuur(inhoud[0], [])]
            inlines = self.inlines(inhoud)
            return [{"t": soort, "c": inlines}] if platte_tekst(inlines) else []
        if soort == "BulletList":
            return [{"t": soort, "c": [_lijsten_samen(self.blokken(p)) for p in inhoud]}]
        if soort == "OrderedList":
            (start, stijl, teken), punten = inhoud
            stijl = stijl if stijl["t"] not in ("DefaultStyle", "Example") else {"t": "Decimal"}
            teken = teken if teken["t"] != "DefaultDelim" else {"t": "Period"}
            schoon = [_lijsten_samen(self.blokken(p)) for p in punten]
            return [{"t": soort, "c": [[start, stijl, teken], schoon]}]
        if soort == "BlockQuote":
            return [{"t": soort, "c": _lijsten_samen(self.blokken(inhoud))}]
        if soort == "CodeBlock":
            tekst = inhoud[1]
            if _CEL.search(tekst):
                raise _uitvoerbaar(tekst)
            # a class makes it a fenced block, which cannot merge with a list above it
            return [{"t": soort, "c": [["", ["text"], []], tekst]}]
        if soort == "Table":
            return [self._tabel(blok)]
        if soort == "Figure":
            return [self._figuur_uit(blok)]
        if soort == "Div" and self.uit_word:
            return self.blokken(inhoud[1])
        raise _geweigerd(blok)

    def inlines(self, inlines: list[Blok]) -> list[Blok]:
        """Return clean inlines; neighbours of one kind are joined, spaces at line breaks go."""
        uit: list[Blok] = []
        for x in (s for inline in inlines for s in self._inline(inline)):
            vorige = uit[-1]["t"] if uit else ""
            if x["t"] == vorige == "Code":
                uit[-1] = {"t": "Code", "c": [_kaal(), uit[-1]["c"][1] + x["c"][1]]}
            elif x["t"] == vorige and vorige in _DOORGEEFBAAR:
                uit[-1] = {"t": vorige, "c": uit[-1]["c"] + x["c"]}
            elif x["t"] == "LineBreak" and vorige == "Space":
                uit[-1] = x
            elif not (x["t"] == "Space" and vorige in ("", "Space", "LineBreak")):
                uit.append(x)
        return uit

    def _inline(self, inline: Blok) -> list[Blok]:
        soort, inhoud = inline["t"], inline.get("c")
        if soort in ("Str", "Space", "LineBreak"):
            return [] if inhoud == "" else [inline]
        if soort == "SoftBreak":
            return [{"t": "Space"}]
        if soort in _DOORGEEFBAAR:
            binnen = self.inlines(inhoud)
            return [{"t": soort, "c": binnen}] if binnen else []
        if soort in _UITGEPAKT:
            return self.inlines(inhoud)
        if soort == "Span" and (self.uit_word or inhoud[0] == _kaal()):
            return self.inlines(inhoud[1])
        if soort == "Quoted":
            return [{"t": soort, "c": [inhoud[0], self.inlines(inhoud[1])]}]
        if soort == "Code":
            if _UITVOERBAAR.match(inhoud[1]):
                raise _uitvoerbaar(inhoud[1])
            return [{"t": soort, "c": [_kaal(), inhoud[1]]}]
        if soort == "Note":
            return [{"t": soort, "c": _lijsten_samen(self.blokken(inhoud))}]
        if soort == "Link":
            _, tekst, (adres, _) = inhoud
            if not _WEBADRES.fullmatch(adres):
                raise Ongeschikt(
                    "een koppeling wijst niet naar een webadres",
                    fragment=adres,
                    remedie="Alleen adressen met http://, https:// of mailto: mogen, zonder "
                    "spaties of haken.",
                )
            return [{"t": soort, "c": [_kaal(), self.inlines(tekst), [adres, ""]]}]
        raise _geweigerd(inline)

    def _figuur_uit(self, figuur: Blok) -> Blok:
        _, bijschrift, blokken = figuur["c"]
        if not (
            len(blokken) == 1
            and blokken[0]["t"] in ("Plain", "Para")
            and [x["t"] for x in blokken[0]["c"]] == ["Image"]
        ):
            raise Ongeschikt(
                "een figuur bestaat uit meer dan één afbeelding",
                fragment=platte_tekst(figuur),
                remedie="Zet elke afbeelding in een eigen alinea.",
            )
        onderschrift = [x for blok in bijschrift[1] for x in blok.get("c", [])]
        return self._figuur(blokken[0]["c"][0], onderschrift)

    def _figuur(self, afbeelding: Blok, onderschrift: list[Blok]) -> Blok:
        (_, _, kenmerken), tekst, (pad, _) = afbeelding["c"]
        kenmerken = dict(kenmerken)
        onderschrift = self.inlines(onderschrift or tekst)
        alt = kenmerken.get("fig-alt") or kenmerken.get("alt") or platte_tekst(tekst)
        alt = " ".join(alt.split()).replace('"', "”").replace("\\", "/")
        if not alt:
            raise Ongeschikt(
                "een afbeelding heeft geen alternatieve tekst",
                fragment=pad,
                remedie="Beschrijf wat de afbeelding laat zien: ![beschrijving](pad), in Word "
                "'Alternatieve tekst bewerken'.",
            )
        nieuw = self.beeld(pad, alt)
        self.figuren += 1
        attr = ["", [], [["fig-alt", alt]]]
        beeld = {"t": "Image", "c": [attr, onderschrift, [nieuw, ""]]}
        kop = [f"fig-{self.sleutel}-{self.figuren}", [], []]
        bijschrift = [None, [{"t": "Plain", "c": onderschrift}]]
        return {"t": "Figure", "c": [kop, bijschrift, [{"t": "Plain", "c": [beeld]}]]}

    def _tabel(self, tabel: Blok) -> Blok:
        _, bijschrift, kolommen, hoofd, lichamen, voet = tabel["c"]
        rijen = [*hoofd[1], *(rij for lichaam in lichamen for rij in lichaam[2] + lichaam[3])]
        zoek = next((w for w in platte_tekst(tabel).split() if len(w) > 3), "|")
        if len(hoofd[1]) != 1 or voet[1] or not platte_tekst(hoofd):
            raise Ongeschikt(
                "een tabel heeft geen kopregel, of meer dan één",
                fragment=platte_tekst(tabel)[:60],
                zoek=zoek,
                remedie="Geef de tabel precies één kopregel (in Word: Tabelontwerp, Veldnamenrij).",
            )
        for rij in rijen:
            for _, _, hoog, breed, blokken in rij[1]:
                soorten = [blok["t"] for blok in blokken]
                if hoog > 1 or breed > 1 or soorten not in ([], ["Plain"], ["Para"]):
                    raise Ongeschikt(
                        "een tabel heeft samengevoegde cellen, of een cel met meer dan één alinea",
                        fragment=platte_tekst(tabel)[:60],
                        zoek=zoek,
                        remedie="Maak er een gewone tabel van: één regel tekst per cel.",
                    )
        onderschrift = self.inlines([x for blok in bijschrift[1] for x in blok.get("c", [])])
        naam = ""
        if onderschrift:  # without an id Quarto drops the caption
            self.tabellen += 1
            naam = f"tbl-{self.sleutel}-{self.tabellen}"
        return {
            "t": "Table",
            "c": [
                [naam, [], []],
                [None, [{"t": "Plain", "c": onderschrift}] if onderschrift else []],
                [[uitlijning, {"t": "ColWidthDefault"}] for uitlijning, _ in kolommen],
                [_kaal(), [self._rij(hoofd[1][0])]],
                [[_kaal(), 0, [], [self._rij(rij) for rij in rijen[1:]]]],
                [_kaal(), []],
            ],
        }

    def _rij(self, rij: list[Any]) -> list[Any]:
        uit = []
        for _, uitlijning, _, _, blokken in rij[1]:
            inlines = _op_een_regel(self.inlines([x for blok in blokken for x in blok["c"]]))
            inhoud = [{"t": "Plain", "c": inlines}] if inlines else []
            uit.append([_kaal(), uitlijning, 1, 1, inhoud])
        return [_kaal(), uit]


def _op_een_regel(ast: Any) -> Any:
    """Make spaces of line breaks: a cell of a pipe table is one line."""
    if isinstance(ast, list):
        return [_op_een_regel(x) for x in ast]
    if isinstance(ast, dict):
        if ast.get("t") == "LineBreak":
            return {"t": "Space"}
        return {sleutel: _op_een_regel(x) for sleutel, x in ast.items()}
    return ast


def _kaal() -> list[Any]:
    """Return pandoc's empty attributes: no id, no classes, nothing else."""
    return ["", [], []]


def _woorden(tekst: str) -> list[Blok]:
    """Return plain text as inlines."""
    uit: list[Blok] = []
    for woord in tekst.split():
        uit += [{"t": "Space"}, {"t": "Str", "c": woord}]
    return uit[1:]


def _lijsten_samen(blokken: list[Blok]) -> list[Blok]:
    """Join neighbouring bullet lists; Markdown cannot keep two lists apart without raw HTML."""
    uit: list[Blok] = []
    for blok in blokken:
        if uit and blok["t"] == uit[-1]["t"] == "BulletList":
            uit[-1] = {"t": "BulletList", "c": uit[-1]["c"] + blok["c"]}
        elif uit and blok["t"] == uit[-1]["t"] == "OrderedList":
            raise Ongeschikt(
                "twee genummerde lijsten staan direct onder elkaar",
                fragment=platte_tekst(blok)[:60],
                zoek=platte_tekst(blok).split(" ")[0],
                remedie="Maak er één lijst van, of zet er een regel tekst tussen.",
            )
        else:
            uit.append(blok)
    return uit


def _uitvoerbaar(tekst: str) -> Ongeschikt:
    return Ongeschikt(
        "er staat een uitvoerbare codecel",
        fragment=tekst.strip().split("\n")[0],
        remedie="Een wijkanalyse bevat alleen tekst: haal de code weg.",
    )


def _geweigerd(x: Blok) -> Ongeschikt:
    """Return the message for a block or inline that is not on the list."""
    soort, inhoud = x["t"], x.get("c")
    tekst = platte_tekst(x)
    if soort in ("RawInline", "RawBlock"):
        rauw = inhoud[1].strip()
        teken = {"html": r"< schrijf je als \<", "tex": r"\ schrijf je als \\"}.get(inhoud[0])
        return Ongeschikt(
            f"er staat ruwe {_RAUW.get(inhoud[0], inhoud[0])}-opmaak in de tekst",
            fragment=rauw.split("\n")[0][:60],
            remedie="Gebruik gewone Markdown." + (f" Een letterlijke {teken}." if teken else ""),
        )
    if soort == "Math":
        teken = "$$" if inhoud[0]["t"] == "DisplayMath" else "$"
        return Ongeschikt(
            "er staat een formule in de tekst",
            fragment=f"{teken}{inhoud[1]}{teken}",
            zoek=inhoud[1].split("\n")[0],
            remedie=r"Schrijf het in woorden; een letterlijk dollarteken schrijf je als \$.",
        )
    if soort == "Cite":
        return Ongeschikt(
            "er staat een verwijzing met @ in de tekst",
            fragment=tekst,
            remedie="Noem de bron voluit (auteur, jaar) en zet haar onder Bronnen; een letterlijk "
            r"apenstaartje schrijf je als \@.",
        )
    if soort == "Image":
        return Ongeschikt(
            "er staat een afbeelding midden in een alinea, een lijst of een tabel",
            fragment=inhoud[2][0],
            remedie="Zet de afbeelding in een eigen alinea.",
        )
    if soort == "HorizontalRule":
        return Ongeschikt(
            "er staat een horizontale lijn in de tekst",
            remedie="Haal de lijn weg; de secties worden door hun koppen gescheiden.",
        )
    if soort == "Header":
        return Ongeschikt(
            "er staat een kop binnen een lijst, citaat of tabel",
            fragment=tekst,
            remedie="Zet de kop op een eigen regel buiten de lijst of het citaat.",
        )
    namen = {
        "Div": ("een opmaakblok", ":::"),
        "Span": ("opmaak tussen accolades", "]{"),
        "DefinitionList": ("een definitielijst", ":"),
        "LineBlock": ("een regelblok", "|"),
    }
    naam, zoek = namen.get(soort, (f"opmaak van de soort {soort}", ""))
    return Ongeschikt(
        f"er staat {naam} in de tekst",
        fragment=tekst[:60],
        zoek=zoek,
        remedie="Gebruik alleen alinea's, koppen, lijsten, tabellen, citaten, voetnoten, "
        "webadressen en afbeeldingen.",
    )


def _controleer_tekens(ast: Any) -> None:
    """Refuse shortcodes, control characters and characters of symbol fonts, wherever they stand."""
    alles = json.dumps(ast, ensure_ascii=False)
    tekst = platte_tekst(ast)
    controleer_shortcode(tekst)
    controleer_shortcode(alles)
    controleer_leesbaar(tekst)


def controleer_shortcode(tekst: str) -> None:
    """Raise Ongeschikt where `tekst` has the beginning of a Quarto shortcode."""
    if gevonden := _SHORTCODE.search(tekst):
        raise Ongeschikt(
            "er staat een Quarto-shortcode in de tekst",
            fragment=gevonden[0].split("\n")[0],
            zoek=gevonden[0][:3],
            remedie="Een wijkanalyse bevat alleen tekst: haal de shortcode weg.",
        )


def controleer_leesbaar(tekst: str) -> None:
    """Raise Ongeschikt for control characters and those that only a symbol font can show."""
    if gevonden := _VERBODEN_TEKEN.search(tekst):
        raise Ongeschikt(
            f"er staat een teken in dat geen leesteken is (U+{ord(gevonden[0]):04X})",
            zoek=gevonden[0],
            remedie="Haal het teken weg; vervang een teken uit een symbolenlettertype (Wingdings) "
            "door een gewoon teken.",
        )


def controleer_cellen(tekst: str) -> None:
    """Raise Ongeschikt where Markdown has the fence of an executable cell, as in ```{python}."""
    for gevonden in _CEL.finditer(tekst):
        regel = tekst[gevonden.start() :].lstrip("\n").split("\n")[0]
        if re.match(r"\s*[`~]+\s*\{\s*\w", regel):
            raise _uitvoerbaar(regel)


# --- writing ------------------------------------------------------------------------------------


def schrijf_markdown(secties: dict[str, list[Blok]], sleutel: str) -> dict[str, str]:
    """Return the Markdown of each section: its text, without its own heading.

    Footnotes stand at the end of their section, with labels that no other wijkanalyse has.
    Raises Ongeschikt when the text cannot be written so that it reads the same.
    """
    blokken = []
    for naam, inhoud in secties.items():
        kop = {"t": "Header", "c": [SECTIENIVEAU, _kaal(), _woorden(naam)]}
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


def _controleer(secties: dict[str, list[Blok]], markdown: dict[str, str]) -> None:
    """Read what was written, with everything pandoc can see switched on, and compare."""
    hekjes = "#" * SECTIENIVEAU
    tekst = "\n".join(f"{hekjes} {naam}\n\n{deel}" for naam, deel in markdown.items())
    controleer_shortcode(tekst)
    gelezen = op_koppen(lees_ast(tekst.encode(), "markdown")[0], SECTIENIVEAU)
    for (naam, bedoeld), (kop, blokken) in zip_longest(
        secties.items(), gelezen, fillvalue=("", [])
    ):
        if kop != naam or kenmerk(blokken) != kenmerk(bedoeld):
            raise Ongeschikt(
                f"de tekst van de sectie '{naam}' kan niet ongewijzigd worden overgenomen",
                remedie="Vereenvoudig de opmaak: vooral code in tabellen en lijsten vlak na elkaar "
                "geven dit.",
            )


def op_koppen(blokken: list[Blok], niveau: int) -> list[tuple[str, list[Blok]]]:
    """Split blocks at the headings of `niveau`; what stands before the first has the name ""."""
    delen: list[tuple[str, list[Blok]]] = []
    for blok in blokken:
        if blok["t"] == "Header" and blok["c"][0] <= niveau:
            delen.append((platte_tekst(blok), []))
        elif not delen:
            delen.append(("", [blok]))
        else:
            delen[-1][1].append(blok)
    return delen


def kenmerk(blokken: list[Blok]) -> list[Any]:
    """Return what blocks say and how they are built, free of how they were spelled.

    Two texts with the same kenmerk read the same: ids, column widths, the tightness of lists and
    typography (curly or straight quotes, -- or a dash) are left out.
    """
    return [_kenmerk_blok(blok) for blok in blokken]


def _kenmerk_blok(blok: Blok) -> list[Any]:
    soort, inhoud = blok["t"], blok.get("c")
    if soort in ("Para", "Plain"):
        return ["alinea", _kenmerk_inlines(inhoud)]
    if soort == "Header":
        return ["kop", inhoud[0], _kenmerk_inlines(inhoud[2])]
    if soort == "BulletList":
        return ["lijst", [kenmerk(punt) for punt in inhoud]]
    if soort == "OrderedList":
        return ["nummers", inhoud[0], [kenmerk(punt) for punt in inhoud[1]]]
    if soort == "BlockQuote":
        return ["citaat", kenmerk(inhoud)]
    if soort == "CodeBlock":
        return ["code", inhoud[1]]
    if soort == "Figure":
        (beeld,) = inhoud[2][0]["c"]
        return ["figuur", _bijschrift(inhoud[1]), beeld["c"][0][2], beeld["c"][2][0]]
    if soort == "Table":
        uitlijning = [kolom[0]["t"] for kolom in inhoud[2]]
        rijen = [[kenmerk(cel) for cel in rij] for rij in cellen(blok)]
        return ["tabel", _bijschrift(inhoud[1]), uitlijning, rijen]
    return ["anders", blok]  # not on the whitelist: equal to nothing that was let in


def _bijschrift(bijschrift: list[Any]) -> str:
    return _kenmerk_inlines([x for blok in bijschrift[1] for x in blok.get("c", [])])


def _kenmerk_inlines(inlines: list[Blok]) -> str:
    tekst = "".join(map(_kenmerk_inline, inlines))
    tekst = tekst.translate(_RECHTE_AANHALING)
    for getypt, gezet in (("---", "—"), ("--", "–"), ("...", "…")):
        tekst = tekst.replace(gezet, getypt)
    return " ".join(tekst.split())


def _kenmerk_inline(x: Blok) -> str:
    soort, inhoud = x["t"], x.get("c")
    if soort == "Str":
        return inhoud
    if soort in ("Space", "SoftBreak"):
        return " "
    if soort == "Quoted":
        teken = '"' if inhoud[0]["t"] == "DoubleQuote" else "'"
        return teken + _kenmerk_inlines(inhoud[1]) + teken
    if soort in _DOORGEEFBAAR:
        return f"\x01{soort} {''.join(map(_kenmerk_inline, inhoud))}\x02"
    if soort == "Link":
        return f"\x01Link {''.join(map(_kenmerk_inline, inhoud[1]))}\x01{inhoud[2][0]}\x02"
    if soort == "Code":
        return f"\x01Code {inhoud[1]}\x02"
    if soort == "Note":
        return f"\x01Note {json.dumps(kenmerk(inhoud))}\x02"
    return f"\x01{soort} {json.dumps(inhoud)}\x02"
