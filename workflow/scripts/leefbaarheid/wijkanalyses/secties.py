"""The fixed sections of a wijkanalyse: their headings, order and level.

The sections and the three perspectives follow *Wijk in zicht* (Platform31; DOMAIN.md section 1).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from leefbaarheid.basis.begrippen import SECTIES, VRIJE_SECTIES
from leefbaarheid.basis.fouten import bedoelde_u
from leefbaarheid.basis.vergelijk import MAX_NAAM, gelijknamig
from leefbaarheid.wijkanalyses.blokken import Blok, op_koppen, platte_tekst
from leefbaarheid.wijkanalyses.bron import Bron

SECTIENIVEAU = 3  # in the bijlage: # chapter, ## wijkanalyse, ### sectie, #### kop daarbinnen
DIEPSTE_KOP = 5

_ALLE = (*SECTIES, *VRIJE_SECTIES)
_VAST = f"De vaste koppen zijn: {', '.join(SECTIES)}; {' en '.join(VRIJE_SECTIES)} mogen."
_NUMMER = re.compile(r"(\d+(\.\d+)*|[ivx]+(?=[.)]))[.)]?\s+")

Deel = tuple[str, list[Blok]]


def vaste_kop(tekst: str) -> str | None:
    """Return the fixed heading that a writer means: "1. profiel" is Profiel; None: it is none."""
    kaal = _NUMMER.sub("", gelijknamig(tekst), count=1).rstrip(".: ").replace("&", "en")
    return {gelijknamig(naam): naam for naam in _ALLE}.get(kaal)


def verdeel(bron: Bron, titel: str, blokken: list[Blok]) -> tuple[int, list[Deel]]:
    """Return the level of the section headings, and heading and blocks of each section.

    In Markdown sections have level 2. In Word they have Heading 1 or Heading 2, whichever style
    the fixed headings are found in first; a heading above them may only repeat the title.
    What is wrong is noted at `bron`.
    """
    koppen = [(b["c"][0], platte_tekst(b)) for b in blokken if b["t"] == "Header"]
    niveau = 2
    if bron.is_word and any(n == 1 and vaste_kop(tekst) for n, tekst in koppen):
        niveau = 1
    verkeerd = [(n, t) for n, t in koppen if n != niveau and vaste_kop(t)]
    for _, tekst in verkeerd:
        bron.meld(
            bron.fout(
                "deze vaste kop heeft niet het niveau van een sectie",
                regel=bron.kopregel(tekst),
                waarde=tekst,
                remedie="Schrijf ## voor elke vaste kop; in Word Kop 1 voor alle vaste koppen, of "
                "Kop 2.",
            )
        )
    while blokken and blokken[0]["t"] == "Header" and blokken[0]["c"][0] < niveau:
        if gelijknamig(platte_tekst(blokken[0])) != gelijknamig(titel):
            break
        blokken = blokken[1:]
    delen = op_koppen(blokken, niveau)
    if delen and delen[0][0] == "" and delen[0][1] and not verkeerd:
        _meld_tekst_ervoor(bron, delen[0][1])
    delen = [(vaste_kop(naam) or naam, deel) for naam, deel in delen]
    namen = [platte_tekst(b) for b in blokken if b["t"] == "Header" and b["c"][0] <= niveau]
    bedoeld = [t for _, t in verkeerd if t not in namen]
    _controleer_koppen(bron, namen, [naam for t in bedoeld if (naam := vaste_kop(t))], blokken)
    return niveau, delen


def _meld_tekst_ervoor(bron: Bron, blokken: list[Blok]) -> None:
    tekst = platte_tekst(blokken)
    bron.meld(
        bron.fout(
            "er staat tekst vóór de eerste kop",
            regel=bron.regel_van(tekst.split(" ")[0], bron.einde_kop),
            waarde=tekst[:60],
            remedie=f"Zet alle tekst onder een van de vaste koppen; de eerste is '{SECTIES[0]}'.",
        )
    )


def _controleer_koppen(
    bron: Bron, getypt: Sequence[str], elders: Sequence[str], blokken: list[Blok]
) -> None:
    """Note headings that are not the fixed ones, each once, in the fixed order.

    Args:
        bron: the file.
        getypt: the headings of sections, as they were written.
        elders: fixed headings that are there at another level; they are not missing.
        blokken: everything, to find a heading that was written as ordinary text.
    """
    for tekst in getypt:
        if not tekst:
            bron.meld(
                bron.fout(
                    "er staat een lege kop",
                    regel=bron.lege_kop(),
                    remedie="Haal de lege kop weg.",
                )
            )
        elif not vaste_kop(tekst):
            bron.meld(
                bron.fout(
                    "deze kop hoort niet bij de vaste koppen",
                    regel=bron.kopregel(tekst),
                    waarde=tekst,
                    remedie=f"{bedoelde_u(tekst[:MAX_NAAM], _ALLE)} {_VAST} Eigen koppen mogen "
                    "een niveau lager.".strip(),
                )
            )
    gevonden = [(tekst, naam) for tekst in getypt if (naam := vaste_kop(tekst))]
    namen = [naam for _, naam in gevonden]
    for n, (tekst, naam) in enumerate(gevonden):
        if naam in namen[:n]:
            keer = 1 + [t for t, _ in gevonden[:n]].count(tekst)
            bron.meld(
                bron.fout(
                    "deze kop staat er twee keer",
                    regel=bron.kopregel(tekst, keer=keer),
                    waarde=tekst,
                    remedie="Voeg de twee secties samen.",
                )
            )
    ontbreekt = [naam for naam in SECTIES if naam not in namen and naam not in elders]
    if ontbreekt:
        bron.meld(
            bron.fout(
                f"de vaste kop '{ontbreekt[0]}' ontbreekt"
                if len(ontbreekt) == 1
                else "er ontbreken vaste koppen",
                waarde=", ".join(ontbreekt),
                remedie="Voeg de kop toe, met tekst eronder. "
                f"{_als_tekst(ontbreekt, blokken)}{_VAST}",
            )
        )
    _controleer_volgorde(bron, gevonden)


def _als_tekst(ontbreekt: Sequence[str], blokken: list[Blok]) -> str:
    """Return a hint where a heading stands in the text as an ordinary line."""
    regels = {vaste_kop(platte_tekst(b)) for b in blokken if b["t"] in ("Para", "Plain")}
    gevonden = [f"'{naam}'" for naam in ontbreekt if naam in regels]
    if not gevonden:
        return ""
    staat = "staat" if len(gevonden) == 1 else "staan"
    return f"{', '.join(gevonden)} {staat} er als gewone tekst: maak er een kop van. "


def _controleer_volgorde(bron: Bron, gevonden: Sequence[tuple[str, str]]) -> None:
    """Note the first heading that stands elsewhere than in the fixed order."""
    uniek: dict[str, str] = {}
    for tekst, naam in gevonden:
        if naam in SECTIES:
            uniek.setdefault(naam, tekst)
    volgorde = [naam for naam in SECTIES if naam in uniek]
    for (naam, tekst), bedoeld in zip(uniek.items(), volgorde, strict=True):
        if naam != bedoeld:
            bron.meld(
                bron.fout(
                    f"de koppen staan in een andere volgorde: hier hoort '{bedoeld}'",
                    regel=bron.kopregel(tekst),
                    waarde=tekst,
                    remedie=_VAST,
                )
            )
            return
