"""Contracts of the tables of the regressions."""

from __future__ import annotations

from leefbaarheid.basis.contract import (
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
    CI,
    CI_SD,
    COEF,
    COEF_SD,
    EENHEID,
    N_GEMEENTEN,
    PUNT,
    REGRESSIE,
    RIJLABEL,
    SCHATTER,
    SD_FACTOR,
    SE,
    STEEKPROEF,
    TERM,
    TERMLABEL,
    N,
    P,
    schatterkolommen,
)
from leefbaarheid.basis.tabelwaarden import VERLIESSOORTEN, Meting

REGEL = "schat_modellen"
N_VERWACHT = geheel("n_verwacht", "aantal [[gebieden]] in de steekproef, ook de onvolledige")

MODELREGRESSIE = Tabel(
    "regressie",
    REGEL,
    "Een rij per regressie en term: de schatting, met de onzekerheid van de leidende schatter.",
    ("uitkomst", "model", "steekproef", "term"),
    (
        *REGRESSIE,
        TERM,
        TERMLABEL,
        EENHEID,
        tekst(
            "meting",
            "wanneer de term gemeten is ten opzichte van het venster; leeg voor de constante",
            leeg=True,
            waarden=tuple(Meting),
        ),
        SCHATTER,
        COEF,
        *mag_leeg(SE, getal("t", "coëfficiënt gedeeld door de standaardfout"), P, *CI),
        *mag_leeg(COEF_SD, *CI_SD, SD_FACTOR),
        *schatterkolommen("crv1", "volgens CRV1, ter vergelijking"),
        N,
        N_GEMEENTEN,
        aandeel("r2", "aandeel verklaarde variantie"),
        reden("reden", "waarom de term niet te toetsen is"),
    ),
)
DIAGNOSE = Tabel(
    "regressie_diagnose",
    REGEL,
    "Een rij per regressie: wie meedoet, hoe goed zij past, en wat een lezer moet weten.",
    ("uitkomst", "model", "steekproef"),
    (
        *REGRESSIE,
        N_VERWACHT,
        N,
        geheel("n_weggevallen", "aantal [[gebieden]] dat wegvalt door ontbrekende waarden"),
        aandeel("aandeel_weggevallen", "`n_weggevallen` gedeeld door `n_verwacht`"),
        geheel("n_coefficienten", "aantal coëfficiënten, met de constante"),
        N_GEMEENTEN,
        tekst("grootste_gemeente", "gemeente met de meeste [[gebieden]] in de schatting"),
        aandeel("aandeel_grootste_gemeente", "aandeel van die gemeente in de [[gebieden]]"),
        aandeel("r2", "aandeel verklaarde variantie"),
        getal("r2_adj", "verklaarde variantie, gecorrigeerd voor het aantal termen"),
        getal("rmse", "wortel uit de residuele variantie", PUNT),
        getal("vif_max", "grootste variantie-inflatiefactor van de termen"),
        tekst("vif_max_factor", "term met die grootste variantie-inflatiefactor"),
        getal("conditiegetal", "conditiegetal van de gestandaardiseerde termen (1 = los)"),
        aandeel("breusch_pagan_p", "p-waarde van de toets op ongelijke spreiding (Koenker)"),
        aandeel("jarque_bera_p", "p-waarde van de toets op normaal verdeelde resten"),
        reden("toelichting", "wat een lezer van deze regressie moet weten"),
    ),
)
VIF = Tabel(
    "vif",
    REGEL,
    "Een rij per steekproef en factor: hoe ver de andere factoren hem al beschrijven.",
    ("steekproef", "factor"),
    (
        STEEKPROEF,
        tekst("factor", "contextfactor: een kolom van de contexttabel"),
        getal("vif", "variantie-inflatiefactor te midden van de andere factoren"),
        geheel("n", "aantal [[gebieden]] met een waarde voor elke factor"),
    ),
)
VERLIES = Tabel(
    "verlies",
    REGEL,
    "Een rij per steekproef en factor of score: hoeveel [[gebieden]] er geen waarde voor hebben.",
    ("steekproef", "soort", "factor"),
    (
        STEEKPROEF,
        tekst("soort", "waar de rij over gaat", waarden=VERLIESSOORTEN),
        tekst("factor", "de factor, de kolom met de score, of `alle factoren`"),
        RIJLABEL,
        N_VERWACHT,
        geheel("n_ontbreekt", "aantal [[gebieden]] zonder waarde"),
        aandeel("aandeel_ontbreekt", "`n_ontbreekt` gedeeld door `n_verwacht`"),
        geheel(
            "n_alleen_hierdoor",
            "aantal [[gebieden]] dat alleen deze factor mist; leeg voor een score",
            leeg=True,
        ),
        geheel("n_aanwezig", "aantal [[gebieden]] met een waarde"),
    ),
)

TABELLEN = registreer(MODELREGRESSIE, DIAGNOSE, VIF, VERLIES)
