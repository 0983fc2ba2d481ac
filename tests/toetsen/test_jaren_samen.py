"""Tables of all years together: a row for everything, and why there is no outcome."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from leefbaarheid.basis.contractschema import controleer_tabel
from leefbaarheid.basis.tabellen.jaren import GRENZEN, JAREN, TOETS
from leefbaarheid.toetsen.jaren_samen import MBAR, Opzet, grenzentabel, jarentabellen

pytestmark = pytest.mark.traag

REFERENTIE = Path(__file__).parents[1] / "reference"
MEETJAREN = [2002, 2008, 2012, 2014, 2018]
CODEBOEK = pd.DataFrame(
    {"label": ["Woningwaarde", "Corporatiebezit"], "peiljaar": ["2009-2012", "2017"]},
    index=["z1", "z2"],
)


@pytest.fixture
def tabel() -> pd.DataFrame:
    """48 wijken in 9 gemeenten; every other wijk is selected, every third has a label."""
    tabel = pd.read_csv(REFERENTIE / "jaren.csv", index_col="wk_code")
    nummer = np.arange(len(tabel))
    return tabel.assign(
        in_aanmerking=True, in_selectie=nummer % 2 == 0, label_aandachtswijk=nummer % 3 == 0
    )


def opzet(tabel, basisjaar=2012, factoren=("z1", "z2"), jaren=MEETJAREN) -> Opzet:
    return Opzet(tabel, jaren, basisjaar, list(factoren), CODEBOEK, trekkingen=99, zaad=1)


def kies(tabel, **kenmerken) -> pd.DataFrame:
    return tabel[np.logical_and.reduce([tabel[k] == v for k, v in kenmerken.items()])]


def test_een_rij_per_steekproef_vorm_factor_en_jaar(tabel):
    jaren, toetsen = jarentabellen(opzet(tabel), ["selectie", "in_aanmerking"])
    assert len(jaren) == 2 * 2 * 2 * 4 and len(toetsen) == 2 * 2 * 2 * 2
    assert not jaren.duplicated(list(JAREN.sleutel)).any()
    assert set(jaren.columns) == {kolom.naam for kolom in JAREN.kolommen}
    assert set(toetsen.columns) == {kolom.naam for kolom in TOETS.kolommen}
    assert jaren["p"].between(0, 1).all() and (jaren["ci_sd_laag"] < jaren["ci_sd_hoog"]).all()
    assert set(jaren["n"]) == {24, 48}


def test_meting_ten_opzichte_van_de_jaren(tabel):
    jaren, _ = jarentabellen(opzet(tabel), ["selectie"])
    meting = kies(jaren, vorm="samen").set_index(["factor", "jaar"])["meting"]
    assert meting["z1"].to_dict() == {2002: "tijdens", 2008: "tijdens", 2014: "voor", 2018: "voor"}
    assert meting["z2"].to_dict() == {2002: "na", 2008: "na", 2014: "na", 2018: "tijdens"}


def test_een_factor_apart_is_de_factor_zonder_de_andere(tabel):
    jaren, _ = jarentabellen(opzet(tabel), ["selectie"])
    alleen, _ = jarentabellen(opzet(tabel, factoren=["z1"]), ["selectie"])
    apart, samen = (kies(t, vorm=v, factor="z1") for t, v in ((jaren, "apart"), (alleen, "samen")))
    np.testing.assert_allclose(apart["coef_sd"], samen["coef_sd"], rtol=1e-10)
    assert not np.allclose(apart["coef_sd"], kies(jaren, vorm="samen", factor="z1")["coef_sd"])


@pytest.mark.parametrize(
    ("maak", "reden"),
    [
        (lambda t: t.assign(z2=np.nan), "factor_leeg"),
        (lambda t: t.assign(z2=5.0), "factor_vast"),
        (lambda t: t.assign(z2=(t["gm_code"] == "GM9003") * 1.0), "crv3_onbepaald"),
    ],
)
def test_een_factor_zonder_uitkomst_heeft_een_reden_en_stoort_de_andere_niet(tabel, maak, reden):
    jaren, toetsen = jarentabellen(opzet(maak(tabel)), ["selectie"])
    for uit in (jaren, toetsen):
        assert kies(uit, factor="z2")["p"].isna().all()
        assert kies(uit, factor="z2")["reden"].str.startswith(reden).all()
        assert kies(uit, factor="z1")["p"].notna().all()


def test_collineaire_factoren_en_te_weinig_gemeenten(tabel):
    jaren, _ = jarentabellen(opzet(tabel.assign(z2=2 * tabel["z1"] + 1)), ["selectie"])
    assert jaren["reden"].str.startswith("niet_te_onderscheiden").all()
    klein = tabel[tabel["gm_code"].isin(["GM9001", "GM9002", "GM9003"])]
    jaren, toetsen = jarentabellen(opzet(klein), ["in_aanmerking"])
    for uit in (jaren, toetsen):
        assert set(uit["reden"]) == {"minder_gemeenten_dan_nodig?n=3&minimum=5"}


@pytest.mark.parametrize(
    ("basisjaar", "zijde", "reden"),
    [(2002, "voor", "geen_meting_voor?jaar=2002"), (2018, "na", "geen_meting_na?jaar=2018")],
)
def test_basisjaar_aan_een_rand(tabel, basisjaar, zijde, reden):
    _, toetsen = jarentabellen(opzet(tabel, basisjaar), ["selectie"])
    assert set(kies(toetsen, zijde=zijde)["reden"]) == {reden}
    assert kies(toetsen, zijde=zijde)["n_jaren"].eq(0).all()
    assert kies(toetsen, zijde="na" if zijde == "voor" else "voor")["p"].notna().all()


# ------------------------------------------------------------------ bounds


def test_grenzen_van_een_label_en_van_de_selectie(tabel):
    label, selectie = grenzentabel(opzet(tabel), "aandachtswijk"), grenzentabel(opzet(tabel))
    assert set(label["groep"]) == {"label_aandachtswijk"} and set(label["n_groep"]) == {16}
    assert set(selectie["groep"]) == {"selectie"} and set(selectie["n_groep"]) == {24}
    assert set(grenzentabel(opzet(tabel), "onbekend")["groep"]) == {"selectie"}
    assert not label.duplicated(list(GRENZEN.sleutel)).any()
    per_jaar = kies(label, maat="per_jaar", jaar=2018)
    assert list(per_jaar["mbar"]) == list(MBAR)
    assert (np.diff(per_jaar["ci_hoog"] - per_jaar["ci_laag"]) > 0).all()


def test_zonder_uiteenlopen_is_het_verschil_dat_van_de_gemiddelden_met_het_t_interval(tabel):
    """Mbar 0 gives the estimate and the interval that any other table would give."""
    rij = kies(grenzentabel(opzet(tabel)), maat="per_jaar", jaar=2014, mbar=0).iloc[0]
    verandering = tabel["lbm_2014"] - tabel["lbm_2012"]
    gemiddeld = verandering.groupby(tabel["in_selectie"]).mean()
    assert rij["verschil"] == pytest.approx(gemiddeld[True] - gemiddeld[False])
    gelijk = opzet(tabel.assign(z1=tabel["in_selectie"] * 1.0), factoren=["z1"])
    jaren, _ = jarentabellen(gelijk, ["in_aanmerking"])
    schatting = kies(jaren, vorm="samen", jaar=2014).iloc[0]
    grenzen = schatting[["ci_sd_laag", "ci_sd_hoog"]] / schatting["sd_factor"]
    assert list(rij[["ci_laag", "ci_hoog"]]) == pytest.approx(list(grenzen))


def test_grootste_stap_ervoor_hangt_af_van_de_maat(tabel):
    """From 2002 to 2008 the group gains 0.06 (0.010 a year), from 2008 to 2012 0.05 (0.0125)."""
    weg = {2002: -0.11, 2008: -0.05, 2012: 0.0, 2014: 0.0, 2018: 0.0}
    ruis = np.random.default_rng(1).normal(0, 1e-6, (len(tabel), len(weg)))
    scores = {
        f"lbm_{jaar}": 4 + stap * tabel["in_selectie"] + ruis[:, i]
        for i, (jaar, stap) in enumerate(weg.items())
    }
    uit = kies(grenzentabel(opzet(tabel.assign(**scores))), jaar=2014, mbar=1)
    uit = uit.set_index("maat")
    assert uit.loc["per_jaar", "grootste_voor"] == pytest.approx(0.0125, abs=1e-5)
    assert uit.loc["per_jaar", "grootste_voor_van"] == 2008
    assert uit.loc["per_meting", "grootste_voor"] == pytest.approx(0.06, abs=1e-5)
    assert uit.loc["per_meting", "grootste_voor_van"] == 2002
    # two years, or one measurement, further on
    assert uit.loc["per_jaar", "ci_hoog"] == pytest.approx(0.025, abs=1e-4)
    assert uit.loc["per_meting", "ci_hoog"] == pytest.approx(0.06, abs=1e-4)


@pytest.mark.parametrize(
    ("maak", "reden"),
    [
        (lambda t: t.assign(in_selectie=False), "te_weinig_wijken?n=0&n_coefficienten=1"),
        (
            lambda t: t.assign(in_selectie=t["gm_code"] == "GM9001"),
            "minder_gemeenten_dan_nodig?n=1&minimum=5",
        ),
    ],
)
def test_een_groep_die_niet_te_vergelijken_is(tabel, maak, reden):
    uit = grenzentabel(opzet(maak(tabel)))
    assert set(uit["reden"]) == {reden} and uit["verschil"].isna().all()
    assert not uit.duplicated(list(GRENZEN.sleutel)).any()


def test_zonder_jaren_ervoor_alleen_het_gewone_interval(tabel):
    uit = grenzentabel(opzet(tabel, 2002))
    assert kies(uit, mbar=0)["ci_laag"].notna().all()
    rest = uit[uit["mbar"] > 0]
    assert rest["ci_laag"].isna().all() and set(rest["reden"]) == {"geen_meting_voor?jaar=2002"}
    assert uit["doorbreekwaarde"].isna().all()


@pytest.mark.parametrize("basisjaar", MEETJAREN)
def test_de_tabellen_houden_zich_aan_hun_contract(tabel, basisjaar):
    jaren, toetsen = jarentabellen(opzet(tabel, basisjaar), ["selectie", "in_aanmerking"])
    grenzen = grenzentabel(opzet(tabel, basisjaar))
    for contract, uit in ((JAREN, jaren), (TOETS, toetsen), (GRENZEN, grenzen)):
        controleer_tabel(uit, contract)
