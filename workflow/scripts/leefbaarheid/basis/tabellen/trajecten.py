"""Contracts of the tables of the trajectories: selection, clusters, development."""

from __future__ import annotations

from dataclasses import replace

from leefbaarheid.basis.begrippen import CLUSTERS, ZONDER_CLUSTER
from leefbaarheid.basis.contract import (
    Kolom,
    Soort,
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
from leefbaarheid.basis.tabellen.data import IN_BRONNEN, LABEL, PLAATS, VOORWAARDE
from leefbaarheid.basis.tabellen.kolommen import (
    CLUSTER,
    GM_CODE,
    GM_NAAM,
    GROEP,
    IN_SELECTIE,
    INWONERS,
    PUNT,
    SCORE,
    TOT,
    VAN,
    VERANDERING,
    WIJK,
    WK_CODE,
)
from leefbaarheid.basis.tabelwaarden import (
    EENHEDEN,
    HERKOMSTEN,
    KOLOM_VAN_CLUSTER,
    NIET_GESTEGEN,
    RICHTINGEN,
    Uitspraakoordeel,
)

REGEL = "bepaal_trajecten"
BUITEN_TWIJFEL = janee(
    "buiten_twijfel",
    "de verandering is groter dan de marge plus 1,96 maal de standaardfout van een verschil",
    leeg=True,
)
N_VENSTER = geheel("n", "aantal [[gebieden]] met een score in beide jaren")

WIJKEN = Tabel(
    "wijken",
    REGEL,
    "Een rij per [[gebied]] in het landelijke bestand die inwoners en scores heeft.",
    ("wk_code",),
    (
        *WIJK,
        INWONERS,
        *PLAATS,
        *IN_BRONNEN,
        VOORWAARDE,
        LABEL,
        IN_SELECTIE,
        janee(
            "in_aanmerking",
            "groot genoeg, in een grote genoeg gemeente, gemeten in elk jaar tot en met het "
            "eindjaar, en volgens de voorwaarden van de selectie",
        ),
        reden("reden_onvolledig", "wat er van een geselecteerde [[gebied]] ontbreekt"),
        reden(
            "reden_uitgesloten",
            "waarom een [[gebied]] die zonder de voorwaarden geselecteerd was, dat niet is",
        ),
        *mag_leeg(
            SCORE,
            geheel("klasse_<jaar>", "klasse van de score (1 = zeer onvoldoende, 9 = uitstekend)"),
            VERANDERING,
            replace(
                BUITEN_TWIJFEL,
                betekenis=f"{BUITEN_TWIJFEL.betekenis}; van crisis- tot eindjaar",
            ),
            CLUSTER,
        ),
    ),
)
CLUSTERTABEL = Tabel(
    "clusters",
    REGEL,
    "Een rij per cluster van de geselecteerde [[gebieden]]: omvang en gemiddelde scores.",
    ("cluster",),
    (
        tekst(
            "cluster",
            "cluster volgens de regel van de editie; `onbekend` als een score ontbreekt",
            waarden=(*CLUSTERS, ZONDER_CLUSTER),
        ),
        geheel("n_wijken", "aantal [[gebieden]]"),
        geheel("n_inwoners", "aantal inwoners"),
        aandeel("aandeel_wijken", "aandeel in de geselecteerde [[gebieden]]"),
        aandeel("aandeel_inwoners", "aandeel in de inwoners van de geselecteerde [[gebieden]]"),
        getal("lbm_<jaar>", "gemiddelde score van de [[gebieden]] in dat jaar", PUNT, leeg=True),
    ),
)


def _aandelen(achter: str, van: str) -> tuple[Kolom, ...]:
    """Return the mean change and the shares of the three directions, weighed in one way."""
    return mag_leeg(
        getal(f"gemiddelde{achter}", f"gemiddelde verandering, per {van} gewogen", PUNT),
        aandeel(f"aandeel_gedaald{achter}", f"aandeel van de {van} dat meer dan de marge daalde"),
        aandeel(f"aandeel_gestagneerd{achter}", f"aandeel van de {van} binnen de marge"),
        aandeel(f"aandeel_gestegen{achter}", f"aandeel van de {van} dat meer dan de marge steeg"),
    )


ONTWIKKELING = Tabel(
    "ontwikkeling",
    REGEL,
    "Een rij per venster en groep: hoe de score veranderde, naar [[gebieden]] en naar inwoners.",
    ("van", "tot", "groep"),
    (
        VAN,
        TOT,
        GROEP,
        N_VENSTER,
        geheel("n_inwoners", "aantal inwoners van die [[gebieden]]"),
        *_aandelen("", "[[gebieden]]"),
        *_aandelen("_inwoners", "inwoners"),
    ),
)
GEMIDDELDEN = Tabel(
    "gemiddelden",
    REGEL,
    "Een rij per groep, of cluster van de selectie, en meetjaar: gemiddelde en spreiding.",
    ("groep", "cluster", "jaar"),
    (
        GROEP,
        tekst("cluster", "cluster van de selectie; leeg voor de hele groep", leeg=True),
        geheel("jaar", "meetjaar", "jaar"),
        geheel("n", "aantal [[gebieden]] met een score in dat jaar"),
        *mag_leeg(
            getal("gemiddelde", "gemiddelde score, elke [[gebied]] even zwaar", PUNT),
            getal("sd", "standaarddeviatie van de score tussen [[gebieden]]", PUNT),
        ),
    ),
)
UITSPRAKEN_2017 = Tabel(
    "uitspraken_2017",
    REGEL,
    "Een rij per kerncijfer uit de publicatie van 2017, naast onze herberekening.",
    ("nr",),
    (
        geheel("nr", "volgnummer"),
        tekst("citaat", "de uitspraak zoals gepubliceerd"),
        tekst("bron", "waar zij gepubliceerd is: sleutel in de literatuurlijst"),
        tekst("eenheid", "waarover de uitspraak gaat", waarden=EENHEDEN),
        VAN,
        TOT,
        tekst("richting", "de richting die geteld wordt", waarden=(*RICHTINGEN, NIET_GESTEGEN)),
        GROEP,
        aandeel("band_laag", "kleinste aandeel dat de woorden van de uitspraak toelaten"),
        aandeel("band_hoog", "grootste aandeel dat de woorden van de uitspraak toelaten"),
        reden("lezing", "hoe de uitspraak gelezen is, waar dat op meer manieren kan"),
        N_VENSTER,
        *mag_leeg(
            aandeel("aandeel_wijken", "aandeel van de [[gebieden]], met de marge van de editie"),
            aandeel("aandeel_inwoners", "aandeel van de inwoners, met de marge van de editie"),
            aandeel(
                "aandeel_wijken_zonder_marge", "aandeel van de [[gebieden]], elke verandering telt"
            ),
            aandeel(
                "aandeel_inwoners_zonder_marge", "aandeel van de inwoners, elke verandering telt"
            ),
        ),
        tekst(
            "oordeel",
            "of ons aandeel, in de eenheid van de uitspraak, binnen haar woorden past",
            waarden=tuple(Uitspraakoordeel),
        ),
        reden("reden", "waarom er geen herberekening is"),
    ),
)
GEVOELIGHEID = Tabel(
    "gevoeligheid",
    REGEL,
    "Een rij per variant van de clusterregel en cluster: hoeveel [[gebieden]] er dan in vallen.",
    ("delta", "voldoende_vanaf_klasse", "cluster"),
    (
        getal("delta", "marge waarbinnen een verandering stagnatie is", PUNT),
        geheel("voldoende_vanaf_klasse", "laagste klasse die als voldoende telt"),
        CLUSTER,
        geheel("n_wijken", "aantal geselecteerde [[gebieden]] in het cluster"),
        aandeel("aandeel_wijken", "aandeel in de geselecteerde [[gebieden]]"),
        janee("basis", "dit is de regel van de editie zelf"),
    ),
)
SELECTIEGEVOELIGHEID = Tabel(
    "selectiegevoeligheid",
    REGEL,
    "Een rij per variant van de selectie: de clusters en de ontwikkeling die zij dan gaf.",
    ("variant",),
    (
        tekst(
            "variant",
            "`editie`, `zonder_voorwaarden`, of een naam bij `selectie.varianten` in de "
            "configuratie",
        ),
        geheel("n_wijken", "aantal geselecteerde [[gebieden]]"),
        geheel("n_gemeenten", "aantal gemeenten waarin zij liggen"),
        geheel("n_anders", "aantal daarvan dat in de editie niet geselecteerd is"),
        *(
            geheel(f"n_{kolom}", f"aantal [[gebieden]] in het cluster {naam}")
            for naam, kolom in KOLOM_VAN_CLUSTER.items()
        ),
        geheel(f"n_{ZONDER_CLUSTER}", "aantal [[gebieden]] zonder cluster"),
        *mag_leeg(
            getal("verandering_<van>_<tot>", "gemiddelde verandering van de score", PUNT),
            aandeel(
                "gedaald_<van>_<tot>", "aandeel van de [[gebieden]] dat meer dan de marge daalde"
            ),
        ),
    ),
)
MARGE = Tabel(
    "marge",
    REGEL,
    "Een rij per periode: de marge naast de meetfout en de gebruikelijke verandering.",
    ("periode",),
    (
        getal("delta", "marge waarbinnen een verandering stagnatie is", PUNT),
        tekst("herkomst", "waar de marge vandaan komt", waarden=HERKOMSTEN),
        getal("maal", "aantal standaardfouten waaruit de marge volgt", leeg=True),
        tekst("periode", "`van-tot`, of `doorsnee`: twee jaren met een doorsnee meetfout"),
        *mag_leeg(VAN, TOT),
        janee("opvolgend", "de twee jaren zijn opeenvolgende metingen"),
        *mag_leeg(
            getal("se_verschil", "standaardfout van een verschil van één [[gebied]]", PUNT),
            getal(
                "sd_verandering",
                "standaarddeviatie van de verandering van [[gebieden]] die in aanmerking kwamen; "
                "bij `doorsnee` het gemiddelde over opeenvolgende metingen",
                PUNT,
            ),
            getal("sd_verandering_selectie", "hetzelfde voor de geselecteerde [[gebieden]]", PUNT),
            aandeel(
                "kans_gelabeld", "kans dat een [[gebied]] zonder verandering stijger of daler heet"
            ),
            getal(
                "grens_buiten_twijfel",
                "marge plus 1,96 maal de standaardfout: daarboven is een verandering buiten "
                "twijfel",
                PUNT,
            ),
        ),
        reden("reden", "waarom er geen meetfout is"),
    ),
)
DECOMPOSITIE = Tabel(
    "decompositie",
    REGEL,
    "Een rij per venster en groep: de verandering van de score uiteengelegd naar dimensie.",
    ("van", "tot", "groep"),
    (
        VAN,
        TOT,
        tekst("groep", "`selectie`, `land` of een cluster van de selectie"),
        geheel("n", "aantal [[gebieden]] met dimensiescores in beide jaren"),
        *mag_leeg(
            getal("totaal", "gemiddelde verandering van de score", PUNT),
            getal("fys", "deel van de fysieke omgeving", PUNT),
            getal("onv", "deel van overlast en onveiligheid", PUNT),
            getal("soc", "deel van de sociale samenhang", PUNT),
            getal("vrz", "deel van de voorzieningen", PUNT),
            getal("won", "deel van de woningvoorraad", PUNT),
        ),
        reden("reden", "waarom de verandering niet uiteen te leggen is"),
    ),
)
STIJGERS_DALERS = Tabel(
    "stijgers_dalers",
    REGEL,
    "Een rij per [[gebied]] die in het beginjaar zwak scoorde, van de grootste stijging naar de "
    "grootste daling.",
    ("wk_code",),
    (
        geheel("rang", "plaats in de rij (1 = grootste stijging)"),
        *WIJK,
        INWONERS,
        IN_SELECTIE,
        geheel("klasse_<jaar>", "klasse van de score in het beginjaar"),
        SCORE,
        getal("verandering", "verandering van de score van begin- tot eindjaar", PUNT),
        BUITEN_TWIJFEL,
    ),
)
KANDIDAATPAREN = Tabel(
    "kandidaatparen",
    REGEL,
    "Een rij per gemeente die een duidelijke stijger en een duidelijke daler heeft.",
    ("gm_code",),
    (
        GM_CODE,
        GM_NAAM,
        tekst("wk_code_stijger", "CBS-code van de sterkste stijger", vorm=WK_CODE.vorm),
        tekst("wk_naam_stijger", "naam van de sterkste stijger"),
        getal("verandering_stijger", "verandering van de score van de stijger", PUNT),
        tekst("wk_code_daler", "CBS-code van de sterkste daler", vorm=WK_CODE.vorm),
        tekst("wk_naam_daler", "naam van de sterkste daler"),
        getal("verandering_daler", "verandering van de score van de daler", PUNT),
        getal("verschil", "verandering van de stijger min die van de daler", PUNT),
        janee("buiten_twijfel_stijger", "de stijging is buiten twijfel", leeg=True),
        janee("buiten_twijfel_daler", "de daling is buiten twijfel", leeg=True),
    ),
)
SELECTIE = Tabel(
    "selectie",
    REGEL,
    "Een rij per grootheid van de selectie: volgens welke regel, hoeveel [[gebieden]], hoe "
    "verdeeld.",
    ("grootheid",),
    (
        tekst("grootheid", "wat de rij zegt"),
        Kolom("waarde", Soort.GEMENGD, "de waarde; `soort` zegt wat zij is", leeg=True),
        tekst("soort", "soort waarde", waarden=("tekst", "jaar", "aantal", "score", "aandeel")),
    ),
)

TABELLEN = registreer(
    WIJKEN,
    CLUSTERTABEL,
    ONTWIKKELING,
    GEMIDDELDEN,
    UITSPRAKEN_2017,
    GEVOELIGHEID,
    SELECTIEGEVOELIGHEID,
    MARGE,
    DECOMPOSITIE,
    STIJGERS_DALERS,
    KANDIDAATPAREN,
    SELECTIE,
)
