"""What a PDF has to be to count as accessible: one requirement per name.

The numbers are the failure conditions of the Matterhorn Protocol 1.1 that a requirement decides;
docs/toegankelijkheid.md says which others Typst decides, and which a person has to.
"""

from __future__ import annotations

import heapq
import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pikepdf

from leefbaarheid.rapport.pdfboom import Tag, lees_boom

LEEG = pikepdf.Dictionary()
HUISLETTER = "SourceSans3"  # as embedded in the PDF
TAAL = "nl-NL"
TALEN = {TAAL, "nl", "en", "en-GB"}
"""Languages that a part of a document may have: a region that is not theirs confuses a voice."""

STANDAARD = {
    *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index"),
    *("NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl"),
    *("LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note"),
    *("Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT"),
    *("WP", "Figure", "Formula", "Form"),
}
"""The tags that a reader knows (ISO 32000-1, 14.8.4)."""
KINDEREN = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    **{key: {"TR"} for key in ("THead", "TBody", "TFoot")},
    "TR": {"TH", "TD"},
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOCI", "TOC", "Caption"},
    "TOCI": {"Lbl", "Reference", "NonStruct", "P", "TOC"},
}
"""What may stand in a tag (ISO 32000-1, tables 333, 336, 337); one not named may hold all."""
OUDERS = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    **{key: {"TR"} for key in ("TH", "TD")},
    **{key: {"Table"} for key in ("THead", "TBody", "TFoot")},
    "LI": {"L"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
}
TABEL, LIJST = {"Table", "THead", "TBody", "TFoot", "TR", "TH", "TD"}, {"L", "LI", "LBody"}
INHOUDSOPGAVE = {"TOC", "TOCI"}
KOPPEN = ("H1", "H2", "H3", "H4", "H5", "H6")


@dataclass(frozen=True)
class Stuk:
    """A PDF as the requirements look at it; every part is read once."""

    pdf: pikepdf.Pdf

    @property
    def wortel(self) -> pikepdf.Object:
        return self.pdf.Root

    @cached_property
    def xmp(self) -> dict[str, str]:
        """What the metadata say: title, and the norms it claims."""
        if "/Metadata" not in self.wortel:
            return {}
        namen = ("dc:title", "pdfuaid:part", "pdfaid:part", "pdfaid:conformance")
        xmp = self.pdf.open_metadata()  # not as a context: that would write it back
        return {naam: str(xmp.get(naam) or "") for naam in namen}

    @cached_property
    def boom(self) -> Tag | None:
        """The structure tree; None where there is none."""
        return lees_boom(self.pdf)

    @cached_property
    def tags(self) -> list[Tag]:
        """All elements in reading order."""
        return list(self.boom.alle())[1:] if self.boom else []

    @cached_property
    def noten(self) -> list[pikepdf.Object]:
        """The annotations of all pages: the links."""
        return [noot for pagina in self.pdf.pages for noot in pagina.obj.get("/Annots", [])]

    @cached_property
    def letters(self) -> list[pikepdf.Object]:
        """The fonts of all pages and drawings, each once."""
        uit: dict[tuple[int, int], pikepdf.Object] = {}
        gezien: set[tuple[int, int]] = set()
        rest = [pagina.obj.get("/Resources", LEEG) for pagina in self.pdf.pages]
        while rest:
            bronnen = rest.pop()
            uit |= {letter.objgen: letter for letter in bronnen.get("/Font", LEEG).values()}
            for ding in bronnen.get("/XObject", LEEG).values():
                if ding.objgen not in gezien and "/Resources" in ding:
                    gezien.add(ding.objgen)
                    rest.append(ding.Resources)
        return list(uit.values())

    @cached_property
    def ouderboom(self) -> dict[int, pikepdf.Object]:
        """The way back from a page or link to its tags (ParentTree)."""
        uit: dict[int, pikepdf.Object] = {}
        rest = [self.wortel.get("/StructTreeRoot", LEEG).get("/ParentTree", LEEG)]
        while rest:
            knoop = rest.pop()
            getallen = list(knoop.get("/Nums", []))
            uit |= dict(zip(map(int, getallen[::2]), getallen[1::2], strict=True))
            rest += list(knoop.get("/Kids", []))
        return uit

    @cached_property
    def _per_soort(self) -> dict[str, list[tuple[int, Tag]]]:
        uit: dict[str, list[tuple[int, Tag]]] = {}
        for plaats, tag in enumerate(self.tags):
            uit.setdefault(tag.soort, []).append((plaats, tag))
        return uit

    def soort(self, *soorten: str) -> Iterator[Tag]:
        """Yield the elements with one of these tags, in reading order."""
        delen = [self._per_soort.get(soort, []) for soort in soorten]
        return (tag for _, tag in heapq.merge(*delen, key=lambda deel: deel[0]))


