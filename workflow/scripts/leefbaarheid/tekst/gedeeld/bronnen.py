"""Source lines under tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.tekst.stof import Stof


def bron(stof: Stof) -> str:
    """Return the source line of tables made from the scores."""
    return f"Bron: {_leefbaarometer(stof)}; {_bewerking(stof)}"


def bron_analyses(stof: Stof) -> str:
    """Return the source line of tables made from wijkanalyses and scores."""
    return f"Bron: wijkanalyses; {_leefbaarometer(stof)}; {_bewerking(stof)}"


def bron_model(stof: Stof) -> str:
    """Return the source line of tables made from scores and factors."""
    context = als_markdown(stof.editie["teksten"]["bron_context"])
    return f"Bron: {_leefbaarometer(stof)}; {context}; {_bewerking(stof)}"


def _bewerking(stof: Stof) -> str:
    return als_markdown(f"bewerking {stof.editie['teksten']['uitgever']}.")


def _leefbaarometer(stof: Stof) -> str:
    """Return the source of the scores, with a link to where the register says they are."""
    scores = (bron for bron in registerbronnen(stof) if bron.get("vorm") == "leefbaarometer")
    vindplaats = next((bron["vindplaats"] for bron in scores), "")
    return koppeling(stof.editie["teksten"]["bron_leefbaarometer"], vindplaats)


def koppeling(tekst: str, adres: str) -> str:
    """Return words as a link; plain where there is no address."""
    woorden = als_markdown(tekst)
    return f"[{woorden}](<{adres}>)" if adres else woorden


def licentie(stof: Stof, naam: str) -> str:
    """Return the name of a licence, with a link to its text where the register knows it."""
    return koppeling(naam, stof.editie.get("licenties", {}).get(naam, ""))


def registerbronnen(stof: Stof) -> list[Mapping[str, Any]]:
    """Return the sources of the edition in the register; none for one with files of its own."""
    bronnen: list[Mapping[str, Any]] = stof.editie.get("register", [])
    return bronnen


def citaten(stof: Stof) -> list[str]:
    """Return how the sources of the edition are quoted, each once, with a link if there is one."""
    uit = {
        bron["citeren"]: koppeling(bron["citeren"], bron["vindplaats"])
        for bron in registerbronnen(stof)
    }
    return list(uit.values())


def niet_commercieel(stof: Stof) -> str:
    """Say which licences forbid commercial use of what is made from a source; "" for none."""
    namen = {
        bron["licentie"]["naam"]
        for bron in registerbronnen(stof)
        if not bron["licentie"]["commercieel"]
    }
    if not namen:
        return ""
    return (
        f"Wat met een bron onder {taal.opsomming(sorted(namen))} is gemaakt, is niet voor "
        "commercieel gebruik."
    )
