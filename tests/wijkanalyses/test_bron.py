"""The bytes of a wijkanalyse: encoding, size, and links out of the folder."""

from __future__ import annotations

import pytest

from hulp.wijkanalyses import THEMAS, kop, lees_fout, romp, schrijf_md
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.wijkanalyses.lezen import lees_bestand


def test_geen_utf8(tmp_path):
    pad = tmp_path / "proef.md"
    pad.write_bytes((kop() + romp(profiel="Eén café.")).encode("cp1252"))

    with pytest.raises(InvoerFout, match=r"geen UTF-8 \(byte 0xE9\)") as fout:
        lees_bestand(pad, THEMAS)
    assert fout.value.regel == 15
    assert "Windows-1252" in fout.value.remedie


def test_utf16(tmp_path):
    pad = tmp_path / "proef.md"
    pad.write_bytes((kop() + romp()).encode("utf-16"))

    with pytest.raises(InvoerFout, match="waarschijnlijk is het nu UTF-16"):
        lees_bestand(pad, THEMAS)


def test_te_groot_tekstbestand(tmp_path, monkeypatch):
    monkeypatch.setattr("leefbaarheid.wijkanalyses.lezen.MAX_TEKST", 100)

    assert "te groot" in str(lees_fout(tmp_path, kop() + romp()))


@pytest.mark.traag
def test_regeleinden_en_bom_maken_niets_uit(tmp_path):
    tekst = kop() + romp()
    gewoon = lees_bestand(schrijf_md(tmp_path, tekst), THEMAS)

    windows = lees_bestand(schrijf_md(tmp_path, "\ufeff" + tekst.replace("\n", "\r\n")), THEMAS)

    assert windows == gewoon
