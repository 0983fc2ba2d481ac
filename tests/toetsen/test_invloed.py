"""Influence and form: by hand, by leaving wijken out, against pyfixest and MASS."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from scipy import stats

from leefbaarheid.analyse import regressie
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.tabelwaarden import CONSTANTE
from leefbaarheid.toetsen import invloed

WORTEL = Path(__file__).parents[2]
REFERENTIE = WORTEL / "tests" / "reference"
FACTOREN = ["corporatie_pct", "woz_verandering_pct", "laag_inkomen_pct"]


@pytest.fixture(scope="module")
def pyfixest() -> dict:
    inhoud = json.loads((REFERENTIE / "invloed_pyfixest.json").read_text(encoding="utf-8"))
    return inhoud["waarden"]


@pytest.fixture(scope="module")
def tabel(pyfixest) -> pd.DataFrame:
    """60 fictional wijken in 9 unequal gemeenten, with the inhabitants of the reference."""
    bestand = pd.read_csv(REFERENTIE / "regressie.csv")
    wijken = bestand.drop(columns=FACTOREN).assign(
        wk_naam=[f"Wijk {i}" for i in range(len(bestand))],
        gm_naam="Gemeente " + bestand["gm_code"].str[-1],
        inwoners=pyfixest["inwoners"],
        in_selectie=True,
        in_aanmerking=True,
    )
    return regressie.koppel(wijken, bestand[["wk_code", *FACTOREN]], FACTOREN)


@pytest.fixture(scope="module")
def codeboek() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "factor": FACTOREN,
            "label": ["Corporatiewoningen", "Verandering woningwaarde", "Lage inkomens"],
            "eenheid": "%",
            "peiljaar": "2011",
        }
    )


def ontwerp_van(tabel, factoren=FACTOREN, **anders):
    vast = {"van": 2012, "tot": 2014, "model": "ancova", "steekproef": "selectie"}
    return regressie.maak_ontwerp(tabel, factoren, **(vast | {"basisjaar": 2002} | anders))


@pytest.fixture(scope="module")
def ontwerp(tabel):
    return ontwerp_van(tabel)


def stackloss():
    """Brownlee's stack loss data as a design: 21 'wijken' in 7 'gemeenten'."""
    data = sm.datasets.stackloss.load_pandas()
    X = data.exog.astype(float)
    X.insert(0, CONSTANTE, 1.0)
    index = pd.Index([f"WK9{i:05d}" for i in range(len(X))], name="wk_code")
    X.index = index
    gemeente = pd.Series([f"GM9{i // 3:03d}" for i in range(len(X))], index)
    y = pd.Series(data.endog.to_numpy(float), index)
    vast = {"van": 2012, "tot": 2014, "basisjaar": 2002, "model": "verandering"}
    return regressie.Ontwerp(
        **vast, steekproef="selectie", y=y, X=X, gemeente=gemeente, gm_naam=gemeente, n_verwacht=21
    )


def beperk(ontwerp, houd):
    return invloed._beperk(ontwerp, houd)


# --- measures of influence -----------------------------------------------------------------------


