"""The primary estimator: what every standard error, interval and p-value of the study comes from.

An edition names one estimator of the uncertainty (`inferentie.primaire_schatter`). An estimate is
clear ("aantoonbaar") when the 95% interval of that estimator excludes zero, everywhere. `infereer`
is the only place that knows how the estimators differ; a design carries its own (`Ontwerp`), so
that every regression of an edition is judged in the same way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

import numpy as np
from scipy import special

from leefbaarheid.analyse.clusterproducten import Clusterproducten
from leefbaarheid.analyse.crv import crv1, crv3, standaardfout, t_interval, t_toets, toetsbaar
from leefbaarheid.analyse.gewichten import TREKKINGEN
from leefbaarheid.analyse.trekkingen import aantal
from leefbaarheid.analyse.wild_bootstrap import Bootstrap, wild_bootstrap
from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u
from leefbaarheid.basis.oordeel import CRV1, CRV3, SCHATTERS, WCR
from leefbaarheid.basis.redenen.toetsen import ToetsReden

ALFA = 0.05
"""Level of every test that is not corrected for their number."""


@dataclass(frozen=True)
class Schatter:
    """An estimator of the uncertainty of a regression with observations clustered by gemeente.

    Attributes:
        naam: one of `SCHATTERS`: CRV1, CRV3 (see `crv`) or the wild cluster restricted bootstrap.
        trekkingen, zaad: of the bootstrap; the others draw nothing.

    Raises:
        InvoerFout: unknown estimator.
    """

    naam: str = CRV3
    trekkingen: int = TREKKINGEN
    zaad: int = 0

    def __post_init__(self) -> None:
        if self.naam not in SCHATTERS:
            raise InvoerFout(
                "deze schatter bestaat niet",
                sleutel="inferentie.primaire_schatter",
                waarde=self.naam,
                remedie=bedoelde_u(self.naam, SCHATTERS) or f"Kies uit: {', '.join(SCHATTERS)}.",
            )

    @classmethod
    def van_editie(cls, inferentie: Mapping[str, Any]) -> Self:
        """Return the primary estimator of an edition from its config block `inferentie`.

        A rule that draws nothing is not given the number of draws and the seed.
        """
        naam = inferentie["primaire_schatter"]
        if "trekkingen" not in inferentie:
            return cls(naam)
        return cls(naam, aantal(inferentie, inferentie["trekkingen"]), inferentie["zaad"])

    @property
    def met_variantie(self) -> str:
        """The estimator that gives a covariance: CRV3 for the bootstrap, which has none itself.

        For what cannot do without one: Rubin's rules and joint (Wald) tests.
        """
        return CRV3 if self.naam == WCR else self.naam


class Inferentie(NamedTuple):
    """Standard errors, p-values, 95% intervals and reasons, one element per coefficient.

    se of the bootstrap is half the width of its interval over the t quantile. A bound is infinite
    where the bootstrap cannot close the interval. What has no test is NaN, with a `reden`; the
    reason of the others is empty.
    """

    se: np.ndarray
    p: np.ndarray
    ci_laag: np.ndarray
    ci_hoog: np.ndarray
    reden: np.ndarray


def infereer(
    producten: Clusterproducten,
    schatter: Schatter,
    *,
    alfa: float = ALFA,
    namen: Sequence[str] | np.ndarray | None = None,
    boot: Bootstrap | None = None,
) -> Inferentie:
    """Return what one estimator says of every coefficient of a regression.

    CRV1 and CRV3 have t intervals with G-1 degrees of freedom.

    Args:
        producten: of the regression.
        schatter: the estimator.
        alfa: 1 - level of the intervals.
        namen: (G,) names of the clusters for the reasons; their labels by default.
        boot: the bootstrap of these products with the draws of `schatter`, where it is at hand.
    """
    p = producten
    if schatter.naam == WCR:
        return _van_bootstrap(p, schatter, alfa, boot)
    covariantie = crv1(p) if schatter.naam == CRV1 else crv3(p)
    kan = toetsbaar(p)
    se = np.where(kan, standaardfout(covariantie), np.nan)
    laag, hoog = t_interval(p.coef, se, p.df, alfa)
    reden = np.full(p.K, "", dtype=object)
    for j in np.flatnonzero(kan & np.isnan(se)):
        los = np.asarray(p.namen if namen is None else namen)[np.isnan(p.jackknife[:, j])]
        reden[j] = ToetsReden.CRV3_ONBEPAALD.met(gemeenten=", ".join(map(str, los)))
    reden[~kan] = ToetsReden.GEEN_AFWIJKINGEN.met()
    return Inferentie(se, t_toets(p.coef, se, p.df), laag, hoog, reden)


def _van_bootstrap(
    p: Clusterproducten, schatter: Schatter, alfa: float, boot: Bootstrap | None
) -> Inferentie:
    if boot is None:
        boot = wild_bootstrap(p, trekkingen=schatter.trekkingen, zaad=schatter.zaad, alfa=alfa)
    assert boot.ci_laag is not None and boot.ci_hoog is not None  # asked for
    halve = (boot.ci_hoog - boot.ci_laag) / 2
    reden = np.full(p.K, "", dtype=object)
    reden[np.isinf(halve)] = ToetsReden.WCR_ONBEGRENSD.met()
    reden[~boot.toetsbaar] = ToetsReden.GEEN_AFWIJKINGEN.met()
    se = halve / special.stdtrit(p.df, 1 - alfa / 2)
    return Inferentie(se, boot.p, boot.ci_laag, boot.ci_hoog, reden)
