"""The change by dimension adds up exactly, or the table says why there is none."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from leefbaarheid.analyse.decompositie import decompositie, jaren_met_dimensies
from leefbaarheid.basis.begrippen import DIMENSIES
from leefbaarheid.basis.redenen.analyse import AnalyseReden

BASIS = 4.1
WIJKEN = pd.DataFrame(
    {
        "wk_code": ["WK900101", "WK900102", "WK900103", "WK900104"],
        "in_selectie": [True, True, True, False],
        "cluster": ["Terugval", "Terugval", "Succes!", "Succes!"],
    }
)
# wijk -> dimensions (fys, onv, soc, vrz, won) in 2014 and in 2018
DELEN = {
    "WK900101": ((0.00, -0.10, -0.05, 0.02, -0.03), (0.01, -0.15, -0.05, 0.02, -0.03)),
    "WK900102": ((0.01, -0.12, -0.04, 0.00, -0.02), (0.01, -0.18, -0.02, 0.00, -0.02)),
    "WK900103": ((0.02, 0.01, 0.00, 0.03, 0.01), (0.03, 0.04, 0.01, 0.03, 0.02)),
    "WK900104": ((0.05, 0.05, 0.05, 0.05, 0.05), (0.05, 0.05, 0.05, 0.05, 0.15)),
}


def paneel(*, zonder=()):
    rijen = []
    for code, meting in DELEN.items():
        rijen.append((code, 2012, 3.9, *[math.nan] * 5))
        for jaar, delen in zip((2014, 2018), meting, strict=True):
            gevuld = [math.nan] * 5 if (code, jaar) in zonder else delen
            rijen.append((code, jaar, BASIS + sum(delen), *gevuld))
    return pd.DataFrame(rijen, columns=["wk_code", "jaar", "lbm", *DIMENSIES])


def test_alleen_jaren_met_dimensiescores():
    assert jaren_met_dimensies(paneel()) == [2014, 2018]


def test_gemiddelde_verandering_per_dimensie_en_groep():
    uit = decompositie(paneel(), WIJKEN, [(2014, 2018)]).set_index("groep")
    assert uit.index.tolist() == ["selectie", "land", "Succes!", "Terugval"]
    assert uit["n"].tolist() == [3, 4, 1, 2]  # 104 has cluster Succes! but is not selected
    terugval = uit.loc["Terugval"]
    assert terugval["fys"] == pytest.approx((0.01 + 0.00) / 2)
    assert terugval["onv"] == pytest.approx((-0.05 - 0.06) / 2)
    assert terugval["soc"] == pytest.approx((0.00 + 0.02) / 2)
    # 101: 0.01 - 0.05; 102: -0.06 + 0.02
    assert terugval["totaal"] == pytest.approx((-0.04 - 0.04) / 2)
    assert uit.loc["land", "won"] == pytest.approx((0 + 0 + 0.01 + 0.10) / 4)


def test_de_delen_tellen_precies_op_tot_het_totaal():
    uit = decompositie(paneel(), WIJKEN, [(2014, 2018)])
    assert (uit[list(DIMENSIES)].sum(axis=1) - uit["totaal"]).abs().max() < 1e-12


def test_een_venster_zonder_dimensiescores_is_een_rij_met_de_reden():
    uit = decompositie(paneel(), WIJKEN, [(2012, 2014), (2008, 2012), (2014, 2018)])
    assert uit.iloc[0][["van", "tot", "groep", "n", "reden"]].tolist() == [
        *(2012, 2014, "selectie", 0),
        AnalyseReden.GEEN_DIMENSIESCORES.met(jaren="2012"),
    ]
    assert uit.iloc[1]["reden"] == AnalyseReden.GEEN_DIMENSIESCORES.met(jaren="2008 2012")
    assert uit.iloc[0][["totaal", *DIMENSIES]].isna().all()
    assert uit.iloc[2:]["reden"].eq("").all()


def test_een_wijk_met_een_gat_telt_niet_mee():
    uit = decompositie(paneel(zonder={("WK900101", 2018)}), WIJKEN, [(2014, 2018)])
    terugval = uit.set_index("groep").loc["Terugval"]
    assert (terugval["n"], terugval["totaal"]) == (1, pytest.approx(-0.04))


def test_een_selectie_zonder_dimensiescores_krijgt_een_reden():
    zonder = {(code, 2018) for code in ("WK900101", "WK900102", "WK900103")}
    uit = decompositie(paneel(zonder=zonder), WIJKEN, [(2014, 2018)]).set_index("groep")
    assert uit["n"].to_dict() == {"selectie": 0, "land": 1, "Succes!": 0, "Terugval": 0}
    reden = AnalyseReden.SELECTIE_ZONDER_DIMENSIESCORES.met(van=2014, tot=2018)
    assert uit.loc["selectie", "reden"] == reden
    assert uit.loc["land", "reden"] == ""


def test_een_cluster_zonder_dimensiescores_maakt_het_venster_niet_onmogelijk():
    uit = decompositie(paneel(zonder={("WK900103", 2018)}), WIJKEN, [(2014, 2018)])
    succes = uit.set_index("groep").loc["Succes!"]
    assert (succes["n"], succes["reden"]) == (0, "")
    assert uit.set_index("groep").loc["selectie", "n"] == 2


def test_delen_die_niet_optellen_zijn_een_fout():
    stuk = paneel()
    stuk.loc[stuk["jaar"] == 2018, "lbm"] += 0.001
    with pytest.raises(ValueError, match="do not add up to the total for selectie 2014-2018"):
        decompositie(stuk, WIJKEN, [(2014, 2018)])
