"""Spatial standard errors, and wijken without coordinates."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from hulp.afhankelijkheid import maak, maak_tabel, maak_xy, variant
from leefbaarheid.analyse import regressie
from leefbaarheid.toetsen import afhankelijkheid as afh
from leefbaarheid.toetsen.conley import coordinaten
from leefbaarheid.toetsen.moran import moran_tabel
from leefbaarheid.toetsen.ruimte import conley_covariantie


@pytest.fixture
def tabel():
    return maak_tabel()


@pytest.fixture
def xy():
    return maak_xy()


@pytest.mark.traag
def test_conley_houdt_de_schatting_en_rekent_met_t(tabel, xy):
    ontwerp = maak(tabel)
    uit = afh.afhankelijkheidstabel(ontwerp, xy, conley_km=20.0)
    gewoon, ruim = variant(uit, "ols"), variant(uit, "conley")
    np.testing.assert_allclose(ruim["coef"], gewoon["coef"], rtol=1e-12)
    e = regressie.schat(ontwerp).residuen.to_numpy()
    V = conley_covariantie(ontwerp.X.to_numpy(), e, xy.loc[ontwerp.y.index].to_numpy(), 20.0)
    se = np.sqrt(np.diag(V))[1:]
    np.testing.assert_allclose(ruim["se"], se, rtol=1e-10)
    np.testing.assert_allclose(ruim["p"], 2 * stats.t.sf(np.abs(ruim["coef"] / se), 8), rtol=1e-8)
    np.testing.assert_allclose(
        ruim["ci_hoog"] - ruim["coef"], stats.t.ppf(0.975, 8) * se, rtol=1e-8
    )
    assert ruim["toelichting"].eq("ruimtelijke_afkap?km=20.0").all()


@pytest.mark.traag
@pytest.mark.parametrize("zonder", ["geen tabel", "geen kolommen", "alles leeg"])
def test_zonder_coordinaten(zonder, tabel, xy):
    plaats = {
        "geen tabel": None,
        "geen kolommen": coordinaten(pd.DataFrame({"wk_code": tabel.index})),
        "alles leeg": coordinaten(pd.DataFrame({"wk_code": tabel.index, "x": np.nan, "y": np.nan})),
    }[zonder]
    assert plaats is None
    ontwerp = maak(tabel)
    uit = variant(afh.afhankelijkheidstabel(ontwerp, plaats), "conley")
    assert uit["reden"].eq("geen_coordinaten").all()
    assert uit["p"].isna().all()
    moran = moran_tabel([ontwerp], plaats, zaad=1)
    assert moran["gewichten"].tolist() == ["knn", "afstand", "afstand_elk"]
    assert moran["reden"].eq("geen_coordinaten").all()
    assert not moran["significant"].any()


@pytest.mark.traag
def test_een_deel_zonder_coordinaten(tabel, xy):
    """The wijken that have them are used, and the table says how many are left out."""
    ontwerp = maak(tabel)
    gaten = xy.copy()
    gaten.iloc[[3, 40], 0] = np.nan
    uit = variant(afh.afhankelijkheidstabel(ontwerp, gaten), "conley")
    assert uit["n"].eq(58).all()
    los = tabel.drop(index=xy.index[[3, 40]])
    verwacht = variant(afh.afhankelijkheidstabel(maak(los), xy), "conley")
    np.testing.assert_allclose(uit[["coef", "se", "p"]], verwacht[["coef", "se", "p"]], rtol=1e-10)
    moran = moran_tabel([ontwerp], gaten, zaad=1)
    assert moran["n_zonder_coordinaten"].eq(2).all()
    zelfde = moran_tabel([maak(los)], xy, zaad=1)
    np.testing.assert_allclose(moran["moran_i"], zelfde["moran_i"], rtol=1e-10)


@pytest.mark.traag
def test_coordinaten_van_weinig_wijken(tabel, xy):
    weinig = xy.iloc[:5]
    uit = variant(afh.afhankelijkheidstabel(maak(tabel), weinig), "conley")
    assert uit["reden"].str.startswith("te_weinig_waarnemingen?").all()
    moran = moran_tabel([maak(tabel)], weinig, zaad=1)
    assert moran["reden"].eq("weinig_coordinaten?n=5").all()
