"""Lay two editions beside each other (`make vergelijk OUD=... NIEUW=...`)."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from leefbaarheid.basis.fouten import InvoerFout

VOORBEELD = "make vergelijk OUD=results/<vorige editie> NIEUW=results/<nieuwe editie>"


def vergelijk_naar(oud: Path, nieuw: Path, uit: Path) -> str:
    """Write the tables of a comparison into a folder; return in one sentence what changed.

    Raises:
        InvoerFout: one of the editions cannot be read, or `uit` cannot be written in.
    """
    # after the arguments were looked at: pandas takes half a second
    from leefbaarheid.basis.schrijven import schrijf_tabellen
    from leefbaarheid.basis.tabel import lees_tabel
    from leefbaarheid.basis.tabellen.verandering import TABELLEN
    from leefbaarheid.tekst.cijfers import Cijfers
    from leefbaarheid.tekst.stof import Stof
    from leefbaarheid.tekst.wat_is_er_veranderd.samenvatting import kern
    from leefbaarheid.verandering.stand import lees_stand
    from leefbaarheid.verandering.vergelijking import vergelijk

    inhoud = vergelijk(lees_stand(oud), lees_stand(nieuw))
    doelen = {naam: uit / "tabellen" / f"{naam}.csv" for naam in inhoud}
    try:
        schrijf_tabellen(inhoud, doelen, TABELLEN)
    except OSError as fout:
        raise InvoerFout(
            f"hier is niet te schrijven ({fout.strerror})",
            bestand=uit,
            remedie="Kies een andere map met --uit <map>.",
        ) from None
    gelezen = {naam: lees_tabel(pad, TABELLEN[naam]) for naam, pad in doelen.items()}
    return kern(Stof({}, Cijfers(), gelezen))


def plaats(nieuw: Path) -> Path:
    """Return where a comparison goes: in the folder of the new edition, beside a publication."""
    return (nieuw if nieuw.is_dir() else nieuw.parent) / "verandering"


def main(oud: str, nieuw: str, uit: str | None = None) -> str:
    """Compare two editions; return what a user reads.

    Args:
        oud, nieuw: folders with results, or publications (zip).
        uit: folder for the outcome; by default that of `plaats`.

    Raises:
        InvoerFout: see `vergelijk_naar`, or an edition is not named.
    """
    for naam, waarde in (("OUD", oud), ("NIEUW", nieuw)):
        if not waarde:
            raise InvoerFout(f"{naam} ontbreekt: welke editie?", remedie=f"Geef {VOORBEELD}.")
    map_ = Path(uit) if uit else plaats(Path(nieuw))
    zin = vergelijk_naar(Path(oud), Path(nieuw), map_)
    return f"{zin}\nDe tabellen staan in {map_ / 'tabellen'}."


if __name__ == "__main__":
    lezer = argparse.ArgumentParser(
        description="Zegt wat er tussen twee edities veranderde, en waar dat te zien is waardoor."
    )
    lezer.add_argument("--oud", default="", help="map results/<editie> of publicatie.zip")
    lezer.add_argument("--nieuw", default="", help="map results/<editie> of publicatie.zip")
    lezer.add_argument("--uit", help="map voor de uitkomst (standaard: <nieuw>/verandering)")
    keuze = lezer.parse_args()
    try:
        print(main(keuze.oud, keuze.nieuw, keuze.uit))
    except InvoerFout as fout:
        sys.exit(str(fout))
