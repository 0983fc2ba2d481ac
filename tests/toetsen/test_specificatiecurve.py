"""Specification curve: every estimate and draw against a refit, and what cannot be estimated."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import yaml
from scipy import stats

from leefbaarheid.analyse import regressie
from leefbaarheid.analyse.ontwerp import STEEKPROEVEN, koppel, maak_ontwerp
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.tabelwaarden import OORDELEND, TEKEN
from leefbaarheid.toetsen import clusterinferentie
from leefbaarheid.toetsen import specificatiecurve as sc
from leefbaarheid.toetsen import specificatierooster as sr
from leefbaarheid.toetsen import specificatieschatting as ss
from leefbaarheid.toetsen import specificatietoets as st

WORTEL = Path(__file__).resolve().parents[2]
CONFIG = WORTEL / "config"
FACTOREN = ["corporatie", "woz", "inkomen"]
BLOK = {
    "vensters": [[2002, 2008], [2012, 2014]],
    "hoofdvenster": [2012, 2014],
    "modellen": ["verandering", "ancova", "basismeting"],
    "hoofdmodel": "ancova",
    "steekproeven": ["selectie", "in_aanmerking"],
}
KLEIN = BLOK | {"vensters": [[2012, 2014]], "steekproeven": ["selectie"]}


def maak_data(
    n_gemeenten: int = 20, zaad: int = 1, effect: float = -0.03
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Fictional wijken in unequal gemeenten; `corporatie` has an effect on the score of 2014."""
    rng = np.random.default_rng(zaad)
    gemeente = np.repeat(np.arange(n_gemeenten), rng.integers(4, 9, n_gemeenten))
    n = len(gemeente)
    u = rng.normal(size=(n_gemeenten, 4))[gemeente]
    x = rng.normal(size=(n, 3)) + 0.5 * rng.normal(size=(n_gemeenten, 3))[gemeente]
    x[:, 2] += 0.6 * x[:, 0]
    score = 3.9 + 0.05 * rng.normal(size=n)
    scores = []
    for k in range(4):
        score = score + 0.03 * rng.normal(size=n) + 0.015 * u[:, k] + (k == 3) * effect * x[:, 0]
        scores.append(score)
    codes = [f"WK{g:04d}{i:02d}" for i, g in enumerate(gemeente)]
    wijken = pd.DataFrame(
        {
            "wk_code": codes,
            "gm_code": [f"GM{g:04d}" for g in gemeente],
            "gm_naam": [f"Gemeente {g}" for g in gemeente],
            "inwoners": rng.integers(1_000, 9_000, n).astype(float),
            "in_selectie": rng.random(n) < 0.75,
            "in_aanmerking": True,
            **{f"lbm_{j}": s for j, s in zip((2002, 2008, 2012, 2014), scores, strict=True)},
        }
    )
    context = pd.DataFrame(x * [14, 5, 3] + [40, -12, 30], columns=FACTOREN)
    return wijken, context.assign(wk_code=codes)


def curve(wijken, context, factoren=FACTOREN, blok=BLOK, **anders) -> sc.Curve:
    vast = {"basisjaar": 2002, "trekkingen": 99, "zaad": 5}
    return sc.specificatiecurve(
        wijken, context, factoren=factoren, regressie=blok, **(vast | anders)
    )


@pytest.fixture(scope="module")
def data() -> tuple[pd.DataFrame, pd.DataFrame]:
    return maak_data()


@pytest.fixture(scope="module")
def uit(data) -> sc.Curve:
    return curve(*data)


def kies(tabel: pd.DataFrame, **keuzes) -> pd.Series:
    """Return the one specification with these choices; the others are the plain ones."""
    vast = {"beperking": "geen", "gewicht": "geen", "schatter": "ols", "steekproef": "selectie"}
    for kolom, waarde in (vast | keuzes).items():
        tabel = tabel[tabel[kolom] == waarde]
    assert len(tabel) == 1
    return tabel.iloc[0]


# --- the grid ------------------------------------------------------------------------------------


def test_tot_vijf_factoren_alle_deelverzamelingen():
    sets = sr.factorsets(["a", "b", "c", "d", "e"], "c")
    assert len(sets) == len(set(sets)) == 16
    assert ("c",) in sets and ("a", "c", "e") in sets and ("a", "b", "c", "d", "e") in sets


