"""Make tests/reference/invloed_pyfixest.json, the reference of test_invloed.

Run in an environment of its own (pyfixest is no dependency of the project):

    python -m venv omgeving && omgeving/bin/pip install pyfixest
    omgeving/bin/python tests/reference/invloed_pyfixest.py

On the fictional wijken of regressie.csv, the ANCOVA form, pyfixest gives

- OLS weighted by inhabitants (weights of 1000 to 9000, rounded, in the json) with CRV1 by gemeente
  and t(G-1);
- RESET: the Wald F test of the squared and cubed fitted values in the augmented regression, with
  CRV1 by gemeente, F(2, G-1), and with the classical covariance, F(2, n-K-2). The fitted values are
  centred on their mean first: the test is the same, the arithmetic safer.
"""

import json
import platform
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pandas as pd
import pyfixest as pf
from scipy import stats

HIER = Path(__file__).parent
FORMULE = "lbm_2014 ~ lbm_2012 + corporatie_pct + woz_verandering_pct + laag_inkomen_pct"
TERMEN = {"Intercept": "constante", "lbm_2012": "beginscore"}


def reset(data: pd.DataFrame, vcov: object, noemer: int) -> dict[str, float]:
    """Return the F statistic and p of the two powers."""
    fit = pf.feols(f"{FORMULE} + v2 + v3", data=data, vcov=vcov)
    R = np.zeros((2, len(fit._coefnames)))
    for rij, naam in enumerate(("v2", "v3")):
        R[rij, fit._coefnames.index(naam)] = 1
    fit.wald_test(R=R, distribution="F")
    F = float(fit._f_statistic)
    return {"F": F, "vg_noemer": noemer, "p": float(stats.f.sf(F, 2, noemer))}


def main() -> None:
    """Write the values."""
    data = pd.read_csv(HIER / "regressie.csv")
    n, G = len(data), data["gm_code"].nunique()
    data["inwoners"] = np.random.default_rng(20170307).integers(1000, 9000, n).astype(float)
    gewogen = pf.feols(FORMULE, data=data, vcov={"CRV1": "gm_code"}, weights="inwoners").tidy()
    v = pf.feols(FORMULE, data=data).predict()
    v = v - v.mean()
    data["v2"], data["v3"] = v**2 / (v**2).std(), v**3 / (v**3).std()
    waarden = {
        "inwoners": data["inwoners"].tolist(),
        "gewogen": {
            TERMEN.get(term, term): {
                "coef": float(rij["Estimate"]),
                "se": float(rij["Std. Error"]),
                "p": float(rij["Pr(>|t|)"]),
                "ci_laag": float(rij["2.5%"]),
                "ci_hoog": float(rij["97.5%"]),
            }
            for term, rij in gewogen.iterrows()
        },
        "reset": {
            "CRV1 naar gemeente": reset(data, {"CRV1": "gm_code"}, G - 1),
            "klassiek": reset(data, "iid", n - 5 - 2),
        },
    }
    inhoud = {
        "versies": {
            "python": platform.python_version(),
            **{naam: version(naam) for naam in ("pyfixest", "numpy", "pandas", "scipy")},
        },
        "waarden": waarden,
    }
    tekst = json.dumps(inhoud, indent=1, sort_keys=True) + "\n"
    (HIER / "invloed_pyfixest.json").write_text(tekst, encoding="utf-8")


if __name__ == "__main__":
    main()
