"""What a reader sees of a Word file, and what is refused because it would be lost or printed."""

from __future__ import annotations

import zipfile

import pytest

from hulp.beelden import beeld
from hulp.word import alinea, deel, plaatje_xml, run, schrijf_word, tabel, tekening_xml
from leefbaarheid.wijkanalyses.wordlezer import SYMBOOL, Gezien, Lezer
from leefbaarheid.wijkanalyses.wordstijlen import Stijlen
from leefbaarheid.wijkanalyses.wordxml import RUIMTEN, Pakket

BEELD = (("rPlaat", "image", "media/x.png"),)
DELEN: dict[str, str | bytes] = {"word/media/x.png": beeld()}
KOP = alinea("Profiel", "Heading1")


def lees(map_, body: str, **meer) -> Gezien:
    pad = schrijf_word(map_, body, **meer)
    with zipfile.ZipFile(pad) as zip_:
        pakket = Pakket(zip_)
        stijlen = Stijlen(pakket.boom_van_soort("styles"), pakket.boom_van_soort("numbering"))
        return Lezer(pakket, stijlen, pakket.hoofd).lees()


def tekst(gezien: Gezien) -> str:
    return " ".join("".join(stuk for stuk, _ in gezien.stukken).split())


def veld(opdracht: str, resultaat: str = "") -> str:
    """Return a field as Word writes it: begin, code, separator, result, end."""
    begin, midden, eind = (
        f'<w:r><w:fldChar w:fldCharType="{soort}"/></w:r>' for soort in ("begin", "separate", "end")
    )
    code = f"<w:r><w:instrText> {opdracht} </w:instrText></w:r>"
    return begin + code + (midden + run(resultaat) if resultaat else "") + eind


def doos(inhoud: str = "in het tekstvak", meer: str = "") -> str:
    vak = f"<wps:txbx><w:txbxContent>{alinea(inhoud)}</w:txbxContent></wps:txbx>" if inhoud else ""
    return f"<wps:wsp><wps:spPr/>{vak}<wps:bodyPr>{meer}</wps:bodyPr></wps:wsp>"


def vml(inhoud: str) -> str:
    return f"<w:r><w:pict>{inhoud}</w:pict></w:r>"


def keuze(nieuw: str, oud: str, eist: str = "wps") -> str:
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="{eist}">{nieuw}</mc:Choice>'
        f"<mc:Fallback>{oud}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def kern(xml: str) -> str:
    """Return what is in a run."""
    return xml.removeprefix("<w:r>").removesuffix("</w:r>")


VORM, GROEP, PAPIER = (RUIMTEN[kort] for kort in ("wps", "wpg", "wpc"))
TEKSTVAK = tekening_xml(doos(), VORM)
OUD_TEKSTVAK = (
    f"<v:shape><v:textbox><w:txbxContent>{alinea('oud tekstvak')}</w:txbxContent></v:textbox>"
    "</v:shape>"
)

# --- seen, and hidden -----------------------------------------------------------------------------

