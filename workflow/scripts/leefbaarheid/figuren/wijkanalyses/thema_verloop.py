"""The wijken that brought a theme up: their score beside that of the country, year by year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import ZONDER_CLUSTER
from leefbaarheid.basis.gebied import W, met_woorden
from leefbaarheid.figuren.delen import stijl
from leefbaarheid.figuren.delen.assen import getalas, jaaras, scorebereik, stille_titel
from leefbaarheid.figuren.delen.blad import Marges, maak_figuur
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.labels import Eindlabel, eindlabels
from leefbaarheid.figuren.delen.legenda import Legenda, Sleutel, lijnsleutel
from leefbaarheid.figuren.delen.stijl import CLUSTERSTIJL, clusters_in_volgorde
from leefbaarheid.figuren.delen.tekstmaat import breek_af, tekstbreedte
from leefbaarheid.figuren.delen.toelichting import (
    Beeld,
    Toelichting,
    peiljaren,
    periode,
    wijken_tekst,
)

MEESTE_NAMEN = 14
"""With more wijken than this only the outer two have their name."""
LAND_TEKST = "het gemiddelde van alle [[gebieden]]"
RECHTS, LABELBREEDTE = 4.1, 3.6
PLOTHOOGTE, REGEL = 7.2, 0.43
"""Height of the plot, and what the label of a wijk takes of it (cm)."""


class Reeks(NamedTuple):
    """One wijk that brought the theme up.

    Attributes:
        naam: of the wijk.
        cluster: its cluster, or `ZONDER_CLUSTER`.
        verschil: its score minus the mean of all wijken, of the years that have both.
    """

    naam: str
    cluster: str
    verschil: pd.Series

    @property
    def laatste(self) -> float:
        """The difference in its last year."""
        return float(self.verschil.iloc[-1])


def thema_verloop(
    profielen: pd.DataFrame, wijken: pd.DataFrame, label: str, kader: Kader
) -> Beeld | None:
    """Draw the wijken that brought a theme up against the country, among the selection.

    Args:
        profielen: the rows of their analyses in the table `wijkprofielen`.
        wijken: the table `wijken`.
        label: name of the theme.

    Returns:
        None where no wijk has a score.
    """
    reeksen = _reeksen(profielen, kader)
    if not reeksen:
        return None
    rest = _rest(wijken, profielen, kader)
    waarden = pd.concat([*(r.verschil for r in reeksen), *rest])
    genoemd = reeksen if len(reeksen) <= MEESTE_NAMEN else [reeksen[0], reeksen[-1]]
    legenda = Legenda(_sleutels(reeksen, bool(rest)))
    boven = legenda.hoogte + 0.45
    hoogte = max(PLOTHOOGTE, REGEL * (len(genoemd) + 2)) + boven
    fig, ax = maak_figuur(hoogte, Marges(0.95, rechts=RECHTS, boven=boven))
    _teken(ax, reeksen, rest, waarden, kader)
    labels = [Eindlabel(reeks.laatste, _eindtekst(reeks), _kleur(reeks)) for reeks in genoemd]
    labels.append(Eindlabel(0.0, met_woorden(LAND_TEKST).removeprefix("het "), stijl.INKT))
    eindlabels(ax, labels, kader.jaren[-1], LABELBREEDTE)
    legenda.zet(fig)
    return fig, _toelichting(reeksen, len(rest), label, kader)


def _reeksen(profielen: pd.DataFrame, kader: Kader) -> list[Reeks]:
    """Return the wijken with a score, highest last difference first; each once."""
    uit = []
    for _, rij in profielen.drop_duplicates("wk_code").iterrows():
        verschil = _verschil(rij, _land(profielen, kader), kader)
        if len(verschil):
            cluster = rij["cluster"] if pd.notna(rij["cluster"]) else ZONDER_CLUSTER
            uit.append(Reeks(str(rij["wk_naam"]), str(cluster), verschil))
    return sorted(uit, key=lambda reeks: (-reeks.laatste, reeks.naam))


def _land(profielen: pd.DataFrame, kader: Kader) -> pd.Series:
    """Return the mean of all wijken by year; every row of the table has it."""
    kolommen = profielen.reindex(columns=[f"land_{jaar}" for jaar in kader.jaren])
    return pd.Series(kolommen.astype(float).max().to_numpy(), index=list(kader.jaren))


def _verschil(rij: pd.Series, land: pd.Series, kader: Kader) -> pd.Series:
    scores = pd.Series({jaar: rij.get(f"lbm_{jaar}") for jaar in kader.jaren}, dtype=float)
    return (scores - land).dropna()


def _rest(wijken: pd.DataFrame, profielen: pd.DataFrame, kader: Kader) -> list[pd.Series]:
    """Return the differences of the selected wijken that did not bring the theme up."""
    anders = wijken["in_selectie"].astype(bool) & ~wijken["wk_code"].isin(profielen["wk_code"])
    land = _land(profielen, kader)
    reeksen = (_verschil(rij, land, kader) for _, rij in wijken[anders].iterrows())
    return [reeks for reeks in reeksen if len(reeks)]


def _eindtekst(reeks: Reeks) -> str:
    """Return the name and the last difference on one line; a name that is too long is cut off."""
    getal = f"\N{NO-BREAK SPACE}{taal.verandering(reeks.laatste)}"
    naam = breek_af(reeks.naam, LABELBREEDTE - tekstbreedte(getal), regels=1)
    return naam.replace(" ", "\N{NO-BREAK SPACE}") + getal


def _kleur(reeks: Reeks) -> str:
    return CLUSTERSTIJL[reeks.cluster].kleur


def _sleutels(reeksen: Sequence[Reeks], met_rest: bool) -> list[Sleutel]:
    """Return the legend: the clusters that occur, and the other wijken of the selection."""
    clusters = clusters_in_volgorde(reeks.cluster for reeks in reeksen)
    sleutels: list[Sleutel] = [lijnsleutel(CLUSTERSTIJL[naam], naam) for naam in clusters]
    if met_rest:
        sleutels.append(
            Line2D(
                [], [], color=stijl.LIJN, linewidth=1.2, label=f"overige geselecteerde {W.gebieden}"
            )
        )
    return sleutels


def _teken(
    ax: Axes,
    reeksen: Sequence[Reeks],
    rest: Sequence[pd.Series],
    waarden: pd.Series,
    kader: Kader,
) -> None:
    """Draw the lines; a line joins the measurements there are, markers show which."""
    eerste, laatste = kader.jaren[0], kader.jaren[-1]
    lucht = 0.02 * max(laatste - eerste, 1)
    ax.set_xlim(eerste - lucht, laatste + lucht)
    ax.set_ylim(*scorebereik([*waarden, 0.0], marge=0.02))
    for grijs in rest:
        ax.plot(grijs.index, grijs, color=stijl.LIJN, linewidth=0.6, zorder=1)
    ax.axhline(0, color=stijl.INKT, linewidth=0.9, zorder=2)
    for reeks in reeksen:
        s = CLUSTERSTIJL[reeks.cluster]
        ax.plot(
            reeks.verschil.index,
            reeks.verschil,
            color=s.kleur,
            linestyle=s.lijnstijl,
            marker=s.teken,
            markersize=5.0,
            markeredgecolor=stijl.WIT,
            markeredgewidth=0.5,
            linewidth=1.7,
            zorder=3,
        )
    jaaras(ax, kader.jaren, [kader.eindjaar])
    getalas(ax.yaxis, 1, plus=True)
    ax.spines["left"].set_visible(False)
    stille_titel(ax, f"verschil met {met_woorden(LAND_TEKST)} (punten)")


def _toelichting(reeksen: Sequence[Reeks], rest: int, label: str, kader: Kader) -> Toelichting:
    n = len(reeksen)
    aantal = f"{taal.getal(n)} {taal.meervoud(n, f'{W.gebied} die', f'{W.gebieden} die')}"
    wie = f"{aantal} dit thema {taal.meervoud(n, 'noemt', 'noemen')}"
    verder = (
        f" en {taal.getal(rest)} overige geselecteerde {taal.meervoud(rest, W.gebied, W.gebieden)}"
    )
    genoemd = reeksen if n <= MEESTE_NAMEN else [reeksen[0], reeksen[-1]]
    per_wijk = "; ".join(_van_naar(reeks) for reeks in genoemd)
    alleen = "" if n <= MEESTE_NAMEN else " De figuur noemt de twee uiterste bij naam."
    alt = (
        f"Lijngrafiek van het verschil tussen de leefbaarheidsscore van {wie} en "
        f"{met_woorden(LAND_TEKST)}: {per_wijk}.{alleen}"
    )
    if rest:
        erbij = "lijn staat" if rest == 1 else "lijnen staan"
        alt += f" De grijze {erbij} voor{verder.removeprefix(' en')}."
    return Toelichting(
        f"{W.Gebieden} met het thema {taal.kleine_letter(label)}: verschil met "
        f"{met_woorden(LAND_TEKST)}, {periode(kader.jaren)}, naar cluster in {kader.eindjaar}",
        alt,
        kader.bronregel().replace("Bron: ", "Bron: wijkanalyses; ", 1),
        peiljaren(kader.jaren),
        f"N = {wijken_tekst(n)} met dit thema{verder if rest else ''}.{alleen}",
        _boodschap(reeksen),
    )


def _boodschap(reeksen: Sequence[Reeks]) -> str:
    """Return the differences at the last year: of the one wijk over time, else the outer two.

    It gives signed numbers and calls nothing higher or lower: one wijk has no test.
    """
    hoog, laag = reeksen[0], reeksen[-1]
    begin = f"Het verschil met {met_woorden(LAND_TEKST)}"
    if len(reeksen) == 1:
        return f"{begin}: {_van_naar(hoog)}"
    jaren = {reeks.verschil.index[-1] for reeks in reeksen}
    uitersten = [taal.verandering(reeks.laatste) for reeks in (laag, hoog)]
    if len(jaren) > 1 or uitersten[0] == uitersten[1]:
        return ""
    return (
        f"{begin} loopt in {jaren.pop()} van {uitersten[0]} punt ({laag.naam}) tot "
        f"{uitersten[1]} punt ({hoog.naam})"
    )


def _van_naar(reeks: Reeks) -> str:
    """Return "Vissershof van +0,09 in 2002 naar +0,02 in 2022"."""
    jaren, waarden = reeks.verschil.index, reeks.verschil
    begin = f"{taal.verandering(waarden.iloc[0])} in {jaren[0]}"
    if len(waarden) == 1:
        return f"{reeks.naam} {begin}"
    return f"{reeks.naam} van {begin} naar {taal.verandering(waarden.iloc[-1])} in {jaren[-1]}"
