"""Time the wild cluster bootstrap against its peers, in one process.

Needs only numpy and scipy for itself; `wildboottest` and `pyfixest` are measured when the Python
that runs this has them. They are no dependency of the project:

    python -m venv .venv-peers && .venv-peers/bin/pip install pyfixest wildboottest
    PYTHONPATH=workflow/scripts .venv-peers/bin/python tests/benchmark_inferentie.py

The case: 118 wijken over 36 unequal gemeenten, a constant and 6 regressors, 9 999 draws. Every time
is the median of several runs after a warm-up, wall clock, and of this project it includes making
the products per gemeente. Both peers compile part of their code anew in every call, also in a warm
session; so besides the time of a call the time without compilation is given (numba's own log).
Linear algebra runs on one core; wildboottest uses all cores for its loop, as is its default.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import statistics
import sys
import time
import tracemalloc
import warnings
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "workflow" / "scripts"))

from leefbaarheid.analyse.clusterproducten import clusterproducten
from leefbaarheid.analyse.wild_bootstrap import Bootstrap, wild_bootstrap

GEMEENTEN = [27, 9, 7, 6, 6, 5, 5, 4, 4, 3, 3, 3, 3, *[2] * 10, *[1] * 13]
N_REGRESSOREN, TREKKINGEN, TERM = 6, 9_999, 2
GROEI = [(140, 36), (1_000, 100), (3_300, 342)]
EISEN = {"wildboottest": 25, "pyfixest": 6}


def maak_data(omvang: list[int], zaad: int = 1) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return X (constant first), y and the gemeente of wijken; `omvang` is wijken per gemeente."""
    rng = np.random.default_rng(zaad)
    gemeente = np.repeat(np.arange(len(omvang)), omvang)
    n, G = len(gemeente), len(omvang)
    Z = rng.normal(size=(G, N_REGRESSOREN))[gemeente] + rng.normal(size=(n, N_REGRESSOREN))
    y = 0.1 * Z.sum(axis=1) + 0.3 * rng.normal(size=G)[gemeente] + rng.normal(size=n)
    return np.column_stack([np.ones(n), Z]), y, gemeente


def verdeel(n: int, G: int) -> list[int]:
    """Return the sizes of G gemeenten with n wijken, the biggest first, about as 1/rank^0.8."""
    gewicht = 1 / np.arange(1, G + 1) ** 0.8
    omvang = 1 + np.floor((n - G) * gewicht / gewicht.sum()).astype(int)
    omvang[0] += n - omvang.sum()
    return omvang.tolist()


def mediaan(functie: Callable[[], object], keer: int) -> float:
    """Return the median time of a call in milliseconds, after one call to warm up."""
    functie()
    tijden = []
    for _ in range(keer):
        begin = time.perf_counter()
        functie()
        tijden.append(time.perf_counter() - begin)
    return 1e3 * statistics.median(tijden)


def toets(X: np.ndarray, y: np.ndarray, gemeente: np.ndarray, **keuze) -> Bootstrap:
    """Run this project's bootstrap from the data on."""
    return wild_bootstrap(clusterproducten(X, y, gemeente), **keuze)


def meet_eigen(keer: int) -> dict[str, float]:
    """Return the times of this project in milliseconds."""
    data = maak_data(GEMEENTEN)
    gevallen = {
        "een": {"termen": [TERM], "interval": False},
        "een_interval": {"termen": [TERM]},
        "alle": {"interval": False},
        "alle_interval": {},
    }
    return {
        naam: mediaan(lambda k=keuze: toets(*data, trekkingen=TREKKINGEN, **k), keer)
        for naam, keuze in gevallen.items()
    }


def _zonder_compilatie(functie: Callable[[], object], keer: int) -> tuple[float, float]:
    """Return the median time (ms) of a call, and of what it takes without numba's compilation."""
    from numba.core import event

    functie()
    totaal, rekenen = [], []
    for _ in range(keer):
        with event.install_recorder("numba:compile") as opname:
            begin = time.perf_counter()
            functie()
            duur = time.perf_counter() - begin
        compileren, diepte, start = 0.0, 0, 0.0
        for tijdstip, gebeurtenis in opname.buffer:
            if gebeurtenis.is_start:
                start = tijdstip if diepte == 0 else start
                diepte += 1
            else:
                diepte -= 1
                compileren += tijdstip - start if diepte == 0 else 0.0
        totaal.append(duur)
        rekenen.append(duur - compileren)
    return 1e3 * statistics.median(totaal), 1e3 * statistics.median(rekenen)


