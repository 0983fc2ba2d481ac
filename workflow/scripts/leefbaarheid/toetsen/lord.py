"""Lord's paradox made visible: three forms of one question, side by side per factor.

Did wijken with more of a factor change more (`verandering`), end higher than wijken that began
alike (`ancova`), or change more than wijken that were alike before the selection (`basismeting`)?
Where groups differ at the start these are different questions with different answers, and none of
them is the right one without knowing how wijken came to differ (Lord 1967, Psychological Bulletin
68; Van Breukelen 2013, Multivariate Behavioral Research 48). So all three are shown (DOMAIN.md
section 5), and this module says where they part.

Everything is read from tabellen/regressie.csv; nothing is estimated here.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from leefbaarheid.basis.begrippen import ANCOVA, BASISMETING, MODELLEN
from leefbaarheid.basis.tabelwaarden import GEEN_FACTOR, Vormoordeel
from leefbaarheid.toetsen.ontwerpen import ALFA

SLEUTEL = ["uitkomst", "van", "tot", "steekproef", "term"]
MATEN = ("coef_sd", "ci_sd_laag", "ci_sd_hoog", "p")
KOLOMMEN = [
    *(*SLEUTEL, "label"),
    *(f"{maat}_{model}" for model in MODELLEN for maat in MATEN),
    *("n_vormen", "teken_verschilt", "significantie_verschilt", "eensgezind", "oordeel"),
]


def lord_tabel(regressie: pd.DataFrame, alfa: float = ALFA) -> pd.DataFrame:
    """Return one row per window, sample and factor, with the three forms side by side.

    Args:
        regressie: tabellen/regressie.csv (uitkomst, van, tot, model, steekproef, term, label,
            coef_sd, ci_sd_laag, ci_sd_hoog, p).
        alfa: level at which an estimate counts as clear.

    Returns:
        `KOLOMMEN`, in the order of the regressions. `n_vormen` counts the forms that differ: where
        the window begins in the base year `ancova` and `basismeting` give the same coefficients.
        `teken_verschilt`: not all estimates have the same sign; `significantie_verschilt`: some
        are clear and others not; `eensgezind`: neither. `oordeel` is a `Vormoordeel`. A form that
        was not estimated has no numbers.
    """
    tabel = regressie[~regressie["term"].isin(GEEN_FACTOR)]
    rijen = []
    for sleutel, deel in tabel.groupby(SLEUTEL, sort=False):
        rij: dict[str, Any] = dict(zip(SLEUTEL, sleutel, strict=True))
        rij["label"] = deel["label"].iloc[0]
        per_model = deel.set_index("model")[list(MATEN)].reindex(MODELLEN)
        for maat in MATEN:
            rij |= {f"{maat}_{model}": per_model[maat][model] for model in MODELLEN}
        rijen.append(rij | _vergelijk(per_model.dropna(subset=["coef_sd", "p"]), alfa))
    return pd.DataFrame(rijen, columns=KOLOMMEN)


def _vergelijk(geschat: pd.DataFrame, alfa: float) -> dict[str, Any]:
    """Return the flags and the verdict of one factor, from its estimates by form."""
    duidelijk = geschat["p"] < alfa
    tekens = pd.Series(np.sign(geschat["coef_sd"]), geschat.index)
    teken_verschilt = tekens.nunique() > 1
    significantie_verschilt = duidelijk.nunique() > 1
    if len(geschat) < 2:
        oordeel = Vormoordeel.NIET_TE_VERGELIJKEN
    elif tekens[duidelijk].nunique() > 1:
        oordeel = Vormoordeel.TEGENGESTELD
    elif significantie_verschilt:
        oordeel = Vormoordeel.AANTOONBAARHEID_VERSCHILT
    else:
        oordeel = Vormoordeel.TEKEN_VERSCHILT if teken_verschilt else Vormoordeel.EENSGEZIND
    return {
        "n_vormen": len(geschat) - _zelfde_vorm(geschat),
        "teken_verschilt": teken_verschilt,
        "significantie_verschilt": significantie_verschilt,
        "eensgezind": oordeel == Vormoordeel.EENSGEZIND,
        "oordeel": oordeel.value,
    }


def _zelfde_vorm(geschat: pd.DataFrame) -> bool:
    """Tell whether ANCOVA and baseline form are one model (the window begins in the base year)."""
    if not {ANCOVA, BASISMETING} <= set(geschat.index):
        return False
    een, ander = geschat.loc[ANCOVA].astype(float), geschat.loc[BASISMETING].astype(float)
    return bool(np.allclose(een, ander, rtol=1e-6, atol=0))
