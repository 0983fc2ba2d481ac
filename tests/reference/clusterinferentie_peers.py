"""Make tests/reference/clusterinferentie.csv and clusterinferentie_peers.json.

Run in an environment of its own (neither package is a dependency of the project):

    python -m venv omgeving && omgeving/bin/pip install pyfixest wildboottest
    omgeving/bin/python tests/reference/clusterinferentie_peers.py

pyfixest: OLS with vcov CRV1 and CRV3. Its CRV3 multiplies the jackknife sum by the small-sample
factor of CRV1; that is switched off here, and (G-1)/G, the factor of MacKinnon, Nielsen & Webb
(2023) and of summclust, is put in its place.
wildboottest: WCR p-values, null imposed, CRV1 t statistics (type "11"); by simulation on all 36
gemeenten (99 999 draws), and by full enumeration of the 256 Rademacher vectors on the eight largest
gemeenten, there for several null values, which are imposed by subtracting nul x regressor from the
outcome. wildboottest counts |t*| > |t|; under enumeration that leaves it to rounding whether the
data themselves (v = 1 and v = -1, where t* = t) count, so the program counts |t*| >= |t| in its
bootstrap t statistics, with a tolerance of 1e-9.
The data are fictional: 118 wijken over 36 gemeenten, one of them with 27.
"""

import json
import platform
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pandas as pd
import pyfixest as pf
from wildboottest.wildboottest import WildboottestCL

HIER = Path(__file__).parent
GROOTTE = [27, 9, 7, 6, 6, 5, 5, 4, 4, 3, 3, 3, 3, *[2] * 10, *[1] * 13]
REGRESSOREN = [
    "lbm_2012",
    "woz_verandering_pct",
    "laag_inkomen_pct",
    "corporatie_pct",
    "meergezins_pct",
    "uitkering_pct",
]
TREKKINGEN = 99_999


def maak_data() -> pd.DataFrame:
    """Return the fictional wijken, rounded so that the csv is the data."""
    rng = np.random.default_rng(20170307)
    gemeente = np.repeat(np.arange(len(GROOTTE)), GROOTTE)
    n, G = len(gemeente), len(GROOTTE)

    def kenmerk(gemiddelde: float, tussen: float, binnen: float) -> np.ndarray:
        return gemiddelde + rng.normal(0, tussen, G)[gemeente] + rng.normal(0, binnen, n)

    woz = rng.normal(-12, 3.5, G)[gemeente]
    laag_inkomen = kenmerk(36, 3, 6)
    corporatie = 20 + 0.7 * laag_inkomen + kenmerk(0, 5, 10)
    meergezins = kenmerk(60, 15, 15)
    uitkering = 4 + 0.2 * laag_inkomen + kenmerk(0, 1, 2)
    lbm_2012 = kenmerk(3.89, 0.03, 0.07)
    lbm_2014 = 0.5 + 0.88 * lbm_2012 + 0.003 * woz - 0.002 * laag_inkomen + 0.0007 * corporatie
    lbm_2014 += kenmerk(0, 0.015, 0.03)
    return pd.DataFrame(
        {
            "gm_code": [f"GM9{g:03d}" for g in gemeente],
            "lbm_2014": lbm_2014.round(4),
            "lbm_2012": lbm_2012.round(4),
            "woz_verandering_pct": woz.round(2),
            "laag_inkomen_pct": laag_inkomen.round(1),
            "corporatie_pct": corporatie.round(1),
            "meergezins_pct": meergezins.round(1),
            "uitkering_pct": uitkering.round(2),
        }
    )


def standaardfouten(data: pd.DataFrame, soort: str) -> dict[str, float]:
    """Return the standard errors of pyfixest per term."""
    formule = f"lbm_2014 ~ {' + '.join(REGRESSOREN)}"
    factor = 1.0
    correctie = pf.ssc()
    if soort == "CRV3":
        correctie = pf.ssc(k_adj=False, G_adj=False)
        factor = 1 - 1 / data["gm_code"].nunique()
    tabel = pf.feols(formule, data=data, vcov={soort: "gm_code"}, ssc=correctie).tidy()
    se = tabel["Std. Error"] * factor**0.5
    return se.rename({"Intercept": "constante"}).to_dict()


def bootstrap(data: pd.DataFrame, term: str, nul: float, gewichten: str, zaad: int):
    """Return the bootstrap object of wildboottest for the null that term has coefficient nul."""
    X = np.column_stack([np.ones(len(data)), data[REGRESSOREN]])
    termen = ["constante", *REGRESSOREN]
    k = termen.index(term)
    boot = WildboottestCL(
        X=X,
        Y=data["lbm_2014"].to_numpy() - nul * X[:, k],
        cluster=pd.factorize(data["gm_code"])[0],
        R=np.eye(len(termen))[k],
        B=TREKKINGEN,
        seed=zaad,
        parallel=False,
    )
    boot.get_scores(bootstrap_type="11", impose_null=True)
    boot.get_weights(weights_type=gewichten)
    boot.get_numer()
    boot.get_denom()
    boot.get_tboot()
    boot.get_vcov()
    boot.get_tstat()
    boot.get_pvalue()
    return boot


def main() -> None:
    """Write the csv and the values."""
    maak_data().to_csv(HIER / "clusterinferentie.csv", index=False, lineterminator="\n")
    data = pd.read_csv(HIER / "clusterinferentie.csv")
    acht = data[data["gm_code"] < "GM9008"]
    termen = ["constante", *REGRESSOREN]

    opgesomd = {}
    for term in termen:
        schatting = pf.feols(f"lbm_2014 ~ {' + '.join(REGRESSOREN)}", data=acht).tidy()
        rij = schatting.loc["Intercept" if term == "constante" else term]
        nullen = [0.0, *(rij["Estimate"] + rij["Std. Error"] * np.array([-3, -1.5, 0.7, 2.2, 5]))]
        opgesomd[term] = []
        for nul in map(float, nullen):
            boot = bootstrap(acht, term, nul, "rademacher", 0)
            assert len(boot.t_boot) == 256
            aantal = int((np.abs(boot.t_boot) >= np.abs(boot.t_stat) * (1 - 1e-9)).sum())
            opgesomd[term].append({"nul": nul, "aantal": aantal})

    inhoud = {
        "versies": {
            "python": platform.python_version(),
            **{n: version(n) for n in ("pyfixest", "wildboottest", "numpy", "pandas", "scipy")},
        },
        "alle": {soort.lower(): standaardfouten(data, soort) for soort in ("CRV1", "CRV3")},
        "acht": {soort.lower(): standaardfouten(acht, soort) for soort in ("CRV1", "CRV3")},
        "trekkingen": TREKKINGEN,
        "p": {
            gewichten: {
                term: float(bootstrap(data, term, 0.0, gewichten, 1 + k).pvalue)
                for k, term in enumerate(termen)
            }
            for gewichten in ("rademacher", "webb")
        },
        "opgesomd_256": opgesomd,
    }
    tekst = json.dumps(inhoud, indent=2, sort_keys=True) + "\n"
    (HIER / "clusterinferentie_peers.json").write_text(tekst, encoding="utf-8")


if __name__ == "__main__":
    main()
