"""Groups of trajectories: the figures say what the tables say, and can be read."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hulp.figuren import leesfouten, teksten
from leefbaarheid.basis import taal
from leefbaarheid.basis.tabelwaarden import GEKOZEN
from leefbaarheid.figuren.delen.blad import bewaar
from leefbaarheid.figuren.robuustheid import trajectgroepen as figuur
from leefbaarheid.toetsen import trajectgroepen as tg

pytestmark = pytest.mark.traag

JAREN = [2002, 2008, 2012, 2014, 2016, 2022]
OPZET = {"jaren": JAREN, "crisisjaar": 2012, "eindjaar": 2014, "zaad": 1}


@pytest.fixture(scope="module")
def wijken() -> pd.DataFrame:
    """120 wijken, half of them rising after 2012 and half falling."""
    rng = np.random.default_rng(1)
    n = 120
    niveau, soort = rng.normal(3.85, 0.03, n), rng.integers(0, 2, n)
    tabel = pd.DataFrame(
        {
            f"lbm_{j}": niveau
            + 0.005 * (j - 2002)
            + np.where(soort, 0.03, -0.03) * max(min(j, 2014) - 2012, 0)
            + rng.normal(0, 0.01, n)
            for j in JAREN
        }
    )
    return tabel.assign(
        wk_code=[f"WK90{i:04d}" for i in range(n)],
        in_selectie=True,
        cluster=np.where(soort, "Gestaag herstel", "Terugval"),
    )


@pytest.fixture(scope="module")
def groepen(wijken):
    return tg.trajectgroepen(wijken, **OPZET, trekkingen=5)


def test_a_panel_for_every_number_of_groups(groepen, kader):
    fig, bij = figuur.trajectgroepen(groepen.verloop, groepen.maten, kader)
    koppen = [t for t in teksten(fig) if "roep" in t and "groep " not in t]
    assert [kop.split(":")[0] for kop in koppen] == [
        *("Eén groep", "Twee groepen", "Drie groepen"),
        *("Vier groepen", "Vijf groepen", "Zes groepen"),
    ]
    assert koppen[1] == "Twee groepen: gekozen"
    methode, K = tg.getoonde_oplossing(groepen.maten)
    assert K == 2
    deel = groepen.verloop
    deel = deel[(deel["methode"] == methode) & (deel["aantal_groepen"] == 2)]
    for _, lijn in deel.groupby("groep"):
        assert f"({lijn['n_wijken'].iloc[0]} wijken)" in bij.alt
        assert taal.score(lijn.loc[lijn["jaar"] == 2014, "gemiddelde"].iloc[0]) in bij.alt
    assert "Gekozen is twee groepen." in bij.alt
    assert bij.n == "N = 120 wijken."
    assert bij.bron.startswith("Fictieve voorbeelddata")
    assert leesfouten(fig, overlap=2) == []


def test_number_of_wijken_stands_at_the_end_of_each_line(groepen, kader):
    fig, _ = figuur.trajectgroepen(groepen.verloop, groepen.maten, kader, "kmeans")
    deel = groepen.verloop[groepen.verloop["methode"] == "kmeans"].query("jaar == 2022")
    verwacht = sorted(str(n) for n in deel["n_wijken"])
    getallen = sorted(t.get_text() for ax in fig.axes for t in ax.texts if t.get_text().isdigit())
    assert getallen == verwacht


def test_one_chosen_group_is_named_whatever_form_is_drawn(kader):
    rng = np.random.default_rng(2)
    wolk = pd.DataFrame({f"lbm_{j}": 3.8 + 0.01 * (j - 2002) for j in JAREN}, index=range(100))
    wolk += rng.normal(0, 0.05, (100, 1)) + rng.normal(0, 0.02, (100, len(JAREN)))
    wolk = wolk.assign(
        wk_code=[f"WK90{i:04d}" for i in range(100)], in_selectie=True, cluster="Succes!"
    )
    uit = tg.trajectgroepen(wolk, **OPZET, trekkingen=0)
    gekozen = uit.maten[uit.maten["rol"] == GEKOZEN].iloc[0]
    assert gekozen["aantal_groepen"] == 1
    fig, bij = figuur.trajectgroepen(uit.verloop, uit.maten, kader)
    koppen = [t for t in teksten(fig) if ":" in t and "roep" in t]
    assert any(kop.endswith(": daarna best") for kop in koppen)
    assert "Gekozen is één groep." in bij.alt


def test_every_wijk_is_a_line_in_the_panel_of_its_group(groepen, wijken, kader):
    fig, bij = figuur.trajectgroepen_wijken(
        wijken, groepen.indeling, groepen.verloop, groepen.maten, kader
    )
    methode, K = tg.getoonde_oplossing(groepen.maten)
    lid = groepen.indeling
    lid = lid[(lid["methode"] == methode) & (lid["aantal_groepen"] == K)]
    aantallen = lid["groep"].value_counts().sort_index()
    for ax, n in zip(fig.axes, aantallen, strict=True):
        # a thin line per wijk, and the mean with its later years
        assert len(ax.lines) == n + 2
        assert f"{n} wijken" in ax.get_title(loc="left")
    assert bij.n == "N = 120 wijken."
    assert leesfouten(fig, overlap=2) == []


def test_nothing_to_draw_is_no_figure(groepen, wijken, kader):
    leeg = groepen.verloop.iloc[:0]
    assert figuur.trajectgroepen(leeg, groepen.maten, kader) is None
    assert (
        figuur.trajectgroepen_wijken(wijken, groepen.indeling, leeg, groepen.maten, kader) is None
    )


def test_same_tables_same_bytes(groepen, kader, tmp_path):
    for keer in (1, 2):
        beeld = figuur.trajectgroepen(groepen.verloop, groepen.maten, kader)
        bewaar(beeld[0], tmp_path / f"{keer}.svg")
    assert (tmp_path / "1.svg").read_bytes() == (tmp_path / "2.svg").read_bytes()
