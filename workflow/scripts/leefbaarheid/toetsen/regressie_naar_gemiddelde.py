"""How much of the change of the selected wijken would a low starting score bring by itself?

A group chosen on low scores tends to score nearer the mean later on, whatever happens to it
(Galton 1886). `betrouwbaarheid` estimates how noisy one measurement is; `simulatie` says what a
group with such scores is expected to do when nothing but noise changes, and when wijken move as
wijken usually do, beside what was observed. Neither says why a score changed. The module `placebo`
applies the rule in other years, `vergelijkingswijken` looks at wijken outside the selection.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from scipy import stats

from leefbaarheid.analyse.klassen import klasse
from leefbaarheid.analyse.trajecten import Clusterregel, bepaal_cluster
from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import CLUSTERS
from leefbaarheid.basis.fouten import InvoerFout

Venster = tuple[int, int]

THEMA = 31
"""Number of this theme in the seed, so that no other check shares its draws."""
RUIS, BEWEGING = "alleen_ruis", "ruis_en_beweging"
MODELLEN = {
    RUIS: "alleen meetruis; verder verandert elke wijk mee met het gemiddelde",
    BEWEGING: "meetruis en gewone beweging, zoals bij alle wijken die in aanmerking kwamen",
}


def heise(r12: float, r23: float, r13: float) -> dict[str, float]:
    """Return reliability and true stabilities from three correlations of a simplex.

    Heise (1969), Separating reliability and stability in test-retest correlation, American
    Sociological Review 34: with a Markov true score and equal reliability R,
    r12 = R s12, r23 = R s23 and r13 = R s12 s23, so R = r12 r23 / r13. Without the assumption of
    equal reliability it is that of the middle measurement. Spacing need not be equal. An error that
    lasts from one measurement to the next counts as stability: R is an upper bound then.
    """
    return {
        "betrouwbaarheid": r12 * r23 / r13,
        "stabiliteit_12": r13 / r23,
        "stabiliteit_23": r13 / r12,
    }


def _gewogen_momenten(
    scores: np.ndarray, gemeente: np.ndarray, gewicht: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return means (B, T) and covariances (B, T, T; divisor n - 1) with weights per gemeente.

    Args:
        scores: (n, T). gemeente: (n,) codes 0..G-1. gewicht: (B, G), times each gemeente counts.
    """
    T = scores.shape[1]
    midden = scores.mean(axis=0)
    Z = scores - midden
    producten = np.einsum("it,iu->itu", Z, Z).reshape(len(Z), -1)
    alles = np.column_stack([np.ones(len(Z)), Z, producten])
    som = np.zeros((gewicht.shape[1], alles.shape[1]))
    np.add.at(som, gemeente, alles)
    totaal = gewicht @ som
    n = totaal[:, :1]
    gem = totaal[:, 1 : T + 1] / n
    cov = totaal[:, T + 1 :].reshape(-1, T, T) / n[:, :, None] - gem[:, :, None] * gem[:, None, :]
    return gem + midden, cov * (n / (n - 1))[:, :, None]


def _trek_gemeenten(rng: np.random.Generator, G: int, trekkingen: int) -> np.ndarray:
    """Return how often each gemeente is drawn in a cluster bootstrap: (trekkingen, G)."""
    return rng.multinomial(G, np.full(G, 1 / G), size=trekkingen).astype(float)


def _correlatie(cov: np.ndarray) -> np.ndarray:
    sd = np.sqrt(np.diagonal(cov, axis1=-2, axis2=-1))
    return cov / (sd[..., :, None] * sd[..., None, :])


def _drietallen(cov: np.ndarray) -> tuple[np.ndarray, ...]:
    """Return R, s12, s23 and the first reliability per consecutive triple, each (B, T-2)."""
    r = _correlatie(cov)
    i = np.arange(cov.shape[-1] - 2)
    schatting = heise(r[..., i, i + 1], r[..., i + 1, i + 2], r[..., i, i + 2])
    R = schatting["betrouwbaarheid"]
    fout = (1 - R) * cov[..., i + 1, i + 1]
    return R, schatting["stabiliteit_12"], schatting["stabiliteit_23"], 1 - fout / cov[..., i, i]


