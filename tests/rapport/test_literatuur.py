"""The list of literature: whole entries, and every work that the text names is in it and cited."""

from __future__ import annotations

import re
from functools import cache

import pytest
import typst

from hulp import PAKKET, WORTEL
from hulp.proza import teksten_in_code, teksten_in_jinja, zonder_jinja
from leefbaarheid.editie.tijdlijn import lees_tijdlijn
from leefbaarheid.herleiden.paginas import lees_paginas

BIB = WORTEL / "reports" / "literatuur.bib"
DOCUMENTEN = {
    "hoofdrapport": ("hoofdrapport",),
    "bijlage-leefbaarheidsontwikkeling": ("leefbaarheidsontwikkeling",),
    "bijlage-technische-verantwoording": ("technische_verantwoording", "gedeeld", "redenen"),
    "bijlage-wijkanalyses": ("wijkanalyses",),
}
"""Document -> the folders of its sentences; what documents share counts for the one on method."""
VERWIJZING = re.compile(r"@([a-z]+\d{4}[a-z]?)\b")
NAMEN = r"[A-Z]\w+(?:, [A-Z]\w+)*(?: (?:en|&) [A-Z]\w+| e\.a\.)?"
JAAR = r"(?:18|19|20)\d{2}[a-z]?"
MET_JAAR = re.compile(rf"\b{NAMEN} \({JAAR}\)|\({NAMEN},? {JAAR}\)")
"""A work as a text names it without a citation: Lord (1967), (Rambachan en Roth, 2023)."""
NODIG = {
    "article": {"year", "journal", "pages"},
    "book": {"year", "publisher"},
    "online": {"date", "publisher"},  # without a month the style prints "(2017,)"
}
GEDRUKT = {
    *("author", "title", "year", "date", "journal", "volume", "number", "pages", "edition"),
    *("publisher", "location", "url", "doi", "langid"),
}
"""Fields that the style prints, `location`, and `langid` for who hears the title; `note` and the
like are silently left out."""


@cache
def bib() -> dict[str, dict[str, str]]:
    """Return the entries by key, with their type as field `soort`."""
    tekst = BIB.read_text("utf-8")
    uit: dict[str, dict[str, str]] = {}
    for soort, sleutel, inhoud in re.findall(r"^@(\w+)\{(\w+),\n(.*?)\n\}$", tekst, re.M | re.S):
        assert sleutel not in uit, f"{sleutel} staat er twee keer"
        velden = dict(re.findall(r"^  (\w+) = \{(.*)\},?$", inhoud, re.M))
        uit[sleutel] = velden | {"soort": soort}
    assert len(uit) == tekst.count("\n@") + tekst.startswith("@")
    return uit


def achternamen(auteurs: str) -> list[str]:
    """Return the surnames of an author field: "{Van der Velden}, Jeroen and Roth, Jonathan"."""
    namen = [deel.split(",")[0].strip("{} ") for deel in auteurs.split(" and ")]
    return [naam for naam in namen if naam != "others"]


@cache
def proza(document: str) -> str:
    """Return all text of a document that is written by hand, citations included."""
    stukken = []
    for pad in sorted((WORTEL / "reports" / document).glob("*.j2")):
        tekst = pad.read_text("utf-8")
        stukken += [zonder_jinja(tekst), *teksten_in_jinja(tekst)]
    for map_ in DOCUMENTEN[document]:
        for pad in sorted((PAKKET / "tekst" / map_).rglob("*.py")):
            stukken += teksten_in_code(pad)
    return "\n".join(stukken)


def aangehaald(document: str) -> set[str]:
    return set(VERWIJZING.findall(proza(document)))


@pytest.mark.parametrize("sleutel", sorted(bib()))
def test_een_werk_heeft_wat_een_lezer_nodig_heeft(sleutel):
    velden = bib()[sleutel]
    assert {"author", "title"} | NODIG[velden["soort"]] <= set(velden)
    assert set(velden) - {"soort"} <= GEDRUKT
    jaar, *maand = (velden.get("year") or velden["date"]).split("-")
    assert bool(maand) == (velden["soort"] == "online")
    assert re.fullmatch(rf"[a-z]+{jaar}[a-z]?", sleutel)
    assert "--" not in velden.get("pages", "")