@dataclass(frozen=True)
class Eis:
    """One requirement.

    Attributes:
        melding: what is wrong with a PDF that does not meet it, in Dutch.
        matterhorn: the failure conditions it decides; none for a requirement of our own.
        mis: says of a PDF whether it fails.
    """

    melding: str
    matterhorn: tuple[str, ...]
    mis: Callable[[Stuk], Any] = field(repr=False)


def bereik(cel: Tag) -> str:
    """Return what a header cell heads ("/Column", "/Row", "/Both"), or ""."""
    kenmerken = cel.object.get("/A", LEEG)
    delen = [kenmerken] if isinstance(kenmerken, pikepdf.Dictionary) else list(kenmerken)
    return next((str(deel.Scope) for deel in delen if "/Scope" in deel), "")


def zonder_alt(tag: Tag) -> bool:
    """Say whether a picture or formula has no words in its place."""
    return not any(str(tag.object.get(naam, "")).strip() for naam in ("/Alt", "/ActualText"))


def tabellen_zonder_kop(stuk: Stuk) -> int:
    return sum(all(tag.soort != "TH" for tag in tabel.alle()) for tabel in stuk.soort("Table"))


def koppelingen_zonder_tekst(stuk: Stuk) -> int:
    links = (noot for noot in stuk.noten if noot.get("/Subtype") == "/Link")
    return sum(not str(link.get("/Contents", "")).strip() for link in links)


def lettertypen(stuk: Stuk) -> list[str]:
    """Return the names of the fonts, without the prefix of a subset."""
    namen = (str(letter.get("/BaseFont", "")) for letter in stuk.letters)
    return sorted({naam.lstrip("/").split("+")[-1] for naam in namen})


def _ongetagd(stuk: Stuk) -> bool:
    gemerkt = bool(stuk.wortel.get("/MarkInfo", LEEG).get("/Marked", False))
    return not gemerkt or not stuk.tags


def _vreemde_taal(stuk: Stuk) -> bool:
    talen = {str(tag.object.Lang) for tag in stuk.tags if "/Lang" in tag.object}
    return not talen <= TALEN


def _rollen(stuk: Stuk) -> bool:
    """A tag of its own leads to a standard one, without a circle, and no standard one elsewhere."""
    kaart: Mapping[str, str] = {
        str(van)[1:]: str(naar)[1:]
        for van, naar in stuk.wortel.get("/StructTreeRoot", LEEG).get("/RoleMap", LEEG).items()
    }
    for soort in {tag.soort for tag in stuk.tags} | set(kaart):
        gehad = set()
        while soort not in STANDAARD:
            if soort in gehad or soort not in kaart:
                return True
            gehad.add(soort)
            soort = kaart[soort]
    return bool(STANDAARD & set(kaart))


def _genest(soorten: set[str]) -> Callable[[Stuk], bool]:
    """Return the requirement that these tags stand in, and hold, what they may."""

    def mis(stuk: Stuk) -> bool:
        for tag in stuk.tags:
            kinderen = {kind.soort for kind in tag.kinderen}
            if tag.soort in soorten and not kinderen <= KINDEREN.get(tag.soort, kinderen):
                return True
            for kind in kinderen & soorten:
                if tag.soort not in OUDERS.get(kind, {tag.soort}):
                    return True
        return False

    return mis


def _koppen(stuk: Stuk) -> list[int]:
    return [int(tag.soort[1]) for tag in stuk.soort(*KOPPEN)]


def _kop_overgeslagen(stuk: Stuk) -> bool:
    niveaus = _koppen(stuk)
    return any(na > voor + 1 for voor, na in itertools.pairwise(niveaus))


def _lege_kopcel(stuk: Stuk) -> bool:
    return any(tag.leeg() for tag in stuk.soort("TH"))


def _noten_zonder_kenmerk(stuk: Stuk) -> bool:
    kenmerken = [str(tag.object.get("/ID", "")) for tag in stuk.soort("Note")]
    return "" in kenmerken or len(set(kenmerken)) < len(kenmerken)


def _tabvolgorde(stuk: Stuk) -> bool:
    return any(
        pagina.obj.get("/Tabs") != "/S"
        for pagina in stuk.pdf.pages
        if len(pagina.obj.get("/Annots", []))
    )


