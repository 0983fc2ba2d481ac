"""Quotations in a wijkanalyse: a block quote that ends with a dash and the role of who said it.

    > Mijn dochter fietst nu alleen naar zwemles.
    > — bewoner (veiligheid)

Only a role: a name in a public report cannot be taken back. A theme of the edition may follow
between parentheses; chapters that are ordered by theme then know where the quotation belongs.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from leefbaarheid.basis.vergelijk import te_lang
from leefbaarheid.wijkanalyses.blokken import Blok, platte_tekst, woorden
from leefbaarheid.wijkanalyses.weigering import Ongeschikt

STREEP = "—"
_STREPEN = re.compile(r"^(—|–|--+|-)\s*")
_VOORBEELD = f"'> {STREEP} bewoner'"

# AANNAME: de rol bij een citaat is te herkennen aan kleine letters; een hoofdletter mag alleen in
#   een afkorting (GGD-arts) en na bij, van, in, uit of op (huismeester bij Kolkwonen).
#   Waarom: een citaat noemt een rol en nooit een naam.
#   Gevolg: een rol met een andere hoofdletter is geweigerd met een melding; een naam in kleine
#   letters valt niet op.
#   Onderwerp: wijkanalyses. Als: bron wijkanalyses. Zie: wijkanalyses.
_AANSPREEKVORM = re.compile(r"\b(?i:mevrouw|mevr\.?|meneer|mijnheer|dhr\.?|heer)\s+[A-Z]")
_VOORLETTER = re.compile(r"(?<!\w)[A-Z]\.")
_AFKORTING = re.compile(r"[A-Z]{2,}[\w'’-]*")
_VOORZETSELS = {"bij", "van", "in", "uit", "op", "de", "het", "der", "den"}
MAX_ROL = 80


@dataclass(frozen=True)
class Citaat:
    """Something that was said, and the role of who said it.

    Attributes:
        tekst: the words, without markup.
        rol: who said it, as a role.
        thema: key of a theme; "" where the writer named none.
    """

    tekst: str
    rol: str
    thema: str = ""


def rol_apart(blokken: list[Blok]) -> list[Blok]:
    """Return the blocks of a block quote with a last line `— rol` as a paragraph of its own."""
    if not blokken or blokken[-1]["t"] not in ("Para", "Plain"):
        return blokken
    inlines = blokken[-1]["c"]
    einden = [n for n, x in enumerate(inlines) if x["t"] in ("SoftBreak", "LineBreak")]
    if not einden or not _STREPEN.match(platte_tekst(inlines[einden[-1] + 1 :])):
        return blokken
    soort = blokken[-1]["t"]
    delen = (inlines[: einden[-1]], inlines[einden[-1] + 1 :])
    return [*blokken[:-1], *({"t": soort, "c": deel} for deel in delen)]


def neem_citaten(
    blokken: list[Blok], thema_van: Callable[[str], str | None]
) -> tuple[list[Blok], list[Citaat], list[Ongeschikt]]:
    """Take the quotations out of the clean blocks of a section.

    Args:
        blokken: as `schoonmaak.schone_sectie` returns them.
        thema_van: returns the key of a theme by its key or label, None when there is none.

    Returns:
        The blocks with the role alone as last line of each block quote, the quotations in their
        order, and what is wrong with them.
    """
    uit, citaten, bezwaren = [], [], []
    for blok in blokken:
        if blok["t"] == "BlockQuote":
            try:
                citaat = _lees(blok["c"], thema_van)
            except Ongeschikt as fout:
                bezwaren.append(fout)
            else:
                citaten.append(citaat)
                slot = {"t": "Para", "c": woorden(f"{STREEP} {citaat.rol}")}
                blok = {"t": "BlockQuote", "c": [*blok["c"][:-1], slot]}
        uit.append(blok)
    return uit, citaten, bezwaren


def _lees(inhoud: list[Blok], thema_van: Callable[[str], str | None]) -> Citaat:
    laatste = platte_tekst(inhoud[-1:])
    tekst = platte_tekst(inhoud[:-1])
    if not _STREPEN.match(laatste):
        raise Ongeschikt(
            "bij dit citaat staat niet wie het zei",
            fragment=platte_tekst(inhoud)[:60],
            zoek=" ".join(laatste.split()[:4]),
            remedie=f"Zet als laatste regel van het citaat een streepje en de rol: {_VOORBEELD}. "
            "Is het geen citaat, haal dan het teken > (in Word: de inspringing of de citaatstijl) "
            "weg.",
        )
    if not tekst:
        raise Ongeschikt(
            "bij deze rol staat geen citaat",
            fragment=laatste,
            remedie="Zet het citaat erboven, in hetzelfde blok.",
        )
    rol = _STREPEN.sub("", laatste, count=1)
    met_thema = re.fullmatch(r"(.*\S)\s*\(([^()]*)\)", rol)
    thema = ""
    if met_thema:
        rol, thema = met_thema[1], thema_van(met_thema[2]) or ""
        if not thema:
            raise Ongeschikt(
                "tussen haakjes achter een rol hoort een thema van de editie",
                fragment=met_thema[2],
                remedie="Gebruik een sleutel of naam uit de lijst met thema's, of laat de haakjes "
                "weg.",
            )
    controleer_rol(rol)
    return Citaat(tekst, rol, thema)


def controleer_rol(rol: str) -> None:
    """Raise Ongeschikt where a role is missing, too long, or looks like the name of a person."""
    if not re.search(r"\w", rol) or te_lang(rol, MAX_ROL):
        raise Ongeschikt(
            "dit is geen rol van wie het zei",
            fragment=rol[:60] or STREEP,
            remedie=f"Schrijf in enkele woorden welke rol iemand heeft: {_VOORBEELD}.",
        )
    if _lijkt_een_naam(rol):
        raise Ongeschikt(
            "hier lijkt een persoonsnaam te staan; bij een citaat hoort alleen een rol",
            fragment=rol,
            remedie=f"Schrijf de rol met kleine letters, zonder naam: {_VOORBEELD}. Een naam met "
            "een hoofdletter mag alleen van een organisatie of plaats zijn, na 'bij', 'van', 'in', "
            "'uit' of 'op'.",
        )


def _lijkt_een_naam(rol: str) -> bool:
    if _VOORLETTER.search(rol) or _AANSPREEKVORM.search(rol):
        return True
    vorige, mag = "", False
    for woord in re.findall(r"[\w.'’-]+", rol):
        hoofdletter = woord[0].isupper() and not _AFKORTING.fullmatch(woord)
        mag = vorige in _VOORZETSELS or (mag and vorige[:1].isupper())
        if hoofdletter and not mag:
            return True
        vorige = woord
    return False
