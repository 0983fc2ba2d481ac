"""Development per period: shares fallen, stagnated and risen, and the spread of the change."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import GROEPNAMEN, LAND, OVERIG, SELECTIE
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabelwaarden import GEDAALD, GESTEGEN, RICHTINGEN
from leefbaarheid.figuren.delen import stijl
from leefbaarheid.figuren.delen.assen import getalas
from leefbaarheid.figuren.delen.blad import (
    ONDER_ASTITEL,
    Marges,
    Raster,
    cm_in_pt,
    maak_figuur,
    maak_panelen,
    rijhoogte,
)
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.labels import noteer, tekst_bij
from leefbaarheid.figuren.delen.legenda import Legenda, lijnsleutel, vlaksleutel
from leefbaarheid.figuren.delen.staven import stapel
from leefbaarheid.figuren.delen.stijl import GROEPSTIJL, RICHTINGSTIJL
from leefbaarheid.figuren.delen.toelichting import (
    Beeld,
    Toelichting,
    marge,
    met_n,
    n_groepen,
    peiljaren,
    periode,
    venster,
    wijken_tekst,
)
from leefbaarheid.figuren.ontwikkeling import boodschappen

# ---------------------------------------------------------------------------------------------
# Shares per window

GROEPEN = (SELECTIE, OVERIG, LAND)
RIJNAMEN = GROEPNAMEN | {OVERIG: "overig in aanmerking"}
"""What the groups are called at the rows, where room is short."""
LINKS = 4.45
"""Room for the window and the name of the group (cm)."""

Rij = tuple[int, int, str]
"""A row of the figure: van, tot, groep."""


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
    alle: list[Rij] = [(van, tot, groep) for van, tot in vensters for groep in GROEPEN]
    rijen = [rij for rij in alle if rij in tabel.index]
    if not rijen:
        return None
    legenda = Legenda([vlaksleutel(RICHTINGSTIJL[r], r) for r in RICHTINGEN], LINKS)
    boven, onder = legenda.hoogte + 0.45, 0.6
    y = _plekken(rijen)
    lengte = y[-1] + 1
    fig, assen = maak_panelen(
        rijhoogte(lengte, 0.62, boven + onder, 0.45) * lengte + boven + onder,
        Marges(LINKS, rechts=0.4, boven=boven, onder=onder),
        Raster(kolommen=2, tussen_x=0.75, deel_y=True),
    )
    for ax, gewicht, eenheid in zip(
        assen, ("", "_inwoners"), (W.gebieden, "inwoners"), strict=True
    ):
        _teken_aandelen(ax, y, tabel.loc[rijen], gewicht)
        ax.set_title(f"aandeel van de {eenheid}")
    _noem_rijen(assen[0], rijen, y)
    legenda.zet(fig)
    return fig, _bij_aandelen(tabel, rijen, delta, kader)


def _plekken(rijen: Sequence[Rij]) -> list[float]:
    """Return the y of each row, with some room between windows."""
    y: list[float] = []
    for i, rij in enumerate(rijen):
        y.append(y[-1] + (1.35 if rijen[i - 1][:2] != rij[:2] else 1.0) if y else 0.0)
    return y


def _teken_aandelen(ax: Axes, y: Sequence[float], tabel: pd.DataFrame, gewicht: str) -> None:
    """Draw a bar of 100% per row, of the columns that end in `gewicht`."""
    ax.set_xlim(0, 1)
    lagen = [
        (RICHTINGSTIJL[r], tabel[f"aandeel_{r}{gewicht}"].fillna(0).to_numpy()) for r in RICHTINGEN
    ]
    stapel(ax, y, lagen, taal.procent)
    getalas(ax.xaxis, 0, procent=True)
    ax.set_xticks([0, 0.5, 1])
    ax.tick_params(axis="x", length=0)
    ax.spines[["left", "bottom"]].set_visible(False)


def _noem_rijen(ax: Axes, rijen: Sequence[Rij], y: Sequence[float]) -> None:
    """Write the group beside each row, and the window at the left of its first row."""
    ax.set_ylim(y[-1] + 0.5, -0.5)
    ax.set_yticks(y, [RIJNAMEN[groep] for _, _, groep in rijen])
    eerste = {rij[:2]: plek for rij, plek in reversed(list(zip(rijen, y, strict=True)))}
    dx = -cm_in_pt(LINKS - 0.1)
    for paar, plek in eerste.items():
        tekst_bij(ax, venster(*paar), (0, plek), dx, kleur=stijl.PETROL, gewicht="semibold")


def _bij_aandelen(
    tabel: pd.DataFrame, rijen: Sequence[Rij], delta: float, kader: Kader
) -> Toelichting:
    aandelen = tabel.to_dict("index")
    zinnen = [_aandelen_zin(rij, aandelen[rij]) for rij in rijen if rij[2] == SELECTIE]
    elders = [
        f" {taal.hoofdletter(GROEPNAMEN[groep])}: {'; '.join(per_periode)}."
        for groep in GROEPEN[1:]
        if (per_periode := [_kort(rij, aandelen[rij]) for rij in rijen if rij[2] == groep])
    ]
    dalers = {rij[:2]: aandelen[rij][f"aandeel_{GEDAALD}"] for rij in rijen if rij[2] == SELECTIE}
    jaren = {jaar for rij in rijen for jaar in rij[:2]}
    aanwezig = [g for g in GROEPEN if g in tabel.index.get_level_values("groep")]
    return Toelichting(
        f"Aandeel {W.gebieden} en inwoners met een gedaalde, gestagneerde of gestegen score per "
        f"periode, {periode(jaren)} (gestagneerd: een verandering van ten hoogste {marge(delta)} "
        "punt)",
        f"Gestapelde staven per periode met het aandeel {W.gebieden} en inwoners waarvan de "
        f"leefbaarheidsscore daalde, stagneerde of steeg. Geselecteerde {W.gebieden}: "
        f"{'; '.join(zinnen)}.{''.join(elders)}",
        kader.bronregel(context=True),
        peiljaren(jaren),
        n_groepen({g: int(tabel.xs(g, level="groep")["n"].max()) for g in aanwezig}),
        boodschappen.dalers_per_periode(dalers) if dalers else "",
    )


def _aandelen_zin(rij: Rij, aandelen: Mapping[Hashable, Any]) -> str:
    def paar(soort: str) -> str:
        wijken, inwoners = aandelen[f"aandeel_{soort}"], aandelen[f"aandeel_{soort}_inwoners"]
        return f"{taal.procent(wijken)} {soort} (van de inwoners {taal.procent(inwoners)})"

    return f"{venster(*rij[:2])} {paar(GEDAALD)} en {paar(GESTEGEN)}"


def _kort(rij: Rij, aandelen: Mapping[Hashable, Any]) -> str:
    gedaald, gestegen = (taal.procent(aandelen[f"aandeel_{r}"]) for r in (GEDAALD, GESTEGEN))
    return f"{venster(*rij[:2])} {gedaald} {GEDAALD} en {gestegen} {GESTEGEN}"


# ---------------------------------------------------------------------------------------------
# Spread of the change


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
    per_groep = _verandering_per_groep(wijken, van, tot)
    if SELECTIE not in per_groep:
        return None
    alle = pd.concat(per_groep.values())
    stap = delta / 2 if delta > 0 else 0.01
    randen = _histogramranden(alle, stap)
    sleutels = [
        lijnsleutel(GROEPSTIJL[g], met_n(GROEPNAMEN[g], len(reeks)), met_teken=False)
        for g, reeks in per_groep.items()
    ]
    legenda = Legenda(sleutels, links=1.25)
    fig, ax = maak_figuur(7.8, Marges(1.25, 0.55, legenda.hoogte + 0.35, ONDER_ASTITEL))
    _marge_rond_nul(ax, delta)
    for groep, reeks in per_groep.items():
        _histogram(ax, reeks, randen, groep)
    ax.set_xlim(randen[0], randen[-1])
    noot = f"gestagneerd (±{marge(delta)})"
    noteer(ax, noot, (0, 1), (0, 2), ax.get_xaxis_transform(), ha="center")
    _noteer_buiten_beeld(ax, alle)
    getalas(ax.yaxis, 0, procent=True)
    getalas(ax.xaxis, 2, plus=True, aantal=8)
    ax.set_xlabel(f"verandering van de score {venster(van, tot)} (punten)")
    ax.set_ylabel(f"aandeel van de {W.gebieden} per {marge(stap)} punt")
    legenda.zet(fig)
    return fig, _bij_verdeling(per_groep, van, tot, delta, kader)


def _verandering_per_groep(wijken: pd.DataFrame, van: int, tot: int) -> dict[str, pd.Series]:
    """Return the change of every wijk of the groups that have any."""
    verandering = (wijken[f"lbm_{tot}"] - wijken[f"lbm_{van}"]).round(9)
    overig = wijken["in_aanmerking"] & ~wijken["in_selectie"]
    per_groep = {
        SELECTIE: verandering[wijken["in_selectie"]].dropna(),
        OVERIG: verandering[overig].dropna(),
    }
    return {groep: reeks for groep, reeks in per_groep.items() if len(reeks)}


def _histogramranden(waarden: pd.Series, stap: float) -> np.ndarray:
    """Return the edges of bins that hold 99% of the values.

    They are whole steps, so that -delta, 0 and +delta are edges.
    """
    laag = min(np.floor(waarden.quantile(0.005) / stap), -4) * stap
    hoog = max(np.ceil(waarden.quantile(0.995) / stap), 4) * stap
    return np.asarray(laag + stap * np.arange(round((hoog - laag) / stap) + 1))


def _marge_rond_nul(ax: Axes, delta: float) -> None:
    ax.axvspan(-delta, delta, facecolor="#e3eaed", edgecolor="none", zorder=0)
    ax.axvline(0, color=stijl.GRIJS, linewidth=0.7, zorder=1)


def _histogram(ax: Axes, reeks: pd.Series, randen: np.ndarray, groep: str) -> None:
    """Draw the outline of a histogram; that of the selection is filled."""
    gevuld = groep == SELECTIE
    sns.histplot(
        x=reeks,
        # shares of the whole group, also where some lie outside the plot
        weights=np.full(len(reeks), 1 / len(reeks)),
        bins=list(randen),
        element="step",
        fill=gevuld,
        color=GROEPSTIJL[groep].kleur,
        alpha=0.25 if gevuld else 1,
        linewidth=1.5,
        linestyle=GROEPSTIJL[groep].lijnstijl,
        ax=ax,
    )


def _noteer_buiten_beeld(ax: Axes, waarden: pd.Series) -> None:
    """Write at either edge how many wijken lie beyond it."""
    laag, hoog = ax.get_xlim()
    lager, hoger = int((waarden < laag).sum()), int((waarden > hoog).sum())
    if lager:
        tekst = f"{wijken_tekst(lager)} lager dan {taal.verandering(laag)}"
        noteer(ax, tekst, (0.01, 1), (0, -2), "axes fraction", ha="left", va="top")
    if hoger:
        tekst = f"{wijken_tekst(hoger)} hoger dan {taal.verandering(hoog)}"
        noteer(ax, tekst, (0.99, 1), (0, -2), "axes fraction", ha="right", va="top")


def _bij_verdeling(
    per_groep: Mapping[str, pd.Series], van: int, tot: int, delta: float, kader: Kader
) -> Toelichting:
    zinnen = [
        f"{taal.verandering(reeks.median(), 3)} punt bij de {GROEPNAMEN[g]}"
        for g, reeks in per_groep.items()
    ]
    gedaald = float((per_groep[SELECTIE] < -delta).mean())
    return Toelichting(
        f"Verdeling van de verandering van de score, {venster(van, tot)}",
        f"Histogram van de verandering per {W.gebied}. De mediaan is {taal.opsomming(zinnen)}; "
        f"{taal.procent(gedaald)} van de geselecteerde {W.gebieden} daalde meer dan "
        f"{marge(delta)} punt.",
        kader.bronregel(),
        peiljaren([van, tot]),
        n_groepen({g: len(reeks) for g, reeks in per_groep.items()}),
    )