def test_met_meer_factoren_alleen_samen_met_een_zonder_een_en_alles():
    sets = sr.factorsets(list("abcdefgh"), "c")
    assert sorted(len(s) for s in sets) == [1] + [2] * 7 + [7] * 7 + [8]
    assert all("c" in s for s in sets)


def test_basismeting_vanaf_het_basisjaar_is_dubbel_en_valt_weg():
    vormen = sr.maak_rooster(FACTOREN, BLOK, 2002).vormen
    assert sr.Vorm(2002, 2008, "basismeting") not in vormen
    assert sr.Vorm(2012, 2014, "basismeting") in vormen
    assert len(vormen) == 5
    alleen = sr.maak_rooster(FACTOREN, BLOK | {"modellen": ["basismeting"]}, 2002).vormen
    assert len(alleen) == 2  # without ANCOVA it repeats nothing


@pytest.mark.parametrize("bestand", ["config.yaml", "edities/leefbaarometer-3.0.yaml"])
def test_elke_editie_heeft_ten_minste_2000_specificaties_per_factor(bestand):
    config = yaml.safe_load((CONFIG / bestand).read_text(encoding="utf-8"))
    rooster = sr.maak_rooster(
        config["factoren"], config["regressie"], config["basisjaar"], config["factoren"][:1]
    )
    assert rooster.n >= 2_000
    assert len({(v, m, p) for v in rooster.vakken for m in rooster.vormen for p in rooster.paren})


def test_tabel_heeft_elke_specificatie_een_keer(uit):
    sleutel = sc.KOLOMMEN_SPECIFICATIES[:9]
    # 16 samples, weights and estimators per sample, 5 forms, 3 factors with 4 sets
    assert len(uit.specificaties) == 2 * 16 * 5 * 3 * 4
    assert not uit.specificaties.duplicated(sleutel).any()
    assert uit.specificaties.groupby("factor")["hoofdspecificatie"].sum().eq(1).all()


# --- estimates against the other modules and against refits --------------------------------------


@pytest.mark.parametrize("model", ["verandering", "ancova", "basismeting"])
@pytest.mark.parametrize("steekproef", ["selectie", "in_aanmerking"])
@pytest.mark.parametrize("factoren", [["corporatie"], ["corporatie", "inkomen"], FACTOREN])
def test_gelijk_aan_regressie_en_clusterinferentie(data, uit, model, steekproef, factoren):
    """Coefficient and CRV1 p of `regressie.schat`, CRV3 of `clusterinferentie`; relative 1e-8."""
    tabel = koppel(*data, FACTOREN)
    o = maak_ontwerp(
        tabel, factoren, van=2012, tot=2014, model=model, steekproef=steekproef, basisjaar=2002
    )
    fit = regressie.schat(o)
    producten = clusterinferentie.clusterproducten(o.X.to_numpy(), o.y.to_numpy(), o.gemeente)
    j = list(o.X.columns).index("corporatie")
    se = clusterinferentie.standaardfout(clusterinferentie.crv3(producten))[j]
    sd = tabel.loc[tabel["in_selectie"], "corporatie"].std()

    rij = kies(
        uit.specificaties,
        factor="corporatie",
        van=2012,
        model=model,
        steekproef=steekproef,
        factoren="; ".join(factoren),
    )
    assert rij["sd_factor"] == pytest.approx(sd, rel=1e-12)
    assert rij["coef_sd"] == pytest.approx(fit.params["corporatie"] * sd, rel=1e-8)
    assert rij["crv1_p"] == pytest.approx(fit.pvalues["corporatie"], rel=1e-8)
    assert rij["se_sd"] == pytest.approx(se * sd, rel=1e-8)
    laag, hoog = clusterinferentie.t_interval(fit.params["corporatie"], se, producten.df)
    assert [rij["ci_sd_laag"], rij["ci_sd_hoog"]] == pytest.approx([laag * sd, hoog * sd], rel=1e-8)
    assert (rij["n"], rij["G"]) == (len(o.y), o.gemeente.nunique())


