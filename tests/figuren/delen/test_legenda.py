"""Legends: rows of even length that read from left to right."""

from __future__ import annotations

from leefbaarheid.figuren.delen.blad import Marges, maak_figuur
from leefbaarheid.figuren.delen.legenda import Legenda, lijnsleutel
from leefbaarheid.figuren.delen.stijl import CLUSTERSTIJL


def test_sleutels_lezen_van_links_naar_rechts():
    namen = [f"een tamelijk lange naam {i}" for i in range(4)]
    sleutels = [lijnsleutel(s, naam) for s, naam in zip(CLUSTERSTIJL.values(), namen, strict=False)]
    fig, _ = maak_figuur(5, Marges(1))
    legenda = Legenda(sleutels)
    legenda.zet(fig)
    # two rows of two; matplotlib fills it column by column
    (geplaatst,) = fig.legends
    assert [t.get_text() for t in geplaatst.get_texts()] == [namen[i] for i in (0, 2, 1, 3)]
    assert legenda.hoogte > Legenda(sleutels[:2]).hoogte


def test_zonder_sleutels_geen_legenda():
    fig, _ = maak_figuur(5, Marges(1))
    Legenda([]).zet(fig)
    assert fig.legends == []
