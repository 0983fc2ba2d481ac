"""Mean scores over the years: of the groups that are compared, and of the clusters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd
from matplotlib.axes import Axes

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import GROEPNAMEN, LAND, OVERIG, SELECTIE
from leefbaarheid.basis.gebied import W
from leefbaarheid.figuren.delen.assen import markeer_jaar
from leefbaarheid.figuren.delen.blad import Marges, maak_figuur
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.labels import Eindlabel, eindlabels
from leefbaarheid.figuren.delen.lijnen import teken_lijnen
from leefbaarheid.figuren.delen.scorevlak import scorevlak
from leefbaarheid.figuren.delen.stijl import CLUSTERSTIJL, GROEPSTIJL, Stijl, clusters_in_volgorde
from leefbaarheid.figuren.delen.toelichting import (
    Beeld,
    Toelichting,
    met_n,
    n_groepen,
    n_tekst,
    peiljaren,
    periode,
)
from leefbaarheid.figuren.ontwikkeling import boodschappen

# room right of the lines, and how much of it text may take (cm)
RECHTS, LABELBREEDTE = 3.95, 3.45
MARGES = Marges(links=0.95, rechts=RECHTS, boven=0.65)


def groepen_lijnen(gemiddelden: pd.DataFrame, kader: Kader) -> Beeld | None:
    """Draw the mean score of the selection (with one standard deviation), the rest and all wijken.

    Args:
        gemiddelden: groep, cluster, jaar, n, gemiddelde, sd.
    """
    tabel = _hele_groepen(gemiddelden)
    per_groep = _per_naam(tabel, "groep", GROEPNAMEN)
    if SELECTIE not in per_groep:
        return None
    selectie = per_groep[SELECTIE]
    sd = selectie["sd"].fillna(0)
    onder, boven = selectie["gemiddelde"] - sd, selectie["gemiddelde"] + sd

    fig, ax = maak_figuur(8.6, MARGES)
    _scorevlak(ax, kader, pd.concat([tabel["gemiddelde"], onder, boven]))
    kleur = GROEPSTIJL[SELECTIE].kleur
    jaren = selectie["jaar"]
    ax.fill_between(jaren, onder, boven, color=kleur, alpha=0.16, linewidth=0, zorder=1.2)
    for rand in (onder, boven):
        ax.plot(jaren, rand, color=kleur, linewidth=0.5, zorder=1.3)
    stijlen = {groep: GROEPSTIJL[groep] for groep in per_groep}
    teken_lijnen(ax, tabel, "jaar", "gemiddelde", "groep", stijlen)
    labels = [_eindlabel(deel, GROEPNAMEN[g], GROEPSTIJL[g]) for g, deel in per_groep.items()]
    eindlabels(ax, labels, kader.jaren[-1], LABELBREEDTE)
    return fig, _bij_groepen(per_groep, kader)


def clusters_lijnen(gemiddelden: pd.DataFrame, kader: Kader) -> Beeld | None:
    """Draw the mean score per cluster of the selection in every year, with two reference lines.

    Args:
        gemiddelden: groep, cluster (empty for a whole group), jaar, n, gemiddelde.
    """
    van_cluster = gemiddelden["groep"].eq(SELECTIE) & gemiddelden["cluster"].fillna("").ne("")
    tabel = gemiddelden[van_cluster].dropna(subset="gemiddelde")
    if tabel.empty:
        return None
    per_cluster = _per_naam(tabel, "cluster", clusters_in_volgorde(tabel["cluster"]))
    referentie = _per_naam(_hele_groepen(gemiddelden), "groep", (OVERIG, LAND))

    fig, ax = maak_figuur(9.4, MARGES)
    _scorevlak(ax, kader, pd.concat([tabel, *referentie.values()])["gemiddelde"])
    stijlen = {naam: CLUSTERSTIJL[naam] for naam in per_cluster}
    teken_lijnen(ax, tabel, "jaar", "gemiddelde", "cluster", stijlen)
    for groep, deel in referentie.items():
        s = GROEPSTIJL[groep]
        ax.plot(
            deel["jaar"], deel["gemiddelde"], color=s.kleur, linestyle=s.lijnstijl, linewidth=1.1
        )
    labels = [_eindlabel(d, naam, CLUSTERSTIJL[naam]) for naam, d in per_cluster.items()]
    labels += [_eindlabel(d, GROEPNAMEN[g], GROEPSTIJL[g]) for g, d in referentie.items()]
    eindlabels(ax, labels, kader.jaren[-1], LABELBREEDTE)
    markeer_jaar(ax, kader.eindjaar, f"indeling in clusters: {kader.eindjaar}")
    return fig, _bij_clusters(per_cluster, referentie, kader)


def _hele_groepen(gemiddelden: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the whole groups that have a mean, not those of clusters or labels."""
    heel = gemiddelden["cluster"].fillna("").eq("") & gemiddelden["groep"].isin(list(GROEPNAMEN))
    return gemiddelden[heel].dropna(subset="gemiddelde")


