"""Themes x analyses: counts, order, and not more than fit."""

from __future__ import annotations

import pandas as pd
import pytest

from hulp.figuren import teksten
from leefbaarheid.figuren.wijkanalyses.thema_matrix import thema_matrix


@pytest.mark.traag
def test_themamatrix_met_te_veel_analyses_is_er_niet(analyses, wijktabellen, kader):
    t = wijktabellen(analyses[:1])
    veel = [t["wijkanalyses"].assign(bestand=f"{i}.md") for i in range(30)]
    themas = [t["themas"].assign(bestand=f"{i}.md") for i in range(30)]
    assert thema_matrix(pd.concat(themas), pd.concat(veel), kader) is None
    assert thema_matrix(pd.concat(themas[:24]), pd.concat(veel[:24]), kader) is not None


@pytest.mark.traag
def test_themamatrix_van_een_analyse(analyses, wijktabellen, kader):
    t = wijktabellen(analyses[:1])
    fig, toelichting = thema_matrix(t["themas"], t["wijkanalyses"], kader)
    assert toelichting.n == "N = 1 wijkanalyse."
    assert "; aan bod komen Economische crisis" in toelichting.alt
    assert ", en niet Sociale aanpak. Het oordeel is " in toelichting.alt
    themas = {"Economische crisis", "Fysieke aanpak", "Sociale aanpak"}
    assert themas <= set(teksten(fig))


def test_themamatrix_telt_en_ordent_op_aantal(wijkbeelden):
    fig, t = wijkbeelden["thema_matrix"]
    assert "Economische crisis (2) en Fysieke aanpak (1)" in t.alt
    assert "daler (1) en gemengd (1)" in t.alt
    rijen = [tekst.get_text() for tekst in fig.axes[0].get_yticklabels()]
    assert rijen[2:] == ["Economische crisis", "Fysieke aanpak", "Sociale aanpak"]
