"""Write a proposal for the config of a next edition (`make nieuwe-editie`)."""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import sys
from pathlib import Path
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import W, gebied_in, gebied_van, huidig, stel_in
from leefbaarheid.basis.schrijven import schrijf_tekst
from leefbaarheid.data.csvbestand import kopnamen
from leefbaarheid.data.leefbaarometer import Scores, lees_gebiedsscores
from leefbaarheid.editie.controle import controleer_editie
from leefbaarheid.editie.lezen import lees_configuratie, lees_yaml
from leefbaarheid.editie.nieuwe_editie import (
    Doel,
    Oud,
    Uitgavebestand,
    open_beslissingen,
    stel_voor,
)
from leefbaarheid.editie.register import Register, lees_register
from leefbaarheid.editie.schema import lees_schema
from leefbaarheid.editie.uitgaven import herken_uitgave
from leefbaarheid.editie.vorige import MANIFEST

WORTEL = Path(__file__).resolve().parents[2]
PATROON = "Leefbaarometer-scores*.csv"


def main(
    van: str | Path,
    naar: str | Path,
    bronnen: str | Path | None,
    vandaag: dt.date,
    wortel: Path = WORTEL,
) -> str:
    """Write the config of a next edition and return what to tell the user.

    Args:
        van: config of the edition to start from.
        naar: config to write; it must not be there.
        bronnen: folder with the files of the new release; None: data/raw/<name of the edition>.
        vandaag: the day of the proposal.
        wortel: the folder of the project.

    Raises:
        InvoerFout: one of the configs is not as it should be, `naar` is there already (with what is
            still to be decided in it), or there is no file of scores of wijken.
    """
    naar = Path(naar)
    _eis_vrij(naar)
    register = lees_register(wortel)
    oud = _lees_oud(Path(van), register, wortel)
    map_ = Path(bronnen) if bronnen else wortel / "data" / "raw" / naar.stem
    nieuw = _zoek_scores(map_, oud.editie, register)
    doel = Doel(_in_project(naar, wortel), _in_project(map_, wortel), vandaag)
    tekst = stel_voor(oud, nieuw, doel)
    # what is written here has passed the checks of every edition
    editie = controleer_editie(
        lees_yaml(tekst, str(naar)), lees_schema(wortel), str(naar), register
    )
    schrijf_tekst(tekst, naar)
    return _verslag(oud, nieuw, doel, tekst, _ontbrekend(map_, editie))


def _eis_vrij(naar: Path) -> None:
    if not naar.exists():
        return
    tekst = naar.read_text("utf-8") if naar.is_file() else ""
    nog = "\n".join(_besluitregels(tekst))
    raise InvoerFout(
        "dit bestand is er al; het wordt niet overschreven",
        bestand=naar,
        remedie="Kies een andere naam, of haal het bestand eerst weg."
        + (f"\n  Hierin is nog te beslissen:\n{nog}" if nog else ""),
    )


def _in_project(pad: Path, wortel: Path) -> str:
    """Return a path from the project where it lies in it, else as it was given."""
    heel = pad.resolve()
    return (heel.relative_to(wortel) if heel.is_relative_to(wortel) else pad).as_posix()


def _lees_oud(van: Path, register: Register, wortel: Path) -> Oud:
    inhoud = lees_configuratie(van)
    naam = inhoud.get("bronnen", {}).get("leefbaarometer", {}).get("register")
    editie = controleer_editie(inhoud, lees_schema(wortel), str(van), register)
    stel_in(gebied_van(editie.get("gebied")))
    bron = register.get(naam) if naam else None
    uitgave = herken_uitgave(editie["bronnen"]["leefbaarometer"]["versie"], editie["jaren"])
    indeling = bron.indeling if bron else uitgave.indeling if uitgave else None
    pad = _in_project(van, wortel)
    resultaten = Path("results") / editie["editie"]
    klaar = (wortel / resultaten / MANIFEST).is_file()
    return Oud(
        *(pad, van.read_text("utf-8"), editie, indeling, bron),
        resultaten=resultaten.as_posix() if klaar else "",
    )


