"""Standard errors that let nearby wijken depend on one another (Conley 1999)."""

from __future__ import annotations

import numpy as np
import pandas as pd

from leefbaarheid.analyse.ontwerp import Ontwerp
from leefbaarheid.analyse.regressie import schat
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import CONSTANTE
from leefbaarheid.toetsen.ontwerpen import beperk
from leefbaarheid.toetsen.ruimte import (
    conley_covariantie,
)
from leefbaarheid.toetsen.schatting import Schatting, in_een_gemeente
from leefbaarheid.toetsen.uitkomst import GeenUitkomst


def coordinaten(wijken: pd.DataFrame) -> pd.DataFrame | None:
    """Return x and y (m RD) with wk_code as index, or None where the table has no coordinates.

    Args:
        wijken: a table with wk_code and perhaps x and y; a wijk may lack them.
    """
    if not {"x", "y"} <= set(wijken.columns):
        return None
    xy = wijken.set_index("wk_code")[["x", "y"]].astype(float)
    return xy if xy.notna().all(axis=1).any() else None


def plaatsen(ontwerp: Ontwerp, xy: pd.DataFrame | None) -> pd.DataFrame:
    """Return x and y of the wijken of a design that have both, in the order of the design."""
    if xy is None:
        return pd.DataFrame(columns=["x", "y"], dtype=float)
    return xy[["x", "y"]].reindex(ontwerp.y.index).dropna()


def schat_conley(ontwerp: Ontwerp, xy: pd.DataFrame | None, afstand_km: float) -> Schatting:
    """Return the regression with spatial standard errors, for the wijken that have coordinates.

    Args:
        ontwerp: the design.
        xy: x and y in m RD by wk_code (see `coordinaten`), or None.
        afstand_km: distance at which the dependence has run down to zero (Bartlett kernel).

    Raises:
        GeenUitkomst: no coordinates.
        InvoerFout: too few wijken have them (see `controleer_ontwerp`).
    """
    punten = plaatsen(ontwerp, xy)
    if punten.empty:
        raise GeenUitkomst(ToetsReden.GEEN_COORDINATEN.met())
    deel = beperk(ontwerp, punten.index)
    uitslag = schat(deel)
    covariantie = conley_covariantie(
        deel.X.to_numpy(), uitslag.residuen.to_numpy(), punten.to_numpy(), afstand_km
    )
    variantie = np.diag(covariantie)
    se = pd.Series(np.sqrt(np.where(variantie > 0, variantie, np.nan)), index=deel.X.columns)
    se = se.drop(CONSTANTE)
    reden = dict.fromkeys(se.index[se.isna()], ToetsReden.RUIMTELIJKE_VARIANTIE.met())
    return Schatting(
        coef=uitslag.tabel["coef"].drop(CONSTANTE),
        se=se,
        n=len(deel.y),
        n_gemeenten=deel.gemeente.nunique(),
        reden=reden | in_een_gemeente(deel.regressoren, deel.gemeente),
        toelichting={"": ToetsReden.RUIMTELIJKE_AFKAP.met(km=afstand_km)},
    )
