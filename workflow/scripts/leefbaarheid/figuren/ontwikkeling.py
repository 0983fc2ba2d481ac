"""Figures of the development over the years: lines, shares per window, changes of single wijken."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import GROEPNAMEN
from leefbaarheid.basis.tabelwaarden import RICHTINGEN
from leefbaarheid.figuren import delen as delen
from leefbaarheid.figuren import stijl
from leefbaarheid.figuren.delen import (
    Beeld,
    Kader,
    Toelichting,
    decimalen,
    met_n,
    periode,
    venster,
)
from leefbaarheid.figuren.stijl import CLUSTERSTIJL, GROEPSTIJL, RICHTINGSTIJL, Stijl

# room right of the lines, and how much of it text may take (cm)
RECHTS, LABELBREEDTE = 3.95, 3.45
# risers, and fallers, that fit on one page
MAX_STIJGERS = 24


def _hele_groepen(gemiddelden: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the whole groups that have a mean, not those of clusters or labels."""
    heel = gemiddelden["cluster"].fillna("").eq("") & gemiddelden["groep"].isin(GROEPNAMEN)
    return gemiddelden[heel].dropna(subset="gemiddelde")


def _lijnvlak(ax: Axes, kader: Kader, scores: Sequence[float]) -> None:
    """Prepare an axis for lines of scores: limits, class bands with names, years."""
    spanne = kader.jaren[-1] - kader.jaren[0]
    goot = spanne * 2.2 / (stijl.maten(ax)[0] - 2.2)  # 2.2 cm for the class names
    ax.set_xlim(kader.jaren[0] - goot, kader.jaren[-1] + spanne * 0.015)
    ax.set_ylim(*delen.scorebereik(scores))
    delen.klassebanden(ax, kader.grenzen)
    delen.jaaras(ax, kader.jaren, [kader.eindjaar])
    delen.scoreas(ax)


def _lijnen(
    ax: Axes, tabel: pd.DataFrame, kolom: str, namen: Sequence[str], stijlen: dict[str, Stijl]
) -> None:
    """Draw `gemiddelde` against `jaar`, one line per value of `kolom`."""
    sns.lineplot(
        tabel,
        x="jaar",
        y="gemiddelde",
        hue=kolom,
        style=kolom,
        hue_order=namen,
        style_order=namen,
        palette={naam: stijlen[naam].kleur for naam in namen},
        dashes={naam: stijlen[naam].streep or "" for naam in namen},
        markers={naam: stijlen[naam].teken for naam in namen},
        errorbar=None,
        legend=False,
        ax=ax,
    )
    ax.set(xlabel="", ylabel="")


def _eindlabel(deel: pd.DataFrame, naam: str, stijl_: Stijl) -> tuple[float, str, str]:
    laatste = deel.sort_values("jaar").iloc[-1]
    return laatste["gemiddelde"], met_n(naam, int(deel["n"].max())), stijl_.kleur


def _van_naar(naam: str, deel: pd.DataFrame) -> str:
    """Return "Terugval van 3,83 naar 3,91"."""
    reeks = deel.sort_values("jaar")["gemiddelde"]
    return f"{naam} van {taal.score(reeks.iloc[0])} naar {taal.score(reeks.iloc[-1])}"


