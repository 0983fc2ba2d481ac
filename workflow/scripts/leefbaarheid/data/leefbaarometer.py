"""The Leefbaarometer: scores per area and year, with their deviation and five dimensions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import Gebied, W, gebied_in, huidig
from leefbaarheid.data.bevindingen import (
    Bevindingen,
    meld_codes,
    meld_dubbel,
    meld_eerste_kolom,
    meld_getallen,
)
from leefbaarheid.data.bronnen import (
    AFW_TOLERANTIE,
    DIMENSIE_BEREIK,
    DIMENSIES,
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
from leefbaarheid.data.csvbestand import kopnamen, lees_cellen
from leefbaarheid.editie.uitgaven import Uitgave, herken_uitgave

SCORES = ("lbm", "afw", *DIMENSIES)
KOLOMMEN = ("wk_code", "wk_naam", "jaar", *SCORES)
VERSIEKOLOMMEN = ("versie", "version")
"""What the column is called that says of which version a row is, where a file has one."""
_JAAR_PATROON = re.compile(r"(?:19|20)\d{2}", re.ASCII)
_VERSIENUMMER = re.compile(r"\d+(?:\.\d+)*", re.ASCII)
STANDAARDVERSIE = "3.0"


class Scores(NamedTuple):
    """A file of the Leefbaarometer as it was read.

    Attributes:
        gebied: what its areas are.
        tabel: every row: code, name (by the names of `gebied`), jaar (int), lbm, afw, fys, onv,
            soc, vrz, won (score points), sorted by code and year.
        basis: the fixed value of lbm - afw.
        uitgave: the release that its years and version are of; None where none is known.
    """

    gebied: Gebied
    tabel: pd.DataFrame
    basis: float
    uitgave: Uitgave | None


def lees_leefbaarometer(
    pad: str | Path, jaren: Sequence[int], versie: str = STANDAARDVERSIE
) -> pd.DataFrame:
    """Read the years of an edition from the official file of its areas."""
    return kies_jaren(lees_gebiedsscores(pad, versie).tabel, jaren, pad)


def lees_gebiedsscores(pad: str | Path, versie: str = STANDAARDVERSIE) -> Scores:
    """Read an official file of the areas of this edition; see `lees_scores`.

    Returns:
        The file, with the names that the tables have for every kind of area: wk_code, wk_naam.

    Raises:
        InvoerFout: a file of another kind of area; with the name of the right one.
    """
    scores, gezocht = lees_scores(pad, versie), huidig()
    if scores.gebied is gezocht:
        namen = {gezocht.code: "wk_code", gezocht.areanaam: "wk_naam"}
        return scores._replace(tabel=scores.tabel.rename(columns=namen))
    bestanden = scores.uitgave.bestanden if scores.uitgave else {}
    naam = bestanden.get(gezocht.soort, f"Leefbaarometer-scores {gezocht.meervoud} ....csv")
    raise InvoerFout(
        f"dit bestand heeft scores van {scores.gebied.meervoud}; deze editie gaat over "
        f"{W.gebieden}",
        bestand=pad,
        regel=1,
        kolom=scores.gebied.code,
        remedie=f"Gebruik '{naam}' uit dezelfde download, of verander `gebied` in de config.",
    )


def lees_scores(pad: str | Path, versie: str = STANDAARDVERSIE) -> Scores:
    """Read an official Leefbaarometer csv of wijken, buurten or gemeenten, with all its years.

    Checks every row of the file, also of years outside an edition: code pattern, year, numbers,
    (code, jaar) unique, version, score within `LBM_BEREIK`, `lbm - afw` one fixed value, all five
    dimensions or none, `afw` = their sum where they are filled (DOMAIN.md section 2). The fixed
    value is that of the release; of a release whose value is not known it is that of most rows.

    Args:
        pad: `Leefbaarometer-scores ....csv`.
        versie: version of the Leefbaarometer that the file must be of.

    Raises:
        InvoerFout: the file does not have the official form, or is of another version.
    """
    gebied = gebied_in(kopnamen(pad))
    kolommen = (gebied.code, gebied.areanaam, "jaar", *SCORES)
    bron = lees_cellen(pad, kolommen, toegestaan=kolommen)
    jaren = {int(jaar) for jaar in bron.cellen["jaar"].unique() if _JAAR_PATROON.fullmatch(jaar)}
    uitgave = herken_uitgave(versie, jaren)
    getallen, basis = _eis_goede_cellen(bron, gebied, versie, uitgave)
    tabel = pd.DataFrame(
        {
            gebied.code: bron.cellen[gebied.code].astype(str),
            gebied.areanaam: naam_of_code(bron.cellen, gebied.areanaam, gebied.code),
            "jaar": bron.cellen["jaar"].astype(int),
            **getallen,
        }
    )
    tabel = tabel.sort_values([gebied.code, "jaar"], ignore_index=True)
    return Scores(gebied, tabel, basis, uitgave)


def basis_van(
    lbm: Getallen | pd.Series[float], afw: Getallen | pd.Series[float], bekend: float | None
) -> float:
    """Return the fixed value of lbm - afw: the one that is known, else that of most rows.

    Without any score the value does not matter; it is 0.
    """
    if bekend is not None:
        return bekend
    verschil = np.asarray(lbm) - np.asarray(afw)
    verschil = verschil[np.isfinite(verschil)]
    if not verschil.size:
        return 0.0
    waarden, aantallen = np.unique(verschil.round(6), return_counts=True)
    meeste = np.abs(verschil - waarden[aantallen.argmax()]) <= AFW_TOLERANTIE
    # the middle of nearly equal values; the tenth decimal is beyond what the files hold
    return round(float(np.median(verschil[meeste])), 10)


def kies_jaren(scores: pd.DataFrame, jaren: Sequence[int], pad: str | Path) -> pd.DataFrame:
    """Return the rows of `lees_gebiedsscores` that are of the years of the edition.

    Raises:
        InvoerFout: a year is absent, or no wijk has a score in it.
    """
    _eis_jaren(Path(pad), jaren, scores["jaar"].unique())
    panel = scores[scores["jaar"].isin(list(jaren))].reset_index(drop=True)
    _eis_scores(Path(pad), panel)
    return panel


def _eis_goede_cellen(
    bron: Brontabel, gebied: Gebied, versie: str, uitgave: Uitgave | None
) -> tuple[dict[str, Getallen], float]:
    """Return the scores by column, and the fixed base; InvoerFout if a cell is not right."""
    bevindingen = Bevindingen(bron)
    meld_codes(bevindingen, gebied)
    bevindingen.meld(
        ~past(bron.cellen["jaar"], _JAAR_PATROON),
        "dit is geen jaartal",
        kolom="jaar",
        remedie="Schrijf het jaar met vier cijfers (2014).",
    )
    meld_dubbel(bevindingen, [gebied.code, "jaar"])
    _meld_versies(bevindingen, versie)
    getallen, onleesbaar = getallen_per_kolom(bron, SCORES)
    meld_getallen(bevindingen, onleesbaar)
    buiten = _meld_bereik(bevindingen, getallen)
    bekend = uitgave.basis.get(gebied.soort) if uitgave else None
    basis = basis_van(getallen["lbm"], getallen["afw"], bekend)
    waar = "elke regel" if bekend is not None else "elke regel, zoals in de meeste"
    _meld_vaste_basis(bevindingen, getallen, onleesbaar, buiten, (basis, waar))
    raar = np.logical_or.reduce([onleesbaar[dimensie] for dimensie in DIMENSIES])
    _meld_som_van_dimensies(bevindingen, getallen, raar)
    bevindingen.klaar()
    return getallen, basis


def _meld_versies(bevindingen: Bevindingen, versie: str) -> None:
    """Note rows of another version than the edition, where the file has a column that says so."""
    cellen = bevindingen.bron.cellen
    for kolom in cellen.columns[cellen.columns.str.lower().isin(VERSIEKOLOMMEN)]:
        goed = {cel for cel in cellen[kolom].unique() if _is_versie(cel, versie)}
        bevindingen.meld(
            ~cellen[kolom].isin(goed),
            f"dit is niet versie {versie}, de versie van deze editie",
            kolom=kolom,
            remedie="Gebruik één versie van de Leefbaarometer; meng geen versies. Is het hele "
            "bestand van een andere versie, zet die dan in bronnen.leefbaarometer.versie.",
            opsommen=True,
        )


def _is_versie(cel: str, versie: str) -> bool:
    """Tell whether a cell names a version: "3.0", "3" or "Leefbaarometer 3.0" for 3.0."""
    gevonden = _VERSIENUMMER.findall(cel)
    return len(gevonden) == 1 and _zonder_nullen(gevonden[0]) == _zonder_nullen(versie)


def _zonder_nullen(nummer: str) -> str:
    return re.sub(r"(?:\.0+)+$", "", nummer)


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
    verwacht: tuple[float, str],
) -> None:
    """Note rows where lbm - afw is not the fixed value; a score out of range is told already."""
    lbm, afw = getallen["lbm"], getallen["afw"]
    basis, waar = verwacht
    een_ontbreekt = (np.isnan(lbm) != np.isnan(afw)) & ~onleesbaar["lbm"] & ~onleesbaar["afw"]
    bevindingen.meld(
        een_ontbreekt | (~buiten & (np.abs(lbm - afw - basis) > AFW_TOLERANTIE)),
        lambda i: (
            f"lbm min afw is {_nl(lbm[i] - afw[i])}, verwacht {_nl(basis)} in {waar}"
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
        remedie=f"Haal het officiële bestand opnieuw op; daarin zijn per {W.gebied} en jaar alle "
        "vijf dimensies gevuld of geen.",
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
            f"in {' en '.join(leeg)} heeft geen enkele {W.gebied} een score",
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
