"""What groups look like: the groups that were planted."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hulp.trajecten import JAREN, OPZET, PLANTING, maak_wijken, rij
from leefbaarheid.basis.tabelwaarden import METHODEN
from leefbaarheid.toetsen import trajectgroepen as tg
from leefbaarheid.toetsen.trajectwolk import KENMERKEN


@pytest.fixture(scope="module")
def wijken() -> pd.DataFrame:
    return maak_wijken(PLANTING)


@pytest.fixture(scope="module")
def uit(wijken) -> tg.Trajectgroepen:
    return tg.trajectgroepen(wijken, **OPZET, trekkingen=20)


@pytest.mark.traag
def test_characteristics_of_planted_groups(uit):
    tabel = uit.kenmerken.pivot(index="groep", columns="kenmerk", values="gemiddelde")
    verwacht = pd.DataFrame(
        [[3.90, 0.010, 0.020], [3.80, 0.005, -0.020], [3.70, 0.020, 0.005]],
        index=[1, 2, 3],
        columns=list(KENMERKEN),
    )
    # standard error of a level: 0.02 / sqrt(30) = 0.004; of a slope far less
    assert tabel["niveau"].to_numpy() == pytest.approx(verwacht["niveau"].to_numpy(), abs=0.01)
    for helling in ("helling_voor", "helling_na"):
        assert tabel[helling].to_numpy() == pytest.approx(verwacht[helling].to_numpy(), abs=0.004)
    assert uit.kenmerken.groupby("kenmerk")["n"].sum().tolist() == pytest.approx([130] * 3)
    eerste = uit.kenmerken.iloc[0]
    # the groups lie apart, so the first is the 60 wijken of the first plant: t(59) = 2.001
    assert eerste["n"] == pytest.approx(60, abs=0.5)
    assert eerste["ci_hoog"] - eerste["gemiddelde"] == pytest.approx(
        2.001 * eerste["sd"] / np.sqrt(60), rel=0.02
    )


def test_trajectories_of_all_solutions(uit, wijken):
    assert set(zip(uit.verloop["methode"], uit.verloop["aantal_groepen"], strict=True)) == {
        (methode, K) for methode in METHODEN for K in range(1, 7)
    }
    een = uit.verloop[(uit.verloop["methode"] == "vol") & (uit.verloop["aantal_groepen"] == 1)]
    gemiddeld = wijken[[f"lbm_{j}" for j in JAREN]].mean().tolist()
    assert een["gemiddelde"].tolist() == pytest.approx(gemiddeld)
    # 2016 is shown, and not used
    assert een["gebruikt"].tolist() == [True, True, True, True, False]
    assert een["model"].notna().tolist() == een["gebruikt"].tolist()
    per_oplossing = uit.verloop[uit.verloop["jaar"] == 2002].groupby(["methode", "aantal_groepen"])
    assert (per_oplossing["n_wijken"].sum() == 130).all()
    assert per_oplossing["aandeel"].sum().to_numpy() == pytest.approx(np.ones(24))


def test_groups_are_numbered_by_end_score(uit):
    eind = uit.verloop[uit.verloop["jaar"] == 2014]
    for _, deel in eind.groupby(["methode", "aantal_groepen"]):
        assert deel.sort_values("groep")["gemiddelde"].is_monotonic_decreasing


def test_crosstable_with_the_rule(uit):
    methode, K = tg.getoonde_oplossing(uit.maten)
    tabel = uit.kruistabel
    tabel = tabel[(tabel["methode"] == methode) & (tabel["aantal_groepen"] == K)]
    breed = tabel.pivot(index="groep", columns="cluster", values="n_wijken")
    assert breed.to_numpy().sum() == 130
    assert breed.loc[1, "Succes!"] == 60
    assert abs(breed.loc[2, "Terugval"] - 40) <= 2
    maat = rij(uit.maten, methode, K)
    assert maat["ari_regel"] > 0.95
    assert maat["cramers_v"] > 0.95


@pytest.mark.traag
def test_a_wijk_without_cluster_is_unknown_in_the_crosstable(wijken):
    leeg = wijken.assign(cluster=wijken["cluster"].mask(wijken["planting"] == 2))
    kruis = tg.trajectgroepen(leeg, **OPZET, trekkingen=0, aantallen=[3]).kruistabel
    vol = kruis[kruis["methode"] == "vol"]
    assert vol.loc[vol["cluster"] == "onbekend", "n_wijken"].sum() == 30
