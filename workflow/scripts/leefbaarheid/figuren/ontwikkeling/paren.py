"""A riser and a faller of one gemeente beside each other, a panel per gemeente."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabelwaarden import GEDAALD, GESTEGEN
from leefbaarheid.figuren.delen.assen import getalas, paneeltitel, scorebereik
from leefbaarheid.figuren.delen.blad import Marges, Raster, maak_panelen, verdeel
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.klassebanden import klassebanden
from leefbaarheid.figuren.delen.legenda import Legenda, lijnsleutel
from leefbaarheid.figuren.delen.stijl import RICHTINGSTIJL, Stijl
from leefbaarheid.figuren.delen.tekstmaat import breek_af
from leefbaarheid.figuren.delen.toelichting import Beeld, Toelichting, peiljaren, venster
from leefbaarheid.figuren.ontwikkeling.boodschappen import na_de_paren

MEEST, KOLOMMEN = 9, 3
"""Panels on a page, and beside each other."""
LIJNEN = {
    "stijger": Stijl(RICHTINGSTIJL[GESTEGEN].kleur, (), "o"),
    "daler": Stijl(RICHTINGSTIJL[GEDAALD].kleur, (3, 1.2), "s"),
}


def stijgers_dalers_paren(
    paren: pd.DataFrame,
    wijken: pd.DataFrame,
    regel: Mapping[str, Any],
    delta: float,
    kader: Kader,
) -> Beeld | None:
    """Draw the pairs with the largest difference, from the first to the last year.

    Args:
        paren: the table `kandidaatparen`, largest difference first.
        wijken: the table `wijken`.
        regel: the block stijgers_dalers of the edition: van, tot and aantal.
        delta: tolerance in score points.
        kader: facts of the edition.
    """
    getoond = paren.head(min(MEEST, regel["aantal"]))
    if getoond.empty:
        return None
    scores = wijken.set_index("wk_code")[[f"lbm_{jaar}" for jaar in kader.jaren]]
    scores.columns = pd.Index(kader.jaren)
    codes = [*getoond["wk_code_stijger"], *getoond["wk_code_daler"]]
    bereik = scorebereik(scores.loc[codes].to_numpy(dtype=float).ravel(), 0.05)
    rijen, kolommen = verdeel(len(getoond), KOLOMMEN)
    legenda = Legenda([lijnsleutel(s, naam) for naam, s in LIJNEN.items()])
    marges = Marges(1.0, rechts=0.2, boven=legenda.hoogte + 1.35, onder=0.7)
    fig, assen = maak_panelen(
        rijen * 3.6 + (rijen - 1) * 1.5 + marges.boven + marges.onder,
        marges,
        Raster(rijen, kolommen, tussen_x=0.45, tussen_y=1.5, deel_x=True, deel_y=True),
        len(getoond),
    )
    assen[0].set_ylim(*bereik)
    for ax, rij in zip(assen, _rijen(getoond), strict=True):
        _teken_paar(ax, rij, scores, regel, kader)
    eerste, laatste = kader.jaren[0], kader.jaren[-1]
    assen[0].set_xlim(eerste - 1, laatste + 1)
    assen[0].set_xticks(list(dict.fromkeys([eerste, regel["van"], regel["tot"], laatste])))
    getalas(assen[0].yaxis, 1)
    legenda.zet(fig)
    later = (regel["tot"], laatste)
    stijgers, dalers = (_daarna(scores, getoond[f"wk_code_{wie}"], later) for wie in LIJNEN)
    boodschap = na_de_paren(stijgers, dalers, later, delta)
    return fig, _bij_paren(len(paren), getoond, regel, kader, boodschap)


def _daarna(scores: pd.DataFrame, codes: pd.Series, paar: tuple[int, int]) -> list[float]:
    """Return the changes of these wijken between two years; without those that miss a year."""
    begin, eind = (scores.loc[codes, jaar] for jaar in paar)
    return [float(verschil) for verschil in (eind - begin).dropna().round(9)]


def _rijen(getoond: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(k): v for k, v in rij.items()} for rij in getoond.to_dict("records")]


def _teken_paar(
    ax: Axes,
    rij: Mapping[str, Any],
    scores: pd.DataFrame,
    regel: Mapping[str, Any],
    kader: Kader,
) -> None:
    klassebanden(ax, kader.grenzen)
    ax.axvspan(regel["van"], regel["tot"], facecolor="#f6e7dc", edgecolor="none", zorder=0.2)
    for wie, lijn in LIJNEN.items():
        reeks = scores.loc[rij[f"wk_code_{wie}"]].dropna()
        streep = (0, lijn.streep) if lijn.streep else "-"
        ax.plot(
            reeks.index, reeks, color=lijn.kleur, linestyle=streep, linewidth=1.6, zorder=2,
            marker=lijn.teken, markersize=3,
        )  # fmt: skip
    namen = (breek_af(f"{rij[f'wk_naam_{wie}']}", 4.3, regels=1) for wie in LIJNEN)
    paneeltitel(ax, "\n".join([str(rij["gm_naam"]), *namen]))


def _bij_paren(
    n: int, getoond: pd.DataFrame, regel: Mapping[str, Any], kader: Kader, boodschap: str
) -> Toelichting:
    van, tot, laatste = regel["van"], regel["tot"], kader.jaren[-1]
    zinnen = [
        f"{rij['gm_naam']}: {rij['wk_naam_stijger']} {taal.verandering(rij['verandering_stijger'])}"
        f" en {rij['wk_naam_daler']} {taal.verandering(rij['verandering_daler'])}"
        for rij in _rijen(getoond)
    ]
    hoeveel = taal.telwoord(len(getoond))
    wie = f"De {hoeveel} paren met het grootste verschil" if len(getoond) < n else "De paren"
    if len(getoond) == n == 1:
        wie = "Het paar"
    return Toelichting(
        f"{wie}: per gemeente de sterkste stijger (bovenste naam) en de sterkste daler (onderste "
        f"naam), {venster(van, tot)}",
        f"Een paneel per gemeente met twee lijnen van {kader.jaren[0]} tot {laatste}; de periode "
        f"{venster(van, tot)} is gemarkeerd. Verandering in die periode: {'; '.join(zinnen)}.",
        kader.bronregel(),
        peiljaren(list(kader.jaren)),
        f"N = {taal.getal(2 * len(getoond))} {W.gebieden}.",
        boodschap,
    )
