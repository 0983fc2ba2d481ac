"""Word files: the header in a table or beside the file, and files that are not in order."""

from __future__ import annotations

import io
import random
import re
import zipfile

import pytest

from hulp.beelden import beeldpunten, exif, halven
from hulp.wijkanalyses import THEMAS, kop, koptabel, romp, schrijf_docx, schrijf_md, word_fout
from hulp.word import alinea, deel, koptabel_xml, lichaam, plaatje_xml, run, schrijf_word, tabel
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.redenen.wijkanalyses import KoppelReden
from leefbaarheid.wijkanalyses.beelden import beeldinhoud
from leefbaarheid.wijkanalyses.lezen import lees_bestand


@pytest.mark.traag
@pytest.mark.parametrize("hekje", ["#", "##"])
def test_word_met_koptabel_is_gelijk_aan_markdown(tmp_path, hekje):
    tekst = romp(profiel="Een *mooie* wijk[^1].\n\n### Ligging\n\nAan zee.\n\n[^1]: Noot.")
    uit_md = lees_bestand(schrijf_md(tmp_path, kop(wijken="[WK900101, WK900102]") + tekst), THEMAS)
    in_word = tekst.replace("\n## ", f"\n{hekje} ").replace("\n### ", f"\n{hekje}# ")

    pad = schrijf_docx(tmp_path, koptabel(wijken="[WK900101, WK900102]") + in_word)
    uit_word = lees_bestand(pad, THEMAS)

    anders = {"bron", "plaats_wijken"}
    assert {k: v for k, v in uit_word.items() if k not in anders} == {
        k: v for k, v in uit_md.items() if k not in anders
    }


@pytest.mark.traag
def test_word_met_yaml_ernaast(tmp_path):
    pad = schrijf_docx(tmp_path, romp())
    (tmp_path / "proef.yaml").write_text(kop().strip("-\n"), encoding="utf-8")

    analyse = lees_bestand(pad, THEMAS)

    assert analyse["titel"] == "Voorbeeldwijk: een proef"
    assert analyse["plaats_wijken"] == {"bestand": "proef.yaml", "regel": 3}


@pytest.mark.traag
def test_letterlijke_tekens_in_word_blijven_tekst(tmp_path):
    tekst = r"Schrijf \#import, \$x\$, \@fig-x, \`\`\`{=typst} en \<b\> in C# voor € 5 < 6."

    secties = lees_bestand(schrijf_docx(tmp_path, koptabel() + romp(profiel=tekst)), THEMAS)[
        "secties"
    ]

    verwacht = r"Schrijf \#import, \$x\$, \@fig-x, \`\`\`\{=typst\} en \<b\> in C\# voor € 5 \< 6."
    assert secties["Profiel"] == verwacht + "\n"


