"""Missing data: pattern, Rubin's rules, imputation against statsmodels and a known truth."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from leefbaarheid.analyse import regressie
from leefbaarheid.analyse.coefficienten import coefficienten
from leefbaarheid.analyse.ontwerp import koppel, maak_ontwerp
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.toetsen import ontbrekend

REFERENTIE = Path(__file__).parents[1] / "reference"
FACTOREN = ["corporatie_pct", "laag_inkomen_pct", "dichtheid"]
KEUZE = {"van": 2012, "tot": 2014, "model": "ancova", "steekproef": "selectie", "basisjaar": 2002}


def gekoppeld(bestand: pd.DataFrame, factoren=FACTOREN) -> pd.DataFrame:
    wijken = bestand.drop(columns=factoren)
    wijken = wijken.assign(
        wk_naam=bestand["wk_code"],
        gm_naam="Gemeente " + bestand["gm_code"].str[-3:],
        in_selectie=True,
        in_aanmerking=True,
    )
    return koppel(wijken, bestand[["wk_code", *factoren]], factoren)


def boek(factoren=FACTOREN) -> pd.DataFrame:
    labels = {"corporatie_pct": "Corporatiewoningen", "laag_inkomen_pct": "Lage inkomens"}
    return pd.DataFrame(
        {
            "factor": factoren,
            "label": [labels.get(f, f.capitalize()) for f in factoren],
            "eenheid": "%",
            "peiljaar": "2011",
        }
    )


@pytest.fixture(scope="module")
def mice() -> dict:
    return json.loads((REFERENTIE / "ontbrekend_mice.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def tabel() -> pd.DataFrame:
    """400 fictional wijken in 40 gemeenten, the input of the reference."""
    return gekoppeld(pd.read_csv(REFERENTIE / "ontbrekend.csv"))


@pytest.fixture
def klein() -> pd.DataFrame:
    """12 wijken in 6 gemeenten; 'a' is missing in two of them, 'b' in one of those."""
    codes = [f"WK9{g:03d}{i:02d}" for g in range(6) for i in range(2)]
    rng = np.random.default_rng(1)
    bestand = pd.DataFrame({"wk_code": codes, "gm_code": [f"GM{c[2:6]}" for c in codes]})
    bestand = bestand.assign(lbm_2012=rng.normal(3.9, 0.1, 12), a=np.arange(12.0))
    bestand = bestand.assign(lbm_2014=rng.normal(3.9, 0.1, 12), b=rng.normal(0, 1, 12))
    bestand.loc[[3, 7], "a"] = np.nan
    bestand.loc[7, "b"] = np.nan
    return gekoppeld(bestand, ["a", "b"])


# --- Rubin's rules -------------------------------------------------------------------------------


def test_rubin_met_de_hand():
    """Estimates 1, 2, 3 with variance 1: between 1, total 1 + 4/3 = 7/3, lambda 4/7, r 4/3.

    Old df 2 (7/4)^2 = 49/8; observed df (11/13) 10 (3/7) = 330/91; together 1/(8/49 + 91/330).
    fmi (4/3 + 2/(49/8 + 3)) / (7/3).
    """
    uit = ontbrekend.rubin(np.array([[1.0], [2], [3]]), np.ones((3, 1)), 10).iloc[0]
    vg = 1 / (8 / 49 + 91 / 330)
    se = np.sqrt(7 / 3)
    assert uit["coef"] == pytest.approx(2)
    assert uit["se"] == pytest.approx(se)
    assert uit["vrijheidsgraden"] == pytest.approx(vg)
    assert uit["toename_variantie"] == pytest.approx(4 / 3)
    assert uit["fmi"] == pytest.approx((4 / 3 + 2 / (49 / 8 + 3)) / (7 / 3))
    assert uit["p"] == pytest.approx(2 * stats.t.sf(2 / se, vg))
    assert uit["ci_hoog"] == pytest.approx(2 + stats.t.ppf(0.975, vg) * se)


def test_vrijheidsgraden_uit_de_handleiding_van_sas():
    """SAS/STAT, The MIANALYZE Procedure: five imputations with r = 10% have 484 degrees of freedom.

    ("Combining Inferences from Imputed Data Sets": 4 (1 + 1/0.1)^2 for infinite complete-data df.)
    """
    b = 0.1 / 1.2
    coef = np.sqrt(b / 2.5) * np.array([[-2.0], [-1], [0], [1], [2]])
    uit = ontbrekend.rubin(coef, np.ones((5, 1)), np.inf).iloc[0]
    assert uit["toename_variantie"] == pytest.approx(0.1)
    assert uit["vrijheidsgraden"] == pytest.approx(484)


def test_rubin_gelijk_aan_de_formules_van_mice(mice):
    """pool.scalar and barnard.rubin of R's mice, written another way; tolerance 1e-10 relative."""
    geval = mice["rubin"]
    uit = ontbrekend.rubin(
        np.array(geval["coef"]), np.array(geval["variantie"]), geval["vg_volledig"]
    )
    for doel, bron in (("coef", "coef"), ("se", "se"), ("vrijheidsgraden", "vrijheidsgraden")):
        np.testing.assert_allclose(uit[doel], geval["uitkomst"][bron], rtol=1e-10)
    np.testing.assert_allclose(uit["toename_variantie"], geval["uitkomst"]["r"], rtol=1e-10)


