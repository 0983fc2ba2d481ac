"""The context table of an edition from the official files that its recipe names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from leefbaarheid.basis.redenen.opbouw import OpbouwReden
from leefbaarheid.data.csvbestand import lees_cellen
from leefbaarheid.editie.recept import Recept
from leefbaarheid.opbouw import bruggen
from leefbaarheid.opbouw.bewerkingen import Uitkomst, kolommen_van, rond_af, voer_uit
from leefbaarheid.opbouw.officieel import lees_officieel


class Opbouw(NamedTuple):
    """What a recipe makes.

    Attributes:
        tabel: wk_code, wk_naam, gm_code, gm_naam and a column per factor; a row per wijk.
        dekking: a row per wijk and factor: wk_code, factor, dekking (0-1), reden (`OpbouwReden`,
            empty where the cell has a value).
        codeboek: a row per factor, columns of `data.codeboek`.
        gemeenten_onbekend: factor to the names of gemeenten that its file does not have.
    """

    tabel: pd.DataFrame
    dekking: pd.DataFrame
    codeboek: pd.DataFrame
    gemeenten_onbekend: Mapping[str, Sequence[str]]


class _Factor(NamedTuple):
    uitkomst: Uitkomst
    sleutel_bekend: pd.Series[bool]
    onbekend: list[str]


def bouw(recept: Recept, paden: Mapping[str, Path]) -> Opbouw:
    """Make the context table.

    Args:
        recept: from `lees_recept`.
        paden: name in the register to file, for every name in `recept.bronnen`.

    Raises:
        InvoerFout: a file is not as its form says; see `lees_officieel` and `bruggen`.
    """
    wijken = _lees_wijken(recept, paden)
    lees = _lezer(recept, paden)
    kolommen, dekkingen, onbekend = {}, [], {}
    for naam, blok in recept.factoren.items():
        factor = _maak_factor(blok, recept, paden, wijken, lees)
        waarde, dekking, reden = _met_reden(factor, blok, wijken["wk_code"])
        kolommen[naam] = rond_af(waarde, blok.get("decimalen")).to_numpy()
        dekkingen.append(
            pd.DataFrame(
                {"wk_code": wijken["wk_code"], "factor": naam, "dekking": dekking, "reden": reden}
            )
        )
        if factor.onbekend:
            onbekend[naam] = factor.onbekend
    tabel = wijken.assign(**{naam: pd.array(kolom) for naam, kolom in kolommen.items()})
    rijen = pd.concat(dekkingen, ignore_index=True)
    return Opbouw(tabel, rijen, maak_codeboek(recept), onbekend)


def _lees_wijken(recept: Recept, paden: Mapping[str, Path]) -> pd.DataFrame:
    """Return wk_code, wk_naam, gm_code and gm_naam, sorted by code."""
    blok = recept.wijken
    bron = lees_cellen(
        paden[blok["bestand"]],
        ["wk_code", *(blok[naam] for naam in ("naam", "gm_code", "gm_naam"))],
    )
    kolommen = {"wk_naam": blok["naam"], "gm_code": blok["gm_code"], "gm_naam": blok["gm_naam"]}
    wijken = pd.DataFrame(
        {"wk_code": bron.cellen["wk_code"]} | {n: bron.cellen[k] for n, k in kolommen.items()}
    )
    return wijken.sort_values("wk_code", ignore_index=True)


def _lezer(recept: Recept, paden: Mapping[str, Path]) -> Any:
    """Return a reader that opens every file once, for all columns that the recipe takes from it."""
    nodig: dict[tuple[str, tuple[int, ...]], list[str]] = {}
    for blok in recept.factoren.values():
        nodig.setdefault((blok["bestand"], _jaren(blok)), []).extend(kolommen_van(blok))

    @cache
    def lees(bestand: str, jaren: tuple[int, ...]) -> pd.DataFrame:
        namen = list(dict.fromkeys(nodig[bestand, jaren]))
        return lees_officieel(paden[bestand], recept.bronnen[bestand]["vorm"], namen, jaren)

    return lees


def _jaren(blok: Mapping[str, Any]) -> tuple[int, ...]:
    return (blok["van"], blok["tot"]) if blok["bewerking"] == "verandering" else ()


def _maak_factor(
    blok: Mapping[str, Any],
    recept: Recept,
    paden: Mapping[str, Path],
    wijken: pd.DataFrame,
    lees: Any,
) -> _Factor:
    """Carry out one factor."""
    tabel = lees(blok["bestand"], _jaren(blok))
    brug, onbekend = _brug(blok, recept, paden, wijken, tabel)
    bekend = brug.assign(er=brug["sleutel"].isin(tabel.index)).groupby("wk_code")["er"].any()
    return _Factor(voer_uit(blok, tabel, brug), bekend, onbekend)


def _brug(
    blok: Mapping[str, Any],
    recept: Recept,
    paden: Mapping[str, Path],
    wijken: pd.DataFrame,
    tabel: pd.DataFrame,
) -> tuple[pd.DataFrame, list[str]]:
    """Return the bridge of a factor, and the gemeenten that its file does not have."""
    codes = wijken["wk_code"].tolist()
    soort = blok["koppeling"]
    if soort == "postcode":
        return bruggen.lees_adresgewichten(paden[blok["gewicht"]]), []
    if soort == "concordantie":
        van = recept.bronnen[blok["bestand"]]["indeling"]
        brug = bruggen.lees_concordantie(paden[blok["gewicht"]], van, recept.indeling)
        return bruggen.met_ongewijzigd(brug, tabel.index), []
    if soort == "gemeentecode":
        return bruggen.gelijk(codes, wijken["gm_code"].tolist()), []
    if soort == "gemeentenaam":
        namen = wijken["gm_naam"].tolist()
        gevonden = bruggen.gemeentenaam(namen, tabel.index, recept.toevoegingen)
        onbekend = {n for n, g in zip(namen, gevonden, strict=True) if g is None}
        return bruggen.gelijk(codes, gevonden), sorted(onbekend)
    return bruggen.gelijk(codes, codes), []


def _met_reden(
    factor: _Factor, blok: Mapping[str, Any], codes: pd.Series[str]
) -> tuple[pd.Series[float], np.ndarray, np.ndarray]:
    """Return the figures of the wijken of the table, their coverage, and why one is empty."""
    waarde = factor.uitkomst.waarde.reindex(codes)
    dekking = factor.uitkomst.dekking.reindex(codes).fillna(0.0)
    te_weinig = (dekking < blok["dekking"]) & (dekking > 0)
    in_bron = factor.sleutel_bekend.reindex(codes).fillna(False).astype(bool)
    reden = np.select(
        [te_weinig, ~in_bron, waarde.isna()],
        [OpbouwReden.TE_WEINIG_DEKKING, OpbouwReden.NIET_IN_BRON, OpbouwReden.ONBEKEND_IN_BRON],
        default="",
    )
    return waarde.where(~te_weinig), dekking.to_numpy(), reden


def maak_codeboek(recept: Recept) -> pd.DataFrame:
    """Return the codebook of the factors: one row per factor, as `data.codeboek` reads it."""
    rijen = []
    for naam, blok in recept.factoren.items():
        bronnen = [recept.bronnen[bron]["citeren"] for bron in recept.van_factor(naam)]
        rijen.append(
            {
                "factor": naam,
                "label": blok["label"],
                "eenheid": blok["eenheid"],
                "bron": "; ".join(zonder_licentie(tekst) for tekst in bronnen),
                "peiljaar": blok["peiljaar"],
                "licentie": blok["licentie"],
                "concept": blok["concept"],
                "toelichting": " ".join(blok.get("toelichting", "").split()),
                "minimum": blok.get("minimum"),
                "maximum": blok.get("maximum"),
            }
        )
    return pd.DataFrame(rijen).astype({"minimum": float, "maximum": float})


def zonder_licentie(citeren: str) -> str:
    """Return a citation without the licence behind it, for where that has a column of its own."""
    kern, haak, _ = citeren.rpartition(" (")
    return kern if haak else citeren
