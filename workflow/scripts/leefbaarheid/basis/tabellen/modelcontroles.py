"""Contracts of the checks on the regressions: clusters, dependence, form of the question, tests."""

from __future__ import annotations

from functools import partial

from leefbaarheid.basis.begrippen import MODELNAMEN
from leefbaarheid.basis.contract import (
    Controle,
    Kolom,
    Tabel,
    aandeel,
    geheel,
    getal,
    janee,
    mag_leeg,
    reden,
    registreer,
    tekst,
)
from leefbaarheid.basis.oordeel import SCHATTERS
from leefbaarheid.basis.tabellen.kolommen import (
    CI,
    CI_SD,
    COEF,
    COEF_SD,
    EENSGEZIND,
    FACTOR,
    FACTORLABEL,
    MODEL,
    N_GEMEENTEN,
    PUNT_PER_EENHEID,
    PUNT_PER_SD,
    REGRESSIE,
    SCHATTING,
    SD_FACTOR,
    SIGNIFICANTIE_VERSCHILT,
    STEEKPROEF,
    TEKEN_VERSCHILT,
    TERM,
    TERMLABEL,
    TOT,
    UITKOMST,
    VAN,
    N,
    P,
    schatterkolommen,
)
from leefbaarheid.basis.tabelwaarden import (
    BUURKEUZES,
    CORRECTIES,
    VERDELINGEN,
    VERKENNEND,
    Rekenwijze,
    Schatstatus,
    Vormoordeel,
)
from leefbaarheid.basis.tabelwaarden import PRIMAIR as PRIMAIRE_FAMILIE

REGEL = "toets_modellen"
_Tabel = partial(Tabel, regel=REGEL)
_EEN_REGRESSIE = ("uitkomst", "model", "steekproef")
_EEN_TERM = (*_EEN_REGRESSIE, "term")

REDEN = reden("reden", "waarom er geen uitkomst is, of niet van elke schatter")
PRIMAIR = tekst("primair", "leidende schatter van de editie", waarden=SCHATTERS)
N_LEEG = mag_leeg(N, N_GEMEENTEN)


def _met_naam(achter: str, van: str) -> tuple[Kolom, ...]:
    """Return estimate, interval and p of one of several estimates that are side by side."""
    return mag_leeg(
        getal(f"coef_sd_{achter}", f"coëfficiënt per standaarddeviatie: {van}", PUNT_PER_SD),
        getal(f"ci_sd_laag_{achter}", f"ondergrens van het 95%-interval: {van}", PUNT_PER_SD),
        getal(f"ci_sd_hoog_{achter}", f"bovengrens van het 95%-interval: {van}", PUNT_PER_SD),
        aandeel(f"p_{achter}", f"p-waarde: {van}"),
    )


# ------------------------------------------------------------------ few and unequal gemeenten


CLUSTERCONTROLE = Controle(
    "clusters", "Weinig en ongelijke gemeenten: CRV1, CRV3, wild bootstrap, aantoonbaar verschil."
)

