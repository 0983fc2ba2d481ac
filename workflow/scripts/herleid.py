"""Trace words on a page to the raw lines they come from (`make herleid`)."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u
from leefbaarheid.basis.gebied import gebied_van, stel_in
from leefbaarheid.basis.tabellen.alle import TABELLEN
from leefbaarheid.editie.resultaten import lees_manifest
from leefbaarheid.editie.schema import lees_schema
from leefbaarheid.herleiden.antwoord import (
    Editie,
    Herleid,
    als_gegevens,
    als_tekst,
    getal_als_tekst,
    herleid_getal,
    herleid_zin,
    op_bladzijde,
    zoek_zinnen,
)
from leefbaarheid.herleiden.document import Opgenomen, lees_tabellen, neem_op
from leefbaarheid.herleiden.opname import herkomst_van_cijfers
from leefbaarheid.rapport.documenten import lees_documenten

WORTEL = Path(__file__).resolve().parents[2]
MEESTE_ZINNEN = 5


class Resultaten:
    """The results of an edition with its manifest.

    Args:
        uit: results/<editie>.
        bronnen: folder with the sources, "" for where the edition says.
        regels: how many raw lines to show.

    Raises:
        InvoerFout: there is no finished edition there.
    """

    def __init__(self, uit: Path, bronnen: str, regels: int, wortel: Path = WORTEL) -> None:
        self.uit, self.wortel = uit, wortel
        self.manifest = lees_manifest(uit)
        stel_in(gebied_van(self.manifest["config"].get("gebied")))
        self.documenten = lees_documenten(wortel / "reports", lees_schema(wortel)["properties"])
        tabellen = lees_tabellen(uit, list(TABELLEN))
        self.editie = Editie(
            uit=uit,
            wortel=wortel,
            tabellen=tabellen,
            cijfers=json.loads((uit / "cijfers.json").read_text("utf-8")),
            cellen=herkomst_van_cijfers(
                tabellen, json.loads((uit / "data" / "wijkanalyses.json").read_text("utf-8"))
            ),
            bestanden=_bestanden(self.manifest["config"], uit, bronnen),
            regels=regels,
        )

    def neem_op(self, namen: list[str] | None = None) -> list[Opgenomen]:
        """Return documents of the edition, filled again."""
        aanwezig = [n for n in self.documenten if (self.uit / "rapport" / f"{n}.qmd").is_file()]
        # what most people read goes first
        aanwezig.sort(key=lambda naam: naam != "hoofdrapport")
        return [
            neem_op(self.documenten[naam], self.manifest, self.uit, self.wortel)
            for naam in (namen or aanwezig)
        ]


def _bestanden(config: Mapping[str, Any], uit: Path, bronnen: str) -> dict[str, Path]:
    """Return the raw files, when they are all at hand."""
    map_ = Path(bronnen) if bronnen else Path("data/raw") / uit.name
    blokken = config["bronnen"]
    eigen = blokken["context"].get("bestand")
    paden = {
        "scores": map_ / blokken["leefbaarometer"]["bestand"],
        "context": map_ / eigen if eigen else uit / "data" / "contexttabel.csv",
    }
    return paden if all(pad.is_file() for pad in paden.values()) else {}


def zin(resultaten: Resultaten, vraag: str) -> list[Herleid]:
    """Return what the sentences with these words rest on.

    Raises:
        InvoerFout: no sentence of the edition has them.
    """
    gevonden = zoek_zinnen(vraag, resultaten.neem_op())
    if not gevonden:
        raise InvoerFout(
            "deze woorden staan in geen zin van de documenten",
            waarde=vraag,
            remedie="Neem een deel van een zin over uit de PDF; tabellen en koppen tellen niet.",
        )
    return [herleid_zin(vondsten, resultaten.editie) for vondsten in gevonden[:MEESTE_ZINNEN]]


def bladzijde(resultaten: Resultaten, vraag: str) -> list[Herleid]:
    """Return what the sentences with numbers on a page rest on.

    Args:
        resultaten: of the edition.
        vraag: document and page, as "hoofdrapport:7".

    Raises:
        InvoerFout: no such document or page.
    """
    naam, _, nummer = vraag.partition(":")
    pdf = resultaten.uit / "rapport" / f"{naam}.pdf"
    if naam not in resultaten.documenten or not pdf.is_file():
        raise InvoerFout(
            "dit document is er niet",
            waarde=vraag,
            remedie=bedoelde_u(naam, list(resultaten.documenten))
            or f"Kies uit {', '.join(resultaten.documenten)}, bijvoorbeeld hoofdrapport:7.",
        )
    from leefbaarheid.herleiden.paginas import lees_paginas

    paginas = lees_paginas(pdf)
    if not nummer.isdecimal() or not 1 <= int(nummer) <= len(paginas):
        raise InvoerFout(
            "deze bladzijde is er niet",
            waarde=vraag,
            remedie=f"{naam} heeft {len(paginas)} bladzijden; tel vanaf het voorblad.",
        )
    (document,) = resultaten.neem_op([naam])
    gevonden = op_bladzijde(paginas[int(nummer) - 1], document)
    return [herleid_zin(vondsten, resultaten.editie) for vondsten in gevonden]


def main(keuze: argparse.Namespace) -> list[Any]:
    """Answer a question, and print the answer as text unless JSON was asked.

    Raises:
        InvoerFout: no such edition, sentence, number or page.
    """
    resultaten = Resultaten(Path(keuze.resultaten), keuze.bronnen, keuze.regels)
    if keuze.getal:
        if keuze.getal not in resultaten.editie.cijfers:
            raise InvoerFout(
                "er is geen getal met deze naam",
                waarde=keuze.getal,
                remedie=bedoelde_u(keuze.getal, resultaten.editie.cijfers)
                or f"De namen staan in {resultaten.uit}/cijfers.json.",
            )
        getal = herleid_getal(keuze.getal, resultaten.editie)
        if not keuze.json:
            print(getal_als_tekst(getal))
        return [als_gegevens(getal)]
    antwoorden = zin(resultaten, keuze.zin) if keuze.zin else bladzijde(resultaten, keuze.pagina)
    if not keuze.json:
        print("\n\n".join(als_tekst(antwoord) for antwoord in antwoorden))
        if not antwoorden:
            print("Op deze bladzijde staat geen zin met een getal.")
        if not resultaten.editie.bestanden:
            print("\nDe bronbestanden staan hier niet: wijs ze aan met BRONNEN=<map>.")
    return [als_gegevens(antwoord) for antwoord in antwoorden]


if __name__ == "__main__":
    lezer = argparse.ArgumentParser(
        description="Herleidt een zin, een getal of een bladzijde tot de tabel, de formule, de "
        "code en de ruwe regels waar zij vandaan komen."
    )
    lezer.add_argument(
        "resultaten", nargs="?", default="results/voorbeeld", help="map met de resultaten"
    )
    vraag = lezer.add_mutually_exclusive_group(required=True)
    vraag.add_argument("--zin", help="woorden uit een zin")
    vraag.add_argument("--getal", help="naam van een getal in cijfers.json")
    vraag.add_argument("--pagina", help="document en bladzijde, bijvoorbeeld hoofdrapport:7")
    lezer.add_argument("--bronnen", default="", help="map met de bronbestanden")
    lezer.add_argument("--regels", type=int, default=3, help="hoeveel ruwe regels te tonen")
    lezer.add_argument("--json", action="store_true", help="het antwoord als JSON")
    keuze = lezer.parse_args()
    try:
        uit = main(keuze)
    except InvoerFout as fout:
        sys.exit(str(fout))
    if keuze.json:
        print(json.dumps(uit, ensure_ascii=False, indent=2))
