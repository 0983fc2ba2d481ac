"""Source lines under tables."""

from __future__ import annotations

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
