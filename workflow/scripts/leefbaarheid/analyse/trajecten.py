"""Per wijk: scores, classes, change per window and the cluster of the study."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd

from leefbaarheid.analyse.klassen import klasse
from leefbaarheid.basis.begrippen import (
    CLUSTERS,
    GESTAAG_HERSTEL,
    NIET_INGEDEELD,
    SUCCES,
    TERUGVAL,
    VROEGSIGNALERING,
    ZONDER_CLUSTER,
)

Venster = tuple[int, int]


@dataclass(frozen=True)
class Clusterregel:
    """Numbers of the rule that turns state and development into a cluster (DOMAIN.md section 1).

    # AANNAME: de clusters volgen een regel in getallen, die de woorden van de studie uit 2017
    #   vertaalt.
    #   Waarom: de regel die RIGO toen gebruikte, is niet openbaar.
    #   Gevolg: met een andere marge of een andere grens voor voldoende komen wijken in een ander
    #   cluster; hoeveel, is geteld. Groepen die zonder regel uit de scores volgen, staan ernaast.
    #   Onderwerp: score. Zie: leefbaarheidsontwikkeling, Clusters en hun gevoeligheid;
    #   sec-rob-trajecten.
    # AANNAME: een verandering van hoogstens de marge telt als stagnatie.
    #   Waarom: elke score is een schatting met een fout, en de studie uit 2017 maakte haar marge
    #   niet openbaar.
    #   Gevolg: met een grotere marge stagneren meer wijken, en stijgen en dalen er minder. De marge
    #   staat naast de meetfout en naast de gebruikelijke verandering, en de clusters zijn met
    #   andere marges nagerekend.
    #   Onderwerp: score. Zie: leefbaarheidsontwikkeling, Perioden, marge en weging;
    #   leefbaarheidsontwikkeling, Clusters en hun gevoeligheid; sec-rob-meetfout.

    Attributes:
        langjaar: year the long development starts in (2008).
        crisisjaar: year the later development starts in (2012).
        eindjaar: year of the current state.
        delta: tolerance in score points; a change of at most delta counts as stagnation.
        voldoende_vanaf_klasse: lowest class (1-9) that counts as sufficient.
    """

    langjaar: int
    crisisjaar: int
    eindjaar: int
    delta: float
    voldoende_vanaf_klasse: int


def bepaal_cluster(
    k: pd.Series, d_lang: pd.Series, d_crisis: pd.Series, delta: float, voldoende_vanaf_klasse: int
) -> pd.Series:
    """Return the cluster of each wijk, or missing where a score it needs is missing.

    Args:
        k: class 1-9 in the end year.
        d_lang: change from the long year to the end year (score points).
        d_crisis: change from the crisis year to the end year (score points).
        delta: tolerance in score points.
        voldoende_vanaf_klasse: lowest class that counts as sufficient.

    The rule is DOMAIN.md section 1; whatever it does not describe is "niet ingedeeld", so that
    no wijk is absorbed silently.
    """
    bekend = (k.notna() & d_lang.notna() & d_crisis.notna()).to_numpy()
    # rounding: a change of exactly delta must not depend on the last binary digit
    lang = d_lang.round(9).to_numpy(dtype=float)
    crisis = d_crisis.round(9).to_numpy(dtype=float)
    hoog = k.fillna(0).to_numpy(dtype=int) >= voldoende_vanaf_klasse
    uit = np.select(
        [
            hoog & (lang > delta) & (crisis > delta),
            hoog,
            ~hoog & (lang > delta) & (crisis >= -delta),
            ~hoog & (crisis < -delta),
        ],
        [SUCCES, VROEGSIGNALERING, GESTAAG_HERSTEL, TERUGVAL],
        default=NIET_INGEDEELD,
    )
    return pd.Series(uit, index=k.index, dtype="object").where(bekend, None)


def _cluster_volgens(wijken: pd.DataFrame, regel: Clusterregel) -> pd.Series:
    eind = wijken[f"lbm_{regel.eindjaar}"]
    return bepaal_cluster(
        wijken[f"klasse_{regel.eindjaar}"],
        eind - wijken[f"lbm_{regel.langjaar}"],
        eind - wijken[f"lbm_{regel.crisisjaar}"],
        regel.delta,
        regel.voldoende_vanaf_klasse,
    )


def maak_wijkentabel(
    wijken: pd.DataFrame,
    panel: pd.DataFrame,
    jaren: Sequence[int],
    vensters: Iterable[Venster],
    grenzen: Sequence[float],
    regel: Clusterregel,
) -> pd.DataFrame:
    """Return the table `wijken`: one row per wijk with inhabitants and at least one score.

    Args:
        wijken: attributes per wijk (wk_code, gm_code, inwoners, in_selectie, ...).
        panel: scores per wijk and year (wk_code, jaar, lbm).
        jaren: measurement years of the edition.
        vensters: pairs (van, tot) for which the change is wanted.
        grenzen: class cut points.
        regel: the cluster rule.
    """
    breed = panel.pivot(index="wk_code", columns="jaar", values="lbm").reindex(columns=list(jaren))
    met_score = breed.dropna(how="all")
    tabel = wijken[wijken["inwoners"].gt(0) & wijken["wk_code"].isin(met_score.index)]
    tabel = tabel.sort_values("wk_code").reset_index(drop=True)
    scores = breed.reindex(tabel["wk_code"]).reset_index(drop=True)
    nieuw = {f"lbm_{jaar}": scores[jaar] for jaar in jaren}
    nieuw |= {f"klasse_{jaar}": klasse(scores[jaar], grenzen) for jaar in jaren}
    nieuw |= {f"delta_{van}_{tot}": scores[tot] - scores[van] for van, tot in sorted(set(vensters))}
    tabel = pd.concat([tabel, pd.DataFrame(nieuw)], axis=1)
    tabel["cluster"] = _cluster_volgens(tabel, regel)
    return tabel


def vat_clusters_samen(selectie: pd.DataFrame, jaren: Sequence[int]) -> pd.DataFrame:
    """Return the table `clusters`: size, inhabitants and mean score per cluster of the selection.

    Wijken without a cluster (a score is missing) are a row of their own, `ZONDER_CLUSTER`, only
    when there are any, so that the sizes always add up to the selection.
    """
    groep = selectie["cluster"].fillna(ZONDER_CLUSTER)
    namen = [*CLUSTERS, *([ZONDER_CLUSTER] if groep.eq(ZONDER_CLUSTER).any() else [])]
    rijen = []
    for naam in namen:
        deel = selectie[groep == naam]
        rijen.append(
            {
                "cluster": naam,
                "n_wijken": len(deel),
                "n_inwoners": deel["inwoners"].sum(),
                "aandeel_wijken": len(deel) / len(selectie),
                "aandeel_inwoners": deel["inwoners"].sum() / selectie["inwoners"].sum(),
                **{f"lbm_{jaar}": deel[f"lbm_{jaar}"].mean() for jaar in jaren},
            }
        )
    return pd.DataFrame(rijen)


def gevoeligheid_clusters(
    selectie: pd.DataFrame,
    regel: Clusterregel,
    deltas: Sequence[float],
    klassen: Sequence[int],
) -> pd.DataFrame:
    """Return cluster sizes for every combination of tolerance and class cut.

    Columns: delta, voldoende_vanaf_klasse, cluster, n_wijken, aandeel_wijken, basis (the edition's
    own rule, which is always among the combinations).
    """
    combinaties = sorted({*product(deltas, klassen), (regel.delta, regel.voldoende_vanaf_klasse)})
    rijen = []
    for delta, vanaf in combinaties:
        variant = Clusterregel(regel.langjaar, regel.crisisjaar, regel.eindjaar, delta, vanaf)
        aantallen = _cluster_volgens(selectie, variant).value_counts()
        rijen += [
            {
                "delta": delta,
                "voldoende_vanaf_klasse": vanaf,
                "cluster": naam,
                "n_wijken": int(aantallen.get(naam, 0)),
                "aandeel_wijken": aantallen.get(naam, 0) / len(selectie),
                "basis": (delta, vanaf) == (regel.delta, regel.voldoende_vanaf_klasse),
            }
            for naam in CLUSTERS
        ]
    return pd.DataFrame(rijen)