def clusters_lijnen(gemiddelden: pd.DataFrame, kader: Kader) -> Beeld | None:
    """Draw the mean score per cluster of the selection in every year, with two reference lines.

    Args:
        gemiddelden: groep, cluster (empty for a whole group), jaar, n, gemiddelde.
    """
    clusters = gemiddelden[
        gemiddelden["groep"].eq("selectie") & gemiddelden["cluster"].fillna("").ne("")
    ].dropna(subset="gemiddelde")
    if clusters.empty:
        return None
    per_cluster = {
        naam: clusters[clusters["cluster"] == naam]
        for naam in delen.clusters_in_volgorde(clusters["cluster"])
    }
    heel = _hele_groepen(gemiddelden)
    referentie = {g: heel[heel["groep"] == g] for g in ("overig_in_aanmerking", "land")}
    referentie = {g: deel for g, deel in referentie.items() if len(deel)}

    fig, ax = stijl.maak_figuur(9.4, links=0.95, rechts=RECHTS, boven=0.65)
    scores = pd.concat([clusters, *referentie.values()])["gemiddelde"]
    _lijnvlak(ax, kader, list(scores))
    _lijnen(ax, clusters, "cluster", list(per_cluster), CLUSTERSTIJL)
    for groep, deel in referentie.items():
        s = GROEPSTIJL[groep]
        ax.plot(
            deel["jaar"], deel["gemiddelde"], color=s.kleur, linestyle=s.lijnstijl, linewidth=1.1
        )
    labels = [_eindlabel(d, naam, CLUSTERSTIJL[naam]) for naam, d in per_cluster.items()]
    labels += [_eindlabel(d, GROEPNAMEN[g], GROEPSTIJL[g]) for g, d in referentie.items()]
    delen.eindlabels(ax, labels, kader.jaren[-1], LABELBREEDTE)
    delen.markeer_jaar(ax, kader.eindjaar, f"indeling in clusters: {kader.eindjaar}")

    zinnen = [_van_naar(naam, deel) for naam, deel in per_cluster.items()]
    alt = (
        f"Lijngrafiek van de gemiddelde leefbaarheidsscore per cluster, {periode(kader.jaren)}. "
        f"Van het eerste naar het laatste jaar ging de score in {taal.opsomming(zinnen)}."
    )
    if "land" in referentie:
        alt += f" {_van_naar('Het gemiddelde van alle wijken ging', referentie['land'])}."
    return fig, Toelichting(
        f"Gemiddelde leefbaarheidsscore per cluster, {periode(kader.jaren)}",
        alt,
        kader.bronregel(),
        delen.peiljaren(kader.jaren),
        delen.n_tekst(sum(int(deel["n"].max()) for deel in per_cluster.values())),
    )


def groepen_lijnen(gemiddelden: pd.DataFrame, kader: Kader) -> Beeld | None:
    """Draw the mean score of the selection (with one standard deviation), the rest and all wijken.

    Args:
        gemiddelden: groep, cluster, jaar, n, gemiddelde, sd.
    """
    tabel = _hele_groepen(gemiddelden)
    per_groep = {g: tabel[tabel["groep"] == g] for g in GROEPNAMEN}
    per_groep = {g: deel.sort_values("jaar") for g, deel in per_groep.items() if len(deel)}
    if "selectie" not in per_groep:
        return None
    selectie = per_groep["selectie"]
    randen = [selectie["gemiddelde"] + teken * selectie["sd"].fillna(0) for teken in (-1, 1)]

    fig, ax = stijl.maak_figuur(8.6, links=0.95, rechts=RECHTS, boven=0.65)
    _lijnvlak(ax, kader, list(pd.concat([tabel["gemiddelde"], *randen])))
    kleur = GROEPSTIJL["selectie"].kleur
    ax.fill_between(selectie["jaar"], *randen, color=kleur, alpha=0.16, linewidth=0, zorder=1.2)
    for rand in randen:
        ax.plot(selectie["jaar"], rand, color=kleur, linewidth=0.5, zorder=1.3)
    _lijnen(ax, tabel, "groep", list(per_groep), GROEPSTIJL)
    labels = [_eindlabel(deel, GROEPNAMEN[g], GROEPSTIJL[g]) for g, deel in per_groep.items()]
    delen.eindlabels(ax, labels, kader.jaren[-1], LABELBREEDTE)

    lidwoord = {"land": ""}
    zinnen = [
        _van_naar(f"bij {lidwoord.get(g, 'de ')}{GROEPNAMEN[g]}", deel)
        for g, deel in per_groep.items()
    ]
    alt = (
        f"Lijngrafiek van de gemiddelde leefbaarheidsscore, {periode(kader.jaren)}. "
        f"Van het eerste naar het laatste jaar ging de score {taal.opsomming(zinnen)}."
    )
    laatste = selectie.iloc[-1]
    if not taal.is_leeg(laatste["sd"]):
        alt += (
            " Een band toont één standaarddeviatie rond de geselecteerde wijken: "
            f"{taal.score(laatste['sd'])} punt in {int(laatste['jaar'])}."
        )
    namen = taal.opsomming([GROEPNAMEN[g] for g in per_groep])
    return fig, Toelichting(
        f"Gemiddelde leefbaarheidsscore, {periode(kader.jaren)}: {namen}; de band is één "
        "standaarddeviatie rond de geselecteerde wijken",
        alt,
        kader.bronregel(),
        delen.peiljaren(kader.jaren),
        delen.n_groepen({g: int(deel["n"].max()) for g, deel in per_groep.items()}),
    )


# ---------------------------------------------------------------------------------------------
# Shares per window