VAN = "<w:vanish/>"
ZICHTBAAR = {
    "gewone letters": (run("een ") + run("twee"), "een twee"),
    "een woord in stukken": (run("ge") + run("meen", "<w:b/>") + run("te"), "gemeente"),
    "tab en regeleinde": (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>",
        "a b c",
    ),
    "vast streepje": ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>", "a-b"),
    "zacht streepje": ("<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t></w:r>", "ab"),
    "symbool": ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', SYMBOOL),
    "letters van Wingdings": (run("ab", '<w:rFonts w:ascii="Wingdings"/>'), SYMBOOL * 2),
    "verborgen uit": (run("ja", '<w:vanish w:val="0"/>'), "ja"),
    "verborgen uit, false": (run("ja", '<w:vanish w:val="false"/>'), "ja"),
    "alleen op het web verborgen": (run("ja", "<w:webHidden/>"), "ja"),
    "verborgen spaties": (run("ja") + run("  ", VAN), "ja"),
    "geschrapt": ("<w:del><w:r><w:delText>nee</w:delText></w:r></w:del>" + run("ja"), "ja"),
    "verplaatst": (f"<w:moveFrom>{run('nee')}</w:moveFrom><w:moveTo>{run('ja')}</w:moveTo>", "ja"),
    "ingevoegd": (f"<w:ins>{run('ja')}</w:ins>", "ja"),
    "veldcode": (veld("PAGE", "3"), "3"),
    "eenvoudig veld": (f'<w:fldSimple w:instr="REF x">{run("Figuur 3")}</w:fldSimple>', "Figuur 3"),
    "veld in een veldcode": (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
        + veld("PAGE", "nee")
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("ja")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        "ja",
    ),
    "in haakjes van Word": (
        f"<w:smartTag>{run('a ')}</w:smartTag><w:customXml>{run('b ')}</w:customXml>"
        f"<w:sdt><w:sdtContent>{run('c ')}</w:sdtContent></w:sdt><w:bdo>{run('d')}</w:bdo>",
        "a b c d",
    ),
    "wit op een donker vlak": (
        run("ja", '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="003366"/>'),
        "ja",
    ),
    "gele stift": (run("ja", '<w:highlight w:val="yellow"/>'), "ja"),
    "witte letters met zwarte stift": (
        run("ja", '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>'),
        "ja",
    ),
    "zwart vlak, kleur aan Word gelaten": (
        run("ja", '<w:color w:val="auto"/><w:shd w:val="clear" w:fill="000000"/>'),
        "ja",
    ),
    "lichtgrijs": (run("ja", '<w:color w:val="D0D0D0"/>'), "ja"),
    "een maat die geen getal is": (run("ja", '<w:sz w:val="²"/>'), "ja"),
    "opmerking in de kantlijn": (run("ja") + '<w:r><w:commentReference w:id="1"/></w:r>', "ja"),
}


@pytest.mark.parametrize("geval", ZICHTBAAR)
def test_wat_te_zien_is(tmp_path, geval):
    inhoud, verwacht = ZICHTBAAR[geval]

    gezien = lees(tmp_path, alinea(inhoud))

    assert tekst(gezien) == verwacht
    assert gezien.bezwaren == []


VERBORGEN = {
    "zelf": alinea(run("ja ") + run("geheim", VAN)),
    "zelf, met waarde": alinea(run("geheim", '<w:vanish w:val="1"/>')),
    "in stukken": alinea(run("ge", VAN) + run("heim", VAN)),
    "door de stijl van de letters": alinea(run("geheim", '<w:rStyle w:val="Geheim"/>')),
    "door de basis van die stijl": alinea(run("geheim", '<w:rStyle w:val="GeheimKind"/>')),
    "door de stijl van de alinea": alinea("geheim", "Verborgen"),
    "door de basis van die alineastijl": alinea("geheim", "VerborgenKind"),
    "in een koppeling": alinea(f'<w:hyperlink w:anchor="x">{run("geheim", VAN)}</w:hyperlink>'),
    "in een cel": tabel([["a", alinea(run("geheim", VAN))]]),
    "in een verborgen rij": (
        "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>" + alinea("geheim") + "</w:tc></w:tr>"
        "<w:tr><w:tc>" + alinea("ja") + "</w:tc></w:tr></w:tbl>"
    ),
}


@pytest.mark.parametrize("geval", VERBORGEN)
def test_verborgen_tekst_wordt_geweigerd(tmp_path, geval):
    gezien = lees(tmp_path, KOP + VERBORGEN[geval])

    (fout,) = gezien.bezwaren
    assert "verborgen tekst in het Word-bestand (onder 'Profiel')" in fout.wat
    assert fout.fragment == "geheim"
    assert "geheim" not in tekst(gezien)


