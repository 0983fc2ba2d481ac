"""The weights of the wild cluster bootstrap: one per gemeente and draw."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.tabelwaarden import RADEMACHER, VERDELINGEN, WEBB

TREKKINGEN, MIN_TREKKINGEN = 9_999, 99
MIN_G_RADEMACHER = 12
"""Below this number of clusters Webb's six points replace Rademacher's two (Webb 2023)."""
THEMA = 1
"""Second part of the seed: draws of this module are independent of those of other modules."""


@dataclass(frozen=True)
class Trekkingen:
    """Bootstrap weights per cluster: the same for any block size and number of cores.

    Attributes:
        G: number of clusters.
        aantal: number of draws asked for.
        zaad: seed; the stream is default_rng([zaad, THEMA]).
        verdeling: 'rademacher' or 'webb'.
    """

    G: int
    aantal: int
    zaad: int
    verdeling: str

    @property
    def _punten(self) -> np.ndarray:
        if self.verdeling == RADEMACHER:
            return np.array([1.0, -1.0])
        helft = np.sqrt([0.5, 1.0, 1.5])
        return np.concatenate([helft, -helft])

    @property
    def volledig(self) -> bool:
        """Whether every possible vector of weights is used once instead of random draws."""
        return int(len(self._punten) ** self.G) <= self.aantal

    @property
    def n(self) -> int:
        """Number of vectors that p-values are over."""
        return len(self._punten) ** self.G if self.volledig else self.aantal

    @property
    def n_berekend(self) -> int:
        """Number of vectors computed: of a full enumeration half, as v and -v give the same |t|."""
        return self.n // 2 if self.volledig else self.n

    def blokken(self, grootte: int) -> Iterator[np.ndarray]:
        """Yield the weights as (G, at most `grootte`) arrays."""
        rng = np.random.default_rng([self.zaad, THEMA])
        for begin in range(0, self.n_berekend, grootte):
            aantal = min(grootte, self.n_berekend - begin)
            if self.volledig:
                yield _opsomming(np.arange(begin, begin + aantal), self._punten, self.G)
            elif self.verdeling == RADEMACHER:
                yield _tekens(rng, aantal, self.G)
            else:
                yield self._punten[(6 * rng.random((aantal, self.G))).astype(np.intp)].T


def _tekens(rng: np.random.Generator, aantal: int, G: int) -> np.ndarray:
    """Return random signs (G, aantal): one bit per cluster, whole 64-bit words per draw."""
    woorden = np.asarray(rng.bit_generator.random_raw(aantal * -(-G // 64)))
    octetten = woorden.astype("<u8").reshape(aantal, -1).view(np.uint8)
    bits = np.unpackbits(octetten, axis=1, count=G, bitorder="little")
    return 1.0 - 2.0 * bits.T


def _opsomming(nummer: np.ndarray, punten: np.ndarray, G: int) -> np.ndarray:
    """Return the weights of the vectors with these numbers; the last cluster's are positive."""
    basis = len(punten)
    macht = basis ** np.arange(G)[:, None]
    return np.asarray(punten[nummer // macht % basis])


def kies_verdeling(G: int) -> str:
    """Return 'webb' for fewer than `MIN_G_RADEMACHER` clusters, else 'rademacher'."""
    return WEBB if G < MIN_G_RADEMACHER else RADEMACHER


def controleer_trekkingen(trekkingen: int) -> None:
    """Raise an InvoerFout for fewer than `MIN_TREKKINGEN` draws."""
    if trekkingen < MIN_TREKKINGEN:
        raise InvoerFout(
            f"te weinig trekkingen voor de bootstrap: ten minste {MIN_TREKKINGEN} nodig",
            sleutel="inferentie.trekkingen",
            waarde=trekkingen,
            remedie=f"Neem {TREKKINGEN}, of 999 voor een eerste indruk.",
        )


def kies_trekkingen(G: int, aantal: int, zaad: int, verdeling: str | None = None) -> Trekkingen:
    """Return the draws for G clusters, by default with the weights that suit their number.

    Raises:
        InvoerFout: too few draws, or unknown weights.
    """
    controleer_trekkingen(aantal)
    verdeling = verdeling or kies_verdeling(G)
    if verdeling not in VERDELINGEN:
        raise InvoerFout("deze verdeling bestaat niet", waarde=verdeling)
    return Trekkingen(G, aantal, zaad, verdeling)
