"""The products per gemeente of a vak of the specification curve, and what they can bear.

A vak is a sample with a restriction, a weight and an estimator (`specificatierooster.Vakkeuze`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from leefbaarheid.analyse.collineariteit import VIF_COLLINEAIR
from leefbaarheid.analyse.regressie import MIN_GEMEENTEN
from leefbaarheid.basis.begrippen import ANCOVA
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.basis.tabelwaarden import GEMEENTE_EFFECTEN, NAAR_INWONERS
from leefbaarheid.toetsen.specificatierooster import Deel, Rooster

# Below this share of its variance a factor does not vary within gemeenten.
VAST = 1e-12


@dataclass(frozen=True)
class Vak:
    """The products of one vak.

    Attributes:
        deel: the sample.
        effecten: gemeente effects are taken out.
        C: (G, P, P) Z_g'W Z_g, weights with mean 1.
        gemeenten: (G,) their numbers among all gemeenten of the data.
        n: number of wijken.
        onbruikbaar: name of a column -> why it cannot be used in this vak.
        reden: why nothing can be estimated, or "".
    """

    deel: Deel
    effecten: bool
    C: np.ndarray
    gemeenten: np.ndarray
    n: int
    onbruikbaar: dict[str, str]
    reden: str

    @property
    def G(self) -> int:  # noqa: N802
        """Number of gemeenten."""
        return len(self.gemeenten)


def maak_vak(deel: Deel, gewicht: str, schatter: str) -> Vak:
    """Return the products per gemeente, weighted and with gemeente effects taken out if asked for.

    With gemeente effects, gemeenten with one wijk tell nothing and are left out. To centre within
    a gemeente is to subtract the product of its (weighted) sums from its products.
    """
    effecten = schatter == GEMEENTE_EFFECTEN
    houd = deel.inwoners > 0 if gewicht == NAAR_INWONERS else np.ones(len(deel.Z), bool)
    reden = deel.reden
    if not reden and not houd.any():
        reden = ToetsReden.GEEN_GEWICHTEN.met()
    if effecten:
        aantal = np.bincount(deel.code[houd], minlength=deel.code.max(initial=0) + 1)
        houd = houd & (aantal[deel.code] > 1)
    volgorde = np.flatnonzero(houd)[np.argsort(deel.code[houd], kind="stable")]
    gemeenten, begin = np.unique(deel.code[volgorde], return_index=True)
    if len(gemeenten) < MIN_GEMEENTEN:
        reden = reden or ToetsReden.TE_WEINIG_GEMEENTEN_IN_VAK.met(
            n=len(gemeenten), minimum=MIN_GEMEENTEN
        )
    if reden:
        return Vak(deel, effecten, np.zeros((0, 1, 1)), gemeenten, len(volgorde), {}, reden)
    Z = deel.Z[volgorde]
    w = deel.inwoners[volgorde] if gewicht == NAAR_INWONERS else np.ones(len(Z))
    C = np.add.reduceat((Z * (w / w.mean())[:, None])[:, :, None] * Z[:, None, :], begin)
    onbruikbaar = dict(deel.onbruikbaar)
    if effecten:
        C = C - C[:, :, :1] * C[:, :1, :] / C[:, :1, :1]
        C[:, 0, :] = C[:, :, 0] = 0.0
        binnen = np.einsum("gpp->p", C)
        for naam, k in deel.kolom.items():
            if binnen[k] <= VAST * len(Z):
                vast = ToetsReden.KOLOM_GELIJK_BINNEN_GEMEENTEN.met(kolom=naam)
                onbruikbaar.setdefault(naam, vast)
    return Vak(deel, effecten, C, gemeenten, len(Z), onbruikbaar, "")


def redenen(vak: Vak, sets: Sequence[tuple[str, ...]], score: str | None) -> list[str]:
    """Return per set of factors why it cannot be estimated in this vak, or "".

    Args:
        score: the score among the regressors, or None.
    """
    S = vak.C.sum(axis=0)
    if not vak.effecten:
        S = S - np.outer(S[:, 0], S[0]) / S[0, 0]
    lengte = np.sqrt(np.where(np.diag(S) > 0, np.diag(S), 1.0))
    S = S / np.outer(lengte, lengte)
    uit = []
    for groep in sets:
        idx = [vak.deel.kolom[k] for k in ([score] if score else []) + list(groep)]
        K = len(idx) + (vak.G if vak.effecten else 1)
        mist = [vak.onbruikbaar[f] for f in groep if f in vak.onbruikbaar]
        if mist:
            uit.append(mist[0])
        elif vak.n <= K:
            uit.append(ToetsReden.TE_WEINIG_WIJKEN_IN_VAK.met(n=vak.n, n_coefficienten=K))
        elif np.linalg.eigvalsh(S[np.ix_(idx, idx)])[0] * VIF_COLLINEAIR < 1:
            uit.append(ToetsReden.FACTOREN_COLLINEAIR.met())
        else:
            uit.append("")
    return uit


class Uitkomsten(NamedTuple):
    """Forms of a vak that share their score regressor.

    Attributes:
        score: that regressor, or None.
        vormen: (M,) numbers of the forms that can be estimated.
        Y: (P, M) their outcomes, in score points, as combinations of the columns.
        fout: number of a form that cannot be estimated -> why.
    """

    score: str | None
    vormen: np.ndarray
    Y: np.ndarray
    fout: dict[int, str]


def uitkomsten(rooster: Rooster, vak: Vak) -> list[Uitkomsten]:
    """Return the outcomes of a vak, by the score among the regressors."""
    deel, uit = vak.deel, []
    per_score: dict[str | None, list[int]] = {}
    for v, vorm in enumerate(rooster.vormen):
        per_score.setdefault(rooster.beginscore(vorm), []).append(v)
    for score, nummers in per_score.items():
        fout: dict[int, str] = {}
        Y = np.zeros((len(deel.schaal), len(nummers)))
        for i, v in enumerate(nummers):
            vorm = rooster.vormen[v]
            van, tot = (f"lbm_{jaar}" for jaar in vorm[:2])
            for kolom in filter(None, (van, tot, score)):
                if kolom in vak.onbruikbaar:
                    fout[v] = vak.onbruikbaar[kolom]
            Y[deel.kolom[tot], i] = deel.schaal[deel.kolom[tot]]
            if vorm.model != ANCOVA:
                Y[deel.kolom[van], i] = -deel.schaal[deel.kolom[van]]
        goed = [i for i, v in enumerate(nummers) if v not in fout]
        uit.append(Uitkomsten(score, np.array(nummers)[goed], Y[:, goed], fout))
    return uit
