"""What the checks on the trajectories have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from leefbaarheid.analyse.trajecten import Clusterregel


@dataclass(frozen=True)
class Trajectopzet:
    """What every check on the trajectories needs.

    Attributes:
        wijken: result table `wijken`.
        kenmerken: every wijk of the source, with its scores.
        panel: scores per wijk and year.
        editie: the blocks jaren, basisjaar, eindjaar, selectie, klassen, clusters and inferentie.
        vensters: windows to report on.
    """

    wijken: pd.DataFrame
    kenmerken: pd.DataFrame
    panel: pd.DataFrame
    editie: Mapping[str, Any]
    vensters: Sequence[Sequence[int]]

    @property
    def inferentie(self) -> Mapping[str, Any]:
        """The config block `inferentie`."""
        blok: Mapping[str, Any] = self.editie["inferentie"]
        return blok

    @property
    def regel(self) -> Clusterregel:
        """The cluster rule of the edition."""
        clusters = self.editie["clusters"]
        return Clusterregel(
            langjaar=clusters["langjaar"],
            crisisjaar=clusters["crisisjaar"],
            eindjaar=self.editie["eindjaar"],
            delta=clusters["delta"],
            voldoende_vanaf_klasse=clusters["voldoende_vanaf_klasse"],
        )
