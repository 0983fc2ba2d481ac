"""Make tests/reference/ontbrekend.csv and ontbrekend_mice.json: see tests/hulp/gaten.py.

Run in an environment of its own (pyfixest is no dependency of the project):

    python -m venv omgeving && omgeving/bin/pip install pyfixest statsmodels
    omgeving/bin/python tests/reference/ontbrekend_mice.py

Nothing is shared with the project: the fictional data are imputed with statsmodels' MICEData
(predictive mean matching, 5 donors, parameters drawn from their Gaussian posterior; 200 imputations
of 10 passes each), analysed with pyfixest (CRV1 by gemeente) and pooled with the formulas of R's
mice 3.18 (functions pool.scalar and barnard.rubin), written out in `pool`:

    lambda <- (1 + 1 / m) * b / t
    tmp <- (1 - lambda) * (1 + dfcom) * dfcom
    df <- (m - 1) * tmp / ((dfcom + 3) * (m - 1) + (lambda^2) * tmp)

Two factors are missing more often where the end score is high, so that complete cases mislead.
"""

import json
import platform
import warnings
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pandas as pd
import pyfixest as pf
from statsmodels.imputation.mice import MICEData

HIER = Path(__file__).parent
N, G, M, RONDEN = 400, 40, 200, 10
FACTOREN = ["corporatie_pct", "laag_inkomen_pct", "dichtheid"]
FORMULE = f"lbm_2014 ~ lbm_2012 + {' + '.join(FACTOREN)}"
TERMEN = {"Intercept": "constante", "lbm_2012": "beginscore"}


def maak_data() -> pd.DataFrame:
    """Return the fictional wijken, rounded so that the csv is the data."""
    rng = np.random.default_rng(20170307)
    gemeente = np.sort(rng.integers(0, G, N))
    begin = rng.normal(3.9, 0.1, N)
    inkomen = 35 - 30 * (begin - 3.9) + rng.normal(0, 6, N)
    corporatie = 45 + 0.8 * (inkomen - 35) + rng.normal(0, 10, N)
    dichtheid = rng.normal(3, 1, N)
    eind = begin + 0.001 * (corporatie - 45) - 0.004 * (inkomen - 35) + rng.normal(0, 0.04, N)
    hoog = (eind - eind.mean()) / eind.std()
    data = pd.DataFrame(
        {
            "wk_code": [f"WK9{g:03d}{i % 100:02d}" for i, g in enumerate(gemeente)],
            "gm_code": [f"GM9{g:03d}" for g in gemeente],
            "lbm_2012": begin.round(3),
            "lbm_2014": eind.round(3),
            "corporatie_pct": corporatie.round(1),
            "laag_inkomen_pct": inkomen.round(1),
            "dichtheid": dichtheid.round(2),
        }
    )
    for factor, helling in (("corporatie_pct", 1.2), ("laag_inkomen_pct", 1.5)):
        kans = 1 / (1 + np.exp(1.6 - helling * hoog))
        data.loc[rng.random(N) < kans, factor] = np.nan
    return data


def pool(Q: np.ndarray, U: np.ndarray, dfcom: float) -> pd.DataFrame:
    """Return estimate, standard error, degrees of freedom and r as mice gives them."""
    m = len(Q)
    b = Q.var(axis=0, ddof=1)
    t = U.mean(axis=0) + (1 + 1 / m) * b
    labda = (1 + 1 / m) * b / t
    tmp = (1 - labda) * (1 + dfcom) * dfcom
    df = (m - 1) * tmp / ((dfcom + 3) * (m - 1) + labda**2 * tmp)
    r = (1 + 1 / m) * b / U.mean(axis=0)
    return pd.DataFrame({"coef": Q.mean(axis=0), "se": np.sqrt(t), "vrijheidsgraden": df, "r": r})


def main() -> None:
    """Write the csv and the values."""
    maak_data().to_csv(HIER / "ontbrekend.csv", index=False, lineterminator="\n")
    data = pd.read_csv(HIER / "ontbrekend.csv")
    kolommen = ["lbm_2012", "lbm_2014", *FACTOREN]
    Q, U = [], []
    warnings.simplefilter("ignore")
    for nummer in range(M):
        imputatie = MICEData(data[kolommen], k_pmm=5, rng=np.random.default_rng([1, nummer]))
        imputatie.update_all(RONDEN)
        compleet = imputatie.data.assign(gm_code=data["gm_code"])
        tabel = pf.feols(FORMULE, data=compleet, vcov={"CRV1": "gm_code"}).tidy()
        Q.append(tabel["Estimate"].to_numpy())
        U.append(tabel["Std. Error"].to_numpy() ** 2)
    gepoold = pool(np.array(Q), np.array(U), data["gm_code"].nunique() - 1)
    inhoud = {
        "versies": {
            "python": platform.python_version(),
            **{naam: version(naam) for naam in ("pyfixest", "statsmodels", "numpy", "pandas")},
        },
        "imputaties": M,
        "waarden": {
            TERMEN.get(term, term): {k: float(v) for k, v in rij.items()}
            for term, (_, rij) in zip(tabel.index, gepoold.iterrows(), strict=True)
        },
        "rubin": {
            "coef": [list(map(float, q)) for q in Q[:5]],
            "variantie": [list(map(float, u)) for u in U[:5]],
            "vg_volledig": 12,
            "uitkomst": pool(np.array(Q[:5]), np.array(U[:5]), 12).to_dict("list"),
        },
    }
    tekst = json.dumps(inhoud, indent=1, sort_keys=True) + "\n"
    (HIER / "ontbrekend_mice.json").write_text(tekst, encoding="utf-8")


if __name__ == "__main__":
    main()
