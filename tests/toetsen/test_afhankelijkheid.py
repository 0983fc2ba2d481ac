"""Dependence between wijken: the table of the variants, and where they part."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from hulp.afhankelijkheid import FACTOREN, GETALLEN, maak, maak_tabel, maak_xy, variant
from leefbaarheid.analyse import regressie
from leefbaarheid.analyse.coefficienten import coefficienten
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.tabelwaarden import Rekenwijze
from leefbaarheid.toetsen import afhankelijkheid as afh
from leefbaarheid.toetsen.ontwerpen import KENMERKEN


@pytest.fixture
def tabel():
    return maak_tabel()


@pytest.fixture
def xy():
    return maak_xy()


@pytest.mark.traag
def test_factor_die_op_een_gemeente_rust(tabel, xy):
    """Its coefficient stands, its clustered standard error does not."""
    tabel["in_een"] = tabel["corporatie_pct"].where(tabel["gm_code"] == "GM9001", 0.0)
    ontwerp = maak(tabel, ["laag_inkomen_pct", "in_een"])
    uit = afh.afhankelijkheidstabel(ontwerp, xy)
    for naam in ("ols", "conley"):
        rij = variant(uit, naam).loc["in_een"]
        assert np.isfinite(rij["coef"])
        assert rij[["se", "p", "ci_laag", "ci_sd_hoog"]].isna().all()
        assert rij["reden"] == "afwijking_in_een_gemeente"
        assert variant(uit, naam).loc["laag_inkomen_pct", "p"] > 0
    assert variant(uit, "random_intercept").loc["in_een", "status"] in ("geschat", "singulier")
    assert not afh.vergelijk_varianten(uit).set_index("term").loc["in_een", "eensgezind"]


@pytest.mark.traag
def test_factor_zonder_variatie_wordt_gemeld_en_de_rest_geschat(tabel, xy):
    ontwerp = maak(tabel)
    vast = replace(ontwerp, X=ontwerp.X.assign(vast=7.0))
    uit = afh.afhankelijkheidstabel(vast, xy)
    zonder = afh.afhankelijkheidstabel(ontwerp, xy)
    assert list(variant(uit, "ols").index) == ["beginscore", *FACTOREN, "vast"]
    assert uit.groupby("variant").size().eq(5).all()
    rijen = uit[uit["term"] == "vast"]
    assert rijen["reden"].eq("factor_vast").all()
    assert rijen["status"].eq("niet_te_toetsen").all()
    assert rijen[GETALLEN].isna().all(axis=None)
    over = uit[uit["term"] != "vast"].reset_index(drop=True)
    pd.testing.assert_frame_equal(over, zonder)


@pytest.mark.traag
def test_collineaire_factoren_geven_een_reden_voor_alle_termen(tabel, xy):
    tabel["dubbel"] = 2 * tabel["corporatie_pct"] + 1
    uit = afh.afhankelijkheidstabel(maak(tabel, [*FACTOREN, "dubbel"]), xy)
    assert uit["coef"].isna().all()
    ols = variant(uit, "ols")["reden"]
    assert ols.str.startswith("collineair?termen=").all()


@pytest.mark.traag
def test_gewone_regressie_is_die_van_de_regressietabel(tabel, xy):
    """The first variant is the row of tabellen/regressie.csv, so readers can check."""
    ontwerp = maak(tabel)
    boek = pd.DataFrame({"factor": FACTOREN, "label": "x", "eenheid": "%", "peiljaar": "2010"})
    bekend = coefficienten(ontwerp, regressie.schat(ontwerp), boek).set_index("term")
    uit = variant(afh.afhankelijkheidstabel(ontwerp, xy), "ols")
    for kolom in [*GETALLEN, "sd_factor", "n", "n_gemeenten"]:
        np.testing.assert_allclose(uit[kolom], bekend.loc[uit.index, kolom], rtol=1e-9)


def varianten(**waarden) -> pd.DataFrame:
    """A table for one factor from (coef_sd, p) per variant; None cannot be tested."""
    rijen = []
    for naam in Rekenwijze:
        coef, p = waarden.get(naam, (0.01, 0.01)) or (np.nan, np.nan)
        leeg = waarden.get(naam, 1) is None
        rijen.append(
            {
                "uitkomst": "2012-2014", "van": 2012, "tot": 2014, "model": "ancova",
                "steekproef": "selectie", "variant": naam, "term": "f", "label": "Huurwoningen",
                "coef_sd": coef, "p": p, "status": "niet_te_toetsen" if leeg else "geschat",
                "reden": "factor_alleen_tussen_gemeenten" if leeg else "",
            }
        )  # fmt: skip
    return pd.DataFrame(rijen)


@pytest.mark.parametrize(
    ("waarden", "teken", "significantie"),
    [
        ({}, False, False),
        ({"random_intercept": (0.004, 0.4)}, False, True),
        ({"random_intercept": (-0.01, 0.01)}, True, False),
        (dict.fromkeys(Rekenwijze, (0.01, 0.2)), False, False),
        ({"ols": (0.01, 0.2)}, False, True),
        ({"random_intercept": None}, False, False),
    ],
)
def test_vergelijking_zegt_wat_er_verandert(waarden, teken, significantie):
    uit = afh.vergelijk_varianten(varianten(**waarden)).iloc[0]
    assert (uit["teken_verschilt"], uit["significantie_verschilt"]) == (teken, significantie)
    assert uit["eensgezind"] == (not teken and not significantie)


def test_conley_telt_alleen_bij_ruimtelijke_samenhang():
    tabel = varianten(conley=(0.01, 0.3))
    moran = tabel.loc[[0], KENMERKEN].assign(gewichten="knn", significant=False)
    zonder = afh.vergelijk_varianten(tabel, moran).iloc[0]
    met = afh.vergelijk_varianten(tabel, moran.assign(significant=True)).iloc[0]
    assert zonder["eensgezind"] and zonder["telt_niet"] == "conley"
    assert not met["eensgezind"] and met["telt_niet"] == ""


@pytest.mark.traag
def test_tabel_is_volledig(tabel, xy):
    uit = afh.afhankelijkheidstabel(maak(tabel), xy, labels={"corporatie_pct": "Corporatie"})
    assert list(uit.columns) == afh.KOLOMMEN
    assert list(dict.fromkeys(uit["variant"])) == list(Rekenwijze)
    assert not uit.duplicated(["variant", "term"]).any()
    labels = uit.set_index("term")["label"]
    assert set(labels["corporatie_pct"]) == {"Corporatie"}
    assert set(labels["beginscore"]) == {"beginscore"}
    assert uit["icc"].notna().eq(uit["variant"] == "random_intercept").all()
    assert list(afh.vergelijk_varianten(uit)["term"]) == FACTOREN


def test_fouten_van_de_gebruiker_blijven_fouten(tabel):
    """A design that nobody can make is still one clear message, not a row."""
    with pytest.raises(InvoerFout, match="geen scores"):
        maak(tabel, tot=2016)
