"""Contracts of the tables that lay two editions beside each other.

Only an edition that names the one before it (`vorige_editie`) has them among its tables; `make
vergelijk` makes them for any two.
"""

from __future__ import annotations

from dataclasses import replace

from leefbaarheid.basis.begrippen import CLUSTERS, ZONDER_CLUSTER
from leefbaarheid.basis.contract import (
    Kolom,
    Tabel,
    geheel,
    getal,
    janee,
    mag_leeg,
    reden,
    registreer,
    tekst,
)
from leefbaarheid.basis.oordeel import Oordeel
from leefbaarheid.basis.tabellen.kolommen import (
    COEF,
    COEF_SD,
    FACTOR,
    FACTORLABEL,
    GM_NAAM,
    MODEL,
    PUNT,
    PUNT_PER_EENHEID,
    PUNT_PER_SD,
    STEEKPROEF,
    TERM,
    TERMLABEL,
    TOT,
    UITKOMST,
    VAN,
    WK_CODE,
    WK_NAAM,
    N,
    P,
)
from leefbaarheid.basis.tabelwaarden import BRONSOORTEN, Onderdeel, Rol, Sleutelsoort, Verandering

REGEL = "vergelijk_edities"
VEREIST = "vorige_editie"
NIETS = reden("reden", "waarom er niets te vergelijken is")
CLUSTERNAMEN = (*CLUSTERS, ZONDER_CLUSTER)
VERANDERING = tekst("verandering", "wat er veranderde", waarden=tuple(Verandering))


def _beide(*kolommen: Kolom) -> tuple[Kolom, ...]:
    """Return each column twice: in the previous edition and in the new one; both may be empty."""
    uit: list[Kolom] = []
    for kolom in kolommen:
        for achter, waar in (("oud", "vorige"), ("nieuw", "nieuwe")):
            betekenis = f"{kolom.betekenis}, in de {waar} editie"
            uit.append(replace(kolom, naam=f"{kolom.naam}_{achter}", betekenis=betekenis))
    return mag_leeg(*uit)


def _tabel(naam: str, betekenis: str, sleutel: tuple[str, ...], *kolommen: Kolom) -> Tabel:
    return Tabel(f"verandering_{naam}", REGEL, betekenis, sleutel, kolommen, vereist=VEREIST)


