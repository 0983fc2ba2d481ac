"""One row of the data quality report."""

from __future__ import annotations

from leefbaarheid.basis.redenen.data import DataReden
from leefbaarheid.basis.tabel import Rij
from leefbaarheid.basis.tabelwaarden import Ernst

LEEFBAAROMETER, CONTEXT, LIJST = "leefbaarometer", "context", "selectielijst"
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


def goed_of(n: int, goed: DataReden, anders: DataReden, **velden: object) -> str:
    """Return the code of a check: `goed` when nothing stands out, else the other with its count."""
    return anders.met(n=n, **velden) if n else goed.met(**velden)
