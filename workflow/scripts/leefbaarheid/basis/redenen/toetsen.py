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
