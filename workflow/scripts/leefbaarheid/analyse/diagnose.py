"""How well a regression fits, and what a reader of it must know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
from statsmodels.stats.diagnostic import het_breuschpagan
from statsmodels.stats.stattools import jarque_bera

from leefbaarheid.analyse.collineariteit import conditiegetal, vif
from leefbaarheid.analyse.ontwerp import Ontwerp
from leefbaarheid.analyse.regressie import Uitslag
from leefbaarheid.basis.begrippen import BASISMETING
from leefbaarheid.basis.meetmoment import tijdstip_meting
from leefbaarheid.basis.redenen.analyse import AnalyseReden
from leefbaarheid.basis.redenen.code import samen
from leefbaarheid.basis.tabelwaarden import Meting


def diagnose(
    ontwerp: Ontwerp, uitslag: Uitslag, codeboek: pd.DataFrame, vif_grens: float
) -> dict[str, Any]:
    """Return the diagnostics of one regression: a row of tabellen/regressie_diagnose.csv.

    `rmse` is sqrt(SSR/(n-K)), in score points; `vif_max` and `conditiegetal` include the begin or
    baseline score. Breusch-Pagan (studentised, Koenker 1981) and Jarque-Bera take wijken as
    independent, so they indicate and do not decide; the standard errors need neither assumption.
    """
    n, K = ontwerp.X.shape
    grootste = ontwerp.gemeente.value_counts().sort_index().idxmax()  # first code when tied
    in_grootste = ontwerp.gemeente == grootste
    naam = ontwerp.gm_naam[in_grootste].iloc[0]
    inflatie = vif(ontwerp.regressoren)
    return {
        "uitkomst": ontwerp.uitkomst,
        "van": ontwerp.van,
        "tot": ontwerp.tot,
        "model": ontwerp.model,
        "steekproef": ontwerp.steekproef,
        "n_verwacht": ontwerp.n_verwacht,
        "n": n,
        "n_weggevallen": ontwerp.n_verwacht - n,
        "aandeel_weggevallen": 1 - n / ontwerp.n_verwacht,
        "n_coefficienten": K,
        "n_gemeenten": ontwerp.gemeente.nunique(),
        "grootste_gemeente": naam if pd.notna(naam) else grootste,
        "aandeel_grootste_gemeente": float(in_grootste.mean()),
        "r2": uitslag.r2,
        "r2_adj": uitslag.r2_adj,
        "rmse": float(np.sqrt((uitslag.residuen**2).sum() / (n - K))),
        "vif_max": float(inflatie.max()),
        "vif_max_factor": inflatie.idxmax(),
        "conditiegetal": conditiegetal(ontwerp.regressoren),
        "breusch_pagan_p": float(het_breuschpagan(uitslag.residuen, ontwerp.X.to_numpy())[1]),
        "jarque_bera_p": float(jarque_bera(uitslag.residuen)[1]),
        "toelichting": samen(opmerkingen(ontwerp, codeboek, vif_grens)),
    }


def opmerkingen(ontwerp: Ontwerp, codeboek: pd.DataFrame, vif_grens: float) -> list[str]:
    """Return what a reader of this regression must know, as codes (`AnalyseReden`); [] if nothing.

    Args:
        ontwerp: the complete cases.
        codeboek: factor and peiljaar, one row per factor.
        vif_grens: the variance inflation factor above which a regressor is named.
    """
    codes = []
    if ontwerp.model == BASISMETING and ontwerp.van == ontwerp.basisjaar:
        codes.append(AnalyseReden.SCHRIJFWIJZE_VAN_ANCOVA.met())
    inflatie = vif(ontwerp.regressoren)
    hoog = inflatie[inflatie > vif_grens].sort_values(ascending=False)
    if len(hoog):
        waarden = " ".join(map(str, hoog.tolist()))
        termen = " ".join(map(str, hoog.index))
        codes.append(
            AnalyseReden.VIF_BOVEN_GRENS.met(grens=vif_grens, termen=termen, waarden=waarden)
        )
    return [*codes, *_over_gemeenten(ontwerp), *_wanneer_gemeten(ontwerp, codeboek)]


def _over_gemeenten(ontwerp: Ontwerp) -> Iterator[str]:
    """Yield what the spread over gemeenten means for the standard errors."""
    n_gemeenten, K = ontwerp.gemeente.nunique(), ontwerp.X.shape[1]
    if n_gemeenten <= K:
        yield AnalyseReden.WEINIG_GEMEENTEN.met(n_gemeenten=n_gemeenten, n_coefficienten=K)
    factoren = ontwerp.X[ontwerp.factoren]
    per_gemeente = factoren.groupby(ontwerp.gemeente).nunique()
    alleen_tussen = [f for f in ontwerp.factoren if (per_gemeente[f] == 1).all()]
    if alleen_tussen and n_gemeenten < len(ontwerp.y):
        yield AnalyseReden.ALLEEN_TUSSEN_GEMEENTEN.met(factoren=" ".join(alleen_tussen))
    afwijkend = factoren != factoren.mode().iloc[0]
    in_een = [f for f in ontwerp.factoren if ontwerp.gemeente[afwijkend[f]].nunique() == 1]
    if in_een:
        yield AnalyseReden.AFWIJKEND_IN_EEN_GEMEENTE.met(factoren=" ".join(in_een))


def _wanneer_gemeten(ontwerp: Ontwerp, codeboek: pd.DataFrame) -> Iterator[str]:
    """Yield which factors were measured during or after the window."""
    peiljaar = codeboek.set_index("factor")["peiljaar"]
    meting = {
        f: tijdstip_meting(peiljaar.get(f), ontwerp.van, ontwerp.tot) for f in ontwerp.factoren
    }
    for wanneer in (Meting.TIJDENS, Meting.NA):
        factoren = " ".join(f for f in ontwerp.factoren if meting[f] == wanneer)
        if factoren:
            yield AnalyseReden.GEMETEN.met(wanneer=wanneer, factoren=factoren)
