"""Rule lees_wijkanalyses: the wijkanalyses as checked, harmless text, and their images."""

import hashlib
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from leefbaarheid.basis.controlesom import sha256
from leefbaarheid.basis.hergebruik import onthoud, plank_van, vingerafdruk
from leefbaarheid.basis.schrijven import schrijf_json
from leefbaarheid.basis.taak import taak
from leefbaarheid.basis.tabel import lees_tabel
from leefbaarheid.basis.tabellen import data
from leefbaarheid.tekst.redenen.wijkanalyses import WOORDEN
from leefbaarheid.tekst.redenen.woorden import verwoord
from leefbaarheid.wijkanalyses.beelden import beeldinhoud
from leefbaarheid.wijkanalyses.bestandssoorten import is_analyse, overgeslagen
from leefbaarheid.wijkanalyses.lezen import Wijkanalyse
from leefbaarheid.wijkanalyses.themabestanden import lees_themabestanden
from leefbaarheid.wijkanalyses.verzameling import Geheugen, lees_map
from leefbaarheid.wijkanalyses.wijkcode import Wijk
from leefbaarheid.wijkanalyses.worddocument import WEIGER


def main(
    bestanden: Sequence[str | Path],
    map_: str | Path,
    wijken: str | Path,
    themas: Mapping[str, str],
    analyses: str | Path,
    beelden: str | Path,
    draden: int = 2,
    wijzigingen: str = WEIGER,
    themabestanden: Sequence[str | Path] = (),
    themamap: str | Path = "",
    adviezen: str | Path | None = None,
    samenvattingen: str | Path | None = None,
    geheugen: Geheugen | None = None,
) -> None:
    """Read the wijkanalyses and write them as JSON, with the images they use beside them.

    Args:
        bestanden: all files in the folder of the wijkanalyses; may be empty.
        map_: that folder; "" when the edition has none.
        wijken: csv with wk_code, wk_naam and gm_naam of every wijk in either source.
        themas: key and label of the themes.
        analyses: the JSON to write: a list, ordered by file name.
        beelden: folder to write the images to; empty when no wijkanalyse has any.
        draden: how many files are read at once.
        wijzigingen: `weiger` or `accepteer` tracked changes and comments that are still open.
        themabestanden: files with advice per theme; may be empty.
        themamap: their folder; "" when the edition has none.
        adviezen: the JSON to write that advice to: a list, by theme; None: it is not written.
        samenvattingen: the JSON to write title and summary of each wijkanalyse to, for who shows no
            more and need not run after another edit; None: it is not written.
        geheugen: gives back what a file was read as before, or reads it; None: every file is read.
    """
    bekend = {
        rij["wk_code"]: Wijk(rij["wk_naam"], rij.get("gm_naam") or "")
        for rij in lees_tabel(wijken, data.BRONWIJKEN)
    }
    gelezen = lees_map(bestanden, themas, map_ or None, draden, bekend, wijzigingen, geheugen)
    schrijf_beelden(
        {
            Path(afbeelding["bestand"]).name: beeldinhoud(Path(map_) / analyse["bron"], afbeelding)
            for analyse in gelezen
            for afbeelding in analyse["afbeeldingen"]
        },
        beelden,
    )
    print(f"{len(gelezen)} wijkanalyses")
    for analyse in gelezen:
        for melding in analyse["meldingen"]:
            print(f"LET OP: {analyse['bron']}: {verwoord(melding, WOORDEN)}")
    for naam in overgeslagen(bestanden, map_, gelezen) if map_ else ():
        print(f"LET OP: {naam} in de map met wijkanalyses is niet gebruikt.")
    schrijf_json(gelezen, analyses)
    if samenvattingen is not None:
        delen = ("bron", "titel", "samenvatting")
        schrijf_json([{deel: a[deel] for deel in delen} for a in gelezen], samenvattingen)
    if adviezen is not None:
        schrijf_json(lees_themabestanden(themabestanden, themas, themamap), adviezen)


def schrijf_beelden(beelden: Mapping[str, bytes], doel: str | Path) -> None:
    """Write a folder with these files and no others; it is whole or it is not there."""
    doel = Path(doel)
    tijdelijk = doel.with_name(f".{doel.name}.half")
    for map_ in (tijdelijk, doel):
        shutil.rmtree(map_, ignore_errors=True)
    tijdelijk.mkdir(parents=True)
    try:
        for naam, inhoud in sorted(beelden.items()):
            (tijdelijk / naam).write_bytes(inhoud)
        tijdelijk.replace(doel)
    finally:
        shutil.rmtree(tijdelijk, ignore_errors=True)


def geheugen_in(plank: Path, invoer: Sequence[str], instellingen: Mapping[str, Any]) -> Geheugen:
    """Return a memory of what each wijkanalyse was read as.

    A wijkanalyse is read again when its own bytes change, and all of them when anything else does:
    the code, a setting, the list of wijken, a picture or the head of a Word file.

    Args:
        plank: the folder to keep it in.
        invoer: all files of the step.
        instellingen: its parameters.
    """
    rest = [pad for pad in invoer if not is_analyse(Path(pad))]
    grond = vingerafdruk(rest, instellingen)

    def haal(pad: Path, lees: Callable[[], Wijkanalyse]) -> Wijkanalyse:
        som = hashlib.sha256(f"{grond} {sha256(pad)} {pad.name}".encode()).hexdigest()
        return onthoud(plank / f"{pad.name}.json", som, lees)

    return haal


if __name__ == "__main__":
    with taak(snakemake):
        main(
            bestanden=snakemake.input.bestanden,
            map_=snakemake.params.map,
            wijken=snakemake.input.bronwijken,
            themas=snakemake.params.themas,
            analyses=snakemake.output.analyses,
            samenvattingen=snakemake.output.samenvattingen,
            beelden=snakemake.output.beelden,
            draden=snakemake.resources.draden,
            wijzigingen=snakemake.params.wijzigingen,
            themabestanden=snakemake.input.adviezen,
            themamap=snakemake.params.adviezen_map,
            adviezen=snakemake.output.adviezen,
            geheugen=geheugen_in(
                plank_van(snakemake), list(snakemake.input), dict(snakemake.params.items())
            ),
        )
