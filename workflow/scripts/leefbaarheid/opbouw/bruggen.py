"""Bridges from the rows of a file to the wijken of the table: equal codes, gemeente, weights."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.vergelijk import gelijknamig
from leefbaarheid.data.bevindingen import Bevindingen, meld_dubbel, meld_getallen
from leefbaarheid.data.cellen import Brontabel, getallen_per_kolom
from leefbaarheid.data.csvbestand import lees_cellen

KOLOMMEN = ["sleutel", "wk_code", "adressen", "deel"]
"""Of a bridge: key in the file, wijk, how many addresses they share, share of those of the key."""


def gelijk(wk_code: Sequence[str], sleutel: Sequence[str | None]) -> pd.DataFrame:
    """Return a bridge on which each wijk has one key, and takes its figure as it is.

    Args:
        wk_code: the wijken.
        sleutel: per wijk its key in the file; None where there is none.
    """
    brug = pd.DataFrame({"sleutel": sleutel, "wk_code": wk_code})
    return brug.assign(adressen=1.0, deel=1.0)[KOLOMMEN]


def gemeentenaam(
    namen: Sequence[str], bekend: Collection[str], toevoegingen: Sequence[str]
) -> list[str | None]:
    """Return per gemeente the name that another source gives it.

    Args:
        namen: names in the table.
        bekend: names in the source.
        toevoegingen: what the source may put behind a name to tell it apart ("(O.)"), in the order
            in which they are tried; the bare name goes first.

    Capitals, accents and kinds of apostrophe do not matter.

    Returns:
        None for a name that the source does not have.
    """
    aanwezig = {_vergelijkbaar(naam): naam for naam in bekend}
    gevonden: dict[str, str | None] = {}
    for naam in dict.fromkeys(namen):
        mogelijk = [naam, *(f"{naam} {toevoeging}" for toevoeging in toevoegingen)]
        treffers = (aanwezig.get(_vergelijkbaar(m)) for m in mogelijk)
        gevonden[naam] = next((treffer for treffer in treffers if treffer is not None), None)
    return [gevonden[naam] for naam in namen]


def _vergelijkbaar(naam: str) -> str:
    """Return a name without accents: one publisher writes Sudwest, the other Súdwest."""
    plat = unicodedata.normalize("NFD", gelijknamig(naam))
    return "".join(teken for teken in plat if not unicodedata.combining(teken))


def lees_adresgewichten(pad: Path) -> pd.DataFrame:
    """Return the bridge from postcode areas (PC4) to wijken, by addresses.

    A count of an area is divided over wijken by the share of its addresses there.

    Raises:
        InvoerFout: wrong form, a pair twice, a number of addresses that is none or not above 0.
    """
    bron = lees_cellen(pad, ["pc4", "wk_code", "adressen"])
    adressen = _adressen(bron, ["pc4", "wk_code"])
    return _met_deel(bron.cellen["pc4"], bron.cellen["wk_code"], adressen)


def lees_concordantie(pad: Path, van: int, naar: int) -> pd.DataFrame:
    """Return the bridge from the wijken of one year to those of another, by addresses.

    A wijk that is not in the file kept its code and its addresses: `met_ongewijzigd` adds those.

    Args:
        pad: csv with van_jaar, naar_jaar, van, naar, adressen.
        van, naar: years of the borders.

    Raises:
        InvoerFout: wrong form, a pair twice, no rows for these two years.
    """
    bron = lees_cellen(pad, ["van_jaar", "naar_jaar", "van", "naar", "adressen"])
    adressen = _adressen(bron, ["van_jaar", "naar_jaar", "van", "naar"])
    cellen = bron.cellen
    deze = (cellen["van_jaar"] == str(van)) & (cellen["naar_jaar"] == str(naar))
    if not deze.any():
        paren = sorted(set(zip(cellen["van_jaar"], cellen["naar_jaar"], strict=True)))
        raise InvoerFout(
            f"het bestand heeft geen overgang van de {W.gebieden} van {van} naar die van {naar}",
            bestand=pad,
            remedie="Er zijn: " + ", ".join(f"{een} naar {twee}" for een, twee in paren) + ".",
        )
    return _met_deel(cellen.loc[deze, "van"], cellen.loc[deze, "naar"], adressen[deze.to_numpy()])


def met_ongewijzigd(brug: pd.DataFrame, sleutels: Collection[str]) -> pd.DataFrame:
    """Return a concordance with the wijken that it leaves out, because they did not change.

    Args:
        brug: from `lees_concordantie`.
        sleutels: the wijken of the first year.
    """
    vast = sorted(set(sleutels) - set(brug["sleutel"]))
    return pd.concat([brug, gelijk(vast, vast)], ignore_index=True)


def _adressen(bron: Brontabel, sleutel: Sequence[str]) -> np.ndarray:
    """Return the number of addresses per row."""
    bevindingen = Bevindingen(bron)
    meld_dubbel(bevindingen, list(sleutel))
    getallen, onleesbaar = getallen_per_kolom(bron, ["adressen"])
    meld_getallen(bevindingen, onleesbaar)
    adressen = getallen["adressen"]
    bevindingen.meld(
        ~(adressen > 0) & ~onleesbaar["adressen"],
        "een gewicht is een aantal adressen van meer dan nul",
        kolom="adressen",
        remedie="Haal de regel weg of vul het aantal in.",
    )
    bevindingen.klaar()
    return adressen


def _met_deel(van: pd.Series, naar: pd.Series, adressen: np.ndarray) -> pd.DataFrame:
    brug = pd.DataFrame({"sleutel": van.to_numpy(), "wk_code": naar.to_numpy()})
    brug["adressen"] = adressen
    brug["deel"] = brug["adressen"] / brug.groupby("sleutel")["adressen"].transform("sum")
    return brug[KOLOMMEN]