def steekproef_van(tabel: pd.DataFrame, keuze: sr.Vakkeuze, minimum: float = 2_500) -> pd.DataFrame:
    """Return the wijken of a vak, written out once more."""
    deel = tabel[tabel[STEEKPROEVEN[keuze.steekproef]]]
    if keuze.beperking == "zonder_grootste":
        deel = deel[deel["gm_code"] != deel["gm_code"].value_counts().sort_index().idxmax()]
    if keuze.beperking == "zonder_vier_grootste":
        vier = tabel.groupby("gm_code")["inwoners"].sum().nlargest(4).index
        deel = deel[~deel["gm_code"].isin(vier)]
    if keuze.beperking == "min_inwoners":
        deel = deel[deel["inwoners"] >= minimum]
    if keuze.schatter == "gemeente_effecten":
        deel = deel[deel.groupby("gm_code")["gm_code"].transform("size") > 1]
    return deel


def naief_ontwerp(
    tabel: pd.DataFrame, keuze: sr.Vakkeuze, vorm: sr.Vorm, paar: sr.Paar
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return X, y (times the root of the weights) and gemeente; the focal factor comes first."""
    deel = steekproef_van(tabel, keuze)
    X = deel[[paar.factor, *(f for f in paar.factoren if f != paar.factor)]].to_numpy()
    if keuze.schatter == "gemeente_effecten":
        X = np.column_stack([X, pd.get_dummies(deel["gm_code"]).to_numpy(float)])
    else:
        X = np.column_stack([X, np.ones(len(X))])
    begin = {"ancova": vorm.van, "basismeting": 2002}.get(vorm.model)
    if begin:
        X = np.column_stack([X, deel[f"lbm_{begin}"]])
    y = deel[f"lbm_{vorm.tot}"] - (0 if vorm.model == "ancova" else deel[f"lbm_{vorm.van}"])
    w = np.sqrt(deel["inwoners"] if keuze.gewicht == "inwoners" else np.ones(len(deel)))
    w = w.to_numpy() if isinstance(w, pd.Series) else w
    return X * w[:, None], y.to_numpy() * w, deel["gm_code"].to_numpy()


def coef_en_crv3(X: np.ndarray, Y: np.ndarray, gemeente: np.ndarray) -> tuple:
    """Return the first coefficient and its CRV3 standard error per column of Y, by refitting.

    The jackknife leaves out each gemeente, with its own effect (by the pseudo-inverse).
    """
    b = np.linalg.lstsq(X, Y, rcond=1e-12)[0][0]
    codes = np.unique(gemeente)
    zonder = [np.linalg.lstsq(X[gemeente != g], Y[gemeente != g], rcond=1e-12)[0][0] for g in codes]
    G = len(codes)
    return b, np.sqrt((G - 1) / G * ((np.array(zonder) - b) ** 2).sum(axis=0)), G


def jackknife_residuen(X: np.ndarray, y: np.ndarray, gemeente: np.ndarray) -> np.ndarray:
    """Return the residuals of each gemeente from the fit without it, its own effect taken out."""
    uit = np.empty_like(y)
    for g in np.unique(gemeente):
        in_g = gemeente == g
        b = np.linalg.lstsq(X[~in_g], y[~in_g], rcond=1e-12)[0]
        uit[in_g] = y[in_g] - X[in_g] @ b
        eigen = ~X[~in_g].any(axis=0)  # the column of its effect, zero in all others
        if eigen.any():
            D = X[in_g][:, eigen]
            uit[in_g] -= D @ np.linalg.lstsq(D, uit[in_g])[0]
    return uit


def test_gewichten_gemeente_effecten_en_beperkingen_tegen_herschatten(data, uit):
    """Every vak, by weighted least squares with dummies and a literal jackknife; relative 1e-8."""
    tabel = koppel(*data, FACTOREN)
    sd = tabel.loc[tabel["in_selectie"], "woz"].std()
    vorm, paar = sr.Vorm(2012, 2014, "basismeting"), sr.Paar("woz", ("corporatie", "woz"))
    aantal = set()
    for keuze in sr.maak_rooster(FACTOREN, BLOK, 2002).vakken:
        X, y, gemeente = naief_ontwerp(tabel, keuze, vorm, paar)
        b, se, G = coef_en_crv3(X, y[:, None], gemeente)
        rij = kies(
            uit.specificaties,
            factor="woz",
            van=2012,
            model=vorm.model,
            factoren="corporatie; woz",
            **keuze._asdict(),
        )
        assert rij["coef_sd"] == pytest.approx(b[0] * sd, rel=1e-8)
        assert rij["se_sd"] == pytest.approx(se[0] * sd, rel=1e-8)
        assert (rij["n"], rij["G"]) == (len(y), G)
        aantal.add(len(y))
    assert len(aantal) >= 8  # the restrictions do leave out wijken


def test_wijken_die_iets_missen_vallen_overal_weg(data):
    wijken, context = (d.copy() for d in data)
    wijken.loc[[0, 1], "lbm_2008"] = np.nan
    context.loc[2, "inkomen"] = np.nan
    heel = curve(wijken[3:], context[3:], blok=KLEIN).specificaties
    # KLEIN does not use 2008, so only the wijk without an income is gone there
    pd.testing.assert_frame_equal(
        curve(wijken[2:], context, blok=KLEIN).specificaties, heel, check_exact=True
    )
    pd.testing.assert_frame_equal(
        curve(wijken, context).specificaties,
        curve(wijken[3:], context[3:]).specificaties,
        check_exact=True,
    )


def test_zonder_inwonertal_wel_in_de_ongewogen_specificaties(data):
    wijken, context = data
    wijken = wijken.assign(inwoners=wijken["inwoners"].where(wijken.index != 0))
    eerst, nu = curve(*data).specificaties, curve(wijken, context).specificaties
    gewoon = (eerst["gewicht"] == "geen") & (eerst["beperking"] == "geen")
    pd.testing.assert_frame_equal(eerst[gewoon], nu[gewoon])
    alle = (nu["steekproef"] == "in_aanmerking") & (nu["beperking"] == "geen")
    gewogen = alle & (nu["gewicht"] == "inwoners")
    assert nu.loc[gewogen, "n"].eq(len(wijken) - 1).all()


# --- the joint test ------------------------------------------------------------------------------


@pytest.mark.parametrize(("n_gemeenten", "verdeling"), [(11, "webb"), (20, "rademacher")])
def test_bootstrap_gelijk_aan_een_naieve_lus(n_gemeenten, verdeling):
    """Same weights, every draw refitted, literal jackknife: all statistics; relative 1e-8."""
    wijken, context = maak_data(n_gemeenten, zaad=3)
    factoren = FACTOREN[:2]
    rooster = sr.maak_rooster(factoren, KLEIN, 2002)
    tabel = koppel(wijken, context, factoren)
    opzet = ss.maak_opzet(tabel, rooster, 6, 9, 2_500, 0.05)
    uit = ss.reken(opzet)
    assert opzet.verdeling == verdeling
    np.testing.assert_array_equal(opzet.W, ss.trek_gewichten(n_gemeenten, 6, 9, verdeling))
    nummer = {code: i for i, code in enumerate(sorted(wijken["gm_code"].unique()))}

    per_factor = {f: [] for f in factoren}
    for v, keuze in enumerate(rooster.vakken):
        for m, vorm in enumerate(rooster.vormen):
            for p, paar in enumerate(rooster.paren):
                X, y, gemeente = naief_ontwerp(tabel, keuze, vorm, paar)
                fit = X[:, 1:] @ np.linalg.lstsq(X[:, 1:], y, rcond=1e-12)[0]
                rest = jackknife_residuen(X[:, 1:], y, gemeente)
                gewicht = opzet.W[:, [nummer[g] for g in gemeente]].T
                Y = np.column_stack([y, fit[:, None] + gewicht * rest[:, None]])
                b, se, G = coef_en_crv3(X, Y, gemeente)
                sd = tabel.loc[tabel["in_selectie"], paar.factor].std()
                per_factor[paar.factor].append((b * sd, b / se, G))
                assert uit.coef[v, m, p] == pytest.approx(b[0] * sd, rel=1e-8)
    for f, factor in enumerate(factoren):
        b, t, G = (np.array(x) for x in zip(*per_factor[factor], strict=True))
        df = G[:, None] - 1.0
        grens, z = stats.t.ppf(0.975, df), ss.normaalscore(t, df)
        dominant = np.sign((b > 0).sum(axis=0) - (b < 0).sum(axis=0))
        naief = [
            np.median(b, axis=0),
            np.maximum((b > 0).mean(axis=0), (b < 0).mean(axis=0)),
            np.where(
                dominant == 0,
                np.maximum((t > grens).mean(axis=0), (t < -grens).mean(axis=0)),
                (t * dominant > grens).mean(axis=0),
            ),
            z.sum(axis=0) / np.sqrt(len(b)),
        ]
        welke = st._masker(rooster, factor, "alle vensters")
        nul = st._nulverdeling(uit.rij[welke.ravel()], uit.tel[f, 0], opzet.W)
        np.testing.assert_allclose(nul, np.array(naief)[:, 1:], rtol=1e-8, atol=1e-12)
        echt = st._waargenomen(uit, welke, 0.05)
        np.testing.assert_allclose(echt, np.array(naief)[:, 0], rtol=1e-8)
        toets = st.toets_samen(uit, opzet)
        toets = toets[(toets["factor"] == factor) & (toets["vensters"] == "alle vensters")]
        extreem = [(np.abs(x[1:]) >= abs(x[0]) * (1 - 1e-9)).sum() for x in np.array(naief)]
        assert list(toets["p"] * 7) == pytest.approx([1 + x for x in extreem])


def test_hoofdvenster_telt_alleen_eigen_specificaties(data, uit):
    """The rows of the main window are those of a grid with no other window."""
    alleen = curve(*data, blok=BLOK | {"vensters": [[2012, 2014]]}).toets
    deel = uit.toets[uit.toets["vensters"] == "hoofdvenster"].reset_index(drop=True)
    for vensters in ss.VENSTERS:
        eigen = alleen[alleen["vensters"] == vensters].reset_index(drop=True)
        pd.testing.assert_frame_equal(
            eigen.drop(columns="vensters"), deel.drop(columns="vensters"), rtol=1e-9
        )


def test_sterk_verband_valt_op_en_ruis_niet(uit):
    """The generator gives `corporatie` an effect of -0.03 on the last window and `woz` none."""
    toets = uit.toets[uit.toets["vensters"] == "hoofdvenster"].set_index(["factor", "statistiek"])
    sterk = toets.loc["corporatie", "p"]
    assert (sterk[list(OORDELEND)] == 1 / 100).all()
    # all estimates agree in sign, but so they do in many draws: they are much the same estimate
    assert sterk["aandeel_dominant_teken"] > 0.05
    assert toets.loc[("corporatie", "mediaan"), "waargenomen"] == pytest.approx(-0.03, abs=0.006)
    assert toets.loc[("corporatie", "aandeel_dominant_teken"), "waargenomen"] == 1
    assert (toets.loc["woz", "p"] > 0.1).all()


def test_uitkomst_hangt_niet_af_van_blokken_of_volgorde(data, uit, monkeypatch):
    wijken, context = data
    omgekeerd = curve(wijken[::-1], context.sample(frac=1, random_state=1))
    pd.testing.assert_frame_equal(omgekeerd.specificaties, uit.specificaties, check_exact=True)
    pd.testing.assert_frame_equal(omgekeerd.toets, uit.toets, check_exact=True)
    for module in (ss, st):
        monkeypatch.setattr(module, "BLOK", 300)
    monkeypatch.setattr(ss, "TREKBLOK", 17)
    klein = curve(*data)
    pd.testing.assert_frame_equal(klein.toets, uit.toets, rtol=1e-12)
    anders = curve(*data, zaad=6).toets
    assert (anders["p"] != uit.toets["p"]).any()


def test_focale_factoren_kiezen_alleen_welke_curve_er_is(data, uit):
    deel = curve(*data, focale_factoren=["inkomen"])
    heel = uit.specificaties[uit.specificaties["factor"] == "inkomen"].reset_index(drop=True)
    pd.testing.assert_frame_equal(deel.specificaties, heel, check_exact=True)
    assert set(deel.toets["factor"]) == {"inkomen"}


@pytest.mark.parametrize("df", [5, 12, 40])
def test_normaalscore_is_de_z_met_dezelfde_p(df):
    t = np.linspace(-4, 4, 81)
    exact = stats.norm.ppf(stats.t.cdf(t, df))
    np.testing.assert_allclose(ss.normaalscore(t, df), exact, atol=0.02)


# --- what cannot be estimated is shown and counted -----------------------------------------------


def ongeldig(uit: sc.Curve) -> pd.DataFrame:
    return uit.specificaties[uit.specificaties["reden"] != ""]


def test_factor_per_gemeente_kan_niet_naast_gemeente_effecten(data):
    wijken, context = data
    context = context.assign(woz=wijken["gm_code"].str[-2:].astype(float))
    uit = curve(wijken, context)
    slecht = ongeldig(uit)
    assert set(slecht["reden"]) == {"geen verschillen binnen gemeenten: woz"}
    assert (slecht["schatter"] == "gemeente_effecten").all()
    assert slecht["factoren"].str.contains("woz").all()
    toets = uit.toets[uit.toets["vensters"] == "alle vensters"].set_index("factor")
    totaal = 2 * 16 * 5 * 4
    # of the focal factor every second specification, of the others half of those
    assert toets.loc["woz", "n_ongeldig"].eq(totaal // 2).all()
    assert toets.loc["inkomen", "n_ongeldig"].eq(totaal // 4).all()
    assert (toets["n_specificaties"] + toets["n_ongeldig"]).eq(totaal).all()


def test_factor_zonder_waarden_of_variatie_wordt_gemeld(data):
    wijken, context = data
    uit = curve(wijken, context.assign(woz=np.nan, inkomen=3.0))
    toets = uit.toets[uit.toets["statistiek"] == "mediaan"].set_index("factor")
    for factor, reden in (
        ("woz", "geen enkele wijk heeft een waarde"),
        ("inkomen", "geen variatie"),
    ):
        eigen = uit.specificaties[uit.specificaties["factoren"] == factor]
        assert eigen["reden"].str.startswith(reden).all()
        assert (toets.loc[factor, "n_specificaties"] == 0).all()
        assert (toets.loc[factor, "reden"] == "geen enkele specificatie is te schatten").all()
        assert toets.loc[factor, "p"].isna().all()
    assert "geen enkele berekening" in sc.zinnen(uit.toets)["woz"]
    # the other factor alone is as if they were not there
    los = curve(wijken, context, factoren=["corporatie"]).specificaties
    eigen = uit.specificaties[uit.specificaties["factoren"] == "corporatie"]
    np.testing.assert_allclose(eigen["coef_sd"], los["coef_sd"], rtol=1e-10)


def test_collineaire_factoren_samen_niet_apart_wel(data):
    wijken, context = data
    uit = curve(wijken, context.assign(inkomen=5 - 2 * context["corporatie"])).specificaties
    samen = uit["factoren"].str.contains("corporatie") & uit["factoren"].str.contains("inkomen")
    assert (uit.loc[samen, "reden"] == "de factoren leggen elkaar vast (collineair)").all()
    assert (uit.loc[~samen, "reden"] == "").all()


def test_factor_in_een_gemeente_heeft_geen_crv3(data):
    """Without that gemeente the coefficient does not exist; the others are not affected."""
    wijken, context = data
    eerste = wijken["gm_code"].eq("GM0003")
    waarde = context["woz"].where(eerste, 0.0)
    uit = curve(wijken, context.assign(woz=waarde), blok=KLEIN).specificaties
    basis = uit[(uit["beperking"] == "geen") & (uit["gewicht"] == "geen")]
    alleen = basis[(basis["factor"] == "woz") & (basis["schatter"] == "ols")]
    assert (alleen["reden"] == ss.ONBEPAALD).all()
    assert alleen["coef_sd"].notna().all() and alleen["p"].isna().all()
    tabel = koppel(wijken, context.assign(woz=waarde), FACTOREN)
    keuze, vorm = sr.Vakkeuze("selectie", "geen", "geen", "ols"), sr.Vorm(2012, 2014, "ancova")
    X, y, gemeente = naief_ontwerp(tabel, keuze, vorm, sr.Paar("corporatie", tuple(FACTOREN)))
    b, se, _ = coef_en_crv3(X, y[:, None], gemeente)
    ander = kies(basis, factor="corporatie", model="ancova", n_factoren=3)
    assert ander["se_sd"] / ander["sd_factor"] == pytest.approx(se[0], rel=1e-7)
    assert ander["coef_sd"] / ander["sd_factor"] == pytest.approx(b[0], rel=1e-8)


def test_dubbele_steekproef_telt_niet_nog_eens_mee(data):
    wijken, context = data
    slecht = ongeldig(curve(wijken, context, min_inwoners=1_000))
    assert set(slecht["reden"]) == {
        "dubbel: dezelfde wijken als steekproef selectie met beperking geen",
        "dubbel: dezelfde wijken als steekproef in_aanmerking met beperking geen",
    }
    assert (slecht["beperking"] == "min_inwoners").all()


def test_te_weinig_gemeenten_en_waarnemingen():
    wijken, context = maak_data(7)
    slecht = ongeldig(curve(wijken, context, blok=KLEIN))
    assert set(slecht["beperking"]) == {"zonder_vier_grootste"}
    assert set(slecht["reden"]) == {"te weinig gemeenten: 3, ten minste 5 nodig"}
    zes = wijken.groupby("gm_code").head(1).assign(in_selectie=True)
    slecht = ongeldig(curve(zes, context, blok=KLEIN, factoren=FACTOREN))
    ols = slecht[(slecht["schatter"] == "ols") & (slecht["beperking"] == "zonder_grootste")]
    assert "te weinig waarnemingen: 6 wijken, 6 coëfficiënten" not in set(ols["reden"])
    effecten = slecht[(slecht["schatter"] == "gemeente_effecten") & (slecht["gewicht"] == "geen")]
    assert effecten["reden"].str.contains("te weinig gemeenten: 0|dubbel").all()


def test_model_dat_exact_past_wordt_gemeld(data):
    wijken, context = data
    exact = wijken.assign(lbm_2014=wijken["lbm_2012"] + 0.01 * context["woz"])
    uit = curve(exact, context, blok=KLEIN).specificaties
    met = uit["factoren"].str.contains("woz") & (uit["model"] != "basismeting")
    assert (uit.loc[met, "reden"] == ss.EXACT).all()
    assert uit.loc[met, ["coef_sd", "p"]].isna().all(axis=None)


def test_venster_zonder_scores_maakt_alleen_eigen_specificaties_ongeldig(data):
    wijken, context = data
    uit = curve(wijken.assign(lbm_2008=np.nan), context).specificaties
    slecht = uit["reden"] == "geen enkele wijk heeft een waarde: lbm_2008"
    assert (slecht == (uit["tot"] == 2008)).all()


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"focale_factoren": ["corporatei"]}, "corporatie"),
        ({"focale_factoren": []}, "geen factor"),
        ({"trekkingen": 50}, "ten minste 99"),
    ],
)
def test_verkeerde_instelling_geeft_een_duidelijke_melding(data, anders, melding):
    with pytest.raises(InvoerFout, match=melding):
        curve(*data, **anders)


# --- the sentences -------------------------------------------------------------------------------


def test_zin_zegt_wat_de_toets_zegt(uit):
    zin = sc.zinnen(uit.toets, {"corporatie": "Corporatiewoningen"}, "hoofdvenster")["corporatie"]
    deel = uit.toets[uit.toets["vensters"] == "hoofdvenster"].set_index(["factor", "statistiek"])
    n = deel.loc[("corporatie", "mediaan"), "n_specificaties"]
    assert zin.startswith(
        f"Van de {n} berekeningen van de samenhang met corporatiewoningen in het hoofdvenster "
        "wijst 100% op een ongunstiger ontwikkeling bij een hogere waarde"
    )
    assert "zonder samenhang onwaarschijnlijk (gezamenlijk getoetst: p = 0,010)" in zin


@pytest.mark.parametrize(
    ("p", "oordeel"),
    [
        ((0.001, 0.01, 0.0005), "onwaarschijnlijk (gezamenlijk getoetst: p < 0,001 tot 0,010)."),
        ((0.2, 0.01, 0.3), "verschilt per toets (gezamenlijk getoetst: p = 0,010 tot 0,300)."),
        ((0.2, 0.06, 0.3), "kan ook zonder samenhang ontstaan (gezamenlijk getoetst: p = 0,060"),
    ],
)
def test_oordeel_volgt_de_drie_toetsen_en_niet_het_teken(uit, p, oordeel):
    toets = uit.toets[uit.toets["factor"] == "woz"].copy()
    for statistiek, waarde in zip((*OORDELEND, TEKEN), (*p, 0.9), strict=True):
        toets.loc[toets["statistiek"] == statistiek, "p"] = waarde
    assert oordeel in sc.zinnen(toets)["woz"]


def test_zinnen_ook_na_teruglezen(uit, tmp_path):
    labels = {"corporatie": "Corporatiewoningen", "woz": "Woningwaarde", "inkomen": "Lage inkomens"}
    uit.toets.to_csv(tmp_path / "toets.csv", index=False)
    assert sc.zinnen(pd.read_csv(tmp_path / "toets.csv"), labels) == sc.zinnen(uit.toets, labels)
