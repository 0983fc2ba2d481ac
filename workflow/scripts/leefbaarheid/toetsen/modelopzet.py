"""What the checks on the regressions have in common: tables, and the regressions of an edition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from leefbaarheid.analyse.ontwerp import Ontwerp, koppel, maak_ontwerp
from leefbaarheid.analyse.schatter import Schatter
from leefbaarheid.basis.begrippen import SELECTIE


@dataclass(frozen=True)
class Modelopzet:
    """What every check on the regressions needs.

    Attributes:
        wijken: result table `wijken`.
        context, codeboek, panel: tables of the data stage.
        regressie: result table `regressie`.
        factoren: names of the factors.
        basisjaar: year of the pre-selection baseline.
        instelling: the config block `regressie`.
        inferentie: the config block `inferentie`.
        vensters: windows that may have dimension scores.
        crisisjaar: year that divides the measurement years in before and after.
    """

    wijken: pd.DataFrame
    context: pd.DataFrame
    codeboek: pd.DataFrame
    panel: pd.DataFrame
    regressie: pd.DataFrame
    factoren: Sequence[str]
    basisjaar: int
    instelling: Mapping[str, Any]
    inferentie: Mapping[str, Any]
    vensters: Sequence[Sequence[int]]
    crisisjaar: int

    @cached_property
    def tabel(self) -> pd.DataFrame:
        """Scores, gemeenten and factors per wijk."""
        return koppel(self.wijken, self.context, self.factoren)

    @cached_property
    def schatter(self) -> Schatter:
        """The primary estimator of the edition; every `ontwerp` carries it."""
        return Schatter.van_editie(self.inferentie)

    @cached_property
    def labels(self) -> dict[str, str]:
        """Factor -> label."""
        return dict(zip(self.codeboek["factor"], self.codeboek["label"], strict=True))

    def ontwerp(self, venster: Sequence[int], model: str, steekproef: str) -> Ontwerp:
        """Return the complete cases of one regression."""
        van, tot = venster
        return maak_ontwerp(
            self.tabel,
            self.factoren,
            van=van,
            tot=tot,
            model=model,
            steekproef=steekproef,
            basisjaar=self.basisjaar,
            schatter=self.schatter,
        )


def hoofdmodellen(opzet: Modelopzet) -> list[Ontwerp]:
    """Return the main model form for every window and sample."""
    return [
        opzet.ontwerp(venster, opzet.instelling["hoofdmodel"], steekproef)
        for venster in opzet.instelling["vensters"]
        for steekproef in opzet.instelling["steekproeven"]
    ]


def hoofdontwerp(opzet: Modelopzet) -> Ontwerp:
    """Return the regression the hoofdrapport shows."""
    instelling = opzet.instelling
    return opzet.ontwerp(instelling["hoofdvenster"], instelling["hoofdmodel"], SELECTIE)
