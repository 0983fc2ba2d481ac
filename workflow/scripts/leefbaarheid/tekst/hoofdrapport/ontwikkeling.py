"""Development per window and the claims of 2017, in the hoofdrapport."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import GEDAALD, WIJKEN
from leefbaarheid.tekst.gedeeld.cellen import Cellen, venster
from leefbaarheid.tekst.gedeeld.lage_score import naast_verwachting
from leefbaarheid.tekst.gedeeld.uitspraken import citaat
from leefbaarheid.tekst.gedeeld.vergelijking import (
    aandelen_naast,
    gemiddelden_naast,
    steeg_of_daalde,
)
from leefbaarheid.tekst.stof import Stof


def venster_tekst(stof: Stof, van: int, tot: int) -> str:
    """Lay the changes of the selection in a window beside those of other wijken."""
    gedaald = f"ontwikkeling.{van}_{tot}.selectie.{GEDAALD}"
    zinnen = [
        f"Tussen {van} en {tot} {steeg_of_daalde(stof, van, tot)}.",
        gemiddelden_naast(stof, van, tot),
        naast_verwachting(stof, van, tot),
        f"In de selectie daalde {stof.cijfers.tekst(gedaald)} van de {W.gebieden}.",
        aandelen_naast(stof, van, tot, GEDAALD, "daalde"),
    ]
    return " ".join(zin for zin in zinnen if zin)


def uitspraken_rijen(stof: Stof) -> list[Cellen]:
    """Return the claims of 2017 beside the shares this edition gives, and whether they fit.

    Shares have the tolerance of the edition; in brackets that without a tolerance.
    """
    return [
        [
            str(rij["nr"]),
            citaat(rij),
            W.gebieden if rij["eenheid"] == WIJKEN else rij["eenheid"],
            f"{rij['richting']} {venster(rij['van'], rij['tot'])}",
            *(_met_en_zonder(rij, naam) for naam in ("aandeel_wijken", "aandeel_inwoners")),
            rij["oordeel"],
        ]
        for rij in stof.tabellen["uitspraken_2017"]
    ]


def _met_en_zonder(rij: Rij, naam: str) -> str:
    if taal.is_leeg(rij[naam]):
        return taal.GEEN
    return f"{taal.procent(rij[naam])} ({taal.procent(rij[f'{naam}_zonder_marge'])})"