def _samen(R: np.ndarray) -> np.ndarray:
    """Pool the reliabilities of all triples: their geometric mean, over the last axis."""
    return np.exp(np.log(np.maximum(R, 1e-6)).mean(axis=-1))


def betrouwbaarheid(
    scores: pd.DataFrame, gemeente: pd.Series, *, zaad: int, trekkingen: int = 1000
) -> pd.DataFrame:
    """Estimate the reliability of one measurement from the panel.

    Args:
        scores: one row per wijk without missing values, one column per year, ascending.
        gemeente: gm_code with the same index: the cluster of the bootstrap.
        zaad: seed of the edition. trekkingen: bootstrap draws.

    Returns:
        One row per three consecutive measurements, and a last row 'alle metingen' with the
        geometric mean of R: metingen ("2002-2008-2012"), jaar (the middle one), betrouwbaarheid
        (`heise`), ci_laag, ci_hoog (95 % percentile bootstrap by gemeente), betrouwbaarheid_eerste
        (of the first of the three, when the error variance and not the reliability is equal: Wiley
        & Wiley 1970, American Sociological Review 35), stabiliteit_12, stabiliteit_23 (true score),
        meetfout_sd (score points; NaN when R > 1), n, n_gemeenten, toelichting. An estimate above 1
        is possible: then the three measurements do not follow the model, or noise is negligible.

    Raises:
        InvoerFout: fewer than three years.
    """
    jaren = list(scores.columns)
    if len(jaren) < 3:
        raise InvoerFout(
            "voor de betrouwbaarheid van een meting zijn drie meetjaren nodig",
            sleutel="jaren",
            waarde=", ".join(map(str, jaren)),
            remedie="Neem meer meetjaren op, of zet deze controle uit.",
        )
    X, codes, G = _matrix(scores, gemeente)
    _, cov = _gewogen_momenten(X, codes, np.ones((1, G)))
    rng = np.random.default_rng([zaad, THEMA, 1])
    _, cov_b = _gewogen_momenten(X, codes, _trek_gemeenten(rng, G, trekkingen))
    R, s12, s23, eerste = (deel[0] for deel in _drietallen(cov))
    R_b = _drietallen(cov_b)[0]
    grens = np.quantile(R_b, [0.025, 0.975], axis=0)
    sd = np.sqrt(np.diagonal(cov[0]))
    rijen = []
    for i in range(len(jaren) - 2):
        rijen.append(
            {
                "metingen": "-".join(map(str, jaren[i : i + 3])),
                "jaar": jaren[i + 1],
                "betrouwbaarheid": R[i],
                "ci_laag": grens[0, i],
                "ci_hoog": grens[1, i],
                "betrouwbaarheid_eerste": eerste[i],
                "stabiliteit_12": s12[i],
                "stabiliteit_23": s23[i],
                "meetfout_sd": sd[i + 1] * np.sqrt(1 - R[i]) if R[i] <= 1 else np.nan,
            }
        )
    samen, grens = _samen(R), np.quantile(_samen(R_b), [0.025, 0.975])
    rijen.append(
        {
            "metingen": "alle metingen",
            "jaar": None,
            "betrouwbaarheid": samen,
            "ci_laag": grens[0],
            "ci_hoog": grens[1],
            "betrouwbaarheid_eerste": np.nan,
            "stabiliteit_12": np.nan,
            "stabiliteit_23": np.nan,
            "meetfout_sd": sd.mean() * np.sqrt(1 - samen) if samen <= 1 else np.nan,
        }
    )
    tabel = pd.DataFrame(rijen).assign(n=len(X), n_gemeenten=G)
    tabel["jaar"] = tabel["jaar"].astype("Int64")
    tabel["toelichting"] = np.where(
        tabel["betrouwbaarheid"] > 1, "schatting boven 1: geen meetruis aan te wijzen", ""
    )
    return tabel


def _matrix(scores: pd.DataFrame, gemeente: pd.Series) -> tuple[np.ndarray, np.ndarray, int]:
    codes, namen = pd.factorize(gemeente.reindex(scores.index), sort=True)
    return scores.to_numpy(float), codes, len(namen)


