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

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from leefbaarheid.analyse.regressie import MODELLEN
from leefbaarheid.basis import taal
from leefbaarheid.basis.tabelwaarden import GEEN_FACTOR

VORMEN = {
    "verandering": "als verandering gemeten",
    "ancova": "bij een gelijke beginscore",
    "basismeting": "bij een gelijke basismeting",
}
"""How a sentence calls each form."""

EENSGEZIND = "eensgezind"
TEKEN = "teken verschilt, niet aantoonbaar"
AANTOONBAARHEID = "aantoonbaarheid verschilt"
TEGENGESTELD = "tegengesteld"
NIET_TE_VERGELIJKEN = "niet te vergelijken"
OORDELEN = (EENSGEZIND, TEKEN, AANTOONBAARHEID, TEGENGESTELD, NIET_TE_VERGELIJKEN)

SLEUTEL = ["uitkomst", "van", "tot", "steekproef", "term"]
MATEN = ("coef_sd", "ci_sd_laag", "ci_sd_hoog", "p")
KOLOMMEN = [
    *(*SLEUTEL, "label"),
    *(f"{maat}_{model}" for model in MODELLEN for maat in MATEN),
    *("n_vormen", "teken_verschilt", "significantie_verschilt", "eensgezind", "oordeel"),
    *("reden", "betekenis"),
]


def lord_tabel(regressie: pd.DataFrame, alfa: float = 0.05) -> pd.DataFrame:
    """Return one row per window, sample and factor, with the three forms side by side.

    Args:
        regressie: tabellen/regressie.csv (uitkomst, van, tot, model, steekproef, term, label,
            coef_sd, ci_sd_laag, ci_sd_hoog, p).
        alfa: level at which an estimate counts as clear.

    Returns:
        `KOLOMMEN`, in the order of the regressions. `n_vormen` counts the forms that differ: where
        the window begins in the base year `ancova` and `basismeting` give the same coefficients.
        `teken_verschilt`: not all estimates have the same sign; `significantie_verschilt`: some
        are clear and others not; `eensgezind`: neither. `oordeel` is one of `OORDELEN`:
        'tegengesteld' if two clear estimates have opposite signs, 'teken verschilt, niet
        aantoonbaar' if the signs differ and none is clear. `reden` says which forms are missing,
        `betekenis` is one Dutch sentence.
    """
    tabel = regressie[~regressie["term"].isin(GEEN_FACTOR)]
    rijen = []
    for sleutel, deel in tabel.groupby(SLEUTEL, sort=False):
        rij: dict[str, Any] = dict(zip(SLEUTEL, sleutel, strict=True))
        rij["label"] = deel["label"].iloc[0]
        per_model = deel.set_index("model").reindex(MODELLEN)
        for model in MODELLEN:
            rij |= {f"{maat}_{model}": per_model.loc[model, maat] for maat in MATEN}
        rijen.append(rij | _vergelijk(per_model, rij["label"], alfa))
    return pd.DataFrame(rijen, columns=KOLOMMEN)


def _vergelijk(per_model: pd.DataFrame, label: str, alfa: float) -> dict[str, Any]:
    """Return the flags, the verdict and the sentence for one factor."""
    er = per_model.dropna(subset=["coef_sd", "p"])
    mist = [VORMEN[m] for m in MODELLEN if m not in er.index]
    reden = f"niet geschat: {taal.opsomming(mist)}" if mist else ""
    coef, duidelijk = er["coef_sd"], er["p"] < alfa
    tekens = np.sign(coef)
    teken_verschilt = tekens.nunique() > 1
    significantie_verschilt = duidelijk.nunique() > 1
    if len(er) < 2:
        oordeel = NIET_TE_VERGELIJKEN
    elif tekens[duidelijk].nunique() > 1:
        oordeel = TEGENGESTELD
    elif significantie_verschilt:
        oordeel = AANTOONBAARHEID
    else:
        oordeel = TEKEN if teken_verschilt else EENSGEZIND
    if _zelfde_vorm(er):
        er, duidelijk = er.drop("basismeting"), duidelijk.drop("basismeting")
    return {
        "n_vormen": len(er),
        "teken_verschilt": teken_verschilt,
        "significantie_verschilt": significantie_verschilt,
        "eensgezind": oordeel == EENSGEZIND,
        "oordeel": oordeel,
        "reden": reden,
        "betekenis": _zin(er, duidelijk, oordeel, label, reden),
    }


def _zelfde_vorm(er: pd.DataFrame) -> bool:
    """Tell whether ANCOVA and baseline form are one model (the window begins in the base year)."""
    if not {"ancova", "basismeting"} <= set(er.index):
        return False
    een, ander = er.loc["ancova", list(MATEN)], er.loc["basismeting", list(MATEN)]
    return bool(np.allclose(een.astype(float), ander.astype(float), rtol=1e-6, atol=0))


def _zin(er: pd.DataFrame, duidelijk: pd.Series, oordeel: str, label: str, reden: str) -> str:
    """Return one sentence on what the forms say together."""
    naam = taal.kleine_letter(label)
    if oordeel == NIET_TE_VERGELIJKEN:
        return f"Voor {naam} zijn de modelvormen niet te vergelijken: {reden}."
    aantal = taal.telwoord(len(er))
    if oordeel == EENSGEZIND and duidelijk.all():
        richting = "gunstiger" if er["coef_sd"].iloc[0] > 0 else "ongunstiger"
        uitersten = [taal.verandering(er["coef_sd"].agg(f), 3) for f in ("min", "max")]
        bereik = " tot ".join(dict.fromkeys(uitersten))
        return (
            f"De {aantal} modelvormen zijn het eens: een hogere waarde op {naam} gaat samen met "
            f"een {richting}e ontwikkeling ({bereik} punt per standaarddeviatie)."
        )
    if oordeel == EENSGEZIND:
        return (
            f"De {aantal} modelvormen zijn het eens: een samenhang met {naam} is in geen ervan "
            "aantoonbaar."
        )
    if oordeel == TEKEN:
        return (
            f"De modelvormen verschillen van teken bij {naam} ({_vormen(er, list(er.index))}), "
            "maar in geen ervan is een samenhang aantoonbaar."
        )
    wel = list(er.index[duidelijk])
    if oordeel == TEGENGESTELD:
        return (
            f"De modelvormen spreken elkaar tegen bij {naam}: de samenhang is {_vormen(er, wel)} "
            "punt per standaarddeviatie; het zijn verschillende vragen met een verschillend "
            "antwoord."
        )
    niet = list(er.index[~duidelijk])
    slot = (
        "met een ander teken"
        if er["coef_sd"].min() < 0 < er["coef_sd"].max()
        else "met hetzelfde teken"
    )
    return (
        f"Bij {naam} hangt het van de vraag af of een samenhang aantoonbaar is: wel "
        f"{_vormen(er, wel)}, niet {_vormen(er, niet)} punt per standaarddeviatie ({slot})."
    )


def _vormen(er: pd.DataFrame, modellen: Sequence[str]) -> str:
    """Return "als verandering gemeten +0,010 en bij een gelijke beginscore −0,002"."""
    return taal.opsomming(
        [f"{VORMEN[m]} {taal.verandering(er.loc[m, 'coef_sd'], 3)}" for m in modellen]
    )
