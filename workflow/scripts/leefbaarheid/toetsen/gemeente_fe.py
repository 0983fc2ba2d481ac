"""Only differences within gemeenten: a constant per gemeente (the within estimator)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from leefbaarheid.analyse.ontwerp import Ontwerp
from leefbaarheid.analyse.regressie import MIN_GEMEENTEN, schat
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import CONSTANTE
from leefbaarheid.toetsen.ontwerpen import beperk
from leefbaarheid.toetsen.schatting import Schatting, in_een_gemeente, van_uitslag
from leefbaarheid.toetsen.uitkomst import GeenUitkomst

# Below this share of its variance within gemeenten a factor varies between gemeenten only.
GEEN_VARIATIE = 1e-10


def aandeel_binnen(ontwerp: Ontwerp) -> pd.Series:
    """Return per regressor the share (0-1) of its variation that lies within gemeenten."""
    Z = ontwerp.regressoren
    binnen = Z - Z.groupby(ontwerp.gemeente).transform("mean")
    return (binnen**2).sum() / ((Z - Z.mean()) ** 2).sum()


def schat_gemeente_fe(ontwerp: Ontwerp, weinig: float) -> Schatting:
    """Return the within estimator: a constant per gemeente, with the primary estimator.

    Computed as the regression of deviations from the gemeente mean, plus the overall mean so that
    `regressie.schat` has its constant. Leaving a gemeente out of it is leaving it out of the model
    with effects, so CRV3 is exact; CRV1 counts one constant, G/(G-1) x (n-1)/(n-K-1) with K slopes,
    as in fixest and pyfixest for effects nested in the clusters. n and G are without singletons.

    Args:
        ontwerp: the design.
        weinig: share of its variation within gemeenten (0-1) below which a term gets a remark.

    Raises:
        GeenUitkomst: fewer than `MIN_GEMEENTEN` gemeenten have two wijken or more; no regressor
            varies within gemeenten.
        InvoerFout: what `regressie.schat` raises.
    """
    binnen = aandeel_binnen(ontwerp)
    vast = list(binnen.index[binnen < GEEN_VARIATIE])
    meer = ontwerp.gemeente.groupby(ontwerp.gemeente).transform("size") > 1
    verschil = _verschil_met_gemeente(beperk(ontwerp, meer), vast)
    tabel = schat(verschil).tabel
    reden = dict.fromkeys(vast, ToetsReden.FACTOR_ALLEEN_TUSSEN_GEMEENTEN.met())
    reden |= in_een_gemeente(
        verschil.regressoren, verschil.gemeente, ToetsReden.VARIATIE_IN_EEN_GEMEENTE
    )
    weinig_binnen = {
        term: ToetsReden.WEINIG_VARIATIE_BINNEN.met(aandeel=binnen[term])
        for term in verschil.regressoren.columns
        if binnen[term] < weinig
    }
    termen = ontwerp.regressoren.columns
    return van_uitslag(tabel.reindex(termen), verschil, reden, weinig_binnen)


def _verschil_met_gemeente(kern: Ontwerp, vast: Sequence[str]) -> Ontwerp:
    """Return the design in deviations from the gemeente mean, plus the overall mean.

    Args:
        kern: the wijken of gemeenten with two wijken or more.
        vast: the regressors without variation within gemeenten; they go.
    """
    n_gemeenten = kern.gemeente.nunique()
    if n_gemeenten < MIN_GEMEENTEN:
        raise GeenUitkomst(
            ToetsReden.TE_WEINIG_GEMEENTEN_MET_TWEE.met(n=n_gemeenten, minimum=MIN_GEMEENTEN)
        )
    X = kern.X.drop(columns=vast)
    if list(X.columns) == [CONSTANTE]:
        raise GeenUitkomst(ToetsReden.GEEN_FACTOR_BINNEN.met())
    return replace(
        kern,
        y=kern.y - kern.y.groupby(kern.gemeente).transform("mean") + kern.y.mean(),
        X=X - X.groupby(kern.gemeente).transform("mean") + X.mean(),
    )