def test_maten_met_de_hand():
    """x = 0,0,1,1,3 and y = 0,2,1,3,9: means 1 and 3, Sxx 6, Sxy 16, slope 8/3, constant 1/3.

    Residuals -1/3, 5/3, -2, 0, 2/3, SSR 22/3, s2 22/9; leverage 1/5 + (x - 1)^2 / 6. Cook's
    distance of the last wijk: (4/9) (13/15) / ((2/15)^2 x 2 x 22/9) = 195/44.
    """
    X = pd.DataFrame({"constante": 1.0, "f": [0.0, 0, 1, 1, 3]}, index=list("abcde"))
    y = pd.Series([0.0, 2, 1, 3, 9], X.index)
    gemeente = pd.Series([f"GM{i}" for i in range(5)], X.index)
    vast = {"van": 2012, "tot": 2014, "basisjaar": 2002, "model": "verandering"}
    o = regressie.Ontwerp(
        **vast, steekproef="selectie", y=y, X=X, gemeente=gemeente, gm_naam=gemeente, n_verwacht=5
    )
    maten = invloed.invloedmaten(o)
    assert maten.wijken["residu"].to_list() == pytest.approx([-1 / 3, 5 / 3, -2, 0, 2 / 3])
    hefboom = [11 / 30, 11 / 30, 1 / 5, 1 / 5, 13 / 15]
    assert maten.wijken["hefboom"].to_list() == pytest.approx(hefboom)
    assert maten.wijken.loc["e", "cook"] == pytest.approx(195 / 44)
    # without e the slope is 1 (means 1 and 2 at x = 0 and 1): it moves by 8/3 - 1
    assert maten.dfbeta.loc["e", "f"] == pytest.approx(8 / 3 - 1)
    assert maten.grens_cook == 4 / 5
    assert maten.grens_dfbetas == pytest.approx(2 / np.sqrt(5))
    assert maten.boven_cook.to_list() == [False, False, False, False, True]


def test_gelijk_aan_een_voor_een_weglaten(ontwerp):
    """Every measure from its definition, with 60 refits; tolerance 1e-9 relative."""
    maten = invloed.invloedmaten(ontwerp)
    alles = sm.OLS(ontwerp.y, ontwerp.X).fit()
    XX = ontwerp.X.to_numpy().T @ ontwerp.X.to_numpy()
    for wijk in ontwerp.y.index:
        zonder = sm.OLS(ontwerp.y.drop(wijk), ontwerp.X.drop(index=wijk)).fit()
        verschil = alles.params - zonder.params
        cook = verschil @ XX @ verschil / (alles.mse_resid * len(verschil))
        s = np.sqrt(zonder.mse_resid)
        dfbetas = verschil / (s * np.sqrt(np.diag(np.linalg.inv(XX))))
        voorspelfout = ontwerp.y[wijk] - zonder.predict(ontwerp.X.loc[[wijk]]).iloc[0]
        schaal = s * np.sqrt(1 / (1 - maten.wijken.loc[wijk, "hefboom"]))
        assert maten.wijken.loc[wijk, "cook"] == pytest.approx(cook, rel=1e-9)
        assert maten.dfbeta.loc[wijk].to_list() == pytest.approx(verschil.to_list(), rel=1e-8)
        assert maten.dfbetas.loc[wijk].to_list() == pytest.approx(dfbetas.to_list(), rel=1e-8)
        assert maten.wijken.loc[wijk, "residu_student"] == pytest.approx(voorspelfout / schaal)


def test_invloedrijke_wijken_staan_er_met_naam_en_wat_zij_doen(tabel, codeboek):
    """A wijk pulled 0.5 points up, with many corporatiewoningen, is first in both lists."""
    bewerkt = tabel.copy()
    bewerkt.loc["WK900003", "corporatie_pct"] = 95.0
    bewerkt.loc["WK900003", "lbm_2014"] += 0.5
    o = ontwerp_van(bewerkt)
    uit = invloed.invloedrijke_wijken(o, bewerkt, codeboek, aantal=3)
    eerste = uit[(uit["rang"] == 1) & uit["term"].isin(["", "corporatie_pct"])]
    assert eerste["maat"].to_list() == ["cook", "dfbetas"]
    assert eerste["wk_naam"].to_list() == ["Wijk 3", "Wijk 3"]
    assert eerste["gm_naam"].to_list() == ["Gemeente 0", "Gemeente 0"]
    zonder = beperk(o, o.y.index != "WK900003")
    rij = eerste.iloc[1]
    sd = o.X["corporatie_pct"].std()
    assert rij["coef_sd"] == pytest.approx(regressie.schat(o).params["corporatie_pct"] * sd)
    naar = regressie.schat(zonder).params["corporatie_pct"] * sd
    assert rij["coef_sd_zonder"] == pytest.approx(naar)
    assert rij["label"] == "Corporatiewoningen"
    assert (uit.groupby(["maat", "term"]).size() <= 3).all()
    genoemd = uit[uit["reden"] == ""]
    assert (genoemd["waarde"].abs() > genoemd["grens"]).all()
    assert (uit["n"] == 60).all()
    assert invloed.betekenis_invloed(uit).startswith("Volgens een gangbare vuistregel ")
    assert "Wijk 3 (Gemeente 0)" in invloed.betekenis_invloed(uit)


