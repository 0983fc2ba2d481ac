"""How a wijkanalyse stands to the numbers: the join, the gemeente in its header, the verdict."""

from __future__ import annotations

from leefbaarheid.basis.redenen.code import Code


class KoppelReden(Code):
    """How a wijkanalyse stands to the numbers."""

    # column reden: what became of the wijk when it was looked up
    WIJK_IN_SELECTIE = "wijk_in_selectie"
    WIJK_BUITEN_SELECTIE = "wijk_buiten_selectie"
    WIJK_BUITEN_DE_EISEN = "wijk_buiten_de_eisen"
    WIJK_ZONDER_CLUSTER = "wijk_zonder_cluster"
    WIJK_BUITEN_SELECTIE_ZONDER_CLUSTER = "wijk_buiten_selectie_zonder_cluster"
    WIJK_ZONDER_SCORE = "wijk_zonder_score"

    # column opmerking: the header and the code name different gemeenten, it is of another time;
    # what of a Word file was not taken over as it stands
    ANDERE_GEMEENTE = "andere_gemeente", "gemeente", "gm_naam"
    WIJZIGINGEN_AANVAARD = "wijzigingen_aanvaard", "n"
    KANTTEKENINGEN_WEGGELATEN = "kanttekeningen_weggelaten", "n"
    KOPTEKST_WEGGELATEN = "koptekst_weggelaten", "tekst"
    TEKST_BOVEN_DE_KOP = "tekst_boven_de_kop", "tekst"
    EIGEN_NUMMERS = "eigen_nummers", "verwijzingen"
    DATUM_VER_VAN_EINDJAAR = "datum_ver_van_eindjaar", "jaar", "eindjaar"

    # column bespreking: verdict beside cluster
    OORDEEL_ZONDER_CLUSTER = "oordeel_zonder_cluster", "oordeel"
    GEMENGD_ONBESLIST = "gemengd_onbeslist", "cluster"
    GEMENGD_PAST = "gemengd_past", "cluster"
    GEMENGD_VERDEELD = ("gemengd_verdeeld",)
    OORDEEL_VERDEELD = "oordeel_verdeeld", "oordeel", "cluster"
    ZELFDE_RICHTING = "zelfde_richting", "oordeel", "cluster"
    TEGENGESTELDE_RICHTING = "tegengestelde_richting", "oordeel", "cluster"
    SCORE_VERANDERT_VERHAAL_NIET = "score_verandert_verhaal_niet", "oordeel", "cluster"
    VERHAAL_GUNSTIGER = "verhaal_gunstiger", "oordeel", "cluster"
    VERHAAL_ONGUNSTIGER = "verhaal_ongunstiger", "oordeel", "cluster"
