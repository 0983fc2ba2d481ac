"""The votes that the verdict counts, as a sentence calls them."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import Woordenlijst
from leefbaarheid.basis.oordeel import Stem

STEMMEN = Woordenlijst(
    {
        Stem.PRECISIE: "andere maten voor de onzekerheid",
        Stem.GEMEENTEN: "vergelijking binnen gemeenten",
        Stem.MODELVORM: "andere modelvormen",
        Stem.UITKOMST: "score zonder de gevoede dimensie",
        Stem.UITBIJTERS: "minder gewicht voor uitschieters",
        Stem.WIJKEN: "andere [[gebieden]] of gewichten",
        Stem.ONTBREKEND: "ontbrekende waarden ingevuld",
        Stem.SPECIFICATIES: "midden van de specificatiecurve",
        Stem.MEETFOUT: "correctie voor meetfout",
        Stem.WEGGELATEN: "een weggelaten kenmerk",
        Stem.RUIMTE: "ruimtelijk model",
    }
)


def noem_stemmen(stemmen: str, hoogstens: int = 3) -> str:
    """Return votes as an enumeration; beyond `hoogstens` only how many more there are.

    Args:
        stemmen: keys of `STEMMEN` with commas between them, as in a reason code.
        hoogstens: number of votes to name.
    """
    namen = [STEMMEN.get(naam, naam) for naam in stemmen.split(",")]
    rest = len(namen) - hoogstens
    if rest <= 0:
        return taal.opsomming(namen)
    return f"{', '.join(namen[:hoogstens])} en {taal.telwoord(rest)} meer"
