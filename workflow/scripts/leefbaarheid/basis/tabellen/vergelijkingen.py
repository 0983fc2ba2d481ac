"""Contracts of the tables that sentences with a comparison rest on."""

from __future__ import annotations

from leefbaarheid.basis.begrippen import CLUSTERS, DIMENSIES, OVERIG, SELECTIE
from leefbaarheid.basis.contract import (
    Kolom,
    Tabel,
    aandeel,
    geheel,
    getal,
    mag_leeg,
    reden,
    registreer,
    tekst,
)
from leefbaarheid.basis.tabellen.kolommen import PUNT, TOT, VAN
from leefbaarheid.basis.tabelwaarden import (
    BEGINSTAND,
    GEDAALD,
    GEMIDDELDE,
    GESTEGEN,
    KOLOM_VAN_CLUSTER,
    REST_VAN_LAND,
    SPREIDINGSMATEN,
)

PUNT_OF_AANDEEL = "scorepunt, of 0-1 bij een aandeel"
GEMEENTEN = geheel("n_gemeenten", "aantal gemeenten van die [[gebieden]]")
VERGELIJKINGEN = Tabel(
    "vergelijkingen",
    "bepaal_trajecten",
    "Een rij per venster, maat en vergelijkingsgroep: de selectie naast andere [[gebieden]], met "
    "het interval van het verschil (jackknife naar gemeente).",
    ("van", "tot", "maat", "vergeleken_met"),
    (
        VAN,
        TOT,
        tekst(
            "maat",
            "gemiddelde verandering, of het aandeel [[gebieden]] dat daalde, steeg of door de "
            "clusterregel in een cluster valt",
            waarden=(GEMIDDELDE, GEDAALD, GESTEGEN, *KOLOM_VAN_CLUSTER.values()),
        ),
        tekst(
            "vergeleken_met",
            "de eigen beginstand (nul), de overige [[gebieden]] die in aanmerking kwamen, of alle "
            "[[gebieden]] in het land buiten de selectie",
            waarden=(BEGINSTAND, OVERIG, REST_VAN_LAND),
        ),
        geheel("n", "aantal geselecteerde [[gebieden]] met een waarde"),
        geheel("n_ander", "aantal andere [[gebieden]] met een waarde", leeg=True),
        GEMEENTEN,
        geheel("n_gemeenten_ander", "aantal gemeenten van de andere [[gebieden]]", leeg=True),
        *mag_leeg(
            getal("waarde", "waarde voor de selectie", PUNT_OF_AANDEEL),
            getal("waarde_ander", "waarde voor de andere [[gebieden]]; nul bij de beginstand"),
            getal("verschil", "`waarde` min `waarde_ander`", PUNT_OF_AANDEEL),
            getal("se", "standaardfout van het verschil", PUNT_OF_AANDEEL),
            getal("ci_laag", "ondergrens van het 95%-interval", PUNT_OF_AANDEEL),
            getal("ci_hoog", "bovengrens van het 95%-interval", PUNT_OF_AANDEEL),
            aandeel("p", "p-waarde van de tweezijdige toets op nul"),
        ),
        reden("reden", "waarom er geen interval is"),
    ),
)
SPREIDING = Tabel(
    "spreiding",
    "bepaal_trajecten",
    "Een rij per groep, maat en later jaar: de spreiding tussen [[gebieden]] naast die daarvoor.",
    ("groep", "maat", "jaar"),
    (
        tekst("groep", "groep [[gebieden]]", waarden=(SELECTIE, OVERIG, REST_VAN_LAND)),
        geheel("crisisjaar", "het jaar waarin de latere ontwikkeling begint", "jaar"),
        tekst(
            "maat",
            "spreiding van de score (in het crisisjaar en in `jaar`), of van de verandering (van "
            "het lange jaar tot het crisisjaar, en van daar tot `jaar`)",
            waarden=SPREIDINGSMATEN,
        ),
        geheel("jaar", "het latere jaar", "jaar"),
        geheel("n", "aantal [[gebieden]] met alle scores"),
        GEMEENTEN,
        *mag_leeg(
            getal("sd_eerst", "standaarddeviatie in of tot het crisisjaar", PUNT),
            getal("sd_later", "standaarddeviatie in of tot het latere jaar", PUNT),
            getal("verhouding", "`sd_later` gedeeld door `sd_eerst`"),
            getal("ci_laag", "ondergrens van het 95%-interval van de verhouding"),
            getal("ci_hoog", "bovengrens van het 95%-interval van de verhouding"),
            aandeel("p", "p-waarde van de tweezijdige toets op een verhouding van één"),
        ),
        reden("reden", "waarom er geen interval is"),
    ),
)


