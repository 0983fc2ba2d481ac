"""What a wijkanalyse or a theme advises, and which approach met which task, field by field.

The fields follow what the second publication of the original study gives per theme and wijk: the
approach, the form of cooperation and the form of financing (DOMAIN.md section 1). Nothing is
derived from prose: what no writer filled in is not there.
"""

from __future__ import annotations

from collections.abc import Mapping

from leefbaarheid.basis.begrippen import ADVIEZEN, KORTE_AANPAK
from leefbaarheid.wijkanalyses.kop import themasleutel
from leefbaarheid.wijkanalyses.veldenlijst import Soort

OPTIONEEL = ("horizon", "samenwerkingsvorm", "financieringsvorm", "bron")
"""Fields an advice may leave out."""


def advies(themas: Mapping[str, str], met_thema: bool = True) -> Soort:
    """Return what an advice holds; one in a file of a theme does not name its theme."""
    verplicht = ("wat", "wie", "thema") if met_thema else ("wat", "wie")
    return Soort("advies", verplicht, OPTIONEEL, lambda tekst: themasleutel(themas, tekst))


def aanpak(themas: Mapping[str, str]) -> Soort:
    """Return what a row of task, approach and yield holds."""
    return Soort(
        "blok met een opgave",
        ("opgave", "thema", "aanpak"),
        ("opbrengst",),
        lambda tekst: themasleutel(themas, tekst),
    )


def soort_van(kop: str, themas: Mapping[str, str]) -> Soort:
    """Return what stands under one of VRIJE_SECTIES."""
    return {ADVIEZEN: advies, KORTE_AANPAK: aanpak}[kop](themas)
