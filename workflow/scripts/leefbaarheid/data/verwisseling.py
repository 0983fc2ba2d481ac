"""Are the dimensions in the right columns? A swap passes both identities of the Leefbaarometer.

Every order of the five columns is compared: with the reference values of the release (mean, spread,
correlations, and how the means move over the years), and each year with the one before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise, permutations
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from leefbaarheid.basis import taal
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import WIJK, huidig
from leefbaarheid.data.bronnen import DIMENSIES
from leefbaarheid.data.cellen import Getallen
from leefbaarheid.editie.uitgaven import Ijk, ijk_van

Orde = tuple[int, ...]
"""Per column the number of the dimension whose values it seems to hold."""
ORDEN: tuple[Orde, ...] = tuple(permutations(range(len(DIMENSIES))))
ZOALS_HET_HOORT = ORDEN[0]

# AANNAME: de dimensies van een deel van het land wijken van de landelijke ijkwaarden af; zoveel
#   telt als één stap: 0,02 punt (gemiddelde), 0,004 (verloop van het gemiddelde over de jaren), 15%
#   (spreiding), 0,12 (correlatie).
#   Waarom: een bestand met een deel van het land heeft andere gemiddelden dan het hele land, zonder
#   dat er iets verwisseld is.
#   Gevolg: met kleinere stappen tellen zulke verschillen zwaarder, en stopt het rekenwerk eerder
#   ten onrechte.
#   Onderwerp: gegevens. Zie: sec-kwaliteit.
STAP_GEMIDDELDE, STAP_VERLOOP, STAP_SPREIDING, STAP_SAMENHANG = 0.02, 0.004, 0.15, 0.12
# AANNAME: kolommen zijn verwisseld als een andere orde duidelijk beter past: de afstand tot de
#   ijkwaarden (som van gekwadrateerde stappen) is dan twee derde of minder, en tien of meer
#   kleiner.
#   Waarom: in delen van het echte bestand paste een andere orde nooit zo veel beter.
#   Gevolg: een duidelijke verwisseling stopt het rekenwerk. Een onopgemerkte verandert de
#   uiteenlegging naar dimensie en de controle op circulariteit, en niet de totaalscore.
#   Onderwerp: gegevens. Zie: sec-kwaliteit.
DUIDELIJKE_VERHOUDING, DUIDELIJK_VERSCHIL = 1.5, 10.0
# AANNAME: twee meetjaren na elkaar spreken elkaar tegen als de vijf correlaties van elke dimensie
#   met zichzelf in een andere orde samen 0,15 hoger zijn.
#   Waarom: een dimensie lijkt van meting op meting het meest op zichzelf.
#   Gevolg: bij zo'n tegenspraak stopt het rekenwerk met een melding; met een hogere grens valt een
#   verwisseling in één jaar minder snel op.
#   Onderwerp: gegevens. Zie: sec-kwaliteit.
DUIDELIJKE_SAMENHANG = 0.15
MIN_WIJKEN = 20


class Plaats(NamedTuple):
    """What the comparison with the reference values says.

    Attributes:
        afstanden: per order how far the dimensions are from the reference values.
        beste: the order that fits best.
    """

    afstanden: Mapping[Orde, float]
    beste: Orde

    @property
    def verwisseld(self) -> bool:
        """Whether another order clearly fits better than the columns as they are."""
        return self._duidelijk(ZOALS_HET_HOORT, self.beste)

    @property
    def zeker(self) -> bool:
        """Whether the columns as they are clearly fit better than any other order."""
        rest = [orde for orde in self.afstanden if orde != ZOALS_HET_HOORT]
        return all(self._duidelijk(orde, ZOALS_HET_HOORT) for orde in rest)

    def _duidelijk(self, slechter: Orde, beter: Orde) -> bool:
        ver, dichtbij = self.afstanden[slechter], self.afstanden[beter]
        return ver >= DUIDELIJKE_VERHOUDING * dichtbij and ver - dichtbij >= DUIDELIJK_VERSCHIL


def dimensies_per_jaar(scores: pd.DataFrame) -> dict[int, pd.DataFrame]:
    """Return the dimensions by wijk for each year in which enough wijken have all five."""
    vol = scores.dropna(subset=list(DIMENSIES))
    per_jaar = {
        int(str(jaar)): deel.set_index("wk_code")[list(DIMENSIES)]
        for jaar, deel in vol.groupby("jaar")
    }
    return {
        jaar: deel
        for jaar, deel in per_jaar.items()
        if len(deel) >= MIN_WIJKEN and (deel.std() > 0).all()
    }


def plaats_van_dimensies(scores: pd.DataFrame, versie: str) -> Plaats | None:
    """Compare the dimensions with the reference values of a version.

    Args:
        scores: wk_code, jaar and the dimensions.
        versie: version of the Leefbaarometer.

    Returns:
        The comparison; None when there are no reference values, or too few wijken with dimensions.
    """
    # the reference values are those of wijken
    ijk = ijk_van(versie) if huidig() is WIJK else None
    per_jaar = dimensies_per_jaar(scores)
    jaren = [jaar for jaar in per_jaar if ijk and jaar in ijk.gemiddelden]
    if ijk is None or not jaren:
        return None
    afstanden = _afstanden([per_jaar[jaar] for jaar in jaren], jaren, ijk)
    return Plaats(afstanden, min(ORDEN, key=afstanden.__getitem__))


def _afstanden(tabellen: list[pd.DataFrame], jaren: list[int], ijk: Ijk) -> dict[Orde, float]:
    """Return per order the squared steps between what is seen and the reference values."""
    # the same wijken in every year, so that the means move with them only
    samen = sorted(set.intersection(*(set(tabel.index) for tabel in tabellen)))
    gemiddeld = np.array([tabel.loc[samen].mean().to_numpy() for tabel in tabellen])
    spreiding = np.mean([tabel.std().to_numpy() for tabel in tabellen], axis=0)
    samenhang = np.mean([np.corrcoef(tabel.to_numpy().T) for tabel in tabellen], axis=0)
    verwacht = np.array([ijk.gemiddelden[jaar] for jaar in jaren])
    paren = np.triu_indices(len(DIMENSIES), 1)

    def afstand(orde: Orde) -> float:
        plek = list(orde)
        niveau = gemiddeld.mean(axis=0) - verwacht[:, plek].mean(axis=0)
        verloop = _verloop(gemiddeld) - _verloop(verwacht[:, plek])
        log = np.log(spreiding / np.array(ijk.spreidingen)[plek])
        verschil = (samenhang - np.array(ijk.samenhang)[np.ix_(plek, plek)])[paren]
        return float(
            ((niveau / STAP_GEMIDDELDE) ** 2).sum()
            + ((verloop / STAP_VERLOOP) ** 2).sum()
            + ((log / STAP_SPREIDING) ** 2).sum()
            + ((verschil / STAP_SAMENHANG) ** 2).sum()
        )

    return {orde: afstand(orde) for orde in ORDEN}


def _verloop(gemiddeld: Getallen) -> Getallen:
    verloop: Getallen = gemiddeld - gemiddeld.mean(axis=0)
    return verloop


def _breuk_in_orde(scores: pd.DataFrame) -> tuple[int, int, Orde] | None:
    """Return two years that follow each other and disagree on which dimension is which."""
    for (vorig, eerst), (jaar, dan) in pairwise(dimensies_per_jaar(scores).items()):
        samen = eerst.index.intersection(dan.index)
        if len(samen) < MIN_WIJKEN:
            continue
        n = len(DIMENSIES)
        kruis = np.corrcoef(eerst.loc[samen].to_numpy().T, dan.loc[samen].to_numpy().T)[:n, n:]
        som = {orde: float(sum(kruis[orde[i], i] for i in range(n))) for orde in ORDEN}
        beste = max(ORDEN, key=som.__getitem__)
        if som[beste] - som[ZOALS_HET_HOORT] >= DUIDELIJKE_SAMENHANG:
            return vorig, jaar, beste
    return None


def eis_dimensies_op_hun_plaats(scores: pd.DataFrame, versie: str, pad: str | Path) -> None:
    """Stop when columns of dimensions are clearly exchanged, in the whole file or in one year.

    Args:
        scores: all rows of the file: wk_code, jaar and the dimensions.
        versie: version of the Leefbaarometer, for the reference values.
        pad: the file, for the message.

    Raises:
        InvoerFout: another order of the columns clearly fits better.
    """
    breuk = _breuk_in_orde(scores)
    if breuk:
        vorig, jaar, orde = breuk
        raise _verwisseld(
            pad,
            orde,
            f"tussen {vorig} en {jaar} wisselen de dimensies van kolom: {_wie_waar(orde)}",
            "Haal het officiële bestand opnieuw op, of zet de waarden van dat jaar in de goede "
            "kolom.",
        )
    plaats = plaats_van_dimensies(scores, versie)
    if plaats and plaats.verwisseld:
        raise _verwisseld(
            pad,
            plaats.beste,
            f"deze kolommen lijken verwisseld: {_wie_waar(plaats.beste)}; gemiddelde, spreiding en "
            f"samenhang passen zo bij de Leefbaarometer {versie}, en niet zoals zij nu heten",
            "Zet de namen in de kopregel goed, of haal het officiële bestand opnieuw op. Is het "
            "bestand van een andere versie, zet die dan in bronnen.leefbaarometer.versie.",
        )


def _verwisseld(pad: str | Path, orde: Orde, wat: str, remedie: str) -> InvoerFout:
    kolommen = [DIMENSIES[i] for i, waarde in enumerate(orde) if waarde != i]
    return InvoerFout(wat, bestand=pad, regel=1, kolom=" en ".join(kolommen), remedie=remedie)


def _wie_waar(orde: Orde) -> str:
    delen = [
        f"onder {DIMENSIES[i]} staat {DIMENSIES[waarde]}"
        for i, waarde in enumerate(orde)
        if waarde != i
    ]
    return taal.opsomming(delen)
