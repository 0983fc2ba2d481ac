"""Before the checks: draft mode, and what the config fixes."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.tekst.gedeeld.robuustheid import factornamen
from leefbaarheid.tekst.gedeeld.schatter import leidende_schatter_lang
from leefbaarheid.tekst.stof import Stof


def concept(stof: Stof) -> str:
    """Say that the edition was computed in draft mode; else ""."""
    if not stof.editie["inferentie"]["snel"]:
        return ""
    return (
        "**Concept.** Deze editie is gerekend in de conceptstand, met minder trekkingen dan "
        "voor een definitieve uitgave. De p-waarden, intervallen en oordelen in dit hoofdstuk "
        "zijn daardoor grover en kunnen nog verschuiven."
    )


def vooraf(stof: Stof) -> str:
    """Say what the config fixes: the primary factors and the leading estimator."""
    primair = stof.editie["inferentie"]["primaire_factoren"]
    schatter = leidende_schatter_lang(stof)
    wijst = taal.meervoud(
        len(primair), "één hoofdfactor", f"{taal.telwoord(len(primair))} hoofdfactoren"
    )
    return (
        f"De configuratie van de editie wijst {wijst} aan "
        f"({factornamen(stof, primair)}) en legt vast dat {schatter} beslist of een samenhang "
        "aantoonbaar heet; wanneer dat is gekozen, staat in @sec-logboek. De andere schatters en "
        "factoren staan ernaast."
    )
