"""The strongest risers and fallers."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.typing import LineStyleType

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabelwaarden import GEDAALD, GESTEGEN
from leefbaarheid.figuren.delen import stijl
from leefbaarheid.figuren.delen.assen import getalas, scorebereik
from leefbaarheid.figuren.delen.blad import ONDER_ASTITEL, Marges, maak_figuur, rijhoogte
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.klassebanden import klassebanden
from leefbaarheid.figuren.delen.labels import tekst_bij
from leefbaarheid.figuren.delen.legenda import Legenda
from leefbaarheid.figuren.delen.stijl import RICHTINGSTIJL
from leefbaarheid.figuren.delen.tekstmaat import breedste, breek_af
from leefbaarheid.figuren.delen.toelichting import (
    Beeld,
    Toelichting,
    peiljaren,
    venster,
    wijken_tekst,
)
from leefbaarheid.figuren.ontwikkeling.boodschappen import stijgers_en_dalers

MAX_STIJGERS = 24
"""So many risers, and so many fallers, fit on one page."""


def stijgers_dalers(
    lijst: pd.DataFrame, van: int, tot: int, aantal: int, kader: Kader
) -> Beeld | None:
    """Draw the strongest risers and fallers: their score in both years.

    Args:
        lijst: the table `stijgers_dalers` (wk_code, wk_naam, gm_naam, lbm_<van>, lbm_<tot>,
            verandering).
        van, tot: the window.
        aantal: at most so many of either, and never more than fit on a page.
    """
    aantal = min(aantal, MAX_STIJGERS)
    lijst = lijst.sort_values(["verandering", "wk_code"], ascending=[False, True])
    stijgers = lijst[lijst["verandering"] > 0].head(aantal)
    dalers = lijst[lijst["verandering"] < 0].tail(aantal)
    if stijgers.empty and dalers.empty:
        return None
    tabel = pd.concat([stijgers, dalers], ignore_index=True)
    namen = [
        breek_af(f"{wk} ({gm})", 5.4, regels=1)
        for wk, gm in zip(tabel["wk_naam"], tabel["gm_naam"], strict=True)
    ]
    links = 0.35 + breedste(namen)
    legenda = Legenda([_sleutel(van, stijl.WIT), _sleutel(tot, stijl.INKT)], links)
    marges = Marges(links, rechts=1.3, boven=legenda.hoogte + 0.7, onder=ONDER_ASTITEL)
    # an empty row between risers and fallers
    y = np.arange(len(tabel)) + (np.arange(len(tabel)) >= len(stijgers)) * bool(len(stijgers))
    rijen, vast = y[-1] + 1.3, marges.boven + marges.onder
    fig, ax = maak_figuur(rijhoogte(rijen, 0.47, vast, 0.36) * rijen + vast, marges)
    begin, eind = tabel[f"lbm_{van}"].to_numpy(), tabel[f"lbm_{tot}"].to_numpy()
    ax.set_xlim(*scorebereik([*begin, *eind], 0.02))
    ax.set_ylim(y[-1] + 0.65, -0.65)
    klassebanden(ax, kader.grenzen, liggend=False)
    omhoog, omlaag = slice(0, len(stijgers)), slice(len(stijgers), None)
    _verbind(ax, y[omhoog], begin[omhoog], eind[omhoog], GESTEGEN, "-")
    _verbind(ax, y[omlaag], begin[omlaag], eind[omlaag], GEDAALD, (0, (3, 1.2)))
    _noem_rijen(ax, y, namen, tabel["verandering"])
    legenda.zet(fig)
    return fig, _bij_stijgers_dalers(len(lijst), stijgers, dalers, van, tot, kader)


def _sleutel(jaar: int, vulling: str) -> Line2D:
    """Return the legend entry of a year: an open point or a full one."""
    return Line2D(
        [],
        [],
        linestyle="none",
        marker="o",
        markeredgecolor=stijl.INKT,
        markerfacecolor=vulling,
        label=str(jaar),
    )


def _verbind(
    ax: Axes,
    y: np.ndarray,
    begin: np.ndarray,
    eind: np.ndarray,
    richting: str,
    streep: LineStyleType,
) -> None:
    """Draw the score of wijken at the beginning (open) and the end (full), with a line between."""
    kleur = RICHTINGSTIJL[richting].kleur
    ax.hlines(y, begin, eind, color=kleur, linewidth=1.8, linestyle=streep)
    for x, vulling in ((begin, stijl.WIT), (eind, kleur)):
        ax.scatter(x, y, s=24, color=vulling, edgecolor=kleur, linewidth=1.2, zorder=3)


def _noem_rijen(ax: Axes, y: np.ndarray, namen: list[str], verandering: pd.Series) -> None:
    """Write the name of each wijk at the left and its change at the right."""
    rechts = ax.get_xlim()[1]
    for rij, waarde in zip(y, verandering, strict=True):
        tekst_bij(ax, taal.verandering(waarde), (rechts, rij), dx=4)
    ax.set_yticks(y, namen)
    getalas(ax.xaxis, 1)
    ax.set_xlabel("leefbaarheidsscore")
    ax.spines["left"].set_visible(False)


def _bij_stijgers_dalers(
    n: int, stijgers: pd.DataFrame, dalers: pd.DataFrame, van: int, tot: int, kader: Kader
) -> Toelichting:
    zinnen, koppen = [], []
    for deel, plek, enkel, meer in (
        (stijgers, 0, "stijger", "stijgers"),
        (dalers, -1, "daler", "dalers"),
    ):
        if len(deel):
            rij = deel.iloc[plek]
            woord = taal.meervoud(len(deel), enkel, meer)
            aantal = "" if len(deel) == 1 else f"{taal.telwoord(len(deel))} "
            koppen.append(f"de {aantal}sterkste {woord}")
            zinnen.append(
                f"de sterkste {enkel} is {rij['wk_naam']} ({rij['gm_naam']}), van "
                f"{taal.score(rij[f'lbm_{van}'])} naar {taal.score(rij[f'lbm_{tot}'])} "
                f"({taal.verandering(rij['verandering'])})"
            )
    getekend = pd.concat([stijgers, dalers])
    namen = getekend["wk_naam"] + " in " + getekend["gm_naam"]
    return Toelichting(
        f"{taal.hoofdletter(taal.opsomming(koppen))} onder de {W.gebieden} die in {van} laag "
        f"scoorden, {venster(van, tot)}",
        f"Per {W.gebied} twee punten met de score in {van} en in {tot}, verbonden door een lijn. "
        f"{taal.hoofdletter('; '.join(zinnen))}.",
        kader.bronregel(),
        peiljaren([van, tot]),
        f"N = {taal.getal(len(stijgers) + len(dalers))} van de {wijken_tekst(n)} die in "
        f"{van} laag scoorden.",
        stijgers_en_dalers(dict(zip(namen, getekend["verandering"], strict=True)), (van, tot)),
    )
