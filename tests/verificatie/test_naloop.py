"""The second road to the published numbers: by hand on six wijken, and on whole editions."""

from __future__ import annotations

import ast
import math
import sys

import numpy as np
import pytest
import statsmodels.api as sm

from hulp import PAKKET
from leefbaarheid.verificatie.kleinste_kwadraten import kleinste_kwadraten
from leefbaarheid.verificatie.naloop import Naloop, gelijk
from leefbaarheid.verificatie.rauw import lees_wijken

CONFIG = {
    "kenmerken": {"inwoners": "inw", "gm_code": "gm", "gm_naam": "gemeente"},
    "jaren": [2008, 2012, 2014],
    "basisjaar": 2008,
    "eindjaar": 2014,
    "selectie": {
        "soort": "laagste_scores",
        "jaar": 2008,
        "aantal": 2,
        "min_inwoners": 100,
        "min_inwoners_gemeente": 500,
        "labels": ["aandacht"],
        "voorwaarden": {"oud": {"min": 50}},
    },
    "klassen": {"grenzen": [3.6, 3.7, 3.8, 3.9, 4.0, 4.1, 4.2, 4.3]},
    "clusters": {"langjaar": 2008, "crisisjaar": 2012, "delta": 0.02, "voldoende_vanaf_klasse": 5},
    "factoren": ["oud"],
}
CONTEXT = """wk_code,inw,gm,gemeente,oud
A,300,G1,Stad,60
B,200,G1,Stad,70
C,100,G1,Stad,80
D,100,G1,Stad,40
E,99,G1,Stad,90
F,400,G2,Dorp,90
"""
SCORES = {"A": (3.5, 3.6, 3.55), "B": (3.7, 3.71, 3.72), "C": (3.8, 3.8, 3.9)}
SCORES |= {"D": (3.4, 3.4, 3.4), "E": (3.4, 3.4, 3.4), "F": (3.3, 3.3, 3.3)}


@pytest.fixture(scope="module")
def naloop(tmp_path_factory):
    map_ = tmp_path_factory.mktemp("naloop")
    (map_ / "context.csv").write_text(CONTEXT)
    regels = ["wk_code,jaar,lbm,fys,onv,soc,vrz,won"]
    for code, reeks in SCORES.items():
        for jaar, score in zip(CONFIG["jaren"], reeks, strict=True):
            dims = "NA,NA,NA,NA,NA" if jaar == 2008 else f"{score},0,0,0,0"
            regels.append(f"{code},{jaar},{score},{dims}")
    (map_ / "scores.csv").write_text("\n".join(regels))
    (map_ / "lijst.csv").write_text("wk_code,aandacht\nA,True\nF,1\nB,False\n")
    paden = (str(map_ / naam) for naam in ("scores.csv", "context.csv", "lijst.csv"))
    return Naloop(CONFIG, lees_wijken(CONFIG, *paden))


# D fails the condition, E is too small, the gemeente of F is: A, B, C are eligible, A and B chosen.
# A fell from 2012 to 2014 (terugval), B rose 0.02 since 2008, which counts as no change.
@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("wijken.n", 6),
        ("wijken.n_gemeenten", 2),
        ("selectie.n_in_aanmerking", 3),
        ("selectie.n_geselecteerd", 2),
        ("selectie.grensscore", 3.7),
        ("gemiddelde.selectie.2008", 3.6),
        ("spreiding.selectie.2008", math.sqrt(0.02)),
        ("gemiddelde.overig_in_aanmerking.2014", 3.9),
        ("gemiddelde.label_aandacht.2008", 3.4),
        ("cluster.terugval.n", 1),
        ("cluster.terugval.aandeel_inwoners", 0.6),
        ("cluster.niet_ingedeeld.n", 1),
        ("ontwikkeling.2008_2014.selectie.gestegen", 0.5),
        ("ontwikkeling.2008_2014.selectie.gestagneerd", 0.5),
        ("ontwikkeling.2012_2014.selectie.gedaald_inwoners", 0.6),
        ("ontwikkeling.2012_2014.land.gemiddelde_inwoners", (-15 + 2 + 10) / 1199),
        ("decompositie.2012_2014.selectie.fys", -0.02),
        ("decompositie.2008_2014.selectie.n", 0),
        ("model.2008_2014.verandering.in_aanmerking.n", 3),
    ],
)
def test_een_getal_met_de_hand(naloop, naam, waarde):
    assert naloop.kent(naam)
    assert gelijk(naloop.getal(naam), pytest.approx(waarde).expected)


@pytest.mark.parametrize(
    "naam", ["regressie.2008_2014.ancova.selectie.oud.p", "stijgers_dalers.n", "wijken.iets", "x"]
)
def test_wat_het_niet_kan_zegt_het(naloop, naam):
    assert not naloop.kent(naam)


def test_een_ander_getal_valt_op():
    assert gelijk(0.1 + 0.2, 0.3)
    assert not gelijk(0.3000001, 0.3)
    assert not gelijk(None, 0.0)


def test_kleinste_kwadraten_zijn_die_van_statsmodels():
    rng = np.random.default_rng(7)
    X = sm.add_constant(rng.normal([50, 3.9], [20, 0.1], (60, 2)))
    y = X @ [0.1, 0.002, 0.9] + rng.normal(0, 0.05, 60)
    ons = kleinste_kwadraten(X.tolist(), y.tolist())
    np.testing.assert_allclose(ons, sm.OLS(y, X).fit().params, rtol=1e-9)
    with pytest.raises(ZeroDivisionError):
        kleinste_kwadraten([[1, 2], [1, 2], [1, 2]], [1, 2, 3])


ANDER_PROGRAMMA = {"naloop", "rauw", "kleinste_kwadraten"}


@pytest.mark.parametrize("module", sorted(ANDER_PROGRAMMA))
def test_het_andere_programma_gebruikt_niets_van_het_eerste(module):
    pad = PAKKET / "verificatie" / f"{module}.py"
    namen = set()
    for knoop in ast.walk(ast.parse(pad.read_text("utf-8"))):
        if isinstance(knoop, ast.Import):
            namen |= {alias.name for alias in knoop.names}
        elif isinstance(knoop, ast.ImportFrom):
            namen.add(str(knoop.module))
    anders = {naam.split(".")[0] for naam in namen} - set(sys.stdlib_module_names)
    assert anders <= {"leefbaarheid"}
    eigen = {naam for naam in namen if naam.startswith("leefbaarheid")}
    assert eigen <= {f"leefbaarheid.verificatie.{naam}" for naam in ANDER_PROGRAMMA}
