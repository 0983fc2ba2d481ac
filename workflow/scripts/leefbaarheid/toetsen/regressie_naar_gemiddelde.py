"""How much of the change of the selected wijken would a low starting score bring by itself?

A group chosen on low scores tends to score nearer the mean later on, whatever happens to it
(Galton 1886). `analyse.meetfout` estimates how noisy a measurement is; `simulatie` says what a
group with such scores is expected to do when nothing but noise changes, and when wijken move as
wijken usually do, beside what was observed. Neither says why a score changed. The module `placebo`
applies the rule in other years, `vergelijkingswijken` looks at wijken outside the selection.

The population is every eligible wijk with all scores; changes are relative to its mean, so a trend
that all share is left out. Each draw takes gemeenten with replacement, estimates the covariances
and the reliability (in the year of selection, at most 1) anew, and draws the other scores of the
group given the scores it had in that year:

- 'alleen_ruis': a true score that never changes plus independent noise;
- 'ruis_en_beweging': the covariances of the population, so that a low score comes back as it did on
  average for wijken with such a score (Galton's regression line).

The first is what regression to the mean amounts to if noise is as small as the simplex says, which
counts an error that lasts as movement. The second holds all real movement too, that of the
selection included: what wijken outside it make one expect is in `regressielijn`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from scipy import stats

from leefbaarheid.analyse.clusterproducten import clusterproducten
from leefbaarheid.analyse.klassen import klasse
from leefbaarheid.analyse.meetfout import MIN_JAREN
from leefbaarheid.analyse.schatter import Schatter, infereer
from leefbaarheid.analyse.trajecten import Clusterregel, bepaal_cluster
from leefbaarheid.analyse.trekkingen import trek_gemeenten
from leefbaarheid.basis.begrippen import CLUSTERS
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.tabelwaarden import BEWEGING, BINNEN, MEER, MINDER, PAST, RUIS
from leefbaarheid.toetsen.simulatiepopulatie import Populatie, maak_populatie

THEMA = 31
"""Number of this theme in the seed."""
Venster = tuple[int, int]
Schatting = tuple[float, float, float]
"""A value with the bounds of its interval."""


class Simulatie(NamedTuple):
    """The tables of `simulatie`.

    Attributes:
        effect: one row per groep x model x window: groep ('selectie', and 'regelequivalent' when
            the selection is not the lowest scores of the year), model, n_selectie, n (of those,
            eligible and with all scores), n_populatie, n_gemeenten, achterstand (mean of the
            population less that of the group in the year), betrouwbaarheid (of the score in the
            year, among the population) with betrouwbaarheid_laag and betrouwbaarheid_hoog (2.5-97.5
            % of the draws), van, tot, verandering,
            verandering_populatie, waargenomen (their difference), ci_laag, ci_hoog (95 %,
            cluster-robust by gemeente), verwacht, verwacht_laag, verwacht_hoog (mean and 2.5-97.5 %
            of the draws), gesloten_vorm (Galton: difference of the slopes x achterstand), barnett
            (`regressie_effect`: the same for the lowest k of n if scores were normal), verschil
            (waargenomen - verwacht), oordeel ('meer' or 'minder' than expected when each lies
            outside the interval of the other, else 'past'), aandeel_verwacht (verwacht /
            waargenomen, where waargenomen is clearly above 0), betrouwbaarheid_nodig (R at which
            noise alone would give `waargenomen`; only for 'alleen_ruis' from the year itself).
        clusters: one row per groep x model x cluster: n_waargenomen, verwacht, laag, hoog (all
            wijken), oordeel (waargenomen is 'minder' or 'meer' than the interval, or 'binnen').
    """

    effect: pd.DataFrame
    clusters: pd.DataFrame


def simulatie(
    wijken: pd.DataFrame,
    *,
    jaar: int,
    jaren: Sequence[int],
    vensters: Iterable[Sequence[int]],
    grenzen: Sequence[float],
    regel: Clusterregel,
    zaad: int,
    trekkingen: int = 1000,
    schatter: Schatter | None = None,
) -> Simulatie:
    """Lay the observed change of the selected wijken beside what their low score makes one expect.

    Args:
        wijken: wk_code, gm_code, in_selectie, in_aanmerking, lbm_<jaar>.
        jaar: the year on whose score was selected.
        jaren: measurement years.
        vensters: pairs (van, tot), none before `jaar`; others are left out.
        grenzen, regel: class cut points and cluster rule.
        zaad, trekkingen: seed of the edition, number of draws.
        schatter: the primary estimator, for the interval of what was observed; CRV3 by default.

    Raises:
        InvoerFout: no selected wijk has all scores, or fewer than three years.
    """
    _controleer_jaren(jaren)
    populatie = maak_populatie(wijken, jaar, sorted(jaren))
    eigen = populatie.modelcovarianties(np.ones((1, populatie.G)))
    rng = np.random.default_rng([zaad, THEMA, 1])
    getrokken = populatie.modelcovarianties(trek_gemeenten(rng, populatie.G, trekkingen))
    betrouwbaar = _betrouwbaarheid(populatie, eigen[BEWEGING], getrokken[BEWEGING])
    paren = [(van, tot) for van, tot in vensters if van >= jaar]
    effect, clusters = [], []
    for nummer, (groep, masker) in enumerate(populatie.groepen().items()):
        for m, model in enumerate((RUIS, BEWEGING)):
            rng = np.random.default_rng([zaad, THEMA, 2, nummer, m])
            telling = _Telling(populatie.jaren, grenzen, regel)
            delen = [
                (scores.mean(axis=1), telling(scores))
                for scores in _trek_groep(rng, getrokken[model], populatie, masker)
            ]
            gemiddeld, geteld = (np.concatenate(deel) for deel in zip(*delen, strict=True))
            vast = {"groep": groep, "model": model} | betrouwbaar
            uitkomst = _Verwachting(
                populatie, masker, model, eigen[model][0], gemiddeld, schatter or Schatter()
            )
            effect += [vast | _kenmerken(uitkomst) | _effectrij(uitkomst, paar) for paar in paren]
            per_cluster = _clusterrijen(telling(populatie.X[masker][None])[0], geteld)
            clusters += [{"groep": groep, "model": model} | rij for rij in per_cluster]
    return Simulatie(pd.DataFrame(effect), pd.DataFrame(clusters))


def _controleer_jaren(jaren: Sequence[int]) -> None:
    if len(jaren) < MIN_JAREN:
        raise InvoerFout(
            "voor de betrouwbaarheid van een meting zijn drie meetjaren nodig",
            sleutel="jaren",
            waarde=", ".join(map(str, jaren)),
            remedie="Neem meer meetjaren op, of zet deze controle uit.",
        )


def _betrouwbaarheid(
    populatie: Populatie, eigen: np.ndarray, getrokken: np.ndarray
) -> dict[str, float]:
    """Return the reliability in the selection year with its interval.

    Args:
        eigen: (1, T, T) covariance of the scores. getrokken: (B, T, T) of the draws.
    """
    laag, hoog = np.quantile(populatie.betrouwbaarheid(getrokken), [0.025, 0.975])
    return {
        "betrouwbaarheid": float(populatie.betrouwbaarheid(eigen)[0]),
        "betrouwbaarheid_laag": float(laag),
        "betrouwbaarheid_hoog": float(hoog),
    }


BLOK = 2_000_000
"""How many scores are drawn at a time: 16 MB."""


# AANNAME: gegeven de score in het selectiejaar liggen andere scores in de simulatie normaal
#   verdeeld rond een rechte lijn.
#   Waarom: zo volgt de te verwachten terugkeer uit gemiddelde, spreiding en samenhang alleen.
#   Gevolg: buigt het verband bij lage scores, dan is de te verwachten stijging van de selectie te
#   hoog of te laag berekend; de lijn van de overige wijken en de vergelijking met gelijke wijken
#   staan ernaast.
#   Onderwerp: modellen. Als: controle simulatie. Zie: sec-rob-gemiddelde.
def _trek_groep(
    rng: np.random.Generator, cov: np.ndarray, populatie: Populatie, masker: np.ndarray
) -> Iterator[np.ndarray]:
    """Draw the scores (B, k, T) of a group given its scores in the selection year.

    They come in blocks of draws, in their order: all at once they would fill the memory. The draws
    do not depend on the size of a block.

    Args:
        cov: (B, T, T). masker: (n,) the k wijken of the group.
    """
    B, T = cov.shape[:2]
    plek, midden = populatie.plek, populatie.gemiddeld
    scores = populatie.X[masker, plek]
    helling = cov[:, :, plek] / cov[:, plek, plek][:, None]
    rest = cov - helling[:, :, None] * cov[:, None, plek, :]
    waarden, vectoren = np.linalg.eigh((rest + rest.transpose(0, 2, 1)) / 2)
    wortel = vectoren * np.sqrt(np.maximum(waarden, 0.0))[:, None, :]
    per_keer = max(1, BLOK // (len(scores) * T))
    for van in range(0, B, per_keer):
        deel = slice(van, min(van + per_keer, B))
        vorm = (deel.stop - van, len(scores), T)
        ruis = rng.standard_normal(vorm) @ wortel[deel].transpose(0, 2, 1)
        yield midden + (scores - midden[plek])[:, None] * helling[deel, None, :] + ruis


# ---------------------------------------------------------------------------------------------
# Observed and expected


def regressie_effect(r: float, sd: float, aandeel: float) -> float:
    """Return the expected rise of the lowest share of a normal population, in closed form.

    Barnett, van der Pols & Dobson (2005), International Journal of Epidemiology 34: with z the
    quantile of `aandeel`, (1 - r) sd phi(z) / Phi(z). `r` is the reliability (nothing but noise
    changes) or the correlation of two measurements with equal spread.
    """
    z = stats.norm.ppf(aandeel)
    return float((1 - r) * sd * stats.norm.pdf(z) / aandeel)


def verschil_groepen(
    y: np.ndarray, groep: np.ndarray, gemeente: np.ndarray, schatter: Schatter
) -> Schatting:
    """Return mean of the group less mean of the others, with its 95 % interval.

    OLS of y on a constant and the group, clustered by gemeente, with the primary estimator; bounds
    are NaN where one gemeente holds the group, or there is one gemeente only.
    """
    verschil = float(y[groep].mean() - y[~groep].mean())
    if len(np.unique(gemeente)) < 2:
        return verschil, np.nan, np.nan
    X = np.column_stack([np.ones(len(y)), groep])
    uit = infereer(clusterproducten(X, y, gemeente), schatter)
    return verschil, float(uit.ci_laag[1]), float(uit.ci_hoog[1])


@dataclass(frozen=True)
class _Verwachting:
    """What one model makes one expect of a group, beside what was observed.

    Attributes:
        masker: (n,) the group.
        cov: (T, T) of the population under the model.
        groepsgemiddelde: (B, T) of the draws.
        schatter: of the interval of what was observed.
    """

    populatie: Populatie
    masker: np.ndarray
    model: str
    cov: np.ndarray
    groepsgemiddelde: np.ndarray
    schatter: Schatter

    @property
    def achterstand(self) -> float:
        """Mean of the population less that of the group in the selection year."""
        pop = self.populatie
        return float(pop.gemiddeld[pop.plek] - pop.X[self.masker, pop.plek].mean())

    @property
    def aandeel(self) -> float:
        """Share of the population in the group."""
        return int(self.masker.sum()) / len(self.masker)


def _kenmerken(v: _Verwachting) -> dict[str, Any]:
    """Return what every window of `Simulatie.effect` repeats."""
    return {
        "n_selectie": v.populatie.n_selectie,
        "n": int(v.masker.sum()),
        "n_populatie": len(v.masker),
        "n_gemeenten": v.populatie.G,
        "achterstand": v.achterstand,
    }


def _effectrij(v: _Verwachting, venster: Venster) -> dict[str, Any]:
    """Return what is expected and observed in one window."""
    pop = v.populatie
    a, b = (pop.jaren.index(jaar) for jaar in venster)
    trend = pop.gemiddeld[b] - pop.gemiddeld[a]
    verandering = v.groepsgemiddelde[:, b] - v.groepsgemiddelde[:, a] - trend
    verwacht = float(verandering.mean()), *np.quantile(verandering, [0.025, 0.975])
    waargenomen = _relatief(pop.X[:, b] - pop.X[:, a], v)
    return {
        "van": venster[0],
        "tot": venster[1],
        "verandering": waargenomen[0] + trend,
        "verandering_populatie": trend,
        **dict(zip(("waargenomen", "ci_laag", "ci_hoog"), waargenomen, strict=True)),
        **dict(zip(("verwacht", "verwacht_laag", "verwacht_hoog"), verwacht, strict=True)),
        **_gesloten(v, a, b),
        "verschil": waargenomen[0] - verwacht[0],
        "oordeel": _oordeel(waargenomen, verwacht),
        **_verhouding(v, venster, waargenomen, verwacht[0]),
    }


def _gesloten(v: _Verwachting, a: int, b: int) -> dict[str, float]:
    """Return the expected change between two years in closed form, of this and a normal group."""
    plek = v.populatie.plek
    helling = v.cov[:, plek] / v.cov[plek, plek]
    normaal = regressie_effect(0.0, np.sqrt(v.cov[plek, plek]), v.aandeel)
    verschil = helling[a] - helling[b]
    return {"gesloten_vorm": verschil * v.achterstand, "barnett": verschil * normaal}


def _verhouding(
    v: _Verwachting, venster: Venster, waargenomen: Schatting, verwacht: float
) -> dict[str, float]:
    """Return the expected share of a clear rise, and the reliability that noise would need."""
    relatief, laag, _ = waargenomen
    kaal = v.model == RUIS and venster[0] == v.populatie.jaar and v.achterstand > 0
    return {
        "aandeel_verwacht": verwacht / relatief if laag > 0 else np.nan,
        "betrouwbaarheid_nodig": 1 - relatief / v.achterstand if kaal else np.nan,
    }


def _relatief(u: np.ndarray, v: _Verwachting) -> Schatting:
    """Return the change of a group relative to the population, with its 95 % interval.

    The group is part of the population: its mean less the population's is (1 - k/n) times its mean
    less that of the others, which is `verschil_groepen`.

    Args:
        u: (n,) change of every wijk.
    """
    deel = 1 - v.aandeel
    verschil, laag, hoog = verschil_groepen(u, v.masker, v.populatie.codes, v.schatter)
    return verschil * deel, laag * deel, hoog * deel


def _oordeel(waargenomen: Schatting, verwacht: Schatting) -> str:
    """Return `MEER` or `MINDER` where observed and expected lie outside each other's interval."""
    (w, w_laag, w_hoog), (v, v_laag, v_hoog) = waargenomen, verwacht
    if w > v_hoog and v < w_laag:
        return MEER
    return MINDER if w < v_laag and v > w_hoog else PAST


