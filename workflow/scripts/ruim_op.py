"""Remove the results of one edition; raw data are never touched (`make clean`)."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

import yaml

from leefbaarheid.editie import controleer_editie
from leefbaarheid.fouten import InvoerFout

WORTEL = Path(__file__).resolve().parents[2]


def main(config: str | Path, wortel: Path = WORTEL) -> Path | None:
    """Remove results/<editie>/ of a config; return the folder, or None where there was none."""
    schema = yaml.safe_load((WORTEL / "config" / "schema.yaml").read_text("utf-8"))
    editie = controleer_editie(yaml.safe_load(Path(config).read_text("utf-8")), schema, str(config))
    # the name of an edition has no separators (schema), so this never leaves results/
    map_ = wortel / "results" / editie["editie"]
    if not map_.is_dir():
        return None
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