def test_een_kind_van_een_verborgen_stijl_kan_weer_zichtbaar_zijn(tmp_path):
    gezien = lees(tmp_path, alinea("ja", "ZichtbaarKind"))

    assert (tekst(gezien), gezien.bezwaren) == ("ja", [])


def test_verborgen_alinea_en_verborgen_letters_heffen_elkaar_op(tmp_path):
    """ECMA-376 part 1, 17.7.3: a toggle in both styles is off."""
    gezien = lees(tmp_path, alinea(run("ja", '<w:rStyle w:val="Geheim"/>'), "Verborgen"))

    assert (tekst(gezien), gezien.bezwaren) == ("ja", [])


ONLEESBAAR = {
    "wit": '<w:color w:val="FFFFFF"/>',
    "wit in kleine letters geschreven": '<w:color w:val="ffffff"/>',
    "een punt groot": '<w:sz w:val="2"/>',
    "bijna wit": '<w:color w:val="F8F8F8"/>',
    "wit op een wit vlak": '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="FFFFFF"/>',
    "wit op een vlak zonder kleur": '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="auto"/>',
    "zwart gelakt met de stift": '<w:highlight w:val="black"/>',
    "zwart gelakt met een vlak": (
        '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>'
    ),
}


_BLAUW = '<w:tcPr><w:shd w:val="clear" w:fill="003366"/></w:tcPr>'


@pytest.mark.parametrize("geval", ONLEESBAAR)
def test_tekst_die_op_papier_niet_te_zien_is_wordt_geweigerd(tmp_path, geval):
    (fout,) = lees(tmp_path, alinea(run("geheim", ONLEESBAAR[geval]))).bezwaren

    assert "niet te zien" in fout.wat
    assert fout.fragment == "geheim"


def test_witte_letters_in_een_tabel_staan_op_haar_kleur(tmp_path):
    cel = alinea(run("Kop", '<w:color w:val="FFFFFF"/>'))
    rijen = tabel([[cel, "b"]])
    gestijld = '<w:tblPr><w:tblStyle w:val="Blauw"/></w:tblPr>'

    assert len(lees(tmp_path, rijen).bezwaren) == 1
    assert lees(tmp_path, rijen.replace("<w:tblGrid>", f"{gestijld}<w:tblGrid>")).bezwaren == []
    assert lees(tmp_path, rijen.replace("<w:tcPr/>", _BLAUW)).bezwaren == []


# --- objects --------------------------------------------------------------------------------------

