"""Contracts of the check on space: the spatial error model, and noise in the place of a factor."""

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
    FACTOR,
    FACTORLABEL,
    N_GEMEENTEN,
    REGRESSIE,
    SCHATTING,
    N,
)
from leefbaarheid.basis.tabelwaarden import AFSTAND, KNN, NIVEAUS

CONTROLE = Controle(
    "ruimte", "Ruimte: een model met samenhangende resten, en ruis in de plaats van een factor."
)
_Tabel = partial(Tabel, regel="toets_modellen", controle=CONTROLE)

RUIMTE = _Tabel(
    naam="robuustheid_ruimte",
    betekenis="Een rij per steekproef van het hoofdmodel, soort buren en factor: de schatting in "
    "een ruimtelijk foutenmodel.",
    sleutel=("uitkomst", "model", "steekproef", "gewichten", "factor"),
    kolommen=(
        *REGRESSIE,
        tekst(
            "gewichten",
            "wie buren zijn: de dichtstbijzijnde (knn), of alle binnen een afstand",
            waarden=(KNN, AFSTAND),
        ),
        geheel("buren", "aantal buren (knn)", leeg=True),
        getal("afstand_km", "afstand waarbinnen [[gebieden]] buren zijn", "km", leeg=True),
        FACTOR,
        FACTORLABEL,
        *mag_leeg(*SCHATTING),
        *mag_leeg(
            getal("lambda", "hoe sterk de rest van een [[gebied]] leunt op die van haar buren"),
            getal("lambda_se", "standaardfout van `lambda`"),
            aandeel("p_lambda", "p-waarde van de likelihood-ratiotoets dat `lambda` nul is"),
            N,
            N_GEMEENTEN,
            geheel("n_zonder_buren", "aantal [[gebieden]] zonder buren"),
        ),
        reden("reden", "waarom er geen schatting is"),
    ),
)
PLACEBO = _Tabel(
    naam="robuustheid_ruimte_placebo",
    betekenis="Een rij per factor van het hoofdmodel: hoe vaak ruis met dezelfde ruimtelijke "
    "samenhang het even goed doet.",
    sleutel=("uitkomst", "model", "steekproef", "factor"),
    kolommen=(
        *REGRESSIE,
        FACTOR,
        FACTORLABEL,
        tekst(
            "niveau",
            "of de ruis per [[gebied]] is getrokken, of één waarde per gemeente, zoals de factor",
            waarden=NIVEAUS,
            leeg=True,
        ),
        *mag_leeg(
            getal("bereik_km", "afstand waarop de ruimtelijke samenhang tot 37% is gedaald", "km"),
            aandeel(
                "aandeel_ruimtelijk",
                "deel van de variantie van de factor dat ruimtelijk samenhangt",
            ),
            getal("moran_factor", "Moran's I van de factor, dichtstbijzijnde buren"),
            getal("moran_ruis", "gemiddelde Moran's I van de trekkingen"),
            getal("t", "t van de factor zelf (CRV3)"),
            aandeel("p_crv3", "p-waarde van de factor zelf (CRV3)"),
            aandeel("p_placebo", "aandeel trekkingen met een t die minstens zo ver van nul ligt"),
            aandeel("aandeel_aantoonbaar", "aandeel trekkingen met p (CRV3) onder 0,05"),
            getal("t_grens", "95e percentiel van de absolute t van de trekkingen"),
            geheel("trekkingen", "aantal trekkingen"),
            N,
            N_GEMEENTEN,
        ),
        reden("reden", "waarom er geen uitkomst is"),
    ),
)

TABELLEN = registreer(RUIMTE, PLACEBO)
