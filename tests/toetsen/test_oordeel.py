"""What changed the answer: the table factor x check and the verdict words."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from leefbaarheid.basis.oordeel import CONTROLES, Oordeel
from leefbaarheid.basis.redenen.code import ontleed
from leefbaarheid.toetsen.oordeel import stemmen, weeg
from leefbaarheid.toetsen.trekkingen import uit

HOOFD = {"uitkomst": "2012-2014", "van": 2012, "tot": 2014, "model": "ancova"}


def clusterrij(factor: str, coef: float, p: dict[str, float], steekproef: str = "selectie"):
    """A row of robuustheid_clusters; sd_factor 2, so per sd everything doubles."""
    rij = HOOFD | {"steekproef": steekproef, "term": factor, "sd_factor": 2.0, "reden": None}
    rij |= {"coef_sd": 2 * coef, "p": p["wcr"], "loo_min": coef * 0.8, "loo_max": coef * 1.2}
    rij |= {"ci_sd_laag": 2 * coef - 0.01, "ci_sd_hoog": 2 * coef + 0.01}
    for schatter in ("crv1", "crv3", "wcr"):
        rij |= {
            f"{schatter}_p": p[schatter],
            f"{schatter}_ci_laag": coef - 0.005,
            f"{schatter}_ci_hoog": coef + 0.005,
        }
    return rij


def variantrij(factor: str, variant: str, coef_sd: float, p: float):
    return HOOFD | {
        "steekproef": "selectie",
        "term": factor,
        "variant": variant,
        "coef_sd": coef_sd,
        "ci_sd_laag": coef_sd - 0.01,
        "ci_sd_hoog": coef_sd + 0.01,
        "p": p,
        "reden": None,
    }


def toetsrij(factor: str, p: float, verworpen: bool, familie: str = "primair"):
    """A row of robuustheid_toetsen."""
    methode = {"primair": "Holm", "verkennend": "Benjamini-Hochberg"}[familie]
    return HOOFD | {
        **{"steekproef": "selectie", "term": factor, "familie": familie, "methode": methode},
        **{"p_aangepast": p, "verworpen": verworpen, "reden": None},
    }


def gesplitst(factor: str, binnen: float, tussen: float, p_verschil: float, p_binnen: float = 0.6):
    """The leading row of robuustheid_binnen_tussen, beside one that does not lead."""
    rij = {"steekproef": "selectie", "factor": factor, "leidend": True, "reden": None}
    rij |= {"coef_sd_binnen": binnen, "coef_sd_tussen": tussen, "p_verschil": p_verschil}
    rij |= {"ci_sd_laag_binnen": binnen - 0.01, "ci_sd_hoog_binnen": binnen + 0.01}
    rij |= {"p_binnen": p_binnen}
    ander = rij | {"leidend": False, "p_verschil": 1e-9}
    return {"robuustheid_binnen_tussen": pd.DataFrame([ander, rij])}


def oordeel(clusters, varianten=(), extra=None):
    tabellen = {"robuustheid_clusters": pd.DataFrame(clusters)}
    if varianten:
        tabellen["robuustheid_varianten"] = pd.DataFrame(varianten)
    factoren = list(dict.fromkeys(rij["term"] for rij in clusters))
    return weeg(
        tabellen | (extra or {}),
        factoren=factoren,
        labels={factor: factor.upper() for factor in factoren},
        primair="wcr",
        hoofdvenster=[2012, 2014],
        hoofdmodel="ancova",
    )


ALLES_KLEIN = {"crv1": 0.001, "crv3": 0.01, "wcr": 0.02}
ALLES_GROOT = {"crv1": 0.4, "crv3": 0.5, "wcr": 0.6}


ANDERS = [variantrij("a", naam, 0.02, 0.01) for naam in ("huber", "gewogen")]
"""Two checks with another estimate, of two votes, that both agree."""


def test_robuust_als_alles_dezelfde_kant_op_wijst_en_nul_uitsluit():
    hc3 = variantrij("a", "hc3", 0.02, 0.01)
    _, eind = oordeel([clusterrij("a", 0.01, ALLES_KLEIN)], [hc3, *ANDERS])
    rij = eind.iloc[0]
    assert rij["oordeel"] == "robuust"
    # crv1, crv3, loo and hc3 share the estimate and are one vote
    assert (rij["n_stemmen"], rij["n_zelfde_teken"]) == (3, 3)
    assert (rij["n_met_toets"], rij["n_sluit_nul_uit"]) == (3, 3)
    assert rij["waarom"] == "geteld?n_stemmen=3&n_zelfde_teken=3&n_sluit_nul_uit=3&n_met_toets=3"
    assert rij["coef_sd"] == pytest.approx(0.02)


def test_wat_de_schatting_deelt_is_een_stem():
    """Seven ways of getting the uncertainty of one estimate do not outvote one other estimate."""
    tabel, eind = oordeel(
        [clusterrij("a", 0.01, ALLES_KLEIN)],
        [variantrij("a", "hc3", 0.02, 0.01), variantrij("a", "huber", 0.02, 0.3)],
        {"robuustheid_toetsen": pd.DataFrame([toetsrij("a", 0.02, True)])},
    )
    precisie = tabel[tabel["stem"] == "precisie"]
    assert set(precisie["controle"]) == {
        *("crv1", "crv3", "wcr", "correctie", "loo", "hc3", "conley", "ruis"),
    }
    assert eind["oordeel"].tolist() == ["gevoelig"]  # one of two votes excludes zero
    assert eind["waarom"].tolist() == ["niet_aantoonbaar_bij?stemmen=uitbijters"]


def test_een_stem_zegt_wat_al_haar_controles_zeggen():
    varianten = [
        variantrij("a", "huber", 0.02, 0.01),
        variantrij("a", "zonder_invloedrijk", 0.02, 0.2),
    ]
    tabel, _ = oordeel([clusterrij("a", 0.01, ALLES_KLEIN)], varianten)
    stem = stemmen(tabel[tabel["controle"] != "wcr"])
    assert stem.loc["uitbijters"].tolist() == [True, False]
    assert stem.loc["precisie"].tolist() == [True, True]


def test_een_robuuste_samenhang_noemt_haar_uitzondering():
    varianten = [*ANDERS, variantrij("a", "ancova", 0.02, 0.01)]
    regressie = pd.DataFrame(
        [variantrij("a", "x", 0.02, p) | {"model": m} for m, p in (("verandering", 0.2),)]
    )
    extra = {"regressie": regressie}
    _, eind = oordeel([clusterrij("a", 0.01, ALLES_KLEIN)], varianten[:2], extra)
    assert eind["oordeel"].tolist() == ["robuust"]  # three of four exclude zero
    code, velden = ontleed(eind["waarom"].iloc[0])
    assert code == "geteld_behalve" and velden["stemmen"] == "modelvorm"


def test_gevoelig_als_een_controle_de_andere_kant_op_wijst():
    ander = variantrij("a", "gewogen", -0.02, 0.01)
    _, eind = oordeel([clusterrij("a", 0.01, ALLES_KLEIN)], [ander, ANDERS[0]])
    assert eind["oordeel"].tolist() == ["gevoelig"]
    assert eind["waarom"].tolist() == ["andere_richting_bij?stemmen=wijken"]


@pytest.mark.parametrize(
    ("binnen", "tussen", "p_verschil", "waarom"),
    [
        (0.001, 0.04, 0.01, "vooral_tussen_gemeenten"),
        # a small estimate alone is no difference
        (0.001, 0.04, 0.20, "geteld_behalve"),
        (0.001, 0.04, np.nan, "geteld_behalve"),
        # a difference the other way is none between gemeenten
        (0.04, 0.01, 0.01, "geteld_behalve"),
    ],
)
def test_vooral_een_verschil_tussen_gemeenten_alleen_als_dat_getoetst_is(
    binnen, tussen, p_verschil, waarom
):
    extra = gesplitst("a", binnen, tussen, p_verschil)
    _, eind = oordeel([clusterrij("a", 0.01, ALLES_KLEIN)], ANDERS, extra)
    assert ontleed(eind["waarom"].iloc[0]).code == waarom
    assert eind["oordeel"].tolist() == ["gevoelig" if waarom[0] == "v" else "robuust"]
    assert eind["p_binnen"].tolist() == [0.6]


@pytest.mark.parametrize("familie", ["primair", "verkennend"])
def test_wat_de_eigen_correctie_niet_haalt_is_niet_robuust(familie):
    extra = {"robuustheid_toetsen": pd.DataFrame([toetsrij("a", 0.06, False, familie)])}
    _, eind = oordeel([clusterrij("a", 0.01, ALLES_KLEIN)], ANDERS, extra)
    rij = eind.iloc[0]
    assert (rij["oordeel"], rij["houdt_stand"], rij["p_aangepast"]) == ("gevoelig", False, 0.06)
    methode = "Holm" if familie == "primair" else "Benjamini-Hochberg"
    assert ontleed(rij["waarom"]) == ("niet_na_correctie", {"methode": methode})
    extra = {"robuustheid_toetsen": pd.DataFrame([toetsrij("a", 0.04, True, familie)])}
    _, eind = oordeel([clusterrij("a", 0.01, ALLES_KLEIN)], ANDERS, extra)
    assert eind["oordeel"].tolist() == ["robuust"] and eind["houdt_stand"].tolist() == [True]


def test_zonder_correctie_is_er_geen_uitspraak_over_standhouden():
    _, eind = oordeel([clusterrij("a", 0.01, ALLES_KLEIN)], ANDERS)
    assert eind["houdt_stand"].isna().all() and eind["oordeel"].tolist() == ["robuust"]


@pytest.mark.parametrize(("keer", "oordeel_"), [(0.012, "robuust"), (0.008, "gevoelig")])
def test_een_weggelaten_kenmerk_telt_met_zijn_interval(keer, oordeel_):
    """As strong as the strongest factor observed; another kenmerk or multiple has no say."""
    rij = HOOFD | {"steekproef": "selectie", "term": "a", "reden": None, "sterkste": "woz"}
    grens = HOOFD | {"steekproef": "selectie", "term": "a", "reden": None}
    grens |= {"ci_sd_laag": keer - 0.01, "ci_sd_hoog": keer + 0.01}
    grenzen = [
        grens | {"kenmerk": "woz", "keer": 1, "coef_sd": keer},
        grens | {"kenmerk": "woz", "keer": 3, "coef_sd": -0.02},
        grens | {"kenmerk": "huur", "keer": 1, "coef_sd": -0.02},
    ]
    extra = {
        "robuustheid_weggelaten": pd.DataFrame([rij]),
        "robuustheid_weggelaten_grenzen": pd.DataFrame(grenzen),
    }
    tabel, eind = oordeel([clusterrij("a", 0.01, ALLES_KLEIN)], ANDERS[:1], extra)
    gevonden = tabel.set_index("controle").loc["weggelaten"]
    assert gevonden["coef_sd"] == keer and gevonden["sluit_nul_uit"] == (keer > 0.01)
    assert eind["oordeel"].tolist() == [oordeel_]


def test_een_verschuiving_telt_met_de_minst_duidelijke_uitkomst():
    rijen = [
        variantrij("a", "x", coef, p) | {"verschoven": "b", "delta": delta}
        for delta, coef, p in ((-0.5, 0.02, 0.2), (0.0, 0.02, 0.01), (0.5, 0.03, 0.001))
    ]
    extra = {"robuustheid_mnar": pd.DataFrame(rijen)}
    tabel, _ = oordeel([clusterrij("a", 0.01, ALLES_KLEIN)], extra=extra)
    gevonden = tabel.set_index("controle").loc["mnar"]
    assert gevonden["p"] == 0.2 and not gevonden["sluit_nul_uit"]
    rijen[2]["coef_sd"] = -0.001  # another sign counts before any p-value
    extra = {"robuustheid_mnar": pd.DataFrame(rijen)}
    tabel, _ = oordeel([clusterrij("a", 0.01, ALLES_KLEIN)], extra=extra)
    assert not tabel.set_index("controle").loc["mnar", "zelfde_teken"]


def test_ruimte_telt_naar_de_naaste_buren_en_ruis_bij_de_precisie():
    rijen = [
        variantrij("a", "x", coef, 0.01) | {"gewichten": gewichten, "factor": "a"}
        for gewichten, coef in (("afstand", 0.05), ("knn", 0.03))
    ]
    placebo = HOOFD | {"steekproef": "selectie", "factor": "a", "p_placebo": 0.2, "reden": None}
    extra = {
        "robuustheid_ruimte": pd.DataFrame(rijen).drop(columns="term"),
        "robuustheid_ruimte_placebo": pd.DataFrame([placebo]),
    }
    tabel, _ = oordeel([clusterrij("a", 0.01, ALLES_KLEIN)], extra=extra)
    tabel = tabel.set_index("controle")
    assert tabel.loc["ruimte", ["coef_sd", "stem"]].tolist() == [0.03, "ruimte"]
    assert tabel.loc["ruis", ["coef_sd", "p", "stem"]].tolist() == [0.02, 0.2, "precisie"]
    assert not tabel.loc["ruis", "sluit_nul_uit"]


def test_gevoelig_als_te_veel_stemmen_nul_niet_uitsluiten():
    p = {"crv1": 0.001, "crv3": 0.2, "wcr": 0.04}
    _, eind = oordeel([clusterrij("a", 0.01, p)])
    assert eind["oordeel"].tolist() == ["gevoelig"]
    assert eind["waarom"].tolist() == ["niet_aantoonbaar_bij?stemmen=precisie"]


def test_gevoelig_als_alleen_een_deel_van_de_controles_iets_ziet():
    p = {"crv1": 0.04, "crv3": 0.06, "wcr": 0.07}
    _, eind = oordeel([clusterrij("a", 0.01, p)], ANDERS[:1])
    assert eind["oordeel"].tolist() == ["gevoelig"]
    assert eind["waarom"].tolist() == ["alleen_aantoonbaar_bij?stemmen=uitbijters"]


def test_onzeker_als_niets_nul_uitsluit():
    _, eind = oordeel([clusterrij("a", 0.001, ALLES_GROOT)])
    assert eind["oordeel"].tolist() == ["onzeker"]


def test_een_factor_zonder_schatting_is_niet_te_toetsen_en_blijft_staan():
    rij = clusterrij("a", 0.01, dict.fromkeys(("crv1", "crv3", "wcr"), np.nan))
    rij |= {"coef_sd": np.nan, "reden": "factor_vast"}
    tabel, eind = oordeel([rij, clusterrij("b", 0.01, ALLES_KLEIN)])
    assert eind["oordeel"].tolist() == ["niet te toetsen", "robuust"]
    assert not tabel.loc[tabel["factor"] == "a", "telt_mee"].any()


def test_zonder_de_controle_van_gemeenten_leidt_de_regressie_zelf():
    regressie = [variantrij("a", "x", 0.02, 0.01), variantrij("a", "x", 0.03, 0.02)]
    regressie[1] |= {"model": "verandering"}
    tabellen = uit("robuustheid_clusters") | {"regressie": pd.DataFrame(regressie)}
    _, eind = weeg(
        tabellen,
        factoren=["a"],
        labels={"a": "A"},
        primair="crv3",
        hoofdvenster=[2012, 2014],
        hoofdmodel="ancova",
    )
    assert eind[["coef_sd", "p", "oordeel"]].iloc[0].tolist() == [0.02, 0.01, "robuust"]


def test_weglaten_van_een_gemeente_telt_alleen_voor_de_richting():
    rij = clusterrij("a", 0.01, ALLES_KLEIN) | {"loo_min": -0.001}
    tabel, eind = oordeel([rij])
    loo = tabel[tabel["controle"] == "loo"].iloc[0]
    assert loo["telt_mee"] and not loo["zelfde_teken"] and pd.isna(loo["sluit_nul_uit"])
    assert eind["oordeel"].tolist() == ["gevoelig"]


def test_een_controle_die_uit_staat_telt_niet_mee():
    uitgezet = uit("robuustheid_varianten", "robuustheid_afhankelijkheid", "robuustheid_moran")
    tabel, eind = oordeel([clusterrij("a", 0.01, ALLES_KLEIN)], extra=uitgezet)
    weg = tabel[tabel["controle"].isin(["hc3", "random_intercept", "conley"])]
    assert not weg["telt_mee"].any()
    assert eind["n_stemmen"].tolist() == [1]


def test_singulier_model_en_conley_zonder_ruimtelijke_samenhang_tellen_niet_mee():
    afhankelijk = [
        variantrij("a", naam, 0.02, 0.9) | {"status": status}
        for naam, status in (("random_intercept", "singulier"), ("conley", "geschat"))
    ]
    moran = HOOFD | {"steekproef": "selectie", "gewichten": "knn", "significant": False}
    extra = {
        "robuustheid_afhankelijkheid": pd.DataFrame(afhankelijk),
        "robuustheid_moran": pd.DataFrame([moran]),
    }
    tabel, eind = oordeel([clusterrij("a", 0.01, ALLES_KLEIN)], extra=extra)
    redenen = tabel.set_index("controle")["reden"]
    assert redenen["random_intercept"] == "model_is?status=singulier"
    assert redenen["conley"] == "geen_ruimtelijke_samenhang"
    assert eind["oordeel"].tolist() == ["robuust"]
    extra["robuustheid_moran"] = pd.DataFrame([moran | {"significant": True}])
    tabel, _ = oordeel([clusterrij("a", 0.01, ALLES_KLEIN)], extra=extra)
    assert tabel.set_index("controle").at["conley", "telt_mee"]


def test_alle_woorden_komen_uit_de_vaste_lijst():
    gevallen = [clusterrij(f"f{i}", 0.01, p) for i, p in enumerate((ALLES_KLEIN, ALLES_GROOT))]
    tabel, eind = oordeel(gevallen)
    assert set(eind["oordeel"]) <= set(Oordeel)
    assert set(tabel["controle"]) <= set(CONTROLES)
    assert tabel.groupby("factor").size().nunique() == 1
