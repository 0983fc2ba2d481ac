"""The Word template for authors: refused as long as it is empty, read when it is filled in."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from hulp import WORTEL
from hulp.wijkanalyses import KOP, SECTIES, THEMAS, kop, schrijf_md
from leefbaarheid.basis.begrippen import VRIJE_SECTIES
from leefbaarheid.basis.fouten import InvoerFout, InvoerFouten
from leefbaarheid.wijkanalyses.adviezen import soort_van
from leefbaarheid.wijkanalyses.kop import VELDEN
from leefbaarheid.wijkanalyses.lezen import lees_bestand
from leefbaarheid.wijkanalyses.sjabloon import (
    UITLEG_CITAAT,
    UITLEG_LIJSTEN,
    UITLEG_SECTIES,
    UITLEG_VELDEN,
    maak_sjabloon,
)

AANPAK = {
    "opgave": "Leegstaande rijen weer bewoonbaar maken.",
    "thema": "fysiek",
    "aanpak": "Kluswoningen: wie koopt, blijft er vijf jaar.",
    "opbrengst": "De eerste twaalf waren binnen een maand verkocht.",
}
ADVIES = {
    "wat": "Maak een plan voor de torens.",
    "wie": "corporatie",
    "thema": "Sociale aanpak",
    "horizon": "binnen een jaar",
    "samenwerkingsvorm": "bewonersoverleg per toren",
    "financieringsvorm": "vast deel van de verkoopopbrengst",
    "bron": "gesprekken met huurders",
}
CITAAT = {"citaat": "Mijn zoon wil hier ook nog eens wonen.", "rol": "huurder (sociaal)"}
LIJSTEN = {"Aanpak in het kort": AANPAK, "Adviezen": ADVIES}
PROZA = {naam: f"Onder {naam.lower()} staat deze zin." for naam in SECTIES}
WAARDEN = (
    {naam: waarde.strip('"[]').replace(", ", "; ") for naam, waarde in KOP.items()}
    | PROZA
    | CITAAT
    | {f"{kop}: {veld}": w for kop, velden in LIJSTEN.items() for veld, w in velden.items()}
)


def schrijf(map_: Path, waarden: dict[str, str], verander=lambda naam, xml: xml) -> Path:
    """Write the template with these fields filled in, as Word does.

    Args:
        map_: folder to write in.
        waarden: text per field.
        verander: returns another XML for a part of the file, by its name.
    """

    def vul(gevonden: re.Match[str]) -> str:
        naam = gevonden[1].replace("&apos;", "'")
        if naam not in waarden:
            return gevonden[0]
        xml = gevonden[0].replace("<w:showingPlcHdr/>", "")
        xml = xml.replace('<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>', "")
        return re.sub(r'(<w:t xml:space="preserve">)[^<]*', rf"\g<1>{waarden[naam]}", xml)

    pad = map_ / "proef.docx"
    with (
        zipfile.ZipFile(io.BytesIO(maak_sjabloon())) as bron,
        zipfile.ZipFile(pad, "w") as doel,
    ):
        for naam in bron.namelist():
            tekst = bron.read(naam).decode()
            patroon = r'<w:sdt><w:sdtPr><w:alias w:val="([^"]*)"/>.*?</w:sdt>'
            doel.writestr(naam, verander(naam, re.sub(patroon, vul, tekst)))
    return pad


def als_markdown() -> str:
    """Return the same wijkanalyse as an author of Markdown writes it."""
    delen = []
    for naam, zin in PROZA.items():
        if naam == "Bronnen":
            for kop_, velden in LIJSTEN.items():
                delen.append(f"## {kop_}\n")
                delen.append("\n".join(f"- {veld}: {w}" for veld, w in velden.items()) + "\n")
        delen.append(f"## {naam}\n\n{zin}\n")
        if naam == "Perspectief bewoners en ondernemers":
            delen.append(f"> {CITAAT['citaat']}\n> — {CITAAT['rol']}\n")
    return kop() + "\n" + "\n".join(delen)


def zonder(*weg: str):
    """Return a change of the template: an author takes away the paragraphs with these texts."""

    def doe(naam: str, xml: str) -> str:
        for tekst in weg if naam == "word/document.xml" else ():
            alinea = re.compile(rf"<w:p>(?:(?!</w:p>).)*{re.escape(tekst)}(?:(?!</w:p>).)*</w:p>")
            xml, keren = alinea.subn("", xml)
            assert keren == 1, tekst
        return xml

    return doe


def test_het_sjabloon_staat_bij_de_documentatie():
    pad = WORTEL / "docs" / "wijkanalyse-sjabloon.docx"
    assert pad.read_bytes() == maak_sjabloon(), "draai `make docs`"


def test_elk_veld_en_elke_kop_heeft_uitleg():
    assert list(UITLEG_VELDEN) == list(VELDEN)
    assert list(UITLEG_SECTIES) == list(SECTIES)
    assert list(UITLEG_LIJSTEN) == list(VRIJE_SECTIES)
    for kop_, uitleg in UITLEG_LIJSTEN.items():
        assert tuple(uitleg) == soort_van(kop_, {}).velden


@pytest.mark.traag
def test_een_ingevuld_sjabloon_zegt_hetzelfde_als_markdown(tmp_path):
    """Every field an author can fill in, in Word and in Markdown, comes out the same."""
    uit_word = lees_bestand(schrijf(tmp_path, WAARDEN), THEMAS)
    uit_markdown = lees_bestand(schrijf_md(tmp_path, als_markdown()), THEMAS)

    assert uit_word["aanpakken"] == [AANPAK]
    assert uit_word["adviezen"] == [ADVIES | {"thema": "sociaal"}]
    assert [(c["tekst"], c["rol"], c["thema"]) for c in uit_word["citaten"]] == [
        (CITAAT["citaat"], "huurder", "sociaal")
    ]
    assert uit_word["meldingen"] == []
    waar = ("bron", "plaats_wijken")  # the file and its line, which a Word file does not have
    assert {k: v for k, v in uit_word.items() if k not in waar} == {
        k: v for k, v in uit_markdown.items() if k not in waar
    }


@pytest.mark.traag
def test_wat_mag_kan_uit_het_sjabloon_worden_gehaald(tmp_path):
    velden = [f"{kop_}: {veld}" for kop_, uitleg in UITLEG_LIJSTEN.items() for veld in uitleg]
    weg = [f'w:val="{veld}"' for veld in [*velden, *UITLEG_CITAAT]]
    koppen = [f">{kop_}</w:t>" for kop_ in UITLEG_LIJSTEN]

    analyse = lees_bestand(schrijf(tmp_path, WAARDEN, zonder(*weg, *koppen)), THEMAS)

    assert (analyse["aanpakken"], analyse["adviezen"], analyse["citaten"]) == ([], [], [])
    assert list(analyse["secties"]) == list(SECTIES)


@pytest.mark.traag
def test_een_regel_die_mag_ontbreken_kan_er_alleen_uit(tmp_path):
    analyse = lees_bestand(schrijf(tmp_path, WAARDEN, zonder('w:val="Adviezen: horizon"')), THEMAS)
    assert analyse["adviezen"] == [ADVIES | {"thema": "sociaal", "horizon": ""}]


@pytest.mark.traag
def test_een_gekopieerd_blok_is_een_volgend_advies(tmp_path):
    def dubbel(naam, xml):
        if naam != "word/document.xml":
            return xml
        begin = xml.index("<w:p>", xml.index(">Adviezen</w:t>"))
        eind = xml.rindex("<w:p>", 0, xml.index(">Bronnen</w:t>"))
        return xml[:eind] + xml[begin:eind].replace("de torens", "de kade") + xml[eind:]

    eerste, tweede = lees_bestand(schrijf(tmp_path, WAARDEN, dubbel), THEMAS)["adviezen"]
    assert eerste["wat"] == "Maak een plan voor de torens."
    assert tweede == eerste | {"wat": "Maak een plan voor de kade."}


@pytest.mark.traag
@pytest.mark.parametrize(
    ("verborgen", "melding"),
    [
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>GEHEIM</w:t></w:r>", "verborgen tekst"),
        ('<w:ins w:id="1" w:author="x"><w:r><w:t>GEHEIM</w:t></w:r></w:ins>', "wijziging"),
        ('<w:r><w:commentReference w:id="0"/></w:r>', "opmerking"),
    ],
)
def test_verborgen_en_open_tekst_in_een_nieuw_veld_wordt_geweigerd(tmp_path, verborgen, melding):
    def verstop(naam, xml):
        return xml.replace("— </w:t></w:r>", f"— </w:t></w:r>{verborgen}")

    with pytest.raises(InvoerFout, match=melding):
        lees_bestand(schrijf(tmp_path, WAARDEN, verstop), THEMAS)


@pytest.mark.traag
def test_een_naam_in_het_veld_van_de_rol_wordt_geweigerd(tmp_path):
    with pytest.raises(InvoerFout, match="persoonsnaam"):
        lees_bestand(schrijf(tmp_path, WAARDEN | {"rol": "Fatima, huurder"}), THEMAS)


@pytest.mark.parametrize("leeg", ["titel", "oordeel", "Opgaven", "Bronnen", "rol", "Adviezen: wie"])
def test_een_veld_dat_niet_is_ingevuld_wordt_genoemd(tmp_path, leeg):
    waarden = {naam: waarde for naam, waarde in WAARDEN.items() if naam != leeg}

    with pytest.raises(InvoerFout, match="een invulveld is niet ingevuld") as fout:
        lees_bestand(schrijf(tmp_path, waarden), THEMAS)

    lijsten = {f"{k}: {v}": uitleg for k, u in UITLEG_LIJSTEN.items() for v, uitleg in u.items()}
    uitleg = (UITLEG_VELDEN | UITLEG_SECTIES | UITLEG_CITAAT | lijsten)[leeg]
    assert uitleg[:80] in str(fout.value)


@pytest.mark.traag
def test_een_leeg_sjabloon_noemt_elk_veld(tmp_path):
    with pytest.raises(InvoerFouten) as fout:
        lees_bestand(schrijf(tmp_path, {}), THEMAS)

    wat = [deel.wat for deel in fout.value.fouten]
    leeg = sum(tekst.startswith("een invulveld is niet ingevuld") for tekst in wat)
    mag_weg = sum(map(len, UITLEG_LIJSTEN.values())) + len(UITLEG_CITAAT)
    assert leeg == len(VELDEN) + len(SECTIES) + mag_weg
