"""Make tests/reference/weggelaten_sensemakr.json, the reference of test_weggelaten_variabelen.

PySensemakr, of the authors of Cinelli & Hazlett (2020), on regressie.csv (fictional wijken; see
regressie_pyfixest.py). Its standard errors are classical. Run in an environment apart:

    python -m venv omgeving && omgeving/bin/pip install PySensemakr==0.0.8 "pandas<2.2" "numpy<2"
    omgeving/bin/python tests/reference/weggelaten_sensemakr.py
"""

import json
import platform
import warnings
from importlib.metadata import version
from pathlib import Path

import pandas as pd
import statsmodels.formula.api as smf
from sensemakr import bias_functions, sensitivity_bounds, sensitivity_statistics

HIER = Path(__file__).parent
FACTOREN = ["corporatie_pct", "woz_verandering_pct", "laag_inkomen_pct"]
RECHTS = "lbm_2012 + " + " + ".join(FACTOREN)
UITKOMSTEN = {"gewoon": "lbm_2014", "sterk": "I(lbm_2014 - 0.004 * laag_inkomen_pct)"}
"""The second has an association that is clear."""


def bereken(fit) -> dict[str, dict]:
    """Return the values of every factor of one regression."""
    uit = {}
    for factor in FACTOREN:
        statistieken = sensitivity_statistics.sensitivity_stats(fit, factor)
        rv = sensitivity_statistics.robustness_value(fit, factor, q=1, alpha=1.0)
        rv_alfa = sensitivity_statistics.robustness_value(fit, factor, q=1, alpha=0.05)
        anderen = [x for x in ["lbm_2012", *FACTOREN] if x != factor]
        grenzen = {}
        for kenmerk in anderen:
            for keer in (1, 2, 3):
                try:
                    rij = sensitivity_bounds.ovb_bounds(
                        fit, factor, benchmark_covariates=kenmerk, kd=keer
                    ).iloc[0]
                except (SystemExit, TypeError):  # such a variable cannot be; its cap at 1 fails
                    continue
                grenzen[f"{kenmerk} {keer}"] = {
                    naam: float(rij[naam])
                    for naam in ("r2dz_x", "r2yz_dx", "adjusted_estimate", "adjusted_se")
                }
        uit[factor] = {
            "t": float(statistieken["t_statistic"]),
            "r2yd_x": float(statistieken["r2yd_x"]),
            "rv": float(rv.iloc[0] if hasattr(rv, "iloc") else rv),
            "rv_alfa": float(rv_alfa.iloc[0] if hasattr(rv_alfa, "iloc") else rv_alfa),
            "bias_0.1_0.2": float(
                bias_functions.bias(model=fit, treatment=factor, r2dz_x=0.1, r2yz_dx=0.2)
            ),
            "grenzen": grenzen,
        }
    return uit


def main() -> None:
    """Write the reference."""
    warnings.simplefilter("ignore")
    data = pd.read_csv(HIER / "regressie.csv")
    inhoud = {
        "gemaakt_met": {p: version(p) for p in ("PySensemakr", "statsmodels")}
        | {"python": platform.python_version()},
        **{
            naam: bereken(smf.ols(f"{links} ~ {RECHTS}", data).fit())
            for naam, links in UITKOMSTEN.items()
        },
    }
    doel = HIER / "weggelaten_sensemakr.json"
    doel.write_text(json.dumps(inhoud, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
