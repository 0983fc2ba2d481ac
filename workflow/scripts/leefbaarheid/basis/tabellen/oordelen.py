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
from leefbaarheid.basis.oordeel import CONTROLES, SCHATTERS, Oordeel, Stem
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
from leefbaarheid.basis.tabelwaarden import (
    BEPERKINGEN,
    CORRECTIES,
    GEWICHTEN,
    STATISTIEKEN,
    VENSTERS,
)
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
            "welke [[gebieden]] van de steekproef wegblijven",
            waarden=BEPERKINGEN,
        ),
        tekst("gewicht", "of [[gebieden]] naar inwoners wegen", waarden=GEWICHTEN),
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
        tekst("stem", "de stem waar de controle bij hoort", waarden=tuple(Stem)),
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
            aandeel("p_aangepast", "p-waarde na correctie voor het aantal toetsen van de familie"),
        ),
        tekst("correctie", "die correctie", leeg=True, waarden=CORRECTIES),
        janee("houdt_stand", "`p_aangepast` is hoogstens 0,05", leeg=True),
        *mag_leeg(
            getal("mde_sd", "kleinste aantoonbare samenhang", PUNT_PER_SD),
            getal("coef_sd_binnen", "samenhang binnen gemeenten", PUNT_PER_SD),
            aandeel("p_binnen", "p-waarde: samenhang binnen gemeenten"),
            getal("coef_sd_tussen", "samenhang tussen gemeenten", PUNT_PER_SD),
            aandeel("p_verschil", "p-waarde: verschil tussen en binnen gemeenten"),
        ),
        geheel("n_stemmen", "aantal stemmen dat meetelt"),
        geheel("n_zelfde_teken", "aantal daarvan met dezelfde richting"),
        geheel("n_met_toets", "aantal daarvan met een toets"),
        geheel("n_sluit_nul_uit", "aantal daarvan dat nul uitsluit"),
        tekst(
            "oordeel",
            "oordeel over de samenhang",
            waarden=tuple(Oordeel),
        ),
        reden("waarom", "waarom het oordeel zo luidt", leeg=False),
    ),
)

TABELLEN = registreer(SPECIFICATIES, SPECIFICATIETOETS, OORDEEL, EINDOORDEEL)
