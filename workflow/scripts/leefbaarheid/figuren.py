"""The figures of the hoofdrapport and the bijlage Leefbaarheidsontwikkeling.

Each function takes result tables (contract: the modules that make them) and returns the figure
with its note, or None where the tables hold nothing to draw. Functions draw what the tables say and
compute no statistic that is not in a table, but for the histogram of `verdeling_verandering`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patheffects import withStroke

from leefbaarheid import figuurdelen as delen
from leefbaarheid import stijl, taal
from leefbaarheid.begrippen import CLUSTERS, DIMENSIES, KLASSENAMEN
from leefbaarheid.figuurdelen import GROEPNAMEN, Kader, Toelichting, n_tekst, periode, venster
from leefbaarheid.ontwikkeling import RICHTINGEN

Beeld = tuple[Figure, Toelichting]

MODELNAMEN = {
    "ancova": "eindscore gegeven beginscore",
    "verandering": "verandering",
    "basismeting": "verandering gegeven basismeting",
}
STEEKPROEFNAMEN = {
    "selectie": "geselecteerde wijken",
    "in_aanmerking": "alle wijken die in aanmerking komen",
}
GEEN_FACTOR = ("constante", "beginscore", "basisscore")


def _cluster_volgorde(aanwezig: Sequence[str]) -> list[str]:
    """Return the cluster names that occur, in the order of the study, unknown ones last."""
    return [naam for naam in (*CLUSTERS, "onbekend") if naam in set(aanwezig)]


# ---------------------------------------------------------------------------------------------
# Development over all years


def clusters_lijnen(gemiddelden: pd.DataFrame, kader: Kader) -> Beeld | None:
    """Draw the mean score per cluster of the selection in every year, with two reference lines.

    Args:
        gemiddelden: groep, cluster (empty for a whole group), jaar, n, gemiddelde.
    """
    tabel = gemiddelden.assign(cluster=gemiddelden["cluster"].fillna(""))
    clusters = tabel[(tabel["groep"] == "selectie") & (tabel["cluster"] != "")]
    clusters = clusters.dropna(subset="gemiddelde")
    referentie = tabel[(tabel["cluster"] == "") & tabel["groep"].isin(GROEPNAMEN)]
    referentie = referentie[referentie["groep"] != "selectie"].dropna(subset="gemiddelde")
    if clusters.empty:
        return None
    namen = _cluster_volgorde(clusters["cluster"])
    fig, ax = stijl.maak_figuur(9.4, links=0.95, rechts=3.95, boven=0.65, onder=0.65)
    _lijnvlak(ax, kader, [*clusters["gemiddelde"], *referentie["gemiddelde"]])
    sns.lineplot(
        clusters,
        x="jaar",
        y="gemiddelde",
        hue="cluster",
        style="cluster",
        hue_order=namen,
        style_order=namen,
        palette={naam: stijl.CLUSTERSTIJL[naam].kleur for naam in namen},
        dashes={naam: stijl.CLUSTERSTIJL[naam].streep or "" for naam in namen},
        markers={naam: stijl.CLUSTERSTIJL[naam].teken for naam in namen},
        errorbar=None,
        legend=False,
        ax=ax,
    )
    labels = []
    for groep, deel in referentie.groupby("groep", sort=True):
        _referentielijn(ax, deel, stijl.GROEPSTIJL[groep])
        labels.append(_eindlabel(deel, GROEPNAMEN[groep], stijl.GROEPSTIJL[groep].kleur))
    for naam in namen:
        deel = clusters[clusters["cluster"] == naam]
        labels.append(_eindlabel(deel, naam, stijl.CLUSTERSTIJL[naam].kleur))
    delen.eindlabels(ax, labels, kader.jaren[-1], 3.45)
    delen.markeer_jaar(ax, kader.eindjaar, f"indeling in clusters: {kader.eindjaar}")
    ax.set(xlabel="", ylabel="")

    zinnen = [_van_naar(naam, clusters[clusters["cluster"] == naam]) for naam in namen]
    land = referentie[referentie["groep"] == "land"]
    alt = (
        f"Lijngrafiek van de gemiddelde leefbaarheidsscore per cluster, {periode(kader.jaren)}. "
        f"Van het eerste naar het laatste jaar ging de score in {taal.opsomming(zinnen)}."
    )
    if len(land):
        alt += f" {_van_naar('Het gemiddelde van alle wijken', land, los=True)}."
    n = int(clusters.groupby("cluster")["n"].max().sum())
    return fig, Toelichting(
        f"Gemiddelde leefbaarheidsscore per cluster, {periode(kader.jaren)}",
        alt,
        kader.bronregel(),
        delen.peiljaren(kader.jaren),
        n_tekst(n),
    )


def groepen_lijnen(gemiddelden: pd.DataFrame, kader: Kader) -> Beeld | None:
    """Draw the mean score of the selection (with one standard deviation), the rest and all.

    Args:
        gemiddelden: groep, cluster, jaar, n, gemiddelde, sd.
    """
    tabel = gemiddelden[gemiddelden["cluster"].fillna("") == ""].dropna(subset="gemiddelde")
    tabel = tabel[tabel["groep"].isin(GROEPNAMEN)]
    groepen = [groep for groep in GROEPNAMEN if (tabel["groep"] == groep).any()]
    if "selectie" not in groepen:
        return None
    selectie = tabel[tabel["groep"] == "selectie"]
    onder, boven = selectie["gemiddelde"] - selectie["sd"], selectie["gemiddelde"] + selectie["sd"]
    fig, ax = stijl.maak_figuur(8.6, links=0.95, rechts=3.95, boven=0.65, onder=0.65)
    _lijnvlak(ax, kader, [*tabel["gemiddelde"], *onder.dropna(), *boven.dropna()])
    kleur = stijl.GROEPSTIJL["selectie"].kleur
    ax.fill_between(
        selectie["jaar"], onder, boven, color=kleur, alpha=0.16, linewidth=0, zorder=1.2
    )
    for rand in (onder, boven):
        ax.plot(selectie["jaar"], rand, color=kleur, linewidth=0.5, zorder=1.3)
    sns.lineplot(
        tabel,
        x="jaar",
        y="gemiddelde",
        hue="groep",
        style="groep",
        hue_order=groepen,
        style_order=groepen,
        palette={groep: stijl.GROEPSTIJL[groep].kleur for groep in groepen},
        dashes={groep: stijl.GROEPSTIJL[groep].streep or "" for groep in groepen},
        markers={groep: stijl.GROEPSTIJL[groep].teken for groep in groepen},
        errorbar=None,
        legend=False,
        ax=ax,
    )
    labels = [
        _eindlabel(
            tabel[tabel["groep"] == groep], GROEPNAMEN[groep], stijl.GROEPSTIJL[groep].kleur
        )
        for groep in groepen
    ]
    delen.eindlabels(ax, labels, kader.jaren[-1], 3.45)
    ax.set(xlabel="", ylabel="")

    zinnen = [_van_naar(f"de {_kaal(g)}", tabel[tabel["groep"] == g]) for g in groepen]
    alt = (
        f"Lijngrafiek van de gemiddelde leefbaarheidsscore, {periode(kader.jaren)}. "
        f"Van het eerste naar het laatste jaar ging de score bij {taal.opsomming(zinnen)}."
    )
    laatste = selectie.sort_values("jaar").iloc[-1]
    if not taal.is_leeg(laatste["sd"]):
        alt += (
            f" Een band toont één standaarddeviatie rond de geselecteerde wijken: "
            f"{taal.score(laatste['sd'])} punt in {int(laatste['jaar'])}."
        )
    return fig, Toelichting(
        "Gemiddelde leefbaarheidsscore van de geselecteerde wijken (met een band van één "
        "standaarddeviatie), de overige vergelijkbare wijken en alle wijken, "
        f"{periode(kader.jaren)}",
        alt,
        kader.bronregel(),
        delen.peiljaren(kader.jaren),
        f"N = {taal.opsomming([_n_groep(tabel, groep) for groep in groepen])}.",
    )


def _kaal(groep: str) -> str:
    return GROEPNAMEN[groep] if groep != "land" else "wijken in het hele land"


def _n_groep(tabel: pd.DataFrame, groep: str) -> str:
    n = int(tabel.loc[tabel["groep"] == groep, "n"].max())
    return f"{taal.getal(n)} {GROEPNAMEN[groep]}" if groep != "land" else f"{taal.getal(n)} in het hele land"


def _lijnvlak(ax: Axes, kader: Kader, scores: Sequence[float]) -> None:
    """Prepare an axis for lines of scores: limits, class bands with names, years."""
    spanne = kader.jaren[-1] - kader.jaren[0]
    # room for the class names, left of the first year
    breedte = stijl.maten(ax)[0]
    goot = spanne * 2.0 / (breedte - 2.0)
    ax.set_xlim(kader.jaren[0] - goot, kader.jaren[-1] + spanne * 0.015)
    ax.set_ylim(*delen.scorebereik(scores))
    delen.klassebanden(ax, kader.grenzen)
    delen.jaaras(ax, kader.jaren, [kader.eindjaar])
    delen.scoreas(ax)


def _referentielijn(ax: Axes, deel: pd.DataFrame, stijl_: stijl.Stijl) -> None:
    ax.plot(
        deel["jaar"],
        deel["gemiddelde"],
        color=stijl_.kleur,
        linestyle=stijl_.lijnstijl,
        linewidth=1.1,
        zorder=1.8,
    )


def _eindlabel(deel: pd.DataFrame, naam: str, kleur: str) -> tuple[float, str, str]:
    laatste = deel.sort_values("jaar").iloc[-1]
    return laatste["gemiddelde"], f"{naam} (n\u00a0=\u00a0{taal.getal(int(deel['n'].max()))})", kleur


def _van_naar(naam: str, deel: pd.DataFrame, los: bool = False) -> str:
    """Return "Terugval van 3,83 naar 3,91"; as a sentence of its own with `los`."""
    reeks = deel.sort_values("jaar")["gemiddelde"]
    werk = " ging" if los else ""
    return f"{naam}{werk} van {taal.score(reeks.iloc[0])} naar {taal.score(reeks.iloc[-1])}"


# ---------------------------------------------------------------------------------------------
# Shares


def aandelen_vensters(
    ontwikkeling: pd.DataFrame, vensters: Sequence[Sequence[int]], delta: float, kader: Kader
) -> Beeld | None:
    """Draw the shares fallen, stagnated, risen per window: of wijken left, of inhabitants right.

    Args:
        ontwikkeling: van, tot, groep, n, aandeel_<richting>, aandeel_<richting>_inwoners.
        vensters: the windows to show, in this order.
        delta: tolerance in score points.
    """
    tabel = ontwikkeling.set_index(["van", "tot", "groep"])
    rijen = [
        (van, tot, groep)
        for van, tot in vensters
        for groep in ("selectie", "land")
        if (van, tot, groep) in tabel.index and tabel.loc[(van, tot, groep), "n"] > 0
    ]
    if not rijen:
        return None
    sleutels = [delen.vlaksleutel(stijl.RICHTINGSTIJL[r], r) for r in RICHTINGEN]
    links = 4.45
    boven = delen.legendahoogte(sleutels, links) + 0.55
    fig, assen = stijl.maak_figuur(
        0.62 * len(rijen) + 0.2 * len(vensters) + boven + 0.7,
        links=links,
        boven=boven,
        onder=0.6,
        rechts=0.4,
        kolommen=2,
        tussen_x=0.75,
        sharey=True,
    )
    y, hoogte = _rijen_per_venster(rijen)
    for ax, gewicht, kop in zip(
        assen, ("", "_inwoners"), ("aandeel van de wijken", "aandeel van de inwoners"), strict=True
    ):
        begin = np.zeros(len(rijen))
        for richting in RICHTINGEN:
            waarden = tabel.loc[rijen, f"aandeel_{richting}{gewicht}"].fillna(0).to_numpy()
            _stapel(ax, y, waarden, begin, stijl.RICHTINGSTIJL[richting], 0.78)
            begin = begin + waarden
        ax.set_xlim(0, 1)
        stijl.getalas(ax.xaxis, 0, procent=True)
        ax.set_xticks([0, 0.5, 1])
        ax.set_title(kop)
        ax.spines["left"].set_visible(False)
        ax.spines["bottom"].set_visible(False)
        ax.tick_params(axis="x", length=0)
    assen[0].set_ylim(hoogte, -0.55)
    assen[0].set_yticks(y, [GROEPNAMEN[groep] for _, _, groep in rijen])
    for van, tot in dict.fromkeys((van, tot) for van, tot, _ in rijen):
        eerste = next(i for i, rij in enumerate(rijen) if rij[:2] == (van, tot))
        assen[0].annotate(
            venster(van, tot),
            xy=(0, y[eerste]),
            xycoords=assen[0].get_yaxis_transform(),
            xytext=(-links / 2.54 * 72 + 2, 0),
            textcoords="offset points",
            va="center",
            fontsize=stijl.KLEIN_PT,
            fontweight="semibold",
            color=stijl.PETROL,
            annotation_clip=False,
        )
    delen.legenda(fig, sleutels, links=links)

    zinnen = [
        f"{venster(van, tot)} {taal.procent(rij['aandeel_gedaald'])} gedaald en "
        f"{taal.procent(rij['aandeel_gestegen'])} gestegen (naar inwoners "
        f"{taal.procent(rij['aandeel_gedaald_inwoners'])} en "
        f"{taal.procent(rij['aandeel_gestegen_inwoners'])})"
        for van, tot, groep in rijen
        if groep == "selectie"
        for rij in [tabel.loc[(van, tot, groep)]]
    ]
    alt = (
        "Gestapelde staven met het aandeel wijken en het aandeel inwoners waarvan de "
        "leefbaarheidsscore daalde, stagneerde of steeg, per periode. "
        f"Van de geselecteerde wijken: {'; '.join(zinnen)}."
    )
    n = {groep: int(tabel.xs(groep, level="groep")["n"].max()) for groep in ("selectie", "land")}
    jaren = {jaar for van, tot, _ in rijen for jaar in (van, tot)}
    return fig, Toelichting(
        f"Aandeel wijken en inwoners met een gedaalde, gestagneerde of gestegen score per periode, "
        f"{periode(jaren)} (gestagneerd: een verandering van ten hoogste "
        f"{taal.getal(delta, _decimalen(delta))} punt)",
        alt,
        kader.bronregel(),
        delen.peiljaren(jaren),
        f"N = {taal.getal(n['selectie'])} geselecteerde en {taal.getal(n['land'])} wijken in het "
        "hele land.",
    )


def _decimalen(waarde: float) -> int:
    """Return how many decimals a setting needs, at least two."""
    return next((d for d in (2, 3, 4) if abs(round(waarde, d) - waarde) < 1e-9), 4)


def _rijen_per_venster(rijen: Sequence[tuple[int, int, str]]) -> tuple[list[float], float]:
    """Return the y of each row, with some room between windows, and the lower limit."""
    y: list[float] = []
    for i, rij in enumerate(rijen):
        nieuw = i > 0 and rijen[i - 1][:2] != rij[:2]
        y.append((y[-1] + 1 + 0.35 * nieuw) if y else 0.0)
    return y, y[-1] + 0.55


def _stapel(
    ax: Axes,
    y: Sequence[float],
    waarden: np.ndarray,
    begin: np.ndarray,
    stijl_: stijl.Stijl,
    dikte: float,
    opmaak: Callable[[float], str] = taal.procent,
) -> None:
    """Add one layer to stacked horizontal bars, with its numbers where they fit."""
    ax.barh(
        y,
        waarden,
        left=begin,
        height=dikte,
        color=stijl_.kleur,
        edgecolor=stijl.WIT,
        linewidth=0.6,
        hatch=stijl_.arcering,
    )
    laag, hoog = 0.0, float((begin + waarden).max())
    per_cm = max(hoog, 1.0 if opmaak is taal.procent else hoog) / stijl.maten(ax)[0]
    for rij, waarde, links in zip(y, waarden, begin, strict=True):
        tekst = opmaak(waarde)
        if waarde > laag and stijl.tekstbreedte(tekst) + 0.06 <= waarde / per_cm:
            ax.text(
                links + waarde / 2,
                rij,
                tekst,
                ha="center",
                va="center_baseline",
                fontsize=stijl.KLEIN_PT,
                color=stijl.tekstkleur(stijl_.kleur),
                # a plain ground, so that the hatch does not run through the number
                path_effects=[withStroke(linewidth=2.6, foreground=stijl_.kleur)]
                if stijl_.arcering
                else [],
            )


def clusters_omvang(clusters: pd.DataFrame, kader: Kader) -> Beeld | None:
    """Draw the share of wijken and of inhabitants per cluster of the selection.

    Args:
        clusters: cluster, n_wijken, n_inwoners, aandeel_wijken, aandeel_inwoners.
    """
    if clusters["n_wijken"].sum() == 0:
        return None
    namen = _cluster_volgorde(clusters["cluster"])
    tabel = clusters.set_index("cluster").loc[namen].fillna(0)
    lang = tabel.reset_index().melt(
        "cluster", ["aandeel_wijken", "aandeel_inwoners"], var_name="maat", value_name="aandeel"
    )
    maten = {"aandeel_wijken": stijl.PETROL, "aandeel_inwoners": "#9fb7c1"}
    links = 0.35 + max(stijl.tekstbreedte(naam, stijl.TEKST_PT) for naam in namen)
    sleutels = [
        delen.vlaksleutel(stijl.Stijl(maten["aandeel_wijken"]), "aandeel van de wijken"),
        delen.vlaksleutel(
            stijl.Stijl(maten["aandeel_inwoners"], arcering="////"), "aandeel van de inwoners"
        ),
    ]
    boven = delen.legendahoogte(sleutels, links)
    fig, ax = stijl.maak_figuur(
        1.12 * len(namen) + boven + 0.1, links=links, rechts=0.3, boven=boven, onder=0.1
    )
    sns.barplot(
        lang,
        y="cluster",
        x="aandeel",
        hue="maat",
        order=namen,
        palette=maten,
        saturation=1,
        errorbar=None,
        legend=False,
        width=0.8,
        ax=ax,
    )
    aantallen = [
        [delen.wijken_tekst(int(n)) for n in tabel["n_wijken"]],
        [f"{taal.getal(_honderdtal(n))} inwoners" for n in tabel["n_inwoners"]],
    ]
    for staven, teksten, maat in zip(ax.containers, aantallen, maten, strict=True):
        if maat == "aandeel_inwoners":
            for staaf in staven:
                staaf.set(hatch="////", edgecolor=stijl.WIT, linewidth=0)
        labels = [
            f"{taal.procent(waarde)} ({tekst})"
            for waarde, tekst in zip(tabel[maat], teksten, strict=True)
        ]
        ax.bar_label(staven, labels, padding=3, fontsize=stijl.KLEIN_PT, color=stijl.INKT)
    langste = max(stijl.tekstbreedte("100% (10.000.000 inwoners)"), 3.0)
    breedte = stijl.maten(ax)[0]
    top = float(lang["aandeel"].max())
    ax.set_xlim(0, top * breedte / (breedte - langste - 0.2))
    ax.set_xticks([])  # every bar carries its number
    ax.spines["bottom"].set_visible(False)
    ax.tick_params(axis="y", labelsize=stijl.TEKST_PT)
    ax.set(xlabel="", ylabel="")
    delen.legenda(fig, sleutels, links=links)

    zinnen = [
        f"{naam} {taal.procent(rij['aandeel_wijken'])} van de wijken "
        f"({taal.getal(int(rij['n_wijken']))}) en {taal.procent(rij['aandeel_inwoners'])} van de "
        "inwoners"
        for naam, rij in tabel.iterrows()
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
    return int(round(inwoners / 100.0) * 100)


def gemeenten(wijken: pd.DataFrame, kader: Kader, aantal: int = 15) -> Beeld | None:
    """Draw the number of selected wijken per gemeente, by cluster, for the `aantal` largest.

    Args:
        wijken: gm_code, gm_naam, in_selectie, cluster.
    """
    selectie = wijken[wijken["in_selectie"]]
    if selectie.empty:
        return None
    selectie = selectie.assign(cluster=selectie["cluster"].fillna("onbekend"))
    tabel = pd.crosstab(selectie["gm_code"], selectie["cluster"])
    clusters = _cluster_volgorde(tabel.columns)
    tabel = tabel.assign(totaal=tabel.sum(axis=1)).reset_index()
    tabel = tabel.sort_values(["totaal", "gm_code"], ascending=[False, True]).head(aantal)
    naam_van = selectie.drop_duplicates("gm_code").set_index("gm_code")["gm_naam"]
    namen = [stijl.breek_af(naam_van[code], 3.2, regels=1) for code in tabel["gm_code"]]
    links = 0.3 + max(stijl.tekstbreedte(naam) for naam in namen)
    sleutels = [delen.vlaksleutel(stijl.CLUSTERSTIJL[naam], naam) for naam in clusters]
    boven = delen.legendahoogte(sleutels, links)
    fig, ax = stijl.maak_figuur(
        0.52 * len(tabel) + boven + 1.0, links=links, rechts=0.6, boven=boven, onder=0.95
    )
    y = np.arange(len(tabel), dtype=float)
    begin = np.zeros(len(tabel))
    top = float(tabel["totaal"].max())
    ax.set_xlim(0, top * 1.02)
    for cluster in clusters:
        waarden = tabel[cluster].to_numpy(dtype=float)
        _stapel(ax, y, waarden, begin, stijl.CLUSTERSTIJL[cluster], 0.76, _geheel(top))
        begin = begin + waarden
    for rij, totaal in zip(y, tabel["totaal"], strict=True):
        ax.annotate(
            taal.getal(int(totaal)),
            xy=(totaal, rij),
            xytext=(3, 0),
            textcoords="offset points",
            va="center_baseline",
            fontsize=stijl.KLEIN_PT,
            fontweight="semibold",
        )
    ax.set_ylim(len(tabel) - 0.4, -0.6)
    ax.set_yticks(y, namen)
    stijl.getalas(ax.xaxis, 0)
    ax.xaxis.get_major_locator().set_params(integer=True)
    ax.set_xlabel("aantal geselecteerde wijken")
    ax.spines["left"].set_visible(False)
    delen.legenda(fig, sleutels, links=links)

    eerste = [
        f"{naam_van[rij.gm_code]} ({taal.getal(int(rij.totaal))})"
        for rij in tabel.head(3).itertuples()
    ]
    n, n_gm = len(selectie), selectie["gm_code"].nunique()
    getoond = int(tabel["totaal"].sum())
    welke = (
        f"de {taal.getal(len(tabel))} gemeenten met de meeste" if n_gm > len(tabel) else "alle gemeenten met"
    )
    alt = (
        f"Gestapelde staven met het aantal geselecteerde wijken per gemeente, naar cluster. "
        f"{taal.meervoud(len(eerste), 'Dat is', 'De meeste liggen in')} {taal.opsomming(eerste)}; "
        f"de getoonde gemeenten tellen {taal.getal(getoond)} van de {delen.wijken_tekst(n)}."
    )
    return fig, Toelichting(
        f"Geselecteerde wijken per gemeente naar cluster in {kader.eindjaar}, {welke} "
        "geselecteerde wijken",
        alt,
        kader.bronregel(context=True),
        delen.peiljaren([kader.eindjaar]),
        f"N = {delen.wijken_tekst(n)} in {taal.getal(n_gm)} "
        f"{taal.meervoud(n_gm, 'gemeente', 'gemeenten')}.",
    )


def _geheel(_: float) -> Callable[[float], str]:
    return lambda waarde: taal.getal(int(waarde))


# ---------------------------------------------------------------------------------------------
# Decomposition


def decompositie(
    decompositie: pd.DataFrame, vensters: Sequence[Sequence[int]], kader: Kader
) -> Beeld | None:
    """Draw the contribution of each dimension to the mean change, per cluster, selection and land.

    Args:
        decompositie: van, tot, groep, n, totaal, one column per dimension.
        vensters: the windows to show; those without dimension scores are left out.
    """
    tabel = decompositie[(decompositie["n"] > 0) & decompositie[list(DIMENSIES)].notna().all(axis=1)]
    paren = [tuple(v) for v in vensters]
    paren = [(van, tot) for van, tot in paren if ((tabel["van"] == van) & (tabel["tot"] == tot)).any()]
    if not paren:
        return None
    groepen = ["selectie", *_cluster_volgorde(tabel["groep"]), "land"]
    groepen = [g for g in groepen if g in set(tabel["groep"])]
    n_van = tabel.groupby("groep")["n"].max()
    namen = [f"{GROEPNAMEN.get(g, g)} (n\u00a0=\u00a0{taal.getal(int(n_van[g]))})" for g in groepen]
    namen = [stijl.breek_af(naam, 3.1, regels=2) for naam in namen]
    links = 0.3 + max(stijl.tekstbreedte(naam) for naam in namen)
    sleutels = [delen.vlaksleutel(stijl.DIMENSIESTIJL[d], naam) for d, naam in DIMENSIES.items()]
    sleutels.append(_totaalteken("verandering van de score"))
    boven = delen.legendahoogte(sleutels, 0.1) + 0.55
    rijen, kolommen = -(-len(paren) // 2), min(2, len(paren))
    vlak = 0.78 * len(groepen) + 0.2
    fig, assen = stijl.maak_figuur(
        rijen * vlak + (rijen - 1) * 1.2 + boven + 1.0,
        links=links,
        rechts=0.3,
        boven=boven,
        onder=1.0,
        rijen=rijen,
        kolommen=kolommen,
        tussen_x=0.5,
        tussen_y=1.2,
        sharex=True,
        sharey=True,
        squeeze=False,
    )
    for ax in assen.flat[len(paren) :]:
        ax.set_visible(False)
    for ax, (van, tot) in zip(assen.flat, paren, strict=False):
        deel = tabel[(tabel["van"] == van) & (tabel["tot"] == tot)].set_index("groep")
        _bijdragen(ax, deel.reindex(groepen))
        ax.set_title(venster(van, tot))
    for ax in assen[:, 0]:
        ax.set_yticks(range(len(groepen)), namen)
        ax.set_ylim(len(groepen) - 0.5, -0.5)
    for ax in assen[-1]:
        ax.set_xlabel("bijdrage aan de verandering (scorepunten)")
    stijl.getalas(assen[0, 0].xaxis, 2, plus=True, aantal=5)
    delen.legenda(fig, sleutels, links=0.1)

    van, tot = max(paren, key=lambda v: (v[1] - v[0], v))
    hoofd = tabel[(tabel["van"] == van) & (tabel["tot"] == tot) & (tabel["groep"] == "selectie")]
    zinnen = [
        f"{naam} {taal.verandering(hoofd[d].iloc[0], 3)}" for d, naam in DIMENSIES.items()
    ]
    alt = (
        "Gestapelde staven per cluster met de bijdrage van vijf dimensies aan de gemiddelde "
        f"verandering van de score. Bij de geselecteerde wijken was de verandering {venster(van, tot)} "
        f"{taal.verandering(hoofd['totaal'].iloc[0], 3)} punt: {taal.opsomming(zinnen)}."
    )
    jaren = {jaar for paar in paren for jaar in paar}
    return fig, Toelichting(
        "Bijdrage van de vijf dimensies aan de gemiddelde verandering van de score, per cluster, "
        f"{taal.opsomming([venster(*paar) for paar in paren])}",
        alt,
        kader.bronregel(),
        delen.peiljaren(jaren),
        n_tekst(int(n_van["selectie"])),
    )


def _totaalteken(naam: str) -> Line2D:
    return Line2D(
        [],
        [],
        linestyle="none",
        marker="D",
        markersize=5.2,
        color=stijl.INKT,
        markeredgecolor=stijl.WIT,
        markeredgewidth=0.8,
        label=naam,
    )


def _bijdragen(ax: Axes, deel: pd.DataFrame) -> None:
    """Draw diverging stacked bars: positive parts to the right of zero, negative to the left."""
    y = np.arange(len(deel), dtype=float)
    plus, min_ = np.zeros(len(deel)), np.zeros(len(deel))
    for dimensie in DIMENSIES:
        waarden = deel[dimensie].fillna(0).to_numpy()
        begin = np.where(waarden >= 0, plus, min_)
        s = stijl.DIMENSIESTIJL[dimensie]
        ax.barh(
            y, waarden, left=begin, height=0.66, color=s.kleur, hatch=s.arcering,
            edgecolor=stijl.WIT, linewidth=0.5,
        )  # fmt: skip
        plus, min_ = plus + np.clip(waarden, 0, None), min_ + np.clip(waarden, None, 0)
    ax.axvline(0, color=stijl.INKT, linewidth=0.8)
    ax.scatter(
        deel["totaal"], y, marker="D", s=30, color=stijl.INKT, edgecolor=stijl.WIT, linewidth=0.9,
        zorder=4,
    )  # fmt: skip
    ax.spines["left"].set_visible(False)
    ax.grid(axis="x", color=stijl.LIJN, linewidth=0.5)


# ---------------------------------------------------------------------------------------------
# Models


def _factoren(regressie: pd.DataFrame) -> pd.DataFrame:
    return regressie[~regressie["term"].isin(GEEN_FACTOR)]


def coefficienten(
    regressie: pd.DataFrame, hoofdvenster: Sequence[int], hoofdmodel: str, kader: Kader
) -> Beeld | None:
    """Draw the coefficients per standard deviation with their 95% intervals, for each model form.

    Args:
        regressie: van, tot, model, steekproef, term, label, coef_sd, ci_sd_laag, ci_sd_hoog, n.
        hoofdvenster: the outcome window.
        hoofdmodel: the form the note describes.
    """
    van, tot = hoofdvenster
    tabel = _factoren(regressie)
    tabel = tabel[(tabel["van"] == van) & (tabel["tot"] == tot) & (tabel["steekproef"] == "selectie")]
    modellen = [m for m in MODELNAMEN if (tabel["model"] == m).any()]
    if not modellen:
        return None
    factoren = list(dict.fromkeys(tabel["term"]))
    label_van = tabel.drop_duplicates("term").set_index("term")["label"]
    namen = [stijl.breek_af(label_van[f], 4.6, regels=2) for f in factoren]
    links = 0.3 + max(stijl.tekstbreedte(naam) for naam in namen)
    sleutels = [_schattingsteken(stijl.MODELSTIJL[m], MODELNAMEN[m]) for m in modellen]
    boven = delen.legendahoogte(sleutels, 0.1)
    fig, ax = stijl.maak_figuur(
        (0.34 * len(modellen) + 0.3) * len(factoren) + boven + 1.1,
        links=links,
        rechts=0.3,
        boven=boven,
        onder=1.0,
    )
    for i, model in enumerate(modellen):
        deel = tabel[tabel["model"] == model].set_index("term").reindex(factoren)
        y = np.arange(len(factoren)) + (i - (len(modellen) - 1) / 2) * 0.25
        _schattingen(ax, y, deel, stijl.MODELSTIJL[model])
    _nullijn(ax)
    for rij in range(1, len(factoren)):
        ax.axhline(rij - 0.5, color=stijl.LIJN, linewidth=0.5)
    ax.set_ylim(len(factoren) - 0.5, -0.5)
    ax.set_yticks(range(len(factoren)), namen)
    stijl.getalas(ax.xaxis, 2, plus=True)
    ax.set_xlabel("verschil in score per standaarddeviatie van de factor (scorepunten)")
    delen.legenda(fig, sleutels, links=0.1)

    model = hoofdmodel if hoofdmodel in modellen else modellen[0]
    hoofd = tabel[tabel["model"] == model]
    n = int(hoofd["n"].max())
    return fig, Toelichting(
        f"Samenhang van factoren met de leefbaarheidsontwikkeling {venster(van, tot)} bij de "
        "geselecteerde wijken: coëfficiënt per standaarddeviatie met 95%-interval, naar modelvorm",
        "Puntschattingen met intervallen per factor, voor "
        f"{taal.aantal_van(len(modellen), 'modelvorm', 'modelvormen')}. "
        + _alt_schattingen(hoofd, f"In het model {MODELNAMEN[model]}"),
        kader.bronregel(context=True),
        delen.peiljaren([van, tot]),
        f"N = {delen.wijken_tekst(n)} met alle gegevens, in "
        f"{taal.getal(int(hoofd['n_gemeenten'].max()))} gemeenten.",
    )


def _alt_schattingen(deel: pd.DataFrame, begin: str) -> str:
    """Say which factors have an interval without zero, strongest first."""
    los = deel[(deel["ci_sd_laag"] > 0) | (deel["ci_sd_hoog"] < 0)]
    los = los.iloc[np.argsort(-los["coef_sd"].abs(), kind="stable")]
    factoren = taal.meervoud(len(deel), "factor", "factoren")
    if los.empty:
        return f"{begin} ligt nul bij alle {taal.getal(len(deel))} {factoren} binnen het interval."
    zinnen = [
        f"{rij.label} {taal.verandering(rij.coef_sd, 3)} "
        f"({taal.interval(rij.ci_sd_laag, rij.ci_sd_hoog, 3)})"
        for rij in los.itertuples()
    ]
    return (
        f"{begin} ligt nul bij {taal.getal(len(los))} van de {taal.getal(len(deel))} {factoren} "
        f"buiten het interval: {taal.opsomming(zinnen)}."
    )


def _schattingsteken(stijl_: stijl.Stijl, naam: str) -> Line2D:
    return delen.lijnsleutel(stijl_, naam, linewidth=1.2, markersize=5)


def _schattingen(
    ax: Axes, y: np.ndarray, deel: pd.DataFrame, stijl_: stijl.Stijl, maat: float = 5.0
) -> None:
    """Draw point estimates with their intervals."""
    coef = deel["coef_sd"].to_numpy()
    fout = np.vstack([coef - deel["ci_sd_laag"].to_numpy(), deel["ci_sd_hoog"].to_numpy() - coef])
    ax.errorbar(
        coef,
        y,
        xerr=fout,
        fmt=stijl_.teken,
        color=stijl_.kleur,
        markersize=maat,
        markeredgecolor=stijl.WIT,
        markeredgewidth=0.5,
        elinewidth=1.2,
        capsize=0,
        zorder=3,
    )


def _nullijn(ax: Axes) -> None:
    ax.axvline(0, color=stijl.INKT, linewidth=0.8, zorder=1)
    ax.grid(axis="x", color=stijl.LIJN, linewidth=0.5)
    ax.spines["left"].set_visible(False)


def coefficienten_vensters(regressie: pd.DataFrame, hoofdmodel: str, kader: Kader) -> Beeld | None:
    """Draw the coefficients of the main model over all windows and samples, a panel per factor.

    Args:
        regressie: as for `coefficienten`.
        hoofdmodel: the model form that is drawn.
    """
    tabel = _factoren(regressie)
    tabel = tabel[tabel["model"] == hoofdmodel]
    if tabel.empty:
        return None
    factoren = list(dict.fromkeys(tabel["term"]))
    label_van = tabel.drop_duplicates("term").set_index("term")["label"]
    vensters = sorted(dict.fromkeys(zip(tabel["van"], tabel["tot"], strict=True)))
    steekproeven = [s for s in STEEKPROEFNAMEN if (tabel["steekproef"] == s).any()]
    sleutels = [_schattingsteken(stijl.STEEKPROEFSTIJL[s], STEEKPROEFNAMEN[s]) for s in steekproeven]
    kolommen = min(4 if len(factoren) > 4 else 3, len(factoren))
    rijen = -(-len(factoren) // kolommen)
    links, tussen = 1.85, 0.35
    breedte = (stijl.BREEDTE_CM - links - 0.3 - tussen * (kolommen - 1)) / kolommen
    titels = [stijl.breek_af(label_van[f], breedte, gewicht="semibold") for f in factoren]
    regels = max(titel.count("\n") + 1 for titel in titels)
    kop = regels * stijl.regelhoogte() + 0.2
    boven = delen.legendahoogte(sleutels, 0.1) + kop
    vlak = 0.34 + (0.3 + 0.18 * len(steekproeven)) * len(vensters)
    fig, assen = stijl.maak_figuur(
        boven + rijen * vlak + (rijen - 1) * (kop + 0.35) + 1.1,
        links=links,
        rechts=0.3,
        boven=boven,
        onder=1.0,
        rijen=rijen,
        kolommen=kolommen,
        tussen_x=tussen,
        tussen_y=kop + 0.35,
        sharex=True,
        sharey=True,
        squeeze=False,
    )
    for ax in assen.flat[len(factoren) :]:
        ax.set_visible(False)
    for ax, factor, titel in zip(assen.flat, factoren, titels, strict=False):
        for i, steekproef in enumerate(steekproeven):
            deel = tabel[(tabel["term"] == factor) & (tabel["steekproef"] == steekproef)]
            deel = deel.set_index(["van", "tot"]).reindex(vensters)
            y = np.arange(len(vensters)) + (i - (len(steekproeven) - 1) / 2) * 0.34
            _schattingen(ax, y, deel, stijl.STEEKPROEFSTIJL[steekproef], 4.2)
        _nullijn(ax)
        ax.set_title(titel, fontsize=stijl.KLEIN_PT, linespacing=1.1, pad=3)
    assen[0, 0].set_ylim(len(vensters) - 0.5, -0.5)
    assen[0, 0].set_yticks(range(len(vensters)), [venster(*v) for v in vensters])
    stijl.getalas(assen[0, 0].xaxis, 2, plus=True, aantal=3)
    for kolom in range(kolommen):  # the lowest panel of each column shows the ticks
        laatste = [r for r in range(rijen) if r * kolommen + kolom < len(factoren)][-1]
        assen[laatste, kolom].tick_params(labelbottom=True)
    fig.text(
        (links + (stijl.BREEDTE_CM - links - 0.3) / 2) / stijl.BREEDTE_CM,
        0.12 / (fig.get_size_inches()[1] * 2.54),
        "verschil in score per standaarddeviatie van de factor (scorepunten)",
        ha="center",
        va="bottom",
        fontsize=stijl.KLEIN_PT,
    )
    delen.legenda(fig, sleutels, links=0.1)

    selectie = tabel[tabel["steekproef"] == "selectie"]
    zinnen = [
        f"{venster(van, tot)} {_los_van_nul(selectie[(selectie['van'] == van) & (selectie['tot'] == tot)])}"
        for van, tot in vensters
    ]
    n = selectie["n"]
    aantal = taal.getal(int(n.min()))
    if n.min() != n.max():
        aantal += f" tot {taal.getal(int(n.max()))}"
    return fig, Toelichting(
        "Samenhang van factoren met de leefbaarheidsontwikkeling per periode, model "
        f"{MODELNAMEN[hoofdmodel]}: coëfficiënt per standaarddeviatie met 95%-interval, "
        f"{periode({j for v in vensters for j in v})}",
        f"Puntschattingen met intervallen in een paneel per factor, voor "
        f"{taal.aantal_van(len(vensters), 'periode', 'perioden')}. Bij de geselecteerde wijken ligt "
        f"nul buiten het interval bij: {'; '.join(zinnen)}.",
        kader.bronregel(context=True),
        delen.peiljaren({j for v in vensters for j in v}),
        f"N = {aantal} geselecteerde wijken met alle gegevens.",
    )


def _los_van_nul(deel: pd.DataFrame) -> str:
    los = deel[(deel["ci_sd_laag"] > 0) | (deel["ci_sd_hoog"] < 0)]
    if los.empty:
        return "geen factor"
    return taal.opsomming(
        [f"{rij.label} ({taal.verandering(rij.coef_sd, 3)})" for rij in los.itertuples()]
    )


# ---------------------------------------------------------------------------------------------
# Sensitivity and distribution


def gevoeligheid(gevoeligheid: pd.DataFrame, kader: Kader) -> Beeld | None:
    """Draw the cluster sizes against the tolerance, a panel per class cut; the basis is marked.

    Args:
        gevoeligheid: delta, voldoende_vanaf_klasse, cluster, n_wijken, basis.
    """
    if gevoeligheid.empty:
        return None
    namen = _cluster_volgorde(gevoeligheid["cluster"])
    klassen = sorted(gevoeligheid["voldoende_vanaf_klasse"].unique())
    sleutels = [delen.lijnsleutel(stijl.CLUSTERSTIJL[naam], naam) for naam in namen]
    links = 1.0
    boven = delen.legendahoogte(sleutels, links) + 1.25
    fig, assen = stijl.maak_figuur(
        5.2 + boven,
        links=links,
        rechts=0.3,
        boven=boven,
        onder=1.0,
        kolommen=len(klassen),
        tussen_x=0.5,
        sharex=True,
        sharey=True,
        squeeze=False,
    )
    basis = gevoeligheid[gevoeligheid["basis"]]
    for ax, vanaf in zip(assen[0], klassen, strict=True):
        deel = gevoeligheid[gevoeligheid["voldoende_vanaf_klasse"] == vanaf]
        sns.lineplot(
            deel,
            x="delta",
            y="n_wijken",
            hue="cluster",
            style="cluster",
            hue_order=namen,
            style_order=namen,
            palette={naam: stijl.CLUSTERSTIJL[naam].kleur for naam in namen},
            dashes={naam: stijl.CLUSTERSTIJL[naam].streep or "" for naam in namen},
            markers={naam: stijl.CLUSTERSTIJL[naam].teken for naam in namen},
            errorbar=None,
            legend=False,
            ax=ax,
            clip_on=False,
        )
        ax.set_title(f"voldoende vanaf klasse {vanaf}\n({KLASSENAMEN[vanaf - 1]})", linespacing=1.15)
        ax.set_xlabel("marge (scorepunten)")
        ax.grid(axis="y", color=stijl.LIJN, linewidth=0.5)
        ax.spines["left"].set_visible(False)
        if len(basis) and basis["voldoende_vanaf_klasse"].iloc[0] == vanaf:
            _markeer_basis(ax, float(basis["delta"].iloc[0]), gevoeligheid["delta"].unique())
    eerste = assen[0, 0]
    eerste.set_ylabel("aantal wijken")
    eerste.set_ylim(bottom=0)
    stijl.getalas(eerste.yaxis, 0)
    deltas = sorted(gevoeligheid["delta"].unique())
    stijl.getalas(eerste.xaxis, 2, aantal=4)
    eerste.set_xticks(_passend(eerste, deltas))
    delen.legenda(fig, sleutels, links=links)

    grenzen = gevoeligheid.groupby("cluster")["n_wijken"].agg(["min", "max"])
    eigen = basis.set_index("cluster")["n_wijken"]
    zinnen = [
        f"{naam} {taal.getal(int(grenzen.loc[naam, 'min']))} tot "
        f"{taal.getal(int(grenzen.loc[naam, 'max']))}"
        + (f" (basis {taal.getal(int(eigen[naam]))})" if naam in eigen.index else "")
        for naam in namen
    ]
    n = int(gevoeligheid.groupby(["delta", "voldoende_vanaf_klasse"])["n_wijken"].sum().max())
    return fig, Toelichting(
        "Omvang van de clusters bij andere marges en bij een andere grens voor voldoende, "
        f"{kader.eindjaar}",
        f"Lijnen met het aantal wijken per cluster bij {taal.aantal_van(len(deltas), 'marge', 'marges')} "
        f"en {taal.aantal_van(len(klassen), 'klassegrens', 'klassegrenzen')}. "
        f"Het aantal wijken loopt uiteen: {'; '.join(zinnen)}.",
        kader.bronregel(),
        delen.peiljaren([kader.eindjaar]),
        n_tekst(n),
    )


def _passend(ax: Axes, waarden: Sequence[float]) -> list[float]:
    """Return the values whose labels fit beside each other on the x axis."""
    laag, hoog = ax.get_xlim()
    per_eenheid = stijl.maten(ax)[0] / (hoog - laag)
    uit: list[float] = []
    for waarde in waarden:
        if not uit or (waarde - uit[-1]) * per_eenheid >= stijl.tekstbreedte("0,00") + 0.15:
            uit.append(float(waarde))
    return uit


def _markeer_basis(ax: Axes, delta: float, deltas: Sequence[float]) -> None:
    """Shade the tolerance of the edition's own rule and name it."""
    stap = float(np.diff(np.sort(deltas)).min()) if len(deltas) > 1 else 0.01
    ax.axvspan(
        delta - stap * 0.28, delta + stap * 0.28, facecolor="#f6e7dc", edgecolor="none", zorder=0
    )
    ax.annotate(
        "basis",
        xy=(delta, 1),
        xycoords=ax.get_xaxis_transform(),
        xytext=(0, 1),
        textcoords="offset points",
        ha="center",
        va="bottom",
        fontsize=stijl.KLEIN_PT,
        style="italic",
        color=stijl.GRIJS,
    )


