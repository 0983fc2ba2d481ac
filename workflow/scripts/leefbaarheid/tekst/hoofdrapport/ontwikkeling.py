"""Development per window and the claims of 2017, in the hoofdrapport."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import LAND, OVERIG, SELECTIE
from leefbaarheid.basis.tabelwaarden import GEDAALD
from leefbaarheid.tekst.gedeeld.cellen import Cellen, venster
from leefbaarheid.tekst.gedeeld.vergelijking import (
    aandelen_naast,
    gemiddelden_naast,
    steeg_of_daalde,
)
from leefbaarheid.tekst.redenen.alle import redentekst
from leefbaarheid.tekst.stof import Stof

GROEPEN_KORT = {
    SELECTIE: "selectie",
    OVERIG: "overig in aanmerking",
    LAND: "alle wijken",
}


def venster_tekst(stof: Stof, van: int, tot: int) -> str:
    """Lay the changes of the selection in a window beside those of other wijken."""
    wat = "de gemiddelde score van de geselecteerde wijken"
    gedaald = f"ontwikkeling.{van}_{tot}.selectie.{GEDAALD}"
    zinnen = [
        f"Tussen {van} en {tot} {steeg_of_daalde(stof, van, tot, wat)}.",
        gemiddelden_naast(stof, van, tot),
        f"In de selectie daalde {stof.cijfers.tekst(gedaald)} van de wijken.",
        aandelen_naast(stof, van, tot, GEDAALD, "daalde"),
    ]
    return " ".join(zin for zin in zinnen if zin)


def vensters_rijen(stof: Stof) -> list[Cellen]:
    """Return per window and group the mean change and the shares, per wijk and per inhabitant."""
    return [
        [
            venster(rij["van"], rij["tot"]),
            GROEPEN_KORT[rij["groep"]],
            taal.getal(rij["n"]),
            taal.verandering(rij["gemiddelde"]),
            taal.procent(rij["aandeel_gedaald"]),
            taal.procent(rij["aandeel_gestagneerd"]),
            taal.procent(rij["aandeel_gestegen"]),
            taal.procent(rij["aandeel_gedaald_inwoners"]),
            taal.procent(rij["aandeel_gestegen_inwoners"]),
        ]
        for rij in stof.tabellen["ontwikkeling"]
        if rij["groep"] in GROEPEN_KORT
    ]


def uitspraken_rijen(stof: Stof) -> list[Cellen]:
    """Return the claims of 2017 beside the shares this edition gives."""
    return [
        [
            f"‘{rij['citaat']}’",
            rij["eenheid"],
            f"{rij['richting']} {venster(rij['van'], rij['tot'])}",
            "niet te berekenen" if rij["reden"] else taal.procent(rij["aandeel_wijken"]),
            taal.procent(rij["aandeel_inwoners"]),
            taal.procent(rij["aandeel_wijken_zonder_marge"]),
            taal.procent(rij["aandeel_inwoners_zonder_marge"]),
        ]
        for rij in stof.tabellen["uitspraken_2017"]
    ]


def uitspraken_redenen(stof: Stof) -> list[str]:
    """Say of each claim without a recomputed share why there is none."""
    return [
        f"Uitspraak {taal.telwoord(rij['nr'])} is niet te berekenen: {redentekst(rij['reden'])}."
        for rij in stof.tabellen["uitspraken_2017"]
        if rij["reden"]
    ]
