"""Why a cell of a context table that was built from official files is empty."""

from __future__ import annotations

from leefbaarheid.basis.redenen.code import Code


class OpbouwReden(Code):
    """Column `reden` of `contextdekking`."""

    NIET_IN_BRON = "niet_in_bron"
    ONBEKEND_IN_BRON = "onbekend_in_bron"
    TE_WEINIG_DEKKING = "te_weinig_dekking"
