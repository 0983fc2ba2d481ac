"""What the hoofdrapport and the hand-out say about one advice."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.tekst.gedeeld.cellen import Cellen

VORMEN = {"samenwerkingsvorm": "samenwerking", "financieringsvorm": "financiering"}
"""Columns of the table `adviezen` with a form, and the word for it."""


def advies_cellen(rij: Rij) -> Cellen:
    """Return the advice, for whom and when, and in which forms; a dash where none is named."""
    vormen = [als_markdown(rij[vorm]) for vorm in VORMEN if rij[vorm]]
    wie = taal.hoofdletter(als_markdown(rij["wie"]))
    return [
        als_markdown(rij["wat"]),
        f"{wie}; {als_markdown(rij['horizon'])}" if rij["horizon"] else wie,
        taal.hoofdletter("; ".join(vormen)) or taal.GEEN,
    ]
