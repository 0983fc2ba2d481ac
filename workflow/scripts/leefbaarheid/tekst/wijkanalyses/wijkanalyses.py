"""The wijkanalyses themselves, in the bijlage Wijkanalyses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from leefbaarheid.basis.markdown import als_markdown
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
