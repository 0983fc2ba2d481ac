"""Get the official files of an edition (`make bronnen`, rule haal_bronnen)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.editie.controle import controleer_editie
from leefbaarheid.editie.opties import stel_samen
from leefbaarheid.editie.recept import Recept, met_recept
from leefbaarheid.editie.register import BESTAND, Register, lees_register
from leefbaarheid.editie.schema import lees_schema
from leefbaarheid.ophalen.halen import Opdracht, Regel, Uitkomst, haal_alle
from leefbaarheid.ophalen.plan import bronnen_van, eigen_bestanden

WORTEL = Path(__file__).resolve().parents[2]


def main(keuze: argparse.Namespace, wortel: Path) -> int:
    """Get the sources of an edition and say what became of each.

    Args:
        keuze: what was typed. `editie`: files of the edition, a later one goes over an earlier;
            `config`: keys that go over them, as Snakemake takes them; `bronnen`: where the sources
            come, "" for `bronnen_map` of the edition; `spiegel`: a folder or address in place of
            the publishers, "" for that of the edition; `aanvaard`: accept other checksums and write
            them into the register.
        wortel: the folder of the project.

    Returns:
        0 when every source is there, else 1.

    Raises:
        InvoerFout: the edition, its recipe, the register or the mirror is not as it should be.
    """
    editie, recept, register = _lees([Path(pad) for pad in keuze.editie], keuze.config, wortel)
    doel = Path(keuze.bronnen or editie["bronnen_map"])
    bronnen = bronnen_van(editie, recept, register)
    if not bronnen:
        print(f"De editie {editie['editie']} noemt geen bestanden uit het register.")
        return _zelf_te_zetten(editie, doel)
    print(f"{len(bronnen)} bestanden uit het register voor {editie['editie']}, in {doel}:")
    opdracht = Opdracht(
        map=doel,
        register=wortel / BESTAND,
        spiegel=keuze.spiegel or editie["bronnen"].get("spiegel", ""),
        aanvaard=keuze.aanvaard,
        melder=_meld,
    )
    regels = haal_alle(bronnen, opdracht)
    return _sluit_af(regels, editie, doel, opdracht.spiegel)


def _lees(
    bestanden: Sequence[Path], opties: Sequence[str], wortel: Path
) -> tuple[dict[str, Any], Recept | None, Register]:
    register = lees_register(wortel)
    schema = lees_schema(wortel)
    inhoud = stel_samen(bestanden, opties, schema)
    editie = controleer_editie(inhoud, schema, str(bestanden[-1]), register)
    return editie, met_recept(editie, wortel, register, Path.cwd()), register


def _meld(regel: Regel) -> None:
    print(f"  {regel.bron.bestand}: {regel.uitkomst}", flush=True)
    if regel.uitkomst is Uitkomst.AANVAARD:
        print(f"    '{regel.bron.naam}' in {BESTAND}: sha256 was {regel.bron.sha256 or 'onbekend'}")
        print(f"    en is nu {regel.som}")


def _sluit_af(regels: Sequence[Regel], editie: dict[str, Any], doel: Path, spiegel: str) -> int:
    """Say what is missing, what cannot be got, and what was never tried; return the exit code."""
    fouten = [regel.fout for regel in regels if regel.fout]
    ongezien = [] if spiegel else [r.bron.bestand for r in regels if _is_ongezien(r)]
    for fout in fouten:
        print(f"\n{fout}", file=sys.stderr)
    if ongezien:
        print(f"\nAdres niet tegen de echte site geprobeerd: {', '.join(ongezien)}")
    goed = len(regels) - len(fouten)
    print(f"\n{goed} van de {len(regels)} bestanden staan klaar.")
    return max(_zelf_te_zetten(editie, doel), int(bool(fouten)))


def _is_ongezien(regel: Regel) -> bool:
    """Return whether nobody has tried the address of a source that was not there on the site."""
    bron = regel.bron
    gebruikt = regel.uitkomst is not Uitkomst.STOND_ER
    return gebruikt and bool(bron.adres) and not bron.geprobeerd


def _zelf_te_zetten(editie: dict[str, Any], doel: Path) -> int:
    """Say which other files only a person can place; return 1 when there are any."""
    zelf = [naam for naam in eigen_bestanden(editie) if not (doel / naam).exists()]
    if zelf:
        print(f"Niet in het register, dus zelf in {doel} neer te zetten: {', '.join(zelf)}")
    return int(bool(zelf))


if __name__ == "__main__":
    lezer = argparse.ArgumentParser(
        description="Haalt de officiële bestanden op die een editie nodig heeft, en zet ze in haar "
        "bronnen_map. Wat er al staat en klopt, blijft staan."
    )
    lezer.add_argument(
        "editie", nargs="*", default=["config/config.yaml"], help="configuratie van de editie"
    )
    lezer.add_argument(
        "--config", nargs="*", default=[], metavar="sleutel=waarde", help="sleutels die anders zijn"
    )
    lezer.add_argument("--bronnen", default="", help="andere map dan bronnen_map van de editie")
    lezer.add_argument(
        "--spiegel", default="", help="map of adres dat in de plaats komt van elk adres"
    )
    lezer.add_argument(
        "--aanvaard",
        action="store_true",
        help="zet de controlesommen van andere bestanden in het register",
    )
    try:
        sys.exit(main(lezer.parse_args(), WORTEL))
    except InvoerFout as fout:
        sys.exit(str(fout))
