"""Contracts of the tables in which the wijkanalyses meet the numbers."""

from __future__ import annotations

from leefbaarheid.basis.begrippen import CLUSTERS, OORDELEN
from leefbaarheid.basis.contract import (
    Tabel,
    geheel,
    getal,
    janee,
    mag_leeg,
    reden,
    registreer,
    tekst,
)
from leefbaarheid.basis.tabellen.kolommen import (
    CLUSTER,
    IN_SELECTIE,
    PUNT,
    SCORE,
    VERANDERING,
    WIJK,
)
from leefbaarheid.basis.tabelwaarden import GEEN_CLUSTER, Advieslaag, Koppelstatus

REGEL = "koppel_wijkanalyses"
ANALYSE = tekst("analyse", "titel van de wijkanalyse")
BESTAND = tekst("bestand", "bestand van de wijkanalyse")
SLEUTEL = tekst("sleutel", "korte naam van de wijkanalyse, uit de bestandsnaam")
OORDEEL = tekst(
    "oordeel",
    "oordeel van de wijkanalyse over de ontwikkeling",
    waarden=OORDELEN,
)

WIJKANALYSES = Tabel(
    "wijkanalyses",
    REGEL,
    "Een rij per wijkanalyse en [[gebied]] die zij beschrijft, naast het cluster uit de cijfers.",
    ("bestand", "wk_code"),
    (
        ANALYSE,
        BESTAND,
        SLEUTEL,
        tekst("gemeente", "gemeente volgens de kop van de wijkanalyse"),
        *WIJK,
        IN_SELECTIE,
        tekst(
            "koppelstatus",
            "hoe de [[gebied]] in de cijfers staat",
            waarden=tuple(Koppelstatus),
        ),
        *mag_leeg(CLUSTER),
        OORDEEL,
        janee(
            "congruent",
            "het oordeel van de analyse past bij de clusters van haar [[gebieden]]; leeg als "
            "onbepaald",
            leeg=True,
        ),
        reden("reden", "wat de koppelstatus betekent", leeg=False),
        reden("bespreking", "hoe oordeel en cluster zich verhouden", leeg=False),
        reden(
            "opmerking",
            "de kop noemt een andere gemeente of een jaar ver van het eindjaar; wat niet is "
            "overgenomen zoals het er staat",
        ),
    ),
)
CONGRUENTIE = Tabel(
    "congruentie",
    REGEL,
    "Een rij per oordeel en cluster: hoeveel beschreven [[gebieden]] beide hebben.",
    ("oordeel", "cluster"),
    (
        OORDEEL,
        tekst(
            "cluster",
            "cluster uit de cijfers; `geen cluster` waar er geen is",
            waarden=(*CLUSTERS, GEEN_CLUSTER),
        ),
        geheel("n_wijken", "aantal beschreven [[gebieden]]"),
        geheel("n_in_selectie", "aantal daarvan in de selectie"),
        geheel("n_congruent", "aantal in analyses waarvan oordeel en clusters bij elkaar passen"),
        geheel("n_afwijkend", "aantal in analyses waarvan zij verschillen"),
        geheel("n_onbepaald", "aantal waar het niet te zeggen is"),
    ),
)
THEMAS = Tabel(
    "themas",
    REGEL,
    "Een rij per wijkanalyse en thema: of zij het noemt.",
    ("bestand", "thema"),
    (
        ANALYSE,
        BESTAND,
        tekst("thema", "thema, zoals de editie het afkort"),
        tekst("label", "naam van het thema voor de lezer"),
        janee("aanwezig", "de kop van de wijkanalyse noemt het thema"),
    ),
)
WIJKPROFIELEN = Tabel(
    "wijkprofielen",
    REGEL,
    "Een rij per wijkanalyse en [[gebied]]: de cijfers naast die van haar gemeente en van het "
    "land.",
    ("bestand", "wk_code"),
    (
        ANALYSE,
        BESTAND,
        SLEUTEL,
        *WIJK,
        IN_SELECTIE,
        *mag_leeg(CLUSTER),
        geheel("eindjaar", "jaar van score, klasse en rang", "jaar"),
        *mag_leeg(
            getal("score", "score in het eindjaar", PUNT),
            geheel("klasse", "klasse in het eindjaar (1 = zeer onvoldoende, 9 = uitstekend)"),
            VERANDERING,
            geheel("rang_selectie", "rang onder de geselecteerde [[gebieden]] (1 = hoogste score)"),
        ),
        geheel("n_selectie", "aantal geselecteerde [[gebieden]] met een score"),
        geheel("rang_land", "rang onder alle [[gebieden]] (1 = hoogste score)", leeg=True),
        geheel("n_land", "aantal [[gebieden]] met een score"),
        *mag_leeg(
            SCORE,
            getal("gemeente_<jaar>", "gemiddelde score van de [[gebieden]] in de gemeente", PUNT),
            getal("land_<jaar>", "gemiddelde score van alle [[gebieden]]", PUNT),
            geheel("n_gemeente", "aantal [[gebieden]] in de gemeente"),
            geheel("dimensiejaar", "laatste jaar met dimensiescores", "jaar"),
            getal("<dimensie>", "dimensiescore van de [[gebied]] in het dimensiejaar", PUNT),
            getal("gemeente_<dimensie>", "gemiddelde dimensiescore in de gemeente", PUNT),
            getal("land_<dimensie>", "gemiddelde dimensiescore van alle [[gebieden]]", PUNT),
        ),
    ),
)