def aandelen_vensters(
    ontwikkeling: pd.DataFrame, vensters: Sequence[Sequence[int]], delta: float, kader: Kader
) -> Beeld | None:
    """Draw the shares fallen, stagnated, risen per window: of wijken left, of inhabitants right.

    Args:
        ontwikkeling: van, tot, groep, n, aandeel_<richting>, aandeel_<richting>_inwoners.
        vensters: the windows to show, in this order.
        delta: tolerance in score points.
    """
    tabel = ontwikkeling[ontwikkeling["n"] > 0].set_index(["van", "tot", "groep"])
    groepen = ("selectie", "land")
    rijen = [(van, tot, g) for van, tot in vensters for g in groepen]
    rijen = [rij for rij in rijen if rij in tabel.index]
    if not rijen:
        return None
    sleutels = [delen.vlaksleutel(RICHTINGSTIJL[r], r) for r in RICHTINGEN]
    links = 4.45
    boven = delen.legendahoogte(sleutels, links) + 0.45
    y = _rijen_per_venster(rijen)
    hoogte = stijl.rijhoogte(y[-1] + 1, 0.62, boven + 0.6, 0.45) * (y[-1] + 1)
    fig, assen = stijl.maak_figuur(
        hoogte + boven + 0.6,
        links=links,
        rechts=0.4,
        boven=boven,
        kolommen=2,
        tussen_x=0.75,
        sharey=True,
    )
    for ax, gewicht, eenheid in zip(assen, ("", "_inwoners"), ("wijken", "inwoners"), strict=True):
        ax.set_xlim(0, 1)
        begin = np.zeros(len(rijen))
        for richting in RICHTINGEN:
            waarden = tabel.loc[rijen, f"aandeel_{richting}{gewicht}"].fillna(0).to_numpy()
            delen.stapel(ax, y, waarden, begin, RICHTINGSTIJL[richting], taal.procent)
            begin = begin + waarden
        stijl.getalas(ax.xaxis, 0, procent=True)
        ax.set_xticks([0, 0.5, 1])
        ax.tick_params(axis="x", length=0)
        ax.spines[["left", "bottom"]].set_visible(False)
        ax.set_title(f"aandeel van de {eenheid}")
    assen[0].set_ylim(y[-1] + 0.5, -0.5)
    assen[0].set_yticks(y, [GROEPNAMEN[groep] for _, _, groep in rijen])
    eerste = {rij[:2]: hoogte for rij, hoogte in reversed(list(zip(rijen, y, strict=True)))}
    for paar, hoogte in eerste.items():
        delen.tekst_bij(
            assen[0],
            venster(*paar),
            (0, hoogte),
            dx=-(links - 0.1) / 2.54 * 72,
            fontweight="semibold",
            color=stijl.PETROL,
        )
    delen.legenda(fig, sleutels, links=links)

    zinnen = [
        _aandelen_zin(van, tot, tabel.loc[(van, tot, groep)])
        for van, tot, groep in rijen
        if groep == "selectie"
    ]
    jaren = {jaar for van, tot, _ in rijen for jaar in (van, tot)}
    aanwezig = [g for g in groepen if g in tabel.index.get_level_values("groep")]
    return fig, Toelichting(
        "Aandeel wijken en inwoners met een gedaalde, gestagneerde of gestegen score per periode, "
        f"{periode(jaren)} (gestagneerd: een verandering van ten hoogste "
        f"{taal.getal(delta, decimalen(delta))} punt)",
        "Gestapelde staven per periode met het aandeel wijken en inwoners waarvan de "
        "leefbaarheidsscore daalde, stagneerde of steeg. Geselecteerde wijken: "
        f"{'; '.join(zinnen)}.",
        kader.bronregel(context=True),
        delen.peiljaren(jaren),
        delen.n_groepen({g: int(tabel.xs(g, level="groep")["n"].max()) for g in aanwezig}),
    )


def _rijen_per_venster(rijen: Sequence[tuple[int, int, str]]) -> list[float]:
    """Return the y of each row, with some room between windows."""
    y: list[float] = []
    for i, rij in enumerate(rijen):
        y.append(y[-1] + (1.35 if rijen[i - 1][:2] != rij[:2] else 1.0) if y else 0.0)
    return y


def _aandelen_zin(van: int, tot: int, rij: pd.Series) -> str:
    def paar(soort: str) -> str:
        wijken, inwoners = rij[f"aandeel_{soort}"], rij[f"aandeel_{soort}_inwoners"]
        return f"{taal.procent(wijken)} {soort} (van de inwoners {taal.procent(inwoners)})"

    return f"{venster(van, tot)} {paar('gedaald')} en {paar('gestegen')}"


# ---------------------------------------------------------------------------------------------
# Change of single wijken


