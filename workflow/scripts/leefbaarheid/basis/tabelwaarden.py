"""The fixed values of columns in result tables: one wing writes them, others read them.

A result table is all that statistics, figures and sentences share; what a column may hold is part
of that contract and stands here once. Names of groups, clusters and models are in `begrippen`.
"""

from __future__ import annotations

from enum import StrEnum

from leefbaarheid.basis.begrippen import CLUSTERS

RICHTINGEN = ("gedaald", "gestagneerd", "gestegen")
"""`ontwikkeling`: the three directions of a change, in the columns `aandeel_<richting>`."""

CONSTANTE, BEGINSCORE, BASISSCORE = "constante", "beginscore", "basisscore"
GEEN_FACTOR = (CONSTANTE, BEGINSCORE, BASISSCORE)
"""`regressie` and the checks on it: what column `term` holds besides the factors."""

TOTAAL, TOTAAL_ZONDER, GEEN_UITKOMST = "totaal", "totaal_zonder_", "geen"
"""`circulariteit`: column `uitkomst` holds a dimension, the total score, the total without one
dimension (its code follows) or, where a window has no dimensions at all, none."""
PRIMAIR, VERKENNEND = "primair", "verkennend"
"""`toetsen`: column `familie`, the tests that are corrected together."""
SCHEIDING = "; "
"""Between the names in one cell: `specificaties`, column `factoren`, and
`afhankelijkheid_oordeel`, column `telt_niet`."""


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


GEKOZEN, MEERGROEPEN = "gekozen", "meer_groepen"
"""`trajectmaten`: column `rol` of the solution with the lowest BIC among those that meet the
demands, and of the best one with more groups where the chosen one has a single group."""
KMEANS = "kmeans"
METHODEN = ("vol", "diagonaal", "gelijk", KMEANS)
"""`trajectmaten` and the other tables of groups: column `methode`, the covariance of the groups in
a mixture (full; diagonal; one full matrix that all share), or k-means."""
NIVEAU, HELLING_VOOR, HELLING_NA = "niveau", "helling_voor", "helling_na"
"""`trajectkenmerken`: column `kenmerk`, level in the crisis year (score) and change per year before
and after it (score points)."""
GEMELD, DEELS, NIET_VAN_TOEPASSING = "ja", "deels", "niet_van_toepassing"
"""`grolts`: column `gerapporteerd`."""

BEPERKINGEN = ("geen", "zonder_grootste", "zonder_vier_grootste", "min_inwoners")
GEWICHTEN = ("geen", "inwoners")
SCHATTERS = ("ols", "gemeente_effecten")
"""`specificaties`: which wijken are left out, what a wijk weighs, what is compared."""

ALLE_VENSTERS, HOOFDVENSTER = "alle vensters", "hoofdvenster"
"""`specificatietoets`: column `vensters`, the specifications that are tested together."""
MEDIAAN, TEKEN = "mediaan", "aandeel_dominant_teken"
SIGNIFICANT, STOUFFER = "aandeel_significant", "stouffer_z"
OORDELEND = (MEDIAAN, SIGNIFICANT, STOUFFER)
"""`specificatietoets`: the statistics of Simonsohn and others (2020), on which a verdict rests.

The share with the dominant sign, of their working paper (2015), is shown beside them: it stops at
100%, which correlated specifications often reach without any association as well.
"""

EDITIE, REGELEQUIVALENT = "editie", "regelequivalent"
"""`placebo`: column `variant` of the edition itself and, where its selection is a list, of the same
number of lowest scores; `simulatie`: the latter in column `groep`."""
KOLOM_VAN_CLUSTER = dict(
    zip(
        CLUSTERS,
        ("succes", "vroegsignalering", "gestaag_herstel", "terugval", "niet_ingedeeld"),
        strict=True,
    )
)
"""`placebo`: the name of a cluster in the columns `n_<naam>` and `aandeel_<naam>`."""

RUIS, BEWEGING = "alleen_ruis", "ruis_en_beweging"
"""`simulatie`: column `model`, what moves besides the mean of all wijken."""

POOLS = ("overig_in_aanmerking", "land", "land_grootteklasse")
"""`vergelijking`, `balans`, `paren`: column `pool`, where counterparts are looked for; the last one
only in a gemeente of the same size."""
LOG_INWONERS = "log_inwoners"
"""`balans`: column `variabele` holds this, `lbm_<jaar>` or a factor."""

VOLLEDIG, EN = "volledig", " + "
"""`patroon`: column `patroon` where nothing is missing, and between the names of what is."""
ALLE_FACTOREN = "alle factoren"
"""`uitval`: column `factor` of the wijken that miss at least one."""
COMPLETE_CASE, IMPUTATIE = "complete_case", "imputatie"
"""`imputatie`: column `schatting`."""
