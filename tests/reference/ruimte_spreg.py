"""Make tests/reference/ruimte_spreg.json, a reference of tests/toetsen/test_foutenmodel.py.

Run in an environment of its own (spreg is no dependency of the project):

    python -m venv omgeving && omgeving/bin/pip install spreg==1.9.0
    omgeving/bin/python tests/reference/ruimte_spreg.py

spreg: ML_Error, with weights of libpysal, row-standardised: the five nearest neighbours, and all
within 5 km, on tests/reference/regressie.csv with the coordinates of afhankelijkheid.csv.
"""

import json
import platform
import warnings
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pandas as pd
from libpysal.weights import KNN, DistanceBand
from spreg import ML_Error

HIER = Path(__file__).parent
TERMEN = ["lbm_2012", "corporatie_pct", "woz_verandering_pct", "laag_inkomen_pct"]


def main() -> None:
    """Estimate and write."""
    d = pd.read_csv(HIER / "regressie.csv").merge(pd.read_csv(HIER / "afhankelijkheid.csv"))
    xy = d[["x", "y"]].to_numpy()
    uit = {"versies": {"python": platform.python_version(), "spreg": version("spreg")}}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        gewichten = {"knn": KNN(xy, k=5), "afstand": DistanceBand(xy, 5000, silence_warnings=True)}
        for naam, w in gewichten.items():
            w.transform = "r"
            fit = ML_Error(d[["lbm_2014"]].to_numpy(), d[TERMEN].to_numpy(), w, epsilon=1e-12)
            namen = ["(Intercept)", *TERMEN, "lambda"]
            uit[naam] = {
                "coef": dict(zip(namen, np.ravel(fit.betas).tolist(), strict=True)),
                "se": dict(zip(namen, np.ravel(fit.std_err).tolist(), strict=True)),
                "llf": float(fit.logll),
            }
    (HIER / "ruimte_spreg.json").write_text(json.dumps(uit, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
