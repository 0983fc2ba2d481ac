"""Sentences on the verdicts about the associations, in hoofdrapport and bijlage."""

from __future__ import annotations

import pytest

from hulp.controletabellen import EIND, FACTOREN, alle, controlerij, eindrij, hoofdrij, maak_stof
from leefbaarheid.tekst.gedeeld import oordeel


def test_telling_van_de_oordelen():
    assert oordeel.telling(maak_stof(eindoordeel=EIND)) == (
        "Van de drie factoren is de samenhang bij één robuust, bij één gevoelig en bij één onzeker."
    )
    eens = [rij | {"oordeel": "onzeker"} for rij in EIND]
    assert oordeel.telling(maak_stof(eindoordeel=eens)).startswith("Voor alle drie factoren")
    een = oordeel.telling(maak_stof({"factoren": ["werkloosheid"]}, eindoordeel=EIND))
    assert een == "De samenhang met *werkloosheid* is robuust."


@pytest.mark.parametrize(
    ("p", "p_holm", "deel"),
    [
        (0.03, 0.09, "blijft *werkloosheid* niet overeind"),
        (0.01, 0.02, "verandert niet welke samenhangen"),
        (0.20, 0.40, "verandert niet welke samenhangen"),
    ],
)
def test_wat_de_correctie_verandert_zonder_dat_een_andere_schatter_meepraat(p, p_holm, deel):
    stof = maak_stof(
        {"factoren": ["werkloosheid"]},
        eindoordeel=[eindrij("werkloosheid", -0.03, p, "gevoelig", p_holm=p_holm)],
        oordeel=[controlerij("werkloosheid", "crv1", p=1 - p)],
    )
    assert deel in oordeel.veranderd(stof)


def test_een_samenhang_die_binnen_gemeenten_verdwijnt_wordt_genoemd():
    binnen = [controlerij(f, "gemeente_fe", p=0.6) for f in FACTOREN]
    zin = oordeel.binnen_gemeenten(maak_stof(eindoordeel=EIND, oordeel=binnen))
    assert "*werkloosheid* niet aantoonbaar" in zin and "corporaties" not in zin
    wel = [controlerij(f, "gemeente_fe", p=0.01) for f in FACTOREN]
    assert oordeel.binnen_gemeenten(maak_stof(eindoordeel=EIND, oordeel=wel)) == ""


@pytest.mark.parametrize(
    ("coef", "p", "deel"),
    [
        (0.03, 0.001, "omgekeerd bij *werkloosheid* (2008–2012)"),
        (0.03, 0.4, "in geen andere periode"),
        (-0.03, 0.001, "in geen andere periode"),
    ],
)
def test_het_oordeel_geldt_voor_de_hoofdperiode(coef, p, deel):
    ander = hoofdrij("werkloosheid", coef, p) | {"van": 2008, "tot": 2012}
    stof = maak_stof(eindoordeel=EIND, clusters=[*alle(hoofdrij), ander])
    assert deel in oordeel.andere_perioden(stof)
    # the hoofdrapport has no table of gemeenten and reads the regressions
    zonder = maak_stof(eindoordeel=EIND, codeboek=None)
    zonder.tabellen["regressie"] = [*alle(hoofdrij), ander]
    assert oordeel.andere_perioden(zonder) == oordeel.andere_perioden(stof)
