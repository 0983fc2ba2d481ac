"""The Dutch of `ToetsReden`."""

from __future__ import annotations

from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.tekst.redenen.woorden import Woorden

WOORDEN: Woorden = {
    ToetsReden.GEEN_UITKOMST: "geen uitkomst",
    # invloed
    ToetsReden.GEEN_WIJK_BOVEN_GRENS: "geen wijk boven de grens",
    ToetsReden.HEFBOOM_EEN: "deze wijk legt een coëfficiënt alleen vast (hefboom 1)",
    ToetsReden.GEEN_HC3: "een wijk legt een coëfficiënt alleen vast; HC3 bestaat dan niet",
    ToetsReden.GEEN_OPLOSSING_HUBER: "de robuuste schatter vindt geen oplossing",
    ToetsReden.GEEN_INWONERTALLEN: "van geen enkele wijk is het aantal inwoners bekend",
    ToetsReden.UITKOMST_GELIJK: "de uitkomst is voor alle wijken gelijk",
    ToetsReden.VOORSPELLINGEN_GELIJK: "de voorspelde scores nemen te weinig verschillende waarden "
    "aan",
    ToetsReden.TE_WEINIG_WIJKEN_VOOR_VORM: "er zijn te weinig wijken voor een toets op de vorm",
    # any check
    ToetsReden.STAAT_UIT: "deze controle staat uit in de configuratie",
    # betrouwbaarheid
    ToetsReden.BETROUWBAARHEID_BOVEN_EEN: "schatting boven 1: geen meetruis aan te wijzen",
    # placebo
    ToetsReden.GEEN_METING_VOOR: "er is geen meting vóór {jaar}",
    ToetsReden.GEEN_METING_NA: "er is geen meting na {jaar}",
    ToetsReden.GEEN_ZELFDE_TUSSENPOZEN: "geen andere vier meetjaren liggen even ver uiteen",
    # vergelijkingswijken
    ToetsReden.TE_WEINIG_PAREN: "te weinig paren voor een interval: {n}",
    ToetsReden.TE_WEINIG_GEMEENTEN_VOOR_INTERVAL: "te weinig gemeenten voor een interval: {n}",
    # specificatiecurve
    ToetsReden.GEEN_WIJK_OVER: "geen enkele wijk blijft over",
    ToetsReden.DUBBELE_STEEKPROEF: (
        "dubbel: dezelfde wijken als steekproef {steekproef} met beperking {beperking}"
    ),
    ToetsReden.KOLOM_LEEG: "geen enkele wijk heeft een waarde: {kolom}",
    ToetsReden.KOLOM_ZONDER_VARIATIE: "geen variatie: {kolom}",
    ToetsReden.KOLOM_GELIJK_BINNEN_GEMEENTEN: "geen verschillen binnen gemeenten: {kolom}",
    ToetsReden.GEEN_GEWICHTEN: "geen inwonertallen om mee te wegen",
    ToetsReden.TE_WEINIG_GEMEENTEN_IN_VAK: ("te weinig gemeenten: {n}, ten minste {minimum} nodig"),
    ToetsReden.TE_WEINIG_WIJKEN_IN_VAK: (
        "te weinig waarnemingen: {n} wijken, {n_coefficienten} coëfficiënten"
    ),
    ToetsReden.FACTOREN_COLLINEAIR: "de factoren leggen elkaar vast (collineair)",
    ToetsReden.ZONDER_RESIDUEN: "het model past exact, zonder residuen",
    ToetsReden.NIET_ZONDER_ELKE_GEMEENTE: (
        "geen standaardfout: de schatting bestaat niet zonder een van de gemeenten"
    ),
    ToetsReden.GEEN_SPECIFICATIE: "geen enkele specificatie is te schatten",
}
