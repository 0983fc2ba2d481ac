"""The maps of gemeenten: the ones with most wijken, areas or points, every wijk by name."""

from __future__ import annotations

import pandas as pd
import pytest
import shapely

from hulp.figuren import leesfouten
from leefbaarheid.figuren.ontwikkeling.kaart_steden import MIN_WIJKEN, kaart_steden
from leefbaarheid.figuren.ontwikkeling.kaartgroepen import naar_cluster, naar_verandering

INDELINGEN = naar_cluster(2014), naar_verandering(2012, 2014, 0.02)

pytestmark = pytest.mark.traag


def vlakken(wijken: pd.DataFrame) -> pd.DataFrame:
    """A square of 4 km around the middle of each wijk."""
    vormen = [
        shapely.box(x - 2000, y - 2000, x + 2000, y + 2000)
        for x, y in zip(wijken["x"], wijken["y"], strict=True)
    ]
    return pd.DataFrame({"code": wijken["wk_code"].to_numpy(), "geometry": vormen})


@pytest.mark.parametrize("met_grenzen", [True, False])
def test_elke_wijk_staat_er_met_naam_en_nummer(wijken, kader, met_grenzen):
    grenzen = vlakken(wijken) if met_grenzen else None
    fig, t = kaart_steden(wijken, grenzen, INDELINGEN, kader)
    selectie = wijken[wijken["in_selectie"]]
    getoond = selectie[selectie["gm_naam"].map(lambda naam: f"In {naam} " in t.alt)]
    teksten = [tekst.get_text() for tekst in fig.texts]
    assert len(getoond) >= MIN_WIJKEN
    assert set(getoond["wk_naam"]) <= set(teksten)
    assert t.n == f"N = {len(getoond)} wijken."
    assert ("als vlak" if met_grenzen else "als punt") in t.alt
    assert leesfouten(fig) == []


def test_de_gemeente_met_de_meeste_wijken_gaat_voor(wijken, kader):
    meeste = wijken[wijken["in_selectie"]]["gm_naam"].value_counts()
    _, t = kaart_steden(wijken, None, INDELINGEN, kader)
    assert t.boodschap.startswith(f"In {sorted(meeste.index[meeste == meeste.max()])[0]} ")


def test_zonder_gemeente_met_genoeg_wijken_geen_kaart(wijken, kader):
    verspreid = wijken[wijken["in_selectie"]].groupby("gm_naam").head(MIN_WIJKEN - 1)
    assert kaart_steden(verspreid, None, INDELINGEN, kader) is None
    assert kaart_steden(wijken.drop(columns=["x", "y"]), None, INDELINGEN, kader) is None


def test_een_wijk_zonder_grens_staat_niet_op_de_kaart_en_telt_niet_mee(wijken, kader):
    grenzen = vlakken(wijken)
    eerste = kaart_steden(wijken, grenzen, INDELINGEN, kader)[1].boodschap.split()[1:3]
    naam = " ".join(eerste)
    code = wijken.loc[wijken["in_selectie"] & wijken["gm_naam"].eq(naam), "wk_code"].iloc[0]
    _, heel = kaart_steden(wijken, grenzen, INDELINGEN, kader)
    _, zonder = kaart_steden(wijken, grenzen[grenzen["code"] != code], INDELINGEN, kader)
    assert int(zonder.n.split()[2]) == int(heel.n.split()[2]) - 1
