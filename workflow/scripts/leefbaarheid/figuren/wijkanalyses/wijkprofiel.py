"""Profile of the wijken of one wijkanalyse: scores over the years, and dimensions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import DIMENSIES, GROEPNAMEN, KLASSENAMEN, LAND, SELECTIE
from leefbaarheid.basis.gebied import W, met_woorden
from leefbaarheid.figuren.delen import stijl
from leefbaarheid.figuren.delen.assen import getalas, nullijn, rijen_met_naam, stille_titel
from leefbaarheid.figuren.delen.blad import Marges, Raster, maak_figuur, maak_panelen
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.legenda import Legenda, lijnsleutel
from leefbaarheid.figuren.delen.punten import teken_punten
from leefbaarheid.figuren.delen.scorevlak import scorevlak
from leefbaarheid.figuren.delen.stijl import GROEPSTIJL, WIJKSTIJLEN, Stijl
from leefbaarheid.figuren.delen.tekstmaat import breedste, breek_af
from leefbaarheid.figuren.delen.toelichting import (
    IN_TOTAAL,
    Beeld,
    Toelichting,
    peiljaren,
    periode,
    wijken_tekst,
)

GEMEENTESTIJL = Stijl("#17495a", (5, 1.6), "s")
SELECTIESTIJL = Stijl("#6a757c", (7, 1.6, 1.6, 1.6), "")
LANDSTIJL = Stijl(GROEPSTIJL[LAND].kleur, GROEPSTIJL[LAND].streep, "D")


class Lijn(NamedTuple):
    """A line of the profile: of a wijk of the analysis, or one to compare it with.

    Attributes:
        naam: as the legend and the alt text call it.
        scores: the measurements there are, indexed by year.
        stijl: how it looks.
        eigen: it is a wijk of the analysis.
    """

    naam: str
    scores: pd.Series
    stijl: Stijl
    eigen: bool = False


def wijkprofiel(profiel: pd.DataFrame, gemiddelden: pd.DataFrame, kader: Kader) -> Beeld | None:
    """Draw the wijken of one analysis against their gemeente, the selection and all wijken.

    At the left the score in every year; at the right the dimensions of the last year that has them,
    if any.

    Args:
        profiel: the rows of one analysis in the table `wijkprofielen`.
        gemiddelden: the table `gemiddelden`.
    """
    wijken = [rij for _, rij in profiel.iterrows() if len(_scores(rij, "lbm", kader))]
    if not wijken:
        return None
    eigen = [
        Lijn(rij["wk_naam"], _scores(rij, "lbm", kader), _wijkstijl(i), eigen=True)
        for i, rij in enumerate(wijken)
    ]
    rest = _vergelijkingslijnen(wijken, gemiddelden, kader)
    gekleurd = list(zip(wijken, (lijn.stijl for lijn in eigen), strict=True))
    met_dimensies = [(rij, s) for rij, s in gekleurd if rij[list(DIMENSIES)].notna().all()]
    legenda = Legenda(
        [lijnsleutel(lijn.stijl, breek_af(lijn.naam, 5.0, regels=1)) for lijn in [*eigen, *rest]]
    )
    fig, ax, rechts = _profielassen(legenda.hoogte + 0.4, bool(met_dimensies))
    _teken_lijnen(ax, [*rest, *eigen], kader)
    if rechts is not None:
        _teken_dimensies(rechts, met_dimensies)
    legenda.zet(fig)
    alleen_dimensies = [rij for rij, _ in met_dimensies]
    return fig, _bij_profiel(wijken, alleen_dimensies, rest, gemiddelden, kader)


# ---------------------------------------------------------------------------------------------
# What is compared


def _scores(rij: pd.Series, voor: str, kader: Kader) -> pd.Series:
    """Return the scores per year with this prefix, of the years that have one."""
    return pd.Series({j: rij.get(f"{voor}_{j}") for j in kader.jaren}, dtype=float).dropna()


def _selectiescores(gemiddelden: pd.DataFrame, kader: Kader) -> pd.Series:
    heel = gemiddelden["groep"].eq(SELECTIE) & gemiddelden["cluster"].fillna("").eq("")
    reeks = gemiddelden[heel].set_index("jaar")["gemiddelde"]
    return reeks.reindex(list(kader.jaren)).astype(float).dropna()


def _vergelijkingslijnen(
    wijken: Sequence[pd.Series], gemiddelden: pd.DataFrame, kader: Kader
) -> list[Lijn]:
    """Return the means of each gemeente, the selection and all wijken, as far as there are any."""
    lijnen = [
        Lijn(f"gemiddelde {rij['gm_naam']}", _scores(rij, "gemeente", kader), GEMEENTESTIJL)
        for rij in _per_gemeente(wijken)
    ]
    lijnen.append(Lijn(GROEPNAMEN[SELECTIE], _selectiescores(gemiddelden, kader), SELECTIESTIJL))
    lijnen.append(Lijn(GROEPNAMEN[LAND], _scores(wijken[0], "land", kader), LANDSTIJL))
    return [lijn for lijn in lijnen if len(lijn.scores)]


def _per_gemeente(wijken: Sequence[pd.Series]) -> list[pd.Series]:
    """Return one wijk of each gemeente: the rows hold the figures of their gemeente."""
    return list({rij["gm_code"]: rij for rij in wijken}.values())


def _wijkstijl(i: int) -> Stijl:
    basis = WIJKSTIJLEN[i % len(WIJKSTIJLEN)]
    arcering = ("", "////", "\\\\\\\\", "----", "xxxx")[i % 5]
    streep = () if i < len(WIJKSTIJLEN) else (3, 1)
    return Stijl(basis.kleur, streep, basis.teken, arcering)


# ---------------------------------------------------------------------------------------------
# Drawing


def _profielassen(boven: float, met_dimensies: bool) -> tuple[Figure, Axes, Axes | None]:
    """Return the figure, the axes of the scores, and those of the dimensions if there are any."""
    if not met_dimensies:
        fig, ax = maak_figuur(6.6 + boven, Marges(0.95, rechts=0.3, boven=boven))
        return fig, ax, None
    label = breedste(_dimensienamen())
    fig, (links, rechts) = maak_panelen(
        6.6 + boven,
        Marges(0.95, rechts=0.35, boven=boven),
        Raster(kolommen=2, tussen_x=label + 0.35, breedtes=(2.0, 1.0)),
    )
    return fig, links, rechts


def _dimensienamen() -> list[str]:
    return [breek_af(naam, 2.2) for naam in DIMENSIES.values()]


def _teken_lijnen(ax: Axes, lijnen: Sequence[Lijn], kader: Kader) -> None:
    """Draw the scores; a line joins the measurements there are, markers show which."""
    scores = pd.concat([lijn.scores for lijn in lijnen])
    scorevlak(ax, kader, scores, klassenamen_cm=2.3, lucht=0.03)
    for _, reeks, s, eigen in lijnen:
        ax.plot(
            reeks.index,
            reeks,
            color=s.kleur,
            linestyle=s.lijnstijl,
            marker=s.teken,
            markersize=5.6 if eigen else 3.6,
            markeredgecolor=stijl.WIT,
            markeredgewidth=0.5,
            linewidth=2.0 if eigen else 1.2,
            zorder=3 if eigen else 2,
        )


def _teken_dimensies(ax: Axes, wijken: Sequence[tuple[pd.Series, Stijl]]) -> None:
    """Draw a bar per wijk and dimension, with the means of gemeente and country as markers."""
    y = np.arange(len(DIMENSIES), dtype=float)
    dikte = 0.76 / len(wijken)
    eerste = wijken[0][0]
    een_gemeente = len(_per_gemeente([rij for rij, _ in wijken])) == 1
    for i, (rij, s) in enumerate(wijken):
        midden = y + (i - (len(wijken) - 1) / 2) * dikte
        ax.barh(midden, rij[list(DIMENSIES)].astype(float), height=dikte, **s.vlak)
        if not een_gemeente:
            _vergelijk(ax, midden, rij, "gemeente", GEMEENTESTIJL)
    # side by side, so that near values do not hide each other
    if een_gemeente:
        _vergelijk(ax, y - 0.15, eerste, "gemeente", GEMEENTESTIJL)
    _vergelijk(ax, y + 0.15, eerste, "land", LANDSTIJL)
    nullijn(ax)
    rijen_met_naam(ax, _dimensienamen())
    laag, hoog = ax.get_xlim()
    ax.set_xlim(min(laag, -0.05), max(hoog, 0.05))
    getalas(ax.xaxis, 1, plus=True, aantal=4)
    stille_titel(ax, f"dimensies, {_dimensiejaar(eerste)} (punten)")


def _dimensiejaar(rij: pd.Series) -> int:
    return int(rij["dimensiejaar"])


def _vergelijk(ax: Axes, y: np.ndarray, rij: pd.Series, voor: str, stijl_: Stijl) -> None:
    """Mark the dimension scores of the gemeente or the country."""
    waarden = rij.reindex([f"{voor}_{d}" for d in DIMENSIES]).astype(float)
    teken_punten(ax, waarden, y, stijl_, maat=20, rand=0.7, zorder=4)


# ---------------------------------------------------------------------------------------------
# Note


def _bij_profiel(
    wijken: Sequence[pd.Series],
    met_dimensies: Sequence[pd.Series],
    rest: Sequence[Lijn],
    gemiddelden: pd.DataFrame,
    kader: Kader,
) -> Toelichting:
    titel = f"{_namen(wijken)}: leefbaarheidsscore {periode(kader.jaren)}"
    zinnen = [_wijkzin(rij, kader) for rij in wijken]
    referentie = [_van_naar(lijn.naam, lijn.scores) for lijn in rest]
    alt = (
        f"Lijngrafiek van de leefbaarheidsscore: {'; '.join(zinnen)}. Ter vergelijking: "
        f"{'; '.join(referentie)}."
    )
    jaren = list(kader.jaren)
    if met_dimensies:
        jaar = _dimensiejaar(met_dimensies[0])
        jaren.append(jaar)
        titel += f" en dimensies in {jaar}"
        alt += f" {_dimensiezin(met_dimensies, jaar)}"
    return Toelichting(
        f"{titel}, naast het gemiddelde van de gemeente, de geselecteerde {W.gebieden} en alle "
        f"{W.gebieden}",
        alt,
        kader.bronregel(),
        peiljaren(jaren),
        _n_profiel(wijken, gemiddelden),
    )


def _namen(wijken: Sequence[pd.Series]) -> str:
    """Return "Sluiskwartier en Havenrand (Waterstad)"."""
    per_gemeente: dict[str, list[str]] = {}
    for rij in wijken:
        per_gemeente.setdefault(rij["gm_naam"], []).append(rij["wk_naam"])
    return taal.opsomming([f"{taal.opsomming(w)} ({gm})" for gm, w in per_gemeente.items()])


def _wijkzin(rij: pd.Series, kader: Kader) -> str:
    """Say how a wijk developed, and in which class it is."""
    zin = _van_naar(rij["wk_naam"], _scores(rij, "lbm", kader))
    if pd.isna(rij["klasse"]):
        return zin
    return f"{zin} (klasse ‘{KLASSENAMEN[int(rij['klasse']) - 1]}’ in {kader.eindjaar})"


def _van_naar(naam: str, scores: pd.Series) -> str:
    """Return "Sluiskwartier van 3,82 in 2002 naar 3,79 in 2022"."""
    begin = f"{taal.score(scores.iloc[0])} in {scores.index[0]}"
    if len(scores) == 1:
        return f"{naam} {begin}"
    return f"{naam} van {begin} naar {taal.score(scores.iloc[-1])} in {scores.index[-1]}"


def _dimensiezin(wijken: Sequence[pd.Series], jaar: int) -> str:
    per_wijk = []
    for rij in wijken:
        waarden = [f"{naam} {taal.verandering(rij[d])}" for d, naam in DIMENSIES.items()]
        voor = f"{rij['wk_naam']}: " if len(wijken) > 1 else ""
        per_wijk.append(f"{voor}{taal.opsomming(waarden)}")
    return f"Staven met de dimensies in {jaar}: {'; '.join(per_wijk)}."


def _n_profiel(wijken: Sequence[pd.Series], gemiddelden: pd.DataFrame) -> str:
    groepen = [
        f"{wijken_tekst(int(rij['n_gemeente']))} in {rij['gm_naam']}"
        for rij in _per_gemeente(wijken)
    ]
    heel = gemiddelden[gemiddelden["cluster"].fillna("").eq("")].groupby("groep")["n"].max()
    for groep, naam in ((SELECTIE, GROEPNAMEN[SELECTIE]), (LAND, met_woorden(IN_TOTAAL))):
        if groep in heel.index:
            groepen.append(f"{taal.getal(heel[groep])} {naam}")
    return f"N = {wijken_tekst(len(wijken))}; gemiddelden over {taal.opsomming(groepen)}."
