"""Lord's paradox: three forms side by side, and what is said where they part."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from leefbaarheid.analyse.regressietabellen import schat_modellen
from leefbaarheid.toetsen import lord

VORMEN = ("verandering", "ancova", "basismeting")


def rijen(vormen: dict, factor="huur", label="Huurwoningen", **sleutel) -> pd.DataFrame:
    """Rows of tabellen/regressie.csv from {form: (coef_sd, p)}."""
    kop = {"uitkomst": "2012-2014", "van": 2012, "tot": 2014, "steekproef": "selectie"} | sleutel
    return pd.DataFrame(
        [
            {
                **kop, "model": model, "term": factor, "label": label, "coef_sd": coef,
                "ci_sd_laag": coef - 0.01, "ci_sd_hoog": coef + 0.01, "p": p,
            }
            for model, (coef, p) in vormen.items()
        ]
    )  # fmt: skip


def oordeel(*waarden, **anders) -> pd.Series:
    vormen = dict(zip(VORMEN, waarden, strict=False))
    return lord.lord_tabel(rijen(vormen, **anders)).iloc[0]


@pytest.mark.parametrize(
    ("waarden", "verwacht", "vlaggen"),
    [
        ([(0.012, 0.01), (0.010, 0.02), (0.011, 0.01)], "eensgezind", (False, False, True)),
        ([(-0.012, 0.01)] * 2 + [(-0.0121, 0.01)], "eensgezind", (False, False, True)),
        ([(0.002, 0.6), (0.001, 0.7), (0.003, 0.5)], "eensgezind", (False, False, True)),
        ([(0.002, 0.6), (-0.001, 0.7), (0.003, 0.5)], "teken_verschilt", (True, False, False)),
        (
            [(-0.001, 0.7), (-0.012, 0.01), (-0.011, 0.02)],
            "aantoonbaarheid_verschilt",
            (False, True, False),
        ),
        (
            [(0.001, 0.7), (-0.012, 0.01), (-0.011, 0.02)],
            "aantoonbaarheid_verschilt",
            (True, True, False),
        ),
        ([(0.014, 0.01), (-0.010, 0.01), (-0.002, 0.6)], "tegengesteld", (True, True, False)),
    ],
)
def test_oordeel(waarden, verwacht, vlaggen):
    rij = oordeel(*waarden)
    assert rij["oordeel"] == verwacht
    gevonden = rij[["teken_verschilt", "significantie_verschilt", "eensgezind"]]
    assert tuple(gevonden) == vlaggen
    assert rij["n_vormen"] == 3


def test_venster_dat_in_het_basisjaar_begint_telt_twee_vormen():
    rij = oordeel((0.012, 0.01), (0.010, 0.02), (0.010, 0.02))
    assert rij["n_vormen"] == 2
    assert rij["p_basismeting"] == 0.02  # the numbers stay


def test_een_vorm_die_ontbreekt_heeft_geen_getallen():
    rij = oordeel((0.012, 0.01), (0.010, 0.02))
    assert rij["oordeel"] == "eensgezind"
    assert np.isnan(rij["coef_sd_basismeting"])
    alleen = oordeel((0.012, 0.01))
    assert alleen["oordeel"] == "niet_te_vergelijken" and not alleen["eensgezind"]
    leeg = oordeel((0.012, 0.01), (np.nan, np.nan), (np.nan, np.nan))
    assert leeg["oordeel"] == "niet_te_vergelijken"


def test_grens_van_de_toets_is_instelbaar():
    regels = rijen({"verandering": (0.01, 0.04), "ancova": (0.01, 0.001)})
    assert lord.lord_tabel(regels)["eensgezind"].item()
    assert not lord.lord_tabel(regels, alfa=0.01)["eensgezind"].item()


def test_een_rij_per_venster_steekproef_en_factor():
    vormen = dict.fromkeys(VORMEN, (0.01, 0.2))
    tabel = pd.concat(
        [
            rijen(vormen, "huur"),
            rijen(vormen, "constante"),
            rijen(vormen, "beginscore"),
            rijen(vormen, "basisscore"),
            rijen(vormen, "werk", "WW-uitkeringen"),
            rijen(vormen, "huur", steekproef="in_aanmerking"),
            rijen(vormen, "huur", uitkomst="2012-2016", tot=2016),
        ]
    )
    uit = lord.lord_tabel(tabel)
    assert list(uit.columns) == lord.KOLOMMEN
    assert uit[["tot", "steekproef", "term"]].to_numpy().tolist() == [
        [2014, "selectie", "huur"],
        [2014, "selectie", "werk"],
        [2014, "in_aanmerking", "huur"],
        [2016, "selectie", "huur"],
    ]


def test_lege_tabel_geeft_een_lege_tabel():
    leeg = rijen(dict.fromkeys(VORMEN, (0.01, 0.2))).iloc[:0]
    assert list(lord.lord_tabel(leeg).columns) == lord.KOLOMMEN


@pytest.mark.traag
def test_lords_eigen_voorbeeld():
    """Two groups that do not change but start apart: no association with change, one with ANCOVA.

    Lord (1967): the mean weight of boys and girls stays what it was, individuals vary around it.
    Change says no difference; given equal weight at the start, the heavier group ends heavier.
    """
    rng = np.random.default_rng(1967)
    n = 400
    groep = np.repeat([0.0, 1.0], n // 2)
    niveau = 3.8 + 0.1 * groep + rng.normal(0, 0.03, n)
    codes = [f"WK9{i:05d}" for i in range(n)]
    wijken = pd.DataFrame(
        {
            "wk_code": codes,
            "gm_code": [f"GM{9000 + i % 40}" for i in range(n)],
            "gm_naam": "Fictief",
            "in_selectie": True,
            "lbm_2002": niveau + rng.normal(0, 0.03, n),
            "lbm_2012": niveau + rng.normal(0, 0.03, n),
            "lbm_2014": niveau + rng.normal(0, 0.03, n),
        }
    )
    verandering = wijken["lbm_2014"] - wijken["lbm_2012"]
    wijken["lbm_2014"] -= verandering.groupby(groep).transform("mean")  # no group changes
    tabellen = schat_modellen(
        wijken,
        pd.DataFrame({"wk_code": codes, "groep": groep}),
        pd.DataFrame({"factor": ["groep"], "label": "Groep", "eenheid": "0/1", "peiljaar": "2001"}),
        regressie={
            "vensters": [[2012, 2014]], "modellen": list(VORMEN), "steekproeven": ["selectie"],
            "vif_grens": 10,
        },
        factoren=["groep"],
        basisjaar=2002,
    )  # fmt: skip
    rij = lord.lord_tabel(tabellen.regressie).iloc[0]
    assert rij["oordeel"] == "aantoonbaarheid_verschilt"
    assert rij["coef_sd_verandering"] == pytest.approx(0, abs=1e-12)
    assert rij["coef_sd_ancova"] > 0.01 and rij["p_ancova"] < 0.001
    bron = tabellen.regressie.query("model == 'ancova' and term == 'groep'").iloc[0]
    for maat in lord.MATEN:
        assert rij[f"{maat}_ancova"] == bron[maat]
