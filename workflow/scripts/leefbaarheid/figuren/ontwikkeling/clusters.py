"""The clusters of the selection: their size, and the gemeenten where their wijken lie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import ZONDER_CLUSTER
from leefbaarheid.basis.gebied import W
from leefbaarheid.figuren.delen import stijl
from leefbaarheid.figuren.delen.assen import getalas
from leefbaarheid.figuren.delen.blad import ONDER_ASTITEL, Marges, maak_figuur, maten
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.labels import tekst_bij
from leefbaarheid.figuren.delen.legenda import Legenda, vlaksleutel
from leefbaarheid.figuren.delen.staven import stapel
from leefbaarheid.figuren.delen.stijl import CLUSTERSTIJL, Stijl, clusters_in_volgorde
from leefbaarheid.figuren.delen.tekstmaat import breedste, breek_af
from leefbaarheid.figuren.delen.toelichting import (
    Beeld,
    Toelichting,
    gemeenten_tekst,
    koplopers,
    n_tekst,
    peiljaren,
    wijken_tekst,
)

# ---------------------------------------------------------------------------------------------
# Size of the clusters

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
    links = 0.35 + breedste(namen, stijl.TEKST_PT)
    sleutels = [
        vlaksleutel(s, f"aandeel van de {maat.removeprefix('aandeel_')}")
        for maat, s in MAATSTIJL.items()
    ]
    legenda = Legenda(sleutels, links)
    marges = Marges(links, rechts=0.1, boven=legenda.hoogte, onder=0.1)
    fig, ax = maak_figuur(1.1 * len(namen) + marges.boven + marges.onder, marges)
    aantallen = {
        "aandeel_wijken": [wijken_tekst(int(n)) for n in tabel["n_wijken"]],
        "aandeel_inwoners": [f"{taal.getal(_honderdtal(n))} inwoners" for n in tabel["n_inwoners"]],
    }
    _teken_omvang(ax, tabel, aantallen)
    legenda.zet(fig)
    return fig, _bij_omvang(tabel, aantallen["aandeel_wijken"], kader)


def _honderdtal(inwoners: float) -> int:
    return round(inwoners / 100) * 100


def _teken_omvang(ax: Axes, tabel: pd.DataFrame, aantallen: Mapping[str, Sequence[str]]) -> None:
    """Draw two bars per cluster, each with its share and the number behind it."""
    lang = tabel.reset_index().melt(
        "cluster", list(MAATSTIJL), var_name="maat", value_name="aandeel"
    )
    sns.barplot(
        lang,
        y="cluster",
        x="aandeel",
        hue="maat",
        order=list(tabel.index),
        hue_order=list(MAATSTIJL),
        errorbar=None,
        legend=False,
        width=0.8,
        ax=ax,
    )
    # room for the longest label behind the longest bar
    langste = [f"100% ({tekst})" for teksten in aantallen.values() for tekst in teksten]
    ruimte = breedste(langste) + 0.25
    ax.set_xlim(0, float(lang["aandeel"].max()) / (1 - ruimte / maten(ax)[0]))
    for staven, (maat, teksten) in zip(ax.containers, aantallen.items(), strict=True):
        for staaf, aandeel, tekst in zip(staven, tabel[maat], teksten, strict=True):
            staaf.set(**MAATSTIJL[maat].vlak)
            plek = (aandeel, staaf.get_y() + staaf.get_height() / 2)
            tekst_bij(ax, f"{taal.procent(aandeel)} ({tekst})", plek, dx=4)
    ax.set_xticks([])  # every bar carries its number
    ax.spines["bottom"].set_visible(False)
    ax.tick_params(axis="y", labelsize=stijl.TEKST_PT)
    ax.set(xlabel="", ylabel="")


def _bij_omvang(tabel: pd.DataFrame, wijken: Sequence[str], kader: Kader) -> Toelichting:
    zinnen = [
        f"{naam} {taal.procent(rij['aandeel_wijken'])} van de {W.gebieden} ({aantal}) en "
        f"{taal.procent(rij['aandeel_inwoners'])} van de inwoners"
        for (naam, rij), aantal in zip(tabel.iterrows(), wijken, strict=True)
    ]
    return Toelichting(
        f"Omvang van de clusters in {kader.eindjaar}: aandeel van de geselecteerde {W.gebieden} en "
        "van hun inwoners",
        f"Staafdiagram van de omvang per cluster: {'; '.join(zinnen)}.",
        kader.bronregel(context=True),
        peiljaren([kader.eindjaar]),
        n_tekst(int(tabel["n_wijken"].sum())),
    )


# ---------------------------------------------------------------------------------------------
# Gemeenten


def gemeenten(wijken: pd.DataFrame, kader: Kader, aantal: int = 15) -> Beeld | None:
    """Draw the number of selected wijken per gemeente, by cluster, for the `aantal` largest.

    Args:
        wijken: gm_code, gm_naam, in_selectie, cluster.
    """
    selectie = wijken[wijken["in_selectie"]]
    if selectie.empty:
        return None
    per_cluster = pd.crosstab(selectie["gm_code"], selectie["cluster"].fillna(ZONDER_CLUSTER))
    tabel = per_cluster.loc[_grootste(per_cluster, aantal)]
    naam_van = selectie.drop_duplicates("gm_code").set_index("gm_code")["gm_naam"].to_dict()
    namen = [breek_af(naam_van[code], 3.6, regels=1) for code in tabel.index]
    clusters = clusters_in_volgorde(tabel.columns)
    legenda = Legenda([vlaksleutel(CLUSTERSTIJL[naam], naam) for naam in clusters])
    marges = Marges(0.3 + breedste(namen), 0.6, legenda.hoogte, ONDER_ASTITEL)
    fig, ax = maak_figuur(0.52 * len(tabel) + marges.boven + marges.onder, marges)
    ax.set_xlim(0, float(tabel.sum(axis=1).max()) * 1.02)
    ax.set_ylim(len(tabel) - 0.4, -0.6)
    y = np.arange(len(tabel), dtype=float)
    lagen = [(CLUSTERSTIJL[naam], tabel[naam].to_numpy(dtype=float)) for naam in clusters]
    totalen = stapel(ax, y, lagen, taal.getal, 0.76)
    for rij, som in zip(y, totalen, strict=True):
        tekst_bij(ax, taal.getal(som), (som, rij), dx=4, gewicht="semibold")
    ax.set_yticks(y, namen)
    getalas(ax.xaxis, 0, heel=True)
    ax.set_xlabel(f"aantal geselecteerde {W.gebieden}")
    ax.spines["left"].set_visible(False)
    legenda.zet(fig)
    getoond = [(naam_van[code], float(som)) for code, som in zip(tabel.index, totalen, strict=True)]
    return fig, _bij_gemeenten(getoond, len(selectie), len(per_cluster), kader)


def _grootste(per_cluster: pd.DataFrame, aantal: int) -> list[str]:
    """Return the codes of the gemeenten with most wijken; ties by code."""
    totaal = per_cluster.sum(axis=1).rename("totaal").reset_index()
    totaal = totaal.sort_values(["totaal", "gm_code"], ascending=[False, True])
    return list(totaal["gm_code"].head(aantal))


def _bij_gemeenten(
    getoond: Sequence[tuple[str, float]], n: int, n_gemeenten: int, kader: Kader
) -> Toelichting:
    """Return the note; `getoond` has name and number of wijken per gemeente, largest first."""
    meest = koplopers(getoond)
    waar = f"De meeste liggen in {taal.opsomming(meest)}; de" if meest else "De"
    titel = f"Geselecteerde {W.gebieden} per gemeente naar cluster in {kader.eindjaar}"
    if n_gemeenten > len(getoond):
        titel += f", de {taal.getal(len(getoond))} gemeenten met de meeste {W.gebieden}"
    return Toelichting(
        titel,
        f"Gestapelde staven met het aantal geselecteerde {W.gebieden} per gemeente, naar cluster. "
        f"{waar} getoonde gemeenten tellen samen "
        f"{taal.getal(sum(som for _, som in getoond))} van de {wijken_tekst(n)}.",
        kader.bronregel(context=True),
        peiljaren([kader.eindjaar]),
        f"N = {wijken_tekst(n)} in {gemeenten_tekst(n_gemeenten)}.",
    )
