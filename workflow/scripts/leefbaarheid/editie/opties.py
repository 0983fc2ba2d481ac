"""What `--config` says, and how it goes together with the file of an edition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.editie.lezen import lees_configuratie, lees_yaml

OPTIE = "--config"
_SLEUTEL = re.compile(r"[A-Za-z_][\w-]*(\.[A-Za-z_][\w-]*)*")
REMEDIE = "Schrijf --config sleutel=waarde, bijvoorbeeld --config inferentie.snel=true."


def voeg_samen(onder: Mapping[str, Any], boven: Mapping[str, Any]) -> dict[str, Any]:
    """Return `onder` with what `boven` says: blocks go together, anything else is replaced."""
    samen = dict(onder)
    for sleutel, waarde in boven.items():
        eerder = samen.get(sleutel)
        if isinstance(eerder, Mapping) and isinstance(waarde, Mapping):
            samen[sleutel] = voeg_samen(eerder, waarde)
        else:
            samen[sleutel] = waarde
    return samen


def lees_opties(opties: Iterable[str], schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return what `--config a=1 b.c=2 'd={e: 3}'` says, as a block of an edition.

    A value is text where the schema asks for text, else YAML.

    Raises:
        InvoerFout: no `name=value`, no YAML, or a key twice.
    """
    samen: dict[str, Any] = {}
    eerder: set[str] = set()
    for optie in opties:
        sleutel, teken, tekst = optie.partition("=")
        if not teken or not _SLEUTEL.fullmatch(sleutel):
            raise InvoerFout(f"{OPTIE} verwacht sleutel=waarde", waarde=optie, remedie=REMEDIE)
        if sleutel in eerder:
            raise InvoerFout(
                "deze sleutel staat er twee keer",
                sleutel=f"{OPTIE} {sleutel}",
                remedie="Houd er een.",
            )
        eerder.add(sleutel)
        samen = voeg_samen(samen, _genest(sleutel, _waarde(sleutel, tekst, schema)))
    return samen


def _genest(sleutel: str, waarde: Any) -> dict[str, Any]:
    eerste, _, rest = sleutel.partition(".")
    return {eerste: _genest(rest, waarde) if rest else waarde}


def _waarde(sleutel: str, tekst: str, schema: Mapping[str, Any]) -> Any:
    """Return the value of an option."""
    if _is_tekst(sleutel, schema):
        return tekst
    if tekst.lstrip().startswith(("{", "[", '"', "'")):
        return lees_yaml(tekst, f"{OPTIE} {sleutel}")
    try:
        waarde = yaml.safe_load(tekst)
    except (yaml.YAMLError, ValueError):
        return tekst
    # text in which YAML sees more than one value is text
    return waarde if isinstance(waarde, bool | int | float) or waarde is None else tekst


def _is_tekst(sleutel: str, schema: Mapping[str, Any]) -> bool:
    """Return whether the schema asks for text at a key, through its references."""
    deel: Any = schema
    for naam in sleutel.split("."):
        deel = deel.get("properties", {}).get(naam, {})
        if "$ref" in deel:
            deel = schema["$defs"].get(deel["$ref"].rsplit("/", 1)[-1], {}) | deel
    return bool(deel.get("type") == "string")


def stel_samen(
    bestanden: Sequence[str | Path], opties: Iterable[str], schema: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the configuration in files, each over the ones before it, with the options on top.

    Raises:
        InvoerFout: a file or an option is not as it should be.
    """
    samen: dict[str, Any] = {}
    for bestand in bestanden:
        samen = voeg_samen(samen, lees_configuratie(bestand))
    return voeg_samen(samen, lees_opties(opties, schema))
