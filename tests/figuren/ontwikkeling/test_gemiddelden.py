"""Lines of means: begin and end of every group."""

from __future__ import annotations

import pytest

from hulp.figuren import JAREN, teksten
from leefbaarheid.basis import taal
from leefbaarheid.figuren.ontwikkeling.gemiddelden import clusters_lijnen


@pytest.mark.traag
def test_clusters_lijnen_noemt_begin_en_eind_van_elk_cluster(beelden, tabellen):
    fig, t = beelden["clusters_lijnen"]
    tabel = tabellen["gemiddelden"]
    for naam, deel in tabel[tabel["cluster"] != ""].groupby("cluster"):
        reeks = deel.set_index("jaar")["gemiddelde"]
        assert f"{naam} van {taal.score(reeks[2002])} naar {taal.score(reeks[2022])}" in t.alt
        assert f"{naam} (n = {deel['n'].max()})" in teksten(fig)
    lijn = fig.axes[0].lines
    assert any(list(lijn_.get_xdata()) == JAREN for lijn_ in lijn)
    assert "indeling in clusters: 2014" in teksten(fig)


def test_jaren_staan_op_ware_afstand(beelden):
    assert list(beelden["clusters_lijnen"][0].axes[0].get_xticks()) == JAREN


@pytest.mark.traag
def test_leeg_cluster_is_geen_lijn(tabellen, kader):
    gem = tabellen["gemiddelden"]
    fig, t = clusters_lijnen(gem[gem["cluster"] != "Succes!"], kader)
    assert "Succes!" not in t.alt + " ".join(teksten(fig))
