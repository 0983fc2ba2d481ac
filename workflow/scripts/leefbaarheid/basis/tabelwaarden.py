"""The fixed values of columns in result tables: one wing writes them, others read them.

A result table is all that statistics, figures and sentences share; what a column may hold is part
of that contract and stands here once. Names of groups, clusters and models are in `begrippen`, the
verdict on an association and the checks behind it in `oordeel`.
"""

from __future__ import annotations

from enum import StrEnum

from leefbaarheid.basis.begrippen import CLUSTERS, LAND, OVERIG, SELECTIE, VERANDERING


class Ernst(StrEnum):
    """`datakwaliteit`: column `ernst`, how bad what a check found is."""

    OK = "ok"
    LET_OP = "let_op"
    FOUT = "fout"


RICHTINGEN = GEDAALD, GESTAGNEERD, GESTEGEN = ("gedaald", "gestagneerd", "gestegen")
"""`ontwikkeling`: the three directions of a change, in the columns `aandeel_<richting>`;
`uitspraken_2017`: column `richting`."""
EENHEDEN = WIJKEN, BEWONERS = ("wijken", "bewoners")
"""`uitspraken_2017`: column `eenheid`, what the sentence of 2017 counts."""
NIET_GESTEGEN = "niet gestegen"
"""`uitspraken_2017`: column `richting`, gedaald and gestagneerd together."""


class Voorspelvorm(StrEnum):
    """`clustervoorspelling`: column `vorm`, what is regressed on the clusters and given what."""

    VERANDERING = "verandering"
    GEGEVEN_SCORE = "gegeven_score"
    """The change after the end year, given the score in it."""
    VANAF_VOLGENDE = "vanaf_volgende"
    """The same from the next measurement on: noise in the end year is not in the change."""


class Uitspraakoordeel(StrEnum):
    """`uitspraken_2017`: column `oordeel`, whether our share is one the words of 2017 allow."""

    PAST = "past"
    PAST_ZONDER_MARGE = "past zonder marge"
    """Only when every change counts, however small."""
    PAST_NIET = "past niet"
    NIET_TE_TOETSEN = "niet te toetsen"


GEMIDDELDE = "gemiddelde_verandering"
"""`vergelijkingen`: column `maat` of the mean change; else a direction or a cluster."""
BEGINSTAND, REST_VAN_LAND = "beginstand", "rest_van_land"
"""`vergelijkingen`: column `vergeleken_met` besides the other eligible wijken: where the selection
itself began, and all wijken in the country outside the selection; `spreiding`: the latter in column
`groep`."""
SPREIDINGSMATEN = VAN_SCORE, VAN_VERANDERING = ("score", "verandering")
"""`spreiding`: column `maat`, of what the standard deviation is."""

CONSTANTE, BEGINSCORE, BASISSCORE = "constante", "beginscore", "basisscore"
GEEN_FACTOR = (CONSTANTE, BEGINSCORE, BASISSCORE)
"""`regressie` and the checks on it: what column `term` holds besides the factors."""


class Meting(StrEnum):
    """`regressie`: column `meting`, when a term was measured with respect to the window."""

    VOOR = "voor"
    TIJDENS = "tijdens"
    NA = "na"
    ONBEKEND = "onbekend"


HERKOMSTEN = UIT_CONFIGURATIE, UIT_MEETFOUT = ("configuratie", "uit_meetfout")
"""`marge`: column `herkomst`; the latter is also the key of the config that asks for it."""
ALLE_JAREN = "alle jaren"
"""`meetfout`: column `meting` of the mean over the years, else a year."""
INDELINGEN = NAAR_CLUSTER, NAAR_RICHTING = ("cluster", "richting")
ALLE = "alle"
"""`misclassificatie`: column `indeling`, and in column `groep` all groups together."""
DOORSNEE = "doorsnee"
"""`marge`: column `periode` of two years of average noise, else `van-tot`."""

