"""The story of national policy in the hoofdrapport, from the lines of the timeline."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from leefbaarheid.tekst.stof import Stof


def alineas(stof: Stof) -> list[str]:
    """Return a paragraph for each run of lines that are, or are not, what else was going on."""
    momenten = stof.editie.get("tijdlijn", [])
    lopen = groupby(momenten, key=lambda moment: moment["soort"] == "omstandigheid")
    return [" ".join(map(_met_bron, groep)) for _, groep in lopen]


def _met_bron(moment: dict[str, Any]) -> str:
    """Return the sentences of a line with its sources before the last full stop."""
    bronnen = "; ".join(f"@{bron}" for bron in moment["bron"])
    zin = " ".join(moment["zin"].split())
    return f"{zin.removesuffix('.')} [{bronnen}]."
