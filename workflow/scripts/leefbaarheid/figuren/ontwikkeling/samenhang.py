"""Coefficients of the regressions on contextual factors."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import MODELNAMEN, SELECTIE, STEEKPROEFNAMEN
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.meetmoment import VOOR_MERK
from leefbaarheid.basis.schattingen import tel_richtingen
from leefbaarheid.basis.tabelwaarden import GEEN_FACTOR, Meting
from leefbaarheid.figuren.delen.assen import (
    getalas,
    nullijn,
    onderschrift,
    paneeltitel,
    rijen_met_naam,
    scheid_rijen,
)
from leefbaarheid.figuren.delen.blad import (
    BREEDTE_CM,
    ONDER_ASTITEL,
    Marges,
    Raster,
    maak_figuur,
    maak_panelen,
    rijhoogte,
    verdeel,
)
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.legenda import Legenda, lijnsleutel
from leefbaarheid.figuren.delen.schattingen import nul_erbuiten, teken_schattingen, verspreid
from leefbaarheid.figuren.delen.stijl import MODELSTIJL, STEEKPROEFSTIJL
from leefbaarheid.figuren.delen.tekstmaat import breedste, breek_af, meeste_regels, regelhoogte
from leefbaarheid.figuren.delen.toelichting import (
    Beeld,
    Toelichting,
    n_met_gegevens,
    peiljaren,
    periode,
    venster,
)

X_AS = "verschil in score per standaarddeviatie van de factor (scorepunten)"

Venster = tuple[int, int]


def _factoren(regressie: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, str]]:
    """Return the rows of contextual factors, and {factor: label} in the order of the model."""
    tabel = regressie[~regressie["term"].isin(GEEN_FACTOR)]
    eerste = tabel.drop_duplicates("term")
    return tabel, dict(zip(eerste["term"], eerste["label"], strict=True))


def _nul_erbuiten(deel: pd.DataFrame) -> pd.DataFrame:
    """Return the estimates whose interval leaves out zero, strongest first."""
    los = deel[nul_erbuiten(deel)]
    return los.iloc[np.argsort(-los["coef_sd"].abs().to_numpy(), kind="stable")]


# ---------------------------------------------------------------------------------------------
# The main window, by model form


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
    in_venster = (regressie["van"] == van) & (regressie["tot"] == tot)
    tabel, label_van = _factoren(regressie[in_venster & (regressie["steekproef"] == SELECTIE)])
    modellen = sorted(set(tabel["model"]), key=[hoofdmodel, *MODELNAMEN].index)
    if not modellen:
        return None
    legenda = Legenda([lijnsleutel(MODELSTIJL[m], MODELNAMEN[m], linewidth=1.2) for m in modellen])
    n, vast = len(label_van), legenda.hoogte + ONDER_ASTITEL
    hoogte = rijhoogte(n, 0.32 * len(modellen) + 0.34, vast, 0.7)
    regels = max(1, int(hoogte / (1.1 * regelhoogte())))
    namen = [breek_af(label, 5.0, regels=min(regels, 3)) for label in label_van.values()]
    marges = Marges(0.3 + breedste(namen), 0.3, legenda.hoogte, ONDER_ASTITEL)
    fig, ax = maak_figuur(hoogte * n + vast, marges)
    for i, model in enumerate(modellen):
        deel = tabel[tabel["model"] == model].set_index("term").reindex(list(label_van))
        teken_schattingen(ax, verspreid(n, i, len(modellen), 0.25), deel, MODELSTIJL[model])
    scheid_rijen(ax, n)
    nullijn(ax)
    rijen_met_naam(ax, namen)
    getalas(ax.xaxis, 2, plus=True)
    onderschrift(fig, X_AS, marges)
    legenda.zet(fig)
    return fig, _bij_coefficienten(tabel, modellen, (van, tot), kader)


def _bij_coefficienten(
    tabel: pd.DataFrame, modellen: Sequence[str], paar: Venster, kader: Kader
) -> Toelichting:
    hoofd = tabel[tabel["model"] == modellen[0]]
    return Toelichting(
        f"Samenhang van factoren met de leefbaarheidsontwikkeling {venster(*paar)} bij de "
        f"geselecteerde {W.gebieden}: coëfficiënt per standaarddeviatie met 95%-interval, naar "
        "modelvorm",
        "Puntschattingen met intervallen per factor, voor "
        f"{taal.aantal_van(len(modellen), 'modelvorm', 'modelvormen')}. "
        + _alt_schattingen(hoofd, f"In het model ‘{MODELNAMEN[modellen[0]]}’"),
        kader.bronregel(context=True),
        peiljaren(paar),
        n_met_gegevens(int(hoofd["n"].max()), int(hoofd["n_gemeenten"].max())),
    )


def _alt_schattingen(deel: pd.DataFrame, begin: str) -> str:
    """Say which factors have an interval without zero, strongest first."""
    los, n = _nul_erbuiten(deel), len(deel)
    if los.empty:
        wat = "alle factoren" if n > 1 else "de factor"
        return f"{begin} ligt nul bij {wat} binnen het interval."
    zinnen = [
        f"{rij['label']} {taal.verandering(rij['coef_sd'], 3)} "
        f"({taal.interval(rij['ci_sd_laag'], rij['ci_sd_hoog'], 3)})"
        for rij in los.to_dict("records")
    ]
    return (
        f"{begin} ligt nul bij {tel_richtingen(deel.to_dict('records')).in_cijfers} van de "
        f"{taal.getal(n)} factoren buiten het interval: {taal.opsomming(zinnen)}."
    )


# ---------------------------------------------------------------------------------------------
# All windows and samples


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
        lijnsleutel(STEEKPROEFSTIJL[s], STEEKPROEFNAMEN[s], linewidth=1.2) for s in steekproeven
    ]
    legenda = Legenda(sleutels)
    rijen, kolommen = verdeel(len(label_van), 3 if len(label_van) <= 12 else 4)
    links, rechts, tussen = 1.85, 0.35, 0.45
    breedte = (BREEDTE_CM - links - rechts - tussen * (kolommen - 1)) / kolommen
    titels = [breek_af(t, breedte, regels=4, gewicht="semibold") for t in label_van.values()]
    kop = meeste_regels(titels) * 1.1 * regelhoogte() + 0.15
    marges = Marges(links, rechts, legenda.hoogte + kop, ONDER_ASTITEL)
    vast = marges.boven + marges.onder + (rijen - 1) * (kop + 0.3)
    gewenst = 0.22 + 0.15 * len(steekproeven)
    vlak = len(vensters) * rijhoogte(rijen * len(vensters), gewenst, vast, 0.34)
    fig, assen = maak_panelen(
        vast + rijen * vlak,
        marges,
        Raster(rijen, kolommen, tussen, kop + 0.3, deel_x=True, deel_y=True),
        len(label_van),
    )
    for ax, factor, titel in zip(assen, label_van, titels, strict=True):
        _teken_paneel(ax, tabel[tabel["term"] == factor], steekproeven, vensters)
        paneeltitel(ax, titel)
    rijen_met_naam(assen[0], [venster(*v) for v in vensters])
    getalas(assen[0].xaxis, 2, plus=True, aantal=4)
    for ax in assen[-kolommen:]:  # the lowest of each column
        ax.tick_params(labelbottom=True)
    onderschrift(fig, X_AS, marges)
    legenda.zet(fig)
    eigen = tabel[tabel["steekproef"] == steekproeven[0]]
    return fig, _bij_coefficienten_vensters(eigen, vensters, hoofdmodel, steekproeven[0], kader)


def _teken_paneel(
    ax: Axes, tabel: pd.DataFrame, steekproeven: Sequence[str], vensters: Sequence[Venster]
) -> None:
    """Draw the coefficients of one factor, a row per window."""
    for i, steekproef in enumerate(steekproeven):
        deel = tabel[tabel["steekproef"] == steekproef].set_index(["van", "tot"])
        y = verspreid(len(vensters), i, len(steekproeven), 0.36)
        rijen = deel.reindex(list(vensters))
        teken_schattingen(
            ax,
            y,
            rijen,
            STEEKPROEFSTIJL[steekproef],
            maat=4.4,
            open_=rijen["meting"].eq(Meting.NA).to_numpy(),
        )
    nullijn(ax)


def _bij_coefficienten_vensters(
    tabel: pd.DataFrame, vensters: Sequence[Venster], model: str, steekproef: str, kader: Kader
) -> Toelichting:
    """Return the note, about one sample."""
    zinnen = []
    for van, tot in vensters:
        los = _nul_erbuiten(tabel[(tabel["van"] == van) & (tabel["tot"] == tot)])
        lijst = [
            f"{rij['label']} ({taal.verandering(rij['coef_sd'], 3)}"
            f"{VOOR_MERK if rij['meting'] == Meting.NA else ''})"
            for rij in los.to_dict("records")
        ]
        zinnen.append(f"{venster(van, tot)} {taal.opsomming(lijst or ['geen enkele factor'])}")
    n = [taal.getal(aantal) for aantal in sorted({tabel["n"].min(), tabel["n"].max()})]
    laat = bool(tabel["meting"].eq(Meting.NA).any())
    erna = " Open teken: de periode ligt vóór de meting van de factor." if laat else ""
    jaren = [jaar for paar in vensters for jaar in paar]
    return Toelichting(
        f"Samenhang van factoren met de leefbaarheidsontwikkeling per periode, {periode(jaren)}: "
        f"coëfficiënt per standaarddeviatie met 95%-interval, model ‘{MODELNAMEN[model]}’",
        "Puntschattingen met intervallen in een paneel per factor, voor "
        f"{taal.aantal_van(len(vensters), 'periode', 'perioden')}. Bij de "
        f"{STEEKPROEFNAMEN[steekproef]} ligt nul buiten het interval bij: {'; '.join(zinnen)}.",
        kader.bronregel(context=True),
        peiljaren(jaren),
        f"N = {' tot '.join(n)} {STEEKPROEFNAMEN[steekproef]} met alle gegevens.{erna}",
    )
