"""How much of the development of the selected wijken would a low starting score bring by itself?

A group chosen on low scores tends to score nearer the mean later on, whatever happens to it
(Galton 1886). Three checks, each with tidy tables and one Dutch sentence on what it means:

- `placebo`: the same selection and cluster rule in other years;
- `simulatie`: what a group with such scores is expected to do under two models, one in which
  nothing but measurement noise changes and one in which wijken move as wijken usually do;
- `vergelijk`: wijken outside the selection with (almost) the same scores in 2002 and 2008.

None of them says why a score changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from scipy import stats
from scipy.optimize import linear_sum_assignment

from leefbaarheid import taal
from leefbaarheid.begrippen import CLUSTERS
from leefbaarheid.fouten import InvoerFout
from leefbaarheid.klassen import klasse
from leefbaarheid.selectie import scores_breed, selecteer, selecteer_laagste_scores
from leefbaarheid.trajecten import Clusterregel, bepaal_cluster

Venster = tuple[int, int]

THEMA = 31
"""Number of this theme in the seed, so that no other check shares its draws."""
ONBEKEND = "onbekend"
KOLOM_VAN_CLUSTER = {
    **dict(
        zip(
            CLUSTERS,
            ("succes", "vroegsignalering", "gestaag_herstel", "terugval", "niet_ingedeeld"),
            strict=True,
        )
    ),
    ONBEKEND: ONBEKEND,
}
"""The name of a cluster in a column name."""

RUIS, BEWEGING = "alleen_ruis", "ruis_en_beweging"
MODELLEN = {
    RUIS: "alleen meetruis; verder verandert elke wijk mee met het gemiddelde",
    BEWEGING: "meetruis en gewone beweging, zoals bij alle wijken die in aanmerking kwamen",
}


# ---------------------------------------------------------------------------------------------
# (a) Placebo: the same rule in other years


@dataclass(frozen=True)
class Opzet:
    """The four years of a selection with a division into clusters.

    Attributes:
        variant: key of the variant; omschrijving: what was shifted, in Dutch.
        jaren: selection year, then long year, crisis year and end year of the cluster rule; None
            where there is no measurement.
        reden: why it cannot be done, else "".
    """

    variant: str
    omschrijving: str
    jaren: tuple[int | None, int | None, int | None, int | None]
    reden: str = ""


def placebo_opzetten(
    jaren: Sequence[int], selectiejaar: int, langjaar: int, crisisjaar: int, eindjaar: int
) -> list[Opzet]:
    """Return the shifted designs that the measurement years allow, and those they do not.

    Args:
        jaren: measurement years, ascending.
        selectiejaar, langjaar, crisisjaar, eindjaar: the years of the edition.

    A design with the years of an earlier one in the list is left out.
    """
    eigen = (selectiejaar, langjaar, crisisjaar, eindjaar)
    plaats = {jaar: i for i, jaar in enumerate(jaren)}

    def schuif(jaar: int, stap: int) -> int | None:
        doel = plaats[jaar] + stap
        return jaren[doel] if 0 <= doel < len(jaren) else None

    kandidaten = [
        Opzet(
            "meting_eerder",
            "selectie en clusterregel één meting eerder",
            tuple(schuif(jaar, -1) for jaar in eigen),
        ),
        Opzet(
            "clusterregel_meting_eerder",
            f"clusterregel één meting eerder; selectie op {selectiejaar} gelijk gehouden",
            (selectiejaar, *(schuif(jaar, -1) for jaar in eigen[1:])),
        ),
    ]
    gelijke = sorted(
        verschil
        for verschil in {jaar - selectiejaar for jaar in jaren} - {0}
        if all(jaar + verschil in plaats for jaar in eigen)
    )
    kandidaten += [
        Opzet(
            "zelfde_tussenpozen",
            f"selectie en clusterregel {abs(verschil)} jaar "
            f"{'later' if verschil > 0 else 'eerder'}, met dezelfde tussenpozen",
            tuple(jaar + verschil for jaar in eigen),
        )
        for verschil in gelijke
    ]
    if not gelijke:
        kandidaten.append(
            Opzet(
                "zelfde_tussenpozen",
                "selectie en clusterregel verschoven met dezelfde tussenpozen",
                (None, None, None, None),
                "geen andere vier meetjaren liggen even ver uiteen",
            )
        )
    kandidaten.append(
        Opzet(
            "meting_later",
            "selectie en clusterregel één meting later",
            tuple(schuif(jaar, 1) for jaar in eigen),
        )
    )
    kandidaten += [
        Opzet(
            "ander_selectiejaar",
            f"selectie op de score van {jaar}; clusterregel gelijk gehouden",
            (jaar, *eigen[1:]),
        )
        for jaar in dict.fromkeys(eigen[1:])
    ]
    uit: list[Opzet] = []
    for opzet in kandidaten:
        if not opzet.reden and None in opzet.jaren:
            rand = f"vóór {jaren[0]}" if "eerder" in opzet.variant else f"na {jaren[-1]}"
            uit.append(
                Opzet(opzet.variant, opzet.omschrijving, opzet.jaren, f"er is geen meting {rand}")
            )
        elif opzet.reden or opzet.jaren not in {eigen, *(o.jaren for o in uit)}:
            uit.append(opzet)
    return uit


def placebo(
    kenmerken: pd.DataFrame,
    panel: pd.DataFrame,
    *,
    selectie: Mapping[str, Any],
    jaren: Sequence[int],
    basisjaar: int,
    grenzen: Sequence[float],
    regel: Clusterregel,
) -> pd.DataFrame:
    """Apply the selection and the cluster rule in other years; count what arises there.

    Nothing about the wijken changes between the rows, only the years that are looked at. What a
    rule finds in other years too is not particular to the years of the study. The row
    'ander_selectiejaar' on the end year is the time-reversed check (Campbell & Kenny 1999, A
    primer on regression artifacts): a low score at the end makes a fall on the way to it likely.

    Args:
        kenmerken: the wijken of the data stage (wk_code, gm_code, gm_naam, inwoners, labels).
        panel: wk_code, jaar, lbm.
        selectie: the config block `selectie`. A list cannot be shifted: its place is taken by the
            same number of lowest scores in `basisjaar`, which is a row of its own.
        jaren: measurement years of the edition.
        basisjaar: year of the pre-selection baseline.
        grenzen: class cut points of the total score.
        regel: the cluster rule.

    Returns:
        One row per variant: variant, omschrijving, selectiejaar, langjaar, crisisjaar, eindjaar,
        tussenpozen ("6-4-2"; only "4-2" when the selection is not before the long year), n,
        n_ook_in_selectie (also in the edition's selection), n_<cluster> and aandeel_<cluster>
        (share of n), verandering_lang and verandering_crisis (mean change to the end year, score
        points), the same with `_overig` for the eligible wijken that were not selected, and reden
        (why the row is empty). The first row is the edition itself.
    """
    jaren = sorted(jaren)
    eigen = (regel.langjaar, regel.crisisjaar, regel.eindjaar)
    breed = scores_breed(kenmerken, panel, jaren)
    gekozen, _ = selecteer(kenmerken, panel, selectie, jaren, regel.eindjaar)
    in_selectie = gekozen["in_selectie"] & kenmerken["inwoners"].gt(0)
    is_lijst = selectie["soort"] == "lijst"
    selectiejaar = basisjaar if is_lijst else selectie["jaar"]
    aantal = int(in_selectie.sum())

    opzetten = placebo_opzetten(jaren, selectiejaar, *eigen)
    if is_lijst:
        tekst = f"even veel wijken, met de laagste scores in {basisjaar}, in plaats van de lijst"
        opzetten.insert(0, Opzet("regelequivalent", tekst, (selectiejaar, *eigen)))
    naam = "de selectie van deze editie" + (" (lijst)" if is_lijst else "")
    eerste = Opzet("editie", naam, (None if is_lijst else selectiejaar, *eigen))
    rijen = [
        _placebo_rij(
            eerste, breed, in_selectie, gekozen["in_aanmerking"], in_selectie, grenzen, regel
        )
    ]
    for opzet in opzetten:
        if opzet.reden:
            rijen.append(_lege_rij(opzet))
            continue
        jaar, *_, eind = opzet.jaren
        try:
            keuze = selecteer_laagste_scores(
                kenmerken,
                panel,
                jaar=jaar,
                aantal=aantal,
                jaren_tm_eindjaar=[j for j in jaren if j <= max(eind, jaar)],
                min_inwoners=selectie["min_inwoners"],
                min_inwoners_gemeente=selectie["min_inwoners_gemeente"],
            )
        except InvoerFout as fout:
            rijen.append(_lege_rij(opzet, fout.wat))
            continue
        gemeten = breed[[j for j in jaren if j <= max(eind, jaar)]].notna().all(axis=1)
        overig = _groot_genoeg(kenmerken, selectie) & gemeten
        rijen.append(
            _placebo_rij(opzet, breed, keuze.in_selectie, overig, in_selectie, grenzen, regel)
        )
    return pd.DataFrame(rijen, columns=_PLACEBO_KOLOMMEN).astype(
        {
            kolom: "Int64"
            for kolom in _PLACEBO_KOLOMMEN
            if kolom.endswith("jaar") or kolom[:2] == "n_"
        }
        | {"n": "Int64"}
    )


_PLACEBO_KOLOMMEN = [
    *("variant", "omschrijving", "selectiejaar", "langjaar", "crisisjaar", "eindjaar"),
    *("tussenpozen", "n", "n_ook_in_selectie"),
    *(f"n_{kolom}" for kolom in KOLOM_VAN_CLUSTER.values()),
    *(f"aandeel_{kolom}" for kolom in KOLOM_VAN_CLUSTER.values()),
    *("verandering_lang", "verandering_crisis"),
    *("verandering_lang_overig", "verandering_crisis_overig", "reden"),
]


def _groot_genoeg(kenmerken: pd.DataFrame, selectie: Mapping[str, Any]) -> pd.Series:
    """Tell which wijken meet the minima of inhabitants, as `selectie.in_aanmerking` counts them."""
    gemeente = kenmerken.groupby("gm_code")["inwoners"].transform("sum")
    return (kenmerken["inwoners"] >= selectie["min_inwoners"]) & (
        gemeente >= selectie["min_inwoners_gemeente"]
    )


def _lege_rij(opzet: Opzet, reden: str | None = None) -> dict[str, Any]:
    namen = ("selectiejaar", "langjaar", "crisisjaar", "eindjaar")
    return {
        "variant": opzet.variant,
        "omschrijving": opzet.omschrijving,
        **dict(zip(namen, opzet.jaren, strict=True)),
        "tussenpozen": "",
        "reden": opzet.reden if reden is None else reden,
    }


def _placebo_rij(
    opzet: Opzet,
    breed: pd.DataFrame,
    gekozen: pd.Series,
    in_aanmerking: pd.Series,
    in_selectie: pd.Series,
    grenzen: Sequence[float],
    regel: Clusterregel,
) -> dict[str, Any]:
    selectiejaar, lang, crisis, eind = opzet.jaren
    d_lang, d_crisis = breed[eind] - breed[lang], breed[eind] - breed[crisis]
    cluster = bepaal_cluster(
        klasse(breed.loc[gekozen, eind], grenzen),
        d_lang[gekozen],
        d_crisis[gekozen],
        regel.delta,
        regel.voldoende_vanaf_klasse,
    )
    aantallen = cluster.fillna(ONBEKEND).value_counts()
    n = int(gekozen.sum())
    overig = in_aanmerking & ~gekozen
    voor = selectiejaar is not None and selectiejaar < lang
    reeks = [selectiejaar, lang, crisis, eind] if voor else [lang, crisis, eind]
    return {
        **_lege_rij(opzet, ""),
        "tussenpozen": "-".join(str(b - a) for a, b in pairwise(reeks)),
        "n": n,
        "n_ook_in_selectie": int((gekozen & in_selectie).sum()),
        **{f"n_{k}": int(aantallen.get(naam, 0)) for naam, k in KOLOM_VAN_CLUSTER.items()},
        **{f"aandeel_{k}": aantallen.get(naam, 0) / n for naam, k in KOLOM_VAN_CLUSTER.items()},
        "verandering_lang": d_lang[gekozen].mean(),
        "verandering_crisis": d_crisis[gekozen].mean(),
        "verandering_lang_overig": d_lang[overig].mean(),
        "verandering_crisis_overig": d_crisis[overig].mean(),
    }


def zin_placebo(tabel: pd.DataFrame) -> str:
    """Return one Dutch sentence on what the placebo selections mean."""
    echt = tabel.iloc[0]
    anders = tabel[~tabel["variant"].isin(["editie", "regelequivalent"]) & tabel["n"].notna()]
    if anders.empty:
        return (
            "De meetjaren laten geen verschuiving van de selectie of de clusterregel toe, dus een "
            "placebo is er niet."
        )
    delen = []
    for naam in ("Terugval", "Gestaag herstel"):
        aandeel = anders[f"aandeel_{KOLOM_VAN_CLUSTER[naam]}"]
        eigen = echt[f"aandeel_{KOLOM_VAN_CLUSTER[naam]}"]
        delen.append(
            f"{naam} bij {_van_tot(aandeel.min(), aandeel.max())} van de wijken "
            f"(in deze editie {taal.procent(eigen)})"
        )
    return (
        "Met dezelfde regel in andere jaren ontstaat "
        f"{taal.opsomming(delen)}; wat daar ook ontstaat, is niet eigen aan de jaren van deze "
        "studie."
    )


def _van_tot(laag: float, hoog: float) -> str:
    een, ander = taal.procent(laag), taal.procent(hoog)
    return een if een == ander else f"{een} tot {ander}"


# ---------------------------------------------------------------------------------------------
# (b) Reliability, and what it makes one expect


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
    covariances and the reliability (`betrouwbaarheid`, all measurements, at most 1) anew, draws the
    scores of `jaar`, takes the lowest ones, and draws their other scores given that score:

    - 'alleen_ruis': a true score that never changes plus independent noise;
    - 'ruis_en_beweging': the covariances of the population, so that a low score comes back as it
      did on average for wijken with such a score (Galton's regression line).

    The first is what regression to the mean amounts to if the noise is as small as the simplex
    says; the second holds real movement too and is an upper bound.
    # AANNAME: scores van vergelijkbare wijken zijn in de simulatie normaal verdeeld.

    Args:
        wijken: wk_code, gm_code, in_selectie, in_aanmerking, lbm_<jaar>.
        jaar: the year on whose score was selected.
        jaren: measurement years.
        vensters: pairs (van, tot), none before `jaar`; others are left out.
        grenzen, regel: class cut points and cluster rule.
        zaad, trekkingen: seed of the edition, number of draws.

    Returns:
        `effect`, one row per groep x model x window: groep ('selectie', and 'regelequivalent' when
        the selection is not the lowest scores of `jaar`), model, van, tot, n, n_populatie,
        n_gemeenten, achterstand (mean of the population less that of the group in `jaar`),
        verandering, verandering_populatie, waargenomen (their difference), ci_laag, ci_hoog (95 %,
        cluster-robust by gemeente), verwacht, verwacht_laag, verwacht_hoog (mean and 2.5-97.5 % of
        the draws), gesloten_vorm (`regressie_effect`; for a list (1 - r) x achterstand), verschil
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
        vast = None if volgens_regel or groep == "regelequivalent" else X[masker, plek]
        waargenomen = _waargenomen(
            X, masker, codes, [(jaren.index(v), jaren.index(t)) for v, t in paren]
        )
        achterstand = gemiddeld[plek] - X[masker, plek].mean()
        for model in MODELLEN:
            rng = np.random.default_rng([zaad, THEMA, 2, nummer, list(MODELLEN).index(model)])
            getrokken = _trek_groep(rng, cov_b[model], plek, n=n, k=k, vast=vast, midden=gemiddeld)
            C = cov_van[model][0]
            helling = C[:, plek] / C[plek, plek]
            if vast is None:
                p = k / n
                afstand = regressie_effect(0.0, np.sqrt(C[plek, plek]), p)
            else:
                afstand = achterstand
            effect += _effectrijen(
                {"groep": groep, "model": model, "n": k, "n_populatie": n, "n_gemeenten": G},
                paren, jaren, getrokken - gemiddeld, gemiddeld, waargenomen, helling * afstand,
                achterstand, jaar,
            )  # fmt: skip
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
    rng: np.random.Generator,
    cov: np.ndarray,
    plek: int,
    *,
    n: int,
    k: int,
    vast: np.ndarray | None,
    midden: np.ndarray,
) -> np.ndarray:
    """Draw the scores of a group (B, k, T), chosen as the lowest k of n or with fixed scores.

    Args:
        cov: (B, T, T). plek: place of the selection year. vast: its scores (k,), or None to draw
            n of them and keep the lowest k. midden: means per year (T,).
    """
    B, T = cov.shape[:2]
    var = cov[:, plek, plek]
    if vast is None:
        z = np.partition(rng.standard_normal((B, n)), k - 1, axis=1)[:, :k]
        afwijking = z * np.sqrt(var)[:, None]
    else:
        afwijking = np.broadcast_to(vast - midden[plek], (B, k))
    helling = cov[:, :, plek] / var[:, None]
    rest = cov - helling[:, :, None] * cov[:, None, plek, :]
    waarden, vectoren = np.linalg.eigh((rest + rest.transpose(0, 2, 1)) / 2)
    wortel = vectoren * np.sqrt(np.maximum(waarden, 0.0))[:, None, :]
    ruis = rng.standard_normal((B, k, T)) @ wortel.transpose(0, 2, 1)
    return midden + afwijking[:, :, None] * helling[:, None, :] + ruis


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


def _effectrijen(
    vast: dict[str, Any],
    paren: Sequence[Venster],
    jaren: Sequence[int],
    getrokken: np.ndarray,
    gemiddeld: np.ndarray,
    waargenomen: Sequence[tuple[float, float, float]],
    afstanden: np.ndarray,
    achterstand: float,
    jaar: int,
) -> list[dict[str, Any]]:
    """Return the rows of one group and model; `afstanden` (T,) is the closed form of the lag."""
    groepsgemiddelde = getrokken.mean(axis=1)
    rijen = []
    for (van, tot), (relatief, laag, hoog) in zip(paren, waargenomen, strict=True):
        a, b = jaren.index(van), jaren.index(tot)
        verandering = groepsgemiddelde[:, b] - groepsgemiddelde[:, a]
        verwacht = float(verandering.mean())
        grens = np.quantile(verandering, [0.025, 0.975])
        trend = gemiddeld[b] - gemiddeld[a]
        kaal = vast["model"] == RUIS and van == jaar and achterstand > 0
        rijen.append(
            {
                **vast,
                "van": van,
                "tot": tot,
                "achterstand": achterstand,
                "verandering": relatief + trend,
                "verandering_populatie": trend,
                "waargenomen": relatief,
                "ci_laag": laag,
                "ci_hoog": hoog,
                "verwacht": verwacht,
                "verwacht_laag": grens[0],
                "verwacht_hoog": grens[1],
                "gesloten_vorm": afstanden[a] - afstanden[b],
                "verschil": relatief - verwacht,
                "oordeel": _oordeel((relatief, laag, hoog), (verwacht, *grens)),
                "aandeel_verwacht": verwacht / relatief if laag > 0 else np.nan,
                "betrouwbaarheid_nodig": 1 - relatief / achterstand if kaal else np.nan,
            }
        )
    return rijen


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


def zin_simulatie(uitkomst: Simulatie, venster: Sequence[int]) -> str:
    """Return one Dutch sentence: observed against expected change in a window.

    Args:
        uitkomst: result of `simulatie`.
        venster: (van, tot), one of its windows.
    """
    van, tot = venster
    effect = uitkomst.effect
    rij = effect[(effect["groep"] == "selectie") & (effect["van"] == van) & (effect["tot"] == tot)]
    if rij.empty:
        return f"Voor {van}–{tot} is geen verwachte verandering berekend."
    ruis, beweging = (rij[rij["model"] == model].iloc[0] for model in (RUIS, BEWEGING))
    R = uitkomst.betrouwbaarheid.iloc[-1]["betrouwbaarheid"]
    zin = (
        f"Tussen {van} en {tot} veranderde de score van de geselecteerde wijken "
        f"{_plusmin(ruis['waargenomen'])} punt ten opzichte van het gemiddelde van vergelijkbare "
        f"wijken (95%-interval {_interval(ruis['ci_laag'], ruis['ci_hoog'])}); door alleen "
        f"meetruis (betrouwbaarheid {taal.getal(min(R, 1.0), 3)}) is {_plusmin(ruis['verwacht'])} "
        f"te verwachten en met de gewone beweging van wijken {_plusmin(beweging['verwacht'])}"
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


def _plusmin(waarde: float) -> str:
    return taal.verandering(waarde, 3)


def _interval(laag: float, hoog: float) -> str:
    """Return an interval to three decimals, or four where a bound would read as zero."""
    return taal.interval(laag, hoog, 4 if 0 < min(abs(laag), abs(hoog)) < 0.0005 else 3)


# ---------------------------------------------------------------------------------------------
# (c) Comparators outside the selection


# AANNAME: twee scores die hoogstens 0,2 standaarddeviatie verschillen, gelden als vergelijkbaar.
KALIPER = 0.2
# AANNAME: een gestandaardiseerd verschil tot 0,1 geldt als evenwicht tussen de groepen.
SMD_GRENS = 0.1
# AANNAME: onder tien paren of vijf gemeenten aan één kant wordt geen interval gegeven.
MIN_PAREN, MIN_GEMEENTEN = 10, 5
# AANNAME: gemeenten vallen in vier grootteklassen, met grenzen bij 50.000, 100.000 en 250.000
#   inwoners.
GROOTTEKLASSEN = (50_000, 100_000, 250_000)

POOLS = {
    "overig_in_aanmerking": "niet geselecteerde wijken die in aanmerking kwamen",
    "land": "niet geselecteerde wijken in het hele land",
    "land_grootteklasse": "niet geselecteerde wijken in een gemeente van dezelfde grootteklasse",
}


class Vergelijking(NamedTuple):
    """The tables of `vergelijk`."""

    verschil: pd.DataFrame
    balans: pd.DataFrame
    paren: pd.DataFrame


def grootteklasse(wijken: pd.DataFrame) -> pd.Series:
    """Return the size class (0-3) of the gemeente of each wijk: the sum of its wijken."""
    inwoners = wijken.groupby("gm_code")["inwoners"].transform("sum")
    return pd.Series(np.digitize(inwoners, GROOTTEKLASSEN), wijken.index, name="grootteklasse")


def koppel_paren(
    behandeld: np.ndarray,
    kandidaten: np.ndarray,
    kaliper: np.ndarray,
    klasse_behandeld: np.ndarray | None = None,
    klasse_kandidaten: np.ndarray | None = None,
) -> list[tuple[int, int]]:
    """Pair each row with at most one candidate, none used twice, as many and as near as possible.

    Optimal matching without replacement (Rosenbaum 1989, Journal of the American Statistical
    Association 84): the largest number of pairs within the caliper, and among those the smallest
    sum of squared distances in units of the caliper. It does not depend on an order of search.

    Args:
        behandeld: (n1, d) scores. kandidaten: (n0, d). kaliper: (d,) largest difference per score.
        klasse_behandeld, klasse_kandidaten: classes that must be equal, or None.

    Returns:
        Pairs (row, candidate), by row.
    """
    if not len(behandeld) or not len(kandidaten):
        return []
    verschil = np.abs(behandeld[:, None, :] - kandidaten[None, :, :]) / kaliper
    mag = (verschil <= 1 + 1e-9).all(axis=2)
    if klasse_behandeld is not None and klasse_kandidaten is not None:
        mag &= klasse_behandeld[:, None] == klasse_kandidaten[None, :]
    # a pair outside the caliper costs more than all pairs inside together
    verboden = (len(behandeld) + 1) * float(behandeld.shape[1] + 1)
    kosten = np.where(mag, (verschil**2).sum(axis=2), verboden)
    rij, kolom = linear_sum_assignment(kosten)
    return [(int(i), int(j)) for i, j in zip(rij, kolom, strict=True) if mag[i, j]]


def paarsgewijs_verschil(
    u: np.ndarray, gemeente: np.ndarray, gemeente_controle: np.ndarray
) -> dict[str, float]:
    """Return the mean of differences within pairs with an interval robust to shared gemeenten.

    Two pairs that have a gemeente in common, on whichever side, may be correlated: the
    dyadic-robust variance of Aronow, Samii & Assenova (2015, Political Analysis 23), times G/(G-1)
    with G the gemeenten involved; never below the variance of independent pairs. t distribution
    with degrees of freedom of the side with fewest gemeenten. Matching without replacement makes
    this valid without counting the matching itself (Abadie & Spiess 2022, Journal of the American
    Statistical Association 117).

    Args:
        u: (P,) differences. gemeente, gemeente_controle: (P,) codes of either side.

    Returns:
        verschil, se, ci_laag, ci_hoog, p, df.
    """
    P = len(u)
    a, b = np.asarray(gemeente), np.asarray(gemeente_controle)
    e = u - u.mean()
    deelt = (a[:, None] == a) | (b[:, None] == b) | (a[:, None] == b) | (b[:, None] == a)
    G = len(set(a) | set(b))
    los = (e**2).sum() * P / (P - 1)
    variantie = max(float(e @ deelt @ e) * G / (G - 1), los) / P**2
    df = min(len(set(a)), len(set(b))) - 1
    se = float(np.sqrt(variantie))
    marge = stats.t.ppf(0.975, df) * se
    gem = float(u.mean())
    return {
        "verschil": gem,
        "se": se,
        "ci_laag": gem - marge,
        "ci_hoog": gem + marge,
        "p": float(2 * stats.t.sf(abs(gem) / se, df)) if se > 0 else np.nan,
        "df": df,
    }


def gestandaardiseerd_verschil(
    een: pd.Series, ander: pd.Series, sd_een: float, sd_ander: float
) -> float:
    """Return (mean of `een` - mean of `ander`) / sqrt((sd_een^2 + sd_ander^2) / 2).

    The standard deviations are those before matching, also for the matched groups, so that a
    smaller difference shows as such (Stuart 2010, Statistical Science 25).
    """
    spreiding = np.sqrt((sd_een**2 + sd_ander**2) / 2)
    return float((een.mean() - ander.mean()) / spreiding) if spreiding > 0 else np.nan


def vergelijk(
    wijken: pd.DataFrame,
    *,
    koppeljaren: Sequence[int],
    vensters: Iterable[Sequence[int]],
    min_inwoners: float = 0,
    balans_op: Sequence[str] = (),
    kaliper: float = KALIPER,
) -> Vergelijking:
    """Compare the selected wijken with wijken outside the selection that scored the same.

    Each selected wijk is paired with at most one other wijk whose score in every year of
    `koppeljaren` differs by at most `kaliper` times the pooled standard deviation; see
    `koppel_paren` (without replacement, so that pairs are distinct and the interval is valid).
    Selected wijken without such a counterpart are left out and counted. Where the selection is the
    lowest scores, the counterparts are few and lie near the edge: the outcome is about those.
    The counterparts are the low scorers of a group with a higher mean, so their own score tends to
    come back further (Daw & Hatfield 2018, Health Services Research 53): a difference against the
    selected wijken is partly that.

    Args:
        wijken: wk_code, wk_naam, gm_code, inwoners, in_selectie, in_aanmerking, lbm_<jaar>, and the
            columns of `balans_op`.
        koppeljaren: years whose scores are matched.
        vensters: pairs (van, tot).
        min_inwoners: inhabitants of a wijk outside the selection, at least.
        balans_op: further numeric columns to report balance on; not matched.
        kaliper: in pooled standard deviations of each score.

    Returns:
        `verschil`, per pool x window: pool, omschrijving, van, tot, gekoppeld (the window lies
        within the matched years, so the difference is near zero by construction), n_selectie,
        n_gekoppeld, aandeel_gekoppeld, n_ongekoppeld, n_kandidaten, n_gemeenten,
        n_gemeenten_controle, score_gekoppeld and score_ongekoppeld (mean in the first matched
        year), verandering (of the matched selected wijken), verandering_controle, verschil, se,
        ci_laag, ci_hoog, p, reden.
        `balans`, per pool x variable: variabele, gemiddelde_selectie, gemiddelde_kandidaten,
        smd_voor, gemiddelde_gekoppeld, gemiddelde_controle, smd_na, in_evenwicht (|smd_na| <= 0.1).
        `paren`: pool, wk_code, wk_naam, gm_code, wk_code_controle, wk_naam_controle,
        gm_code_controle, afstand (largest difference in calipers).
    """
    kolommen = [f"lbm_{jaar}" for jaar in koppeljaren]
    basis = wijken.assign(grootteklasse=grootteklasse(wijken)).sort_values("wk_code")
    compleet = basis[kolommen].notna().all(axis=1)
    selectie = basis[basis["in_selectie"] & compleet].reset_index(drop=True)
    buiten = basis[~basis["in_selectie"] & compleet & (basis["inwoners"] >= min_inwoners)]
    n_selectie = int(basis["in_selectie"].sum())
    vensters = [tuple(venster) for venster in vensters]
    namen = {
        **{f"lbm_{jaar}": f"score {jaar}" for jaar in koppeljaren},
        "log_inwoners": "inwoners (logaritme)",
        **{kolom: kolom for kolom in balans_op},
    }
    selectie = selectie.assign(
        log_inwoners=np.log(selectie["inwoners"].where(selectie["inwoners"] > 0))
    )
    buiten = buiten.assign(log_inwoners=np.log(buiten["inwoners"].where(buiten["inwoners"] > 0)))
    verschil, balans, paren = [], [], []
    for pool, omschrijving in POOLS.items():
        kandidaten = buiten[buiten["in_aanmerking"]] if pool == "overig_in_aanmerking" else buiten
        kandidaten = kandidaten.reset_index(drop=True)
        exact = pool == "land_grootteklasse"
        spreiding = np.sqrt((selectie[kolommen].var() + kandidaten[kolommen].var()) / 2).to_numpy()
        gevonden = koppel_paren(
            selectie[kolommen].to_numpy(),
            kandidaten[kolommen].to_numpy(),
            kaliper * spreiding,
            selectie["grootteklasse"].to_numpy() if exact else None,
            kandidaten["grootteklasse"].to_numpy() if exact else None,
        )
        een = selectie.iloc[[i for i, _ in gevonden]].reset_index(drop=True)
        ander = kandidaten.iloc[[j for _, j in gevonden]].reset_index(drop=True)
        vast = {
            "pool": pool,
            "omschrijving": omschrijving,
            "n_selectie": n_selectie,
            "n_gekoppeld": len(een),
            "aandeel_gekoppeld": len(een) / n_selectie if n_selectie else np.nan,
            "n_ongekoppeld": n_selectie - len(een),
            "n_kandidaten": len(kandidaten),
            "n_gemeenten": een["gm_code"].nunique(),
            "n_gemeenten_controle": ander["gm_code"].nunique(),
            "score_gekoppeld": een[kolommen[0]].mean(),
            "score_ongekoppeld": selectie.loc[
                ~selectie["wk_code"].isin(een["wk_code"]), kolommen[0]
            ].mean(),
        }
        verschil += [_verschilrij(vast, een, ander, v, t, max(koppeljaren)) for v, t in vensters]
        balans += [
            {
                "pool": pool,
                "variabele": namen[kolom],
                **_balansrij(selectie, kandidaten, een, ander, kolom),
            }
            for kolom in namen
        ]
        if len(een):
            afstand = (
                np.abs(een[kolommen].to_numpy() - ander[kolommen].to_numpy())
                / (kaliper * spreiding)
            ).max(axis=1)
            velden = ["wk_code", "wk_naam", "gm_code"]
            rechts = ander[velden].add_suffix("_controle")
            paren.append(
                pd.concat([een[velden], rechts], axis=1).assign(pool=pool, afstand=afstand)
            )
    kop = ["pool", "wk_code", "wk_naam", "gm_code", "wk_code_controle", "wk_naam_controle"]
    kop += ["gm_code_controle", "afstand"]
    tabel = pd.concat(paren, ignore_index=True)[kop] if paren else pd.DataFrame(columns=kop)
    return Vergelijking(pd.DataFrame(verschil), pd.DataFrame(balans), tabel)


def _balansrij(
    selectie: pd.DataFrame,
    kandidaten: pd.DataFrame,
    een: pd.DataFrame,
    ander: pd.DataFrame,
    kolom: str,
) -> dict[str, Any]:
    sd = selectie[kolom].std(), kandidaten[kolom].std()
    na = gestandaardiseerd_verschil(een[kolom], ander[kolom], *sd)
    return {
        "gemiddelde_selectie": selectie[kolom].mean(),
        "gemiddelde_kandidaten": kandidaten[kolom].mean(),
        "smd_voor": gestandaardiseerd_verschil(selectie[kolom], kandidaten[kolom], *sd),
        "gemiddelde_gekoppeld": een[kolom].mean(),
        "gemiddelde_controle": ander[kolom].mean(),
        "smd_na": na,
        "in_evenwicht": bool(abs(na) <= SMD_GRENS),
    }


def _verschilrij(
    vast: Mapping[str, Any],
    een: pd.DataFrame,
    ander: pd.DataFrame,
    van: int,
    tot: int,
    laatste: int,
) -> dict[str, Any]:
    d1, d0 = een[f"lbm_{tot}"] - een[f"lbm_{van}"], ander[f"lbm_{tot}"] - ander[f"lbm_{van}"]
    u = (d1 - d0).dropna()
    a, b = een.loc[u.index, "gm_code"], ander.loc[u.index, "gm_code"]
    rij = {
        **vast,
        "van": van,
        "tot": tot,
        "gekoppeld": tot <= laatste,
        "verandering": d1[u.index].mean(),
        "verandering_controle": d0[u.index].mean(),
        "verschil": u.mean(),
        **dict.fromkeys(("se", "ci_laag", "ci_hoog", "p"), np.nan),
        "reden": "",
    }
    if len(u) < MIN_PAREN:
        return rij | {"reden": f"te weinig paren voor een interval: {len(u)}"}
    if min(a.nunique(), b.nunique()) < MIN_GEMEENTEN:
        return rij | {
            "reden": f"te weinig gemeenten voor een interval: {min(a.nunique(), b.nunique())}"
        }
    uitkomst = paarsgewijs_verschil(u.to_numpy(), a.to_numpy(), b.to_numpy())
    return rij | {naam: uitkomst[naam] for naam in ("se", "ci_laag", "ci_hoog", "p")}


def zin_vergelijking(verschil: pd.DataFrame, venster: Sequence[int], pool: str = "land") -> str:
    """Return one Dutch sentence: how the selection fared beside comparable wijken.

    Args:
        verschil: table of `vergelijk`.
        venster: (van, tot), one of its windows.
        pool: key of `POOLS`.
    """
    van, tot = venster
    rijen = verschil[
        (verschil["van"] == van) & (verschil["tot"] == tot) & (verschil["pool"] == pool)
    ]
    if rijen.empty or rijen.iloc[0]["n_gekoppeld"] == 0:
        return "Buiten de selectie zijn geen wijken met vergelijkbare scores gevonden."
    rij = rijen.iloc[0]
    begin = (
        f"Voor {taal.getal(int(rij['n_gekoppeld']))} van de {taal.getal(int(rij['n_selectie']))} "
        f"geselecteerde wijken ({taal.procent(rij['aandeel_gekoppeld'])}) is er buiten de selectie "
        "een wijk met vrijwel dezelfde scores"
    )
    if rij["reden"]:
        return f"{begin}: {rij['reden']}."
    interval = f"95%-interval {_interval(rij['ci_laag'], rij['ci_hoog'])}"
    if rij["ci_laag"] <= 0 <= rij["ci_hoog"]:
        slot = "een verschil is niet aangetoond"
    else:
        slot = "zij stegen meer" if rij["verschil"] > 0 else "zij bleven daarbij achter"
    return (
        f"{begin}; tussen {van} en {tot} was het verschil in verandering met die wijken "
        f"{_plusmin(rij['verschil'])} punt ({interval}): {slot}, en over de overige geselecteerde "
        "wijken zegt deze vergelijking niets."
    )