def test_zonder_verschil_tussen_imputaties_is_er_geen_ontbrekende_informatie():
    """Barnard & Rubin: the observed df is then df (df + 1) / (df + 3)."""
    uit = ontbrekend.rubin(np.full((20, 1), 0.5), np.full((20, 1), 0.04), 35).iloc[0]
    assert uit["fmi"] == 0
    assert uit["se"] == pytest.approx(0.2)
    assert uit["vrijheidsgraden"] == pytest.approx(35 * 36 / 38)


def test_een_analyse_is_niet_samen_te_voegen():
    with pytest.raises(ValueError, match="at least two"):
        ontbrekend.rubin(np.ones((1, 2)), np.ones((1, 2)), 10)


# --- imputation ----------------------------------------------------------------------------------


def schat(tabel, factoren=FACTOREN, imputaties=20, zaad=20170307, **anders):
    uit, ingevuld = ontbrekend.vergelijk(
        tabel, factoren, boek(factoren), imputaties=imputaties, zaad=zaad, **(KEUZE | anders)
    )
    return uit.set_index(["schatting", "term"]), ingevuld


@pytest.fixture(scope="module")
def uitkomst(tabel):
    return schat(tabel, imputaties=100)


def test_gelijk_aan_een_andere_imputatie(uitkomst, mice):
    """statsmodels' MICEData, pyfixest and mice's formulas: tests/reference/ontbrekend_mice.py.

    Tolerance 0.15 standard error for the estimate, 4% for the standard error and 10% for the
    degrees of freedom: 100 and 200 random imputations, and only ours uses gemeente means (which
    here carry no information).
    """
    tabel, _ = uitkomst
    for term, waarden in mice["waarden"].items():
        if term == "constante":
            continue
        rij = tabel.loc[("imputatie", term)]
        assert abs(rij["coef"] - waarden["coef"]) < 0.15 * waarden["se"], term
        assert rij["se"] == pytest.approx(waarden["se"], rel=0.04), term
        assert rij["vrijheidsgraden"] == pytest.approx(waarden["vrijheidsgraden"], rel=0.1), term
    # complete cases do tell another story: values are missing where the end score is high
    compleet = tabel.loc[("complete_case", "beginscore"), "coef"]
    waarden = mice["waarden"]["beginscore"]
    assert abs(compleet - waarden["coef"]) > waarden["se"]


def test_complete_case_is_de_regressie_van_het_rapport(uitkomst, tabel):
    ontwerp = maak_ontwerp(tabel, FACTOREN, **KEUZE)
    hoofd = coefficienten(ontwerp, regressie.schat(ontwerp), boek()).set_index("term")
    eigen = uitkomst[0].loc["complete_case"]
    kolommen = ["coef", "se", "p", "ci_laag", "ci_hoog", "coef_sd", "ci_sd_laag", "ci_sd_hoog"]
    hoofd = hoofd.loc[eigen.index, kolommen]
    pd.testing.assert_frame_equal(eigen[kolommen].astype(float), hoofd, check_names=False)
    assert set(eigen["n"]) == {len(ontwerp.y)}
    assert list(uitkomst[0].reset_index().columns[:2]) == ["schatting", "term"]


