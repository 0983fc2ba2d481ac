"""Atomic writing: a file is whole or it is not there, and the same content gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leefbaarheid.basis.contract import ContractFout, Tabel, Tabellen

if TYPE_CHECKING:
    import pandas as pd


@contextmanager
def vervang(doel: str | Path) -> Iterator[Path]:
    """Yield a temporary path beside `doel`; it takes the place of `doel` only on success.

    The temporary name has the suffix of `doel`, because savers choose a format by it, and it is
    always the same, so that what a killed run left is overwritten by the next.
    """
    doel = Path(doel)
    doel.parent.mkdir(parents=True, exist_ok=True)
    tijdelijk = doel.with_name(f".{doel.stem}.half{doel.suffix}")
    try:
        yield tijdelijk
        tijdelijk.replace(doel)
    finally:
        tijdelijk.unlink(missing_ok=True)


def schrijf_tekst(tekst: str, doel: str | Path) -> None:
    """Write `tekst` as UTF-8 with `\\n` line ends."""
    with vervang(doel) as tijdelijk:
        tijdelijk.write_text(tekst, encoding="utf-8", newline="\n")


def als_json(inhoud: Any, *, op_naam: bool = True) -> str:
    """Return `inhoud` as indented JSON, keys sorted or in their order; NaN is a ValueError."""
    tekst = json.dumps(inhoud, ensure_ascii=False, indent=2, sort_keys=op_naam, allow_nan=False)
    return tekst + "\n"


def schrijf_json(inhoud: Any, doel: str | Path) -> None:
    """Write `inhoud` as indented JSON with sorted keys; NaN is refused (ValueError)."""
    schrijf_tekst(als_json(inhoud), doel)


def schrijf_csv(tabel: pd.DataFrame, doel: str | Path) -> None:
    """Write a csv: comma, dot decimal, unrounded, no index, empty for missing."""
    with vervang(doel) as tijdelijk:
        tabel.to_csv(tijdelijk, index=False, lineterminator="\n", encoding="utf-8")


def _controleer(inhoud: pd.DataFrame, tabel: Tabel) -> None:
    """Check the columns, and that the key is unique."""
    tabel.controleer([str(naam) for naam in inhoud.columns])
    if tabel.staat_uit(inhoud.columns):
        return
    dubbel = inhoud.duplicated(list(tabel.sleutel))
    if dubbel.any():
        eerste = inhoud.loc[dubbel, list(tabel.sleutel)].iloc[0].to_dict()
        raise ContractFout(f"table {tabel.naam}: the key {eerste} is there twice")


def schrijf_tabel(inhoud: pd.DataFrame, doel: str | Path, tabel: Tabel) -> None:
    """Write a result table after a look at its contract: the columns, and that the key is unique.

    Types and values are checked once per run, in controleer_tabellen (`basis.contractschema`):
    pandera is too slow for every job.

    Raises:
        ContractFout: the table does not keep to its contract; nothing is written.
    """
    _controleer(inhoud, tabel)
    schrijf_csv(inhoud, doel)


def schrijf_tabellen(
    inhoud: Mapping[str, pd.DataFrame], doelen: Mapping[str, str | Path], tabellen: Tabellen
) -> None:
    """Write the result tables of a rule.

    Args:
        inhoud: the tables by name.
        doelen: path by name, one for every table.
        tabellen: contracts by name.

    Raises:
        ContractFout: tables do not keep to their contract (all are named), one has no path, or
            there is a path without a table; nothing is written.
    """
    if inhoud.keys() != doelen.keys():
        raise ContractFout(f"made {sorted(inhoud)}, to be written {sorted(doelen)}")
    fouten = []
    for naam, tabel in inhoud.items():
        try:
            _controleer(tabel, tabellen[naam])
        except ContractFout as fout:
            fouten.append(str(fout))
    if fouten:
        raise ContractFout("\n".join(fouten))
    for naam, doel in doelen.items():
        schrijf_csv(inhoud[naam], doel)
