"""Generator of the bundled example edition: fictional wijken whose true effects are known.

The scores follow a linear Markov chain. For wijk i in gemeente g, from measurement t to the next::

    s[t+1,i] = m[t+1] + rho[t] (s[t,i] - m[t]) + sum_k b[t,k] (x[k,i] - ref[k]) / schaal[k]
               + u[t,g] + e[t,i]

with m the national means of DOMAIN.md section 3, x the factors exactly as they are published
(rounded, all fixed before the chain starts), u ~ N(0, sigma_u) shared by a gemeente and
e ~ N(0, sigma_e). The factors hang together with the score of 2002 through a latent
"kwetsbaarheid", but not with u or e. So the regression of a later score on an earlier one and the
factors (ANCOVA) has known coefficients, which compose over the steps: see `ware_effecten`.

Every number is drawn from numpy's RandomState, whose streams are frozen by numpy's policy, and
rounded before it leaves the module, so the files are the same bytes on every machine.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import pandas as pd

from leefbaarheid.voorbeeld.namen import GEMEENTEN, Gemeente, kies_wijken, trek_namen

ZAAD = 1391
JAREN = (2002, 2008, 2012, 2014, 2016, 2018, 2020, 2022)
DIMENSIES = ("fys", "onv", "soc", "vrz", "won")
DIMENSIE_JAREN = (2014, 2018, 2020, 2022)
AFW_BASIS = 4.1022648511
"""Fixed base of `afw` in every year (DOMAIN.md section 2)."""
CLUSTERS = ("Succes!", "Vroegsignalering", "Gestaag herstel", "Terugval", "niet ingedeeld")
LABELS = ("aandachtswijk", "prioriteitswijk", "probleemwijk")


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
        "1.000 woningen per km2",
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
    sigma_selectie: float = 0.02
    sigma_label: float = 0.05
    n_label: Mapping[str, int] = field(
        default_factory=lambda: {"aandachtswijk": 40, "prioriteitswijk": 56, "probleemwijk": 100}
    )
    n_leeg: int = 10
    n_onvolledig: int = 8
    klassengrens: float = 3.938
    delta: float = 0.02
    dimensies: Mapping[str, Dimensie] = field(
        default_factory=lambda: {
            "fys": Dimensie((0.002, 0.004, 0.005, 0.006), 0.16, -0.020, 0.030, (0.041, 0.0, 0.0)),
            "onv": Dimensie(
                (0.036, 0.045, 0.045, 0.046), 0.30, -0.036, -0.060, (-0.011, 0.017, 0.005)
            ),
            "soc": Dimensie(
                (0.043, 0.042, 0.038, 0.036), 0.19, -0.034, -0.022, (-0.011, -0.006, -0.014)
            ),
            "vrz": Dimensie(
                (-0.081, -0.076, -0.068, -0.072), 0.17, 0.116, 0.070, (-0.010, 0.003, 0.0)
            ),
            "won": Dimensie(
                (0.0247, 0.0287, 0.0287, 0.0347), 0.18, -0.026, -0.018, (-0.009, -0.014, 0.009)
            ),
        }
    )


@dataclass(frozen=True)
class VoorbeeldData:
    """The example edition as data frames, equal to what is read back from the files.

    Args:
        leefbaarometer: wk_code, wk_naam, jaar, lbm, afw, fys, onv, soc, vrz, won.
        context: wk_code, wk_naam, gm_code, gm_naam, inwoners_2008, x_rd, y_rd and the factors.
        codeboek: one row per column of `context` (codebook columns of the official table).
        selectie: wk_code and one boolean column per label in LABELS.
        wijkanalyses: placeholder, gm_naam, wk_naam, wk_code of the wijken that a fictional
            wijkanalyse is about; wk_code is missing where this seed has no wijk that fits.
    """

    leefbaarometer: pd.DataFrame
    context: pd.DataFrame
    codeboek: pd.DataFrame
    selectie: pd.DataFrame
    wijkanalyses: pd.DataFrame


# --- the truth -----------------------------------------------------------------------------------

Vorm = Literal["ancova", "basismeting"]


def _stappen(van: int, tot: int) -> range:
    """Return the step numbers between measurements `van` and `tot`."""
    if van not in JAREN or tot not in JAREN or van >= tot:
        raise ValueError(f"venster {van}-{tot} past niet op de metingen {JAREN}")
    return range(JAREN.index(van), JAREN.index(tot))


def ware_beginscore(parameters: Parameters, van: int, tot: int, vorm: Vorm = "ancova") -> float:
    """Return the true coefficient of the score that the model conditions on.

    ancova: of score(van) for score(tot), the product of rho over the steps of the window.
    basismeting: of the score of 2002 for the change from `van` to `tot`.

    Raises:
        ValueError: `van` or `tot` is no measurement, or `van` is not before `tot`.
    """
    behoud = math.prod(parameters.rho[t] for t in _stappen(van, tot))
    if vorm == "basismeting":
        return math.prod(parameters.rho[: JAREN.index(van)]) * (behoud - 1)
    return behoud


def ware_effecten(
    parameters: Parameters, van: int, tot: int, vorm: Vorm = "ancova"
) -> dict[str, float]:
    """Return the true effect of each factor, in points of `lbm` per natural unit.

    ancova: coefficients of score(tot) ~ score(van) + factors. Substituting the chain in itself
    gives b = sum over steps t of (product of rho over the later steps) * b[t].
    basismeting: coefficients of score(tot) - score(van) ~ factors + score(2002), which are
    b(2002 -> tot) - b(2002 -> van); for van = 2002 both forms agree.
    The change without any score has no true value here: it depends on how factors and the first
    score hang together.

    Raises:
        ValueError: `van` or `tot` is no measurement, or `van` is not before `tot`.
    """
    stappen = _stappen(van, tot)
    if vorm == "basismeting":
        lang = ware_effecten(parameters, JAREN[0], tot)
        kort = ware_effecten(parameters, JAREN[0], van) if van != JAREN[0] else {}
        return {naam: waarde - kort.get(naam, 0.0) for naam, waarde in lang.items()}
    effect = dict.fromkeys((factor.naam for factor in parameters.factoren), 0.0)
    for t in stappen:
        for factor in parameters.factoren:
            effect[factor.naam] *= parameters.rho[t]
            effect[factor.naam] += factor.effect[t] / factor.schaal
    return effect


# --- the simulation ------------------------------------------------------------------------------

_STROMEN = ("wijken", "kwetsbaarheid", "factoren", "keten", "dimensies", "labels", "leeg", "namen")


def _stromen(zaad: int) -> dict[str, np.random.RandomState]:
    """Return one independent frozen random stream per part, so parts do not disturb each other."""
    kinderen = np.random.SeedSequence(zaad).spawn(len(_STROMEN))
    return {
        naam: np.random.RandomState(np.random.MT19937(kind))
        for naam, kind in zip(_STROMEN, kinderen, strict=True)
    }


def _wijkcodes(gm: np.ndarray, volgnummer: np.ndarray) -> list[str]:
    """Return codes: two letters in the biggest gemeente, digit and letter in the second."""
    codes = []
    for g, k in zip(gm.tolist(), volgnummer.tolist(), strict=True):
        if g == 0:
            einde = f"{chr(65 + k // 26)}{chr(65 + k % 26)}"
        elif g == 1:
            einde = f"{k // 26}{chr(65 + k % 26)}"
        else:
            einde = f"{k:02d}"
        codes.append(f"WK{9001 + g:04d}{einde}")
    return codes


def _maak_wijken(p: Parameters, rng: np.random.RandomState) -> pd.DataFrame:
    """Return one row per wijk: gemeente, place on the grid, ring (0 = centre), inhabitants."""
    aantallen = [gemeente.wijken for gemeente in p.gemeenten]
    gm = np.repeat(np.arange(len(aantallen)), aantallen)
    ring = np.concatenate([rng.permutation(n) for n in aantallen])
    volgnummer = np.concatenate([np.arange(n) for n in aantallen])
    n_gm = np.array(aantallen)[gm]

    plek = rng.permutation(64)[: len(aantallen)]
    x_gm = 25_000 + 28_000.0 * (plek % 8) + rng.uniform(-5000, 5000, len(aantallen))
    y_gm = 325_000 + 34_000.0 * (plek // 8) + rng.uniform(-6000, 6000, len(aantallen))
    straal = 950.0 * np.sqrt(ring + rng.uniform(0, 0.6, len(gm)))
    hoek = 2.399963 * ring + rng.uniform(-0.25, 0.25, len(gm))

    ruw = np.exp(0.65 * rng.standard_normal(len(gm)))
    totaal = np.array([gemeente.inwoners for gemeente in p.gemeenten], dtype=float)
    inwoners = ruw / np.bincount(gm, ruw)[gm] * totaal[gm]

    return pd.DataFrame(
        {
            "gm": gm,
            "wk_code": _wijkcodes(gm, volgnummer),
            "ring": ring / np.maximum(n_gm - 1, 1),
            "inwoners": np.maximum(5 * np.round(inwoners / 5), 5),
            "x": np.round(x_gm[gm] + straal * np.cos(hoek)),
            "y": np.round(y_gm[gm] + straal * np.sin(hoek)),
        }
    )


def _kwetsbaarheid(p: Parameters, gm: np.ndarray, rng: np.random.RandomState) -> np.ndarray:
    """Return the latent kwetsbaarheid per wijk: around 0, and 0.5 to 1.2 where it is high."""
    kans = np.clip(p.kans_kwetsbaar * np.exp(0.4 * rng.standard_normal(len(p.gemeenten))), 0, 0.6)
    hoog = np.zeros(len(gm))
    begin = 0
    for g, gemeente in enumerate(p.gemeenten):
        if gemeente.inwoners < p.min_inwoners_gemeente:
            kans[g] = p.kans_klein
        elif g < N_GROOTSTE:
            kans[g] = max(kans[g], p.kans_grootste)
        kans[g] = p.kans_eigen.get(gemeente.naam, kans[g])
        aantal = round(kans[g] * gemeente.wijken)
        hoog[begin + rng.permutation(gemeente.wijken)[:aantal]] = 1.0
        begin += gemeente.wijken
    mate = rng.uniform(0.50, 1.20, len(gm))
    return hoog * mate + 0.12 * rng.standard_normal(len(gm))


def _maak_factoren(
    p: Parameters, wijken: pd.DataFrame, mate: np.ndarray, rng: np.random.RandomState
) -> tuple[pd.DataFrame, np.ndarray]:
    """Return the complete factors as published (rounded), and the latent urban factor."""
    n, n_gm = len(wijken), len(p.gemeenten)
    gm = wijken["gm"].to_numpy()

    def ruis(sd: float) -> np.ndarray:
        return sd * rng.standard_normal(n)

    def gemeente(sd: float) -> np.ndarray:
        trekking = rng.standard_normal(n_gm)
        return (sd * (trekking - trekking.mean()) / trekking.std())[gm]

    groot = np.log(np.array([g.inwoners for g in p.gemeenten]) / 140_000.0)[gm]
    stad = 0.10 + 0.38 * groot + 0.75 * (0.5 - wijken["ring"].to_numpy()) + 1.0 * mate + ruis(0.55)
    midden = 1 - np.abs(2 * wijken["ring"].to_numpy() - 1)
    adressen = 1000 * np.exp(0.20 + 0.75 * stad + ruis(0.30))
    waarden = {
        "woz_verandering_2009_2014": -11.9 + gemeente(3.4) - 1.8 * mate + ruis(2.4),
        "werkloosheid_verandering_2008_2013": 2.7 + gemeente(0.5) + 0.9 * mate + ruis(0.7),
        "corporatie_pct_2008": np.clip(
            19.5 + gemeente(4) + 30 * mate + ruis(5) + mate * ruis(9), 0, 95
        ),
        "particuliere_huur_pct_2008": np.clip(9.5 + 4 * stad + 1.5 * mate + ruis(4), 0.5, 80),
        "bouw_1945_1974_pct_2008": np.clip(18 + 20 * midden + 11 * mate + ruis(16), 0, 97),
        "laag_inkomen_pct_2008": np.clip(
            18.3 + gemeente(1.2) + 17.5 * mate + ruis(2) + mate * ruis(4.5), 3, 75
        ),
        "dichtheid_2008": np.exp(0.05 + 0.70 * stad + ruis(0.25)),
        "stedelijkheid_2008": 5.0 - np.searchsorted((500, 1000, 1500, 2500), adressen, "right"),
    }
    tabel = pd.DataFrame({f.naam: np.round(waarden[f.naam], f.decimalen) for f in p.factoren})
    return tabel, stad + ruis(0.25)


def _maak_scores(
    p: Parameters,
    gm: np.ndarray,
    mate: np.ndarray,
    factoren: pd.DataFrame,
    rng: np.random.RandomState,
) -> np.ndarray:
    """Return `lbm` per wijk and measurement (n x 8), unrounded: 2002 and then the chain."""
    n, n_gm = len(gm), len(p.gemeenten)
    score = -p.afstand * mate + p.sigma_gemeente_2002 * rng.standard_normal(n_gm)[gm]
    score += p.sigma_2002 * rng.standard_normal(n)
    reeks = [p.gemiddelden[0] + score - score.mean()]
    for t in range(len(JAREN) - 1):
        volgende = p.gemiddelden[t + 1] + p.rho[t] * (reeks[t] - p.gemiddelden[t])
        for factor in p.factoren:
            if factor.effect[t]:
                afstand = (factoren[factor.naam].to_numpy() - factor.referentie) / factor.schaal
                volgende = volgende + factor.effect[t] * afstand
        volgende = volgende + p.sigma_u[t] * rng.standard_normal(n_gm)[gm]
        reeks.append(volgende + p.sigma_e[t] * rng.standard_normal(n))
    return np.column_stack(reeks)


def _maak_dimensies(
    p: Parameters,
    lbm: np.ndarray,
    stad: np.ndarray,
    mate: np.ndarray,
    rng: np.random.RandomState,
) -> np.ndarray:
    """Return the dimensions (n x 8 x 5), NaN in years without; they add up to `afw` exactly.

    Each dimension takes a share of the deviation of the total plus loadings on an urban factor and
    three further ones that cancel out over the dimensions. The factors move slowly between years.
    """
    n = len(lbm)
    uit = np.full((n, len(JAREN), len(DIMENSIES)), np.nan)
    stad = (stad - stad.mean()) / stad.std()
    mate = mate - mate.mean()
    overig = [rng.standard_normal(n) for _ in range(3)]
    for j, jaar in enumerate(DIMENSIE_JAREN):
        t = JAREN.index(jaar)
        if j:
            stad = 0.995 * stad + np.sqrt(1 - 0.995**2) * rng.standard_normal(n)
            overig = [0.97 * o + np.sqrt(1 - 0.97**2) * rng.standard_normal(n) for o in overig]
        afw = np.round(lbm[:, t] - AFW_BASIS, 10)
        rest = afw.copy()
        afwijking = lbm[:, t] - p.gemiddelden[t]
        for d, naam in enumerate(DIMENSIES[:-1]):
            dim = p.dimensies[naam]
            waarde = dim.gemiddelde[j] + dim.aandeel * afwijking + dim.stedelijk * stad
            waarde = waarde + dim.kwetsbaar * mate
            for lading, factor in zip(dim.overig, overig, strict=True):
                waarde = waarde + lading * factor
            uit[:, t, d] = np.round(waarde, 6)
            rest = rest - uit[:, t, d]
        uit[:, t, -1] = np.round(rest, 10)
    return uit


def _kies_selectie(
    p: Parameters, wijken: pd.DataFrame, score_2002: np.ndarray, rng: np.random.RandomState
) -> pd.DataFrame:
    """Return the selected wijken with their labels, as bool columns; each has one label or more."""
    gemeente = np.bincount(wijken["gm"], wijken["inwoners"])[wijken["gm"]]
    mag = (wijken["inwoners"] >= p.min_inwoners) & (gemeente >= p.min_inwoners_gemeente)
    # AANNAME: de historische labels volgen in de voorbeelddata de score van 2002, met ruis.
    beeld = np.where(mag, score_2002 + p.sigma_selectie * rng.standard_normal(len(wijken)), np.inf)
    gekozen = np.sort(np.argsort(beeld, kind="stable")[: p.n_selectie])
    uit = pd.DataFrame({"wk_code": wijken["wk_code"].to_numpy()[gekozen]})
    for label, aantal in p.n_label.items():
        oordeel = beeld[gekozen] + p.sigma_label * rng.standard_normal(len(gekozen))
        rang = np.argsort(np.argsort(oordeel, kind="stable"), kind="stable")
        uit[label] = rang < aantal
    uit["probleemwijk"] |= ~uit[list(LABELS)].any(axis=1)
    return uit


def _maak_gaten(
    p: Parameters, wijken: pd.DataFrame, factoren: pd.DataFrame, rng: np.random.RandomState
) -> tuple[pd.DataFrame, np.ndarray]:
    """Return the factors with empty cells, and which (wijk, measurement) rows exist (n x 8).

    Cells are empty at random or for a whole gemeente outside the ten biggest; years are missing
    only in wijken under `min_inwoners`, as for new housing in the real file. Neither looks at
    scores.
    """
    gaten = factoren.copy()
    for factor in p.factoren:
        leeg = rng.uniform(size=len(wijken)) < factor.leeg
        zonder = (
            N_GROOTSTE + rng.permutation(len(p.gemeenten) - N_GROOTSTE)[: factor.leeg_gemeenten]
        )
        gaten.loc[leeg | wijken["gm"].isin(zonder).to_numpy(), factor.naam] = np.nan
    bestaat = np.ones((len(wijken), len(JAREN)), dtype=bool)
    klein = np.flatnonzero(wijken["inwoners"] < p.min_inwoners)
    for i, wijk in enumerate(rng.permutation(klein)[: p.n_onvolledig]):
        if i % 4 == 3:  # one missing measurement in between
            bestaat[wijk, 1 + i % 6] = False
        else:  # built later: the first measurements are missing
            bestaat[wijk, : 2 + i % 5] = False
    return gaten, bestaat


def _lege_wijken(p: Parameters, wijken: pd.DataFrame, rng: np.random.RandomState) -> pd.DataFrame:
    """Return extra wijken (work areas, hardly inhabited) that are in the context table only."""
    gm = np.sort(rng.permutation(len(p.gemeenten))[: p.n_leeg])
    eerste = np.searchsorted(wijken["gm"], gm)
    return pd.DataFrame(
        {
            "gm": gm,
            "wk_code": [f"WK{9001 + g:04d}{'ZZ' if g < 2 else '99'}" for g in gm.tolist()],
            "wk_naam": "Bedrijventerrein Rand",
            "inwoners": 5.0 * rng.randint(0, 12, p.n_leeg),
            "x": wijken["x"].to_numpy()[eerste] + 4000.0,
            "y": wijken["y"].to_numpy()[eerste] + 4000.0,
        }
    )


def _maak_codeboek(p: Parameters) -> pd.DataFrame:
    """Return the codebook; every row says that the figures are fictional."""
    rijen = [
        ("inwoners_2008", "Inwoners", "aantal", "2008", "omvang", "fictief; afgerond op 5"),
        ("x_rd", "Zwaartepunt x", "m", "2022", "ligging", "eigen rooster, wijst geen plek aan"),
        ("y_rd", "Zwaartepunt y", "m", "2022", "ligging", "eigen rooster, wijst geen plek aan"),
    ]
    rijen += [
        (f.naam, f.label, f.eenheid, f.peiljaar, f.concept, f.toelichting) for f in p.factoren
    ]
    tabel = pd.DataFrame(
        rijen, columns=["factor", "label", "eenheid", "peiljaar", "concept", "toelichting"]
    )
    tabel["bron"] = "Fictieve voorbeelddata (geen CBS-cijfers)"
    tabel["licentie"] = "CC BY 4.0"
    return tabel[
        ["factor", "label", "eenheid", "bron", "peiljaar", "licentie", "concept", "toelichting"]
    ]


def clusters_2014(parameters: Parameters, lbm: pd.DataFrame) -> pd.Series:
    """Return the cluster of each wijk by the rule of DOMAIN.md section 1, end year 2014.

    Args:
        lbm: one row per wijk, columns 2008, 2012 and 2014 (more is fine).
    """
    lang, na = (lbm[2014] - lbm[2008]).round(9), (lbm[2014] - lbm[2012]).round(9)
    hoog, delta = lbm[2014] >= parameters.klassengrens, parameters.delta
    cluster = np.select(
        [
            hoog & (lang > delta) & (na > delta),
            hoog,
            (lang > delta) & (na >= -delta),
            na < -delta,
        ],
        CLUSTERS[:-1],
        CLUSTERS[-1],
    )
    return pd.Series(cluster, index=lbm.index, dtype=object, name="cluster")


def _beeld(
    p: Parameters, wijken: pd.DataFrame, lbm: np.ndarray, selectie: pd.DataFrame
) -> pd.DataFrame:
    """Return what `kies_wijken` asks of each wijk."""
    gekozen = wijken["wk_code"].isin(selectie["wk_code"])
    landelijk, score = p.gemiddelden[JAREN.index(2014)], lbm[:, JAREN.index(2014)]
    return pd.DataFrame(
        {
            "wk_code": wijken["wk_code"],
            "gm_naam": wijken["gm_naam"],
            "cluster": clusters_2014(p, pd.DataFrame(lbm, columns=JAREN)).where(gekozen),
            "geschikt_buiten": ~gekozen
            & (wijken["inwoners"] >= p.min_inwoners)
            & (score < landelijk)
            & (score > landelijk - 0.1),
        }
    )


def _als_leefbaarometer(
    wijken: pd.DataFrame, lbm: np.ndarray, dimensies: np.ndarray, bestaat: np.ndarray
) -> pd.DataFrame:
    """Return the official long format: one row per wijk and year that exists."""
    rijen = bestaat.ravel()
    tabel = pd.DataFrame(
        {
            "wk_code": np.repeat(wijken["wk_code"].to_numpy(), len(JAREN))[rijen],
            "wk_naam": np.repeat(wijken["wk_naam"].to_numpy(), len(JAREN))[rijen],
            "jaar": np.tile(np.array(JAREN), len(wijken))[rijen],
            "lbm": lbm.ravel()[rijen],
        }
    )
    tabel["afw"] = np.round(tabel["lbm"] - AFW_BASIS, 10)
    for d, naam in enumerate(DIMENSIES):
        tabel[naam] = dimensies[:, :, d].ravel()[rijen]
    return tabel


def _als_context(
    p: Parameters, wijken: pd.DataFrame, factoren: pd.DataFrame, leeg: pd.DataFrame
) -> pd.DataFrame:
    """Return the context table: characteristics and factors, also of the wijken without scores."""
    tabel = pd.concat([pd.concat([wijken, factoren], axis=1), leeg], ignore_index=True)
    tabel["gm_naam"] = [p.gemeenten[g].naam for g in tabel["gm"]]
    tabel["gm_code"] = [f"GM{9001 + g:04d}" for g in tabel["gm"]]
    tabel = tabel.rename(columns={"inwoners": "inwoners_2008", "x": "x_rd", "y": "y_rd"})
    kolommen = ["wk_code", "wk_naam", "gm_code", "gm_naam", "inwoners_2008", "x_rd", "y_rd"]
    kolommen += [factor.naam for factor in p.factoren]
    return tabel[kolommen].sort_values("wk_code", ignore_index=True)


def simuleer(parameters: Parameters | None = None, zaad: int = ZAAD) -> VoorbeeldData:
    """Return one example edition. The same parameters and seed always give the same edition.

    Args:
        parameters: what to make it from; None takes the bundled `Parameters()`.
        zaad: seed, 0 or more.
    """
    p = parameters or Parameters()
    stroom = _stromen(zaad)
    wijken = _maak_wijken(p, stroom["wijken"])
    mate = _kwetsbaarheid(p, wijken["gm"].to_numpy(), stroom["kwetsbaarheid"])
    factoren, stad = _maak_factoren(p, wijken, mate, stroom["factoren"])
    lbm = np.round(_maak_scores(p, wijken["gm"].to_numpy(), mate, factoren, stroom["keten"]), 6)
    dimensies = _maak_dimensies(p, lbm, stad, mate, stroom["dimensies"])
    selectie = _kies_selectie(p, wijken, lbm[:, 0], stroom["labels"])
    factoren, bestaat = _maak_gaten(p, wijken, factoren, stroom["leeg"])

    wijken["wk_naam"] = trek_namen(p.gemeenten, p.min_inwoners_gemeente, stroom["namen"])
    wijken["gm_naam"] = [p.gemeenten[g].naam for g in wijken["gm"]]
    wijken["gm_code"] = [f"GM{9001 + g:04d}" for g in wijken["gm"]]
    analyses = kies_wijken(_beeld(p, wijken, lbm, selectie))
    eigen = dict(zip(analyses["wk_code"], analyses["wk_naam"], strict=True))
    wijken["wk_naam"] = [
        eigen.get(code, naam)
        for code, naam in zip(wijken["wk_code"], wijken["wk_naam"], strict=True)
    ]
    return VoorbeeldData(
        leefbaarometer=_als_leefbaarometer(wijken, lbm, dimensies, bestaat),
        context=_als_context(p, wijken, factoren, _lege_wijken(p, wijken, stroom["leeg"])),
        codeboek=_maak_codeboek(p),
        selectie=selectie,
        wijkanalyses=analyses,
    )
