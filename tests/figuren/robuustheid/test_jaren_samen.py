"""All years together: a panel per factor, what stands open, and what the alt text says."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_hex

from hulp.figuren import kleinste_letter, leesfouten, tekstvakken
from leefbaarheid.figuren.robuustheid.jaren_samen import jaren_groep, jaren_samen

pytestmark = pytest.mark.traag

LABELS = {"woz": "Verandering gemiddelde woningwaarde 2009-2014", "corp": "Corporatiewoningen"}
JAREN = (2002, 2008, 2014, 2016, 2018, 2020, 2022)


@pytest.fixture
def tabel() -> pd.DataFrame:
    """Two factors in two samples; the second factor is measured in 2017, and clear in 2014."""
    rijen = []
    for factor, label in LABELS.items():
        for steekproef in ("selectie", "in_aanmerking"):
            for jaar in JAREN:
                helder = factor == "corp" and jaar == 2014
                coef = -0.02 if helder else 0.001
                rijen.append(
                    {
                        "steekproef": steekproef, "vorm": "samen", "factor": factor,
                        "label": label, "jaar": jaar, "basisjaar": 2012, "coef_sd": coef,
                        "ci_sd_laag": coef - 0.01, "ci_sd_hoog": coef + 0.01,
                        "meting": "na" if factor == "corp" and jaar < 2018 else "voor",
                        "n": 123, "n_gemeenten": 34,
                    }
                )  # fmt: skip
    return pd.DataFrame(rijen)


def test_een_paneel_per_factor_op_een_schaal(tabel, kader):
    fig, toelichting = jaren_samen(tabel, kader)
    assert len(fig.axes) == 2 and len({ax.get_ylim() for ax in fig.axes}) == 1
    assert toelichting.n == "N = 123 wijken met alle gegevens, in 34 gemeenten."
    assert len(tekstvakken(fig)) > 10
    assert leesfouten(fig) == [] and kleinste_letter(fig) >= 8


def test_een_teken_is_open_waar_de_factor_later_gemeten_is(tabel, kader):
    fig, _ = jaren_samen(tabel, kader)

    def open_(ax):
        return sum(
            len(p.get_offsets()) for p in ax.collections
            if hasattr(p, "get_sizes") and len(p.get_facecolor())
            and to_hex(p.get_facecolor()[0]) == "#ffffff"
        )  # fmt: skip

    assert [open_(ax) for ax in fig.axes] == [0, 2 * 4]


def test_alt_tekst_noemt_wat_nul_uitsluit_en_wat_later_gemeten_is(tabel, kader):
    _, toelichting = jaren_samen(tabel, kader)
    assert "nul uit voor Corporatiewoningen in 2014 (−0,020); voor Verandering" in toelichting.alt
    assert toelichting.alt.endswith("na 2012 komt dat voor bij Corporatiewoningen.")
    niets = tabel[tabel["factor"] == "woz"]
    assert jaren_samen(niets, kader)[1].alt.endswith("nul in geen enkel jaar uit.")


def test_zonder_schatting_geen_figuur(tabel, kader):
    assert jaren_samen(tabel.assign(coef_sd=np.nan), kader) is None
    assert jaren_groep(groep().assign(ci_laag=np.nan), kader) is None


def test_veel_factoren_passen_op_een_bladzijde(tabel, kader):
    veel = pd.concat(
        [tabel.assign(factor=tabel["factor"] + str(i), label=tabel["label"] + f" {i}")
         for i in range(5)]
    )  # fmt: skip
    fig, _ = jaren_samen(veel, kader)
    assert fig.get_size_inches()[1] * 2.54 <= 20.5
    assert leesfouten(fig) == []


def groep() -> pd.DataFrame:
    rijen = []
    for jaar in JAREN:
        verschil = 0.004 * (jaar - 2012)
        for mbar in (0.0, 1.0) if jaar > 2012 else (0.0,):
            half = 0.01 + 0.003 * mbar * (jaar - 2012)
            rijen.append(
                {
                    "groep": "label_aandachtswijk", "maat": "per_jaar", "jaar": jaar,
                    "basisjaar": 2012, "mbar": mbar, "verschil": verschil,
                    "ci_laag": verschil - half, "ci_hoog": verschil + half, "n_groep": 40,
                    "n_overig": 811,
                }
            )  # fmt: skip
    return pd.DataFrame(rijen)


def test_groep_zegt_wat_standhoudt(kader):
    fig, toelichting = jaren_groep(groep(), kader)
    assert leesfouten(fig) == [] and kleinste_letter(fig) >= 8
    assert toelichting.titel.startswith("Verkennend: ")
    assert "in 2014 +0,008, 2016 +0,016" in toelichting.alt
    assert "bij gelijk verloop in 2016, 2018, 2020 en 2022 uit" in toelichting.alt
    assert toelichting.n == "N = 40 wijken tegenover 811 wijken."


def test_groep_zonder_jaren_ervoor_heeft_geen_figuur(kader):
    assert jaren_groep(groep().query("mbar == 0"), kader) is None
