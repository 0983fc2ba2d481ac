"""The rule of the verdict on an association: what the check weighs by, and the text explains."""

from __future__ import annotations

from enum import StrEnum

from leefbaarheid.basis.begrippen import IN_AANMERKING, MODELLEN
from leefbaarheid.basis.tabelwaarden import IMPUTATIE, Rekenwijze, Schatwijze

# AANNAME: een samenhang heet robuust als de leidende schatter nul uitsluit, alle controles dezelfde
#   richting geven, ten minste driekwart van de controles nul uitsluit, en de schatting in geen
#   controle krimpt tot minder dan een kwart.
AANDEEL_ROBUUST = 0.75
AANDEEL_OVER = 0.25
# AANNAME: een samenhang heet gevoelig als de leidende schatter nul uitsluit zonder dat zij robuust
#   is, of als ten minste een kwart van de controles nul uitsluit terwijl de leidende dat niet doet.
AANDEEL_GEVOELIG = 0.25


class Oordeel(StrEnum):
    """`eindoordeel`: column `oordeel`."""

    ROBUUST = "robuust"
    GEVOELIG = "gevoelig"
    ONZEKER = "onzeker"
    NIET_TE_TOETSEN = "niet te toetsen"


SCHATTERS = CRV1, CRV3, WCR = ("crv1", "crv3", "wcr")
"""The estimators of the uncertainty; the config names the leading one."""

HOLM, LOO = "holm", "loo"
ZONDER_DIMENSIE, SPECIFICATIECURVE = "zonder_dimensie", "specificatiecurve"
CONTROLES: tuple[str, ...] = (
    *(*SCHATTERS, HOLM, LOO),
    *(Rekenwijze.GEMEENTE_FE, Rekenwijze.RANDOM_INTERCEPT, Rekenwijze.CONLEY),
    *(*MODELLEN, ZONDER_DIMENSIE),
    *(Schatwijze.HC3, Schatwijze.HUBER, Schatwijze.GEWOGEN, Schatwijze.ZONDER_INVLOEDRIJK),
    *(IMPUTATIE, IN_AANMERKING, SPECIFICATIECURVE),
)
"""`oordeel`: column `controle`, the checks that are weighed, in the order of the table."""