def verdeling_verandering(
    wijken: pd.DataFrame, van: int, tot: int, delta: float, kader: Kader
) -> Beeld | None:
    """Draw the distribution of the change van -> tot: the selection and the other eligible wijken.

    Args:
        wijken: in_selectie, in_aanmerking, lbm_<van>, lbm_<tot>.
        van, tot: the window.
        delta: tolerance in score points; the band around zero.
    """
    verandering = wijken[f"lbm_{tot}"] - wijken[f"lbm_{van}"]
    groep = np.select(
        [wijken["in_selectie"], wijken["in_aanmerking"]], ["selectie", "overig_in_aanmerking"], ""
    )
    tabel = pd.DataFrame({"verandering": verandering, "groep": groep}).dropna()
    tabel = tabel[tabel["groep"] != ""]
    groepen = [g for g in GROEPNAMEN if (tabel["groep"] == g).any()]
    if "selectie" not in groepen:
        return None
    stap = delta / 2 if delta > 0 else 0.01
    laag = np.floor(tabel["verandering"].min() / stap) * stap
    hoog = np.ceil(tabel["verandering"].max() / stap) * stap
    randen = np.arange(round((hoog - laag) / stap) + 2) * stap + laag
    n_van = tabel["groep"].value_counts()
    sleutels = [
        delen.lijnsleutel(
            stijl.GROEPSTIJL[g], f"{GROEPNAMEN[g]} (n\u00a0=\u00a0{taal.getal(int(n_van[g]))})", marker=""
        )
        for g in groepen
    ]
    links = 1.25
    boven = delen.legendahoogte(sleutels, links) + 0.45
    fig, ax = stijl.maak_figuur(7.6, links=links, rechts=0.3, boven=boven, onder=1.0)
    ax.axvspan(-delta, delta, facecolor="#e3eaed", edgecolor="none", zorder=0)
    ax.axvline(0, color=stijl.GRIJS, linewidth=0.7, zorder=1)
    for groep_ in groepen:
        s = stijl.GROEPSTIJL[groep_]
        sns.histplot(
            tabel[tabel["groep"] == groep_],
            x="verandering",
            bins=randen,
            stat="proportion",
            element="step",
            fill=groep_ == "selectie",
            color=s.kleur,
            alpha=0.25 if groep_ == "selectie" else 1,
            linewidth=1.5,
            linestyle=s.lijnstijl,
            ax=ax,
        )
    ax.annotate(
        f"gestagneerd (±{taal.getal(delta, _decimalen(delta))})",
        xy=(0, 1),
        xycoords=ax.get_xaxis_transform(),
        xytext=(0, 2),
        textcoords="offset points",
        ha="center",
        va="bottom",
        fontsize=stijl.KLEIN_PT,
        style="italic",
        color=stijl.GRIJS,
    )
    stijl.getalas(ax.yaxis, 0, procent=True)
    stijl.getalas(ax.xaxis, 2, plus=True, aantal=8)
    ax.set_xlabel(f"verandering van de score {venster(van, tot)} (punten)")
    ax.set_ylabel(f"aandeel van de wijken per {taal.getal(stap, _decimalen(stap))} punt")
    delen.legenda(fig, sleutels, links=links)

    mediaan = tabel.groupby("groep")["verandering"].median()
    zinnen = [
        f"{taal.verandering(mediaan[g], 3)} punt bij de {GROEPNAMEN[g]}" for g in groepen
    ]
    rond = tabel["verandering"].round(9)
    gedaald = (rond[tabel["groep"] == "selectie"] < -delta).mean()
    return fig, Toelichting(
        f"Verdeling van de verandering van de score, {venster(van, tot)}",
        f"Histogram van de verandering per wijk. De mediaan is {taal.opsomming(zinnen)}; "
        f"{taal.procent(gedaald)} van de geselecteerde wijken daalde meer dan "
        f"{taal.getal(delta, _decimalen(delta))} punt.",
        kader.bronregel(),
        delen.peiljaren([van, tot]),
        f"N = {taal.opsomming([f'{taal.getal(int(n_van[g]))} {GROEPNAMEN[g]}' for g in groepen])}.",
    )


