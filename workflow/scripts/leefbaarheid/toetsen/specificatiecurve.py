"""Specification curve: one association under every reasonable way of computing it, judged jointly.

Simonsohn, Simmons & Nelson (2020), Nature Human Behaviour 4: estimate every reasonable and
non-redundant specification, show them all, and test them jointly under the null.

`specificatierooster` says which specifications there are, `specificatieschatting` (with
`specificatieregressie`) estimates them and draws under the null, `specificatietoets` tests them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from scipy import special

from leefbaarheid.analyse.gewichten import MIN_TREKKINGEN
from leefbaarheid.analyse.ontwerp import koppel
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.tabelwaarden import (
    SCHEIDING,
)
from leefbaarheid.toetsen.specificatierooster import MIN_INWONERS, Vakkeuze, Vorm, maak_rooster
from leefbaarheid.toetsen.specificatieschatting import Opzet, Uitkomst, maak_opzet, reken
from leefbaarheid.toetsen.specificatietoets import toets_samen

TREKKINGEN = 1_000
# the bound of meervoudig_toetsen, where it is stated as an assumption
ALFA = 0.05

KOLOMMEN_SPECIFICATIES = [
    *("factor", "van", "tot", "model", "steekproef", "beperking", "gewicht", "schatter"),
    *("factoren", "n_factoren", "hoofdspecificatie", "coef_sd", "se_sd", "ci_sd_laag"),
    *("ci_sd_hoog", "p", "crv1_p", "sd_factor", "n", "G", "reden"),
]


class Curve(NamedTuple):
    """The result tables of `specificatiecurve`.

    Attributes:
        specificaties: `KOLOMMEN_SPECIFICATIES`, one row per specification. coef_sd, se_sd (CRV3)
            and the bounds are in score points per standard deviation of the factor; `sd_factor` is
            the same for all specifications: ddof 1, unweighted, in the first sample without
            restriction. Intervals and p use t(G-1); `crv1_p` is p with CRV1 standard errors. With
            gemeente effects n and G count gemeenten with two wijken or more. `factoren` names the
            factors of the regression. An invalid specification has a `reden`.
        toets: `KOLOMMEN_TOETS`, per focal factor, model form, `VENSTERS` and statistic the value in
            the data (forms answer different questions and are never pooled)
            and p = (1 + #{draws at least as extreme}) / (1 + draws), two-sided. nul_mediaan and
            nul_p95 are the median and 95th percentile of the absolute statistic over draws.
            Statistics: the median estimate; the share of estimates with the dominant sign; the
            share significant with the dominant sign; Stouffer's z.
    """

    specificaties: pd.DataFrame
    toets: pd.DataFrame


def specificatiecurve(
    wijken: pd.DataFrame,
    context: pd.DataFrame,
    *,
    factoren: Sequence[str],
    regressie: Mapping[str, Any],
    basisjaar: int,
    focale_factoren: Sequence[str] | None = None,
    peiljaren: Mapping[str, object] | None = None,
    trekkingen: int = TREKKINGEN,
    zaad: int = 0,
    min_inwoners: float = MIN_INWONERS,
    alfa: float = ALFA,
) -> Curve:
    """Estimate every specification of the grid and test them jointly per focal factor.

    Per sample one set of wijken is used throughout: those with every score and factor of the grid;
    a column without any value is skipped and makes only its own specifications invalid. Weighted
    specifications also need the number of inhabitants.

    Args:
        wijken, context: see `regressie.koppel`; wijken also has `inwoners`.
        factoren, regressie, basisjaar, focale_factoren, peiljaren: see
            `specificatierooster.maak_rooster`.
        trekkingen: draws of the joint test.
        zaad: seed; the stream is default_rng([zaad, THEMA]).
        min_inwoners: of the restriction 'min_inwoners'.
        alfa: level of the intervals and of "significant".

    Raises:
        InvoerFout: see `regressie.koppel` and `maak_rooster`; too few draws.
    """
    if trekkingen < MIN_TREKKINGEN:
        raise InvoerFout(
            f"te weinig trekkingen voor de specificatiecurve: ten minste {MIN_TREKKINGEN} nodig",
            sleutel="inferentie.trekkingen_curve",
            waarde=trekkingen,
            remedie=f"Neem {TREKKINGEN}, of 199 voor een eerste indruk.",
        )
    rooster = maak_rooster(factoren, regressie, basisjaar, focale_factoren, peiljaren)
    tabel = koppel(wijken, context, factoren)
    opzet = maak_opzet(tabel, rooster, trekkingen, zaad, min_inwoners, alfa)
    uit = reken(opzet)
    return Curve(_tabel(uit, opzet), toets_samen(uit, opzet))


def _tabel(uit: Uitkomst, opzet: Opzet) -> pd.DataFrame:
    """Return `specificaties`, see `specificatiecurve`; focal factors in their order."""
    rooster = opzet.rooster
    v, m, p = (x.ravel() for x in np.indices(rooster.omvang))
    focaal = np.array([rooster.focaal.index(paar.factor) for paar in rooster.paren])
    volgorde = np.argsort(focaal[p], kind="stable")
    volgorde = volgorde[rooster.toegelaten[m[volgorde], p[volgorde]]]
    v, m, p = v[volgorde], m[volgorde], p[volgorde]
    n, G = (np.array([getattr(vak, naam) for vak in opzet.vakken])[v] for naam in ("n", "G"))
    coef, se, p_crv3, p_crv1, reden = (
        x.ravel()[volgorde] for x in (uit.coef, uit.se, uit.p, uit.crv1_p, uit.reden)
    )
    halve = special.stdtrit(np.maximum(G - 1, 1), 1 - opzet.alfa / 2) * se
    factor = np.array([paar.factor for paar in rooster.paren])[p]
    tabel = pd.DataFrame(
        {
            "factor": factor,
            **{k: np.array([x[i] for x in rooster.vormen])[m] for i, k in enumerate(Vorm._fields)},
            **{
                k: np.array([x[i] for x in rooster.vakken])[v]
                for i, k in enumerate(Vakkeuze._fields)
            },
            "factoren": np.array([SCHEIDING.join(paar.factoren) for paar in rooster.paren])[p],
            "n_factoren": np.array([len(paar.factoren) for paar in rooster.paren])[p],
            "coef_sd": coef,
            "se_sd": se,
            "ci_sd_laag": coef - halve,
            "ci_sd_hoog": coef + halve,
            "p": p_crv3,
            "crv1_p": p_crv1,
            "sd_factor": np.array([opzet.sd[f] for f in rooster.focaal])[focaal[p]],
            "n": n,
            "G": G,
            "reden": reden,
        }
    )
    hoofdvak, hoofdvorm = rooster.hoofd
    tabel["hoofdspecificatie"] = (
        np.array([keuze == hoofdvak for keuze in rooster.vakken])[v]
        & np.array([vorm == hoofdvorm for vorm in rooster.vormen])[m]
        & (tabel["n_factoren"] == len(rooster.factoren))
    )
    return tabel[KOLOMMEN_SPECIFICATIES]
