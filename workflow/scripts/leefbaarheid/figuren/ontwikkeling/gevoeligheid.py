"""Sensitivity of the clusters to the tolerance and to the class that counts as sufficient."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import KLASSENAMEN
from leefbaarheid.basis.gebied import W
from leefbaarheid.figuren.delen import stijl
from leefbaarheid.figuren.delen.assen import getalas, onderschrift
from leefbaarheid.figuren.delen.blad import ONDER_ASTITEL, Marges, Raster, maak_panelen, maten
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.labels import noteer
from leefbaarheid.figuren.delen.legenda import Legenda, lijnsleutel
from leefbaarheid.figuren.delen.lijnen import teken_lijnen
from leefbaarheid.figuren.delen.stijl import CLUSTERSTIJL, Stijl, clusters_in_volgorde
from leefbaarheid.figuren.delen.tekstmaat import tekstbreedte
from leefbaarheid.figuren.delen.toelichting import (
    Beeld,
    Toelichting,
    decimalen,
    n_tekst,
    peiljaren,
)


def gevoeligheid(tabel: pd.DataFrame, kader: Kader) -> Beeld | None:
    """Draw the cluster sizes against the tolerance, a panel per class cut; the basis is marked.

    Args:
        tabel: the table `gevoeligheid`: delta, voldoende_vanaf_klasse, cluster, n_wijken, basis.
    """
    if tabel.empty:
        return None
    stijlen = {naam: CLUSTERSTIJL[naam] for naam in clusters_in_volgorde(tabel["cluster"])}
    klassen = sorted(tabel["voldoende_vanaf_klasse"].unique().tolist())
    deltas = sorted(tabel["delta"].unique().tolist())
    basis = tabel[tabel["basis"]]
    legenda = Legenda([lijnsleutel(s, naam) for naam, s in stijlen.items()])
    marges = Marges(1.0, rechts=0.3, boven=legenda.hoogte + 0.95, onder=ONDER_ASTITEL)
    fig, assen = maak_panelen(
        5.4 + marges.boven + marges.onder,
        marges,
        Raster(kolommen=len(klassen), tussen_x=0.5, deel_x=True, deel_y=True),
    )
    for ax, vanaf in zip(assen, klassen, strict=True):
        _teken_paneel(ax, tabel[tabel["voldoende_vanaf_klasse"] == vanaf], vanaf, stijlen)
        if vanaf in set(basis["voldoende_vanaf_klasse"]):
            _markeer_basis(ax, float(basis["delta"].iloc[0]), deltas)
    eerste = assen[0]
    eerste.set_ylim(0, max(float(tabel["n_wijken"].max()) * 1.1, 1))
    eerste.set_ylabel(f"aantal {W.gebieden}")
    getalas(eerste.yaxis, 0, heel=True)
    if len(deltas) == 1:
        eerste.set_xlim(deltas[0] - 0.01, deltas[0] + 0.01)
    cijfers = max(decimalen(delta) for delta in deltas)
    labels = {delta: taal.getal(delta, cijfers) for delta in deltas}
    eerste.set_xticks(deltas, _passend(eerste, labels))
    onderschrift(fig, "marge (scorepunten)", marges)
    legenda.zet(fig)
    return fig, _bij_gevoeligheid(tabel, list(stijlen), len(deltas), len(klassen), kader)


def _teken_paneel(ax: Axes, tabel: pd.DataFrame, vanaf: int, stijlen: Mapping[str, Stijl]) -> None:
    """Draw the panel in which classes count as sufficient from `vanaf`."""
    teken_lijnen(ax, tabel, "delta", "n_wijken", "cluster", stijlen, afgeknipt=False)
    ax.set_title(f"voldoende vanaf klasse {vanaf}\n({KLASSENAMEN[vanaf - 1]})", linespacing=1.1)
    ax.grid(axis="y", color=stijl.LIJN, linewidth=0.5)
    ax.spines["left"].set_visible(False)


def _passend(ax: Axes, labels: Mapping[float, str]) -> list[str]:
    """Return the labels of all ticks; those that do not fit beside the one before are empty."""
    laag, hoog = ax.get_xlim()
    per_eenheid = maten(ax)[0] / (hoog - laag)
    teksten, vorige = [], -np.inf
    for waarde, tekst in labels.items():
        past = (waarde - vorige) * per_eenheid >= tekstbreedte(tekst) + 0.12
        teksten.append(tekst if past else "")
        vorige = waarde if past else vorige
    return teksten


def _markeer_basis(ax: Axes, delta: float, deltas: Sequence[float]) -> None:
    """Shade the tolerance of the edition's own rule and name it."""
    half = 0.28 * (float(np.diff(deltas).min()) if len(deltas) > 1 else 0.01)
    ax.axvspan(delta - half, delta + half, facecolor="#f6e7dc", edgecolor="none", zorder=0)
    noteer(ax, "basis", (delta, 1), (0, -2), ax.get_xaxis_transform(), ha="center", va="top")


def _bij_gevoeligheid(
    tabel: pd.DataFrame, namen: Sequence[str], n_marges: int, n_klassen: int, kader: Kader
) -> Toelichting:
    zinnen = []
    for naam in namen:
        deel = tabel[tabel["cluster"] == naam]
        eigen = deel.loc[deel["basis"], "n_wijken"]
        zin = (
            f"{naam} {taal.getal(deel['n_wijken'].min())} tot {taal.getal(deel['n_wijken'].max())}"
        )
        zinnen.append(f"{zin} (basis {taal.getal(eigen.iloc[0])})" if len(eigen) else zin)
    n = tabel.groupby(["delta", "voldoende_vanaf_klasse"])["n_wijken"].sum().max()
    return Toelichting(
        "Omvang van de clusters bij andere marges en een andere grens voor voldoende, "
        f"{kader.eindjaar}",
        f"Lijnen met het aantal {W.gebieden} per cluster bij "
        f"{taal.aantal_van(n_marges, 'marge', 'marges')} en "
        f"{taal.aantal_van(n_klassen, 'klassegrens', 'klassegrenzen')}. "
        f"Het aantal {W.gebieden} loopt uiteen: {'; '.join(zinnen)}.",
        kader.bronregel(),
        peiljaren([kader.eindjaar]),
        n_tekst(int(n)),
    )
