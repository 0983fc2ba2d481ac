"""The clusters and how they depend on the choices."""

from __future__ import annotations

from hulp.stof import bijlage, gemiddelde
from leefbaarheid.basis.begrippen import CLUSTERS
from leefbaarheid.tekst.leefbaarheidsontwikkeling.clusters import (
    clusters_rijen,
    gemiddelden_rijen,
    gevoeligheid_rijen,
    gevoeligheid_tekst,
)


def test_gevoeligheid_toont_de_eigen_keuze_vet():
    rijen = [
        {
            "delta": d,
            "voldoende_vanaf_klasse": 5,
            "cluster": naam,
            "n_wijken": n,
            "basis": d == 0.02,
        }
        for d, aantallen in ((0.02, (9, 8, 7, 6, 5)), (0.125, (1, 8, 9, 6, 11)))
        for naam, n in zip(CLUSTERS, aantallen, strict=True)
    ]
    stof = bijlage(gevoeligheid=rijen)
    eerste, tweede = gevoeligheid_rijen(stof)
    assert eerste == ["**0,02**", "**voldoende**", "**9**", "**8**", "**7**", "**6**", "**5**"]
    assert tweede[:3] == ["0,125", "voldoende", "1"]
    assert gevoeligheid_tekst(stof) == (
        "Het aantal wijken loopt bij *Succes!* van 1 tot 9, bij *niet ingedeeld* van 5 tot 11 en "
        "bij *Gestaag herstel* van 7 tot 9; het blijft bij *Vroegsignalering* 8 en bij *Terugval* "
        "6. Met een ruimere marge worden *Gestaag herstel* en *niet ingedeeld* groter en wordt "
        "*Succes!* kleiner."
    )
    gelijk = [rij | {"n_wijken": 4} for rij in rijen]
    assert "verandert niet" in gevoeligheid_tekst(bijlage(gevoeligheid=gelijk))


def test_gemiddelden_per_cluster_in_vaste_volgorde():
    tabel = [
        gemiddelde("land", None, 2012, 1026, 4.1, 0.14),
        gemiddelde("selectie", "Terugval", 2012, 9, 3.8, None),
        gemiddelde("selectie", "Terugval", 2014, 9, 3.7, 0.02),
        gemiddelde("selectie", "Succes!", 2012, 3, 3.9, 0.01),
        gemiddelde("selectie", "Succes!", 2014, 3, 4.0, 0.01),
    ]
    assert gemiddelden_rijen(bijlage(gemiddelden=tabel), [2012]) == [
        ["*Succes!* (3)", "3,90 (0,01)"],
        ["*Terugval* (9)", "3,80 (–)"],
    ]


def test_omvang_van_een_cluster_met_een_decimaal():
    rij = {"cluster": "Terugval", "n_wijken": 9, "aandeel_wijken": 0.123, "n_inwoners": 12345}
    assert clusters_rijen(bijlage(clusters=[rij | {"aandeel_inwoners": 0.25}])) == [
        ["*Terugval*", "9", "12,3%", "12.345", "25,0%"]
    ]
