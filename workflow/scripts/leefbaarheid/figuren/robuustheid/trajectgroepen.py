"""Groups of trajectories that the data suggest: their means, and the wijken behind them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabelwaarden import DIAGONAAL, GEKOZEN, GELIJK, KMEANS, VOL
from leefbaarheid.figuren.delen import stijl
from leefbaarheid.figuren.delen.assen import getalas, jaaras, scorebereik
from leefbaarheid.figuren.delen.blad import Marges, Raster, maak_panelen, verdeel
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.labels import Eindlabel, eindlabels, schrijf
from leefbaarheid.figuren.delen.legenda import Legenda, lijnsleutel
from leefbaarheid.figuren.delen.stijl import Stijl
from leefbaarheid.figuren.delen.tekstmaat import regelhoogte
from leefbaarheid.figuren.delen.toelichting import (
    Beeld,
    Toelichting,
    n_tekst,
    panelen_tekst,
    peiljaren,
    periode,
    wijken_tekst,
)

TRAJECTSTIJLEN = (
    Stijl("#0a5ea8", (), "o"),
    Stijl("#b4531a", (5, 1.6), "s"),
    Stijl("#00896b", (7, 1.6, 1.6, 1.6), "^"),
    Stijl("#7a2a62", (2.6, 1.2), "v"),
    Stijl("#8a6d00", (3.5, 1.2, 1.2, 1.2, 1.2, 1.2), "D"),
    Stijl("#40494f", (1.2, 1.4), "X"),
)
"""For the groups that the data suggest; not those of the clusters, which are another thing."""
LATER_DIKTE, LATER_DEKKING = 0.8, 0.75
"""How the years after those that were used look."""
VORMNAMEN = {
    VOL: "mengmodel met eigen spreiding en samenhang per groep",
    DIAGONAAL: "mengmodel met eigen spreiding per groep, zonder samenhang",
    GELIJK: "mengmodel met dezelfde spreiding in elke groep",
    KMEANS: "k-means",
}

Maten = Mapping[Hashable, Any]
"""A row of the table `maten`: how well one solution fits."""


class Jaren(NamedTuple):
    """The measurement years, and those that the groups are made from."""

    alle: list[int]
    gebruikt: list[int]


# ---------------------------------------------------------------------------------------------
# A panel for every number of groups


def trajectgroepen(
    verloop: pd.DataFrame,
    maten: pd.DataFrame,
    kader: Kader,
    methode: str | None = None,
) -> Beeld | None:
    """Draw the mean trajectories of every number of groups, a panel each; the chosen one is named.

    Args:
        verloop, maten: tables of `trajectgroepen`.
        kader: facts of the edition.
        methode: form to draw; by default that of the solution that is shown.
    """
    if verloop.empty:
        return None
    methode = methode or _getoond(maten)[0]
    deel = verloop[verloop["methode"] == methode]
    aantallen = sorted({int(K) for K in deel["aantal_groepen"]})
    oplossingen = maten[maten["methode"] == methode].to_dict("records")
    maten_van = {int(oplossing["aantal_groepen"]): oplossing for oplossing in oplossingen}
    jaren = _jaren(deel)
    legenda = Legenda(_sleutels(deel, jaren))
    rijen, kolommen = verdeel(len(aantallen), 3)
    kop = 2 * regelhoogte() + 0.25
    boven, onder, tussen_y = legenda.hoogte + kop, 0.65, kop + 0.5
    fig, assen = maak_panelen(
        boven + rijen * 3.9 + (rijen - 1) * tussen_y + onder,
        Marges(0.95, 0.95, boven, onder),
        Raster(rijen, kolommen, 1.3, tussen_y, deel_x=True, deel_y=True),
        len(aantallen),
    )
    _zet_bereik(assen[0], jaren, deel["gemiddelde"])
    for ax, K in zip(assen, aantallen, strict=True):
        _teken_gemiddelden(ax, deel[deel["aantal_groepen"] == K], jaren)
        _kop(ax, K, maten_van[K], _rol(maten, maten_van[K]))
        _assen(ax, jaren, 5)
    legenda.zet(fig)
    return fig, _bij_trajectgroepen(deel, maten, methode, kader)


def _getoond(maten: pd.DataFrame) -> tuple[str, int]:
    """Return methode and number of groups of the solution with a role; the last one if two."""
    met_rol = maten[maten["rol"].fillna("") != ""].sort_values("aantal_groepen")
    rij = met_rol.iloc[-1] if len(met_rol) else maten.iloc[0]
    return str(rij["methode"]), int(rij["aantal_groepen"])


def _jaren(verloop: pd.DataFrame) -> Jaren:
    gebruikt = verloop.loc[verloop["gebruikt"], "jaar"]
    return Jaren(sorted(verloop["jaar"].unique().tolist()), sorted(gebruikt.unique().tolist()))


def _sleutels(verloop: pd.DataFrame, jaren: Jaren) -> list[Line2D]:
    """Return the legend entries of the groups, and of the years that were not used."""
    sleutels = [
        lijnsleutel(TRAJECTSTIJLEN[k], f"groep {k + 1}")
        for k in range(verloop["aantal_groepen"].max())
    ]
    if jaren.gebruikt != jaren.alle:
        later = Line2D(
            [],
            [],
            color=stijl.GRIJS,
            linewidth=LATER_DIKTE,
            alpha=LATER_DEKKING,
            label=f"na {jaren.gebruikt[-1]}: niet gebruikt",
        )
        sleutels.append(later)
    return sleutels


def _zet_bereik(ax: Axes, jaren: Jaren, scores: pd.Series | np.ndarray) -> None:
    """Set the limits that all panels share."""
    ax.set_xlim(jaren.alle[0] - 0.4, jaren.alle[-1] + 0.4)
    ax.set_ylim(*scorebereik(scores))


def _teken_gemiddelden(ax: Axes, verloop: pd.DataFrame, jaren: Jaren) -> None:
    """Draw the groups of one solution, with their numbers of wijken behind the lines."""
    _kleur_gebruikte_jaren(ax, jaren.gebruikt)
    labels = []
    for groep, lijn in _per_groep(verloop).items():
        stijl_ = TRAJECTSTIJLEN[groep - 1]
        _traject(ax, lijn, stijl_)
        n = taal.getal(int(lijn["n_wijken"].iloc[0]))
        labels.append(Eindlabel(lijn["gemiddelde"].iloc[-1], n, stijl_.kleur))
    eindlabels(ax, labels, jaren.alle[-1], 0.7)


def _per_groep(verloop: pd.DataFrame) -> dict[int, pd.DataFrame]:
    """Return the trajectory of every group of one solution."""
    groepen = sorted({int(groep) for groep in verloop["groep"]})
    return {groep: verloop[verloop["groep"] == groep] for groep in groepen}


def _assen(ax: Axes, jaren: Jaren, aantal: int) -> None:
    """Put years and scores at a panel; about `aantal` ticks at the scores."""
    jaaras(ax, jaren.alle, [jaren.gebruikt[-1]])
    ax.tick_params(labelbottom=True)
    getalas(ax.yaxis, 1, aantal=aantal)
    ax.spines["left"].set_visible(False)


def _traject(ax: Axes, lijn: pd.DataFrame, stijl_: Stijl) -> None:
    """Draw one mean trajectory: with markers in the years that were used, thin after them."""
    binnen = lijn[lijn["gebruikt"]]
    ax.plot(
        binnen["jaar"],
        binnen["gemiddelde"],
        color=stijl_.kleur,
        linestyle=stijl_.lijnstijl,
        marker=stijl_.teken,
        markersize=4.4,
        markeredgecolor=stijl.WIT,
        markeredgewidth=0.5,
        linewidth=1.5,
        zorder=3,
    )
    later = lijn[lijn["jaar"] >= binnen["jaar"].max()]
    ax.plot(
        later["jaar"],
        later["gemiddelde"],
        color=stijl_.kleur,
        zorder=2,
        linewidth=LATER_DIKTE,
        alpha=LATER_DEKKING,
    )


def _kleur_gebruikte_jaren(ax: Axes, gebruikt: Sequence[int]) -> None:
    """Shade the years that were used."""
    ax.axvspan(gebruikt[0], gebruikt[-1], facecolor=stijl.BAND_DONKER, edgecolor="none", zorder=0)
    ax.grid(axis="y", color=stijl.LIJN, linewidth=0.5)


def _rol(maten: pd.DataFrame, maat: Maten) -> str:
    """Return the role of a solution; one group with the BIC of the chosen one is the same model."""
    gekozen = maten[maten["rol"] == GEKOZEN]
    zelfde = len(gekozen) > 0 and bool(abs(gekozen.iloc[0]["bic"] - maat["bic"]) < 1e-6)
    if zelfde:
        return "gekozen"
    return "daarna best" if isinstance(maat["rol"], str) and maat["rol"] else ""


def _kop(ax: Axes, K: int, maat: Maten, rol: str) -> None:
    """Write the number of groups, its role, and how well it fits above a panel."""
    titel = taal.aantal_van(K, "groep", "groepen") + (f": {rol}" if rol else "")
    past = []
    if not taal.is_leeg(maat["bic"]):
        past.append(f"BIC {taal.getal(maat['bic'])}")
    elif not taal.is_leeg(maat["silhouet"]):
        past.append(f"silhouet {taal.score(maat['silhouet'])}")
    if not taal.is_leeg(maat["stabiliteit"]):
        past.append(f"stabiliteit {taal.score(maat['stabiliteit'])}")
    hoogte = 3 + 1.2 * stijl.KLEIN_PT
    schrijf(
        ax,
        taal.hoofdletter(titel),
        (0, 1),
        (0, hoogte),
        "axes fraction",
        kleur=stijl.PETROL,
        gewicht="semibold",
    )
    schrijf(ax, "; ".join(past), (0, 1), (0, 3), "axes fraction", kleur=stijl.GRIJS)


def _bij_trajectgroepen(
    verloop: pd.DataFrame, maten: pd.DataFrame, methode: str, kader: Kader
) -> Toelichting:
    jaren, aantallen = _jaren(verloop), sorted({int(K) for K in verloop["aantal_groepen"]})
    gekozen = maten[maten["rol"] == GEKOZEN]
    keuze = "Geen indeling voldoet aan de eisen."
    if len(gekozen):
        k = int(gekozen.iloc[0]["aantal_groepen"])
        keuze = f"Gekozen is {taal.aantal_van(k, 'groep', 'groepen')}."
    alt = (
        f"{panelen_tekst(len(aantallen))} met de gemiddelde score per groep, voor "
        f"{periode(aantallen)} groepen. {keuze}"
    )
    getoond, K = _getoond(maten)
    if getoond == methode:
        alt += f" {_verloop_zin(verloop[verloop['aantal_groepen'] == K], K, jaren.gebruikt)}"
    return Toelichting(
        "Gemiddelde leefbaarheidsscore per groep van trajecten, voor elk aantal groepen "
        f"({VORMNAMEN[methode]}), {periode(jaren.alle)}; achter elke lijn het aantal {W.gebieden}",
        alt,
        kader.bronregel(),
        peiljaren(jaren.alle),
        n_tekst(int(maten["n"].max())),
    )


def _verloop_zin(verloop: pd.DataFrame, K: int, gebruikt: Sequence[int]) -> str:
    """Say from what score to what score the groups of one solution went in the years used."""
    per_groep = _per_groep(verloop[verloop["gebruikt"]])
    zinnen = [
        f"groep {groep} ({wijken_tekst(int(lijn['n_wijken'].iloc[0]))}) van "
        f"{taal.score(lijn['gemiddelde'].iloc[0])} naar {taal.score(lijn['gemiddelde'].iloc[-1])}"
        for groep, lijn in per_groep.items()
    ]
    naam = taal.aantal_van(K, "groep", "groepen")
    return f"Bij {naam} ging tussen {gebruikt[0]} en {gebruikt[-1]} {taal.opsomming(zinnen)}."


# ---------------------------------------------------------------------------------------------
# A panel per group, with its wijken


def trajectgroepen_wijken(
    wijken: pd.DataFrame,
    indeling: pd.DataFrame,
    verloop: pd.DataFrame,
    maten: pd.DataFrame,
    kader: Kader,
) -> Beeld | None:
    """Draw the scores of every wijk behind the mean trajectory of its group, a panel per group.

    Args:
        wijken: wk_code, lbm_<jaar>.
        indeling, verloop, maten: tables of `trajectgroepen`.
        kader: facts of the edition.
    """
    if verloop.empty:
        return None
    methode, K = _getoond(maten)
    lid = indeling[(indeling["methode"] == methode) & (indeling["aantal_groepen"] == K)]
    deel = verloop[(verloop["methode"] == methode) & (verloop["aantal_groepen"] == K)]
    jaren = _jaren(deel)
    kolommen_lbm = [f"lbm_{jaar}" for jaar in jaren.alle]
    leden = lid.merge(wijken[["wk_code", *kolommen_lbm]], on="wk_code")
    scores = leden[kolommen_lbm].to_numpy(float)
    rijen, kolommen = verdeel(K, 3)
    kop, onder = regelhoogte() + 0.2, 0.65
    fig, assen = maak_panelen(
        kop + rijen * 5.0 + (rijen - 1) * (kop + 0.6) + onder,
        Marges(0.95, 0.2, kop, onder),
        Raster(rijen, kolommen, 0.5, kop + 0.6, deel_x=True, deel_y=True),
        K,
    )
    _zet_bereik(assen[0], jaren, scores.ravel())
    for ax, (groep, lijn) in zip(assen, _per_groep(deel).items(), strict=False):
        eigen = scores[(leden["groep"] == groep).to_numpy()]
        _kleur_gebruikte_jaren(ax, jaren.gebruikt)
        kleur = TRAJECTSTIJLEN[groep - 1].kleur
        ax.plot(jaren.alle, eigen.T, color=kleur, linewidth=0.5, alpha=0.3, zorder=1)
        _traject(ax, lijn, TRAJECTSTIJLEN[groep - 1])
        titel = f"Groep {groep}: {wijken_tekst(len(eigen))}"
        ax.set_title(titel, fontsize=stijl.KLEIN_PT, pad=3)
        _assen(ax, jaren, 6)
    return fig, _bij_wijken(deel, K, len(leden), kader)


def _bij_wijken(verloop: pd.DataFrame, K: int, n: int, kader: Kader) -> Toelichting:
    jaren = _jaren(verloop)
    laatste_jaar = jaren.gebruikt[-1]
    laatste = verloop[verloop["jaar"] == laatste_jaar]
    zinnen = [
        f"in groep {rij['groep']} was de score in {laatste_jaar} gemiddeld "
        f"{taal.score(rij['gemiddelde'])} (standaarddeviatie {taal.score(rij['sd'])})"
        for rij in laatste.to_dict("records")
    ]
    return Toelichting(
        f"Score per {W.gebied} (dunne lijnen) en gemiddelde van de groep, {periode(jaren.alle)}; "
        f"de indeling gebruikt de jaren tot en met {laatste_jaar}",
        f"{panelen_tekst(K)} met een lijn per {W.gebied} en het "
        f"gemiddelde van de groep: {taal.opsomming(zinnen)}.",
        kader.bronregel(),
        peiljaren(jaren.alle),
        n_tekst(n),
    )
