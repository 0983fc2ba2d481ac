"""Groups of wijken that the data suggest, beside the clusters that the rule makes.

Each selected wijk gets three numbers: its level at the crisis year and its change per year before
and after it (a broken line with a knot at that year, so that unequal spacing of the measurements is
respected). Mixtures of one to six normals and k-means look for groups in them: a growth mixture in
two steps. What a broken line leaves of the scores of a wijk (`restspreiding`) is not modelled apart
and counts as spread within groups. Reported along GRoLTS (van de Schoot et al. 2017, Structural
Equation Modeling 24).

Groups are a summary of a cloud of points, not kinds of wijken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from scipy import stats

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import CLUSTERS
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.tabelwaarden import GEKOZEN
from leefbaarheid.toetsen.mengmodel import (
    VORMEN,
    Mengsel,
    aangepaste_rand,
    cramers_v,
    entropie,
    gemiddelde_posterior,
    kmeans,
    kmeans_trekkingen,
    mengsel_trekkingen,
    n_covarianties,
    schat_mengsel,
    silhouet,
)

THEMA = 101
"""Number of this theme in the seed, so that no other check shares its draws."""
KMEANS = "kmeans"
METHODEN = {**{vorm: f"mengmodel: {tekst}" for vorm, tekst in VORMEN.items()}, KMEANS: "k-means"}
KENMERKEN = {
    "niveau": "score in het crisisjaar",
    "helling_voor": "verandering per jaar vóór het crisisjaar",
    "helling_na": "verandering per jaar na het crisisjaar",
}
STARTS, AFMAKEN = 80, 15

# AANNAME: een groep van minder dan 5% van de wijken is te klein om als traject te beschrijven.
MIN_AANDEEL = 0.05
# AANNAME: een gemiddelde toewijzingskans onder 0,7 maakt een groep te onzeker (Nagin 2005).
MIN_POSTERIOR = 0.7
# AANNAME: voor elke geschatte parameter zijn ten minste twee wijken nodig.
WIJKEN_PER_PARAMETER = 2

MEERGROEPEN = "beste met meer groepen"


class Trajectgroepen(NamedTuple):
    """The tables of `trajectgroepen`.

    Attributes:
        maten: one row per methode x aantal_groepen: omschrijving, n, n_verwacht, n_parameters,
            loglik, bic, aic, entropie, posterior_laagste (lowest average posterior of a group),
            kleinste_n, kleinste_aandeel (most likely group), silhouet, stabiliteit,
            stabiliteit_laag (mean and 2.5 % of the adjusted Rand index over bootstrap samples),
            ari_regel, cramers_v (agreement with the clusters of the rule), starts, n_gelijk (of the
            finished starts, those that ended at the same solution), geconvergeerd, toegelaten,
            rol ('gekozen', 'beste met meer groepen' or ''), reden (why not admitted).
        verloop: one row per methode x aantal_groepen x groep x jaar: n_wijken, aandeel, gemiddelde
            and sd of the observed score (weighed by posterior), model (the group's broken line, in
            the years that were used), gebruikt.
        indeling: one row per methode x aantal_groepen x wijk: wk_code, groep, posterior.
        kruistabel: one row per methode x aantal_groepen x groep x cluster: n_wijken, aandeel (of
            the group).
        kenmerken: the groups of the shown solution: methode, aantal_groepen, groep, kenmerk, label,
            n (sum of posteriors), gemiddelde, sd, se, ci_laag, ci_hoog.
        grolts: nr, item, gerapporteerd ('ja', 'deels', 'niet van toepassing'), hoe.

    Groups are numbered from the highest to the lowest mean score in the end year.
    """

    maten: pd.DataFrame
    verloop: pd.DataFrame
    indeling: pd.DataFrame
    kruistabel: pd.DataFrame
    kenmerken: pd.DataFrame
    grolts: pd.DataFrame


# ---------------------------------------------------------------------------------------------
# From scores to growth


def knoopmatrix(jaren: Sequence[int], knoop: int) -> np.ndarray:
    """Return the design (T, 3) of a broken line: 1, years before and years after the knot."""
    t = np.asarray(jaren, dtype=float) - knoop
    return np.column_stack([np.ones(len(t)), np.minimum(t, 0), np.maximum(t, 0)])


def groeikenmerken(scores: pd.DataFrame, knoop: int) -> pd.DataFrame:
    """Return level at the knot and slope per year on either side, by least squares per wijk.

    Args:
        scores: one row per wijk without missing values, one column per year.
        knoop: the year of the knot, between the first and the last year.

    Returns:
        niveau (score), helling_voor and helling_na (score points per year); index of `scores`.

    Raises:
        InvoerFout: no measurement before, or none after the knot, or fewer than three.
    """
    jaren = list(scores.columns)
    if len(jaren) < 3 or min(jaren) >= knoop or max(jaren) <= knoop:
        raise InvoerFout(
            "voor trajecten met een knik zijn ten minste drie metingen nodig, waarvan een vóór en "
            f"een na {knoop}",
            sleutel="clusters.crisisjaar",
            waarde=", ".join(map(str, jaren)),
            remedie="Kies een ander crisisjaar of meer meetjaren, of zet deze controle uit.",
        )
    coef = scores.to_numpy(float) @ np.linalg.pinv(knoopmatrix(jaren, knoop)).T
    return pd.DataFrame(coef, index=scores.index, columns=list(KENMERKEN))


def restspreiding(scores: pd.DataFrame, knoop: int) -> dict[str, float]:
    """Return the residual sd (score points, divisor df) of a straight and of a broken line."""
    Y, jaren = scores.to_numpy(float), list(scores.columns)
    gebroken = knoopmatrix(jaren, knoop)
    uit = {}
    for naam, D in (("recht", gebroken @ [[1, 0], [0, 1], [0, 1]]), ("gebroken", gebroken)):
        rest = Y - Y @ np.linalg.pinv(D).T @ D.T
        vrij = Y.shape[0] * (Y.shape[1] - D.shape[1])
        uit[naam] = float(np.sqrt((rest**2).sum() / vrij)) if vrij else np.nan
    return uit


# ---------------------------------------------------------------------------------------------
# Groups


def trajectgroepen(
    wijken: pd.DataFrame,
    *,
    jaren: Sequence[int],
    crisisjaar: int,
    eindjaar: int,
    zaad: int,
    trekkingen: int = 100,
    aantallen: Iterable[int] = range(1, 7),
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
        InvoerFout: see `groeikenmerken`; or no wijk has all scores.
    """
    jaren = sorted(jaren)
    gebruikt = [jaar for jaar in jaren if jaar <= eindjaar]
    selectie = wijken[wijken["in_selectie"]].sort_values("wk_code")
    tabel = selectie.dropna(subset=[f"lbm_{jaar}" for jaar in gebruikt]).reset_index(drop=True)
    scores = tabel[[f"lbm_{jaar}" for jaar in gebruikt]].set_axis(gebruikt, axis=1)
    groei = groeikenmerken(scores, crisisjaar)
    spreiding = groei.std(ddof=0)
    if len(tabel) < 2 or not (spreiding > 0).all():
        raise InvoerFout(
            "er zijn te weinig geselecteerde wijken met alle scores om groepen in te zoeken",
            sleutel="selectie",
            waarde=len(tabel),
            remedie="Neem een ruimere selectie, of zet deze controle uit.",
        )
    X = ((groei - groei.mean()) / spreiding).to_numpy()
    cluster = tabel["cluster"].fillna("onbekend").to_numpy()
    n = len(X)
    rng = np.random.default_rng([zaad, THEMA, 0])
    gewicht = rng.multinomial(n, np.full(n, 1 / n), size=trekkingen).astype(float)

    maten, verloop, indeling, kruis, oplossingen = [], [], [], [], {}
    for nummer, methode in enumerate(METHODEN):
        for K in aantallen:
            basis = {
                "methode": methode,
                "omschrijving": METHODEN[methode],
                "aantal_groepen": K,
                "n": n,
                "n_verwacht": len(selectie),
            }
            nodig = WIJKEN_PER_PARAMETER * _n_parameters(methode, K, X.shape[1])
            if n < nodig:
                reden = f"te weinig wijken: {n}, nodig {nodig}"
                maten.append({**basis, "toegelaten": False, "reden": reden})
                continue
            stroom = [zaad, THEMA, 1 + nummer, K]
            posterior, mengsel = _pas(X, K, methode, np.random.default_rng([*stroom, 0]))
            volgorde = np.argsort(
                -_gewogen(posterior, scores[[gebruikt[-1]]])[0][:, 0], kind="stable"
            )
            posterior = posterior[:, volgorde]
            label = posterior.argmax(axis=1)
            rand = _stabiliteit(X, posterior, methode, gewicht, np.random.default_rng([*stroom, 1]))
            maten.append({**basis, **_maten(X, posterior, mengsel, label, cluster, rand)})
            oplossingen[methode, K] = posterior
            sleutel = {"methode": methode, "aantal_groepen": K}
            verloop += _verloop(sleutel, tabel, posterior, jaren, gebruikt, groei, crisisjaar)
            indeling.append(
                pd.DataFrame(
                    {
                        **sleutel,
                        "wk_code": tabel["wk_code"],
                        "groep": label + 1,
                        "posterior": posterior.max(axis=1) if mengsel else np.nan,
                    }
                )
            )
            kruis += _kruistabel(sleutel, label, cluster, K)
    maten = kies(pd.DataFrame(maten).reindex(columns=_MATEN))
    methode, K = getoonde_oplossing(maten)
    return Trajectgroepen(
        maten,
        pd.DataFrame(verloop),
        pd.concat(indeling, ignore_index=True),
        pd.DataFrame(kruis),
        _kenmerken(methode, K, groei, oplossingen[methode, K]),
        grolts(maten, jaren, crisisjaar, eindjaar, restspreiding(scores, crisisjaar), trekkingen),
    )


