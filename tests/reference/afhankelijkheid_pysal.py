"""Make tests/reference/afhankelijkheid.csv and afhankelijkheid.json.

The reference of test_ruimte.py and test_afhankelijkheid.py: libpysal, esda and spreg for Moran's I
and the spatial HAC covariance, pyfixest for gemeente fixed effects. Run in an environment apart
(none of these is a dependency of the project), after regressie_pyfixest.py has made regressie.csv:

    python -m venv omgeving && omgeving/bin/pip install libpysal esda spreg pyfixest
    omgeving/bin/python tests/reference/afhankelijkheid_pysal.py

The coordinates are fictional: nine towns, the wijken of a gemeente around one point; the last wijk
lies far from all others, so that it has no neighbour within 5 km.
"""

import json
import platform
import warnings
from importlib.metadata import version
from pathlib import Path

import esda
import libpysal
import numpy as np
import pandas as pd
import pyfixest as pf
import spreg

HIER = Path(__file__).parent
FACTOREN = ["corporatie_pct", "woz_verandering_pct", "laag_inkomen_pct"]
TERMEN = ["beginscore", *FACTOREN]


def maak_coordinaten(data: pd.DataFrame) -> pd.DataFrame:
    """Return whole metres per wijk, so that the csv is the data."""
    rng = np.random.default_rng(20170308)
    gemeente = pd.factorize(data["gm_code"])[0]
    midden = rng.uniform(20_000, 90_000, (gemeente.max() + 1, 2))
    xy = midden[gemeente] + rng.normal(0, 2_000, (len(data), 2))
    xy[-1] += 60_000
    return pd.DataFrame({"wk_code": data["wk_code"], "x": xy[:, 0].round(), "y": xy[:, 1].round()})


def moran(fit: spreg.OLS, w: libpysal.weights.W) -> dict[str, float]:
    """Return Moran's I of the residuals: esda, and spreg's moments for residuals."""
    w.transform = "r"
    u = fit.u.ravel()
    los = esda.Moran(u, w, permutations=9_999)
    res = spreg.MoranRes(fit, w, z=True)
    return {
        "moran_i": float(los.I),
        "verwacht": float(los.EI),
        "p_permutatie": float(los.p_sim),
        "verwacht_residuen": float(res.eI),
        "sd_residuen": float(np.sqrt(res.vI)),
        "z_residuen": float(res.zI),
        "som_gewichten": float(w.s0),
        "zonder_buren": len(w.islands),
    }


def main() -> None:
    """Write the csv and the values."""
    warnings.simplefilter("ignore")  # islands
    np.random.seed(1)  # esda's permutations
    data = pd.read_csv(HIER / "regressie.csv")
    maak_coordinaten(data).to_csv(HIER / "afhankelijkheid.csv", index=False, lineterminator="\n")
    data = data.merge(pd.read_csv(HIER / "afhankelijkheid.csv"), on="wk_code")
    xy = data[["x", "y"]].to_numpy()
    y = data[["lbm_2014"]].to_numpy()
    X = data[["lbm_2012", *FACTOREN]].to_numpy()
    fit = spreg.OLS(y, X)

    gewichten = {
        "knn": libpysal.weights.KNN(xy, k=5),
        "afstand": libpysal.weights.DistanceBand(xy, threshold=5_000, silence_warnings=True),
    }
    kern = {}
    for km in (5.0, 20.0):
        driehoek = libpysal.weights.Kernel(
            xy, bandwidth=1000.0 * km, fixed=True, function="triangular", diagonal=True
        )
        hac = spreg.OLS(y, X, robust="hac", gwk=driehoek)
        kern[f"bartlett_{km:g}"] = dict(
            zip(TERMEN, np.sqrt(np.diag(hac.vm))[1:].tolist(), strict=True)
        )

    fe = {}
    for model, formule in {
        "verandering": "verandering ~ corporatie_pct + laag_inkomen_pct | gm_code",
        "ancova": "lbm_2014 ~ lbm_2012 + corporatie_pct + laag_inkomen_pct | gm_code",
    }.items():
        data["verandering"] = data["lbm_2014"] - data["lbm_2012"]
        uit = pf.feols(formule, data=data, vcov={"CRV1": "gm_code"})
        fe[model] = {
            "n": int(uit._N),
            "termen": {
                term.replace("lbm_2012", "beginscore"): {
                    "coef": float(rij["Estimate"]),
                    "se": float(rij["Std. Error"]),
                    "p": float(rij["Pr(>|t|)"]),
                    "ci_laag": float(rij["2.5%"]),
                    "ci_hoog": float(rij["97.5%"]),
                }
                for term, rij in uit.tidy().iterrows()
            },
        }

    pakketten = ("libpysal", "esda", "spreg", "pyfixest", "numpy", "pandas", "scipy")
    inhoud = {
        "versies": {
            "python": platform.python_version(),
            **{naam: version(naam) for naam in pakketten},
        },
        "moran": {naam: moran(fit, w) for naam, w in gewichten.items()},
        "conley_se_zonder_correctie": kern,
        "gemeente_fe": fe,
    }
    tekst = json.dumps(inhoud, indent=2, sort_keys=True) + "\n"
    (HIER / "afhankelijkheid.json").write_text(tekst, encoding="utf-8")


if __name__ == "__main__":
    main()
