"""Every figure: it is made, can be read, has a full note, and the same bytes each time."""

from __future__ import annotations

import html
import re
from collections import ChainMap

import matplotlib as mpl
import pytest

from hulp.figuren import LETTERTYPEN, kleinste_letter, leesfouten, tekstvakken
from leefbaarheid.figuren.delen.blad import BREEDTE_CM, bewaar
from leefbaarheid.figuren.delen.stijl import stel_in
from leefbaarheid.figuren.ontwikkeling.gemiddelden import groepen_lijnen

FIGUREN = {
    "tijdlijn",
    "groepen_lijnen", "clusters_lijnen", "clusters_omvang", "aandelen_vensters", "gemeenten",
    "kaart", "kaart_verandering", "kaart_steden", "decompositie", "coefficienten",
    "coefficienten_vensters", "gevoeligheid", "verdeling_verandering",
    "stijgers_dalers", "stijgers_dalers_paren",
}  # fmt: skip
WIJKFIGUREN = {"thema_matrix", "een", "twee"}

pytestmark = pytest.mark.traag


def test_alle_figuren_worden_gemaakt(beelden, wijkbeelden):
    assert set(beelden) == FIGUREN
    assert set(wijkbeelden) == WIJKFIGUREN


@pytest.mark.parametrize("naam", sorted(FIGUREN | WIJKFIGUREN))
def test_geen_tekst_valt_weg_of_over_andere_tekst(naam, beelden, wijkbeelden):
    fig, _ = ChainMap(beelden, wijkbeelden)[naam]
    assert leesfouten(fig) == []


@pytest.mark.parametrize("naam", sorted(FIGUREN | WIJKFIGUREN))
def test_toelichting_is_volledig(naam, beelden, wijkbeelden):
    _, t = ChainMap(beelden, wijkbeelden)[naam]
    assert not t.titel.endswith(".") and "nan" not in t.titel.lower()
    assert t.alt.endswith(".") and len(t.alt) > 40 and " nan" not in t.alt.lower()
    assert '"' not in t.alt and "\\" not in t.alt
    if naam == "tijdlijn":  # real policy, whatever the edition; it counts no wijken
        assert t.bron.startswith("Bron: de literatuur") and t.n == ""
        return
    assert "Fictieve voorbeelddata" in t.bron
    assert t.bron.endswith("bewerking Onderzoeksteam.")
    assert t.n.startswith("N = ") and t.n.endswith(".")
    assert t.peiljaar.startswith("Peilja")


def test_letters_zijn_op_de_pagina_ten_minste_8_punt(beelden, wijkbeelden):
    for naam, (fig, _) in [*beelden.items(), *wijkbeelden.items()]:
        assert fig.get_size_inches()[0] * 2.54 == pytest.approx(BREEDTE_CM)
        assert kleinste_letter(fig) >= 8, naam


def test_zelfde_bytes_bij_opnieuw_tekenen(tmp_path, tabellen, teken, grenzen, beelden):
    for naam, (fig, _) in teken(tabellen, grenzen).items():
        bewaar(fig, tmp_path / f"{naam}.svg")
        bewaar(beelden[naam][0], tmp_path / "eerder.svg")
        assert (tmp_path / f"{naam}.svg").read_bytes() == (tmp_path / "eerder.svg").read_bytes()
    inhoud = (tmp_path / "clusters_lijnen.svg").read_text()
    assert "<dc:date>" not in inhoud


def test_tekst_in_een_figuur_blijft_tekst(tmp_path, beelden, wijkbeelden):
    """What a reader sees can be searched for and read aloud; no letter is drawn as a path."""
    for naam, (fig, _) in [*beelden.items(), *wijkbeelden.items()]:
        bewaar(fig, tmp_path / "a.svg")
        svg = (tmp_path / "a.svg").read_text("utf-8")
        gezien = {regel for tekst, _ in tekstvakken(fig) for regel in tekst.split("\n")}
        geschreven = set(re.findall(r"<text[^>]*>([^<]*)</text>", html.unescape(svg)))
        geschreven |= set(re.findall(r"<tspan[^>]*>([^<]*)</tspan>", html.unescape(svg)))
        assert {regel.strip() for regel in gezien} - {t.strip() for t in geschreven} == set(), naam


def test_matplotlibrc_van_de_gebruiker_doet_niet_mee(tmp_path, tabellen, kader, beelden):
    mpl.rcParams.update({"lines.linewidth": 9, "axes.grid": True, "figure.dpi": 31})
    stel_in(LETTERTYPEN)
    fig, _ = groepen_lijnen(tabellen["gemiddelden"], kader)
    bewaar(fig, tmp_path / "a.svg")
    bewaar(beelden["groepen_lijnen"][0], tmp_path / "b.svg")
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()
