"""A wijk that would take part and is in one source only stops the run, by name."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hulp import WORTEL
from hulp.bronnen import melding
from hulp.mini import SCORES, VOORBEELD
from leefbaarheid.data.koppeling import doet_mee, eis_koppeling
from leefbaarheid.data.wijken import maak_wijken

EIS = {"min_inwoners": 1000, "min_inwoners_gemeente": 70_000}
GROOT = [f"WK9001{i:02d}" for i in range(10)]
"""Ten wijken of 10.000 inhabitants: a gemeente of 100.000."""
KLEIN = [f"WK9002{i:02d}" for i in range(6)]
"""Six of 10.000: a gemeente that is too small."""
BEDRIJVEN = "WK900199"
"""A wijk of the large gemeente with 40 inhabitants."""


def bronnen(codes_scores, codes_context, lijst=()):
    """Return what `maak_wijken` makes of sources with these codes."""
    panel = pd.DataFrame(
        [(code, f"Wijk {code[-2:]}", 2014, 4.0) for code in codes_scores],
        columns=["wk_code", "wk_naam", "jaar", "lbm"],
    )
    kenmerken = pd.DataFrame(
        {
            "wk_code": codes_context,
            "wk_naam": [f"Wijk {code[-2:]}" for code in codes_context],
            "gm_code": [f"GM{code[2:6]}" for code in codes_context],
            "gm_naam": "Astad",
            "inwoners": [40.0 if code == BEDRIJVEN else 10_000.0 for code in codes_context],
        }
    )
    labels = pd.DataFrame({"wk_code": list(lijst), "label_x": True}) if lijst else None
    return maak_wijken(panel, kenmerken, labels)


def eis(wijken, accepteer=()):
    eis_koppeling(wijken, **EIS, accepteer=accepteer, scores="scores.csv", context="m/context.csv")


ALLE = [*GROOT, BEDRIJVEN, *KLEIN]
# what is in the scores, what in the context table, on the list; the wijken that take part
GEVALLEN = {
    "overal gelijk": (ALLE, ALLE, [], []),
    "code weg uit de scores": (ALLE[1:], ALLE, [], GROOT[:1]),
    "code weg uit de context": (ALLE, ALLE[1:], [], GROOT[:1]),
    "code veranderd in de scores": (["WK9001ZZ", *ALLE[1:]], ALLE, [], [GROOT[0], "WK9001ZZ"]),
    "code veranderd in de context": (ALLE, ["WK9001ZZ", *ALLE[1:]], [], [GROOT[0], "WK9001ZZ"]),
    "te kleine wijk zonder scores": ([*GROOT, *KLEIN], ALLE, [], []),
    "te kleine gemeente, zonder scores": (ALLE[:-1], ALLE, [], []),
    "te kleine gemeente, zonder context": (ALLE, ALLE[:-1], [], []),
    "te kleine gemeente, maar op de lijst": (ALLE, ALLE[:-1], KLEIN[-1:], KLEIN[-1:]),
    "te kleine wijk, maar op de lijst": ([*GROOT, *KLEIN], ALLE, [BEDRIJVEN], [BEDRIJVEN]),
    "gemeente niet in de context": ([*ALLE, "WK900300"], ALLE, [], ["WK900300"]),
    "gemeente niet in de scores": (ALLE, [*ALLE, "WK900300"], [], []),
    # 60.000 of 100.000 inhabitants are left: without the estimate the gemeente drops out unseen
    "gemeente wordt te klein door wat ontbreekt": (ALLE, ALLE[4:], [], GROOT[:4]),
}


@pytest.mark.traag
@pytest.mark.parametrize(
    ("scores", "context", "lijst", "verwacht"), GEVALLEN.values(), ids=list(GEVALLEN)
)
def test_who_takes_part(scores, context, lijst, verwacht):
    wijken = bronnen(scores, context, lijst)
    assert wijken.loc[doet_mee(wijken, **EIS), "wk_code"].tolist() == sorted(verwacht)
    if not verwacht:
        return eis(wijken)
    tekst = melding(eis, wijken)
    assert tekst.startswith(f"FOUT in bestand scores.csv, kolom 'wk_code', waarde '{min(verwacht)}")
    for code in verwacht:
        assert f"({code})" in tekst
    assert f"accepteer_ontbrekend: [{', '.join(sorted(verwacht))}]" in tekst
    eis(wijken, accepteer=verwacht)
    if len(verwacht) > 1:
        assert verwacht[0] in melding(eis, wijken, accepteer=verwacht[1:])


@pytest.mark.traag
@settings(max_examples=25)
@given(
    st.sets(st.sampled_from(GROOT), min_size=1, max_size=9),
    st.sampled_from(["scores", "context"]),
    st.booleans(),
)
def test_every_code_that_changed_or_went_is_named(codes, bron, veranderd):
    """Whichever codes of a large gemeente change, in whichever source: each of them is told."""
    nieuw = {code: f"{code[:6]}Z{code[-1]}" for code in codes} if veranderd else {}
    ander = [nieuw.get(code, code) for code in ALLE if veranderd or code not in codes]
    paar = (ander, ALLE) if bron == "scores" else (ALLE, ander)
    tekst = melding(eis, bronnen(*paar))
    for code in {*codes, *nieuw.values()}:
        assert code in tekst


def test_no_code_in_common():
    tekst = melding(eis, bronnen(GROOT, KLEIN))
    assert "waarde 'WK900100': geen enkele wijkcode staat ook in de contexttabel" in tekst
    assert "'context.csv'; die heeft bijvoorbeeld WK900200" in tekst


def test_many_wijken_make_a_short_message():
    codes = [f"WK9001{a}{b}" for a in "ABCDEFGHIJ" for b in "ABCDEFGHIJ"]
    tekst = melding(eis, bronnen([*codes, *ALLE], ALLE))
    assert "100 wijken staan alleen in de scores" in tekst and "en nog 90." in tekst
    assert "en nog 40]" in tekst


def test_five_codes_of_the_example_that_changed_in_the_scores_only():
    """The example of the issue: the wijken would be replaced by five others without a word."""
    map_ = WORTEL / VOORBEELD
    panel = pd.read_csv(map_ / SCORES, usecols=["wk_code", "wk_naam", "jaar", "lbm"])
    kenmerken = pd.read_csv(map_ / "contextfactoren-wijken.csv")
    kenmerken = kenmerken.rename(columns={"inwoners_2008": "inwoners"})
    laagste = panel[panel["jaar"] == 2002].nsmallest(5, "lbm")["wk_code"]
    nieuw = {code: f"{code[:6]}Z{i}" for i, code in enumerate(laagste)}
    eis(maak_wijken(panel, kenmerken))
    tekst = melding(eis, maak_wijken(panel.replace({"wk_code": nieuw}), kenmerken))
    assert "vijf wijken staan alleen in de scores" in tekst
    assert "vijf wijken staan alleen in de contexttabel" in tekst
    for code in (*nieuw, *nieuw.values()):
        assert f"({code})" in tekst


def test_codes_that_changed_in_some_years_only():
    """The new code is in the scores of one year: it is in no context table, and stops the run."""
    panel = pd.DataFrame(
        [(code, "Noord", jaar, 4.0) for code in GROOT for jaar in (2012, 2014)],
        columns=["wk_code", "wk_naam", "jaar", "lbm"],
    )
    panel.loc[[1, 3], "wk_code"] = ["WK9001Z0", "WK9001Z1"]
    kenmerken = bronnen(GROOT, GROOT).drop(columns=["in_bron_leefbaarometer", "in_bron_context"])
    tekst = melding(eis, maak_wijken(panel, kenmerken))
    assert "accepteer_ontbrekend: [WK9001Z0, WK9001Z1]" in tekst


def test_the_real_sources_meet(echte_data):
    panel = pd.read_csv(echte_data / SCORES, usecols=["wk_code", "wk_naam", "jaar", "lbm"])
    kenmerken = pd.read_csv(echte_data / "contextfactoren-wijken.csv", na_values=["."])
    wijken = maak_wijken(panel, kenmerken.rename(columns={"inwoners_2022": "inwoners"}))
    assert (wijken["in_bron_context"] & ~wijken["in_bron_leefbaarometer"]).sum() == 30
    eis(wijken)
