"""When an estimate is clear, and how many are: one rule for tables, sentences and alt texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from leefbaarheid.basis import taal

SIGNIFICANTIE = 0.05


def richting_van(rij: Mapping[Any, Any], achter: str = "") -> int:
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
    def in_cijfers(self) -> str:
        """Return the same for a table cell: "3 (2 positief, 1 negatief)", or "0"."""
        if not self.duidelijk:
            return "0"
        delen = ((self.positief, "positief"), (self.negatief, "negatief"))
        richtingen = ", ".join(f"{n} {richting}" for n, richting in delen if n)
        return f"{self.duidelijk} ({richtingen})"

    @property
    def in_woorden(self) -> str:
        """Return the number of clear ones with their directions.

        "drie (twee positief, één negatief)", "twee (alle positief)", "één (negatief)" or "geen
        enkele".
        """
        if not self.duidelijk:
            return "geen enkele"
        getal = taal.telwoord(self.duidelijk)
        if self.positief and self.negatief:
            positief, negatief = (taal.telwoord(n) for n in (self.positief, self.negatief))
            return f"{getal} ({positief} positief, {negatief} negatief)"
        richting = "positief" if self.positief else "negatief"
        return f"{getal} ({richting})" if self.duidelijk == 1 else f"{getal} (alle {richting})"


def tel_richtingen(rijen: Iterable[Mapping[Any, Any]], achter: str = "") -> Richtingen:
    """Count estimates by direction; those without a test are left out.

    Args:
        rijen, achter: see `richting_van`.
    """
    getoetst = [rij for rij in rijen if not taal.is_leeg(rij.get(f"p{achter}"))]
    richtingen = [richting_van(rij, achter) for rij in getoetst]
    return Richtingen(len(getoetst), richtingen.count(1), richtingen.count(-1))
