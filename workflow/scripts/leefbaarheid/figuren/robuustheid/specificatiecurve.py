"""The specification curve: sorted estimates above, the choices behind each of them below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import MODELNAMEN
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabelwaarden import (
    HOOFDVENSTER,
    MEDIAAN,
    OORDELEND,
    SCHEIDING,
)
from leefbaarheid.figuren.delen import stijl
from leefbaarheid.figuren.delen.assen import getalas, onderschrift, scoreas
from leefbaarheid.figuren.delen.blad import Marges, Raster, maak_panelen, rijhoogte
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.labels import noteer
from leefbaarheid.figuren.delen.legenda import Legenda, puntsleutel
from leefbaarheid.figuren.delen.schattingen import PER_SD, nul_erbuiten
from leefbaarheid.figuren.delen.schrijven import Maker
from leefbaarheid.figuren.delen.stijl import Stijl
from leefbaarheid.figuren.delen.strepen import streepdikte, teken_strepen
from leefbaarheid.figuren.delen.toelichting import Beeld, Toelichting, peiljaren, venster
from leefbaarheid.figuren.robuustheid.specificatiekeuzes import (
    AANTOONBAAR,
    HOOFD,
    maak_keuzes,
    plekken,
    ruimte_links,
    teken_keuzes,
)

GETOOND = 220
"""About how many specifications are drawn; more would run into one another at this width."""
MAX_FIGUREN = 3
CURVE_CM, MEDIAAN_CM = 5.2, 1.45
"""Height of the curve, and room for the medians at the right."""

ANDERS = Stijl("#5d6a71", (), "o")
INTERVAL = "#b9c8cf"
X_AS = "berekeningen, van de laagste naar de hoogste uitkomst"
Y_AS = "verschil per standaarddeviatie (scorepunten)"


def specificatiecurven(
    specificaties: pd.DataFrame,
    toets: pd.DataFrame,
    labels: Mapping[str, str],
    kader: Kader,
    factoren: Sequence[str] | None = None,
) -> dict[str, Maker]:
    """Return per name what draws the curve of a focal factor, at most `MAX_FIGUREN`.

    Args:
        specificaties, toets: from `specificatiecurve`, as made or read from a file.
        labels: factor -> label of the codeboek.
        kader: facts of the edition.
        factoren: the factors to draw, the most important first; by default those of the table.
    """
    bekend = list(dict.fromkeys(specificaties["factor"]))
    kandidaten = bekend if factoren is None else [f for f in factoren if f in bekend]
    return {
        f"specificatiecurve_{factor}": partial(
            specificatiecurve, specificaties, toets, factor, labels, kader
        )
        for factor in kandidaten[:MAX_FIGUREN]
    }


def specificatiecurve(
    specificaties: pd.DataFrame,
    toets: pd.DataFrame,
    factor: str,
    labels: Mapping[str, str],
    kader: Kader,
) -> Beeld | None:
    """Draw the curve of one focal factor, or return None where no specification is valid.

    The specifications are those of the main window in the main form: another form answers another
    question. Of many specifications an even sample over the order is drawn, the main one always;
    the medians at the right are over all.

    Args:
        specificaties, toets, labels, kader: see `specificatiecurven`.
        factor: the focal factor.
    """
    tabel = _in_hoofdvorm(specificaties[specificaties["factor"] == factor])
    if tabel.empty:
        return None
    tabel = tabel.sort_values("coef_sd", kind="stable", ignore_index=True)
    langste = specificaties["factoren"].iloc[int(specificaties["n_factoren"].argmax())]
    andere = {f: labels.get(f, f) for f in langste.split(SCHEIDING) if f != factor}
    keuzes = maak_keuzes(tabel, andere)
    rijen, eenheden = plekken(keuzes)
    legenda = Legenda(_sleutels(tabel))
    marges = Marges(ruimte_links(keuzes), MEDIAAN_CM, legenda.hoogte + 0.45, 0.75)
    vast = marges.boven + CURVE_CM + 0.45 + marges.onder
    onderste = eenheden * rijhoogte(eenheden, 0.36, vast, 0.3)
    raster = Raster(rijen=2, tussen_y=0.45, deel_x=True, hoogtes=(CURVE_CM, onderste))
    fig, (ax, bx) = maak_panelen(vast + onderste, marges, raster)
    toon = _getoond(tabel)
    afgekapt = _teken_curve(ax, tabel, toon)
    teken_keuzes(bx, tabel, keuzes, rijen, toon, marges.links)
    rand = 0.012 * len(tabel)
    ax.set_xlim(-rand, len(tabel) - 1 + rand)
    onderschrift(fig, X_AS, marges)
    legenda.zet(fig)
    p = _p_waarden(toets, factor, str(tabel["model"].iloc[0]))
    return fig, _bij_curve(tabel, labels.get(factor, factor), p, afgekapt, kader)


def _in_hoofdvorm(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return the valid specifications of the window and the form of the main specification."""
    vorm = ["van", "tot", "model"]
    hoofd = tabel.loc[tabel["hoofdspecificatie"], vorm].drop_duplicates()
    eigen = tabel.merge(hoofd, on=vorm)
    return eigen[eigen["reden"].fillna("").eq("")]


