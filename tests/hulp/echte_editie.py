"""The tables of the real edition, for tests that look at the real open data."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pandas as pd
import yaml

from hulp import WORTEL
from leefbaarheid.analyse.selectie import selecteer
from leefbaarheid.analyse.trajecten import Clusterregel, maak_wijkentabel
from leefbaarheid.data.codeboek import lees_codeboek
from leefbaarheid.data.context import lees_context
from leefbaarheid.data.leefbaarometer import lees_leefbaarometer
from leefbaarheid.data.selectielijst import lees_selectielijst
from leefbaarheid.data.wijken import maak_wijken
from leefbaarheid.editie.register import lees_register, vul_bronnen
from leefbaarheid.editie.samenhang import alle_labels


class EchteEditie(NamedTuple):
    """Config and tables as the stages data and analyse make them."""

    config: dict
    regel: Clusterregel
    kenmerken: pd.DataFrame
    panel: pd.DataFrame
    wijken: pd.DataFrame
    context: pd.DataFrame
    codeboek: pd.DataFrame


def lees_echte_editie(map_: Path, naam: str = "leefbaarometer-3.0") -> EchteEditie:
    """Read the real files of an edition and apply selection and cluster rule."""
    pad = WORTEL / "config" / "edities" / f"{naam}.yaml"
    config = yaml.safe_load(pad.read_text(encoding="utf-8"))
    bronnen = vul_bronnen(config["bronnen"], lees_register(WORTEL), str(pad))
    clusters = config["clusters"]
    panel = lees_leefbaarometer(map_ / bronnen["leefbaarometer"]["bestand"], config["jaren"])
    codeboek = lees_codeboek(map_ / "codeboek-contextfactoren.csv")
    # made by hand; the edition builds its own, equal in every cell (tests/opbouw)
    kenmerken, context = lees_context(
        map_ / "contextfactoren-wijken.csv",
        codeboek,
        config["factoren"],
        config["kenmerken"],
        voorwaarden=list(config["selectie"].get("voorwaarden", {})),
    )
    lijst = None
    if config["selectie"]["soort"] == "lijst":
        bekend = {*panel["wk_code"], *kenmerken["wk_code"]}
        blok = bronnen["selectielijst"]
        labels = alle_labels(config["selectie"])
        lijst = lees_selectielijst(map_ / blok["bestand"], labels, bekend, blok.get("uit_kolom"))
    kenmerken = maak_wijken(panel, kenmerken, lijst)
    regel = Clusterregel(
        clusters["langjaar"],
        clusters["crisisjaar"],
        config["eindjaar"],
        clusters["delta"],
        clusters["voldoende_vanaf_klasse"],
    )
    gekozen, _ = selecteer(
        kenmerken, panel, config["selectie"], config["jaren"], config["eindjaar"]
    )
    vensters = [tuple(venster) for venster in config["vensters"]]
    grenzen = config["klassen"]["grenzen"]
    wijken = maak_wijkentabel(gekozen, panel, config["jaren"], vensters, grenzen, regel)
    return EchteEditie(config, regel, kenmerken, panel, wijken, context, codeboek)
