"""A closed schema, and its first error as one Dutch message."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from jsonschema import Draft202012Validator, validators
from jsonschema.exceptions import ValidationError

from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u

MAX_WAARDE = 80
"""Characters of a value in a message."""
SOORTEN = {
    "object": "een blok met sleutels",
    "array": "een lijst",
    "string": "tekst",
    "integer": "een geheel getal",
    "number": "een getal (met een punt als decimaalteken)",
    "boolean": "true of false",
}
UITLEG = {
    "minimum": "de waarde is te klein; het minimum is",
    "maximum": "de waarde is te groot; het maximum is",
    "minItems": "de lijst is te kort; het minste aantal is",
    "maxItems": "de lijst is te lang; het grootste aantal is",
    "uniqueItems": "de lijst heeft een waarde dubbel; elke waarde mag één keer",
    "pattern": "de waarde heeft niet de vereiste vorm",
    "minLength": "de tekst is leeg; minste aantal tekens",
    "maxLength": "de tekst is te lang; het grootste aantal tekens is",
    "contains": "in de lijst ontbreekt",
    "minProperties": "het blok is leeg; minste aantal sleutels",
}


def _is_getal(_: object, waarde: object) -> bool:
    return (
        isinstance(waarde, int | float) and not isinstance(waarde, bool) and math.isfinite(waarde)
    )


def _is_geheel(_: object, waarde: object) -> bool:
    return isinstance(waarde, int) and not isinstance(waarde, bool)


def _heeft_vorm(_: object, patroon: str, waarde: object, __: object) -> Iterator[ValidationError]:
    """Check the form of a text; in Python `$` would let a line end through."""
    heel = rf"{patroon.removesuffix('$')}\Z" if patroon.endswith("$") else patroon
    if isinstance(waarde, str) and not re.search(heel, waarde):
        yield ValidationError(f"{waarde!r} does not match {patroon!r}")


# JSON Schema calls 2014.0 an integer and lets not-a-number through; a year or a margin is neither
_Controle: Any = validators.extend(  # type: ignore[no-untyped-call]  # its stub has no types
    Draft202012Validator,
    {"pattern": _heeft_vorm},
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine_many(
        {"integer": _is_geheel, "number": _is_getal}
    ),
)


def _kort(waarde: object) -> object:
    """Return a value for in a message: a text on one line, not longer than that."""
    if not isinstance(waarde, str):
        return waarde
    heel = waarde.encode("unicode_escape").decode() if not waarde.isprintable() else waarde
    return heel if len(heel) <= MAX_WAARDE else f"{heel[:MAX_WAARDE]}…"


class Document(NamedTuple):
    """The file that is checked, for the message.

    Attributes:
        bestand: its name.
        soort: what it is, in Dutch.
        handleiding: the file that explains the keys.
    """

    bestand: str
    soort: str
    handleiding: str


class _Plek(NamedTuple):
    """Where an error is."""

    document: Document
    sleutel: str

    def melding(
        self, wat: str, *, remedie: str, waarde: object = None, onder: str | None = None
    ) -> InvoerFout:
        """Return the message; `onder` is a key below the place of the error."""
        sleutel = ".".join(deel for deel in (self.sleutel, onder) if deel)
        return InvoerFout(
            wat,
            bestand=self.document.bestand,
            sleutel=sleutel or None,
            waarde=_kort(waarde),
            remedie=remedie,
        )


def _pad(fout: ValidationError) -> str:
    return ".".join(str(deel) for deel in fout.absolute_path)


def _los(deel: object) -> Any:
    """Return a part of an error of jsonschema, whose types allow for errors that are half made."""
    return deel


def _onbekende_sleutel(fout: ValidationError, plek: _Plek) -> InvoerFout:
    bekend = _los(fout.schema).get("properties", {})
    onbekend = sorted(str(k) for k in _los(fout.instance) if k not in bekend)[0]
    hint = bedoelde_u(onbekend, bekend) or f"Mogelijk zijn: {', '.join(bekend)}."
    return plek.melding(
        f"deze sleutel bestaat niet in {plek.document.soort}", remedie=hint, onder=onbekend
    )


def _ontbrekende_sleutel(fout: ValidationError, plek: _Plek) -> InvoerFout:
    verplicht, aanwezig = _los(fout.validator_value), _los(fout.instance)
    mist = next(k for k in verplicht if k not in aanwezig)
    return plek.melding(
        "deze sleutel ontbreekt",
        remedie=f"Voeg de sleutel toe; {plek.document.handleiding} legt hem uit.",
        onder=mist,
    )


def _verkeerde_soort(fout: ValidationError, plek: _Plek) -> InvoerFout:
    soorten = _los(fout.validator_value)
    namen = [SOORTEN[soort] for soort in ([soorten] if isinstance(soorten, str) else soorten)]
    return plek.melding(
        f"hier hoort {' of '.join(namen)}",
        waarde=fout.instance,
        remedie=f"Zie {plek.document.handleiding} voor deze sleutel.",
    )


def _geen_keuze(fout: ValidationError, plek: _Plek) -> InvoerFout:
    keuzes = [str(k) for k in _los(fout.validator_value)]
    return plek.melding(
        "deze waarde is geen van de keuzes",
        waarde=fout.instance,
        remedie=bedoelde_u(str(fout.instance), keuzes) or f"Kies uit: {', '.join(keuzes)}.",
    )


def _buiten_de_regels(fout: ValidationError, plek: _Plek) -> InvoerFout:
    regel, eis = str(fout.validator), _los(fout.validator_value)
    uitleg = UITLEG.get(regel, f"de waarde voldoet niet aan de regel '{regel}'")
    if regel == "contains":
        eis = eis["const"]
    return plek.melding(
        f"{uitleg} {'' if eis is True else eis}".rstrip(),
        waarde=fout.instance,
        remedie=f"Zie {plek.document.handleiding} voor deze sleutel.",
    )


_VERTALERS: dict[str, Callable[[ValidationError, _Plek], InvoerFout]] = {
    "additionalProperties": _onbekende_sleutel,
    "required": _ontbrekende_sleutel,
    "type": _verkeerde_soort,
    "enum": _geen_keuze,
}


def _vertaal(fout: ValidationError, plek: _Plek) -> InvoerFout:
    """Turn a jsonschema error into one Dutch message."""
    regel = str(fout.validator)
    if fout.instance is None and regel not in ("additionalProperties", "required"):
        return plek.melding(
            "deze sleutel is leeg gelaten",
            remedie="Vul een waarde in of haal de sleutel weg als hij optioneel is.",
        )
    return _VERTALERS.get(regel, _buiten_de_regels)(fout, plek)


def controleer_schema(inhoud: object, schema: Mapping[str, Any], document: Document) -> None:
    """Check what a YAML file holds against its schema.

    Args:
        inhoud: the parsed file.
        schema: the parsed schema.
        document: which file it is, for the message.

    Raises:
        InvoerFout: the first problem, unknown keys before anything else.
    """
    rang = {"additionalProperties": 0, "required": 1}
    fouten = sorted(
        _Controle(schema).iter_errors(inhoud),
        key=lambda fout: (rang.get(str(fout.validator), 2), _pad(fout)),
    )
    if fouten:
        raise _vertaal(fouten[0], _Plek(document, _pad(fouten[0])))