def verdeling_verandering(
    wijken: pd.DataFrame, van: int, tot: int, delta: float, kader: Kader
) -> Beeld | None:
    """Draw the distribution of the change van -> tot: the selection and the other eligible wijken.

    The plot spans 99% of the wijken of both groups; how many lie outside is written in it.

    Args:
        wijken: in_selectie, in_aanmerking, lbm_<van>, lbm_<tot>.
        van, tot: the window.
        delta: tolerance in score points, the band around zero.
    """
    verandering = (wijken[f"lbm_{tot}"] - wijken[f"lbm_{van}"]).round(9)
    per_groep = {
        "selectie": verandering[wijken["in_selectie"]].dropna(),
        "overig_in_aanmerking": verandering[
            wijken["in_aanmerking"] & ~wijken["in_selectie"]
        ].dropna(),
    }
    per_groep = {g: reeks for g, reeks in per_groep.items() if len(reeks)}
    if "selectie" not in per_groep:
        return None
    stap = delta / 2 if delta > 0 else 0.01
    alle = pd.concat(per_groep.values())
    # whole steps, so that -delta, 0 and +delta are edges of bins
    laag = min(np.floor(alle.quantile(0.005) / stap), -4) * stap
    hoog = max(np.ceil(alle.quantile(0.995) / stap), 4) * stap
    randen = laag + stap * np.arange(round((hoog - laag) / stap) + 1)

    sleutels = [
        delen.lijnsleutel(GROEPSTIJL[g], met_n(GROEPNAMEN[g], len(reeks)), marker="")
        for g, reeks in per_groep.items()
    ]
    links = 1.25
    boven = delen.legendahoogte(sleutels, links) + 0.35
    fig, ax = stijl.maak_figuur(7.8, links=links, rechts=0.55, boven=boven, onder=1.15)
    ax.axvspan(-delta, delta, facecolor="#e3eaed", edgecolor="none", zorder=0)
    ax.axvline(0, color=stijl.GRIJS, linewidth=0.7, zorder=1)
    for groep, reeks in per_groep.items():
        s = GROEPSTIJL[groep]
        sns.histplot(
            x=reeks,
            # shares of the whole group, also where some lie outside the plot
            weights=np.full(len(reeks), 1 / len(reeks)),
            bins=list(randen),
            element="step",
            fill=groep == "selectie",
            color=s.kleur,
            alpha=0.25 if groep == "selectie" else 1,
            linewidth=1.5,
            linestyle=s.lijnstijl,
            ax=ax,
        )
    ax.set_xlim(laag, hoog)
    noot = f"gestagneerd (±{taal.getal(delta, decimalen(delta))})"
    ax.annotate(
        noot, (0, 1), (0, 2), xycoords=ax.get_xaxis_transform(), ha="center", va="bottom",
        **delen.NOOT,
    )  # fmt: skip
    _noteer_buiten_beeld(ax, alle)
    stijl.getalas(ax.yaxis, 0, procent=True)
    stijl.getalas(ax.xaxis, 2, plus=True, aantal=8)
    ax.set_xlabel(f"verandering van de score {venster(van, tot)} (punten)")
    ax.set_ylabel(f"aandeel van de wijken per {taal.getal(stap, decimalen(stap))} punt")
    delen.legenda(fig, sleutels, links=links)

    zinnen = [
        f"{taal.verandering(reeks.median(), 3)} punt bij de {GROEPNAMEN[g]}"
        for g, reeks in per_groep.items()
    ]
    gedaald = float((per_groep["selectie"] < -delta).mean())
    return fig, Toelichting(
        f"Verdeling van de verandering van de score, {venster(van, tot)}",
        f"Histogram van de verandering per wijk. De mediaan is {taal.opsomming(zinnen)}; "
        f"{taal.procent(gedaald)} van de geselecteerde wijken daalde meer dan "
        f"{taal.getal(delta, decimalen(delta))} punt.",
        kader.bronregel(),
        delen.peiljaren([van, tot]),
        delen.n_groepen({g: len(reeks) for g, reeks in per_groep.items()}),
    )


def _noteer_buiten_beeld(ax: Axes, waarden: pd.Series) -> None:
    """Write at either edge how many wijken lie beyond it."""
    laag, hoog = ax.get_xlim()
    for n, x, kant, woord, grens in (
        (int((waarden < laag).sum()), 0.01, "left", "lager", laag),
        (int((waarden > hoog).sum()), 0.99, "right", "hoger", hoog),
    ):
        if n:
            tekst = f"{delen.wijken_tekst(n)} {woord} dan {taal.verandering(grens)}"
            ax.annotate(
                tekst, (x, 1), (0, -2), xycoords="axes fraction", ha=kant, va="top", **delen.NOOT
            )


