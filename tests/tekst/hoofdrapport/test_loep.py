"""Verdict beside cluster."""

from __future__ import annotations

import pytest

from hulp.stof import hoofdrapport
from leefbaarheid.basis.redenen.wijkanalyses import KoppelReden
from leefbaarheid.tekst.hoofdrapport.loep import (
    analyses_rijen,
    congruentie_kop,
    congruentie_rijen,
    congruentie_tekst,
    uiteenlopend,
)


@pytest.mark.parametrize(
    ("congruent", "afwijkend", "onbepaald", "tekst"),
    [
        (7, 5, 0, "Bij zeven analyses wijzen zij in dezelfde richting, bij vijf analyses niet."),
        (1, 1, 2, "Bij één analyse wijzen zij in dezelfde richting, bij één analyse niet. Bij "
         "twee is dat niet te bepalen."),
        (0, 1, 1, "Bij één analyse wijzen zij niet in dezelfde richting. Bij één is dat niet te "
         "bepalen."),
        (3, 0, 0, "Bij drie analyses wijzen zij in dezelfde richting."),
        (0, 0, 2, "Bij geen van de analyses is te bepalen of zij in dezelfde richting wijzen."),
        (1, 0, 0, "Zij wijzen in dezelfde richting."),
        (0, 1, 0, "Zij wijzen niet in dezelfde richting."),
        (0, 0, 1, "Of zij in dezelfde richting wijzen, is niet te bepalen."),
    ],
)  # fmt: skip
def test_congruentie(congruent, afwijkend, onbepaald, tekst):
    cijfers = {
        "wijkanalyses.n_congruent": (congruent, "aantal"),
        "wijkanalyses.n_afwijkend": (afwijkend, "aantal"),
        "wijkanalyses.n_onbepaald": (onbepaald, "aantal"),
    }
    assert congruentie_tekst(hoofdrapport(cijfers=cijfers)) == tekst


def test_een_analyse_met_de_clusters_van_haar_wijken():
    analyse = {
        **{"titel": "Oost: *een* proef", "gemeente": "Astad", "oordeel": "daler"},
        **{"themas": ["isv", "crisis"], "bron": "oost.md"},
    }
    koppeling = [
        {"bestand": bestand, "cluster": cluster}
        for bestand, cluster in (("oost.md", "Terugval"), ("west.md", "Succes!"), ("oost.md", None))
    ]
    assert analyses_rijen(hoofdrapport(analyses=(analyse,), wijkanalyses=koppeling)) == [
        [
            *(r"Oost: \*een\* proef", "Astad", "daler", "*Terugval*; –"),
            "einde van ISV; economische crisis",
        ]
    ]


def test_oordelen_naast_clusters():
    tabel = [
        {"oordeel": oordeel, "cluster": cluster, "n_wijken": n}
        for oordeel, aantallen in (("stijger", (2, 0)), ("daler", (1, 3)))
        for cluster, n in zip(("Succes!", "Terugval"), aantallen, strict=True)
    ]
    stof = hoofdrapport(congruentie=tabel)
    assert congruentie_kop(stof) == ["Oordeel", "Succes!", "Terugval"]
    assert congruentie_rijen(stof) == [["daler", "1", "3"], ["stijger", "2", "0"]]


def test_alleen_wat_uiteenloopt_wordt_besproken():
    cel = KoppelReden.VERHAAL_GUNSTIGER.met(oordeel="stijger", cluster="Terugval")
    rij = {"wk_naam": "O_ost", "gm_naam": "Astad", "bespreking": cel, "bestand": "oost.md"}
    rijen = [rij | {"congruent": c} for c in (True, None, False)]
    (zin,) = uiteenlopend(hoofdrapport(wijkanalyses=rijen))
    assert zin.startswith(r"**O\_ost** (Astad). De wijkanalyse oordeelt ‘stijger’, de scores geven")
