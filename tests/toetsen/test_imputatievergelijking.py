"""Complete cases and imputation: against statsmodels and a known truth."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hulp import gaten
from hulp.gaten import FACTOREN, KEUZE, boek, gekoppeld
from leefbaarheid.analyse import regressie
from leefbaarheid.analyse.coefficienten import coefficienten
from leefbaarheid.analyse.ontwerp import maak_ontwerp
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.toetsen import imputatievergelijking as iv


@pytest.fixture(scope="module")
def tabel() -> pd.DataFrame:
    return gaten.tabel()


@pytest.fixture(scope="module")
def mice() -> dict:
    return gaten.mice()


def schat(tabel, factoren=FACTOREN, imputaties=20, zaad=20170307, **anders):
    uit, ingevuld, _ = iv.vergelijk(
        tabel, factoren, boek(factoren), imputaties=imputaties, zaad=zaad, **(KEUZE | anders)
    )
    return uit.set_index(["schatting", "term"]), ingevuld


@pytest.fixture(scope="module")
def uitkomst(tabel):
    return schat(tabel, imputaties=100)


@pytest.mark.traag
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


@pytest.mark.traag
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


@pytest.mark.traag
def test_trekkingen_hangen_niet_af_van_het_globale_zaad(tabel):
    np.random.seed(1)
    een = schat(tabel)[0]
    np.random.seed(2)
    pd.testing.assert_frame_equal(een, schat(tabel)[0])


@pytest.mark.traag
def test_vergelijking_per_modelvorm_gebruikt_dezelfde_ingevulde_data(tabel):
    """ANCOVA and change on the same completed data: the outcome differs by the begin score."""
    _, een = schat(tabel)
    _, ander = schat(tabel, model="verandering")
    pd.testing.assert_frame_equal(een, ander)


def test_er_ontbreekt_niets(tabel):
    vol = tabel.dropna(subset=FACTOREN)
    uit, ingevuld = schat(vol)
    assert set(uit.loc["imputatie", "reden"]) == {"niets_ontbreekt"}
    assert uit.loc["imputatie", "coef"].isna().all()
    assert uit.loc["complete_case", "p"].notna().all()
    assert ingevuld.empty


@pytest.mark.traag
def test_lege_en_vaste_factoren_blijven_staan_met_een_reden(tabel):
    data = tabel.assign(leeg=np.nan, vast=3.0)
    factoren = [*FACTOREN, "leeg", "vast"]
    uit, _ = schat(data, factoren)
    for schatting in ("complete_case", "imputatie"):
        assert uit.loc[(schatting, "leeg"), "reden"] == "factor_leeg"
        assert uit.loc[(schatting, "vast"), "reden"] == "factor_vast"
        assert np.isnan(uit.loc[(schatting, "leeg"), "coef"])
    zonder, _ = schat(data)
    kolommen = ["coef", "se", "p", "fmi"]
    termen = [("imputatie", t) for t in ("beginscore", *FACTOREN)]
    pd.testing.assert_frame_equal(uit.loc[termen, kolommen], zonder.loc[termen, kolommen])


def test_alleen_lege_factoren(tabel):
    uit, ingevuld = schat(tabel.assign(leeg=np.nan), ["leeg"])
    assert uit.index.to_list() == [("complete_case", "leeg"), ("imputatie", "leeg")]
    assert (uit["reden"] != "").all() and ingevuld.empty


@pytest.mark.traag
def test_te_weinig_complete_cases_maar_wel_imputatie(tabel):
    """Every wijk misses one of two factors: no complete case, yet imputation can answer."""
    om_en_om = np.arange(len(tabel)) % 2 == 0
    data = tabel.assign(
        een=tabel["dichtheid"].where(om_en_om), twee=tabel["lbm_2012"].where(~om_en_om) * 2
    )
    uit, _ = schat(data, ["een", "twee"])
    assert uit.loc["complete_case", "reden"].str.startswith("te_weinig_waarnemingen?").all()
    assert uit.loc["complete_case", "coef"].isna().all()
    assert uit.loc["imputatie", ["coef", "coef_sd", "p"]].notna().all().all()
    assert uit["sd_factor"].notna().all()


@pytest.mark.traag
def test_te_weinig_gemeenten(tabel):
    klein = tabel[tabel["gm_code"].isin(sorted(set(tabel["gm_code"]))[:3])]
    uit, _ = schat(klein)
    assert uit["reden"].eq("te_weinig_gemeenten?n_gemeenten=3&minimum=5").all()


def test_te_weinig_imputaties(tabel):
    with pytest.raises(InvoerFout) as fout:
        schat(tabel, imputaties=5)
    assert "inferentie.imputaties" in str(fout.value) and "ten minste 20" in str(fout.value)


@pytest.mark.traag
def test_wijk_zonder_eindscore_wordt_niet_ingevuld(tabel):
    gaten = tabel.copy()
    gaten.loc[gaten.index[:10], "lbm_2014"] = np.nan
    uit, _ = schat(gaten)
    assert set(uit.loc["imputatie", "n"]) == {390}
