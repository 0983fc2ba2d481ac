"""How the files are written: encoding and separator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from leefbaarheid.basis.redenen.data import DataReden
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.data.codering import lees_tekst
from leefbaarheid.data.csvvorm import SCHEIDINGSTEKENS, scheidingsteken
from leefbaarheid.data.kwaliteitscontroles.rij import rij


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
