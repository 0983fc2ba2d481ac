"""Why something differs between two editions, or cannot be compared."""

from __future__ import annotations

from leefbaarheid.basis.redenen.code import Code


class VeranderReden(Code):
    """Why something differs between two editions, or cannot be compared.

    A field with several names or years has a space between them.
    """

    # verandering_selectie, column reden: why a wijk came in or fell out
    CODE_NIEUW = "code_nieuw"
    CODE_WEG = "code_weg"
    ZELFDE_NAAM = "zelfde_naam", "code"
    SELECTIEREGEL = "selectieregel", "sleutels"
    AANTAL_INWONERS = "aantal_inwoners", "oud", "nieuw", "grens"
    AANTAL_INWONERS_GEMEENTE = "aantal_inwoners_gemeente", "oud", "nieuw", "grens"
    SCORE_NIET_COMPLEET = "score_niet_compleet", "jaren"
    ANDERE_WAARDE = "andere_waarde", "kenmerk", "oud", "nieuw"
    ANDER_LABEL = "ander_label"
    EIGEN_SCORE_HERZIEN = "eigen_score_herzien", "jaar", "oud", "nieuw"
    GRENS_VERSCHOOF = "grens_verschoof", "oud", "nieuw"

    # verandering_clusterwijken, column reden: why a wijk is in another cluster
    CLUSTERREGEL = "clusterregel", "sleutels"
    SCORES_HERZIEN = "scores_herzien", "jaren"
    ANDERE_MARGE = "andere_marge", "oud", "nieuw"
    CLUSTER_ONBEKEND = "cluster_onbekend"

    # verandering_overzicht, column aanleiding: what changed of all that a part depends on
    DOOR_INSTELLINGEN = "door_instellingen"
    DOOR_BRON = "door_bron", "namen"
    DOOR_SCORES = "door_scores"
    DOOR_SELECTIE = "door_selectie"
    DOOR_CODE = "door_code"
    DOOR_PAKKETTEN = "door_pakketten"
    NIET_TE_HERLEIDEN = "niet_te_herleiden"

    # any table, column reden: why there is nothing to compare
    ALLEEN_OUD = "alleen_oud"
    ALLEEN_NIEUW = "alleen_nieuw"
    GEEN_GEDEELDE_WIJKEN = "geen_gedeelde_wijken"
    TABEL_ONTBREEKT = "tabel_ontbreekt", "tabel", "kant"
    TEKST_ONTBREEKT = "tekst_ontbreekt", "kant"
    CODE_NIET_GENOEMD = "code_niet_genoemd"
