"""The checks on the regressions, put together: which regression gets which check, in one place.

Every check is a module of its own; here they are called for the regressions of an edition. A check
that is switched off gives a table with one row that says so, so that nothing disappears silently.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from leefbaarheid.analyse.ontwerp import Ontwerp, koppel, maak_ontwerp
from leefbaarheid.toetsen import (
    afhankelijkheid,
    circulariteit,
    clusterinferentie,
    conley,
    imputatievergelijking,
    invloed,
    kracht,
    lord,
    meervoudig_toetsen,
    moran,
    uitval,
    varianten,
    vorm,
)
from leefbaarheid.toetsen.trekkingen import aantal, uit

Tabellen = dict[str, pd.DataFrame]


@dataclass(frozen=True)
class Opzet:
    """What every check needs.

    Attributes:
        wijken: result table `wijken`.
        context, codeboek, panel: tables of the data stage.
        regressie: result table `regressie`.
        factoren: names of the factors.
        basisjaar: year of the pre-selection baseline.
        instelling: the config block `regressie`.
        inferentie: the config block `inferentie`.
    """

    wijken: pd.DataFrame
    context: pd.DataFrame
    codeboek: pd.DataFrame
    panel: pd.DataFrame
    regressie: pd.DataFrame
    factoren: Sequence[str]
    basisjaar: int
    instelling: Mapping[str, Any]
    inferentie: Mapping[str, Any]

    @cached_property
    def tabel(self) -> pd.DataFrame:
        """Scores, gemeenten and factors per wijk."""
        return koppel(self.wijken, self.context, self.factoren)

    @cached_property
    def labels(self) -> dict[str, str]:
        """Factor -> label."""
        return dict(zip(self.codeboek["factor"], self.codeboek["label"], strict=True))

    def ontwerp(self, venster: Sequence[int], model: str, steekproef: str) -> Ontwerp:
        """Return the complete cases of one regression."""
        van, tot = venster
        return maak_ontwerp(
            self.tabel,
            self.factoren,
            van=van,
            tot=tot,
            model=model,
            steekproef=steekproef,
            basisjaar=self.basisjaar,
        )


def hoofdmodellen(opzet: Opzet) -> list[Ontwerp]:
    """Return the main model form for every window and sample."""
    return [
        opzet.ontwerp(venster, opzet.instelling["hoofdmodel"], steekproef)
        for venster in opzet.instelling["vensters"]
        for steekproef in opzet.instelling["steekproeven"]
    ]


def hoofdontwerp(opzet: Opzet) -> Ontwerp:
    """Return the regression the hoofdrapport shows."""
    instelling = opzet.instelling
    return opzet.ontwerp(instelling["hoofdvenster"], instelling["hoofdmodel"], "selectie")


def toets_clusters(opzet: Opzet) -> Tabellen:
    """Few and unequal gemeenten: CRV1, CRV3, wild bootstrap, and the minimal detectable effect."""
    tabel = pd.concat(
        [
            clusterinferentie.clustertabel(
                ontwerp,
                trekkingen=aantal(opzet.inferentie, opzet.inferentie["trekkingen"]),
                zaad=opzet.inferentie["zaad"],
                primair=opzet.inferentie["primaire_schatter"],
            )
            for ontwerp in hoofdmodellen(opzet)
        ],
        ignore_index=True,
    )
    return {
        "robuustheid_clusters": tabel,
        "robuustheid_aantoonbaar": kracht.mde_tabel(tabel),
    }


def toets_afhankelijkheid(opzet: Opzet) -> Tabellen:
    """Gemeente effects, random intercept, Moran's I and Conley for the main models."""
    xy = conley.coordinaten(opzet.wijken)
    ontwerpen = hoofdmodellen(opzet)
    tabel = pd.concat(
        [afhankelijkheid.afhankelijkheidstabel(o, xy, labels=opzet.labels) for o in ontwerpen],
        ignore_index=True,
    )
    buren = moran.moran_tabel(
        ontwerpen,
        xy,
        zaad=opzet.inferentie["zaad"],
        permutaties=aantal(opzet.inferentie, opzet.inferentie["permutaties"]),
    )
    return {
        "robuustheid_afhankelijkheid": tabel,
        "robuustheid_moran": buren,
        "robuustheid_afhankelijkheid_oordeel": afhankelijkheid.vergelijk_varianten(tabel, buren),
    }


def toets_lord(opzet: Opzet) -> Tabellen:
    """The three model forms side by side."""
    return {"robuustheid_lord": lord.lord_tabel(opzet.regressie)}


def toets_circulariteit(opzet: Opzet, vensters: Sequence[Sequence[int]]) -> Tabellen:
    """Outcomes per dimension, and the total without the dimension a factor feeds."""
    voedt = opzet.inferentie["dimensie_van_factor"]
    tabel = circulariteit.circulariteitstabel(
        opzet.tabel,
        opzet.panel,
        opzet.factoren,
        vensters=vensters,
        dimensie_van_factor=voedt,
        steekproeven=["selectie"],
        modellen=("verandering", "ancova"),
        labels=opzet.labels,
    )
    return {
        "robuustheid_circulariteit": tabel,
        "robuustheid_circulariteit_oordeel": circulariteit.circulariteit_samenvatting(tabel, voedt),
    }


