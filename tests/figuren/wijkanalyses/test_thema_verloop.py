"""The figure of a theme: every wijk by name with its numbers, and no word that ranks them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hulp.figuren import JAREN, leesfouten, teksten
from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import TERUGVAL, ZONDER_CLUSTER
from leefbaarheid.figuren.delen import stijl
from leefbaarheid.figuren.wijkanalyses.thema_verloop import MEESTE_NAMEN, thema_verloop


def _profielen(verschillen, **extra):
    """Return profiles of wijken that lie this much from the country, in every year."""
    return pd.DataFrame(
        [
            {"wk_code": f"WK{i:06d}", "wk_naam": f"Wijk {i}", "cluster": TERUGVAL, **extra}
            | {f"land_{jaar}": 4.0 for jaar in JAREN}
            | {f"lbm_{jaar}": 4.0 + verschil for jaar in JAREN}
            for i, verschil in enumerate(verschillen)
        ]
    )


def _wijken(*codes):
    kolommen = {f"lbm_{jaar}": 3.7 for jaar in JAREN}
    rijen = [{"wk_code": code, "in_selectie": True, **kolommen} for code in codes]
    return pd.DataFrame(rijen, columns=["wk_code", "in_selectie", *kolommen])


def test_elke_wijk_heeft_haar_naam_en_haar_verschil(kader):
    fig, t = thema_verloop(
        _profielen([-0.1, 0.05]), _wijken("WK000000", "WK9"), "Sociale aanpak", kader
    )
    staan = teksten(fig)
    assert {"Wijk 0 −0,10", "Wijk 1 +0,05", "gemiddelde van alle wijken"} <= set(staan)
    assert "Wijk 0 van −0,10 in 2002 naar −0,10 in 2022" in t.alt
    assert "1 overige geselecteerde wijk." in t.alt
    assert t.n == "N = 2 wijken met dit thema en 1 overige geselecteerde wijk."
    assert "thema sociale aanpak" in t.titel
    assert t.boodschap.endswith("in 2022 van −0,10 punt (Wijk 0) tot +0,05 punt (Wijk 1)")


def test_de_wijken_van_het_thema_liggen_niet_ook_als_grijze_lijn(kader):
    fig, _ = thema_verloop(_profielen([-0.1]), _wijken("WK000000", "WK9"), "T", kader)
    grijs = [lijn for lijn in fig.axes[0].lines if lijn.get_color() == stijl.LIJN]
    assert len(grijs) == 1
    assert np.allclose(grijs[0].get_ydata(), -0.3)


def test_een_wijk_zegt_hoe_zij_ging(kader):
    profiel = _profielen([-0.1])
    profiel["lbm_2022"] = 3.95
    _, t = thema_verloop(profiel, _wijken(), "T", kader)
    assert t.boodschap == (
        "Het verschil met het gemiddelde van alle wijken: Wijk 0 van −0,10 in 2002 naar −0,05 in "
        "2022"
    )
    assert t.n == "N = 1 wijk met dit thema."
    assert "van 1 wijk die dit thema noemt" in t.alt


def test_gelijke_verschillen_hebben_geen_uitersten(kader):
    assert thema_verloop(_profielen([-0.1, -0.1]), _wijken(), "T", kader)[1].boodschap == ""


def test_verschillende_laatste_jaren_worden_niet_vergeleken(kader):
    profielen = _profielen([-0.1, 0.1])
    profielen.loc[0, "lbm_2022"] = np.nan
    _, t = thema_verloop(profielen, _wijken(), "T", kader)
    assert t.boodschap == ""
    assert "Wijk 0 van −0,10 in 2002 naar −0,10 in 2018" in t.alt


def test_zonder_scores_is_er_geen_figuur(kader):
    leeg = _profielen([np.nan])
    assert thema_verloop(leeg, _wijken(), "T", kader) is None
    assert thema_verloop(leeg.iloc[:0], _wijken("WK9"), "T", kader) is None


def test_een_wijk_in_twee_analyses_telt_een_keer(kader):
    twee = pd.concat([_profielen([-0.1]), _profielen([-0.1])])
    assert thema_verloop(twee, _wijken(), "T", kader)[1].n == "N = 1 wijk met dit thema."


def test_een_wijk_zonder_cluster_staat_er_zo(kader):
    fig, _ = thema_verloop(_profielen([-0.1], cluster=np.nan), _wijken(), "T", kader)
    assert ZONDER_CLUSTER in [tekst.get_text() for tekst in fig.legends[0].get_texts()]


@pytest.mark.parametrize("aantal", [1, MEESTE_NAMEN, MEESTE_NAMEN + 1, 60])
def test_geen_naam_valt_weg_of_over_een_andere(kader, aantal):
    waarden = [-0.2 + 0.004 * i for i in range(aantal)]
    profielen = _profielen(waarden)
    profielen["wk_naam"] = [f"Sint-Willibrordusbuurt-Noord {i}" for i in range(aantal)]
    fig, t = thema_verloop(profielen, _wijken("WK9"), "T", kader)
    assert leesfouten(fig) == []
    genoemd = [tekst for tekst in teksten(fig) if tekst.startswith("Sint")]
    assert len(genoemd) == (aantal if aantal <= MEESTE_NAMEN else 2)
    assert ("uiterste bij naam" in t.n) == (aantal > MEESTE_NAMEN)
    assert taal.verandering(waarden[-1]) in genoemd[0]