EDITIES = _tabel(
    "edities",
    "Een rij per editie die vergeleken is: wat zij is en waarmee zij is gemaakt.",
    ("rol",),
    tekst("rol", "vorige of nieuwe editie", waarden=tuple(Rol)),
    tekst("editie", "naam van de editie"),
    tekst("ondertitel", "ondertitel van de publicatie"),
    tekst("datum", "datum van uitgave (JJJJ-MM-DD)"),
    janee("fictief", "de gegevens zijn verzonnen"),
    tekst("jaren", "meetjaren, met een spatie ertussen"),
    geheel("eindjaar", "jaar van de stand in de clusterregel", "jaar"),
    tekst("hoofdvenster", "periode van het hoofdmodel, als `van-tot`"),
    tekst("hoofdmodel", "modelvorm van het hoofdmodel"),
    geheel("n_selectie", "aantal geselecteerde [[gebieden]]", leeg=True),
    tekst("pijplijn", "versie van de pijplijn"),
    tekst("commit", "commit van de code", leeg=True),
    geheel("n_afwijkend", "aantal bestanden van het project dat daarvan afwijkt", leeg=True),
    tekst("engine", "programma's die de PDF's maakten", leeg=True),
)
OVERZICHT = _tabel(
    "overzicht",
    "Een rij per onderdeel: hoeveel er veranderde, en wat er veranderde waar het van afhangt.",
    ("onderdeel",),
    tekst("onderdeel", "wat er vergeleken is", waarden=tuple(Onderdeel)),
    geheel("n_oud", "aantal in de vorige editie", leeg=True),
    geheel("n_nieuw", "aantal in de nieuwe editie", leeg=True),
    geheel("n_gewijzigd", "aantal in beide edities dat verschilt", leeg=True),
    geheel("n_verdwenen", "aantal dat alleen de vorige editie heeft", leeg=True),
    geheel("n_erbij", "aantal dat alleen de nieuwe editie heeft", leeg=True),
    reden("aanleiding", "wat er veranderde van alles waar het onderdeel van afhangt"),
    NIETS,
)
SCORES = _tabel(
    "scores",
    "Een rij per meetjaar: hoeveel scores er zijn herzien, en hoeveel.",
    ("jaar",),
    geheel("jaar", "meetjaar", "jaar"),
    geheel("n_oud", "aantal [[gebieden]] met een score in de vorige editie"),
    geheel("n_nieuw", "aantal [[gebieden]] met een score in de nieuwe editie"),
    *mag_leeg(
        geheel("n_beide", "aantal [[gebieden]] met een score in beide edities"),
        geheel("n_herzien", "aantal daarvan waarvan de score verschilt"),
        getal("gemiddelde_herziening", "gemiddelde van nieuw min oud over `n_beide`", PUNT),
        getal("gemiddelde_absoluut", "gemiddelde absolute herziening over `n_beide`", PUNT),
        getal("grootste_absoluut", "grootste absolute herziening", PUNT),
        tekst("wk_code", "[[gebied]] met de grootste absolute herziening"),
        tekst("wk_naam", "naam van die [[gebied]], alleen om te tonen"),
    ),
    NIETS,
)
SCOREWIJKEN = _tabel(
    "scorewijken",
    "Een rij per [[gebied]] met een herziene score, en per [[gebied+code]] die verdween of erbij "
    "kwam.",
    ("wk_code",),
    WK_CODE,
    *_beide(WK_NAAM),
    GM_NAAM,
    VERANDERING,
    janee("in_selectie", "de [[gebied]] is in een van beide edities geselecteerd"),
    geheel("n_jaren", "aantal meetjaren met een herziene score"),
    *mag_leeg(
        geheel("jaar", "meetjaar met de grootste absolute herziening", "jaar"),
        *_beide(getal("score", "score in dat jaar", PUNT)),
        getal("herziening", "nieuw min oud in dat jaar", PUNT),
    ),
)
SELECTIE = _tabel(
    "selectie",
    "Een rij per [[gebied]] die in de selectie kwam of eruit ging.",
    ("wk_code",),
    WK_CODE,
    WK_NAAM,
    GM_NAAM,
    VERANDERING,
    *_beide(
        getal("score", "score in het jaar waarop geselecteerd is", PUNT),
        geheel("rang", "plaats onder wie in aanmerking komt, van de laagste score af"),
        tekst("cluster", "cluster", waarden=CLUSTERNAMEN),
    ),
    reden("reden", "waarom de [[gebied]] in de selectie kwam of eruit ging", leeg=False),
)
CLUSTERS_ = _tabel(
    "clusters",
    "Een rij per paar clusters: hoeveel [[gebieden]] van beide selecties van het ene naar het "
    "andere gingen.",
    ("cluster_oud", "cluster_nieuw"),
    tekst("cluster_oud", "cluster in de vorige editie", waarden=CLUSTERNAMEN),
    tekst("cluster_nieuw", "cluster in de nieuwe editie", waarden=CLUSTERNAMEN),
    geheel("n_wijken", "aantal [[gebieden]]"),
)
CLUSTERWIJKEN = _tabel(
    "clusterwijken",
    "Een rij per [[gebied]] die in beide edities geselecteerd is: haar clusters.",
    ("wk_code",),
    WK_CODE,
    WK_NAAM,
    GM_NAAM,
    tekst("cluster_oud", "cluster in de vorige editie", waarden=CLUSTERNAMEN),
    tekst("cluster_nieuw", "cluster in de nieuwe editie", waarden=CLUSTERNAMEN),
    janee("verplaatst", "de clusters verschillen"),
    reden("reden", "waarom zij verschillen"),
)
COEFFICIENTEN = _tabel(
    "coefficienten",
    "Een rij per regressie en term: de schatting in beide edities.",
    ("uitkomst", "model", "steekproef", "term"),
    UITKOMST,
    VAN,
    TOT,
    MODEL,
    STEEKPROEF,
    TERM,
    TERMLABEL,
    janee("hoofdmodel", "een regel van het hoofdmodel van de nieuwe editie"),
    VERANDERING,
    *_beide(
        COEF,
        getal("ci_laag", "ondergrens van het 95%-interval", PUNT_PER_EENHEID),
        getal("ci_hoog", "bovengrens van het 95%-interval", PUNT_PER_EENHEID),
        P,
        COEF_SD,
        getal("ci_sd_laag", "ondergrens van het 95%-interval van `coef_sd`", PUNT_PER_SD),
        getal("ci_sd_hoog", "bovengrens van het 95%-interval van `coef_sd`", PUNT_PER_SD),
        N,
    ),
    *_beide(janee("aantoonbaar", "de p-waarde ligt onder 0,05")),
)
OORDELEN = _tabel(
    "oordelen",
    "Een rij per factor: het oordeel na alle controles in beide edities.",
    ("factor",),
    FACTOR,
    FACTORLABEL,
    VERANDERING,
    *_beide(
        tekst("oordeel", "oordeel over de samenhang", waarden=tuple(Oordeel)),
        COEF_SD,
        getal("ci_sd_laag", "ondergrens van het 95%-interval van `coef_sd`", PUNT_PER_SD),
        getal("ci_sd_hoog", "bovengrens van het 95%-interval van `coef_sd`", PUNT_PER_SD),
        P,
        reden("waarom", "waarom het oordeel zo luidt"),
    ),
)
ZINNEN = _tabel(
    "zinnen",
    "Een rij per zin in de samenvatting van het hoofdrapport, in leesvolgorde.",
    ("nummer",),
    geheel("nummer", "volgorde"),
    tekst("kop", "eerste, vette woorden van de alinea", leeg=True),
    VERANDERING,
    *_beide(tekst("zin", "de zin, zonder opmaak en verwijzingen")),
)
CIJFERS = _tabel(
    "cijfers",
    "Een rij per getal van de lopende tekst dat anders geschreven wordt, verdween of erbij kwam.",
    ("naam",),
    tekst("naam", "naam van het getal in `cijfers.json`"),
    tekst("eenheid", "eenheid van het getal"),
    VERANDERING,
    *_beide(tekst("tekst", "het getal zoals de tekst het schrijft")),
)
BRONNEN = _tabel(
    "bronnen",
    "Een rij per bronbestand en pakket, en per codebestand dat verschilt.",
    ("soort", "naam"),
    tekst("soort", "bronbestand, pakket of code", waarden=BRONSOORTEN),
    tekst("naam", "naam van de bron in de configuratie, of van het bestand of pakket"),
    VERANDERING,
    *_beide(
        tekst("bestand", "bestand"),
        tekst("sha256", "controlesom", vorm="[0-9a-f]{64}"),
        tekst("versie", "versie"),
    ),
)
INSTELLINGEN = _tabel(
    "instellingen",
    "Een rij per instelling die veranderde, verdween of erbij kwam.",
    ("sleutel",),
    tekst("sleutel", "sleutel in de configuratie"),
    tekst("soort", "of zij een uitkomst kan veranderen", waarden=tuple(Sleutelsoort)),
    VERANDERING,
    *_beide(tekst("waarde", "waarde; een lijst zoals in JSON")),
)

TABELLEN = registreer(
    EDITIES,
    OVERZICHT,
    SCORES,
    SCOREWIJKEN,
    SELECTIE,
    CLUSTERS_,
    CLUSTERWIJKEN,
    COEFFICIENTEN,
    OORDELEN,
    ZINNEN,
    CIJFERS,
    BRONNEN,
    INSTELLINGEN,
)
