"""What is wrong in a field of the header, and what its writer reads about it."""

from __future__ import annotations

import pytest

from hulp.wijkanalyses import kop, lees_fout, romp

KOPFOUTEN = {
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