def regressie_effect(r: float, sd: float, aandeel: float) -> float:
    """Return the expected rise of the lowest share of a normal population, in closed form.

    Barnett, van der Pols & Dobson (2005), International Journal of Epidemiology 34: with z the
    quantile of `aandeel`, (1 - r) sd phi(z) / Phi(z). `r` is the reliability (nothing but noise
    changes) or the correlation of two measurements with equal spread.
    """
    z = stats.norm.ppf(aandeel)
    return float((1 - r) * sd * stats.norm.pdf(z) / aandeel)


class Simulatie(NamedTuple):
    """The tables of `simulatie`."""

    effect: pd.DataFrame
    clusters: pd.DataFrame
    betrouwbaarheid: pd.DataFrame


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
) -> Simulatie:
    """Lay the observed change of the selected wijken beside what their low score makes one expect.

    The population is every eligible wijk with all scores; changes are relative to its mean, so a
    trend that all share is left out. Each draw takes gemeenten with replacement, estimates the
    covariances and the reliability (`betrouwbaarheid`, all measurements, at most 1) anew, and draws
    the other scores of the group given the scores it had in `jaar`:

    - 'alleen_ruis': a true score that never changes plus independent noise;
    - 'ruis_en_beweging': the covariances of the population, so that a low score comes back as it
      did on average for wijken with such a score (Galton's regression line).

    The first is what regression to the mean amounts to if noise is as small as the simplex says,
    which counts an error that lasts as movement; the second holds all real movement too and is an
    upper bound.
    # AANNAME: gegeven de score in het selectiejaar liggen andere scores in de simulatie normaal
    #   verdeeld rond een rechte lijn.

    Args:
        wijken: wk_code, gm_code, in_selectie, in_aanmerking, lbm_<jaar>.
        jaar: the year on whose score was selected.
        jaren: measurement years.
        vensters: pairs (van, tot), none before `jaar`; others are left out.
        grenzen, regel: class cut points and cluster rule.
        zaad, trekkingen: seed of the edition, number of draws.

    Returns:
        `effect`, one row per groep x model x window: groep ('selectie', and 'regelequivalent' when
        the selection is not the lowest scores of `jaar`), model, n_selectie, n (of those, eligible
        and with all scores), n_populatie, n_gemeenten, achterstand (mean of the
        population less that of the group in `jaar`), van, tot, verandering, verandering_populatie,
        waargenomen (their difference), ci_laag, ci_hoog (95 %,
        cluster-robust by gemeente), verwacht, verwacht_laag, verwacht_hoog (mean and 2.5-97.5 % of
        the draws), gesloten_vorm (Galton: difference of the slopes x achterstand), barnett
        (`regressie_effect`: the same for the lowest k of n if scores were normal), verschil
        (waargenomen - verwacht), oordeel ('meer' or 'minder' than expected when each lies outside
        the interval of the other, else 'past'), aandeel_verwacht (verwacht / waargenomen, where
        waargenomen is clearly above 0), betrouwbaarheid_nodig (R at which noise alone would give
        `waargenomen`; only for 'alleen_ruis' from `jaar`).
        `clusters`, one row per groep x model x cluster: n_waargenomen, verwacht, laag, hoog (all
        wijken), oordeel (waargenomen is 'minder' or 'meer' than the interval, or 'binnen').
        `betrouwbaarheid`: see that function.

    Raises:
        InvoerFout: no selected wijk has all scores, or fewer than three years.
    """
    jaren = sorted(jaren)
    kolommen = [f"lbm_{j}" for j in jaren]
    populatie = wijken[wijken["in_aanmerking"]].dropna(subset=kolommen).sort_values("wk_code")
    scores = populatie[kolommen].set_axis(jaren, axis=1)
    tabel_R = betrouwbaarheid(scores, populatie["gm_code"], zaad=zaad, trekkingen=trekkingen)
    gekozen = populatie["in_selectie"].to_numpy()
    if not gekozen.any():
        raise InvoerFout(
            "geen enkele geselecteerde wijk komt in aanmerking en heeft alle scores",
            sleutel="selectie",
            remedie="Controleer de selectie, of zet deze controle uit.",
        )
    X, codes, G = _matrix(scores, populatie["gm_code"])
    n, k, plek = len(X), int(gekozen.sum()), jaren.index(jaar)
    laagste = np.zeros(n, dtype=bool)
    laagste[np.argsort(X[:, plek], kind="stable")[:k]] = True
    volgens_regel = bool((laagste == gekozen).all())
    groepen = {"selectie": gekozen} | ({} if volgens_regel else {"regelequivalent": laagste})

    gemiddeld = X.mean(axis=0)
    cov_van = _modelcovarianties(X, codes, np.ones((1, G)), plek)
    rng = np.random.default_rng([zaad, THEMA, 1])  # the draws of `betrouwbaarheid`
    cov_b = _modelcovarianties(X, codes, _trek_gemeenten(rng, G, trekkingen), plek)
    paren = [(van, tot) for van, tot in vensters if van >= jaar]
    effect, clusters = [], []
    for nummer, (groep, masker) in enumerate(groepen.items()):
        waargenomen = _waargenomen(
            X, masker, codes, [(jaren.index(v), jaren.index(t)) for v, t in paren]
        )
        for m, model in enumerate(MODELLEN):
            rng = np.random.default_rng([zaad, THEMA, 2, nummer, m])
            getrokken = _trek_groep(rng, cov_b[model], plek, X[masker, plek], gemiddeld)
            C = cov_van[model][0]
            vast = {
                "groep": groep,
                "model": model,
                "n_selectie": int(wijken["in_selectie"].sum()),
                "n": k,
                "n_populatie": n,
                "n_gemeenten": G,
                "achterstand": gemiddeld[plek] - X[masker, plek].mean(),
            }
            normaal = regressie_effect(0.0, np.sqrt(C[plek, plek]), k / n)
            effect += [
                {
                    **vast,
                    **_effectrij(
                        (van, tot),
                        [jaren.index(van), jaren.index(tot)],
                        C[:, plek] / C[plek, plek],
                        getrokken.mean(axis=1),
                        gemiddeld,
                        gezien,
                        vast["achterstand"],
                        normaal,
                        model == RUIS and van == jaar,
                    ),
                }
                for (van, tot), gezien in zip(paren, waargenomen, strict=True)
            ]
            clusters += [
                {"groep": groep, "model": model, **rij}
                for rij in _clusterrijen(getrokken, X[masker], jaren, grenzen, regel)
            ]
    return Simulatie(pd.DataFrame(effect), pd.DataFrame(clusters), tabel_R)


