"""The data quality report: what was checked in each source and what stood out, as codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from leefbaarheid.data.bronnen import LBM_BASIS
from leefbaarheid.data.koppeling import groot_genoeg
from leefbaarheid.data.kwaliteitscontroles.bestanden import bestandsrijen, ongenoemdrijen
from leefbaarheid.data.kwaliteitscontroles.codes import (
    coderijen,
    grensrijen,
    koppelrijen,
    naamrijen,
)
from leefbaarheid.data.kwaliteitscontroles.geschiedenis import geschiedenisrijen
from leefbaarheid.data.kwaliteitscontroles.kenmerken import contextrijen, lijstrijen
from leefbaarheid.data.kwaliteitscontroles.scores import (
    anderejarenrijen,
    dimensierijen,
    jaarrijen,
    plaatsrijen,
    scorerijen,
    somrijen,
)
from leefbaarheid.data.kwaliteitscontroles.uitbijters import uitbijterrijen

KOLOMMEN = (
    "controle",
    "bron",
    "kolom",
    "jaar",
    "n",
    "n_afwijkend",
    "aandeel",
    "ernst",
    "toelichting",
)


def datakwaliteit(
    panel: pd.DataFrame,
    wijken: pd.DataFrame,
    context: pd.DataFrame,
    *,
    jaren: Sequence[int],
    bestanden: Mapping[str, str | Path] | None = None,
    contextnamen: pd.Series[str] | None = None,
    labels: Sequence[str] = (),
    accepteer: Sequence[str] = (),
    basis: float = LBM_BASIS,
    alle_scores: pd.DataFrame | None = None,
    versie: str = "",
    min_inwoners: float = 0.0,
    min_inwoners_gemeente: float = 0.0,
    grenscodes: Sequence[str] = (),
    ongenoemd: Mapping[str, Any] | None = None,
) -> pd.DataFrame:
    """Repeat every check on the data as they go into the analysis, and say what was found.

    The readers stop at what is wrong; this report computes the checks again, from the tables, so
    that it also proves what went right. `fout` marks what an analysis cannot use, `let_op` what a
    reader should know (a gap that is in the official data).

    Args:
        panel: from `lees_leefbaarometer`: one row per wijk and year.
        wijken: from `maak_wijken`: one row per wijk in either source.
        context: from `lees_context`: wk_code and the factors.
        jaren: the years of the edition.
        bestanden: source name to file, for encoding and separator; None leaves those two out.
        contextnamen: names in the context table by wk_code, to compare with the Leefbaarometer.
        labels: labels of the selection list; empty when the edition selects by rule.
        accepteer: codes of wijken of which the config accepts that they are in one source only.
        basis: the fixed value of lbm - afw.
        alle_scores: from `lees_alle_jaren`; None when the file has the years of the edition only.
        versie: version of the Leefbaarometer, for the reference values of the dimensions.
        min_inwoners, min_inwoners_gemeente: from how many inhabitants a wijk is eligible.
        grenscodes: codes of the areas on the map; none when the edition has no map.
        ongenoemd: a folder with wijkanalyses that the config does not name: `map` and `n`.

    Returns:
        controle, bron, kolom, jaar (Int64), n, n_afwijkend, aandeel (0-1), ernst
        (ok|let_op|fout), toelichting (a `DataReden`); in reading order.
    """
    scores = panel if alle_scores is None else alle_scores
    groot = wijken[groot_genoeg(wijken, min_inwoners, min_inwoners_gemeente)]
    rijen = [
        *bestandsrijen(bestanden or {}),
        *ongenoemdrijen(ongenoemd or {}),
        *coderijen(panel, wijken, context),
        *jaarrijen(panel, groot, jaren),
        *scorerijen(panel, basis),
        *dimensierijen(panel, jaren),
        *somrijen(panel, jaren),
        *plaatsrijen(scores, versie),
        *geschiedenisrijen(panel, wijken, jaren, min_inwoners),
        *anderejarenrijen(scores, jaren),
        *koppelrijen(wijken, accepteer),
        *grensrijen(wijken, grenscodes),
        *naamrijen(panel, wijken, contextnamen),
        *contextrijen(wijken, context),
        *uitbijterrijen(panel, wijken, context, jaren),
        *lijstrijen(wijken, panel, jaren, labels),
    ]
    return pd.DataFrame(rijen, columns=list(KOLOMMEN)).astype({"jaar": "Int64"})
