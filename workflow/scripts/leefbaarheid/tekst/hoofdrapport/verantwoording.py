"""How the data, the selection and the method are accounted for in the hoofdrapport."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.tekst.stof import Stof


def gelijke_stand(stof: Stof) -> str:
    """Say whether a tie at the edge of the selection was cut by code."""
    n = stof.cijfers.waarde("selectie.n_gelijk_aan_grens")
    if n <= 1:
        return "Op de grens van de selectie was er geen gelijke stand."
    einde = (
        "daar besliste de volgorde van de CBS-code"
        if stof.cijfers.waarde("selectie.n_gelijk_buiten_selectie")
        else "zij zijn alle geselecteerd"
    )
    return (
        f"Op de grens van de selectie hadden {taal.aantal_van(n, W.gebied, W.gebieden)} precies "
        f"dezelfde score; {einde}."
    )
