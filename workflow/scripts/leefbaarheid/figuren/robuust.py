"""The figures of the robustness checks; they draw result tables and compute nothing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from leefbaarheid.basis import taal
from leefbaarheid.basis.tabelwaarden import GEKOZEN
from leefbaarheid.figuren import delen as delen
from leefbaarheid.figuren import stijl
from leefbaarheid.figuren.delen import Beeld, Kader, Toelichting, periode, venster
from leefbaarheid.figuren.stijl import Stijl

# ---------------------------------------------------------------------------------------------
# Groups of trajectories

TRAJECTSTIJLEN = (
    Stijl("#0a5ea8", (), "o"),
    Stijl("#b4531a", (5, 1.6), "s"),
    Stijl("#00896b", (7, 1.6, 1.6, 1.6), "^"),
    Stijl("#7a2a62", (2.6, 1.2), "v"),
    Stijl("#8a6d00", (3.5, 1.2, 1.2, 1.2, 1.2, 1.2), "D"),
    Stijl("#40494f", (1.2, 1.4), "X"),
)
"""For the groups that the data suggest; not those of the clusters, which are another thing."""
LATER = {"linewidth": 0.8, "alpha": 0.75}
VORMNAMEN = {
    "vol": "mengmodel met eigen spreiding en samenhang per groep",
    "diagonaal": "mengmodel met eigen spreiding per groep, zonder samenhang",
    "gelijk": "mengmodel met dezelfde spreiding in elke groep",
    "kmeans": "k-means",
}


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
    eigen = maten[maten["methode"] == methode].set_index("aantal_groepen")
    aantallen = sorted(deel["aantal_groepen"].unique())
    gebruikt = sorted(deel.loc[deel["gebruikt"], "jaar"].unique())
    jaren = sorted(deel["jaar"].unique())
    sleutels = [
        delen.lijnsleutel(TRAJECTSTIJLEN[k], f"groep {k + 1}") for k in range(max(aantallen))
    ]
    if gebruikt != jaren:
        later = f"na {gebruikt[-1]}: niet gebruikt"
        sleutels.append(Line2D([], [], color=stijl.GRIJS, label=later, **LATER))
    kolommen = min(3, len(aantallen))
    rijen = -(-len(aantallen) // kolommen)
    kop = 2 * stijl.regelhoogte() + 0.25
    boven = delen.legendahoogte(sleutels, 0.1) + kop
    fig, assen = stijl.maak_figuur(
        boven + rijen * 3.9 + (rijen - 1) * (kop + 0.5) + 0.65,
        links=0.95,
        rechts=0.95,
        boven=boven,
        onder=0.65,
        rijen=rijen,
        kolommen=kolommen,
        tussen_x=1.3,
        tussen_y=kop + 0.5,
        sharex=True,
        sharey=True,
        squeeze=False,
    )
    for ax in assen.flat[len(aantallen) :]:
        ax.set_visible(False)
    eerste = assen[0, 0]
    eerste.set_xlim(jaren[0] - 0.4, jaren[-1] + 0.4)
    eerste.set_ylim(*delen.scorebereik(deel["gemiddelde"]))
    for ax, K in zip(assen.flat, aantallen, strict=False):
        paneel = deel[deel["aantal_groepen"] == K]
        _knik(ax, gebruikt)
        labels = []
        for groep, lijn in paneel.groupby("groep", sort=True):
            stijl_ = TRAJECTSTIJLEN[groep - 1]
            _traject(ax, lijn, stijl_)
            n = int(lijn["n_wijken"].iloc[0])
            labels.append((lijn["gemiddelde"].iloc[-1], taal.getal(n), stijl_.kleur))
        delen.eindlabels(ax, labels, jaren[-1], 0.7)
        _kop(ax, K, eigen.loc[K], _rol(maten, eigen.loc[K]))
        delen.jaaras(ax, jaren, [gebruikt[-1]])
        ax.tick_params(labelbottom=True)
        stijl.getalas(ax.yaxis, 1, aantal=5)
        ax.spines["left"].set_visible(False)
    delen.legenda(fig, sleutels, links=0.1)
    return fig, _bij_trajectgroepen(deel, maten, methode, gebruikt, kader)


def _getoond(maten: pd.DataFrame) -> tuple[str, int]:
    """Return methode and number of groups of the solution with a role; the last one if two."""
    met_rol = maten[maten["rol"].fillna("") != ""].sort_values("aantal_groepen")
    rij = met_rol.iloc[-1] if len(met_rol) else maten.iloc[0]
    return str(rij["methode"]), int(rij["aantal_groepen"])


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
    ax.plot(later["jaar"], later["gemiddelde"], color=stijl_.kleur, zorder=2, **LATER)


def _knik(ax: Axes, gebruikt: Sequence[int]) -> None:
    """Shade the years that were used."""
    ax.axvspan(gebruikt[0], gebruikt[-1], facecolor=stijl.BAND_DONKER, edgecolor="none", zorder=0)
    ax.grid(axis="y", color=stijl.LIJN, linewidth=0.5)


def _rol(maten: pd.DataFrame, maat: pd.Series) -> str:
    """Return the role of a solution; one group with the BIC of the chosen one is the same model."""
    gekozen = maten[maten["rol"] == GEKOZEN]
    zelfde = len(gekozen) > 0 and bool(abs(gekozen.iloc[0]["bic"] - maat["bic"]) < 1e-6)
    if zelfde:
        return "gekozen"
    return "daarna best" if isinstance(maat["rol"], str) and maat["rol"] else ""


def _kop(ax: Axes, K: int, maat: pd.Series, rol: str) -> None:
    """Write the number of groups, its role, and how well it fits above a panel."""
    titel = taal.aantal_van(K, "groep", "groepen") + (f": {rol}" if rol else "")
    maten_ = [
        "" if taal.is_leeg(maat["bic"]) else f"BIC {taal.getal(maat['bic'])}",
        ""
        if taal.is_leeg(maat["stabiliteit"])
        else f"stabiliteit {taal.score(maat['stabiliteit'])}",
    ]
    if taal.is_leeg(maat["bic"]) and not taal.is_leeg(maat["silhouet"]):
        maten_[0] = f"silhouet {taal.score(maat['silhouet'])}"
    regel = "; ".join(deel for deel in maten_ if deel)
    ax.annotate(
        taal.hoofdletter(titel),
        (0, 1),
        (0, 3 + 1.2 * stijl.KLEIN_PT),
        xycoords="axes fraction",
        textcoords="offset points",
        fontsize=stijl.KLEIN_PT,
        fontweight="semibold",
        color=stijl.PETROL,
        annotation_clip=False,
    )
    ax.annotate(
        regel,
        (0, 1),
        (0, 3),
        xycoords="axes fraction",
        textcoords="offset points",
        fontsize=stijl.KLEIN_PT,
        color=stijl.GRIJS,
        annotation_clip=False,
    )


def _bij_trajectgroepen(
    deel: pd.DataFrame, maten: pd.DataFrame, methode: str, gebruikt: Sequence[int], kader: Kader
) -> Toelichting:
    getoond, K = _getoond(maten)
    groepen = deel[(deel["aantal_groepen"] == K) & deel["gebruikt"]]
    zinnen = [
        f"groep {groep} ({delen.wijken_tekst(int(lijn['n_wijken'].iloc[0]))}) van "
        f"{taal.score(lijn['gemiddelde'].iloc[0])} naar {taal.score(lijn['gemiddelde'].iloc[-1])}"
        for groep, lijn in groepen.groupby("groep", sort=True)
    ]
    gekozen = maten[maten["rol"] == GEKOZEN]
    keuze = "Geen indeling voldoet aan de eisen."
    if len(gekozen):
        k = int(gekozen.iloc[0]["aantal_groepen"])
        keuze = f"Gekozen is {taal.aantal_van(k, 'groep', 'groepen')}."
    aantallen = sorted(deel["aantal_groepen"].unique())
    panelen = taal.hoofdletter(taal.aantal_van(len(aantallen), "paneel", "panelen"))
    alt = f"{panelen} met de gemiddelde score per groep, voor {periode(aantallen)} groepen. {keuze}"
    if getoond == methode:
        naam = taal.aantal_van(K, "groep", "groepen")
        alt += f" Bij {naam} ging tussen {gebruikt[0]} en {gebruikt[-1]} {taal.opsomming(zinnen)}."
    jaren = sorted(deel["jaar"].unique())
    return Toelichting(
        "Gemiddelde leefbaarheidsscore per groep van trajecten, voor elk aantal groepen "
        f"({VORMNAMEN[methode]}), {periode(jaren)}; achter elke lijn het aantal wijken",
        alt,
        kader.bronregel(),
        delen.peiljaren(jaren),
        delen.n_tekst(int(maten["n"].max())),
    )


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
    jaren = sorted(deel["jaar"].unique())
    gebruikt = sorted(deel.loc[deel["gebruikt"], "jaar"].unique())
    scores = lid.merge(wijken[["wk_code", *(f"lbm_{jaar}" for jaar in jaren)]], on="wk_code")
    kolommen = min(3, K)
    rijen = -(-K // kolommen)
    kop = stijl.regelhoogte() + 0.2
    fig, assen = stijl.maak_figuur(
        kop + rijen * 5.0 + (rijen - 1) * (kop + 0.6) + 0.65,
        links=0.95,
        rechts=0.2,
        boven=kop,
        onder=0.65,
        rijen=rijen,
        kolommen=kolommen,
        tussen_x=0.5,
        tussen_y=kop + 0.6,
        sharex=True,
        sharey=True,
        squeeze=False,
    )
    for ax in assen.flat[K:]:
        ax.set_visible(False)
    waarden = scores[[f"lbm_{jaar}" for jaar in jaren]].to_numpy(float)
    eerste = assen[0, 0]
    eerste.set_xlim(jaren[0] - 0.4, jaren[-1] + 0.4)
    eerste.set_ylim(*delen.scorebereik(waarden.ravel()))
    for ax, (groep, lijn) in zip(assen.flat, deel.groupby("groep", sort=True), strict=False):
        stijl_ = TRAJECTSTIJLEN[groep - 1]
        _knik(ax, gebruikt)
        eigen = waarden[(scores["groep"] == groep).to_numpy()]
        ax.plot(jaren, eigen.T, color=stijl_.kleur, linewidth=0.5, alpha=0.3, zorder=1)
        _traject(ax, lijn, stijl_)
        titel = f"Groep {groep}: {delen.wijken_tekst(len(eigen))}"
        ax.set_title(titel, fontsize=stijl.KLEIN_PT, pad=3)
        delen.jaaras(ax, jaren, [gebruikt[-1]])
        ax.tick_params(labelbottom=True)
        stijl.getalas(ax.yaxis, 1, aantal=6)
        ax.spines["left"].set_visible(False)

    laatste = deel[deel["jaar"] == gebruikt[-1]]
    zinnen = [
        f"in groep {rij.groep} was de score in {gebruikt[-1]} gemiddeld "
        f"{taal.score(rij.gemiddelde)} (standaarddeviatie {taal.score(rij.sd)})"
        for rij in laatste.itertuples()
    ]
    return fig, Toelichting(
        f"Score per wijk (dunne lijnen) en gemiddelde van de groep, {periode(jaren)}; de indeling "
        f"gebruikt de jaren tot en met {gebruikt[-1]}",
        f"{taal.hoofdletter(taal.aantal_van(K, 'paneel', 'panelen'))} met een lijn per wijk en het "
        f"gemiddelde van de groep: {taal.opsomming(zinnen)}.",
        kader.bronregel(),
        delen.peiljaren(jaren),
        delen.n_tekst(len(scores)),
    )


# ---------------------------------------------------------------------------------------------
# Regression to the mean

WAARGENOMEN = Stijl("#b4531a", (), "o")
VERWACHTSTIJL = {
    "alleen_ruis": (Stijl("#6a757c", (), "^"), "verwacht bij alleen meetruis"),
    "ruis_en_beweging": (Stijl("#17495a", (), "s"), "verwacht bij meetruis en gewone beweging"),
}


def regressie_naar_gemiddelde(effect: pd.DataFrame, kader: Kader) -> Beeld | None:
    """Draw the observed change of the selection per window beside what its low score promises.

    Args:
        effect: table `effect` of `regressie_naar_gemiddelde.simulatie`.
        kader: facts of the edition.
    """
    if effect.empty:
        return None
    tabel = effect[effect["groep"] == "selectie"]
    vensters = sorted(set(zip(tabel["van"], tabel["tot"], strict=True)))
    modellen = [m for m in VERWACHTSTIJL if (tabel["model"] == m).any()]
    sleutels = [delen.lijnsleutel(WAARGENOMEN, "waargenomen", linewidth=1.2)]
    sleutels += [
        delen.lijnsleutel(VERWACHTSTIJL[m][0], VERWACHTSTIJL[m][1], linewidth=1.2) for m in modellen
    ]
    boven = delen.legendahoogte(sleutels, 0.1)
    links = 0.35 + max(stijl.tekstbreedte(venster(*v)) for v in vensters)
    rij = 0.32 * (1 + len(modellen)) + 0.3
    fig, ax = stijl.maak_figuur(
        rij * len(vensters) + boven + 1.15, links=links, rechts=0.3, boven=boven, onder=1.15
    )
    lagen = [("waargenomen", "ci_laag", "ci_hoog", modellen[0], WAARGENOMEN)]
    lagen += [
        ("verwacht", "verwacht_laag", "verwacht_hoog", m, VERWACHTSTIJL[m][0]) for m in modellen
    ]
    for i, (kolom, laag, hoog, model, stijl_) in enumerate(lagen):
        deel = tabel[tabel["model"] == model].set_index(["van", "tot"]).loc[vensters]
        punt = deel[kolom].to_numpy()
        ax.errorbar(
            punt,
            np.arange(len(vensters)) + (i - (len(lagen) - 1) / 2) * 0.25,
            xerr=np.vstack([punt - deel[laag].to_numpy(), deel[hoog].to_numpy() - punt]),
            fmt=stijl_.teken,
            color=stijl_.kleur,
            markersize=5.5,
            markeredgecolor=stijl.WIT,
            markeredgewidth=0.5,
            elinewidth=1.2,
            zorder=3,
        )
    for grens in range(1, len(vensters)):
        ax.axhline(grens - 0.5, color=stijl.LIJN, linewidth=0.5)
    delen.nullijn(ax)
    ax.set_ylim(len(vensters) - 0.5, -0.5)
    ax.set_yticks(range(len(vensters)), [venster(*v) for v in vensters])
    stijl.getalas(ax.xaxis, 2, plus=True)
    delen.onderschrift(
        fig, "verandering ten opzichte van alle wijken in aanmerking (scorepunten)", links, 0.3
    )
    delen.legenda(fig, sleutels, links=0.1)

    zinnen = []
    for van, tot in vensters:
        deel = tabel[(tabel["van"] == van) & (tabel["tot"] == tot)].set_index("model")
        verwacht = [taal.verandering(deel.loc[m, "verwacht"], 3) for m in modellen]
        waargenomen = taal.verandering(deel.iloc[0]["waargenomen"], 3)
        zinnen.append(f"{venster(van, tot)} {waargenomen} (verwacht {taal.opsomming(verwacht)})")
    eerste = tabel.iloc[0]
    jaren = {int(jaar) for v in vensters for jaar in v}
    return fig, Toelichting(
        "Waargenomen verandering van de geselecteerde wijken en de verandering die hun lage "
        f"beginscore doet verwachten, met 95%-interval, {periode(jaren)}",
        "Punten met intervallen per periode: de waargenomen verandering en de verwachte "
        f"verandering bij {_modellen_tekst(modellen)}. {'; '.join(zinnen)}.",
        kader.bronregel(),
        delen.peiljaren(jaren),
        f"N = {taal.getal(int(eerste['n']))} geselecteerde van "
        f"{taal.getal(int(eerste['n_populatie']))} wijken die in aanmerking kwamen.",
    )


def _modellen_tekst(modellen: Sequence[str]) -> str:
    namen = {
        "alleen_ruis": "alleen meetruis",
        "ruis_en_beweging": "meetruis met de gewone beweging van wijken",
    }
    return taal.opsomming([namen[m] for m in modellen])