def peers() -> dict[str, Callable[[int | None], object]]:
    """Return per installed peer a function that tests one column of X, or all with None."""
    X, y, gemeente = maak_data(GEMEENTEN)
    uit: dict[str, Callable[[int | None], object]] = {}
    with contextlib.suppress(ImportError), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import statsmodels.api as sm
        from wildboottest.wildboottest import wildboottest

        model = sm.OLS(y, X)

        def met_wildboottest(k: int | None) -> object:
            naam = None if k is None else model.data.xnames[k]
            with contextlib.redirect_stdout(io.StringIO()):
                return wildboottest(model, B=TREKKINGEN, cluster=gemeente, param=naam, show=False)

        uit["wildboottest"] = met_wildboottest
    with contextlib.suppress(ImportError), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pandas as pd
        import pyfixest as pf

        namen = [f"x{k}" for k in range(X.shape[1])]
        tabel = pd.DataFrame(X, columns=namen).assign(y=y, g=gemeente)
        fit = pf.feols(f"y ~ {' + '.join(namen[1:])}", tabel, vcov={"CRV1": "g"})
        termen = ["Intercept", *namen[1:]]

        def met_pyfixest(k: int | None) -> object:
            return [
                fit.wildboottest(param=term, reps=TREKKINGEN, cluster="g", seed=1)
                for term in (termen if k is None else [termen[k]])
            ]

        uit["pyfixest"] = met_pyfixest
    return uit


def meet_peers(keer: int) -> dict[str, dict[str, float]]:
    """Return the times of the installed peers in milliseconds."""
    uit = {}
    for naam, functie in peers().items():
        een, rekenen = _zonder_compilatie(lambda f=functie: f(TERM), keer)
        uit[naam] = {"een": een, "een_zonder_compilatie": rekenen}
        uit[naam]["alle"] = mediaan(lambda f=functie: f(None), 1)
    return uit


def meet_groei(keer: int) -> list[dict[str, float]]:
    """Return time (all coefficients, with intervals) and memory for more wijken and more draws."""
    gevallen = [(verdeel(n, G), TREKKINGEN) for n, G in GROEI]
    gevallen += [(GEMEENTEN, trekkingen) for trekkingen in (999, 9_999, 99_999)]
    uit = []
    for omvang, trekkingen in gevallen:
        data = maak_data(omvang)
        tijd = mediaan(lambda d=data, t=trekkingen: toets(*d, trekkingen=t), keer)
        tracemalloc.start()
        toets(*data, trekkingen=trekkingen)
        geheugen = tracemalloc.get_traced_memory()[1] / 2**20
        tracemalloc.stop()
        uit.append(
            {
                "wijken": sum(omvang),
                "gemeenten": len(omvang),
                "trekkingen": trekkingen,
                "ms": tijd,
                "mb": geheugen,
            }
        )
    return uit


def meet(keer: int = 7) -> dict:
    """Measure everything, print it, and return times (ms) and ratios (peer / this project)."""
    eigen, anderen = meet_eigen(3 * keer), meet_peers(keer)
    verhouding = {
        naam: {soort: tijden[soort] / eigen[soort.split("_")[0]] for soort in tijden}
        for naam, tijden in anderen.items()
    }
    groei = meet_groei(keer)
    K = N_REGRESSOREN + 1
    print(
        f"Wild cluster bootstrap: {sum(GEMEENTEN)} wijken, {len(GEMEENTEN)} gemeenten, "
        f"{N_REGRESSOREN} regressoren, {TREKKINGEN} trekkingen (mediaan, ms)"
    )
    print(f"  één coëfficiënt                        {eigen['een']:10.1f}")
    print(f"  één coëfficiënt met interval           {eigen['een_interval']:10.1f}")
    print(f"  alle {K} coëfficiënten                    {eigen['alle']:10.1f}")
    print(f"  alle {K} coëfficiënten met intervallen    {eigen['alle_interval']:10.1f}")
    for naam, eis in EISEN.items():
        if naam not in anderen:
            print(f"{naam}: niet geïnstalleerd in deze Python, dus niet gemeten")
            continue
        tijden, keren = anderen[naam], verhouding[naam]
        goed = "voldoet" if keren["een"] >= eis else "voldoet niet"
        print(f"{naam}, warm (ms; zoveel keer deze bibliotheek); eis {eis} keer: {goed}")
        for soort, tekst in (
            ("een", "één coëfficiënt"),
            ("een_zonder_compilatie", "één coëfficiënt, zonder compilatie"),
            ("alle", f"alle {K} coëfficiënten"),
        ):
            print(f"  {tekst:<38} {tijden[soort]:10.1f} {keren[soort]:8.1f} keer")
    print("Groei: alle coëfficiënten met intervallen")
    for rij in groei:
        print(
            f"  {rij['wijken']:5d} wijken {rij['gemeenten']:4d} gemeenten "
            f"{rij['trekkingen']:6d} trekkingen {rij['ms']:10.1f} ms {rij['mb']:6.1f} MB"
        )
    return {"eigen_ms": eigen, "peers_ms": anderen, "verhouding": verhouding, "groei": groei}


if __name__ == "__main__":
    lezer = argparse.ArgumentParser(description="Meet de wild cluster bootstrap.")
    lezer.add_argument("--keer", type=int, default=7, help="aantal metingen per geval")
    lezer.add_argument("--json", type=Path, help="schrijf de uitkomsten ook naar dit bestand")
    argumenten = lezer.parse_args()
    uitkomsten = meet(argumenten.keer)
    if argumenten.json:
        argumenten.json.write_text(json.dumps(uitkomsten, indent=2) + "\n", encoding="utf-8")