def test_wie_boven_de_grens_uitkomt_maar_niet_genoemd_wordt_telt_wel(ontwerp, tabel, codeboek):
    maten = invloed.invloedmaten(ontwerp)
    uit = invloed.invloedrijke_wijken(ontwerp, tabel, codeboek, aantal=1)
    boven = int((maten.dfbetas["corporatie_pct"].abs() > maten.grens_dfbetas).sum())
    assert boven > 1
    assert uit.loc[uit["term"] == "corporatie_pct", "n_boven_grens"].to_list() == [boven]


def test_zonder_invloedrijke_wijken_blijft_er_een_rij_met_reden(codeboek):
    """Balanced data: every wijk has the same leverage and size of residual."""
    n = 24
    X = pd.DataFrame({"constante": 1.0, "corporatie_pct": np.tile([-1.0, 1.0], n // 2)})
    X.index = [f"WK9{i:05d}" for i in range(n)]
    y = pd.Series(np.tile([1.0, 1, -1, -1], n // 4), X.index)
    gemeente = pd.Series(np.repeat([f"GM{i}" for i in range(6)], 4), X.index)
    vast = {"van": 2012, "tot": 2014, "basisjaar": 2002, "model": "verandering"}
    o = regressie.Ontwerp(
        **vast, steekproef="selectie", y=y, X=X, gemeente=gemeente, gm_naam=gemeente, n_verwacht=n
    )
    wijken = pd.DataFrame({"wk_naam": X.index}, index=X.index)
    o.y.iloc[0] += 0.01  # else the clusters cancel out and there is no standard error
    uit = invloed.invloedrijke_wijken(o, wijken, codeboek)
    assert uit["maat"].to_list() == ["cook", "dfbetas"]
    assert (uit["reden"] == "geen wijk boven de grens").all()
    assert (uit["n_boven_grens"] == 0).all()
    assert uit["wk_code"].isna().all()
    assert invloed.betekenis_invloed(uit) == (
        "Geen van de 24 wijken weegt opvallend zwaar mee in de uitkomst."
    )


def test_wijk_die_een_coefficient_alleen_vastlegt_staat_vooraan(tabel, codeboek):
    """A factor that is 1 in one wijk: leverage 1, Cook undefined, HC3 undefined."""
    een = tabel.assign(apart=(tabel.index == "WK900002").astype(float))
    boek = pd.concat(
        [
            codeboek,
            pd.DataFrame({"factor": ["apart"], "label": "Apart", "eenheid": "", "peiljaar": ""}),
        ]
    )
    o = ontwerp_van(een, [*FACTOREN, "apart"])
    uit = invloed.invloedrijke_wijken(o, een, boek)
    assert uit.loc[0, ["maat", "wk_naam", "reden"]].to_list() == [
        "cook",
        "Wijk 2",
        invloed.HEFBOOM_1,
    ]
    assert np.isnan(uit.loc[0, "waarde"])
    varianten = invloed.schat_varianten(o, een, boek).set_index(["variant", "term"])
    assert "legt een coëfficiënt alleen vast" in varianten.loc[("hc3", "apart"), "reden"]
    assert np.isfinite(varianten.loc[("hoofd", "corporatie_pct"), "p"])


# --- variants ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def varianten(ontwerp, tabel, codeboek):
    return invloed.schat_varianten(ontwerp, tabel, codeboek)


def test_hoofdvariant_is_de_regressie_van_het_rapport(ontwerp, varianten, codeboek):
    hoofd = regressie.coefficienten(ontwerp, regressie.schat(ontwerp), codeboek)
    hoofd = hoofd[hoofd["term"] != "constante"].set_index("term")
    eigen = varianten[varianten["variant"] == "hoofd"].set_index("term")
    kolommen = ["coef", "se", "p", "ci_laag", "ci_hoog", "coef_sd", "ci_sd_laag", "ci_sd_hoog"]
    pd.testing.assert_frame_equal(eigen[kolommen], hoofd[kolommen])
    assert list(eigen["label"]) == list(hoofd["label"])


def test_hc3_uit_de_formule(ontwerp, varianten):
    """(X'X)^-1 X' diag(e^2/(1-h)^2) X (X'X)^-1 and t(n-K); tolerance 1e-10 relative."""
    X, y = ontwerp.X.to_numpy(), ontwerp.y.to_numpy()
    om = np.linalg.inv(X.T @ X)
    e = y - X @ om @ X.T @ y
    h = np.einsum("ij,jk,ik->i", X, om, X)
    V = om @ (X.T * (e / (1 - h)) ** 2) @ X @ om
    rij = varianten[varianten["variant"] == "hc3"].set_index("term").loc["corporatie_pct"]
    j = list(ontwerp.X.columns).index("corporatie_pct")
    b, se, df = (om @ X.T @ y)[j], np.sqrt(V[j, j]), len(y) - X.shape[1]
    assert rij["se"] == pytest.approx(se, rel=1e-10)
    assert rij["p"] == pytest.approx(2 * stats.t.sf(abs(b / se), df), rel=1e-9)
    assert rij["ci_hoog"] == pytest.approx(b + stats.t.ppf(0.975, df) * se, rel=1e-10)


def test_huber_gelijk_aan_mass():
    """summary(MASS::rlm(stack.loss ~ ., stackloss)), printed in 4 decimals.

    Venables & Ripley (2002), Modern Applied Statistics with S; the example of ?MASS::rlm:
                  Value    Std. Error
    Air.Flow      0.8294   0.1112
    Water.Temp    0.9261   0.3034
    Acid.Conc.   -0.1278   0.1289
    """
    o = stackloss()
    boek = pd.DataFrame({"factor": o.factoren, "label": o.factoren, "eenheid": "", "peiljaar": ""})
    wijken = pd.DataFrame({"wk_naam": o.y.index, "inwoners": 1000.0}, index=o.y.index)
    uit = invloed.schat_varianten(o, wijken, boek)
    huber = uit[uit["variant"] == "huber"].set_index("term")
    assert huber["coef"].to_list() == pytest.approx([0.8294, 0.9261, -0.1278], abs=2e-4)
    # MASS takes the sample variance in the correction factor, statsmodels the population variance
    assert huber["se"].to_list() == pytest.approx([0.1112, 0.3034, 0.1289], rel=2.5e-3)
    # equal weights: the weighted variant is the main one
    gelijk = uit[uit["variant"].isin(["hoofd", "gewogen"])].groupby("term")["p"].nunique()
    kolommen = ["coef", "se", "p"]
    paar = uit.set_index(["variant", "term"])[kolommen]
    assert len(gelijk) == 3
    np.testing.assert_allclose(paar.loc["gewogen"], paar.loc["hoofd"], rtol=1e-9)


def test_huber_is_de_oplossing_van_zijn_vergelijkingen(ontwerp, varianten):
    """sum psi(e/s) x = 0 with Huber's psi (1.345) and s = median |e| / 0.6745; s to 1e-6."""
    huber = varianten[varianten["variant"] == "huber"].set_index("term")["coef"]
    zonder_constante = ontwerp.y - ontwerp.regressoren @ huber[ontwerp.regressoren.columns]
    c = zonder_constante.median()
    for _ in range(200):  # the constant is not in the table: solve for it, given the slopes
        e = zonder_constante - c
        s = e.abs().median() / stats.norm.ppf(0.75)
        c += s * np.clip(e / s, -1.345, 1.345).mean()
    score = ontwerp.X.T @ np.clip(e / s, -1.345, 1.345)
    grootte = ontwerp.X.abs().sum()
    assert (score / grootte).abs().max() < 1e-6


def test_gewogen_gelijk_aan_pyfixest(varianten, pyfixest):
    """Weighted OLS with CRV1, tests/reference/invloed_pyfixest.py; tolerance 1e-8 relative."""
    eigen = varianten[varianten["variant"] == "gewogen"].set_index("term")
    for term, waarden in pyfixest["gewogen"].items():
        if term != "constante":
            for naam, waarde in waarden.items():
                marge = {"rel": 1e-6} if naam == "p" else {"rel": 1e-8}
                assert eigen.loc[term, naam] == pytest.approx(waarde, **marge), (term, naam)


def test_wijk_zonder_inwonertal_weegt_niet_mee(ontwerp, tabel, codeboek, varianten):
    """Leaving out the unweightable wijken beforehand gives the same; the others keep all wijken."""
    gaten = tabel.copy()
    gaten.loc[["WK900001", "WK900120"], "inwoners"] = [np.nan, 0.0]
    eigen = invloed.schat_varianten(ontwerp, gaten, codeboek).set_index(["variant", "term"])
    minder = beperk(ontwerp, ~ontwerp.y.index.isin(["WK900001", "WK900120"]))
    zonder = invloed.schat_varianten(minder, tabel, codeboek).set_index(["variant", "term"])
    kolommen = ["coef", "se", "p", "n"]
    pd.testing.assert_frame_equal(eigen.loc["gewogen", kolommen], zonder.loc["gewogen", kolommen])
    assert set(eigen.loc["gewogen", "n"]) == {58}
    assert set(eigen.loc["hoofd", "n"]) == {60}


def test_zonder_inwonertallen_heeft_de_gewogen_variant_een_reden(ontwerp, tabel, codeboek):
    uit = invloed.schat_varianten(ontwerp, tabel.assign(inwoners=np.nan), codeboek)
    gewogen = uit[uit["variant"] == "gewogen"]
    assert gewogen["p"].isna().all() and len(gewogen) == 4
    assert set(gewogen["reden"]) == {"van geen enkele wijk is het aantal inwoners bekend"}
    assert (uit.loc[uit["variant"] != "gewogen", "reden"] == "").all()


def test_zonder_de_wijken_boven_de_grens(ontwerp, tabel, codeboek, varianten):
    boven = invloed.invloedmaten(ontwerp).boven_cook
    assert boven.any()
    fit = regressie.schat(beperk(ontwerp, ~boven))
    eigen = varianten[varianten["variant"] == "zonder_invloedrijk"].set_index("term")
    assert eigen["coef"].to_list() == pytest.approx(fit.params.iloc[1:].to_list())
    assert eigen["se"].to_list() == pytest.approx(fit.bse.iloc[1:].to_list())
    assert set(eigen["n"]) == {int((~boven).sum())}
    # one yardstick for all variants
    assert varianten.groupby("term")["sd_factor"].nunique().eq(1).all()
    sd = ontwerp.X["corporatie_pct"].std(ddof=1)
    rij = eigen.loc["corporatie_pct"]
    assert rij["ci_sd_laag"] == pytest.approx(rij["ci_laag"] * sd)


def test_factor_die_vooraf_afviel_staat_er_bij_elke_variant(ontwerp, tabel, codeboek):
    redenen = {"dichtheid": "de factor heeft bij geen enkele wijk een waarde"}
    boek = pd.concat(
        [
            codeboek,
            pd.DataFrame(
                {"factor": ["dichtheid"], "label": "Dichtheid", "eenheid": "", "peiljaar": ""}
            ),
        ]
    )
    uit = invloed.schat_varianten(ontwerp, tabel, boek, redenen)
    rijen = uit[uit["term"] == "dichtheid"]
    assert rijen["variant"].to_list() == list(invloed.VARIANTEN)
    assert set(rijen["reden"]) == set(redenen.values())
    assert set(rijen["label"]) == {"Dichtheid"}
    assert rijen["coef"].isna().all()
    assert uit.loc[uit["term"] != "dichtheid", "p"].notna().all()


def test_te_weinig_gemeenten_geeft_rijen_met_reden_en_geen_fout(tabel, codeboek):
    klein = tabel[tabel["gm_code"].isin(["GM9000", "GM9001", "GM9002"])]
    o = ontwerp_van(klein)
    uit = invloed.schat_varianten(o, klein, codeboek)
    assert set(uit["term"]) == set(FACTOREN)
    assert uit["p"].isna().all()
    assert uit["reden"].str.contains("3 gemeente").all()
    assert not uit["reden"].str.contains("regressie 2012-2014").any()  # the row names it already
    vorm = invloed.toets_vorm(o)
    assert vorm["reden"].str.contains("3 gemeente").all()
    assert "niet uit te voeren" in invloed.betekenis_vorm(vorm)
    assert "niet na te gaan" in invloed.betekenis_varianten(uit)
    with pytest.raises(InvoerFout, match="3 gemeente"):
        invloed.invloedrijke_wijken(o, klein, codeboek)


def test_factor_zonder_variatie_wordt_in_de_reden_genoemd(tabel, codeboek):
    vast = tabel.assign(laag_inkomen_pct=30.0)
    uit = invloed.schat_varianten(ontwerp_van(vast), vast, codeboek)
    assert set(uit["reden"]) == {
        "de factor heeft bij alle 60 wijken dezelfde waarde (laag_inkomen_pct)"
    }


def test_gewijzigde_conclusies_en_de_zin(varianten):
    """Only an interval that changes sides of zero counts; the begin score is no conclusion."""
    plat = varianten[varianten["term"] != "laag_inkomen_pct"].assign(ci_sd_laag=0.1, ci_sd_hoog=0.2)
    assert invloed.gewijzigde_conclusies(plat).empty
    assert invloed.betekenis_varianten(plat).endswith("geen enkele factor een andere conclusie.")
    anders = plat.copy()
    rij = (anders["variant"] == "gewogen") & (anders["term"] == "corporatie_pct")
    anders.loc[rij, "ci_sd_laag"] = -0.1
    begin = (anders["variant"] == "gewogen") & (anders["term"] == "beginscore")
    anders.loc[begin, "ci_sd_laag"] = -0.1
    uit = invloed.gewijzigde_conclusies(anders)
    assert uit[["term", "variant", "richting_hoofd", "richting"]].to_numpy().tolist() == [
        ["corporatie_pct", "gewogen", 1, 0]
    ]
    assert invloed.betekenis_varianten(anders).endswith(
        "bij één van de twee factoren een andere conclusie: Corporatiewoningen (gewogen naar "
        "inwoners)."
    )


# --- form ----------------------------------------------------------------------------------------


def test_reset_gelijk_aan_pyfixest(ontwerp, pyfixest):
    """Wald F of the two powers, tests/reference/invloed_pyfixest.py; tolerance 1e-6 relative."""
    vorm = invloed.toets_vorm(ontwerp).set_index("covariantie")
    for naam, waarden in pyfixest["reset"].items():
        assert vorm.loc[naam, "statistiek"] == pytest.approx(waarden["F"], rel=1e-6)
        assert vorm.loc[naam, "vg_noemer"] == waarden["vg_noemer"]
        assert vorm.loc[naam, "p"] == pytest.approx(waarden["p"], rel=1e-6)
    assert set(vorm["vg_teller"]) == {2}


def test_reset_vindt_een_gebogen_verband_en_geen_recht(tabel):
    x = tabel["corporatie_pct"] - tabel["corporatie_pct"].mean()
    recht = invloed.toets_vorm(ontwerp_van(tabel))
    gebogen = tabel.assign(lbm_2014=tabel["lbm_2014"] + 0.0008 * x**2 + 0.01 * x)
    krom = invloed.toets_vorm(ontwerp_van(gebogen, ["corporatie_pct"], model="verandering"))
    assert krom["p"].max() < 0.01
    assert "gebogen verband" in invloed.betekenis_vorm(krom)
    assert recht["p"].min() > 0.05
    assert invloed.betekenis_vorm(recht).endswith(
        "geeft geen aanwijzing dat rechte lijnen tekortschieten."
    )


def test_reset_op_een_tweedeling_kan_niet(tabel):
    tweedeling = tabel.assign(groot=(tabel["inwoners"] > 5000).astype(float))
    vorm = invloed.toets_vorm(ontwerp_van(tweedeling, ["groot"], model="verandering"))
    assert vorm["p"].isna().all()
    assert set(vorm["reden"]) == {"de voorspelde scores nemen te weinig verschillende waarden aan"}


def test_partiele_residuen_geven_de_coefficient_terug(ontwerp, tabel, codeboek):
    """Regressing component plus residual on the regressor gives its coefficient exactly."""
    uit = invloed.partiele_residuen(ontwerp, tabel, codeboek)
    fit = regressie.schat(ontwerp)
    assert list(dict.fromkeys(uit["term"])) == ["beginscore", *FACTOREN]
    for term, deel in uit.groupby("term"):
        assert np.polyfit(deel["x"], deel["partieel"], 1)[0] == pytest.approx(fit.params[term])
        assert (deel["lineair"].diff().dropna() * np.sign(fit.params[term]) >= -1e-12).all()
        residu = (deel["partieel"] - deel["lineair"]).to_numpy()
        assert residu == pytest.approx(fit.resid[deel["wk_code"]].to_numpy())
        assert deel["x"].is_monotonic_increasing
    assert uit.notna().all().all()


def test_gladde_lijn_volgt_een_bocht_die_de_rechte_mist(tabel, codeboek):
    x = tabel["corporatie_pct"]
    z = (x - x.mean()) / x.std()
    krom = tabel.assign(lbm_2014=tabel["lbm_2012"] + 0.1 * z**2)
    o = ontwerp_van(krom, ["corporatie_pct"], model="verandering")
    uit = invloed.partiele_residuen(o, krom, codeboek)
    afwijking = (uit["glad"] - uit["lineair"]).to_numpy()
    midden = afwijking[np.abs(uit["x"] - x.mean()) < 0.3 * x.std()]
    assert afwijking[0] > 0.05 and afwijking[-1] > 0.05 and midden.max() < 0


def test_klassen_krijgen_gemiddelden_en_een_volle_nul_geen_gat(tabel, codeboek):
    """Where lowess has no width: few values (means per value) and most wijken on one value."""
    boek = codeboek.assign(factor=["klasse", "nul", "laag_inkomen_pct"])
    rang = np.arange(len(tabel))
    data = tabel.assign(klasse=rang % 4 + 1.0, nul=np.where(rang < 45, 0.0, rang * 1.0))
    o = ontwerp_van(data, ["klasse", "nul"])
    uit = invloed.partiele_residuen(o, data, boek)
    klasse = uit[uit["term"] == "klasse"]
    gemiddeld = klasse.groupby("x")["partieel"].mean()
    assert klasse["glad"].to_list() == pytest.approx(klasse["x"].map(gemiddeld).to_list())
    assert uit.loc[uit["term"] == "nul", "glad"].notna().all()
