"""How the claims of 2017 were compared: the table of the bijlage."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabelwaarden import BEWONERS, WIJKEN
from leefbaarheid.tekst.gedeeld.cellen import Cellen, venster
from leefbaarheid.tekst.gedeeld.namen import groepskop
from leefbaarheid.tekst.gedeeld.uitspraken import citaat
from leefbaarheid.tekst.stof import Stof


def uitspraken_rijen(stof: Stof) -> list[Cellen]:
    """Return the claims of 2017 with what they were laid beside and the share, if any."""
    rijen = []
    for rij in stof.tabellen["uitspraken_2017"]:
        eenheid = {WIJKEN: "wijken", BEWONERS: "inwoners"}[rij["eenheid"]]
        groep = groepskop(stof, rij["groep"])
        rijen.append(
            [
                str(rij["nr"]),
                citaat(rij),
                W.gebieden if rij["eenheid"] == WIJKEN else rij["eenheid"],
                f"{rij['richting']}, {venster(rij['van'], rij['tot'])}, {groep}",
                taal.getal(rij["n"]) if rij["n"] else taal.GEEN,
                f"{taal.procent(rij['band_laag'], 1)}–{taal.procent(rij['band_hoog'], 1)}",
                taal.procent(rij[f"aandeel_{eenheid}"], 1),
                taal.procent(rij[f"aandeel_{eenheid}_zonder_marge"], 1),
                rij["oordeel"],
            ]
        )
    return rijen