def _afstand(naam: str, betekenis: str) -> tuple[Kolom, ...]:
    """Return the distance to an extreme part, with its interval."""
    return (
        getal(naam, betekenis, PUNT),
        getal(f"{naam}_laag", "ondergrens van het 95%-interval daarvan", PUNT),
        getal(f"{naam}_hoog", "bovengrens van het 95%-interval daarvan", PUNT),
    )


BIJDRAGEN = Tabel(
    "bijdragen",
    "bepaal_trajecten",
    "Een rij per venster, groep en dimensie: haar bijdrage aan de verandering, en of zij van de "
    "hoogste en de laagste verschilt.",
    ("van", "tot", "groep", "dimensie"),
    (
        VAN,
        TOT,
        tekst("groep", "de selectie of een cluster ervan", waarden=(SELECTIE, *CLUSTERS)),
        tekst("dimensie", "dimensie van de score", waarden=tuple(DIMENSIES)),
        geheel("n", "aantal [[gebieden]] met dimensiescores in beide jaren"),
        GEMEENTEN,
        getal("bijdrage", "gemiddelde verandering van de dimensie", PUNT),
        *mag_leeg(
            getal("ci_laag", "ondergrens van het 95%-interval, naar gemeente", PUNT),
            getal("ci_hoog", "bovengrens van het 95%-interval, naar gemeente", PUNT),
            *_afstand("onder_hoogste", "hoogste bijdrage min deze; nul voor de hoogste zelf"),
            *_afstand("boven_laagste", "deze bijdrage min de laagste; nul voor de laagste zelf"),
        ),
        reden("reden", "waarom er geen intervallen zijn"),
    ),
)

OPEENVOLGEND = Tabel(
    "opeenvolgend",
    "bepaal_trajecten",
    "Een rij per groep en meting tussen twee andere: hoe de verandering ervóór samenhangt met die "
    "erna.",
    ("groep", "midden"),
    (
        tekst("groep", "groep [[gebieden]]", waarden=(SELECTIE, OVERIG, REST_VAN_LAND)),
        geheel("van", "begin van de eerste verandering", "jaar"),
        geheel("midden", "de gedeelde meting", "jaar"),
        geheel("tot", "eind van de tweede verandering", "jaar"),
        geheel("n", "aantal [[gebieden]] met de drie scores"),
        GEMEENTEN,
        *mag_leeg(
            getal("correlatie", "correlatie van de twee veranderingen", bereik=(-1.0, 1.0)),
            getal("ci_laag", "ondergrens van het 95%-interval, naar gemeente"),
            getal("ci_hoog", "bovengrens van het 95%-interval, naar gemeente"),
            aandeel("p", "p-waarde van de tweezijdige toets op nul"),
            getal(
                "door_meetfout",
                "correlatie door de geschatte meetfout van de gedeelde meting, als de echte "
                "veranderingen los van elkaar staan",
            ),
            getal("alleen_ruis", "correlatie als er niets verandert dan meetfout"),
        ),
        reden("reden", "waarom er geen interval is"),
    ),
)

TABELLEN = registreer(VERGELIJKINGEN, SPREIDING, BIJDRAGEN, OPEENVOLGEND)
