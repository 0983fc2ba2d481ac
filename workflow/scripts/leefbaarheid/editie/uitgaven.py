"""The releases of the Leefbaarometer (config/uitgaven.yaml): years, borders, base, dimensions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from leefbaarheid.editie.lezen import lees_configuratie

WORTEL = Path(__file__).resolve().parents[4]
BESTAND = "config/uitgaven.yaml"
SCHEMA = "config/uitgaven-schema.yaml"


class Ijk(NamedTuple):
    """What the five dimensions look like over all wijken, in the order fys, onv, soc, vrz, won.

    Attributes:
        gemiddelden: per year the mean of each dimension.
        spreidingen: standard deviation of each dimension, over the years.
        samenhang: correlations between the dimensions, over the years.
    """

    gemiddelden: Mapping[int, tuple[float, ...]]
    spreidingen: tuple[float, ...]
    samenhang: tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class Uitgave:
    """What is known of one release.

    Attributes:
        naam: key in the file.
        versie: version of the Leefbaarometer.
        jaren: its measurement years.
        indeling: year of its borders.
        bestanden: per level (wijk, buurt, gemeente) the name of its file.
        basis: per level the fixed value of lbm - afw, where it is known.
        ijk: reference values of the dimensions; None where they are not known.
    """

    naam: str
    versie: str
    jaren: tuple[int, ...]
    indeling: int
    bestanden: Mapping[str, str]
    basis: Mapping[str, float] = field(default_factory=dict)
    ijk: Ijk | None = None


@cache
def lees_uitgaven(wortel: Path = WORTEL) -> tuple[Uitgave, ...]:
    """Return the releases in the order of the file.

    Args:
        wortel: the folder of the project.

    Raises:
        InvoerFout: no such file, or no YAML.
    """
    inhoud = lees_configuratie(wortel / BESTAND)
    return tuple(_uitgave(naam, deel) for naam, deel in inhoud["uitgaven"].items())


def controleer_uitgaven(wortel: Path) -> None:
    """Check the file of the releases against its schema.

    Raises:
        InvoerFout: no such file, no YAML, or a key or value that the schema does not allow.
    """
    # only here: reading a schema costs a tenth of a second that the steps can do without
    from leefbaarheid.basis.eigen_yaml import lees_eigen_yaml
    from leefbaarheid.editie.schemafouten import Document, controleer_schema

    inhoud = lees_configuratie(wortel / BESTAND)
    schema = lees_eigen_yaml(wortel / SCHEMA)
    controleer_schema(_met_tekstsleutels(inhoud), schema, Document(BESTAND, "de uitgaven", SCHEMA))


def _met_tekstsleutels(deel: Any) -> Any:
    """Return a block with texts as keys: YAML makes a number of a year, a schema wants a text."""
    if isinstance(deel, Mapping):
        return {str(sleutel): _met_tekstsleutels(waarde) for sleutel, waarde in deel.items()}
    return deel


def _uitgave(naam: str, deel: Mapping[str, Any]) -> Uitgave:
    velden = {k: v for k, v in deel.items() if k != "dimensies"}
    ijk = deel.get("dimensies")
    return Uitgave(
        naam, **{**velden, "jaren": tuple(deel["jaren"]), "ijk": _ijk(ijk) if ijk else None}
    )


def _ijk(deel: Mapping[str, Any]) -> Ijk:
    return Ijk(
        {jaar: tuple(waarden) for jaar, waarden in deel["gemiddelden"].items()},
        tuple(deel["spreidingen"]),
        tuple(map(tuple, deel["samenhang"])),
    )


def herken_uitgave(
    versie: str, jaren: Iterable[int], uitgaven: Iterable[Uitgave] | None = None
) -> Uitgave | None:
    """Return the first release of a version that has all these years; None where there is none.

    Args:
        versie: version of the Leefbaarometer.
        jaren: the years in the file.
        uitgaven: the releases; those of the project by default.
    """
    gezocht = set(jaren)
    alle = lees_uitgaven() if uitgaven is None else uitgaven
    return next((u for u in alle if u.versie == versie and gezocht <= set(u.jaren)), None)


def ijk_van(versie: str, uitgaven: Iterable[Uitgave] | None = None) -> Ijk | None:
    """Return the reference values of a version: of its first release that has them, or None."""
    alle = lees_uitgaven() if uitgaven is None else uitgaven
    return next((u.ijk for u in alle if u.versie == versie and u.ijk), None)
