"""Contracts of the checks on what single wijken and missing values do to the main regression."""

from __future__ import annotations

from functools import partial

from leefbaarheid.basis.contract import (
    Controle,
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
from leefbaarheid.basis.tabellen.kolommen import (
    CI_SD,
    COEF_SD,
    EENHEID,
    FACTOR,
    FACTORLABEL,
    GM_NAAM,
    N_GEMEENTEN,
    PUNT,
    PUNT_PER_SD,
    REGRESSIE,
    RIJLABEL,
    SCHATTING,
    SD_FACTOR,
    STEEKPROEF,
    TERM,
    TERMLABEL,
    TOT,
    VAN,
    WIJK,
    WK_CODE,
    WK_NAAM,
    N,
    P,
)
from leefbaarheid.basis.tabelwaarden import (
    COOK,
    DFBETAS,
    NIVEAUS,
    RESET,
    SCHATTINGEN,
    UITVALSCORES,
    Schatwijze,
)

_Tabel = partial(Tabel, regel="toets_modellen")
_EEN_REGRESSIE = ("uitkomst", "model", "steekproef")
_EEN_TERM = (*_EEN_REGRESSIE, "term")

REDEN = reden("reden", "waarom er geen uitkomst is")

# ------------------------------------------------------------------ influence and form

INVLOEDCONTROLE = Controle("invloed", "Invloedrijke [[gebieden]] en de vorm van het model.")

INVLOED = _Tabel(
    naam="robuustheid_invloed",
    controle=INVLOEDCONTROLE,
    betekenis="Een rij per maat en invloedrijke [[gebied]] van de hoofdregressie.",
    sleutel=(*_EEN_REGRESSIE, "maat", "term", "rang"),
    kolommen=(
        *REGRESSIE,
        tekst("maat", "invloed op de hele regressie of op een term", waarden=(COOK, DFBETAS)),
        *mag_leeg(
            TERM,
            TERMLABEL,
            geheel("rang", "plaats (1 = meeste invloed)"),
            *WIJK,
            getal("waarde", "de maat"),
        ),
        getal("grens", "waarde waarboven een [[gebied]] invloedrijk heet"),
        geheel("n_boven_grens", "aantal [[gebieden]] boven die grens"),
        N,
        *mag_leeg(
            COEF_SD,
            getal("coef_sd_zonder", "die coëfficiënt zonder deze [[gebied]]", PUNT_PER_SD),
        ),
        REDEN,
    ),
)
VARIANTEN = _Tabel(
    naam="robuustheid_varianten",
    controle=INVLOEDCONTROLE,
    betekenis="Een rij per variant en term: de hoofdregressie met andere schatters en gewichten.",
    sleutel=(*_EEN_TERM, "variant"),
    kolommen=(
        *REGRESSIE,
        TERM,
        TERMLABEL,
        tekst(
            "variant",
            "wijze van schatten",
            waarden=tuple(Schatwijze),
        ),
        tekst("standaardfout", "soort standaardfout"),
        *mag_leeg(*SCHATTING),
        *mag_leeg(N, N_GEMEENTEN),
        REDEN,
    ),
)
VORM = _Tabel(
    naam="robuustheid_vorm",
    controle=INVLOEDCONTROLE,
    betekenis="Een rij per covariantie: de toets of rechte lijnen de hoofdregressie passen.",
    sleutel=(*_EEN_REGRESSIE, "toets", "covariantie"),
    kolommen=(
        *REGRESSIE,
        tekst("toets", "naam van de toets", waarden=(RESET,)),
        tekst("covariantie", "covariantie van de toets"),
        tekst("machten", "machten van de voorspelling die toegevoegd zijn"),
        *mag_leeg(
            getal("statistiek", "F-waarde"),
            geheel("vg_teller", "vrijheidsgraden van de teller"),
            geheel("vg_noemer", "vrijheidsgraden van de noemer"),
            P,
        ),
        N,
        N_GEMEENTEN,
        REDEN,
    ),
)
PARTIEEL = _Tabel(
    naam="robuustheid_partieel",
    controle=INVLOEDCONTROLE,
    betekenis="Een rij per term en [[gebied]] van de hoofdregressie: de partiële residuen.",
    sleutel=(*_EEN_TERM, "wk_code"),
    kolommen=(
        *REGRESSIE,
        TERM,
        TERMLABEL,
        EENHEID,
        WK_CODE,
        WK_NAAM,
        GM_NAAM,
        getal("x", "waarde van de term", "eenheid van de term"),
        getal("partieel", "rest plus het deel van deze term", PUNT),
        getal("lineair", "de rechte lijn van het model", PUNT),
        getal("glad", "vloeiende lijn (lowess), of gemiddelde per waarde", PUNT),
        getal(
            "dfbetas", "invloed van de [[gebied]] op deze coëfficiënt", "standaardfout", leeg=True
        ),
        getal("grens_dfbetas", "grens van die invloed", "standaardfout"),
    ),
    alleen_figuur=True,
)
PUNTEN = _Tabel(
    naam="robuustheid_punten",
    controle=INVLOEDCONTROLE,
    betekenis="Een rij per [[gebied]] van de hoofdregressie: voorspelling, rest en invloed.",
    sleutel=(*_EEN_REGRESSIE, "wk_code"),
    kolommen=(
        *REGRESSIE,
        WK_CODE,
        WK_NAAM,
        GM_NAAM,
        getal("voorspeld", "voorspelde uitkomst", PUNT),
        getal("residu", "rest", PUNT),
        getal("residu_student", "rest, extern gestudentiseerd", leeg=True),
        aandeel("hefboom", "hefboom van de [[gebied]]"),
        getal("cook", "afstand van Cook", leeg=True),
        getal("grens_cook", "grens van die afstand"),
        janee("boven_grens", "de afstand ligt boven de grens"),
    ),
    alleen_figuur=True,
)

# ------------------------------------------------------------------ missing values

ONTBREEKCONTROLE = Controle("ontbrekend", "Ontbrekende waarden en imputatie.")

PATROON = _Tabel(
    naam="robuustheid_patroon",
    controle=ONTBREEKCONTROLE,
    betekenis="Een rij per steekproef en combinatie van ontbrekende factoren.",
    sleutel=("steekproef", "patroon"),
    kolommen=(
        STEEKPROEF,
        tekst("patroon", "`volledig`, of de ontbrekende factoren met ` + ` ertussen"),
        geheel("n_factoren", "aantal ontbrekende factoren"),
        geheel("n", "aantal [[gebieden]] met precies dit patroon"),
        aandeel("aandeel", "aandeel in de steekproef"),
        geheel("n_gemeenten", "aantal gemeenten van die [[gebieden]]"),
    ),
)
UITVAL = _Tabel(
    naam="robuustheid_uitval",
    controle=ONTBREEKCONTROLE,
    betekenis="Een rij per steekproef, factor en score: het verschil tussen [[gebieden]] zonder en "
    "met een waarde.",
    sleutel=("steekproef", "factor", "score"),
    kolommen=(
        STEEKPROEF,
        tekst("factor", "de factor die ontbreekt, of `alle factoren` (ten minste een)"),
        RIJLABEL,
        tekst("score", "wat vergeleken is", waarden=UITVALSCORES),
        VAN,
        TOT,
        geheel("n_ontbreekt", "aantal [[gebieden]] zonder waarde"),
        geheel("n_aanwezig", "aantal [[gebieden]] met een waarde"),
        geheel("n_gemeenten_ontbreekt", "aantal gemeenten van de [[gebieden]] zonder waarde"),
        *mag_leeg(
            getal("gemiddelde_ontbreekt", "gemiddelde van de [[gebieden]] zonder waarde", PUNT),
            getal("gemiddelde_aanwezig", "gemiddelde van de [[gebieden]] met een waarde", PUNT),
            getal("verschil", "het eerste gemiddelde min het tweede", PUNT),
            getal("verschil_sd", "dat verschil", "standaarddeviatie van de steekproef"),
            getal("se", "standaardfout van het verschil, naar gemeente", PUNT),
            P,
            getal("ci_laag", "ondergrens van het 95%-interval van het verschil", PUNT),
            getal("ci_hoog", "bovengrens van het 95%-interval van het verschil", PUNT),
        ),
        REDEN,
    ),
)
IMPUTATIE = _Tabel(
    naam="robuustheid_imputatie",
    controle=ONTBREEKCONTROLE,
    betekenis="Een rij per steekproef, term en schatting: volledige [[gebieden]] naast ingevulde.",
    sleutel=(*_EEN_TERM, "schatting"),
    kolommen=(
        *REGRESSIE,
        TERM,
        TERMLABEL,
        tekst(
            "schatting",
            "alleen volledige [[gebieden]], of ontbrekende waarden ingevuld",
            waarden=SCHATTINGEN,
        ),
        *mag_leeg(
            *SCHATTING,
            getal("vrijheidsgraden", "vrijheidsgraden van de toets"),
            aandeel("fmi", "aandeel van de informatie dat ontbreekt"),
            getal("toename_variantie", "relatieve toename van de variantie door het ontbreken"),
            getal("monte_carlo_sd", "toevalsfout van `coef_sd` door het aantal imputaties"),
            N,
            geheel("n_ingevuld", "aantal [[gebieden]] waarin iets is ingevuld"),
            N_GEMEENTEN,
            geheel("imputaties", "aantal imputaties"),
        ),
        REDEN,
    ),
)
INGEVULD = _Tabel(
    naam="robuustheid_ingevuld",
    controle=ONTBREEKCONTROLE,
    betekenis="Een rij per steekproef en factor: de ingevulde waarden naast de waargenomen.",
    sleutel=("steekproef", "factor"),
    kolommen=(
        STEEKPROEF,
        FACTOR,
        FACTORLABEL,
        tekst("niveau", "of de factor per [[gebied]] of per gemeente is", waarden=NIVEAUS),
        geheel("n_ontbreekt", "aantal [[gebieden]] zonder waarde"),
        geheel("n_overgenomen", "aantal daarvan met de waarde van hun gemeente"),
        *mag_leeg(
            getal("gemiddelde_aanwezig", "gemiddelde van de waargenomen waarden", "zie codeboek"),
            getal("sd_aanwezig", "standaarddeviatie van de waargenomen waarden", "zie codeboek"),
            getal("gemiddelde_ingevuld", "gemiddelde van de ingevulde waarden", "zie codeboek"),
            getal("sd_ingevuld", "standaarddeviatie van de ingevulde waarden", "zie codeboek"),
        ),
        geheel("imputaties", "aantal imputaties"),
    ),
)

MNAR = _Tabel(
    naam="robuustheid_mnar",
    controle=ONTBREEKCONTROLE,
    betekenis="Een rij per verschoven factor, verschuiving en factor van de hoofdregressie: de "
    "schatting als de ingevulde waarden van de verschoven factor hoger of lager liggen.",
    sleutel=("verschoven", "delta", "term"),
    kolommen=(
        *REGRESSIE,
        tekst("verschoven", "factor waarvan de ingevulde waarden verschoven zijn"),
        getal("delta", "verschuiving", "standaarddeviatie van de verschoven factor"),
        TERM,
        TERMLABEL,
        *mag_leeg(
            COEF_SD,
            *CI_SD,
            P,
            SD_FACTOR,
            N,
            geheel("n_verschoven", "aantal [[gebieden]] waarvan de waarde verschoven is"),
            N_GEMEENTEN,
            geheel("imputaties", "aantal imputaties"),
            janee("anders", "teken of aantoonbaarheid is anders dan zonder verschuiving"),
        ),
        REDEN,
    ),
)

TABELLEN = registreer(
    INVLOED,
    VARIANTEN,
    VORM,
    PARTIEEL,
    PUNTEN,
    PATROON,
    UITVAL,
    IMPUTATIE,
    INGEVULD,
    MNAR,
)
