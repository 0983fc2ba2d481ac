"""A wijk whose score jumps and a year that breaks with its neighbours are named, others are not."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leefbaarheid.basis.redenen.code import ontleed
from leefbaarheid.data.bronnen import DIMENSIES
from leefbaarheid.data.kwaliteitscontroles.geschiedenis import (
    geschiedenisrijen,
    jaarbreuken,
    losse_jaren,
    sprongen,
)
from leefbaarheid.data.kwaliteitscontroles.scores import breed
from leefbaarheid.data.leefbaarometer import lees_leefbaarometer
from leefbaarheid.tekst.redenen.alle import redentekst

JAREN = [2002, 2008, 2012, 2014, 2016]
N = 60


def reeks(n: int = N, jaren=JAREN) -> pd.DataFrame:
    """Return scores by wijk and year: spread 0.12, change with a spread of 0.04, mean up a bit."""
    maak = np.random.default_rng(3)
    # the same draws for any number of wijken, each column with exactly this mean and spread
    niveau = np.linspace(-1, 1, n) * 0.2
    kolommen, nu = {}, 4.1 + niveau
    for i, jaar in enumerate(jaren):
        ruis = maak.standard_normal(n)
        nu = nu + (0.04 * (ruis - ruis.mean()) / ruis.std() if i else 0) + 0.01
        kolommen[jaar] = nu
    return pd.DataFrame(kolommen, index=[f"WK9001{i:02d}" for i in range(n)])


def panel_van(scores: pd.DataFrame) -> pd.DataFrame:
    lang = scores.rename_axis("wk_code").reset_index().melt("wk_code", var_name="jaar")
    lang = lang.rename(columns={"value": "lbm"}).assign(**dict.fromkeys(DIMENSIES, np.nan))
    return lang.astype({"jaar": int})


def wijken_van(scores: pd.DataFrame, inwoners: float = 5000) -> pd.DataFrame:
    namen = [f"Wijk {code[-2:]}" for code in scores.index]
    return pd.DataFrame({"wk_code": scores.index, "wk_naam": namen, "inwoners": inwoners})


def opmerkingen(scores: pd.DataFrame, inwoners: float = 5000) -> list[dict]:
    rijen = geschiedenisrijen(
        panel_van(scores), wijken_van(scores, inwoners), list(scores.columns), 1000
    )
    return [rij for rij in rijen if rij["ernst"] != "ok"]


@pytest.mark.traag
def test_a_usual_history_gives_no_remark():
    assert opmerkingen(reeks()) == []
    controles = {
        rij["controle"]
        for rij in geschiedenisrijen(panel_van(reeks()), wijken_van(reeks()), JAREN, 1000)
    }
    assert controles == {"sprong van een wijk", "jaar sluit aan op zijn buren"}


@pytest.mark.traag
@pytest.mark.parametrize("verschil", [1.5, -1.5, 0.8, -0.6])
@pytest.mark.parametrize("jaar", JAREN)
def test_a_score_that_is_far_off_in_one_year(verschil, jaar):
    """The example of the issue: +1.5 where the usual change is 0.04."""
    scores = reeks()
    scores.loc["WK900107", jaar] += verschil
    (rij,) = opmerkingen(scores)
    assert (rij["controle"], rij["n_afwijkend"]) == ("sprong van een wijk", 1)
    velden = ontleed(rij["toelichting"]).velden
    assert velden["wijken"] == "Wijk 07 (WK900107)"
    assert rij["jaar"] == max(jaar, JAREN[1])  # of a wrong first year the second shows it
    zin = redentekst(rij["toelichting"])
    nieuw = f"{scores.loc['WK900107', rij['jaar']]:.2f}".replace(".", ",")
    assert f"In {rij['jaar']} springt de score van één wijk" in zin
    assert "Wijk 07 (WK900107) van " in zin and f"naar {nieuw}." in zin


@pytest.mark.traag
def test_a_level_that_shifts_is_a_jump_in_its_first_year():
    scores = reeks()
    scores.loc["WK900103", [2012, 2014, 2016]] += 1.0
    (rij,) = opmerkingen(scores)
    velden = ontleed(rij["toelichting"]).velden
    assert (rij["jaar"], velden["vorige_jaren"]) == (2012, "2008")
    assert float(velden["nieuwe"]) - float(velden["vorige"]) == pytest.approx(1.0, abs=0.15)


@pytest.mark.traag
def test_two_wrong_years_are_two_jumps():
    """There and back, twice: 2008 and 2014 are wrong, the years between them are not."""
    scores = reeks()
    scores.loc["WK900103", [2008, 2014]] += 1.0
    assert [rij["jaar"] for rij in opmerkingen(scores)] == [2008, 2014]


@pytest.mark.traag
def test_a_jump_over_a_missing_year():
    scores = reeks()
    scores.loc["WK900103", 2012] = np.nan
    scores.loc["WK900103", [2014, 2016]] -= 1.0
    velden = ontleed(opmerkingen(scores)[0]["toelichting"]).velden
    assert (velden["vorige_jaren"], velden["jaar"]) == ("2008", "2014")


@pytest.mark.traag
@settings(max_examples=12)
@given(
    st.dictionaries(
        st.sampled_from([f"WK9001{i:02d}" for i in range(N)]),
        st.tuples(st.sampled_from(JAREN), st.sampled_from([-1.5, -0.9, -0.6, 0.6, 1.0, 1.6])),
        min_size=1,
        max_size=6,
    )
)
def test_every_wijk_with_a_wrong_score_is_named_and_no_other(fouten):
    scores = reeks()
    for code, (jaar, verschil) in fouten.items():
        scores.loc[code, jaar] += verschil
    rijen = opmerkingen(scores)
    genoemd = [w for r in rijen for w in ontleed(r["toelichting"]).velden["wijken"].split("; ")]
    assert sorted(genoemd) == sorted(f"Wijk {code[-2:]} ({code})" for code in fouten)


@pytest.mark.traag
@pytest.mark.parametrize(("inwoners", "n"), [(5000, 1), (np.nan, 1), (400, 0)])
def test_a_small_wijk_may_move_twice_as_much(inwoners, n):
    scores = reeks()
    scores.loc["WK900107", [2014, 2016]] += 0.6
    assert len(opmerkingen(scores, inwoners)) == n


@pytest.mark.parametrize(("verschil", "n"), [(0.3, 0), (0.5, 1)])
def test_few_wijken_are_held_against_a_fixed_change(verschil, n):
    """Ten times 0.04 points: with four wijken there is nothing to take the usual change from."""
    scores = pd.DataFrame({2012: [4.0] * 4, 2014: [4.0] * 4}, index=list("abcd"))
    scores.loc["b", 2014] += verschil
    assert len(sprongen(scores, pd.Series(False, index=scores.index))) == n


def rek(factor: float):
    """Return what makes the spread of a year so many times as large."""
    return lambda s: s.mean() + factor * (s - s.mean())


# year, what is done with it; the year that is named, the measure, whether it goes back
BREUKEN = {
    "een jaar hoger": (2012, lambda s: s + 0.05, 2012, "gemiddelde", True),
    "een jaar lager": (2008, lambda s: s - 0.06, 2008, "gemiddelde", True),
    "laatste jaar hoger": (2016, lambda s: s + 0.1, 2016, "gemiddelde", False),
    "eerste jaar lager": (2002, lambda s: s - 0.1, 2008, "gemiddelde", False),
    "een jaar uitgerekt": (2012, rek(1.3), 2012, "spreiding", True),
    "een jaar ingedrukt": (2014, rek(0.7), 2014, "spreiding", True),
    "laatste jaar uitgerekt": (2016, rek(1.6), 2016, "spreiding", False),
}


@pytest.mark.traag
@pytest.mark.parametrize(
    ("jaar", "bewerking", "genoemd", "maat", "terug"), BREUKEN.values(), ids=list(BREUKEN)
)
def test_a_year_that_breaks_with_its_neighbours(jaar, bewerking, genoemd, maat, terug):
    scores = reeks()
    scores[jaar] = bewerking(scores[jaar])
    (breuk,) = jaarbreuken(scores)
    assert (breuk.maat, breuk.jaar) == (maat, genoemd)
    assert (breuk.volgend_jaar is not None) == terug
    (rij,) = [r for r in opmerkingen(scores) if r["controle"].startswith("jaar")]
    zin = redentekst(rij["toelichting"])
    woord = {"gemiddelde": "het gemiddelde", "spreiding": "de spreiding"}[maat]
    assert f"{woord} van lbm" in zin
    assert zin.startswith(f"In {genoemd} breekt" if terug else "Tussen ")


def test_two_halves_of_different_versions_break_once():
    scores = reeks()
    scores[[2012, 2014, 2016]] += 0.2
    (breuk,) = jaarbreuken(scores)
    assert (breuk.jaar, breuk.vorig_jaar, breuk.volgend_jaar) == (2012, 2008, None)


@pytest.mark.traag
def test_the_sentence_of_a_year_has_its_values():
    scores = reeks()
    scores[2012] = scores[2012] + 0.1
    (rij,) = [r for r in opmerkingen(scores) if r["controle"].startswith("jaar")]
    # means 4.12 in 2008, 4.13 + 0.1 in 2012, 4.14 in 2014
    assert redentekst(rij["toelichting"]) == (
        "In 2012 breekt het gemiddelde van lbm (4,230) met 2008 (4,120) en 2014 (4,140)."
    )


@pytest.mark.traag
@pytest.mark.parametrize("jaar", [2008, 2012, 2016])
def test_a_year_whose_scores_are_at_the_wrong_wijk(jaar):
    """Mean and spread are the same; nearly every wijk seems to jump, so that none stands out."""
    scores = reeks()
    scores[jaar] = np.roll(scores[jaar], 20)
    los = losse_jaren(scores)
    assert jaar in {deel[0] for deel in los}
    assert all(jaar in deel[:2] and deel[2] < 0.5 for deel in los)
    zinnen = [redentekst(rij["toelichting"]) for rij in opmerkingen(scores)]
    assert any(zin.startswith(f"De waarden van lbm in {jaar} hangen nauwelijks") for zin in zinnen)


def test_few_wijken_make_no_year():
    scores = reeks(29)
    scores[2012] += 1.0
    assert jaarbreuken(scores) == []


def test_the_real_file_is_not_flooded(echte_data):
    jaren = [2002, 2008, 2012, 2014, 2016, 2018, 2020, 2022]
    panel = lees_leefbaarometer(echte_data / "Leefbaarometer-scores wijken 2002-2022.csv", jaren)
    context = pd.read_csv(echte_data / "contextfactoren-wijken.csv", na_values=["."])
    klein = context.set_index("wk_code")["inwoners_2022"] < 1000
    assert len(sprongen(breed(panel, jaren), klein)) == 20  # of 18 wijken
    for kolom in ("lbm", *DIMENSIES):
        assert jaarbreuken(breed(panel, jaren, kolom)) == []
        assert losse_jaren(breed(panel, jaren, kolom)) == []
