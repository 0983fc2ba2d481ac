"""The file of an edition is read strictly: nothing in it is taken without a word."""

from __future__ import annotations

import random

import pytest
import yaml

from hulp import WORTEL
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.editie.controle import controleer_editie
from leefbaarheid.editie.lezen import MAX_BYTES, lees_configuratie
from leefbaarheid.editie.schema import lees_schema

GOED = (WORTEL / "config" / "config.yaml").read_bytes()


def vervang(oud: str, nieuw: str) -> bytes:
    assert GOED.count(oud.encode()) == 1, oud
    return GOED.replace(oud.encode(), nieuw.encode())


def regel_van(inhoud: bytes, deel: str) -> int:
    return next(n for n, r in enumerate(inhoud.decode().splitlines(), start=1) if deel in r)


TAB = vervang("  titel: Kwets", "\ttitel: Kwets")
LAATSTE = len(GOED.splitlines()) + 1

FOUT = {
    "leeg": (b"", ["leeg"]),
    "alleen commentaar": (b"# niets\n", ["leeg"]),
    "alleen streepjes": (b"---\n", ["leeg"]),
    "een lijst": (b"- a\n- b\n", ["lijst", "geen sleutels"]),
    "losse tekst": (b"hallo", ["tekst", "geen sleutels"]),
    "een getal": (b"42\n", ["geen sleutels"]),
    "tab als inspringing": (TAB, [f"regel {regel_van(TAB, 'titel: Kwets')}", "tab", "spaties"]),
    "tab na spaties": (vervang("  titel: Kwets", "  \ttitel: Kwets"), ["regel", "tab"]),
    "Windows-1252": (
        vervang("plaats: Voorbeeldstad", "plaats: Vóórbeeldstad").decode().encode("cp1252"),
        ["regel 1", "0xeb", "UTF-8"],
    ),
    "UTF-16": (GOED.decode().encode("utf-16"), ["UTF-8"]),
    "opdracht van Python": (
        GOED + b'x: !!python/object/apply:os.system ["exit"]\n',
        [f"regel {LAATSTE}", "opdracht (!)"],
    ),
    "eigen opdracht": (GOED + b"x: !include y.yaml\n", [f"regel {LAATSTE}", "opdracht (!)"]),
    "verwijzing": (GOED + b"x: &a 1\ny: *a\n", [f"regel {LAATSTE}", "verwijzing"]),
    "verwijzing naar zichzelf": (b"a: &a [*a]\n", ["regel 1", "verwijzing"]),
    "samenvoegsleutel": (GOED + b"<<: {a: 1}\n", [f"regel {LAATSTE}", "naam"]),
    "sleutel dubbel": (
        GOED + b"eindjaar: 2016\n",
        [f"regel {LAATSTE}", "'eindjaar'", "twee keer", f"regel {regel_van(GOED, 'eindjaar:')}"],
    ),
    "sleutel dubbel in een blok": (
        vervang("  plaats: V", "  titel: Anders\n  plaats: V"),
        ["'titel'", "twee keer"],
    ),
    "sleutel dubbel tussen accolades": (b"selectie: {jaar: 2002, jaar: 2012}\n", ["'jaar'"]),
    "sleutel dubbel met aanhalingstekens": (b"jaar: 1\n'jaar': 2\n", ["'jaar'", "twee keer"]),
    "sleutel is een lijst": (b"? [a, b]\n: 1\n", ["regel 1", "naam"]),
    "dag die niet bestaat": (
        vervang('"2024-03-07"', "2024-02-30"),
        ["2024-02-30", "regel 12", "bestaat niet"],
    ),
    "twee documenten": (GOED + b"---\nx: 1\n", ["tweede document"]),
    "niet gesloten lijst": (b"jaren: [2002, 2008\neditie: a\n", ["geen geldige YAML", "regel"]),
    "niet gesloten tekst": (b'editie: "a\n', ["geen geldige YAML", "regel"]),
    "dubbele punt in tekst": (b"titel: Wijken: een ondertitel\n", ["regel 1", "geldige YAML"]),
    "stuurteken": (b"editie: a\x07b\n", ["teken 0x7"]),
    "NUL": (b"editie: a\x00b\n", ["teken 0x0"]),
    "te diep": (b"a: " + b"[" * 5000 + b"]" * 5000, ["te diep"]),
    "te groot": (b"# " + b"x" * MAX_BYTES, ["te groot"]),
    "een Excel-bestand": (b"PK\x03\x04\x14\x00\x06\x00", ["bestand"]),
}