VERLIESSOORTEN = FACTOR, SCORE, SAMEN = ("factor", "score", "samen")
"""`verlies`: column `soort`, what a wijk has no value for; the last one is any factor."""
TOTAAL, TOTAAL_ZONDER, GEEN_UITKOMST = "totaal", "totaal_zonder_", "geen"
"""`circulariteit`: column `uitkomst` holds a dimension, the total score, the total without one
dimension (its code follows) or, where a window has no dimensions at all, none."""
PRIMAIR, VERKENNEND = "primair", "verkennend"
"""`toetsen`: column `familie`, the tests that are corrected together."""
CORRECTIES = NAAR_HOLM, NAAR_BENJAMINI_HOCHBERG = ("Holm", "Benjamini-Hochberg")
"""`toetsen`: column `methode`."""
SCHEIDING = "; "
"""Between the names in one cell: `specificaties`, column `factoren`, and
`afhankelijkheid_oordeel`, column `telt_niet`."""
VERDELINGEN = RADEMACHER, WEBB = ("rademacher", "webb")
"""`clusters` of the checks: column `wcr_verdeling`, the weights of the bootstrap."""


class Rekenwijze(StrEnum):
    """`afhankelijkheid`: column `variant`, how dependence between wijken is dealt with."""

    OLS = "ols"
    RANDOM_INTERCEPT = "random_intercept"
    CONLEY = "conley"


BUURKEUZES = KNN, AFSTAND, AFSTAND_ELK = ("knn", "afstand", "afstand_elk")
"""`moran`: column `gewichten`, who are neighbours; the last one is within the smallest distance at
which every wijk has one."""


SEGMENTEN = HOOFDSEGMENT, VOOR_CRISIS, NA_CRISIS = ("hoofdvenster", "voor_crisis", "na_crisis")
"""`binnen_tussen`: column `segment`, the main window, and the years before and after the crisis
year."""
CRV3_GEMEENTE, REML_BOOTSTRAP = "crv3", "reml_bootstrap"
TUSSENSCHATTERS = (CRV3_GEMEENTE, REML_BOOTSTRAP)
"""`binnen_tussen`: column `schatter`, least squares with the jackknife over gemeenten, or a level
per gemeente by REML with a parametric bootstrap."""


class Schatstatus(StrEnum):
    """`afhankelijkheid`: column `status`, whether a variant was estimated, and how well."""

    GESCHAT = "geschat"
    SINGULIER = "singulier"
    NIET_GECONVERGEERD = "niet_geconvergeerd"
    NIET_TE_TOETSEN = "niet_te_toetsen"


class Vormoordeel(StrEnum):
    """`lord`: column `oordeel`, what the model forms say together about a factor."""

    EENSGEZIND = "eensgezind"
    TEKEN_VERSCHILT = "teken_verschilt"
    """The signs differ and no estimate is clear."""
    AANTOONBAARHEID_VERSCHILT = "aantoonbaarheid_verschilt"
    TEGENGESTELD = "tegengesteld"
    """Two clear estimates have opposite signs."""
    NIET_TE_VERGELIJKEN = "niet_te_vergelijken"
    """Fewer than two forms have an estimate."""


class Schatwijze(StrEnum):
    """`varianten`: column `variant`, how the main regression was estimated."""

    HOOFD = "hoofd"
    HC3 = "hc3"
    HUBER = "huber"
    GEWOGEN = "gewogen"
    ZONDER_INVLOEDRIJK = "zonder_invloedrijk"


COOK, DFBETAS = "cook", "dfbetas"
"""`invloed`: column `maat`, influence on the whole regression or on one coefficient."""
RESET = "RESET"
"""`vorm`: column `toets`."""

