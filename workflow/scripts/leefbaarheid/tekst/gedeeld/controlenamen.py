"""The checks that are weighed in the verdict, as a sentence calls them."""

from __future__ import annotations

from leefbaarheid.basis import taal

CONTROLES = {
    "crv1": "standaardfout naar gemeente (CRV1)",
    "crv3": "jackknife over gemeenten (CRV3)",
    "wcr": "wild cluster bootstrap",
    "holm": "correctie voor meer toetsen (Holm)",
    "loo": "steeds één gemeente weglaten",
    "gemeente_fe": "alleen verschillen binnen gemeenten",
    "random_intercept": "niveau per gemeente als toeval",
    "conley": "samenhang tussen nabije wijken (Conley)",
    "verandering": "modelvorm verandering",
    "ancova": "modelvorm eindscore gegeven beginscore",
    "basismeting": "modelvorm met basismeting",
    "zonder_dimensie": "score zonder de gevoede dimensie",
    "hc3": "standaardfout per wijk (HC3)",
    "huber": "schatter die uitschieters dempt (Huber)",
    "gewogen": "gewogen naar inwoners",
    "zonder_invloedrijk": "zonder de invloedrijkste wijken",
    "imputatie": "ontbrekende waarden ingevuld",
    "in_aanmerking": "alle wijken die in aanmerking kwamen",
    "specificatiecurve": "midden van de specificatiecurve",
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
