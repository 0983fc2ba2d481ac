"""Few, unequal gemeenten: the table of the estimators."""

from __future__ import annotations

import numpy as np
import pytest

from hulp.gemeenten import FACTOREN, TERMEN, maak_data, ontwerp
from leefbaarheid.analyse import regressie
from leefbaarheid.analyse.schatter import Schatter
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.toetsen.clusterinferentie import KOLOMMEN_CLUSTER, clustertabel


@pytest.fixture
def data():
    return maak_data()


def test_tabel_heeft_alle_schatters(data):
    o = ontwerp(data, schatter=Schatter("wcr", 999, 1))
    tabel = clustertabel(o)
    assert list(tabel.columns) == KOLOMMEN_CLUSTER
    assert tabel["term"].tolist() == list(o.X.columns)
    assert tabel["reden"].eq("").all()
    assert tabel["primair"].eq("wcr").all()
    fit = regressie.schat(o)
    assert tabel["coef"].to_numpy() == pytest.approx(fit.tabel["coef"].to_numpy(), rel=1e-10)
    assert tabel["crv1_se"].to_numpy() == pytest.approx(fit.crv1["se"].to_numpy(), rel=1e-10)
    assert tabel["p"].to_numpy() == pytest.approx(fit.tabel["p"].to_numpy(), rel=1e-10)
    for kolom in ("p", "ci_laag", "ci_hoog"):
        assert (tabel[kolom] == tabel[f"wcr_{kolom}"]).all()
    rij = tabel.set_index("term").loc["corporatie_pct"]
    sd = o.X["corporatie_pct"].std(ddof=1)
    assert rij["coef_sd"] == pytest.approx(rij["coef"] * sd)
    assert rij["ci_sd_hoog"] == pytest.approx(rij["ci_hoog"] * sd)
    assert (rij["n"], rij["G"], rij["wcr_trekkingen"]) == (118, 36, 999)
    assert rij["grootste_aandeel"] == pytest.approx(27 / 118)
    assert rij["grootste_gemeente"] == "Gemeente 00"
    assert 1 < rij["G_eff"] < 36


def test_tabel_noemt_de_gemeente_die_het_meeste_uitmaakt(data):
    """One gemeente gets its own, much steeper line; without it the slope is lowest."""
    er_in = data["gm_code"] == "GM9003"
    data.loc[er_in, "lbm_2014"] += 0.02 * (data.loc[er_in, "uitkering_pct"] - 11)
    tabel = clustertabel(ontwerp(data, schatter=Schatter("crv3", 99)))
    rij = tabel.set_index("term").loc["uitkering_pct"]
    assert rij["loo_min_gemeente"] == "Gemeente 03"
    rest = data[~er_in]
    X = rest[TERMEN].to_numpy()
    zonder = np.linalg.lstsq(X, rest["lbm_2014"], rcond=None)[0][TERMEN.index("uitkering_pct")]
    assert rij["loo_min"] == pytest.approx(zonder, rel=1e-9)
    assert rij["loo_min"] < rij["coef"] < rij["loo_max"]
    assert (tabel["p"] == tabel["crv3_p"]).all()
    assert (tabel["se"] == tabel["crv3_se"]).all()


@pytest.mark.traag
def test_wat_niet_te_toetsen_is_blijft_staan_met_reden(data):
    """A constant factor, and two that fix each other."""
    data["vast"] = 3.0
    data["dubbel"] = 2 * data["meergezins_pct"] + 5
    factoren = [*FACTOREN, "vast", "dubbel"]
    tabel = clustertabel(ontwerp(data, factoren, schatter=Schatter("wcr", 199))).set_index("term")
    assert tabel.index.tolist() == ["constante", "beginscore", *factoren]
    assert tabel.loc["vast", "reden"] == "alle_wijken_gelijk"
    assert tabel.loc["dubbel", "reden"] == "niet_te_onderscheiden?termen=meergezins_pct"
    assert tabel.loc["meergezins_pct", "reden"] == "niet_te_onderscheiden?termen=dubbel"
    slecht = ["vast", "dubbel", "meergezins_pct"]
    assert tabel.loc[slecht, ["coef", "p", "crv1_se", "wcr_ci_laag"]].isna().all().all()
    goed = tabel.drop(index=slecht)
    assert goed["reden"].eq("").all()
    # the rest as if the superfluous columns had never been there
    zuiver = (
        clustertabel(ontwerp(data, schatter=Schatter("wcr", 199))).set_index("term").loc[goed.index]
    )
    for kolom in ("coef", "crv1_se", "crv3_p", "wcr_p", "wcr_ci_hoog", "loo_min"):
        assert goed[kolom].astype(float).to_numpy() == pytest.approx(zuiver[kolom].to_numpy())


def test_te_weinig_gemeenten_of_wijken(data):
    vier = data[data["gm_code"] < "GM9004"]
    tabel = clustertabel(ontwerp(vier, schatter=Schatter("wcr", 99)))
    assert tabel["reden"].eq("minder_gemeenten_dan_nodig?n=4&minimum=5").all()
    assert tabel["coef"].notna().all()
    assert tabel[["p", "crv1_se", "ci_laag"]].isna().all().all()
    zes = clustertabel(ontwerp(data.iloc[::20], schatter=Schatter("wcr", 99)))
    assert zes["reden"].str.startswith("te_weinig_wijken?n=6&").all()
    assert zes["coef"].isna().all()


def test_factor_van_een_gemeente_krijgt_een_reden(data):
    data["alleen_daar"] = (data["gm_code"] == "GM9002") * data["uitkering_pct"]
    tabel = clustertabel(ontwerp(data, [*FACTOREN, "alleen_daar"], schatter=Schatter("wcr", 199)))
    rij = tabel.set_index("term").loc["alleen_daar"]
    assert rij["reden"] == "crv3_onbepaald?gemeenten=Gemeente+02"
    assert np.isnan(rij["crv3_se"])
    assert np.isfinite(rij["crv1_se"])
    assert rij["hefboom_max"] > 0.5
    assert rij["hefboom_max_gemeente"] == "Gemeente 02"


@pytest.mark.parametrize("n", [0, 98])
def test_te_weinig_trekkingen(data, n):
    with pytest.raises(InvoerFout) as fout:
        clustertabel(ontwerp(data, schatter=Schatter("wcr", n)))
    assert "te weinig trekkingen" in str(fout.value)
    assert f"waarde '{n}'" in str(fout.value)
    assert "99" in str(fout.value)