ROLLEN = GEKOZEN, MEERGROEPEN = ("gekozen", "meer_groepen")
"""`trajectmaten`: column `rol` of the solution with the lowest BIC among those that meet the
demands, and of the best one with more groups where the chosen one has a single group."""
ALLE_WIJKEN, ZONDER_UITSCHIETERS = "alle", "zonder_uitschieters"
"""`trajectoplossingen`: column `wijken`, among which groups were looked for."""
METHODEN = VOL, DIAGONAAL, GELIJK, KMEANS = ("vol", "diagonaal", "gelijk", "kmeans")
"""`trajectmaten` and the other tables of groups: column `methode`, the covariance of the groups in
a mixture (full; diagonal; one full matrix that all share), or k-means."""
KENMERKEN = NIVEAU, HELLING_VOOR, HELLING_NA = ("niveau", "helling_voor", "helling_na")
"""`trajectkenmerken`: column `kenmerk`, level in the crisis year (score) and change per year before
and after it (score points)."""
GERAPPORTEERD = GEMELD, DEELS, NIET_VAN_TOEPASSING = ("ja", "deels", "niet_van_toepassing")
"""`grolts`: column `gerapporteerd`."""

GEEN = "geen"
ZONDER_GROOTSTE, ZONDER_VIER_GROOTSTE = "zonder_grootste", "zonder_vier_grootste"
ALLEEN_GROTERE = "min_inwoners"
BEPERKINGEN = (GEEN, ZONDER_GROOTSTE, ZONDER_VIER_GROOTSTE, ALLEEN_GROTERE)
NAAR_INWONERS = "inwoners"
GEWICHTEN = (GEEN, NAAR_INWONERS)
SCHATTERS = OLS, GEMEENTE_EFFECTEN = ("ols", "gemeente_effecten")
"""`specificaties`: which wijken are left out, what a wijk weighs, what is compared."""

VENSTERS = HOOFDVENSTER, MET_ANDERE = ("hoofdvenster", "met andere vensters")
"""`specificatietoets`: column `vensters`, the specifications that are tested together; the last one
also has the windows before which the factor was measured."""
MEDIAAN, TEKEN = "mediaan", "aandeel_dominant_teken"
SIGNIFICANT, STOUFFER = "aandeel_significant", "stouffer_z"
STATISTIEKEN = (MEDIAAN, TEKEN, SIGNIFICANT, STOUFFER)
OORDELEND = (MEDIAAN, SIGNIFICANT, STOUFFER)
"""`specificatietoets`: column `statistiek`, and those of Simonsohn and others (2020), on which a
verdict rests.

The share with the dominant sign, of their working paper (2015), is shown beside them: it stops at
100%, which correlated specifications often reach without any association as well.
"""

EDITIE, REGELEQUIVALENT = "editie", "regelequivalent"
"""`placebo`: column `variant` of the edition itself and, where its selection is a list, of the same
number of lowest scores; `simulatie`: the latter in column `groep`."""
ZONDER_VOORWAARDEN = "zonder_voorwaarden"
VASTE_VARIANTEN = (EDITIE, ZONDER_VOORWAARDEN)
"""`selectiegevoeligheid`: column `variant`, besides the names of `selectie.varianten`."""
KOLOM_VAN_CLUSTER = dict(
    zip(
        CLUSTERS,
        ("succes", "vroegsignalering", "gestaag_herstel", "terugval", "niet_ingedeeld"),
        strict=True,
    )
)
"""`placebo`: the name of a cluster in the columns `n_<naam>` and `aandeel_<naam>`."""

SIMULATIEGROEPEN = (SELECTIE, REGELEQUIVALENT)
"""`simulatie`: column `groep`."""
SIMULATIEMODELLEN = RUIS, BEWEGING = ("alleen_ruis", "ruis_en_beweging")
"""`simulatie`: column `model`, what moves besides the mean of all wijken."""
MEER, MINDER, PAST, BINNEN = "meer", "minder", "past", "binnen"
"""`simulatie` and `simulatie_clusters`: column `oordeel`, what was observed against what the
simulation expects; `past` where one lies in the interval of the other, `binnen` where the count
lies in the interval."""

