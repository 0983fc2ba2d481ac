"""Experiments of `tests/validatie.py` that need no data: simulated editions, drawn factors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pandas as pd

from leefbaarheid.analyse.clusterproducten import Clusterproducten, clusterproducten
from leefbaarheid.analyse.crv import crv1, crv3, standaardfout, t_interval, t_toets
from leefbaarheid.analyse.ontwerp import koppel, maak_ontwerp
from leefbaarheid.analyse.wild_bootstrap import wild_bootstrap
from leefbaarheid.toetsen.kracht import minimaal_aantoonbaar
from leefbaarheid.voorbeeld.simulatie import VoorbeeldData, simuleer
from leefbaarheid.voorbeeld.voorbeeld import GEEN_EFFECT, Parameters
from leefbaarheid.voorbeeld.waarheid import ware_effecten

TREKKINGEN, ZAAD = 9_999, 20170307
# Windows without a step in common: given the score at the start, their errors are independent.
VENSTERS = [(2002, 2008), (2012, 2014), (2014, 2022)]
PARAMETERS = Parameters()
FACTOREN = [factor.naam for factor in PARAMETERS.factoren]
LABELS = {factor.naam: factor.label for factor in PARAMETERS.factoren}
NULPARAMETERS = replace(
    PARAMETERS,
    factoren=tuple(replace(f, effect=GEEN_EFFECT) for f in PARAMETERS.factoren),
)
# Wijken per gemeente among the 119 complete cases of the selection in the edition
# leefbaarometer-3.0, ANCOVA 2012-2014.
ECHTE_GEMEENTEN = np.array([27, 8, 7, 6, 6, 5, 5, 4, 4, 3, 3, 3, 3, *[2] * 12, *[1] * 11])
# Share of the variance between gemeenten of each factor of `trek_nul`, and of the errors: what the
# main model of that edition has.
AANDEEL_TUSSEN = {
    "beginscore": 0.15,
    "factor per gemeente": 1.0,
    "half tussen gemeenten": 0.5,
    "vooral binnen gemeenten": 0.2,
    "alleen binnen gemeenten": 0.0,
    "scheef verdeeld": 0.3,
}
AANDEEL_TUSSEN_FOUT = 0.31


def wijken_van(data: VoorbeeldData) -> pd.DataFrame:
    """Return what tabellen/wijken.csv has of this edition."""
    scores = data.leefbaarometer.pivot(index="wk_code", columns="jaar", values="lbm")
    tabel = data.context[["wk_code", "gm_code", "gm_naam"]].merge(
        scores.add_prefix("lbm_").reset_index(), on="wk_code"
    )
    return tabel.assign(in_selectie=tabel["wk_code"].isin(data.selectie["wk_code"]))


def producten_van(data: VoorbeeldData, van: int, tot: int) -> Clusterproducten:
    """Return the ANCOVA regression on the selection of one edition and window."""
    o = maak_ontwerp(
        koppel(wijken_van(data), data.context, FACTOREN),
        FACTOREN,
        van=van,
        tot=tot,
        model="ancova",
        steekproef="selectie",
        basisjaar=2002,
    )
    return clusterproducten(o.X.to_numpy(), o.y.to_numpy(), o.gemeente.to_numpy())


def dekking(zaden: Iterable[int], trekkingen: int = TREKKINGEN) -> pd.DataFrame:
    """Return per edition, window, factor and estimator whether the interval holds the truth.

    Columns: editie, venster, term, schatter, gedekt (bool), breedte (of the interval, as a ratio to
    that of CRV1).
    """
    delen = []
    for zaad in zaden:
        data = simuleer(PARAMETERS, zaad)
        for van, tot in VENSTERS:
            p = producten_van(data, van, tot)
            waar = np.array(list(ware_effecten(PARAMETERS, van, tot).values()))
            termen = np.arange(2, p.K)  # the factors come after constante and beginscore
            boot = wild_bootstrap(p, trekkingen=trekkingen, zaad=zaad, termen=termen)
            grenzen = {
                s: t_interval(p.coef[termen], standaardfout(v)[termen], p.df)
                for s, v in (("crv1", crv1(p)), ("crv3", crv3(p)))
            } | {"wcr": (boot.ci_laag, boot.ci_hoog)}
            norm = grenzen["crv1"][1] - grenzen["crv1"][0]
            delen += [
                pd.DataFrame(
                    {
                        "editie": zaad,
                        "venster": f"{van}-{tot}",
                        "term": FACTOREN,
                        "schatter": schatter,
                        "gedekt": (laag <= waar) & (waar <= hoog),
                        "breedte": (hoog - laag) / norm,
                    }
                )
                for schatter, (laag, hoog) in grenzen.items()
            ]
    return pd.concat(delen, ignore_index=True)


def _p_waarden(p: Clusterproducten, termen: np.ndarray, trekkingen: int, zaad: int) -> dict:
    """Return the p-values of no effect per estimator."""
    uit = {
        s: t_toets(p.coef[termen], standaardfout(v)[termen], p.df)
        for s, v in (("crv1", crv1(p)), ("crv3", crv3(p)))
    }
    boot = wild_bootstrap(p, trekkingen=trekkingen, zaad=zaad, termen=termen, interval=False)
    return uit | {"wcr": boot.p}


def _verworpen(editie: int, termen: list[str], p_waarden: dict) -> pd.DataFrame:
    return pd.concat(
        pd.DataFrame({"editie": editie, "term": termen, "schatter": s, "verworpen": p <= 0.05})
        for s, p in p_waarden.items()
    )


def grootte_voorbeeld(zaden: Iterable[int], trekkingen: int = TREKKINGEN) -> pd.DataFrame:
    """Return per edition without effects, factor and estimator whether the null is rejected.

    Columns: editie, venster, term, schatter, verworpen (bool, at 5 %).
    """
    delen = []
    for zaad in zaden:
        data = simuleer(NULPARAMETERS, zaad)
        for van, tot in VENSTERS:
            p = producten_van(data, van, tot)
            p_waarden = _p_waarden(p, np.arange(2, p.K), trekkingen, zaad)
            delen.append(_verworpen(zaad, FACTOREN, p_waarden).assign(venster=f"{van}-{tot}"))
    return pd.concat(delen, ignore_index=True)


def trek_nul(zaad: int) -> Clusterproducten:
    """Return a regression without effects on `ECHTE_GEMEENTEN`, regressors `AANDEEL_TUSSEN`."""
    rng = np.random.default_rng([ZAAD, zaad])
    gemeente = np.repeat(np.arange(len(ECHTE_GEMEENTEN)), ECHTE_GEMEENTEN)
    n = len(gemeente)

    def trek(tussen: float) -> np.ndarray:
        z_gemeente, z = rng.standard_normal(len(ECHTE_GEMEENTEN))[gemeente], rng.standard_normal(n)
        return np.sqrt(tussen) * z_gemeente + np.sqrt(1 - tussen) * z

    Z = np.column_stack([trek(a) for a in AANDEEL_TUSSEN.values()])
    Z[:, -1] = np.exp(Z[:, -1])
    y = 0.9 * Z[:, 0] + trek(AANDEEL_TUSSEN_FOUT)
    return clusterproducten(np.column_stack([np.ones(n), Z]), y, gemeente)


def grootte_echt(zaden: Iterable[int], trekkingen: int = TREKKINGEN) -> pd.DataFrame:
    """Return the rejections as `grootte_voorbeeld` does, for the real gemeente sizes."""
    termen = list(AANDEEL_TUSSEN)[1:]
    delen = []
    for zaad in zaden:
        p = trek_nul(zaad)
        p_waarden = _p_waarden(p, np.arange(2, p.K), trekkingen, zaad)
        delen.append(_verworpen(zaad, termen, p_waarden))
    return pd.concat(delen, ignore_index=True)


def kracht_echt(zaden: Iterable[int]) -> pd.DataFrame:
    """Return per regression and factor whether CRV3 finds an effect of the minimal detectable size.

    That size is the mean over the regressions of `minimaal_aantoonbaar` with G - 1 degrees of
    freedom. Adding an effect to y adds it to the coefficient and leaves the standard error.
    Columns: editie, term, gevonden (bool), mde.
    """
    zaden, termen = list(zaden), list(AANDEEL_TUSSEN)[1:]
    producten = [trek_nul(zaad) for zaad in zaden]
    df = producten[0].df
    coef = np.stack([p.coef[2:] for p in producten])
    se = np.stack([standaardfout(crv3(p))[2:] for p in producten])
    effect = minimaal_aantoonbaar(se, df).mean(axis=0)
    gevonden = t_toets(coef + effect, se, df) <= 0.05
    delen = [
        pd.DataFrame({"editie": zaad, "term": termen, "gevonden": rij, "mde": effect})
        for zaad, rij in zip(zaden, gevonden, strict=True)
    ]
    return pd.concat(delen, ignore_index=True)