_MATEN = [
    *("methode", "omschrijving", "aantal_groepen", "n", "n_verwacht", "n_parameters", "loglik"),
    *("bic", "aic", "entropie", "posterior_laagste", "kleinste_n", "kleinste_aandeel"),
    *("silhouet", "stabiliteit", "stabiliteit_laag", "ari_regel", "cramers_v"),
    *("starts", "n_gelijk", "geconvergeerd", "toegelaten", "rol", "reden"),
]


def _n_parameters(methode: str, K: int, d: int) -> int:
    return K * d if methode == KMEANS else K - 1 + K * d + n_covarianties(methode, K, d)


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


def _maten(
    X: np.ndarray,
    posterior: np.ndarray,
    mengsel: Mengsel | None,
    label: np.ndarray,
    cluster: np.ndarray,
    rand: np.ndarray,
) -> dict[str, Any]:
    n, K = posterior.shape
    omvang = np.bincount(label, minlength=K)
    uit: dict[str, Any] = {
        "n_parameters": _n_parameters(mengsel.vorm if mengsel else KMEANS, K, X.shape[1]),
        "kleinste_n": int(omvang.min()),
        "kleinste_aandeel": omvang.min() / n,
        "silhouet": silhouet(X, label),
        "stabiliteit": rand.mean() if len(rand) else np.nan,
        "stabiliteit_laag": np.quantile(rand, 0.025) if len(rand) else np.nan,
        "ari_regel": aangepaste_rand(label, cluster) if K > 1 else np.nan,
        "cramers_v": cramers_v(label, cluster),
        "starts": STARTS if K > 1 else 1,
        "toegelaten": False,
        "reden": "",
    }
    if mengsel is None:
        return uit | {"reden": "k-means heeft geen BIC en doet niet mee in de keuze"}
    laagste = gemiddelde_posterior(posterior).min()
    redenen = []
    if omvang.min() / n < MIN_AANDEEL:
        wijken = taal.meervoud(int(omvang.min()), "wijk", "wijken")
        redenen.append(f"de kleinste groep telt {omvang.min()} {wijken}")
    elif not laagste >= MIN_POSTERIOR:
        redenen.append(f"de laagste gemiddelde toewijzingskans is {taal.getal(laagste, 2)}")
    if not mengsel.geconvergeerd:
        redenen.append("de schatting is niet geconvergeerd")
    return uit | {
        "loglik": mengsel.loglik,
        "bic": mengsel.bic,
        "aic": mengsel.aic,
        "entropie": entropie(posterior),
        "posterior_laagste": laagste,
        "n_gelijk": mengsel.n_gelijk,
        "geconvergeerd": mengsel.geconvergeerd,
        "toegelaten": not redenen,
        "reden": "; ".join(redenen),
    }


