"""What a regression on the example edition should find: the true effects, composed over steps."""

from __future__ import annotations

import math
from typing import Literal

from leefbaarheid.voorbeeld.voorbeeld import JAREN, Parameters

Vorm = Literal["ancova", "basismeting"]


def _stappen(van: int, tot: int) -> range:
    """Return the step numbers between measurements `van` and `tot`."""
    if van not in JAREN or tot not in JAREN or van >= tot:
        raise ValueError(f"venster {van}-{tot} past niet op de metingen {JAREN}")
    return range(JAREN.index(van), JAREN.index(tot))


def ware_beginscore(parameters: Parameters, van: int, tot: int, vorm: Vorm = "ancova") -> float:
    """Return the true coefficient of the score that the model conditions on.

    ancova: of score(van) for score(tot), the product of rho over the steps of the window.
    basismeting: of the score of 2002 for the change from `van` to `tot`.

    Raises:
        ValueError: `van` or `tot` is no measurement, or `van` is not before `tot`.
    """
    behoud = math.prod(parameters.rho[t] for t in _stappen(van, tot))
    if vorm == "basismeting":
        return math.prod(parameters.rho[: JAREN.index(van)]) * (behoud - 1)
    return behoud


def ware_effecten(
    parameters: Parameters, van: int, tot: int, vorm: Vorm = "ancova"
) -> dict[str, float]:
    """Return the true effect of each factor, in points of `lbm` per natural unit.

    ancova: coefficients of score(tot) ~ score(van) + factors. Substituting the chain in itself
    gives b = sum over steps t of (product of rho over the later steps) * b[t].
    basismeting: coefficients of score(tot) - score(van) ~ factors + score(2002), which are
    b(2002 -> tot) - b(2002 -> van); for van = 2002 both forms agree.
    The change without any score has no true value here: it depends on how factors and the first
    score hang together.

    Raises:
        ValueError: `van` or `tot` is no measurement, or `van` is not before `tot`.
    """
    stappen = _stappen(van, tot)
    if vorm == "basismeting":
        lang = ware_effecten(parameters, JAREN[0], tot)
        kort = ware_effecten(parameters, JAREN[0], van) if van != JAREN[0] else {}
        return {naam: waarde - kort.get(naam, 0.0) for naam, waarde in lang.items()}
    effect = dict.fromkeys((factor.naam for factor in parameters.factoren), 0.0)
    for t in stappen:
        for factor in parameters.factoren:
            effect[factor.naam] *= parameters.rho[t]
            effect[factor.naam] += factor.effect[t] / factor.schaal
    return effect
