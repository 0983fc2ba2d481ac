"""When an estimate is clear, and how many are: one rule for tables, sentences and alt texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from leefbaarheid.basis import taal

SIGNIFICANTIE = 0.05


def richting_van(rij: Mapping[str, Any], achter: str = "") -> int:
    """Return the sign of an estimate whose 95% interval leaves out zero, else 0.

    By the primary estimator; an estimate that has no test is not clear.

    Args:
        rij: coef_sd and p, each with `achter` behind its name.
        achter: suffix of the columns.
    """
    p = rij.get(f"p{achter}")
    if not taal.is_bekend(p) or p >= SIGNIFICANTIE:
        return 0
    return 1 if rij[f"coef_sd{achter}"] > 0 else -1


class Richtingen(NamedTuple):
    """How many estimates there are with a test, and how many are clear in either direction."""

    n: int
    positief: int
    negatief: int

    @property
    def duidelijk(self) -> int:
        """Number of clear estimates, whatever their direction."""
        return self.positief + self.negatief

    @property
    def in_woorden(self) -> str:
        """Say how many of the clear ones point which way: "twee positief en één negatief"."""
        return f"{taal.telwoord(self.positief)} positief en {taal.telwoord(self.negatief)} negatief"


def tel_richtingen(rijen: Iterable[Mapping[str, Any]], achter: str = "") -> Richtingen:
    """Count estimates by direction; those without a test are left out.

    Args:
        rijen, achter: see `richting_van`.
    """
    getoetst = [rij for rij in rijen if not taal.is_leeg(rij.get(f"p{achter}"))]
    richtingen = [richting_van(rij, achter) for rij in getoetst]
    return Richtingen(len(getoetst), richtingen.count(1), richtingen.count(-1))