def toets_meervoudig(opzet: Opzet, clusters: pd.DataFrame | None) -> Tabellen:
    """Holm for the primary family, Benjamini-Hochberg for the rest.

    Args:
        opzet: the edition.
        clusters: result of `toets_clusters`, or None when that check is off; then the p-values of
            the regression table serve the primary family too.
    """
    sleutels = ["uitkomst", "model", "steekproef", "term"]
    regressie, p_primair = opzet.regressie, "p"
    if clusters is not None:
        p_primair = "p_primair"
        eigen = clusters[[*sleutels, "p"]].rename(columns={"p": p_primair})
        regressie = regressie.merge(eigen, on=sleutels, how="left")
    return {
        "robuustheid_toetsen": meervoudig_toetsen.toets_families(
            regressie,
            primaire_factoren=opzet.inferentie["primaire_factoren"],
            hoofdvenster=opzet.instelling["hoofdvenster"],
            hoofdmodel=opzet.instelling["hoofdmodel"],
            p_primair=p_primair,
        )
    }


def toets_invloed(opzet: Opzet) -> Tabellen:
    """Influential wijken, other estimators and the form of the main regression."""
    ontwerp, tabel, codeboek = hoofdontwerp(opzet), opzet.tabel, opzet.codeboek
    return {
        "robuustheid_invloed": invloed.invloedrijke_wijken(ontwerp, tabel, codeboek),
        "robuustheid_varianten": varianten.schat_varianten(ontwerp, tabel, codeboek),
        "robuustheid_vorm": vorm.toets_vorm(ontwerp),
        "robuustheid_partieel": vorm.partiele_residuen(ontwerp, tabel, codeboek),
        "robuustheid_punten": invloed.punten(ontwerp, tabel),
    }


def toets_ontbrekend(opzet: Opzet) -> Tabellen:
    """The pattern of missing values, and complete cases against multiple imputation."""
    van, tot = opzet.instelling["hoofdvenster"]
    tabel, codeboek = opzet.tabel, opzet.codeboek
    patronen, verschillen, schattingen, ingevuld = [], [], [], []
    for steekproef in opzet.instelling["steekproeven"]:
        patronen.append(uitval.patroon(tabel, opzet.factoren, steekproef))
        verschillen.append(
            uitval.samenhang_met_score(
                tabel, opzet.factoren, van=van, tot=tot, steekproef=steekproef, codeboek=codeboek
            )
        )
        schatting, waarden = imputatievergelijking.vergelijk(
            tabel,
            opzet.factoren,
            codeboek,
            van=van,
            tot=tot,
            model=opzet.instelling["hoofdmodel"],
            steekproef=steekproef,
            basisjaar=opzet.basisjaar,
            imputaties=opzet.inferentie["imputaties"],
            zaad=opzet.inferentie["zaad"],
        )
        schattingen.append(schatting)
        ingevuld.append(waarden)
    delen = {
        "robuustheid_patroon": patronen,
        "robuustheid_uitval": verschillen,
        "robuustheid_imputatie": schattingen,
        "robuustheid_ingevuld": ingevuld,
    }
    return {naam: pd.concat(lijst, ignore_index=True) for naam, lijst in delen.items()}


TABELLEN = {
    "clusters": ("robuustheid_clusters", "robuustheid_aantoonbaar"),
    "afhankelijkheid": (
        "robuustheid_afhankelijkheid",
        "robuustheid_moran",
        "robuustheid_afhankelijkheid_oordeel",
    ),
    "lord": ("robuustheid_lord",),
    "circulariteit": ("robuustheid_circulariteit", "robuustheid_circulariteit_oordeel"),
    "meervoudig_toetsen": ("robuustheid_toetsen",),
    "invloed": (
        "robuustheid_invloed",
        "robuustheid_varianten",
        "robuustheid_vorm",
        "robuustheid_partieel",
        "robuustheid_punten",
    ),
    "ontbrekend": (
        "robuustheid_patroon",
        "robuustheid_uitval",
        "robuustheid_imputatie",
        "robuustheid_ingevuld",
    ),
}
"""The checks as the config calls them, in the order they are done, with the tables they make."""


def toets_modellen(opzet: Opzet, vensters: Sequence[Sequence[int]]) -> Tabellen:
    """Run every check on the models that the config switches on.

    Args:
        opzet: the edition.
        vensters: windows that may have dimension scores (for circularity).
    """
    aan = opzet.inferentie["controles"]
    tabellen: Tabellen = {}
    for naam, namen in TABELLEN.items():
        print(naam.replace("_", " ") if aan[naam] else f"{naam}: staat uit", flush=True)
        tabellen |= _toets(naam, opzet, vensters, tabellen) if aan[naam] else uit(*namen)
    return tabellen


def _toets(
    naam: str, opzet: Opzet, vensters: Sequence[Sequence[int]], gedaan: Tabellen
) -> Tabellen:
    """Run one check; `gedaan` are the tables of those before it."""
    match naam:
        case "clusters":
            return toets_clusters(opzet)
        case "afhankelijkheid":
            return toets_afhankelijkheid(opzet)
        case "lord":
            return toets_lord(opzet)
        case "circulariteit":
            return toets_circulariteit(opzet, vensters)
        case "meervoudig_toetsen":
            aan = opzet.inferentie["controles"]["clusters"]
            return toets_meervoudig(opzet, gedaan["robuustheid_clusters"] if aan else None)
        case "invloed":
            return toets_invloed(opzet)
        case "ontbrekend":
            return toets_ontbrekend(opzet)
    raise ValueError(f"no such check: {naam}")