def test_de_tabel_vertelt_wat_er_is_ingevuld(uitkomst, tabel):
    schattingen, ingevuld = uitkomst
    eigen = schattingen.loc["imputatie"]
    leeg = tabel[FACTOREN].isna()
    assert set(eigen["n"]) == {400}
    assert set(eigen["n_ingevuld"]) == {int(leeg.any(axis=1).sum())}
    assert set(eigen["imputaties"]) == {100}
    assert eigen["fmi"].between(0, 1).all()
    assert (eigen["monte_carlo_sd"] < 0.1 * eigen["sd_factor"] * eigen["se"]).all()
    # one yardstick for both
    assert schattingen.groupby("term")["sd_factor"].nunique().eq(1).all()
    ingevuld = ingevuld.set_index("factor")
    assert list(ingevuld.index) == ["corporatie_pct", "laag_inkomen_pct"]
    assert ingevuld["n_ontbreekt"].to_list() == leeg.sum()[ingevuld.index].to_list()
    bekend = tabel["corporatie_pct"].dropna()
    assert ingevuld.loc["corporatie_pct", "gemiddelde_aanwezig"] == pytest.approx(bekend.mean())
    assert set(ingevuld["niveau"]) == {"wijk"}


def test_imputatie_vindt_de_waarheid_waar_complete_cases_die_missen():
    """1500 wijken, true effect -0.004; the factor is missing mostly where the end score is high.

    Complete cases then flatten the effect: their 95% interval leaves the truth out.
    """
    rng = np.random.default_rng(8)
    n = 1500
    gemeente = np.sort(rng.integers(0, 60, n))
    begin, inkomen = rng.normal(3.9, 0.1, n), rng.normal(35, 6, n)
    eind = 0.4 + 0.9 * begin - 0.004 * (inkomen - 35) + rng.normal(0, 0.06, n)
    ontbreekt = rng.random(n) < 1 / (1 + np.exp(-40 * (eind - 3.9)))
    bestand = pd.DataFrame(
        {
            "wk_code": [f"WK{i:06d}" for i in range(n)],
            "gm_code": [f"GM9{g:03d}" for g in gemeente],
            "lbm_2012": begin,
            "lbm_2014": eind,
            "laag_inkomen_pct": np.where(ontbreekt, np.nan, inkomen),
        }
    )
    uit, _ = schat(gekoppeld(bestand, ["laag_inkomen_pct"]), ["laag_inkomen_pct"])
    compleet, ingevuld = (uit.loc[(s, "laag_inkomen_pct")] for s in ("complete_case", "imputatie"))
    assert compleet["ci_laag"] > -0.004
    assert ingevuld["ci_laag"] < -0.004 < ingevuld["ci_hoog"]
    assert 0.1 < ingevuld["fmi"] < 0.9


def imputeer(tabel, factoren=FACTOREN, imputaties=20, zaad=1, **anders):
    return ontbrekend.imputeer(
        tabel,
        factoren,
        ["lbm_2012", "lbm_2014"],
        steekproef="selectie",
        imputaties=imputaties,
        zaad=zaad,
        **anders,
    )


def test_bekende_waarden_blijven_en_ingevulde_bestaan_elders(tabel):
    ingevuld = imputeer(tabel)
    for nummer, factor in enumerate(FACTOREN):
        bekend = tabel[factor].notna().to_numpy()
        waarden = ingevuld.waarden[:, :, nummer]
        np.testing.assert_allclose(
            waarden[:, bekend] - tabel[factor][bekend].to_numpy(), 0, atol=1e-9
        )
        assert np.isin(waarden.round(6), tabel[factor].dropna().round(6)).all()
    # imputations differ, so the uncertainty is in them
    assert ingevuld.waarden[:, ingevuld.ontbrak].std(axis=0).min() > 0