CLUSTERS = _Tabel(
    naam="robuustheid_clusters",
    controle=CLUSTERCONTROLE,
    betekenis="Een rij per hoofdregressie en term: drie manieren om te rekenen met weinig en "
    "ongelijke gemeenten.",
    sleutel=_EEN_TERM,
    kolommen=(
        *REGRESSIE,
        TERM,
        PRIMAIR,
        *mag_leeg(COEF, SD_FACTOR, COEF_SD),
        getal("se", "standaardfout volgens de leidende schatter", PUNT_PER_EENHEID, leeg=True),
        *mag_leeg(*CI, P, *CI_SD),
        *schatterkolommen("crv1", "volgens CRV1"),
        *schatterkolommen("crv3", "volgens CRV3 (jackknife over gemeenten)"),
        *schatterkolommen("wcr", "volgens de wild cluster bootstrap"),
        tekst(
            "wcr_verdeling",
            "verdeling van de bootstrapgewichten",
            leeg=True,
            waarden=VERDELINGEN,
        ),
        geheel("wcr_trekkingen", "aantal trekkingen van de bootstrap", leeg=True),
        *mag_leeg(
            N,
            geheel("G", "aantal gemeenten"),
            getal("G_eff", "effectief aantal gemeenten, bij onafhankelijke [[gebieden]]"),
            getal("G_eff_1", "effectief aantal gemeenten, bij volledig afhankelijke [[gebieden]]"),
            tekst("grootste_gemeente", "gemeente met de meeste [[gebieden]]"),
            aandeel("grootste_aandeel", "aandeel van die gemeente in de [[gebieden]]"),
            aandeel("hefboom_max", "grootste partiële hefboom van een gemeente"),
            tekst("hefboom_max_gemeente", "gemeente met die hefboom"),
            getal("loo_min", "kleinste coëfficiënt als een gemeente wegblijft", PUNT_PER_EENHEID),
            tekst("loo_min_gemeente", "gemeente die dan wegblijft"),
            getal("loo_max", "grootste coëfficiënt als een gemeente wegblijft", PUNT_PER_EENHEID),
            tekst("loo_max_gemeente", "gemeente die dan wegblijft"),
        ),
        REDEN,
    ),
)
AANTOONBAAR = _Tabel(
    naam="robuustheid_aantoonbaar",
    controle=CLUSTERCONTROLE,
    betekenis="Een rij per hoofdregressie en term: hoe klein een samenhang is die nog opvalt.",
    sleutel=_EEN_TERM,
    kolommen=(
        *REGRESSIE,
        TERM,
        PRIMAIR,
        *mag_leeg(
            COEF,
            COEF_SD,
            SD_FACTOR,
            getal("se", "standaardfout volgens de leidende schatter", PUNT_PER_EENHEID),
            aandeel("icc", "deel van de restvariantie tussen gemeenten, met REML"),
            getal("G_eff_icc", "effectief aantal gemeenten, bij die restvariantie"),
            getal("df", "vrijheidsgraden van de formule: effectief aantal gemeenten min 1"),
            geheel("trekkingen", "aantal trekkingen van de nabootsing"),
        ),
        aandeel("alfa", "onbetrouwbaarheid van de toets"),
        aandeel("kracht", "kans waarmee de samenhang gevonden wordt"),
        *mag_leeg(
            getal(
                "mde",
                "kleinste aantoonbare samenhang: de grootste van nabootsing en formule",
                PUNT_PER_EENHEID,
            ),
            getal("mde_sd", "hetzelfde, per standaarddeviatie", PUNT_PER_SD),
            getal(
                "mde_simulatie_sd",
                "volgens de nabootsing: afwijkingen opnieuw getrokken op dit ontwerp, getoetst met "
                "de leidende schatter (bij `wcr` met CRV3)",
                PUNT_PER_SD,
            ),
            getal("mde_formule_sd", "volgens de formule, uit `se` en `df`", PUNT_PER_SD),
            aandeel("kracht_half", "kans waarmee een ware samenhang van de helft gevonden wordt"),
            getal("overdrijving", "hoeveel keer te groot de schatting daarvan dan gemiddeld is"),
            janee("nul_in_interval", "het interval van de leidende schatter bevat nul"),
        ),
        REDEN,
    ),
)

# ------------------------------------------------------------------ dependence between wijken

VARIANT_AFHANKELIJKHEID = tekst(
    "variant",
    "hoe met de afhankelijkheid tussen [[gebieden]] gerekend is",
    waarden=tuple(Rekenwijze),
)
AFHANKELIJKHEIDSCONTROLE = Controle(
    "afhankelijkheid",
    "Samenhang tussen [[gebieden]]: random intercept, Moran, Conley.",
)

