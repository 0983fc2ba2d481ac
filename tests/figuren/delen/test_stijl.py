"""House style: contrast, and groups that differ in more than colour."""

from __future__ import annotations

import io
from itertools import combinations

import matplotlib as mpl
import numpy as np
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


PALETTEN = (
    stijl.CLUSTERSTIJL, stijl.GROEPSTIJL, stijl.RICHTINGSTIJL, stijl.DIMENSIESTIJL,
    stijl.MODELSTIJL, stijl.STEEKPROEFSTIJL,
)  # fmt: skip


def test_elk_vlak_heeft_contrast_met_wit_of_een_omtrek_die_dat_heeft():
    for palet in PALETTEN:
        for groep, s in palet.items():
            sterkste = max(stijl.contrast(s.kleur, "#ffffff"), stijl.contrast(s.rand, "#ffffff"))
            assert sterkste >= 3, groep
            assert s.vlak["edgecolor"] == s.rand


# Machado, Oliveira & Fernandes (2009), severity 1.0, on linear RGB.
KLEURENBLIND = {
    "protanopie": [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopie": [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopie": [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}  # fmt: skip


def lab(kleur: str, matrix: object = None) -> np.ndarray:
    """CIELAB (D65) of a colour, as seen through a matrix on linear RGB."""
    rgb = np.array([int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    lineair = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    if matrix is not None:
        lineair = np.clip(np.asarray(matrix) @ lineair, 0, 1)
    naar_xyz = [
        [0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505],
    ]  # fmt: skip
    xyz = np.asarray(naar_xyz) @ lineair / [0.9505, 1.0, 1.089]
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def test_lab_van_bekende_kleuren():
    assert lab("#ffffff") == pytest.approx([100, 0, 0], abs=0.1)
    assert lab("#ff0000") == pytest.approx([53.24, 80.09, 67.20], abs=0.1)  # sRGB red


@pytest.mark.parametrize("gezicht", [*KLEURENBLIND, "grijs"])
def test_vlakken_naast_elkaar_verschillen_ook_voor_wie_kleuren_anders_ziet(gezicht):
    """Groups in one figure differ by 15 in CIELAB (in lightness for grey), or in their hatch."""
    for palet in (stijl.CLUSTERSTIJL, stijl.RICHTINGSTIJL, stijl.DIMENSIESTIJL):
        for (een, a), (ander, b) in combinations(palet.items(), 2):
            if a.arcering != b.arcering:
                continue
            if gezicht == "grijs":
                verschil = abs(lab(a.kleur)[0] - lab(b.kleur)[0])
            else:
                matrix = KLEURENBLIND[gezicht]
                verschil = float(np.linalg.norm(lab(a.kleur, matrix) - lab(b.kleur, matrix)))
            assert verschil >= 15, (een, ander, verschil)


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