def test_zelfde_zaad_zelfde_waarden_en_de_eerste_twintig_zijn_dezelfde(tabel):
    een, zelfde, meer = imputeer(tabel), imputeer(tabel), imputeer(tabel, imputaties=25)
    np.testing.assert_array_equal(een.waarden, zelfde.waarden)
    np.testing.assert_array_equal(een.waarden, meer.waarden[:20])
    ander = imputeer(tabel, zaad=2)
    assert not np.array_equal(een.waarden, ander.waarden)


def test_trekkingen_hangen_niet_af_van_het_globale_zaad(tabel):
    np.random.seed(1)
    een = schat(tabel)[0]
    np.random.seed(2)
    pd.testing.assert_frame_equal(een, schat(tabel)[0])


def gemeentelijk(tabel, zonder=("GM9003", "GM9017")):
    """Add a factor of gemeente level that two gemeenten lack, and one wijk of a third."""
    eigen = 0.02 * tabel["gm_code"].str[-3:].astype(float) + 40
    woz = eigen.where(~tabel["gm_code"].isin(zonder))
    in_derde = tabel.index[tabel["gm_code"] == "GM9005"]
    assert len(in_derde) > 1
    woz[in_derde[0]] = np.nan
    return tabel.assign(woz=woz), in_derde[0]


def test_gemeentelijke_factor_krijgt_een_waarde_per_gemeente(tabel):
    data, overgenomen = gemeentelijk(tabel)
    ingevuld = imputeer(data, ["corporatie_pct", "woz"])
    assert ingevuld.niveau == {"corporatie_pct": "wijk", "woz": "gemeente"}
    for nummer in range(20):
        woz = ingevuld.tabel(nummer)["woz"]
        assert woz.groupby(data["gm_code"]).nunique().eq(1).all()
    # the one wijk gets the known value of its gemeente, in every imputation
    assert ingevuld.waarden[:, data.index.get_loc(overgenomen), 1] == pytest.approx(40.1)
    assert ingevuld.overgenomen.sum() == 1
    tabel_in = ontbrekend.ingevulde_waarden(ingevuld, "selectie", boek(["corporatie_pct", "woz"]))
    assert tabel_in.set_index("factor").loc["woz", "n_overgenomen"] == 1
    # while the gemeenten without a value do vary
    zonder = data["gm_code"].isin(["GM9003", "GM9017"]).to_numpy()
    assert ingevuld.waarden[:, zonder, 1].std(axis=0).min() > 0


def test_weinig_gemeenten_dragen_een_kleiner_invulmodel():
    """With 9 gemeenten there is room for a constant and the scores only; it must not fail."""
    eigen, erbij = np.ones((30, 6)), np.ones((30, 5))
    kolommen = [ontbrekend._voorspellers(eigen, erbij, 2, n).shape[1] for n in (40, 25, 9)]
    assert kolommen == [12, 7, 3]


def test_vergelijking_per_modelvorm_gebruikt_dezelfde_ingevulde_data(tabel):
    """ANCOVA and change on the same completed data: the outcome differs by the begin score."""
    _, een = schat(tabel)
    _, ander = schat(tabel, model="verandering")
    pd.testing.assert_frame_equal(een, ander)


# --- what cannot be estimated --------------------------------------------------------------------


def test_er_ontbreekt_niets(tabel):
    vol = tabel.dropna(subset=FACTOREN)
    uit, ingevuld = schat(vol)
    assert set(uit.loc["imputatie", "reden"]) == {"er ontbreekt niets: gelijk aan complete case"}
    assert uit.loc["imputatie", "coef"].isna().all()
    assert uit.loc["complete_case", "p"].notna().all()
    assert ingevuld.empty
    zin = ontbrekend.betekenis_vergelijking(uit.reset_index())
    assert zin == "Er ontbreekt niets, dus er valt niets in te vullen."


