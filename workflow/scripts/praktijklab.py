"""The hand-out for a meeting, two pages per theme (`make praktijklab`)."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from leefbaarheid.basis import gebied
from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u
from leefbaarheid.basis.lezen import lees_csv
from leefbaarheid.basis.schrijven import schrijf_tekst
from leefbaarheid.basis.tabel import lees_tabel
from leefbaarheid.basis.tabellen.alle import TABELLEN, van_regel
from leefbaarheid.editie.instellingen import Kaderinstellingen
from leefbaarheid.editie.resultaten import lees_manifest
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.schrijven import Maker, schrijf_figuren
from leefbaarheid.figuren.delen.stijl import stel_in
from leefbaarheid.figuren.wijkanalyses.thema_verloop import thema_verloop
from leefbaarheid.rapport.engine import kies_engine
from leefbaarheid.rapport.pdf import maak_pdf
from leefbaarheid.rapport.sjablonen import maak_omgeving, vul
from leefbaarheid.rapport.tijdstip import tijdstip_van
from leefbaarheid.rapport.werkmap import huisstijl, naast_de_qmd
from leefbaarheid.tekst.cijfers import lees_cijfers
from leefbaarheid.tekst.praktijklab.thema import figuurnaam, noemers, themas
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.wijkanalyses.kop import themasleutel

WORTEL = Path(__file__).resolve().parents[2]
FIGUREN = "praktijklab"


def lees_stof(uit: Path, thema: str) -> Stof:
    """Return what the hand-out is written from.

    Args:
        uit: results/<editie>.
        thema: key or name of a theme; "" for all.

    Raises:
        InvoerFout: the edition is not made, has no such theme, or nothing on it.
    """
    config = lees_manifest(uit)["config"]
    gebied.stel_in(gebied.gebied_van(config.get("gebied")))
    bekend: Mapping[str, str] = config["wijkanalyses"]["themas"]
    sleutel = themasleutel(bekend, thema) if thema else ""
    if sleutel is None:
        raise InvoerFout(
            "dit thema heeft de editie niet",
            waarde=thema,
            remedie=bedoelde_u(thema, bekend) or f"Kies uit: {', '.join(bekend)}.",
        )
    tabellen = {
        naam: lees_tabel(uit / TABELLEN[naam].pad, TABELLEN[naam])
        for naam in van_regel("koppel_wijkanalyses")
    }
    engine = kies_engine(config["rapport"]["engine"]).versie
    stof = Stof(
        {**config, "engine": engine, "praktijklab": [sleutel] if sleutel else []},
        lees_cijfers(uit / "cijfers.json"),
        tabellen,
        json.loads((uit / "data" / "wijkanalyses.json").read_text("utf-8")),
    )
    if not themas(stof):
        raise InvoerFout(
            "over dit thema zegt deze editie niets"
            if sleutel
            else "deze editie heeft geen wijkanalyses of adviezen",
            bestand=uit,
            waarde=thema or None,
            remedie="Voeg wijkanalyses of adviezen per thema toe (docs/handleiding.md) en maak de "
            "editie opnieuw.",
        )
    return stof


def teken_themas(uit: Path, stof: Stof, doel: Path) -> dict[str, Any]:
    """Draw a figure per theme into a folder, and return their notes by name.

    Args:
        uit: results/<editie>.
        stof: what the hand-out is written from.
        doel: the folder to make.
    """
    stel_in(sorted((WORTEL / "reports" / "fonts").glob("*.ttf")))
    kader = Kader.uit_editie(**Kaderinstellingen.uit_editie(stof.editie).gegevens())
    profielen, wijken = (
        lees_csv(uit / TABELLEN[naam].pad, TABELLEN[naam]) for naam in ("wijkprofielen", "wijken")
    )
    makers: dict[str, Maker] = {
        figuurnaam(thema): partial(
            thema_verloop,
            profielen[profielen["bestand"].isin(noemers(stof, thema))],
            wijken,
            thema.label,
            kader,
        )
        for thema in themas(stof)
    }
    schrijf_figuren(makers, doel)
    noten = json.loads((doel / "figuren.json").read_text("utf-8"))
    return {
        naam: {**noot, "bestand": f"{doel.name}/{noot['bestand']}"} for naam, noot in noten.items()
    }


def maak(uit: Path, thema: str, doel: str) -> Path:
    """Write the PDF and return where it is.

    Args:
        uit: results/<editie>.
        thema: key or name of a theme; "" for all.
        doel: the PDF; "" for a name made from the theme, in the folder of the reports.
    """
    stof = lees_stof(uit, thema)
    reports = WORTEL / "reports"
    gekozen = stof.editie["praktijklab"]
    naam = f"praktijklab-{gekozen[0].replace('_', '-')}" if gekozen else "praktijklab"
    pad = Path(doel) if doel else uit / "rapport" / f"{naam}.pdf"
    with tempfile.TemporaryDirectory() as map_:
        figuren = Path(map_) / FIGUREN
        omgeving = maak_omgeving([reports], stof, teken_themas(uit, stof, figuren))
        qmd = Path(map_) / f"{naam}.qmd"
        schrijf_tekst(vul(omgeving, "praktijklab/document.qmd.j2"), qmd)
        maak_pdf(
            qmd,
            pad,
            bestanden=huisstijl(reports)
            | naast_de_qmd(reports / "literatuur.bib", [figuren], None),
            engine=kies_engine(stof.editie["rapport"]["engine"]),
            tijdstip=tijdstip_van(stof.editie["teksten"]["datum"]),
        )
    return pad


def main(argumenten: list[str] | None = None) -> None:
    """Write the hand-out and print where it is."""
    parser = argparse.ArgumentParser(
        prog="make praktijklab",
        description="Maakt een hand-out van twee bladzijden per thema, om over door te praten.",
    )
    parser.add_argument("uit", type=Path, help="map met de resultaten: results/<editie>")
    parser.add_argument("--thema", default="", help="sleutel of naam van een thema; zonder: alle")
    parser.add_argument("--doel", default="", help="waar de PDF komt")
    gegeven = parser.parse_args(argumenten)
    try:
        print(maak(gegeven.uit, gegeven.thema, gegeven.doel))
    except InvoerFout as fout:
        sys.exit(str(fout))


if __name__ == "__main__":
    main()
