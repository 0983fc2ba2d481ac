"""Multiple testing: Holm for the pre-declared tests, Benjamini-Hochberg for all others.

Two families, fixed before the results are seen:

- ``primair``: the primary factors of the config, in the main window, the main model and the
  selected wijken. Holm (1979, Scandinavian Journal of Statistics 6) keeps the probability of even
  one false finding below alfa, whatever the dependence between the tests.
- ``verkennend``: every other factor x window x model x sample. Benjamini & Hochberg (1995, JRSS B
  57) keep the expected share of false findings among the findings below alfa, also under the
  positive dependence (Benjamini & Yekutieli 2001, Annals of Statistics 29) of a grid in which much
  the same question is asked many times.

The adjustments are those of statsmodels; the begin score and the baseline are controls, not
hypotheses, so they are in neither family.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from statsmodels.stats.multitest import multipletests

from leefbaarheid.basis.begrippen import SELECTIE
from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import (
    GEEN_FACTOR,
    NAAR_BENJAMINI_HOCHBERG,
    NAAR_HOLM,
    PRIMAIR,
    VERKENNEND,
)

METHODEN = {PRIMAIR: ("holm", NAAR_HOLM), VERKENNEND: ("fdr_bh", NAAR_BENJAMINI_HOCHBERG)}
"""Per family the name of the adjustment in statsmodels, and in the literature."""
# AANNAME: de grens voor de gecorrigeerde p-waarden is 0,05, in beide families.
ALFA = 0.05

REGRESSIE = ["van", "tot", "model", "steekproef"]
KOLOMMEN = [
    *("familie", "uitkomst", "van", "tot", "model", "steekproef", "term", "label"),
    *("p", "p_bron", "p_aangepast", "methode", "n_toetsen", "verworpen", "reden"),
]


def toets_families(
    regressie: pd.DataFrame,
    *,
    primaire_factoren: Sequence[str],
    hoofdvenster: Sequence[int],
    hoofdmodel: str,
    hoofdsteekproef: str = SELECTIE,
    p_primair: str = "p",
    p_verkennend: str = "p",
    alfa: float = ALFA,
) -> pd.DataFrame:
    """Return the adjusted p-value of every test, the primary family first.

    Args:
        regressie: one row per regression x term: uitkomst, van, tot, model, steekproef, term, label
            and the columns with p-values. A missing p-value is a test that could not be done; an
            optional column `reden` says why.
        primaire_factoren: the pre-declared factors.
        hoofdvenster, hoofdmodel, hoofdsteekproef: the regression in which they are tested.
        p_primair, p_verkennend: columns with the p-values of either family, for instance "p_wcr"
            of the wild cluster bootstrap.
        alfa: threshold of the adjusted p-values, between 0 and 1.

    Returns:
        `KOLOMMEN`; `p_bron` is the column the p-value came from, `n_toetsen` the number of tests
        the family is adjusted for (those with a p-value), `verworpen` whether p_aangepast <= alfa
        (missing where there is no p-value; then `reden` says why, otherwise it is empty).

    Raises:
        InvoerFout: no primary factors, one named twice or unknown; no regression for the main
            window, model and sample.
    """
    tabel = regressie[~regressie["term"].isin(GEEN_FACTOR)]
    tabel = tabel.sort_values(REGRESSIE, kind="stable", ignore_index=True)
    van, tot = hoofdvenster
    is_hoofd = (
        tabel["van"].eq(van)
        & tabel["tot"].eq(tot)
        & tabel["model"].eq(hoofdmodel)
        & tabel["steekproef"].eq(hoofdsteekproef)
    )
    welke = f"{van}-{tot}, model '{hoofdmodel}', steekproef '{hoofdsteekproef}'"
    _controleer_hoofd(is_hoofd, welke)
    _controleer_primair(primaire_factoren, sorted(set(tabel.loc[is_hoofd, "term"])))
    is_primair = is_hoofd & tabel["term"].isin(primaire_factoren)
    delen = [
        _pas_aan(tabel[is_primair == (naam == PRIMAIR)], naam, p_kolom, alfa)
        for naam, p_kolom in ((PRIMAIR, p_primair), (VERKENNEND, p_verkennend))
    ]
    return pd.concat(delen, ignore_index=True)


def _controleer_hoofd(is_hoofd: pd.Series, welke: str) -> None:
    if not is_hoofd.any():
        raise InvoerFout(
            f"er is geen regressie voor {welke}, en daarin horen de primaire toetsen",
            sleutel="regressie.hoofdvenster",
            remedie="Neem het hoofdvenster op in regressie.vensters, het hoofdmodel in "
            "regressie.modellen en 'selectie' in regressie.steekproeven.",
        )


def _controleer_primair(primair: Sequence[str], bekend: Sequence[str]) -> None:
    sleutel = "inferentie.primaire_factoren"
    if not primair:
        raise InvoerFout(
            "er is geen primaire factor aangewezen",
            sleutel=sleutel,
            remedie="Noem vooraf, los van de uitkomsten, de factoren waar het om gaat.",
        )
    for nummer, factor in enumerate(primair):
        if factor in primair[:nummer]:
            raise InvoerFout(
                "de primaire factor staat twee keer in de lijst",
                sleutel=sleutel,
                waarde=factor,
                remedie="Haal één van de twee weg.",
            )
        if factor not in bekend:
            raise InvoerFout(
                "deze primaire factor is geen factor van de regressies",
                sleutel=sleutel,
                waarde=factor,
                remedie=bedoelde_u(factor, bekend) or f"Kies uit: {', '.join(bekend)}.",
            )


def _pas_aan(deel: pd.DataFrame, familie: str, p_kolom: str, alfa: float) -> pd.DataFrame:
    """Return the rows of one family with `KOLOMMEN`."""
    sleutel, naam = METHODEN[familie]
    p = deel[p_kolom].astype(float)
    toetsbaar = p.notna()
    aangepast = pd.Series(float("nan"), index=deel.index)
    verworpen = pd.Series(pd.NA, index=deel.index, dtype="boolean")
    if toetsbaar.any():
        uitslag = multipletests(p[toetsbaar], alpha=alfa, method=sleutel)
        verworpen[toetsbaar], aangepast[toetsbaar] = uitslag[0], uitslag[1]
    gegeven = deel["reden"].fillna("") if "reden" in deel.columns else pd.Series("", deel.index)
    return deel.assign(
        familie=familie,
        p=p,
        p_bron=p_kolom,
        p_aangepast=aangepast,
        methode=naam,
        n_toetsen=int(toetsbaar.sum()),
        verworpen=verworpen,
        reden=gegeven.where(gegeven != "", ToetsReden.GEEN_P_WAARDE.met()).where(~toetsbaar, ""),
    )[KOLOMMEN]