@dataclass(frozen=True)
class _Telling:
    """Counts the clusters in draws (B, k, T) by the rule itself: (B, clusters)."""

    jaren: Sequence[int]
    grenzen: Sequence[float]
    regel: Clusterregel

    def __call__(self, scores: np.ndarray) -> np.ndarray:
        regel = self.regel
        lang, crisis, eind = (
            pd.Series(scores[:, :, self.jaren.index(jaar)].ravel())
            for jaar in (regel.langjaar, regel.crisisjaar, regel.eindjaar)
        )
        cluster = bepaal_cluster(
            klasse(eind, self.grenzen),
            eind - lang,
            eind - crisis,
            regel.delta,
            regel.voldoende_vanaf_klasse,
        ).to_numpy()
        return np.stack(
            [(cluster == naam).reshape(scores.shape[:2]).sum(axis=1) for naam in CLUSTERS], axis=1
        )


def _clusterrijen(in_data: np.ndarray, in_trekking: np.ndarray) -> list[dict[str, Any]]:
    """Lay the number of wijken per cluster in the data (clusters,) beside the draws (B, clusters).

    Returns:
        One row per cluster, in the order of `CLUSTERS`.
    """
    laag, hoog = np.quantile(in_trekking, [0.025, 0.975], axis=0)
    return [
        {
            "cluster": naam,
            "n_waargenomen": int(in_data[i]),
            "verwacht": float(in_trekking[:, i].mean()),
            "laag": float(laag[i]),
            "hoog": float(hoog[i]),
            "oordeel": MINDER if in_data[i] < laag[i] else MEER if in_data[i] > hoog[i] else BINNEN,
        }
        for i, naam in enumerate(CLUSTERS)
    ]
