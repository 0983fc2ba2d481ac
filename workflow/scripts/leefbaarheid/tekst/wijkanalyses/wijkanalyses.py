"""The wijkanalyses themselves, in the bijlage Wijkanalyses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.basis.tabelwaarden import Advieslaag
from leefbaarheid.tekst.gedeeld import koppeling
from leefbaarheid.tekst.stof import Stof


def besprekingen(stof: Stof, analyse: Mapping[str, Any]) -> list[str]:
    """Lay the verdict of an analysis beside the cluster of each of its wijken, as list items."""
    zinnen = (
        als_markdown(koppeling.zin(rij["bespreking"]))
        for rij in stof.tabellen["wijkanalyses"]
        if rij["bestand"] == analyse["bron"]
    )
    return list(dict.fromkeys(zinnen))  # two wijken in one cluster are discussed once


def adviezen(stof: Stof, analyse: Mapping[str, Any]) -> list[str]:
    """Return the advice of an analysis as list items; what was not filled in is left out."""
    uit = []
    for rij in stof.tabellen["adviezen"]:
        if rij["bestand"] == analyse["bron"] and rij["laag"] == Advieslaag.WIJK:
            delen = [f"voor {rij['wie']}"]
            delen += [
                f"{woord}: {rij[kolom]}" for kolom, woord in _ADVIESWOORDEN.items() if rij[kolom]
            ]
            uit.append(f"{als_markdown(rij['wat'])} *({als_markdown('; '.join(delen))})*")
    return uit


_ADVIESWOORDEN = {
    "horizon": "termijn",
    "samenwerkingsvorm": "samenwerking",
    "financieringsvorm": "financiering",
    "bron": "steunt op",
}
