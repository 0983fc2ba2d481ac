"""How sure labels are: without noise, with known truth, and where nothing can be said."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from leefbaarheid.analyse.meetfout import Meetfout
from leefbaarheid.analyse.trajecten import Clusterregel
from leefbaarheid.basis.begrippen import CLUSTERS
from leefbaarheid.basis.tabelwaarden import ALLE
from leefbaarheid.toetsen import misclassificatie as mis
from leefbaarheid.toetsen.misclassificatie import _Labels, misclassificatie

JAREN = [2002, 2008, 2012, 2014]
GRENZEN = [3.674, 3.748, 3.821, 3.938, 3.999, 4.112, 4.192, 4.270]
REGEL = Clusterregel(2008, 2012, 2014, 0.02, 5)


def populatie(fout, n=600, zaad=1):
    """Return wijken with true scores, and with an error of this sd in every year."""
    rng = np.random.default_rng(zaad)
    waar = [rng.normal(3.95, 0.12, n)]
    for _ in JAREN[1:]:
        waar.append(3.95 + 0.95 * (waar[-1] - 3.95) + rng.normal(0.01, 0.04, n))
    T = np.column_stack(waar)
    wijken = pd.DataFrame(T + rng.normal(0, fout, T.shape), columns=[f"lbm_{j}" for j in JAREN])
    return T, wijken.assign(
        wk_code=[f"WK{i:06d}" for i in range(n)],
        gm_code=[f"GM{i % 20:04d}" for i in range(n)],
        in_aanmerking=True,
        in_selectie=True,
    )


def bereken(wijken, theta, trekkingen=200, reden=""):
    eigen = np.array([np.nan, theta, theta, np.nan])
    fout = Meetfout(JAREN, eigen, theta, reden)
    return misclassificatie(
        wijken, fout, grenzen=GRENZEN, regel=REGEL, zaad=1, trekkingen=trekkingen
    )


def test_zonder_meetfout_staat_elk_label_vast():
    _, wijken = populatie(0.0)
    uit = bereken(wijken, 0.0, trekkingen=3)
    bekend = uit.groepen[uit.groepen["n"] > 0]
    assert (bekend[["kans_waar", "kans_herhaling"]] == 1).all(axis=None)
    assert (uit.groepen["n_onzeker"] == 0).all()
    per_cluster = uit.groepen[uit.groepen["groep"].isin(CLUSTERS)]
    assert per_cluster["n_waar"].tolist() == per_cluster["n"].tolist()


@pytest.mark.traag
@pytest.mark.parametrize("indeling", ["cluster", "richting"])
def test_de_kans_is_het_aandeel_labels_dat_klopt(indeling):
    """With known true scores: the share of true labels, and of labels that come again, is theirs.

    Six populations of 2000 wijken; the simulation error of a share is below half a point.
    """
    theta, klopt, weer, kansen = 0.015**2, [], [], []
    labels = _Labels(JAREN, GRENZEN, REGEL)
    for zaad in range(6):
        T, wijken = populatie(0.015, n=2000, zaad=zaad)
        gemeten = labels.van(wijken[[f"lbm_{j}" for j in JAREN]].to_numpy(), indeling)
        rng = np.random.default_rng([zaad, 9])
        nieuw = labels.van(T + rng.normal(0, 0.015, T.shape), indeling)
        klopt.append((labels.van(T, indeling) == gemeten).mean())
        weer.append((nieuw == gemeten).mean())
        groepen = bereken(wijken, theta, trekkingen=60).groepen
        alle = groepen[(groepen["indeling"] == indeling) & (groepen["groep"] == "alle")]
        kansen.append(alle[["kans_waar", "kans_herhaling"]].iloc[0])
    waar, herhaling = np.mean(kansen, axis=0)
    assert waar == pytest.approx(np.mean(klopt), abs=0.015)
    assert herhaling == pytest.approx(np.mean(weer), abs=0.015)
    assert herhaling < waar < 0.95


def test_de_tabel_per_wijk_hoort_bij_die_per_groep():
    _, wijken = populatie(0.015, n=120)
    wijken["in_selectie"] = wijken.index < 50
    wijken.loc[[3, 60], "lbm_2008"] = np.nan  # not judged, not in the population
    uit = bereken(wijken, 0.015**2)
    assert len(uit.wijken) == 49
    assert uit.wijken["wk_code"].is_monotonic_increasing
    groepen = uit.groepen.set_index(["indeling", "groep"])
    for indeling in ("cluster", "richting"):
        gemiddeld = uit.wijken.groupby(indeling)[f"kans_{indeling}_waar"].agg(["mean", "size"])
        for naam, rij in gemiddeld.iterrows():
            assert groepen.loc[(indeling, naam), "kans_waar"] == pytest.approx(rij["mean"])
            assert groepen.loc[(indeling, naam), "n"] == rij["size"]
        assert groepen.loc[(indeling, "alle"), "n"] == 49
        delen = groepen.loc[indeling].drop("alle")
        assert delen["n_waar"].sum() == pytest.approx(49)


@pytest.mark.parametrize("reden", ["meetfout_geen_samenhang", ""])
def test_waar_niets_te_zeggen_is_staat_een_reden(reden):
    _, wijken = populatie(0.015, n=60)
    uit = bereken(wijken.assign(in_selectie=bool(reden)), 0.0002, reden=reden)
    assert uit.groepen["reden"].tolist() == [reden or "geen_wijk_over"]
    assert uit.wijken.empty


@pytest.mark.traag
def test_in_blokken_getrokken_zijn_de_kansen_dezelfde_op_het_toeval_na(monkeypatch):
    """With 400 draws per wijk the mean chance over 600 wijken has an error below a point."""
    _, wijken = populatie(0.02)
    heel = bereken(wijken, 0.02**2, trekkingen=400)
    monkeypatch.setattr(mis, "BLOK", 50_000)
    deel = bereken(wijken, 0.02**2, trekkingen=400)
    kolommen = ["kans_waar", "kans_herhaling"]
    alle = [uit.groepen[uit.groepen["groep"] == ALLE][kolommen] for uit in (heel, deel)]
    np.testing.assert_allclose(*alle, atol=0.01)
    assert (heel.groepen["n"] == deel.groepen["n"]).all()
