"""One row of the data quality report."""

from __future__ import annotations

import pandas as pd

from leefbaarheid.basis.redenen.data import DataReden
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import SCHEIDING, Ernst

LEEFBAAROMETER, CONTEXT, LIJST = "leefbaarometer", "context", "selectielijst"
GRENZEN = "grenzen"
"""Column `bron`."""


def rij(
    controle: str,
    bron: str,
    toelichting: str,
    *,
    n: int,
    afwijkend: int,
    kolom: str = "",
    jaar: int | None = None,
    bij_afwijking: Ernst = Ernst.FOUT,
) -> Rij:
    return {
        "controle": controle,
        "bron": bron,
        "kolom": kolom,
        "jaar": jaar,
        "n": int(n),
        "n_afwijkend": int(afwijkend),
        "aandeel": afwijkend / n if n else 0.0,
        "ernst": bij_afwijking if afwijkend else Ernst.OK,
        "toelichting": toelichting,
    }


def aanduiding(code: str, naam: str) -> str:
    """Return how a wijk is named in a reason code: "Zuidas (WK036323)"."""
    naam = naam.replace(SCHEIDING.strip(), ",")
    return code if naam == code else f"{naam} ({code})"


def aanduidingen(wijken: pd.DataFrame) -> str:
    """Return the names of wijken, those with most inhabitants first, as one field of a code."""
    volgorde = wijken.sort_values(["inwoners", "wk_code"], ascending=[False, True])
    return SCHEIDING.join(map(aanduiding, volgorde["wk_code"], volgorde["wk_naam"]))


def goed_of(n: int, goed: DataReden, anders: DataReden, **velden: object) -> str:
    """Return the code of a check: `goed` when nothing stands out, else the other with its count."""
    return anders.met(n=n, **velden) if n else goed.met(**velden)


def met_namen(wijken: pd.DataFrame, goed: DataReden, anders: DataReden) -> str:
    """Return the code of a check that names what stands out: `goed` when there is none."""
    return anders.met(n=len(wijken), wijken=aanduidingen(wijken)) if len(wijken) else goed.met()
