"""Groups of wijken that the data suggest, beside the clusters that the rule makes.

Mixtures of one to six normals and k-means look for groups in the cloud of points of `trajectwolk`:
a growth mixture in two steps. What a broken line leaves of the scores of a wijk is not modelled
apart and counts as spread within groups. Reported along GRoLTS (van de Schoot et al. 2017,
Structural Equation Modeling 24): `grolts`.

Groups are a summary of a cloud of points, not kinds of wijken.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import GEKOZEN, KMEANS, MEERGROEPEN, METHODEN
from leefbaarheid.toetsen import trajectbeschrijving
from leefbaarheid.toetsen.groepsmaten import (
    aangepaste_rand,
    cramers_v,
    entropie,
    gemiddelde_posterior,
    silhouet,
)
from leefbaarheid.toetsen.grolts import Werkwijze, grolts
from leefbaarheid.toetsen.kmeans import kmeans, kmeans_trekkingen
from leefbaarheid.toetsen.mengmodel import (
    Mengsel,
    mengsel_trekkingen,
    n_parameters,
    schat_mengsel,
)
from leefbaarheid.toetsen.trajectwolk import Wolk, maak_wolk, restspreiding

THEMA = 101
"""Number of this theme in the seed, so that no other check shares its draws."""
STARTS, AFMAKEN = 80, 15

# AANNAME: een groep van minder dan 5% van de wijken is te klein om als traject te beschrijven.
#   Waarom: van zo weinig wijken is een gemiddeld verloop te onzeker.
#   Gevolg: met een lagere grens kunnen er meer en kleinere groepen overblijven; de tabel noemt van
#   elke oplossing de kleinste groep.
#   Onderwerp: score. Als: controle trajectmaten. Zie: sec-rob-trajecten.
MIN_AANDEEL = 0.05
# AANNAME: een gemiddelde toewijzingskans onder 0,7 maakt een groep te onzeker (Nagin, 2005).
#   Waarom: onder die kans is voor veel wijken niet te zeggen in welke groep zij horen.
#   Gevolg: met een lagere grens zijn oplossingen met meer groepen toegelaten; de tabel noemt van
#   elke oplossing de laagste kans.
#   Onderwerp: score. Als: controle trajectmaten. Zie: sec-rob-trajecten.
MIN_POSTERIOR = 0.7
# AANNAME: voor elke geschatte parameter zijn ten minste twee wijken nodig.
#   Waarom: met minder wijken past een model met veel groepen zich aan het toeval aan.
#   Gevolg: in een kleine editie vallen oplossingen met veel groepen af; de tabel noemt de reden.
#   Onderwerp: score. Als: controle trajectmaten. Zie: sec-rob-trajecten.
WIJKEN_PER_PARAMETER = 2

KOLOMMEN_MATEN = [
    *("methode", "aantal_groepen", "n", "n_verwacht", "n_parameters", "loglik"),
    *("bic", "aic", "entropie", "posterior_laagste", "kleinste_n", "kleinste_aandeel"),
    *("silhouet", "stabiliteit", "stabiliteit_laag", "ari_regel", "cramers_v"),
    *("starts", "n_gelijk", "geconvergeerd", "toegelaten", "rol", "reden"),
]


class Trajectgroepen(NamedTuple):
    """The tables of `trajectgroepen`.

    Attributes:
        maten: one row per methode x aantal_groepen: n, n_verwacht, n_parameters, loglik, bic, aic,
            entropie, posterior_laagste (lowest average posterior of a group), kleinste_n,
            kleinste_aandeel (most likely group), silhouet, stabiliteit, stabiliteit_laag (mean and
            2.5 % of the adjusted Rand index over bootstrap samples), ari_regel, cramers_v
            (agreement with the clusters of the rule), starts, n_gelijk (of the finished starts,
            those that ended at the same solution), geconvergeerd, toegelaten, rol (GEKOZEN,
            MEERGROEPEN or ""), reden (why not admitted).
        verloop: one row per methode x aantal_groepen x groep x jaar: n_wijken, aandeel, gemiddelde
            and sd of the observed score (weighed by posterior), model (the group's broken line, in
            the years that were used), gebruikt.
        indeling: one row per methode x aantal_groepen x wijk: wk_code, groep, posterior.
        kruistabel: one row per methode x aantal_groepen x groep x cluster: n_wijken, aandeel (of
            the group).
        kenmerken: the groups of the shown solution: methode, aantal_groepen, groep, kenmerk, n
            (sum of posteriors), gemiddelde, sd, se, ci_laag, ci_hoog.
        grolts: see that function.

    Groups are numbered from the highest to the lowest mean score in the end year.
    """

    maten: pd.DataFrame
    verloop: pd.DataFrame
    indeling: pd.DataFrame
    kruistabel: pd.DataFrame
    kenmerken: pd.DataFrame
    grolts: pd.DataFrame


def trajectgroepen(
    wijken: pd.DataFrame,
    *,
    jaren: Sequence[int],
    crisisjaar: int,
    eindjaar: int,
    zaad: int,
    trekkingen: int = 100,
    aantallen: Sequence[int] = range(1, 7),
) -> Trajectgroepen:
    """Look for groups of trajectories among the selected wijken, with one to six groups.

    Choice: of the mixtures whose smallest group has at least 5 % of the wijken and whose groups
    all have an average posterior of at least 0.7, the one with the lowest BIC. That may be one
    group; then the best solution with more groups is marked as well, for the cross-table. Other
    years than those up to the end year are shown, not used.

    Args:
        wijken: wk_code, in_selectie, cluster, lbm_<jaar>.
        jaren: measurement years. crisisjaar: the knot. eindjaar: last year that is used.
        zaad: seed of the edition; every fit has its own stream.
        trekkingen: bootstrap samples of wijken for the stability.
        aantallen: numbers of groups.

    Raises:
        InvoerFout: see `trajectwolk.maak_wolk`.
    """
    wolk = maak_wolk(wijken, jaren, crisisjaar, eindjaar, zaad)
    kans = np.full(wolk.n, 1 / wolk.n)
    rng = np.random.default_rng([zaad, THEMA, 0])
    gewicht = rng.multinomial(wolk.n, kans, size=trekkingen).astype(float)
    rijen: list[dict[str, Any]] = []
    oplossingen: dict[tuple[str, int], np.ndarray] = {}
    for nummer, methode in enumerate(METHODEN, start=1):
        for K in aantallen:
            rij, posterior = zoek_oplossing(wolk, methode, K, gewicht, [zaad, THEMA, nummer, K])
            rijen.append(rij)
            if posterior is not None:
                oplossingen[methode, K] = posterior
    maten = kies(pd.DataFrame(rijen).reindex(columns=KOLOMMEN_MATEN))
    getoond = getoonde_oplossing(maten)
    return Trajectgroepen(
        maten=maten,
        verloop=trajectbeschrijving.verloop(wolk, oplossingen),
        indeling=trajectbeschrijving.indeling(wolk, oplossingen),
        kruistabel=trajectbeschrijving.kruistabel(wolk, oplossingen),
        kenmerken=trajectbeschrijving.kenmerken(wolk, getoond, oplossingen[getoond]),
        grolts=grolts(_werkwijze(wolk, eindjaar, trekkingen), maten, getoond),
    )


def _werkwijze(wolk: Wolk, eindjaar: int, trekkingen: int) -> Werkwijze:
    return Werkwijze(
        jaren=wolk.gebruikt,
        crisisjaar=wolk.crisisjaar,
        eindjaar=eindjaar,
        restspreiding=restspreiding(wolk.scores, wolk.crisisjaar),
        starts=STARTS,
        afmaken=AFMAKEN,
        min_aandeel=MIN_AANDEEL,
        min_posterior=MIN_POSTERIOR,
        trekkingen=trekkingen,
    )


def zoek_oplossing(
    wolk: Wolk, methode: str, K: int, gewicht: np.ndarray, stroom: Sequence[int]
) -> tuple[dict[str, Any], np.ndarray | None]:
    """Return a row of `maten`, and the memberships (n, K) unless there are too few wijken.

    Groups are numbered from the highest to the lowest mean score in the last year that is used.

    Args:
        methode, K: the form and the number of groups.
        gewicht: (B, n), how often each wijk is drawn in each bootstrap sample.
        stroom: start of the seed of this fit; the fit and the bootstrap have a stream each.
    """
    X = wolk.punten
    rij = {
        "methode": methode,
        "aantal_groepen": K,
        "n": wolk.n,
        "n_verwacht": wolk.n_verwacht,
    }
    parameters = _n_parameters(methode, K, X.shape[1])
    nodig = WIJKEN_PER_PARAMETER * parameters
    if wolk.n < nodig:
        reden = ToetsReden.TE_WEINIG_WIJKEN_VOOR_GROEPEN.met(n=wolk.n, nodig=nodig)
        return {**rij, "toegelaten": False, "reden": reden}, None
    posterior, mengsel = _pas(X, K, methode, np.random.default_rng([*stroom, 0]))
    eindscore = trajectbeschrijving.gewogen(posterior, wolk.scores[[wolk.gebruikt[-1]]])[0][:, 0]
    posterior = posterior[:, np.argsort(-eindscore, kind="stable")]
    rand = _stabiliteit(X, posterior, methode, gewicht, np.random.default_rng([*stroom, 1]))
    rij |= {"n_parameters": parameters} | _maten_indeling(X, posterior, wolk.cluster, rand)
    if mengsel is None:
        reden = ToetsReden.KMEANS_ZONDER_BIC.met()
        return {**rij, "toegelaten": False, "reden": reden}, posterior
    return rij | _maten_mengsel(mengsel, posterior), posterior


def _n_parameters(methode: str, K: int, d: int) -> int:
    return K * d if methode == KMEANS else n_parameters(methode, K, d)


def _pas(
    X: np.ndarray, K: int, methode: str, rng: np.random.Generator
) -> tuple[np.ndarray, Mengsel | None]:
    """Return memberships (n, K), 0 or 1 for k-means, and the mixture if it is one."""
    if methode == KMEANS:
        label, *_ = kmeans(X, K, rng, STARTS)
        return (label[:, None] == np.arange(K)).astype(float), None
    mengsel = schat_mengsel(X, K, methode, rng, starts=STARTS, afmaken=AFMAKEN)
    return mengsel.posterior, mengsel


def _stabiliteit(
    X: np.ndarray,
    posterior: np.ndarray,
    methode: str,
    gewicht: np.ndarray,
    rng: np.random.Generator,
) -> np.ndarray:
    """Return the adjusted Rand index between the solution and that of each bootstrap sample.

    All wijken are classified by the fit to the sample (Hennig 2007, Computational Statistics & Data
    Analysis 52, with the adjusted Rand index of Hubert & Arabie 1985 for the Jaccard coefficient).
    """
    if posterior.shape[1] == 1 or not len(gewicht):
        return np.array([])
    if methode == KMEANS:
        labels = kmeans_trekkingen(X, posterior, gewicht, rng)
    else:
        labels = mengsel_trekkingen(X, posterior, methode, gewicht, rng)
    label = posterior.argmax(axis=1)
    return np.array([aangepaste_rand(label, ander) for ander in labels])


def _maten_indeling(
    X: np.ndarray, posterior: np.ndarray, cluster: np.ndarray, rand: np.ndarray
) -> dict[str, Any]:
    """Return the measures that any division into groups has.

    Args:
        cluster: (n,) that of the rule. rand: result of `_stabiliteit`.
    """
    n, K = posterior.shape
    label = posterior.argmax(axis=1)
    omvang = np.bincount(label, minlength=K)
    return {
        "kleinste_n": int(omvang.min()),
        "kleinste_aandeel": omvang.min() / n,
        "silhouet": silhouet(X, label),
        "stabiliteit": rand.mean() if len(rand) else np.nan,
        "stabiliteit_laag": np.quantile(rand, 0.025) if len(rand) else np.nan,
        "ari_regel": aangepaste_rand(label, cluster) if K > 1 else np.nan,
        "cramers_v": cramers_v(label, cluster),
        "starts": STARTS if K > 1 else 1,
    }


def _maten_mengsel(mengsel: Mengsel, posterior: np.ndarray) -> dict[str, Any]:
    """Return the measures of a mixture, and whether it meets the demands on its groups."""
    kleinste = int(np.bincount(posterior.argmax(axis=1), minlength=posterior.shape[1]).min())
    laagste = gemiddelde_posterior(posterior).min()
    reden = ""
    if kleinste / len(posterior) < MIN_AANDEEL:
        reden = ToetsReden.KLEINSTE_GROEP_TE_KLEIN.met(n=kleinste)
    elif not laagste >= MIN_POSTERIOR:
        reden = ToetsReden.TOEWIJZINGSKANS_TE_LAAG.met(kans=laagste)
    elif not mengsel.geconvergeerd:
        reden = ToetsReden.NIET_GECONVERGEERD.met()
    return {
        "loglik": mengsel.loglik,
        "bic": mengsel.bic,
        "aic": mengsel.aic,
        "entropie": entropie(posterior),
        "posterior_laagste": laagste,
        "n_gelijk": mengsel.n_gelijk,
        "geconvergeerd": mengsel.geconvergeerd,
        "toegelaten": not reden,
        "reden": reden,
    }


def kies(maten: pd.DataFrame) -> pd.DataFrame:
    """Mark the admitted solution with the lowest BIC, and the best with more groups if it is one.

    Args:
        maten: toegelaten, bic, aantal_groepen.

    Returns:
        `maten` with `rol`.
    """
    rol = [""] * len(maten)
    kan = np.flatnonzero(maten["toegelaten"].astype(bool))
    if len(kan):
        bic, aantal = maten["bic"].to_numpy(float), maten["aantal_groepen"].to_numpy()
        beste = kan[bic[kan].argmin()]
        rol[beste] = GEKOZEN
        meer = kan[aantal[kan] > 1]
        if aantal[beste] == 1 and len(meer):
            rol[meer[bic[meer].argmin()]] = MEERGROEPEN
    return maten.assign(rol=rol)


def getoonde_oplossing(maten: pd.DataFrame) -> tuple[str, int]:
    """Return methode and number of groups of the solution to show: the chosen one, with > 1 group.

    Falls back on what there is: the chosen single group, else the first row that was fitted.
    """
    for keuze in (
        maten[maten["rol"] == MEERGROEPEN],
        maten[maten["rol"] == GEKOZEN],
        maten[maten["kleinste_n"].notna()],
    ):
        if len(keuze):
            rij = keuze.iloc[0]
            return str(rij["methode"]), int(rij["aantal_groepen"])
    raise ValueError("no solution was fitted")