# ---------------------------------------------------------------------------------------------
# Single wijken


def stijgers_dalers(
    lijst: pd.DataFrame, van: int, tot: int, aantal: int, kader: Kader
) -> Beeld | None:
    """Draw the strongest risers and fallers: their score in both years.

    Args:
        lijst: the table `stijgers_dalers` (wk_naam, gm_naam, lbm_<van>, lbm_<tot>, verandering).
        aantal: at most so many of either.
    """
    lijst = lijst.sort_values(["verandering", "wk_code"], ascending=[False, True])
    stijgers = lijst[lijst["verandering"] > 0].head(aantal)
    dalers = lijst[lijst["verandering"] < 0].tail(aantal)
    if stijgers.empty and dalers.empty:
        return None
    tabel = pd.concat([stijgers, dalers], ignore_index=True)
    namen = [
        stijl.breek_af(f"{rij.wk_naam} ({rij.gm_naam})", 5.2, regels=1) for rij in tabel.itertuples()
    ]
    links = 0.35 + max(stijl.tekstbreedte(naam) for naam in namen)
    tussen = 1.0 if len(stijgers) and len(dalers) else 0.0
    y = np.array([i + tussen * (i >= len(stijgers)) for i in range(len(tabel))])
    sleutels = [
        Line2D([], [], linestyle="none", marker="o", markerfacecolor=stijl.WIT,
               markeredgecolor=stijl.INKT, label=str(van)),
        Line2D([], [], linestyle="none", marker="o", color=stijl.INKT, label=str(tot)),
    ]  # fmt: skip
    boven = delen.legendahoogte(sleutels, links) + 0.5
    fig, ax = stijl.maak_figuur(
        0.47 * (y[-1] + 1.3) + boven + 1.0, links=links, rechts=1.35, boven=boven, onder=1.0
    )
    begin, eind = tabel[f"lbm_{van}"].to_numpy(), tabel[f"lbm_{tot}"].to_numpy()
    ax.set_xlim(*delen.scorebereik([*begin, *eind], 0.02))
    ax.set_ylim(y[-1] + 0.65, -0.65)
    delen.klassebanden(ax, kader.grenzen, as_="x")
    for soort, deel in (("gestegen", slice(0, len(stijgers))), ("gedaald", slice(len(stijgers), None))):
        kleur = stijl.RICHTINGSTIJL[soort].kleur
        streep = "-" if soort == "gestegen" else (0, (3, 1.2))
        ax.hlines(
            y[deel], begin[deel], eind[deel], color=kleur, linewidth=1.8, linestyle=streep, zorder=2
        )
        ax.scatter(begin[deel], y[deel], s=24, color=stijl.WIT, edgecolor=kleur, linewidth=1.2, zorder=3)
        ax.scatter(eind[deel], y[deel], s=24, color=kleur, edgecolor=kleur, linewidth=1.2, zorder=3)
    for rij, waarde in zip(y, tabel["verandering"], strict=True):
        ax.annotate(
            taal.verandering(waarde),
            xy=(1, rij),
            xycoords=ax.get_yaxis_transform(),
            xytext=(4, 0),
            textcoords="offset points",
            va="center_baseline",
            fontsize=stijl.KLEIN_PT,
            annotation_clip=False,
        )
    ax.set_yticks(y, namen)
    stijl.getalas(ax.xaxis, 1)
    ax.set_xlabel("leefbaarheidsscore")
    ax.spines["left"].set_visible(False)
    delen.legenda(fig, sleutels, links=links)
    return fig, _bij_stijgers_dalers(lijst, stijgers, dalers, van, tot, kader)


