"""The headline figures as they were published about the study of 2017, beside our own.

The words are data, not our sentences: no name or number form of an edition changes them. They
contradict each other: unit and base differ (DOMAIN.md section 1). The study used an earlier
Leefbaarometer (2.0), with other values.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from leefbaarheid.analyse.ontwikkeling import groepen, ontwikkeling
from leefbaarheid.basis.begrippen import SELECTIE
from leefbaarheid.basis.redenen.analyse import AnalyseReden
from leefbaarheid.basis.tabelwaarden import (
    BEWONERS,
    GEDAALD,
    GESTAGNEERD,
    GESTEGEN,
    NIET_GESTEGEN,
    WIJKEN,
    Uitspraakoordeel,
)


class Uitspraak(NamedTuple):
    """A published figure, and which of our own figures comes nearest.

    Attributes:
        citaat: the words of the publication.
        bron: where they, or the same figure, were published: a key of `reports/literatuur.bib`.
        eenheid: of what it is a share: wijken or bewoners.
        venster: first and last year.
        richting: gedaald, gestagneerd, gestegen, or gedaald and gestagneerd together.
        groep: the group of `ontwikkeling.groepen`.
        band: lowest and highest share (0-1) that the words allow.
        lezing: how words that can be read in more ways were read, an `AnalyseReden`; "" if none.
    """

    citaat: str
    bron: str
    eenheid: str
    venster: tuple[int, int]
    richting: str
    groep: str
    band: tuple[float, float]
    lezing: str = ""


# AANNAME: woorden voor een aandeel zijn gelezen als een bandbreedte: een breuk of een rond
#   percentage 2,5 procentpunt naar weerszijden, met 'ongeveer' 5; 'bijna' van 5 procentpunt eronder
#   tot eraan; 'meer dan' alles erboven; 'alle' ten minste 99,5 procent.
#   Waarom: de uitspraken uit 2017 staan in woorden en ronde getallen, zonder marge.
#   Gevolg: met een ruimere band past een herberekend aandeel eerder bij de uitspraak; de tabel
#   noemt van elke uitspraak de band en het aandeel.
#   Onderwerp: uitspraken. Zie: sec-uitspraken.
# AANNAME: 'sinds 2012' is in de uitspraken van 2017 gelezen als 2012–2014.
#   Waarom: 2014 was het laatste meetjaar van de studie uit 2017.
#   Gevolg: over een langere periode is het aandeel een ander; de ontwikkeling staat per periode in
#   bijlage 1.
#   Onderwerp: uitspraken. Zie: sec-uitspraken; leefbaarheidsontwikkeling, Ontwikkeling per periode.
# AANNAME: bij de twee uitspraken over bewoners is geteld wie in een wijk woont die van 2012 op 2014
#   niet steeg.
#   Waarom: zo lichtten hun bronnen ze toe: voor deze bewoners was de verbetering verleden tijd.
#   Gevolg: telden alleen de bewoners van gedaalde wijken mee, dan was het aandeel nooit hoger en
#   meestal lager: de bewoners van gestagneerde wijken vallen dan af.
#   Onderwerp: uitspraken. Zie: sec-uitspraken.
UITSPRAKEN = (
    Uitspraak(
        "bijna 40 % van de kwetsbare wijken daalde sinds 2012",
        "blikopnieuws2017",
        WIJKEN,
        (2012, 2014),
        GEDAALD,
        SELECTIE,
        (0.35, 0.40),
        AnalyseReden.LEZING_SINDS.met(),
    ),
    Uitspraak(
        "ongeveer een derde stagneerde",
        "blikopnieuws2017",
        WIJKEN,
        (2012, 2014),
        GESTAGNEERD,
        SELECTIE,
        (0.283, 0.383),
        AnalyseReden.LEZING_SINDS.met(),
    ),
    Uitspraak(
        "een derde ging tussen 2012 en 2014 achteruit",
        "nu2017",
        WIJKEN,
        (2012, 2014),
        GEDAALD,
        SELECTIE,
        (0.308, 0.358),
        AnalyseReden.LEZING_DEZE_WIJKEN.met(),
    ),
    Uitspraak(
        "bijna de helft",
        "rigo2017",
        BEWONERS,
        (2012, 2014),
        NIET_GESTEGEN,
        SELECTIE,
        (0.45, 0.50),
        AnalyseReden.LEZING_VERLEDEN_TIJD.met(),
    ),
    Uitspraak(
        "meer dan de helft van de bewoners",
        "lpb2018",
        BEWONERS,
        (2012, 2014),
        NIET_GESTEGEN,
        SELECTIE,
        (0.50, 1.0),
        AnalyseReden.LEZING_VERLEDEN_TIJD.met(),
    ),
    Uitspraak(
        "70 procent van de Vogelaarwijken gaat weer achteruit",
        "zwiers2017",
        WIJKEN,
        (2012, 2014),
        GEDAALD,
        "label_aandachtswijk",
        (0.675, 0.725),
    ),
    Uitspraak(
        "tussen 2008 en 2012 verbeterde de leefbaarheid in alle 130 wijken",
        "rigo2017b",
        WIJKEN,
        (2008, 2012),
        GESTEGEN,
        SELECTIE,
        (0.995, 1.0),
    ),
)


def uitspraken_naast_herberekening(wijken: pd.DataFrame, delta: float) -> pd.DataFrame:
    """Return the published claims of 2017 beside our shares, wijk- and inhabitant-weighted.

    Args:
        wijken: the table `wijken`.
        delta: tolerance in score points.

    Returns:
        nr, citaat, bron, eenheid, van, tot, richting, groep, band_laag, band_hoog, lezing, n,
        aandeel_wijken, aandeel_inwoners (with tolerance delta), the same with `_zonder_marge` (any
        fall or rise counts), oordeel (see `oordeel_over`), and reden (an `AnalyseReden`: why there
        is no figure).
    """
    return pd.DataFrame(
        [_rij(nr, uitspraak, wijken, delta) for nr, uitspraak in enumerate(UITSPRAKEN, start=1)]
    )


def _rij(nr: int, uitspraak: Uitspraak, wijken: pd.DataFrame, delta: float) -> dict[str, object]:
    reden = _geen_aandeel(wijken, uitspraak)
    namen = [f"aandeel_{e}{m}" for m in ("", "_zonder_marge") for e in ("wijken", "inwoners")]
    aandelen = dict.fromkeys(namen, np.nan) | {"n": 0}
    if not reden:
        aandelen |= _herberekend(wijken, uitspraak, delta)
        if not aandelen["n"]:
            reden = AnalyseReden.GROEP_ZONDER_SCORES.met()
    eigen = {WIJKEN: "wijken", BEWONERS: "inwoners"}[uitspraak.eenheid]
    return {
        "nr": nr,
        "citaat": uitspraak.citaat,
        "bron": uitspraak.bron,
        "eenheid": uitspraak.eenheid,
        "van": uitspraak.venster[0],
        "tot": uitspraak.venster[1],
        "richting": uitspraak.richting,
        "groep": uitspraak.groep,
        "band_laag": uitspraak.band[0],
        "band_hoog": uitspraak.band[1],
        "lezing": uitspraak.lezing,
        **aandelen,
        "oordeel": oordeel_over(
            aandelen[f"aandeel_{eigen}"], aandelen[f"aandeel_{eigen}_zonder_marge"], uitspraak.band
        ),
        "reden": reden,
    }


def oordeel_over(
    met_marge: float, zonder_marge: float, band: tuple[float, float]
) -> Uitspraakoordeel:
    """Say whether our share is one that the words of a claim allow.

    The margin of the study of 2017 is not known. A share that only fits when every change counts
    is therefore a verdict of its own, and no misfit.

    Args:
        met_marge, zonder_marge: our share (0-1) with the tolerance of the edition, and without;
            NaN where there is none.
        band: lowest and highest share that the words allow, both included.
    """
    if np.isnan(met_marge):
        return Uitspraakoordeel.NIET_TE_TOETSEN
    laag, hoog = band
    if laag <= round(met_marge, 9) <= hoog:
        return Uitspraakoordeel.PAST
    if laag <= round(zonder_marge, 9) <= hoog:
        return Uitspraakoordeel.PAST_ZONDER_MARGE
    return Uitspraakoordeel.PAST_NIET


def _geen_aandeel(wijken: pd.DataFrame, uitspraak: Uitspraak) -> str:
    """Return why this edition has no figure beside a claim; "" when it has."""
    if uitspraak.groep not in groepen(wijken):
        return AnalyseReden.LABEL_ONBEKEND.met(label=uitspraak.groep.removeprefix("label_"))
    mist = [str(jaar) for jaar in uitspraak.venster if f"lbm_{jaar}" not in wijken.columns]
    return AnalyseReden.GEEN_SCORES_IN_EDITIE.met(jaren=" ".join(mist)) if mist else ""


def _herberekend(wijken: pd.DataFrame, uitspraak: Uitspraak, delta: float) -> dict[str, float]:
    """Return n and our shares beside a claim, with and without the tolerance."""
    marges = {"": delta}
    # without a tolerance no wijk stagnates: that share would mean nothing
    if uitspraak.richting != GESTAGNEERD:
        marges["_zonder_marge"] = 0.0
    uit: dict[str, float] = {}
    for naam, marge in marges.items():
        per_groep = ontwikkeling(wijken, [uitspraak.venster], marge).set_index("groep")
        rij = per_groep.loc[uitspraak.groep].to_dict()
        uit |= {
            "n": int(rij["n"]),
            f"aandeel_wijken{naam}": _aandeel(rij, uitspraak.richting, ""),
            f"aandeel_inwoners{naam}": _aandeel(rij, uitspraak.richting, "_inwoners"),
        }
    return uit


def _aandeel(rij: Mapping[Any, Any], richting: str, gewicht: str) -> float:
    if richting == NIET_GESTEGEN:
        return 1 - float(rij[f"aandeel_{GESTEGEN}{gewicht}"])
    return float(rij[f"aandeel_{richting}{gewicht}"])
