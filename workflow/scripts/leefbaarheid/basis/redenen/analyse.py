"""Why an outcome of the analysis is empty."""

from __future__ import annotations

from leefbaarheid.basis.redenen.code import Code


class AnalyseReden(Code):
    """Why an outcome of the analysis is empty."""

    # why a regression cannot be estimated
    GEEN_WAARDEN = "geen_waarden", "n", "steekproef", "van", "tot"
    TE_WEINIG_WAARNEMINGEN = "te_weinig_waarnemingen", "n_verwacht", "n", "n_coefficienten"
    TE_WEINIG_GEMEENTEN = "te_weinig_gemeenten", "n_gemeenten", "minimum"
    GEEN_VARIATIE = "geen_variatie", "n", "term"
    COLLINEAIR = "collineair", "termen"
    GEEN_RESIDUEN = "geen_residuen"
    GEEN_STANDAARDFOUT = "geen_standaardfout", "term"
    # why a selection cannot be made
    GEEN_SCORES_IN_JAAR = "geen_scores_in_jaar", "jaar"
    TE_WEINIG_IN_AANMERKING = (
        *("te_weinig_in_aanmerking", "aantal", "n"),
        *("min_inwoners", "min_inwoners_gemeente", "jaren"),
    )
