"""Circularity: the figure shows the estimates, and the parts that add up to them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hulp.figuren import kleinste_letter
from leefbaarheid.basis.begrippen import DIMENSIES
from leefbaarheid.figuren.robuustheid.circulariteit import circulariteit

LABELS = {
    "corporatie_pct": "Woningen in bezit van corporaties",
    "woz_verandering_pct": "Verandering woningwaarde",
    "laag_inkomen_pct": "Lage inkomens",
}
VOEDT = {"corporatie_pct": "won", "laag_inkomen_pct": "soc"}


def maak_tabel(voedt=VOEDT) -> pd.DataFrame:
    """A window without dimensions and one with them; only corporatie_pct falls, through `won`."""
    rng = np.random.default_rng(11)
    vast = {"steekproef": "in_aanmerking", "n": 60, "n_gemeenten": 9}
    rijen = []
    for factor, label in LABELS.items():
        rij = {"factor": factor, "label": label, **vast}
        rijen.append(
            {**rij, "van": 2012, "tot": 2014, "model": "verandering", "uitkomst": "geen",
             "voedt": False}
        )  # fmt: skip
        delen = dict(zip(DIMENSIES, rng.normal(0, 0.002, len(DIMENSIES)), strict=True))
        delen["won"] -= 0.03 * (factor == "corporatie_pct")
        zonder = {f"totaal_zonder_{d}": sum(delen.values()) - delen[d] for d in voedt.values()}
        for uitkomst, coef in ({"totaal": sum(delen.values())} | zonder | delen).items():
            for model in ("verandering", "ancova"):
                rijen.append(
                    {
                        **rij, "van": 2014, "tot": 2018, "model": model, "uitkomst": uitkomst,
                        "voedt": voedt.get(factor) == uitkomst, "coef_sd": coef,
                        "ci_sd_laag": coef - 0.01, "ci_sd_hoog": coef + 0.01,
                    }
                )  # fmt: skip
    return pd.DataFrame(rijen)


def kies(uitkomst) -> pd.DataFrame:
    tabel = maak_tabel()
    deel = tabel[(tabel["model"] == "verandering") & (tabel["uitkomst"] == uitkomst)]
    return deel.set_index("factor")


@pytest.mark.traag
def test_figuur_toont_de_schattingen_en_de_delen(kader, tmp_path):
    maak_tabel().to_csv(tmp_path / "t.csv", index=False)  # as the rule that draws will read it
    fig, toelichting = circulariteit(pd.read_csv(tmp_path / "t.csv"), kader, "in_aanmerking")
    links, rechts = fig.axes
    totaal = kies("totaal")["coef_sd"]
    punten = links.containers[0].lines[0].get_xdata()
    np.testing.assert_allclose(punten, totaal, rtol=1e-9)
    zonder = links.containers[1].lines[0].get_xdata()
    assert zonder[0] == pytest.approx(kies("totaal_zonder_won").loc["corporatie_pct", "coef_sd"])
    assert np.isnan(zonder[1])  # this factor feeds no dimension
    staven = [[staaf.get_width() for staaf in groep] for groep in rechts.containers]
    np.testing.assert_allclose(np.sum(staven, axis=0), totaal, rtol=1e-8)
    namen = [t.get_text().replace("\n", " ") for t in links.get_yticklabels()]
    assert namen[0] == "Woningen in bezit van corporaties (woningvoorraad)"
    assert "2014–2018" in toelichting.titel
    assert "Woningen in bezit van corporaties −0,0" in toelichting.alt
    assert "zonder woningvoorraad" in toelichting.alt
    assert toelichting.n == "N = 60 wijken met alle gegevens, in 9 gemeenten."
    assert kleinste_letter(fig) >= 8


def test_geen_figuur_zonder_schatting(kader):
    tabel = maak_tabel()
    assert circulariteit(tabel[tabel["tot"] == 2014], kader, "in_aanmerking") is None
    assert circulariteit(tabel, kader, "selectie") is None


def test_figuur_zonder_aangewezen_dimensies(kader):
    _, toelichting = circulariteit(maak_tabel(voedt={}), kader, "in_aanmerking")
    assert "Voor geen van de factoren is een dimensie aangewezen." in toelichting.alt
