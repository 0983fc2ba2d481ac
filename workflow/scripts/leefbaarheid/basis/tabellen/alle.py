"""Every result table by name, and the tables of a rule."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from leefbaarheid.basis.contract import Controle, Tabel, Tabellen, registreer
from leefbaarheid.basis.tabellen import (
    binnen_tussen,
    codeboek,
    data,
    jaren,
    meetfout,
    modelcontroles,
    modellen,
    na_eindjaar,
    naar_gemiddelde,
    oordelen,
    opbouw,
    portretten,
    ruimte,
    trajecten,
    trajectgroepen,
    verandering,
    vergelijkingen,
    waarnemingen,
    weggelaten,
    wijkanalyses,
)

TABELLEN: Tabellen = registreer(
    *opbouw.TABELLEN.values(),
    *data.TABELLEN.values(),
    *trajecten.TABELLEN.values(),
    *vergelijkingen.TABELLEN.values(),
    *na_eindjaar.TABELLEN.values(),
    *modellen.TABELLEN.values(),
    *modelcontroles.TABELLEN.values(),
    *binnen_tussen.TABELLEN.values(),
    *ruimte.TABELLEN.values(),
    *waarnemingen.TABELLEN.values(),
    *weggelaten.TABELLEN.values(),
    *jaren.TABELLEN.values(),
    *naar_gemiddelde.TABELLEN.values(),
    *trajectgroepen.TABELLEN.values(),
    *meetfout.TABELLEN.values(),
    *oordelen.TABELLEN.values(),
    *wijkanalyses.TABELLEN.values(),
    *portretten.TABELLEN.values(),
    *verandering.TABELLEN.values(),
    *codeboek.TABELLEN.values(),
)


CONTROLES: dict[str, Controle] = {
    tabel.controle.naam: tabel.controle for tabel in TABELLEN.values() if tabel.controle
}
"""The checks that an edition can switch off, by name, in the order they are done."""


def van_regel(regel: str) -> Tabellen:
    """Return the tables that a rule makes; a rule may make none."""
    return {naam: tabel for naam, tabel in TABELLEN.items() if tabel.regel == regel}


def van_editie(editie: Iterable[str]) -> Tabellen:
    """Return the tables that an edition with these keys has."""
    sleutels = set(editie)
    return {n: tabel for n, tabel in TABELLEN.items() if {tabel.vereist} <= {"", *sleutels}}


def van_pad(pad: str | Path) -> Tabel:
    """Return the table that a file below `results/<editie>/` is.

    Raises:
        KeyError: the file is no result table.
    """
    map_en_bestand = "/".join(Path(pad).parts[-2:])
    return {tabel.pad: tabel for tabel in TABELLEN.values()}[map_en_bestand]


def van_controle(controle: str) -> Tabellen:
    """Return the tables that a check makes."""
    return {
        naam: tabel
        for naam, tabel in TABELLEN.items()
        if tabel.controle and tabel.controle.naam == controle
    }


def controles_van(regel: str) -> list[str]:
    """Return the names of the checks that a rule does, in their order."""
    return list(
        dict.fromkeys(tabel.controle.naam for tabel in van_regel(regel).values() if tabel.controle)
    )
