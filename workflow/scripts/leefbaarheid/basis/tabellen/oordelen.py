"""Contracts of the specification curve and of what all checks together say per factor."""

from __future__ import annotations

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
from leefbaarheid.basis.oordeel import CONTROLES, SCHATTERS, Oordeel
from leefbaarheid.basis.tabellen.kolommen import (
    CI_SD,
    COEF_SD,
    FACTOR,
    FACTORLABEL,
    MODEL,
    PUNT_PER_SD,
    SD_FACTOR,
    STEEKPROEF,
    TOT,
    VAN,
    N,
    P,
)
from leefbaarheid.basis.tabelwaarden import BEPERKINGEN, GEWICHTEN, STATISTIEKEN, VENSTERS
from leefbaarheid.basis.tabelwaarden import SCHATTERS as SPECIFICATIESCHATTERS

SPECIFICATIECURVE = Controle("specificatiecurve", "Alle redelijke specificaties naast elkaar.")

SPECIFICATIES = Tabel(
    "robuustheid_specificaties",
    "bereken_specificatiecurve",
    "Een rij per factor en verdedigbare specificatie: de schatting die zij geeft.",
    ("factor", "van", "tot", "model", "steekproef", "beperking", "gewicht", "schatter", "factoren"),
    (
        FACTOR,
        VAN,
        TOT,
        MODEL,
        STEEKPROEF,
        tekst(
            "beperking",
            "welke wijken van de steekproef wegblijven",
            waarden=BEPERKINGEN,
        ),
        tekst("gewicht", "of wijken naar inwoners wegen", waarden=GEWICHTEN),
        tekst(
            "schatter",
            "gewone regressie, of met een niveau per gemeente",
            waarden=SPECIFICATIESCHATTERS,
        ),
        tekst("factoren", "de factoren van de regressie, met `; ` ertussen"),
        geheel("n_factoren", "aantal factoren van de regressie"),
        janee("hoofdspecificatie", "dit is de specificatie van het hoofdrapport"),
        *mag_leeg(
            COEF_SD,
            getal("se_sd", "standaardfout (CRV3) van `coef_sd`", PUNT_PER_SD),
            *CI_SD,
            P,
            aandeel("crv1_p", "p-waarde met standaardfouten naar gemeente (CRV1)"),
            SD_FACTOR,
            N,
            geheel("G", "aantal gemeenten"),
        ),
        reden("reden", "waarom er geen schatting is"),
    ),
    controle=SPECIFICATIECURVE,
    alleen_figuur=True,
)
SPECIFICATIETOETS = Tabel(
    "robuustheid_specificatietoets",
    "bereken_specificatiecurve",
    "Een rij per factor, modelvorm, vensters en grootheid: de toets op alle specificaties samen.",
    ("factor", "model", "vensters", "statistiek"),
    (
        FACTOR,
        MODEL,
        tekst("vensters", "welke specificaties meedoen", waarden=VENSTERS),
        tekst("perioden", "de vensters daarvan, met `; ` ertussen"),
        tekst(
            "statistiek",
            "grootheid van de curve",
            waarden=STATISTIEKEN,
        ),
        *mag_leeg(
            getal("waargenomen", "de grootheid in de gegevens"),
            aandeel("p", "p-waarde onder de bootstrap"),
            getal("nul_mediaan", "mediaan van de absolute grootheid onder de bootstrap"),
            getal("nul_p95", "95e percentiel van de absolute grootheid onder de bootstrap"),
        ),
        geheel("trekkingen", "aantal trekkingen van de bootstrap"),
        tekst("verdeling", "verdeling van de bootstrapgewichten"),
        geheel("n_specificaties", "aantal specificaties met een schatting"),
        geheel("n_hoger", "aantal daarvan met een hogere score en een p-waarde onder 0,05"),
        geheel("n_lager", "aantal daarvan met een lagere score en een p-waarde onder 0,05"),
        geheel("n_ongeldig", "aantal specificaties zonder schatting"),
        reden("reden", "waarom er geen toets is"),
    ),
    controle=SPECIFICATIECURVE,
)
OORDEEL = Tabel(
    "robuustheid_oordeel",
    "weeg_robuustheid",
    "Een rij per factor en controle: de schatting, en of zij meetelt en overeenkomt.",
    ("factor", "controle"),
    (
        FACTOR,
        FACTORLABEL,
        tekst("controle", "de controle", waarden=CONTROLES),
        *mag_leeg(COEF_SD, *CI_SD, P),
        janee("telt_mee", "de controle telt mee in het oordeel"),
        janee("zelfde_teken", "zelfde richting als de leidende schatting", leeg=True),
        janee("sluit_nul_uit", "de p-waarde ligt onder 0,05", leeg=True),
        reden("reden", "waarom de controle niet of anders meetelt"),
    ),
)
EINDOORDEEL = Tabel(
    "robuustheid_eindoordeel",
    "weeg_robuustheid",
    "Een rij per factor: het oordeel na alle controles.",
    ("factor",),
    (
        FACTOR,
        FACTORLABEL,
        tekst("primair", "leidende schatter van de editie", waarden=SCHATTERS),
        *mag_leeg(
            COEF_SD,
            *CI_SD,
            P,
            aandeel("p_holm", "p-waarde na correctie voor de primaire toetsen"),
            getal("mde_sd", "kleinste aantoonbare samenhang", PUNT_PER_SD),
        ),
        geheel("n_controles", "aantal controles dat meetelt"),
        geheel("n_zelfde_teken", "aantal daarvan met dezelfde richting"),
        geheel("n_sluit_nul_uit", "aantal daarvan met een p-waarde onder 0,05"),
        tekst(
            "oordeel",
            "oordeel over de samenhang",
            waarden=tuple(Oordeel),
        ),
        reden("waarom", "waarom het oordeel zo luidt", leeg=False),
    ),
)

TABELLEN = registreer(SPECIFICATIES, SPECIFICATIETOETS, OORDEEL, EINDOORDEEL)
