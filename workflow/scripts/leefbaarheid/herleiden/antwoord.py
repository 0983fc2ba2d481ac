"""From a sentence, a number or a page to what it rests on, as plain data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from leefbaarheid.basis.taal import hoeveel
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabellen.alle import TABELLEN
from leefbaarheid.herleiden.bron import Regels, ruwe_regels
from leefbaarheid.herleiden.document import Opgenomen
from leefbaarheid.herleiden.herkomst import Plek, kandidaten, plek_van, zonder_spaties
from leefbaarheid.herleiden.opname import Cel, Stuk
from leefbaarheid.herleiden.tekst import Zin, getallen, kaal

MEESTE_KANDIDATEN = 3
MEESTE_WOORD = 20
"""Counts up to here can be written as words."""


@dataclass(frozen=True)
class Editie:
    """The results of an edition, for answers.

    Attributes:
        uit: the folder with them.
        wortel: the project.
        tabellen: every result table.
        cijfers: cijfers.json.
        cellen: the cells that the numbers of the quantitative half are made from.
        bestanden: `scores` and `context`, of the raw lines; none when the sources are elsewhere.
        regels: how many raw lines to show.
    """

    uit: Path
    wortel: Path
    tabellen: Mapping[str, list[Rij]]
    cijfers: Mapping[str, Mapping[str, Any]]
    cellen: Mapping[str, list[Cel]]
    bestanden: Mapping[str, Path]
    regels: int


@dataclass(frozen=True)
class Getal:
    """A number of a sentence.

    Attributes:
        tekst: as it is written.
        naam: its name in cijfers.json, "" for one straight from a table.
        plekken: the cells it stands in, or can stand in when there are more.
        geteld: for a number that was counted or taken over rows: over how many cells.
        ruw: the raw lines behind the first of them.
        uitleg: what is not known, in Dutch.
    """

    tekst: str
    naam: str
    plekken: list[Plek] = field(default_factory=list)
    geteld: int = 0
    ruw: list[Regels] = field(default_factory=list)
    uitleg: str = ""


@dataclass(frozen=True)
class Herleid:
    """A sentence with what it rests on.

    Attributes:
        zin: the sentence.
        plaatsen: where it stands: document, chapter and line in the .qmd.
        functies: what wrote it, as "name (file:line)"; the template goes first where it has fixed
            text of it.
        getallen: its numbers.
        tabellen: the tables that were read for it.
        cellen, ruw: for a sentence of which no number stands in a cell: cells it was decided by,
            one per row, and the raw lines behind the first.
    """

    zin: str
    plaatsen: list[str]
    functies: list[str]
    getallen: list[Getal]
    tabellen: list[str]
    cellen: list[Plek]
    ruw: list[Regels]


Vondst = tuple[Opgenomen, Zin]
"""A sentence, with the document it stands in."""


def zoek_zinnen(vraag: str, documenten: Iterable[Opgenomen]) -> list[list[Vondst]]:
    """Return the sentences that have these words; markup, spaces and capitals do not matter.

    A sentence that stands in more places is one group.
    """
    gezocht = kaal(vraag)
    groepen: dict[str, list[Vondst]] = {}
    for doc in documenten:
        for zin in doc.zinnen:
            if gezocht in (tekst := kaal(zin.tekst)):
                groepen.setdefault(tekst, []).append((doc, zin))
    return list(groepen.values())


def op_bladzijde(tekst: str, document: Opgenomen) -> list[list[Vondst]]:
    """Return the sentences with a number that stand on a page, by the text of that page."""
    bladzijde = kaal(tekst)
    uit = []
    for zin in document.zinnen:
        # a reference is a number on the page; what stands before the first one is compared
        begin = kaal(zin.tekst.split("@")[0].rstrip("[("))
        if len(begin) > 20 and begin in bladzijde and getallen(zin.tekst):
            uit.append([(document, zin)])
    return uit


def herleid_zin(vondsten: list[Vondst], editie: Editie) -> Herleid:
    """Return what a sentence rests on.

    Args:
        vondsten: the places where it stands; it is traced at the first.
        editie: the edition.
    """
    document, zin = vondsten[0]
    stukken = [document.opname.stukken[nummer] for nummer in zin.stukken]
    functies = [
        f"{stuk.naam} ({_vanaf(stuk.bestand, editie.wortel)}:{stuk.regel})"
        for stuk in stukken
        if stuk.bestand
    ]
    if sjabloon := zoek_sjabloon(zin, document.naam, editie.wortel):
        functies.insert(0, sjabloon)
    cellen = [cel for stuk in stukken for cel in stuk.cellen]
    # what the template itself read of the numbers, somewhere in the document
    los = Stuk("", cijfers=document.opname.open_[0].cijfers) if not cellen else Stuk("")
    namen = _met_naam(zin, [*stukken, los], editie)
    in_cijfers = [tekst for tekst in getallen(zin.tekst) if not _is_jaar(tekst)]
    gevonden = []
    for tekst in dict.fromkeys([*namen, *in_cijfers]):
        gevonden += _een_getal(tekst, namen.get(tekst, []), cellen, editie)
    bepalend = [] if any(getal.plekken for getal in gevonden) else _een_per_rij(cellen)
    return Herleid(
        zin=zin.tekst,
        plaatsen=[f"{doc.naam}, {deel.kop} (regel {deel.regel})" for doc, deel in vondsten],
        functies=functies,
        getallen=gevonden,
        tabellen=list(dict.fromkeys(cel.tabel for cel in cellen)),
        cellen=[_plek(cel, editie) for cel in bepalend],
        ruw=_ruw(bepalend[:1], editie),
    )


def _een_per_rij(cellen: Iterable[Cel]) -> list[Cel]:
    """Return the last cell that was read of each of the last rows: what decided on the words."""
    per_rij: dict[tuple[str, int], Cel] = {}
    for cel in cellen:
        if cel.kolom not in TABELLEN[cel.tabel].sleutel:
            per_rij.pop((cel.tabel, cel.rij), None)
            per_rij[cel.tabel, cel.rij] = cel
    return list(per_rij.values())[-MEESTE_KANDIDATEN:]


def zoek_sjabloon(zin: Zin, document: str, wortel: Path) -> str:
    """Return the template and the line that has the longest fixed part of a sentence; "" for none.

    A part of less than 25 letters is too short to tell.
    """
    vast = max((kaal(deel) for deel in re.split(r"[\d(]", zin.tekst)), key=len)
    if len(vast) < 25:
        return ""
    for pad in sorted((wortel / "reports").glob(f"{document}/*.j2")):
        for nummer, regel in enumerate(pad.read_text("utf-8").splitlines(), start=1):
            if vast in kaal(regel):
                return f"sjabloon ({pad.relative_to(wortel).as_posix()}:{nummer})"
    return ""


def _vanaf(bestand: str, wortel: Path) -> str:
    pad = Path(bestand)
    return pad.relative_to(wortel).as_posix() if pad.is_relative_to(wortel) else pad.name


def _is_jaar(tekst: str) -> bool:
    return tekst.isdecimal() and 1990 <= int(tekst) <= 2100


def _met_naam(zin: Zin, stukken: Iterable[Stuk], editie: Editie) -> dict[str, list[str]]:
    """Return per number of the sentence, in digits or as a word, the names that have its value."""
    in_zin = set(getallen(zin.tekst))
    woorden = set(zin.tekst.casefold().replace("*", "").replace(",", " ").replace(".", " ").split())
    uit: dict[str, list[str]] = {}
    for naam in dict.fromkeys(naam for stuk in stukken for naam in stuk.cijfers):
        cijfer = editie.cijfers.get(naam, {"waarde": None, "tekst": ""})
        waarde, zelf = cijfer["waarde"], zonder_spaties(cijfer["tekst"])
        heel = isinstance(waarde, int) and str(waarde) in in_zin
        tekst = zelf if zelf in in_zin else str(waarde) if heel else ""
        if not tekst and isinstance(waarde, int) and 0 <= waarde <= MEESTE_WOORD:
            tekst = hoeveel(waarde) if hoeveel(waarde) in woorden else ""
        if tekst:
            uit.setdefault(tekst, []).append(naam)
    return uit


def _een_getal(tekst: str, namen: list[str], cellen: list[Cel], editie: Editie) -> list[Getal]:
    """Return what a number of a sentence can be: one thing, or every candidate there is."""
    benoemd = [herleid_getal(naam, editie, tekst) for naam in namen]
    eigen = {cel for naam in namen for cel in editie.cellen.get(naam, [])}
    ander = [cel for cel in kandidaten(tekst, cellen) if cel not in eigen]
    if not namen:
        return [_uit_tabel(tekst, ander, bool(cellen), editie)]
    if len(namen) + len(ander) == 1:
        return benoemd
    if ander:
        benoemd.append(_uit_tabel(tekst, ander, True, editie))
    waarschuwing = "een van de kandidaten: meer van wat er gelezen is, heeft deze waarde"
    return [
        replace(getal, uitleg="; ".join(filter(None, [waarschuwing, getal.uitleg])))
        for getal in benoemd
    ]


def herleid_getal(naam: str, editie: Editie, tekst: str = "") -> Getal:
    """Return what a number with a name rests on.

    Raises:
        KeyError: there is no such number.
    """
    cijfer = editie.cijfers[naam]
    cellen = editie.cellen.get(naam, [])
    plekken = [_plek(cel, editie) for cel in cellen[:1]]
    uitleg = "" if plekken else f"het komt uit tabel {cijfer['bron_tabel']}"
    if len(cellen) > 1:
        uitleg = (
            f"geteld of genomen over {len(cellen)} cellen van tabel {cijfer['bron_tabel']}, door "
            "workflow/scripts/leefbaarheid/tekst/cijfers_*.py; de eerste staat hieronder"
        )
    return Getal(
        tekst=tekst or cijfer["tekst"],
        naam=naam,
        plekken=plekken,
        geteld=len(cellen) if len(cellen) > 1 else 0,
        ruw=_ruw(cellen[:1], editie),
        uitleg=uitleg,
    )


def _uit_tabel(tekst: str, mogelijk: list[Cel], gelezen: bool, editie: Editie) -> Getal:
    """Return the cells that a number without a name can stand in.

    Args:
        tekst: the number.
        mogelijk: the cells with its value.
        gelezen: whether any cells were read for the sentence.
        editie: the edition.
    """
    plekken = [_plek(cel, editie) for cel in mogelijk[:MEESTE_KANDIDATEN]]
    if len(mogelijk) > 1:
        uitleg = f"{len(mogelijk)} cellen die ervoor gelezen zijn, hebben deze waarde"
    elif mogelijk:
        uitleg = ""
    elif gelezen:
        uitleg = "in geen gelezen cel zo te vinden: berekend in de functie die de zin schreef"
    else:
        uitleg = "vaste tekst van het sjabloon, of een instelling van de editie"
    return Getal(tekst, "", plekken, 0, _ruw(mogelijk[:1], editie), uitleg)


def _plek(cel: Cel, editie: Editie) -> Plek:
    return plek_van(cel, editie.tabellen, TABELLEN, editie.uit, editie.wortel)


def _ruw(cellen: list[Cel], editie: Editie) -> list[Regels]:
    """Return the raw lines behind a cell, where the sources are at hand."""
    if not cellen or not editie.bestanden:
        return []
    rij = editie.tabellen[cellen[0].tabel][cellen[0].rij]
    wijken = editie.tabellen["wijken"]
    return ruwe_regels(rij, cellen[0].kolom, wijken, editie.bestanden, editie.regels)


def als_gegevens(antwoord: Herleid | Getal) -> dict[str, Any]:
    """Return an answer as plain data."""
    return asdict(antwoord)


def als_tekst(antwoord: Herleid) -> str:
    """Return an answer as lines for a terminal."""
    regels = [f"“{antwoord.zin}”"]
    regels += [f"  staat in: {plaats}" for plaats in antwoord.plaatsen]
    regels.append(f"  geschreven door: {'; '.join(antwoord.functies) or 'het sjabloon zelf'}")
    if antwoord.tabellen:
        regels.append(f"  gelezen tabellen: {', '.join(antwoord.tabellen)}")
    getoond: set[str] = set()
    for getal in antwoord.getallen:
        regels += ["", *(f"  {regel}" for regel in getal_als_tekst(getal, getoond).splitlines())]
    if not antwoord.getallen:
        regels.append("  in deze zin staat geen getal")
    if antwoord.cellen:
        regels.append("  bepalend was onder meer:")
        for plek in antwoord.cellen:
            regels += _plek_als_tekst(plek)
        regels += _ruw_als_tekst(antwoord.ruw, getoond)
    return "\n".join(regels)


def getal_als_tekst(getal: Getal, getoond: set[str] | None = None) -> str:
    """Return a number as lines for a terminal; raw lines that were shown before only by name."""
    gezien = set() if getoond is None else getoond
    regels = [f"{getal.tekst}{f'  =  {getal.naam}' if getal.naam else ''}"]
    if getal.uitleg:
        regels.append(f"  {getal.uitleg}")
    for plek in getal.plekken:
        regels += _plek_als_tekst(plek)
    return "\n".join([*regels, *_ruw_als_tekst(getal.ruw, gezien)])


def _plek_als_tekst(plek: Plek) -> list[str]:
    rij = ", ".join(f"{naam} {waarde}" for naam, waarde in plek.rij.items() if waarde is not None)
    return [
        f"  tabel {plek.tabel}: {plek.bestand}, regel {plek.regel}, kolom {plek.kolom} "
        f"= {plek.waarde}",
        f"    rij: {rij}",
        f"    formule: {plek.formule}",
        f"    stap {plek.stap}: {', '.join(plek.code)}",
    ]


def _ruw_als_tekst(bronnen: Iterable[Regels], gezien: set[str]) -> list[str]:
    regels = []
    for bron in bronnen:
        kop = f"  ruwe regels: {bron.bestand}: {bron.aantal} ({bron.wat})"
        if kop in gezien:
            regels.append(f"{kop}, zie hierboven")
            continue
        gezien.add(kop)
        regels += [kop, *(f"    {nummer}: {tekst}" for nummer, tekst in bron.eerste)]
        if bron.aantal > len(bron.eerste):
            regels.append(f"    en nog {bron.aantal - len(bron.eerste)}")
    return regels
