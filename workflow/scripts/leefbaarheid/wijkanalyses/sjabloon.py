"""The Word template for authors: the header as a table and the fixed headings, to be filled in.

What must be filled in is a content control that shows what belongs there; as long as it does, the
reader refuses the file with the name of the field (`wordlezer`). The file is written here and not
by pandoc, and not compressed, so that its bytes are the same everywhere.
"""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

from leefbaarheid.basis.begrippen import ADVIEZEN, KORTE_AANPAK, OORDELEN, SECTIES, VRIJE_SECTIES
from leefbaarheid.wijkanalyses.adviezen import soort_van
from leefbaarheid.wijkanalyses.citaten import STREEP
from leefbaarheid.wijkanalyses.kop import VELDEN

UITLEG_VELDEN = {
    "titel": "Naam van de wijk: een ondertitel",
    "gemeente": "Naam van de gemeente",
    "wijken": "CBS-wijkcodes, gescheiden door puntkomma's (WK036300; WK036301)",
    "studie": "Naam van de studie",
    "auteurs": "Namen, gescheiden door puntkomma's",
    "datum": "Dag, maand en jaar (15 november 2024)",
    "oordeel": "Kies hoe de gesprekspartners de ontwikkeling zien",
    "themas": "Thema's uit de lijst van uw opdrachtgever, gescheiden door puntkomma's",
    "samenvatting": "Twee zinnen die als kort portret in het hoofdrapport komen",
}
UITLEG_SECTIES = {
    "Profiel": "Ligging, bewoners, woningen en voorzieningen.",
    "Ontwikkeling": "Hoe de wijk zich ontwikkelde en of de landelijke trends er te zien zijn.",
    "Perspectief gemeente": "Wat het beleid wilde en wat de gemeente ziet.",
    "Perspectief professionals": "Wat corporatie, politie, welzijn en scholen zien.",
    "Perspectief bewoners en ondernemers": "Wat bewoners en ondernemers zien.",
    "Opgaven": "Wat er nu te doen is.",
    "Aanpak en opbrengst": "Wat er is gedaan en wat het opleverde.",
    "Bronnen": "Gesprekken, documenten en cijfers.",
}
UITLEG_LIJSTEN = {
    KORTE_AANPAK: {
        "opgave": "Wat er te doen was of is. Kopieer deze regels voor een volgende opgave; haal ze "
        "weg, met de kop, als u niets kort op een rij zet",
        "thema": "Eén thema uit de lijst van uw opdrachtgever",
        "aanpak": "Wat er is gedaan",
        "opbrengst": "Wat het opleverde; niets bekend: haal deze regel weg",
    },
    ADVIEZEN: {
        "wat": "Wat u adviseert. Kopieer deze regels voor een volgend advies; haal ze weg, met de "
        "kop, als u geen advies geeft",
        "wie": "Aan wie",
        "thema": "Eén thema uit de lijst van uw opdrachtgever",
        "horizon": "Wanneer, of binnen welke tijd; anders deze regel weghalen",
        "samenwerkingsvorm": "Hoe partijen samenwerken; anders deze regel weghalen",
        "financieringsvorm": "Wie wat betaalt, en hoe; anders deze regel weghalen",
        "bron": "Waar het advies op rust; anders deze regel weghalen",
    },
}
"""What an author may leave out: such a field, or the whole heading, is taken away and not left."""
CITAAT_BIJ = "Perspectief bewoners en ondernemers"
UITLEG_CITAAT = {
    "citaat": "Wat iemand zei. Kopieer deze twee regels voor een volgend citaat, ook onder een "
    "andere kop; haal ze weg als er geen citaat is",
    "rol": "De rol van wie het zei, nooit een naam (bewoner); een thema mag erachter, tussen "
    "haakjes",
}

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKKET = "http://schemas.openxmlformats.org/package/2006"
_SOORT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LETTER = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/>'
_BLAUW = "1F3864"


def maak_sjabloon() -> bytes:
    """Return the template as a .docx file."""
    delen = {
        "[Content_Types].xml": _inhoudssoorten(),
        "_rels/.rels": _relaties([("officeDocument", "word/document.xml")]),
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": _relaties([("styles", "styles.xml")]),
        "word/styles.xml": _stijlen(),
    }
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_STORED) as zip_:
        for naam, tekst in delen.items():
            kop = zipfile.ZipInfo(naam, (1980, 1, 1, 0, 0, 0))
            kop.create_system = 3  # on Windows it would be another, and the bytes too
            zip_.writestr(kop, tekst)
    return uit.getvalue()


def _document() -> str:
    rijen = [_rij(_alinea(_tekst("veld")), _alinea(_tekst("waarde")))]
    rijen += [_rij(_alinea(_tekst(v)), _alinea(_invulveld(v, UITLEG_VELDEN[v]))) for v in VELDEN]
    tabel = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Koptabel"/><w:tblW w:w="5000" w:type="pct"/>'
        '<w:tblLook w:val="0420" w:firstRow="1"/></w:tblPr>'
        '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="7000"/></w:tblGrid>'
        f"{''.join(rijen)}</w:tbl>"
    )
    secties = "".join(map(_sectie, SECTIES))
    bladzijde = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" '
        'w:footer="708" w:gutter="0"/></w:sectPr>'
    )
    return (
        f'{_KOP}<w:document xmlns:w="{_W}"><w:body>{tabel}{secties}{bladzijde}</w:body>'
        "</w:document>"
    )


