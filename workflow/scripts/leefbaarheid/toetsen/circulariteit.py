"""Circularity: is a factor related to the score, or to the part of the score it is made of?

The Leefbaarometer is itself a model of housing, facilities, safety and so on (DOMAIN.md section 2).
Relating it to the share of social housing is then partly relating it to itself. This module
estimates each factor on every dimension, and on the total without the dimension the factor feeds
(config `inferentie.dimensie_van_factor`), in two forms with the primary estimator:

- ``verandering``: change of the outcome on the factors;
- ``ancova``: the outcome at the end on the outcome at the beginning and the factors.

OLS is linear in the outcome and the total is the sum of its dimensions, so in the change form the
coefficients on the five dimensions add up to that on the total, exactly; in the ANCOVA form they do
not, for each outcome has its own beginning. Dimensions exist in some years only: other windows get
rows with a reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
import pandas as pd

from leefbaarheid.analyse.decompositie import jaren_met_dimensies
from leefbaarheid.analyse.ontwerp import Ontwerp, maak_ontwerp
from leefbaarheid.analyse.regressie import schat
from leefbaarheid.analyse.schatter import Schatter
from leefbaarheid.basis.begrippen import ANCOVA, DIMENSIES, SELECTIE, VERANDERING
from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u
from leefbaarheid.basis.redenen.analyse import AnalyseReden
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import BEGINSCORE, GEEN_UITKOMST, TOTAAL, TOTAAL_ZONDER
from leefbaarheid.toetsen.ontwerpen import ALFA, met_effect_per_sd, niet_toetsbare_factoren
from leefbaarheid.toetsen.uitkomst import reden_van

MODELLEN = (VERANDERING, ANCOVA)

SLEUTEL = ["van", "tot", "model", "steekproef"]
KOLOMMEN = [
    *(*SLEUTEL, "uitkomst", "factor", "label", "voedt"),
    *("coef", "se", "p", "ci_laag", "ci_hoog", "coef_sd", "ci_sd_laag", "ci_sd_hoog", "sd_factor"),
    *("n", "n_gemeenten", "reden"),
]
_MATEN = ("coef_sd", "ci_sd_laag", "ci_sd_hoog", "p")
KOLOMMEN_SAMENVATTING = [
    *(*SLEUTEL, "factor", "label", "dimensie"),
    *(f"{maat}_{deel}" for deel in ("totaal", "zonder", "dimensie") for maat in _MATEN),
    *("aandeel_dimensie", "teken_verschilt", "significantie_verschilt", "eensgezind"),
    *("n", "n_gemeenten", "reden"),
]


def controleer_dimensies(
    dimensie_van_factor: Mapping[str, str], factoren: Sequence[str]
) -> dict[str, str]:
    """Return the map factor -> dimension; every key is a factor, every value a dimension.

    Raises:
        InvoerFout: an unknown factor or dimension.
    """
    for factor, dimensie in dimensie_van_factor.items():
        for soort, waarde, mogelijk in (
            ("factor", factor, list(factoren)),
            ("dimensie", dimensie, list(DIMENSIES)),
        ):
            if waarde not in mogelijk:
                raise InvoerFout(
                    f"deze {soort} bestaat niet",
                    sleutel="inferentie.dimensie_van_factor",
                    waarde=waarde,
                    remedie=bedoelde_u(waarde, mogelijk) or f"Kies uit: {', '.join(mogelijk)}.",
                )
    return dict(dimensie_van_factor)


def uitkomsten(dimensie_van_factor: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the outcomes and the dimensions each is the sum of.

    The total, the total without each dimension that a factor feeds, and the five dimensions.
    """
    alle = tuple(DIMENSIES)
    gevoed = [d for d in alle if d in dimensie_van_factor.values()]
    uit = {TOTAAL: alle}
    uit |= {f"{TOTAAL_ZONDER}{d}": tuple(x for x in alle if x != d) for d in gevoed}
    return uit | {d: (d,) for d in alle}


