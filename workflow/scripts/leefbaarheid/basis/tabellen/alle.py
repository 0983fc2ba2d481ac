"""Every result table by name, and the tables of a rule."""

from __future__ import annotations

from leefbaarheid.basis.contract import Tabellen, registreer
from leefbaarheid.basis.tabellen import (
    data,
    modelcontroles,
    modellen,
    oordelen,
    trajectcontroles,
    trajecten,
    waarnemingen,
    wijkanalyses,
)

TABELLEN: Tabellen = registreer(
    *data.TABELLEN.values(),
    *trajecten.TABELLEN.values(),
    *modellen.TABELLEN.values(),
    *modelcontroles.TABELLEN.values(),
    *waarnemingen.TABELLEN.values(),
    *trajectcontroles.TABELLEN.values(),
    *oordelen.TABELLEN.values(),
    *wijkanalyses.TABELLEN.values(),
)


def van_regel(regel: str) -> Tabellen:
    """Return the tables that a rule makes; a rule may make none."""
    return {naam: tabel for naam, tabel in TABELLEN.items() if tabel.regel == regel}