def _per_naam(tabel: pd.DataFrame, kolom: str, namen: Iterable[str]) -> dict[str, pd.DataFrame]:
    """Return the rows of each name that has any, by year."""
    delen = {naam: tabel[tabel[kolom] == naam].sort_values("jaar") for naam in namen}
    return {naam: deel for naam, deel in delen.items() if len(deel)}


def _scorevlak(ax: Axes, kader: Kader, scores: Iterable[float]) -> None:
    scorevlak(ax, kader, scores, klassenamen_cm=2.2, lucht=0.015)


def _eindlabel(deel: pd.DataFrame, naam: str, stijl_: Stijl) -> Eindlabel:
    return Eindlabel(deel["gemiddelde"].iloc[-1], met_n(naam, _aantal(deel)), stijl_.kleur)


def _aantal(deel: pd.DataFrame) -> int:
    """Return the number of wijken behind a line."""
    return int(deel["n"].max())


def _van_naar(naam: str, deel: pd.DataFrame) -> str:
    """Return "Terugval van 3,83 naar 3,91"."""
    reeks = deel["gemiddelde"]
    return f"{naam} van {taal.score(reeks.iloc[0])} naar {taal.score(reeks.iloc[-1])}"


def _bij_groepen(per_groep: Mapping[str, pd.DataFrame], kader: Kader) -> Toelichting:
    lidwoord = {LAND: ""}
    zinnen = [
        _van_naar(f"bij {lidwoord.get(g, 'de ')}{GROEPNAMEN[g]}", deel)
        for g, deel in per_groep.items()
    ]
    alt = (
        f"Lijngrafiek van de gemiddelde leefbaarheidsscore, {periode(kader.jaren)}. "
        f"Van het eerste naar het laatste jaar ging de score {taal.opsomming(zinnen)}."
    )
    laatste = per_groep[SELECTIE].iloc[-1]
    if not taal.is_leeg(laatste["sd"]):
        alt += (
            " Een band toont de gebruikelijke spreiding rond de "
            f"geselecteerde {W.gebieden}: "
            f"{taal.score(laatste['sd'])} punt in {int(laatste['jaar'])}."
        )
    namen = taal.opsomming([GROEPNAMEN[g] for g in per_groep])
    return Toelichting(
        f"Gemiddelde leefbaarheidsscore, {periode(kader.jaren)}: {namen}; de band is de "
        f"gebruikelijke spreiding rond de geselecteerde {W.gebieden}",
        alt,
        kader.bronregel(),
        peiljaren(kader.jaren),
        n_groepen({g: _aantal(deel) for g, deel in per_groep.items()}),
        boodschappen.verloop(
            per_groep[SELECTIE]["gemiddelde"].tolist(),
            per_groep[LAND]["gemiddelde"].tolist() if LAND in per_groep else [],
            (int(per_groep[SELECTIE]["jaar"].iloc[0]), int(laatste["jaar"])),
        ),
    )


def _bij_clusters(
    per_cluster: Mapping[str, pd.DataFrame], referentie: Mapping[str, pd.DataFrame], kader: Kader
) -> Toelichting:
    zinnen = [_van_naar(naam, deel) for naam, deel in per_cluster.items()]
    alt = (
        f"Lijngrafiek van de gemiddelde leefbaarheidsscore per cluster, {periode(kader.jaren)}. "
        f"Van het eerste naar het laatste jaar ging de score in {taal.opsomming(zinnen)}."
    )
    if LAND in referentie:
        alt += f" {_van_naar(f'Het gemiddelde van alle {W.gebieden} ging', referentie[LAND])}."
    return Toelichting(
        f"Gemiddelde leefbaarheidsscore per cluster, {periode(kader.jaren)}",
        alt,
        kader.bronregel(),
        peiljaren(kader.jaren),
        n_tekst(sum(_aantal(deel) for deel in per_cluster.values())),
        boodschappen.per_cluster(
            {naam: float(deel["gemiddelde"].iloc[-1]) for naam, deel in per_cluster.items()},
            kader.jaren[-1],
        ),
    )
