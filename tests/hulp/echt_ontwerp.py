"""Experiment of `tests/validatie.py` on the design of the real edition: only the errors are drawn.

Regressors, wijken and gemeenten are those of the regressions of the real edition, and the share of
the error variance between gemeenten is what REML finds in them. With fixed regressors the interval
of a true coefficient misses it exactly as often as the test of no association rejects in the same
draws, so one number gives size and coverage.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import special

from hulp.echte_editie import lees_echte_editie
from leefbaarheid.analyse.ontwerp import Ontwerp, koppel, maak_ontwerp
from leefbaarheid.analyse.wild_bootstrap import wild_bootstrap
from leefbaarheid.basis.begrippen import IN_AANMERKING, SELECTIE
from leefbaarheid.toetsen.herhaling import Herhaling, Trekking, herhaal, trek_fouten
from leefbaarheid.toetsen.random_intercept import reml_random_intercept

ZAAD = 20170307
TREKKINGEN_WCR = 999
"""With 999 draws a test at 5 % is as exact as with more; the draws are those of one test."""
BREEDTES = 200
"""Draws of the errors for which the WCR interval is computed: its width varies little."""
NORMAAL, STAARTEN = "normale afwijkingen", "zwaardere staarten"
KLEINE_WIJKEN, GROOTSTE = "kleine wijken wijken meer af", "grootste gemeente wijkt meer af"
VARIANTEN = (NORMAAL, STAARTEN, KLEINE_WIJKEN, GROOTSTE)
T_VRIJHEIDSGRADEN = 5
"""Of the heavy tails: excess kurtosis 6, about that of the residuals of 2008-2012."""
FACTOR_GROOTSTE = 2.0


class EchtOntwerp(NamedTuple):
    """One regression of the real edition.

    Attributes:
        ontwerp: its complete cases.
        inwoners: (n,) per wijk, in the same order.
        icc: share of the residual variance between gemeenten, by REML.
        hoofdmodel: whether it is the main regression of the edition.
    """

    ontwerp: Ontwerp
    inwoners: np.ndarray
    icc: float
    hoofdmodel: bool


def lees_ontwerpen(map_: Path) -> tuple[list[EchtOntwerp], dict[str, str]]:
    """Return the regressions of all windows and both samples, and the labels of the factors."""
    editie = lees_echte_editie(map_)
    config = editie.config
    tabel = koppel(editie.wijken, editie.context, config["factoren"])
    regressie = config["regressie"]
    ontwerpen = []
    for steekproef in (SELECTIE, IN_AANMERKING):
        for van, tot in regressie["vensters"]:
            o = maak_ontwerp(
                tabel,
                config["factoren"],
                van=van,
                tot=tot,
                model=regressie["hoofdmodel"],
                steekproef=steekproef,
                basisjaar=config["basisjaar"],
            )
            inwoners = tabel.loc[o.y.index, "inwoners"].to_numpy(float)
            is_hoofd = steekproef == SELECTIE and [van, tot] == regressie["hoofdvenster"]
            ontwerpen.append(EchtOntwerp(o, inwoners, icc_van(o), is_hoofd))
    labels = editie.codeboek.set_index("factor")["label"].to_dict()
    return ontwerpen, {f: labels[f] for f in config["factoren"]}


def icc_van(o: Ontwerp) -> float:
    """Return the share of the residual variance between gemeenten, by REML on standardised data."""
    X = o.X.to_numpy().copy()
    X[:, 1:] = (X[:, 1:] - X[:, 1:].mean(axis=0)) / X[:, 1:].std(axis=0)
    y = (o.y / o.y.std()).to_numpy()
    return reml_random_intercept(y, X, pd.factorize(o.gemeente, sort=True)[0]).icc


def fouten(
    echt: EchtOntwerp, variant: str, trekkingen: int, rng: np.random.Generator
) -> np.ndarray:
    """Return the errors (n, trekkingen) of a variant of `VARIANTEN`."""
    trek: Trekking = rng.standard_normal
    wijk, gemeente = np.ones((2, len(echt.inwoners)))
    codes = echt.ontwerp.gemeente.to_numpy()
    if variant == STAARTEN:
        schaal = np.sqrt(T_VRIJHEIDSGRADEN / (T_VRIJHEIDSGRADEN - 2))

        def trek(vorm: tuple[int, ...]) -> np.ndarray:
            return rng.standard_t(T_VRIJHEIDSGRADEN, vorm) / schaal

    elif variant == KLEINE_WIJKEN:
        variantie = 1 / echt.inwoners
        wijk = np.sqrt(variantie / variantie.mean())
    elif variant == GROOTSTE:
        grootste = pd.Series(codes).mode()[0]
        gemeente = np.where(codes == grootste, FACTOR_GROOTSTE, 1.0)
    return trek_fouten(
        codes, echt.icc, trekkingen, trek, schaal_wijk=wijk, schaal_gemeente=gemeente
    )


def verwerpingen(h: Herhaling, termen: np.ndarray, zaad: int) -> Iterator[tuple[str, np.ndarray]]:
    """Yield per estimator whether the null is rejected at 5 % (B, terms)."""
    kritiek = special.stdtrit(h.ontwerp.df, 0.975)
    for schatter, se in (("crv1", h.crv1_se), ("crv3", h.crv3_se)):
        yield schatter, np.abs(h.coef / se)[:, termen] > kritiek
    p = [
        wild_bootstrap(
            h.producten(b),
            trekkingen=TREKKINGEN_WCR,
            zaad=zaad + b,
            termen=termen,
            interval=False,
        ).p
        for b in range(len(h.coef))
    ]
    yield "wcr", np.array(p) <= 0.05


def breedtes(h: Herhaling, termen: np.ndarray, zaad: int) -> dict[str, np.ndarray]:
    """Return per estimator the median width of the interval, as a ratio to CRV1 (terms)."""
    dubbel = 2 * special.stdtrit(h.ontwerp.df, 0.975)
    crv1 = dubbel * h.crv1_se[:, termen]
    wcr = []
    for b in range(min(BREEDTES, len(h.coef))):
        boot = wild_bootstrap(
            h.producten(b), trekkingen=TREKKINGEN_WCR, zaad=zaad + b, termen=termen
        )
        wcr.append(boot.ci_hoog - boot.ci_laag)
    return {
        "crv1": np.ones(len(termen)),
        "crv3": np.median(dubbel * h.crv3_se[:, termen] / crv1, axis=0),
        "wcr": np.median(np.array(wcr) / crv1[: len(wcr)], axis=0),
    }


def proef(echt: EchtOntwerp, variant: str, trekkingen: int, zaad: int) -> pd.DataFrame:
    """Return the size per estimator and factor, and over all factors (term '').

    Columns: steekproef, venster, hoofdmodel, n, G, grootste, icc, variant, term, schatter, grootte,
    marge (half the 95 % interval by the finite number of draws), breedte (median, as a ratio to
    CRV1; of the normal variant only).
    """
    o = echt.ontwerp
    rng = np.random.default_rng([ZAAD, zaad])
    h = herhaal(o.X.to_numpy(), o.gemeente.to_numpy(), fouten(echt, variant, trekkingen, rng))
    termen = np.flatnonzero([naam in o.factoren for naam in o.X.columns])
    breed = breedtes(h, termen, zaad) if variant == NORMAAL else {}
    delen = []
    for schatter, raak in verwerpingen(h, termen, zaad):
        samen = np.column_stack([raak, raak.mean(axis=1)])
        breedte = breed.get(schatter, np.full(len(termen), np.nan))
        delen.append(
            pd.DataFrame(
                {
                    "schatter": schatter,
                    "term": [*o.factoren, ""],
                    "grootte": samen.mean(axis=0),
                    "marge": 1.96 * samen.std(axis=0, ddof=1) / np.sqrt(len(samen)),
                    "breedte": [*breedte, np.median(breedte)],
                }
            )
        )
    return pd.concat(delen, ignore_index=True).assign(
        steekproef=o.steekproef,
        venster=o.uitkomst,
        hoofdmodel=echt.hoofdmodel,
        n=len(o.y),
        G=o.gemeente.nunique(),
        grootste=o.gemeente.value_counts().iloc[0],
        icc=echt.icc,
        variant=variant,
    )


def grootte_echt_ontwerp(ontwerpen: list[EchtOntwerp], trekkingen: int) -> pd.DataFrame:
    """Return `proef` of every regression and variant; each has draws of its own."""
    gevallen = [(echt, variant) for echt in ontwerpen for variant in VARIANTEN]
    return pd.concat(
        [
            proef(echt, variant, trekkingen, zaad=100_000 * nummer)
            for nummer, (echt, variant) in enumerate(gevallen, start=1)
        ],
        ignore_index=True,
    )