def circulariteitstabel(
    tabel: pd.DataFrame,
    panel: pd.DataFrame,
    factoren: Sequence[str],
    *,
    vensters: Iterable[Sequence[int]],
    dimensie_van_factor: Mapping[str, str],
    steekproeven: Sequence[str] = (SELECTIE,),
    modellen: Sequence[str] = MODELLEN,
    labels: Mapping[str, str] | None = None,
    schatter: Schatter | None = None,
) -> pd.DataFrame:
    """Estimate every outcome in every window that has dimensions.

    Args:
        tabel: result of `regressie.koppel`.
        panel: wk_code, jaar, lbm and the five dimensions.
        factoren: names of the factors.
        vensters: pairs (van, tot).
        dimensie_van_factor: the dimension that a factor feeds; factors may be left out.
        steekproeven: keys of `regressie.STEEKPROEVEN`.
        modellen: some of `MODELLEN`.
        labels: factor -> label for the reader.
        schatter: the primary estimator; CRV3 by default.

    Returns:
        `KOLOMMEN`: one row per window, form, sample, outcome and factor. `uitkomst` is 'totaal',
        'totaal_zonder_<dimensie>' or a dimension; all in score points, coefficients per unit of the
        factor and (`coef_sd`) per standard deviation. All outcomes of a window use the same wijken.
        `voedt`: the outcome contains the dimension that the factor feeds. What cannot be estimated
        is one row per factor with uitkomst 'geen' and the `reden`.

    Raises:
        InvoerFout: see `controleer_dimensies`.
        ValueError: the dimensions do not add up to the score (the input was not validated).
    """
    voedt = controleer_dimensies(dimensie_van_factor, factoren)
    schatter = schatter or Schatter()
    delen = []
    for (van, tot), model, steekproef in product(vensters, modellen, steekproeven):
        soort = {"model": model, "steekproef": steekproef, "schatter": schatter}
        deel = _schat_uitkomsten(tabel, panel, factoren, (van, tot), soort, voedt)
        delen.append(deel.assign(van=van, tot=tot, model=model, steekproef=steekproef))
    uit = pd.concat(delen, ignore_index=True).reindex(columns=KOLOMMEN)
    uit["label"] = uit["factor"].map({f: f for f in factoren} | dict(labels or {}))
    in_uitkomst = uitkomsten(voedt) | {GEEN_UITKOMST: ()}
    uit["voedt"] = [
        voedt.get(f) in in_uitkomst[u] for f, u in zip(uit["factor"], uit["uitkomst"], strict=True)
    ]
    return uit


def _schat_uitkomsten(
    tabel: pd.DataFrame,
    panel: pd.DataFrame,
    factoren: Sequence[str],
    venster: tuple[int, int],
    soort: Mapping[str, Any],
    voedt: Mapping[str, str],
) -> pd.DataFrame:
    """Return the rows of one window, form and sample (`soort`), without the key columns."""
    van, tot = venster
    ontbreekt = [str(j) for j in venster if j not in jaren_met_dimensies(panel)]
    if ontbreekt:
        reden = AnalyseReden.GEEN_DIMENSIESCORES.met(jaren=" ".join(ontbreekt))
        return _zonder_schatting(dict.fromkeys(factoren, reden))
    begin, eind = (_dimensies(panel, jaar).reindex(tabel.index) for jaar in venster)
    compleet = tabel[begin.notna().all(axis=1) & eind.notna().all(axis=1)]
    redenen = niet_toetsbare_factoren(compleet, factoren, soort["steekproef"])
    over = [f for f in factoren if f not in redenen]
    try:
        ontwerp = maak_ontwerp(compleet, over, van=van, tot=tot, basisjaar=van, **soort)
        delen = [
            _rijen(_met_uitkomst(ontwerp, begin, eind, list(som)), naam, over)
            for naam, som in uitkomsten(voedt).items()
        ]
    except InvoerFout as fout:
        return _zonder_schatting(dict.fromkeys(factoren, reden_van(fout)) | redenen)
    return pd.concat([*delen, _zonder_schatting(redenen)], ignore_index=True)


def _zonder_schatting(redenen: Mapping[str, str]) -> pd.DataFrame:
    rijen = [
        {"uitkomst": GEEN_UITKOMST, "factor": f, "reden": reden} for f, reden in redenen.items()
    ]
    return pd.DataFrame(rijen)


def _dimensies(panel: pd.DataFrame, jaar: int) -> pd.DataFrame:
    """Return the five dimensions by wk_code in a year, after a check that they make the score.

    The score is a fixed base plus the sum, so differences between wijken must agree.
    """
    deel = panel[panel["jaar"] == jaar].set_index("wk_code")
    rest = (deel["lbm"] - deel[list(DIMENSIES)].sum(axis=1, skipna=False)).dropna()
    if len(rest) and rest.max() - rest.min() > 1e-6:
        raise ValueError(f"dimensions do not add up to the score in {jaar}")
    return deel[list(DIMENSIES)]


