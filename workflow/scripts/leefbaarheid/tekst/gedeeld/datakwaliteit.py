"""How many checks of the data there were and how they came out."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.tabelwaarden import Ernst
from leefbaarheid.tekst.stof import Stof


def kwaliteit_telling(stof: Stof) -> str:
    """Say how many checks there were and how they came out."""
    n, ok, let_op, fout = (stof.cijfers.waarde(f"datakwaliteit.{naam}") for naam in ("n", *Ernst))
    fouten = (
        "geen enkele controle wijst op een fout"
        if not fout
        else f"{taal.aantal_van(fout, 'controle wijst', 'controles wijzen')} op een fout"
    )
    return (
        f"Er zijn {taal.aantal_van(n, 'controle', 'controles')} uitgevoerd. Daarvan "
        f"{taal.meervoud(ok, 'gaf', 'gaven')} er {taal.telwoord(ok)} geen bijzonderheden; "
        f"{taal.telwoord(let_op)} {taal.meervoud(let_op, 'vraagt', 'vragen')} de aandacht van "
        f"de lezer en {fouten}."
    )