def kies(maten: pd.DataFrame) -> pd.DataFrame:
    """Mark the admitted solution with the lowest BIC, and the best with more groups if it is one.

    Args:
        maten: toegelaten, bic, aantal_groepen.

    Returns:
        `maten` with `rol`.
    """
    rol = pd.Series("", index=maten.index)
    kan = maten[maten["toegelaten"].astype(bool)]
    if len(kan):
        beste = kan["bic"].idxmin()
        rol[beste] = GEKOZEN
        meer = kan[kan["aantal_groepen"] > 1]
        if maten.loc[beste, "aantal_groepen"] == 1 and len(meer):
            rol[meer["bic"].idxmin()] = MEERGROEPEN
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


def _gewogen(posterior: np.ndarray, scores: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Return means and sds (K, T) of the scores weighed by posterior; missing ones are left out."""
    Y = scores.to_numpy(float)
    heeft = np.isfinite(Y)
    nul = np.where(heeft, Y, 0.0)
    N = np.maximum(posterior.T @ heeft, 1e-300)
    gem = posterior.T @ nul / N
    return gem, np.sqrt(np.maximum(posterior.T @ nul**2 / N - gem**2, 0.0))


def _verloop(
    sleutel: dict[str, Any],
    tabel: pd.DataFrame,
    posterior: np.ndarray,
    jaren: Sequence[int],
    gebruikt: Sequence[int],
    groei: pd.DataFrame,
    knoop: int,
) -> list[dict[str, Any]]:
    gem, sd = _gewogen(posterior, tabel[[f"lbm_{jaar}" for jaar in jaren]])
    lijn = _gewogen(posterior, groei)[0] @ knoopmatrix(gebruikt, knoop).T
    K = posterior.shape[1]
    omvang = np.bincount(posterior.argmax(axis=1), minlength=K)
    return [
        {
            **sleutel,
            "groep": k + 1,
            "jaar": jaar,
            "n_wijken": int(omvang[k]),
            "aandeel": omvang[k] / len(posterior),
            "gemiddelde": gem[k, t],
            "sd": sd[k, t],
            "model": lijn[k, t] if jaar in gebruikt else np.nan,
            "gebruikt": jaar in gebruikt,
        }
        for k in range(K)
        for t, jaar in enumerate(jaren)
    ]


def _kruistabel(
    sleutel: dict[str, Any], label: np.ndarray, cluster: np.ndarray, K: int
) -> list[dict[str, Any]]:
    namen = [*CLUSTERS, *(["onbekend"] if (cluster == "onbekend").any() else [])]
    rijen = []
    for k in range(K):
        deel = cluster[label == k]
        for naam in namen:
            aantal = int((deel == naam).sum())
            aandeel = aantal / len(deel) if len(deel) else np.nan
            rijen.append(
                {**sleutel, "groep": k + 1, "cluster": naam, "n_wijken": aantal, "aandeel": aandeel}
            )
    return rijen


def _kenmerken(methode: str, K: int, groei: pd.DataFrame, posterior: np.ndarray) -> pd.DataFrame:
    """Describe the groups of one solution: mean, sd and 95 % interval per growth factor."""
    gem, sd = _gewogen(posterior, groei)
    N = posterior.sum(axis=0)
    rijen = []
    for k in range(K):
        vrij = N[k] - 1
        for j, (kenmerk, label) in enumerate(KENMERKEN.items()):
            s = sd[k, j] * np.sqrt(N[k] / vrij) if vrij > 0 else np.nan
            se = s / np.sqrt(N[k])
            marge = stats.t.ppf(0.975, vrij) * se if vrij > 0 else np.nan
            rijen.append(
                {
                    "methode": methode,
                    "aantal_groepen": K,
                    "groep": k + 1,
                    "kenmerk": kenmerk,
                    "label": label,
                    "n": N[k],
                    "gemiddelde": gem[k, j],
                    "sd": s,
                    "se": se,
                    "ci_laag": gem[k, j] - marge,
                    "ci_hoog": gem[k, j] + marge,
                }
            )
    return pd.DataFrame(rijen)


# ---------------------------------------------------------------------------------------------
# Report


def grolts(
    maten: pd.DataFrame,
    jaren: Sequence[int],
    crisisjaar: int,
    eindjaar: int,
    rest: dict[str, float],
    trekkingen: int,
) -> pd.DataFrame:
    """Return the GRoLTS checklist (16 items, van de Schoot et al. 2017) with how each is met.

    Args:
        maten: table of `Trajectgroepen`.
        jaren, crisisjaar, eindjaar: of the edition.
        rest: `restspreiding`.
        trekkingen: bootstrap samples.
    """
    gebruikt = [jaar for jaar in sorted(jaren) if jaar <= eindjaar]
    n, verwacht = int(maten["n"].max()), int(maten["n_verwacht"].max())
    geschat = int(maten["kleinste_n"].notna().sum())
    methode, K = getoonde_oplossing(maten)
    getoond = maten[(maten["methode"] == methode) & (maten["aantal_groepen"] == K)].iloc[0]
    tussen = taal.opsomming([str(b - a) for a, b in pairwise(gebruikt)])
    uitval = verwacht - n
    rijen = [
        ("1", "Tijdschaal van het model", "ja",
         f"Kalenderjaren: {taal.opsomming([str(j) for j in gebruikt])}, met tussenpozen van "
         f"{tussen} jaar; veranderingen zijn per jaar uitgedrukt."),
        ("2", "Gemiddelde en spreiding van de tijd binnen een meting", "niet van toepassing",
         "Elke meting heeft voor alle wijken hetzelfde peiljaar."),
        ("3a", "Mechanisme van ontbrekende gegevens", "ja",
         f"Van de {verwacht} geselecteerde wijken "
         + (f"missen er {uitval} een score in deze jaren; scores ontbreken waar de Leefbaarometer "
            "er geen publiceert." if uitval else "mist er geen een score in deze jaren.")),
        ("3b", "Wat met ontbreken samenhangt", "ja" if not uitval else "deels",
         "Er ontbreekt niets." if not uitval else
         "De datakwaliteitstabel noemt de ontbrekende scores; samenhang is niet getoetst."),
        ("3c", "Hoe met ontbrekende gegevens is omgegaan", "ja",
         f"Alleen wijken met alle scores tot en met {eindjaar} doen mee ({n})."),
        ("4", "Verdeling van de gemeten variabelen", "ja",
         "Gemiddelde en standaarddeviatie per jaar staan in de tabel met gemiddelden, de verdeling "
         "van de verandering in een figuur."),
        ("5", "Software", "ja",
         "Eigen implementatie in Python (numpy, scipy), vergeleken met scikit-learn; versies in "
         "manifest.json."),
        ("6a", "Andere aannamen over verschillen binnen groepen", "ja",
         "Met en zonder samenhang tussen niveau en hellingen binnen groepen; k-means als uiterste "
         "zonder spreidingsmodel."),
        ("6b", "Andere aannamen over verschil in spreiding tussen groepen", "ja",
         "Drie vormen: eigen spreiding en samenhang per groep, eigen spreiding zonder samenhang, "
         "en dezelfde spreiding in elke groep."),
        ("7", "Andere vormen van het traject", "ja",
         f"Gebroken lijn met een knik in {crisisjaar} (restspreiding {_punt(rest['gebroken'])}) "
         f"naast een rechte lijn ({_punt(rest['recht'])})."),
        ("8", "Herhaalbaar met covariaten", "niet van toepassing",
         "Er zijn geen covariaten gebruikt."),
        ("9", "Aantal startwaarden en iteraties", "ja",
         f"{STARTS} starts (k-means++) van 20 iteraties; de beste {AFMAKEN} gaan door tot de "
         "log-likelihood niet meer stijgt, hoogstens 1000 iteraties. De tabel noemt hoeveel "
         "daarvan dezelfde oplossing gaven."),
        ("10", "Maten om modellen te vergelijken en te kiezen", "ja",
         "Laagste BIC onder oplossingen met een kleinste groep van ten minste "
         f"{taal.procent(MIN_AANDEEL)} en een gemiddelde toewijzingskans van ten minste "
         f"{taal.getal(MIN_POSTERIOR, 1)} in elke groep; daarnaast AIC, entropie, silhouet en "
         f"stabiliteit over {trekkingen} bootstrapsteekproeven (adjusted Rand). Meer groepen "
         "kunnen ook één scheve of ongelijk gespreide wolk beschrijven (Bauer & Curran 2003)."),
        ("11", "Aantal geschatte modellen, ook met één groep", "ja",
         f"{geschat} modellen: {int(maten['aantal_groepen'].min())} tot "
         f"{int(maten['aantal_groepen'].max())} groepen in {maten['methode'].nunique()} vormen."),
        ("12", "Aantal wijken per groep in elk model", "ja",
         "In de tabel met het verloop, voor elk model."),
        ("13", "Entropie", "ja",
         f"Voor elk model; {taal.getal(float(getoond['entropie']), 2)} bij de getoonde oplossing."),
        ("14a", "Figuur met gemiddelde trajecten van de gekozen oplossing", "ja",
         "Gemarkeerd in de figuur met alle oplossingen."),
        ("14b", "Figuren met gemiddelde trajecten van elk model", "ja",
         "Alle aantallen groepen van de gekozen vorm in één figuur; de andere vormen in de tabel."),
        ("14c", "Figuur met gemiddelde en afzonderlijke trajecten per groep", "ja",
         "De scores van de afzonderlijke wijken staan achter de gemiddelden, per groep."),
        ("15", "Kenmerken van de gekozen groepen in cijfers", "ja",
         "Gemiddelde, standaarddeviatie, standaardfout, n en 95%-interval per groep."),
        ("16", "Syntaxis beschikbaar", "ja",
         "De volledige code hoort bij de publicatie."),
    ]  # fmt: skip
    return pd.DataFrame(rijen, columns=["nr", "item", "gerapporteerd", "hoe"])


def _punt(waarde: float) -> str:
    return "niet te bepalen" if taal.is_leeg(waarde) else f"{taal.getal(waarde, 3)} punt"


def zin_trajectgroepen(maten: pd.DataFrame) -> str:
    """Return one Dutch sentence: how many groups the data suggest, how firmly, and the agreement.

    Args:
        maten: table of `Trajectgroepen`.
    """
    gekozen = maten[maten["rol"] == GEKOZEN]
    if gekozen.empty:
        return "Geen enkele indeling in groepen voldoet aan de gestelde eisen."
    methode, K = getoonde_oplossing(maten)
    rij = maten[(maten["methode"] == methode) & (maten["aantal_groepen"] == K)].iloc[0]
    overeenkomst = (
        f"de overeenkomst met de clusters van de regel is {_woord(rij['ari_regel'])} "
        f"(adjusted Rand {taal.getal(rij['ari_regel'], 2)})"
    )
    stabiel = f"bij herhaalde trekkingen {_woord(rij['stabiliteit'])} terug te vinden"
    if gekozen.iloc[0]["aantal_groepen"] == 1:
        if K == 1:
            return (
                "De trajecten van de wijken vormen één wolk; de gegevens wijzen niet op "
                "afzonderlijke groepen."
            )
        return (
            "De trajecten van de wijken vormen één wolk; de gegevens wijzen niet op afzonderlijke "
            f"groepen. Een indeling in {taal.telwoord(K)} groepen is {stabiel}, en {overeenkomst}."
        )
    slot = {
        "zwak": "de clusters volgen uit een regel en vallen niet met deze groepen samen",
        "matig": "de clusters vallen ten dele met deze groepen samen",
        "sterk": "de clusters sluiten bij deze groepen aan",
    }[_woord(rij["ari_regel"])]
    return (
        f"De gegevens zelf wijzen op {taal.aantal_van(K, 'groep', 'groepen')} van trajecten, "
        f"{stabiel} (adjusted Rand {taal.getal(rij['stabiliteit'], 2)}); {overeenkomst}: {slot}."
    )


# AANNAME: een overeenkomst (adjusted Rand) onder 0,3 heet zwak en vanaf 0,7 sterk.
def _woord(rand: float) -> str:
    return "zwak" if rand < 0.3 else "matig" if rand < 0.7 else "sterk"