AFHANKELIJKHEID = _Tabel(
    naam="robuustheid_afhankelijkheid",
    controle=AFHANKELIJKHEIDSCONTROLE,
    betekenis="Een rij per hoofdregressie, variant en term: de schatting als [[gebieden]] op "
    "elkaar lijken.",
    sleutel=(*_EEN_REGRESSIE, "variant", "term"),
    kolommen=(
        *REGRESSIE,
        VARIANT_AFHANKELIJKHEID,
        TERM,
        TERMLABEL,
        *mag_leeg(*SCHATTING),
        *N_LEEG,
        aandeel("icc", "deel van de restvariantie tussen gemeenten (random_intercept)", leeg=True),
        tekst(
            "status",
            "of de schatting gelukt is",
            waarden=tuple(Schatstatus),
        ),
        REDEN,
        reden("toelichting", "wat een lezer van deze schatting moet weten"),
    ),
)
MORAN = _Tabel(
    naam="robuustheid_moran",
    controle=AFHANKELIJKHEIDSCONTROLE,
    betekenis="Een rij per hoofdregressie en soort buren: hoe de resten van buren op elkaar "
    "lijken.",
    sleutel=(*_EEN_REGRESSIE, "gewichten"),
    kolommen=(
        *REGRESSIE,
        tekst(
            "gewichten",
            "wie buren zijn: de dichtstbijzijnde (knn), binnen een afstand, of binnen de kleinste "
            "afstand waarbij elke [[gebied]] een buur heeft",
            waarden=BUURKEUZES,
        ),
        geheel("buren", "aantal buren (knn)", leeg=True),
        getal("afstand_km", "afstand waarbinnen [[gebieden]] buren zijn", "km", leeg=True),
        *mag_leeg(
            N,
            geheel("n_zonder_coordinaten", "aantal [[gebieden]] zonder coördinaten"),
            geheel("n_zonder_buren", "aantal [[gebieden]] zonder buren"),
            getal("gem_buren", "gemiddeld aantal buren"),
            getal("moran_i", "Moran's I van de resten"),
            getal("verwacht", "verwachting onder de permutaties: -1/(n-1)"),
            aandeel("p_permutatie", "p-waarde van de permutatietoets"),
            geheel("permutaties", "aantal permutaties"),
            getal("verwacht_residuen", "verwachting voor resten van een regressie"),
            getal("sd_residuen", "standaarddeviatie voor resten van een regressie"),
            getal("z_residuen", "afwijking van die verwachting in standaarddeviaties"),
            aandeel("p_residuen", "eenzijdige p-waarde van `z_residuen`"),
            janee("significant", "`p_permutatie` ligt onder 0,05"),
        ),
        REDEN,
    ),
)


def _naast_elkaar(variant: str) -> tuple[Kolom, ...]:
    return mag_leeg(
        getal(f"coef_sd_{variant}", f"coëfficiënt volgens `{variant}`", PUNT_PER_SD),
        aandeel(f"p_{variant}", f"p-waarde volgens `{variant}`"),
    )


AFHANKELIJKHEID_OORDEEL = _Tabel(
    naam="robuustheid_afhankelijkheid_oordeel",
    controle=AFHANKELIJKHEIDSCONTROLE,
    betekenis="Een rij per hoofdregressie en factor: of de afhankelijkheid het antwoord verandert.",
    sleutel=_EEN_TERM,
    kolommen=(
        *REGRESSIE,
        TERM,
        TERMLABEL,
        *(kolom for wijze in Rekenwijze for kolom in _naast_elkaar(wijze)),
        TEKEN_VERSCHILT,
        SIGNIFICANTIE_VERSCHILT,
        tekst("telt_niet", "varianten die niet meetellen, met `; ` ertussen", leeg=True),
        EENSGEZIND,
    ),
)

# ------------------------------------------------------------------ Lord's paradox, circularity

LORDCONTROLE = Controle("lord", "De drie modelvormen naast elkaar.")

