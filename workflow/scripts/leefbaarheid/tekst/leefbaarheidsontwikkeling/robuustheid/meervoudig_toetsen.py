"""More than one test: what the corrections leave."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.tekst.gedeeld.cellen import Cellen, venster
from leefbaarheid.tekst.gedeeld.namen import factornaam
from leefbaarheid.tekst.gedeeld.robuustheid import leeg, rijen_van
from leefbaarheid.tekst.gedeeld.schattingen import SIGNIFICANTIE
from leefbaarheid.tekst.leefbaarheidsontwikkeling.robuustheid.kern import (
    frame,
    netjes,
    rijkop_met_reden,
    vanaf_cel,
)
from leefbaarheid.tekst.stof import Stof


def toetsen_zin(stof: Stof) -> str:
    """Say what is left of the findings after the corrections."""
    from leefbaarheid.toetsen.meervoudig_toetsen import betekenis

    return netjes(stof, betekenis(frame(stof, "toetsen")))


def primair_rijen(stof: Stof) -> list[Cellen]:
    """Return the tests of the primary family before and after Holm."""
    uit = []
    for rij in rijen_van(stof, "toetsen", familie="primair"):
        overeind = {True: "ja", False: "nee"}.get(rij["verworpen"], taal.GEEN)
        uit.append(
            [
                rijkop_met_reden(stof, rij["term"], rij, "p"),
                taal.p_waarde(rij["p"]),
                taal.p_waarde(rij["p_aangepast"]),
                f"**{overeind}**" if rij["verworpen"] else overeind,
                vanaf_cel(stof, rij["term"]),
            ]
        )
    return uit


def verkennend_rijen(stof: Stof) -> list[Cellen]:
    """Return per window how many exploratory tests there are and what the correction leaves."""
    uit = []
    rijen = rijen_van(stof, "toetsen", familie="verkennend")
    for van, tot in sorted({(r["van"], r["tot"]) for r in rijen}):
        deel = [r for r in rijen if (r["van"], r["tot"]) == (van, tot) and not leeg(r["p"])]
        blijft = [r for r in deel if r["verworpen"]]
        factoren = {r["term"] for r in blijft}
        namen = [factornaam(stof, f) for f in stof.editie["factoren"] if f in factoren]
        uit.append(
            [
                venster(van, tot),
                taal.getal(len(deel)),
                taal.getal(sum(r["p"] < SIGNIFICANTIE for r in deel)),
                taal.getal(len(blijft)),
                taal.opsomming(namen) or "geen",
            ]
        )
    return uit