def stijgers_dalers(
    lijst: pd.DataFrame, van: int, tot: int, aantal: int, kader: Kader
) -> Beeld | None:
    """Draw the strongest risers and fallers: their score in both years.

    Args:
        lijst: the table `stijgers_dalers` (wk_code, wk_naam, gm_naam, lbm_<van>, lbm_<tot>,
            verandering).
        aantal: at most so many of either, and never more than fit on a page.
    """
    aantal = min(aantal, MAX_STIJGERS)
    lijst = lijst.sort_values(["verandering", "wk_code"], ascending=[False, True])
    stijgers = lijst[lijst["verandering"] > 0].head(aantal)
    dalers = lijst[lijst["verandering"] < 0].tail(aantal)
    if stijgers.empty and dalers.empty:
        return None
    tabel = pd.concat([stijgers, dalers], ignore_index=True)
    namen = [f"{rij.wk_naam} ({rij.gm_naam})" for rij in tabel.itertuples()]
    namen = [stijl.breek_af(naam, 5.4, regels=1) for naam in namen]
    links = 0.35 + max(stijl.tekstbreedte(naam) for naam in namen)
    y = np.arange(len(tabel)) + (np.arange(len(tabel)) >= len(stijgers)) * bool(len(stijgers))
    punt = {"linestyle": "none", "marker": "o", "markeredgecolor": stijl.INKT}
    sleutels = [
        Line2D([], [], markerfacecolor=stijl.WIT, label=str(van), **punt),
        Line2D([], [], markerfacecolor=stijl.INKT, label=str(tot), **punt),
    ]
    boven = delen.legendahoogte(sleutels, links) + 0.7
    rijen = y[-1] + 1.3
    hoogte = stijl.rijhoogte(rijen, 0.47, boven + 1.15, 0.36) * rijen
    fig, ax = stijl.maak_figuur(
        hoogte + boven + 1.15, links=links, rechts=1.3, boven=boven, onder=1.15
    )
    begin, eind = tabel[f"lbm_{van}"].to_numpy(), tabel[f"lbm_{tot}"].to_numpy()
    ax.set_xlim(*delen.scorebereik([*begin, *eind], 0.02))
    ax.set_ylim(y[-1] + 0.65, -0.65)
    delen.klassebanden(ax, kader.grenzen, liggend=False)
    for soort, streep, deel in (
        ("gestegen", "-", slice(0, len(stijgers))),
        ("gedaald", (0, (3, 1.2)), slice(len(stijgers), None)),
    ):
        kleur = RICHTINGSTIJL[soort].kleur
        ax.hlines(y[deel], begin[deel], eind[deel], color=kleur, linewidth=1.8, linestyle=streep)
        for x, vulling in ((begin, stijl.WIT), (eind, kleur)):
            ax.scatter(
                x[deel], y[deel], s=24, color=vulling, edgecolor=kleur, linewidth=1.2, zorder=3
            )
    rechts = ax.get_xlim()[1]
    for rij, waarde in zip(y, tabel["verandering"], strict=True):
        delen.tekst_bij(ax, taal.verandering(waarde), (rechts, rij), dx=4)
    ax.set_yticks(y, namen)
    stijl.getalas(ax.xaxis, 1)
    ax.set_xlabel("leefbaarheidsscore")
    ax.spines["left"].set_visible(False)
    delen.legenda(fig, sleutels, links=links)
    return fig, _bij_stijgers_dalers(len(lijst), stijgers, dalers, van, tot, kader)


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
            koppen.append(f"{taal.getal(len(deel))} sterkste {woord}")
            zinnen.append(
                f"de sterkste {enkel} is {rij['wk_naam']} ({rij['gm_naam']}), van "
                f"{taal.score(rij[f'lbm_{van}'])} naar {taal.score(rij[f'lbm_{tot}'])} "
                f"({taal.verandering(rij['verandering'])})"
            )
    return Toelichting(
        f"De {taal.opsomming(koppen)} onder de wijken die in {van} laag scoorden, "
        f"{venster(van, tot)}",
        f"Per wijk twee punten met de score in {van} en in {tot}, verbonden door een lijn. "
        f"{taal.hoofdletter('; '.join(zinnen))}.",
        kader.bronregel(),
        delen.peiljaren([van, tot]),
        f"N = {taal.getal(len(stijgers) + len(dalers))} van de {delen.wijken_tekst(n)} die in "
        f"{van} laag scoorden.",
    )
