"""The headline figures as they were published in 2017: data of the study, not our sentences.

They contradict each other: unit and base differ (DOMAIN.md section 1).
"""

from __future__ import annotations

from typing import NamedTuple

from leefbaarheid.basis.begrippen import SELECTIE
from leefbaarheid.basis.tabelwaarden import BEWONERS, GEDAALD, GESTAGNEERD, GESTEGEN, WIJKEN


class Uitspraak(NamedTuple):
    """A published figure, and which of our own figures comes nearest.

    Attributes:
        citaat: the words of the publication.
        eenheid: of what it is a share: wijken or bewoners.
        venster: first and last year.
        richting: gedaald, gestagneerd or gestegen.
        groep: the group of `ontwikkeling.groepen`.
    """

    citaat: str
    eenheid: str
    venster: tuple[int, int]
    richting: str
    groep: str


UITSPRAKEN = (
    Uitspraak(
        "bijna 40 % van de kwetsbare wijken daalde sinds 2012",
        WIJKEN,
        (2012, 2014),
        GEDAALD,
        SELECTIE,
    ),
    Uitspraak(
        "ongeveer een derde stagneerde",
        WIJKEN,
        (2012, 2014),
        GESTAGNEERD,
        SELECTIE,
    ),
    Uitspraak(
        "een derde ging tussen 2012 en 2014 achteruit",
        WIJKEN,
        (2012, 2014),
        GEDAALD,
        SELECTIE,
    ),
    Uitspraak(
        "bijna de helft",
        BEWONERS,
        (2012, 2014),
        GEDAALD,
        SELECTIE,
    ),
    Uitspraak(
        "meer dan de helft van de bewoners",
        BEWONERS,
        (2012, 2014),
        GEDAALD,
        SELECTIE,
    ),
    Uitspraak(
        "70 procent van de Vogelaarwijken gaat weer achteruit",
        WIJKEN,
        (2012, 2014),
        GEDAALD,
        "label_aandachtswijk",
    ),
    Uitspraak(
        "tussen 2008 en 2012 verbeterde de leefbaarheid in alle 130 wijken",
        WIJKEN,
        (2008, 2012),
        GESTEGEN,
        SELECTIE,
    ),
)
