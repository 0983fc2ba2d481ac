"""Source lines under tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.tekst.stof import Stof


def bron(stof: Stof) -> str:
    """Return the source line of tables made from the scores."""
    teksten = stof.editie["teksten"]
    return als_markdown(f"Bron: {teksten['bron_leefbaarometer']}; bewerking {teksten['uitgever']}.")


def bron_analyses(stof: Stof) -> str:
    """Return the source line of tables made from wijkanalyses and scores."""
    teksten = stof.editie["teksten"]
    bronnen = f"wijkanalyses; {teksten['bron_leefbaarometer']}"
    return als_markdown(f"Bron: {bronnen}; bewerking {teksten['uitgever']}.")


def bron_model(stof: Stof) -> str:
    """Return the source line of tables made from scores and factors."""
    teksten = stof.editie["teksten"]
    bronnen = f"{teksten['bron_leefbaarometer']}; {teksten['bron_context']}"
    return als_markdown(f"Bron: {bronnen}; bewerking {teksten['uitgever']}.")


def registerbronnen(stof: Stof) -> list[Mapping[str, Any]]:
    """Return the sources of the edition in the register; none for one with files of its own."""
    bronnen: list[Mapping[str, Any]] = stof.editie.get("register", [])
    return bronnen


def citaten(stof: Stof) -> list[str]:
    """Return how the sources of the edition are quoted, each once, with a link if there is one."""
    uit = {}
    for bron in registerbronnen(stof):
        tekst = als_markdown(bron["citeren"])
        uit[bron["citeren"]] = f"[{tekst}](<{bron['vindplaats']}>)" if bron["vindplaats"] else tekst
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