def _met_uitkomst(
    ontwerp: Ontwerp, begin: pd.DataFrame, eind: pd.DataFrame, som: Sequence[str]
) -> Ontwerp:
    """Return the design with the sum of some dimensions in place of the score.

    The total is the sum of the dimensions too: the score itself is rounded and has a base, which
    only moves the constant.
    """
    codes = ontwerp.y.index
    eerst, laatst = begin.loc[codes, som].sum(axis=1), eind.loc[codes, som].sum(axis=1)
    if ontwerp.model == VERANDERING:
        return replace(ontwerp, y=(laatst - eerst).rename("y"))
    return replace(ontwerp, y=laatst.rename("y"), X=ontwerp.X.assign(**{BEGINSCORE: eerst}))


def _rijen(ontwerp: Ontwerp, naam: str, factoren: Sequence[str]) -> pd.DataFrame:
    tabel = schat(ontwerp).tabel.assign(sd_factor=ontwerp.X.std(ddof=1)).loc[list(factoren)]
    tabel = met_effect_per_sd(tabel).rename_axis("factor").reset_index()
    return tabel.assign(uitkomst=naam, n=len(ontwerp.y), n_gemeenten=ontwerp.gemeente.nunique())


# ---------------------------------------------------------------------------------------------
# What changes without the dimension a factor feeds


def circulariteit_samenvatting(
    tabel: pd.DataFrame, dimensie_van_factor: Mapping[str, str], alfa: float = ALFA
) -> pd.DataFrame:
    """Return per factor how its association changes when the dimension it feeds is left out.

    Args:
        tabel: result of `circulariteitstabel`.
        dimensie_van_factor: the map it was made with.
        alfa: level at which an estimate counts as clear.

    Returns:
        `KOLOMMEN_SAMENVATTING`: per window, form, sample and factor the estimates for the total,
        for the total without the dimension (`zonder`) and for that dimension.
        `aandeel_dimensie` is the part of the coefficient on the total that comes from the dimension
        (change form, and a clear coefficient, only; it may lie outside 0-1 where dimensions pull in
        opposite directions).
        `teken_verschilt`, `significantie_verschilt`, `eensgezind` compare total and `zonder`. A
        factor that feeds no dimension, or has no estimate, carries a `reden`.
    """
    rijen = []
    for sleutel, deel in tabel.groupby([*SLEUTEL, "factor"], sort=False):
        rij: dict[str, Any] = dict(zip([*SLEUTEL, "factor"], sleutel, strict=True))
        rij |= {"label": deel["label"].iloc[0], "n": deel["n"].iloc[0]}
        rij["n_gemeenten"] = deel["n_gemeenten"].iloc[0]
        dimensie = dimensie_van_factor.get(rij["factor"], "")
        rij |= {"dimensie": dimensie, "reden": deel["reden"].iloc[0]}
        per_uitkomst = deel.set_index("uitkomst")
        bronnen = {"totaal": TOTAAL, "zonder": f"{TOTAAL_ZONDER}{dimensie}", "dimensie": dimensie}
        for kort, uitkomst in bronnen.items():
            if uitkomst in per_uitkomst.index:
                rij |= {f"{m}_{kort}": per_uitkomst.loc[uitkomst, m] for m in _MATEN}
        if not rij["reden"] and not dimensie:
            rij["reden"] = ToetsReden.GEEN_DIMENSIE_AANGEWEZEN.met()
        rijen.append(rij | _vergelijk(rij, alfa))
    return pd.DataFrame(rijen, columns=KOLOMMEN_SAMENVATTING)


def _vergelijk(rij: Mapping[str, Any], alfa: float) -> dict[str, Any]:
    """Return the flags and the share of the dimension for one factor."""
    if rij["reden"]:
        vlaggen = dict.fromkeys(("teken_verschilt", "significantie_verschilt", "eensgezind"), False)
        return {**vlaggen, "aandeel_dimensie": np.nan}
    voor, na = rij["coef_sd_totaal"], rij["coef_sd_zonder"]
    duidelijk, duidelijk_na = rij["p_totaal"] < alfa, rij["p_zonder"] < alfa
    teken, ander = bool(voor * na < 0), bool(duidelijk != duidelijk_na)
    deelbaar = duidelijk and rij["model"] == VERANDERING
    return {
        "aandeel_dimensie": rij["coef_sd_dimensie"] / voor if deelbaar else np.nan,
        "teken_verschilt": teken,
        "significantie_verschilt": ander,
        "eensgezind": not teken and not ander,
    }
