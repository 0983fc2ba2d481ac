"""Verify a publication (`make verifieer`): sums, a build of one's own, numbers by other code."""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.editie.controle import controleer_editie
from leefbaarheid.editie.lezen import lees_configuratie
from leefbaarheid.editie.recept import met_recept
from leefbaarheid.editie.register import lees_register
from leefbaarheid.editie.schema import lees_schema
from leefbaarheid.editie.vorige import SLEUTEL, benodigd
from leefbaarheid.verificatie import herbouw, sommen
from leefbaarheid.verificatie.publicatie import Publicatie, lees_publicatie
from leefbaarheid.verificatie.trekking import NAAM, maak_naloop, trek
from leefbaarheid.verificatie.verslag import SLOTZIN, Onderdeel, Oordeel, Punt, Verslag, als_tekst

WORTEL = Path(__file__).resolve().parents[2]
AANTAL = 20


def main(keuze: argparse.Namespace, wortel: Path = WORTEL) -> Verslag:
    """Verify a publication, and say on stderr how far it is.

    Args:
        keuze: `bron` (manifest or zip), `editie` (config file, "" for none), `bronnen` (folder, ""
            for that of the edition), `snel` (no build), `zaad`.
        wortel: the project.

    Raises:
        InvoerFout: no publication.
    """
    with tempfile.TemporaryDirectory(prefix="verifieer-") as tijdelijk:
        uitgepakt, opnieuw = Path(tijdelijk) / "zip", Path(tijdelijk) / "opnieuw"
        uitgepakt.mkdir()
        opnieuw.mkdir()
        publicatie = lees_publicatie(Path(keuze.bron), uitgepakt)
        verslag = Verslag(publicatie.manifest["editie"], str(keuze.bron))
        editie = _editie(keuze.editie, publicatie, wortel)
        map_ = _bronnen_map(keuze.bronnen, editie)
        _zeg(f"Controleert {keuze.bron} (editie {verslag.editie})")
        for deel in (
            sommen.bronnen(publicatie, map_),
            sommen.code(publicatie, wortel),
            sommen.instellingen(publicatie, editie),
            sommen.uitvoer(publicatie),
            sommen.vorige(publicatie, _vorige(publicatie, wortel)),
        ):
            if deel:
                _doe(verslag, deel)
        bruikbaar = map_ if map_ and verslag.onderdelen[0].punten else None
        if not keuze.snel:
            zelfde_code = all(p.oordeel is Oordeel.GELIJK for p in verslag.onderdelen[1].punten)
            _doe(verslag, _herbouw(publicatie, bruikbaar, wortel, opnieuw, zelfde_code))
        _doe(verslag, _getallen(publicatie, bruikbaar, opnieuw, keuze.zaad))
        return verslag


def _vorige(publicatie: Publicatie, wortel: Path) -> list[Path]:
    """Return what is here of the edition that the publication was compared with."""
    waar = publicatie.manifest["config"].get(SLEUTEL)
    return benodigd(wortel / waar) if waar else []


def _doe(verslag: Verslag, deel: Onderdeel) -> None:
    verslag.onderdelen.append(deel)
    _zeg(als_tekst(deel))


def _editie(pad: str, publicatie: Publicatie, wortel: Path) -> dict[str, Any] | None:
    """Return the checked edition of a config file, or of the one here with the same name."""
    naam = publicatie.manifest["editie"]
    kandidaten = [Path(pad)] if pad else [wortel / "config" / "config.yaml"]
    if not pad:
        kandidaten += sorted((wortel / "config" / "edities").glob("*.yaml"))
    for kandidaat in kandidaten:
        inhoud = lees_configuratie(kandidaat)
        if pad or inhoud.get("editie") == naam:
            schema, register = lees_schema(wortel), lees_register(wortel)
            editie = controleer_editie(inhoud, schema, str(kandidaat), register)
            met_recept(editie, wortel, register, Path.cwd())
            return editie
    return None