LORD = _Tabel(
    naam="robuustheid_lord",
    controle=LORDCONTROLE,
    betekenis="Een rij per venster, steekproef en factor: de drie modelvormen naast elkaar.",
    sleutel=("uitkomst", "steekproef", "term"),
    kolommen=(
        UITKOMST,
        VAN,
        TOT,
        STEEKPROEF,
        TERM,
        TERMLABEL,
        *(kolom for vorm, naam in MODELNAMEN.items() for kolom in _met_naam(vorm, naam)),
        geheel("n_vormen", "aantal modelvormen dat van elkaar verschilt"),
        TEKEN_VERSCHILT,
        SIGNIFICANTIE_VERSCHILT,
        EENSGEZIND,
        tekst(
            "oordeel",
            "hoe de modelvormen zich verhouden",
            waarden=tuple(Vormoordeel),
        ),
    ),
)
CIRCULARITEITSCONTROLE = Controle(
    "circulariteit", "De score zonder de dimensie die een factor voedt."
)

CIRCULARITEIT = _Tabel(
    naam="robuustheid_circulariteit",
    controle=CIRCULARITEITSCONTROLE,
    betekenis="Een rij per venster, modelvorm, uitkomst en factor: de samenhang met delen van de "
    "score.",
    sleutel=("van", "tot", "model", "steekproef", "uitkomst", "factor"),
    kolommen=(
        VAN,
        TOT,
        MODEL,
        STEEKPROEF,
        tekst(
            "uitkomst",
            "`totaal`, `totaal_zonder_<dimensie>`, een dimensie, of `geen` waar niets te schatten "
            "is",
        ),
        FACTOR,
        FACTORLABEL,
        janee("voedt", "de uitkomst bevat de dimensie die de factor mede meet"),
        *mag_leeg(*SCHATTING),
        *N_LEEG,
        REDEN,
    ),
)
CIRCULARITEIT_OORDEEL = _Tabel(
    naam="robuustheid_circulariteit_oordeel",
    controle=CIRCULARITEITSCONTROLE,
    betekenis="Een rij per venster, modelvorm en factor: de samenhang met en zonder de dimensie "
    "die de factor mede meet.",
    sleutel=("van", "tot", "model", "steekproef", "factor"),
    kolommen=(
        VAN,
        TOT,
        MODEL,
        STEEKPROEF,
        FACTOR,
        FACTORLABEL,
        tekst("dimensie", "dimensie die de factor mede meet", leeg=True),
        *_met_naam("totaal", "totaalscore"),
        *_met_naam("zonder", "score zonder de dimensie"),
        *_met_naam("dimensie", "de dimensie zelf"),
        getal("aandeel_dimensie", "deel van de coëfficiënt dat uit de dimensie komt", leeg=True),
        TEKEN_VERSCHILT,
        SIGNIFICANTIE_VERSCHILT,
        EENSGEZIND,
        *N_LEEG,
        REDEN,
    ),
)

# ------------------------------------------------------------------ multiple testing

TOETSCONTROLE = Controle("meervoudig_toetsen", "Holm en Benjamini-Hochberg.")

TOETSEN = _Tabel(
    naam="robuustheid_toetsen",
    controle=TOETSCONTROLE,
    betekenis="Een rij per toets: de p-waarde na correctie voor het aantal toetsen.",
    sleutel=("familie", *_EEN_TERM),
    kolommen=(
        tekst(
            "familie",
            "de toetsen op hoofdfactoren, of alle andere",
            waarden=(PRIMAIRE_FAMILIE, VERKENNEND),
        ),
        *REGRESSIE,
        TERM,
        TERMLABEL,
        *mag_leeg(P),
        aandeel("p_aangepast", "p-waarde na correctie", leeg=True),
        tekst("methode", "correctie", waarden=CORRECTIES),
        geheel("n_toetsen", "aantal toetsen in de familie"),
        janee("verworpen", "`p_aangepast` is hoogstens 0,05", leeg=True),
        REDEN,
    ),
)

TABELLEN = registreer(
    CLUSTERS,
    AANTOONBAAR,
    AFHANKELIJKHEID,
    MORAN,
    AFHANKELIJKHEID_OORDEEL,
    LORD,
    CIRCULARITEIT,
    CIRCULARITEIT_OORDEEL,
    TOETSEN,
)
