"""The fixed sections of a wijkanalyse: their headings, order and level.

The sections and the three perspectives follow *Wijk in zicht* (Platform31; DOMAIN.md section 1).
"""

from __future__ import annotations

from collections.abc import Sequence

from leefbaarheid.basis.begrippen import SECTIES
from leefbaarheid.basis.fouten import bedoelde_u
from leefbaarheid.wijkanalyses.blokken import Blok, op_koppen, platte_tekst
from leefbaarheid.wijkanalyses.bron import Bron

SECTIENIVEAU = 3  # in the bijlage: # chapter, ## wijkanalyse, ### sectie, #### kop daarbinnen
DIEPSTE_KOP = 5


def verdeel(bron: Bron, titel: str, blokken: list[Blok]) -> tuple[int, dict[str, list[Blok]]]:
    """Return the level of the section headings and the blocks of each section.

    In Markdown sections have level 2. In Word they have Heading 1 or Heading 2, whichever style
    the fixed headings are found in first; a heading above them may only repeat the title.
    """
    koppen = [(b["c"][0], platte_tekst(b)) for b in blokken if b["t"] == "Header"]
    niveau = 2
    if bron.is_word and any(n == 1 and tekst in SECTIES for n, tekst in koppen):
        niveau = 1
    verkeerd = next((t for n, t in koppen if n != niveau and t in SECTIES), None)
    if verkeerd:
        raise bron.fout(
            "deze vaste kop heeft niet het niveau van een sectie",
            regel=bron.kopregel(verkeerd),
            waarde=verkeerd,
            remedie=f"Schrijf '## {verkeerd}'; in Word Kop 1 voor alle vaste koppen, of Kop 2.",
        )
    while blokken and blokken[0]["t"] == "Header" and blokken[0]["c"][0] < niveau:
        if platte_tekst(blokken[0]).casefold() != titel.casefold():
            break
        blokken = blokken[1:]
    delen = op_koppen(blokken, niveau)
    namen = [naam for naam, _ in delen]
    if namen and namen[0] == "":
        tekst = platte_tekst(delen[0][1])
        raise bron.fout(
            "er staat tekst vóór de eerste kop",
            regel=bron.regel_van(tekst.split(" ")[0]),
            waarde=tekst[:60],
            remedie=f"Zet alle tekst onder een van de vaste koppen; de eerste is '{SECTIES[0]}'.",
        )
    _controleer_koppen(bron, namen)
    return niveau, dict(delen)


def _controleer_koppen(bron: Bron, namen: Sequence[str]) -> None:
    """Check that the headings are the fixed ones, each once, in the fixed order."""
    vast = f"De vaste koppen zijn: {', '.join(SECTIES)}."
    for naam in namen:
        if naam not in SECTIES:
            raise bron.fout(
                "deze kop hoort niet bij de vaste koppen",
                regel=bron.kopregel(naam),
                waarde=naam,
                remedie=f"{bedoelde_u(naam, SECTIES)} {vast} Eigen koppen mogen een niveau "
                "lager.".strip(),
            )
    for n, naam in enumerate(namen):
        if naam in namen[:n]:
            raise bron.fout(
                "deze kop staat er twee keer",
                regel=bron.kopregel(naam, keer=2),
                waarde=naam,
                remedie="Voeg de twee secties samen.",
            )
    ontbreekt = [naam for naam in SECTIES if naam not in namen]
    if ontbreekt:
        raise bron.fout(
            f"de vaste kop '{ontbreekt[0]}' ontbreekt"
            if len(ontbreekt) == 1
            else "er ontbreken vaste koppen",
            waarde=", ".join(ontbreekt),
            remedie=f"Voeg de kop toe, met tekst eronder. {vast}",
        )
    for naam, bedoeld in zip(namen, SECTIES, strict=True):
        if naam != bedoeld:
            raise bron.fout(
                f"de koppen staan in een andere volgorde: hier hoort '{bedoeld}'",
                regel=bron.kopregel(naam),
                waarde=naam,
                remedie=vast,
            )
