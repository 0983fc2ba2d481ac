"""Coefficient plots of the regressions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import MODELNAMEN
from leefbaarheid.basis.tabelwaarden import GEEN_FACTOR
from leefbaarheid.figuren import delen as delen
from leefbaarheid.figuren import stijl
from leefbaarheid.figuren.delen import Beeld, Kader, Toelichting, periode, venster
from leefbaarheid.figuren.stijl import MODELSTIJL, STEEKPROEFSTIJL, Stijl

STEEKPROEFNAMEN = {
    "selectie": "geselecteerde wijken",
    "in_aanmerking": "alle wijken die in aanmerking kwamen",
}
X_AS = "verschil in score per standaarddeviatie van de factor (scorepunten)"


def _factoren(regressie: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, str]]:
    """Return the rows of contextual factors, and {factor: label} in the order of the model."""
    tabel = regressie[~regressie["term"].isin(GEEN_FACTOR)]
    labels = tabel.drop_duplicates("term").set_index("term")["label"]
    return tabel, labels.to_dict()


def _schattingen(ax: Axes, y: np.ndarray, deel: pd.DataFrame, stijl_: Stijl, maat: float) -> None:
    """Draw point estimates with their intervals; rows without an estimate stay empty."""
    coef, laag, hoog = (deel[k].to_numpy() for k in ("coef_sd", "ci_sd_laag", "ci_sd_hoog"))
    ax.errorbar(
        coef,
        y,
        xerr=np.vstack([coef - laag, hoog - coef]),
        fmt=stijl_.teken,
        color=stijl_.kleur,
        markersize=maat,
        markeredgecolor=stijl.WIT,
        markeredgewidth=0.5,
        elinewidth=1.2,
        zorder=3,
    )


def _buiten_nul(deel: pd.DataFrame) -> pd.DataFrame:
    """Return the estimates whose interval leaves out zero, strongest first."""
    los = deel[(deel["ci_sd_laag"] > 0) | (deel["ci_sd_hoog"] < 0)]
    return los.iloc[np.argsort(-los["coef_sd"].abs().to_numpy(), kind="stable")]


def coefficienten(
    regressie: pd.DataFrame, hoofdvenster: Sequence[int], hoofdmodel: str, kader: Kader
) -> Beeld | None:
    """Draw the coefficients per standard deviation with 95% intervals, for each model form.

    Args:
        regressie: van, tot, model, steekproef, term, label, coef_sd, ci_sd_laag, ci_sd_hoog, n,
            n_gemeenten.
        hoofdvenster: the outcome window.
        hoofdmodel: the model form that comes first and that the note describes.
    """
    van, tot = hoofdvenster
    tabel, label_van = _factoren(
        regressie[
            (regressie["van"] == van)
            & (regressie["tot"] == tot)
            & (regressie["steekproef"] == "selectie")
        ]
    )
    modellen = sorted(set(tabel["model"]), key=[hoofdmodel, *MODELNAMEN].index)
    if not modellen:
        return None
    sleutels = [delen.lijnsleutel(MODELSTIJL[m], MODELNAMEN[m], linewidth=1.2) for m in modellen]
    boven = delen.legendahoogte(sleutels, 0.1)
    hoogte = stijl.rijhoogte(len(label_van), 0.32 * len(modellen) + 0.34, boven + 1.15, 0.7)
    regels = max(1, int(hoogte / (1.1 * stijl.regelhoogte())))
    namen = [stijl.breek_af(label, 5.0, regels=min(regels, 3)) for label in label_van.values()]
    links = 0.3 + max(stijl.tekstbreedte(naam) for naam in namen)
    fig, ax = stijl.maak_figuur(
        hoogte * len(label_van) + boven + 1.15,
        links=links,
        rechts=0.3,
        boven=boven,
        onder=1.15,
    )
    for i, model in enumerate(modellen):
        deel = tabel[tabel["model"] == model].set_index("term").reindex(list(label_van))
        y = np.arange(len(label_van)) + (i - (len(modellen) - 1) / 2) * 0.25
        _schattingen(ax, y, deel, MODELSTIJL[model], 5.5)
    for rij in range(1, len(label_van)):
        ax.axhline(rij - 0.5, color=stijl.LIJN, linewidth=0.5)
    delen.nullijn(ax)
    ax.set_ylim(len(label_van) - 0.5, -0.5)
    ax.set_yticks(range(len(label_van)), namen)
    stijl.getalas(ax.xaxis, 2, plus=True)
    delen.onderschrift(fig, X_AS, links, 0.3)
    delen.legenda(fig, sleutels, links=0.1)

    hoofd = tabel[tabel["model"] == modellen[0]]
    n_gemeenten = int(hoofd["n_gemeenten"].max())
    return fig, Toelichting(
        f"Samenhang van factoren met de leefbaarheidsontwikkeling {venster(van, tot)} bij de "
        "geselecteerde wijken: coëfficiënt per standaarddeviatie met 95%-interval, naar modelvorm",
        "Puntschattingen met intervallen per factor, voor "
        f"{taal.aantal_van(len(modellen), 'modelvorm', 'modelvormen')}. "
        + _alt_schattingen(hoofd, f"In het model ‘{MODELNAMEN[modellen[0]]}’"),
        kader.bronregel(context=True),
        delen.peiljaren([van, tot]),
        f"N = {delen.wijken_tekst(int(hoofd['n'].max()))} met alle gegevens, in "
        f"{taal.getal(n_gemeenten)} {taal.meervoud(n_gemeenten, 'gemeente', 'gemeenten')}.",
    )


def _alt_schattingen(deel: pd.DataFrame, begin: str) -> str:
    """Say which factors have an interval without zero, strongest first."""
    los, n = _buiten_nul(deel), len(deel)
    if los.empty:
        wat = "alle factoren" if n > 1 else "de factor"
        return f"{begin} ligt nul bij {wat} binnen het interval."
    zinnen = [
        f"{rij.label} {taal.verandering(rij.coef_sd, 3)} "
        f"({taal.interval(rij.ci_sd_laag, rij.ci_sd_hoog, 3)})"
        for rij in los.itertuples()
    ]
    return (
        f"{begin} ligt nul bij {taal.getal(len(los))} van de {taal.getal(n)} factoren buiten het "
        f"interval: {taal.opsomming(zinnen)}."
    )


def coefficienten_vensters(regressie: pd.DataFrame, hoofdmodel: str, kader: Kader) -> Beeld | None:
    """Draw the coefficients of the main model over all windows and samples, a panel per factor.

    Args:
        regressie: as for `coefficienten`.
        hoofdmodel: the model form that is drawn.
    """
    tabel, label_van = _factoren(regressie[regressie["model"] == hoofdmodel])
    if tabel.empty:
        return None
    vensters = sorted(set(zip(tabel["van"], tabel["tot"], strict=True)))
    steekproeven = [s for s in STEEKPROEFNAMEN if tabel["steekproef"].eq(s).any()]
    sleutels = [
        delen.lijnsleutel(STEEKPROEFSTIJL[s], STEEKPROEFNAMEN[s], linewidth=1.2)
        for s in steekproeven
    ]
    kolommen = min(3 if len(label_van) <= 12 else 4, len(label_van))
    rijen = -(-len(label_van) // kolommen)
    links, rechts, tussen = 1.85, 0.35, 0.45
    breedte = (stijl.BREEDTE_CM - links - rechts - tussen * (kolommen - 1)) / kolommen
    titels = [stijl.breek_af(t, breedte, regels=4, gewicht="semibold") for t in label_van.values()]
    kop = max(titel.count("\n") + 1 for titel in titels) * 1.1 * stijl.regelhoogte() + 0.15
    boven = delen.legendahoogte(sleutels, 0.1) + kop
    vast = boven + 1.15 + (rijen - 1) * (kop + 0.3)
    vlak = len(vensters) * stijl.rijhoogte(
        rijen * len(vensters), 0.22 + 0.15 * len(steekproeven), vast, 0.34
    )
    fig, assen = stijl.maak_figuur(
        vast + rijen * vlak,
        links=links,
        rechts=rechts,
        boven=boven,
        onder=1.15,
        rijen=rijen,
        kolommen=kolommen,
        tussen_x=tussen,
        tussen_y=kop + 0.3,
        sharex=True,
        sharey=True,
        squeeze=False,
    )
    for ax in assen.flat[len(label_van) :]:
        ax.set_visible(False)
    for ax, factor, titel in zip(assen.flat, label_van, titels, strict=False):
        for i, steekproef in enumerate(steekproeven):
            deel = tabel[(tabel["term"] == factor) & (tabel["steekproef"] == steekproef)]
            y = np.arange(len(vensters)) + (i - (len(steekproeven) - 1) / 2) * 0.36
            deel = deel.set_index(["van", "tot"]).reindex(vensters)
            _schattingen(ax, y, deel, STEEKPROEFSTIJL[steekproef], 4.4)
        delen.nullijn(ax)
        ax.set_title(titel, fontsize=stijl.KLEIN_PT, linespacing=1.1, pad=3)
    assen[0, 0].set_ylim(len(vensters) - 0.5, -0.5)
    assen[0, 0].set_yticks(range(len(vensters)), [venster(*v) for v in vensters])
    stijl.getalas(assen[0, 0].xaxis, 2, plus=True, aantal=4)
    for ax in assen.flat[len(label_van) - kolommen : len(label_van)]:  # the lowest of each column
        ax.tick_params(labelbottom=True)
    delen.onderschrift(fig, X_AS, links, rechts)
    delen.legenda(fig, sleutels, links=0.1)

    eigen = tabel[tabel["steekproef"] == steekproeven[0]]
    zinnen = []
    for van, tot in vensters:
        los = _buiten_nul(eigen[(eigen["van"] == van) & (eigen["tot"] == tot)])
        lijst = [f"{rij.label} ({taal.verandering(rij.coef_sd, 3)})" for rij in los.itertuples()]
        zinnen.append(f"{venster(van, tot)} {taal.opsomming(lijst or ['geen enkele factor'])}")
    n = [taal.getal(aantal) for aantal in sorted({eigen["n"].min(), eigen["n"].max()})]
    jaren = [jaar for v in vensters for jaar in v]
    return fig, Toelichting(
        "Samenhang van factoren met de leefbaarheidsontwikkeling per periode, "
        f"{periode(jaren)}: coëfficiënt per standaarddeviatie met 95%-interval, model "
        f"‘{MODELNAMEN[hoofdmodel]}’",
        "Puntschattingen met intervallen in een paneel per factor, voor "
        f"{taal.aantal_van(len(vensters), 'periode', 'perioden')}. Bij de "
        f"{STEEKPROEFNAMEN[steekproeven[0]]} ligt nul buiten het interval bij: "
        f"{'; '.join(zinnen)}.",
        kader.bronregel(context=True),
        delen.peiljaren(jaren),
        f"N = {' tot '.join(n)} {STEEKPROEFNAMEN[steekproeven[0]]} met alle gegevens.",
    )
