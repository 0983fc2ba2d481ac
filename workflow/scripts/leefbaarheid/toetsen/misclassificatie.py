"""How often does noise put a wijk in the wrong cluster, or call it a riser or a faller wrongly?

The observed score x of a wijk is its true score plus an error with variance D per year (diagonal).
With true scores normal around the mean of the eligible wijken, x says of the true scores:

    mean x - D S^-1 (x - m), covariance D - D S^-1 D,

with m and S mean and covariance of the observed scores: the regression of the true scores on the
observed ones, all years together. Draws of the true scores, and of new measurements of them, go
through the rule itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from leefbaarheid.analyse.klassen import klasse
from leefbaarheid.analyse.meetfout import Meetfout, als_matrix, gewogen_momenten, scores_van
from leefbaarheid.analyse.trajecten import Clusterregel, bepaal_cluster
from leefbaarheid.basis.begrippen import CLUSTERS
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.richting import richting
from leefbaarheid.basis.tabelwaarden import ALLE, NAAR_CLUSTER, NAAR_RICHTING, RICHTINGEN
from leefbaarheid.toetsen.meetfout import INTERVAL, THEMA

TREKKINGEN = 500
BLOK = 2_000_000
"""How many scores are drawn at a time: 16 MB."""
KOLOMMEN = [
    *("indeling", "groep", "n", "kans_waar", "kans_herhaling", "n_onzeker"),
    *("n_waar", "n_waar_laag", "n_waar_hoog", "reden"),
]
KOLOMMEN_WIJKEN = [
    *("wk_code", "cluster", "kans_cluster_waar", "kans_cluster_herhaling"),
    *("richting", "kans_richting_waar", "kans_richting_herhaling", "reden"),
]


class Misclassificatie(NamedTuple):
    """The tables of `misclassificatie`.

    Attributes:
        groepen: `KOLOMMEN`, a row per cluster and per direction since the crisis year, and one of
            `ALLE` per indeling: n selected wijken with that label; kans_waar (mean probability that
            the label fits their true scores) and kans_herhaling (that a new measurement gives it
            again); n_onzeker (wijken whose label is less likely true than not); n_waar with its
            95 % interval (wijken that truly belong there, over the draws).
        wijken: `KOLOMMEN_WIJKEN`, the same probabilities per selected wijk.
    """

    groepen: pd.DataFrame
    wijken: pd.DataFrame


# AANNAME: de ware scores van wijken die in aanmerking kwamen zijn normaal verdeeld; een gemeten
#   score zegt daarvan zoveel als haar betrouwbaarheid.
#   Waarom: ware scores zijn niet te zien; dit is de eenvoudigste verdeling met het gemiddelde en de
#   spreiding van de wijken.
#   Gevolg: liggen er meer wijken ver van het gemiddelde dan in een normale verdeling, dan trekt de
#   berekening uiterste scores te ver terug, en is de kans dat zo'n wijk in haar eigen cluster hoort
#   te laag geschat.
#   Onderwerp: score. Als: controle misclassificatie. Zie: sec-rob-meetfout.
def misclassificatie(
    wijken: pd.DataFrame,
    meetfout: Meetfout,
    *,
    grenzen: Sequence[float],
    regel: Clusterregel,
    zaad: int,
    trekkingen: int = TREKKINGEN,
) -> Misclassificatie:
    """Return how sure the labels of the selected wijken are.

    Args:
        wijken: wk_code, gm_code, in_aanmerking, in_selectie, lbm_<jaar>.
        meetfout: the error of one measurement per year.
        grenzen, regel: class cut points and cluster rule.
        zaad: seed of the edition. trekkingen: draws per wijk.

    Only eligible selected wijken with all scores are judged. Without an error, or without such
    wijken, both tables have one row with a `reden`.
    """
    scores = scores_van(wijken, meetfout.jaren)
    gekozen = wijken.loc[scores.index, "in_selectie"].to_numpy(bool)
    reden = meetfout.reden or ("" if gekozen.any() else ToetsReden.GEEN_WIJK_OVER.met())
    if reden:
        rij = {"indeling": NAAR_CLUSTER, "groep": ALLE, "n": 0, "n_onzeker": 0, "reden": reden}
        return Misclassificatie(
            pd.DataFrame([rij], columns=KOLOMMEN), pd.DataFrame(columns=KOLOMMEN_WIJKEN)
        )
    rng = np.random.default_rng([zaad, THEMA, 2])
    kanten = _Trekker.van(scores, wijken["gm_code"], meetfout.variantie, gekozen)
    labels = _Labels(list(meetfout.jaren), grenzen, regel)
    groepen, per_wijk = [], {"wk_code": wijken.loc[scores.index[gekozen], "wk_code"].to_numpy()}
    gemeten = scores.to_numpy()[gekozen]
    telling = {
        indeling: _Telling(namen, labels.van(gemeten, indeling))
        for indeling, namen in ((NAAR_CLUSTER, CLUSTERS), (NAAR_RICHTING, RICHTINGEN))
    }
    for waar, nieuw in kanten.trek(trekkingen, rng):
        for indeling, deel in telling.items():
            deel.tel(labels.van(waar, indeling), labels.van(nieuw, indeling))
    for indeling, deel in telling.items():
        eigen, kansen = deel.eigen, deel.gelijk / trekkingen
        groepen += _groepsrijen(indeling, eigen, deel.per_label(), kansen)
        per_wijk |= {indeling: eigen}
        per_wijk |= {f"kans_{indeling}_waar": kansen[0], f"kans_{indeling}_herhaling": kansen[1]}
    tabel = pd.DataFrame(per_wijk).sort_values("wk_code", ignore_index=True)
    return Misclassificatie(
        pd.DataFrame(groepen, columns=KOLOMMEN), tabel.assign(reden="")[KOLOMMEN_WIJKEN]
    )


class _Trekker(NamedTuple):
    """Draws true scores of the chosen wijken, and new measurements of them.

    Attributes:
        gemiddeld: (k, T) what the true scores are on average.
        wortel: (T, T) square root of their covariance.
        fout: (T,) standard deviation of the error of a measurement.
    """

    gemiddeld: np.ndarray
    wortel: np.ndarray
    fout: np.ndarray

    @classmethod
    def van(
        cls, scores: pd.DataFrame, gemeente: pd.Series, variantie: np.ndarray, gekozen: np.ndarray
    ) -> _Trekker:
        """Shrink the scores of the chosen wijken to the mean, as their error asks."""
        X, codes, G = als_matrix(scores, gemeente)
        midden, cov = gewogen_momenten(X, codes, np.ones((1, G)))
        D = np.diag(variantie)
        krimp = D @ np.linalg.inv(cov[0])
        rest = D - krimp @ D
        waarden, vectoren = np.linalg.eigh((rest + rest.T) / 2)
        wortel = vectoren * np.sqrt(np.maximum(waarden, 0.0))
        return cls(X[gekozen] - (X[gekozen] - midden[0]) @ krimp.T, wortel, np.sqrt(variantie))

    def trek(
        self, trekkingen: int, rng: np.random.Generator
    ) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """Give blocks (b, k, T) of true scores and of measurements: all at once fill the memory."""
        per_keer = max(1, BLOK // self.gemiddeld.size)
        for van in range(0, trekkingen, per_keer):
            vorm = (min(per_keer, trekkingen - van), *self.gemiddeld.shape)
            waar = self.gemiddeld + rng.standard_normal(vorm) @ self.wortel.T
            yield waar, waar + rng.standard_normal(vorm) * self.fout


class _Telling:
    """Counts, over the draws, how often a label is what it was, and how often each label comes.

    Attributes:
        eigen: (k,) labels by the scores as measured.
        gelijk: (2, k) how many true scores, and new measurements, have that label.
    """

    def __init__(self, namen: Sequence[str], eigen: np.ndarray) -> None:
        self.eigen = eigen
        self.gelijk = np.zeros((2, len(eigen)), dtype=np.int64)
        self._per_label: dict[str, list[np.ndarray]] = {naam: [] for naam in namen}

    def tel(self, echt: np.ndarray, nieuw: np.ndarray) -> None:
        """Add a block: (b, k) labels of the true scores and of the new measurements."""
        self.gelijk += [(echt == self.eigen).sum(axis=0), (nieuw == self.eigen).sum(axis=0)]
        for naam, delen in self._per_label.items():
            delen.append((echt == naam).sum(axis=1))

    def per_label(self) -> dict[str, np.ndarray]:
        """Return per label how many wijken have it in each draw of true scores."""
        return {naam: np.concatenate(delen) for naam, delen in self._per_label.items()}


class _Labels(NamedTuple):
    """Gives scores (..., T) their cluster, or the direction since the crisis year (...)."""

    jaren: list[int]
    grenzen: Sequence[float]
    regel: Clusterregel

    def van(self, scores: np.ndarray, indeling: str) -> np.ndarray:
        regel = self.regel
        lang, crisis, eind = (
            pd.Series(scores[..., self.jaren.index(jaar)].ravel())
            for jaar in (regel.langjaar, regel.crisisjaar, regel.eindjaar)
        )
        if indeling == NAAR_RICHTING:
            labels = richting(eind - crisis, regel.delta)
        else:
            labels = bepaal_cluster(
                klasse(eind, self.grenzen),
                eind - lang,
                eind - crisis,
                regel.delta,
                regel.voldoende_vanaf_klasse,
            )
        return labels.to_numpy(dtype=object).reshape(scores.shape[:-1])


def _groepsrijen(
    indeling: str,
    eigen: np.ndarray,
    per_label: Mapping[str, np.ndarray],
    kansen: np.ndarray,
) -> list[dict[str, Any]]:
    """Return a row per label and one of all.

    Args:
        eigen: (k,) labels by the scores as measured.
        per_label: (B,) how many wijken have a label by their true scores.
        kansen: (2, k) probability that the label is true, and that it comes again.
    """
    rijen = []
    for naam in (*per_label, ALLE):
        masker = (eigen == naam) if naam != ALLE else np.ones(len(eigen), bool)
        rij: dict[str, Any] = {"indeling": indeling, "groep": naam, "n": int(masker.sum())}
        if masker.any():
            rij |= dict(
                zip(("kans_waar", "kans_herhaling"), kansen[:, masker].mean(1), strict=True)
            )
        rij["n_onzeker"] = int((kansen[0, masker] < 0.5).sum())
        if naam != ALLE:
            telling = per_label[naam]
            laag, hoog = np.quantile(telling, INTERVAL)
            rij |= {"n_waar": telling.mean(), "n_waar_laag": laag, "n_waar_hoog": hoog}
        rijen.append(rij | {"reden": ""})
    return rijen
