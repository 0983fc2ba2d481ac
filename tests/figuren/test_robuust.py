"""Figures of the robustness checks: they say what the tables say, and can be read."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from leefbaarheid.analyse.trajecten import Clusterregel
from leefbaarheid.basis import taal
from leefbaarheid.basis.tabelwaarden import GEKOZEN
from leefbaarheid.figuren import robuust as fr
from leefbaarheid.figuren import stijl
from leefbaarheid.figuren.delen import Kader
from leefbaarheid.toetsen import trajectgroepen as tg
from leefbaarheid.toetsen.regressie_naar_gemiddelde import simulatie

pytestmark = pytest.mark.traag

WORTEL = Path(__file__).resolve().parents[2]
JAREN = (2002, 2008, 2012, 2014, 2016, 2022)
GRENZEN = (3.674, 3.748, 3.821, 3.938, 3.999, 4.112, 4.192, 4.270)
KADER = Kader(JAREN, 2014, GRENZEN, "Leefbaarometer 3.0", "CBS", "Onderzoeksteam", True)


@pytest.fixture(scope="module", autouse=True)
def _huisstijl():
    stijl.stel_in(sorted((WORTEL / "reports" / "fonts").glob("*.ttf")))


@pytest.fixture(scope="module")
def wijken() -> pd.DataFrame:
    """300 wijken, the lowest 120 of 2002 selected, half of them rising and half falling later."""
    rng = np.random.default_rng(1)
    n = 300
    niveau, soort = rng.normal(3.95, 0.1, n), rng.integers(0, 2, n)
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
        gm_code=[f"GM9{i % 20:03d}" for i in range(n)],
        in_aanmerking=True,
        in_selectie=tabel["lbm_2002"] <= tabel["lbm_2002"].nsmallest(120).max(),
        cluster=np.where(soort, "Gestaag herstel", "Terugval"),
    )


@pytest.fixture(scope="module")
def groepen(wijken) -> tg.Trajectgroepen:
    return tg.trajectgroepen(
        wijken, jaren=JAREN, crisisjaar=2012, eindjaar=2014, zaad=1, trekkingen=5
    )


@pytest.fixture(scope="module")
def effect(wijken) -> pd.DataFrame:
    return simulatie(
        wijken,
        jaar=2002,
        jaren=JAREN,
        vensters=[(2008, 2014), (2002, 2008)],
        grenzen=GRENZEN,
        regel=Clusterregel(2008, 2012, 2014, 0.02, 5),
        zaad=1,
        trekkingen=50,
    ).effect


def teksten(fig: Figure) -> list[str]:
    return [t.get_text() for t in fig.findobj(Text) if t.get_text() and t.get_visible()]


@pytest.fixture
def onleesbaar(monkeypatch):
    """Return a function: the texts of a figure that stick out of it or lie over each other."""

    def zoek(fig: Figure) -> list[str]:
        getekend, teken_tekst = [], Text.draw

        def noteer(tekst, *rest, **kw):
            getekend.append(tekst)
            return teken_tekst(tekst, *rest, **kw)

        with monkeypatch.context() as tijdelijk:
            tijdelijk.setattr(Text, "draw", noteer)
            doek = FigureCanvasAgg(fig)
            doek.draw()
        # the text alone: an annotation also has its arrow in its extent
        vakken = [
            (t.get_text(), Text.get_window_extent(t, doek.get_renderer()))
            for t in dict.fromkeys(getekend)
            if t.get_text().strip()
        ]
        breedte, hoogte = doek.get_width_height()
        uit = [
            tekst
            for tekst, vak in vakken
            if vak.x0 < -1 or vak.y0 < -1 or vak.x1 > breedte + 1 or vak.y1 > hoogte + 1
        ]
        return uit + [
            f"{een} over {ander}"
            for (een, a), (ander, b) in combinations(vakken, 2)
            if min(a.x1, b.x1) - max(a.x0, b.x0) > 1 and min(a.y1, b.y1) - max(a.y0, b.y0) > 2
        ]

    return zoek


def test_a_panel_for_every_number_of_groups(groepen, onleesbaar):
    fig, bij = fr.trajectgroepen(groepen.verloop, groepen.maten, KADER)
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
    assert onleesbaar(fig) == []


def test_number_of_wijken_stands_at_the_end_of_each_line(groepen):
    fig, _ = fr.trajectgroepen(groepen.verloop, groepen.maten, KADER, "kmeans")
    deel = groepen.verloop[groepen.verloop["methode"] == "kmeans"].query("jaar == 2022")
    verwacht = sorted(str(n) for n in deel["n_wijken"])
    getallen = sorted(t.get_text() for ax in fig.axes for t in ax.texts if t.get_text().isdigit())
    assert getallen == verwacht


def test_one_chosen_group_is_named_whatever_form_is_drawn():
    rng = np.random.default_rng(2)
    wolk = pd.DataFrame({f"lbm_{j}": 3.8 + 0.01 * (j - 2002) for j in JAREN}, index=range(100))
    wolk += rng.normal(0, 0.05, (100, 1)) + rng.normal(0, 0.02, (100, len(JAREN)))
    wolk = wolk.assign(
        wk_code=[f"WK90{i:04d}" for i in range(100)], in_selectie=True, cluster="Succes!"
    )
    uit = tg.trajectgroepen(wolk, jaren=JAREN, crisisjaar=2012, eindjaar=2014, zaad=1, trekkingen=0)
    gekozen = uit.maten[uit.maten["rol"] == GEKOZEN].iloc[0]
    assert gekozen["aantal_groepen"] == 1
    fig, bij = fr.trajectgroepen(uit.verloop, uit.maten, KADER)
    koppen = [t for t in teksten(fig) if ":" in t and "roep" in t]
    assert any(kop.endswith(": daarna best") for kop in koppen)
    assert "Gekozen is één groep." in bij.alt


def test_every_wijk_is_a_line_in_the_panel_of_its_group(groepen, wijken, onleesbaar):
    fig, bij = fr.trajectgroepen_wijken(
        wijken, groepen.indeling, groepen.verloop, groepen.maten, KADER
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
    assert onleesbaar(fig) == []


def test_observed_beside_expected(effect, onleesbaar):
    fig, bij = fr.regressie_naar_gemiddelde(effect, KADER)
    ax = fig.axes[0]
    # windows in the order of time, whatever the order of the table
    assert [t.get_text() for t in ax.get_yticklabels()] == ["2002–2008", "2008–2014"]
    eerste = effect[effect["tot"] == 2008].set_index("model")
    zin = (
        f"2002–2008 {taal.verandering(eerste['waargenomen'].iloc[0], 3)} (verwacht "
        f"{taal.verandering(eerste.loc['alleen_ruis', 'verwacht'], 3)} en "
        f"{taal.verandering(eerste.loc['ruis_en_beweging', 'verwacht'], 3)})"
    )
    assert zin in bij.alt
    punten = [lijn.get_xdata()[0] for houder in ax.containers for lijn in houder[:1]]
    assert punten == pytest.approx(
        [
            eerste["waargenomen"].iloc[0],
            eerste.loc["alleen_ruis", "verwacht"],
            eerste.loc["ruis_en_beweging", "verwacht"],
        ]
    )
    assert bij.n == "N = 120 geselecteerde van 300 wijken die in aanmerking kwamen."
    assert onleesbaar(fig) == []


def test_nothing_to_draw_is_no_figure(groepen, effect):
    assert fr.trajectgroepen(groepen.verloop.iloc[:0], groepen.maten, KADER) is None
    assert fr.regressie_naar_gemiddelde(effect.iloc[:0], KADER) is None


def test_same_tables_same_bytes(groepen, effect, tmp_path):
    for naam, maak in {
        "groepen": lambda: fr.trajectgroepen(groepen.verloop, groepen.maten, KADER),
        "regressie": lambda: fr.regressie_naar_gemiddelde(effect, KADER),
    }.items():
        for keer in (1, 2):
            stijl.bewaar(maak()[0], tmp_path / f"{naam}{keer}.svg")
        assert (tmp_path / f"{naam}1.svg").read_bytes() == (tmp_path / f"{naam}2.svg").read_bytes()