def _bronnen_map(gegeven: str, editie: Mapping[str, Any] | None) -> Path | None:
    if gegeven:
        return Path(gegeven)
    return Path(editie["bronnen_map"]) if editie else None


def _herbouw(
    publicatie: Publicatie, bronnen_map: Path | None, wortel: Path, map_: Path, zelfde_code: bool
) -> Onderdeel:
    if bronnen_map is None or not bronnen_map.is_dir():
        punten = [Punt(naam, Oordeel.NIET_NAGEGAAN) for naam in publicatie.manifest["uitvoer"]]
        return Onderdeel("herbouw", punten, "Zonder bronnen kan de editie niet opnieuw.")
    _zeg("Maakt de editie opnieuw in een eigen map; dat duurt een minuut ...")
    fout = herbouw.bouw(publicatie.manifest, bronnen_map, wortel, map_)
    anders = [*herbouw.omgeving(publicatie.manifest), *([] if zelfde_code else ["andere code"])]
    return herbouw.vergelijk(publicatie, map_, fout, anders)


def _getallen(publicatie: Publicatie, bronnen_map: Path | None, map_: Path, zaad: int) -> Onderdeel:
    """Draw numbers and make them again from the raw files."""
    config, naam = publicatie.manifest["config"], publicatie.manifest["editie"]
    cijfers = publicatie.bestanden.get(f"results/{naam}/cijfers.json")
    if bronnen_map is None or not bronnen_map.is_dir() or cijfers is None:
        punt = Punt("cijfers.json", Oordeel.NIET_NAGEGAAN)
        return Onderdeel(NAAM, [punt], "De bronnen of de getallen staan hier niet.")
    eigen = config["bronnen"]["context"].get("bestand")
    plekken = (
        [bronnen_map / eigen]
        if eigen
        else [
            map_ / "results" / naam / "data" / "contexttabel.csv",
            publicatie.bron.parent / "data" / "contexttabel.csv",
        ]
    )
    context = next((pad for pad in plekken if pad.is_file()), None)
    if context is None:
        punt = Punt("cijfers.json", Oordeel.NIET_NAGEGAAN)
        return Onderdeel(NAAM, [punt], "De contexttabel is er niet; zij komt uit een herbouw.")
    deel = trek(cijfers, maak_naloop(config, bronnen_map, context), AANTAL, zaad)
    if not eigen:
        zin = f"{deel.toelichting} De contexttabel is die van het recept."
        return Onderdeel(deel.naam, deel.punten, zin)
    return deel


def _zeg(tekst: str) -> None:
    print(tekst, file=sys.stderr, flush=True)


if __name__ == "__main__":
    lezer = argparse.ArgumentParser(
        description="Gaat na of een publicatie is wat haar manifest zegt: controlesommen van "
        "bronnen, code, instellingen en uitvoer; een herbouw in een eigen map; en twintig getallen "
        "die een ander programma uit de ruwe bestanden narekent. Uitslag 0: alles gelijk; 1: iets "
        "is anders of ontbreekt; 2: niet alles kon worden nagegaan."
    )
    lezer.add_argument("bron", help="manifest.json of publicatie.zip")
    lezer.add_argument("--editie", default="", help="configuratie om mee te vergelijken")
    lezer.add_argument("--bronnen", default="", help="map met de bronbestanden")
    lezer.add_argument("--snel", action="store_true", help="zonder de herbouw")
    lezer.add_argument("--zaad", type=int, help="zaad van de trekking (standaard: willekeurig)")
    lezer.add_argument("--json", action="store_true", help="het verslag als JSON op stdout")
    keuze = lezer.parse_args()
    if keuze.zaad is None:
        keuze.zaad = random.SystemRandom().randrange(10**6)
    try:
        verslag = main(keuze)
    except InvoerFout as fout:
        sys.exit(str(fout))
    if keuze.json:
        print(json.dumps(verslag.gegevens(), ensure_ascii=False, indent=2))
    _zeg(SLOTZIN[verslag.uitslag])
    sys.exit(verslag.uitslag)
