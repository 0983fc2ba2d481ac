"""The Word template for authors: refused as long as it is empty, read when it is filled in."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from hulp import WORTEL
from hulp.wijkanalyses import KOP, SECTIES, THEMAS
from leefbaarheid.basis.fouten import InvoerFout, InvoerFouten
from leefbaarheid.wijkanalyses.kop import VELDEN
from leefbaarheid.wijkanalyses.lezen import lees_bestand
from leefbaarheid.wijkanalyses.sjabloon import UITLEG_SECTIES, UITLEG_VELDEN, maak_sjabloon

WAARDEN = {
    naam: waarde.strip('"[]').replace(", ", "; ") for naam, waarde in KOP.items()
} | dict.fromkeys(SECTIES, "Eén zin over deze wijk.")


def schrijf(map_: Path, waarden: dict[str, str]) -> Path:
    """Write the template with these fields filled in, as Word does."""

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
            doel.writestr(naam, re.sub(patroon, vul, tekst))
    return pad


def test_het_sjabloon_staat_bij_de_documentatie():
    pad = WORTEL / "docs" / "wijkanalyse-sjabloon.docx"
    assert pad.read_bytes() == maak_sjabloon(), "draai `make docs`"


def test_elk_veld_en_elke_kop_heeft_uitleg():
    assert list(UITLEG_VELDEN) == list(VELDEN)
    assert list(UITLEG_SECTIES) == list(SECTIES)


@pytest.mark.traag
def test_een_ingevuld_sjabloon_wordt_gelezen(tmp_path):
    analyse = lees_bestand(schrijf(tmp_path, WAARDEN), THEMAS)

    assert analyse["titel"] == "Voorbeeldwijk: een proef"
    assert analyse["wijken"] == ["WK900101"]
    assert analyse["auteurs"] == ["A. Proef", "B. Proef"]
    assert analyse["meldingen"] == []
    assert set(analyse["secties"].values()) == {"Eén zin over deze wijk.\n"}


@pytest.mark.parametrize("leeg", ["titel", "oordeel", "Opgaven", "Bronnen"])
def test_een_veld_dat_niet_is_ingevuld_wordt_genoemd(tmp_path, leeg):
    waarden = {naam: waarde for naam, waarde in WAARDEN.items() if naam != leeg}

    with pytest.raises(InvoerFout, match="een invulveld is niet ingevuld") as fout:
        lees_bestand(schrijf(tmp_path, waarden), THEMAS)

    assert (UITLEG_VELDEN | UITLEG_SECTIES)[leeg] in str(fout.value)


@pytest.mark.traag
def test_een_leeg_sjabloon_noemt_elk_veld(tmp_path):
    with pytest.raises(InvoerFouten) as fout:
        lees_bestand(schrijf(tmp_path, {}), THEMAS)

    wat = [deel.wat for deel in fout.value.fouten]
    leeg = sum(tekst.startswith("een invulveld is niet ingevuld") for tekst in wat)
    assert leeg == len(VELDEN) + len(SECTIES)