def test_lege_en_vaste_factoren_blijven_staan_met_een_reden(tabel):
    data = tabel.assign(leeg=np.nan, vast=3.0)
    factoren = [*FACTOREN, "leeg", "vast"]
    uit, _ = schat(data, factoren)
    for schatting in ("complete_case", "imputatie"):
        assert "geen enkele wijk" in uit.loc[(schatting, "leeg"), "reden"]
        assert "dezelfde waarde" in uit.loc[(schatting, "vast"), "reden"]
        assert np.isnan(uit.loc[(schatting, "leeg"), "coef"])
    zonder, _ = schat(data)
    kolommen = ["coef", "se", "p", "fmi"]
    termen = [("imputatie", t) for t in ("beginscore", *FACTOREN)]
    pd.testing.assert_frame_equal(uit.loc[termen, kolommen], zonder.loc[termen, kolommen])


def test_alleen_lege_factoren(tabel):
    uit, ingevuld = schat(tabel.assign(leeg=np.nan), ["leeg"])
    assert uit.index.to_list() == [("complete_case", "leeg"), ("imputatie", "leeg")]
    assert (uit["reden"] != "").all() and ingevuld.empty


def test_te_weinig_complete_cases_maar_wel_imputatie(tabel):
    """Every wijk misses one of two factors: no complete case, yet imputation can answer."""
    om_en_om = np.arange(len(tabel)) % 2 == 0
    data = tabel.assign(
        een=tabel["dichtheid"].where(om_en_om), twee=tabel["lbm_2012"].where(~om_en_om) * 2
    )
    uit, _ = schat(data, ["een", "twee"])
    assert uit.loc["complete_case", "reden"].str.contains("te weinig waarnemingen").all()
    assert uit.loc["complete_case", "coef"].isna().all()
    assert uit.loc["imputatie", ["coef", "coef_sd", "p"]].notna().all().all()
    assert uit["sd_factor"].notna().all()


def test_te_weinig_gemeenten(tabel):
    klein = tabel[tabel["gm_code"].isin(sorted(set(tabel["gm_code"]))[:3])]
    uit, _ = schat(klein)
    assert uit["reden"].str.contains("3 gemeente").all()
    zin = ontbrekend.betekenis_vergelijking(uit.reset_index())
    assert zin.startswith("Invullen is niet te vergelijken met weglaten: de wijken liggen in 3")
    assert not uit["reden"].str.contains("regressie 2012").any()


def test_te_weinig_imputaties(tabel):
    with pytest.raises(InvoerFout) as fout:
        schat(tabel, imputaties=5)
    assert "inferentie.imputaties" in str(fout.value) and "ten minste 20" in str(fout.value)


def test_factor_zonder_waarden_is_niet_in_te_vullen(tabel):
    with pytest.raises(InvoerFout, match="geen enkele wijk"):
        imputeer(tabel.assign(leeg=np.nan), ["leeg"])


def test_wijk_zonder_eindscore_wordt_niet_ingevuld(tabel):
    gaten = tabel.copy()
    gaten.loc[gaten.index[:10], "lbm_2014"] = np.nan
    uit, _ = schat(gaten)
    assert set(uit.loc["imputatie", "n"]) == {390}


# --- the pattern ---------------------------------------------------------------------------------


def test_patroon_telt_elke_combinatie(klein):
    uit = ontbrekend.patroon(klein, ["a", "b"], "selectie", boek(["a", "b"]))
    assert uit[["patroon", "label", "n_factoren", "n"]].to_numpy().tolist() == [
        ["volledig", "alles bekend", 0, 10],
        ["a", "A", 1, 1],
        ["a + b", "A en B", 2, 1],
    ]
    assert uit["aandeel"].sum() == pytest.approx(1)
    assert uit["n_gemeenten"].to_list() == [6, 1, 1]
    zin = ontbrekend.betekenis_patroon(uit, boek(["a", "b"]))
    assert zin == "Bij 2 van de 12 wijken (17%) ontbreekt ten minste één factor, het vaakst A."


def test_patroon_zonder_gaten(klein):
    uit = ontbrekend.patroon(klein.fillna(0.0), ["a", "b"], "selectie", boek(["a", "b"]))
    assert uit["patroon"].to_list() == ["volledig"]
    zin = ontbrekend.betekenis_patroon(uit, boek(["a", "b"]))
    assert zin == "Van alle 12 wijken zijn alle factoren bekend."


