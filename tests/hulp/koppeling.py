"""A handful of wijken, and analyses to join to them."""

from __future__ import annotations

import numpy as np
import pandas as pd


def analyse(titel: str, wijken: list[str], oordeel: str = "stijger", **velden) -> dict:
    naam = titel.lower()
    return {
        "titel": titel,
        "bron": f"{naam}.md",
        "sleutel": naam,
        "gemeente": "Aastad",
        "wijken": wijken,
        "oordeel": oordeel,
        "themas": ["crisis"],
        "datum": "2014-06-01",
        **velden,
    }


def wijken_tabel() -> pd.DataFrame:
    """Six wijken in two gemeenten: four selected, one outside, one without a score in 2014."""
    tabel = pd.DataFrame(
        [
            ("WK900100", "Een", "GM9001", "Aastad", True, True, "Succes!", 3.8, 4.1),
            ("WK900101", "Twee", "GM9001", "Aastad", True, True, "Terugval", 3.9, 3.7),
            ("WK900102", "Drie", "GM9001", "Aastad", False, True, "Vroegsignalering", 4.2, 4.1),
            ("WK900200", "Vier", "GM9002", "Beestad", True, True, "niet ingedeeld", 3.7, 3.7),
            ("WK900201", "Vijf", "GM9002", "Beestad", False, False, np.nan, np.nan, np.nan),
            ("WK900202", "Zes", "GM9002", "Beestad", True, True, "Gestaag herstel", 3.6, 3.9),
        ],
        columns=[
            *("wk_code", "wk_naam", "gm_code", "gm_naam", "in_selectie", "in_aanmerking"),
            *("cluster", "lbm_2008", "lbm_2014"),
        ],
    )
    tabel["klasse_2014"] = [6, 2, 6, 2, np.nan, 4]
    tabel["delta_2008_2014"] = tabel["lbm_2014"] - tabel["lbm_2008"]
    return tabel


def bronnen() -> pd.DataFrame:
    """All wijken of the sources: those of the table and one without inhabitants."""
    namen = ["wk_code", "wk_naam", "gm_code", "gm_naam"]
    extra = pd.DataFrame([("WK900203", "Zeven", "GM9002", "Beestad")], columns=namen)
    return pd.concat([wijken_tabel()[namen], extra], ignore_index=True)


def panel() -> pd.DataFrame:
    """Scores with dimensions in 2014 and 2018 only; WK900200 has none in 2018."""
    rijen = []
    for n, code in enumerate(wijken_tabel()["wk_code"]):
        for jaar in (2008, 2014, 2018):
            vol = jaar >= 2014 and not (jaar == 2018 and code == "WK900200")
            dims = [n / 10 + (jaar - 2014) if vol else np.nan] * 5
            rijen.append((code, jaar, 4.0, *dims))
    return pd.DataFrame(
        rijen, columns=["wk_code", "jaar", "lbm", "fys", "onv", "soc", "vrz", "won"]
    )
