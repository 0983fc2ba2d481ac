"""Regression to the mean: observed beside expected, in the order of time."""

from __future__ import annotations

import pandas as pd
import pytest

from hulp.figuren import leesfouten
from leefbaarheid.basis import taal
from leefbaarheid.figuren.delen.blad import bewaar
from leefbaarheid.figuren.robuustheid.naar_gemiddelde import regressie_naar_gemiddelde


@pytest.fixture(scope="module")
def effect() -> pd.DataFrame:
    """Two windows, the later one first, and rows of a cluster that the figure leaves out."""
    rijen = []
    for van, tot, waargenomen in ((2008, 2014, 0.031), (2002, 2008, 0.052)):
        for groep in ("selectie", "Terugval"):
            for model, verwacht in (("alleen_ruis", 0.011), ("ruis_en_beweging", 0.024)):
                rijen.append(
                    {
                        "van": van, "tot": tot, "groep": groep, "model": model,
                        "waargenomen": waargenomen, "ci_laag": waargenomen - 0.01,
                        "ci_hoog": waargenomen + 0.01, "verwacht": verwacht + van / 1e5,
                        "verwacht_laag": verwacht, "verwacht_hoog": verwacht + 0.03,
                        "n": 120, "n_populatie": 300,
                    }
                )  # fmt: skip
    return pd.DataFrame(rijen)


@pytest.mark.traag
def test_observed_beside_expected(effect, kader):
    fig, bij = regressie_naar_gemiddelde(effect, kader)
    ax = fig.axes[0]
    # windows in the order of time, whatever the order of the table
    assert [t.get_text() for t in ax.get_yticklabels()] == ["2002–2008", "2008–2014"]
    eerste = effect[(effect["tot"] == 2008) & (effect["groep"] == "selectie")].set_index("model")
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
    assert leesfouten(fig, overlap=2) == []


def test_only_models_of_the_table_are_drawn(effect, kader):
    _, bij = regressie_naar_gemiddelde(effect[effect["model"] == "alleen_ruis"], kader)
    assert "verwachte verandering bij alleen meetruis." in bij.alt


def test_nothing_to_draw_is_no_figure(effect, kader):
    assert regressie_naar_gemiddelde(effect.iloc[:0], kader) is None


@pytest.mark.traag
def test_same_tables_same_bytes(effect, kader, tmp_path):
    for keer in (1, 2):
        bewaar(regressie_naar_gemiddelde(effect, kader)[0], tmp_path / f"{keer}.svg")
    assert (tmp_path / "1.svg").read_bytes() == (tmp_path / "2.svg").read_bytes()
