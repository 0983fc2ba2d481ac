"""Published numbers drawn at random, and made again from the raw csv by other code."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from leefbaarheid.verificatie.naloop import Naloop, gelijk
from leefbaarheid.verificatie.rauw import lees_wijken
from leefbaarheid.verificatie.verslag import Onderdeel, Oordeel, Punt

NAAM = "getallen nagerekend"


def trek(cijfers: Path, naloop: Naloop, aantal: int, zaad: int) -> Onderdeel:
    """Draw numbers and compare them.

    Args:
        cijfers: cijfers.json of the publication.
        naloop: the edition by plain code.
        aantal: how many to draw.
        zaad: seed of the draw.
    """
    gepubliceerd = json.loads(cijfers.read_text("utf-8"))
    kan = sorted(naam for naam in gepubliceerd if naloop.kent(naam))
    gekozen = random.Random(zaad).sample(kan, min(aantal, len(kan)))
    punten = []
    for naam in gekozen:
        eigen, hun = naloop.getal(naam), gepubliceerd[naam]["waarde"]
        if gelijk(eigen, hun):
            punten.append(Punt(naam, Oordeel.GELIJK, f"{hun}"))
        else:
            punten.append(Punt(naam, Oordeel.ANDERS, f"gepubliceerd {hun}, nagerekend {eigen}"))
    zin = (
        f"{len(gekozen)} getrokken (zaad {zaad}) uit de {len(kan)} van de {len(gepubliceerd)} "
        "gepubliceerde getallen die dit programma uit de ruwe bestanden kan narekenen."
    )
    return Onderdeel(NAAM, punten, zin)


def maak_naloop(config: Mapping[str, Any], bronnen_map: Path, context: Path) -> Naloop:
    """Return the edition by plain code, from its raw files.

    Args:
        config: the config of the edition, from the manifest.
        bronnen_map: folder with the sources.
        context: the context table: a source, or made from the publishers' files by a recipe.
    """
    bronnen = config["bronnen"]
    lijst = bronnen.get("selectielijst", {}).get("bestand")
    pad = bronnen_map / lijst if lijst else None
    wijken = lees_wijken(
        config,
        str(bronnen_map / bronnen["leefbaarometer"]["bestand"]),
        str(context),
        str(pad) if pad and pad.is_file() else "",
    )
    return Naloop(config, wijken)
