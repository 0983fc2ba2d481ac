"""Contracts of the tables of the wijkportretten."""

from __future__ import annotations

from leefbaarheid.basis.begrippen import CLUSTERS
from leefbaarheid.basis.contract import Tabel, geheel, getal, registreer, tekst
from leefbaarheid.basis.tabellen.kolommen import PUNT, WK_CODE

REGEL = "maak_wijkportretten"

GELIJKENDE_WIJKEN = Tabel(
    "gelijkende_wijken",
    REGEL,
    "Een rij per [[gebied]] met een portret en per [[gebied]] die er het meest op lijkt, naar "
    "niveau en verloop van de score; leeg waar een score ontbreekt.",
    ("wk_code", "rang"),
    (
        WK_CODE,
        geheel("rang", "1 is de [[gebied]] die er het meest op lijkt"),
        tekst("gelijkende_wk_code", "[[CBS-code]] van de gelijkende [[gebied]]"),
        getal("afstand", "afstand in niveau en verloop samen", "standaarddeviaties"),
        getal(
            "verschil_niveau", "gemiddelde score van de andere [[gebied]] min die van deze", PUNT
        ),
        getal(
            "verschil_verloop", "wortel van het gemiddelde gekwadrateerde verschil in verloop", PUNT
        ),
    ),
)
CLUSTERAFSTAND = Tabel(
    "clusterafstand",
    REGEL,
    "Een rij per [[gebied]] met een portret en een cluster: de kleinste verandering in de score "
    "van één jaar die een ander cluster had gegeven.",
    ("wk_code",),
    (
        WK_CODE,
        geheel("jaar", "jaar van de score die anders had moeten zijn"),
        getal("verschil", "hoeveel hoger (plus) of lager (min)", PUNT),
        tekst("ander_cluster", "het cluster dat daaruit volgt", waarden=CLUSTERS),
    ),
)
TABELLEN = registreer(GELIJKENDE_WIJKEN, CLUSTERAFSTAND)
