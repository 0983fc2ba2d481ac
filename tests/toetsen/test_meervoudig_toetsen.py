"""Multiple testing: by hand, families apart, nothing dropped, and settings that cannot be."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.toetsen import meervoudig_toetsen as mt

KEUZE = {
    "primaire_factoren": ["woz", "corporatie", "inkomen"],
    "hoofdvenster": [2012, 2014],
    "hoofdmodel": "ancova",
}


def rijen(p: dict[str, float], van=2012, tot=2014, model="ancova", steekproef="selectie"):
    return pd.DataFrame(
        {
            "uitkomst": f"{van}-{tot}",
            "van": van,
            "tot": tot,
            "model": model,
            "steekproef": steekproef,
            "term": list(p),
            "label": [naam.capitalize() for naam in p],
            "p": list(p.values()),
        }
    )


@pytest.fixture
def regressie() -> pd.DataFrame:
    """The primary regression with four factors and a control, and two exploratory ones."""
    hoofd = {"constante": 1e-9, "beginscore": 1e-9}
    hoofd |= {"woz": 0.01, "corporatie": 0.04, "inkomen": 0.03, "dichtheid": 0.005}
    ander = {"constante": 1e-9, "beginscore": 1e-9, "woz": 0.02, "corporatie": 0.03}
    return pd.concat(
        [
            rijen({"constante": 1e-9, "woz": 0.9, "corporatie": 0.6}, steekproef="in_aanmerking"),
            rijen(hoofd),
            rijen(ander, van=2002, tot=2008),
        ],
        ignore_index=True,
    )


@pytest.mark.traag
def test_holm_met_de_hand(regressie):
    """Ordered 0.01, 0.03, 0.04: times 3, 2, 1 is 0.03, 0.06, 0.04, made monotone 0.06."""
    tabel = mt.toets_families(regressie, **KEUZE)
    primair = tabel[tabel["familie"] == "primair"].set_index("term")
    assert list(primair.index) == ["woz", "corporatie", "inkomen"]
    assert primair["p_aangepast"].to_list() == pytest.approx([0.03, 0.06, 0.06])
    assert primair["verworpen"].to_list() == [True, False, False]
    assert set(primair["methode"]) == {"Holm"}
    assert set(primair["n_toetsen"]) == {3}


@pytest.mark.traag
def test_benjamini_hochberg_met_de_hand(regressie):
    """Ordered 0.005, 0.02, 0.03, 0.6, 0.9: times 5/1, 5/2, 5/3, 5/4, 5/5, made monotone."""
    tabel = mt.toets_families(regressie, **KEUZE)
    rest = tabel[tabel["familie"] == "verkennend"].sort_values("p")
    assert rest["p"].to_list() == [0.005, 0.02, 0.03, 0.6, 0.9]
    assert rest["p_aangepast"].to_list() == pytest.approx([0.025, 0.05, 0.05, 0.75, 0.9])
    assert rest["verworpen"].to_list() == [True, True, True, False, False]
    assert set(rest["methode"]) == {"Benjamini-Hochberg"}


@pytest.mark.traag
def test_controles_zijn_geen_toetsen_en_geen_toets_valt_weg(regressie):
    tabel = mt.toets_families(regressie, **KEUZE)
    assert not set(tabel["term"]) & {"constante", "beginscore"}
    sleutel = ["van", "tot", "model", "steekproef", "term"]
    factoren = regressie[~regressie["term"].isin(["constante", "beginscore"])]
    assert set(map(tuple, tabel[sleutel].to_numpy())) == set(
        map(tuple, factoren[sleutel].to_numpy())
    )
    assert len(tabel) == len(factoren)
    assert list(tabel.columns) == mt.KOLOMMEN


@pytest.mark.traag
def test_niet_te_toetsen_factor_blijft_staan_en_telt_niet_mee(regressie):
    hoofd = (regressie["van"] == 2012) & (regressie["steekproef"] == "selectie")
    regressie.loc[hoofd & (regressie["term"] == "inkomen"), "p"] = np.nan
    zonder = mt.toets_families(regressie, **KEUZE).set_index(["familie", "term"])
    rij = zonder.loc[("primair", "inkomen")]
    assert rij["reden"] == "geen_p_waarde"
    assert np.isnan(rij["p_aangepast"])
    assert pd.isna(rij["verworpen"])
    assert zonder.loc[("primair", "woz"), "p_aangepast"] == pytest.approx(0.02)  # times 2
    assert zonder.loc[("primair", "woz"), "reden"] == ""

    met = regressie.assign(reden="")
    met.loc[met["p"].isna(), "reden"] = "factor_vast"
    tabel = mt.toets_families(met, **KEUZE).set_index(["familie", "term"])
    assert tabel.loc[("primair", "inkomen"), "reden"] == "factor_vast"


@pytest.mark.traag
def test_p_van_een_andere_schatter_alleen_in_de_primaire_familie(regressie):
    regressie["p_wcr"] = regressie["p"] * 4
    gewoon = mt.toets_families(regressie, **KEUZE)
    wcr = mt.toets_families(regressie, **KEUZE, p_primair="p_wcr")
    primair = wcr["familie"] == "primair"
    assert wcr.loc[primair, "p"].to_list() == pytest.approx([0.04, 0.16, 0.12])
    assert wcr.loc[primair, "p_aangepast"].to_list() == pytest.approx([0.12, 0.24, 0.24])
    assert set(wcr.loc[primair, "p_bron"]) == {"p_wcr"}
    pd.testing.assert_frame_equal(wcr[~primair], gewoon[~primair])


@pytest.mark.traag
def test_volgorde_van_de_invoer_doet_er_niet_toe(regressie):
    gewoon = mt.toets_families(regressie, **KEUZE)
    blokken = [deel for _, deel in regressie.groupby(["van", "steekproef"])][::-1]
    omgekeerd = mt.toets_families(pd.concat(blokken), **KEUZE)
    pd.testing.assert_frame_equal(gewoon, omgekeerd)


@pytest.mark.parametrize(
    ("anders", "delen"),
    [
        (
            {"primaire_factoren": ["wozz"]},
            ["primaire_factoren", "wozz", "Bedoelde u woz?"],
        ),
        ({"primaire_factoren": ["beginscore"]}, ["geen factor van de regressies"]),
        ({"primaire_factoren": ["woz", "woz"]}, ["twee keer"]),
        ({"primaire_factoren": []}, ["geen primaire factor", "vooraf"]),
        ({"hoofdvenster": [2014, 2022]}, ["regressie.hoofdvenster", "2014-2022"]),
        ({"hoofdmodel": "verandering"}, ["model 'verandering'"]),
    ],
)
def test_fouten(regressie, anders, delen):
    with pytest.raises(InvoerFout) as fout:
        mt.toets_families(regressie, **(KEUZE | anders))
    assert all(deel in str(fout.value) for deel in delen), str(fout.value)
