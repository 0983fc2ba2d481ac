"""The GRoLTS checklist (van de Schoot et al. 2017): what a report on trajectories should tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import DEELS, GEMELD, NIET_VAN_TOEPASSING
from leefbaarheid.toetsen.mengmodel import AFMAAK_ITERATIES, STARTITERATIES

KOLOMMEN = ["nr", "gerapporteerd", "hoe"]


@dataclass(frozen=True)
class Werkwijze:
    """How groups were looked for, as far as the checklist asks.

    Attributes:
        jaren: the years that were used, up to eindjaar. crisisjaar: the knot.
        restspreiding: see `trajectwolk.restspreiding`.
        starts, afmaken: starts of a fit, and how many of them run on to the end.
        min_aandeel, min_posterior: demands on the smallest group and on every group.
        trekkingen: bootstrap samples.
    """

    jaren: Sequence[int]
    crisisjaar: int
    eindjaar: int
    restspreiding: Mapping[str, float]
    starts: int
    afmaken: int
    min_aandeel: float
    min_posterior: float
    trekkingen: int


def grolts(hoe: Werkwijze, maten: pd.DataFrame, getoond: tuple[str, int]) -> pd.DataFrame:
    """Return the items of the checklist (nr 1-16), whether each is met, and how (a code).

    Args:
        maten: table of `Trajectgroepen`.
        getoond: methode and number of groups of the solution that is shown.
    """
    n, verwacht = int(maten["n"].max()), int(maten["n_verwacht"].max())
    eigen = (maten["methode"] == getoond[0]) & (maten["aantal_groepen"] == getoond[1])
    entropie = float(maten.loc[eigen, "entropie"].iloc[0])
    rijen = [
        *_gegevens(hoe, n, verwacht),
        ("5", GEMELD, ToetsReden.GROLTS_EIGEN_IMPLEMENTATIE.met()),
        ("6a", GEMELD, ToetsReden.GROLTS_SAMENHANG_BINNEN_GROEPEN.met()),
        ("6b", GEMELD, ToetsReden.GROLTS_DRIE_VORMEN.met()),
        ("7", GEMELD, _vorm(hoe)),
        ("8", NIET_VAN_TOEPASSING, ToetsReden.GROLTS_GEEN_COVARIATEN.met()),
        ("9", GEMELD, _starts(hoe)),
        ("10", GEMELD, _keuze(hoe)),
        ("11", GEMELD, _modellen(maten)),
        ("12", GEMELD, ToetsReden.GROLTS_WIJKEN_PER_GROEP.met()),
        ("13", GEMELD, ToetsReden.GROLTS_ENTROPIE.met(entropie=entropie)),
        ("14a", GEMELD, ToetsReden.GROLTS_GEMARKEERD.met()),
        ("14b", GEMELD, ToetsReden.GROLTS_ALLE_AANTALLEN.met()),
        ("14c", GEMELD, ToetsReden.GROLTS_AFZONDERLIJKE_WIJKEN.met()),
        ("15", GEMELD, ToetsReden.GROLTS_KENMERKEN.met()),
        ("16", GEMELD, ToetsReden.GROLTS_VOLLEDIGE_CODE.met()),
    ]
    return pd.DataFrame(rijen, columns=KOLOMMEN)


def _gegevens(hoe: Werkwijze, n: int, verwacht: int) -> list[tuple[str, str, str]]:
    """Return items 1-4, on time and data; `n` of the `verwacht` selected wijken took part."""
    jaren = "-".join(map(str, hoe.jaren))
    tussenpozen = "-".join(str(b - a) for a, b in pairwise(hoe.jaren))
    alles = ToetsReden.GROLTS_ALLE_SCORES.met(n_verwacht=verwacht)
    samenhang = (GEMELD, ToetsReden.GROLTS_NIETS_ONTBREEKT.met())
    if uitval := verwacht - n:
        alles = ToetsReden.GROLTS_SCORES_ONTBREKEN.met(n_verwacht=verwacht, n_ontbreekt=uitval)
        samenhang = (DEELS, ToetsReden.GROLTS_ONTBREKEN_NIET_GETOETST.met())
    return [
        ("1", GEMELD, ToetsReden.GROLTS_JAREN.met(jaren=jaren, tussenpozen=tussenpozen)),
        ("2", NIET_VAN_TOEPASSING, ToetsReden.GROLTS_ZELFDE_PEILJAAR.met()),
        ("3a", GEMELD, alles),
        ("3b", *samenhang),
        ("3c", GEMELD, ToetsReden.GROLTS_ALLEEN_VOLLEDIG.met(eindjaar=hoe.eindjaar, n=n)),
        ("4", GEMELD, ToetsReden.GROLTS_VERDELING_PER_JAAR.met()),
    ]


def _vorm(hoe: Werkwijze) -> str:
    return ToetsReden.GROLTS_GEBROKEN_LIJN.met(
        crisisjaar=hoe.crisisjaar,
        rest_gebroken=hoe.restspreiding["gebroken"],
        rest_recht=hoe.restspreiding["recht"],
    )


def _starts(hoe: Werkwijze) -> str:
    return ToetsReden.GROLTS_STARTS.met(
        starts=hoe.starts,
        iteraties=STARTITERATIES,
        afmaken=hoe.afmaken,
        hoogstens=AFMAAK_ITERATIES,
    )


def _keuze(hoe: Werkwijze) -> str:
    return ToetsReden.GROLTS_LAAGSTE_BIC.met(
        min_aandeel=hoe.min_aandeel, min_kans=hoe.min_posterior, trekkingen=hoe.trekkingen
    )


def _modellen(maten: pd.DataFrame) -> str:
    return ToetsReden.GROLTS_MODELLEN.met(
        n=int(maten["kleinste_n"].notna().sum()),
        minst=int(maten["aantal_groepen"].min()),
        meest=int(maten["aantal_groepen"].max()),
        vormen=maten["methode"].nunique(),
    )
