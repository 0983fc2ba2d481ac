"""The data quality report: what was checked in each source and what stood out, as codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from leefbaarheid.data.herindeling import Overgang
from leefbaarheid.data.koppeling import groot_genoeg
from leefbaarheid.data.kwaliteitscontroles.bestanden import bestandsrijen, ongenoemdrijen
from leefbaarheid.data.kwaliteitscontroles.codes import (
    coderijen,
    grensrijen,
    koppelrijen,
    naamrijen,
)
from leefbaarheid.data.kwaliteitscontroles.geschiedenis import geschiedenisrijen
from leefbaarheid.data.kwaliteitscontroles.herindeling import overgangsrijen
from leefbaarheid.data.kwaliteitscontroles.kenmerken import contextrijen, lijstrijen
from leefbaarheid.data.kwaliteitscontroles.scores import (
    anderejarenrijen,
    dimensierijen,
    jaarrijen,
    plaatsrijen,
    scorerijen,
    somrijen,
    uitgaverijen,
)
from leefbaarheid.data.kwaliteitscontroles.uitbijters import uitbijterrijen
from leefbaarheid.editie.uitgaven import Uitgave

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


@dataclass(frozen=True)
class Bronstand:
    """What was read from the sources, and what the edition asks of it.

    Attributes:
        panel: from `lees_leefbaarometer`: one row per wijk and year.
        wijken: from `maak_wijken`: one row per wijk in either source.
        context: from `lees_context`: wk_code and the factors.
        jaren: the years of the edition.
        bestanden: source name to file, for encoding and separator; none leaves those two out.
        contextnamen: names in the context table by wk_code, to compare with the Leefbaarometer.
        labels: labels of the selection list; empty when the edition selects by rule.
        accepteer: codes of wijken of which the config accepts that they are in one source only.
        basis: the fixed value of lbm - afw; None takes it from the panel.
        uitgave: the release of the file; None where none is known.
        alle_scores: from `lees_wijkscores`; None when the file has the years of the edition only.
        versie: version of the Leefbaarometer, for the reference values of the dimensions.
        min_inwoners, min_inwoners_gemeente: from how many inhabitants a wijk is eligible.
        grenscodes: codes of the areas on the map; none when the edition has no map.
        ongenoemd: a folder with wijkanalyses that the config does not name: `map` and `n`.
        overgang: what became of the scores on other borders; None where they have those already.
        gemengd: codes of wijken that were partly on a list with other borders.
    """

    panel: pd.DataFrame
    wijken: pd.DataFrame
    context: pd.DataFrame
    jaren: Sequence[int]
    bestanden: Mapping[str, str | Path] = field(default_factory=dict)
    contextnamen: pd.Series[str] | None = None
    labels: Sequence[str] = ()
    accepteer: Sequence[str] = ()
    basis: float | None = None
    uitgave: Uitgave | None = None
    alle_scores: pd.DataFrame | None = None
    versie: str = ""
    min_inwoners: float = 0.0
    min_inwoners_gemeente: float = 0.0
    grenscodes: Sequence[str] = ()
    ongenoemd: Mapping[str, Any] = field(default_factory=dict)
    overgang: Overgang | None = None
    gemengd: Sequence[str] = ()


def datakwaliteit(bron: Bronstand) -> pd.DataFrame:
    """Repeat every check on the data as they go into the analysis, and say what was found.

    The readers stop at what is wrong; this report computes the checks again, from the tables, so
    that it also proves what went right. `fout` marks what an analysis cannot use, `let_op` what a
    reader should know (a gap that is in the official data).

    Returns:
        controle, bron, kolom, jaar (Int64), n, n_afwijkend, aandeel (0-1), ernst
        (ok|let_op|fout), toelichting (a `DataReden`); in reading order.
    """
    panel, wijken, context, jaren = bron.panel, bron.wijken, bron.context, bron.jaren
    scores = panel if bron.alle_scores is None else bron.alle_scores
    groot = wijken[groot_genoeg(wijken, bron.min_inwoners, bron.min_inwoners_gemeente)]
    rijen = [
        *bestandsrijen(bron.bestanden),
        *ongenoemdrijen(bron.ongenoemd),
        *coderijen(panel, wijken, context),
        *jaarrijen(panel, groot, jaren),
        *uitgaverijen(scores, bron.versie, bron.uitgave),
        *scorerijen(panel, bron.basis, bron.uitgave),
        *dimensierijen(panel, jaren),
        *somrijen(panel, jaren),
        *plaatsrijen(scores, bron.versie),
        *geschiedenisrijen(panel, wijken, jaren, bron.min_inwoners),
        *anderejarenrijen(scores, jaren),
        *overgangsrijen(wijken, bron.overgang, bron.gemengd),
        *koppelrijen(wijken, bron.accepteer),
        *grensrijen(wijken, bron.grenscodes),
        *naamrijen(panel, wijken, bron.contextnamen),
        *contextrijen(wijken, context),
        *uitbijterrijen(panel, wijken, context, jaren),
        *lijstrijen(wijken, panel, jaren, bron.labels),
    ]
    return pd.DataFrame(rijen, columns=list(KOLOMMEN)).astype({"jaar": "Int64"})
