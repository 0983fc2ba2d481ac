"""Collect the assumptions of the project: every comment that starts with `AANNAME:`.

An assumption says what was chosen, why, what would change with another choice, its subject, when
it bears on an edition, and where a check of it stands:

    AANNAME: een score precies op een grens hoort bij de hogere klasse.
      Waarom: elke score hoort bij één klasse.
      Gevolg: een score op een grens kwam anders een klasse lager.
      Onderwerp: score. Als: fictief. Zie: sec-rob-kracht; leefbaarheidsontwikkeling, Klassen.

`Als` and `Zie` may be left out. A subject is a name of `basis.onderwerpen`; what may stand behind
`Als` is in `tekst.technische_verantwoording.aannames`; behind `Zie` stand sections of the bijlage
Technische verantwoording, and other documents with the title of a section.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.onderwerpen import ONDERWERPEN
from leefbaarheid.basis.taal import hoofdletter

Aanname = dict[str, str]
"""keuze, waarom, gevolg, onderwerp, als, zie ("" without) and bestand."""

_BEGIN = re.compile(r"^\s*#\s*AANNAME:\s*(.+)$")
_VERVOLG = re.compile(r"^\s*#\s{3,}(\S.*)$")
_DELEN = ("Waarom", "Gevolg", "Onderwerp", "Als", "Zie")
_VERPLICHT = ("waarom", "gevolg", "onderwerp")
_ZINNEN = ("keuze", "waarom", "gevolg")
_LABEL = re.compile(rf"(?<!\S)({'|'.join(_DELEN)}):(?!\S)")
_IN_LIJST = re.compile(rf"^  - ({'|'.join(_DELEN)}|Bestand): (.+)$")
_VORM = (
    "Schrijf een aanname als '# AANNAME: <keuze>. Waarom: ... Gevolg: ... Onderwerp: "
    f"<{' | '.join(ONDERWERPEN)}>.', met vervolgregels drie spaties ingesprongen."
)


def verzamel(bestanden: Iterable[Path], wortel: Path) -> list[Aanname]:
    """Return the assumptions by subject, and within it in order of file name and line.

    Files go by name, not by folder: a module that moves keeps its place in the list. Of two files
    with one name that with the numbers comes before that with the words. A comment line indented by
    three spaces or more continues the assumption above it.

    Raises:
        InvoerFout: an assumption has no reason, no consequence or no known subject, or one of them
            is not a sentence.
    """

    def plaats(bestand: Path) -> tuple[tuple[str, ...], str, bool, str]:
        pad = bestand.relative_to(wortel)
        return pad.parts[:2], pad.name, "tekst" in pad.parts, pad.as_posix()

    gevonden = [
        _ontleed(tekst, bestand.relative_to(wortel).as_posix(), regel)
        for bestand in sorted(bestanden, key=plaats)
        for regel, tekst in _teksten(bestand.read_text(encoding="utf-8"))
    ]
    orde = list(ONDERWERPEN)
    return sorted(gevonden, key=lambda aanname: orde.index(aanname["onderwerp"]))


def _teksten(inhoud: str) -> Iterator[tuple[int, str]]:
    """Give the number of its first line and the whole text of each assumption in a file."""
    eerste, delen = 0, list[str]()
    for nummer, regel in enumerate(inhoud.splitlines(), 1):
        begin = _BEGIN.match(regel)
        vervolg = _VERVOLG.match(regel) if delen else None
        if vervolg and not begin:
            delen.append(vervolg[1].strip())
            continue
        if delen:
            yield eerste, " ".join(delen)
        eerste, delen = nummer, [begin[1].strip()] if begin else []
    if delen:
        yield eerste, " ".join(delen)


def _ontleed(tekst: str, bestand: str, regel: int) -> Aanname:
    """Return the parts of an assumption.

    Raises:
        InvoerFout: see `verzamel`.
    """
    keuze, *rest = _LABEL.split(tekst)
    namen = [naam.lower() for naam in rest[::2]]
    delen = dict(zip(namen, (deel.strip() for deel in rest[1::2]), strict=True))
    aanname = {"keuze": keuze.strip()} | {naam.lower(): "" for naam in _DELEN} | delen
    mist = [naam for naam in _VERPLICHT if not aanname[naam]]
    if mist or len(namen) != len(delen):
        raise InvoerFout(
            f"van deze aanname ontbreekt {' en '.join(mist)}"
            if mist
            else "een deel van deze aanname staat er twee keer",
            bestand=bestand,
            regel=regel,
            waarde=keuze.strip(),
            remedie=_VORM,
        )
    half = [naam for naam in aanname if aanname[naam] and not aanname[naam].endswith(".")]
    aanname |= {naam: hoofdletter(aanname[naam]) for naam in _ZINNEN}
    aanname |= {naam: aanname[naam].rstrip(".") for naam in ("onderwerp", "als", "zie")}
    if half or aanname["onderwerp"] not in ONDERWERPEN:
        raise InvoerFout(
            f"'{half[0]}' van deze aanname eindigt niet met een punt"
            if half
            else "dit onderwerp bestaat niet",
            bestand=bestand,
            regel=regel,
            waarde=keuze.strip() if half else aanname["onderwerp"],
            remedie=_VORM,
        )
    return aanname | {"bestand": bestand}


def als_document(aannames: Iterable[Aanname]) -> str:
    """Return docs/aannames.md, by subject; one that stands in several files is listed once.

    Args:
        aannames: from `verzamel`: in the order of the subjects.
    """
    delen = [
        f"## {ONDERWERPEN[onderwerp]}\n\n{_lijst(deel)}\n"
        for onderwerp, deel in groupby(aannames, key=lambda aanname: aanname["onderwerp"])
    ]
    return (
        "# Aannames\n\n"
        "Wat niet in een bron staat, is een aanname. Elke aanname staat als `# AANNAME:` bij de\n"
        "code of de configuratie die haar maakt: wat gekozen is, waarom, en wat er anders zou\n"
        "zijn. `make docs` schrijft deze lijst; wat een editie aangaat, staat ook in haar bijlage\n"
        "Technische verantwoording.\n\n" + "\n".join(delen)
    )


def _lijst(aannames: Iterable[Aanname]) -> str:
    bestanden: dict[tuple[str, ...], dict[str, None]] = {}
    for aanname in aannames:
        delen = tuple(aanname[naam] for naam in ("keuze", *map(str.lower, _DELEN)))
        bestanden.setdefault(delen, {})[f"`{aanname['bestand']}`"] = None
    regels = []
    for (keuze, *rest), waar in bestanden.items():
        regels.append(f"- {keuze}")
        gevuld = {**dict(zip(_DELEN, rest, strict=True)), "Bestand": ", ".join(waar)}
        regels += [
            f"  - {naam}: {deel}" for naam, deel in gevuld.items() if deel and naam != "Onderwerp"
        ]
    return "\n".join(regels)


def lees_document(tekst: str) -> list[Aanname]:
    """Return the assumptions of docs/aannames.md, one for each file that makes it."""
    van_kop = {kop: naam for naam, kop in ONDERWERPEN.items()}
    leeg = {naam.lower(): "" for naam in _DELEN}
    gelezen: list[Aanname] = []
    onderwerp = ""
    for regel in tekst.splitlines():
        if regel.startswith("## "):
            onderwerp = van_kop[regel.removeprefix("## ")]
        elif regel.startswith("- "):
            gelezen.append({"keuze": regel.removeprefix("- "), **leeg, "onderwerp": onderwerp})
        elif deel := _IN_LIJST.match(regel):
            gelezen[-1][deel[1].lower()] = deel[2]
    return [
        {**aanname, "bestand": bestand}
        for aanname in gelezen
        for bestand in aanname["bestand"].strip("`").split("`, `")
    ]
