"""Coefficients: which intervals leave out zero, and many factors on one page."""

from __future__ import annotations

import pandas as pd
import pytest

from hulp.figuren import teksten
from leefbaarheid.figuren.ontwikkeling.samenhang import coefficienten, coefficienten_vensters


@pytest.mark.traag
def test_coefficienten_noemt_wat_nul_uitsluit(beelden):
    fig, t = beelden["coefficienten"]
    assert "ligt nul bij 1 (1 positief) van de 2 factoren buiten het interval" in t.alt
    assert "(gemeente) +0,012 (+0,004 tot +0,020)" in t.alt
    assert "corporaties" not in t.alt
    assert t.n == "N = 28 wijken met alle gegevens, in 6 gemeenten."
    staan = " ".join(teksten(fig))
    assert "Constante" not in staan and "begin van het venster" not in staan
    assert "verschil in score per standaarddeviatie van de factor (scorepunten)" in staan


@pytest.mark.traag
def test_coefficienten_zonder_uitgesloten_nul(regressie, kader):
    tabel = regressie.assign(ci_sd_laag=-1.0, ci_sd_hoog=1.0)
    _, t = coefficienten(tabel, [2012, 2014], "ancova", kader)
    assert "ligt nul bij alle factoren binnen het interval" in t.alt
    _, t = coefficienten_vensters(tabel, "ancova", kader)
    assert "2012–2014 geen enkele factor" in t.alt


@pytest.mark.traag
def test_veel_rijen_blijven_op_een_bladzijde(regressie, kader):
    factoren = regressie[regressie["term"].isin(["woz", "corporatie"])]
    veel = [factoren.assign(term=factoren["term"] + str(i)) for i in range(10)]
    beelden = [
        coefficienten(pd.concat(veel), [2012, 2014], "ancova", kader),
        coefficienten_vensters(pd.concat(veel), "ancova", kader),
    ]
    for fig, _ in beelden:
        # a text block of A4 is 23.6 cm high, and a caption takes some of it
        assert fig.get_size_inches()[1] * 2.54 <= 22


@pytest.mark.traag
def test_een_periode_voor_de_meting_heeft_een_open_teken(regressie, kader):
    """The caption and the alt text say what an open marker means, only where there is one."""
    _, zonder = coefficienten_vensters(regressie, "ancova", kader)
    assert "Open teken" not in zonder.n
    laat = regressie.assign(meting=regressie["meting"].where(regressie["term"] != "woz", "na"))
    fig, met = coefficienten_vensters(laat, "ancova", kader)
    assert met.n.endswith("Open teken: de periode ligt vóór de meting van de factor.")
    assert "(+0,012‡)" in met.alt
    vullingen = {lijn.get_markerfacecolor() for ax in fig.axes for lijn in ax.lines}
    assert "#ffffff" in {str(kleur).lower() for kleur in vullingen}
    assert "‡: de periode ligt vóór de meting" in met.met_merk(fig).alt


@pytest.mark.traag
def test_het_merk_van_een_late_factor_wordt_uitgelegd(regressie, kader):
    gemerkt = regressie.assign(label=regressie["label"] + " (2017†)")
    fig, t = coefficienten(gemerkt, [2012, 2014], "ancova", kader)
    uitleg = "†: gemeten na de hoofdperiode, in het genoemde jaar."
    assert t.met_merk(fig).n.endswith(uitleg) and t.met_merk(fig).alt.endswith(uitleg)
    fig, t = coefficienten(regressie, [2012, 2014], "ancova", kader)
    assert t.met_merk(fig) == t
