"""Component plus residual: a panel per term, and the wijken with most influence by name."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hulp.figuren import kleinste_letter, leesfouten, tekstvakken
from leefbaarheid.figuren.robuustheid.partiele_residuen import partiele_residuen

LABELS = {
    "beginscore": "beginscore",
    "corporatie_pct": "Corporatiewoningen",
    "woz_verandering_pct": "Verandering woningwaarde",
    "laag_inkomen_pct": "Lage inkomens",
}


@pytest.fixture(scope="module")
def tabel() -> pd.DataFrame:
    """60 wijken x four terms; in each term another wijk has most influence."""
    rng = np.random.default_rng(6)
    n = 60
    delen = []
    for nummer, (term, label) in enumerate(LABELS.items()):
        x = np.sort(rng.normal(40, 12, n))
        schaal = 0.5 if term == "beginscore" else 0.03
        lineair = schaal * (x - x.mean()) / x.std()
        dfbetas = rng.normal(0, 0.08, n)
        dfbetas[nummer * 10] = -0.9
        delen.append(
            pd.DataFrame(
                {
                    "van": 2012, "tot": 2014, "steekproef": "selectie", "term": term,
                    "label": label, "eenheid": "%", "wk_code": [f"WK9{i:05d}" for i in range(n)],
                    "wk_naam": [f"Wijk {i}" for i in range(n)],
                    "gm_naam": [f"Gemeente {i % 9}" for i in range(n)],
                    "x": x, "partieel": lineair + rng.normal(0, schaal, n), "lineair": lineair,
                    "glad": 1.1 * lineair, "dfbetas": dfbetas, "grens_dfbetas": 2 / np.sqrt(n),
                }
            )
        )  # fmt: skip
    return pd.concat(delen, ignore_index=True)


@pytest.fixture(scope="module")
def beeld(tabel, kader):
    return partiele_residuen(tabel, kader)


@pytest.mark.traag
def test_geen_tekst_valt_weg_of_over_andere_tekst(beeld):
    fig, _ = beeld
    assert len(tekstvakken(fig)) > 20
    assert leesfouten(fig) == []
    assert kleinste_letter(fig) >= 8


def test_partieel_wijst_per_paneel_de_sterkste_wijk_aan(beeld, tabel):
    fig, toelichting = beeld
    sleutel = "\n".join(t.get_text() for t in fig.texts).replace("\u00a0", " ")
    for term, deel in tabel.groupby("term"):
        sterkste = deel.loc[deel["dfbetas"].abs().idxmax()]
        naam = f"{sterkste['wk_naam']} ({sterkste['gm_naam']})"
        assert naam in sleutel and naam in toelichting.alt, term
    assert toelichting.alt.startswith("Vier panelen ")


def test_de_score_staat_achteraan_op_een_eigen_schaal(beeld):
    fig, _ = beeld
    *factoren, score = fig.axes[:4]
    assert score.get_title(loc="left") == "Leefbaarheidsscore 2012\n(begin van het venster)"
    assert score.get_xlabel() == "% (eigen schaal)"
    assert len({ax.get_ylim() for ax in factoren}) == 1
    assert score.get_ylim() != factoren[0].get_ylim()


def test_zonder_rijen_geen_figuur(tabel, kader):
    assert partiele_residuen(tabel.iloc[:0], kader) is None
