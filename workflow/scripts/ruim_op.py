"""Remove the results of one edition; raw data are never touched (`make clean`)."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.slot import neem_slot
from leefbaarheid.editie.controle import controleer_editie
from leefbaarheid.editie.lezen import lees_configuratie
from leefbaarheid.editie.register import lees_register
from leefbaarheid.editie.schema import lees_schema

WORTEL = Path(__file__).resolve().parents[2]


def main(config: str | Path, wortel: Path = WORTEL) -> Path | None:
    """Remove results/<editie>/ of a config; return the folder, or None where there was none.

    Raises:
        InvoerFout: the config is not there, not readable or not right, or a run makes the edition
            now; nothing is removed.
    """
    schema = lees_schema(WORTEL)
    editie = controleer_editie(
        lees_configuratie(config), schema, str(config), lees_register(WORTEL)
    )
    # the name of an edition has no separators (schema), so this never leaves results/
    map_ = wortel / "results" / editie["editie"]
    if not map_.is_dir():
        return None
    neem_slot(map_)
    shutil.rmtree(map_)
    return map_


if __name__ == "__main__":
    lezer = argparse.ArgumentParser(description="Verwijdert de resultaten van een editie.")
    lezer.add_argument("config", help="configuratie van de editie")
    try:
        weg = main(lezer.parse_args().config)
    except InvoerFout as fout:
        sys.exit(str(fout))
    print(f"verwijderd: {weg.relative_to(WORTEL)}" if weg else "er was niets te verwijderen")
