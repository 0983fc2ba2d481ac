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
def test_een_toets_die_een_andere_herhaalt_telt_een_keer(regressie):
    """From the base year the baseline form is ANCOVA, whatever the last digits of its p-value."""
    herhaald = rijen({"woz": 0.0200001, "corporatie": 0.5}, 2002, 2008, "basismeting")
    eigen = rijen({"woz": 0.02, "corporatie": 0.03}, 2012, 2014, "basismeting")
    alle = pd.concat([regressie, herhaald, eigen])
    tabel = mt.toets_families(alle, **KEUZE, basisjaar=2002)
    zonder = mt.toets_families(pd.concat([regressie, eigen]), **KEUZE, basisjaar=2002)
    dubbel = tabel["model"].eq("basismeting") & tabel["van"].eq(2002)
    assert tabel.loc[dubbel, "p"].isna().all() and tabel.loc[dubbel, "verworpen"].isna().all()
    assert set(tabel.loc[dubbel, "reden"]) == {"zelfde_toets?model=ancova&steekproef=selectie"}
    pd.testing.assert_frame_equal(tabel[~dubbel].reset_index(drop=True), zonder)
    # a form of its own: the same p-value by chance is still another question
    assert tabel.loc[tabel["van"].eq(2012) & tabel["model"].eq("basismeting"), "p"].notna().all()


@pytest.mark.traag
def test_van_gelijke_toetsen_blijft_de_primaire(regressie):
    keuze = KEUZE | {"hoofdmodel": "basismeting", "hoofdvenster": [2002, 2008]}
    keuze["primaire_factoren"] = ["woz", "corporatie"]
    herhaald = rijen({"woz": 0.02, "corporatie": 0.03}, 2002, 2008, "basismeting")
    tabel = mt.toets_families(pd.concat([regressie, herhaald]), **keuze, basisjaar=2002)
    primair = tabel[tabel["familie"] == "primair"]
    assert primair["p"].to_list() == [0.02, 0.03] and set(primair["model"]) == {"basismeting"}
    ander = tabel[tabel["model"].eq("ancova") & tabel["van"].eq(2002)]
    assert ander["p"].isna().all()


@pytest.mark.traag
def test_dezelfde_wijken_zijn_dezelfde_toets(regressie):
    gelijk = mt.toets_families(regressie, **KEUZE, gelijke_steekproeven=True)
    ander = gelijk[gelijk["steekproef"] == "in_aanmerking"]
    assert ander["p"].isna().all() and len(ander) == 2
    los = mt.toets_families(regressie, **KEUZE)
    assert los.loc[los["steekproef"] == "in_aanmerking", "p"].notna().all()


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
