"""Figures of the clusters: size, gemeenten, map, decomposition by dimension, sensitivity."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import DIMENSIES, GROEPNAMEN, KLASSENAMEN
from leefbaarheid.figuren import delen as delen
from leefbaarheid.figuren import stijl
from leefbaarheid.figuren.delen import (
    Beeld,
    Kader,
    Toelichting,
    clusters_in_volgorde,
    met_n,
    n_tekst,
    venster,
)
from leefbaarheid.figuren.stijl import CLUSTERSTIJL, DIMENSIESTIJL, Stijl

MAATSTIJL = {
    "aandeel_wijken": Stijl(stijl.PETROL),
    "aandeel_inwoners": Stijl("#9fb7c1", arcering="////"),
}


def clusters_omvang(clusters: pd.DataFrame, kader: Kader) -> Beeld | None:
    """Draw the share of wijken and of inhabitants per cluster of the selection.

    Args:
        clusters: cluster, n_wijken, n_inwoners, aandeel_wijken, aandeel_inwoners.
    """
    if clusters["n_wijken"].sum() == 0:
        return None
    namen = clusters_in_volgorde(clusters["cluster"])
    tabel = clusters.set_index("cluster").loc[namen].fillna(0)
    lang = tabel.reset_index().melt(
        "cluster", list(MAATSTIJL), var_name="maat", value_name="aandeel"
    )
    links = 0.35 + max(stijl.tekstbreedte(naam, stijl.TEKST_PT) for naam in namen)
    sleutels = [
        delen.vlaksleutel(s, f"aandeel van de {maat.removeprefix('aandeel_')}")
        for maat, s in MAATSTIJL.items()
    ]
    boven = delen.legendahoogte(sleutels, links)
    fig, ax = stijl.maak_figuur(
        1.1 * len(namen) + boven + 0.1, links=links, rechts=0.1, boven=boven, onder=0.1
    )
    sns.barplot(
        lang,
        y="cluster",
        x="aandeel",
        hue="maat",
        order=namen,
        hue_order=list(MAATSTIJL),
        errorbar=None,
        legend=False,
        width=0.8,
        ax=ax,
    )
    wijken = [delen.wijken_tekst(int(n)) for n in tabel["n_wijken"]]
    inwoners = [f"{taal.getal(_honderdtal(n))} inwoners" for n in tabel["n_inwoners"]]
    top = float(lang["aandeel"].max())
    # room for the longest label behind the longest bar
    ruimte = max(stijl.tekstbreedte(f"100% ({tekst})") for tekst in (*wijken, *inwoners)) + 0.25
    ax.set_xlim(0, top / (1 - ruimte / stijl.maten(ax)[0]))
    for staven, maat, teksten in zip(ax.containers, MAATSTIJL, (wijken, inwoners), strict=True):
        for staaf, aandeel, tekst in zip(staven, tabel[maat], teksten, strict=True):
            staaf.set(**MAATSTIJL[maat].vlak)
            plek = (aandeel, staaf.get_y() + staaf.get_height() / 2)
            delen.tekst_bij(ax, f"{taal.procent(aandeel)} ({tekst})", plek, dx=4)
    ax.set_xticks([])  # every bar carries its number
    ax.spines["bottom"].set_visible(False)
    ax.tick_params(axis="y", labelsize=stijl.TEKST_PT)
    ax.set(xlabel="", ylabel="")
    delen.legenda(fig, sleutels, links=links)

    zinnen = [
        f"{naam} {taal.procent(rij['aandeel_wijken'])} van de wijken ({aantal}) en "
        f"{taal.procent(rij['aandeel_inwoners'])} van de inwoners"
        for (naam, rij), aantal in zip(tabel.iterrows(), wijken, strict=True)
    ]
    return fig, Toelichting(
        f"Omvang van de clusters in {kader.eindjaar}: aandeel van de geselecteerde wijken en van "
        "hun inwoners",
        f"Staafdiagram van de omvang per cluster: {'; '.join(zinnen)}.",
        kader.bronregel(context=True),
        delen.peiljaren([kader.eindjaar]),
        n_tekst(int(tabel["n_wijken"].sum())),
    )


def _honderdtal(inwoners: float) -> int:
    return round(inwoners / 100) * 100


def gemeenten(wijken: pd.DataFrame, kader: Kader, aantal: int = 15) -> Beeld | None:
    """Draw the number of selected wijken per gemeente, by cluster, for the `aantal` largest.

    Args:
        wijken: gm_code, gm_naam, in_selectie, cluster.
    """
    selectie = wijken[wijken["in_selectie"]]
    if selectie.empty:
        return None
    per_cluster = pd.crosstab(selectie["gm_code"], selectie["cluster"].fillna("onbekend"))
    totaal = per_cluster.sum(axis=1).rename("totaal").reset_index()
    totaal = totaal.sort_values(["totaal", "gm_code"], ascending=[False, True]).head(aantal)
    tabel = per_cluster.loc[totaal["gm_code"]]
    naam_van = selectie.drop_duplicates("gm_code").set_index("gm_code")["gm_naam"]
    namen = [stijl.breek_af(naam_van[code], 3.6, regels=1) for code in tabel.index]
    links = 0.3 + max(stijl.tekstbreedte(naam) for naam in namen)
    clusters = clusters_in_volgorde(tabel.columns)
    sleutels = [delen.vlaksleutel(CLUSTERSTIJL[naam], naam) for naam in clusters]
    boven = delen.legendahoogte(sleutels, 0.1)
    fig, ax = stijl.maak_figuur(
        0.52 * len(tabel) + boven + 1.15, links=links, rechts=0.6, boven=boven, onder=1.15
    )
    ax.set_xlim(0, float(totaal["totaal"].max()) * 1.02)
    ax.set_ylim(len(tabel) - 0.4, -0.6)
    y = np.arange(len(tabel), dtype=float)
    begin = np.zeros(len(tabel))
    for cluster in clusters:
        waarden = tabel[cluster].to_numpy(dtype=float)
        delen.stapel(ax, y, waarden, begin, CLUSTERSTIJL[cluster], taal.getal, 0.76)
        begin = begin + waarden
    for rij, som in zip(y, begin, strict=True):
        delen.tekst_bij(ax, taal.getal(som), (som, rij), dx=4, fontweight="semibold")
    ax.set_yticks(y, namen)
    stijl.getalas(ax.xaxis, 0)
    ax.xaxis.get_major_locator().set_params(integer=True)
    ax.set_xlabel("aantal geselecteerde wijken")
    ax.spines["left"].set_visible(False)
    delen.legenda(fig, sleutels, links=0.1)

    n, n_gm = len(selectie), len(per_cluster)
    eerste = [
        f"{naam_van[code]} ({taal.getal(som)})"
        for code, som in zip(tabel.index[:3], begin, strict=False)
    ]
    rest = n_gm > len(tabel)
    return fig, Toelichting(
        f"Geselecteerde wijken per gemeente naar cluster in {kader.eindjaar}"
        + (f", de {taal.getal(len(tabel))} gemeenten met de meeste wijken" if rest else ""),
        "Gestapelde staven met het aantal geselecteerde wijken per gemeente, naar cluster. "
        f"De meeste liggen in {taal.opsomming(eerste)}; de getoonde gemeenten tellen samen "
        f"{taal.getal(begin.sum())} van de {delen.wijken_tekst(n)}.",
        kader.bronregel(context=True),
        delen.peiljaren([kader.eindjaar]),
        f"N = {delen.wijken_tekst(n)} in {taal.getal(n_gm)} "
        f"{taal.meervoud(n_gm, 'gemeente', 'gemeenten')}.",
    )


# ---------------------------------------------------------------------------------------------
# Decomposition


def decompositie(
    tabel: pd.DataFrame, vensters: Sequence[Sequence[int]], kader: Kader
) -> Beeld | None:
    """Draw the contribution of each dimension to the mean change, per cluster, selection and land.

    Args:
        tabel: the table `decompositie`: van, tot, groep, n, totaal, one column per dimension.
        vensters: the windows to show; those without dimension scores are left out.
    """
    tabel = tabel[(tabel["n"] > 0) & tabel[list(DIMENSIES)].notna().all(axis=1)]
    per_venster = {
        (van, tot): tabel[(tabel["van"] == van) & (tabel["tot"] == tot)].set_index("groep")
        for van, tot in vensters
    }
    per_venster = {paar: deel for paar, deel in per_venster.items() if len(deel)}
    if not per_venster:
        return None
    n_van = tabel.groupby("groep")["n"].max()
    groepen = ["selectie", *clusters_in_volgorde(n_van.index), "land"]
    groepen = [groep for groep in groepen if groep in n_van.index]
    namen = [met_n(GROEPNAMEN.get(g, g), int(n_van[g])) for g in groepen]
    namen = [stijl.breek_af(naam, 3.5, regels=2) for naam in namen]
    links = 0.3 + max(stijl.tekstbreedte(naam) for naam in namen)
    totaal = {"marker": "D", "color": stijl.INKT, "markeredgecolor": stijl.WIT}
    sleutels = [delen.vlaksleutel(DIMENSIESTIJL[d], naam) for d, naam in DIMENSIES.items()]
    sleutels.append(Line2D([], [], linestyle="none", label="verandering van de score", **totaal))
    boven = delen.legendahoogte(sleutels, 0.1) + 0.55
    kolommen = min(2, len(per_venster))
    rijen = -(-len(per_venster) // kolommen)
    vast = (rijen - 1) * 1.3 + boven + 1.15
    fig, assen = stijl.maak_figuur(
        rijen * len(groepen) * stijl.rijhoogte(rijen * len(groepen), 0.78, vast, 0.5) + vast,
        links=links,
        rechts=0.35,
        boven=boven,
        onder=1.15,
        rijen=rijen,
        kolommen=kolommen,
        tussen_x=0.5,
        tussen_y=1.3,
        sharex=True,
        sharey=True,
        squeeze=False,
    )
    for ax in assen.flat[len(per_venster) :]:
        ax.set_visible(False)
    for ax, (paar, deel) in zip(assen.flat, per_venster.items(), strict=False):
        _bijdragen(ax, deel.reindex(groepen))
        ax.plot(deel["totaal"].reindex(groepen), range(len(groepen)), linestyle="none", **totaal)
        ax.set_title(venster(*paar))
    assen[0, 0].set_ylim(len(groepen) - 0.5, -0.5)
    assen[0, 0].set_yticks(range(len(groepen)), namen)
    stijl.getalas(assen[0, 0].xaxis, 2, plus=True, aantal=6)
    delen.onderschrift(fig, "bijdrage aan de verandering van de score (punten)", links, 0.35)
    delen.legenda(fig, sleutels, links=0.1)

    paar = max(per_venster, key=lambda v: (v[1] - v[0], v))
    groep = "selectie" if "selectie" in per_venster[paar].index else groepen[0]
    hoofd = per_venster[paar].loc[groep]
    zinnen = [f"{naam} {taal.verandering(hoofd[d], 3)}" for d, naam in DIMENSIES.items()]
    return fig, Toelichting(
        "Bijdrage van de vijf dimensies aan de gemiddelde verandering van de score per cluster, "
        f"{taal.opsomming([venster(*v) for v in per_venster])}",
        "Gestapelde staven per cluster met de bijdrage van vijf dimensies aan de gemiddelde "
        f"verandering van de score. De score van de {GROEPNAMEN.get(groep, groep)} veranderde "
        f"{venster(*paar)} met {taal.verandering(hoofd['totaal'], 3)} punt: "
        f"{taal.opsomming(zinnen)}.",
        kader.bronregel(),
        delen.peiljaren(jaar for v in per_venster for jaar in v),
        n_tekst(int(n_van[groep])),
    )


def _bijdragen(ax: Axes, deel: pd.DataFrame) -> None:
    """Draw diverging stacked bars: positive parts to the right of zero, negative to the left."""
    y = np.arange(len(deel), dtype=float)
    rechts, links = np.zeros(len(deel)), np.zeros(len(deel))
    for dimensie in DIMENSIES:
        waarden = deel[dimensie].fillna(0).to_numpy()
        begin = np.where(waarden >= 0, rechts, links)
        ax.barh(y, waarden, left=begin, height=0.66, **DIMENSIESTIJL[dimensie].vlak)
        rechts, links = rechts + waarden.clip(min=0), links + waarden.clip(max=0)
    delen.nullijn(ax)


# ---------------------------------------------------------------------------------------------
# Sensitivity


def gevoeligheid(tabel: pd.DataFrame, kader: Kader) -> Beeld | None:
    """Draw the cluster sizes against the tolerance, a panel per class cut; the basis is marked.

    Args:
        tabel: the table `gevoeligheid`: delta, voldoende_vanaf_klasse, cluster, n_wijken, basis.
    """
    if tabel.empty:
        return None
    namen = clusters_in_volgorde(tabel["cluster"])
    per_klasse = dict(list(tabel.groupby("voldoende_vanaf_klasse", sort=True)))
    deltas = sorted(tabel["delta"].unique())
    basis = tabel[tabel["basis"]]
    sleutels = [delen.lijnsleutel(CLUSTERSTIJL[naam], naam) for naam in namen]
    boven = delen.legendahoogte(sleutels, 0.1) + 0.95
    fig, assen = stijl.maak_figuur(
        5.4 + boven + 1.15,
        links=1.0,
        rechts=0.3,
        boven=boven,
        onder=1.15,
        kolommen=len(per_klasse),
        tussen_x=0.5,
        sharex=True,
        sharey=True,
        squeeze=False,
    )
    for ax, (vanaf, deel) in zip(assen[0], per_klasse.items(), strict=True):
        sns.lineplot(
            deel,
            x="delta",
            y="n_wijken",
            hue="cluster",
            style="cluster",
            hue_order=namen,
            style_order=namen,
            palette={naam: CLUSTERSTIJL[naam].kleur for naam in namen},
            dashes={naam: CLUSTERSTIJL[naam].streep or "" for naam in namen},
            markers={naam: CLUSTERSTIJL[naam].teken for naam in namen},
            errorbar=None,
            legend=False,
            clip_on=False,
            ax=ax,
        )
        ax.set_title(f"voldoende vanaf klasse {vanaf}\n({KLASSENAMEN[vanaf - 1]})", linespacing=1.1)
        ax.set(xlabel="", ylabel="")
        ax.grid(axis="y", color=stijl.LIJN, linewidth=0.5)
        ax.spines["left"].set_visible(False)
        if vanaf in set(basis["voldoende_vanaf_klasse"]):
            _markeer_basis(ax, float(basis["delta"].iloc[0]), deltas)
    eerste = assen[0, 0]
    eerste.set_ylim(0, max(float(tabel["n_wijken"].max()) * 1.1, 1))
    eerste.set_ylabel("aantal wijken")
    stijl.getalas(eerste.yaxis, 0)
    eerste.yaxis.get_major_locator().set_params(integer=True)
    if len(deltas) == 1:
        eerste.set_xlim(deltas[0] - 0.01, deltas[0] + 0.01)
    cijfers = max(delen.decimalen(delta) for delta in deltas)
    eerste.set_xticks(*_passend(eerste, {d: taal.getal(d, cijfers) for d in deltas}))
    delen.onderschrift(fig, "marge (scorepunten)", 1.0, 0.3)
    delen.legenda(fig, sleutels, links=0.1)

    uiterst = tabel.groupby("cluster")["n_wijken"].agg(["min", "max"])
    eigen = basis.set_index("cluster")["n_wijken"]
    zinnen = [
        f"{naam} {taal.getal(uiterst.loc[naam, 'min'])} tot {taal.getal(uiterst.loc[naam, 'max'])}"
        + (f" (basis {taal.getal(eigen[naam])})" if naam in eigen.index else "")
        for naam in namen
    ]
    n = tabel.groupby(["delta", "voldoende_vanaf_klasse"])["n_wijken"].sum().max()
    return fig, Toelichting(
        "Omvang van de clusters bij andere marges en een andere grens voor voldoende, "
        f"{kader.eindjaar}",
        "Lijnen met het aantal wijken per cluster bij "
        f"{taal.aantal_van(len(deltas), 'marge', 'marges')} en "
        f"{taal.aantal_van(len(per_klasse), 'klassegrens', 'klassegrenzen')}. "
        f"Het aantal wijken loopt uiteen: {'; '.join(zinnen)}.",
        kader.bronregel(),
        delen.peiljaren([kader.eindjaar]),
        n_tekst(int(n)),
    )


def _passend(ax: Axes, labels: dict[float, str]) -> tuple[list[float], list[str]]:
    """Return ticks for all values, with labels where they fit beside each other."""
    laag, hoog = ax.get_xlim()
    per_eenheid = stijl.maten(ax)[0] / (hoog - laag)
    teksten, vorige = [], -np.inf
    for waarde, tekst in labels.items():
        past = (waarde - vorige) * per_eenheid >= stijl.tekstbreedte(tekst) + 0.12
        teksten.append(tekst if past else "")
        vorige = waarde if past else vorige
    return list(labels), teksten


def _markeer_basis(ax: Axes, delta: float, deltas: Sequence[float]) -> None:
    """Shade the tolerance of the edition's own rule and name it."""
    half = 0.28 * (float(np.diff(deltas).min()) if len(deltas) > 1 else 0.01)
    ax.axvspan(delta - half, delta + half, facecolor="#f6e7dc", edgecolor="none", zorder=0)
    ax.annotate(
        "basis", (delta, 1), (0, -2), xycoords=ax.get_xaxis_transform(), ha="center", va="top",
        **delen.NOOT,
    )  # fmt: skip
