"""Contracts of the tables of what happened after the end year."""

from __future__ import annotations

from leefbaarheid.basis.begrippen import CLUSTERS, OVERIG, SELECTIE
from leefbaarheid.basis.contract import (
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
from leefbaarheid.basis.tabellen.kolommen import CLUSTER, PUNT, TOT, VAN
from leefbaarheid.basis.tabelwaarden import REST_VAN_LAND, Voorspelvorm

REGEL = "bepaal_trajecten"
GEDEELD_CLUSTER = tekst(
    "cluster", "cluster van de selectie; leeg voor de hele groep", leeg=True, waarden=CLUSTERS
)
VORM = tekst(
    "vorm",
    "de verandering na het eindjaar zelf; gegeven de score in het eindjaar; of hetzelfde vanaf de "
    "volgende meting",
    waarden=tuple(Voorspelvorm),
)

NA_EINDJAAR = Tabel(
    "na_eindjaar",
    REGEL,
    "Een rij per groep, of cluster van de selectie: wie na het eindjaar daalde of steeg, en wie "
    "*voldoende* bereikte. Leeg als er geen latere meting is.",
    ("groep", "cluster"),
    (
        tekst("groep", "groep [[gebieden]]", waarden=(SELECTIE, OVERIG, REST_VAN_LAND)),
        GEDEELD_CLUSTER,
        VAN,
        TOT,
        geheel("n", "aantal [[gebieden]] met een score in beide jaren"),
        getal("gemiddelde", "gemiddelde verandering van de score", PUNT, leeg=True),
        geheel("n_gedaald", "aantal [[gebieden]] dat meer dan de marge daalde"),
        geheel("n_gestagneerd", "aantal [[gebieden]] binnen de marge"),
        geheel("n_gestegen", "aantal [[gebieden]] dat meer dan de marge steeg"),
        geheel(
            "n_volledig", "aantal [[gebieden]] met een score in het eindjaar en elke latere meting"
        ),
        geheel("n_onder", "aantal daarvan dat in het eindjaar onder voldoende stond"),
        geheel(
            "n_bereikt_blijvend",
            "aantal daarvan dat voldoende bereikte en er bij ten minste de laatste twee metingen "
            "stond",
        ),
        geheel("n_bereikt_laatste", "aantal dat alleen bij de laatste meting op voldoende stond"),
        geheel(
            "n_bereikt_verloren", "aantal dat voldoende bereikte, maar er in het laatst niet stond"
        ),
        geheel("n_voldoende", "aantal [[gebieden]] dat in het eindjaar ten minste voldoende was"),
        geheel("n_gebleven", "aantal daarvan dat dat bij elke latere meting ook was"),
    ),
)
KLOOF = Tabel(
    "kloof",
    REGEL,
    "Een rij per cluster, venster en vergelijkingsgroep: de afstand tot andere [[gebieden]], en "
    "hoe die veranderde.",
    ("cluster", "van", "tot", "vergeleken_met"),
    (
        GEDEELD_CLUSTER,
        VAN,
        TOT,
        tekst(
            "vergeleken_met",
            "overige [[gebieden]] die in aanmerking kwamen, of alle [[gebieden]] buiten de "
            "selectie",
            waarden=(OVERIG, REST_VAN_LAND),
        ),
        geheel("n", "aantal geselecteerde [[gebieden]] met een score in beide jaren"),
        geheel("n_ander", "aantal andere [[gebieden]] met een score in beide jaren"),
        geheel("n_gemeenten", "aantal gemeenten van de geselecteerde [[gebieden]]"),
        geheel("n_gemeenten_ander", "aantal gemeenten van de andere [[gebieden]]"),
        *mag_leeg(
            getal(
                "kloof_van", "afstand in het eerste jaar: de andere [[gebieden]] staan hoger", PUNT
            ),
            getal("kloof_tot", "afstand in het laatste jaar", PUNT),
            getal("verandering", "verandering van de afstand (negatief: kleiner)", PUNT),
            getal("se", "standaardfout van die verandering", PUNT),
            getal("ci_laag", "ondergrens van het 95%-interval", PUNT),
            getal("ci_hoog", "bovengrens van het 95%-interval", PUNT),
            aandeel("p", "p-waarde van de tweezijdige toets op nul"),
        ),
        reden("reden", "waarom er geen interval is"),
    ),
)
CLUSTERVOORSPELLING = Tabel(
    "clustervoorspelling",
    REGEL,
    "Een rij per vorm: de gezamenlijke toets of clusters verschillen in wat er na het eindjaar "
    "gebeurde (Wald met CRV3, p-waarde uit de wild cluster bootstrap).",
    ("vorm",),
    (
        VORM,
        VAN,
        TOT,
        geheel("n", "aantal [[gebieden]]"),
        geheel("n_gemeenten", "aantal gemeenten"),
        geheel("n_clusters", "aantal clusters dat vergeleken wordt"),
        *mag_leeg(
            getal("f", "toetsgrootheid: Wald met CRV3, per cluster dat getoetst wordt"),
            aandeel("p", "p-waarde (wild cluster bootstrap)"),
            aandeel("r2_zonder", "verklaarde variantie zonder de clusters"),
            aandeel("r2_met", "verklaarde variantie met de clusters"),
        ),
        reden("reden", "waarom er geen toets is"),
    ),
)
CLUSTERVERSCHILLEN = Tabel(
    "clusterverschillen",
    REGEL,
    "Een rij per vorm en cluster: het verschil met het grootste cluster, met het interval (CRV3).",
    ("vorm", "cluster"),
    (
        VORM,
        CLUSTER,
        geheel("n", "aantal [[gebieden]] in het cluster"),
        janee("referentie", "met dit cluster zijn de andere vergeleken"),
        *mag_leeg(
            getal("verschil", "verschil in verandering met het referentiecluster", PUNT),
            getal("se", "standaardfout van het verschil", PUNT),
            getal("ci_laag", "ondergrens van het 95%-interval", PUNT),
            getal("ci_hoog", "bovengrens van het 95%-interval", PUNT),
            aandeel("p", "p-waarde van de tweezijdige toets op nul"),
        ),
    ),
)

TABELLEN = registreer(NA_EINDJAAR, KLOOF, CLUSTERVOORSPELLING, CLUSTERVERSCHILLEN)