GEMEENTE = tekst("gemeente", "gemeente volgens de kop van de wijkanalyse")
THEMA = tekst("thema", "thema, zoals de editie het afkort")
LABEL = tekst("label", "naam van het thema voor de lezer")
CITATEN = Tabel(
    "wijkanalyses_citaten",
    REGEL,
    "Een rij per citaat in een wijkanalyse, met de rol van wie het zei.",
    ("bestand", "volgnummer"),
    (
        ANALYSE,
        BESTAND,
        SLEUTEL,
        GEMEENTE,
        geheel("volgnummer", "plaats van het citaat in de wijkanalyse, vanaf 1"),
        tekst("sectie", "kop waaronder het citaat staat"),
        tekst("citaat", "de woorden, zonder opmaak"),
        tekst("rol", "de rol van wie het zei; nooit een naam"),
        tekst("thema", "thema dat de schrijver erbij zette; leeg zonder", leeg=True),
    ),
)
AANPAKKEN = Tabel(
    "aanpakken",
    REGEL,
    "Een rij per opgave die een wijkanalyse in het kort geeft, met aanpak en opbrengst.",
    ("bestand", "volgnummer"),
    (
        ANALYSE,
        BESTAND,
        SLEUTEL,
        GEMEENTE,
        geheel("volgnummer", "plaats in de wijkanalyse, vanaf 1"),
        THEMA,
        LABEL,
        tekst("opgave", "wat er te doen was of is"),
        tekst("aanpak", "wat er is gedaan"),
        tekst("opbrengst", "wat dat volgens de wijkanalyse opleverde; leeg zonder", leeg=True),
    ),
)
ADVIEZEN = Tabel(
    "adviezen",
    REGEL,
    "Een rij per advies, van een wijkanalyse of uit het bestand van een thema.",
    ("laag", "bestand", "volgnummer"),
    (
        tekst("laag", "advies bij een thema of bij een wijkanalyse", waarden=tuple(Advieslaag)),
        *mag_leeg(ANALYSE),
        tekst("bestand", "bestand van de wijkanalyse of van het thema"),
        *mag_leeg(SLEUTEL, GEMEENTE),
        geheel("volgnummer", "plaats in het bestand, vanaf 1"),
        THEMA,
        LABEL,
        tekst("wat", "wat er geadviseerd wordt"),
        tekst("wie", "aan wie"),
        *mag_leeg(
            tekst("horizon", "op welke termijn"),
            tekst("samenwerkingsvorm", "vorm van samenwerking"),
            tekst("financieringsvorm", "vorm van financiering"),
            tekst("bron", "waar het advies op steunt"),
        ),
    ),
)

TABELLEN = registreer(
    WIJKANALYSES, CONGRUENTIE, THEMAS, WIJKPROFIELEN, CITATEN, AANPAKKEN, ADVIEZEN
)
