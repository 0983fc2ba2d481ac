"""Sensitivity of the clusters: extremes, and the edition's own rule."""

from __future__ import annotations

import pytest

from hulp.figuren import teksten


@pytest.mark.traag
def test_gevoeligheid_noemt_uitersten_en_basis(beelden, tabellen):
    fig, t = beelden["gevoeligheid"]
    tabel = tabellen["gevoeligheid"]
    terugval = tabel[tabel["cluster"] == "Terugval"]
    laag, hoog = terugval["n_wijken"].min(), terugval["n_wijken"].max()
    basis = terugval.loc[terugval["basis"], "n_wijken"].iloc[0]
    assert f"Terugval {laag} tot {hoog} (basis {basis})" in t.alt
    assert teksten(fig).count("basis") == 1
    assert {"0,00", "0,02", "0,04"} <= set(teksten(fig))
