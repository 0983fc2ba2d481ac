"""A source is UTF-8; every other encoding is recognised and told with how to convert it."""

from __future__ import annotations

import pytest

from hulp.bronnen import GOED, melding, schrijf
from leefbaarheid.data.codering import lees_tekst

CP1252 = [GOED[0], GOED[1], GOED[2].replace("Dorp", "België"), *GOED[3:]]

# name, content, parts of the message
FOUTEN = {
    "alleen wit": (b" \n \n", ["het bestand is leeg"]),
    "alleen een BOM": (b"\xef\xbb\xbf", ["het bestand is leeg"]),
    "alleen vaste spaties": ("\xa0\n\xa0".encode(), ["het bestand is leeg"]),
    "Windows-1252": (
        "\n".join(CP1252).encode("cp1252"),
        ["geen UTF-8", "regel 3", "byte 15", "0xEB", "Windows-1252", "België", "iconv -f WINDOWS"],
    ),
    "UTF-16 met BOM": ("\n".join(GOED).encode("utf-16"), ["UTF-16", "iconv -f UTF-16"]),
    "UTF-16 zonder BOM": ("\n".join(GOED).encode("utf-16-le"), ["UTF-16", "verwacht UTF-8"]),
    "NUL-bytes aan het eind": (
        "\n".join(GOED[:4]).encode() + b"\0" * 900,
        ["NUL-byte", "regel 4", "afgekapt of beschadigd"],
    ),
}


@pytest.mark.parametrize(("inhoud", "delen"), FOUTEN.values(), ids=list(FOUTEN))
def test_what_is_not_utf_8_gives_one_clear_message(tmp_path, inhoud, delen):
    tekst = melding(lees_tekst, schrijf(tmp_path, inhoud))
    assert tekst.startswith("FOUT in bestand ")
    assert "scores.csv" in tekst
    assert "Wat te doen: " in tekst
    for deel in delen:
        assert deel in tekst


@pytest.mark.parametrize(
    ("bytes_", "tekst", "codering"),
    [
        ("België".encode(), "België", "UTF-8"),
        ("België".encode("utf-8-sig"), "België", "UTF-8 met BOM"),
    ],
    ids=["zonder BOM", "met BOM"],
)
def test_a_byte_order_mark_is_named_and_taken_off(tmp_path, bytes_, tekst, codering):
    assert lees_tekst(schrijf(tmp_path, bytes_)) == (tekst, codering)
