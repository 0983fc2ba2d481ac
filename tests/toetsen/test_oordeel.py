"""What changed the answer: the table factor x check and the verdict words."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from leefbaarheid.basis.oordeel import CONTROLES, Oordeel
from leefbaarheid.basis.redenen.code import ontleed
from leefbaarheid.toetsen.oordeel import weeg
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


def test_robuust_als_alles_dezelfde_kant_op_wijst_en_nul_uitsluit():
    _, eind = oordeel([clusterrij("a", 0.01, ALLES_KLEIN)], [variantrij("a", "hc3", 0.02, 0.01)])
    rij = eind.iloc[0]
    assert rij["oordeel"] == "robuust"
    # crv1, crv3, loo and hc3 beside the leading estimator; loo has no p
    assert (rij["n_controles"], rij["n_zelfde_teken"], rij["n_sluit_nul_uit"]) == (4, 4, 3)
    assert rij["waarom"] == (
        "geteld?n_controles=4&n_zelfde_teken=4&n_sluit_nul_uit=3&n_met_toets=3"
    )
    assert rij["coef_sd"] == pytest.approx(0.02)


def test_een_robuuste_samenhang_noemt_haar_uitzondering():
    varianten = [variantrij("a", naam, 0.02, p) for naam, p in (("hc3", 0.01), ("huber", 0.2))]
    _, eind = oordeel([clusterrij("a", 0.01, ALLES_KLEIN)], varianten)
    assert eind["oordeel"].tolist() == ["robuust"]  # three of four exclude zero
    code, velden = ontleed(eind["waarom"].iloc[0])
    assert code == "geteld_behalve" and velden["controles"] == "huber"


def test_gevoelig_als_een_controle_de_andere_kant_op_wijst():
    _, eind = oordeel([clusterrij("a", 0.01, ALLES_KLEIN)], [variantrij("a", "hc3", -0.02, 0.01)])
    assert eind["oordeel"].tolist() == ["gevoelig"]
    assert eind["waarom"].tolist() == ["andere_richting_bij?controles=hc3"]


@pytest.mark.parametrize(("coef_sd", "oordeel_"), [(0.0051, "robuust"), (0.0049, "gevoelig")])
def test_een_schatting_die_vrijwel_verdwijnt_maakt_de_samenhang_gevoelig(coef_sd, oordeel_):
    # the leading estimate is 0.02 per sd: a quarter is 0.005
    varianten = [variantrij("a", "gewogen", 0.02, 0.01), variantrij("a", "hc3", coef_sd, 0.3)]
    _, eind = oordeel([clusterrij("a", 0.01, ALLES_KLEIN)], varianten)
    assert eind["oordeel"].tolist() == [oordeel_]
    if oordeel_ == "gevoelig":
        assert eind["waarom"].tolist() == ["verdwijnt_bij?controles=hc3"]


def test_gevoelig_als_te_veel_controles_nul_niet_uitsluiten():
    p = {"crv1": 0.001, "crv3": 0.2, "wcr": 0.04}
    _, eind = oordeel([clusterrij("a", 0.01, p)])
    assert eind["oordeel"].tolist() == ["gevoelig"]
    assert eind["waarom"].tolist() == ["niet_aantoonbaar_bij?controles=crv3"]


def test_gevoelig_als_alleen_een_deel_van_de_controles_iets_ziet():
    p = {"crv1": 0.04, "crv3": 0.06, "wcr": 0.07}
    _, eind = oordeel([clusterrij("a", 0.01, p)])
    assert eind["oordeel"].tolist() == ["gevoelig"]
    assert eind["waarom"].tolist() == ["alleen_aantoonbaar_bij?controles=crv1"]


def test_onzeker_als_niets_nul_uitsluit():
    _, eind = oordeel([clusterrij("a", 0.001, ALLES_GROOT)])
    assert eind["oordeel"].tolist() == ["onzeker"]


def test_een_factor_zonder_schatting_is_niet_te_toetsen_en_blijft_staan():
    rij = clusterrij("a", 0.01, dict.fromkeys(("crv1", "crv3", "wcr"), np.nan))
    rij |= {"coef_sd": np.nan, "reden": "factor_vast"}
    tabel, eind = oordeel([rij, clusterrij("b", 0.01, ALLES_KLEIN)])
    assert eind["oordeel"].tolist() == ["niet te toetsen", "robuust"]
    assert not tabel.loc[tabel["factor"] == "a", "telt_mee"].any()


def test_weglaten_van_een_gemeente_telt_alleen_voor_de_richting():
    rij = clusterrij("a", 0.01, ALLES_KLEIN) | {"loo_min": -0.001}
    tabel, eind = oordeel([rij])
    loo = tabel[tabel["controle"] == "loo"].iloc[0]
    assert loo["telt_mee"] and not loo["zelfde_teken"] and pd.isna(loo["sluit_nul_uit"])
    assert eind["oordeel"].tolist() == ["gevoelig"]


def test_een_controle_die_uit_staat_telt_niet_mee():
    uitgezet = uit("robuustheid_varianten", "robuustheid_afhankelijkheid", "robuustheid_moran")
    tabel, eind = oordeel([clusterrij("a", 0.01, ALLES_KLEIN)], extra=uitgezet)
    weg = tabel[tabel["controle"].isin(["hc3", "gemeente_fe", "conley"])]
    assert not weg["telt_mee"].any()
    assert eind["n_controles"].tolist() == [3]


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
