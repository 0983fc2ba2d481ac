"""What writers noted, as tables: quotations, approaches and advice, each with where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from leefbaarheid.basis.tabelwaarden import Advieslaag
from leefbaarheid.wijkanalyses.adviezen import OPTIONEEL

Analyse = Mapping[str, Any]


def _tabel(rijen: Sequence[Mapping[str, Any]], kolommen: Sequence[str]) -> pd.DataFrame:
    """Return rows with these columns; an empty text is a missing value."""
    tabel = pd.DataFrame(list(rijen), columns=list(kolommen)).astype("object")
    tabel = tabel.where(tabel != "", None)
    return tabel.astype({"volgnummer": "int64"})


def _kop(analyse: Analyse) -> dict[str, Any]:
    velden = {"analyse": "titel", "bestand": "bron", "sleutel": "sleutel", "gemeente": "gemeente"}
    return {kolom: analyse[veld] for kolom, veld in velden.items()}


def citatentabel(analyses: Sequence[Analyse]) -> pd.DataFrame:
    """Return the table `wijkanalyses_citaten`: one row per quotation, in the order of the text."""
    rijen = [
        {**_kop(analyse), "volgnummer": n, **citaat, "citaat": citaat["tekst"]}
        for analyse in analyses
        for n, citaat in enumerate(analyse.get("citaten", ()), 1)
    ]
    kolommen = ("analyse", "bestand", "sleutel", "gemeente", "volgnummer", "sectie")
    return _tabel(rijen, (*kolommen, "citaat", "rol", "thema"))


def aanpakkentabel(analyses: Sequence[Analyse], themas: Mapping[str, str]) -> pd.DataFrame:
    """Return the table `aanpakken`: one row per task, with approach and yield as noted."""
    rijen = [
        {**_kop(analyse), "volgnummer": n, "label": themas[regel["thema"]], **regel}
        for analyse in analyses
        for n, regel in enumerate(analyse.get("aanpakken", ()), 1)
    ]
    kolommen = ("analyse", "bestand", "sleutel", "gemeente", "volgnummer", "thema", "label")
    return _tabel(rijen, (*kolommen, "opgave", "aanpak", "opbrengst"))


def adviezentabel(
    analyses: Sequence[Analyse], per_thema: Sequence[Mapping[str, str]], themas: Mapping[str, str]
) -> pd.DataFrame:
    """Return the table `adviezen`: the advice per theme first, then that of each analysis."""
    geteld: dict[str, int] = {}
    rijen: list[dict[str, Any]] = []
    for advies in per_thema:
        geteld[advies["bestand"]] = geteld.get(advies["bestand"], 0) + 1
        rijen.append({**advies, "laag": Advieslaag.THEMA, "volgnummer": geteld[advies["bestand"]]})
    rijen += [
        {**_kop(analyse), "laag": Advieslaag.WIJK, "volgnummer": n, **advies}
        for analyse in analyses
        for n, advies in enumerate(analyse.get("adviezen", ()), 1)
    ]
    rijen = [{"analyse": "", "sleutel": "", "gemeente": "", **rij} for rij in rijen]
    for rij in rijen:
        rij["label"] = themas[rij["thema"]]
    kolommen = ("laag", "analyse", "bestand", "sleutel", "gemeente", "volgnummer")
    return _tabel(rijen, (*kolommen, "thema", "label", "wat", "wie", *OPTIONEEL))
