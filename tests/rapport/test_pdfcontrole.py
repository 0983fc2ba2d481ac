"""The check of the PDF sees what makes one inaccessible."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from leefbaarheid.rapport.pdfcontrole import controleer_pdf
from leefbaarheid.rapport.renderfout import RenderFout


def _verander(bron: Path, doel: Path, wijziging) -> Path:
    with pikepdf.open(bron) as pdf:
        wijziging(pdf)
        pdf.save(doel)
    return doel


def _zonder_alt(pdf) -> None:
    for o in pdf.objects:
        if isinstance(o, pikepdf.Dictionary) and "/Alt" in o and o.get("/S") == "/Figure":
            del o["/Alt"]


def _koppen_weg(pdf) -> None:
    for o in pdf.objects:
        if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/TH":
            o["/S"] = pikepdf.Name("/TD")


def _titel_weg(pdf) -> None:
    with pdf.open_metadata() as xmp:
        del xmp["dc:title"]


def _ua_weg(pdf) -> None:
    with pdf.open_metadata() as xmp:
        del xmp["pdfuaid:part"]


def _bereik_weg(pdf) -> None:
    for o in pdf.objects:
        if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/TH":
            del o["/A"]


def _koppeltekst_weg(pdf) -> None:
    for pagina in pdf.pages:
        for noot in pagina.obj.get("/Annots", []):
            del noot["/Contents"]


@pytest.mark.traag
@pytest.mark.parametrize(
    ("wijziging", "melding"),
    [
        (lambda pdf: pdf.Root.__setitem__("/Lang", pikepdf.String("nl-US")), "taal is nl-US, niet"),
        (lambda pdf: pdf.Root.__delitem__("/Lang"), "taal is niet gezet"),
        (lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"), "er zijn geen tags"),
        (_zonder_alt, "figuur zonder alternatieve tekst"),
        (_koppen_weg, "tabel zonder kopregel"),
        (_bereik_weg, "kopcel zonder bereik"),
        (_koppeltekst_weg, "koppeling zonder tekst"),
        (lambda pdf: pdf.Root.__delitem__("/ViewerPreferences"), "venster toont de titel niet"),
        (_titel_weg, "er is geen titel"),
        (_ua_weg, "het is geen PDF/UA-1"),
    ],
)
def test_controle_ziet_een_ontoegankelijke_pdf(voorbeeld, tmp_path, wijziging, melding):
    with pytest.raises(RenderFout, match=melding):
        controleer_pdf(_verander(voorbeeld.pad, tmp_path / "kapot.pdf", wijziging))


def test_controle_van_iets_anders_dan_een_pdf(tmp_path):
    (tmp_path / "x.pdf").write_text("geen pdf", encoding="utf-8")
    with pytest.raises(RenderFout, match="geen leesbare PDF"):
        controleer_pdf(tmp_path / "x.pdf")
