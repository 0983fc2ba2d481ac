"""Atomic writing: a file is whole or it is not there, and the same content gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

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


def schrijf_json(inhoud: Any, doel: str | Path) -> None:
    """Write `inhoud` as indented JSON with sorted keys; NaN is refused (ValueError)."""
    tekst = json.dumps(inhoud, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False)
    schrijf_tekst(tekst + "\n", doel)


def schrijf_tabel(tabel: pd.DataFrame, doel: str | Path) -> None:
    """Write a result table: comma, dot decimal, unrounded, no index, empty for missing."""
    with vervang(doel) as tijdelijk:
        tabel.to_csv(tijdelijk, index=False, lineterminator="\n", encoding="utf-8")
