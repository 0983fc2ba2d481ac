"""Contracts of the check with all years together: the event study, and bounds around its base."""

from __future__ import annotations

from functools import partial

from leefbaarheid.basis.contract import (
    Controle,
    Tabel,
    aandeel,
    geheel,
    getal,
    mag_leeg,
    reden,
    registreer,
    tekst,
)
from leefbaarheid.basis.tabellen.kolommen import (
    CI_SD,
    COEF_SD,
    FACTOR,
    FACTORLABEL,
    N_GEMEENTEN,
    PUNT,
    PUNT_PER_SD,
    SD_FACTOR,
    STEEKPROEF,
    N,
    P,
)
from leefbaarheid.basis.tabelwaarden import MATEN, VORMEN, Meting, Zijde

CONTROLE = Controle(
    "jaren_samen",
    "Alle jaren samen: een samenhang per jaar, en het verloop van vóór het basisjaar.",
)
_Tabel = partial(Tabel, regel="toets_modellen", controle=CONTROLE)

BASISJAAR = geheel("basisjaar", "jaar waarmee de andere jaren vergeleken worden", "jaar")
VORM = tekst("vorm", "alle factoren in één model, of elke factor alleen", waarden=VORMEN)
REDEN = reden("reden", "waarom er geen uitkomst is")

JAREN = _Tabel(
    naam="robuustheid_jaren",
    betekenis="Een rij per steekproef, vorm, factor en jaar: de samenhang van de factor met de "
    "verandering van de score tussen het basisjaar en dat jaar.",
    sleutel=("steekproef", "vorm", "factor", "jaar"),
    kolommen=(
        STEEKPROEF,
        VORM,
        FACTOR,
        FACTORLABEL,
        geheel("jaar", "jaar dat met het basisjaar vergeleken wordt", "jaar"),
        BASISJAAR,
        tekst(
            "meting",
            "wanneer de factor gemeten is ten opzichte van de jaren tussen `basisjaar` en `jaar`",
            waarden=tuple(Meting),
        ),
        *mag_leeg(
            COEF_SD,
            getal("se_sd", "standaardfout van `coef_sd` (jackknife over gemeenten)", PUNT_PER_SD),
            *CI_SD,
            P,
            SD_FACTOR,
        ),
        *mag_leeg(N, N_GEMEENTEN),
        REDEN,
    ),
)
TOETS = _Tabel(
    naam="robuustheid_jaren_toets",
    betekenis="Een rij per steekproef, vorm, factor en zijde: de gezamenlijke toets van de jaren "
    "vóór, of na, het basisjaar.",
    sleutel=("steekproef", "vorm", "factor", "zijde"),
    kolommen=(
        STEEKPROEF,
        VORM,
        FACTOR,
        FACTORLABEL,
        tekst("zijde", "de jaren vóór of na het basisjaar", waarden=tuple(Zijde)),
        BASISJAAR,
        geheel("n_jaren", "aantal jaren dat samen getoetst wordt"),
        *mag_leeg(
            getal("F", "toetsgrootheid (Wald, CRV3, gedeeld door het aantal jaren)"),
            aandeel("p", "p-waarde van de gezamenlijke toets (wild cluster bootstrap)"),
            aandeel("p_f", "p-waarde volgens de F-verdeling, alleen ter vergelijking"),
            geheel("trekkingen", "aantal trekkingen van de bootstrap"),
        ),
        *mag_leeg(N, N_GEMEENTEN),
        REDEN,
    ),
)
GRENZEN = _Tabel(
    naam="robuustheid_jaren_grenzen",
    betekenis="Verkennend. Een rij per groep, maat, jaar en `mbar`: het verschil tussen de groep "
    "en de andere [[gebieden]] die in aanmerking kwamen, als hun verloop na het basisjaar "
    "hoogstens `mbar` keer zo sterk uiteenloopt als ervoor (Rambachan en Roth 2023).",
    sleutel=("groep", "maat", "jaar", "mbar"),
    kolommen=(
        tekst("groep", "`selectie`, of `label_<label>`: de [[gebieden]] met dat beleidslabel"),
        tekst("maat", "waarover het uiteenlopen gemeten wordt", waarden=MATEN),
        geheel("jaar", "jaar dat met het basisjaar vergeleken wordt", "jaar"),
        BASISJAAR,
        getal(
            "mbar",
            "hoeveel keer zo sterk als ervoor; 0 is gelijk verloop en het gewone interval, ook in "
            "de jaren ervoor",
        ),
        *mag_leeg(
            getal("verschil", "verandering van de groep min die van de andere [[gebieden]]", PUNT),
            getal("ci_laag", "ondergrens van het 95%-interval", PUNT),
            getal("ci_hoog", "bovengrens van het 95%-interval", PUNT),
            getal(
                "doorbreekwaarde",
                "kleinste `mbar` waarbij het interval nul bevat; hoogstens 10",
            ),
            getal("grootste_voor", "sterkste uiteenlopen vóór het basisjaar, per `maat`", PUNT),
            geheel("grootste_voor_van", "eerste jaar van die stap", "jaar"),
        ),
        geheel("n_voor", "aantal jaren vóór het basisjaar"),
        geheel("n_groep", "aantal [[gebieden]] in de groep"),
        geheel("n_overig", "aantal andere [[gebieden]]"),
        N_GEMEENTEN,
        REDEN,
    ),
)

TABELLEN = registreer(JAREN, TOETS, GRENZEN)
