"""The page of one wijk or one gemeente as a PDF of its own (`make wijkportret`)."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import gebied_van, stel_in
from leefbaarheid.editie.resultaten import lees_manifest
from leefbaarheid.rapport.portretten.los import los_wijk, losse_gemeente
from leefbaarheid.rapport.portretten.zetten import zet
from leefbaarheid.rapport.tijdstip import tijdstip_van

WORTEL = Path(__file__).resolve().parents[2]
GEGEVENS = "data/wijkportretten.json"


def maak(uit: Path, wijk: str, gemeente: str, doel: str) -> Path:
    """Write the PDF and return where it is.

    Args:
        uit: results/<editie>.
        wijk, gemeente: name or code; one of the two.
        doel: the PDF; "" for a name made from the code, in the folder of the reports.

    Raises:
        InvoerFout: the edition is not made, or has no such wijk or gemeente.
    """
    if bool(wijk) == bool(gemeente):
        raise InvoerFout(
            "noem één wijk of één gemeente",
            remedie="make wijkportret WIJK=<code of naam>, of make wijkportret GEMEENTE=<naam>.",
        )
    config = lees_manifest(uit, GEGEVENS)["config"]
    stel_in(gebied_van(config.get("gebied")))
    gegevens = json.loads((uit / GEGEVENS).read_text("utf-8"))
    kies, vraag = (los_wijk, wijk) if wijk else (losse_gemeente, gemeente)
    keuze, code = kies(gegevens, vraag)
    pad = Path(doel) if doel else uit / "rapport" / f"wijkportret-{code}.pdf"
    sjabloon = WORTEL / "reports" / "bijlage-wijkportretten" / "portretten.typ"
    logo = uit / "data" / gegevens["logo"]["bestand"] if "logo" in gegevens else None
    zet(keuze, sjabloon, WORTEL / "reports", pad, tijdstip_van(config["teksten"]["datum"]), logo)
    return pad


def main(argumenten: list[str] | None = None) -> None:
    """Write the page and print where it is."""
    parser = argparse.ArgumentParser(
        prog="make wijkportret", description="Maakt de bladzijde van één wijk of één gemeente."
    )
    parser.add_argument("uit", type=Path, help="map met de resultaten: results/<editie>")
    parser.add_argument("--wijk", default="", help="CBS-code of naam van de wijk")
    parser.add_argument("--gemeente", default="", help="code of naam van de gemeente")
    parser.add_argument("--doel", default="", help="waar de PDF komt")
    gegeven = parser.parse_args(argumenten)
    try:
        print(maak(gegeven.uit, gegeven.wijk, gegeven.gemeente, gegeven.doel))
    except InvoerFout as fout:
        sys.exit(str(fout))


if __name__ == "__main__":
    main()
