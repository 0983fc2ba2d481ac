"""What the bundled example edition is made from: fictional wijken whose true effects are known.

The factors, the dimensions and everything else that was chosen stand here; how scores follow from
them is in `scores`, what a regression on them should find in `waarheid`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from leefbaarheid.basis import begrippen
from leefbaarheid.voorbeeld.namen import GEMEENTEN, Gemeente

ZAAD = 1391
JAREN = (2002, 2008, 2012, 2014, 2016, 2018, 2020, 2022)
DIMENSIES = tuple(begrippen.DIMENSIES)
DIMENSIE_JAREN = (2014, 2018, 2020, 2022)
AFW_BASIS = 4.1022648511
"""Fixed base of `afw` in every year (DOMAIN.md section 2)."""
N_LABEL = {"aandachtswijk": 40, "prioriteitswijk": 56, "probleemwijk": 100}
LABELS = tuple(N_LABEL)
"""The historical labels; `N_LABEL` is how many wijken get each."""

LEEFBAAROMETER = "Leefbaarometer-scores wijken 2002-2022.csv"
CONTEXT = "contextfactoren-wijken.csv"
CODEBOEK = "codeboek-contextfactoren.csv"
SELECTIELIJST = "selectielijst.csv"
DATASHEET = "DATASHEET.md"
"""The files of the edition, named like the official ones."""


@dataclass(frozen=True)
class Factor:
    """One contextual factor: its place in the codebook and its true effects.

    Args:
        naam, label, eenheid, peiljaar, concept, toelichting: the codebook row.
        decimalen: decimals in the published table.
        schaal: number of natural units that `effect` is expressed in.
        referentie: value at which the factor contributes nothing (about the national mean).
        effect: true effect on the next score per `schaal`, one per step between two measurements
            (2002-2008, 2008-2012, 2012-2014, 2014-2016, 2016-2018, 2018-2020, 2020-2022).
        leeg: share of wijken with an empty cell, at random.
        leeg_gemeenten: number of gemeenten in which the factor is missing altogether.
    """

    naam: str
    label: str
    eenheid: str
    peiljaar: str
    concept: str
    toelichting: str
    decimalen: int
    schaal: float
    referentie: float
    effect: tuple[float, ...]
    leeg: float
    leeg_gemeenten: int = 0


N_GROOTSTE = 10
"""The biggest gemeenten, which the wijkanalyses are about: each has vulnerable wijken."""
GEEN_EFFECT = (0.0,) * (len(JAREN) - 1)

# AANNAME: de ware effecten van de voorbeelddata zijn gekozen; ze zeggen niets over echte wijken.
#   Waarom: zo is na te gaan of de rekenwijze terugvindt wat erin zit.
#   Gevolg: de samenhangen in deze editie zijn die van de gekozen waarden, met ruis.
#   Onderwerp: voorbeeld. Als: fictief. Zie: sec-modellen.
FACTOREN = (
    Factor(
        "woz_verandering_2009_2014",
        "Verandering gemiddelde woningwaarde 2009-2014",
        "%",
        "2009-2014",
        "crisisblootstelling",
        "fictief; gemeentelijke daling plus een deel per wijk",
        decimalen=2,
        schaal=1,
        referentie=-12.3,
        effect=(0.0, 0.0013, 0.0022, 0.0005, 0.0, 0.0, 0.0),
        leeg=0.005,
        leeg_gemeenten=3,
    ),
    Factor(
        "werkloosheid_verandering_2008_2013",
        "Verandering werkloosheid 2008-2013",
        "procentpunt",
        "2008-2013",
        "crisisblootstelling",
        "fictief; gemeentelijke stijging plus een deel per wijk",
        decimalen=2,
        schaal=1,
        referentie=2.9,
        effect=(0.0, -0.0040, -0.0080, -0.0020, 0.0, 0.0, 0.0),
        leeg=0.015,
    ),
    Factor(
        "corporatie_pct_2008",
        "Woningen in bezit van corporaties",
        "%",
        "2008",
        "corporatiebezit",
        "fictief",
        decimalen=2,
        schaal=10,
        referentie=24.0,
        effect=(0.0, 0.0, -0.0020, -0.0010, -0.0010, 0.0, -0.0010),
        leeg=0.015,
    ),
    Factor(
        "particuliere_huur_pct_2008",
        "Particuliere huurwoningen",
        "%",
        "2008",
        "woningvoorraad",
        "fictief",
        decimalen=2,
        schaal=10,
        referentie=11.0,
        effect=(0.0, -0.0020, -0.0040, -0.0030, -0.0020, -0.0010, 0.0),
        leeg=0.015,
    ),
    Factor(
        "bouw_1945_1974_pct_2008",
        "Woningen uit 1945-1974",
        "%",
        "2008",
        "woningvoorraad",
        "fictief",
        decimalen=2,
        schaal=10,
        referentie=30.0,
        effect=(-0.0005, -0.0005, -0.0010, -0.0005, 0.0, 0.0, 0.0),
        leeg=0.025,
    ),
    Factor(
        "laag_inkomen_pct_2008",
        "Huishoudens met een laag inkomen",
        "%",
        "2008",
        "sociaal-economisch",
        "fictief",
        decimalen=1,
        schaal=10,
        referentie=21.0,
        effect=(-0.0040, -0.0040, -0.0080, -0.0080, -0.0070, -0.0040, -0.0060),
        leeg=0.015,
    ),
    Factor(
        "dichtheid_2008",
        "Woningdichtheid",
        "1.000 woningen per km²",
        "2008",
        "ligging",
        "fictief; waar effect nul",
        decimalen=3,
        schaal=1,
        referentie=1.5,
        effect=GEEN_EFFECT,
        leeg=0.005,
    ),
    Factor(
        "stedelijkheid_2008",
        "Stedelijkheid",
        "klasse (1 = zeer sterk, 5 = niet stedelijk)",
        "2008",
        "ligging",
        "fictief; klasse naar omgevingsadressendichtheid; waar effect nul",
        decimalen=0,
        schaal=1,
        referentie=3.0,
        effect=GEEN_EFFECT,
        leeg=0.0,
    ),
)


@dataclass(frozen=True)
class Dimensie:
    """How one dimension follows the total: mean per year, share of the deviation, and loadings.

    Args:
        gemiddelde: national mean per year of DIMENSIE_JAREN; over dimensions they add up to the
            national mean of `afw`.
        aandeel: share of a deviation of the total from its mean; adds up to 1 over dimensions.
        stedelijk, kwetsbaar: loadings on the urban factor and on the latent kwetsbaarheid; each
            adds up to 0 over dimensions.
        overig: loadings on three further factors; each adds up to 0 over dimensions.
    """

    gemiddelde: tuple[float, ...]
    aandeel: float
    stedelijk: float
    kwetsbaar: float
    overig: tuple[float, float, float]


VERDELING = {
    "fys": Dimensie((0.002, 0.004, 0.005, 0.006), 0.16, -0.020, 0.030, (0.041, 0.0, 0.0)),
    "onv": Dimensie((0.036, 0.045, 0.045, 0.046), 0.30, -0.036, -0.060, (-0.011, 0.017, 0.005)),
    "soc": Dimensie((0.043, 0.042, 0.038, 0.036), 0.19, -0.034, -0.022, (-0.011, -0.006, -0.014)),
    "vrz": Dimensie((-0.081, -0.076, -0.068, -0.072), 0.17, 0.116, 0.070, (-0.010, 0.003, 0.0)),
    "won": Dimensie(
        (0.0247, 0.0287, 0.0287, 0.0347), 0.18, -0.026, -0.018, (-0.009, -0.014, 0.009)
    ),
}
"""How the total is shared out over the dimensions."""


@dataclass(frozen=True)
class Parameters:
    """Everything that the example edition is made from. Scores are in points of `lbm`.

    Args:
        gemeenten: name, number of wijken and inhabitants, biggest first.
        factoren: the contextual factors with their true effects.
        gemiddelden: national wijk mean per measurement (DOMAIN.md section 3).
        rho: persistence of a deviation from the mean, per step.
        sigma_u, sigma_e: standard deviation per step of what a gemeente shares and of the rest.
        afstand: distance in 2002 between a wijk with kwetsbaarheid 1 and one with 0.
        sigma_gemeente_2002, sigma_2002: spread in 2002 between gemeenten and within, besides that.
        kans_kwetsbaar: share of vulnerable wijken in a typical big gemeente; `kans_klein` holds
            under `min_inwoners_gemeente`, `kans_grootste` is the least share in the ten biggest
            and `kans_eigen` sets the share of single gemeenten.
        n_selectie, min_inwoners, min_inwoners_gemeente: size and base of the selection.
        sigma_selectie, sigma_label: noise on the score of 2002 with which wijken came on a list at
            all, and with which each label was handed out among them.
        n_label: wijken per label; who is left without any becomes probleemwijk.
        n_leeg: extra wijken without scores; `n_onvolledig`: wijken that miss some years.
        klassengrens, delta: cut between klasse 4 and 5 and tolerance of the cluster rule, used
            only to hand out the names of the wijkanalyses.
        dimensies: how the total is shared out.
    """

    gemeenten: tuple[Gemeente, ...] = GEMEENTEN
    factoren: tuple[Factor, ...] = FACTOREN
    gemiddelden: tuple[float, ...] = (4.096, 4.101, 4.115, 4.127, 4.142, 4.146, 4.151, 4.153)
    rho: tuple[float, ...] = (0.885, 0.880, 0.880, 0.905, 0.895, 0.875, 0.910)
    sigma_u: tuple[float, ...] = (0.013, 0.010, 0.012, 0.010, 0.009, 0.010, 0.010)
    sigma_e: tuple[float, ...] = (0.040, 0.036, 0.036, 0.035, 0.035, 0.032, 0.033)
    afstand: float = 0.34
    sigma_gemeente_2002: float = 0.028
    sigma_2002: float = 0.046
    kans_kwetsbaar: float = 0.17
    kans_klein: float = 0.02
    kans_eigen: Mapping[str, float] = field(default_factory=lambda: {"Havermeer": 0.36})
    kans_grootste: float = 0.20
    n_selectie: int = 140
    min_inwoners: int = 1000
    min_inwoners_gemeente: int = 70_000
    # AANNAME: de historische labels volgen in de voorbeelddata de score van 2002, met ruis.
    #   Waarom: ook de echte labels horen bij een lage score, maar niet precies.
    #   Gevolg: een deel van de stijging van de selectie is regressie naar het gemiddelde, zoals te
    #   verwachten is bij een keuze op een lage score.
    #   Onderwerp: voorbeeld. Als: fictief. Zie: sec-rob-gemiddelde.
    sigma_selectie: float = 0.02
    sigma_label: float = 0.05
    n_label: Mapping[str, int] = field(default_factory=lambda: N_LABEL)
    n_leeg: int = 10
    n_onvolledig: int = 8
    klassengrens: float = 3.938
    delta: float = 0.02
    dimensies: Mapping[str, Dimensie] = field(default_factory=lambda: VERDELING)
