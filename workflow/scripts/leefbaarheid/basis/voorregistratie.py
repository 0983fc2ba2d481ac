"""The settled choices of an edition: which they are, their fingerprint, and what changed since.

An edition may hold the block `voorregistratie`: the choices that decide an outcome as they were on
a day, with the SHA-256 of their canonical JSON. Texts, files, seeds and numbers of draws are not
among them: they change no question. The values stand beside the hash, so that a reader sees what
changed, and not only that something did; the hash shows that nobody edited them afterwards.
"""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

Editie = Mapping[str, Any]

KEUZES: Mapping[str, tuple[str, ...]] = {
    "basisjaar": ("basisjaar",),
    "eindjaar": ("eindjaar",),
    "vensters": ("vensters",),
    "selectie": ("selectie",),
    "klassen": ("klassen",),
    "clusters": ("clusters",),
    "stijgers_dalers": ("stijgers_dalers",),
    "factoren": ("factoren",),
    "regressievensters": ("regressie", "vensters"),
    "hoofdvenster": ("regressie", "hoofdvenster"),
    "modellen": ("regressie", "modellen"),
    "hoofdmodel": ("regressie", "hoofdmodel"),
    "steekproeven": ("regressie", "steekproeven"),
    "primaire_factoren": ("inferentie", "primaire_factoren"),
    "primaire_schatter": ("inferentie", "primaire_schatter"),
    "dimensie_van_factor": ("inferentie", "dimensie_van_factor"),
}
"""Choice -> its place in the configuration."""
ZONDER_VOLGORDE = frozenset(
    ("vensters", "factoren", "regressievensters", "modellen", "steekproeven", "primaire_factoren")
)
"""The choices that are lists in which the order means nothing."""

TOELICHTING = frozenset(("waarom", "kop", "omschrijving"))
"""Keys within a choice that only explain it to a reader."""


class Wijziging(NamedTuple):
    """One part of a choice that is no longer as it was registered.

    Attributes:
        keuze: name of the choice.
        onderdeel: dotted place within it; "" for the choice as a whole.
        was, nu: values; None where there is none.
    """

    keuze: str
    onderdeel: str
    was: Any
    nu: Any


def keuzes(editie: Editie) -> dict[str, Any]:
    """Return the settled choices of an edition by name, as far as it has them.

    Args:
        editie: the config, or the blocks of it that hold choices.
    """
    uit: dict[str, Any] = {}
    for naam, plaats in KEUZES.items():
        deel: Any = editie
        for sleutel in plaats:
            deel = deel.get(sleutel) if isinstance(deel, Mapping) else None
        if deel is not None:
            uit[naam] = sorted(deel) if naam in ZONDER_VOLGORDE else _zonder_tekst(deel)
    return uit


def _zonder_tekst(deel: Any) -> Any:
    """Return a copy of a choice without the sentences that only explain it."""
    if isinstance(deel, Mapping):
        return {k: _zonder_tekst(v) for k, v in deel.items() if k not in TOELICHTING}
    return copy.deepcopy(deel)


def vingerafdruk(gekozen: Mapping[str, Any]) -> str:
    """Return the SHA-256 (64 hex digits) of choices as canonical JSON.

    Keys are sorted, there is no white space, and letters beyond ASCII stand as they are (UTF-8).
    """
    tekst = json.dumps(gekozen, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(tekst.encode("utf-8")).hexdigest()


def gewijzigd(editie: Editie) -> list[Wijziging]:
    """Return what changed since the registration, in the order of `KEUZES`; none without a block.

    A choice that did not exist when the others were registered is not among them.
    """
    vast = (editie.get("voorregistratie") or {}).get("keuzes", {})
    nu = keuzes(editie)
    return [
        wijziging
        for naam in KEUZES
        if naam in vast
        for wijziging in _verschillen(naam, "", vast[naam], nu.get(naam))
    ]


def _verschillen(naam: str, plek: str, was: Any, nu: Any) -> Iterator[Wijziging]:
    """Yield the differences within a choice: per key of a block, else as a whole."""
    if isinstance(was, Mapping) and isinstance(nu, Mapping):
        for sleutel in sorted({*was, *nu}):
            binnen = f"{plek}.{sleutel}" if plek else sleutel
            yield from _verschillen(naam, binnen, was.get(sleutel), nu.get(sleutel))
    elif was != nu:
        yield Wijziging(naam, plek, was, nu)


def als_blok(editie: Editie, datum: str, uitkomsten_bekend: bool) -> dict[str, Any]:
    """Return the block `voorregistratie` of an edition as it is now.

    Args:
        editie: the config.
        datum: day of the registration (YYYY-MM-DD).
        uitkomsten_bekend: whether the outcomes had been seen on that day.
    """
    gekozen = keuzes(editie)
    return {
        "datum": datum,
        "uitkomsten_bekend": uitkomsten_bekend,
        "vingerafdruk": vingerafdruk(gekozen),
        "keuzes": gekozen,
    }


def let_op(editie: Editie) -> str:
    """Return the remark that settings changed since they were registered; "" if none did."""
    namen: Sequence[str] = list(dict.fromkeys(w.keuze for w in gewijzigd(editie)))
    if not namen:
        return ""
    datum = editie["voorregistratie"]["datum"]
    return (
        f"LET OP: sinds de vastlegging van {datum} is gewijzigd: {', '.join(namen)}. Het rapport "
        "zegt dat erbij.\n  Wat te doen: zet de waarde terug, of leg de keuzes opnieuw vast met "
        "make voorregistratie EDITIE=<bestand> en plak het blok in de configuratie."
    )