def _koppeling_buiten_tag(stuk: Stuk) -> bool:
    for noot in stuk.noten:
        tag = stuk.ouderboom.get(int(noot.get("/StructParent", -1)), LEEG)
        if noot.get("/Subtype") == "/Link" and tag.get("/S") != "/Link":
            return True
    return False


def _ouderboom_onvolledig(stuk: Stuk) -> bool:
    """Every piece of marked content leads back to the tag that holds it."""
    wegen: dict[tuple[int, int], list[Any]] = {}
    for tag in stuk.tags:
        for pagina, mcid in tag.mcids:
            if pagina is None:
                return True
            if pagina.objgen not in wegen:
                plek = int(pagina.get("/StructParents", -1))
                lijst = stuk.ouderboom.get(plek)
                wegen[pagina.objgen] = [] if lijst is None else [deel.objgen for deel in lijst]
            weg = wegen[pagina.objgen]
            if mcid >= len(weg) or weg[mcid] != tag.object.objgen:
                return True
    return False


def _iets_anders(stuk: Stuk) -> bool:
    """What our documents never have, and what would ask for rules of its own."""
    namen = stuk.wortel.get("/Names", LEEG)
    return (
        any(naam in stuk.wortel for naam in ("/OCProperties", "/AcroForm", "/OpenAction", "/AA"))
        or any(naam in namen for naam in ("/EmbeddedFiles", "/JavaScript"))
        or any(noot.get("/Subtype") != "/Link" for noot in stuk.noten)
        or any(stuk.soort("Ruby", "Warichu", "Form"))
    )


def _letter_niet_ingesloten(stuk: Stuk) -> bool:
    return not stuk.letters or any(
        not any(naam in deel.get("/FontDescriptor", LEEG) for naam in _PROGRAMMA)
        for letter in stuk.letters
        for deel in letter.get("/DescendantFonts", [letter])
    )


_PROGRAMMA = ("/FontFile", "/FontFile2", "/FontFile3")


def _letter_zonder_unicode(stuk: Stuk) -> bool:
    """A font says which text its codes are, and never that it is no text (0, FEFF, FFFE)."""
    geen = re.compile(rb"<(?:0000|FEFF|FFFE)>\s*$", re.MULTILINE | re.IGNORECASE)
    for letter in stuk.letters:
        if "/ToUnicode" not in letter:
            return True
        kaart = letter.ToUnicode.read_bytes()
        blokken = re.findall(rb"beginbf(?:char|range)(.*?)endbf", kaart, re.DOTALL)
        if any(geen.search(blok) for blok in blokken):
            return True
    return False


def _codering(stuk: Stuk) -> bool:
    """Every font is a composite one that has the codes of its glyphs as they are, and says so."""
    for letter in stuk.letters:
        if letter.get("/Subtype") != "/Type0":
            return True
        if letter.get("/Encoding") not in ("/Identity-H", "/Identity-V"):
            return True
        for deel in letter.DescendantFonts:
            tabel = deel.get("/CIDToGIDMap")
            goed = tabel == "/Identity" or isinstance(tabel, pikepdf.Stream)
            if deel.get("/Subtype") == "/CIDFontType2" and not goed:
                return True
    return False


