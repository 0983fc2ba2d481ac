"""All figures beside the wijkanalyses: a profile per analysis, and themes x analyses."""

from __future__ import annotations

from functools import partial

import pandas as pd

from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.schrijven import Maker
from leefbaarheid.figuren.wijkanalyses.thema_matrix import thema_matrix
from leefbaarheid.figuren.wijkanalyses.wijkprofiel import wijkprofiel


def alle_figuren(
    profielen: pd.DataFrame,
    koppeling: pd.DataFrame,
    themas: pd.DataFrame,
    gemiddelden: pd.DataFrame,
    kader: Kader,
) -> dict[str, Maker]:
    """Return per name what draws the figure, or gives None; names are the keys of the analyses.

    Args:
        profielen: the table `wijkprofielen`, one row per analysis x wijk.
        koppeling: the table `wijkanalyses`.
        themas: the table `themas`, one row per analysis x theme.
        gemiddelden: the table `gemiddelden`, for the selection.
        kader: facts of the edition.
    """
    makers: dict[str, Maker] = {"thema_matrix": partial(thema_matrix, themas, koppeling, kader)}
    for sleutel in dict.fromkeys(profielen["sleutel"]):
        deel = profielen[profielen["sleutel"] == sleutel]
        makers[sleutel] = partial(wijkprofiel, deel, gemiddelden, kader)
    return makers
