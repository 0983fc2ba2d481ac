"""Whether the clusters predict, in words: as clear as the tests, and no clearer."""

from __future__ import annotations

import pytest

from hulp.stof import hoofdrapport
from leefbaarheid.basis.redenen.analyse import AnalyseReden
from leefbaarheid.tekst.gedeeld import clustervoorspelling as clusters

VIER = {"jaren": [2008, 2012, 2014, 2018, 2022]}


def toets(vorm, p, **anders):
    return {
        **{"vorm": vorm, "van": 2014, "tot": 2022, "n": 140, "n_clusters": 5, "f": 5.109},
        **{"p": p, "reden": None},
    } | anders


def stof(toetsen=(), verschillen=(), editie=None):
    tabellen = {"clustervoorspelling": list(toetsen), "clusterverschillen": list(verschillen)}
    return hoofdrapport(editie or VIER, **tabellen)


@pytest.mark.parametrize(
    ("p", "p_later", "delen"),
    [
        (0.002, 0.056, ["verschilden de clusters aantoonbaar", "niet aantoonbaar", "onbeslist"]),
        (
            0.002,
            0.01,
            [
                "dan is dat verschil ook aantoonbaar",
                "zegt iets over de ontwikkeling na 2014 wat haar score",
            ],
        ),
        (0.2, 0.3, ["clusters niet aantoonbaar", "ook niet aantoonbaar", "niet aangetoond"]),
        (0.2, 0.01, ["clusters niet aantoonbaar", "dan is dat verschil aantoonbaar", "onbeslist"]),
    ],
)
def test_of_de_clusters_iets_voorspellen(p, p_later, delen):
    toetsen = [toets("gegeven_score", p), toets("vanaf_volgende", p_later, van=2018)]
    tekst = clusters.voorspelling(stof(toetsen=toetsen))
    for deel in delen:
        assert deel in tekst
    assert (
        f"(p\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}{str(p).replace('.', ',').ljust(5, '0')})" in tekst
    )
    assert "na de meting van 2018" in tekst


def test_een_toets_die_niet_kan_zegt_waarom():
    reden = AnalyseReden.EEN_CLUSTER.met()
    tekst = clusters.voorspelling(stof(toetsen=[toets("gegeven_score", None, reden=reden)]))
    assert tekst == (
        "Of de clusters iets zeggen over de ontwikkeling na 2014, is niet te toetsen: er is maar "
        "één cluster met wijken in ten minste twee gemeenten."
    )
    assert clusters.slot(stof(toetsen=[toets("gegeven_score", None, reden=reden)])) == ""


def test_rijen_van_de_toets_met_de_verschillen_eronder():
    verschil = {"cluster": "Succes!", "n": 28, "verschil": 0.061, "ci_laag": 0.027}
    verschillen = [
        {"vorm": "gegeven_score", "cluster": "Terugval", "referentie": True},
        {"vorm": "gegeven_score", "referentie": False, "ci_hoog": 0.095, **verschil},
    ]
    gegeven = stof(toetsen=[toets("gegeven_score", 0.0001)], verschillen=verschillen)
    assert clusters.referentie(gegeven) == "*Terugval*"
    assert clusters.verschil_rijen(gegeven) == [
        [
            "gegeven de score in 2014",
            "*alle samen*",
            "140",
            "–",
            "p\N{NO-BREAK SPACE}<\N{NO-BREAK SPACE}0,001",
        ],
        ["gegeven de score in 2014", "*Succes!*", "28", "+0,061", "**+0,027 tot +0,095**"],
    ]


def test_zonder_latere_meting_zegt_geen_enkele_functie_iets():
    reden = AnalyseReden.GEEN_LATERE_METING.met()
    leeg = stof([toets("verandering", None, reden=reden)], editie={"jaren": [2008, 2012, 2014]})
    zinnen = (clusters.voorspelling, clusters.slot, clusters.zonder_score, clusters.referentie)
    assert [zin(leeg) for zin in zinnen] == [""] * 4
    assert clusters.verschil_rijen(leeg) == []
