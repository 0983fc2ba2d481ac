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
}