@pytest.mark.traag
def test_kapotte_word_bestanden(tmp_path):
    goed = schrijf_docx(tmp_path, koptabel() + romp()).read_bytes()
    pad = tmp_path / "kapot.docx"
    for inhoud in (b"", b"geen zip", goed[: len(goed) // 2]):
        pad.write_bytes(inhoud)
        assert "geen leesbaar Word-bestand" in word_fout(pad)
    midden = len(goed) // 3
    pad.write_bytes(goed[:midden] + b"\0" * 50 + goed[midden + 50 :])
    assert "geen leesbaar Word-bestand" in word_fout(pad)
    with zipfile.ZipFile(pad, "w") as zip_:
        zip_.writestr("iets.txt", "anders")
    assert "geen leesbaar Word-bestand" in word_fout(pad)
    with zipfile.ZipFile(pad, "w") as zip_:
        zip_.writestr("word/document.xml", "<niet-goed>")
    assert "een onderdeel is niet te lezen" in word_fout(pad)


def zip_met(naam: str, inhoud: bytes = b"x") -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as zip_:
        zip_.writestr(naam, inhoud)
    return uit.getvalue()


ANDERE_SOORTEN = {
    "oud of met een wachtwoord": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "oud .doc-bestand"),
    "rtf": (rb"{\rtf1\ansi Tekst}", "een RTF-bestand"),
    "pdf": (b"%PDF-1.7", "een PDF"),
    "html": (b"\n<!DOCTYPE html><html>", "een bladzijde van het web"),
    "lfs": (b"version https://git-lfs.github.com/spec/v1", "Git LFS"),
    "odt": (zip_met("mimetype", b"application/vnd.oasis.opendocument.text"), "OpenDocument"),
    "excel": (zip_met("xl/workbook.xml"), "een Excel-bestand"),
    "powerpoint": (zip_met("ppt/presentation.xml"), "een PowerPoint-bestand"),
}


@pytest.mark.parametrize("geval", ANDERE_SOORTEN)
def test_een_bestand_dat_niet_is_wat_zijn_naam_zegt(tmp_path, geval):
    inhoud, soort = ANDERE_SOORTEN[geval]
    pad = tmp_path / "proef.docx"
    pad.write_bytes(inhoud)

    fout = word_fout(pad)
    assert "geen Word-bestand maar" in fout
    assert soort in fout


@pytest.mark.traag
def test_zipbom(tmp_path):
    pad = tmp_path / "bom.docx"
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as zip_:
        for n in range(11):
            zip_.writestr(f"word/{n}.xml", b"\0" * 10_000_000)

    assert pad.stat().st_size < 1_000_000
    assert "uitgepakt te groot" in word_fout(pad)


@pytest.mark.traag
def test_word_zonder_kop(tmp_path):
    fout = word_fout(schrijf_docx(tmp_path, romp()))

    assert "het Word-bestand heeft geen kop" in fout
    assert ".yaml" in fout


@pytest.mark.traag
def test_word_met_twee_koppen(tmp_path):
    pad = schrijf_docx(tmp_path, koptabel() + romp())
    (tmp_path / "proef.yaml").write_text(kop().strip("-\n"), encoding="utf-8")

    assert "de kop staat er twee keer" in word_fout(pad)


@pytest.mark.traag
def test_fouten_in_de_koptabel(tmp_path):
    def fout(tabel: str) -> str:
        return word_fout(schrijf_docx(tmp_path, tabel + romp()))

    assert "Bedoelde u samenvatting" in fout(koptabel() + "| samenvating | x |\n")
    assert "ontbreekt het veld 'datum'" in fout(koptabel(datum=None))
    assert "staat er twee keer" in fout(koptabel() + "| titel | x |\n")
    assert "twee kolommen" in fout("| veld | waarde | meer |\n|--|--|--|\n| a | b | c |\n")
    assert "twee keer in de lijst" in fout(koptabel(wijken="WK900101; WK900101"))


@pytest.mark.traag
def test_fout_in_yaml_naast_word_noemt_het_yaml_bestand(tmp_path):
    pad = schrijf_docx(tmp_path, romp())
    (tmp_path / "proef.yaml").write_text(kop(oordeel="goed"), encoding="utf-8")

    with pytest.raises(InvoerFout, match="deze waarde bestaat niet") as fout:
        lees_bestand(pad, THEMAS)
    assert fout.value.bestand == tmp_path / "proef.yaml"
    assert fout.value.regel == 8


@pytest.mark.traag
def test_verboden_in_word(tmp_path):
    pad = schrijf_docx(tmp_path, koptabel() + romp(opgaven="Hier {{\\< include x >}}."))

    assert "Quarto-shortcode in de tekst (sectie 'Opgaven')" in word_fout(pad)


# --- a title above the header ---------------------------------------------------------------------

TITEL = "Voorbeeldwijk: een proef"
ERBOVEN = {
    "titel": (alinea(TITEL, "Title"), None),
    "titel als kop": (alinea(TITEL, "Heading1"), None),
    "titel als gewone alinea": (alinea(TITEL.upper()), None),
    "ondertitel": (
        alinea(TITEL, "Title") + alinea("Gemeente Voorbeeldstad", "Subtitle"),
        "Gemeente Voorbeeldstad",
    ),
    "afzender": (
        alinea("Afdeling Wonen") + alinea("Versie 2", "Author"),
        "Afdeling Wonen / Versie 2",
    ),
}


@pytest.mark.traag
@pytest.mark.parametrize("geval", ERBOVEN)
def test_boven_de_koptabel_mag_een_titel_staan(tmp_path, geval):
    vooraf, gemeld = ERBOVEN[geval]

    analyse = lees_bestand(schrijf_word(tmp_path, lichaam(vooraf=vooraf)), THEMAS)

    verwacht = [] if gemeld is None else [KoppelReden.TEKST_BOVEN_DE_KOP.met(tekst=gemeld)]
    assert analyse["titel"] == TITEL
    assert analyse["meldingen"] == verwacht


@pytest.mark.traag
@pytest.mark.parametrize("stijl", ["Title", "", "Heading1"])
def test_een_titel_boven_de_tekst_met_de_kop_ernaast(tmp_path, stijl):
    pad = schrijf_word(tmp_path, lichaam(vooraf=alinea(TITEL, stijl), koptabel=" "))
    (tmp_path / "proef.yaml").write_text(kop(), encoding="utf-8")

    assert lees_bestand(pad, THEMAS)["secties"]["Profiel"] == "Eén zin over deze wijk.\n"


def test_een_hele_tekst_boven_de_koptabel_wordt_geweigerd(tmp_path):
    lang = alinea("woord " * 50, "Abstract")

    assert "boven de koptabel staat tekst" in word_fout(
        schrijf_word(tmp_path, lichaam(vooraf=lang))
    )


@pytest.mark.traag
def test_een_tabel_in_de_eerste_sectie_is_geen_kop(tmp_path):
    cijfers = tabel([["jaar", "score"], ["2014", "3,9"]], kopregel=True)
    pad = schrijf_word(tmp_path, lichaam(profiel=cijfers, koptabel=" "))
    (tmp_path / "proef.yaml").write_text(kop(), encoding="utf-8")

    assert "| 2014 | 3,9   |" in lees_bestand(pad, THEMAS)["secties"]["Profiel"]


def test_een_kop_met_drie_cellen_in_een_rij_wordt_geweigerd(tmp_path):
    rijen = [["veld", "waarde"], ["titel", "Een", "verloren"]]

    assert "niet in elke rij evenveel cellen" in word_fout(
        schrijf_word(tmp_path, lichaam(koptabel=tabel(rijen)))
    )


# --- all faults, and pictures ---------------------------------------------------------------------


def test_alle_fouten_van_een_word_bestand_in_een_melding(tmp_path):
    geheim = alinea(run("geheim", "<w:vanish/>"))
    doos = alinea('<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>')
    wijziging = alinea(f"<w:ins>{run('nieuw')}</w:ins>")
    fout = word_fout(
        schrijf_word(
            tmp_path,
            lichaam(geheim + doos, wijziging, koptabel=koptabel_xml(oordeel="prima")),
        )
    )

    for wat in ("verborgen tekst", "een lijn kan niet", "1 bijgehouden wijziging", "oordeel"):
        assert wat in fout
    assert "(onder 'Profiel')" in fout


@pytest.mark.traag
def test_van_een_bijgesneden_afbeelding_blijft_alleen_wat_te_zien_is(tmp_path):
    foto = halven("PNG", (32, 16), exif=exif(gps=True))
    plaatje = alinea(plaatje_xml(uitsnede='<a:srcRect r="60000"/>'))
    heel = alinea(plaatje_xml(alt="Het hele plein"))
    pad = schrijf_word(
        tmp_path,
        lichaam(plaatje + heel),
        relaties=(("rPlaat", "image", "media/x.png"),),
        delen={"word/media/x.png": foto},
    )

    analyse = lees_bestand(pad, THEMAS)

    gesneden, heel_beeld = (beeldinhoud(pad, beeld) for beeld in analyse["afbeeldingen"])
    assert {punt[:3] for punt in beeldpunten(gesneden)[1]} == {(255, 0, 0)}
    assert beeldpunten(heel_beeld)[0] == (32, 16)
    assert b"GEHEIM" in foto and b"GEHEIM" not in gesneden + heel_beeld
    assert "![Het plein](wijkanalyses-beelden/proef-" in analyse["secties"]["Profiel"]


def test_een_soort_die_niet_te_tonen_is_wordt_bij_het_lezen_geweigerd(tmp_path):
    emf = b"\1\0\0\0" + b"\0" * 36 + b" EMF" + b"\0" * 60
    pad = schrijf_word(
        tmp_path,
        lichaam(alinea(plaatje_xml())),
        relaties=(("rPlaat", "image", "media/image1.emf"),),
        delen={"word/media/image1.emf": emf},
    )

    fout = word_fout(pad)

    assert "maar EMF" in fout
    assert "image1.emf" in fout


def test_een_afbeelding_zonder_alternatieve_tekst_wordt_geweigerd(tmp_path):
    pad = schrijf_word(
        tmp_path,
        lichaam(alinea(plaatje_xml(alt=""))),
        relaties=(("rPlaat", "image", "media/x.png"),),
        delen={"word/media/x.png": halven()},
    )

    assert "geen alternatieve tekst" in word_fout(pad)


ANDERE_PAKKETTEN = {
    "eigen definities": (b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>', "XML-definities"),
    "definities in UTF-16": (
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x><x/>'.encode("utf-16"),
        "XML-definities",
    ),
    "strikt": (
        b'<d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"/>',
        "Strict Open XML",
    ),
    "onbekende tekenset": (b'<?xml version="1.0" encoding="zomaar"?><x/>', "niet te lezen"),
}


@pytest.mark.parametrize("geval", ANDERE_PAKKETTEN)
def test_xml_die_word_niet_schrijft(tmp_path, geval):
    inhoud, melding = ANDERE_PAKKETTEN[geval]
    pad = schrijf_word(tmp_path, lichaam(), delen={"word/document.xml": inhoud})

    assert melding in word_fout(pad)


# --- variants -------------------------------------------------------------------------------------


def _stukken(toeval: random.Random) -> tuple[str, list[str]]:
    """Return a paragraph made of random pieces, and the words in it that can be seen."""
    woorden = [f"woord{toeval.randrange(10**6)}" for _ in range(toeval.randint(1, 5))]
    xml = ""
    for woord in woorden:
        stuk = run(
            f"{woord} ", toeval.choice(["", "<w:b/>", "<w:i/>", "<w:caps/>", "<w:dstrike/>"])
        )
        om = toeval.choice(
            [
                "{}",
                "<w:smartTag>{}</w:smartTag>",
                "<w:customXml>{}</w:customXml>",
                '<w:fldSimple w:instr="REF x">{}</w:fldSimple>',
                '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
                "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
                "<w:bdo>{}</w:bdo>",
                '<w:bookmarkStart w:id="1" w:name="x"/>{}<w:bookmarkEnd w:id="1"/>',
                "<w:ins>{}</w:ins>",
                "<w:moveTo>{}</w:moveTo>",
                "{}<w:del><w:r><w:delText>GEHEIM</w:delText></w:r></w:del>",
                "{}<w:moveFrom><w:r><w:t>GEHEIM</w:t></w:r></w:moveFrom>",
                "{}<w:r><w:instrText>GEHEIM</w:instrText></w:r>",
                "{}<w:proofErr/>",
                "{}<w:r><w:tab/><w:lastRenderedPageBreak/></w:r>",
            ]
        )
        xml += om.format(stuk)
    stijl = toeval.choice(["", "", "Title", "Subtitle", "Author", "Abstract", "ZichtbaarKind"])
    return alinea(xml, stijl), woorden


@pytest.mark.traag
def test_elk_zichtbaar_woord_komt_aan_en_geen_ander(tmp_path):
    """150 random paragraphs in 5 files: all words that Word shows, in their order, and no more."""
    toeval = random.Random(20170307)
    for _ in range(5):
        alineas = [_stukken(toeval) for _ in range(30)]
        pad = schrijf_word(tmp_path, lichaam("".join(xml for xml, _ in alineas)))

        analyse = lees_bestand(pad, THEMAS, wijzigingen="accepteer")

        tekst = analyse["secties"]["Profiel"]
        assert re.findall(r"woord\d+", tekst) == [w for _, woorden in alineas for w in woorden]
        assert "GEHEIM" not in tekst


@pytest.mark.traag
def test_een_beschadigd_word_bestand_geeft_een_analyse_of_een_melding(tmp_path):
    """60 mutations of the XML: a piece left out, doubled or changed; never a traceback."""
    toeval = random.Random(7)
    goed = lichaam(alinea(run("nu ", "<w:b/>") + run("verborgen", '<w:vanish w:val="0"/>')))
    stukken = re.split(r"(<[^>]*>)", deel("document", f"<w:body>{goed}</w:body>"))
    gelukt = 0
    for _ in range(60):
        nieuw = list(stukken)
        for _ in range(toeval.randint(1, 3)):
            plek = toeval.randrange(len(nieuw))
            nieuw[plek] = toeval.choice(
                ["", nieuw[plek] * 2, toeval.choice(stukken), "\0", "<w:p>"]
            )
        pad = schrijf_word(tmp_path, "", delen={"word/document.xml": "".join(nieuw)})
        try:
            lees_bestand(pad, THEMAS)
            gelukt += 1
        except InvoerFout as fout:
            assert fout.remedie
    assert gelukt < 60
