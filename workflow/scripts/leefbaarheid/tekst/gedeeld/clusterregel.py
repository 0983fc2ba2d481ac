"""The rule of the clusters in words, for the hoofdrapport and the website."""

from __future__ import annotations

from leefbaarheid.basis.begrippen import (
    GESTAAG_HERSTEL,
    NIET_INGEDEELD,
    SUCCES,
    TERUGVAL,
    VROEGSIGNALERING,
)


def clusterregels(eind: int, lang: int, crisis: int, voldoende: str) -> dict[str, str]:
    """Return per cluster the words of 2017 and the rule of an edition.

    Args:
        eind, lang, crisis: years of the current state, and of the two changes up to it.
        voldoende: name of the class that counts as sufficient, marked as a name.
    """
    return {
        SUCCES: f"Voorheen zwak, verbeterd sinds {lang}, en blijvend: in {eind} ten minste "
        f"{voldoende}, en gestegen sinds {lang} én sinds {crisis}.",
        VROEGSIGNALERING: f"Voldoende, maar stagnerend of dalend: in {eind} ten minste "
        f"{voldoende}, en sinds {lang} of sinds {crisis} niet gestegen.",
        GESTAAG_HERSTEL: f"Verbeterd, maar nog zwak: in {eind} onder {voldoende}, gestegen sinds "
        f"{lang} en niet gedaald sinds {crisis}.",
        TERUGVAL: f"Duidelijk achteruit: in {eind} onder {voldoende} en gedaald sinds {crisis}.",
        NIET_INGEDEELD: "Wat in geen van de vier past, is zichtbaar gehouden: in "
        f"{eind} onder {voldoende}, sinds {lang} niet duidelijk gestegen en sinds {crisis} niet "
        "duidelijk gedaald.",
    }
