"""Size of the clusters and the gemeenten where they lie."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hulp.figuren import JAREN, teksten
from leefbaarheid.analyse.trajecten import vat_clusters_samen
from leefbaarheid.basis import taal
from leefbaarheid.figuren.ontwikkeling.clusters import clusters_omvang, gemeenten


@pytest.mark.traag
def test_clusters_omvang_noemt_aandelen_en_aantallen(beelden, tabellen):
    fig, t = beelden["clusters_omvang"]
    staan = teksten(fig)
    for rij in tabellen["clusters"].itertuples():
        aantal = taal.getal(rij.n_wijken)
        woord = taal.meervoud(rij.n_wijken, "wijk", "wijken")
        assert f"{taal.procent(rij.aandeel_wijken)} ({aantal} {woord})" in staan
        assert (
            f"{rij.cluster} {taal.procent(rij.aandeel_wijken)} van de wijken ({aantal} {woord}) en "
            f"{taal.procent(rij.aandeel_inwoners)} van de inwoners"
        ) in t.alt
    assert t.n == f"N = {tabellen['clusters']['n_wijken'].sum()} wijken."


@pytest.mark.traag
def test_gemeenten_telt_de_selectie(beelden, wijken):
    fig, t = beelden["gemeenten"]
    per = wijken[wijken["in_selectie"]]["gm_naam"].value_counts()
    assert f"{per.index[0]} ({per.iloc[0]})" in t.alt
    assert t.n == f"N = {per.sum()} wijken in {len(per)} gemeenten."
    totaal = sum(vlak.get_width() for vlak in fig.axes[0].patches)
    assert totaal == pytest.approx(per.sum())


@pytest.mark.traag
def test_gemeenten_toont_er_hoogstens_vijftien(kader):
    tabel = pd.DataFrame({"gm_code": [f"GM{i:04d}" for i in range(20)], "cluster": "Terugval"})
    tabel["gm_naam"], tabel["in_selectie"] = "Gemeente " + tabel["gm_code"].str[-2:], True
    fig, t = gemeenten(tabel, kader)
    assert "de 15 gemeenten met de meeste wijken" in t.titel
    assert "samen 15 van de 20 wijken" in t.alt
    assert sum(tekst.startswith("Gemeente") for tekst in teksten(fig)) == 15


@pytest.mark.traag
def test_leeg_cluster_staat_er_met_nul(tabellen, kader):
    clusters = tabellen["clusters"].copy()
    rij = clusters["cluster"] == "Succes!"
    getallen = [k for k in clusters.columns if k != "cluster"]
    clusters.loc[rij, getallen] = np.nan
    clusters.loc[rij, ["n_wijken", "n_inwoners", "aandeel_wijken", "aandeel_inwoners"]] = 0
    fig, t = clusters_omvang(clusters, kader)
    assert "0% (0 wijken)" in teksten(fig) and "Succes! 0% van de wijken" in t.alt


@pytest.mark.traag
def test_wijken_zonder_cluster_zijn_een_eigen_groep(tabellen, kader, wijken):
    selectie = wijken[wijken["in_selectie"]].copy()
    selectie.loc[selectie.index[:2], "cluster"] = None
    fig, t = clusters_omvang(vat_clusters_samen(selectie, JAREN), kader)
    assert "onbekend" in teksten(fig) and t.n == f"N = {len(selectie)} wijken."
    fig, _ = gemeenten(selectie, kader)
    assert "onbekend" in teksten(fig)
