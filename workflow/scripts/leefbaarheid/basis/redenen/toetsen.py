"""Why a check gives no outcome, or counts for less."""

from __future__ import annotations

from leefbaarheid.basis.redenen.code import Code


class ToetsReden(Code):
    """Why a check gives no outcome, or counts for less."""

    GEEN_UITKOMST = "geen_uitkomst"

    # what no check on a regression can do without
    FACTOR_LEEG = "factor_leeg"
    FACTOR_VAST = "factor_vast"

    # oordeel: why a check does not count
    NIET_GEDAAN = "niet_gedaan"
    NIET_TE_SCHATTEN = "niet_te_schatten"
    MODEL_IS = "model_is", "status"
    GEEN_RUIMTELIJKE_SAMENHANG = "geen_ruimtelijke_samenhang"
    # eindoordeel, column waarom: on what the verdict rests
    GEEN_HOOFDSCHATTING = "geen_hoofdschatting"
    GETELD = (
        *("geteld", "n_stemmen", "n_zelfde_teken"),
        *("n_sluit_nul_uit", "n_met_toets"),
    )
    GETELD_BEHALVE = (
        *("geteld_behalve", "n_stemmen", "n_zelfde_teken"),
        *("n_sluit_nul_uit", "n_met_toets", "stemmen"),
    )
    NIET_NA_CORRECTIE = "niet_na_correctie", "methode"
    VOORAL_TUSSEN_GEMEENTEN = "vooral_tussen_gemeenten"
    ANDERE_RICHTING_BIJ = "andere_richting_bij", "stemmen"
    NIET_AANTOONBAAR_BIJ = "niet_aantoonbaar_bij", "stemmen"
    ALLEEN_AANTOONBAAR_BIJ = "alleen_aantoonbaar_bij", "stemmen"

    # clusters
    TE_WEINIG_WIJKEN = "te_weinig_wijken", "n", "n_coefficienten"
    MINDER_GEMEENTEN_DAN_NODIG = "minder_gemeenten_dan_nodig", "n", "minimum"
    ALLE_WIJKEN_GELIJK = "alle_wijken_gelijk"
    NIET_TE_ONDERSCHEIDEN = "niet_te_onderscheiden", "termen"
    WCR_ONBEGRENSD = "wcr_onbegrensd"
    CRV3_ONBEPAALD = "crv3_onbepaald", "gemeenten"
    GEEN_AFWIJKINGEN = "geen_afwijkingen"

    # afhankelijkheid
    AFWIJKING_IN_EEN_GEMEENTE = "afwijking_in_een_gemeente"
    FACTOR_ALLEEN_TUSSEN_GEMEENTEN = "factor_alleen_tussen_gemeenten"
    TE_WEINIG_GEMEENTEN_MET_TWEE = "te_weinig_gemeenten_met_twee", "n", "minimum"
    FACTOR_ALLEEN_BINNEN_GEMEENTEN = "factor_alleen_binnen_gemeenten"
    GEEN_COORDINATEN = "geen_coordinaten"
    WEINIG_COORDINATEN = "weinig_coordinaten", "n"
    GEEN_BUUR = "geen_buur"
    TE_VEEL_BUREN = "te_veel_buren", "n", "maximum"
    RUIMTELIJKE_VARIANTIE = "ruimtelijke_variantie"
    # column toelichting: what a reader must know of an estimate
    MIXEDLM_ANDERS = "mixedlm_anders", "melding"
    RUIMTELIJKE_AFKAP = "ruimtelijke_afkap", "km"

    # circulariteit
    GEEN_DIMENSIE_AANGEWEZEN = "geen_dimensie_aangewezen"

    # meervoudig toetsen
    GEEN_P_WAARDE = "geen_p_waarde"
    ZELFDE_TOETS = "zelfde_toets", "model", "steekproef"

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
    # meetfout
    BEGINSCORE_VRIJWEL_RUIS = "beginscore_vrijwel_ruis"
    # weggelaten_variabelen
    KENMERK_KAN_NIET = "kenmerk_kan_niet"
    # placebo
    GEEN_METING_VOOR = "geen_meting_voor", "jaar"
    GEEN_METING_NA = "geen_meting_na", "jaar"
    GEEN_ZELFDE_TUSSENPOZEN = "geen_zelfde_tussenpozen"
    # trajectuitschieters
    GEEN_UITSCHIETERS = "geen_uitschieters"
    # regressielijn
    TE_WEINIG_WIJKEN_VOOR_LIJN = "te_weinig_wijken_voor_lijn", "n"
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
    # trajectgroepen
    TE_WEINIG_WIJKEN_VOOR_GROEPEN = "te_weinig_wijken_voor_groepen", "n", "nodig"
    KLEINSTE_GROEP_TE_KLEIN = "kleinste_groep_te_klein", "n"
    TOEWIJZINGSKANS_TE_LAAG = "toewijzingskans_te_laag", "kans"
    NIET_GECONVERGEERD = "niet_geconvergeerd"
    KMEANS_ZONDER_BIC = "kmeans_zonder_bic"
    # grolts: how an item of the checklist is met
    GROLTS_JAREN = "grolts_jaren", "jaren", "tussenpozen"
    GROLTS_ZELFDE_PEILJAAR = "grolts_zelfde_peiljaar"
    GROLTS_ALLE_SCORES = "grolts_alle_scores", "n_verwacht"
    GROLTS_SCORES_ONTBREKEN = "grolts_scores_ontbreken", "n_verwacht", "n_ontbreekt"
    GROLTS_NIETS_ONTBREEKT = "grolts_niets_ontbreekt"
    GROLTS_ONTBREKEN_NIET_GETOETST = "grolts_ontbreken_niet_getoetst"
    GROLTS_ALLEEN_VOLLEDIG = "grolts_alleen_volledig", "eindjaar", "n"
    GROLTS_VERDELING_PER_JAAR = "grolts_verdeling_per_jaar"
    GROLTS_EIGEN_IMPLEMENTATIE = "grolts_eigen_implementatie"
    GROLTS_SAMENHANG_BINNEN_GROEPEN = "grolts_samenhang_binnen_groepen"
    GROLTS_DRIE_VORMEN = "grolts_drie_vormen"
    GROLTS_GEBROKEN_LIJN = "grolts_gebroken_lijn", "crisisjaar", "rest_gebroken", "rest_recht"
    GROLTS_GEEN_COVARIATEN = "grolts_geen_covariaten"
    GROLTS_STARTS = "grolts_starts", "starts", "iteraties", "afmaken", "hoogstens"
    GROLTS_LAAGSTE_BIC = "grolts_laagste_bic", "min_aandeel", "min_kans", "trekkingen"
    GROLTS_MODELLEN = "grolts_modellen", "n", "minst", "meest", "vormen"
    GROLTS_WIJKEN_PER_GROEP = "grolts_wijken_per_groep"
    GROLTS_ENTROPIE = "grolts_entropie", "entropie"
    GROLTS_GEMARKEERD = "grolts_gemarkeerd"
    GROLTS_ALLE_AANTALLEN = "grolts_alle_aantallen"
    GROLTS_AFZONDERLIJKE_WIJKEN = "grolts_afzonderlijke_wijken"
    GROLTS_KENMERKEN = "grolts_kenmerken"
    GROLTS_VOLLEDIGE_CODE = "grolts_volledige_code"
    # ontbrekend
    NIETS_ONTBREEKT = "niets_ontbreekt"
    GROEP_IN_WEINIG_GEMEENTEN = "groep_in_weinig_gemeenten", "groep", "minimum"
