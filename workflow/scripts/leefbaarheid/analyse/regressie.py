"""Regressions of the development of wijken on contextual factors, clustered by gemeente.

Standard errors, intervals and p-values are those of the primary estimator of the edition
(`schatter`), carried by the design. CRV1 (Liang & Zeger 1986; Cameron & Miller 2015, Journal of
Human Resources 50) stands beside it for comparison: it is too small when gemeenten are few and
unequal.

The stages are separate so that other estimators can use them: `ontwerp.koppel` ->
`ontwerp.maak_ontwerp` -> `controleer_ontwerp` -> `schat` -> `regressietabellen`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np
import pandas as pd

from leefbaarheid.analyse.clusterproducten import Clusterproducten, clusterproducten
from leefbaarheid.analyse.collineariteit import collineaire_regressoren
from leefbaarheid.analyse.crv import toetsbaar
from leefbaarheid.analyse.ontwerp import Ontwerp
from leefbaarheid.analyse.schatter import Schatter, infereer
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.oordeel import CRV1
from leefbaarheid.basis.redenen.analyse import AnalyseReden

# AANNAME: een model heeft wijken in ten minste vijf gemeenten.
#   Waarom: de standaardfout is een spreiding over gemeenten, en van een handvol is die niet te
#   schatten.
#   Gevolg: een model met minder gemeenten stopt het rekenwerk met een melding; een controle met
#   minder gemeenten blijft leeg, met de reden. Hoe de uitkomst van afzonderlijke gemeenten afhangt,
#   is nagegaan.
#   Onderwerp: modellen. Zie: sec-onzekerheid; sec-rob-gemeenten.
MIN_GEMEENTEN = 5


def controleer_ontwerp(ontwerp: Ontwerp) -> None:
    """Raise a clear InvoerFout if this regression cannot be estimated.

    Raises:
        InvoerFout: no more observations than coefficients; fewer than `MIN_GEMEENTEN` gemeenten; a
            regressor without variation; collinear regressors (all named).
    """
    _controleer_aantallen(ontwerp)
    Z = ontwerp.regressoren
    spreiding = Z.max() - Z.min()
    vast = [naam for naam in Z.columns if spreiding[naam] <= 1e-12 * Z[naam].abs().max()]
    if vast:
        n = len(Z)
        raise InvoerFout(
            f"{ontwerp}: de factor heeft bij alle {n} {W.gebieden} dezelfde waarde",
            kolom=vast[0],
            waarde=f"{Z[vast[0]].iloc[0]:g}",
            remedie="Haal de factor uit de config: zonder variatie valt er niets te schatten.",
            reden=AnalyseReden.GEEN_VARIATIE.met(n=n, term=vast[0]),
        )
    collineair = collineaire_regressoren(Z)
    if collineair:
        raise InvoerFout(
            f"{ontwerp}: deze factoren leggen elkaar vast (collineair): {', '.join(collineair)}",
            sleutel="factoren",
            remedie="Haal één van deze factoren uit de config, bijvoorbeeld één van de aandelen "
            "die samen 100% zijn.",
            reden=AnalyseReden.COLLINEAIR.met(termen=" ".join(collineair)),
        )


def _controleer_aantallen(ontwerp: Ontwerp) -> None:
    """Refuse a regression with too few wijken, or in too few gemeenten."""
    n, K = ontwerp.X.shape
    if n <= K:
        raise InvoerFout(
            f"{ontwerp}: te weinig waarnemingen; van de {ontwerp.n_verwacht} {W.gebieden} hebben "
            f"er {n} alle gegevens, en er zijn {K} coëfficiënten te schatten",
            sleutel="factoren",
            remedie="Neem minder factoren of factoren met minder ontbrekende waarden "
            "(zie tabellen/datakwaliteit.csv), of een ruimere selectie.",
            reden=AnalyseReden.TE_WEINIG_WAARNEMINGEN.met(
                n_verwacht=ontwerp.n_verwacht, n=n, n_coefficienten=K
            ),
        )
    n_gemeenten = ontwerp.gemeente.nunique()
    if n_gemeenten < MIN_GEMEENTEN:
        raise InvoerFout(
            f"{ontwerp}: de {W.gebieden} liggen in {n_gemeenten} gemeente(n); voor standaardfouten "
            f"die rekening houden met gemeenten zijn er ten minste {MIN_GEMEENTEN} nodig",
            kolom="gm_code",
            remedie="Neem een ruimere selectie, of haal deze steekproef uit "
            "regressie.steekproeven.",
            reden=AnalyseReden.TE_WEINIG_GEMEENTEN.met(
                n_gemeenten=n_gemeenten, minimum=MIN_GEMEENTEN
            ),
        )


class Uitslag(NamedTuple):
    """One estimated regression.

    Attributes:
        tabel: per term (index) coef, and se, t, p, ci_laag, ci_hoog (95%) of the estimator of the
            design; `reden` where it has no test, empty elsewhere. Score points per natural unit.
        crv1: per term se, p, ci_laag, ci_hoog of CRV1, for comparison.
        residuen: per wijk, score points.
        r2, r2_adj: explained variance, and corrected for the number of coefficients.
    """

    tabel: pd.DataFrame
    crv1: pd.DataFrame
    residuen: pd.Series[float]
    r2: float
    r2_adj: float


def schat(ontwerp: Ontwerp) -> Uitslag:
    """Fit OLS, with the uncertainty of the estimator of the design (`ontwerp.schatter`).

    A term can be estimated and yet have no test, as when one gemeente alone fixes it: its
    uncertainty is missing and `reden` says why.

    Raises:
        InvoerFout: what `controleer_ontwerp` raises; a fit without residuals, or a term without a
            standard error of any kind.
    """
    controleer_ontwerp(ontwerp)
    X, y = ontwerp.X, ontwerp.y
    producten = clusterproducten(X.to_numpy(), y.to_numpy(), ontwerp.gemeente.to_numpy())
    residuen = y - X.to_numpy() @ producten.coef
    maat = np.abs(y).max()
    if maat == 0 or np.abs(residuen).max() <= 1e-12 * maat:
        raise InvoerFout(
            f"{ontwerp}: het model past exact, zonder residuen; standaardfouten bestaan dan niet",
            sleutel="factoren",
            remedie="Controleer of een factor uit de score zelf is berekend.",
            reden=AnalyseReden.GEEN_RESIDUEN.met(),
        )
    kan = toetsbaar(producten)
    if not kan.all():
        term = str(X.columns[~kan][0])
        raise InvoerFout(
            f"{ontwerp}: de schatting is mislukt; er is geen geldige standaardfout",
            kolom=term,
            remedie="Haal deze factor uit de config of neem een ruimere selectie.",
            reden=AnalyseReden.GEEN_STANDAARDFOUT.met(term=term),
        )
    r2 = 1 - float((residuen**2).sum() / ((y - y.mean()) ** 2).sum())
    n, K = X.shape
    return Uitslag(
        tabel=schattingen(producten, ontwerp),
        crv1=schattingen(producten, replace(ontwerp, schatter=Schatter(CRV1))).drop(
            columns=["coef", "t", "reden"]
        ),
        residuen=residuen.rename("residu"),
        r2=r2,
        r2_adj=1 - (1 - r2) * (n - 1) / (n - K),
    )


def schattingen(producten: Clusterproducten, ontwerp: Ontwerp) -> pd.DataFrame:
    """Return `Uitslag.tabel` from products per gemeente.

    Args:
        producten: of the regression, or of the same regression with weights.
        ontwerp: names the terms, the gemeenten and the estimator.
    """
    namen = dict(zip(ontwerp.gemeente, ontwerp.gm_naam, strict=True))
    uit = infereer(
        producten, ontwerp.schatter, namen=[namen.get(code, code) for code in producten.namen]
    )
    return pd.DataFrame(
        {
            "coef": producten.coef,
            "se": uit.se,
            "t": producten.coef / uit.se,
            "p": uit.p,
            "ci_laag": uit.ci_laag,
            "ci_hoog": uit.ci_hoog,
            "reden": uit.reden,
        },
        index=ontwerp.X.columns,
    )
