"""The chapter Stijgers en dalers of the hoofdrapport."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.markdown import als_markdown
from leefbaarheid.tekst.gedeeld.cellen import Cellen
from leefbaarheid.tekst.gedeeld.marge import met_ster
from leefbaarheid.tekst.gedeeld.stijgers import paren
from leefbaarheid.tekst.stof import Stof


def paren_tekst(stof: Stof) -> str:
    """Introduce the table of candidate pairs."""
    n = len(stof.tabellen["kandidaatparen"])
    zin = paren(stof)
    if not n:
        return zin
    getoond = min(n, stof.editie["stijgers_dalers"]["aantal"])
    if getoond == 1 < n:
        zin += " @tbl-paren toont die met het grootste verschil."
    elif getoond < n:
        zin += f" @tbl-paren toont de {taal.telwoord(getoond)} met het grootste verschil."
    else:
        zin += " @tbl-paren toont ze."
    return zin


def paren_rijen(stof: Stof) -> list[Cellen]:
    """Return the candidate pairs with the largest difference, as many as the edition shows."""
    return [
        [
            als_markdown(rij["gm_naam"]),
            als_markdown(rij["wk_naam_stijger"]),
            met_ster(taal.verandering(rij["verandering_stijger"]), rij["buiten_twijfel_stijger"]),
            als_markdown(rij["wk_naam_daler"]),
            met_ster(taal.verandering(rij["verandering_daler"]), rij["buiten_twijfel_daler"]),
            taal.getal(rij["verschil"], 2),
        ]
        for rij in stof.tabellen["kandidaatparen"][: stof.editie["stijgers_dalers"]["aantal"]]
    ]
