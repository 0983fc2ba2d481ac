"""Contracts of the groups of trajectories from the data."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from leefbaarheid.basis.begrippen import CLUSTERS, ZONDER_CLUSTER
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
from leefbaarheid.basis.tabellen.kolommen import PUNT, WK_CODE
from leefbaarheid.basis.tabelwaarden import (
    ALLE_WIJKEN,
    GERAPPORTEERD,
    KENMERKEN,
    METHODEN,
    ROLLEN,
    ZONDER_UITSCHIETERS,
)

_Tabel = partial(Tabel, regel="toets_trajecten")

METHODE = tekst(
    "methode",
    "hoe groepen gezocht zijn: een mengmodel met eigen, diagonale of gelijke spreiding, of k-means",
    waarden=METHODEN,
)
AANTAL_GROEPEN = geheel("aantal_groepen", "aantal groepen van de oplossing")
GROEP = geheel("groep", "nummer van de groep (1 = hoogste score in het eindjaar)")
OPLOSSING = ("methode", "aantal_groepen")

TRAJECTGROEPEN = Controle("trajectgroepen", "Trajecten uit de data naast de clusterregel.")

TRAJECTMATEN = _Tabel(
    naam="robuustheid_trajectmaten",
    controle=TRAJECTGROEPEN,
    betekenis="Een rij per methode en aantal groepen: hoe goed die indeling past.",
    sleutel=OPLOSSING,
    kolommen=(
        METHODE,
        AANTAL_GROEPEN,
        geheel("n", "aantal [[gebieden]] met alle scores"),
        geheel("n_verwacht", "aantal geselecteerde [[gebieden]]"),
        *mag_leeg(
            geheel("n_parameters", "aantal vrije parameters"),
            getal("loglik", "loglikelihood"),
            getal("bic", "Bayesiaans informatiecriterium (lager is beter)"),
            getal("aic", "informatiecriterium van Akaike (lager is beter)"),
            getal("entropie", "hoe scherp de groepen gescheiden zijn (1 = volledig)"),
            aandeel("posterior_laagste", "laagste gemiddelde kans op de eigen groep"),
            geheel("kleinste_n", "aantal [[gebieden]] in de kleinste groep"),
            aandeel("kleinste_aandeel", "aandeel van de kleinste groep"),
            getal("silhouet", "gemiddelde silhouetbreedte"),
            getal("stabiliteit", "overeenkomst met indelingen van steekproeven (gemiddelde Rand)"),
            getal("stabiliteit_laag", "2,5%-grens van die overeenkomst"),
            getal("ari_regel", "overeenkomst met de clusters van de regel (aangepaste Rand)"),
            aandeel("cramers_v", "overeenkomst met de clusters van de regel (Cramérs V)"),
            geheel("starts", "aantal startpunten"),
            geheel("n_gelijk", "aantal afgemaakte starts met dezelfde uitkomst"),
            janee("geconvergeerd", "de schatting is vanzelf gestopt"),
        ),
        janee("toegelaten", "de oplossing doet mee in de keuze"),
        tekst("rol", "rol in het verslag", leeg=True, waarden=ROLLEN),
        reden("reden", "waarom de oplossing niet meedoet in de keuze"),
    ),
)
TRAJECTLIJNEN = _Tabel(
    naam="robuustheid_trajectlijnen",
    controle=TRAJECTGROEPEN,
    betekenis="Een rij per oplossing, groep en jaar: het verloop van de score.",
    sleutel=(*OPLOSSING, "groep", "jaar"),
    kolommen=(
        METHODE,
        AANTAL_GROEPEN,
        GROEP,
        geheel("jaar", "meetjaar", "jaar"),
        geheel("n_wijken", "aantal [[gebieden]] dat het meest waarschijnlijk in de groep hoort"),
        aandeel("aandeel", "aandeel van de groep"),
        *mag_leeg(
            getal("gemiddelde", "gemiddelde score, gewogen naar de kans op de groep", PUNT),
            getal("sd", "standaarddeviatie van de score, gewogen naar die kans", PUNT),
            getal("model", "gebroken lijn van de groep", PUNT),
        ),
        janee("gebruikt", "het jaar is gebruikt om de groepen te vinden"),
    ),
    alleen_figuur=True,
)
TRAJECTINDELING = _Tabel(
    naam="robuustheid_trajectindeling",
    controle=TRAJECTGROEPEN,
    betekenis="Een rij per oplossing en [[gebied]]: in welke groep zij valt.",
    sleutel=(*OPLOSSING, "wk_code"),
    kolommen=(
        METHODE,
        AANTAL_GROEPEN,
        WK_CODE,
        GROEP,
        aandeel("posterior", "kans op die groep; leeg voor k-means", leeg=True),
    ),
    alleen_figuur=True,
)
TRAJECTKRUIS = _Tabel(
    naam="robuustheid_trajectkruis",
    controle=TRAJECTGROEPEN,
    betekenis="Een rij per oplossing, groep en cluster: hoe groepen en clusters samenvallen.",
    sleutel=(*OPLOSSING, "groep", "cluster"),
    kolommen=(
        METHODE,
        AANTAL_GROEPEN,
        GROEP,
        tekst("cluster", "cluster volgens de regel", waarden=(*CLUSTERS, ZONDER_CLUSTER)),
        geheel("n_wijken", "aantal [[gebieden]] in beide"),
        aandeel("aandeel", "aandeel in de groep", leeg=True),
    ),
)
TRAJECTKENMERKEN = _Tabel(
    naam="robuustheid_trajectkenmerken",
    controle=TRAJECTGROEPEN,
    betekenis="Een rij per groep van de getoonde oplossing en kenmerk van haar verloop.",
    sleutel=("groep", "kenmerk"),
    kolommen=(
        METHODE,
        AANTAL_GROEPEN,
        GROEP,
        tekst(
            "kenmerk",
            "niveau in het crisisjaar, of helling ervoor of erna",
            waarden=KENMERKEN,
        ),
        getal("n", "aantal [[gebieden]]: de som van de kansen op de groep"),
        *mag_leeg(
            getal("gemiddelde", "gemiddelde", "scorepunt (per jaar)"),
            getal("sd", "standaarddeviatie tussen [[gebieden]]", "scorepunt (per jaar)"),
            getal("se", "standaardfout van het gemiddelde", "scorepunt (per jaar)"),
            getal("ci_laag", "ondergrens van het 95%-interval", "scorepunt (per jaar)"),
            getal("ci_hoog", "bovengrens van het 95%-interval", "scorepunt (per jaar)"),
        ),
    ),
)
TRAJECTUITSCHIETERS = _Tabel(
    naam="robuustheid_trajectuitschieters",
    controle=TRAJECTGROEPEN,
    betekenis="Een rij per groep van de getoonde oplossing: is zij een handvol uiterste "
    "[[gebieden]].",
    sleutel=("groep",),
    kolommen=(
        METHODE,
        AANTAL_GROEPEN,
        GROEP,
        geheel("n_wijken", "aantal [[gebieden]] dat het meest waarschijnlijk in de groep hoort"),
        aandeel("aandeel", "aandeel van de [[gebieden]]"),
        geheel("n_uitschieters", "aantal daarvan dat verder dan `grens` van de mediaan ligt"),
        getal(
            "verste",
            "grootste afstand tot de mediaan in de groep",
            "robuuste standaarddeviatie",
            leeg=True,
        ),
        getal(
            "grens",
            "afstand waarboven een [[gebied]] uitschieter heet",
            "robuuste standaarddeviatie",
        ),
        janee(
            "handvol", "minder dan tien [[gebieden]] of 5%, of voor meer dan de helft uitschieters"
        ),
    ),
)
TRAJECTOPLOSSINGEN = _Tabel(
    naam="robuustheid_trajectoplossingen",
    controle=TRAJECTGROEPEN,
    betekenis="Een rij voor alle [[gebieden]] en een zonder uitschieters: welke groepen er dan "
    "volgen.",
    sleutel=("wijken",),
    kolommen=(
        tekst(
            "wijken",
            "alle [[gebieden]], of zonder wie een uitschieter is",
            waarden=(ALLE_WIJKEN, ZONDER_UITSCHIETERS),
        ),
        geheel("n", "aantal [[gebieden]]"),
        replace(METHODE, leeg=True),
        *mag_leeg(
            AANTAL_GROEPEN,
            getal("bic", "Bayesiaans informatiecriterium (lager is beter)"),
            geheel("kleinste_n", "aantal [[gebieden]] in de kleinste groep"),
            getal("rand", "overeenkomst met de indeling van alle [[gebieden]] (aangepaste Rand)"),
        ),
        reden("reden", "waarom er geen tweede oplossing is"),
    ),
)
GROLTS = _Tabel(
    naam="robuustheid_grolts",
    controle=TRAJECTGROEPEN,
    betekenis="Een rij per eis van de GRoLTS-lijst voor onderzoek naar trajecten.",
    sleutel=("nr",),
    kolommen=(
        tekst("nr", "nummer op de lijst"),
        tekst(
            "gerapporteerd",
            "of eraan voldaan is",
            waarden=GERAPPORTEERD,
        ),
        reden("hoe", "hoe eraan voldaan is", leeg=False),
    ),
)

TABELLEN = registreer(
    TRAJECTMATEN,
    TRAJECTLIJNEN,
    TRAJECTINDELING,
    TRAJECTKRUIS,
    TRAJECTKENMERKEN,
    GROLTS,
    TRAJECTUITSCHIETERS,
    TRAJECTOPLOSSINGEN,
)
