"""The fixed headings: which, in what order, at what level."""

from __future__ import annotations

import pytest

from hulp.wijkanalyses import THEMAS, kop, lees_fout, regel_met, romp, schrijf_md
from leefbaarheid.basis.begrippen import SECTIES
from leefbaarheid.wijkanalyses.lezen import lees_bestand


def verwissel(tekst: str, oud: str, nieuw: str) -> str:
    assert oud in tekst
    return tekst.replace(oud, nieuw)


KOPPEN = {
    "ontbreekt": ("## Opgaven\n\nEén zin over deze wijk.\n", "", "kop 'Opgaven' ontbreekt"),
    "dubbel": ("## Opgaven", "## Profiel", "staat er twee keer"),
    "onbekend": ("## Opgaven", "## Opgave", "Bedoelde u Opgaven"),
    "extra": ("## Bronnen", "## Slot\n\nx\n\n## Bronnen", "hoort niet bij de vaste koppen"),
    "verkeerd niveau": ("## Opgaven", "### Opgaven", "niet het niveau van een sectie"),
    "niveau 1": ("## Opgaven", "# Opgaven", "niet het niveau van een sectie"),
    "tekst ervoor": ("## Profiel", "Vooraf.\n\n## Profiel", "tekst vóór de eerste kop"),
    "niveau overgeslagen": ("## Opgaven\n", "## Opgaven\n\n#### Te diep\n", "slaat een niveau"),
    "te diep": ("## Opgaven\n", "## Opgaven\n\n### A\n\n#### B\n\n##### C\n", "ligt te diep"),
    "lege vaste kop": ("## Opgaven\n", "##\n\nx\n\n## Opgaven\n", "er staat een lege kop"),
    "lege kop": ("## Opgaven\n", "## Opgaven\n\n###\n", "lege kop"),
}


@pytest.mark.parametrize("geval", KOPPEN)
def test_fouten_in_de_koppen(tmp_path, geval):
    oud, nieuw, melding = KOPPEN[geval]

    fout = lees_fout(tmp_path, kop() + verwissel(romp(), oud, nieuw))

    assert melding in str(fout)
    if geval not in ("ontbreekt", "lege kop"):
        assert fout.regel


def test_dubbele_kop_noemt_de_tweede(tmp_path):
    fout = lees_fout(tmp_path, kop() + verwissel(romp(), "## Ontwikkeling", "## Profiel"))

    assert fout.regel == 17
    assert fout.waarde == "Profiel"


def test_andere_volgorde(tmp_path):
    tekst = romp().replace("## Opgaven", "## X").replace("## Bronnen", "## Opgaven")

    fout = lees_fout(tmp_path, kop() + tekst.replace("## X", "## Bronnen"))

    assert "hier hoort 'Opgaven'" in str(fout)
    assert fout.waarde == "Bronnen"


@pytest.mark.parametrize("inhoud", ["", "### Alleen een kop", "—"])
def test_lege_sectie(tmp_path, inhoud):
    fout = lees_fout(tmp_path, kop() + romp(opgaven=inhoud))

    assert "deze sectie is leeg (sectie 'Opgaven')" in str(fout)
    assert fout.regel == regel_met(tmp_path, "## Opgaven")


@pytest.mark.traag
def test_titel_herhaald_als_kop_mag(tmp_path):
    pad = schrijf_md(tmp_path, kop() + "\n# Voorbeeldwijk: een proef\n" + romp())

    assert list(lees_bestand(pad, THEMAS)["secties"]) == list(SECTIES)
