"""Contracts of what is built from official files, for an edition with a recipe."""

from __future__ import annotations

from leefbaarheid.basis.contract import Tabel, aandeel, getal, reden, registreer, tekst
from leefbaarheid.basis.tabellen.kolommen import FACTOR, WIJK, WK_CODE

REGEL = "bouw_context"

CONTEXTTABEL = Tabel(
    "contexttabel",
    REGEL,
    "Een rij per [[gebied]]: de contextfactoren, gemaakt uit de bestanden van de uitgevers.",
    ("wk_code",),
    (
        *WIJK,
        getal("<factor>", "waarde van de factor; het codeboek zegt wat", "zie codeboek", leeg=True),
    ),
    map="data",
)
CONTEXTCODEBOEK = Tabel(
    "contextcodeboek",
    REGEL,
    "Een rij per factor van het recept: wat hij meet, waar hij vandaan komt, onder welke licentie.",
    ("factor",),
    (
        FACTOR,
        tekst("label", "naam van de factor"),
        tekst("eenheid", "eenheid van de waarden"),
        tekst("bron", "de bestanden waar de factor uit is gemaakt"),
        tekst("peiljaar", "jaar of periode waarover gemeten is"),
        tekst("licentie", "licenties die voor de factor gelden"),
        tekst("concept", "begrip waar de factor een maat voor is"),
        tekst("toelichting", "hoe de factor gemaakt is", leeg=True),
        getal("minimum", "kleinste waarde die kan", "zie eenheid", leeg=True),
        getal("maximum", "grootste waarde die kan", "zie eenheid", leeg=True),
    ),
    map="data",
)
CONTEXTDEKKING = Tabel(
    "contextdekking",
    REGEL,
    "Een rij per [[gebied]] en factor: van welk deel van de [[gebied]] het cijfer bekend is.",
    ("wk_code", "factor"),
    (
        WK_CODE,
        FACTOR,
        aandeel(
            "dekking",
            "deel van de adressen van de [[gebied]] waarvan het cijfer bekend is; zonder "
            "adresgewichten 0 of 1",
        ),
        reden("reden", "waarom de cel leeg is; leeg als zij een waarde heeft"),
    ),
    map="data",
)

TABELLEN = registreer(CONTEXTTABEL, CONTEXTCODEBOEK, CONTEXTDEKKING)
