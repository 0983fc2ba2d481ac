"""pandera schemas of the contracts of result tables.

Apart from `basis.contract`, because pandera takes half a second to import.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from leefbaarheid.basis.contract import ALS_TEKST, GEBIEDSCODE, ContractFout, Kolom, Soort, Tabel
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import huidig
from leefbaarheid.basis.lezen import lees_csv

WOORDEN = {
    "not_nullable": "deze cel mag niet leeg zijn",
    "column_in_dataframe": "deze kolom ontbreekt",
    "column_in_schema": "deze kolom hoort er niet in",
    "multiple_fields_uniqueness": "deze sleutel komt vaker voor",
}
"""What pandera's own checks say, for the reader of a message; ours carry their words."""


def _heeft_soort(kolom: Kolom, waarden: pd.Series) -> pd.Series:
    """Tell of each cell, none of which is empty, whether it has the type of a column."""
    if kolom.soort in ALS_TEKST:
        return waarden.map(lambda cel: isinstance(cel, str)).astype(bool)
    if kolom.soort is Soort.JANEE:
        return waarden.isin([True, False])
    if kolom.soort is Soort.GEMENGD:
        return pd.Series(True, index=waarden.index)
    getallen = pd.to_numeric(waarden, errors="coerce")
    return getallen.notna() if kolom.soort is Soort.GETAL else getallen % 1 == 0


def _kolomschema(kolom: Kolom, vast: str) -> pa.Column:
    """Return the schema of a column, or of the family of a pattern but for the names in `vast`."""
    checks = [
        pa.Check(
            lambda waarden: _heeft_soort(kolom, waarden),
            element_wise=False,
            name=kolom.soort.value,
            error=f"dit is geen waarde van de soort '{kolom.soort}'",
        )
    ]
    if kolom.waarden:
        een_van = f"hier mag alleen staan: {', '.join(kolom.waarden)}"
        checks.append(pa.Check.isin(kolom.waarden, error=een_van))
    if kolom.bereik:
        laag, hoog = kolom.bereik
        tussen = f"dit ligt niet tussen {laag:g} en {hoog:g}"
        checks.append(pa.Check.in_range(laag, hoog, error=tussen))
    if kolom.vorm:
        vorm = huidig().patroon.pattern if kolom.vorm == GEBIEDSCODE else kolom.vorm
        anders = f"dit heeft niet de vorm {vorm}"
        checks.append(pa.Check.str_matches(f"^(?:{vorm})$", error=anders))
    familie = "<" in kolom.naam
    return pa.Column(
        None,
        checks,
        nullable=kolom.leeg,
        required=not familie,
        regex=familie,
        name=f"^(?!(?:{vast})$){kolom.patroon.pattern}$" if familie else kolom.naam,
        description=kolom.uitleg,
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


def controleer_tabel(inhoud: pd.DataFrame, tabel: Tabel) -> pd.DataFrame:
    """Return a table that is about to be written, if it meets its contract.

    Raises:
        InvoerFout: the first failure, with the line it would have in the file.
    """
    try:
        schema(tabel, inhoud.columns).validate(inhoud, lazy=True)
    except pa.errors.SchemaErrors as fouten:
        eerste = _eerste(tabel.pad, fouten.failure_cases)
        raise eerste.met(
            f"de tabel die deze stap zou schrijven voldoet niet aan haar contract: {eerste.wat}",
            "Dit is een fout in de pijplijn of in een bron die de controles niet kennen; "
            "meld het met dit bericht.",
        ) from None
    return inhoud


def controleer_bestanden(bestanden: Iterable[tuple[str | Path, Tabel]]) -> None:
    """Check the files of result tables against their whole contracts.

    Args:
        bestanden: file and contract.

    Raises:
        InvoerFout: the first failure of the first table that fails; the other tables are named.
    """
    fouten = [fout for pad, tabel in bestanden if (fout := _fout(pad, tabel)) is not None]
    if not fouten:
        return
    eerste, *rest = fouten
    ook = f"; ook mis: {', '.join(Path(str(fout.bestand)).name for fout in rest)}" if rest else ""
    raise eerste.met(
        f"deze resultaattabel voldoet niet aan haar contract: {eerste.wat}{ook}",
        "Verwijder het bestand en start opnieuw: dan wordt het opnieuw gemaakt. Komt de "
        "melding terug, dan is dit een fout in de pijplijn; meld haar met dit bericht.",
    )


def _fout(pad: str | Path, tabel: Tabel) -> InvoerFout | None:
    """Return the first failure in a file and how many more there are, or None."""
    try:
        inhoud = lees_csv(pad, tabel)
    except ContractFout:
        return InvoerFout("er is een kolom bij gekomen die er niet in hoort", bestand=pad)
    except (StopIteration, ValueError):
        return InvoerFout("het bestand is leeg of beschadigd", bestand=pad)
    try:
        schema(tabel, inhoud.columns).validate(inhoud, lazy=True)
    except pa.errors.SchemaErrors as fouten:
        return _eerste(pad, fouten.failure_cases)
    return None


def _eerste(pad: str | Path, gevallen: pd.DataFrame) -> InvoerFout:
    """Return the first of pandera's failure cases as a message; a column has no line."""
    eerste, check = gevallen.iloc[0], str(gevallen["check"].iloc[0])
    wat = WOORDEN.get(check, check)
    if len(gevallen) > 1:
        wat += f" (en nog {len(gevallen) - 1} keer mis)"
    over_kolom = pd.isna(eerste["index"])
    leeg = pd.isna(eerste["failure_case"])
    return InvoerFout(
        wat,
        bestand=pad,
        regel=None if over_kolom else int(eerste["index"]) + 2,
        kolom=str(eerste["failure_case"] if over_kolom else eerste["column"]),
        waarde=None if over_kolom or leeg else eerste["failure_case"],
    )
