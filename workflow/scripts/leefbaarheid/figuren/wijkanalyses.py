"""Figures beside the wijkanalyses: a profile per analysis, and themes x analyses.

Only matplotlib, so that one edited wijkanalyse does not wait for seaborn.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import DIMENSIES, GROEPNAMEN, KLASSENAMEN
from leefbaarheid.figuren import delen as delen
from leefbaarheid.figuren import stijl
from leefbaarheid.figuren.delen import Beeld, Kader, Toelichting, periode
from leefbaarheid.figuren.stijl import CLUSTERSTIJL, GROEPSTIJL, WIJKSTIJLEN, Stijl

GEMEENTESTIJL = Stijl("#17495a", (5, 1.6), "s")
SELECTIESTIJL = Stijl("#6a757c", (7, 1.6, 1.6, 1.6), "")
LANDSTIJL = Stijl(GROEPSTIJL["land"].kleur, GROEPSTIJL["land"].streep, "D")
# How the verdict of an analysis looks: a marker that points the way.
OORDEELTEKEN = {"stijger": "^", "daler": "v", "stabiel": "s", "gemengd": "D"}
# More analyses than this do not fit beside each other.
MAX_ANALYSES = 24


def wijkfiguren(
    profielen: pd.DataFrame,
    koppeling: pd.DataFrame,
    themas: pd.DataFrame,
    gemiddelden: pd.DataFrame,
    kader: Kader,
) -> dict[str, Callable[[], Beeld | None]]:
    """Return per name what draws the figure, or gives None; names are the keys of the analyses.

    Args:
        profielen: the table `wijkprofielen`, one row per analysis x wijk.
        koppeling: the table `wijkanalyses`.
        themas: the table `themas`, one row per analysis x theme.
        gemiddelden: the table `gemiddelden`, for the selection.
        kader: facts of the edition.
    """
    makers: dict[str, Callable[[], Beeld | None]] = {
        "thema_matrix": partial(thema_matrix, themas, koppeling, kader)
    }
    for sleutel in dict.fromkeys(profielen["sleutel"]):
        deel = profielen[profielen["sleutel"] == sleutel]
        makers[sleutel] = partial(wijkprofiel, deel, gemiddelden, kader)
    return makers


# ---------------------------------------------------------------------------------------------
# Profile


def _reeks(rij: pd.Series, voor: str, kader: Kader) -> pd.Series:
    """Return the scores per year with this prefix; NaN where there is none."""
    return pd.Series({jaar: rij.get(f"{voor}_{jaar}") for jaar in kader.jaren}, dtype=float)


def _selectiereeks(gemiddelden: pd.DataFrame, kader: Kader) -> pd.Series:
    heel = gemiddelden["groep"].eq("selectie") & gemiddelden["cluster"].fillna("").eq("")
    return gemiddelden[heel].set_index("jaar")["gemiddelde"].reindex(kader.jaren).astype(float)


def _wijkstijl(i: int) -> Stijl:
    basis = WIJKSTIJLEN[i % len(WIJKSTIJLEN)]
    arcering = ("", "////", "\\\\\\\\", "----", "xxxx")[i % 5]
    streep = () if i < len(WIJKSTIJLEN) else (3, 1)
    return Stijl(basis.kleur, streep, basis.teken, arcering)


def wijkprofiel(profiel: pd.DataFrame, gemiddelden: pd.DataFrame, kader: Kader) -> Beeld | None:
    """Draw the wijken of one analysis against their gemeente, the selection and all wijken.

    At the left the score in every year; at the right the dimensions of the last year that has them,
    if any.

    Args:
        profiel: the rows of one analysis in the table `wijkprofielen`.
        gemiddelden: the table `gemiddelden`.
    """
    wijken = [rij for _, rij in profiel.iterrows() if _reeks(rij, "lbm", kader).notna().any()]
    if not wijken:
        return None
    per_gemeente = {rij["gm_code"]: rij for rij in wijken}
    lijnen = [
        (f"gemiddelde {rij['gm_naam']}", _reeks(rij, "gemeente", kader), GEMEENTESTIJL)
        for rij in per_gemeente.values()
    ]
    lijnen.append((GROEPNAMEN["selectie"], _selectiereeks(gemiddelden, kader), SELECTIESTIJL))
    lijnen.append((GROEPNAMEN["land"], _reeks(wijken[0], "land", kader), LANDSTIJL))
    lijnen = [lijn for lijn in lijnen if lijn[1].notna().any()]
    lijnen += [
        (rij["wk_naam"], _reeks(rij, "lbm", kader), _wijkstijl(i)) for i, rij in enumerate(wijken)
    ]
    met_dimensies = [rij for rij in wijken if rij[list(DIMENSIES)].notna().all()]

    eigen, rest = lijnen[-len(wijken) :], lijnen[: -len(wijken)]
    sleutels = [
        delen.lijnsleutel(s, stijl.breek_af(naam, 5.0, regels=1)) for naam, _, s in [*eigen, *rest]
    ]
    boven = delen.legendahoogte(sleutels, 0.1) + 0.4
    fig, ax, rechts = _profielassen(boven, bool(met_dimensies))
    _teken_lijnen(ax, lijnen, kader)
    if rechts is not None:
        stijlen = {id(rij): _wijkstijl(i) for i, rij in enumerate(wijken)}
        _teken_dimensies(rechts, met_dimensies, [stijlen[id(rij)] for rij in met_dimensies])
    delen.legenda(fig, sleutels, links=0.1)
    return fig, _bij_profiel(wijken, met_dimensies, rest, gemiddelden, kader)


def _profielassen(boven: float, met_dimensies: bool) -> tuple[Figure, Axes, Axes | None]:
    if not met_dimensies:
        fig, ax = stijl.maak_figuur(6.6 + boven, links=0.95, rechts=0.3, boven=boven)
        return fig, ax, None
    label = max(stijl.tekstbreedte(stijl.breek_af(naam, 2.2)) for naam in DIMENSIES.values())
    fig, (links, rechts) = stijl.maak_figuur(
        6.6 + boven,
        links=0.95,
        rechts=0.35,
        boven=boven,
        kolommen=2,
        tussen_x=label + 0.35,
        breedtes=(2.0, 1.0),
    )
    return fig, links, rechts


def _teken_lijnen(ax: Axes, lijnen: list[tuple[str, pd.Series, Stijl]], kader: Kader) -> None:
    spanne = kader.jaren[-1] - kader.jaren[0]
    goot = spanne * 2.3 / (stijl.maten(ax)[0] - 2.3)  # 2.3 cm for the class names
    ax.set_xlim(kader.jaren[0] - goot, kader.jaren[-1] + spanne * 0.03)
    ax.set_ylim(*delen.scorebereik(pd.concat([reeks for _, reeks, _ in lijnen])))
    delen.klassebanden(ax, kader.grenzen)
    delen.jaaras(ax, kader.jaren, [kader.eindjaar])
    delen.scoreas(ax)
    for _, reeks, s in lijnen:
        eigen = s.kleur not in (GEMEENTESTIJL.kleur, SELECTIESTIJL.kleur, LANDSTIJL.kleur)
        # a line joins the measurements there are; markers show which
        reeks = reeks.dropna()
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


def _teken_dimensies(ax: Axes, wijken: list[pd.Series], stijlen: list[Stijl]) -> None:
    """Draw a bar per wijk and dimension, with the means of gemeente and country as markers."""
    y = np.arange(len(DIMENSIES), dtype=float)
    dikte = 0.76 / len(wijken)
    per_gemeente = {rij["gm_code"]: rij for rij in wijken}
    for i, (rij, s) in enumerate(zip(wijken, stijlen, strict=True)):
        midden = y + (i - (len(wijken) - 1) / 2) * dikte
        ax.barh(midden, rij[list(DIMENSIES)].astype(float), height=dikte, **s.vlak)
        if len(per_gemeente) > 1:
            _vergelijk(ax, midden, rij, "gemeente", GEMEENTESTIJL)
    # side by side, so that near values do not hide each other
    if len(per_gemeente) == 1:
        _vergelijk(ax, y - 0.15, wijken[0], "gemeente", GEMEENTESTIJL)
    _vergelijk(ax, y + 0.15, wijken[0], "land", LANDSTIJL)
    delen.nullijn(ax)
    ax.set_ylim(len(DIMENSIES) - 0.5, -0.5)
    ax.set_yticks(y, [stijl.breek_af(naam, 2.2) for naam in DIMENSIES.values()])
    laag, hoog = ax.get_xlim()
    ax.set_xlim(min(laag, -0.05), max(hoog, 0.05))
    stijl.getalas(ax.xaxis, 1, plus=True, aantal=4)
    jaar = int(wijken[0]["dimensiejaar"])
    ax.set_title(
        f"dimensies, {jaar} (punten)",
        fontsize=stijl.KLEIN_PT,
        fontweight="regular",
        color=stijl.INKT,
        pad=4,
    )


def _vergelijk(ax: Axes, y: np.ndarray, rij: pd.Series, voor: str, stijl_: Stijl) -> None:
    """Mark the dimension scores of the gemeente or the country."""
    waarden = rij.reindex([f"{voor}_{d}" for d in DIMENSIES]).astype(float)
    ax.scatter(
        waarden, y, s=20, marker=stijl_.teken, color=stijl_.kleur, edgecolor=stijl.WIT,
        linewidth=0.7, zorder=4,
    )  # fmt: skip


def _bij_profiel(
    wijken: list[pd.Series],
    met_dimensies: list[pd.Series],
    rest: list[tuple[str, pd.Series, Stijl]],
    gemiddelden: pd.DataFrame,
    kader: Kader,
) -> Toelichting:
    per_gemeente: dict[str, list[str]] = {}
    for rij in wijken:
        per_gemeente.setdefault(rij["gm_naam"], []).append(rij["wk_naam"])
    namen = taal.opsomming([f"{taal.opsomming(w)} ({gm})" for gm, w in per_gemeente.items()])
    zinnen = []
    for rij in wijken:
        reeks = _reeks(rij, "lbm", kader).dropna()
        zin = _van_naar(rij["wk_naam"], reeks)
        if pd.notna(rij["klasse"]):
            klasse = KLASSENAMEN[int(rij["klasse"]) - 1]
            zin += f" (klasse ‘{klasse}’ in {kader.eindjaar})"
        zinnen.append(zin)
    referentie = [_van_naar(naam, reeks.dropna()) for naam, reeks, _ in rest]
    alt = (
        f"Lijngrafiek van de leefbaarheidsscore: {'; '.join(zinnen)}. Ter vergelijking: "
        f"{'; '.join(referentie)}."
    )
    titel = f"{namen}: leefbaarheidsscore {periode(kader.jaren)}"
    jaren = list(kader.jaren)
    if met_dimensies:
        jaar = int(met_dimensies[0]["dimensiejaar"])
        jaren.append(jaar)
        titel += f" en dimensies in {jaar}"
        per_wijk = []
        for rij in met_dimensies:
            waarden = [f"{naam} {taal.verandering(rij[d])}" for d, naam in DIMENSIES.items()]
            voor = f"{rij['wk_naam']}: " if len(met_dimensies) > 1 else ""
            per_wijk.append(f"{voor}{taal.opsomming(waarden)}")
        alt += f" Staven met de dimensies in {jaar}: {'; '.join(per_wijk)}."
    return Toelichting(
        f"{titel}, naast het gemiddelde van de gemeente, de geselecteerde wijken en alle wijken",
        alt,
        kader.bronregel(),
        delen.peiljaren(jaren),
        _n_profiel(wijken, gemiddelden),
    )


def _van_naar(naam: str, reeks: pd.Series) -> str:
    """Return "Sluiskwartier van 3,82 in 2002 naar 3,79 in 2022"."""
    begin = f"{taal.score(reeks.iloc[0])} in {reeks.index[0]}"
    if len(reeks) == 1:
        return f"{naam} {begin}"
    return f"{naam} van {begin} naar {taal.score(reeks.iloc[-1])} in {reeks.index[-1]}"


def _n_profiel(wijken: list[pd.Series], gemiddelden: pd.DataFrame) -> str:
    groepen = [
        f"{delen.wijken_tekst(int(rij['n_gemeente']))} in {rij['gm_naam']}"
        for rij in {rij["gm_code"]: rij for rij in wijken}.values()
    ]
    heel = gemiddelden[gemiddelden["cluster"].fillna("").eq("")].groupby("groep")["n"].max()
    for groep, naam in (("selectie", GROEPNAMEN["selectie"]), ("land", "wijken in totaal")):
        if groep in heel.index:
            groepen.append(f"{taal.getal(heel[groep])} {naam}")
    return f"N = {delen.wijken_tekst(len(wijken))}; gemiddelden over {taal.opsomming(groepen)}."


# ---------------------------------------------------------------------------------------------
# Themes x analyses


def thema_matrix(themas: pd.DataFrame, koppeling: pd.DataFrame, kader: Kader) -> Beeld | None:
    """Draw which themes come up in which analyses, under the verdict and the clusters of each.

    Analyses stand by verdict, themes by how often they come up.

    Args:
        themas: the table `themas`: bestand, thema, label, aanwezig.
        koppeling: the table `wijkanalyses`: bestand, wk_naam, oordeel, cluster.

    Returns:
        None without analyses, and with more than `MAX_ANALYSES`.
    """
    oordelen = koppeling.drop_duplicates("bestand").set_index("bestand")["oordeel"]
    if not 0 < len(oordelen) <= MAX_ANALYSES:
        return None
    volgorde = sorted(oordelen.index, key=lambda b: (list(OORDEELTEKEN).index(oordelen[b]), b))
    labels = themas.drop_duplicates("thema").set_index("thema")["label"]
    matrix = themas.pivot(index="thema", columns="bestand", values="aanwezig")
    matrix = matrix.loc[labels.index, volgorde].astype(bool)
    aantal = matrix.sum(axis=1).sort_values(ascending=False, kind="stable")
    matrix = matrix.loc[aantal.index]
    groepen = dict(list(koppeling.groupby("bestand", sort=False)))

    namen = [stijl.breek_af(labels[t], 5.6, regels=2) for t in matrix.index]
    links = 0.3 + max(stijl.tekstbreedte(naam) for naam in [*namen, "oordeel in de gesprekken"])
    kolom = (stijl.BREEDTE_CM - links - 0.9) / len(volgorde)
    regels = 2 if kolom > 2 * stijl.regelhoogte() else 1
    koppen = [
        stijl.breek_af(taal.opsomming(list(groepen[b]["wk_naam"])), 2.9, regels=regels)
        for b in volgorde
    ]
    kop = max(stijl.tekstbreedte(tekst) for tekst in koppen) + 0.25
    legenda = _matrixlegenda(oordelen, koppeling)
    eerste = delen.legendahoogte(legenda[0], 0.1) - 0.1
    boven = eerste + (delen.legendahoogte(legenda[1], 0.1) if legenda[1] else 0.0) + kop
    rijen = len(matrix) + 2.4  # two rows of heads and some room
    rijhoogte = 0.78 if any("\n" in naam for naam in namen) else 0.56
    fig, ax = stijl.maak_figuur(
        rijhoogte * rijen + boven + 0.15, links=links, rechts=0.9, boven=boven, onder=0.15
    )
    ax.set_xlim(-0.5, len(volgorde) - 0.5)
    ax.set_ylim(len(matrix) - 0.5, -2.9)
    for rij in range(0, len(matrix), 2):
        ax.axhspan(rij - 0.5, rij + 0.5, facecolor=stijl.BAND_DONKER, edgecolor="none", zorder=0)
    for i, bestand in enumerate(volgorde):
        _teken_kop(ax, i, oordelen[bestand], groepen[bestand]["cluster"])
        if i and oordelen[volgorde[i - 1]] != oordelen[bestand]:
            ax.axvline(i - 0.5, color=stijl.GRIJS, linewidth=0.7, zorder=1)
    y, x = np.nonzero(matrix.to_numpy())
    ax.scatter(x, y, s=42, color=stijl.PETROL, zorder=3)
    for rij, n in enumerate(aantal):
        delen.tekst_bij(ax, taal.getal(n), (len(volgorde) - 0.5, rij), dx=6)
    delen.tekst_bij(ax, "aantal", (len(volgorde) - 0.5, -0.95), dx=2, color=stijl.GRIJS)
    ax.set_yticks(
        [-2.4, -1.5, *range(len(matrix))],
        ["oordeel in de gesprekken", "cluster uit de cijfers", *namen],
    )
    ax.xaxis.tick_top()
    ax.set_xticks(range(len(volgorde)), koppen, rotation=90, va="bottom", linespacing=1.0)
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    delen.legenda(fig, legenda[0], links=0.1)
    delen.legenda(fig, legenda[1], links=0.1, boven=0.18 + eerste)
    return fig, _bij_matrix(aantal, labels, oordelen, kader)


def _matrixlegenda(
    oordelen: pd.Series, koppeling: pd.DataFrame
) -> tuple[list[Line2D], list[Line2D]]:
    """Return the legend entries of the verdicts (open) and of the clusters (filled)."""
    vorm = {"linestyle": "none", "markersize": 6.5}
    verdicten = [
        Line2D([], [], marker=teken, markerfacecolor=stijl.WIT, color=stijl.INKT, label=o, **vorm)
        for o, teken in OORDEELTEKEN.items()
        if (oordelen == o).any()
    ]
    clusters = delen.clusters_in_volgorde(koppeling["cluster"].dropna())
    return verdicten, [delen.lijnsleutel(CLUSTERSTIJL[c], c, **vorm) for c in clusters]


def _teken_kop(ax: Axes, kolom: int, oordeel: str, clusters: pd.Series) -> None:
    """Draw the verdict (open marker) and the clusters of the wijken (filled) above a column."""
    ax.scatter(
        kolom, -2.4, s=46, marker=OORDEELTEKEN[oordeel], color=stijl.WIT, edgecolor=stijl.INKT,
        linewidth=1.1,
    )  # fmt: skip
    aanwezig = delen.clusters_in_volgorde(clusters.dropna())
    if not aanwezig:
        delen.tekst_bij(ax, taal.GEEN, (kolom, -1.5))
    for i, cluster in enumerate(aanwezig):
        s = CLUSTERSTIJL[cluster]
        ax.scatter(
            kolom + (i - (len(aanwezig) - 1) / 2) * 0.46, -1.5, s=46, marker=s.teken, color=s.kleur,
            edgecolor=stijl.WIT, linewidth=0.5,
        )  # fmt: skip


def _bij_matrix(
    aantal: pd.Series, labels: pd.Series, oordelen: pd.Series, kader: Kader
) -> Toelichting:
    n = len(oordelen)
    analyses = taal.meervoud(n, "wijkanalyse", "wijkanalyses")
    meest = [f"{labels[t]} ({taal.getal(k)})" for t, k in aantal.head(3).items() if k]
    per_oordeel = [
        f"{o} ({taal.getal((oordelen == o).sum())})" for o in OORDEELTEKEN if (oordelen == o).any()
    ]
    alt = f"Matrix van {taal.getal(len(aantal))} thema's bij {taal.getal(n)} {analyses}"
    if meest:
        alt += f"; het vaakst komen aan bod {taal.opsomming(meest)}"
    nooit = [labels[t] for t, k in aantal.items() if not k]
    if nooit:
        alt += f", en nooit {taal.opsomming(nooit)}"
    alt += (
        f". De oordelen zijn {taal.opsomming(per_oordeel)}; boven elke kolom staan het oordeel en "
        "het cluster."
    )
    return Toelichting(
        "Thema's in de wijkanalyses, naast het oordeel in de gesprekken en het cluster in "
        f"{kader.eindjaar}",
        alt,
        kader.bronregel().replace("Bron: ", "Bron: wijkanalyses; ", 1),
        delen.peiljaren([kader.eindjaar]),
        f"N = {taal.getal(n)} {analyses}.",
    )
