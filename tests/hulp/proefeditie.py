"""A whole edition in one process, without figures and PDFs: its tables, numbers and texts.

The steps are the `main` of the scripts. What each reads, writes and takes from the config is read
from the rules themselves (`workflow/rules`), so that this follows the workflow.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from hulp import WORTEL
from leefbaarheid.basis.tabel import Rij, lees_tabel
from leefbaarheid.basis.tabellen.alle import TABELLEN, van_editie, van_regel
from leefbaarheid.editie import instellingen
from leefbaarheid.editie.bronnen import zoek_bronnen
from leefbaarheid.editie.controle import controleer_editie
from leefbaarheid.editie.register import lees_register
from leefbaarheid.editie.schema import lees_schema
from leefbaarheid.editie.tijdlijn import lees_tijdlijn
from leefbaarheid.rapport.aannames import lees_document as lees_aannames
from leefbaarheid.rapport.documenten import Document, lees_documenten
from leefbaarheid.rapport.documenten import van_editie as documenten_van
from leefbaarheid.rapport.logboek import lees_logboek
from leefbaarheid.rapport.sjablonen import maak_omgeving, vul
from leefbaarheid.tekst.cijfers import Cijfers, lees_cijfers
from leefbaarheid.tekst.stof import Stof

REGELS = (
    *("bepaal_trajecten", "schat_modellen", "toets_modellen", "toets_trajecten"),
    *("bereken_specificatiecurve", "weeg_robuustheid"),
)
"""The rules that read and write tables only, in an order that works."""


class Proefeditie(NamedTuple):
    """What an edition gives.

    Attributes:
        editie: its config, with defaults.
        tabellen: every result table, as rows.
        cijfers: the numbers of both halves.
        teksten: document -> the filled template.
    """

    editie: dict[str, Any]
    tabellen: dict[str, list[Rij]]
    cijfers: Cijfers
    teksten: dict[str, str]


class ElkeFiguur(Mapping[str, Mapping[str, Any]]):
    """A note for every figure a text asks for by name; none when it asks which there are."""

    def __getitem__(self, naam: str) -> dict[str, Any]:
        noot = dict.fromkeys(("titel", "alt", "bron"), f"Figuur {naam}")
        return (
            noot
            | {"bestand": f"hoofdrapport/{naam}.svg", "peiljaar": "2014", "n": "1 wijk"}
            | {"boodschap": ""}
        )

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __contains__(self, naam: object) -> bool:
        return True


@cache
def _regels() -> dict[str, str]:
    """Return the text of each rule by name."""
    tekst = "\n".join(pad.read_text("utf-8") for pad in (WORTEL / "workflow/rules").glob("*.smk"))
    delen = re.split(r"^rule (\w+):\n", tekst, flags=re.M)
    return dict(zip(delen[1::2], delen[2::2], strict=True))


def invoer_van(regel: str) -> list[str]:
    """Return the tables that a rule reads."""
    begin = _regels()[regel].split("output:")[0]
    namen = [n for deel in re.findall(r"\btabellen\(([^)]*)\)", begin) for n in _namen(deel)]
    for ander in re.findall(r'\buitvoer\("(\w+)"\)', begin):
        namen += van_regel(ander)
    return namen


def _namen(argumenten: str) -> list[str]:
    return re.findall(r'"(\w+)"', argumenten)


def instelling_van(regel: str) -> Any:
    """Return the class of what a rule takes from the edition."""
    gevonden = re.search(r"uit_editie\(instellingen\.(\w+)\)", _regels()[regel])
    assert gevonden, regel
    return getattr(instellingen, gevonden[1])


def lees_editie(pad: Path = WORTEL / "config" / "config.yaml") -> dict[str, Any]:
    """Return the config of an edition as it stands, with the folder of its sources in full."""
    editie = yaml.safe_load(pad.read_text("utf-8"))
    return editie | {"bronnen_map": str(WORTEL / editie["bronnen_map"])}


@cache
def _schema() -> Any:
    return lees_schema(WORTEL)


def maak(
    editie: Mapping[str, Any], map_: Path, documenten: tuple[str, ...] | None = None
) -> Proefeditie:
    """Make the tables and texts of an edition in a folder.

    Args:
        editie: the config, without defaults.
        map_: where to write.
        documenten: which documents; all by default.
    """
    volledig = controleer_editie(
        copy.deepcopy(dict(editie)), _schema(), register=lees_register(WORTEL)
    )
    bronnen = zoek_bronnen(volledig)
    # these editions have a context table of their own, and no recipe
    namen = (
        van_editie(volledig).keys()
        - van_regel("bouw_context").keys()
        - van_regel("controleer_tabellen").keys()
        - van_regel("maak_wijkportretten").keys()
    )
    paden = {naam: map_ / f"{naam}.csv" for naam in TABELLEN if naam in namen}

    def bij(namen: Any) -> dict[str, Path]:
        return {naam: paden[naam] for naam in namen}

    eigen = {k: v for k, v in bronnen.items() if k in instellingen.BRONTABELLEN}
    import_module("lees_bronnen").main(
        eigen, bij(van_regel("lees_bronnen")), instelling_van("lees_bronnen").uit_editie(volledig)
    )
    for regel in REGELS:
        import_module(regel).main(
            bij(invoer_van(regel)),
            bij(van_regel(regel)),
            instelling_van(regel).uit_editie(volledig),
        )
    cijfers, analyses = _wijkanalyses(volledig, bronnen, map_, bij)
    tabellen = {naam: lees_tabel(pad, TABELLEN[naam]) for naam, pad in paden.items()}
    alle = lees_documenten(WORTEL / "reports", _schema()["properties"])
    beschreven = documenten_van(alle, volledig)
    teksten = {
        naam: _vul(beschreven[naam], volledig, tabellen, cijfers, analyses)
        for naam in (beschreven if documenten is None else documenten)
    }
    return Proefeditie(volledig, tabellen, lees_cijfers(cijfers["alle"]), teksten)


def _wijkanalyses(
    editie: Mapping[str, Any], bronnen: Mapping[str, Any], map_: Path, bij: Any
) -> tuple[dict[str, Path], Path]:
    """Read and join the wijkanalyses; return where all numbers are, by kind, and the analyses."""
    ontwikkeling, alles = map_ / "cijfers-ontwikkeling.json", map_ / "cijfers.json"
    import_module("bereken_cijfers").main(bij(invoer_van("bereken_cijfers")), ontwikkeling)
    analyses, themas = map_ / "wijkanalyses.json", editie["wijkanalyses"]["themas"]
    import_module("lees_wijkanalyses").main(
        bronnen.get("wijkanalyses", []),
        bronnen.get("wijkanalyses_map", ""),
        bij(["bronwijken"])["bronwijken"],
        themas,
        analyses,
        map_ / "beelden",
        themabestanden=bronnen.get("adviezen", []),
        themamap=bronnen.get("adviezen_map", ""),
        adviezen=map_ / "adviezen.json",
    )
    uitvoer = bij(van_regel("koppel_wijkanalyses"))
    import_module("koppel_wijkanalyses").main(
        analyses,
        **bij(["wijken", "panel", "bronwijken"]),
        uitvoer=uitvoer,
        themas=themas,
        eindjaar=editie["eindjaar"],
        adviezen=map_ / "adviezen.json",
    )
    import_module("verzamel_cijfers").main(
        ontwikkeling, bij(["wijkanalyses", "wijkprofielen"]), analyses, alles
    )
    return {"ontwikkeling": ontwikkeling, "alle": alles}, analyses


def _vul(
    document: Document,
    editie: Mapping[str, Any],
    tabellen: Mapping[str, list[Rij]],
    cijfers: Mapping[str, Path],
    analyses: Path,
) -> str:
    """Return the filled template of a document, with what it declares and nothing else."""
    docs = WORTEL / "docs"
    stof = Stof(
        {naam: editie[naam] for naam in document.editie if naam in editie}
        | {"engine": "proef"}
        | ({"tijdlijn": lees_tijdlijn(WORTEL)} if document.tijdlijn else {}),
        lees_cijfers(cijfers["alle" if document.alle_cijfers else "ontwikkeling"]),
        {naam: tabellen[naam] for naam in document.tabellen},
        json.loads(analyses.read_text("utf-8")) if document.wijkanalyses else [],
        lees_aannames((docs / "aannames.md").read_text("utf-8")) if document.aannames else [],
        lees_logboek((docs / "besluiten.md").read_text("utf-8")) if document.logboek else [],
    )
    omgeving = maak_omgeving([WORTEL / "reports"], stof, ElkeFiguur())
    return vul(omgeving, f"{document.naam}/document.qmd.j2")
