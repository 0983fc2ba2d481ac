"""A list of fields in a text, as authors of Markdown and Word both can write it.

    - wat: Zet een datum bij het besluit over de flats.
    - wie: corporatie en gemeente

A list is a row of records; each begins with the same field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from leefbaarheid.basis.fouten import bedoelde_u
from leefbaarheid.basis.vergelijk import MAX_NAAM, gelijknamig, te_lang
from leefbaarheid.wijkanalyses.blokken import Blok, platte_tekst
from leefbaarheid.wijkanalyses.weigering import Ongeschikt

# AANNAME: een veld van een advies of aanpak is hoogstens 500 tekens: twee of drie zinnen in een cel
#   van een tabel.
#   Waarom: meer dan twee of drie zinnen past niet in een cel van een tabel.
#   Gevolg: een langer veld geeft een melding; geen cijfer verandert.
#   Onderwerp: techniek.
MAX_VELD = 500
_VELD = re.compile(r"([^\W\d_][\w'’ -]{0,40}?)\s*:\s*(.*)", re.DOTALL)


@dataclass(frozen=True)
class Soort:
    """What a record holds.

    Attributes:
        naam: what one record is called (advies).
        verplicht, mag: the fields it must and may have; the first of `verplicht` begins a record.
        thema_van: returns the key of a theme by its key or label, None when there is none.
    """

    naam: str
    verplicht: tuple[str, ...]
    mag: tuple[str, ...]
    thema_van: Callable[[str], str | None]

    @property
    def velden(self) -> tuple[str, ...]:
        """All fields, the one that begins a record first."""
        return (*self.verplicht, *self.mag)


@dataclass
class Veldenlijst:
    """The records that were read, and what is wrong with them."""

    records: list[dict[str, str]] = field(default_factory=list)
    bezwaren: list[Ongeschikt] = field(default_factory=list)


def lees_velden(blokken: list[Blok], soort: Soort) -> Veldenlijst:
    """Return the records in clean blocks; every field of `soort.velden`, "" where it is not given.

    Args:
        blokken: bullet lists, or paragraphs, of `veld: waarde`.
        soort: what a record holds.
    """
    uit = Veldenlijst()
    for regel in _regels(blokken):
        try:
            _neem_op(uit, soort, regel)
        except Ongeschikt as fout:
            uit.bezwaren.append(fout)
    for record in uit.records:
        uit.bezwaren += _ontbreekt(record, soort)
    uit.records = [{veld: record.get(veld, "") for veld in soort.velden} for record in uit.records]
    return uit


def _regels(blokken: list[Blok]) -> Iterator[str]:
    for blok in blokken:
        if blok["t"] == "BulletList":
            for punt in blok["c"]:
                yield from _regels(punt)
        else:
            yield platte_tekst(blok)


def _neem_op(uit: Veldenlijst, soort: Soort, regel: str) -> None:
    gevonden = _VELD.fullmatch(regel)
    naam = _veldnaam(gevonden[1], soort) if gevonden else None
    if not gevonden or naam is None:
        getypt = gevonden[1] if gevonden else regel
        bedoeld = bedoelde_u(getypt[:MAX_NAAM], soort.velden) if gevonden else ""
        raise Ongeschikt(
            f"dit is geen veld van een {soort.naam}",
            fragment=getypt[:60],
            remedie=f"{bedoeld} Schrijf per regel '- veld: waarde'; de velden zijn "
            f"{', '.join(soort.velden)}.".strip(),
        )
    waarde = gevonden[2].strip()
    if naam == soort.verplicht[0]:
        uit.records.append({})
    if not uit.records:
        raise Ongeschikt(
            f"een {soort.naam} begint met '{soort.verplicht[0]}'",
            fragment=regel[:60],
            remedie=f"Zet '- {soort.verplicht[0]}: ...' als eerste regel van elk {soort.naam}.",
        )
    if not waarde:
        raise Ongeschikt(
            f"het veld '{naam}' van een {soort.naam} is leeg",
            fragment=f"{gevonden[1]}:",
            remedie="Vul het veld in, of haal de regel weg.",
        )
    if lang := te_lang(waarde, MAX_VELD):
        raise Ongeschikt(
            f"het veld '{naam}' van een {soort.naam} is {lang}",
            fragment=waarde[:60],
            remedie="Kort het in tot een of twee zinnen.",
        )
    if naam in uit.records[-1]:
        raise Ongeschikt(
            f"het veld '{naam}' staat twee keer in hetzelfde {soort.naam}",
            fragment=regel[:60],
            remedie=f"Houd er een, of begin een nieuw {soort.naam} met '{soort.verplicht[0]}'.",
        )
    uit.records[-1][naam] = waarde
    if naam == "thema":
        uit.records[-1][naam] = soort.thema_van(waarde) or ""
        if not uit.records[-1][naam]:
            raise Ongeschikt(
                "dit thema heeft de editie niet",
                fragment=waarde[:60],
                remedie="Gebruik een sleutel of naam uit wijkanalyses.themas van de configuratie.",
            )


def _veldnaam(getypt: str, soort: Soort) -> str | None:
    kaal = re.sub(r"[\W_]", "", gelijknamig(getypt))
    return kaal if kaal in soort.velden else None


def _ontbreekt(record: Mapping[str, str], soort: Soort) -> list[Ongeschikt]:
    """Return an objection where a record lacks a field; one that was wrong is not missing too."""
    weg = [veld for veld in soort.verplicht if veld not in record]
    if not weg:
        return []
    begin = record.get(soort.verplicht[0], "")
    return [
        Ongeschikt(
            f"bij dit {soort.naam} ontbreekt {' en '.join(repr(veld) for veld in weg)}",
            fragment=begin[:60],
            remedie=f"Een {soort.naam} heeft ten minste {', '.join(soort.verplicht)}.",
        )
    ]
