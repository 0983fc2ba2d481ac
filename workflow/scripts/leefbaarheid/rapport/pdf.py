"""From a .qmd to a checked PDF: one source, two engines (Quarto, or pandoc + Typst).

Both engines use the house style of `reports/_extensions/wijkrapport`; the pandoc engine adds
`reports/_pandoc`, which gives figures, tables and equations the form they have in Quarto's output.
The PDF is PDF/A-2a and PDF/UA-1, and it is put in its place only after `controleer_pdf` passed it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.schrijven import vervang

FORMAAT = "wijkrapport-typst"
HUISLETTER = "SourceSans3"  # as embedded in the PDF
PDF_NORMEN = ("a-2a", "ua-1")
MIN_QUARTO = (1, 9)  # the first with pdf-standard
ZACHT_STREEPJE = "\u00ad"  # what Typst breaks a word with
WACHTTIJD = 600  # seconds; a render takes a few
REMEDIE_QUARTO = (
    "Installeer Quarto met `make quarto`, of zet rapport.engine op auto of pandoc in de config."
)

# What the house documents do not need of pandoc's markdown is off: raw Typst, HTML or LaTeX in a
# wijkanalyse must come out as the text it is. (Quarto reads the same file with these on, which is
# why the reader of the wijkanalyses refuses them and `controleer_qmd` does so again.)
LEZER = "markdown" + "".join(
    f"-{uitbreiding}"
    for uitbreiding in ("raw_attribute", "raw_html", "raw_tex", "native_divs", "native_spans")
)


class RenderFout(InvoerFout):
    """A document that could not be made into a PDF, or a PDF that is not what it must be."""


@dataclass(frozen=True)
class Engine:
    """The programs that make the PDFs.

    Attributes:
        naam: "quarto" or "pandoc".
        versie: for the colofon and the manifest, e.g. "pandoc 3.9 + Typst 0.15.2".
    """

    naam: str
    versie: str


# ---- which engine ------------------------------------------------------------------------------


def _quarto_versie() -> str | None:
    """Return the version of the quarto on PATH, or None where it does not answer as it should."""
    programma = shutil.which("quarto")
    if programma is None:
        return None
    try:
        antwoord = subprocess.run(
            [programma, "--version"], capture_output=True, text=True, timeout=60, check=True
        ).stdout
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return None
    gevonden = re.search(r"\d+\.\d+[\w.+-]*", antwoord)
    return gevonden.group() if gevonden else None


def _pandoc() -> str:
    """Return the pandoc of the pypandoc_binary package, so that PATH does not decide.

    Only where that package is absent (a conda environment has pandoc itself) PATH does.
    """
    # not pypandoc.get_pandoc_path(): that takes the newest pandoc it can find anywhere
    try:
        pakket = metadata.distribution("pypandoc_binary")
    except metadata.PackageNotFoundError:
        pakket = None
    for naam in ("pandoc", "pandoc.exe") if pakket else ():
        kandidaat = Path(pakket.locate_file(f"pypandoc/files/{naam}"))
        if kandidaat.is_file():
            return str(kandidaat)
    gevonden = shutil.which("pandoc")
    if gevonden is None:
        raise FileNotFoundError("pandoc ontbreekt")
    return gevonden


def _pandoc_engine() -> Engine:
    try:
        uitvoer = subprocess.run(
            [_pandoc(), "--version"], capture_output=True, text=True, timeout=60, check=True
        ).stdout
        return Engine("pandoc", f"{uitvoer.splitlines()[0]} + Typst {metadata.version('typst')}")
    except (metadata.PackageNotFoundError, OSError, subprocess.SubprocessError) as fout:
        raise InvoerFout(
            f"de engine pandoc werkt niet: {fout}",
            remedie="Maak de omgeving opnieuw (`make rapport` doet dat in een lege map).",
        ) from fout


def kies_engine(voorkeur: str) -> Engine:
    """Return the engine for a preference `auto`, `quarto` or `pandoc` (config: rapport.engine).

    `auto` takes Quarto when it is on PATH, answers, and is version 1.9 or newer; else pandoc.
    """
    if voorkeur not in ("auto", "quarto", "pandoc"):
        raise InvoerFout(
            "onbekende engine",
            kolom="rapport.engine",
            waarde=voorkeur,
            remedie="Kies auto, quarto of pandoc.",
        )
    if voorkeur == "pandoc":
        return _pandoc_engine()
    versie = _quarto_versie()
    if versie and tuple(int(deel) for deel in versie.split(".")[:2]) >= MIN_QUARTO:
        return Engine("quarto", f"Quarto {versie}")
    if voorkeur == "auto":
        return _pandoc_engine()
    minimaal = ".".join(map(str, MIN_QUARTO))
    if versie:
        wat = f"Quarto {versie} is te oud: versie {minimaal} of nieuwer is nodig"
    elif shutil.which("quarto"):
        wat = "quarto staat op het PATH, maar `quarto --version` geeft geen versie"
    else:
        wat = "de config vraagt om Quarto, maar quarto staat niet op het PATH"
    raise InvoerFout(wat, kolom="rapport.engine", waarde="quarto", remedie=REMEDIE_QUARTO)


# ---- the source --------------------------------------------------------------------------------

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


# ---- what went wrong, in Dutch -------------------------------------------------------------------

# (what Typst says, what we say, which part of the message to look up in the .qmd)
_UITLEG = (
    (
        r"missing alt text",
        "een afbeelding of vergelijking heeft geen alternatieve tekst (PDF/UA)",
        'Schrijf ![Titel](figuur.svg){#fig-x fig-alt="..."} of $$ ... $$ {#eq-x alt="..."}; een '
        "formule in de lopende tekst kan geen alternatieve tekst hebben.",
    ),
    (
        r"label `<(?P<zoek>[^`>]+)>` does not exist",
        "de tekst verwijst naar {zoek}, maar dat bestaat niet in dit document",
        "Maak het label aan of verbeter de verwijzing.",
    ),
    (
        r"citation key `(?P<zoek>[^`]+)` is not present",
        "de tekst verwijst naar {zoek}, maar dat staat niet in het literatuurbestand",
        "Zet de publicatie in het .bib-bestand of verbeter de verwijzing.",
    ),
    (
        r"Div at \S+ line (?P<regel>\d+) column \d+ unclosed",
        "een blok dat met ::: begint is niet afgesloten",
        "Sluit het blok met een regel :::.",
    ),
    (
        r"Duplicate identifier '(?P<zoek>[^']+)'|label `<(?P<zoek2>[^`>]+)>` occurs",
        "het label {zoek} komt meer dan eens voor",
        "Geef elke figuur, tabel en paragraaf een eigen label.",
    ),
    (
        r"file not found \(searched at (?P<zoek>[^)]+)\)",
        "het bestand {zoek} ontbreekt",
        "Controleer het pad van de afbeelding of het literatuurbestand.",
    ),
    (
        r"would escape the project root|access denied|cannot read file outside",
        "een pad wijst naar een bestand buiten de map van het document",
        "Gebruik alleen afbeeldingen die bij het document horen.",
    ),
    (
        r"cannot reference heading without numbering",
        "de tekst verwijst naar een kop zonder nummer",
        "Verwijs alleen naar genummerde koppen van niveau 1 en 2.",
    ),
    (
        r"missing document title",
        "het document heeft geen titel",
        "Zet title: in de kop van het document.",
    ),
    (
        r"skipped from heading level (?P<zoek>\d)",
        "na een kop van niveau {zoek} komt een kop die meer dan een niveau dieper is",
        "Sla geen kopniveau over: na # komt ##, na ## komt ###.",
    ),
    (
        r"pagebreaks are not allowed inside of containers",
        "een hoofdstuk (#) of een pagina-einde staat in een kader, lijst of citaat",
        "Zet het erbuiten.",
    ),
    (
        r"failed to parse BibLaTeX",
        "het literatuurbestand is niet te lezen",
        "Controleer haakjes en komma's op de plaats die de melding noemt.",
    ),
    (
        r"failed to (?:parse|decode)",
        "een afbeelding is niet te lezen",
        "Maak de afbeelding opnieuw; SVG, PNG en JPEG kunnen.",
    ),
    (
        r"unknown font family: (?P<zoek>[^\n]+)",
        "het lettertype {zoek} is niet gevonden",
        "Controleer de map reports/fonts.",
    ),
    (
        r"the text `\"(?P<zoek>[^\"]+)\"` could not be displayed with",
        "het teken {zoek} komt in geen van de lettertypen voor",
        "Vervang het teken (een emoji of een vreemd schrift?) door gewone tekst.",
    ),
    (
        r"No space left on device",
        "de schijf is vol",
        "Maak ruimte vrij en start opnieuw.",
    ),
)


def _regel_in_qmd(melding: str, zoek: str | None, qmd: str) -> int | None:
    """Return the line of the .qmd a message is about: the one that names the label or image."""
    namen = [Path(zoek).name if "/" in zoek else zoek] if zoek and len(zoek) > 1 else []
    # Typst quotes the line of the .typ it stumbled over; the images, labels and headings there
    # stand in the .qmd too
    for geciteerd in re.findall(r"│ (.*)", melding):
        namen += re.findall(r"^=+ (.+)", geciteerd)
        namen += re.findall(r'image\("([^"]+)"', geciteerd) + re.findall(r"<([\w-]+)>", geciteerd)
    regels = qmd.splitlines()
    for naam in namen:
        for vorm in (f"@{naam}", naam):
            for nummer, regel in enumerate(regels, start=1):
                if vorm in regel:
                    return nummer
    return None


def _renderfout(melding: str, document: str, qmd: str, map_: Path) -> RenderFout:
    """Turn what an engine said into one Dutch message, with the engine's own words under it."""
    # the folder is gone when this is read
    melding = re.sub(rf"[^\s(`\"]*{re.escape(map_.name)}/", "", melding)
    eigen = re.search(r"wijkrapport: (.+)", melding)
    if eigen:
        return RenderFout(eigen.group(1).strip(), bestand=document)
    wat, remedie, zoek, regel = "het document kon niet worden opgemaakt", None, None, None
    for patroon, uitleg, raad in _UITLEG:
        if gevonden := re.search(patroon, melding):
            wat, remedie, groepen = uitleg, raad, gevonden.groupdict()
            zoek = groepen.get("zoek") or groepen.get("zoek2")
            regel = int(groepen["regel"]) if groepen.get("regel") else None
            break
    woorden = "\n".join(f"    {r}" for r in melding.strip().splitlines()[-12:] if r.strip())
    return RenderFout(
        f"{wat.format(zoek=zoek)}\n  De engine meldt:\n{woorden}",
        bestand=document,
        regel=regel or _regel_in_qmd(melding, zoek, qmd),
        remedie=remedie,
    )


