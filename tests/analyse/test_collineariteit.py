"""Regressors that tell each other are found, and all are named."""

from __future__ import annotations

import numpy as np
import pytest

from hulp.regressie import FACTOREN, fout_van, ontwerp
from leefbaarheid.analyse import regressie


@pytest.mark.traag
def test_vif_is_een_op_een_min_r2(schat, bestand):
    tabel = schat().vif.set_index(["steekproef", "factor"])
    y, rest = bestand[FACTOREN[0]], bestand[FACTOREN[1:]]
    X = np.column_stack([np.ones(60), rest])
    e = y - X @ np.linalg.lstsq(X, y, rcond=None)[0]
    r2 = 1 - (e**2).sum() / ((y - y.mean()) ** 2).sum()
    assert tabel.loc[("in_aanmerking", FACTOREN[0]), "vif"] == pytest.approx(1 / (1 - r2))
    een = schat(factoren=["corporatie_pct"]).vif
    assert een["vif"].to_numpy() == pytest.approx(1)


def test_collineaire_factoren_worden_allemaal_genoemd(schat, context):
    rest = 100 - context["corporatie_pct"] - context["laag_inkomen_pct"]
    bericht = fout_van(schat, [*FACTOREN, "rest_pct"], context=context.assign(rest_pct=rest))
    assert "regressie 2002-2012, model 'ancova', steekproef 'in_aanmerking'" in bericht
    assert "(collineair): corporatie_pct, laag_inkomen_pct, rest_pct\n" in bericht
    assert "Haal één van deze factoren uit de config" in bericht


def test_factor_die_de_beginscore_herhaalt_is_collineair(wijken, context):
    context["score"] = 10 * wijken["lbm_2012"] + 1
    o = ontwerp(wijken, context, ["corporatie_pct", "score"])
    assert "(collineair): beginscore, score\n" in fout_van(regressie.schat, o)


def test_bijna_gelijke_factoren_boven_de_grens_zijn_collineair(wijken, context):
    """Noise of 1e-5 of the spread gives a VIF of 1e10; of 1e-3 gives 1e6, which is estimated."""
    rng = np.random.default_rng(2)
    ruis = rng.normal(0, context["corporatie_pct"].std(), 60)
    fout = ontwerp(wijken, context.assign(f=context["corporatie_pct"] + 1e-5 * ruis),
                   ["corporatie_pct", "f"])  # fmt: skip
    goed = ontwerp(wijken, context.assign(f=context["corporatie_pct"] + 1e-3 * ruis),
                   ["corporatie_pct", "f"])  # fmt: skip
    assert "(collineair): corporatie_pct, f\n" in fout_van(regressie.schat, fout)
    assert np.isfinite(regressie.schat(goed).tabel["p"]).all()
