"""Where a wijk stands among the stijgers and dalers, on the website."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import KLASSENAMEN
from leefbaarheid.basis.gebied import W, met_woorden
from leefbaarheid.basis.tabel import Rij

GEEN_OORDEEL = "Een plaats op deze lijst is geen oordeel over een [[gebied]] of haar bewoners."


def plaatsen(lijst: Sequence[Rij], regel: Mapping[str, Any], delta: float) -> dict[str, str]:
    """Return for each wijk on the list what its page says of it, by code.

    Args:
        lijst: the table `stijgers_dalers`, from the largest rise to the largest fall.
        regel: the block of the edition: van, tot, and the klassen a wijk had to be in.
        delta: the margin, in score points.
    """
    return {rij["wk_code"]: _plaats(rij, len(lijst), regel, delta) for rij in lijst}


def _plaats(rij: Rij, n: int, regel: Mapping[str, Any], delta: float) -> str:
    van, tot = regel["van"], regel["tot"]
    klassen = taal.opsomming([KLASSENAMEN[k - 1] for k in sorted(regel["klassen"])], "of")
    groep = f"die in aanmerking kwamen en in {van} {klassen} waren"
    if n == 1:
        wie = f"Dit is de enige {W.gebied} die in aanmerking kwam en in {van} {klassen} was"
    else:
        wie = (
            f"Deze {W.gebied} staat op plaats {taal.getal(rij['rang'])} van de {taal.getal(n)} "
            f"{W.gebieden} {groep}; op plaats 1 staat de sterkste stijging tussen {van} en {tot}"
        )
    return f"{wie}. {_richting(rij, van, tot, delta)} {met_woorden(GEEN_OORDEEL)}"


def _richting(rij: Rij, van: int, tot: int, delta: float) -> str:
    verschil = round(rij["verandering"], 9)
    getal = taal.naast_de_marge(verschil, delta)
    if abs(verschil) <= delta:
        return f"Haar verandering ({getal}) bleef binnen de marge."
    deed, naam = ("steeg", "stijger") if verschil > 0 else ("daalde", "daler")
    zin = f"Zij {deed} ({getal}) meer dan de marge en heet een {naam}"
    return f"{zin}{_zeker(rij['buiten_twijfel'])}."


def _zeker(buiten_twijfel: bool | None) -> str:
    """Say whether the change is larger than margin and noise together; "" where that is unknown."""
    if buiten_twijfel is None:
        return ""
    if buiten_twijfel:
        return "; de verandering is groter dan de marge en de meetruis samen"
    return "; de verandering is niet groter dan de marge en de meetruis samen"
