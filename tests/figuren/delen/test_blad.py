"""The sheet: plots have the size that margins leave, panels lie in reading order."""

from __future__ import annotations

import re

import pytest

from leefbaarheid.figuren.delen.blad import (
    BREEDTE_CM,
    Marges,
    Raster,
    bewaar,
    blad_cm,
    maak_figuur,
    maak_panelen,
    maten,
    rijhoogte,
    verdeel,
)


def test_een_vlak_is_wat_de_marges_overlaten():
    fig, ax = maak_figuur(6, Marges(links=2, rechts=1, boven=0.5, onder=1))
    assert blad_cm(fig) == pytest.approx((BREEDTE_CM, 6))
    assert maten(ax) == pytest.approx((BREEDTE_CM - 3, 4.5))


def test_panelen_in_leesvolgorde_en_wat_over_is_blijft_leeg():
    assert verdeel(5, 3) == (2, 3) and verdeel(2, 3) == (1, 2)
    fig, panelen = maak_panelen(10, Marges(1), Raster(2, 3, tussen_x=0.5, deel_x=True), 5)
    assert len(panelen) == 5 and [ax.get_visible() for ax in fig.axes] == [True] * 5 + [False]
    plekken = [ax.get_position() for ax in panelen]
    assert plekken[0].x0 < plekken[1].x0 < plekken[2].x0 and plekken[3].y0 < plekken[0].y0
    assert maten(panelen[0])[0] == pytest.approx((BREEDTE_CM - 1.15 - 1) / 3)


def test_rijen_worden_lager_tot_zij_op_een_bladzijde_passen():
    assert rijhoogte(10, 0.6, 2, 0.3) == 0.6
    assert rijhoogte(40, 0.6, 2, 0.3) == pytest.approx(0.45)
    assert rijhoogte(90, 0.6, 2, 0.3) == 0.3


def test_een_naam_in_een_figuur_heeft_een_gezette_apostrof(tmp_path):
    """On an axis too, whose names are only written when it is drawn; letters keep their family."""
    fig, ax = maak_figuur(4, Marges(1))
    ax.text(0, 0, "'t Zand")
    ax.set_yticks([0.5], ["'s-Gravenhage"])
    bewaar(fig, tmp_path / "figuur.svg")
    beeld = (tmp_path / "figuur.svg").read_text("utf-8")
    assert ">’t Zand<" in beeld and ">’s-Gravenhage<" in beeld
    assert "font-family: '" in beeld or "font: " in beeld
    assert not re.search(r">[^<]*'[^<]*<", beeld)
