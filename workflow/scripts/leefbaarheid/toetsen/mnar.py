"""Missing data that imputation cannot see: the filled-in values of a factor shifted.

Multiple imputation supposes that a missing value is like those of wijken that resemble it (missing
at random). Where values are missing because of what they are, the true ones lie higher or lower.
That cannot be seen in the data; what can be seen is how far they would have to lie off to change a
conclusion. Delta adjustment (Rubin 1987, Multiple Imputation for Nonresponse in Surveys, chapter 6;
van Buuren 2018, Flexible Imputation of Missing Data, section 9.2): in every imputation the values
filled in for one factor are moved by the same number of standard deviations, the regression is
estimated again, and the results are pooled with Rubin's rules. The shift comes after imputing: the
other factors keep the values they were filled in with.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from leefbaarheid.analyse.clusterproducten import clusterproducten
from leefbaarheid.analyse.ontwerp import Ontwerp
from leefbaarheid.analyse.schatter import infereer
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.toetsen.ontwerpen import ALFA, KENMERKEN, kenmerken
from leefbaarheid.toetsen.rubin import rubin

# AANNAME: ontbrekende waarden kunnen gemiddeld een halve standaarddeviatie hoger of lager liggen
#   dan wat is ingevuld.
#   Waarom: hoe ver zij afliggen, is aan de gegevens niet te zien; een halve standaarddeviatie is
#   een flink verschil.
#   Gevolg: liggen zij nog verder af, dan kan de conclusie bij meer factoren veranderen; de tabel
#   geeft de schatting bij elke stap.
#   Onderwerp: modellen. Als: controle mnar. Zie: sec-rob-ontbrekend.
DELTAS = (-0.5, -0.25, 0.0, 0.25, 0.5)

KOLOMMEN = [
    *(*KENMERKEN, "verschoven", "delta", "term", "label", "coef_sd", "ci_sd_laag", "ci_sd_hoog"),
    *("p", "sd_factor", "n", "n_verschoven", "n_gemeenten", "imputaties", "anders", "reden"),
]


def verschuif(
    ontwerpen: Sequence[Ontwerp],
    gaten: pd.DataFrame,
    sd: pd.Series[float],
    labels: Mapping[str, str],
    deltas: Sequence[float] = DELTAS,
) -> pd.DataFrame:
    """Return the pooled estimates of every factor after every shift of every incomplete factor.

    Args:
        ontwerpen: one regression per imputation, of the same wijken.
        gaten: per wijk (index) and factor (column) whether its value was filled in.
        sd: term -> standard deviation; the unit of a shift and of the estimates.
        labels: factor -> label.
        deltas: shifts in standard deviations of the factor; 0 among them.

    Returns:
        `KOLOMMEN`, one row per shifted factor (`verschoven`), shift (`delta`) and factor (`term`);
        `anders` tells that sign or clearness is not that without a shift. A factor of which nothing
        was filled in has one row, with a `reden`.
    """
    factoren = ontwerpen[0].factoren
    zonder = _gepoold(ontwerpen, sd)
    delen = []
    for verschoven in factoren:
        gat = gaten[verschoven].reindex(ontwerpen[0].y.index)
        if not gat.any():
            delen.append(_niets(verschoven, labels))
            continue
        for delta in deltas:
            stap = (delta * sd[verschoven] * gat.astype(float)).rename(verschoven)
            deel = zonder if delta == 0 else _gepoold(ontwerpen, sd, stap)
            deel = deel.assign(
                verschoven=verschoven,
                delta=float(delta),
                label=[labels.get(term, term) for term in deel["term"]],
                n_verschoven=int(gat.sum()),
                anders=_anders(deel, zonder),
            )
            delen.append(deel)
    uit = pd.concat(delen, ignore_index=True).assign(**kenmerken(ontwerpen[0]))
    gehelen = ("n", "n_verschoven", "n_gemeenten", "imputaties")
    return uit.reindex(columns=KOLOMMEN).astype(
        dict.fromkeys(gehelen, "Int64") | {"anders": "boolean"}
    )


def niet_gedaan(
    redenen: Mapping[str, str], labels: Mapping[str, str], vast: Mapping[str, Any]
) -> pd.DataFrame:
    """Return a row per factor with the reason why nothing was shifted.

    Args:
        redenen: factor -> reason code.
        labels: factor -> label.
        vast: values of van, tot, model and steekproef.
    """
    delen = [_niets(factor, labels, reden) for factor, reden in redenen.items()]
    leeg = pd.DataFrame(columns=KOLOMMEN)
    uit = pd.concat([leeg, *delen], ignore_index=True) if delen else leeg
    return uit.assign(**vast, uitkomst=f"{vast['van']}-{vast['tot']}")[KOLOMMEN]


def _niets(
    factor: str, labels: Mapping[str, str], reden: str = ToetsReden.NIETS_ONTBREEKT.met()
) -> pd.DataFrame:
    rij = {"verschoven": factor, "delta": 0.0, "term": factor, "label": labels.get(factor, factor)}
    return pd.DataFrame([rij | {"reden": reden}])


def _gepoold(
    ontwerpen: Sequence[Ontwerp],
    sd: pd.Series[float],
    stap: pd.Series[float] | None = None,
) -> pd.DataFrame:
    """Return the pooled estimates of the factors, per standard deviation.

    Args:
        ontwerpen, sd: see `verschuif`.
        stap: per wijk by how much a factor is shifted, in its units; the factor is its name.
    """
    eerste = ontwerpen[0]
    coefs, varianties = [], []
    for ontwerp in ontwerpen:
        X = ontwerp.X.copy()
        if stap is not None:
            X[stap.name] += stap
        producten = clusterproducten(
            X.to_numpy(), ontwerp.y.to_numpy(), ontwerp.gemeente.to_numpy()
        )
        uit = infereer(producten, ontwerp.schatter)
        coefs.append(producten.coef)
        varianties.append(uit.se**2)
    n_gemeenten = eerste.gemeente.nunique()
    pool = rubin(np.array(coefs), np.array(varianties), n_gemeenten - 1)
    pool = pool.set_axis(eerste.X.columns).loc[eerste.factoren]
    maat = np.array([sd[term] for term in eerste.factoren])
    return pd.DataFrame(
        {
            "term": eerste.factoren,
            "coef_sd": pool["coef"].to_numpy() * maat,
            "ci_sd_laag": pool["ci_laag"].to_numpy() * maat,
            "ci_sd_hoog": pool["ci_hoog"].to_numpy() * maat,
            "p": pool["p"].to_numpy(),
            "sd_factor": maat,
            "n": len(eerste.y),
            "n_gemeenten": n_gemeenten,
            "imputaties": len(ontwerpen),
            "reden": np.where(pool["p"].isna(), ToetsReden.NIET_ZONDER_ELKE_GEMEENTE.met(), ""),
        }
    )


def _anders(deel: pd.DataFrame, zonder: pd.DataFrame) -> pd.Series:
    """Tell per factor whether sign or clearness is another than without a shift."""
    nu, eerst = (
        np.sign(x["coef_sd"]).where(x["p"] < ALFA, 0).where(x["p"].notna()) for x in (deel, zonder)
    )
    anders: pd.Series = (nu != eerst).astype("boolean").where(nu.notna() & eerst.notna())
    return anders