EISEN: Mapping[str, Eis] = {
    "titel": Eis(
        "er is geen titel", ("06-001", "06-003"), lambda stuk: not stuk.xmp.get("dc:title")
    ),
    "taal": Eis(
        f"de taal is niet {TAAL}",
        ("11-001", "11-002", "11-003", "11-004", "11-006"),
        lambda stuk: str(stuk.wortel.get("/Lang", "")) != TAAL,
    ),
    "vreemde_taal": Eis("een deel heeft een taal die geen taal is", (), _vreemde_taal),
    "tags": Eis("er zijn geen tags", (), _ongetagd),
    "niet_verdacht": Eis(
        "de tags heten onzeker",
        ("01-007",),
        lambda stuk: bool(stuk.wortel.get("/MarkInfo", LEEG).get("/Suspects", False)),
    ),
    "rollen": Eis("een tag is geen bekende tag", ("02-001", "02-003", "02-004"), _rollen),
    "pdf_ua": Eis(
        "het is geen PDF/UA-1", ("06-002",), lambda stuk: stuk.xmp.get("pdfuaid:part") != "1"
    ),
    "pdf_a": Eis("het is geen PDF/A-2a", (), lambda stuk: pdf_a(stuk) != "2A"),
    "titel_in_venster": Eis(
        "het venster toont de titel niet",
        ("07-001", "07-002"),
        lambda stuk: not stuk.wortel.get("/ViewerPreferences", LEEG).get("/DisplayDocTitle", False),
    ),
    "tabel_genest": Eis("een tabel is niet goed genest", ("09-004",), _genest(TABEL)),
    "lijst_genest": Eis("een lijst is niet goed genest", ("09-005",), _genest(LIJST)),
    "inhoudsopgave_genest": Eis(
        "de inhoudsopgave is niet goed genest", ("09-006",), _genest(INHOUDSOPGAVE)
    ),
    "alt_bij_figuur": Eis(
        "er is een figuur zonder alternatieve tekst",
        ("13-004",),
        lambda stuk: any(map(zonder_alt, stuk.soort("Figure"))),
    ),
    "alt_bij_formule": Eis(
        "er is een formule zonder alternatieve tekst",
        ("17-002",),
        lambda stuk: any(map(zonder_alt, stuk.soort("Formula"))),
    ),
    "eerste_kop": Eis(
        "de eerste kop is geen hoofdstuk",
        ("14-002",),
        lambda stuk: _koppen(stuk)[:1] not in ([], [1]),
    ),
    "kopniveaus": Eis("er is een kopniveau overgeslagen", ("14-003",), _kop_overgeslagen),
    "genummerde_koppen": Eis(
        "er is een kop zonder niveau", ("14-006", "14-007"), lambda stuk: any(stuk.soort("H"))
    ),
    "tabelkop": Eis("er is een tabel zonder kopregel", (), tabellen_zonder_kop),
    "bereik": Eis(
        "er is een kopcel zonder bereik",
        ("15-003",),
        lambda stuk: any(not bereik(tag) for tag in stuk.soort("TH")),
    ),
    "lege_kopcel": Eis("er is een lege kopcel", (), _lege_kopcel),
    "noten": Eis(
        "er is een noot zonder eigen kenmerk", ("19-003", "19-004"), _noten_zonder_kenmerk
    ),
    "niets_anders": Eis(
        "er staat iets in dat onze documenten niet hebben (formulier, laag, bijlage, script)",
        (
            *("09-007", "09-008", "11-005", "20-001", "20-002", "20-003", "21-001", "25-001"),
            *("28-002", "28-004", "28-005", "28-006", "28-007", "28-010", "28-014"),
            *("28-015", "28-016", "28-017", "28-018"),
        ),
        _iets_anders,
    ),
    "niet_versleuteld": Eis(
        "de PDF is versleuteld", ("26-001", "26-002"), lambda stuk: stuk.pdf.is_encrypted
    ),
    "tabvolgorde": Eis("de tabtoets volgt de tags niet", ("28-008", "28-009"), _tabvolgorde),
    "koppeling_getagd": Eis(
        "er is een koppeling buiten de tags", ("28-011",), _koppeling_buiten_tag
    ),
    "tekst_bij_koppeling": Eis(
        "er is een koppeling zonder tekst", ("28-012",), koppelingen_zonder_tekst
    ),
    "ouderboom": Eis("de inhoud leidt niet terug naar de tags", (), _ouderboom_onvolledig),
    "ingesloten": Eis("er is een lettertype niet ingesloten", ("31-009",), _letter_niet_ingesloten),
    "unicode": Eis(
        "er is een lettertype zonder tekst bij zijn tekens",
        ("10-001", "17-003", "31-027", "31-028", "31-029"),
        _letter_zonder_unicode,
    ),
    "codering": Eis(
        "er is een lettertype met een vreemde codering",
        (
            *("31-001", "31-002", "31-003", "31-004", "31-005", "31-006", "31-007", "31-008"),
            *("31-012", "31-013", "31-017", "31-018", "31-019", "31-020", "31-021", "31-022"),
            *("31-023", "31-024", "31-025", "31-026"),
        ),
        _codering,
    ),
    "huisletter": Eis(
        "het huislettertype Source Sans 3 ontbreekt",
        (),
        lambda stuk: not any(HUISLETTER in naam for naam in lettertypen(stuk)),
    ),
}
"""Every requirement by name, in the order in which a message names what is wrong."""


def pdf_a(stuk: Stuk) -> str:
    """Return which PDF/A a file says it is: "2A"."""
    return (stuk.xmp.get("pdfaid:part", "") + stuk.xmp.get("pdfaid:conformance", "")).upper()
