"""The Leefbaarometer: scores of wijken per year, with their deviation and five dimensions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.data.bevindingen import (
    Bevindingen,
    meld_dubbel,
    meld_eerste_kolom,
    meld_getallen,
    meld_wijkcodes,
)
from leefbaarheid.data.bronnen import (
    AFW_TOLERANTIE,
    DIMENSIE_BEREIK,
    DIMENSIES,
    LBM_BASIS,
    LBM_BEREIK,
)
from leefbaarheid.data.cellen import (
    Brontabel,
    Getallen,
    Masker,
    getallen_per_kolom,
    naam_of_code,
    past,
)
from leefbaarheid.data.csvbestand import lees_cellen

KOLOMMEN = ("wk_code", "wk_naam", "jaar", "lbm", "afw", *DIMENSIES)
_JAAR_PATROON = re.compile(r"(?:19|20)\d{2}", re.ASCII)


def lees_leefbaarometer(
    pad: str | Path, jaren: Sequence[int], *, basis: float = LBM_BASIS
) -> pd.DataFrame:
    """Read the years of an edition from the official file: `lees_alle_jaren`, `kies_jaren`."""
    return kies_jaren(lees_alle_jaren(pad, basis=basis), jaren, pad)


def lees_alle_jaren(pad: str | Path, *, basis: float = LBM_BASIS) -> pd.DataFrame:
    """Read the official Leefbaarometer csv for wijken, with every year that is in it.

    Checks every row of the file, also of years outside the edition: code pattern, year, numbers,
    (wk_code, jaar) unique, score within `LBM_BEREIK`, `lbm - afw` = `basis`, all five dimensions
    or none, `afw` = their sum where they are filled (DOMAIN.md section 2).

    Args:
        pad: `Leefbaarometer-scores wijken ....csv`.
        basis: the fixed value of lbm - afw in this version of the Leefbaarometer.

    Returns:
        wk_code, wk_naam, jaar (int), lbm, afw, fys, onv, soc, vrz, won (float, score points),
        sorted by wk_code and jaar. A missing name becomes the code.

    Raises:
        InvoerFout: the file does not have the official form.
    """
    bron = lees_cellen(pad, KOLOMMEN, toegestaan=KOLOMMEN)
    getallen = _eis_goede_cellen(bron, basis)
    panel = pd.DataFrame(
        {
            "wk_code": bron.cellen["wk_code"].astype(str),
            "wk_naam": naam_of_code(bron.cellen, "wk_naam", "wk_code"),
            "jaar": bron.cellen["jaar"].astype(int),
            **getallen,
        }
    )
    return panel.sort_values(["wk_code", "jaar"], ignore_index=True)


def kies_jaren(scores: pd.DataFrame, jaren: Sequence[int], pad: str | Path) -> pd.DataFrame:
    """Return the rows of `lees_alle_jaren` that are of the years of the edition.

    Raises:
        InvoerFout: a year is absent, or no wijk has a score in it.
    """
    _eis_jaren(Path(pad), jaren, scores["jaar"].unique())
    panel = scores[scores["jaar"].isin(list(jaren))].reset_index(drop=True)
    _eis_scores(Path(pad), panel)
    return panel


def _eis_goede_cellen(bron: Brontabel, basis: float) -> dict[str, Getallen]:
    """Return the scores by column; InvoerFout if anything in the cells is not as it should be."""
    bevindingen = Bevindingen(bron)
    meld_wijkcodes(bevindingen)
    bevindingen.meld(
        ~past(bron.cellen["jaar"], _JAAR_PATROON),
        "dit is geen jaartal",
        kolom="jaar",
        remedie="Schrijf het jaar met vier cijfers (2014).",
    )
    meld_dubbel(bevindingen, ["wk_code", "jaar"])
    _meld_versies(bevindingen)
    getallen, onleesbaar = getallen_per_kolom(bron, KOLOMMEN[3:])
    meld_getallen(bevindingen, onleesbaar)
    buiten = _meld_bereik(bevindingen, getallen)
    _meld_vaste_basis(bevindingen, getallen, onleesbaar, buiten, basis)
    raar = np.logical_or.reduce([onleesbaar[dimensie] for dimensie in DIMENSIES])
    _meld_som_van_dimensies(bevindingen, getallen, raar)
    bevindingen.klaar()
    return getallen


def _meld_versies(bevindingen: Bevindingen) -> None:
    """Note rows of another version than the first, where the file has a column that says so."""
    cellen = bevindingen.bron.cellen
    for kolom in cellen.columns[cellen.columns.str.lower().isin(["versie", "version"])]:
        bevindingen.meld(
            cellen[kolom] != cellen[kolom].iat[0],
            f"dit is een andere versie dan die van de eerste regel ({cellen[kolom].iat[0]})",
            kolom=kolom,
            remedie="Gebruik één versie van de Leefbaarometer; meng geen versies.",
        )


def _meld_bereik(bevindingen: Bevindingen, getallen: Mapping[str, Getallen]) -> Masker:
    """Note scores and dimensions out of range, and return which scores are."""
    laag, hoog = LBM_BEREIK
    lbm = getallen["lbm"]
    buiten: Masker = (lbm < laag) | (lbm > hoog)
    bevindingen.meld(
        buiten,
        f"de score valt buiten het bereik {_nl(laag, 1)} tot {_nl(hoog, 1)}",
        kolom="lbm",
        remedie="Controleer de waarde in het officiële bestand (decimale punt vergeten?).",
    )
    laag, hoog = DIMENSIE_BEREIK
    meld_eerste_kolom(
        bevindingen,
        {d: (getallen[d] < laag) | (getallen[d] > hoog) for d in DIMENSIES},
        f"de dimensie valt buiten het bereik {_nl(laag, 1)} tot {_nl(hoog, 1)}",
        "Controleer de waarde in het officiële bestand (decimale punt vergeten?).",
    )
    return buiten


def _meld_vaste_basis(
    bevindingen: Bevindingen,
    getallen: Mapping[str, Getallen],
    onleesbaar: Mapping[str, Masker],
    buiten: Masker,
    basis: float,
) -> None:
    """Note rows where lbm - afw is not the fixed value; a score out of range is told already."""
    lbm, afw = getallen["lbm"], getallen["afw"]
    een_ontbreekt = (np.isnan(lbm) != np.isnan(afw)) & ~onleesbaar["lbm"] & ~onleesbaar["afw"]
    bevindingen.meld(
        een_ontbreekt | (~buiten & (np.abs(lbm - afw - basis) > AFW_TOLERANTIE)),
        lambda i: (
            f"lbm min afw is {_nl(lbm[i] - afw[i])}, verwacht {_nl(basis)} in elke regel"
            if not een_ontbreekt[i]
            else "van lbm en afw is er één gevuld, verwacht allebei of geen van beide"
        ),
        kolom="afw",
        remedie="Gebruik één versie van de Leefbaarometer; meng geen versies en pas geen losse "
        "waarden aan.",
    )


def _meld_som_van_dimensies(
    bevindingen: Bevindingen, getallen: Mapping[str, Getallen], onleesbaar: Masker
) -> None:
    """Note rows with some of the dimensions, or whose deviation is not the sum of all five."""
    afw = getallen["afw"]
    dimensies = np.column_stack([getallen[dimensie] for dimensie in DIMENSIES])
    gevuld = np.isfinite(dimensies).sum(axis=1)
    bevindingen.meld(
        (gevuld > 0) & (gevuld < len(DIMENSIES)) & ~onleesbaar,
        lambda i: f"van de vijf dimensies zijn er {gevuld[i]} gevuld, verwacht alle vijf of geen",
        kolom=lambda i: DIMENSIES[int(np.isnan(dimensies[i]).argmax())],
        remedie="Haal het officiële bestand opnieuw op; daarin zijn per wijk en jaar alle vijf "
        "dimensies gevuld of geen.",
    )
    som = dimensies.sum(axis=1)
    bevindingen.meld(
        np.abs(afw - som) > AFW_TOLERANTIE,
        lambda i: (
            f"afw is {_nl(afw[i])}, maar de dimensies fys, onv, soc, vrz en won tellen op tot "
            f"{_nl(som[i])}"
        ),
        kolom="afw",
        remedie="Haal het officiële bestand opnieuw op; in het origineel is afw de som van de "
        "vijf dimensies.",
    )


def _nl(getal: float, decimalen: int = 7) -> str:
    return f"{getal:.{decimalen}f}".replace(".", ",").replace("-", "−")


def _eis_scores(pad: Path, panel: pd.DataFrame) -> None:
    """Refuse a year of the edition in which no wijk has a score."""
    heeft = panel.groupby("jaar")["lbm"].apply(lambda lbm: lbm.notna().any())
    leeg = [str(jaar) for jaar in heeft.index[~heeft]]
    if leeg:
        raise InvoerFout(
            f"in {' en '.join(leeg)} heeft geen enkele wijk een score",
            bestand=pad,
            kolom="lbm",
            waarde="NA",
            remedie="Haal het bestand opnieuw op, of haal het jaar uit `jaren` (en de vensters) in "
            "de config.",
        )


def _eis_jaren(pad: Path, jaren: Sequence[int], aanwezig: Iterable[int]) -> None:
    aanwezig = sorted(int(j) for j in aanwezig)
    ontbreekt = [j for j in jaren if j not in aanwezig]
    if ontbreekt:
        lijst = ", ".join(map(str, ontbreekt))
        raise InvoerFout(
            (
                f"het jaar {lijst} uit de config staat"
                if len(ontbreekt) == 1
                else f"de jaren {lijst} uit de config staan"
            )
            + f" niet in het bestand; aanwezig zijn: {', '.join(map(str, aanwezig))}",
            bestand=pad,
            kolom="jaar",
            waarde=ontbreekt[0],
            remedie="Pas `jaren` in de config aan, of haal een editie van de Leefbaarometer op "
            "die dit jaar heeft.",
        )