GRAFIEK = RUIMTEN["c"]
SMARTART = RUIMTEN["dgm"]
PIC = "<pic:pic>" + plaatje_xml().split("<pic:pic>")[1].split("</pic:pic>")[0] + "</pic:pic>"
OBJECTEN = {
    "tekstvak": (TEKSTVAK, "tekstvak", "in het tekstvak"),
    "tekstvak met oude vorm erbij": (
        keuze(kern(TEKSTVAK), f"<w:pict>{OUD_TEKSTVAK}</w:pict>"),
        "tekstvak",
        "in het tekstvak",
    ),
    "oud tekstvak": (vml(OUD_TEKSTVAK), "tekstvak", "oud tekstvak"),
    "oud tekstvak in een groep": (
        vml(f"<v:group>{OUD_TEKSTVAK}</v:group>"),
        "groep tekeningen",
        "oud tekstvak",
    ),
    "lijn": (tekening_xml(doos(""), VORM), "getekende vorm", ""),
    "oude vorm": (vml("<v:rect/>"), "getekende vorm", ""),
    "lijn over de bladzijde": (vml('<v:rect o:hr="t"/>'), "een lijn", ""),
    "groep": (tekening_xml(f"<wpg:wgp>{doos()}</wpg:wgp>", GROEP), "groep", "in het tekstvak"),
    "groep met een foto": (
        tekening_xml(f"<wpg:wgp>{PIC}</wpg:wgp>", GROEP),
        "groep",
        "",
    ),
    "tekenpapier": (tekening_xml(f"<wpc:wpc>{doos()}</wpc:wpc>", PAPIER), "tekenpapier", None),
    "WordArt": (
        tekening_xml(doos("FEEST", '<a:prstTxWarp prst="textWave1"/>'), VORM),
        "WordArt",
        "FEEST",
    ),
    "oude WordArt": (vml('<v:shape><v:textpath string="FEEST"/></v:shape>'), "WordArt", "FEEST"),
    "grafiek": (tekening_xml('<c:chart r:id="rGrafiek"/>', GRAFIEK), "grafiek", "Omzet"),
    "nieuwe grafiek": (
        keuze(
            kern(tekening_xml('<cx:chart xmlns:cx="http://x/chartex" r:id="rGrafiek"/>', "x")),
            "",
            "cx1",
        ),
        "grafiek",
        "Omzet",
    ),
    "SmartArt": (tekening_xml('<dgm:relIds r:dm="rSchema"/>', SMARTART), "SmartArt", "Stap een"),
    "lege tekening": (tekening_xml("", VORM), "een tekening", ""),
    "ingesloten werkblad": (
        '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>',
        "ingesloten object",
        "Excel.Sheet.12",
    ),
    "formulierknop": ('<w:r><w:object><w:control r:id="r"/></w:object></w:r>', "formulier", ""),
    "formule": ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "formule", "x+1"),
    "formule op een eigen regel": (
        "<m:oMathPara><m:oMath><m:r><m:t>y</m:t></m:r></m:oMath></m:oMathPara>",
        "formule",
        "y",
    ),
    "gekoppelde foto": (plaatje_xml("rBuiten", koppel="link"), "gekoppeld", "https://x.nl/f.png"),
    "foto die buiten staat": (plaatje_xml("rBuiten"), "gekoppeld", "https://x.nl/f.png"),
    "foto die er niet is": (plaatje_xml("rNiets"), "niet in het Word-bestand", ""),
    "oude gekoppelde foto": (
        vml('<v:shape><v:imagedata r:href="rBuiten"/></v:shape>'),
        "gekoppeld",
        "https://x.nl/f.png",
    ),
    "verborgen foto": (plaatje_xml(eigenschap=' hidden="1"'), "verborgen afbeelding", ""),
    "foto in verborgen letters": (
        plaatje_xml().replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>"),
        "verborgen afbeelding",
        "",
    ),
    "oude verborgen foto": (
        vml('<v:shape style="visibility:hidden"><v:imagedata r:id="rPlaat"/></v:shape>'),
        "verborgen afbeelding",
        "",
    ),
    "foto in een ovaal": (plaatje_xml(vorm="ellipse"), "in een vorm bijgesneden", ""),
    "foto in een eigen vorm": (
        plaatje_xml().replace('<a:prstGeom prst="rect"/>', "<a:custGeom/>"),
        "in een vorm bijgesneden",
        "",
    ),
    "scheve foto": (plaatje_xml(draai=' rot="1234567"'), "schuin gezet", ""),
    "oude scheve foto": (
        vml('<v:shape style="rotation:12"><v:imagedata r:id="rPlaat"/></v:shape>'),
        "schuin gezet",
        "",
    ),
    "foto als vulling": (
        plaatje_xml().replace("<a:stretch/>", '<a:stretch><a:fillRect l="-9000"/></a:stretch>'),
        "als vulling bijgesneden",
        "",
    ),
    "foto met onleesbare maten": (plaatje_xml(draai=' rot="scheef"'), "onleesbare maten", ""),
    "aankruisvakje": (veld("FORMCHECKBOX"), "aankruisvakje", ""),
    "keuzelijst": (veld("FORMDROPDOWN"), "keuzelijst", ""),
    "klik hier": (veld("MACROBUTTON NoMacro Klik hier"), "invulveld", ""),
    "symboolveld": (veld("SYMBOL 252 \\f Wingdings"), "symboolveld", ""),
    "formuleveld": (veld("EQ \\f(1,2)"), "formuleveld", ""),
    "nummerveld": (veld("LISTNUM"), "nummerveld", ""),
    "inhoudsopgave": (veld("TOC \\o 1-3", "Profiel 1"), "inhoudsopgave", ""),
    "inkt": ('<w:r><w:contentPart r:id="r"/></w:r>', "inkttekening", ""),
    "niet ingevuld veld": (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + run("Klik of tik om tekst in te voeren.")
        + "</w:sdtContent></w:sdt>",
        "niet ingevuld",
        "Klik of tik om tekst in te voeren.",
    ),
}
TEKENDELEN: dict[str, str | bytes] = DELEN | {
    "word/charts/chart1.xml": deel("x", "<a:t>Omzet</a:t>"),
    "word/diagrams/data1.xml": deel("x", "<a:t>Stap een</a:t>"),
}
TEKENRELATIES = (
    *BEELD,
    ("rBuiten", "image", "https://x.nl/f.png"),
    ("rGrafiek", "chart", "charts/chart1.xml"),
    ("rSchema", "diagramData", "diagrams/data1.xml"),
)


