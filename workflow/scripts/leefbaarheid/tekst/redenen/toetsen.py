"""The Dutch of `ToetsReden`."""

from __future__ import annotations

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import MODELNAMEN, STEEKPROEFNAMEN
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.tekst.gedeeld.controlenamen import noem_stemmen
from leefbaarheid.tekst.redenen import grolts
from leefbaarheid.tekst.redenen.woorden import Woorden

GETELD = (
    "zelfde richting in {n_zelfde_teken} van {n_stemmen} stemmen, nul uitgesloten in "
    "{n_sluit_nul_uit} van {n_met_toets}"
)
WOORDEN: Woorden = {
    ToetsReden.GEEN_UITKOMST: "geen uitkomst",
    # what no check on a regression can do without
    ToetsReden.FACTOR_LEEG: (
        "de factor heeft bij geen enkele [[gebied]] van de steekproef een waarde"
    ),
    ToetsReden.FACTOR_VAST: (
        "de factor heeft bij alle [[gebieden]] van de steekproef dezelfde waarde"
    ),
    # oordeel: why a check does not count
    ToetsReden.NIET_GEDAAN: "niet gedaan of niet van toepassing",
    ToetsReden.NIET_TE_SCHATTEN: "niet te schatten",
    ToetsReden.MODEL_IS: lambda status: f"het model is {status.replace('_', ' ')}",
    ToetsReden.GEEN_RUIMTELIJKE_SAMENHANG: "geen ruimtelijke samenhang in de resten",
    # eindoordeel, column waarom: on what the verdict rests
    ToetsReden.GEEN_HOOFDSCHATTING: "geen schatting in het hoofdmodel",
    ToetsReden.GETELD: GETELD,
    ToetsReden.GETELD_BEHALVE: lambda stemmen, **geteld: (
        f"{GETELD.format_map(geteld)}; niet aantoonbaar bij: {noem_stemmen(stemmen)}"
    ),
    ToetsReden.NIET_NA_CORRECTIE: "houdt geen stand na correctie voor het aantal toetsen "
    "({methode})",
    ToetsReden.VOORAL_TUSSEN_GEMEENTEN: "binnen gemeenten aantoonbaar zwakker dan tussen gemeenten",
    ToetsReden.ANDERE_RICHTING_BIJ: lambda stemmen: f"andere richting bij: {noem_stemmen(stemmen)}",
    ToetsReden.NIET_AANTOONBAAR_BIJ: lambda stemmen: (
        f"niet aantoonbaar bij: {noem_stemmen(stemmen)}"
    ),
    ToetsReden.ALLEEN_AANTOONBAAR_BIJ: lambda stemmen: (
        f"alleen aantoonbaar bij: {noem_stemmen(stemmen)}"
    ),
    # clusters
    ToetsReden.TE_WEINIG_WIJKEN: "te weinig waarnemingen: {n} [[gebieden]] met alle gegevens, "
    "{n_coefficienten} coëfficiënten",
    ToetsReden.MINDER_GEMEENTEN_DAN_NODIG: "te weinig gemeenten: {n}, ten minste {minimum} nodig",
    ToetsReden.ALLE_WIJKEN_GELIJK: "geen variatie: alle [[gebieden]] hebben dezelfde waarde",
    ToetsReden.NIET_TE_ONDERSCHEIDEN: "niet te onderscheiden van andere factoren (collineair): "
    "{termen}",
    ToetsReden.WCR_ONBEGRENSD: "wcr-interval onbegrensd: te weinig informatie",
    ToetsReden.CRV3_ONBEPAALD: "crv3 niet te bepalen: de schatting bestaat niet zonder {gemeenten}",
    ToetsReden.GEEN_AFWIJKINGEN: "geen standaardfout: het model past hier zonder afwijkingen",
    # afhankelijkheid
    ToetsReden.AFWIJKING_IN_EEN_GEMEENTE: "de factor wijkt af van één vaste waarde in maar één "
    "gemeente; daarop rust geen standaardfout",
    ToetsReden.FACTOR_ALLEEN_TUSSEN_GEMEENTEN: "de factor verschilt alleen tussen gemeenten",
    ToetsReden.FACTOR_ALLEEN_BINNEN_GEMEENTEN: "de factor verschilt niet tussen gemeenten",
    ToetsReden.TE_WEINIG_GEMEENTEN_MET_TWEE: lambda n, minimum: (
        f"twee of meer {W.gebieden} {'heeft' if int(n) == 1 else 'hebben'} "
        f"{taal.aantal_van(int(n), 'gemeente', 'gemeenten')}; voor een vergelijking binnen "
        f"gemeenten zijn er ten minste {minimum} nodig"
    ),
    ToetsReden.GEEN_COORDINATEN: "er zijn geen coördinaten van de [[gebieden]]",
    ToetsReden.WEINIG_COORDINATEN: lambda n: (
        f"coördinaten zijn er maar van {taal.aantal_van(int(n), W.gebied, W.gebieden)}"
    ),
    ToetsReden.GEEN_BUUR: "geen enkele [[gebied]] heeft een buur binnen deze afstand",
    ToetsReden.TE_VEEL_BUREN: lambda n, maximum: (
        f"binnen deze afstand heeft een {W.gebied} gemiddeld {taal.getal(int(n), 0)} buren; bij "
        f"meer dan {taal.getal(int(maximum), 0)} is bijna alles buur van alles"
    ),
    ToetsReden.RUIMTELIJKE_VARIANTIE: "de ruimtelijke variantie is niet positief",
    ToetsReden.MIXEDLM_ANDERS: "MixedLM van statsmodels kwam niet tot deze oplossing ({melding})",
    ToetsReden.RUIMTELIJKE_AFKAP: lambda km: (
        f"de samenhang loopt af tot nul bij {taal.getal(float(km), 1)} km"
    ),
    # circulariteit
    ToetsReden.GEEN_DIMENSIE_AANGEWEZEN: "voor deze factor is geen dimensie aangewezen",
    # meervoudig toetsen
    ToetsReden.GEEN_P_WAARDE: "er is geen p-waarde: deze factor is in deze regressie niet te "
    "toetsen",
    ToetsReden.ZELFDE_TOETS: lambda model, steekproef: (
        f"dezelfde toets als *{MODELNAMEN.get(model, model)}* bij de "
        f"{STEEKPROEFNAMEN.get(steekproef, steekproef)}"
    ),
    # invloed
    ToetsReden.GEEN_WIJK_BOVEN_GRENS: "geen [[gebied]] boven de grens",
    ToetsReden.HEFBOOM_EEN: "deze [[gebied]] legt een coëfficiënt alleen vast (hefboom 1)",
    ToetsReden.GEEN_HC3: "een [[gebied]] legt een coëfficiënt alleen vast; HC3 bestaat dan niet",
    ToetsReden.GEEN_OPLOSSING_HUBER: "de robuuste schatter vindt geen oplossing",
    ToetsReden.GEEN_INWONERTALLEN: "van geen enkele [[gebied]] is het aantal inwoners bekend",
    ToetsReden.UITKOMST_GELIJK: "de uitkomst is voor alle [[gebieden]] gelijk",
    ToetsReden.VOORSPELLINGEN_GELIJK: "de voorspelde scores nemen te weinig verschillende waarden "
    "aan",
    ToetsReden.TE_WEINIG_WIJKEN_VOOR_VORM: (
        "er zijn te weinig [[gebieden]] voor een toets op de vorm"
    ),
    # any check
    ToetsReden.STAAT_UIT: "deze controle staat uit in de configuratie",
    # meetfout
    ToetsReden.BEGINSCORE_VRIJWEL_RUIS: "wat de factoren van de beginscore overlaten, is vrijwel "
    "alleen meetfout",
    # weggelaten_variabelen
    ToetsReden.KENMERK_KAN_NIET: "een kenmerk dat zo sterk is, kan niet bestaan: het zou de factor "
    "meer dan volledig verklaren",
    # placebo
    ToetsReden.GEEN_METING_VOOR: "er is geen meting vóór {jaar}",
    ToetsReden.GEEN_METING_NA: "er is geen meting na {jaar}",
    ToetsReden.GEEN_ZELFDE_TUSSENPOZEN: "geen andere vier meetjaren liggen even ver uiteen",
    # trajectuitschieters
    ToetsReden.GEEN_UITSCHIETERS: "geen enkele [[gebied]] is een uitschieter",
    # regressielijn
    ToetsReden.TE_WEINIG_WIJKEN_VOOR_LIJN: (
        "te weinig overige [[gebieden]] voor een regressielijn: {n}"
    ),
    # vergelijkingswijken
    ToetsReden.TE_WEINIG_PAREN: lambda n: (
        f"met {taal.aantal_van(int(n), 'paar', 'paren')} is er geen interval"
    ),
    ToetsReden.TE_WEINIG_GEMEENTEN_VOOR_INTERVAL: "te weinig gemeenten voor een interval: {n}",
    # specificatiecurve
    ToetsReden.GEEN_WIJK_OVER: "geen enkele [[gebied]] blijft over",
    ToetsReden.DUBBELE_STEEKPROEF: (
        "dubbel: dezelfde [[gebieden]] als steekproef {steekproef} met beperking {beperking}"
    ),
    ToetsReden.KOLOM_LEEG: "geen enkele [[gebied]] heeft een waarde: {kolom}",
    ToetsReden.KOLOM_ZONDER_VARIATIE: "geen variatie: {kolom}",
    ToetsReden.KOLOM_GELIJK_BINNEN_GEMEENTEN: "geen verschillen binnen gemeenten: {kolom}",
    ToetsReden.GEEN_GEWICHTEN: "geen inwonertallen om mee te wegen",
    ToetsReden.TE_WEINIG_GEMEENTEN_IN_VAK: ("te weinig gemeenten: {n}, ten minste {minimum} nodig"),
    ToetsReden.TE_WEINIG_WIJKEN_IN_VAK: (
        "te weinig waarnemingen: {n} [[gebieden]], {n_coefficienten} coëfficiënten"
    ),
    ToetsReden.FACTOREN_COLLINEAIR: "de factoren leggen elkaar vast (collineair)",
    ToetsReden.ZONDER_RESIDUEN: "het model past exact, zonder residuen",
    ToetsReden.NIET_ZONDER_ELKE_GEMEENTE: (
        "geen standaardfout: de schatting bestaat niet zonder een van de gemeenten"
    ),
    ToetsReden.GEEN_SPECIFICATIE: "geen enkele specificatie is te schatten",
    # trajectgroepen
    ToetsReden.TE_WEINIG_WIJKEN_VOOR_GROEPEN: "te weinig [[gebieden]]: {n}, nodig {nodig}",
    ToetsReden.KLEINSTE_GROEP_TE_KLEIN: lambda n: (
        f"de kleinste groep telt {n} {taal.meervoud(int(n), W.gebied, W.gebieden)}"
    ),
    ToetsReden.TOEWIJZINGSKANS_TE_LAAG: lambda kans: (
        f"de laagste gemiddelde toewijzingskans is {taal.getal(float(kans), 2)}"
    ),
    ToetsReden.NIET_GECONVERGEERD: "de schatting is niet geconvergeerd",
    ToetsReden.KMEANS_ZONDER_BIC: "k-means heeft geen BIC en doet niet mee in de keuze",
    **grolts.WOORDEN,
    # ontbrekend
    ToetsReden.NIETS_ONTBREEKT: "er ontbreekt niets: gelijk aan volledige gevallen",
    ToetsReden.GROEP_IN_WEINIG_GEMEENTEN: lambda groep, minimum: (
        f"de {W.gebieden} {'zonder waarde' if groep == 'ontbreekt' else 'met een waarde'} liggen "
        f"in minder dan {taal.telwoord(int(minimum))} gemeenten"
    ),
}