def _bij_stijgers_dalers(
    lijst: pd.DataFrame,
    stijgers: pd.DataFrame,
    dalers: pd.DataFrame,
    van: int,
    tot: int,
    kader: Kader,
) -> Toelichting:
    zinnen, koppen = [], []
    for deel, enkel, meer, top in (
        (stijgers, "stijger", "stijgers", stijgers.head(1)),
        (dalers, "daler", "dalers", dalers.tail(1)),
    ):
        if len(deel):
            rij = top.iloc[0]
            koppen.append(f"{taal.getal(len(deel))} sterkste {taal.meervoud(len(deel), enkel, meer)}")
            zinnen.append(
                f"de sterkste {enkel} is {rij['wk_naam']} ({rij['gm_naam']}), van "
                f"{taal.score(rij[f'lbm_{van}'])} naar {taal.score(rij[f'lbm_{tot}'])} "
                f"({taal.verandering(rij['verandering'])})"
            )
    return Toelichting(
        f"De {taal.opsomming(koppen)} onder de kwetsbare wijken, {venster(van, tot)}",
        f"Per wijk twee punten met de score in {van} en in {tot}, verbonden door een lijn. "
        f"{taal.hoofdletter('; '.join(zinnen))}.",
        kader.bronregel(),
        delen.peiljaren([van, tot]),
        f"N = {delen.wijken_tekst(len(stijgers) + len(dalers))} van de "
        f"{delen.wijken_tekst(len(lijst))} die in {van} laag scoorden.",
    )


