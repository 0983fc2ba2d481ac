"""What the data stage found, per check of the data quality report."""

from __future__ import annotations

from leefbaarheid.basis.redenen.code import Code


class DataReden(Code):
    """What a check found; `n` counts what stands out: wijken, rows or scores, as the check does.

    A field that names several things has them one after the other, with `SCHEIDING` between them.
    """

    # the file
    CODERING = "codering", "codering"
    SCHEIDINGSTEKEN = "scheidingsteken", "teken"
    WIJKANALYSES_NIET_GENOEMD = "wijkanalyses_niet_genoemd", "map", "n"
    OVERGELEZEN = "overgelezen", "n", "kolommen"
    # codes and keys
    WIJKCODES_GOED = "wijkcodes_goed"
    WIJKCODES_FOUT = "wijkcodes_fout", "n"
    EENMAAL_PER_JAAR = "eenmaal_per_jaar"
    EENMAAL = "eenmaal"
    DUBBELE_REGELS = "dubbele_regels", "n"
    GEMEENTECODE_PAST = "gemeentecode_past"
    GEMEENTECODE_PAST_NIET = "gemeentecode_past_niet", "n"
    # years
    SCORE_IN_JAAR = "score_in_jaar", "jaar"
    GEEN_SCORE_IN_JAAR = "geen_score_in_jaar", "jaar", "n"
    REEKS_VOLLEDIG = "reeks_volledig"
    # `wijken` are those that are large enough to be eligible, and may be empty
    REEKS_ONVOLLEDIG = "reeks_onvolledig", "n", "wijken"
    JAAR_NIET_GEBRUIKT = "jaar_niet_gebruikt", "jaar"
    # the release of the file, by its version and years, with the year of its borders
    UITGAVE = "uitgave", "versie", "van", "tot", "indeling"
    UITGAVE_ONBEKEND = "uitgave_onbekend", "versie", "van", "tot"
    # scores; from lowest to highest score, and the range that is expected
    SCORES_IN_BEREIK = "scores_in_bereik", "van", "tot", "laag", "hoog"
    SCORES_BUITEN_BEREIK = "scores_buiten_bereik", "van", "tot", "laag", "hoog", "n"
    BASIS_VAST = "basis_vast"
    BASIS_NIET_VAST = "basis_niet_vast", "n"
    BASIS_UIT_BESTAND = "basis_uit_bestand", "basis"
    # dimensions; `gevuld` of the `n` wijken have all five
    DIMENSIES_ALLE = "dimensies_alle", "jaar"
    DIMENSIES_DEELS = "dimensies_deels", "jaar", "gevuld", "n"
    DIMENSIES_GEEN = "dimensies_geen", "jaar"
    SOM_KLOPT = "som_klopt", "jaar"
    SOM_KLOPT_NIET = "som_klopt_niet", "jaar", "n"
    DIMENSIES_OP_PLAATS = "dimensies_op_plaats", "versie"
    DIMENSIES_ONDUIDELIJK = "dimensies_onduidelijk", "versie"
    DIMENSIES_NIET_NAGEGAAN = "dimensies_niet_nagegaan", "versie"
    # wijken whose score jumps in a year: the measurement before it (year and score) and the new
    # score, one of each per wijk; `gebruikelijk` is the usual change (points)
    SPRONG = (
        "sprong",
        "jaar",
        "n",
        "wijken",
        "vorige_jaren",
        "vorige",
        "nieuwe",
        "gebruikelijk",
    )
    GEEN_SPRONG = "geen_sprong"
    # a year whose mean or spread (`maat`) breaks with the year before it and, where `volgend_jaar`
    # is not empty, with the one after it
    JAAR_BREEKT = (
        "jaar_breekt",
        "maat",
        "kolom",
        "jaar",
        "waarde",
        "vorig_jaar",
        "vorig",
        "volgend_jaar",
        "volgend",
    )
    JAAR_HANGT_NIET_SAMEN = (
        "jaar_hangt_niet_samen",
        "kolom",
        "jaar",
        "vorig_jaar",
        "correlatie",
    )
    JAREN_SLUITEN_AAN = "jaren_sluiten_aan"
    # scores and labels of wijken of another year; `wijken` names them all
    SCORES_SAMENGEVOEGD = "scores_samengevoegd", "n", "wijken", "van", "naar"
    SCORES_OVERGENOMEN = "scores_overgenomen", "n", "wijken", "van", "naar"
    SCORES_NIET_HERLEID = "scores_niet_herleid", "n", "wijken", "van", "naar"
    LABEL_GEMENGD = "label_gemengd", "n", "wijken"
    # the sources side by side; `wijken` names them all ("Zuidas (WK036323); ...")
    OOK_IN_CONTEXT = "ook_in_context"
    NIET_IN_CONTEXT = "niet_in_context", "n", "wijken"
    OOK_IN_LEEFBAAROMETER = "ook_in_leefbaarometer"
    NIET_IN_LEEFBAAROMETER = "niet_in_leefbaarometer", "n", "wijken"
    ONTBREKEN_AANVAARD = "ontbreken_aanvaard", "n", "wijken"
    AANVAARD_OVERBODIG = "aanvaard_overbodig", "n", "wijken"
    NAAM_VAST = "naam_vast"
    NAAM_WISSELT = "naam_wisselt", "n"
    NAMEN_GELIJK = "namen_gelijk"
    # `namen`: of the wijken whose names are not alike, the name in either source with " / " between
    NAMEN_VERSCHILLEN = "namen_verschillen", "n", "namen"
    KAART_VOLLEDIG = "kaart_volledig"
    NIET_OP_KAART = "niet_op_kaart", "n", "gebieden"
    ALLEEN_OP_KAART = "alleen_op_kaart", "n", "gebieden"
    # the context table; `aandeel` of all wijken (0-1)
    INWONERS_BEKEND = "inwoners_bekend"
    INWONERS_ONBEKEND = "inwoners_onbekend", "n", "wijken"
    ALLE_BEWOOND = "alle_bewoond"
    ONBEWOOND = "onbewoond", "n"
    FACTOR_GEVULD = "factor_gevuld"
    FACTOR_ONTBREEKT = "factor_ontbreekt", "n", "aandeel"
    # values beyond the fence `laag` to `hoog`, the furthest first; `waarden` are those of `wijken`
    VER_VAN_DE_REST = "ver_van_de_rest", "kolom", "n", "wijken", "waarden", "laag", "hoog"
    # the selection list
    LIJST_VOLLEDIG = "lijst_volledig"
    LIJST_ONVOLLEDIG = "lijst_onvolledig", "n", "wijken"
