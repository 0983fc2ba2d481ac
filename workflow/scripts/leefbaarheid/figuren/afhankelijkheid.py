"""Figure of the circularity check: is a factor related to the score or to its own dimension?"""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import DIMENSIES
from leefbaarheid.basis.tabelwaarden import GEEN_UITKOMST, TOTAAL, TOTAAL_ZONDER
from leefbaarheid.figuren import delen as delen
from leefbaarheid.figuren import stijl
from leefbaarheid.figuren.delen import Beeld, Kader, Toelichting, venster
from leefbaarheid.figuren.stijl import DIMENSIESTIJL, Stijl

TOTAALSTIJL = Stijl("#17495a", (), "o")
ZONDERSTIJL = Stijl("#b4531a", (), "s")
X_AS = "verschil in verandering per standaarddeviatie van de factor (scorepunten)"


def circulariteit(tabel: pd.DataFrame, kader: Kader, steekproef: str = "selectie") -> Beeld | None:
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
    tabel = tabel[
        (tabel["model"] == "verandering")
        & (tabel["steekproef"] == steekproef)
        & (tabel["uitkomst"] != GEEN_UITKOMST)
    ]
    if tabel.empty:
        return None
    van, tot = max(
        set(zip(tabel["van"], tabel["tot"], strict=True)), key=lambda v: (v[1] - v[0], v)
    )
    tabel = tabel[(tabel["van"] == van) & (tabel["tot"] == tot)]
    per_uitkomst = {naam: deel.set_index("factor") for naam, deel in tabel.groupby("uitkomst")}
    totaal = per_uitkomst[TOTAAL]
    gevoed = tabel[tabel["uitkomst"].isin(DIMENSIES) & tabel["voedt"]]
    dimensie_van = gevoed.set_index("factor")["uitkomst"]
    zonder = totaal.assign(coef_sd=np.nan, ci_sd_laag=np.nan, ci_sd_hoog=np.nan)
    for factor, dimensie in dimensie_van.items():
        zonder.loc[factor] = per_uitkomst[f"{TOTAAL_ZONDER}{dimensie}"].loc[factor]

    namen = [_naam(rij["label"], dimensie_van.get(f)) for f, rij in totaal.iterrows()]
    links = 0.3 + max(stijl.tekstbreedte(naam) for naam in namen)
    ruit = {"marker": "D", "color": stijl.INKT, "markeredgecolor": stijl.WIT}
    sleutels = [
        delen.lijnsleutel(TOTAALSTIJL, "totale score, met 95%-interval", linewidth=1.2),
        delen.lijnsleutel(ZONDERSTIJL, "zonder de eigen dimensie", linewidth=1.2),
        *(delen.vlaksleutel(DIMENSIESTIJL[d], naam) for d, naam in DIMENSIES.items()),
        Line2D([], [], linestyle="none", label="som: totale score", **ruit),
    ]
    regels = max(naam.count("\n") + 1 for naam in namen)
    boven = delen.legendahoogte(sleutels, 0.1) + 0.6
    fig, (ax, bx) = stijl.maak_figuur(
        max(0.9, 0.38 * regels) * len(totaal) + boven + 1.15,
        links=links,
        rechts=0.4,
        boven=boven,
        onder=1.15,
        kolommen=2,
        tussen_x=0.9,
        sharey=True,
    )
    rijen = np.arange(len(totaal), dtype=float)
    _schattingen(ax, rijen - 0.15, totaal, TOTAALSTIJL)
    _schattingen(ax, rijen + 0.15, zonder, ZONDERSTIJL)
    _bijdragen(bx, {d: per_uitkomst[d]["coef_sd"].reindex(totaal.index) for d in DIMENSIES})
    bx.plot(totaal["coef_sd"], rijen, linestyle="none", **ruit)
    for vlak in (ax, bx):
        delen.nullijn(vlak)
        stijl.getalas(vlak.xaxis, 2, plus=True, aantal=4)
        for rij in range(1, len(totaal)):
            vlak.axhline(rij - 0.5, color=stijl.LIJN, linewidth=0.5)
    ax.set_ylim(len(totaal) - 0.5, -0.5)
    ax.set_yticks(rijen, namen)
    ax.set_title("met en zonder de eigen dimensie")
    bx.set_title("bijdrage per dimensie (eigen schaal)")
    delen.onderschrift(fig, X_AS, links, 0.4)
    delen.legenda(fig, sleutels, links=0.1)

    n, n_gemeenten = int(totaal["n"].max()), int(totaal["n_gemeenten"].max())
    return fig, Toelichting(
        "Samenhang van factoren met de verandering van de leefbaarheidsscore "
        f"{venster(van, tot)}, met en zonder de dimensie die de factor voedt (links), en de "
        "bijdrage van elke dimensie aan die samenhang (rechts)",
        _alt(totaal, zonder, dimensie_van, venster(van, tot)),
        kader.bronregel(context=True),
        delen.peiljaren([van, tot]),
        f"N = {delen.wijken_tekst(n)} met alle gegevens, in {taal.getal(n_gemeenten)} "
        f"{taal.meervoud(n_gemeenten, 'gemeente', 'gemeenten')}.",
    )


def _naam(label: str, dimensie: str | None) -> str:
    """Return the label of a row, with the dimension the factor feeds below it."""
    naam = stijl.breek_af(label, 4.2)
    return f"{naam}\n({DIMENSIES[dimensie]})" if dimensie else naam


def _schattingen(ax: Axes, y: np.ndarray, deel: pd.DataFrame, stijl_: Stijl) -> None:
    """Draw estimates with their intervals; a row without an estimate stays empty."""
    coef, laag, hoog = (deel[k].to_numpy(float) for k in ("coef_sd", "ci_sd_laag", "ci_sd_hoog"))
    ax.errorbar(
        coef,
        y,
        xerr=np.vstack([coef - laag, hoog - coef]),
        fmt=stijl_.teken,
        color=stijl_.kleur,
        markersize=5.5,
        markeredgecolor=stijl.WIT,
        markeredgewidth=0.5,
        elinewidth=1.2,
        zorder=3,
    )


def _bijdragen(ax: Axes, per_dimensie: dict[str, pd.Series]) -> None:
    """Draw stacked bars: positive parts to the right of zero, negative to the left."""
    plus = min_ = 0.0
    for dimensie, reeks in per_dimensie.items():
        waarden = reeks.to_numpy(float)
        begin = np.where(waarden >= 0, plus, min_)
        y = np.arange(len(waarden), dtype=float)
        ax.barh(y, waarden, left=begin, height=0.5, **DIMENSIESTIJL[dimensie].vlak)
        plus, min_ = plus + waarden.clip(min=0), min_ + waarden.clip(max=0)


def _alt(totaal: pd.DataFrame, zonder: pd.DataFrame, dimensie_van: pd.Series, jaren: str) -> str:
    """Say what the left half shows for every factor that feeds a dimension."""
    zinnen = [
        f"{totaal.loc[f, 'label']} {taal.verandering(totaal.loc[f, 'coef_sd'], 3)} en zonder "
        f"{DIMENSIES[d]} {taal.verandering(zonder.loc[f, 'coef_sd'], 3)}"
        for f, d in dimensie_van.items()
    ]
    begin = (
        f"Puntschattingen met intervallen en gestapelde staven per factor, voor de verandering van "
        f"de score {jaren}."
    )
    if not zinnen:
        return f"{begin} Voor geen van de factoren is een dimensie aangewezen."
    return f"{begin} Per standaarddeviatie: {'; '.join(zinnen)}."
