"""Write the bundled example edition (fictional data); used by `make voorbeelddata`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.voorbeeld.bestanden import schrijf_voorbeeld
from leefbaarheid.voorbeeld.voorbeeld import ZAAD

WORTEL = Path(__file__).resolve().parents[2]


def main(doel: Path, zaad: int) -> None:
    """Write the edition of seed `zaad` to the folder `doel`; its wijkanalyses are left alone."""
    data = schrijf_voorbeeld(doel, zaad)
    print(
        f"{len(data.context)} fictieve wijken, {len(data.selectie)} geselecteerd, "
        f"geschreven naar {doel}"
    )


def natuurlijk_getal(tekst: str) -> int:
    """Return `tekst` as a whole number of 0 or more; argparse shows the message otherwise."""
    if not tekst.isdecimal():
        raise argparse.ArgumentTypeError(f"'{tekst}' is geen geheel getal vanaf 0")
    return int(tekst)


if __name__ == "__main__":
    lezer = argparse.ArgumentParser(
        description="Maak de fictieve voorbeelddata: scores, contextfactoren, codeboek, "
        "selectielijst en datasheet. Hetzelfde zaad geeft dezelfde bestanden."
    )
    lezer.add_argument(
        "--doel",
        type=Path,
        default=WORTEL / "data/raw/voorbeeld",
        help="map waarin de bestanden komen (standaard: data/raw/voorbeeld)",
    )
    lezer.add_argument(
        "--zaad",
        type=natuurlijk_getal,
        default=ZAAD,
        help=f"geheel getal vanaf 0 (standaard: {ZAAD})",
    )
    opties = lezer.parse_args()
    try:
        main(opties.doel, opties.zaad)
    except InvoerFout as fout:
        sys.exit(str(fout))