@pytest.mark.parametrize("geval", OBJECTEN)
def test_wat_niet_over_te_nemen_is_wordt_geweigerd(tmp_path, geval):
    inhoud, wat, fragment = OBJECTEN[geval]

    gezien = lees(tmp_path, KOP + alinea(inhoud), relaties=TEKENRELATIES, delen=TEKENDELEN)

    (fout,) = gezien.bezwaren
    assert wat in fout.wat
    assert fragment is None or fout.fragment == fragment
    assert fout.remedie
    assert gezien.plaatjes == []


GEHEEL = {
    "ingevoegd bestand": ('<w:altChunk r:id="r1"/>', "altChunk"),
    "subdocument": ('<w:subDoc r:id="r1"/>', "subdocument"),
    "te lange rij": (tabel([["a", "b"], ["1", "2", "drie"]]), "niet in elke rij evenveel cellen"),
    "te korte rij": (tabel([["a", "b"], ["1"]]), "niet in elke rij evenveel cellen (2 en 1)"),
}


@pytest.mark.parametrize("geval", GEHEEL)
def test_blokken_die_zouden_wegvallen(tmp_path, geval):
    inhoud, wat = GEHEEL[geval]

    (fout,) = lees(tmp_path, KOP + inhoud).bezwaren

    assert wat in fout.wat
    assert "(onder 'Profiel')" in fout.wat


ALT = {
    "Afbeelding met buitenshuis, lucht Automatisch gegenereerde beschrijving": False,
    "Een foto van een plein\n\nAutomatisch gegenereerde beschrijving met hoge zekerheid": False,
    "A picture containing text Description automatically generated": False,
    "A group of people AI-generated content may be incorrect.": False,
    "Afbeelding met tekst Door AI gegenereerde inhoud is mogelijk onjuist.": False,
    "C:\\Users\\jan\\Pictures\\plein.jpg": False,
    "IMG_2034.JPG": False,
    "Afbeelding 3": False,
    "https://x.nl/plein": False,
    "Foto": False,
    "Het plein in de ochtend": True,
    "Foto van het plein in 2014": True,
    "Afbeelding met de plattegrond van het plein": True,
}


def _kort(alt: str) -> str:
    return " ".join(alt.split())[:80]


@pytest.mark.parametrize("alt", ALT)
def test_een_alternatieve_tekst_van_word_wordt_geweigerd(tmp_path, alt):
    gezien = lees(tmp_path, alinea(plaatje_xml(alt=alt)), relaties=BEELD, delen=DELEN)

    assert len(gezien.plaatjes) == ALT[alt]
    assert [fout.fragment for fout in gezien.bezwaren] == ([] if ALT[alt] else [_kort(alt)])


