"""The coefficients of a regression as rows of tabellen/regressie.csv."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import pandas as pd

from leefbaarheid.analyse.ontwerp import Ontwerp
from leefbaarheid.analyse.regressie import Uitslag
from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u
from leefbaarheid.basis.meetmoment import tijdstip_meting
from leefbaarheid.basis.tabelwaarden import BASISSCORE, BEGINSCORE, CONSTANTE, Meting

KOLOMMEN_REGRESSIE = [
    *("uitkomst", "van", "tot", "model", "steekproef", "term", "label", "eenheid", "meting"),
    *("schatter", "coef", "se", "t", "p", "ci_laag", "ci_hoog"),
    *("coef_sd", "ci_sd_laag", "ci_sd_hoog", "sd_factor"),
    *("crv1_se", "crv1_p", "crv1_ci_laag", "crv1_ci_hoog", "n", "n_gemeenten", "r2", "reden"),
]


def coefficienten(ontwerp: Ontwerp, uitslag: Uitslag, codeboek: pd.DataFrame) -> pd.DataFrame:
    """Return one row per term with `KOLOMMEN_REGRESSIE`.

    `coef` is in score points per natural unit (`eenheid`), `coef_sd` in score points per standard
    deviation (`sd_factor`, ddof 1, in the estimation sample); the constant has none. Uncertainty is
    that of `schatter`, and of CRV1 in the columns that say so.
    """
    sd = ontwerp.X.std(ddof=1).where(ontwerp.X.columns != CONSTANTE)
    termen = list(ontwerp.X.columns)
    namen = _namen(ontwerp, codeboek)
    tabel = pd.DataFrame(
        {
            "uitkomst": ontwerp.uitkomst,
            "van": ontwerp.van,
            "tot": ontwerp.tot,
            "model": ontwerp.model,
            "steekproef": ontwerp.steekproef,
            "term": termen,
            "label": [namen[t].label for t in termen],
            "eenheid": [namen[t].eenheid for t in termen],
            "meting": [namen[t].meting for t in termen],
            "schatter": ontwerp.schatter.naam,
            **{str(kolom): waarden.to_numpy() for kolom, waarden in uitslag.tabel.items()},
            **{f"crv1_{kolom}": waarden.to_numpy() for kolom, waarden in uitslag.crv1.items()},
            "sd_factor": sd.to_numpy(),
            "n": len(ontwerp.y),
            "n_gemeenten": ontwerp.gemeente.nunique(),
            "r2": uitslag.r2,
        }
    )
    for bron, doel in (("coef", "coef_sd"), ("ci_laag", "ci_sd_laag"), ("ci_hoog", "ci_sd_hoog")):
        tabel[doel] = tabel[bron] * tabel["sd_factor"]
    return tabel[KOLOMMEN_REGRESSIE]


class _Naam(NamedTuple):
    """What a table calls a term: label, unit, and when it was measured."""

    label: Any
    eenheid: Any
    meting: str


def _namen(ontwerp: Ontwerp, codeboek: pd.DataFrame) -> dict[str, _Naam]:
    """Return what the table says of every term a model can have; only a factor has a label."""
    namen = {
        CONSTANTE: _Naam(CONSTANTE, "score", ""),
        BEGINSCORE: _Naam(BEGINSCORE, "score", Meting.VOOR),
        BASISSCORE: _Naam(BASISSCORE, "score", Meting.VOOR),
    }
    boek = codeboek.set_index("factor")
    for factor in ontwerp.factoren:
        _controleer_codeboek(factor, boek.index)
        rij = boek.loc[factor]
        meting = tijdstip_meting(rij.get("peiljaar"), ontwerp.van, ontwerp.tot)
        namen[factor] = _Naam(rij["label"], rij["eenheid"], meting)
    return namen


def _controleer_codeboek(factor: str, bekend: Iterable[str]) -> None:
    if factor not in bekend:
        raise InvoerFout(
            "de factor staat niet in het codeboek",
            kolom="factor",
            waarde=factor,
            remedie=bedoelde_u(factor, bekend) or "Voeg een rij met deze factor toe.",
        )