def _modelcovarianties(
    X: np.ndarray, codes: np.ndarray, gewicht: np.ndarray, plek: int
) -> dict[str, np.ndarray]:
    """Return the covariance of the scores under either model: (B, T, T)."""
    _, cov = _gewogen_momenten(X, codes, gewicht)
    R = np.clip(_samen(_drietallen(cov)[0]), 0.0, 1.0)[:, None, None]
    T = X.shape[1]
    variantie = cov[:, plek, plek][:, None, None]
    return {RUIS: variantie * (R + (1 - R) * np.eye(T)), BEWEGING: cov}


def _trek_groep(
    rng: np.random.Generator, cov: np.ndarray, plek: int, scores: np.ndarray, midden: np.ndarray
) -> np.ndarray:
    """Draw the scores (B, k, T) of a group given its scores in the selection year.

    Args:
        cov: (B, T, T). plek: place of the selection year. scores: (k,) in that year.
        midden: means per year (T,).
    """
    B, T = cov.shape[:2]
    helling = cov[:, :, plek] / cov[:, plek, plek][:, None]
    rest = cov - helling[:, :, None] * cov[:, None, plek, :]
    waarden, vectoren = np.linalg.eigh((rest + rest.transpose(0, 2, 1)) / 2)
    wortel = vectoren * np.sqrt(np.maximum(waarden, 0.0))[:, None, :]
    ruis = rng.standard_normal((B, len(scores), T)) @ wortel.transpose(0, 2, 1)
    return midden + (scores - midden[plek])[:, None] * helling[:, None, :] + ruis


