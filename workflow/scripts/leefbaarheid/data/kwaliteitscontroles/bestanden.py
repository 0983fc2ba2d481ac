"""The files: how they are written, and what lies beside them that the edition does not use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from leefbaarheid.basis.redenen.data import DataReden
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import SCHEIDING, Ernst
from leefbaarheid.data import codeboek, leefbaarometer
from leefbaarheid.data.codering import lees_tekst
from leefbaarheid.data.csvranden import overgelezen
from leefbaarheid.data.csvvorm import SCHEIDINGSTEKENS, scheidingsteken
from leefbaarheid.data.kwaliteitscontroles.rij import rij

VASTE_KOLOMMEN = {
    "leefbaarometer": (*leefbaarometer.KOLOMMEN, *leefbaarometer.VERSIEKOLOMMEN),
    "codeboek": (*codeboek.KOLOMMEN, *codeboek.GRENZEN),
}
"""The sources that allow no other columns than these; the others may have any."""


def bestandsrijen(bestanden: Mapping[str, str | Path]) -> Iterator[Rij]:
    for bron, pad in bestanden.items():
        tekst, codering = lees_tekst(pad)
        yield rij("codering", bron, DataReden.CODERING.met(codering=codering), n=1, afwijkend=0)
        teken = SCHEIDINGSTEKENS[scheidingsteken(tekst)]
        yield rij(
            "scheidingsteken",
            bron,
            DataReden.SCHEIDINGSTEKEN.met(teken=teken),
            n=1,
            afwijkend=int(teken != "komma"),
        )
        if over := overgelezen(tekst, VASTE_KOLOMMEN.get(bron)):
            yield rij(
                "kolommen overgelezen",
                bron,
                DataReden.OVERGELEZEN.met(n=len(over), kolommen=SCHEIDING.join(over)),
                n=len(over),
                afwijkend=len(over),
                bij_afwijking=Ernst.LET_OP,
            )


def ongenoemdrijen(ongenoemd: Mapping[str, Any]) -> Iterator[Rij]:
    """Name a folder with wijkanalyses that the edition does not use."""
    if ongenoemd:
        yield rij(
            "wijkanalyses niet genoemd",
            "wijkanalyses",
            DataReden.WIJKANALYSES_NIET_GENOEMD.met(map=ongenoemd["map"], n=ongenoemd["n"]),
            n=ongenoemd["n"],
            afwijkend=ongenoemd["n"],
            bij_afwijking=Ernst.LET_OP,
        )
