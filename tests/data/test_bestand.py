"""A source file that is missing, empty or another one is told with how to get it."""

from __future__ import annotations

import hashlib

from hulp.bronnen import melding, schrijf
from leefbaarheid.data.bestand import controleer_bestand


def test_missing_file_names_the_official_download(tmp_path):
    adres = "https://www.leefbaarometer.nl/resources/open-data.zip"
    tekst = melding(controleer_bestand, tmp_path / "scores.csv", adres)
    assert "scores.csv" in tekst
    assert "het bestand ontbreekt" in tekst
    assert f"Download {adres}" in tekst
    assert "`make bronnen EDITIE=<configuratie>`" in tekst
    assert str(tmp_path) in tekst


def test_missing_file_names_the_command_that_makes_it(tmp_path):
    tekst = melding(controleer_bestand, tmp_path / "scores.csv", "make voorbeelddata")
    assert "Haal of maak het met: make voorbeelddata" in tekst


def test_missing_file_without_known_origin_says_where_it_belongs(tmp_path):
    tekst = melding(controleer_bestand, tmp_path / "codeboek.csv")
    assert f"Zet 'codeboek.csv' in de map '{tmp_path}'" in tekst


def test_folder_in_place_of_a_file(tmp_path):
    assert "dit is geen bestand" in melding(controleer_bestand, tmp_path)


def test_file_of_zero_bytes(tmp_path):
    tekst = melding(controleer_bestand, schrijf(tmp_path, b""), "https://adres")
    assert "leeg (0 bytes)" in tekst
    assert "https://adres" in tekst


def test_checksum(tmp_path):
    pad = schrijf(tmp_path, "abc")
    goed = hashlib.sha256(b"abc").hexdigest()
    assert controleer_bestand(pad, sha256=goed.upper()) == pad
    tekst = melding(controleer_bestand, pad, "https://adres", sha256="0" * 64)
    assert f"sha256 is {goed}, verwacht {'0' * 64}" in tekst
    assert "Download https://adres" in tekst
    assert "zet dan de nieuwe sha256 in de config" in tekst


def test_file_that_may_not_be_read(tmp_path, monkeypatch):
    pad = schrijf(tmp_path, "abc")
    monkeypatch.setattr("os.access", lambda *_: False)
    assert "mag niet gelezen worden" in melding(controleer_bestand, pad)


def test_missing_file_names_what_is_there(tmp_path):
    schrijf(tmp_path, "abc", "Scores (1).csv")
    assert "In de map staat wel 'Scores (1).csv'" in melding(
        controleer_bestand, tmp_path / "scores.csv"
    )
