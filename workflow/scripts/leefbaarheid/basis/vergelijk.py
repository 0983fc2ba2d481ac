"""Names compared as a reader does: capitals, spaces and kinds of apostrophe do not matter."""

from __future__ import annotations

import unicodedata

_APOSTROFFEN = dict.fromkeys(map(ord, "’‘ʼʻ`´′‛＇"), "'")
_STREEPJES = dict.fromkeys(map(ord, "‐‑–—−"), "-")
_ONZICHTBAAR = dict.fromkeys(map(ord, "\u00ad\u200b\ufeff"))

# AANNAME: een naam (titel, gemeente, auteur, thema, kop) is hoogstens 200 tekens; wat langer is, is
#   een tekst op de verkeerde plaats.
#   Waarom: een langere naam past niet in een kop of een tabel.
#   Gevolg: een langere naam geeft een melding; geen cijfer verandert.
#   Onderwerp: techniek.
MAX_NAAM = 200


def gelijknamig(naam: str) -> str:
    """Return a name as it is compared: 's-Gravenhage is 's-gravenhage with any apostrophe."""
    plat = unicodedata.normalize("NFC", naam).translate(_APOSTROFFEN | _STREEPJES | _ONZICHTBAAR)
    return " ".join(plat.casefold().split())


def te_lang(naam: str, hoogstens: int = MAX_NAAM) -> str:
    """Return what is wrong with a name that is too long to be one, "" when it is not."""
    if len(naam) <= hoogstens:
        return ""
    return f"dit is te lang: {len(naam)} tekens, en hoogstens {hoogstens} mag"
