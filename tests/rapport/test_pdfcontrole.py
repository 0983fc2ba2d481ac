"""The check of the PDF: each requirement has faults of its own, and sees them."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from leefbaarheid.rapport.pdfboom import lees_boom
from leefbaarheid.rapport.pdfcontrole import controleer_pdf
from leefbaarheid.rapport.pdfeisen import EISEN, Stuk
from leefbaarheid.rapport.renderfout import RenderFout


def _eerste(pdf, soort):
    return next(tag.object for tag in lees_boom(pdf).alle() if tag.soort == soort)


def _alle(pdf, *soorten):
    return [tag.object for tag in lees_boom(pdf).alle() if tag.soort in soorten]


def _hernoem(van, naar):
    def wijzig(pdf):
        _eerste(pdf, van).S = Name(f"/{naar}")

    return wijzig


def _hernoem_alle(van, naar):
    def wijzig(pdf):
        for element in _alle(pdf, van):
            element.S = Name(f"/{naar}")

    return wijzig


def _zonder(soort, kenmerk):
    def wijzig(pdf):
        del _eerste(pdf, soort)[kenmerk]

    return wijzig


def _wortel(naam, waarde):
    def wijzig(pdf):
        pdf.Root[naam] = waarde

    return wijzig


def _wortel_zonder(naam):
    def wijzig(pdf):
        del pdf.Root[naam]

    return wijzig


def _xmp_zonder(naam):
    def wijzig(pdf):
        with pdf.open_metadata() as xmp:
            del xmp[naam]

    return wijzig


def _noten(pdf):
    return [noot for pagina in pdf.pages for noot in pagina.obj.get("/Annots", [])]


def _koppeltekst_weg(pdf):
    for noot in _noten(pdf):
        del noot.Contents


def _koppeling_los(pdf):
    del _noten(pdf)[0].StructParent


def _andere_noot(pdf):
    _noten(pdf)[0].Subtype = Name.Text


def _tabs_weg(pdf):
    for pagina in pdf.pages:
        if "/Annots" in pagina.obj:
            del pagina.obj.Tabs


def _vreemde_taal(pdf):
    _eerste(pdf, "P").Lang = String("en-NL")


def _vreemde_tag(pdf):
    _eerste(pdf, "P").S = Name.Alinea


def _kring(pdf):
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(A=Name.B, B=Name.A, Em=Name.Span)


def _omgedoopt(pdf):
    pdf.Root.StructTreeRoot.RoleMap.P = Name.H1


def _lege_kop(pdf):
    _eerste(pdf, "TH").K = Array()


def _lege_kopalinea(pdf):
    kop = _eerste(pdf, "TH")
    kop.K = Array([pdf.make_indirect(Dictionary(S=Name.P, P=kop, K=Array()))])


def _noot_dubbel(pdf):
    for noot in _alle(pdf, "Note"):
        noot.ID = String("dezelfde")


def _ouderboom_weg(pdf):
    del pdf.Root.StructTreeRoot.ParentTree


def _ouderboom_verkeerd(pdf):
    """Two pieces of a page lead to each other's tag."""
    lijst = Stuk(pdf).ouderboom[int(_eerste(pdf, "H1").Pg.StructParents)]
    lijst[0], lijst[1] = lijst[1], lijst[0]


def _letters(pdf):
    return Stuk(pdf).letters


def _programma_weg(pdf):
    beschrijving = _letters(pdf)[0].DescendantFonts[0].FontDescriptor
    for naam in ("/FontFile2", "/FontFile3"):
        if naam in beschrijving:
            del beschrijving[naam]


def _unicode_weg(pdf):
    del _letters(pdf)[0].ToUnicode


def _unicode_nul(pdf):
    kaart = _letters(pdf)[0].ToUnicode
    kaart.write(re.sub(rb"(<0001> )<\w+>", rb"\1<0000>", kaart.read_bytes()))


def _andere_codering(pdf):
    _letters(pdf)[0].Encoding = Name("/UniJIS-UTF16-H")


def _zonder_tekens(pdf):
    for letter in _letters(pdf):
        if "/CIDToGIDMap" in letter.DescendantFonts[0]:
            del letter.DescendantFonts[0].CIDToGIDMap


def _enkelvoudig(pdf):
    _letters(pdf)[0].Subtype = Name.TrueType


def _huisletter_weg(pdf):
    for letter in _letters(pdf):
        letter.BaseFont = Name.Helvetica


def _figuur_zonder_alt(pdf):
    _eerste(pdf, "Figure").Alt = String(" ")