def _sectie(naam: str) -> str:
    """Return a heading with what is asked below it; before the last those that may be left out."""
    xml = _alinea(_tekst(naam), "Heading1") + _blokveld(naam, UITLEG_SECTIES[naam])
    if naam == CITAAT_BIJ:
        xml += _citaat()
    return "".join(map(_lijst, VRIJE_SECTIES)) + xml if naam == SECTIES[-1] else xml


def _citaat() -> str:
    """Return a quotation and, as its last line, the role."""
    woorden, rol = (_invulveld(naam, uitleg) for naam, uitleg in UITLEG_CITAAT.items())
    return _alinea(woorden, "Quote") + _alinea(_tekst(f"{STREEP} ") + rol, "Quote")


def _lijst(kop: str) -> str:
    """Return a heading that may be left out, with a line per field of its records."""
    regels = (
        _alinea(
            _tekst(f"{veld}: ") + _invulveld(f"{kop}: {veld}", UITLEG_LIJSTEN[kop][veld]), "Veld"
        )
        for veld in soort_van(kop, {}).velden
    )
    return _alinea(_tekst(kop), "Heading1") + "".join(regels)


def _tekst(tekst: str, stijl: str = "") -> str:
    opmaak = f'<w:rPr><w:rStyle w:val="{stijl}"/></w:rPr>' if stijl else ""
    return f'<w:r>{opmaak}<w:t xml:space="preserve">{escape(tekst)}</w:t></w:r>'


def _alinea(inhoud: str, stijl: str = "") -> str:
    opmaak = f'<w:pPr><w:pStyle w:val="{stijl}"/></w:pPr>' if stijl else ""
    return f"<w:p>{opmaak}{inhoud}</w:p>"


def _rij(*cellen: str) -> str:
    inhoud = "".join(f"<w:tc><w:tcPr/>{cel}</w:tc>" for cel in cellen)
    return f"<w:tr>{inhoud}</w:tr>"


def _besturing(naam: str, inhoud: str, soort: str = "") -> str:
    """Return a content control that still shows its explanation."""
    kop = f"<w:alias w:val={quoteattr(naam)}/><w:showingPlcHdr/>{soort}"
    return f"<w:sdt><w:sdtPr>{kop}</w:sdtPr><w:sdtContent>{inhoud}</w:sdtContent></w:sdt>"


def _invulveld(naam: str, uitleg: str) -> str:
    soort = "<w:text/>"
    if naam == "oordeel":
        keuzes = "".join(f'<w:listItem w:displayText="{o}" w:value="{o}"/>' for o in OORDELEN)
        soort = f"<w:dropDownList>{keuzes}</w:dropDownList>"
    return _besturing(naam, _tekst(uitleg, "PlaceholderText"), soort)


def _blokveld(naam: str, uitleg: str) -> str:
    return _besturing(naam, _alinea(_tekst(uitleg, "PlaceholderText")))


def _relaties(regels: list[tuple[str, str]]) -> str:
    xml = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{soort}" Target="{doel}"/>'
        for n, (soort, doel) in enumerate(regels, 1)
    )
    return f'{_KOP}<Relationships xmlns="{_PAKKET}/relationships">{xml}</Relationships>'


def _inhoudssoorten() -> str:
    return (
        f'{_KOP}<Types xmlns="{_PAKKET}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_SOORT}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_SOORT}.styles+xml"/></Types>'
    )


def _stijlen() -> str:
    """Return the styles by the names Word has for them, so that every language shows its own."""
    koppen = "".join(
        _stijl(
            f"Heading{n}",
            f"heading {n}",
            f'<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/>'
            f'<w:spacing w:before="{360 - 80 * n}" w:after="80"/><w:outlineLvl w:val="{n - 1}"/>'
            f'</w:pPr><w:rPr><w:b/><w:color w:val="{_BLAUW}"/><w:sz w:val="{34 - 4 * n}"/></w:rPr>',
        )
        for n in (1, 2, 3)
    )
    randen = "".join(
        f'<w:{kant} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>'
        for kant in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'{_KOP}<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>{_LETTER}'
        '<w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
        + _stijl("Normal", "Normal", "<w:qFormat/>", ' w:default="1"')
        + koppen
        + _stijl(
            "Caption",
            "caption",
            '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>'
            f'<w:rPr><w:i/><w:color w:val="{_BLAUW}"/><w:sz w:val="18"/></w:rPr>',
        )
        + _stijl(
            "Quote",
            "Quote",
            '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:after="40"/>'
            f'<w:ind w:left="567" w:right="567"/></w:pPr><w:rPr><w:i/><w:color w:val="{_BLAUW}"/>'
            "</w:rPr>",
        )
        + _stijl(
            "Veld",
            "Veld",
            '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="40"/>'
            '<w:ind w:left="1985" w:hanging="1985"/></w:pPr>',
        )
        + '<w:style w:type="character" w:styleId="PlaceholderText">'
        '<w:name w:val="Placeholder Text"/><w:rPr><w:color w:val="666666"/></w:rPr></w:style>'
        '<w:style w:type="table" w:styleId="Koptabel"><w:name w:val="Koptabel"/><w:tblPr>'
        f"<w:tblBorders>{randen}</w:tblBorders></w:tblPr></w:style></w:styles>"
    )


def _stijl(id_: str, naam: str, inhoud: str, kenmerk: str = "") -> str:
    return (
        f'<w:style w:type="paragraph"{kenmerk} w:styleId="{id_}"><w:name w:val="{naam}"/>'
        f"{inhoud}</w:style>"
    )
