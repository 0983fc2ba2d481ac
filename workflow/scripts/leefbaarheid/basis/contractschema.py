"""pandera schemas of the contracts of result tables.

Apart from `basis.contract`, because pandera takes half a second to import.
"""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
import pandera.pandas as pa

from leefbaarheid.basis.contract import ALS_TEKST, Kolom, Soort, Tabel


def _is_soort(kolom: Kolom, waarden: pd.Series) -> bool:
    """Tell whether cells that are not empty have the type of a column."""
    if kolom.soort in ALS_TEKST:
        return bool(waarden.map(lambda cel: isinstance(cel, str)).all())
    if kolom.soort is Soort.JANEE:
        return set(waarden.unique()) <= {True, False}
    if kolom.soort is Soort.GEMENGD:
        return True
    getallen = pd.to_numeric(waarden, errors="coerce")
    heel = kolom.soort is not Soort.GEHEEL or bool((getallen % 1 == 0).all())
    return bool(getallen.notna().all()) and heel


def _kolomschema(kolom: Kolom, vast: str) -> pa.Column:
    """Return the schema of a column, or of the family of a pattern but for the names in `vast`."""
    checks = [
        pa.Check(
            lambda waarden: _is_soort(kolom, waarden.dropna()),
            element_wise=False,
            name=kolom.soort.value,
            error=f"is no {kolom.soort.value}",
        )
    ]
    if kolom.waarden:
        checks.append(pa.Check.isin(kolom.waarden))
    if kolom.bereik:
        checks.append(pa.Check.in_range(*kolom.bereik))
    if kolom.vorm:
        checks.append(pa.Check.str_matches(f"^{kolom.vorm}$"))
    familie = "<" in kolom.naam
    return pa.Column(
        None,
        checks,
        nullable=kolom.leeg,
        required=not familie,
        regex=familie,
        name=f"^(?!(?:{vast})$){kolom.patroon.pattern}$" if familie else kolom.naam,
        description=kolom.betekenis,
    )


def schema(tabel: Tabel, kolommen: Iterable[str]) -> pa.DataFrameSchema:
    """Return the schema of a result table.

    Args:
        tabel: the contract.
        kolommen: the columns of the file, for a check that may be switched off.
    """
    if tabel.staat_uit(kolommen):
        return pa.DataFrameSchema({"reden": pa.Column(None)}, strict=True, name=tabel.pad)
    vast = "|".join(kolom.naam for kolom in tabel.kolommen if "<" not in kolom.naam)
    delen = [_kolomschema(kolom, vast) for kolom in tabel.kolommen]
    return pa.DataFrameSchema(
        {deel.name: deel for deel in delen},
        strict=True,
        unique=list(tabel.sleutel),
        name=tabel.pad,
    )
