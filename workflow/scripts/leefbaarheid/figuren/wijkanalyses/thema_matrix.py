"""Which themes come up in which wijkanalyses, under the verdict and the clusters of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import OORDELEN
from leefbaarheid.figuren.delen import stijl
from leefbaarheid.figuren.delen.blad import BREEDTE_CM, Marges, maak_figuur
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.labels import tekst_bij
from leefbaarheid.figuren.delen.legenda import Legenda, puntsleutel
from leefbaarheid.figuren.delen.punten import teken_punten
from leefbaarheid.figuren.delen.stijl import CLUSTERSTIJL, clusters_in_volgorde
from leefbaarheid.figuren.delen.tekstmaat import breedste, breek_af, regelhoogte
from leefbaarheid.figuren.delen.toelichting import Beeld, Toelichting, koplopers, peiljaren
from leefbaarheid.figuren.wijkanalyses import boodschappen

OORDEELTEKEN = dict(zip(OORDELEN, ("^", "v", "s", "D"), strict=True))
"""How the verdict of an analysis looks: a marker that points the way."""
MAX_ANALYSES = 24
"""More analyses than this do not fit beside each other."""
OORDEELRIJ, CLUSTERRIJ = -2.4, -1.5
"""Where the two rows of heads stand, above row 0."""
SLEUTELMAAT = 6.5
RECHTS, ONDER = 0.9, 0.15


@dataclass(frozen=True)
class Matrix:
    """What the figure shows.

    Attributes:
        aanwezig: theme x analysis, themes by how often they come up.
        labels: theme -> label.
        oordelen: analysis -> verdict, in the order of the columns.
        clusters: analysis -> the clusters of its wijken.
        wijken: analysis -> the names of its wijken.
    """

    aanwezig: pd.DataFrame
    labels: Mapping[str, str]
    oordelen: Mapping[str, str]
    clusters: Mapping[str, list[str]]
    wijken: Mapping[str, list[str]]

    @property
    def aantal(self) -> dict[str, int]:
        """How many analyses bring a theme up."""
        return {str(thema): int(n) for thema, n in self.aanwezig.sum(axis=1).items()}

    def voorkomend(self) -> list[str]:
        """Return the verdicts that occur, in their order."""
        return [oordeel for oordeel in OORDEELTEKEN if oordeel in self.oordelen.values()]


def thema_matrix(themas: pd.DataFrame, koppeling: pd.DataFrame, kader: Kader) -> Beeld | None:
    """Draw which themes come up in which analyses, under the verdict and the clusters of each.

    Analyses stand by verdict, themes by how often they come up.

    Args:
        themas: the table `themas`: bestand, thema, label, aanwezig.
        koppeling: the table `wijkanalyses`: bestand, wk_naam, oordeel, cluster.

    Returns:
        None without analyses, and with more than `MAX_ANALYSES`.
    """
    if not 0 < koppeling["bestand"].nunique() <= MAX_ANALYSES:
        return None
    matrix = _maak_matrix(themas, koppeling)
    namen = [breek_af(matrix.labels[t], 5.6, regels=2) for t in matrix.aanwezig.index]
    links = 0.3 + breedste([*namen, "oordeel in de gesprekken"])
    koppen = _koppen(matrix, (BREEDTE_CM - links - RECHTS) / len(matrix.oordelen))
    oordelen, clusters = _legendas(matrix)
    eerste = oordelen.hoogte - 0.1
    boven = eerste + (clusters.hoogte if clusters.sleutels else 0.0) + breedste(koppen) + 0.25
    rijen = len(namen) + 2.4  # two rows of heads and some room
    hoogte = 0.78 if any("\n" in naam for naam in namen) else 0.56
    marges = Marges(links, RECHTS, boven, ONDER)
    fig, ax = maak_figuur(hoogte * rijen + boven + ONDER, marges)
    ax.set_xlim(-0.5, len(koppen) - 0.5)
    ax.set_ylim(len(namen) - 0.5, -2.9)
    _teken_matrix(ax, matrix)
    _zet_namen(ax, namen, koppen)
    oordelen.zet(fig)
    clusters.zet(fig, boven=0.18 + eerste)
    return fig, _bij_matrix(matrix, kader)


def _maak_matrix(themas: pd.DataFrame, koppeling: pd.DataFrame) -> Matrix:
    """Return themes x analyses; analyses by verdict and then by name."""
    per_analyse = {str(b): deel for b, deel in koppeling.groupby("bestand", sort=False)}
    oordeel = {bestand: str(deel["oordeel"].iloc[0]) for bestand, deel in per_analyse.items()}
    rang = list(OORDEELTEKEN).index
    volgorde = sorted(per_analyse, key=lambda bestand: (rang(oordeel[bestand]), bestand))
    eerste = themas.drop_duplicates("thema")
    labels = dict(zip(eerste["thema"], eerste["label"], strict=True))
    aanwezig = themas.pivot(index="thema", columns="bestand", values="aanwezig")
    aanwezig = aanwezig.loc[list(labels), volgorde].astype(bool)
    vaakst = aanwezig.sum(axis=1).sort_values(ascending=False, kind="stable")
    return Matrix(
        aanwezig.loc[vaakst.index],
        labels,
        {bestand: oordeel[bestand] for bestand in volgorde},
        {bestand: _clusters(per_analyse[bestand]["cluster"]) for bestand in volgorde},
        {bestand: list(per_analyse[bestand]["wk_naam"]) for bestand in volgorde},
    )


def _clusters(clusters: pd.Series) -> list[str]:
    return clusters_in_volgorde(clusters.dropna())


def _koppen(matrix: Matrix, kolom_cm: float) -> list[str]:
    """Return the names above the columns; over two lines where columns are wide enough."""
    regels = 2 if kolom_cm > 2 * regelhoogte() else 1
    return [
        breek_af(taal.opsomming(matrix.wijken[bestand]), 2.9, regels=regels)
        for bestand in matrix.oordelen
    ]


def _legendas(matrix: Matrix) -> tuple[Legenda, Legenda]:
    """Return the legends of the verdicts (open) and of the clusters (filled)."""
    verdicten = [_open_sleutel(oordeel) for oordeel in matrix.voorkomend()]
    alle = {cluster for clusters in matrix.clusters.values() for cluster in clusters}
    clusters = [
        puntsleutel(CLUSTERSTIJL[c], c, maat=SLEUTELMAAT) for c in clusters_in_volgorde(alle)
    ]
    return Legenda(verdicten), Legenda(clusters)


def _open_sleutel(oordeel: str) -> Line2D:
    return Line2D(
        [],
        [],
        linestyle="none",
        marker=OORDEELTEKEN[oordeel],
        markersize=SLEUTELMAAT,
        markerfacecolor=stijl.WIT,
        color=stijl.INKT,
        label=oordeel,
    )


def _teken_matrix(ax: Axes, matrix: Matrix) -> None:
    """Draw the rows, the heads of the columns, the points and how often a theme comes up."""
    n_themas, n_analyses = matrix.aanwezig.shape
    for rij in range(0, n_themas, 2):
        ax.axhspan(rij - 0.5, rij + 0.5, facecolor=stijl.BAND_DONKER, edgecolor="none", zorder=0)
    vorige = None
    for i, (bestand, oordeel) in enumerate(matrix.oordelen.items()):
        _teken_kop(ax, i, oordeel, matrix.clusters[bestand])
        if vorige not in (None, oordeel):
            ax.axvline(i - 0.5, color=stijl.GRIJS, linewidth=0.7, zorder=1)
        vorige = oordeel
    y, x = np.nonzero(matrix.aanwezig.to_numpy())
    ax.scatter(x, y, s=42, color=stijl.PETROL, zorder=3)
    rand = n_analyses - 0.5
    for rij, n in enumerate(matrix.aantal.values()):
        tekst_bij(ax, taal.getal(n), (rand, rij), dx=6)
    tekst_bij(ax, "aantal", (rand, -0.95), dx=2, kleur=stijl.GRIJS)


def _teken_kop(ax: Axes, kolom: int, oordeel: str, clusters: Sequence[str]) -> None:
    """Draw the verdict (open marker) and the clusters of the wijken (filled) above a column."""
    ax.scatter(
        kolom,
        OORDEELRIJ,
        s=46,
        marker=OORDEELTEKEN[oordeel],
        color=stijl.WIT,
        edgecolor=stijl.INKT,
        linewidth=1.1,
    )
    if not clusters:
        tekst_bij(ax, taal.GEEN, (kolom, CLUSTERRIJ))
    for i, cluster in enumerate(clusters):
        x = kolom + (i - (len(clusters) - 1) / 2) * 0.46
        teken_punten(ax, x, CLUSTERRIJ, CLUSTERSTIJL[cluster], maat=46, rand=0.5)


def _zet_namen(ax: Axes, namen: Iterable[str], koppen: Sequence[str]) -> None:
    """Write the themes beside the rows and the wijken, upright, above the columns."""
    rijen = ["oordeel in de gesprekken", "cluster uit de cijfers", *namen]
    ax.set_yticks([OORDEELRIJ, CLUSTERRIJ, *range(len(rijen) - 2)], rijen)
    ax.xaxis.tick_top()
    ax.set_xticks(range(len(koppen)), koppen, rotation=90, va="bottom", linespacing=1.0)
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)


def _bij_matrix(matrix: Matrix, kader: Kader) -> Toelichting:
    n, aantal = len(matrix.oordelen), matrix.aantal
    analyses = f"{taal.getal(n)} {taal.meervoud(n, 'wijkanalyse', 'wijkanalyses')}"
    alt = f"Matrix van {taal.getal(len(aantal))} thema's bij {analyses}"
    meest = koplopers([(matrix.labels[t], k) for t, k in aantal.items()])
    if n == 1:
        meest = [matrix.labels[t] for t, k in aantal.items() if k]
        alt += f"; aan bod komen {taal.opsomming(meest)}" if meest else ""
    elif meest:
        alt += f"; het vaakst komen aan bod {taal.opsomming(meest)}"
    nooit = [matrix.labels[t] for t, k in aantal.items() if not k]
    if nooit and n == 1:
        alt += f", en niet {taal.opsomming(nooit)}"
    elif nooit:
        alt += f", en nooit {taal.opsomming(nooit)}"
    gegeven = list(matrix.oordelen.values())
    per_oordeel = [f"{o} ({taal.getal(gegeven.count(o))})" for o in matrix.voorkomend()]
    zijn = (
        f"Het oordeel is {gegeven[0]}"
        if n == 1
        else f"De oordelen zijn {taal.opsomming(per_oordeel)}"
    )
    alt += f". {zijn}; boven elke kolom staan het oordeel en het cluster."
    return Toelichting(
        "Thema's in de wijkanalyses, naast het oordeel in de gesprekken en het cluster in "
        f"{kader.eindjaar}",
        alt,
        kader.bronregel().replace("Bron: ", "Bron: wijkanalyses; ", 1),
        peiljaren([kader.eindjaar]),
        f"N = {analyses}.",
        boodschappen.themas(
            {taal.kleine_letter(matrix.labels[t]): k for t, k in aantal.items()}, n
        ),
    )