def kaart(wijken: pd.DataFrame, grenzen: pd.DataFrame | None, kader: Kader) -> Beeld | None:
    """Draw the selected wijken as points on the borders of the gemeenten, by cluster.

    Args:
        wijken: in_selectie, cluster, x, y (m RD).
        grenzen: code and geometry (shapely, m RD), or None: then there is no map.
    """
    if grenzen is None or not {"x", "y"} <= set(wijken.columns):
        return None
    selectie = wijken[wijken["in_selectie"]].dropna(subset=["x", "y"])
    if selectie.empty:
        return None
    selectie = selectie.assign(cluster=selectie["cluster"].fillna("onbekend"))
    namen = _cluster_volgorde(selectie["cluster"])
    return None


def teken_alles(
    tabellen: Mapping[str, pd.DataFrame],
    kader: Kader,
    *,
    vensters: Sequence[Sequence[int]],
    decompositie_vensters: Sequence[Sequence[int]],
    clusters: Mapping[str, Any],
    stijgers_dalers_: Mapping[str, Any],
    regressie: Mapping[str, Any],
    grenzen: pd.DataFrame | None = None,
):
    """Yield (key, figure, note) for every figure that the tables allow, in the order of the report.

    Args:
        tabellen: the result tables by name.
        kader: facts of the edition.
        vensters, decompositie_vensters, clusters, regressie: blocks of the edition config.
        stijgers_dalers_: the block stijgers_dalers of the edition config.
        grenzen: borders of the gemeenten, or None.
    """
    t, delta, sd = tabellen, clusters["delta"], stijgers_dalers_
    maken: dict[str, Callable[[], Beeld | None]] = {
        "groepen_lijnen": lambda: groepen_lijnen(t["gemiddelden"], kader),
        "clusters_lijnen": lambda: clusters_lijnen(t["gemiddelden"], kader),
        "clusters_omvang": lambda: clusters_omvang(t["clusters"], kader),
        "aandelen_vensters": lambda: aandelen_vensters(t["ontwikkeling"], vensters, delta, kader),
        "gemeenten": lambda: gemeenten(t["wijken"], kader),
        "kaart": lambda: kaart(t["wijken"], grenzen, kader),
        "decompositie": lambda: decompositie(t["decompositie"], decompositie_vensters, kader),
        "coefficienten": lambda: coefficienten(
            t["regressie"], regressie["hoofdvenster"], regressie["hoofdmodel"], kader
        ),
        "coefficienten_vensters": lambda: coefficienten_vensters(
            t["regressie"], regressie["hoofdmodel"], kader
        ),
        "gevoeligheid": lambda: gevoeligheid(t["gevoeligheid"], kader),
        "verdeling_verandering": lambda: verdeling_verandering(
            t["wijken"], clusters["crisisjaar"], kader.eindjaar, delta, kader
        ),
        "stijgers_dalers": lambda: stijgers_dalers(
            t["stijgers_dalers"], sd["van"], sd["tot"], sd["aantal"], kader
        ),
    }
    for sleutel, maak in maken.items():
        beeld = maak()
        if beeld is not None:
            yield sleutel, *beeld
