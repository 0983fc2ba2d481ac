"""The form of a csv: its separator, its header, and as many fields in a row as in the header."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u, en_nog
from leefbaarheid.basis.gebied import GEBIEDEN, W, huidig
from leefbaarheid.data.cellen import is_decimale_komma

SCHEIDINGSTEKENS = {",": "komma", ";": "puntkomma", "\t": "tab", "|": "verticale streep"}
_VORM = (
    "Sla het bestand op met een komma als scheidingsteken, een punt als decimaalteken en als "
    "UTF-8; een officieel bestand is al zo, gebruik dat zoals het is."
)


def scheidingsteken(tekst: str) -> str:
    """Return the character that separates the columns of the header line; a comma if none does."""
    kop = tekst.split("\n", 1)[0]
    return max(SCHEIDINGSTEKENS, key=kop.count)


def controleer_scheiding(pad: Path, tekst: str) -> None:
    """Refuse a text whose columns are not separated by a comma.

    Raises:
        InvoerFout: another separator; also says whether there are decimal commas.
    """
    teken = scheidingsteken(tekst)
    if teken == ",":
        return
    kop, *gegevens = tekst.split("\n", 2)[:2]
    komma = any(is_decimale_komma(cel.strip()) for cel in "".join(gegevens).split(teken))
    raise InvoerFout(
        f"de kolommen zijn gescheiden door een {SCHEIDINGSTEKENS[teken]}, verwacht een komma"
        + ("; ook staat er een decimale komma in plaats van een punt" if komma else ""),
        bestand=pad,
        regel=1,
        waarde=kop.strip()[:60].replace("\t", "\\t"),
        remedie=_VORM,
    )


def controleer_kop(
    pad: Path,
    kop: list[str],
    verplicht: Sequence[str],
    toegestaan: Collection[str] | None,
    config_kolommen: Collection[str],
) -> None:
    """Refuse a header with a column twice, without a column that must be there, or with another.

    Args:
        pad: the file.
        kop: the names in the header line.
        verplicht, toegestaan, config_kolommen: see `csvbestand.lees_cellen`.

    Raises:
        InvoerFout: the first of these.
    """
    dubbel = sorted({naam for naam in kop if kop.count(naam) > 1})
    if dubbel:
        raise _dubbele_kolom(pad, kop, dubbel[0])
    ontbreekt = [naam for naam in verplicht if naam not in kop]
    if ontbreekt:
        raise _ontbrekende_kolom(pad, kop, verplicht, ontbreekt, config_kolommen)
    if toegestaan is not None:
        onbekend = [naam for naam in kop if naam not in toegestaan]
        if onbekend:
            raise _onbekende_kolom(pad, onbekend[0], toegestaan)


def _dubbele_kolom(pad: Path, kop: list[str], kolom: str) -> InvoerFout:
    plekken = ", ".join(str(i + 1) for i, naam in enumerate(kop) if naam == kolom)
    return InvoerFout(
        f"de kolom staat dubbel in de kopregel (plaatsen {plekken})",
        bestand=pad,
        regel=1,
        kolom=kolom,
        remedie="Laat één van de kolommen weg, of geef ze verschillende namen.",
    )


def _ontbrekende_kolom(
    pad: Path,
    kop: list[str],
    verplicht: Sequence[str],
    ontbreekt: list[str],
    config_kolommen: Collection[str],
) -> InvoerFout:
    """Build the message for a missing column: a name that is near, or another kind of file."""
    eerste, *andere = ontbreekt
    vrij = {naam.lower(): naam for naam in kop if naam not in verplicht}
    hint = bedoelde_u(eerste.lower(), vrij)
    for klein, naam in vrij.items():
        hint = hint.replace(klein, naam)
    anders = ({gebied.code for gebied in GEBIEDEN} | {"PC4"}) - {huidig().code}
    if eerste == huidig().code and (ander := [kolom for kolom in kop if kolom in anders]):
        hint = f"Dit lijkt een bestand met '{ander[0]}' in plaats van {W.gebieden}."
    doen = (
        "Verbeter de naam in de config, of voeg de kolom toe."
        if eerste in config_kolommen
        else f"De kopregel hoort te bevatten: {', '.join(verplicht)}."
    )
    rest = f" (ook: {', '.join(andere)})" if andere else ""
    return InvoerFout(
        f"de kolom ontbreekt{rest}; het bestand heeft: {', '.join(kop)}",
        bestand=pad,
        regel=1,
        kolom=eerste,
        remedie=f"{hint} {doen}".strip(),
    )


def _onbekende_kolom(pad: Path, kolom: str, toegestaan: Collection[str]) -> InvoerFout:
    hint = bedoelde_u(kolom.lower(), toegestaan)
    return InvoerFout(
        "deze kolom hoort niet in dit bestand",
        bestand=pad,
        regel=1,
        kolom=kolom,
        remedie=f"{hint} Toegestaan zijn: {', '.join(toegestaan)}.".strip(),
    )


def controleer_velden(pad: Path, kop: list[str], rijen: list[list[str]], regels: list[int]) -> None:
    """Refuse rows with another number of fields than the header.

    Args:
        pad: the file.
        kop: the names in the header line.
        rijen: the cells of each row.
        regels: the line at which each row begins.

    Raises:
        InvoerFout: the first such row, with what looks like the cause.
    """
    aantal = np.fromiter(map(len, rijen), dtype=int, count=len(rijen))
    fout = np.flatnonzero(aantal != len(kop))
    if not fout.size:
        return
    i = int(fout[0])
    oorzaak, remedie = _oorzaak(rijen[i], len(kop), laatste=i == len(rijen) - 1)
    raise InvoerFout(
        f"de regel heeft {aantal[i]} velden, de kopregel heeft er {len(kop)}{oorzaak}"
        + en_nog(fout.size),
        bestand=pad,
        regel=regels[i],
        waarde=",".join(rijen[i])[:60],
        remedie=remedie,
    )


def _oorzaak(rij: list[str], verwacht: int, *, laatste: bool) -> tuple[str, str]:
    """Return what looks like the cause of a wrong number of fields, and what to do about it."""
    if len(rij) < verwacht and laatste:
        return "; het bestand lijkt afgekapt", "Haal het bestand opnieuw op."
    if len(rij) < verwacht:
        return "", "Vul de regel aan; een ontbrekende waarde is NA of leeg."
    if _lijkt_decimale_komma(rij):
        return (
            "; er lijken decimale komma's in te staan",
            "Schrijf getallen met een decimale punt (4.13 en niet 4,13).",
        )
    return (
        "",
        'Zet een tekst met een komma tussen aanhalingstekens ("Appel, Driedorp"), en schrijf '
        "getallen met een decimale punt.",
    )


def _lijkt_decimale_komma(rij: list[str]) -> bool:
    """Tell whether fields look like halves of numbers: no point, and "4" followed by "1315"."""
    if any(re.fullmatch(r"-?\d*\.\d+", cel.strip()) for cel in rij):
        return False
    return any(
        re.fullmatch(r"-?\d{1,2}", a.strip()) and re.fullmatch(r"\d{3,}", b.strip())
        for a, b in pairwise(rij)
    )
