"""House style: contrast, and groups that differ in more than colour."""

from __future__ import annotations

import io

import matplotlib as mpl
import pytest
from matplotlib.figure import Figure

from leefbaarheid.figuren.delen import stijl


def test_lijnkleuren_hebben_contrast_met_wit_en_met_de_banden():
    for naam in ("CLUSTERSTIJL", "GROEPSTIJL", "MODELSTIJL", "STEEKPROEFSTIJL"):
        for groep, s in getattr(stijl, naam).items():
            assert stijl.contrast(s.kleur, "#ffffff") >= 3, (naam, groep)
            assert stijl.contrast(s.kleur, stijl.BAND_DONKER) >= 3, (naam, groep)
    assert all(stijl.contrast(s.kleur, stijl.BAND_DONKER) >= 3 for s in stijl.WIJKSTIJLEN)


def test_cijfers_in_vlakken_hebben_contrast():
    for s in (*stijl.RICHTINGSTIJL.values(), *stijl.CLUSTERSTIJL.values()):
        assert stijl.contrast(stijl.tekstkleur(s.kleur), s.kleur) >= 3.8


def test_contrast_volgt_wcag():
    assert stijl.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert stijl.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)  # WCAG example


def test_geen_groep_is_alleen_aan_kleur_te_herkennen():
    for stijlen in (stijl.CLUSTERSTIJL, stijl.GROEPSTIJL):
        assert len({s.streep for s in stijlen.values()}) == len(stijlen)
        assert len({s.teken for s in stijlen.values()}) == len(stijlen)
    vlakken = list(stijl.CLUSTERSTIJL.values())
    assert len({s.arcering for s in vlakken}) == len(vlakken)


@pytest.mark.parametrize("naam", ["Huur $x$ en $y$", "$5 en $6", r"$\\frac{$", "$$", "a_b^c"])
def test_een_dollarteken_in_een_naam_is_een_dollarteken(naam):
    """Matplotlib would set it as a formula, or fail where it is none."""
    with mpl.rc_context():
        stijl.stel_in([])
        figuur = Figure()
        tekst = figuur.text(0.1, 0.5, naam)
        figuur.savefig(io.BytesIO(), format="svg", metadata={"Date": None})
        assert not tekst.get_parse_math()
