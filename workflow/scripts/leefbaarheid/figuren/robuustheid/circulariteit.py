"""Circularity: is a factor related to the score or to its own dimension?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import DIMENSIES, SELECTIE, VERANDERING
from leefbaarheid.basis.tabelwaarden import GEEN_UITKOMST, TOTAAL, TOTAAL_ZONDER
from leefbaarheid.figuren.delen.assen import (
    getalas,
    nullijn,
    onderschrift,
    rijen_met_naam,
    scheid_rijen,
)
from leefbaarheid.figuren.delen.blad import ONDER_ASTITEL, Marges, Raster, maak_panelen
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.legenda import Legenda, Sleutel, lijnsleutel, vlaksleutel
from leefbaarheid.figuren.delen.schattingen import PER_SD, teken_schattingen
from leefbaarheid.figuren.delen.staven import bijdragen, sommen, somsleutel
from leefbaarheid.figuren.delen.stijl import DIMENSIESTIJL, Stijl
from leefbaarheid.figuren.delen.tekstmaat import breedste, breek_af, meeste_regels
from leefbaarheid.figuren.delen.toelichting import (
    Beeld,
    Toelichting,
    n_met_gegevens,
    peiljaren,
    venster,
)

TOTAALSTIJL = Stijl("#17495a", (), "o")
ZONDERSTIJL = Stijl("#b4531a", (), "s")
X_AS = "verschil in verandering per standaarddeviatie van de factor (scorepunten)"


class Samenhang(NamedTuple):
    """The estimates of one window; tables are indexed by factor.

    Attributes:
        van, tot: the window.
        totaal: estimates on the change of the total score.
        zonder: the same on the total without the own dimension; NaN where a factor feeds none.
        bijdragen: dimension -> coefficient on its change, in the order of `totaal`.
        dimensie_van: factor -> the dimension it feeds.
    """

    van: int
    tot: int
    totaal: pd.DataFrame
    zonder: pd.DataFrame
    bijdragen: Mapping[str, np.ndarray]
    dimensie_van: Mapping[str, str]


def circulariteit(tabel: pd.DataFrame, kader: Kader, steekproef: str = SELECTIE) -> Beeld | None:
    """Draw, per factor, the association with the total and what each dimension adds to it.

    Left the coefficient with its 95% interval on the change of the total score, and on the total
    without the dimension the factor feeds; right the coefficients on the five dimensions, which add
    up to that on the total (change form). For the longest window that has dimensions.

    Args:
        tabel: result of `circulariteit.circulariteitstabel`, as made or read from a file.
        kader: facts of the edition.
        steekproef: the sample to draw.

    Returns:
        The figure with its note, or None where no window has an estimate.
    """
    samenhang = _langste_venster(tabel, steekproef)
    if samenhang is None:
        return None
    totaal = samenhang.totaal
    namen = [
        _naam(label, samenhang.dimensie_van.get(factor))
        for factor, label in zip(totaal.index, totaal["label"], strict=True)
    ]
    legenda = Legenda(_sleutels())
    marges = Marges(0.3 + breedste(namen), 0.4, legenda.hoogte + 0.6, ONDER_ASTITEL)
    fig, (ax, bx) = maak_panelen(
        max(0.9, 0.38 * meeste_regels(namen)) * len(totaal) + marges.boven + marges.onder,
        marges,
        Raster(kolommen=2, tussen_x=0.9, deel_y=True),
    )
    rijen = np.arange(len(totaal), dtype=float)
    teken_schattingen(ax, rijen - 0.15, totaal, TOTAALSTIJL)
    teken_schattingen(ax, rijen + 0.15, samenhang.zonder, ZONDERSTIJL)
    bijdragen(bx, samenhang.bijdragen, 0.5)
    sommen(bx, totaal["coef_sd"].to_numpy())
    for vlak in (ax, bx):
        nullijn(vlak)
        getalas(vlak.xaxis, 2, plus=True, aantal=4)
        scheid_rijen(vlak, len(totaal))
    rijen_met_naam(ax, namen)
    ax.set_title("met en zonder de eigen dimensie")
    bx.set_title("bijdrage per dimensie (eigen schaal)")
    onderschrift(fig, X_AS, marges)
    legenda.zet(fig)
    return fig, _bij_circulariteit(samenhang, kader)


def _langste_venster(tabel: pd.DataFrame, steekproef: str) -> Samenhang | None:
    """Return the estimates of the longest window that has any, in the change form."""
    tabel = tabel[
        (tabel["model"] == VERANDERING)
        & (tabel["steekproef"] == steekproef)
        & (tabel["uitkomst"] != GEEN_UITKOMST)
    ]
    if tabel.empty:
        return None
    vensters = set(zip(tabel["van"], tabel["tot"], strict=True))
    van, tot = max(vensters, key=lambda v: (v[1] - v[0], v))
    tabel = tabel[(tabel["van"] == van) & (tabel["tot"] == tot)]
    per_uitkomst = {str(u): deel.set_index("factor") for u, deel in tabel.groupby("uitkomst")}
    totaal = per_uitkomst[TOTAAL]
    gevoed = tabel[tabel["uitkomst"].isin(list(DIMENSIES)) & tabel["voedt"]]
    dimensie_van = dict(zip(gevoed["factor"], gevoed["uitkomst"], strict=True))
    zonder = totaal.assign(**dict.fromkeys(PER_SD, np.nan))
    for factor, dimensie in dimensie_van.items():
        zonder.loc[factor] = per_uitkomst[f"{TOTAAL_ZONDER}{dimensie}"].loc[factor]
    per_dimensie = {
        d: per_uitkomst[d]["coef_sd"].reindex(totaal.index).to_numpy(float) for d in DIMENSIES
    }
    return Samenhang(int(van), int(tot), totaal, zonder, per_dimensie, dimensie_van)


def _naam(label: str, dimensie: str | None) -> str:
    """Return the label of a row, with the dimension the factor feeds below it."""
    naam = breek_af(label, 4.2)
    return f"{naam}\n({DIMENSIES[dimensie]})" if dimensie else naam


def _sleutels() -> list[Sleutel]:
    return [
        lijnsleutel(TOTAALSTIJL, "totale score, met 95%-interval", linewidth=1.2),
        lijnsleutel(ZONDERSTIJL, "zonder de eigen dimensie", linewidth=1.2),
        *(vlaksleutel(DIMENSIESTIJL[d], naam) for d, naam in DIMENSIES.items()),
        somsleutel("som: totale score"),
    ]


def _bij_circulariteit(samenhang: Samenhang, kader: Kader) -> Toelichting:
    totaal, paar = samenhang.totaal, venster(samenhang.van, samenhang.tot)
    return Toelichting(
        "Samenhang van factoren met de verandering van de leefbaarheidsscore "
        f"{paar}, met en zonder de dimensie die de factor voedt (links), en de "
        "bijdrage van elke dimensie aan die samenhang (rechts)",
        _alt(samenhang, paar),
        kader.bronregel(context=True),
        peiljaren([samenhang.van, samenhang.tot]),
        n_met_gegevens(int(totaal["n"].max()), int(totaal["n_gemeenten"].max())),
    )


def _alt(samenhang: Samenhang, jaren: str) -> str:
    """Say what the left half shows for every factor that feeds a dimension."""
    labels = samenhang.totaal["label"].to_dict()
    met, zonder = (deel["coef_sd"].to_dict() for deel in (samenhang.totaal, samenhang.zonder))
    zinnen = [
        f"{labels[f]} {taal.verandering(met[f], 3)} en zonder "
        f"{DIMENSIES[d]} {taal.verandering(zonder[f], 3)}"
        for f, d in samenhang.dimensie_van.items()
    ]
    begin = (
        f"Puntschattingen met intervallen en gestapelde staven per factor, voor de verandering van "
        f"de score {jaren}."
    )
    if not zinnen:
        return f"{begin} Voor geen van de factoren is een dimensie aangewezen."
    return f"{begin} Per standaarddeviatie: {'; '.join(zinnen)}."
