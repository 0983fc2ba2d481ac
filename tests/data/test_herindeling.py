"""Scores and labels on other borders: merged wijken can be followed, parts of wijken cannot."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hulp import WORTEL, nieuwe_uitgave
from hulp.bronnen import LBM_BASIS, melding
from hulp.mini import SCORES, VOORBEELD
from leefbaarheid.data.bronnen import DIMENSIES
from leefbaarheid.data.herindeling import (
    andere_indeling,
    breng_labels_over,
    breng_scores_over,
    eis_een_indeling,
    keer_om,
)
from leefbaarheid.data.leefbaarometer import lees_gebiedsscores
from leefbaarheid.opbouw.overgang import lees_overgang

JAREN = (2022, 2024)
GEEN_NAMEN = pd.Series(dtype=str)


def brug(*rijen: tuple[str, str, int]) -> pd.DataFrame:
    """Return a concordance of (old, new, addresses)."""
    tabel = pd.DataFrame(rijen, columns=["sleutel", "wk_code", "adressen"])
    totaal = tabel.groupby("sleutel")["adressen"].transform("sum")
    return tabel.assign(deel=tabel["adressen"] / totaal)


def scores(**lbm: tuple[float, float]) -> pd.DataFrame:
    """Return the scores of wijken in 2012 and 2014, with dimensions in 2014."""
    rijen = []
    for naam, paar in lbm.items():
        for jaar, score in zip((2012, 2014), paar, strict=True):
            afw = score - LBM_BASIS
            dimensies = [afw, 0.1, -0.1, 0.2, -0.2] if jaar == 2014 else [np.nan] * 5
            rijen.append((f"WK9001{naam}", f"Wijk {naam}", jaar, score, afw, *dimensies))
    kolommen = ["wk_code", "wk_naam", "jaar", "lbm", "afw", *DIMENSIES]
    return pd.DataFrame(rijen, columns=kolommen)


DRIE = scores(AA=(3.8, 3.9), AB=(4.0, 4.1), AC=(4.2, 4.3))


def over(tabel: pd.DataFrame, bruggen: pd.DataFrame, namen: pd.Series = GEEN_NAMEN):
    uit, overgang = breng_scores_over(tabel, bruggen, namen, JAREN)
    assert list(uit.columns) == list(tabel.columns)
    return uit.set_index(["wk_code", "jaar"]), overgang


def test_samengevoegde_wijken_hebben_het_gemiddelde_naar_adressen():
    uit, overgang = over(DRIE, brug(("WK9001AA", "WK9001Z0", 100), ("WK9001AB", "WK9001Z0", 300)))
    # (100 x 3,8 + 300 x 4,0) / 400
    assert uit.loc[("WK9001Z0", 2012), "lbm"] == pytest.approx(3.95)
    assert uit.loc[("WK9001Z0", 2014), "lbm"] == pytest.approx(4.05)
    assert overgang.samengevoegd == ("WK9001Z0",)
    assert not overgang.overgenomen and not overgang.niet_te_herleiden
    assert set(uit.index.get_level_values(0)) == {"WK9001Z0", "WK9001AC"}


def test_beide_rekenregels_gelden_voor_een_samengevoegde_wijk():
    uit, _ = over(DRIE, brug(("WK9001AA", "WK9001Z0", 7), ("WK9001AB", "WK9001Z0", 13)))
    rij = uit.loc[("WK9001Z0", 2014)]
    assert rij["lbm"] - rij["afw"] == pytest.approx(LBM_BASIS, abs=1e-9)
    assert rij[list(DIMENSIES)].sum() == pytest.approx(rij["afw"], abs=1e-9)
    assert uit.loc[("WK9001Z0", 2012), list(DIMENSIES)].isna().all()


def test_een_wijk_met_een_andere_code_houdt_haar_score():
    uit, overgang = over(DRIE, brug(("WK9001AA", "WK9002AA", 50)))
    assert uit.loc[("WK9002AA", 2014), "lbm"] == 3.9
    assert uit.loc[("WK9002AA", 2014), "wk_naam"] == "Wijk AA"
    assert overgang.overgenomen == ("WK9002AA",)


@pytest.mark.parametrize(
    ("rijen", "zonder"),
    [
        ([("WK9001AA", "WK9001Z0", 60), ("WK9001AA", "WK9001Z1", 40)], {"WK9001Z0", "WK9001Z1"}),
        # part of AA joins AB: neither the rest of AA nor the new whole has a known score
        (
            [
                ("WK9001AA", "WK9001AA", 60),
                ("WK9001AA", "WK9001AB", 40),
                ("WK9001AB", "WK9001AB", 100),
            ],
            {"WK9001AA", "WK9001AB"},
        ),
        # a wijk that the scores do not have
        ([("WK900199", "WK9001Z0", 10), ("WK9001AA", "WK9001Z0", 90)], {"WK9001Z0"}),
    ],
)
def test_een_wijk_uit_delen_heeft_geen_score(rijen, zonder):
    uit, overgang = over(DRIE, brug(*rijen))
    assert set(overgang.niet_te_herleiden) == zonder
    assert not zonder & set(uit.index.get_level_values(0))
    assert "WK9001AC" in uit.index.get_level_values(0)


def test_een_verschoven_grens_verandert_de_score_niet():
    rijen = [
        ("WK9001AA", "WK9001AA", 96),
        ("WK9001AA", "WK9001AB", 4),
        ("WK9001AB", "WK9001AB", 96),
    ]
    uit, overgang = over(DRIE, brug(*rijen))
    assert uit.loc[("WK9001AA", 2014), "lbm"] == pytest.approx(3.9)
    assert uit.loc[("WK9001AB", 2014), "lbm"] == pytest.approx(4.1)
    assert overgang[2:] == ((), (), ())


def test_zonder_score_van_een_deel_is_er_dat_jaar_geen_gemiddelde():
    tabel = scores(AA=(3.8, 3.9), AB=(np.nan, 4.1))
    bruggen = brug(("WK9001AA", "WK9001Z0", 1), ("WK9001AB", "WK9001Z0", 1))
    uit, _ = over(tabel, bruggen)
    assert np.isnan(uit.loc[("WK9001Z0", 2012), "lbm"])
    assert uit.loc[("WK9001Z0", 2014), "lbm"] == pytest.approx(4.0)
    uit, _ = over(tabel[tabel["lbm"].notna()], bruggen)
    assert np.isnan(uit.loc[("WK9001Z0", 2012), "lbm"])


def test_de_naam_is_die_van_de_contexttabel_of_het_grootste_deel():
    bruggen = brug(("WK9001AA", "WK9001Z0", 1), ("WK9001AB", "WK9001Z0", 2))
    assert over(DRIE, bruggen)[0].loc[("WK9001Z0", 2012), "wk_naam"] == "Wijk AB"
    namen = pd.Series({"WK9001Z0": "Samen", "WK9001AC": "Anders"})
    uit, _ = over(DRIE, bruggen, namen)
    assert uit.loc[("WK9001Z0", 2012), "wk_naam"] == "Samen"
    assert uit.loc[("WK9001AC", 2012), "wk_naam"] == "Wijk AC"


def test_de_volgorde_van_de_regels_maakt_niet_uit():
    bruggen = brug(("WK9001AA", "WK9001Z0", 5), ("WK9001AB", "WK9001Z0", 5))
    een, _ = over(DRIE, bruggen)
    twee, _ = over(DRIE.iloc[::-1], bruggen.iloc[::-1])
    pd.testing.assert_frame_equal(een, twee)


def test_omgekeerd_is_een_samenvoeging_een_splitsing():
    bruggen = brug(("WK9001AA", "WK9001Z0", 100), ("WK9001AB", "WK9001Z0", 300))
    terug = keer_om(bruggen)
    assert terug["deel"].tolist() == [0.25, 0.75]
    _, overgang = over(scores(Z0=(3.9, 4.0)), terug)
    assert set(overgang.niet_te_herleiden) == {"WK9001AA", "WK9001AB"}
    pd.testing.assert_frame_equal(keer_om(terug), bruggen)


def test_een_label_gaat_mee_met_de_meeste_adressen():
    lijst = pd.DataFrame(
        {"wk_code": ["WK9001AA", "WK9001AC"], "label_a": [True, True], "label_b": [False, True]}
    )
    bruggen = brug(
        ("WK9001AA", "WK9001Z0", 60),
        ("WK9001AB", "WK9001Z0", 40),  # not on the list
        ("WK9001AC", "WK9001Z1", 30),
        ("WK9001AC", "WK9001Z2", 70),
        ("WK9001AD", "WK9001Z3", 10),
    )
    nieuw, gemengd = breng_labels_over(lijst, bruggen)
    assert nieuw["wk_code"].tolist() == ["WK9001Z0", "WK9001Z1", "WK9001Z2"]
    assert nieuw["label_a"].tolist() == [True, True, True]
    assert nieuw["label_b"].tolist() == [False, True, True]
    assert gemengd == ("WK9001Z0",)


def test_een_wijk_met_de_helft_van_haar_adressen_heeft_geen_label():
    lijst = pd.DataFrame({"wk_code": ["WK9001AA"], "label_a": [True]})
    bruggen = brug(("WK9001AA", "WK9001Z0", 50), ("WK9001AB", "WK9001Z0", 50))
    nieuw, gemengd = breng_labels_over(lijst, bruggen)
    assert nieuw.empty and gemengd == ("WK9001Z0",)


@pytest.mark.parametrize("soort", ["de scores", "de selectielijst"])
def test_de_melding_noemt_de_wijken_die_verschillen(soort):
    hier = pd.Series({"WK9001AA": "Een", "WK9001AB": "Twee"})
    daar = pd.Series({"WK9001AB": "Twee", "WK9001Z0": "Drie"})
    tekst = str(andere_indeling(soort, hier, daar, JAREN, "bestand.csv"))
    assert "de wijken van 2022, de contexttabel die van 2024" in tekst
    assert f"alleen in {soort} staan Een (WK9001AA)" in tekst
    assert ("Drie (WK9001Z0)" in tekst) == (soort == "de scores")
    assert "bronnen.concordantie" in tekst
    zelfde = str(andere_indeling(soort, hier, hier, JAREN, "bestand.csv"))
    assert "de codes zijn gelijk, maar de grenzen hoeven dat niet te zijn" in zelfde


@pytest.mark.traag
def test_de_echte_overgang_naar_2024(echte_data):
    uitgave = lees_gebiedsscores(next(echte_data.glob("Leefbaarometer-scores wijken*.csv")))
    bruggen = lees_overgang(echte_data / "officieel" / "concordantie-wijken.csv", 2022, 2024)
    uit, overgang = over(uitgave.tabel, bruggen)
    samen, over_, zonder = (set(codes) for codes in overgang[2:])
    assert (
        samen
        and over_
        and zonder
        and len(samen | over_ | zonder) == len(samen) + len(over_) + len(zonder)
    )
    met_score = set(uit.index.get_level_values(0))
    assert zonder == set(bruggen["wk_code"]) - met_score
    assert samen | over_ <= met_score
    verschil = (uit["lbm"] - uit["afw"] - uitgave.basis).abs()
    assert verschil.max() < 1e-9
    toen = uitgave.tabel.pivot(index="wk_code", columns="jaar", values="lbm")
    nu = uit["lbm"].unstack("jaar")
    heel = bruggen[bruggen["deel"] >= 0.95]
    for code in sorted(samen):
        delen = toen.loc[heel.loc[heel["wk_code"] == code, "sleutel"], 2022]
        assert delen.min() - 1e-12 <= nu.loc[code, 2022] <= delen.max() + 1e-12
    for code in sorted(over_):  # a code can be that of another wijk in the other year
        (oud,) = heel.loc[heel["wk_code"] == code, "sleutel"]
        assert nu.loc[code].to_numpy() == pytest.approx(toen.loc[oud].to_numpy(), nan_ok=True)


def test_een_bestand_met_de_andere_richting_volstaat(tmp_path):
    pad = tmp_path / "concordantie.csv"
    pad.write_text("van_jaar,naar_jaar,van,naar,adressen\n2022,2024,WK900101,WK900102,5\n")
    heen, terug = lees_overgang(pad, 2022, 2024), lees_overgang(pad, 2024, 2022)
    assert heen[["sleutel", "wk_code"]].to_numpy().tolist() == [["WK900101", "WK900102"]]
    assert terug[["sleutel", "wk_code"]].to_numpy().tolist() == [["WK900102", "WK900101"]]


def geplakt(tot_2022: range, vanaf_2024: range) -> pd.DataFrame:
    """Return 400 wijken; some end in 2022 and some begin in 2024."""
    rijen = [
        (f"WK90{i:04d}", f"Wijk {i}", jaar, 4.0)
        for i in range(400)
        for jaar in (2020, 2022, 2024)
        if not (jaar == 2024 and i in tot_2022) and not (jaar < 2024 and i in vanaf_2024)
    ]
    return pd.DataFrame(rijen, columns=["wk_code", "wk_naam", "jaar", "lbm"])


@pytest.mark.parametrize(
    ("weg", "nieuw"),
    [(0, 0), (0, 30), (30, 0), (2, 30), (30, 2)],
)
def test_nieuwe_of_verdwenen_wijken_alleen_zijn_geen_andere_indeling(weg, nieuw):
    eis_een_indeling(geplakt(range(weg), range(300, 300 + nieuw)), "scores.csv")


def test_een_jaar_van_een_andere_uitgave_wordt_geweigerd():
    tekst = melding(eis_een_indeling, geplakt(range(3), range(300, 303)), "scores.csv")
    assert "in 2024 staan andere wijken dan in 2022" in tekst
    assert "Wijk 2 (WK900002)" in tekst and "Wijk 302 (WK900302)" in tekst
    assert "make nieuwe-editie" in tekst


@pytest.mark.traag
def test_een_aangeplakt_meetjaar_van_de_volgende_uitgave(tmp_path):
    """The example with the year 2024 of its made-up next release behind it."""
    nieuwe_uitgave.maak_bronnen(WORTEL / VOORBEELD, tmp_path / "2024")
    oud, nieuw = (
        pd.read_csv(pad)
        for pad in (WORTEL / VOORBEELD / SCORES, tmp_path / "2024" / nieuwe_uitgave.SCORES)
    )
    eis_een_indeling(oud, "oud.csv")
    eis_een_indeling(nieuw, "nieuw.csv")
    samen = pd.concat([oud, nieuw[nieuw["jaar"] == 2024]], ignore_index=True)
    tekst = melding(eis_een_indeling, samen, "samen.csv")
    assert "in 2024 staan andere wijken dan in 2022" in tekst and "WK9001Z0" in tekst


def test_de_echte_uitgave_heeft_een_indeling(echte_data):
    eis_een_indeling(
        lees_gebiedsscores(next(echte_data.glob("Leefbaarometer-scores wijken*.csv"))).tabel, "echt"
    )
