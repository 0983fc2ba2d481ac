"""Word files to test with, made of pieces of their XML: what Word writes and pandoc does not."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from hulp.wijkanalyses import KOP, SECTIES
from leefbaarheid.wijkanalyses.wordxml import RUIMTEN

_XMLNS = " ".join(f'xmlns:{kort}="{lang}"' for kort, lang in RUIMTEN.items())
_RELATIES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def deel(element: str, inhoud: str) -> str:
    """Return a part of a Word file: a root element with all namespaces."""
    return f"{_KOP}<w:{element} {_XMLNS}>{inhoud}</w:{element}>"


def run(tekst: str, opmaak: str = "") -> str:
    """Return a run of text; `opmaak` is what stands in its w:rPr."""
    return f'<w:r><w:rPr>{opmaak}</w:rPr><w:t xml:space="preserve">{escape(tekst)}</w:t></w:r>'


def alinea(inhoud: str, stijl: str = "", meer: str = "") -> str:
    """Return a paragraph: text, or XML where `inhoud` begins with "<"."""
    binnen = inhoud if inhoud.startswith("<") else run(inhoud)
    stijl = f'<w:pStyle w:val="{stijl}"/>' if stijl else ""
    return f"<w:p><w:pPr>{stijl}{meer}</w:pPr>{binnen}</w:p>"


def tabel(rijen: list[list[str]], kopregel: bool = False) -> str:
    """Return a table; a cell is text, or XML where it begins with "<"."""
    xml = ""
    for n, rij in enumerate(rijen):
        cellen = "".join(
            f"<w:tc><w:tcPr/>{cel if cel.startswith('<w:p') else alinea(cel)}</w:tc>" for cel in rij
        )
        kop = "<w:trPr><w:tblHeader/></w:trPr>" if kopregel and n == 0 else ""
        xml += f"<w:tr>{kop}{cellen}</w:tr>"
    breed = max(len(rij) for rij in rijen)
    look = '<w:tblPr><w:tblLook w:firstRow="1" w:val="0020"/></w:tblPr>' if kopregel else ""
    return f"<w:tbl>{look}<w:tblGrid>{'<w:gridCol/>' * breed}</w:tblGrid>{xml}</w:tbl>"


def koptabel_xml(**velden: str) -> str:
    """Return the header of a wijkanalyse as a table of Word."""
    inhoud = {naam: waarde.strip('"[]').replace(", ", "; ") for naam, waarde in KOP.items()}
    return tabel([["veld", "waarde"], *([k, v] for k, v in (inhoud | velden).items())])


def lichaam(profiel: str = "", opgaven: str = "", *, vooraf: str = "", koptabel: str = "") -> str:
    """Return the body of a good wijkanalyse, with pieces of XML in two of its sections."""
    xml = vooraf + (koptabel or koptabel_xml())
    for naam in SECTIES:
        xml += alinea(naam, "Heading1") + alinea("Eén zin over deze wijk.")
        xml += {"Profiel": profiel, "Opgaven": opgaven}.get(naam, "")
    return xml


_STIJLEN = "".join(
    f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{naam}"/>{rest}</w:style>'
    for id_, naam, rest in (
        ("Normal", "Normal", ""),
        ("Heading1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        ("Heading2", "heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        ("Title", "Title", ""),
        ("Subtitle", "Subtitle", ""),
        ("Author", "Author", ""),
        ("Abstract", "Abstract", ""),
        ("Caption", "caption", ""),
        ("Verborgen", "Verborgen", "<w:rPr><w:vanish/></w:rPr>"),
        ("VerborgenKind", "Verborgen kind", '<w:basedOn w:val="Verborgen"/>'),
        (
            "ZichtbaarKind",
            "Zichtbaar kind",
            '<w:basedOn w:val="Verborgen"/><w:rPr><w:vanish w:val="0"/></w:rPr>',
        ),
    )
)
_TEKENSTIJLEN = (
    '<w:style w:type="character" w:styleId="Geheim"><w:name w:val="Geheim"/>'
    "<w:rPr><w:vanish/></w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="GeheimKind"><w:name w:val="Geheim kind"/>'
    '<w:basedOn w:val="Geheim"/></w:style>'
)

Relatie = tuple[str, str, str]
"""Id, kind (the last word of its address) and target; a target with "://" is external."""


def schrijf_word(
    map_: Path,
    body: str,
    *,
    relaties: tuple[Relatie, ...] = (),
    delen: dict[str, str | bytes] | None = None,
    stijlen: str = "",
    sectie: str = "",
    naam: str = "proef.docx",
) -> Path:
    """Write a Word file.

    Args:
        map_: folder to write in.
        body: content of the w:body.
        relaties: of the document, with parts that are not in it by themselves.
        delen: other parts, by their name in the zip file.
        stijlen: more w:style elements.
        sectie: content of the w:sectPr.
        naam: name of the file.
    """
    alle = (("stijlen", "styles", "styles.xml"), *relaties)
    regels = "".join(
        f'<Relationship Id="{id_}" Type="{_RELATIES}/{soort}" Target="{escape(doel)}"'
        + (' TargetMode="External"/>' if "://" in doel else "/>")
        for id_, soort, doel in alle
    )
    rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    hoofd = (
        f'<Relationship Id="rId1" Type="{_RELATIES}/officeDocument" Target="word/document.xml"/>'
    )
    inhoud: dict[str, str | bytes] = {
        "[Content_Types].xml": _KOP
        + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="jpg" ContentType="image/jpeg"/></Types>',
        "_rels/.rels": f"{_KOP}{rels}{hoofd}</Relationships>",
        "word/document.xml": deel(
            "document", f"<w:body>{body}<w:sectPr>{sectie}</w:sectPr></w:body>"
        ),
        "word/_rels/document.xml.rels": f"{_KOP}{rels}{regels}</Relationships>",
        "word/styles.xml": deel("styles", _STIJLEN + _TEKENSTIJLEN + stijlen),
        **(delen or {}),
    }
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        for pad, tekst in inhoud.items():
            zip_.writestr(pad, tekst)
    bestand = map_ / naam
    bestand.write_bytes(uit.getvalue())
    return bestand


def plaatje_xml(
    rid: str = "rPlaat",
    alt: str = "Het plein",
    *,
    uitsnede: str = "",
    vorm: str = "rect",
    draai: str = "",
    koppel: str = "embed",
    eigenschap: str = "",
) -> str:
    """Return a run with an inline picture, as Word writes it."""
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="990000" cy="792000"/>'
        f'<wp:docPr id="1" name="Afbeelding 1" descr="{escape(alt)}"{eigenschap}/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="x"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:{koppel}="{rid}"/>{uitsnede}<a:stretch/></pic:blipFill>'
        f'<pic:spPr><a:xfrm{draai}><a:off x="0" y="0"/><a:ext cx="990000" cy="792000"/></a:xfrm>'
        f'<a:prstGeom prst="{vorm}"/></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def tekening_xml(inhoud: str, uri: str) -> str:
    """Return a run with another drawing: a shape, a group, a chart, SmartArt."""
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="990000" cy="792000"/><wp:docPr id="2" name="x"/>'
        f'<a:graphic><a:graphicData uri="{uri}">{inhoud}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
