"""The wijkanalyses on the website: summary, the three perspectives, themes and approach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import SECTIES
from leefbaarheid.rapport.website.tekst import per_tekst

PERSPECTIEVEN = tuple(naam for naam in SECTIES if naam.startswith("Perspectief "))


def analyses(
    gelezen: Sequence[Mapping[str, Any]], themanamen: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Return what the pages show of each wijkanalyse, as plain text, by title.

    Args:
        gelezen: from the rule lees_wijkanalyses.
        themanamen: label of each theme.
    """
    op_titel = sorted(gelezen, key=lambda analyse: (analyse["titel"], analyse["bron"]))
    if not op_titel:
        return []
    teksten = per_tekst(
        [a["secties"].get(naam, "") for a in op_titel for naam in PERSPECTIEVEN]
        + [a["samenvatting"] for a in op_titel]
    )
    n = len(PERSPECTIEVEN)
    samenvattingen = teksten[n * len(op_titel) :]
    return [
        {
            "titel": analyse["titel"],
            "oordeel": analyse["oordeel"],
            "studie": analyse["studie"],
            "datum": taal.maand_jaar(analyse["datum"]),
            "wijken": list(analyse["wijken"]),
            "themas": [themanamen.get(thema, thema) for thema in analyse["themas"]],
            "samenvatting": samenvattingen[plek],
            "perspectieven": [
                {"naam": naam, "alineas": teksten[plek * n + nummer]}
                for nummer, naam in enumerate(PERSPECTIEVEN)
            ],
            "aanpak": [
                {deel: rij[deel] for deel in ("opgave", "aanpak", "opbrengst")}
                for rij in analyse["aanpakken"]
            ],
        }
        for plek, analyse in enumerate(op_titel)
    ]


def per_wijk(alle: Sequence[Mapping[str, Any]]) -> dict[str, list[int]]:
    """Return the places of the wijkanalyses of each wijk that has any."""
    uit: dict[str, list[int]] = {}
    for plek, analyse in enumerate(alle):
        for code in analyse["wijken"]:
            uit.setdefault(code, []).append(plek)
    return uit