def _zoek_scores(map_: Path, editie: Any, register: Register) -> Uitgavebestand:
    """Return the file of scores of wijken in a folder that has the latest year."""
    versie = editie["bronnen"]["leefbaarometer"]["versie"]
    gevonden = sorted(map_.rglob(PATROON))
    paden = [pad for pad in gevonden if gebied_in(kopnamen(pad)) is huidig()]
    wijken = {pad: lees_gebiedsscores(pad, versie) for pad in paden}
    if not wijken:
        anders = taal.opsomming([pad.name for pad in gevonden])
        raise InvoerFout(
            f"in deze map staat geen bestand met scores van {W.gebieden}"
            + (f"; wel {anders}" if gevonden else ""),
            bestand=map_,
            remedie=f"Zet 'Leefbaarometer-scores {W.gebieden} ....csv' van de nieuwe uitgave in "
            "deze map, of wijs een andere map aan met BRONNEN=<map>.",
        )
    pad = max(wijken, key=lambda pad: (wijken[pad].tabel["jaar"].max(), pad.name))
    return _uitgavebestand(pad, map_, wijken[pad], versie, register)


def _uitgavebestand(
    pad: Path, map_: Path, scores: Scores, versie: str, register: Register
) -> Uitgavebestand:
    som = hashlib.sha256(pad.read_bytes()).hexdigest()
    bestand = pad.relative_to(map_).as_posix()
    bekend = next((bron for bron in register.values() if bron.bestand == bestand), None)
    jaren = tuple(sorted(int(jaar) for jaar in scores.tabel["jaar"].unique()))
    indeling = scores.uitgave.indeling if scores.uitgave else None
    n_wijken = scores.tabel["wk_code"].nunique()
    return Uitgavebestand(bestand, som, versie, jaren, indeling, n_wijken, bekend)


def _ontbrekend(map_: Path, editie: Any) -> list[str]:
    """Return the sources of the new edition that are not in its folder."""
    namen = [
        bron.get("bestand") or bron.get("gemeenten") or bron.get("map") or ""
        for bron in editie["bronnen"].values()
        if isinstance(bron, dict) and not bron.get("optioneel")
    ]
    return [naam for naam in namen if naam and not (map_ / naam).exists()]


def _besluitregels(tekst: str) -> list[str]:
    return [f"  - regel {nummer}: {wat}" for nummer, wat in open_beslissingen(tekst)]


def _verslag(oud: Oud, nieuw: Uitgavebestand, doel: Doel, tekst: str, ontbreekt: list[str]) -> str:
    """Return what the user reads: what was found, what is still to decide, and what comes next."""
    erbij = [jaar for jaar in nieuw.jaren if jaar not in oud.editie["jaren"]]
    grenzen = f", grenzen van {nieuw.indeling}" if nieuw.indeling else ", uitgave niet bekend"
    regels = [
        f"{doel.pad} is gemaakt uit {oud.pad}.",
        f"Scores: {nieuw.bestand} "
        f"({taal.aantal_van(nieuw.n_wijken, W.gebied, W.gebieden)}{grenzen}).",
        f"Nieuwe meetjaren: {taal.opsomming(erbij) if erbij else 'geen'}.",
    ]
    besluiten = _besluitregels(tekst)
    regels += ["Te beslissen (haal de opmerking weg als het besluit genomen is):", *besluiten]
    if ontbreekt:
        regels += [f"Nog niet in {doel.bronnen_map}:", *(f"  - {naam}" for naam in ontbreekt)]
    return "\n".join([*regels, f"Daarna: make rapport EDITIE={doel.pad}"])


if __name__ == "__main__":
    lezer = argparse.ArgumentParser(
        prog="make nieuwe-editie",
        description="Schrijft een voorstel voor de configuratie van een nieuwe editie.",
        usage="make nieuwe-editie VAN=<editie> NAAR=<nieuwe editie> [BRONNEN=<map>]",
    )
    lezer.add_argument("van", nargs="?", help="configuratie van de editie om mee te beginnen")
    lezer.add_argument("naar", nargs="?", help="configuratie die geschreven wordt")
    lezer.add_argument("--bronnen", help="map met de bestanden van de nieuwe uitgave")
    gegeven = lezer.parse_args()
    try:
        if not (gegeven.van and gegeven.naar):
            raise InvoerFout(
                "van welke editie, en hoe heet de nieuwe?",
                remedie="make nieuwe-editie VAN=config/edities/<oud>.yaml "
                "NAAR=config/edities/<nieuw>.yaml",
            )
        print(main(gegeven.van, gegeven.naar, gegeven.bronnen, dt.date.today()))
    except InvoerFout as fout:
        sys.exit(str(fout))
