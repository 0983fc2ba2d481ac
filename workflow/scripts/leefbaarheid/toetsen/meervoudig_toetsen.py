"""Multiple testing: Holm for the tests of the primary factors, Benjamini-Hochberg for all others.

Two families, named in the config (docs/besluiten.md says when they were chosen):

- ``primair``: the primary factors of the config, in the main window, the main model and the
  selected wijken. Holm (1979, Scandinavian Journal of Statistics 6) keeps the probability of even
  one false finding below alfa, whatever the dependence between the tests.
- ``verkennend``: every other factor x window x model x sample. Benjamini & Hochberg (1995, JRSS B
  57) keep the expected share of false findings among the findings below alfa, also under the
  positive dependence (Benjamini & Yekutieli 2001, Annals of Statistics 29) of a grid in which much
  the same question is asked many times.

Every p-value is that of the primary estimator, and a test that another one repeats by construction
is in no family: counting it twice would change the correction without adding a question.

The adjustments are those of statsmodels; the begin score and the baseline are controls, not
hypotheses, so they are in neither family.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
from statsmodels.stats.multitest import multipletests

from leefbaarheid.analyse.ontwerp import eigen_vorm
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
# AANNAME: de grens voor aantoonbaar is een p-waarde van 0,05, ook na correctie voor het aantal
#   toetsen en in de specificatiecurve.
#   Waarom: dat is de gangbare grens, en zij past bij intervallen van 95%.
#   Gevolg: met een strengere grens zijn minder samenhangen aantoonbaar; de tabellen geven de
#   p-waarden zelf.
#   Onderwerp: modellen. Zie: sec-rob-toetsen.
ALFA = 0.05

REGRESSIE = ["van", "tot", "model", "steekproef"]
KOLOMMEN = [
    *("familie", "uitkomst", "van", "tot", "model", "steekproef", "term", "label"),
    *("p", "p_aangepast", "methode", "n_toetsen", "verworpen", "reden"),
]


def toets_families(
    regressie: pd.DataFrame,
    *,
    primaire_factoren: Sequence[str],
    hoofdvenster: Sequence[int],
    hoofdmodel: str,
    hoofdsteekproef: str = SELECTIE,
    basisjaar: int | None = None,
    gelijke_steekproeven: bool = False,
    alfa: float = ALFA,
) -> pd.DataFrame:
    """Return the adjusted p-value of every test, the primary family first.

    Args:
        regressie: one row per regression x term: uitkomst, van, tot, model, steekproef, term, label
            and p of the primary estimator. A missing p-value is a test that could not be done; an
            optional column `reden` says why.
        primaire_factoren: the factors of the primary family.
        hoofdvenster, hoofdmodel, hoofdsteekproef: the regression in which they are tested.
        basisjaar: year of the baseline: from there two model forms are one (`eigen_vorm`).
        gelijke_steekproeven: the samples hold the same wijken.
        alfa: threshold of the adjusted p-values, between 0 and 1.

    Returns:
        `KOLOMMEN`; `n_toetsen` is the number of tests the family is adjusted for (those with a
        p-value), `verworpen` whether p_aangepast <= alfa (missing where there is no p-value; then
        `reden` says why, otherwise it is empty). A test that repeats another has no p-value; its
        reason names the other.

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
    tabel = _zonder_herhaling(tabel, is_primair, basisjaar, gelijke_steekproeven)
    delen = [_pas_aan(tabel[is_primair == (naam == PRIMAIR)], naam, alfa) for naam in METHODEN]
    return pd.concat(delen, ignore_index=True)


def _zonder_herhaling(
    tabel: pd.DataFrame, is_primair: pd.Series, basisjaar: int | None, gelijk: bool
) -> pd.DataFrame:
    """Return the tests with p only where no other test asks the same by construction.

    Of tests that are the same the primary one stays, else the one in its own form and in the first
    sample.
    """
    rijen = list(tabel.itertuples())

    def vraag(rij: Any) -> tuple[Any, ...]:
        vorm = rij.model if basisjaar is None else eigen_vorm(rij.model, rij.van, basisjaar)
        return vorm, SELECTIE if gelijk else rij.steekproef, rij.van, rij.tot, rij.term

    def voorrang(rij: Any) -> tuple[bool, ...]:
        omweg = rij.model != vraag(rij)[0]
        return not is_primair[rij.Index], omweg, rij.steekproef != SELECTIE

    eerste: dict[tuple[Any, ...], Any] = {}
    for rij in sorted(rijen, key=voorrang):
        eerste.setdefault(vraag(rij), rij)
    herhaling = {rij.Index: eerste[vraag(rij)] for rij in rijen if eerste[vraag(rij)] is not rij}
    redenen = {
        nummer: ToetsReden.ZELFDE_TOETS.met(model=ander.model, steekproef=ander.steekproef)
        for nummer, ander in herhaling.items()
    }
    gegeven = tabel["reden"] if "reden" in tabel.columns else pd.Series("", tabel.index)
    herhaalt = tabel.index.isin(list(herhaling))
    return tabel.assign(
        p=tabel["p"].astype(float).mask(herhaalt),
        reden=gegeven.mask(herhaalt, tabel.index.map(redenen).to_series(tabel.index)),
    )


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


def _pas_aan(deel: pd.DataFrame, familie: str, alfa: float) -> pd.DataFrame:
    """Return the rows of one family with `KOLOMMEN`."""
    sleutel, naam = METHODEN[familie]
    p = deel["p"].astype(float)
    toetsbaar = p.notna()
    aangepast = pd.Series(float("nan"), index=deel.index)
    verworpen = pd.Series(pd.NA, index=deel.index, dtype="boolean")
    if toetsbaar.any():
        uitslag = multipletests(p[toetsbaar], alpha=alfa, method=sleutel)
        verworpen[toetsbaar], aangepast[toetsbaar] = uitslag[0], uitslag[1]
    gegeven = deel["reden"].fillna("")
    return deel.assign(
        familie=familie,
        p=p,
        p_aangepast=aangepast,
        methode=naam,
        n_toetsen=int(toetsbaar.sum()),
        verworpen=verworpen,
        reden=gegeven.where(gegeven != "", ToetsReden.GEEN_P_WAARDE.met()).where(~toetsbaar, ""),
    )[KOLOMMEN]
