"""The GRoLTS checklist."""

from __future__ import annotations

from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.robuustheid import rijen_van
from leefbaarheid.tekst.stof import Stof


def grolts_rijen(stof: Stof) -> list[Cellen]:
    """Return the GRoLTS checklist: number, item, reported, how."""
    return [
        [
            str(rij["nr"]),
            als_markdown(rij["item"]),
            als_markdown(rij["gerapporteerd"]),
            als_markdown(rij["hoe"]),
        ]
        for rij in rijen_van(stof, "grolts")
    ]