def _getoond(tabel: pd.DataFrame) -> np.ndarray:
    """Return the positions that are drawn: evenly over the order, and the main specification."""
    n = len(tabel)
    even = np.unique(np.linspace(0, n - 1, min(n, GETOOND)).round().astype(int))
    return np.union1d(even, np.flatnonzero(tabel["hoofdspecificatie"]))


def _sleutels(tabel: pd.DataFrame) -> list[Line2D]:
    sleutels = [
        puntsleutel(AANTOONBAAR, "uitkomst, interval zonder nul", maat=4.4, rand=0),
        puntsleutel(ANDERS, "uitkomst, interval met nul", maat=2.6, rand=0),
        Line2D([], [], color=INTERVAL, linewidth=3, label="95%-interval"),
    ]
    if tabel["hoofdspecificatie"].any():
        sleutels.append(puntsleutel(HOOFD, "hoofdspecificatie", rand=0))
    return sleutels


# ---------------------------------------------------------------------------------------------
# The curve


def _teken_curve(ax: Axes, tabel: pd.DataFrame, toon: np.ndarray) -> bool:
    """Draw the estimates with their intervals; tell whether some intervals leave the plot."""
    deel = tabel.iloc[toon]
    coef, laag, hoog = (deel[kolom].to_numpy(float) for kolom in PER_SD)
    onder = min(np.quantile(laag, 0.02), coef.min(), 0)
    boven = max(np.quantile(hoog, 0.98), coef.max(), 0)
    marge = 0.04 * (boven - onder)
    ax.set_ylim(onder - marge, boven + marge)
    dikte = streepdikte(ax, len(toon), 0.85)
    teken_strepen(ax, toon, laag, hoog, kleur=INTERVAL, dikte=dikte, zorder=1)
    ax.axhline(0, color=stijl.INKT, linewidth=0.8, zorder=2)
    zonder_nul = nul_erbuiten(deel).to_numpy()
    for masker, stijl_, maat in ((~zonder_nul, ANDERS, 1.7), (zonder_nul, AANTOONBAAR, 3.0)):
        ax.plot(
            toon[masker],
            coef[masker],
            linestyle="none",
            marker=stijl_.teken,
            color=stijl_.kleur,
            markersize=maat,
            markeredgewidth=0,
            zorder=3,
        )
    for i in np.flatnonzero(deel["hoofdspecificatie"]):
        _teken_hoofd(ax, float(toon[i]), float(coef[i]), (float(laag[i]), float(hoog[i])))
    _curve_assen(ax)
    _zijden(ax, tabel)
    return bool((laag < onder - marge).any() or (hoog > boven + marge).any())


def _teken_hoofd(ax: Axes, x: float, coef: float, interval: tuple[float, float]) -> None:
    """Draw the main specification over the others."""
    ax.plot([x, x], interval, color=HOOFD.kleur, linewidth=1.1, zorder=4)
    ax.plot(
        x,
        coef,
        marker=HOOFD.teken,
        color=HOOFD.kleur,
        markersize=5.5,
        markeredgecolor=stijl.WIT,
        markeredgewidth=0.6,
        zorder=5,
    )


def _curve_assen(ax: Axes) -> None:
    scoreas(ax, Y_AS)
    getalas(ax.yaxis, 2, plus=True)
    ax.grid(axis="y", color=stijl.LIJN, linewidth=0.5)
    ax.tick_params(axis="x", length=0, labelbottom=False)
    ax.spines["bottom"].set_visible(False)


