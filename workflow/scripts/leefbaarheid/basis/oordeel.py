"""The rule of the verdict on an association: what the check weighs by, and the text explains."""

from __future__ import annotations

from enum import StrEnum

from leefbaarheid.basis.begrippen import IN_AANMERKING, MODELLEN
from leefbaarheid.basis.tabelwaarden import IMPUTATIE, Rekenwijze, Schatwijze

# AANNAME: een samenhang heet robuust als de leidende schatter nul uitsluit en dat na correctie voor
#   het aantal toetsen blijft doen, alle stemmen dezelfde richting geven, ten minste driekwart van
#   de stemmen nul uitsluit, en zij binnen gemeenten niet aantoonbaar zwakker is dan ertussen.
#   Waarom: zo valt elk oordeel volgens dezelfde regel, en weegt een stem niet zwaarder doordat zij
#   meer controles telt.
#   Gevolg: met een lagere eis heten meer samenhangen robuust, met een hogere minder; de tabel met
#   stemmen laat zien hoever elke factor van de eis af zit.
#   Onderwerp: modellen. Als: controle eindoordeel. Zie: sec-rob-oordeel.
AANDEEL_ROBUUST = 0.75
# AANNAME: een samenhang heet gevoelig als de leidende schatter nul uitsluit zonder dat zij robuust
#   is, of als ten minste een kwart van de stemmen nul uitsluit terwijl de leidende dat niet doet.
#   Waarom: een samenhang die maar bij een deel van de berekeningen aantoonbaar is, is niet robuust,
#   en ook niet zonder aanwijzing.
#   Gevolg: met een lagere eis heten meer onzekere samenhangen gevoelig, met een hogere minder.
#   Onderwerp: modellen. Als: controle eindoordeel. Zie: sec-rob-oordeel.
AANDEEL_GEVOELIG = 0.25


class Oordeel(StrEnum):
    """`eindoordeel`: column `oordeel`."""

    ROBUUST = "robuust"
    GEVOELIG = "gevoelig"
    ONZEKER = "onzeker"
    NIET_TE_TOETSEN = "niet te toetsen"


SCHATTERS = CRV1, CRV3, WCR = ("crv1", "crv3", "wcr")
"""The estimators of the uncertainty; the config names the leading one."""

CORRECTIE, LOO = "correctie", "loo"
ZONDER_DIMENSIE, SPECIFICATIECURVE = "zonder_dimensie", "specificatiecurve"
BINNEN, MEETFOUT, WEGGELATEN, RUIMTE = "binnen", "meetfout", "weggelaten", "ruimte"
MNAR, RUIS = "mnar", "ruis"


class Stem(StrEnum):
    """`oordeel`: column `stem`, the vote that a check belongs to.

    Checks that share the point estimate by construction are one vote, about its precision; each
    other vote tries another estimate.
    """

    PRECISIE = "precisie"
    GEMEENTEN = "gemeenten"
    MODELVORM = "modelvorm"
    UITKOMST = "uitkomst"
    UITBIJTERS = "uitbijters"
    WIJKEN = "wijken"
    ONTBREKEND = "ontbrekend"
    SPECIFICATIES = "specificaties"
    MEETFOUT = "meetfout"
    WEGGELATEN = "weggelaten"
    RUIMTE = "ruimte"


STEM_VAN: dict[str, Stem] = {
    **dict.fromkeys((*SCHATTERS, CORRECTIE, LOO, Schatwijze.HC3), Stem.PRECISIE),
    Rekenwijze.CONLEY: Stem.PRECISIE,
    RUIS: Stem.PRECISIE,
    BINNEN: Stem.GEMEENTEN,
    Rekenwijze.RANDOM_INTERCEPT: Stem.GEMEENTEN,
    **dict.fromkeys(MODELLEN, Stem.MODELVORM),
    ZONDER_DIMENSIE: Stem.UITKOMST,
    Schatwijze.HUBER: Stem.UITBIJTERS,
    Schatwijze.ZONDER_INVLOEDRIJK: Stem.UITBIJTERS,
    Schatwijze.GEWOGEN: Stem.WIJKEN,
    IN_AANMERKING: Stem.WIJKEN,
    IMPUTATIE: Stem.ONTBREKEND,
    MNAR: Stem.ONTBREKEND,
    SPECIFICATIECURVE: Stem.SPECIFICATIES,
    MEETFOUT: Stem.MEETFOUT,
    WEGGELATEN: Stem.WEGGELATEN,
    RUIMTE: Stem.RUIMTE,
}
"""Check -> its vote: every check that is weighed, in the order of the table.

A new check is one line here, and one in `toetsen.oordeelbronnen` that says where it stands.
"""
CONTROLES: tuple[str, ...] = tuple(STEM_VAN)
"""`oordeel`: column `controle`."""
