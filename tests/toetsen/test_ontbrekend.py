"""Filling in: what is known stays, what is filled in exists, seeds."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hulp import gaten
from hulp.gaten import FACTOREN, boek
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.toetsen import ontbrekend


@pytest.fixture(scope="module")
def tabel() -> pd.DataFrame:
    return gaten.tabel()


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


@pytest.mark.traag
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


@pytest.mark.traag
def test_zelfde_zaad_zelfde_waarden_en_de_eerste_twintig_zijn_dezelfde(tabel):
    een, zelfde, meer = imputeer(tabel), imputeer(tabel), imputeer(tabel, imputaties=25)
    np.testing.assert_array_equal(een.waarden, zelfde.waarden)
    np.testing.assert_array_equal(een.waarden, meer.waarden[:20])
    ander = imputeer(tabel, zaad=2)
    assert not np.array_equal(een.waarden, ander.waarden)


def gemeentelijk(tabel, zonder=("GM9003", "GM9017")):
    """Add a factor of gemeente level that two gemeenten lack, and one wijk of a third."""
    eigen = 0.02 * tabel["gm_code"].str[-3:].astype(float) + 40
    woz = eigen.where(~tabel["gm_code"].isin(zonder))
    in_derde = tabel.index[tabel["gm_code"] == "GM9005"]
    assert len(in_derde) > 1
    woz[in_derde[0]] = np.nan
    return tabel.assign(woz=woz), in_derde[0]


@pytest.mark.traag
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


def test_factor_zonder_waarden_is_niet_in_te_vullen(tabel):
    with pytest.raises(InvoerFout, match="geen enkele wijk"):
        imputeer(tabel.assign(leeg=np.nan), ["leeg"])
