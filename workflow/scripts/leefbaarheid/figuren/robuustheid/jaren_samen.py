"""All years together: the association of every factor per year, and a group in every year."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import SELECTIE, STEEKPROEFNAMEN
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabelwaarden import PER_JAAR, VORM_SAMEN, Meting
from leefbaarheid.figuren.delen import stijl
from leefbaarheid.figuren.delen.assen import getalas, jaaras, paneeltitel, stille_titel
from leefbaarheid.figuren.delen.blad import (
    BREEDTE_CM,
    Marges,
    Raster,
    maak_figuur,
    maak_panelen,
    rijhoogte,
    verdeel,
)
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.legenda import Legenda, Sleutel, puntsleutel, vlaksleutel
from leefbaarheid.figuren.delen.schattingen import PER_SD, nul_erbuiten
from leefbaarheid.figuren.delen.stijl import STEEKPROEFSTIJL, Stijl
from leefbaarheid.figuren.delen.tekstmaat import breek_af, meeste_regels, regelhoogte
from leefbaarheid.figuren.delen.toelichting import (
    Beeld,
    Toelichting,
    n_met_gegevens,
    panelen_tekst,
    peiljaren,
    wijken_tekst,
)

ERVOOR = Stijl(stijl.VLAK)
GROEP, BREED = Stijl("#b4531a", (), "o"), Stijl("#17495a", (), "s")
MARGES = Marges(links=1.3, onder=0.65)
KOLOMMEN, TUSSEN_X, PANEEL_CM = 2, 1.0, 3.1
SCHUIF = 0.4
"""Years between the estimates of two samples in the same year."""
X_LUCHT = 1.0
Y_AS = "scorepunten per sd"


def jaren_samen(tabel: pd.DataFrame, kader: Kader) -> Beeld | None:
    """Draw, per factor, the association with the change between the base year and every year.

    Estimates with 95% intervals of all factors together, the samples beside each other; the base
    year is a line, the years before it are shaded, and a marker is open where the factor was
    measured in the later of both years, or after it.

    Args:
        tabel: table `robuustheid_jaren`.
        kader: facts of the edition.
    """
    tabel = tabel[(tabel["vorm"] == VORM_SAMEN) & tabel["coef_sd"].notna()]
    if tabel.empty:
        return None
    basis = int(tabel["basisjaar"].iloc[0])
    namen = dict(zip(tabel["factor"], tabel["label"], strict=True))
    rijen, kolommen = verdeel(len(namen), KOLOMMEN)
    breedte = (BREEDTE_CM - MARGES.links - MARGES.rechts - TUSSEN_X * (kolommen - 1)) / kolommen
    titels = [breek_af(naam, breedte, gewicht="semibold", regels=2) for naam in namen.values()]
    kop = meeste_regels(titels) * regelhoogte() + 0.2
    legenda = Legenda(_sleutels(tabel, basis))
    tussen_y = MARGES.onder + kop
    marges = Marges(MARGES.links, MARGES.rechts, legenda.hoogte + kop, MARGES.onder)
    hoogte = rijhoogte(rijen, PANEEL_CM + tussen_y, legenda.hoogte, 1.6 + tussen_y)
    fig, assen = maak_panelen(
        legenda.hoogte + rijen * hoogte,
        marges,
        Raster(rijen, kolommen, TUSSEN_X, tussen_y, deel_y=True),
        len(namen),
    )
    for ax, factor, titel in zip(assen, namen, titels, strict=True):
        _teken_factor(ax, tabel[tabel["factor"] == factor], basis)
        paneeltitel(ax, titel)
    for ax in assen[::kolommen]:
        ax.set_ylabel(Y_AS)
    legenda.zet(fig)
    return fig, _bij_jaren(tabel, basis, kader)


def _teken_factor(ax: Axes, tabel: pd.DataFrame, basis: int) -> None:
    """Draw the estimates of one factor, sample by sample."""
    _jaarvlak(ax, sorted({basis, *tabel["jaar"]}), basis)
    steekproeven = [s for s in STEEKPROEFSTIJL if s in set(tabel["steekproef"])]
    for nummer, steekproef in enumerate(steekproeven):
        deel = tabel[tabel["steekproef"] == steekproef]
        plaats = deel["jaar"] + (nummer - (len(steekproeven) - 1) / 2) * SCHUIF
        _punten(ax, plaats, deel, PER_SD, STEEKPROEFSTIJL[steekproef], deel["meting"] == Meting.NA)
    getalas(ax.yaxis, 2, plus=True, aantal=4)


def _jaarvlak(ax: Axes, jaren: Sequence[int], basis: int) -> None:
    """Lay out a plot over the years: zero, the base year, and the years before it shaded."""
    ax.set_xlim(jaren[0] - X_LUCHT, jaren[-1] + X_LUCHT)
    if jaren[0] < basis:
        ax.axvspan(jaren[0] - X_LUCHT, basis, color=ERVOOR.kleur, linewidth=0, zorder=0)
    ax.axhline(0, color=stijl.INKT, linewidth=0.8, zorder=1)
    ax.axvline(basis, color=stijl.GRIJS, linewidth=0.7, zorder=1)
    jaaras(ax, jaren, [basis])


def _punten(
    ax: Axes,
    x: pd.Series,
    tabel: pd.DataFrame,
    kolommen: tuple[str, str, str],
    stijl_: Stijl,
    open_: pd.Series[bool],
) -> None:
    """Draw estimates with their intervals upright; some with an open marker."""
    punt, laag, hoog = (tabel[kolom].to_numpy(float) for kolom in kolommen)
    ax.errorbar(
        x,
        punt,
        yerr=np.vstack([punt - laag, hoog - punt]),
        fmt="none",
        color=stijl_.kleur,
        elinewidth=1.1,
        zorder=2,
    )
    for leeg in (False, True):
        deel = (open_ == leeg).to_numpy()
        ax.scatter(
            np.asarray(x)[deel],
            punt[deel],
            s=17,
            marker=stijl_.teken,
            facecolor=stijl.WIT if leeg else stijl_.kleur,
            edgecolor=stijl_.kleur if leeg else stijl.WIT,
            linewidth=0.9 if leeg else 0.4,
            zorder=3,
        )


def _sleutels(tabel: pd.DataFrame, basis: int) -> list[Sleutel]:
    sleutels: list[Sleutel] = [
        puntsleutel(STEEKPROEFSTIJL[s], STEEKPROEFNAMEN[s])
        for s in STEEKPROEFSTIJL
        if s in set(tabel["steekproef"])
    ]
    if (tabel["meting"] == Meting.NA).any():
        open_ = puntsleutel(
            Stijl(stijl.GRIJS), "open: factor pas aan het eind gemeten, of later", rand=0
        )
        open_.set(markerfacecolor=stijl.WIT, markeredgecolor=stijl.GRIJS, markeredgewidth=0.9)
        sleutels.append(open_)
    if (tabel["jaar"] < basis).any():
        sleutels.append(vlaksleutel(ERVOOR, f"jaren vóór {basis}"))
    return sleutels


def _bij_jaren(tabel: pd.DataFrame, basis: int, kader: Kader) -> Toelichting:
    leidend = SELECTIE if SELECTIE in set(tabel["steekproef"]) else tabel["steekproef"].iloc[0]
    eigen = tabel[tabel["steekproef"] == leidend]
    return Toelichting(
        f"Samenhang van elke factor met de verandering van de leefbaarheidsscore tussen {basis} "
        "en elk ander meetjaar, alle factoren samen, met 95%-intervallen",
        f"{panelen_tekst(tabel['factor'].nunique())}, een per factor, met een schatting en een "
        f"interval per meetjaar. {_alt(eigen, basis)}",
        kader.bronregel(context=True),
        peiljaren(kader.jaren),
        n_met_gegevens(int(eigen["n"].max()), int(eigen["n_gemeenten"].max())),
    )


def _alt(tabel: pd.DataFrame, basis: int) -> str:
    """Say of every factor in which years its interval leaves out zero."""
    steekproef = STEEKPROEFNAMEN[tabel["steekproef"].iloc[0]]
    zinnen, geen = [], []
    for naam, deel in tabel.groupby("label", sort=False):
        helder = deel[nul_erbuiten(deel)].sort_values("jaar")
        jaren = [
            f"{jaar} ({taal.verandering(coef, 3)})"
            for jaar, coef in zip(helder["jaar"], helder["coef_sd"], strict=True)
        ]
        if jaren:
            zinnen.append(f"{naam} in {taal.opsomming(jaren)}")
        else:
            geen.append(str(naam))
    later = _later_gemeten(tabel, basis)
    begin = f"Bij de {steekproef} sluit het interval, vergeleken met {basis}, nul"
    if not zinnen:
        return f"{begin} in geen enkel jaar uit.{later}"
    rest = f"; voor {taal.opsomming(geen)} in geen enkel jaar" if geen else ""
    return f"{begin} uit voor {'; '.join(zinnen)}{rest}.{later}"


def _later_gemeten(tabel: pd.DataFrame, basis: int) -> str:
    """Name the factors that were not measured before some of the years after the base year."""
    later = tabel[(tabel["meting"] == Meting.NA) & (tabel["jaar"] > basis)]
    if later.empty:
        return ""
    namen = taal.opsomming(list(dict.fromkeys(later["label"])))
    return (
        " Een open teken staat in jaren waarna, of waarin, de factor pas gemeten is; na "
        f"{basis} komt dat voor bij {namen}."
    )


# ------------------------------------------------------------------ the group


def jaren_groep(tabel: pd.DataFrame, kader: Kader) -> Beeld | None:
    """Draw a group against the other wijken in every year, and the interval at Mbar 1.

    Args:
        tabel: table `robuustheid_jaren_grenzen`.
        kader: facts of the edition.
    """
    tabel = tabel[(tabel["maat"] == PER_JAAR) & tabel["ci_laag"].notna()]
    gewoon, ruim = (tabel[tabel["mbar"] == mbar] for mbar in (0, 1))
    if ruim.empty:
        return None
    basis = int(gewoon["basisjaar"].iloc[0])
    legenda = Legenda(
        [
            puntsleutel(GROEP, "bij gelijk verloop"),
            puntsleutel(BREED, f"bij een even ongelijk verloop als vóór {basis} (M = 1)"),
            vlaksleutel(ERVOOR, f"jaren vóór {basis}"),
        ]
    )
    fig, ax = maak_figuur(
        6.4 + legenda.hoogte, Marges(MARGES.links, 0.15, legenda.hoogte + 0.5, MARGES.onder)
    )
    _jaarvlak(ax, sorted({basis, *gewoon["jaar"]}), basis)
    kolommen = ("verschil", "ci_laag", "ci_hoog")
    for deel, stijl_, schuif in ((gewoon, GROEP, -SCHUIF / 2), (ruim, BREED, SCHUIF / 2)):
        dicht = pd.Series(False, index=deel.index)
        _punten(ax, deel["jaar"] + schuif, deel, kolommen, stijl_, dicht)
    getalas(ax.yaxis, 2, plus=True)
    stille_titel(ax, f"verschil met de andere {W.gebieden}, vergeleken met {basis} (scorepunten)")
    legenda.zet(fig)
    return fig, _bij_groep(gewoon, ruim, basis, kader)


def _bij_groep(gewoon: pd.DataFrame, ruim: pd.DataFrame, basis: int, kader: Kader) -> Toelichting:
    eerste = gewoon.iloc[0]
    groep = _groepnaam(str(eerste["groep"]))
    na = gewoon[gewoon["jaar"] > basis]
    jaren = [
        f"{jaar} {taal.verandering(verschil, 3)}"
        for jaar, verschil in zip(na["jaar"], na["verschil"], strict=True)
    ]
    helder = _zonder_nul(na), _zonder_nul(ruim)
    woorden = [f"in {taal.opsomming(deel)}" if deel else "in geen enkel jaar" for deel in helder]
    return Toelichting(
        f"Verkennend: verandering van de leefbaarheidsscore sinds {basis}, {groep} vergeleken met "
        f"de andere {W.gebieden} die in aanmerking kwamen, met 95%-intervallen",
        f"Schattingen met intervallen per meetjaar. Het verschil met de andere {W.gebieden} is, "
        f"vergeleken met {basis}, in {taal.opsomming(jaren)}. Het interval sluit nul na {basis} "
        f"bij gelijk verloop {woorden[0]} uit, en bij een even ongelijk verloop als ervoor "
        f"{woorden[1]}.",
        kader.bronregel(),
        peiljaren(kader.jaren),
        f"N = {wijken_tekst(int(eerste['n_groep']))} tegenover "
        f"{wijken_tekst(int(eerste['n_overig']))}.",
    )


def _groepnaam(groep: str) -> str:
    if groep == SELECTIE:
        return STEEKPROEFNAMEN[SELECTIE]
    return f"{W.gebieden} met het label {groep.removeprefix('label_')}"


def _zonder_nul(tabel: pd.DataFrame) -> list[str]:
    """Return the years whose interval leaves out zero."""
    buiten = (tabel["ci_laag"] > 0) | (tabel["ci_hoog"] < 0)
    return [str(jaar) for jaar in tabel.loc[buiten, "jaar"]]