def _waargenomen(
    X: np.ndarray, masker: np.ndarray, codes: np.ndarray, paren: Sequence[tuple[int, int]]
) -> list[tuple[float, float, float]]:
    """Return per window the change of the group relative to the population, with its interval.

    The group is part of the population: its mean less the population's is (1 - k/n) times its mean
    less that of the others, whose cluster-robust error is `verschil_groepen`'s.
    """
    deel = 1 - masker.mean()
    uit = []
    for van, tot in paren:
        verschil, se, df = verschil_groepen(X[:, tot] - X[:, van], masker, codes)
        marge = stats.t.ppf(0.975, df) * se if df > 0 else np.nan
        uit.append((verschil * deel, (verschil - marge) * deel, (verschil + marge) * deel))
    return uit


def verschil_groepen(
    y: np.ndarray, groep: np.ndarray, gemeente: np.ndarray
) -> tuple[float, float, int]:
    """Return mean of the group less mean of the others, its CRV1 error and degrees of freedom.

    The same as OLS of y on a constant and the group, clustered by gemeente with the factor
    G/(G-1) x (n-1)/(n-2) and G-1 degrees of freedom (Cameron & Miller 2015).
    """
    groep = groep.astype(bool)
    n, n1 = len(y), int(groep.sum())
    gem1, gem0 = y[groep].mean(), y[~groep].mean()
    invloed = np.where(groep, (y - gem1) / n1, -(y - gem0) / (n - n1))
    _, codes = np.unique(gemeente, return_inverse=True)
    som = np.bincount(codes, weights=invloed)
    G = len(som)
    factor = G / (G - 1) * (n - 1) / (n - 2) if G > 1 else np.nan
    return float(gem1 - gem0), float(np.sqrt(factor * (som**2).sum())), G - 1


def _effectrij(
    venster: Venster,
    plekken: Sequence[int],
    helling: np.ndarray,
    groepsgemiddelde: np.ndarray,
    gemiddeld: np.ndarray,
    waargenomen: tuple[float, float, float],
    achterstand: float,
    normaal: float,
    kaal: bool,
) -> dict[str, Any]:
    """Return what is expected and observed in one window.

    Args:
        plekken: places of the two years. helling: (T,) of each year on the selection year.
        groepsgemiddelde: (B, T) of the draws. gemiddeld: (T,) of the population.
        waargenomen: relative change with its interval.
        normaal: lag of the lowest k if scores were normal.
        kaal: noise alone, from the selection year: the reliability it would take is defined.
    """
    a, b = plekken
    relatief, laag, hoog = waargenomen
    trend = gemiddeld[b] - gemiddeld[a]
    verandering = groepsgemiddelde[:, b] - groepsgemiddelde[:, a] - trend
    verwacht = float(verandering.mean())
    grens = np.quantile(verandering, [0.025, 0.975])
    return {
        "van": venster[0],
        "tot": venster[1],
        "verandering": relatief + trend,
        "verandering_populatie": trend,
        "waargenomen": relatief,
        "ci_laag": laag,
        "ci_hoog": hoog,
        "verwacht": verwacht,
        "verwacht_laag": grens[0],
        "verwacht_hoog": grens[1],
        "gesloten_vorm": (helling[a] - helling[b]) * achterstand,
        "barnett": (helling[a] - helling[b]) * normaal,
        "verschil": relatief - verwacht,
        "oordeel": _oordeel(waargenomen, (verwacht, *grens)),
        "aandeel_verwacht": verwacht / relatief if laag > 0 else np.nan,
        "betrouwbaarheid_nodig": (
            1 - relatief / achterstand if kaal and achterstand > 0 else np.nan
        ),
    }


def _oordeel(waargenomen: Sequence[float], verwacht: Sequence[float]) -> str:
    """Return 'meer' or 'minder' where observed and expected lie outside each other's interval."""
    (w, w_laag, w_hoog), (v, v_laag, v_hoog) = waargenomen, verwacht
    if w > v_hoog and v < w_laag:
        return "meer"
    return "minder" if w < v_laag and v > w_hoog else "past"