LIJNEN = ALLE_OVERIGE, LAAGSTE_HELFT = ("alle_overige", "laagste_helft")
"""`regressielijn`: column `lijn`, the wijken outside the selection that the line comes from."""

LAND_GROOTTEKLASSE = "land_grootteklasse"
POOLS = (OVERIG, LAND, LAND_GROOTTEKLASSE)
"""`vergelijking`, `balans`, `paren`: column `pool`, where counterparts are looked for; the last one
only in a gemeente of the same size."""
LOG_INWONERS = "log_inwoners"
"""`balans`: column `variabele` holds this, `lbm_<jaar>` or a factor."""

VOLLEDIG, EN = "volledig", " + "
"""`patroon`: column `patroon` where nothing is missing, and between the names of what is."""
ALLE_FACTOREN = "alle factoren"
"""`uitval` and `verlies`: column `factor` of the wijken that miss at least one."""
EINDSCORE = "eindscore"
UITVALSCORES = (BEGINSCORE, EINDSCORE, VERANDERING)
"""`uitval`: column `score`, what is compared between wijken with and without a value."""
SCHATTINGEN = COMPLETE_CASE, IMPUTATIE = ("complete_case", "imputatie")
"""`imputatie`: column `schatting`."""
NIVEAUS = PER_WIJK, PER_GEMEENTE = ("wijk", "gemeente")
"""`ingevuld`: column `niveau`, whether a factor has a value per wijk or per gemeente."""


class Advieslaag(StrEnum):
    """What an advice is about: a theme of the edition, or the wijken of one analysis."""

    THEMA = "thema"
    WIJK = "wijk"


class Koppelstatus(StrEnum):
    """`wijkanalyses`: column `koppelstatus`, how a wijk of a wijkanalyse is in the numbers."""

    IN_SELECTIE = "in_selectie"
    BUITEN_SELECTIE = "buiten_selectie"
    ZONDER_CLUSTER = "zonder_cluster"
    ZONDER_SCORE = "zonder_score"


GEEN_CLUSTER = "geen cluster"
"""`congruentie`: column `cluster` of the wijken that have none."""

VORMEN = VORM_SAMEN, VORM_APART = ("samen", "apart")
"""`jaren`: column `vorm`, all factors in one model or every factor by itself."""


class Zijde(StrEnum):
    """`jaren_toets`: column `zijde`, which years are tested together."""

    VOOR = "voor"
    NA = "na"


MATEN = PER_JAAR, PER_METING = ("per_jaar", "per_meting")
"""`jaren_grenzen`: column `maat`, what a step is over which two groups may drift apart."""


class Rol(StrEnum):
    """`verandering_edities`: column `rol`."""

    OUD = "oud"
    NIEUW = "nieuw"


class Verandering(StrEnum):
    """`verandering_*`: column `verandering`, what became of a row of the previous edition."""

    GELIJK = "gelijk"
    GEWIJZIGD = "gewijzigd"
    VERDWENEN = "verdwenen"
    ERBIJ = "erbij"


class Onderdeel(StrEnum):
    """`verandering_overzicht`: column `onderdeel`."""

    INSTELLINGEN = "instellingen"
    BRONNEN = "bronbestanden"
    CODE = "rekencode"
    PAKKETTEN = "pakketten"
    WIJKEN = "wijkcodes"
    SCORES = "scores"
    SELECTIE = "selectie"
    CLUSTERS = "clusters"
    COEFFICIENTEN = "coefficienten"
    OORDELEN = "oordelen"
    CIJFERS = "cijfers"
    ZINNEN = "zinnen"


BRONSOORTEN = BRON, PAKKET, CODE = ("bron", "pakket", "code")
"""`verandering_bronnen`: column `soort`."""


class Sleutelsoort(StrEnum):
    """`verandering_instellingen`: column `soort`, whether a key can change an outcome."""

    KEUZE = "keuze"
    WEERGAVE = "weergave"
