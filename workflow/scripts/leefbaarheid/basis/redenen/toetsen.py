"""Why a check gives no outcome, or counts for less."""

from __future__ import annotations

from leefbaarheid.basis.redenen.code import Code


class ToetsReden(Code):
    """Why a check gives no outcome, or counts for less."""

    GEEN_UITKOMST = "geen_uitkomst"

    # invloed
    GEEN_WIJK_BOVEN_GRENS = "geen_wijk_boven_grens"
    HEFBOOM_EEN = "hefboom_een"
    GEEN_HC3 = "geen_hc3"
    GEEN_OPLOSSING_HUBER = "geen_oplossing_huber"
    GEEN_INWONERTALLEN = "geen_inwonertallen"
    UITKOMST_GELIJK = "uitkomst_gelijk"
    VOORSPELLINGEN_GELIJK = "voorspellingen_gelijk"
    TE_WEINIG_WIJKEN_VOOR_VORM = "te_weinig_wijken_voor_vorm"
    # any check
    STAAT_UIT = "staat_uit"
    # betrouwbaarheid
    BETROUWBAARHEID_BOVEN_EEN = "betrouwbaarheid_boven_een"
    # placebo
    GEEN_METING_VOOR = "geen_meting_voor", "jaar"
    GEEN_METING_NA = "geen_meting_na", "jaar"
    GEEN_ZELFDE_TUSSENPOZEN = "geen_zelfde_tussenpozen"
    # vergelijkingswijken
    TE_WEINIG_PAREN = "te_weinig_paren", "n"
    TE_WEINIG_GEMEENTEN_VOOR_INTERVAL = "te_weinig_gemeenten_voor_interval", "n"
    # specificatiecurve
    GEEN_WIJK_OVER = "geen_wijk_over"
    DUBBELE_STEEKPROEF = "dubbele_steekproef", "steekproef", "beperking"
    KOLOM_LEEG = "kolom_leeg", "kolom"
    KOLOM_ZONDER_VARIATIE = "kolom_zonder_variatie", "kolom"
    KOLOM_GELIJK_BINNEN_GEMEENTEN = "kolom_gelijk_binnen_gemeenten", "kolom"
    GEEN_GEWICHTEN = "geen_gewichten"
    TE_WEINIG_GEMEENTEN_IN_VAK = "te_weinig_gemeenten_in_vak", "n", "minimum"
    TE_WEINIG_WIJKEN_IN_VAK = "te_weinig_wijken_in_vak", "n", "n_coefficienten"
    FACTOREN_COLLINEAIR = "factoren_collineair"
    ZONDER_RESIDUEN = "zonder_residuen"
    NIET_ZONDER_ELKE_GEMEENTE = "niet_zonder_elke_gemeente"
    GEEN_SPECIFICATIE = "geen_specificatie"
