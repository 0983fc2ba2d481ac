"""The checks on the regressions, put together: which regression gets which check, in one place.

Every check is a module of its own; here they are called for the regressions of an edition. A check
that is switched off gives a table with one row that says so, so that nothing disappears silently.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from leefbaarheid.analyse.ontwerp import Ontwerp, koppel, maak_ontwerp
from leefbaarheid.toetsen import (
    afhankelijkheid,
    circulariteit,
    clusterinferentie,
    invloed,
    lord,
    meervoudig_toetsen,
    ontbrekend,
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

    @property
    def tabel(self) -> pd.DataFrame:
        """Scores, gemeenten and factors per wijk."""
        return koppel(self.wijken, self.context, self.factoren)

    @property
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

    def hoofdmodellen(self) -> list[Ontwerp]:
        """Return the main model form for every window and sample."""
        return [
            self.ontwerp(venster, self.instelling["hoofdmodel"], steekproef)
            for venster in self.instelling["vensters"]
            for steekproef in self.instelling["steekproeven"]
        ]

    def hoofdontwerp(self) -> Ontwerp:
        """Return the regression the hoofdrapport shows."""
        return self.ontwerp(
            self.instelling["hoofdvenster"], self.instelling["hoofdmodel"], "selectie"
        )


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
            for ontwerp in opzet.hoofdmodellen()
        ],
        ignore_index=True,
    )
    return {
        "robuustheid_clusters": tabel,
        "robuustheid_aantoonbaar": clusterinferentie.mde_tabel(tabel),
    }


def toets_afhankelijkheid(opzet: Opzet) -> Tabellen:
    """Gemeente effects, random intercept, Moran's I and Conley for the main models."""
    xy = afhankelijkheid.coordinaten(opzet.wijken)
    ontwerpen = opzet.hoofdmodellen()
    tabel = pd.concat(
        [afhankelijkheid.afhankelijkheidstabel(o, xy, labels=opzet.labels) for o in ontwerpen],
        ignore_index=True,
    )
    moran = afhankelijkheid.moran_tabel(
        ontwerpen,
        xy,
        zaad=opzet.inferentie["zaad"],
        permutaties=aantal(opzet.inferentie, opzet.inferentie["permutaties"]),
    )
    return {
        "robuustheid_afhankelijkheid": tabel,
        "robuustheid_moran": moran,
        "robuustheid_afhankelijkheid_oordeel": afhankelijkheid.vergelijk_varianten(tabel, moran),
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
    ontwerp, tabel, codeboek = opzet.hoofdontwerp(), opzet.tabel, opzet.codeboek
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
    patronen, uitval, schattingen, ingevuld = [], [], [], []
    for steekproef in opzet.instelling["steekproeven"]:
        patronen.append(ontbrekend.patroon(tabel, opzet.factoren, steekproef, codeboek))
        uitval.append(
            ontbrekend.samenhang_met_score(
                tabel, opzet.factoren, van=van, tot=tot, steekproef=steekproef, codeboek=codeboek
            )
        )
        schatting, waarden = ontbrekend.vergelijk(
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
        "robuustheid_uitval": uitval,
        "robuustheid_imputatie": schattingen,
        "robuustheid_ingevuld": ingevuld,
    }
    return {naam: pd.concat(lijst, ignore_index=True) for naam, lijst in delen.items()}


def toets_modellen(opzet: Opzet, vensters: Sequence[Sequence[int]]) -> Tabellen:
    """Run every check on the models that the config switches on.

    Args:
        opzet: the edition.
        vensters: windows that may have dimension scores (for circularity).
    """
    aan = opzet.inferentie["controles"]
    tabellen: Tabellen = {}
    clusters = None
    if aan["clusters"]:
        print("weinig en ongelijke gemeenten", flush=True)
        tabellen |= toets_clusters(opzet)
        clusters = tabellen["robuustheid_clusters"]
    else:
        tabellen |= uit("robuustheid_clusters", "robuustheid_aantoonbaar")
    controles = {
        "afhankelijkheid": (
            lambda: toets_afhankelijkheid(opzet),
            [
                "robuustheid_afhankelijkheid",
                "robuustheid_moran",
                "robuustheid_afhankelijkheid_oordeel",
            ],
        ),
        "lord": (lambda: toets_lord(opzet), ["robuustheid_lord"]),
        "circulariteit": (
            lambda: toets_circulariteit(opzet, vensters),
            ["robuustheid_circulariteit", "robuustheid_circulariteit_oordeel"],
        ),
        "meervoudig_toetsen": (lambda: toets_meervoudig(opzet, clusters), ["robuustheid_toetsen"]),
        "invloed": (
            lambda: toets_invloed(opzet),
            [
                "robuustheid_invloed",
                "robuustheid_varianten",
                "robuustheid_vorm",
                "robuustheid_partieel",
                "robuustheid_punten",
            ],
        ),
        "ontbrekend": (
            lambda: toets_ontbrekend(opzet),
            [
                "robuustheid_patroon",
                "robuustheid_uitval",
                "robuustheid_imputatie",
                "robuustheid_ingevuld",
            ],
        ),
    }
    for naam, (doe, namen) in controles.items():
        print(naam.replace("_", " ") if aan[naam] else f"{naam}: staat uit", flush=True)
        tabellen |= doe() if aan[naam] else uit(*namen)
    return tabellen
