"""The website of an edition as a whole."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.documenten import DOCUMENTEN, omslagtitel
from leefbaarheid.basis.gebied import W, met_woorden
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.vergelijk import gelijknamig
from leefbaarheid.editie.instellingen import Portretinstellingen
from leefbaarheid.rapport.portretten.inhoud import Inhoud
from leefbaarheid.rapport.website import schrijven
from leefbaarheid.rapport.website.analyses import analyses, per_wijk
from leefbaarheid.rapport.website.gegevens import blokken, kern
from leefbaarheid.rapport.website.kaart import kaart
from leefbaarheid.rapport.website.studie import studie
from leefbaarheid.tekst.wijkportretten import voorwerk
from leefbaarheid.tekst.wijkportretten.stijgers import plaatsen

DOWNLOADS = "downloads"
"""Folder with the documents and the table of wijken."""


@dataclass(frozen=True)
class Stukken:
    """What the website is made from, beside the pages of the wijken.

    Attributes:
        bron: reports/website: templates, style and scripts.
        hoofdrapport: its .qmd.
        analyses: JSON of the rule lees_wijkanalyses.
        portretten: the parts of the bijlage Wijkportretten.
        lijst: the table of stijgers and dalers.
        documenten: file names of all documents.
    """

    bron: Path
    hoofdrapport: Path
    analyses: Path
    portretten: Sequence[Path]
    lijst: Sequence[Rij]
    documenten: Sequence[str]


def maak_site(
    inhoud: Inhoud,
    instelling: Portretinstellingen,
    stukken: Stukken,
    themanamen: Mapping[str, str],
    licenties: Mapping[str, str],
    regel: Mapping[str, Any],
    doel: Path,
) -> None:
    """Write the pages and data of the website into the folder `doel`, without the documents.

    Args:
        inhoud: numbers and sentences of all wijken.
        instelling: blocks of the edition.
        stukken: the other files.
        themanamen: label of each theme of the wijkanalyses.
        licenties: where the text of each licence is, by its name.
        regel: block of the edition that says who is on the list of stijgers and dalers.
        doel: results/<editie>/website.
    """
    gelezen = json.loads(stukken.analyses.read_text("utf-8"))
    verhalen = analyses(gelezen, themanamen)
    downloads = [*map(_download, stukken.documenten)]
    downloads.append(
        {"naam": f"De cijfers van alle {W.gebieden} (csv)", "bestand": "downloads/wijken.csv"}
    )
    plekken = _bladzijden(inhoud, stukken.portretten)
    portretten = {
        code: f"{DOWNLOADS}/{bestand}#page={blad}" for code, (bestand, blad) in plekken.items()
    }
    alles = kern(
        inhoud,
        _editie(instelling, licenties, met_grenzen=bool(len(inhoud.tabel["wijkgrenzen"]))),
        {code: blad for code, (_, blad) in plekken.items()},
        per_wijk(verhalen),
        downloads,
    )
    schrijven.schrijf_gegevens(
        doel / "gegevens",
        {
            "KERN": alles,
            "KAART": kaart(inhoud.tabel["wijkgrenzen"], inhoud.tabel["wijken"]),
            "ANALYSES": verhalen,
            "STUDIE": studie(stukken.hoofdrapport.read_text("utf-8")),
        },
        blokken(inhoud, portretten, plaatsen(stukken.lijst, regel, inhoud.kader.delta)),
    )
    schrijven.schrijf_bladen(
        stukken.bron,
        doel,
        {
            "editie": alles["editie"],
            "downloads": downloads,
            "n_wijken": taal.getal(len(alles["wijken"])),
            "jaren": [alles["jaren"][0], alles["jaren"][-1]],
            "gemeenten": schrijven.alle_wijken(alles, portretten),
        },
    )
    (doel / "kleuren.css").write_text(schrijven.kleuren(instelling.huisstijl), encoding="utf-8")


def _editie(
    instelling: Portretinstellingen, licenties: Mapping[str, str], *, met_grenzen: bool
) -> dict[str, Any]:
    teksten = instelling.teksten
    licentie = str(teksten["licentie"])
    return {
        "naam": instelling.editie,
        "titel": teksten["titel"],
        "ondertitel": teksten["ondertitel"],
        "uitgever": teksten["uitgever"],
        "datum": taal.maand_jaar(teksten["datum"]),
        "fictief": instelling.fictief,
        "watermerk": met_woorden(voorwerk.WATERMERK) if instelling.fictief else "",
        "land": "het voorbeeldland" if instelling.fictief else "Nederland",
        "bron": voorwerk.bron(teksten, met_grenzen),
        "met_grenzen": met_grenzen,
        "licentie": {"naam": licentie, "url": licenties.get(licentie, "")},
    }


def _download(document: str) -> dict[str, str]:
    """Return the title and place of a document; a part of a bijlage has its number."""
    kaal = document.removesuffix(".pdf")
    naam = kaal if kaal in DOCUMENTEN else kaal.rpartition("-")[0]
    if naam not in DOCUMENTEN:
        return {"naam": kaal, "bestand": f"{DOWNLOADS}/{document}"}
    deel = f", deel {kaal.rpartition('-')[2]}" if naam != kaal else ""
    return {"naam": f"{omslagtitel(naam)}{deel}", "bestand": f"{DOWNLOADS}/{document}"}


def _bladzijden(inhoud: Inhoud, pdfs: Sequence[Path]) -> dict[str, tuple[str, int]]:
    """Return file and page of the portret of each wijk that has one."""
    bekend = schrijven.bladzijden(pdfs)
    uit = {}
    for gemeente in inhoud.gegevens["gemeenten"]:
        for wijk in gemeente["wijken"]:
            plekken = bekend.get((gelijknamig(gemeente["naam"]), gelijknamig(wijk["naam"])))
            if plekken:
                uit[wijk["code"]] = plekken.pop(0)
    return uit
