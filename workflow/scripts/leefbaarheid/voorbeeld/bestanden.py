"""Writes the bundled example edition: four csv files in the official formats and a datasheet."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.schrijven import schrijf_csv, schrijf_tekst
from leefbaarheid.voorbeeld.datasheet import maak_datasheet
from leefbaarheid.voorbeeld.simulatie import VoorbeeldData, simuleer
from leefbaarheid.voorbeeld.voorbeeld import (
    CODEBOEK,
    CONTEXT,
    DATASHEET,
    DIMENSIES,
    LEEFBAAROMETER,
    SELECTIELIJST,
    ZAAD,
    Parameters,
)


def met_decimalen(kolom: pd.Series, decimalen: int, leeg: str) -> list[str]:
    """Return the numbers as text with a fixed number of decimals, never "-0.0"."""
    return [leeg if pd.isna(x) else f"{x + 0.0:.{decimalen}f}" for x in kolom]


def _leefbaarometer_tekst(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return the scores as text in the official form: NA for missing."""
    uit = tabel[["wk_code", "wk_naam", "jaar"]].copy()
    for kolom in ("lbm", "afw", *DIMENSIES):
        uit[kolom] = met_decimalen(tabel[kolom], 10 if kolom in ("afw", "won") else 6, "NA")
    return uit


def _context_tekst(p: Parameters, tabel: pd.DataFrame) -> pd.DataFrame:
    """Return the context table as text: an empty cell for missing."""
    decimalen = {factor.naam: factor.decimalen for factor in p.factoren}
    uit = tabel.iloc[:, :4].copy()
    for kolom in tabel.columns[4:]:
        uit[kolom] = met_decimalen(tabel[kolom], decimalen.get(kolom, 0), "")
    return uit


def schrijf_voorbeeld(
    doel: str | Path, zaad: int = ZAAD, parameters: Parameters | None = None
) -> VoorbeeldData:
    """Write the example edition to the folder `doel` and return it. Same seed, same bytes.

    Raises:
        InvoerFout: in the edition of this seed a wijkanalyse has no wijk with fitting figures.
    """
    p, doel = parameters or Parameters(), Path(doel)
    data = simuleer(p, zaad)
    zonder = data.wijkanalyses.loc[data.wijkanalyses["wk_code"].isna(), "wk_naam"]
    if len(zonder):
        raise InvoerFout(
            f"dit zaad geeft geen passende wijk voor: {', '.join(zonder)}",
            waarde=zaad,
            remedie=f"Kies een ander zaad; dat van de meegeleverde bestanden is {ZAAD}.",
        )
    schrijf_csv(_leefbaarometer_tekst(data.leefbaarometer), doel / LEEFBAAROMETER)
    schrijf_csv(_context_tekst(p, data.context), doel / CONTEXT)
    schrijf_csv(data.codeboek, doel / CODEBOEK)
    schrijf_csv(data.selectie, doel / SELECTIELIJST)
    schrijf_tekst(maak_datasheet(data, p, zaad), doel / DATASHEET)
    return data