GEBREKEN = {
    "titel": [_xmp_zonder("dc:title"), _wortel_zonder("/Metadata")],
    "taal": [_wortel("/Lang", String("nl-US")), _wortel_zonder("/Lang")],
    "vreemde_taal": [_vreemde_taal],
    "tags": [_wortel_zonder("/StructTreeRoot"), _wortel_zonder("/MarkInfo")],
    "niet_verdacht": [_wortel("/MarkInfo", Dictionary(Marked=True, Suspects=True))],
    "rollen": [_vreemde_tag, _kring, _omgedoopt],
    "pdf_ua": [_xmp_zonder("pdfuaid:part")],
    "pdf_a": [_xmp_zonder("pdfaid:conformance")],
    "titel_in_venster": [
        _wortel_zonder("/ViewerPreferences"),
        _wortel("/ViewerPreferences", Dictionary(DisplayDocTitle=False)),
    ],
    "tabel_genest": [_hernoem("TD", "P"), _hernoem("TR", "Div"), _hernoem("P", "TR")],
    "lijst_genest": [_hernoem("LI", "P"), _hernoem("L", "Div"), _hernoem("LBody", "Span")],
    "inhoudsopgave_genest": [_hernoem("TOCI", "Span"), _hernoem("TOC", "Div")],
    "alt_bij_figuur": [_zonder("Figure", "/Alt"), _figuur_zonder_alt],
    "alt_bij_formule": [_zonder("Formula", "/Alt")],
    "eerste_kop": [_hernoem("H1", "H2")],
    "kopniveaus": [_hernoem("H2", "H3")],
    "genummerde_koppen": [_hernoem("H1", "H")],
    "tabelkop": [_hernoem_alle("TH", "TD")],
    "bereik": [_zonder("TH", "/A")],
    "lege_kopcel": [_lege_kop, _lege_kopalinea],
    "noten": [_zonder("Note", "/ID"), _noot_dubbel],
    "niets_anders": [
        _andere_noot,
        _hernoem("P", "Ruby"),
        _wortel("/AcroForm", Dictionary(Fields=Array())),
        _wortel("/OCProperties", Dictionary()),
        _wortel("/Names", Dictionary(EmbeddedFiles=Dictionary())),
    ],
    "niet_versleuteld": [],  # see below: a password is given when a file is saved
    "tabvolgorde": [_tabs_weg],
    "koppeling_getagd": [_koppeling_los],
    "tekst_bij_koppeling": [_koppeltekst_weg],
    "ouderboom": [_ouderboom_weg, _ouderboom_verkeerd],
    "ingesloten": [_programma_weg],
    "unicode": [_unicode_weg, _unicode_nul],
    "codering": [_andere_codering, _zonder_tekens, _enkelvoudig],
    "huisletter": [_huisletter_weg],
}


def _gezakt(pad: Path) -> set[str]:
    with pikepdf.open(pad) as pdf:
        stuk = Stuk(pdf)
        return {naam for naam, eis in EISEN.items() if eis.mis(stuk)}


def test_een_goede_pdf_voldoet_aan_elke_eis(voorbeeld):
    assert _gezakt(voorbeeld.pad) == set()
    assert voorbeeld.feiten["rijkoppen"] == 3


def test_elke_eis_heeft_een_gebrek():
    assert set(GEBREKEN) == set(EISEN)


@pytest.mark.traag
@pytest.mark.parametrize(
    ("naam", "wijzig"), [(naam, wijzig) for naam, rij in GEBREKEN.items() for wijzig in rij]
)
def test_de_eis_ziet_haar_gebrek(voorbeeld, tmp_path, naam, wijzig):
    kapot = tmp_path / "kapot.pdf"
    with pikepdf.open(voorbeeld.pad) as pdf:
        wijzig(pdf)
        pdf.save(kapot)
    assert naam in _gezakt(kapot)
    melding = (
        r"de taal is (nl-US|niet gezet), niet nl-NL" if naam == "taal" else EISEN[naam].melding
    )
    with pytest.raises(RenderFout, match=melding if naam == "taal" else re.escape(melding)):
        controleer_pdf(kapot)


def test_een_versleutelde_pdf(voorbeeld, tmp_path):
    with pikepdf.open(voorbeeld.pad) as pdf:
        pdf.save(tmp_path / "dicht.pdf", encryption=pikepdf.Encryption(owner="geheim", user=""))
    assert _gezakt(tmp_path / "dicht.pdf") == {"niet_versleuteld"}


def test_controle_van_iets_anders_dan_een_pdf(tmp_path):
    (tmp_path / "x.pdf").write_text("geen pdf", encoding="utf-8")
    with pytest.raises(RenderFout, match="geen leesbare PDF"):
        controleer_pdf(tmp_path / "x.pdf")
