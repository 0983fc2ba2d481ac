"""The checks that are weighed in the verdict, as a sentence calls them."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import ANCOVA, BASISMETING, IN_AANMERKING, VERANDERING
from leefbaarheid.basis.oordeel import (
    CRV1,
    CRV3,
    HOLM,
    LOO,
    SPECIFICATIECURVE,
    WCR,
    ZONDER_DIMENSIE,
)
from leefbaarheid.basis.tabelwaarden import IMPUTATIE, Rekenwijze, Schatwijze

CONTROLES = {
    CRV1: "standaardfout naar gemeente (CRV1)",
    CRV3: "jackknife over gemeenten (CRV3)",
    WCR: "wild cluster bootstrap",
    HOLM: "correctie voor meer toetsen (Holm)",
    LOO: "steeds één gemeente weglaten",
    Rekenwijze.GEMEENTE_FE: "alleen verschillen binnen gemeenten",
    Rekenwijze.RANDOM_INTERCEPT: "niveau per gemeente als toeval",
    Rekenwijze.CONLEY: "samenhang tussen nabije wijken (Conley)",
    VERANDERING: "modelvorm verandering",
    ANCOVA: "modelvorm eindscore gegeven beginscore",
    BASISMETING: "modelvorm met basismeting",
    ZONDER_DIMENSIE: "score zonder de gevoede dimensie",
    Schatwijze.HC3: "standaardfout per wijk (HC3)",
    Schatwijze.HUBER: "schatter die uitschieters dempt (Huber)",
    Schatwijze.GEWOGEN: "gewogen naar inwoners",
    Schatwijze.ZONDER_INVLOEDRIJK: "zonder de invloedrijkste wijken",
    IMPUTATIE: "ontbrekende waarden ingevuld",
    IN_AANMERKING: "alle wijken die in aanmerking kwamen",
    SPECIFICATIECURVE: "midden van de specificatiecurve",
}


def noem_controles(controles: str, hoogstens: int = 3) -> str:
    """Return checks as an enumeration; beyond `hoogstens` only how many more there are.

    Args:
        controles: keys of `CONTROLES` with commas between them, as in a reason code.
        hoogstens: number of checks to name.
    """
    namen = [CONTROLES.get(naam, naam) for naam in controles.split(",")]
    rest = len(namen) - hoogstens
    if rest <= 0:
        return taal.opsomming(namen)
    return f"{', '.join(namen[:hoogstens])} en {taal.telwoord(rest)} meer"
