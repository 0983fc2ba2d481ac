"""Coefficients with the error of the begin score taken out: R, known truth, and what cannot be."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from hulp.regressie import (
    CODEBOEK,
    FACTOREN,
    REFERENTIE,
    lees_wijken_met_factoren,
    ontwerp,
    wijkentabel,
)
from leefbaarheid.analyse.clusterproducten import clusterproducten
from leefbaarheid.analyse.crv import crv3, standaardfout
from leefbaarheid.analyse.ontwerp import Ontwerp
from leefbaarheid.toetsen import meetfout_model as mm

LABELS = dict(zip(CODEBOEK["factor"], CODEBOEK["label"], strict=True))


@pytest.fixture(scope="module")
def hoofd():
    bestand = lees_wijken_met_factoren()
    return ontwerp(wijkentabel(bestand), bestand)


def tabel(ontwerp_, theta, laag=None, hoog=None):
    laag, hoog = theta if laag is None else laag, theta if hoog is None else hoog
    fout = mm.Fout(theta, laag, hoog)
    return mm.meetfout_modellen([ontwerp_], {2012: fout}, LABELS, 1).set_index("term")


@pytest.mark.parametrize("nummer", [0, 1, 2])
def test_zelfde_als_r(hoofd, nummer):
    """Base R by hand, tests/reference/meetfout_eiv.R; relative tolerance 1e-8."""
    pad = REFERENTIE / "meetfout_eiv.json"
    wil = json.loads(pad.read_text(encoding="utf-8"))["uitkomsten"][nummer]
    uit = tabel(hoofd, wil["theta"])
    sd = hoofd.X.std(ddof=1)
    for term in ["beginscore", *FACTOREN]:
        schaal = 1.0 if term == "beginscore" else sd[term]
        rij = uit.loc[term]
        assert rij["coef_sd_moment"] == pytest.approx(wil["coef"][term] * schaal, rel=1e-8)
        halve = mm.t_interval(0.0, wil["se"][term] * schaal, wil["df"])[1]
        assert rij["ci_sd_hoog_moment"] - rij["coef_sd_moment"] == pytest.approx(halve, rel=1e-8)


def test_zonder_meetfout_is_alles_gelijk_en_het_interval_dat_van_crv3(hoofd):
    uit = tabel(hoofd, 0.0)
    assert uit["coef_sd_moment"].tolist() == uit["coef_sd_ols"].tolist()
    assert uit["coef_sd_simex"].to_numpy() == pytest.approx(uit["coef_sd_ols"].to_numpy(), rel=1e-9)
    assert uit["eensgezind"].all()
    p = clusterproducten(hoofd.X.to_numpy(), hoofd.y.to_numpy(), hoofd.gemeente.to_numpy())
    j = list(hoofd.X.columns).index("corporatie_pct")
    halve = mm.t_interval(0.0, standaardfout(crv3(p))[j], p.df)[1] * hoofd.X["corporatie_pct"].std()
    rij = uit.loc["corporatie_pct"]
    assert (rij["ci_sd_hoog_ols"] - rij["ci_sd_laag_ols"]) / 2 == pytest.approx(halve, rel=1e-8)


def proef(zaad, n=400, theta=0.002, G=40):
    """ANCOVA with a true begin score: slope 0.9 and effects -0.03 and 0.01 per standard deviation.

    The factors are correlated with the true score, which has a standard deviation of 0.1.
    """
    rng = np.random.default_rng(zaad)
    codes = np.arange(n) % G
    waar = rng.normal(0, 0.1, n)
    z = pd.DataFrame({"a": waar / 0.1 * 0.7 + rng.normal(0, 0.714, n), "b": rng.normal(size=n)})
    z["b"] += -0.5 * waar / 0.1
    y = 0.9 * waar - 0.03 * z["a"] + 0.01 * z["b"]
    y += rng.normal(0, 0.02, G)[codes] + rng.normal(0, 0.03, n)
    X = pd.DataFrame({"constante": 1.0, "beginscore": waar + rng.normal(0, np.sqrt(theta), n)})
    gemeente = pd.Series([f"GM{g:04d}" for g in codes])
    return Ontwerp(2012, 2014, 2002, "ancova", "selectie", y, X.join(z), gemeente, gemeente, n)


@pytest.mark.traag
def test_de_correctie_haalt_de_vertekening_weg_en_haar_interval_dekt():
    """120 data sets with an error of a sixth of the variance.

    Without correction factor a takes over part of the lost slope (bias over 0.004); the moment
    estimate is unbiased, SIMEX halves the bias at least, and 90 to 99 % of the intervals hold.
    """
    waar, uit = -0.03, []
    for zaad in range(120):
        o = proef(zaad)
        sd = o.X["a"].std(ddof=1)
        rij = mm.meetfout_modellen([o], {2012: mm.Fout(0.002, 0.002, 0.002)}, {}, 1)
        rij = rij.set_index("term").loc["a"]
        raak = rij["ci_sd_laag_moment"] <= waar * sd <= rij["ci_sd_hoog_moment"]
        uit.append([rij[f"coef_sd_{m}"] / sd - waar for m in ("ols", "moment", "simex")] + [raak])
    ols, moment, simex, dekking = np.mean(uit, axis=0)
    assert ols > 0.004
    assert abs(moment) < 0.0011  # four simulation errors
    assert abs(simex) < abs(ols) / 2
    assert 0.90 <= dekking <= 0.99


def test_meer_meetfout_geeft_een_grotere_helling_en_de_grenzen_liggen_eromheen(hoofd):
    uit = tabel(hoofd, 0.0005, 0.0002, 0.001).loc["beginscore"]
    helling = uit[["coef_sd_ols", "coef_sd_fout_laag", "coef_sd_moment", "coef_sd_fout_hoog"]]
    assert helling.is_monotonic_increasing
    assert 0 < uit["betrouwbaarheid"] < 1


def test_een_beginscore_van_vrijwel_alleen_ruis_heeft_een_reden(hoofd):
    uit = tabel(hoofd, 0.1)
    assert uit.index.tolist() == FACTOREN
    assert set(uit["reden"]) == {"beginscore_vrijwel_ruis"}
    assert uit["coef_sd_moment"].isna().all()


def test_zonder_schatting_van_de_meetfout_staat_die_reden_er(hoofd):
    uit = mm.meetfout_modellen([hoofd], {}, LABELS, 1, zonder="meetfout_geen_samenhang")
    assert set(uit["reden"]) == {"meetfout_geen_samenhang"}
    assert uit["label"].tolist() == [LABELS[f] for f in FACTOREN]


def test_de_trekkingen_van_simex_hangen_niet_van_andere_regressies_af(hoofd):
    fouten = {2012: mm.Fout(0.0005, 0.0, 0.001)}
    twee = mm.meetfout_modellen([hoofd, hoofd], fouten, LABELS, 1)
    een = mm.meetfout_modellen([hoofd], fouten, LABELS, 1)
    pd.testing.assert_frame_equal(twee.iloc[: len(een)], een)