def test_samenhang_met_de_score_met_de_hand(klein):
    uit = ontbrekend.samenhang_met_score(
        klein, ["a", "b"], van=2012, tot=2014, steekproef="selectie", codeboek=boek(["a", "b"])
    ).set_index(["factor", "score"])
    assert list(dict.fromkeys(uit.index.get_level_values(0))) == ["a", "b", "alle factoren"]
    mist = klein["a"].isna()
    rij = uit.loc[("a", "verandering")]
    verandering = klein["lbm_2014"] - klein["lbm_2012"]
    assert rij["verschil"] == pytest.approx(verandering[mist].mean() - verandering[~mist].mean())
    assert rij["verschil_sd"] == pytest.approx(rij["verschil"] / verandering.std())
    assert (rij["n_ontbreekt"], rij["n_aanwezig"], rij["n_gemeenten_ontbreekt"]) == (2, 10, 2)
    assert rij["reden"] == "de wijken zonder waarde liggen in minder dan vijf gemeenten"
    assert np.isnan(rij["p"])
    zin = ontbrekend.betekenis_samenhang(uit.reset_index())
    assert "is niet te toetsen, want de wijken zonder waarde" in zin


def test_samenhang_toetst_met_standaardfouten_naar_gemeente(tabel):
    """The same as regressing the score on the indicator with `regressie.schat`."""
    keuze = {"van": 2012, "tot": 2014, "steekproef": "selectie", "codeboek": boek()}
    uit = ontbrekend.samenhang_met_score(tabel, FACTOREN, **keuze).set_index(["factor", "score"])
    mist = tabel["corporatie_pct"].isna().astype(float)
    wijken = tabel.reset_index().drop(columns=FACTOREN)
    context = pd.DataFrame({"wk_code": tabel.index, "mist": mist.to_numpy()})
    los = koppel(wijken, context, ["mist"])
    fit = regressie.schat(maak_ontwerp(los, ["mist"], **(KEUZE | {"model": "verandering"})))
    rij = uit.loc[("corporatie_pct", "verandering")]
    assert rij["verschil"] == pytest.approx(fit.params["mist"])
    assert rij["p"] == pytest.approx(fit.pvalues["mist"])
    assert rij["ci_laag"] == pytest.approx(fit.conf_int().loc["mist", 0])
    # the reference data are missing where the end score is high
    assert uit.loc[("alle factoren", "eindscore"), "p"] < 0.001
    assert "meer dan bij toeval past" in ontbrekend.betekenis_samenhang(uit.reset_index())
    assert "dichtheid" not in uit.index.get_level_values(0)


def test_samenhang_zonder_gaten(tabel):
    uit = ontbrekend.samenhang_met_score(
        tabel.dropna(subset=FACTOREN),
        FACTOREN,
        van=2012,
        tot=2014,
        steekproef="selectie",
        codeboek=boek(),
    )
    assert uit.empty and list(uit.columns) == ontbrekend.KOLOMMEN_SAMENHANG
    assert ontbrekend.betekenis_samenhang(uit).startswith("Er ontbreekt niets")


def test_zin_over_de_vergelijking(uitkomst):
    uit = uitkomst[0].reset_index()
    n = int(uit.loc[uit["schatting"] == "complete_case", "n"].iloc[0])
    zin = ontbrekend.betekenis_vergelijking(uit)
    assert zin.startswith(
        f"Met ingevulde gegevens (400 wijken in plaats van {n}) verandert de conclusie bij geen "
        "enkele factor; het meest verschuift de samenhang met "
    )
    anders = uit.copy()
    rij = (anders["schatting"] == "imputatie") & (anders["term"] == "corporatie_pct")
    anders.loc[rij, ["ci_laag", "coef_sd"]] = [-1.0, 0.5]
    zin = ontbrekend.betekenis_vergelijking(anders)
    assert "verandert de conclusie bij Corporatiewoningen; het meest" in zin
    assert zin.endswith("naar +0,500 punt per standaarddeviatie).")


def test_plan_noemt_het_aantal_imputaties():
    plan = ontbrekend.plan(20)
    assert any("20 keer ingevuld" in zin for zin in plan)
    assert all(zin.endswith(".") for zin in plan)
