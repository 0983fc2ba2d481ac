"""Contracts of the checks on regression to the mean."""

from __future__ import annotations

from functools import partial

from leefbaarheid.basis.begrippen import ZONDER_CLUSTER
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
from leefbaarheid.basis.tabellen.kolommen import CLUSTER, GM_CODE, PUNT, TOT, VAN, WK_CODE, WK_NAAM
from leefbaarheid.basis.tabelwaarden import (
    BINNEN,
    KOLOM_VAN_CLUSTER,
    LIJNEN,
    MEER,
    MINDER,
    PAST,
    POOLS,
    SIMULATIEGROEPEN,
    SIMULATIEMODELLEN,
)

_Tabel = partial(Tabel, regel="toets_trajecten")
REDEN = reden("reden", "waarom er geen uitkomst is")
VENSTER = (VAN, TOT)

_NAAM_IN_KOLOM = {
    **{kort: cluster for cluster, kort in KOLOM_VAN_CLUSTER.items()},
    ZONDER_CLUSTER: "onbekend (een score ontbreekt)",
}


def _per_cluster(soort: str) -> tuple[Kolom, ...]:
    """Return the column of each cluster: a count, or a share."""
    if soort == "n":
        return tuple(
            geheel(f"n_{kort}", f"aantal [[gebieden]] in {naam}")
            for kort, naam in _NAAM_IN_KOLOM.items()
        )
    return tuple(
        aandeel(f"aandeel_{kort}", f"aandeel [[gebieden]] in {naam}")
        for kort, naam in _NAAM_IN_KOLOM.items()
    )


def _verschil(kort: str) -> tuple[Kolom, ...]:
    """Return the share of a cluster in the edition less that in the variant, with its interval."""
    naam = f"verschil_{kort}"
    return (
        getal(
            naam,
            f"`aandeel_{kort}` van de editie (na `regelequivalent`: van die rij) min die van de "
            "variant",
            "0-1",
        ),
        getal(f"{naam}_laag", "ondergrens van het 95%-interval daarvan, naar gemeente", "0-1"),
        getal(f"{naam}_hoog", "bovengrens van het 95%-interval daarvan, naar gemeente", "0-1"),
    )


NAAR_GEMIDDELDE = Controle(
    "naar_gemiddelde",
    "Regressie naar het gemiddelde: placebo, simulatie, vergelijkings[[gebieden]].",
)

