"""What the analysis says about an outcome, or why there is none."""

from __future__ import annotations

from leefbaarheid.basis.redenen.code import Code


class AnalyseReden(Code):
    """What the analysis says about an outcome, or why there is none.

    A field with several names or years has a space between them.
    """

    # wijken, column reden_onvolledig: what a selected wijk lacks
    GEEN_SCORE = "geen_score", "jaren"
    GEEN_INWONERTAL = "geen_inwonertal"

    # wijken, column reden_uitgesloten: why a wijk is left out of the selection
    VOLDOET_NIET = "voldoet_niet", "kenmerk", "waarde"
    KENMERK_ONBEKEND = "kenmerk_onbekend", "kenmerk"

    # clustervoorspelling, column reden: why the clusters are not tested
    GEEN_LATERE_METING = "geen_latere_meting"
    EEN_CLUSTER = "een_cluster"

    # uitspraken_2017, column reden: why a claim has no share of ours
    LABEL_ONBEKEND = "label_onbekend", "label"
    GEEN_SCORES_IN_EDITIE = "geen_scores_in_editie", "jaren"
    GROEP_ZONDER_SCORES = "groep_zonder_scores"

    # uitspraken_2017, column lezing: how a claim was read that can be read in more ways
    LEZING_SINDS = "lezing_sinds"
    LEZING_VERLEDEN_TIJD = "lezing_verleden_tijd"
    LEZING_DEZE_WIJKEN = "lezing_deze_wijken"

    # decompositie, column reden: why a window is not laid out by dimension
    GEEN_DIMENSIESCORES = "geen_dimensiescores", "jaren"
    SELECTIE_ZONDER_DIMENSIESCORES = "selectie_zonder_dimensiescores", "van", "tot"

    # marge and robuustheid_meetfout, column reden: why there is no measurement error
    MEETFOUT_TE_WEINIG_JAREN = "meetfout_te_weinig_jaren", "n", "minimum"
    MEETFOUT_TE_WEINIG_WIJKEN = "meetfout_te_weinig_wijken", "n", "minimum"
    MEETFOUT_GEEN_SAMENHANG = "meetfout_geen_samenhang"

    # vergelijkingen, spreiding, bijdragen, column reden: why a comparison has no interval
    TE_WEINIG_GEMEENTEN_IN_GROEP = "te_weinig_gemeenten_in_groep", "n", "minimum"
    EEN_GEMEENTE_BESLIST = "een_gemeente_beslist"
    GEEN_VERSCHILLEN = "geen_verschillen"

    # regressie_diagnose, column toelichting: what a reader of a regression must know
    SCHRIJFWIJZE_VAN_ANCOVA = "schrijfwijze_van_ancova"
    VIF_BOVEN_GRENS = "vif_boven_grens", "grens", "termen", "waarden"
    WEINIG_GEMEENTEN = "weinig_gemeenten", "n_gemeenten", "n_coefficienten"
    ALLEEN_TUSSEN_GEMEENTEN = "alleen_tussen_gemeenten", "factoren"
    AFWIJKEND_IN_EEN_GEMEENTE = "afwijkend_in_een_gemeente", "factoren"
    GEMETEN = "gemeten", "wanneer", "factoren"

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
        *("min_inwoners", "min_inwoners_gemeente", "jaren", "n_voorwaarden"),
    )