# --- pictures -------------------------------------------------------------------------------------


def test_een_afbeelding_met_wat_word_eraan_doet(tmp_path):
    xml = plaatje_xml(
        uitsnede='<a:srcRect l="25000" t="10000" r="0" b="5000"/>', draai=' rot="5400000" flipH="1"'
    )

    (plaatje,) = lees(tmp_path, alinea(xml), relaties=BEELD, delen=DELEN).plaatjes

    assert plaatje.deel == "word/media/x.png"
    assert plaatje.alt == "Het plein"
    assert plaatje.bewerking.uitsnede == (0.25, 0.1, 0.0, 0.05)
    assert (plaatje.bewerking.draai, plaatje.bewerking.spiegel_h) == (90, True)


def test_een_oude_afbeelding_met_wat_word_eraan_doet(tmp_path):
    xml = vml(
        '<v:shape alt="Het plein" style="width:10pt;rotation:180;flip:y">'
        '<v:imagedata r:id="rPlaat" cropleft="16384f" cropbottom=".5"/></v:shape>'
    )

    (plaatje,) = lees(tmp_path, alinea(xml), relaties=BEELD, delen=DELEN).plaatjes

    assert plaatje.alt == "Het plein"
    assert plaatje.bewerking.uitsnede == (0.25, 0.0, 0.0, 0.5)
    assert (plaatje.bewerking.draai, plaatje.bewerking.spiegel_v) == (180, True)


def test_inkt_en_een_3d_model_komen_als_hun_plaatje(tmp_path):
    for eist in ("wpi", "am3d", "aink"):
        xml = keuze('<w:contentPart r:id="r"/>', kern(plaatje_xml()), eist)
        gezien = lees(tmp_path, alinea(xml), relaties=BEELD, delen=DELEN)
        assert (len(gezien.plaatjes), gezien.bezwaren) == (1, [])


# --- notes and lists ------------------------------------------------------------------------------


def test_noten_staan_waar_zij_worden_aangehaald(tmp_path):
    noten = deel(
        "footnotes",
        f'<w:footnote w:id="2">{alinea(run("de noot") + run(" geheim", VAN))}</w:footnote>'
        f'<w:footnote w:id="3">{alinea("zonder verwijzing")}</w:footnote>',
    )
    body = KOP + alinea(run("voor") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" en na"))

    gezien = lees(
        tmp_path,
        body,
        relaties=(("rN", "footnotes", "footnotes.xml"),),
        delen={"word/footnotes.xml": noten},
    )

    assert tekst(gezien) == "Profiel voor de noot en na"
    (fout,) = gezien.bezwaren
    assert fout.fragment == "geheim"


NUMMERS = {
    "Artikel %1": "Artikel %1",
    "%1.": "",
    "%1)": "",
    "%1.%2": "",
    "(%1)": "",
    "Opgave %1:": "Opgave %1:",
}


@pytest.mark.parametrize("patroon", NUMMERS)
def test_woorden_in_een_nummering_worden_geweigerd(tmp_path, patroon):
    nummering = deel(
        "numbering",
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{patroon}"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>',
    )
    body = alinea("punt", meer='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>')

    bezwaren = lees(
        tmp_path,
        body,
        relaties=(("rL", "numbering", "numbering.xml"),),
        delen={"word/numbering.xml": nummering},
    ).bezwaren

    assert [fout.fragment for fout in bezwaren] == ([NUMMERS[patroon]] if NUMMERS[patroon] else [])


def test_elk_bezwaar_wordt_gemeld_met_zijn_kop(tmp_path):
    body = KOP + alinea(TEKSTVAK) + alinea("Opgaven", "Heading1") + alinea(run("geheim", VAN))

    bezwaren = lees(tmp_path, body).bezwaren

    assert [fout.wat.rsplit(" (", 1)[1] for fout in bezwaren] == [
        "onder 'Profiel')",
        "onder 'Opgaven')",
    ]
