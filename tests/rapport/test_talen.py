"""Text in English is marked as English, so that a voice reads it as such."""

from __future__ import annotations

import re

import pikepdf
import pytest

from leefbaarheid.rapport.pdfeisen import Stuk
from leefbaarheid.rapport.pdftekst import Woorden
from leefbaarheid.rapport.renderfout import RenderFout

BIB = """@article{galton1886,
  author = {Galton, Francis},
  title = {A {GMM} practitioner's guide: What (if) + how?},
  langid = {english},
  journal = {Journal},
  volume = {1},
  pages = {1-2},
  year = {1886}
}
@book{vries2020,
  author = {{De Vries}, Anna},
  title = {Een boek over wijken},
  year = {2020},
  publisher = {Uitgever}
}
"""
MET_TAAL = re.compile(rb"/MCID (\d+)/Lang ?\(([\w-]+)\)")


def _anderstalig(pad) -> list[tuple[str, str]]:
    """Return language and words of all marked content with a language of its own."""
    woorden, uit = Woorden(), []
    with pikepdf.open(pad) as pdf:
        for pagina in pdf.pages:
            inhoud = pagina.Contents.read_bytes()
            for mcid, taal in MET_TAAL.findall(inhoud):
                uit.append((taal.decode(), woorden.van(pagina.obj, int(mcid))))
    return uit


def _talen_van_tags(pad) -> set[tuple[str, str]]:
    with pikepdf.open(pad) as pdf:
        return {(t.soort, str(t.object.Lang)) for t in Stuk(pdf).tags if "/Lang" in t.object}


@pytest.mark.traag
def test_een_engelse_titel_in_de_literatuur(bron, met_document):
    (bron / "literatuur.bib").write_text(BIB, encoding="utf-8")
    pad = met_document("# Kop\n\nZie @galton1886 en @vries2020.\n")
    engels = [tekst for taal, tekst in _anderstalig(pad) if taal == "en-GB"]
    assert " ".join("".join(engels).split()) == "A GMM practitioner's guide: What (if) + how?"


@pytest.mark.traag
@pytest.mark.parametrize(("lang", "getagd"), [("en-GB", "en-GB"), ("en", "en")])
def test_een_engels_stuk_is_geen_engels_van_nederland(met_document, lang, getagd):
    pad = met_document(f"# Kop\n\nTekst.\n\n::: {{lang={lang}}}\n\n# Summary\n\nIn short.\n\n:::\n")
    assert _talen_van_tags(pad) == {("H1", getagd), ("P", getagd)}


@pytest.mark.traag
def test_code_is_nederlands_tot_het_anders_gezegd_is(met_document):
    pad = met_document("# Kop\n\nGegevens: `tabellen/wijken.csv`.\n")
    assert _talen_van_tags(pad) == set()
    assert _anderstalig(pad) == []


@pytest.mark.traag
def test_een_taal_die_geen_taal_is(met_document):
    with pytest.raises(RenderFout, match="lang=123 is geen taal zoals en-GB"):
        met_document("# Kop\n\n::: {lang=123}\nTekst.\n:::\n")