NEDERLANDS = re.compile(
    r"\b(?:de|het|van|en|op|wijken|aandachtswijken|koopwoningen|circulaire|stedenbeleid"
    r"|leefbaarheid)\b",
    re.IGNORECASE,
)
"""Words of which a Dutch title of the list has one, and an English title none."""


@pytest.mark.parametrize("sleutel", sorted(bib()))
def test_een_engelse_titel_zegt_dat_zij_engels_is(sleutel):
    velden = bib()[sleutel]
    nederlands = bool(NEDERLANDS.search(velden["title"]))
    assert velden.get("langid") == (None if nederlands else "english")


@pytest.mark.traag
@pytest.mark.parametrize("document", DOCUMENTEN)
def test_elke_verwijzing_staat_in_de_lijst(document):
    assert aangehaald(document) <= set(bib())


@pytest.mark.traag
def test_elk_werk_in_de_lijst_is_ergens_aangehaald():
    """A claim of 2017 has its work as a key in the code (`analyse.uitspraken_2017`); the timeline
    has those of its lines."""
    tijdlijn = {bron for moment in lees_tijdlijn(WORTEL) for bron in moment["bron"]}
    uitspraken = " ".join(teksten_in_code(PAKKET / "analyse" / "uitspraken_2017.py"))
    ergens = tijdlijn.union(*map(aangehaald, DOCUMENTEN))
    assert {sleutel for sleutel in bib() if sleutel not in uitspraken} <= ergens


@pytest.mark.traag
@pytest.mark.parametrize("document", DOCUMENTEN)
def test_wie_in_de_tekst_genoemd_wordt_is_daar_aangehaald(document):
    """A name that a reader sees (Holm, Cook, Lord) leads to a work of that name in the list."""
    tekst = VERWIJZING.sub(" ", proza(document))
    werken: dict[str, set[str]] = {}
    for sleutel, velden in bib().items():
        for naam in achternamen(velden["author"]):
            werken.setdefault(naam, set()).add(sleutel)
    genoemd = {n for n in werken if re.search(rf"(?<![\w@]){re.escape(n)}(?!\w)", tekst)}
    zonder = {naam for naam in genoemd if not werken[naam] & aangehaald(document)}
    assert zonder == set()


@pytest.mark.traag
@pytest.mark.parametrize("document", DOCUMENTEN)
def test_geen_naam_met_een_jaar_zonder_verwijzing(document):
    assert MET_JAAR.findall(proza(document)) == []


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("zoals Lord (1967) schrijft", True),
        ("de grenzen van Rambachan en Roth (2023)", True),
        ("(Andrews, Roth en Pakes, 2023)", True),
        ("dit heet zo [@lord1967] in 2012", False),
        ("de Woningwet 2015 en (in 2014) meer", False),
    ],
)
def test_het_patroon_kent_een_werk(tekst, gevonden):
    assert bool(MET_JAAR.search(tekst)) == gevonden


@pytest.mark.traag
def test_de_gedrukte_lijst_noemt_van_elk_werk_schrijver_titel_en_jaar(tmp_path):
    """As Typst sets it with the style of the house: nothing falls away, and no comma is left."""
    (tmp_path / "literatuur.bib").write_bytes(BIB.read_bytes())
    lijst_ = '#bibliography("literatuur.bib", style: "apa", full: true)'
    (tmp_path / "lijst.typ").write_text(f'#set text(lang: "nl", hyphenate: false)\n{lijst_}')
    typst.compile(tmp_path / "lijst.typ", output=tmp_path / "lijst.pdf")
    lijst = _zonder_wit("".join(lees_paginas(tmp_path / "lijst.pdf")))
    assert ",)" not in lijst
    for sleutel, velden in bib().items():
        jaar = (velden.get("year") or velden["date"])[:4]
        gezocht = [achternamen(velden["author"])[0], velden["title"].strip("?"), f"({jaar}"]
        gezocht += [velden["publisher"]] if velden["soort"] != "article" else []
        for deel in gezocht:
            assert _zonder_wit(re.sub(r"[{}\\]", "", deel)) in lijst, (sleutel, deel)


def _zonder_wit(tekst: str) -> str:
    return re.sub(r"\s", "", tekst)
