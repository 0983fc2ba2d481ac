"""The specification curve: sorted estimates above, the choices behind each of them below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from leefbaarheid.basis import taal
from leefbaarheid.basis.tabelwaarden import (
    ALLE_VENSTERS,
    BEPERKINGEN,
    GEWICHTEN,
    MEDIAAN,
    OORDELEND,
    SCHATTERS,
    SCHEIDING,
)
from leefbaarheid.figuren import delen as delen
from leefbaarheid.figuren import stijl
from leefbaarheid.figuren.delen import Beeld, Kader, Toelichting, venster
from leefbaarheid.figuren.stijl import Stijl

GETOOND = 220
"""About how many specifications are drawn; more would run into one another at this width."""
MAX_FIGUREN = 3
CURVE_CM, LABEL_CM = 5.2, 4.1

NAMEN = {
    "verandering": "verandering",
    "ancova": "bij gelijke beginscore",
    "basismeting": "bij gelijke basismeting",
    "selectie": "geselecteerde wijken",
    "in_aanmerking": "alle in aanmerking",
    "zonder_grootste": "zonder grootste gemeente",
    "zonder_vier_grootste": "zonder vier grootste",
    "min_inwoners": "alleen grotere wijken",
    "inwoners": "gewogen naar inwoners",
    "ols": "tussen en binnen gemeenten",
    "gemeente_effecten": "alleen binnen gemeenten",
}
ZONDER_KEUZE = {"beperking": "geen", "gewicht": "elke wijk even zwaar"}
KOPPEN = {
    "model": ("Modelvorm", ("verandering", "ancova", "basismeting")),
    "steekproef": ("Steekproef", ("selectie", "in_aanmerking")),
    "beperking": ("Beperking", BEPERKINGEN),
    "gewicht": ("Weging", GEWICHTEN),
    "schatter": ("Vergelijking", SCHATTERS),
}
AANTOONBAAR = Stijl(stijl.PETROL, (), "o")
ANDERS = Stijl("#5d6a71", (), "o")
HOOFD = Stijl("#b4531a", (), "D")
INTERVAL = "#b9c8cf"
X_AS = "berekeningen, van de laagste naar de hoogste uitkomst"
Y_AS = "verschil per standaarddeviatie (scorepunten)"


class Rij(NamedTuple):
    """One row of the lower panel: a choice, and which specifications made it."""

    kop: str
    naam: str
    heeft: np.ndarray


def specificatiecurven(
    specificaties: pd.DataFrame,
    toets: pd.DataFrame,
    labels: Mapping[str, str],
    kader: Kader,
    factoren: Sequence[str] | None = None,
) -> Iterator[tuple[str, Figure, Toelichting]]:
    """Yield name, figure and note per focal factor, at most `MAX_FIGUREN`.

    Args:
        specificaties, toets: from `specificatiecurve`, as made or read from a file.
        labels: factor -> label of the codeboek.
        kader: facts of the edition.
        factoren: the factors to draw, the most important first; by default those of the table.
    """
    bekend = list(dict.fromkeys(specificaties["factor"]))
    kandidaten = bekend if factoren is None else [f for f in factoren if f in bekend]
    for factor in kandidaten[:MAX_FIGUREN]:
        beeld = specificatiecurve(specificaties, toets, factor, labels, kader)
        if beeld is not None:
            yield f"specificatiecurve_{factor}", *beeld


def specificatiecurve(
    specificaties: pd.DataFrame,
    toets: pd.DataFrame,
    factor: str,
    labels: Mapping[str, str],
    kader: Kader,
) -> Beeld | None:
    """Draw the curve of one focal factor, or return None where no specification is valid.

    Of many specifications an even sample over the order is drawn, the main one always; the medians
    at the right are over all.

    Args:
        specificaties, toets, labels, kader: see `specificatiecurven`.
        factor: the focal factor.
    """
    tabel = specificaties[
        (specificaties["factor"] == factor) & specificaties["reden"].fillna("").eq("")
    ]
    if tabel.empty:
        return None
    tabel = tabel.sort_values("coef_sd", kind="stable", ignore_index=True)
    volgorde = specificaties.loc[specificaties["n_factoren"].idxmax(), "factoren"].split(SCHEIDING)
    rijen = _rijen(tabel, {f: labels.get(f, f) for f in volgorde if f != factor})
    toon = _getoond(tabel)

    links = 0.4 + max(stijl.tekstbreedte(r.naam) for r in rijen)
    links += max(stijl.tekstbreedte(r.kop, gewicht="semibold") for r in rijen) + 0.3
    plekken, eenheden = _plekken(rijen)
    sleutels = _sleutels(tabel)
    boven = delen.legendahoogte(sleutels, 0.1) + 0.45
    vast = boven + CURVE_CM + 0.45 + 0.75
    onderste = eenheden * stijl.rijhoogte(eenheden, 0.36, vast, 0.3)
    fig, (ax, bx) = stijl.maak_figuur(
        vast + onderste,
        links=links,
        rechts=1.45,
        boven=boven,
        onder=0.75,
        rijen=2,
        tussen_y=0.45,
        sharex=True,
        height_ratios=[CURVE_CM, onderste],
    )
    afgekapt = _teken_curve(ax, tabel, toon)
    _teken_keuzes(bx, tabel, rijen, plekken, toon, links)
    marge = 0.012 * len(tabel)
    ax.set_xlim(-marge, len(tabel) - 1 + marge)
    delen.onderschrift(fig, X_AS, links, 1.45)
    delen.legenda(fig, sleutels, links=0.1)
    return fig, _toelichting(tabel, toets, factor, labels.get(factor, factor), kader, afgekapt)


def _rijen(tabel: pd.DataFrame, andere: Mapping[str, str]) -> list[Rij]:
    """Return the rows of the lower panel; a dimension without a choice has none.

    Args:
        andere: the other factors with their labels.
    """
    rijen = []
    vensters = sorted(set(zip(tabel["van"], tabel["tot"], strict=True)))
    for van, tot in vensters if len(vensters) > 1 else []:
        heeft = (tabel["van"] == van) & (tabel["tot"] == tot)
        rijen.append(Rij("Venster", venster(van, tot), heeft.to_numpy()))
    for kolom, (kop, volgorde) in KOPPEN.items():
        waarden = [w for w in volgorde if tabel[kolom].eq(w).any()]
        for waarde in waarden if len(waarden) > 1 else []:
            naam = ZONDER_KEUZE[kolom] if waarde == "geen" else NAMEN[waarde]
            rijen.append(Rij(kop, naam, tabel[kolom].eq(waarde).to_numpy()))
    sets = tabel["factoren"].str.split(SCHEIDING)
    for ander, label in andere.items():
        naam = stijl.breek_af(taal.kleine_letter(label), LABEL_CM)
        rijen.append(Rij("Samen met", naam, sets.map(lambda s, f=ander: f in s).to_numpy()))
    return rijen


def _plekken(rijen: Sequence[Rij]) -> tuple[list[float], float]:
    """Return the middle of each row and the height of all, in rows of one line."""
    plekken, onder, vorige = [], 0.0, ""
    for rij in rijen:
        regels = rij.naam.count("\n") + 1
        hoogte = regels if regels == 1 else 1.02 * regels
        onder += hoogte + (0.45 if vorige and rij.kop != vorige else 0.0)
        plekken.append(onder - hoogte / 2)
        vorige = rij.kop
    return plekken, onder + 0.1


def _getoond(tabel: pd.DataFrame) -> np.ndarray:
    """Return the positions that are drawn: evenly over the order, and the main specification."""
    n = len(tabel)
    even = np.unique(np.linspace(0, n - 1, min(n, GETOOND)).round().astype(int))
    return np.union1d(even, np.flatnonzero(tabel["hoofdspecificatie"]))


def _sleutels(tabel: pd.DataFrame) -> list[Line2D]:
    sleutels = [
        Line2D([], [], color=s.kleur, marker=s.teken, linestyle="none", markersize=m, label=naam)
        for s, m, naam in (
            (AANTOONBAAR, 4.4, "uitkomst, interval zonder nul"),
            (ANDERS, 2.6, "uitkomst, interval met nul"),
        )
    ]
    sleutels.append(Line2D([], [], color=INTERVAL, linewidth=3, label="95%-interval"))
    if tabel["hoofdspecificatie"].any():
        sleutels.append(
            Line2D(
                [],
                [],
                color=HOOFD.kleur,
                marker=HOOFD.teken,
                linestyle="none",
                label="hoofdspecificatie",
            )
        )
    return sleutels


def _strepen(ax: Axes, x: np.ndarray, onder: np.ndarray, boven: np.ndarray, **kw) -> None:
    """Draw vertical strokes as one path, which keeps the file small."""
    punten = np.column_stack([x, onder, x, boven]).reshape(-1, 2)
    codes = np.tile([Path.MOVETO, Path.LINETO], len(x))
    ax.add_patch(PathPatch(Path(punten, codes), fill=False, **kw))


def _teken_curve(ax: Axes, tabel: pd.DataFrame, toon: np.ndarray) -> bool:
    """Draw the estimates with their intervals; tell whether some intervals leave the plot."""
    deel = tabel.iloc[toon]
    coef, laag, hoog = (deel[k].to_numpy(float) for k in ("coef_sd", "ci_sd_laag", "ci_sd_hoog"))
    onder = min(np.quantile(laag, 0.02), coef.min(), 0)
    boven = max(np.quantile(hoog, 0.98), coef.max(), 0)
    marge = 0.04 * (boven - onder)
    ax.set_ylim(onder - marge, boven + marge)
    breedte = 0.85 * stijl.maten(ax)[0] / 2.54 * 72 / max(len(toon), 40)
    _strepen(ax, toon, laag, hoog, edgecolor=INTERVAL, linewidth=breedte, capstyle="butt", zorder=1)
    ax.axhline(0, color=stijl.INKT, linewidth=0.8, zorder=2)
    zonder_nul = (laag > 0) | (hoog < 0)
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
        ax.plot([toon[i], toon[i]], [laag[i], hoog[i]], color=HOOFD.kleur, linewidth=1.1, zorder=4)
        ax.plot(
            toon[i],
            coef[i],
            marker=HOOFD.teken,
            color=HOOFD.kleur,
            markersize=5.5,
            markeredgecolor=stijl.WIT,
            markeredgewidth=0.6,
            zorder=5,
        )
    delen.scoreas(ax, Y_AS)
    stijl.getalas(ax.yaxis, 2, plus=True)
    ax.grid(axis="y", color=stijl.LIJN, linewidth=0.5)
    ax.tick_params(axis="x", length=0, labelbottom=False)
    ax.spines["bottom"].set_visible(False)
    _zijden(ax, tabel)
    return bool((laag < onder - marge).any() or (hoog > boven + marge).any())


def _zijden(ax: Axes, tabel: pd.DataFrame) -> None:
    """Say at the ends which share of all specifications is below and above zero."""
    negatief = float((tabel["coef_sd"] < 0).mean())
    noot = {**delen.NOOT, "xycoords": "axes fraction", "color": stijl.INKT}
    if negatief > 0:
        tekst = f"{taal.procent(negatief)} onder nul"
        ax.annotate(tekst, (0, 1), (2, -2), ha="left", va="top", **noot)
    if negatief < 1:
        tekst = f"{taal.procent(1 - negatief)} boven nul"
        ax.annotate(tekst, (1, 0), (-2, 3), ha="right", va="bottom", **noot)


def _teken_keuzes(
    ax: Axes,
    tabel: pd.DataFrame,
    rijen: Sequence[Rij],
    plekken: Sequence[float],
    toon: np.ndarray,
    links: float,
) -> None:
    """Draw a stroke for every choice of every specification shown, and the median per choice."""
    breedte = 0.6 * stijl.maten(ax)[0] / 2.54 * 72 / max(len(toon), 40)
    streep = {"edgecolor": AANTOONBAAR.kleur, "linewidth": breedte, "capstyle": "butt"}
    tekst = {
        "xycoords": ax.get_yaxis_transform(),
        "textcoords": "offset points",
        "fontsize": stijl.KLEIN_PT,
        "annotation_clip": False,
    }
    ax.set_ylim(plekken[-1] + 1.05, -0.05)
    vorige = ""
    for rij, y in zip(rijen, plekken, strict=True):
        ax.axhspan(y - 0.42, y + 0.42, facecolor=stijl.VLAK, edgecolor="none", zorder=0)
        x = toon[rij.heeft[toon]]
        if len(x):
            _strepen(ax, x, np.full(len(x), y - 0.3), np.full(len(x), y + 0.3), **streep)
        mediaan = taal.verandering(tabel.loc[rij.heeft, "coef_sd"].median(), 3)
        ax.annotate(mediaan, (1, y), (36, 0), ha="right", va="center", **tekst)
        if rij.kop != vorige:
            plek = (3 - links / 2.54 * 72, 0)
            kop = {"ha": "left", "va": "center", "weight": "semibold"}
            ax.annotate(rij.kop, (0, y), plek, **kop, **tekst)
        vorige = rij.kop
    kop = {"ha": "right", "va": "bottom", "style": "italic", "color": stijl.GRIJS}
    ax.annotate("mediaan", (1, 0), (36, 1), **kop, **tekst)
    for i in np.flatnonzero(tabel["hoofdspecificatie"]):
        ax.axvline(i, color=HOOFD.kleur, linewidth=0.9, zorder=2)
    ax.set_yticks(plekken, [rij.naam for rij in rijen], linespacing=0.95)
    ax.set_xticks([])
    for kant in ("left", "bottom"):
        ax.spines[kant].set_visible(False)


def _toelichting(
    tabel: pd.DataFrame,
    toets: pd.DataFrame,
    factor: str,
    label: str,
    kader: Kader,
    afgekapt: bool,
) -> Toelichting:
    n = len(tabel)
    naam = taal.kleine_letter(label)
    coef = tabel["coef_sd"]
    zonder_nul = (tabel["ci_sd_laag"] > 0) | (tabel["ci_sd_hoog"] < 0)
    alt = [
        f"{taal.getal(n)} uitkomsten op volgorde, van {taal.verandering(coef.min(), 3)} tot "
        f"{taal.verandering(coef.max(), 3)} punt per standaarddeviatie, met daaronder per uitkomst "
        f"de gemaakte keuzes. De middelste uitkomst is {taal.verandering(coef.median(), 3)}; "
        f"{taal.procent((coef < 0).mean())} ligt onder nul, en bij "
        f"{taal.procent(zonder_nul.mean())} valt nul buiten het 95%-interval."
    ]
    hoofd = tabel[tabel["hoofdspecificatie"]]
    if len(hoofd):
        rij = hoofd.iloc[0]
        alt.append(
            f"De hoofdspecificatie geeft {taal.verandering(rij['coef_sd'], 3)} "
            f"({taal.interval(rij['ci_sd_laag'], rij['ci_sd_hoog'], 3)})."
        )
    deel = toets[(toets["factor"] == factor) & (toets["vensters"] == ALLE_VENSTERS)]
    p = deel.set_index("statistiek")["p"].reindex(list(OORDELEND))
    if p.notna().all():
        alt.append(
            f"Gezamenlijke toets van de mediaan: p = {taal.p_waarde(p[MEDIAAN])}.".replace(
                "= <", "< "
            )
        )
    titel = (
        f"Samenhang van {naam} met de leefbaarheidsontwikkeling onder {taal.getal(n)} manieren van "
        "berekenen, met 95%-intervallen (boven) en de keuzes achter elke uitkomst (onder)"
    )
    if afgekapt:
        titel += "; enkele intervallen lopen buiten beeld"
    wijken = [taal.getal(x) for x in (tabel["n"].min(), tabel["n"].max())]
    getoond = f"; er zijn er {taal.getal(len(_getoond(tabel)))} getekend" if n > GETOOND + 1 else ""
    return Toelichting(
        titel,
        " ".join(alt),
        kader.bronregel(context=True),
        delen.peiljaren({*tabel["van"], *tabel["tot"]}),
        f"N = {taal.getal(n)} berekeningen over {' tot '.join(dict.fromkeys(wijken))} wijken"
        f"{getoond}.",
    )
