"""What a figure beside the wijkanalyses says, in one sentence above it."""

from __future__ import annotations

from collections.abc import Mapping

from leefbaarheid.basis import taal

MEESTE_NAMEN = 3
"""So many themes are named; more that come up equally often are counted."""


def themas(aantallen: Mapping[str, int], analyses: int) -> str:
    """Return which themes come up in most analyses, and which in fewest; ties together.

    Args:
        aantallen: in how many analyses a theme comes up, by theme as it stands in a sentence.
        analyses: number of analyses.
    """
    genoemd = sum(n > 0 for n in aantallen.values())
    if not genoemd:
        return ""
    if analyses == 1:
        komen = taal.meervoud(genoemd, "komt", "komen")
        return f"In de wijkanalyse {komen} {_van_de_themas(genoemd, len(aantallen))} aan bod"
    meest, minst = max(aantallen.values()), min(aantallen.values())
    if meest == minst:
        return f"Elk thema komt aan bod in {_analyses(meest, analyses)}"
    wie, komen = _wie(aantallen, meest)
    zin = f"Het vaakst {komen} {wie} aan bod, in {_analyses(meest, analyses)}"
    wie, komen = _wie(aantallen, minst)
    if not minst:
        return f"{zin}; in geen enkele {komen} {wie} aan bod"
    return f"{zin}; het minst vaak {wie}, in {taal.telwoord(minst)}"


def _wie(aantallen: Mapping[str, int], aantal: int) -> tuple[str, str]:
    """Return the themes that come up so often, and their verb."""
    namen = [thema for thema, n in aantallen.items() if n == aantal]
    komen = taal.meervoud(len(namen), "komt", "komen")
    if len(namen) > MEESTE_NAMEN:
        return f"{taal.telwoord(len(namen))} thema's", komen
    return taal.opsomming(namen), komen


def _van_de_themas(n: int, totaal: int) -> str:
    if n == totaal:
        return taal.alle_van(totaal, "thema", "thema's")
    return f"{taal.telwoord(n)} van de {taal.telwoord(totaal)} thema's"


def _analyses(n: int, totaal: int) -> str:
    """Return "beide wijkanalyses", "alle twaalf wijkanalyses" or "elf van de twaalf ..."."""
    if n == totaal:
        return taal.alle_van(totaal, "wijkanalyse", "wijkanalyses")
    return f"{taal.telwoord(n)} van de {taal.telwoord(totaal)} wijkanalyses"
