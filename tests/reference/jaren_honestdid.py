"""Make tests/reference/jaren_honestdid.json: bounds of relative magnitudes.

Run in an environment of its own (not a dependency of the project: it brings torch and cvxpy):

    python -m venv omgeving && omgeving/bin/pip install honestdid==0.1.1 "numpy<2.4"
    omgeving/bin/python tests/reference/jaren_honestdid.py

honestdid is a port of the R package HonestDiD of Rambachan & Roth, with the default hybrid
("LF") and the moments of the years after only. A case is a vector of event-study coefficients with
its covariance: the years before the base year, then one year after. Where steps are not one
measurement each, the coefficients go in as changes per year (`naar`), which is a change of scale.
The bounds are those of a fine grid around each end, so they are precise to `stap`; its critical
value of the first step comes from a thousand draws, so that a bound may differ by more.
"""

import json
import platform
from importlib.metadata import version
from pathlib import Path

import numpy as np
from honestdid.core import computeConditionalCS_DeltaRM

HIER = Path(__file__).parent
MBAR = (0.5, 1.0, 2.0)
STAP = 2e-6


def covariantie(se: list[float], rho: float) -> np.ndarray:
    """Return a covariance with correlation rho^|i-j|."""
    plaats = np.arange(len(se))
    return np.outer(se, se) * rho ** np.abs(plaats[:, None] - plaats)


GEVALLEN = {
    "twee jaren ervoor": {
        "jaren": [2002, 2008, 2012, 2014],
        "beta": [-0.065, -0.023, -0.004],
        "sigma": covariantie([0.011, 0.007, 0.006], 0.5),
    },
    "een jaar ervoor": {
        "jaren": [2008, 2012, 2014],
        "beta": [0.004, 0.031],
        "sigma": covariantie([0.006, 0.005], 0.3),
    },
    "drie jaren ervoor, later": {
        "jaren": [2004, 2006, 2008, 2012, 2020],
        "beta": [-0.012, -0.009, 0.003, 0.094],
        "sigma": covariantie([0.008, 0.007, 0.004, 0.012], -0.4),
    },
}


def einden(beta: np.ndarray, sigma: np.ndarray, mbar: float) -> list[float]:
    """Return the smallest and largest value that is accepted."""
    n_voor = len(beta) - 1
    straal = 6 * float(np.sqrt(sigma[-1, -1])) + 3 * mbar * float(np.abs(beta[:-1]).max())
    laag, hoog = beta[-1] - straal, beta[-1] + straal
    uit = []
    for kant in (0, -1):
        van, tot = laag, hoog
        while True:
            rooster = computeConditionalCS_DeltaRM(
                beta, sigma, n_voor, 1, Mbar=mbar, gridPoints=401, grid_lb=van, grid_ub=tot
            )
            rand = rooster.loc[rooster["accept"] == 1, "grid"].iloc[kant]
            stap = (tot - van) / 400
            if stap < STAP:
                break
            van, tot = rand - stap, rand + stap
        uit.append(float(rand))
    return uit


def main() -> None:
    """Write the values."""
    uit = []
    for naam, geval in GEVALLEN.items():
        jaren, beta, sigma = geval["jaren"], np.array(geval["beta"]), geval["sigma"]
        *voor, basis, na = jaren
        for per_jaar in (False, True):
            lengte = np.diff([*voor, basis]) if per_jaar else np.ones(len(voor))
            stappen = na - basis if per_jaar else 1
            # coefficients whose successive differences are the changes per step
            naar = np.zeros((len(beta), len(beta)))
            for i in range(len(voor)):
                for j in range(i, len(voor)):
                    naar[i, j] += 1 / lengte[j]
                    if j + 1 < len(voor):
                        naar[i, j + 1] -= 1 / lengte[j]
            naar[-1, -1] = 1 / stappen
            for mbar in MBAR:
                laag, hoog = einden(naar @ beta, naar @ sigma @ naar.T, mbar)
                uit.append(
                    {
                        "geval": naam,
                        "jaren": jaren,
                        "per_jaar": per_jaar,
                        "mbar": mbar,
                        "beta": beta.tolist(),
                        "sigma": sigma.tolist(),
                        "laag": laag * stappen,
                        "hoog": hoog * stappen,
                    }
                )
    versies = {naam: version(naam) for naam in ("honestdid", "numpy", "scipy")}
    inhoud = {"versies": {"python": platform.python_version()} | versies, "waarden": uit}
    (HIER / "jaren_honestdid.json").write_text(json.dumps(inhoud, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