@pytest.mark.traag
@pytest.mark.parametrize("naam", FOUT)
def test_een_kapot_bestand_is_een_melding(tmp_path, naam):
    inhoud, fragmenten = FOUT[naam]
    pad = tmp_path / "editie.yaml"
    pad.write_bytes(inhoud)
    with pytest.raises(InvoerFout) as fout:
        lees_configuratie(pad)
    tekst = str(fout.value)
    assert f"FOUT in bestand {pad}" in tekst and "Wat te doen: " in tekst
    assert [deel for deel in fragmenten if deel not in tekst] == [], tekst


def test_een_bestand_dat_er_niet_is_noemt_een_naam_die_erop_lijkt(tmp_path):
    (tmp_path / "leefbaarometer.yaml").touch()
    with pytest.raises(InvoerFout, match=r"is er niet\n.*Bedoelde u leefbaarometer\.yaml\?"):
        lees_configuratie(tmp_path / "leefbarometer.yaml")


@pytest.mark.parametrize("naam", ["nergens/a.yaml", "a.yaml", "x" * 300, "a\0b"])
def test_een_pad_zonder_bestand_is_een_melding(tmp_path, naam):
    with pytest.raises(InvoerFout, match="dit configbestand is"):
        lees_configuratie(tmp_path / naam)


def test_een_map_is_een_melding(tmp_path):
    with pytest.raises(InvoerFout, match="dit is een map, geen configbestand"):
        lees_configuratie(tmp_path)


@pytest.mark.traag
@pytest.mark.parametrize("vorm", ["zoals het is", "met BOM", "Windows-regeleinden"])
def test_een_goed_bestand_geeft_wat_erin_staat(tmp_path, vorm):
    vormen = {
        "met BOM": b"\xef\xbb\xbf" + GOED,
        "Windows-regeleinden": GOED.replace(b"\n", b"\r\n"),
    }
    pad = tmp_path / "editie.yaml"
    pad.write_bytes(vormen.get(vorm, GOED))
    assert lees_configuratie(pad) == yaml.safe_load(GOED)


NAMEN = {
    "regeleinde": '"voorbeeld\\n"',
    "regeleinde in het midden": '"voor\\nbeeld"',
    "260 letters": "a" * 260,
    "61 letters": "a" * 61,
    "spatie": '"voor beeld"',
    "hoofdletter": "Voorbeeld",
    "map erboven": '"../data"',
    "leeg": '""',
    "accolade": '"voor{beeld}"',
}


@pytest.mark.traag
@pytest.mark.parametrize("naam", NAMEN)
def test_een_verkeerde_naam_van_een_editie_is_een_melding_van_twee_regels(tmp_path, naam):
    pad = tmp_path / "editie.yaml"
    pad.write_bytes(vervang("editie: voorbeeld", f"editie: {NAMEN[naam]}"))
    with pytest.raises(InvoerFout, match="sleutel 'editie'") as fout:
        controleer_editie(lees_configuratie(pad), lees_schema(WORTEL), "editie.yaml")
    regels = str(fout.value).splitlines()
    assert len(regels) == 2 and max(map(len, regels)) < 220


@pytest.mark.traag
def test_een_beschadigd_bestand_geeft_hetzelfde_of_een_melding(tmp_path):
    """300 copies with a few bytes changed, cut or doubled: never anything but a message."""
    kans, pad, schema = random.Random(7), tmp_path / "editie.yaml", lees_schema(WORTEL)
    gewijzigd = 0
    for _ in range(300):
        kopie = bytearray(GOED[:1500])
        for _ in range(kans.randint(1, 4)):
            plek = kans.randrange(len(kopie))
            doe = kans.choice(["teken", "weg", "dubbel"])
            if doe == "teken":
                kopie[plek] = kans.choice(b"\t\n:{}[]\"'&*!#-|> \x00\xe9a1")
            elif doe == "weg":
                del kopie[plek : plek + kans.randint(1, 40)]
            else:
                kopie[plek:plek] = kopie[plek : plek + kans.randint(1, 60)]
        pad.write_bytes(kopie)
        try:
            controleer_editie(lees_configuratie(pad), schema, "editie.yaml")
        except InvoerFout:
            gewijzigd += 1
    assert gewijzigd == 300  # the half of a config is no edition