PLACEBO = _Tabel(
    naam="robuustheid_placebo",
    controle=NAAR_GEMIDDELDE,
    betekenis="Een rij per variant: selectie en clusterregel toegepast in andere jaren.",
    sleutel=("variant", "selectiejaar", "langjaar", "crisisjaar", "eindjaar"),
    kolommen=(
        tekst("variant", "wat er verschoven is; de eerste is de editie zelf"),
        *mag_leeg(
            geheel("selectiejaar", "jaar waarop geselecteerd is", "jaar"),
            geheel("langjaar", "beginjaar van de lange ontwikkeling", "jaar"),
            geheel("crisisjaar", "beginjaar van de latere ontwikkeling", "jaar"),
            geheel("eindjaar", "eindjaar", "jaar"),
            tekst("tussenpozen", "jaren tussen die metingen, met streepjes ertussen"),
            geheel("n", "aantal geselecteerde [[gebieden]]"),
            geheel("n_ook_in_selectie", "aantal daarvan dat ook in de selectie van de editie zit"),
            *_per_cluster("n"),
            *_per_cluster("aandeel"),
            getal("verandering_lang", "gemiddelde verandering vanaf het lange jaar", PUNT),
            getal("verandering_crisis", "gemiddelde verandering vanaf het crisisjaar", PUNT),
            getal(
                "verandering_lang_overig", "hetzelfde voor niet geselecteerde [[gebieden]]", PUNT
            ),
            getal(
                "verandering_crisis_overig", "hetzelfde voor niet geselecteerde [[gebieden]]", PUNT
            ),
            *_verschil("gestaag_herstel"),
            *_verschil("terugval"),
        ),
        REDEN,
    ),
)
GROEP_SIMULATIE = tekst(
    "groep",
    "de selectie, of evenveel laagste scores (waar de selectie zelf dat niet is)",
    waarden=SIMULATIEGROEPEN,
)
MODEL_SIMULATIE = tekst(
    "model",
    "wat er verandert: alleen meetruis, of ook wat in de populatie gebruikelijk is",
    waarden=SIMULATIEMODELLEN,
)
SIMULATIE = _Tabel(
    naam="robuustheid_simulatie",
    controle=NAAR_GEMIDDELDE,
    betekenis="Een rij per groep, model en venster: de verandering naast wat een lage score al "
    "doet verwachten.",
    sleutel=("groep", "model", "van", "tot"),
    kolommen=(
        GROEP_SIMULATIE,
        MODEL_SIMULATIE,
        geheel("n_selectie", "aantal [[gebieden]] in de groep"),
        geheel("n", "aantal daarvan dat in aanmerking kwam en alle scores heeft"),
        geheel("n_populatie", "aantal [[gebieden]] dat in aanmerking kwam met alle scores"),
        geheel("n_gemeenten", "aantal gemeenten van de populatie"),
        getal("achterstand", "gemiddelde van de populatie min dat van de groep", PUNT),
        aandeel("betrouwbaarheid", "betrouwbaarheid van de score in het selectiejaar"),
        aandeel("betrouwbaarheid_laag", "ondergrens van het 95%-interval daarvan"),
        aandeel("betrouwbaarheid_hoog", "bovengrens van het 95%-interval daarvan"),
        *VENSTER,
        getal("verandering", "gemiddelde verandering van de groep", PUNT),
        getal("verandering_populatie", "gemiddelde verandering van de populatie", PUNT),
        getal("waargenomen", "het verschil van die twee", PUNT),
        *mag_leeg(
            getal("ci_laag", "ondergrens van het 95%-interval, naar gemeente", PUNT),
            getal("ci_hoog", "bovengrens van het 95%-interval, naar gemeente", PUNT),
            getal("verwacht", "verwachting: gemiddelde over de trekkingen", PUNT),
            getal("verwacht_laag", "ondergrens van 95% van de trekkingen", PUNT),
            getal("verwacht_hoog", "bovengrens van 95% van de trekkingen", PUNT),
            getal("gesloten_vorm", "verwachting uit de formule van Galton", PUNT),
            getal("barnett", "verwachting bij normaal verdeelde scores (Barnett)", PUNT),
            getal("verschil", "`waargenomen` min `verwacht`", PUNT),
        ),
        tekst(
            "oordeel",
            "waargenomen tegenover verwacht; past als een van beide in het interval ligt",
            waarden=(MEER, MINDER, PAST),
        ),
        *mag_leeg(
            getal("aandeel_verwacht", "`verwacht` gedeeld door `waargenomen`"),
            getal("betrouwbaarheid_nodig", "betrouwbaarheid waarbij ruis alles verklaart"),
        ),
    ),
)
SIMULATIE_CLUSTERS = _Tabel(
    naam="robuustheid_simulatie_clusters",
    controle=NAAR_GEMIDDELDE,
    betekenis="Een rij per groep, model en cluster: de omvang naast wat de simulatie verwacht.",
    sleutel=("groep", "model", "cluster"),
    kolommen=(
        GROEP_SIMULATIE,
        MODEL_SIMULATIE,
        CLUSTER,
        geheel("n_waargenomen", "aantal [[gebieden]] in het cluster"),
        getal("verwacht", "verwacht aantal [[gebieden]]"),
        getal("laag", "ondergrens van 95% van de trekkingen"),
        getal("hoog", "bovengrens van 95% van de trekkingen"),
        tekst("oordeel", "waargenomen tegenover dat interval", waarden=(MINDER, MEER, BINNEN)),
    ),
)
REGRESSIELIJN = _Tabel(
    naam="robuustheid_regressielijn",
    controle=NAAR_GEMIDDELDE,
    betekenis="Een rij per venster en lijn: de verandering van de selectie naast wat de lijn van "
    "[[gebieden]] buiten de selectie bij haar lage score geeft.",
    sleutel=("van", "tot", "lijn"),
    kolommen=(
        *VENSTER,
        tekst("lijn", "de overige [[gebieden]] waaruit de lijn komt", waarden=LIJNEN),
        geheel("n", "aantal geselecteerde [[gebieden]]"),
        geheel("n_overig", "aantal overige [[gebieden]]"),
        geheel("n_gemeenten", "aantal gemeenten van de selectie"),
        geheel("n_gemeenten_overig", "aantal gemeenten van de overige [[gebieden]]"),
        *mag_leeg(
            getal("score", "gemiddelde score van de selectie in het selectiejaar", PUNT),
            getal("score_overig", "die van de overige [[gebieden]]", PUNT),
            getal("laagste_overig", "laagste score onder de overige [[gebieden]]", PUNT),
            geheel("n_onder", "aantal geselecteerde [[gebieden]] onder die laagste score"),
            getal(
                "afstand_sd",
                "hoe ver de selectie onder de overige [[gebieden]] ligt",
                "standaarddeviatie van de overige [[gebieden]]",
            ),
            getal("helling", "verandering per punt score in het selectiejaar"),
            getal("verandering", "gemiddelde verandering van de selectie", PUNT),
            getal("verandering_overig", "die van de overige [[gebieden]]", PUNT),
            getal("verwacht", "verandering die de lijn bij de score van de selectie geeft", PUNT),
            getal("verschil", "`verandering` min `verwacht`", PUNT),
            getal("se", "standaardfout van het verschil, naar gemeente", PUNT),
            getal("ci_laag", "ondergrens van het 95%-interval", PUNT),
            getal("ci_hoog", "bovengrens van het 95%-interval", PUNT),
            aandeel("p", "p-waarde van de tweezijdige toets op nul"),
        ),
        REDEN,
    ),
)
POOL = tekst(
    "pool",
    "waaruit vergelijkings[[gebieden]] komen",
    waarden=POOLS,
)
VERGELIJKING = _Tabel(
    naam="robuustheid_vergelijking",
    controle=NAAR_GEMIDDELDE,
    betekenis="Een rij per pool en venster: de selectie naast andere [[gebieden]] met dezelfde "
    "scores.",
    sleutel=("pool", "van", "tot"),
    kolommen=(
        POOL,
        geheel("n_selectie", "aantal geselecteerde [[gebieden]]"),
        geheel("n_gekoppeld", "aantal daarvan met een vergelijkings[[gebied]]"),
        aandeel("aandeel_gekoppeld", "`n_gekoppeld` gedeeld door `n_selectie`"),
        geheel("n_ongekoppeld", "aantal zonder vergelijkings[[gebied]]"),
        geheel("n_kandidaten", "aantal [[gebieden]] in de pool"),
        *mag_leeg(
            geheel("n_gemeenten", "aantal gemeenten van de gekoppelde [[gebieden]]"),
            geheel("n_gemeenten_controle", "aantal gemeenten van hun vergelijkings[[gebieden]]"),
            getal("score_gekoppeld", "gemiddelde beginscore van de gekoppelde [[gebieden]]", PUNT),
            getal("score_ongekoppeld", "gemiddelde beginscore van de andere", PUNT),
        ),
        *VENSTER,
        janee("gekoppeld", "op de scores in dit venster is gekoppeld: het verschil is klein"),
        *mag_leeg(
            getal("verandering", "gemiddelde verandering van de gekoppelde [[gebieden]]", PUNT),
            getal("verandering_controle", "die van hun vergelijkings[[gebieden]]", PUNT),
            getal("verschil", "het eerste min het tweede", PUNT),
            getal("se", "standaardfout van het verschil", PUNT),
            getal("ci_laag", "ondergrens van het 95%-interval", PUNT),
            getal("ci_hoog", "bovengrens van het 95%-interval", PUNT),
            aandeel("p", "p-waarde van de tweezijdige toets op nul"),
        ),
        REDEN,
    ),
)
BALANS = _Tabel(
    naam="robuustheid_balans",
    controle=NAAR_GEMIDDELDE,
    betekenis="Een rij per pool en kenmerk: hoe goed de vergelijkings[[gebieden]] lijken.",
    sleutel=("pool", "variabele"),
    kolommen=(
        POOL,
        tekst("variabele", "het kenmerk dat vergeleken is"),
        *mag_leeg(
            getal("gemiddelde_selectie", "gemiddelde van de geselecteerde [[gebieden]]"),
            getal("gemiddelde_kandidaten", "gemiddelde van de pool"),
            getal("smd_voor", "gestandaardiseerd verschil voor het koppelen"),
            getal("gemiddelde_gekoppeld", "gemiddelde van de gekoppelde [[gebieden]]"),
            getal("gemiddelde_controle", "gemiddelde van hun vergelijkings[[gebieden]]"),
            getal("smd_na", "gestandaardiseerd verschil na het koppelen"),
        ),
        janee("in_evenwicht", "`smd_na` is hoogstens 0,1"),
    ),
)
PAREN = _Tabel(
    naam="robuustheid_paren",
    controle=NAAR_GEMIDDELDE,
    betekenis="Een rij per pool en gekoppelde [[gebied]]: haar vergelijkings[[gebied]].",
    sleutel=("pool", "wk_code"),
    kolommen=(
        POOL,
        WK_CODE,
        WK_NAAM,
        GM_CODE,
        tekst("wk_code_controle", "[[CBS-code]] van de vergelijkings[[gebied]]", vorm=WK_CODE.vorm),
        tekst("wk_naam_controle", "naam van de vergelijkings[[gebied]]"),
        tekst("gm_code_controle", "gemeente van de vergelijkings[[gebied]]", vorm=GM_CODE.vorm),
        getal("afstand", "grootste verschil in score", "kaliper"),
    ),
)

TABELLEN = registreer(
    PLACEBO,
    SIMULATIE,
    SIMULATIE_CLUSTERS,
    REGRESSIELIJN,
    VERGELIJKING,
    BALANS,
    PAREN,
)
