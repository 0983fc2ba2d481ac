"""Make tests/reference/mengmodel.csv and mengmodel_sklearn.json: see tests/hulp/mengsels.py.

Run in an environment of its own (scikit-learn is no dependency of the project):

    python -m venv omgeving && omgeving/bin/pip install scikit-learn pandas
    omgeving/bin/python tests/reference/mengmodel_sklearn.py

scikit-learn: GaussianMixture with the same constant added to the variances (reg_covar), many starts
and a tight tolerance; KMeans; silhouette_score; adjusted_rand_score. The data are fictional: three
overlapping groups of points in three dimensions.
"""

import json
import platform
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score, silhouette_score
from sklearn.mixture import GaussianMixture

HIER = Path(__file__).parent
RUG = 1e-3
VORMEN = {"vol": "full", "diagonaal": "diag", "gelijk": "tied"}


def maak_data() -> pd.DataFrame:
    """Return 150 fictional points, standardised and rounded so that the csv is the data."""
    rng = np.random.default_rng(20170307)
    middens = np.array([[0.0, 0.0, 0.0], [4.5, 0.5, -1.5], [0.5, 4.5, 3.0]])
    groep = np.repeat([0, 1, 2], [70, 50, 30])
    draai = np.array([[1.0, 0.4, 0.0], [0.0, 0.9, 0.3], [0.0, 0.0, 0.8]])
    X = middens[groep] + rng.normal(size=(150, 3)) @ draai * np.array([1.0, 0.7, 1.3])[groep, None]
    X = (X - X.mean(axis=0)) / X.std(axis=0)
    data = pd.DataFrame(X.round(4), columns=["a", "b", "c"])
    return data.assign(groep=groep, ander=rng.integers(0, 4, 150))


def main() -> None:
    """Write the csv and the values."""
    maak_data().to_csv(HIER / "mengmodel.csv", index=False, lineterminator="\n")
    data = pd.read_csv(HIER / "mengmodel.csv")
    X = data[["a", "b", "c"]].to_numpy()
    waarden: dict = {"mengsels": {}, "kmeans": {}}
    for vorm, naam in VORMEN.items():
        for K in (1, 2, 3):
            fit = GaussianMixture(
                K, covariance_type=naam, reg_covar=RUG, tol=1e-12, max_iter=5000, n_init=60,
                random_state=1,
            ).fit(X)  # fmt: skip
            volgorde = np.argsort(fit.means_[:, 0])
            waarden["mengsels"][f"{vorm}-{K}"] = {
                "loglik": float(fit.score(X) * len(X)),
                "bic": float(fit.bic(X)),
                "aic": float(fit.aic(X)),
                "gewicht": fit.weights_[volgorde].tolist(),
                "midden": fit.means_[volgorde].tolist(),
                "silhouet": float(silhouette_score(X, fit.predict(X))) if K > 1 else None,
            }
    for K in (2, 3, 4):
        fit = KMeans(K, n_init=100, random_state=1, tol=0).fit(X)
        waarden["kmeans"][str(K)] = {
            "sse": float(fit.inertia_),
            "silhouet": float(silhouette_score(X, fit.labels_)),
        }
    waarden["rand"] = float(adjusted_rand_score(data["groep"], data["ander"]))
    inhoud = {
        "versies": {
            "python": platform.python_version(),
            **{naam: version(naam) for naam in ("scikit-learn", "numpy", "pandas", "scipy")},
        },
        "waarden": waarden,
    }
    tekst = json.dumps(inhoud, indent=2, sort_keys=True) + "\n"
    (HIER / "mengmodel_sklearn.json").write_text(tekst, encoding="utf-8")


if __name__ == "__main__":
    main()