def _zijden(ax: Axes, tabel: pd.DataFrame) -> None:
    """Say at the ends which share of all specifications is below and above zero."""
    negatief = float((tabel["coef_sd"] < 0).mean())
    if negatief > 0:
        tekst = f"{taal.procent(negatief)} onder nul"
        noteer(ax, tekst, (0, 1), (2, -2), "axes fraction", va="top", kleur=stijl.INKT)
    if negatief < 1:
        tekst = f"{taal.procent(1 - negatief)} boven nul"
        noteer(ax, tekst, (1, 0), (-2, 3), "axes fraction", ha="right", kleur=stijl.INKT)


# ---------------------------------------------------------------------------------------------
# Note


def _p_waarden(toets: pd.DataFrame, factor: str, model: str) -> dict[str, float]:
    """Return the p-values of the statistics on which a verdict rests; {} if one is missing."""
    deel = toets[
        (toets["factor"] == factor)
        & (toets["model"] == model)
        & (toets["vensters"] == HOOFDVENSTER)
    ]
    p = deel.set_index("statistiek")["p"].reindex(list(OORDELEND))
    return {str(naam): float(waarde) for naam, waarde in p.items()} if p.notna().all() else {}


def _bij_curve(
    tabel: pd.DataFrame, label: str, p: Mapping[str, float], afgekapt: bool, kader: Kader
) -> Toelichting:
    n = taal.getal(len(tabel))
    van, tot, model = tabel[["van", "tot", "model"]].iloc[0]
    titel = (
        f"Samenhang van {taal.kleine_letter(label)} met de leefbaarheidsontwikkeling in "
        f"{venster(van, tot)} ({MODELNAMEN[model]}) onder {n} manieren van berekenen, met "
        "95%-intervallen (boven) en de keuzes achter elke uitkomst (onder)"
    )
    if afgekapt:
        titel += "; enkele intervallen lopen buiten beeld"
    wijken = [taal.getal(x) for x in (tabel["n"].min(), tabel["n"].max())]
    aantal = f"N = {n} berekeningen over {' tot '.join(dict.fromkeys(wijken))} {W.gebieden}"
    if len(tabel) > GETOOND + 1:
        aantal += f"; er zijn er {taal.getal(len(_getoond(tabel)))} getekend"
    return Toelichting(
        titel,
        " ".join(_alt(tabel, p)),
        kader.bronregel(context=True),
        peiljaren({*tabel["van"], *tabel["tot"]}),
        f"{aantal}.",
    )


def _alt(tabel: pd.DataFrame, p: Mapping[str, float]) -> list[str]:
    """Say what the curve shows: its range, the main specification, the joint test."""
    coef, zonder_nul = tabel["coef_sd"], nul_erbuiten(tabel)
    hoger, lager = (int((zonder_nul & kant).sum()) for kant in (coef > 0, coef < 0))
    zinnen = [
        f"{taal.getal(len(tabel))} uitkomsten op volgorde, van {taal.verandering(coef.min(), 3)} "
        f"tot {taal.verandering(coef.max(), 3)} punt per standaarddeviatie, met daaronder per "
        "uitkomst "
        f"de gemaakte keuzes. De middelste uitkomst is {taal.verandering(coef.median(), 3)}; "
        f"{taal.procent((coef < 0).mean())} ligt onder nul. Nul valt buiten het 95%-interval bij "
        f"{hoger or 'geen'} {taal.meervoud(hoger, 'hogere uitkomst', 'hogere uitkomsten')} en bij "
        f"{lager or 'geen'} {taal.meervoud(lager, 'lagere', 'lagere')}."
    ]
    for rij in tabel[tabel["hoofdspecificatie"]].head(1).to_dict("records"):
        zinnen.append(
            f"De hoofdspecificatie geeft {taal.verandering(rij['coef_sd'], 3)} "
            f"({taal.interval(rij['ci_sd_laag'], rij['ci_sd_hoog'], 3)})."
        )
    if p:
        zin = f"Gezamenlijke toets van de mediaan: {taal.p_in_zin(p[MEDIAAN])}."
        zinnen.append(zin.replace("= <", "< "))
    return zinnen
