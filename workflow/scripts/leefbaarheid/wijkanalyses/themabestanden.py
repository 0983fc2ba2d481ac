"""The advice per theme that an edition keeps beside its wijkanalyses: `adviezen/<thema>.md`."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from leefbaarheid.basis.fouten import InvoerFout, bedoelde_u, een_melding
from leefbaarheid.basis.vergelijk import MAX_NAAM
from leefbaarheid.wijkanalyses.adviezen import advies
from leefbaarheid.wijkanalyses.bestandssoorten import is_leesmij
from leefbaarheid.wijkanalyses.blokken import Blok
from leefbaarheid.wijkanalyses.bron import MAX_TEKST, Bron, controleer_binnen, lees_tekst
from leefbaarheid.wijkanalyses.kop import themasleutel
from leefbaarheid.wijkanalyses.lezen import controleer_tekens, lees_lijst, lees_romp
from leefbaarheid.wijkanalyses.schoonmaak import Schoonmaak, schone_sectie
from leefbaarheid.wijkanalyses.tekens import zonder_onzichtbare
from leefbaarheid.wijkanalyses.weigering import Ongeschikt

Advies = dict[str, str]
"""Fields of `adviezen.advies`, with thema and bestand."""


def lees_themabestanden(
    paden: Iterable[str | Path], themas: Mapping[str, str], map_: str | Path
) -> list[Advies]:
    """Return the advice of all files, in the order of the themes and of each file.

    Args:
        paden: files of the folder; every file is one of a theme, except README.md.
        themas: the themes of the edition: key and label.
        map_: the folder.

    Raises:
        InvoerFout: everything that is wrong in any file, in one message.
    """
    per_thema: dict[str, list[Advies]] = {}
    fouten: list[InvoerFout] = []
    for pad in sorted(map(Path, paden), key=lambda pad: pad.name):
        if is_leesmij(pad):
            continue
        try:
            thema = _thema_van(pad, themas, Path(map_))
            per_thema[thema] = _lees(pad, thema, themas, Path(map_))
        except InvoerFout as fout:
            fouten.append(fout)
    if melding := een_melding(fouten, "de adviezen per thema"):
        raise melding
    return [advies_ for thema in themas for advies_ in per_thema.get(thema, [])]


def _thema_van(pad: Path, themas: Mapping[str, str], map_: Path) -> str:
    """Return the theme that a file is about, by its name."""
    thema = themasleutel(themas, pad.stem)
    if pad.suffix != ".md" or pad.parent.resolve() != map_.resolve() or thema != pad.stem:
        raise InvoerFout(
            "dit bestand hoort niet bij een thema van de editie",
            bestand=pad,
            waarde=pad.name,
            remedie=f"{bedoelde_u(pad.stem[:MAX_NAAM], themas)} Een bestand met adviezen heet "
            f"<thema>.md, met als thema een van: {', '.join(themas)}.".strip(),
        )
    return thema


def _lees(pad: Path, thema: str, themas: Mapping[str, str], map_: Path) -> list[Advies]:
    bron = Bron(pad, map_)
    controleer_binnen(bron, pad)
    tekst = unicodedata.normalize("NFC", lees_tekst(pad, MAX_TEKST))
    bron.regels = tekst.split("\n")
    controleer_tekens(bron, tekst)
    blokken = lees_romp(bron, zonder_onzichtbare(tekst).split("\n"))
    if blokken and blokken[0]["t"] == "Header":  # a title for who reads the file itself
        blokken = blokken[1:]
    bezwaren: list[Ongeschikt] = []
    werk = Schoonmaak(thema, uit_word=False, beeld=_geen_beeld, bezwaren=bezwaren)
    schoon: list[Blok] = schone_sectie(werk, blokken, 1)
    for fout in bezwaren:
        bron.meld(bron.uit(fout))
    records = lees_lijst(bron, schoon, advies(themas, met_thema=False))
    bron.klaar()
    return [{**record, "thema": thema, "bestand": pad.name} for record in records]


def _geen_beeld(doel: str, alt: str) -> str:
    raise Ongeschikt(
        "tussen adviezen staat een afbeelding",
        fragment=doel,
        remedie="Haal de afbeelding weg; een advies is tekst.",
    )
