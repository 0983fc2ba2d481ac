"""A document of an edition filled again from its result tables, with everything it reads noted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leefbaarheid.basis.marge import marge_van, met_marge
from leefbaarheid.basis.merken import zonder_merken
from leefbaarheid.basis.tabel import Rij, lees_tabel
from leefbaarheid.basis.tabellen.alle import TABELLEN
from leefbaarheid.editie.register import lees_register, vindplaatsen
from leefbaarheid.editie.tijdlijn import lees_tijdlijn
from leefbaarheid.herleiden.opname import (
    GelezenCijfers,
    Opname,
    hoofdletter,
    opgenomen,
    sjabloonfuncties,
)
from leefbaarheid.herleiden.tekst import Zin, zinnen
from leefbaarheid.rapport.aannames import lees_document
from leefbaarheid.rapport.documenten import Document
from leefbaarheid.rapport.logboek import lees_logboek
from leefbaarheid.rapport.sjablonen import maak_omgeving, vul
from leefbaarheid.tekst.stof import Stof


@dataclass(frozen=True)
class Opgenomen:
    """A document with what was read for it.

    Attributes:
        naam: the document.
        tekst: the whole text, without marks: that of the .qmd.
        zinnen: its sentences.
        opname: the pieces that the sentences name by number.
    """

    naam: str
    tekst: str
    zinnen: list[Zin]
    opname: Opname


def lees_tabellen(uit: Path, namen: list[str]) -> dict[str, list[Rij]]:
    """Return result tables of an edition, those that are there."""
    paden = {naam: uit / TABELLEN[naam].pad for naam in namen}
    return {n: lees_tabel(pad, TABELLEN[n]) for n, pad in paden.items() if pad.is_file()}


def neem_op(document: Document, manifest: Mapping[str, Any], uit: Path, wortel: Path) -> Opgenomen:
    """Fill the template of a document as the pipeline does, and note what it reads.

    Args:
        document: what it uses.
        manifest: of the edition, with its config, engine and sources.
        uit: the folder with the results of the edition.
        wortel: the project.
    """
    opname = Opname()
    tabellen = lees_tabellen(uit, list(document.tabellen))
    config = manifest["config"]
    editie = {naam: config[naam] for naam in document.editie if naam in config}
    editie |= {"engine": manifest["engine"], "register": manifest["bronnen"]}
    editie["licenties"] = vindplaatsen(lees_register(wortel))
    if document.tijdlijn:
        editie["tijdlijn"] = lees_tijdlijn(wortel)
    if "marge" in tabellen:
        editie = met_marge(editie, marge_van(tabellen["marge"]))
    bron = "cijfers.json" if document.alle_cijfers else "data/cijfers-ontwikkeling.json"
    stof = Stof(
        editie,
        GelezenCijfers(json.loads((uit / bron).read_text("utf-8")), opname),
        opgenomen(tabellen, opname),
        json.loads((uit / "data" / "wijkanalyses.json").read_text("utf-8"))
        if document.wijkanalyses
        else [],
        lees_document((wortel / "docs" / "aannames.md").read_text("utf-8"))
        if document.aannames
        else [],
        lees_logboek((wortel / "docs" / "besluiten.md").read_text("utf-8"))
        if document.logboek
        else [],
    )
    omgeving = maak_omgeving([wortel / "reports"], stof, _figuren(document, uit))
    omgeving.globals.update(sjabloonfuncties(stof, opname), hoofdletter=hoofdletter)
    omgeving.filters["hoofdletter"] = hoofdletter
    gemerkt = vul(omgeving, f"{document.naam}/document.qmd.j2")
    return Opgenomen(document.naam, zonder_merken(gemerkt), list(zinnen(gemerkt)), opname)


def _figuren(document: Document, uit: Path) -> dict[str, Any]:
    noten: dict[str, Any] = {}
    for map_ in document.figuren:
        pad = uit / "figuren" / map_ / "figuren.json"
        for naam, noot in json.loads(pad.read_text("utf-8")).items():
            noten[naam] = {**noot, "bestand": f"{map_}/{noot['bestand']}"}
    return noten
