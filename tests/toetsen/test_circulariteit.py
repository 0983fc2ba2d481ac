"""Circularity: dimensions add up to the total, and what is left without the one a factor feeds."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from leefbaarheid.analyse import regressie
from leefbaarheid.analyse.ontwerp import koppel, maak_ontwerp
from leefbaarheid.basis.begrippen import DIMENSIES
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.toetsen import circulariteit as circ

WORTEL = Path(__file__).resolve().parents[2]
REFERENTIE = WORTEL / "tests" / "reference"
FACTOREN = ["corporatie_pct", "woz_verandering_pct", "laag_inkomen_pct"]
VOEDT = {"corporatie_pct": "won", "laag_inkomen_pct": "soc"}
VENSTERS = [(2012, 2014), (2014, 2018)]
BASIS = 4.1022648511


@pytest.fixture
def panel() -> pd.DataFrame:
    """Dimensions in 2014 and 2018, none in 2012, for the 60 wijken of the reference data.

    `won` falls with the share of social housing and nothing else does, so that an association of
    the total with that share sits in its own dimension.
    """
    data = pd.read_csv(REFERENTIE / "regressie.csv")
    rng = np.random.default_rng(11)
    delen = {d: rng.normal(0, 0.03, 60) for d in DIMENSIES}
    rijen = []
    for jaar in (2012, 2014, 2018):
        if jaar == 2018:
            delen = {d: reeks + rng.normal(0, 0.004, 60) for d, reeks in delen.items()}
            delen["won"] = delen["won"] - 0.0015 * data["corporatie_pct"].to_numpy()
        jaarrij = pd.DataFrame({"wk_code": data["wk_code"], "jaar": jaar, **delen})
        jaarrij["lbm"] = BASIS + jaarrij[list(DIMENSIES)].sum(axis=1)
        if jaar == 2012:
            jaarrij[list(DIMENSIES)] = np.nan
        rijen.append(jaarrij)
    return pd.concat(rijen, ignore_index=True)


@pytest.fixture
def tabel(panel) -> pd.DataFrame:
    data = pd.read_csv(REFERENTIE / "regressie.csv")
    scores = panel.pivot(index="wk_code", columns="jaar", values="lbm").add_prefix("lbm_")
    wijken = data[["wk_code", "gm_code"]].merge(scores.reset_index(), on="wk_code")
    wijken = wijken.assign(gm_naam="Fictief", in_aanmerking=True)
    wijken["in_selectie"] = np.arange(60) % 4 != 0
    return koppel(wijken, data[["wk_code", *FACTOREN]], FACTOREN)


@pytest.fixture
def schat(tabel, panel):
    def doe(tabel=tabel, panel=panel, factoren=FACTOREN, voedt=VOEDT, **anders):
        vast = {"vensters": VENSTERS, "steekproeven": ("in_aanmerking",)}
        return circ.circulariteitstabel(
            tabel, panel, factoren, dimensie_van_factor=voedt, **(vast | anders)
        )

    return doe


def kies(uit, model, uitkomst):
    deel = uit[(uit["tot"] == 2018) & (uit["model"] == model) & (uit["uitkomst"] == uitkomst)]
    return deel.set_index("factor")


# --- the numbers ---------------------------------------------------------------------------------


@pytest.mark.traag
def test_dimensies_tellen_op_tot_het_totaal(schat):
    """OLS is linear in the outcome: to 1e-10 in the change form, not in the ANCOVA form."""
    uit = schat()
    for model, exact in (("verandering", True), ("ancova", False)):
        totaal = kies(uit, model, "totaal")["coef"]
        som = sum(kies(uit, model, d)["coef"] for d in DIMENSIES)
        assert (np.abs(som - totaal).max() < 1e-10) == exact
        for d in ("won", "soc"):
            zonder = kies(uit, model, f"totaal_zonder_{d}")["coef"]
            verschil = zonder + kies(uit, model, d)["coef"] - totaal
            assert (verschil.abs().max() < 1e-10) == exact


@pytest.mark.traag
def test_totaal_is_de_regressie_op_de_score(schat, tabel):
    """The sum of dimensions gives the coefficients and errors of the score itself, both forms."""
    uit = schat()
    for model in circ.MODELLEN:
        ontwerp = maak_ontwerp(
            tabel, FACTOREN, van=2014, tot=2018, model=model, steekproef="in_aanmerking",
            basisjaar=2012,
        )  # fmt: skip
        bekend = regressie.schat(ontwerp).tabel.loc[FACTOREN]
        gevonden = kies(uit, model, "totaal")
        np.testing.assert_allclose(gevonden["coef"], bekend["coef"], rtol=1e-8)
        np.testing.assert_allclose(gevonden["se"], bekend["se"], rtol=1e-8)
        np.testing.assert_allclose(gevonden["p"], bekend["p"], rtol=1e-8)
        sd = ontwerp.X[FACTOREN].std(ddof=1)
        np.testing.assert_allclose(gevonden["coef_sd"], gevonden["coef"] * sd, rtol=1e-10)
        assert gevonden["n"].eq(60).all() and gevonden["n_gemeenten"].eq(9).all()


@pytest.mark.traag
def test_dimensie_in_ancova_vorm_met_de_hand(schat, tabel, panel):
    """End dimension on begin dimension and factors, by least squares."""
    begin, eind = (
        panel[panel["jaar"] == jaar].set_index("wk_code")["soc"].loc[tabel.index]
        for jaar in (2014, 2018)
    )
    X = np.column_stack([np.ones(60), begin, tabel[FACTOREN]])
    b = np.linalg.lstsq(X, eind.to_numpy(), rcond=None)[0]
    np.testing.assert_allclose(kies(schat(), "ancova", "soc")["coef"], b[2:], rtol=1e-8)


@pytest.mark.traag
def test_voedt_zegt_of_de_dimensie_in_de_uitkomst_zit(schat):
    voedt = schat().query("tot == 2018 and model == 'ancova'")
    voedt = voedt.pivot(index="factor", columns="uitkomst", values="voedt")
    assert list(voedt.columns[voedt.loc["corporatie_pct"]]) == [
        "totaal",
        "totaal_zonder_soc",
        "won",
    ]
    assert list(voedt.columns[voedt.loc["laag_inkomen_pct"]]) == [
        "soc", "totaal", "totaal_zonder_won",
    ]  # fmt: skip
    assert not voedt.loc["woz_verandering_pct"].any()


@pytest.mark.traag
def test_alle_uitkomsten_gebruiken_dezelfde_wijken(schat, panel):
    gat = panel.copy()
    gat.loc[(gat["jaar"] == 2018) & (gat["wk_code"] == "WK900000"), ["soc"]] = np.nan
    uit = schat(panel=gat).query("tot == 2018")
    assert uit["n"].eq(59).all()


# --- what cannot be estimated --------------------------------------------------------------------


@pytest.mark.traag
def test_venster_zonder_dimensies_houdt_een_rij_per_factor(schat):
    leeg = schat().query("tot == 2014")
    assert len(leeg) == 2 * len(FACTOREN)
    assert leeg["uitkomst"].eq("geen").all()
    assert leeg["reden"].eq("geen_dimensiescores?jaren=2012").all()
    assert leeg[["coef", "coef_sd", "p"]].isna().all(axis=None)
    assert not leeg["voedt"].any()


@pytest.mark.traag
def test_factor_zonder_waarden_wordt_gemeld_en_de_rest_geschat(schat, tabel):
    met = tabel.assign(leeg=np.nan, vast=3.0)
    uit = schat(tabel=met, factoren=[*FACTOREN, "leeg", "vast"]).query("tot == 2018")
    redenen = uit[uit["uitkomst"] == "geen"].groupby("factor")["reden"].unique()
    assert redenen["leeg"][0] == "factor_leeg"
    assert redenen["vast"][0] == "factor_vast"
    over = uit[uit["uitkomst"] != "geen"].reset_index(drop=True)
    pd.testing.assert_frame_equal(over, schat().query("tot == 2018").reset_index(drop=True))


@pytest.mark.traag
def test_te_weinig_gemeenten_is_een_reden(schat, tabel):
    weinig = tabel[tabel["gm_code"] <= "GM9003"]
    uit = schat(tabel=weinig).query("tot == 2018")
    assert uit["uitkomst"].eq("geen").all()
    assert uit["reden"].eq("te_weinig_gemeenten?n_gemeenten=4&minimum=5").all()


@pytest.mark.parametrize(
    ("voedt", "stukken"),
    [
        ({"corporatie": "won"}, ["deze factor bestaat niet", "Bedoelde u corporatie_pct?"]),
        ({"corporatie_pct": "wonen"}, ["deze dimensie bestaat niet", "Bedoelde u won?"]),
        ({"corporatie_pct": "x"}, ["Kies uit: fys, onv, soc, vrz, won."]),
    ],
)
def test_onbekende_factor_of_dimensie(schat, voedt, stukken):
    with pytest.raises(InvoerFout) as fout:
        schat(voedt=voedt)
    assert "sleutel 'inferentie.dimensie_van_factor'" in str(fout.value)
    for stuk in stukken:
        assert stuk in str(fout.value)


def test_dimensies_die_niet_optellen_zijn_een_fout_van_het_programma(schat, panel):
    scheef = panel.copy()
    scheef.loc[scheef.index[-1], "lbm"] += 0.01
    with pytest.raises(ValueError, match="do not add up to the score in 2018"):
        schat(panel=scheef)


# --- summary -------------------------------------------------------------------------------------


@pytest.mark.traag
def test_samenhang_die_in_de_eigen_dimensie_zit(schat):
    """The constructed case: the total falls with social housing, without `won` it does not."""
    uit = schat()
    vat = circ.circulariteit_samenvatting(uit, VOEDT)
    assert list(vat.columns) == circ.KOLOMMEN_SAMENVATTING
    rij = vat[(vat["tot"] == 2018) & (vat["model"] == "verandering")].set_index("factor")
    corporatie = rij.loc["corporatie_pct"]
    assert corporatie["p_totaal"] < 0.001 and corporatie["p_zonder"] > 0.05
    assert corporatie["significantie_verschilt"] and not corporatie["eensgezind"]
    delen = [
        kies(uit, "verandering", u).loc["corporatie_pct", "coef_sd"] for u in ("won", "totaal")
    ]
    assert corporatie["aandeel_dimensie"] == pytest.approx(delen[0] / delen[1])
    assert corporatie["aandeel_dimensie"] == pytest.approx(1, abs=0.15)
    geen = rij.loc["woz_verandering_pct"]
    assert geen["reden"] == "geen_dimensie_aangewezen"
    assert np.isfinite(geen["coef_sd_totaal"]) and np.isnan(geen["coef_sd_zonder"])
    ancova = vat[(vat["tot"] == 2018) & (vat["model"] == "ancova")]
    assert ancova["aandeel_dimensie"].isna().all()
    vroeg = vat[vat["tot"] == 2014]
    assert len(vroeg) == 6 and vroeg["reden"].eq("geen_dimensiescores?jaren=2012").all()


@pytest.mark.parametrize(
    ("totaal", "zonder"),
    [
        ((-0.02, 0.01), (-0.015, 0.01)),
        ((-0.02, 0.01), (0.02, 0.01)),
        ((-0.02, 0.04), (-0.0199, 0.06)),
        ((-0.02, 0.2), (-0.03, 0.01)),
        ((-0.02, 0.2), (-0.01, 0.5)),
    ],
)
def test_vlaggen_volgen_de_getallen(totaal, zonder):
    kop = {"van": 2014, "tot": 2018, "model": "verandering", "steekproef": "selectie"}
    rijen = [
        {**kop, "uitkomst": u, "factor": "f", "label": "Huur", "coef_sd": coef, "p": p, "reden": "",
         "ci_sd_laag": coef, "ci_sd_hoog": coef, "n": 60, "n_gemeenten": 9}
        for u, (coef, p) in {
            "totaal": totaal, "totaal_zonder_won": zonder, "won": (totaal[0] - zonder[0], 0.5),
        }.items()
    ]  # fmt: skip
    uit = circ.circulariteit_samenvatting(pd.DataFrame(rijen), {"f": "won"}).iloc[0]
    assert uit["teken_verschilt"] == (totaal[0] * zonder[0] < 0)
    assert uit["significantie_verschilt"] == ((totaal[1] < 0.05) != (zonder[1] < 0.05))