# ---- rendering -----------------------------------------------------------------------------------


def huisstijl(reports: Path) -> dict[str, Path]:
    """Return what every document needs beside it, from the folder `reports` of the project."""
    return {naam: reports / naam for naam in ("_extensions", "_pandoc", "fonts")}


def _leg_klaar(tekst: str, naam: str, bestanden: Mapping[str, Path], map_: Path) -> None:
    for doelnaam, bron in sorted(bestanden.items()):
        doel = map_ / doelnaam
        if not doel.resolve().is_relative_to(map_.resolve()):
            raise RenderFout("een pad wijst buiten de map van het document", waarde=doelnaam)
        doel.parent.mkdir(parents=True, exist_ok=True)
        if bron.is_dir():
            # not shutil.copytree: that hides what went wrong (a full disk) in an error of its own
            for bestand in sorted(pad for pad in bron.rglob("*") if pad.is_file()):
                kopie = doel / bestand.relative_to(bron)
                kopie.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(bestand, kopie)
        elif bron.is_file():
            shutil.copyfile(bron, doel)
        else:
            raise RenderFout("een bestand dat het document nodig heeft ontbreekt", bestand=bron)
    (map_ / naam).write_text(tekst, encoding="utf-8", newline="\n")


def _voer_uit(
    opdracht: list[str], map_: Path, document: str, qmd: str, omgeving: Mapping[str, str]
) -> str:
    """Run a program in the render folder and return what it said on stderr."""
    try:
        klaar = subprocess.run(
            opdracht,
            cwd=map_,
            env={**os.environ, **omgeving},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=WACHTTIJD,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise RenderFout(
            f"{Path(opdracht[0]).name} was na {WACHTTIJD} seconden niet klaar", bestand=document
        ) from None
    except OSError as fout:
        raise RenderFout(
            f"{opdracht[0]} is niet te starten: {fout.strerror}", bestand=document
        ) from None
    if klaar.returncode != 0:
        melding = klaar.stderr.strip() or klaar.stdout.strip() or f"code {klaar.returncode}"
        raise _renderfout(melding, document, qmd, map_)
    return klaar.stderr


def _render_pandoc(map_: Path, naam: str, qmd: str, tijdstip: int) -> Path:
    import typst  # heavy for the modules that only need kies_engine

    extensie = map_ / "_extensions" / "wijkrapport"
    hulp = map_ / "_pandoc"
    for deel in ("typst-template.typ", "typst-show.typ"):
        # pandoc looks for the partials of a template beside that template
        shutil.copyfile(extensie / deel, hulp / deel)
    typ, pdf = Path(naam).with_suffix(".typ"), map_ / Path(naam).with_suffix(".pdf")
    # --sandbox: reader and writer see no file but those named here (the Lua filters are our own).
    opdracht = [
        _pandoc(),
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
    _voer_uit(opdracht, map_, naam, qmd, {})
    try:
        inhoud, waarschuwingen = typst.compile_with_warnings(
            str(map_ / typ),
            root=str(map_),  # no image or bibliography from outside the folder
            font_paths=[str(map_ / "fonts")],
            ignore_system_fonts=True,
            pdf_standards=list(PDF_NORMEN),
            timestamp=tijdstip,
        )
    except typst.TypstError as fout:
        raise _renderfout(str(getattr(fout, "diagnostic", "") or fout), naam, qmd, map_) from None
    for waarschuwing in waarschuwingen:
        if "unknown font family" in str(waarschuwing.message):
            raise _renderfout(str(waarschuwing.diagnostic), naam, qmd, map_)
    pdf.write_bytes(inhoud)
    return pdf


def _render_quarto(map_: Path, naam: str, qmd: str, tijdstip: int) -> Path:
    opdracht = ["quarto", "render", naam, "--to", FORMAAT, "--no-execute"]
    omgeving = {
        "SOURCE_DATE_EPOCH": str(tijdstip),  # Quarto's Typst takes its timestamp from here
        "TYPST_FONT_PATHS": str(map_ / "fonts"),
        "TYPST_IGNORE_SYSTEM_FONTS": "true",
    }
    # ... and looks for fonts where the document says so
    kop, rest = qmd.split("\n", 1)
    if not re.search(r"^font-paths:", rest, re.MULTILINE):
        rest = f"font-paths: fonts\n{rest}"
    (map_ / naam).write_text(f"{kop}\n{rest}", encoding="utf-8", newline="\n")
    uitvoer = _voer_uit(opdracht, map_, naam, qmd, omgeving)
    onopgelost = re.search(r"Unable to resolve crossref @?(\S+)", uitvoer)
    if onopgelost:  # Quarto only warns, and prints ?@fig-x
        raise _renderfout(
            f"label `<{onopgelost.group(1)}>` does not exist in the document", naam, qmd, map_
        )
    if "unknown font family" in uitvoer:
        raise _renderfout(uitvoer, naam, qmd, map_)
    pdf = map_ / Path(naam).with_suffix(".pdf")
    if not pdf.is_file():
        raise RenderFout("Quarto was klaar maar liet geen PDF achter", bestand=naam)
    return pdf


def maak_pdf(
    qmd: Path,
    doel: Path,
    *,
    bestanden: Mapping[str, Path],
    engine: Engine,
    tijdstip: int,
) -> dict[str, object]:
    """Render `qmd` to the PDF `doel` and return what `controleer_pdf` says of it.

    The work is done in a temporary folder of its own, so renders never meet, and `doel` is replaced
    in one step at the end: on any failure it is what it was. Same inputs, same bytes.

    Args:
        qmd: the document, UTF-8, standard Quarto with `format: wijkrapport-typst`.
        doel: the PDF to make.
        bestanden: what lies beside the document while it is rendered: name in that folder ->
            file or folder, e.g. {"figuren": ..., "literatuur.bib": ...} | huisstijl(reports).
        engine: from `kies_engine`.
        tijdstip: seconds since 1970, the date in the PDF; from the edition, never today.

    Raises:
        RenderFout: the document, the engine or the PDF is not in order.
    """
    document = qmd.name
    try:
        tekst = qmd.read_text(encoding="utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise RenderFout("het document is geen UTF-8-tekst", bestand=qmd) from None
    controleer_qmd(tekst, document)
    render = {"quarto": _render_quarto, "pandoc": _render_pandoc}[engine.naam]
    with tempfile.TemporaryDirectory(prefix="wijkrapport-") as tijdelijk:
        map_ = Path(tijdelijk).resolve()
        _leg_klaar(tekst, document, bestanden, map_)
        pdf = render(map_, document, tekst, tijdstip)
        feiten = controleer_pdf(pdf)
        with vervang(doel) as half:
            shutil.copyfile(pdf, half)
    return feiten


# ---- the PDF -------------------------------------------------------------------------------------


def controleer_pdf(pad: Path) -> dict[str, object]:
    """Read back what makes a PDF accessible, and refuse one that is not.

    Returns:
        paginas, titel, taal, getagd, pdf_ua ("1"), pdf_a ("2A"), figuren, figuren_zonder_alt,
        tabellen, tabellen_zonder_kop, lettertypen.

    Raises:
        RenderFout: no PDF, no title, language not nl-NL, no tags, no PDF/A-2a or PDF/UA-1 mark, a
            figure without alternative text, a table without header cells, or the house font absent.
    """
    import pikepdf

    try:
        with pikepdf.open(pad) as pdf:
            feiten = _lees_pdf(pdf, pikepdf)
    except pikepdf.PdfError as fout:
        raise RenderFout(f"dit is geen leesbare PDF: {fout}", bestand=pad.name) from None
    gebreken = [
        wat
        for wat, mis in (
            ("er is geen titel", not feiten["titel"]),
            (f"de taal is {feiten['taal'] or 'niet gezet'}, niet nl-NL", feiten["taal"] != "nl-NL"),
            ("er zijn geen tags", not feiten["getagd"]),
            ("het is geen PDF/UA-1", feiten["pdf_ua"] != "1"),
            ("het is geen PDF/A-2a", feiten["pdf_a"] != "2A"),
            ("er is een figuur zonder alternatieve tekst", feiten["figuren_zonder_alt"]),
            ("er is een tabel zonder kopregel", feiten["tabellen_zonder_kop"]),
            (
                "het huislettertype Source Sans 3 ontbreekt",
                not any(HUISLETTER in naam for naam in feiten["lettertypen"]),
            ),
        )
        if mis
    ]
    if gebreken:
        raise RenderFout(f"de PDF is niet in orde: {'; '.join(gebreken)}", bestand=pad.name)
    return feiten


def _lees_pdf(pdf, pikepdf) -> dict[str, object]:
    wortel = pdf.Root
    with pdf.open_metadata() as xmp:
        titel = str(xmp.get("dc:title") or "")
        ua = str(xmp.get("pdfuaid:part") or "")
        pdfa = f"{xmp.get('pdfaid:part') or ''}{xmp.get('pdfaid:conformance') or ''}"
    figuren = zonder_alt = 0
    boom = wortel.get("/StructTreeRoot")
    stapel = [(boom, None)] if boom is not None else []
    tabel_heeft_kop: list[bool] = []
    while stapel:
        element, tabel = stapel.pop()
        soort = str(element.get("/S", ""))
        if soort == "/Figure":
            figuren += 1
            zonder_alt += not str(element.get("/Alt", "")).strip()
        elif soort == "/Table":
            tabel = len(tabel_heeft_kop)
            tabel_heeft_kop.append(False)
        elif soort == "/TH" and tabel is not None:
            tabel_heeft_kop[tabel] = True
        kinderen = element.get("/K")
        if isinstance(kinderen, pikepdf.Dictionary):
            kinderen = [kinderen]
        if isinstance(kinderen, (list, pikepdf.Array)):
            stapel += [(kind, tabel) for kind in kinderen if isinstance(kind, pikepdf.Dictionary)]
    lettertypen = set()
    for pagina in pdf.pages:
        for letter in pagina.obj.get("/Resources", {}).get("/Font", {}).values():
            lettertypen.add(str(letter.get("/BaseFont", "")).lstrip("/").split("+")[-1])
    return {
        "paginas": len(pdf.pages),
        "titel": titel,
        "taal": str(wortel.get("/Lang", "")),
        "getagd": bool(wortel.get("/MarkInfo", {}).get("/Marked", False)) and boom is not None,
        "pdf_ua": ua,
        "pdf_a": pdfa.upper(),
        "figuren": figuren,
        "figuren_zonder_alt": zonder_alt,
        "tabellen": len(tabel_heeft_kop),
        "tabellen_zonder_kop": tabel_heeft_kop.count(False),
        "lettertypen": sorted(lettertypen),
    }


def lees_paginas(pad: Path) -> list[str]:
    """Return the text of each page, headers and footers included, one line per line.

    Enough for checks on our own PDFs (fonts with a ToUnicode map, horizontal lines); words broken
    at a line end are put together again.
    """
    import pikepdf

    with pikepdf.open(pad) as pdf:
        letters: dict[tuple[int, int], _Letter] = {}
        return [_paginatekst(pagina, letters, pikepdf) for pagina in pdf.pages]


@dataclass(frozen=True)
class _Letter:
    """A font: the text and the width (in thousandths of the size) of each two-byte code."""

    tekst: Mapping[int, str]
    breedte: Mapping[int, float]


def _lees_letter(font) -> _Letter:
    def tekst_van(hexadecimaal: str) -> str:
        return bytes.fromhex(hexadecimaal).decode("utf-16-be")

    cmap = font.ToUnicode.read_bytes().decode("latin-1")
    tekst = {}
    for blok in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, uit in re.findall(r"<(\w+)>\s*<(\w+)>", blok):
            tekst[int(code, 16)] = tekst_van(uit)
    for blok in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for van, tot, uit in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", blok):
            for stap in range(int(tot, 16) - int(van, 16) + 1):
                tekst[int(van, 16) + stap] = chr(ord(tekst_van(uit)) + stap)
    breedte, rest = {}, list(font.DescendantFonts[0].get("/W", []))
    while rest:  # c [w1 w2 ...] or c1 c2 w
        if hasattr(rest[1], "append"):
            breedte |= {int(rest[0]) + i: float(w) for i, w in enumerate(rest[1])}
            rest = rest[2:]
        else:
            breedte |= dict.fromkeys(range(int(rest[0]), int(rest[1]) + 1), float(rest[2]))
            rest = rest[3:]
    return _Letter(tekst, breedte)


def _paginatekst(pagina, letters: dict, pikepdf) -> str:
    matrix, tekstmatrix, stapel = pikepdf.Matrix(), pikepdf.Matrix(), []
    regels, y_vorig, x_einde = [""], None, 0.0
    letter, grootte, vervangtekst = None, 1.0, []
    for operanden, operator in pikepdf.parse_content_stream(pagina):
        match str(operator):
            case "q":
                stapel.append(matrix)
            case "Q":
                matrix = stapel.pop()
            case "cm":
                matrix = pikepdf.Matrix(*(float(o) for o in operanden)) @ matrix
            case "BT":
                tekstmatrix = pikepdf.Matrix()
            case "Tm":
                tekstmatrix = pikepdf.Matrix(*(float(o) for o in operanden))
            case "Tf":
                font = pagina.Resources.Font[str(operanden[0])]
                if font.objgen not in letters:
                    letters[font.objgen] = _lees_letter(font)
                letter, grootte = letters[font.objgen], float(operanden[1])
            case "BDC":
                eigen = operanden[1] if isinstance(operanden[1], pikepdf.Dictionary) else {}
                vervangtekst.append(str(eigen["/ActualText"]) if "/ActualText" in eigen else None)
            case "BMC":
                vervangtekst.append(None)
            case "EMC":
                vervangtekst.pop()
            case "Tj" | "TJ":
                stukken = operanden[0] if str(operator) == "TJ" else [operanden[0]]
                tekst, breed = "", 0.0
                for stuk in stukken:
                    if not isinstance(stuk, pikepdf.String):
                        breed -= float(stuk)
                        continue
                    ruw = bytes(stuk)
                    for code in (
                        int.from_bytes(ruw[i : i + 2], "big") for i in range(0, len(ruw), 2)
                    ):
                        tekst += letter.tekst.get(code, "")
                        breed += letter.breedte.get(code, 1000.0)
                tekst = next((t for t in reversed(vervangtekst) if t is not None), tekst)
                plaats = tekstmatrix @ matrix
                x, y = plaats.e, plaats.f
                sprong = abs(y - y_vorig) if y_vorig is not None else 99 * grootte
                if regels[-1].endswith(ZACHT_STREEPJE) and 0 < sprong < 2.5 * grootte:
                    regels[-1] = regels[-1].removesuffix(ZACHT_STREEPJE) + tekst
                elif sprong > 0.2 * grootte:
                    regels.append(tekst)
                else:
                    gat = x - x_einde > 0.12 * grootte and not regels[-1].endswith(" ")
                    regels[-1] += (" " if gat and not tekst.startswith(" ") else "") + tekst
                y_vorig, x_einde = y, x + breed / 1000 * grootte * abs(plaats.a)
    return "\n".join(r.strip() for r in regels if r.strip())
