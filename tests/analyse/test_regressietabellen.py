"""Every regression of a config: complete, in order, and with the wijken it lost."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hulp.regressie import BLOK, FACTOREN
from leefbaarheid.analyse.coefficienten import KOLOMMEN_REGRESSIE


@pytest.mark.traag
def test_tabel_is_volledig_en_gesorteerd(schat):
    tabel = schat().regressie
    assert list(tabel.columns) == KOLOMMEN_REGRESSIE
    sleutel = ["van", "tot", "model", "steekproef"]
    assert tabel[sleutel].equals(tabel[sleutel].sort_values(sleutel, kind="stable"))
    assert not tabel.duplicated([*sleutel, "term"]).any()
    assert len(tabel) == 2 * 2 * (4 + 5 + 5)  # windows x samples x (terms of the three forms)
    leeg = tabel.columns[tabel.isna().any()]
    assert set(leeg) == {"coef_sd", "ci_sd_laag", "ci_sd_hoog", "sd_factor"}
    assert set(tabel.loc[tabel["sd_factor"].isna(), "term"]) == {"constante"}
    ancova = tabel.query("model == 'ancova' and van == 2012 and steekproef == 'selectie'")
    assert list(ancova["term"]) == ["constante", "beginscore", *FACTOREN]
    assert list(ancova["label"].iloc[:3]) == ["constante", "beginscore", "Corporatiewoningen"]
    assert list(ancova["meting"]) == ["", "voor", "voor", "tijdens", "na"]


@pytest.mark.traag
def test_volgorde_van_de_invoer_maakt_niet_uit(schat, wijken, context):
    recht, door_elkaar = schat(), schat(
        wijken=wijken.sample(frac=1, random_state=1),
        context=context.sample(frac=1, random_state=2),
        modellen=BLOK["modellen"][::-1],
        vensters=BLOK["vensters"][::-1],
    )  # fmt: skip
    for een, ander in zip(recht, door_elkaar, strict=True):
        pd.testing.assert_frame_equal(een, ander, check_exact=True)


@pytest.mark.traag
def test_verlies_van_waarnemingen_wordt_verantwoord(schat, wijken, context):
    """Of the 60: 5 lack corporatie, 4 lage inkomens of which 2 both, 2 the score of 2014."""
    context.loc[[0, 1, 2, 50], "corporatie_pct"] = np.nan
    context.loc[[2, 10, 55], "laag_inkomen_pct"] = np.nan
    wijken.loc[[20, 51], "lbm_2014"] = np.nan
    context = context.drop(index=58)  # a wijk that the context table lacks
    uit = schat(wijken=wijken, context=context)
    verlies = uit.verlies.set_index(["steekproef", "factor"])
    alles = verlies.loc["in_aanmerking"]
    assert alles.loc["corporatie_pct", ["n_ontbreekt", "n_alleen_hierdoor"]].tolist() == [5, 3]
    assert alles.loc["laag_inkomen_pct", ["n_ontbreekt", "n_alleen_hierdoor"]].tolist() == [4, 2]
    assert alles.loc["alle factoren", ["n_ontbreekt", "n_aanwezig"]].tolist() == [7, 53]
    assert alles.loc["lbm_2014", "n_ontbreekt"] == 2
    assert alles["label"].loc[["corporatie_pct", "lbm_2014"]].tolist() == [
        "Corporatiewoningen", "lbm_2014"
    ]  # fmt: skip
    assert alles["n_verwacht"].eq(60).all()
    assert verlies.loc[("selectie", "alle factoren"), "n_aanwezig"] == 39
    diagnose = uit.diagnose.set_index(["uitkomst", "model", "steekproef"])
    rij = diagnose.loc[("2012-2014", "ancova", "in_aanmerking")]
    assert (rij["n_verwacht"], rij["n"], rij["n_weggevallen"]) == (60, 51, 9)
    assert rij["aandeel_weggevallen"] == pytest.approx(9 / 60)
    assert diagnose.loc[("2002-2012", "ancova", "in_aanmerking"), "n"] == 53
    assert diagnose.loc[("2012-2014", "ancova", "selectie"), "n"] == 38
