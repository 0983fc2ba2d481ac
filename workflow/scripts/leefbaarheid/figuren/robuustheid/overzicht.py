"""All figures of the chapter Robuustheid, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import pandas as pd

from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.schrijven import Maker
from leefbaarheid.figuren.delen.toelichting import Beeld
from leefbaarheid.figuren.robuustheid.circulariteit import circulariteit
from leefbaarheid.figuren.robuustheid.invloed import invloed
from leefbaarheid.figuren.robuustheid.jaren_samen import jaren_groep, jaren_samen
from leefbaarheid.figuren.robuustheid.naar_gemiddelde import regressie_naar_gemiddelde
from leefbaarheid.figuren.robuustheid.partiele_residuen import partiele_residuen
from leefbaarheid.figuren.robuustheid.specificatiecurve import specificatiecurven
from leefbaarheid.figuren.robuustheid.trajectgroepen import trajectgroepen, trajectgroepen_wijken

TABELLEN = (
    "partieel",
    "punten",
    "circulariteit",
    "jaren",
    "jaren_grenzen",
    "trajectlijnen",
    "trajectmaten",
    "trajectindeling",
    "simulatie",
    "specificaties",
    "specificatietoets",
)
"""The tables of checks the figures are made from, without `robuustheid_`; and `wijken`."""

MAKERS: dict[str, tuple[Callable[..., Beeld | None], tuple[str, ...]]] = {
    "partiele_residuen": (partiele_residuen, ("partieel",)),
    "invloed": (invloed, ("punten",)),
    "circulariteit": (circulariteit, ("circulariteit",)),
    "jaren_samen": (jaren_samen, ("jaren",)),
    "jaren_groep": (jaren_groep, ("jaren_grenzen",)),
    "trajectgroepen": (trajectgroepen, ("trajectlijnen", "trajectmaten")),
    "trajectgroepen_wijken": (
        trajectgroepen_wijken,
        ("wijken", "trajectindeling", "trajectlijnen", "trajectmaten"),
    ),
    "regressie_naar_gemiddelde": (regressie_naar_gemiddelde, ("simulatie",)),
}
"""Figure -> what draws it, and the tables it takes, in that order."""


def alle_figuren(
    tabellen: Mapping[str, pd.DataFrame],
    labels: Mapping[str, str],
    primaire_factoren: Sequence[str],
    kader: Kader,
) -> dict[str, Maker]:
    """Return per name what draws the figure, or gives None where the tables do not allow it.

    Args:
        tabellen: `TABELLEN` and `wijken`; a check that is off has only the column `reden`.
        labels: factor -> label of the codeboek.
        primaire_factoren: factors whose specification curve is drawn, the most important first.
        kader: facts of the edition.
    """
    uit = {naam for naam, tabel in tabellen.items() if set(tabel.columns) == {"reden"}}
    makers: dict[str, Maker] = {
        naam: partial(maak, *(tabellen[tabel] for tabel in nodig), kader)
        for naam, (maak, nodig) in MAKERS.items()
        if uit.isdisjoint(nodig)
    }
    if uit.isdisjoint(("specificaties", "specificatietoets")):
        specificaties, toets = tabellen["specificaties"], tabellen["specificatietoets"]
        makers |= specificatiecurven(specificaties, toets, labels, kader, primaire_factoren)
    return makers
