"""What came after the end year: hand-computed counts and distances, and odd editions."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from leefbaarheid.analyse.na_eindjaar import kloof, na_eindjaar
from leefbaarheid.analyse.trajecten import Clusterregel
from leefbaarheid.basis.begrippen import SUCCES, TERUGVAL, VROEGSIGNALERING

REGEL = Clusterregel(2008, 2012, 2014, delta=0.02, voldoende_vanaf_klasse=5)
JAREN = [2008, 2012, 2014, 2016, 2018, 2020]
# classes in 2014, 2016, 2018, 2020 of the selected wijken; scores are a tenth of the class
KLASSEN = {
    "stays": (3, 5, 5, 6),
    "back and stays": (3, 5, 4, 5),  # only the last: the one before is below
    "last two": (4, 4, 5, 5),
    "only last": (4, 4, 4, 5),
    "lost": (4, 5, 5, 4),
    "never": (4, 4, 4, 4),
    "sufficient": (5, 5, 6, 5),
    "fell through": (6, 4, 5, 6),
    "unknown": (4, None, 5, 5),
}
CLUSTERS = [TERUGVAL] * 3 + [SUCCES] * 3 + [TERUGVAL, SUCCES, None]


def tabel() -> pd.DataFrame:
    rijen = [
        {
            naam: waarde
            for jaar, k in zip(JAREN[2:], reeks, strict=True)
            for naam, waarde in (
                (f"klasse_{jaar}", k),
                (f"lbm_{jaar}", None if k is None else k / 10),
            )
        }
        for reeks in KLASSEN.values()
    ]
    n = len(rijen)
    selectie = pd.DataFrame(rijen).assign(
        cluster=CLUSTERS, in_selectie=True, in_aanmerking=True, gm_code=list("AABBCCDDE")
    )
    ander = selectie.assign(in_selectie=False, cluster=None, gm_code=list("AABBCCDDE"))
    ander["lbm_2014"], ander["lbm_2020"] = 0.8, 0.75
    ander["in_aanmerking"] = [True] * (n - 2) + [False] * 2
    return pd.concat([selectie, ander], ignore_index=True).assign(lbm_2008=0.4)


def rij(uit: pd.DataFrame, groep: str = "selectie", cluster: str = "") -> pd.Series:
    return uit.set_index(["groep", "cluster"]).loc[(groep, cluster)]


def test_wie_voldoende_bereikte_en_bleef():
    uit = rij(na_eindjaar(tabel(), JAREN, REGEL))
    assert (uit["van"], uit["tot"], uit["n"], uit["n_volledig"]) == (2014, 2020, 9, 8)
    assert uit["n_onder"] == 6
    assert uit["n_bereikt_blijvend"] == 2  # stays, last two
    assert uit["n_bereikt_laatste"] == 2  # back and stays, only last
    assert uit["n_bereikt_verloren"] == 1
    assert (uit["n_voldoende"], uit["n_gebleven"]) == (2, 1)
    # changes in tenths of classes: +3 +2 +1 +1 0 0 0 0 +1, a change of 0.1 is over the margin
    assert (uit["n_gestegen"], uit["n_gestagneerd"], uit["n_gedaald"]) == (5, 4, 0)
    assert uit["gemiddelde"] == pytest.approx(0.8 / 9)


def test_per_cluster_ook_een_leeg_cluster_en_de_andere_wijken():
    uit = na_eindjaar(tabel(), JAREN, REGEL)
    assert rij(uit, cluster=TERUGVAL)[["n", "n_bereikt_blijvend"]].tolist() == [4, 2]
    leeg = rij(uit, cluster=VROEGSIGNALERING)
    assert leeg[["n", "n_gestegen", "n_onder"]].tolist() == [0, 0, 0]
    assert math.isnan(leeg["gemiddelde"])
    overig, rest = rij(uit, "overig_in_aanmerking"), rij(uit, "rest_van_land")
    assert (overig["n"], rest["n"]) == (7, 9)
    assert (overig["n_gedaald"], overig["gemiddelde"]) == (7, pytest.approx(-0.05))


def test_met_een_latere_meting_is_blijven_niet_te_zien():
    uit = rij(na_eindjaar(tabel(), [2008, 2012, 2014, 2016], REGEL))
    assert (uit["n_bereikt_blijvend"], uit["n_bereikt_laatste"]) == (0, 3)
    assert uit["n_bereikt_verloren"] == 0


def test_zonder_latere_meting_zijn_er_geen_rijen_na_het_eindjaar():
    jaren = [2008, 2012, 2014]
    leeg = na_eindjaar(tabel(), jaren, REGEL)
    assert leeg.empty
    assert "n_bereikt_blijvend" in leeg.columns
    # the distance over the whole period is still there
    assert kloof(tabel(), jaren, 2014)[["van", "tot"]].drop_duplicates().values.tolist() == [
        [2008, 2014]
    ]


def test_de_afstand_tot_andere_wijken():
    uit = kloof(tabel(), [2014, 2020], 2014, minimum=2)
    assert uit["van"].eq(2014).all()
    alles = uit[uit["cluster"].eq("") & uit["vergeleken_met"].eq("rest_van_land")].iloc[0]
    # sums of the scores of the selection: 3.7 and 4.5; of the others 0.8 and 0.75
    assert alles["kloof_van"] == pytest.approx(0.8 - 3.7 / 9)
    assert alles["kloof_tot"] == pytest.approx(0.75 - 4.5 / 9)
    assert alles["verandering"] == pytest.approx(alles["kloof_tot"] - alles["kloof_van"])
    assert alles["ci_laag"] < alles["verandering"] < alles["ci_hoog"]
    assert (alles["n"], alles["n_ander"], alles["n_gemeenten"]) == (9, 9, 5)


def test_een_afstand_zonder_wijken_heeft_een_reden():
    uit = kloof(tabel(), [2014, 2020], 2014)
    leeg = uit[uit["cluster"].eq(VROEGSIGNALERING)]
    assert leeg["n"].eq(0).all()
    assert leeg["kloof_van"].isna().all()
    assert leeg["reden"].ne("").all()
