"""Contracts of the check on omitted variables."""

from __future__ import annotations

from functools import partial

from leefbaarheid.basis.contract import (
    Controle,
    Tabel,
    aandeel,
    geheel,
    janee,
    mag_leeg,
    reden,
    registreer,
    tekst,
)
from leefbaarheid.basis.tabellen.kolommen import (
    CI_SD,
    COEF_SD,
    N_GEMEENTEN,
    REGRESSIE,
    TERM,
    TERMLABEL,
    N,
    P,
)

CONTROLE = Controle(
    "weggelaten_variabelen",
    "Hoe sterk een weggelaten kenmerk moet zijn om een samenhang weg te nemen.",
)
_Tabel = partial(Tabel, regel="toets_modellen", controle=CONTROLE)
_EEN_TERM = ("uitkomst", "model", "steekproef", "term")
REDEN = reden("reden", "waarom er geen uitkomst is")

WEGGELATEN = _Tabel(
    naam="robuustheid_weggelaten",
    betekenis="Een rij per hoofdregressie en factor: hoe sterk een weggelaten kenmerk moet zijn om "
    "de samenhang weg te nemen.",
    sleutel=_EEN_TERM,
    kolommen=(
        *REGRESSIE,
        TERM,
        TERMLABEL,
        *mag_leeg(
            COEF_SD,
            *CI_SD,
            P,
            aandeel("r2_uitkomst", "partiële R² van de factor met de uitkomst"),
            aandeel(
                "rv",
                "robuustheidswaarde: deel van de restvariantie van factor én uitkomst dat een "
                "weggelaten kenmerk moet verklaren om de schatting op nul te brengen",
            ),
            aandeel(
                "rv_alfa",
                "hetzelfde om het 95%-interval nul te laten bevatten; 0 als het dat al doet",
            ),
            tekst("sterkste", "factor die, nog eens weggelaten, de schatting het meest verschuift"),
            tekst("sterkste_label", "naam van die factor in het codeboek"),
            aandeel("sterkste_r2_factor", "deel van de factor dat zo'n kenmerk verklaart"),
            aandeel("sterkste_r2_uitkomst", "deel van de uitkomst dat zo'n kenmerk verklaart"),
            geheel(
                "verandert_bij",
                "hoeveel keer zo sterk als die factor een weggelaten kenmerk teken of "
                "aantoonbaarheid kan veranderen; leeg als dat bij geen van de veelvouden zo is",
            ),
            N,
            N_GEMEENTEN,
        ),
        REDEN,
    ),
)
GRENZEN = _Tabel(
    naam="robuustheid_weggelaten_grenzen",
    betekenis="Een rij per hoofdregressie, factor, waargenomen kenmerk en veelvoud: wat er "
    "overblijft als een weggelaten kenmerk zoveel keer zo sterk is.",
    sleutel=(*_EEN_TERM, "kenmerk", "keer"),
    kolommen=(
        *REGRESSIE,
        TERM,
        tekst("kenmerk", "waargenomen kenmerk dat de maat is: een factor, begin- of basisscore"),
        tekst("kenmerklabel", "naam daarvan in het codeboek; van een score de term zelf"),
        geheel("keer", "hoeveel keer zo sterk als het waargenomen kenmerk"),
        *mag_leeg(
            aandeel("r2_factor", "deel van de factor dat het weggelaten kenmerk dan verklaart"),
            aandeel("r2_uitkomst", "deel van de uitkomst dat het dan verklaart, hoogstens"),
            COEF_SD,
            *CI_SD,
            janee("uitkomst_zelfde", "teken en aantoonbaarheid blijven gelijk"),
        ),
        REDEN,
    ),
)

TABELLEN = registreer(WEGGELATEN, GRENZEN)
