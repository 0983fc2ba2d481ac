"""Print the block `voorregistratie` of an edition, to paste in (`make voorregistratie`)."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path

import yaml

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.tabellen.modellen import MODELREGRESSIE
from leefbaarheid.basis.voorregistratie import als_blok
from leefbaarheid.editie.controle import controleer_editie
from leefbaarheid.editie.lezen import lees_configuratie
from leefbaarheid.editie.register import lees_register
from leefbaarheid.editie.schema import lees_schema

WORTEL = Path(__file__).resolve().parents[2]


def main(config: str | Path, vandaag: dt.date, wortel: Path = WORTEL) -> str:
    """Return the block as YAML; the outcomes are known where the edition has a regression table.

    Args:
        config: configuration of the edition; a block that it has already is not looked at.
        vandaag: day of the registration.
        wortel: the folder with `results`.

    Raises:
        InvoerFout: the config is not there, not readable or not right.
    """
    inhoud = lees_configuratie(config)
    inhoud.pop("voorregistratie", None)
    editie = controleer_editie(inhoud, lees_schema(WORTEL), str(config), lees_register(WORTEL))
    gezien = (wortel / "results" / editie["editie"] / MODELREGRESSIE.pad).is_file()
    blok = {"voorregistratie": als_blok(editie, vandaag.isoformat(), gezien)}
    tekst: str = yaml.safe_dump(
        blok, allow_unicode=True, sort_keys=False, default_flow_style=None, width=96
    )
    return tekst


if __name__ == "__main__":
    lezer = argparse.ArgumentParser(description="Toont het blok voorregistratie van een editie.")
    lezer.add_argument("config", help="configuratie van de editie")
    try:
        print(main(lezer.parse_args().config, dt.date.today()), end="")
    except InvoerFout as fout:
        sys.exit(str(fout))
