"""Estimates and verdicts of two editions side by side."""

from __future__ import annotations

import pandas as pd
import pytest

from leefbaarheid.verandering.samenhang import vergelijk_coefficienten, vergelijk_oordelen

HOOFD = ("2012-2014", "ancova", "selectie")


def per_rij(tabel):
    return tabel.set_index(["uitkomst", "model", "steekproef", "term"])


def test_een_schatting_die_gelijk_bleef_en_een_die_veranderde(stand, anders):
    regressie = stand.tabellen["regressie"].copy()
    regressie.loc[regressie["term"] == "huur", ["coef", "p"]] = [-0.01, 0.2]
    tabel = per_rij(vergelijk_coefficienten(stand, anders(tabellen={"regressie": regressie})))
    assert tabel.loc[(*HOOFD, "constante"), "verandering"] == "gelijk"
    rij = tabel.loc[(*HOOFD, "huur")]
    assert (rij["verandering"], rij["coef_oud"], rij["coef_nieuw"]) == ("gewijzigd", -0.02, -0.01)
    assert (rij["aantoonbaar_oud"], rij["aantoonbaar_nieuw"]) == (True, False)
    assert rij["hoofdmodel"]


def test_een_ander_venster_wordt_niet_naast_het_oude_gelegd(stand, anders):
    regressie = stand.tabellen["regressie"].assign(uitkomst="2014-2016", van=2014, tot=2016)
    nieuw = anders(
        tabellen={"regressie": regressie},
        config={"regressie": {"hoofdvenster": [2014, 2016], "hoofdmodel": "ancova"}},
    )
    tabel = per_rij(vergelijk_coefficienten(stand, nieuw))
    assert tabel["verandering"].value_counts().to_dict() == {"verdwenen": 2, "erbij": 2}
    nieuw_venster = tabel.loc[("2014-2016", "ancova", "selectie", "huur")]
    assert pd.isna(nieuw_venster["coef_oud"]) and pd.isna(nieuw_venster["aantoonbaar_oud"])
    assert nieuw_venster["hoofdmodel"]
    assert not tabel.loc[(*HOOFD, "huur"), "hoofdmodel"]
    assert (nieuw_venster["van"], nieuw_venster["tot"]) == (2014, 2016)


def test_een_oordeel_dat_kantelde_en_een_factor_die_wegviel(stand, anders):
    voor = stand.tabellen["robuustheid_eindoordeel"]
    na = pd.concat([voor.assign(oordeel="onzeker"), voor.assign(factor="koop", label="Koop")])
    tabel = vergelijk_oordelen(stand, anders(tabellen={"robuustheid_eindoordeel": na}))
    assert tabel.set_index("factor")["verandering"].to_dict() == {
        "huur": "gewijzigd",
        "koop": "erbij",
    }
    rij = tabel.set_index("factor").loc["huur"]
    assert (rij["oordeel_oud"], rij["oordeel_nieuw"]) == ("robuust", "onzeker")


@pytest.mark.parametrize("naam", ["regressie", "robuustheid_eindoordeel"])
def test_zonder_tabel_aan_een_kant_is_alles_verdwenen_of_erbij(stand, anders, naam):
    nieuw = anders()
    del nieuw.tabellen[naam]
    doe = {"regressie": vergelijk_coefficienten}.get(naam, vergelijk_oordelen)
    assert set(doe(stand, nieuw)["verandering"]) == {"verdwenen"}
    assert set(doe(nieuw, stand)["verandering"]) == {"erbij"}
    assert doe(nieuw, nieuw).empty
