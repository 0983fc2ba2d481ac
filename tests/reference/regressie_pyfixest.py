"""Make tests/reference/regressie.csv and regressie_pyfixest.json, the reference of test_regressie.

Run in an environment of its own (pyfixest is no dependency of the project):

    python -m venv omgeving && omgeving/bin/pip install pyfixest
    omgeving/bin/python tests/reference/regressie_pyfixest.py

pyfixest: OLS with vcov={"CRV1": "gm_code"}, its defaults G/(G-1) and (N-1)/(N-K), t(G-1).
The data are fictional: 60 wijken in 9 unequal gemeenten, two factors at wijk level and one at
gemeente level.
"""

import json
import platform
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pandas as pd
import pyfixest as pf

HIER = Path(__file__).parent
GROOTTE = [17, 12, 9, 7, 5, 4, 3, 2, 1]
FACTOREN = "corporatie_pct + woz_verandering_pct + laag_inkomen_pct"
MODELLEN = {
    "verandering": f"verandering ~ {FACTOREN}",
    "ancova": f"lbm_2014 ~ lbm_2012 + {FACTOREN}",
    "basismeting": f"verandering ~ lbm_2002 + {FACTOREN}",
}
TERMEN = {"Intercept": "constante", "lbm_2012": "beginscore", "lbm_2002": "basisscore"}


def maak_data() -> pd.DataFrame:
    """Return the fictional wijken, rounded so that the csv is the data."""
    rng = np.random.default_rng(20170307)
    gemeente = np.repeat(np.arange(len(GROOTTE)), GROOTTE)
    n = len(gemeente)
    schok = rng.normal(0, 0.02, len(GROOTTE))[gemeente]
    laag_inkomen = rng.normal(35, 7, n)
    corporatie = 20 + 0.7 * laag_inkomen + rng.normal(0, 10, n)
    woz = rng.normal(-12, 3.5, len(GROOTTE))[gemeente]
    lbm_2002 = rng.normal(3.82, 0.07, n)
    lbm_2012 = lbm_2002 + 0.07 + rng.normal(0, 0.05, n)
    lbm_2014 = 0.4 + 0.9 * lbm_2012 - 0.001 * corporatie + 0.002 * woz + schok
    lbm_2014 += rng.normal(0, 0.03, n)
    data = pd.DataFrame(
        {
            "wk_code": [f"WK9{g:03d}{i:02d}" for i, g in enumerate(gemeente)],
            "gm_code": [f"GM9{g:03d}" for g in gemeente],
            "lbm_2002": lbm_2002.round(3),
            "lbm_2012": lbm_2012.round(3),
            "lbm_2014": lbm_2014.round(3),
            "corporatie_pct": corporatie.round(1),
            "woz_verandering_pct": woz.round(2),
            "laag_inkomen_pct": laag_inkomen.round(1),
        }
    )
    return data


def main() -> None:
    """Write the csv and the values."""
    maak_data().to_csv(HIER / "regressie.csv", index=False, lineterminator="\n")
    data = pd.read_csv(HIER / "regressie.csv")
    data["verandering"] = data["lbm_2014"] - data["lbm_2012"]
    waarden = {}
    for model, formule in MODELLEN.items():
        fit = pf.feols(formule, data=data, vcov={"CRV1": "gm_code"})
        tabel = fit.tidy()
        waarden[model] = {
            "n": int(fit._N),
            "r2": float(fit._r2),
            "termen": {
                TERMEN.get(term, term): {
                    "coef": float(rij["Estimate"]),
                    "se": float(rij["Std. Error"]),
                    "t": float(rij["t value"]),
                    "p": float(rij["Pr(>|t|)"]),
                    "ci_laag": float(rij["2.5%"]),
                    "ci_hoog": float(rij["97.5%"]),
                }
                for term, rij in tabel.iterrows()
            },
        }
    inhoud = {
        "versies": {
            "python": platform.python_version(),
            **{naam: version(naam) for naam in ("pyfixest", "numpy", "pandas", "scipy")},
        },
        "waarden": waarden,
    }
    tekst = json.dumps(inhoud, indent=2, sort_keys=True) + "\n"
    (HIER / "regressie_pyfixest.json").write_text(tekst, encoding="utf-8")


if __name__ == "__main__":
    main()