def _clusterrijen(
    getrokken: np.ndarray,
    X: np.ndarray,
    jaren: Sequence[int],
    grenzen: Sequence[float],
    regel: Clusterregel,
) -> list[dict[str, Any]]:
    """Count the clusters in every draw (B, k, T) and in the data (k, T), by the rule itself."""
    plekken = [jaren.index(j) for j in (regel.langjaar, regel.crisisjaar, regel.eindjaar)]

    def tel(scores: np.ndarray) -> np.ndarray:
        lang, crisis, eind = (pd.Series(scores[:, :, plek].ravel()) for plek in plekken)
        cluster = bepaal_cluster(
            klasse(eind, grenzen),
            eind - lang,
            eind - crisis,
            regel.delta,
            regel.voldoende_vanaf_klasse,
        ).to_numpy()
        return np.stack(
            [(cluster == naam).reshape(scores.shape[:2]).sum(axis=1) for naam in CLUSTERS], axis=1
        )

    in_data, in_trekking = tel(X[None])[0], tel(getrokken)
    laag, hoog = np.quantile(in_trekking, [0.025, 0.975], axis=0)
    return [
        {
            "cluster": naam,
            "n_waargenomen": int(in_data[i]),
            "verwacht": float(in_trekking[:, i].mean()),
            "laag": float(laag[i]),
            "hoog": float(hoog[i]),
            "oordeel": "minder"
            if in_data[i] < laag[i]
            else "meer"
            if in_data[i] > hoog[i]
            else "binnen",
        }
        for i, naam in enumerate(CLUSTERS)
    ]


def zin_simulatie(
    effect: pd.DataFrame, betrouwbaarheid: pd.DataFrame, venster: Sequence[int]
) -> str:
    """Return one Dutch sentence: observed against expected change in a window.

    Args:
        effect, betrouwbaarheid: tables of `Simulatie`.
        venster: (van, tot), one of the windows.
    """
    van, tot = venster
    rij = effect[(effect["groep"] == "selectie") & (effect["van"] == van) & (effect["tot"] == tot)]
    if rij.empty:
        return f"Voor {van}–{tot} is geen verwachte verandering berekend."
    ruis, beweging = (rij[rij["model"] == model].iloc[0] for model in (RUIS, BEWEGING))
    R = betrouwbaarheid.iloc[-1]["betrouwbaarheid"]
    zin = (
        f"Tussen {van} en {tot} veranderde de score van de geselecteerde wijken "
        f"{punten(ruis['waargenomen'])} punt ten opzichte van het gemiddelde van alle wijken die "
        f"in aanmerking kwamen (95%-interval {interval(ruis['ci_laag'], ruis['ci_hoog'])}); door "
        f"alleen meetruis (betrouwbaarheid {taal.getal(min(R, 1.0), 3)}) is "
        f"{punten(ruis['verwacht'])} te verwachten en met de gewone beweging van wijken "
        f"{punten(beweging['verwacht'])}"
    )
    return f"{zin}: {_SLOTZIN[ruis['oordeel'], beweging['oordeel']]}."


_SLOTZIN = {
    ("past", "past"): "de verandering past bij meetruis alleen",
    ("past", "meer"): "de verandering past bij meetruis alleen, maar is meer dan gewoonlijk",
    ("past", "minder"): (
        "de verandering past bij meetruis alleen, maar is minder dan wat wijken met zo'n lage "
        "score gewoonlijk laten zien"
    ),
    ("meer", "past"): (
        "dat is meer dan meetruis alleen, maar niet meer dan wat wijken met zo'n lage score "
        "gewoonlijk laten zien"
    ),
    ("meer", "meer"): "dat is meer dan een lage beginscore doet verwachten",
    ("meer", "minder"): (
        "dat is meer dan meetruis alleen, maar minder dan wat wijken met zo'n lage score "
        "gewoonlijk laten zien"
    ),
    ("minder", "past"): "dat is minder dan bij meetruis alleen, maar past bij gewone beweging",
    ("minder", "meer"): "dat is minder dan bij meetruis alleen, maar meer dan bij gewone beweging",
    ("minder", "minder"): "dat is minder dan een lage beginscore doet verwachten",
}


def punten(waarde: float) -> str:
    """Return a change of the score with its sign, three decimals."""
    return taal.verandering(waarde, 3)


def interval(laag: float, hoog: float) -> str:
    """Return an interval to three decimals, or four where a bound would read as zero."""
    return taal.interval(laag, hoog, 4 if 0 < min(abs(laag), abs(hoog)) < 0.0005 else 3)
