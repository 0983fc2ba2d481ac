"""What is wrong in a field of the header, and what its writer reads about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from hulp.wijkanalyses import (
    KOP,
    THEMAS,
    kop,
    koptabel,
    lees_fout,
    regel_met,
    romp,
    schrijf_docx,
    schrijf_md,
    word_fout,
)
from leefbaarheid.basis.fouten import InvoerFouten
from leefbaarheid.wijkanalyses.bron import Bron
from leefbaarheid.wijkanalyses.kop import controleer_kop
from leefbaarheid.wijkanalyses.kop_yaml import lees_yaml
from leefbaarheid.wijkanalyses.lezen import lees_bestand
from leefbaarheid.wijkanalyses.wijkcode import Wijk

BEKEND = {
    "WK900101": Wijk("Voorbeeldwijk", "Voorbeeldstad"),
    "WK900102": Wijk("'t Zand", "Voorbeeldstad"),
    "WK900103": Wijk("Centrum", "Voorbeeldstad"),
    "WK900200": Wijk("Centrum", "Proefdorp"),
    "WK900201": Wijk("Wijk 01 Hoge Noord", "Proefdorp"),
}

GOED = {
    "datum 30-11": ("datum", "30-11-2016", "2016-11-30"),
    "datum met schuine strepen": ("datum", "30/11/2016", "2016-11-30"),
    "datum met punten": ("datum", "1.2.2016", "2016-02-01"),
    "datum voluit": ("datum", "15 november 2024", "2024-11-15"),
    "datum met hoofdletter": ("datum", "1 Maart 2016", "2016-03-01"),
    "datum afgekort": ("datum", "1 mrt. 2016", "2016-03-01"),
    "datum met nullen": ("datum", "2016-1-5", "2016-01-05"),
    "schrikkeldag": ("datum", "29 februari 2016", "2016-02-29"),
    "oordeel met hoofdletter": ("oordeel", "Daler", "daler"),
    "oordeel in hoofdletters": ("oordeel", "GEMENGD", "gemengd"),
    "oordeel met punt": ("oordeel", "Stabiel.", "stabiel"),
    "thema's met komma's": ("themas", "crisis, sociaal", ["crisis", "sociaal"]),
    "thema's met puntkomma's": ("themas", "crisis; sociaal", ["crisis", "sociaal"]),
    "labels van thema's": ("themas", "[Economische crisis, FYSIEKE AANPAK]", ["crisis", "fysiek"]),
    "labels met komma's": ("themas", "Economische crisis, sociaal", ["crisis", "sociaal"]),
    "een thema": ("themas", "crisis", ["crisis"]),
    "wijken met komma's": ("wijken", "WK900101, WK900102", ["WK900101", "WK900102"]),
    "wijken met en": ("wijken", "WK900101 en WK900102", ["WK900101", "WK900102"]),
    "een wijk zonder haken": ("wijken", "WK900101", ["WK900101"]),
    "kleine letters": ("wijken", "[wk900101]", ["WK900101"]),
    "spaties in de code": ("wijken", "[WK 9001 01]", ["WK900101"]),
    "letters in de code": ("wijken", "wk9001ac", ["WK9001AC"]),
    "auteurs met komma's": ("auteurs", "A. Proef, B. Proef", ["A. Proef", "B. Proef"]),
    "auteurs met puntkomma's": ("auteurs", "Proef, A.; Test, B.", ["Proef, A.", "Test, B."]),
    "een auteur": ("auteurs", "Bureau Proef en Co", ["Bureau Proef en Co"]),
    "auteurs als lijst": ("auteurs", "['Proef, A.', B]", ["Proef, A.", "B"]),
    "krullende apostrof": ("gemeente", "’s-Gravenhage", "’s-Gravenhage"),
    "jaartal als titel": ("titel", "2016", "2016"),
}  # fmt: skip
"""What an ordinary officer writes, and what it is read as."""


def lees_kop(bekend=None, **velden: str) -> tuple[dict, Bron]:
    """Return the fields of a header, and the file with what is wrong with it; without a body."""
    bron = Bron(Path("proef.md"), Path())
    tekst = kop(**velden).strip("-\n")
    return controleer_kop(bron, lees_yaml(bron, tekst, 2), THEMAS, bekend), bron


@pytest.mark.parametrize("geval", GOED)
def test_gewoon_geschreven_is_goed(geval):
    veld, getypt, gelezen = GOED[geval]

    velden, bron = lees_kop(**{veld: getypt})

    assert velden[veld] == gelezen
    assert bron.fouten == []


@pytest.mark.parametrize("naam", ["Thema's", "Thema’s", "THEMAS", "Themas", "thema", "themaʼs"])
def test_namen_van_velden(naam):
    velden, bron = lees_kop(themas=None, **{naam: "Sociale aanpak"})

    assert velden["themas"] == ["sociaal"]
    assert bron.fouten == []


@pytest.mark.traag
def test_hoofdletters_in_alle_velden(tmp_path):
    velden = dict.fromkeys(KOP) | {veld.upper(): KOP[veld] for veld in KOP}
    gewoon = lees_bestand(schrijf_md(tmp_path, kop() + romp()), THEMAS)

    assert lees_bestand(schrijf_md(tmp_path, kop(**velden) + romp()), THEMAS) == gewoon


@pytest.mark.traag
def test_gewoon_geschreven_in_word(tmp_path):
    tabel = koptabel(
        themas=None, oordeel="Stijger", datum="25 oktober 2016", **{"Thema's": "crisis"}
    )

    analyse = lees_bestand(schrijf_docx(tmp_path, tabel + romp()), THEMAS)

    assert (analyse["themas"], analyse["oordeel"]) == (["crisis"], "stijger")
    assert analyse["datum"] == "2016-10-25"


def test_een_veld_onder_twee_namen(tmp_path):
    fout = lees_fout(tmp_path, kop(Thema="crisis") + romp())

    assert "staat er twee keer" in str(fout)
    assert fout.regel == 11


WIJKNAMEN = {
    "naam": ("Voorbeeldwijk", ["WK900101 (Voorbeeldwijk, Voorbeeldstad)"]),
    "naam in kleine letters": ("voorbeeldwijk", ["WK900101"]),
    "naam met andere apostrof": ("’t zand", ["WK900102"]),
    "naam met Wijk ervoor": ("Wijk 3 Centrum", ["WK900103", "WK900200"]),
    "naam die er twee keer is": (
        "Centrum",
        ["WK900103 (Centrum, Voorbeeldstad)", "WK900200 (Centrum, Proefdorp)", "kies"],
    ),
    "naam met een tikfout": ("Voorbeeldwyk", ["Bedoelde u WK900101"]),
    "code met naam": ("WK900101 Voorbeeldwijk", ["alleen de code: WK900101"]),
    "cijfers zonder WK": ("'900101'", ["Bedoelde u WK900101 (Voorbeeldwijk, Voorbeeldstad)"]),
    "code die niet bestaat": ("WK900109", ["WK900101 (Voorbeeldwijk"]),
    "naam die er niet is": ("Ergens", ["Een wijkcode is WK, vier cijfers"]),
}


@pytest.mark.parametrize("geval", WIJKNAMEN)
def test_een_naam_in_plaats_van_een_code(geval):
    getypt, verwacht = WIJKNAMEN[geval]

    (fout,) = lees_kop(BEKEND, wijken=getypt)[1].fouten

    assert fout.regel == 4
    assert all(deel in fout.remedie for deel in verwacht), fout.remedie


def test_veel_wijken_met_dezelfde_naam_vullen_het_scherm_niet():
    bekend = {f"WK90{n:02}00": Wijk("Centrum", f"Dorp {n}") for n in range(60)}

    (fout,) = lees_kop(bekend, wijken="Centrum")[1].fouten

    assert "60 wijken met deze naam" in fout.remedie
    assert len(str(fout)) < 600


@pytest.mark.parametrize("veld", ["titel", "gemeente", "studie", "auteurs", "wijken", "themas"])
def test_een_naam_van_3000_tekens_is_een_melding(veld):
    (fout,) = lees_kop(BEKEND, **{veld: "lang" * 750})[1].fouten

    assert "3000 tekens" in str(fout)
    assert len(str(fout)) < 700


@pytest.mark.parametrize("teken", ["\\u202e", "\\u200b", "\\u0007", "日", "\\ue000", "Ã©", "🙂"])
@pytest.mark.parametrize("veld", KOP)
def test_tekens_die_niet_gedrukt_kunnen_worden(veld, teken):
    (fout,) = lees_kop(**{veld: f'"a{teken}b"'})[1].fouten

    assert "U+" in fout.wat or "verminkt" in fout.wat
    assert fout.kolom == veld


def test_alle_fouten_in_kop_en_tekst_in_een_melding(tmp_path):
    velden = {"datum": "2016-13-01", "oordeel": "goed", "wijken": "Zomaar", "studie": None}
    tekst = romp(profiel="Een <b>x</b> en $y$.", bronnen="Een @jan.").replace("## Opgaven", "## Op")

    fout = lees_fout(tmp_path, kop(**velden) + tekst)

    assert isinstance(fout, InvoerFouten)
    assert [f.regel for f in fout.fouten] == [
        4,
        6,
        7,
        14,
        14,
        32,
        regel_met(tmp_path, "@jan"),
        None,
        None,
    ]
    regels = str(fout).splitlines()
    assert regels[0] == "FOUT in een wijkanalyse: 9 fouten"
    assert regels[2] == f"bestand {tmp_path / 'proef.md'}"
    assert all(f"  {n}. " in str(fout) for n in range(1, 10))


@pytest.mark.traag
def test_alle_fouten_in_word_in_een_melding(tmp_path):
    tabel = koptabel(datum="2016-13-01", oordeel="goed")

    melding = word_fout(schrijf_docx(tmp_path, tabel + romp().replace("## Opgaven", "## Op")))

    assert "4 fouten" in melding
    assert all(d in melding for d in ("geen bestaande datum", "'goed'", "'Op'", "'Opgaven' ontbre"))


KOPFOUTEN = {
    "datum met twee cijfers voor het jaar": ({"datum": "25-10-16"}, "jaar-maand-dag", 7),
    "maand alleen": ({"datum": "oktober 2016"}, "als 30 november 2016", 7),
    "datum van elf maanden": ({"datum": "1 brumaire 2016"}, "geen bestaande datum", 7),
    "dertig februari": ({"datum": "30 februari 2016"}, "geen bestaande datum", 7),
    "auteurs die niet te splitsen zijn": ({"auteurs": "Proef, A., Test, B."}, "puntkomma", 6),
    "label met een tikfout": ({"themas": "Economische crisi"}, "Bedoelde u crisis", 9),
    "zelfde thema als sleutel en label": (
        {"themas": "crisis, Economische crisis"},
        "twee keer in de lijst",
        9,
    ),
    "samenvatting van een bladzijde": ({"samenvatting": "zin " * 600}, "dit is te lang", 10),
    "sleutel ontbreekt": ({"studie": None}, "ontbreekt het veld 'studie'", None),
    "datum bestaat niet": ({"datum": "2016-02-30"}, "geen bestaande datum", 7),
    "oordeel": ({"oordeel": "stijgers"}, "Bedoelde u stijger", 8),
    "thema": ({"themas": "[crisis, sociaall]"}, "Bedoelde u sociaal", 9),
    "wijkcode": ({"wijken": "[WK90010]"}, "geen CBS-wijkcode", 4),
    "zelfde wijk twee keer": ({"wijken": "[WK900101, WK900101]"}, "twee keer in de lijst", 4),
    "lege lijst": ({"wijken": "[]"}, "dit veld is leeg", 4),
    "lege waarde": ({"gemeente": ""}, "dit veld is leeg", 3),
    "null": ({"gemeente": "null"}, "dit veld is leeg", 3),
    "leeg deel": ({"auteurs": "[A. Proef, '']"}, "lijst van teksten", 6),
    "lijst waar tekst hoort": ({"gemeente": "[a, b]"}, "moet tekst zijn", 3),
    "blok waar tekst hoort": ({"gemeente": "{a: b}"}, "moet tekst zijn", 3),
    "shortcode": ({"titel": "'{{< include x >}}'"}, "Quarto-shortcode", 2),
    "onbekende sleutel": ({"samenvating": "x"}, "Bedoelde u samenvatting", 11),
}


@pytest.mark.parametrize("geval", KOPFOUTEN)
def test_fouten_in_de_kop(tmp_path, geval):
    velden, melding, regel = KOPFOUTEN[geval]

    fout = lees_fout(tmp_path, kop(**velden) + romp())

    assert melding in str(fout)
    if regel is not None:
        assert fout.regel == regel
