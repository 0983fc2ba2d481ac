"""The choices behind the specification curve: a row per choice, a stroke where it was made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import (
    ANCOVA,
    BASISMETING,
    IN_AANMERKING,
    MODELNAMEN,
    SELECTIE,
    STEEKPROEFNAMEN,
    VERANDERING,
)
from leefbaarheid.basis.gebied import Woordenlijst, met_woorden
from leefbaarheid.basis.tabelwaarden import (
    ALLEEN_GROTERE,
    BEPERKINGEN,
    GEEN,
    GEMEENTE_EFFECTEN,
    GEWICHTEN,
    NAAR_INWONERS,
    OLS,
    SCHATTERS,
    SCHEIDING,
    ZONDER_GROOTSTE,
    ZONDER_VIER_GROOTSTE,
)
from leefbaarheid.figuren.delen import stijl
from leefbaarheid.figuren.delen.blad import cm_in_pt
from leefbaarheid.figuren.delen.labels import noteer, schrijf
from leefbaarheid.figuren.delen.stijl import Stijl
from leefbaarheid.figuren.delen.strepen import streepdikte, teken_strepen
from leefbaarheid.figuren.delen.tekstmaat import breedste, breek_af
from leefbaarheid.figuren.delen.toelichting import venster

LABEL_CM = 4.1
"""Room for the name of a choice."""
NAMEN = Woordenlijst(
    {
        VERANDERING: MODELNAMEN[VERANDERING],
        ANCOVA: "bij gelijke beginscore",
        BASISMETING: "bij gelijke basismeting",
        SELECTIE: "geselecteerde [[gebieden]]",
        IN_AANMERKING: "alle in aanmerking",
        ZONDER_GROOTSTE: "zonder grootste gemeente",
        ZONDER_VIER_GROOTSTE: "zonder vier grootste",
        ALLEEN_GROTERE: "alleen grotere [[gebieden]]",
        NAAR_INWONERS: "gewogen naar inwoners",
        OLS: "tussen en binnen gemeenten",
        GEMEENTE_EFFECTEN: "alleen binnen gemeenten",
    }
)
"""A choice in few words, for the rows of the lower panel."""
ZONDER_KEUZE = {("beperking", GEEN): "geen", ("gewicht", GEEN): "elke [[gebied]] even zwaar"}
KOPPEN = {
    "model": ("Modelvorm", tuple(MODELNAMEN)),
    "steekproef": ("Steekproef", tuple(STEEKPROEFNAMEN)),
    "beperking": ("Beperking", BEPERKINGEN),
    "gewicht": ("Weging", GEWICHTEN),
    "schatter": ("Vergelijking", SCHATTERS),
}
AANTOONBAAR = Stijl(stijl.PETROL, (), "o")
HOOFD = Stijl("#b4531a", (), "D")
"""How an outcome with an interval without zero looks, and the main specification."""


class Keuze(NamedTuple):
    """One row of the lower panel: a choice, and which specifications made it."""

    kop: str
    naam: str
    heeft: np.ndarray


def maak_keuzes(tabel: pd.DataFrame, andere: Mapping[str, str]) -> list[Keuze]:
    """Return the rows of the lower panel; a dimension without a choice has none.

    Args:
        andere: the other factors with their labels.
    """
    keuzes = []
    vensters = sorted(set(zip(tabel["van"], tabel["tot"], strict=True)))
    for van, tot in vensters if len(vensters) > 1 else []:
        heeft = (tabel["van"] == van) & (tabel["tot"] == tot)
        keuzes.append(Keuze("Venster", venster(van, tot), heeft.to_numpy()))
    for kolom, (kop, volgorde) in KOPPEN.items():
        waarden = [w for w in volgorde if tabel[kolom].eq(w).any()]
        for waarde in waarden if len(waarden) > 1 else []:
            naam = met_woorden(ZONDER_KEUZE.get((kolom, waarde), "")) or NAMEN[waarde]
            keuzes.append(Keuze(kop, naam, tabel[kolom].eq(waarde).to_numpy()))
    sets = [set(namen.split(SCHEIDING)) for namen in tabel["factoren"]]
    for ander, label in andere.items():
        naam = breek_af(taal.kleine_letter(label), LABEL_CM)
        keuzes.append(Keuze("Samen met", naam, np.array([ander in s for s in sets])))
    return keuzes


def ruimte_links(keuzes: Sequence[Keuze]) -> float:
    """Return the room that the names of dimensions and choices need at the left (cm)."""
    namen = breedste(keuze.naam for keuze in keuzes)
    koppen = breedste((keuze.kop for keuze in keuzes), gewicht="semibold")
    return 0.4 + namen + (koppen + 0.3)


def plekken(keuzes: Sequence[Keuze]) -> tuple[list[float], float]:
    """Return the middle of each row and the height of all, in rows of one line."""
    midden, onder, vorige = [], 0.0, ""
    for keuze in keuzes:
        regels = keuze.naam.count("\n") + 1
        hoogte = regels if regels == 1 else 1.02 * regels
        onder += hoogte + (0.45 if vorige and keuze.kop != vorige else 0.0)
        midden.append(onder - hoogte / 2)
        vorige = keuze.kop
    return midden, onder + 0.1


def teken_keuzes(
    ax: Axes,
    tabel: pd.DataFrame,
    keuzes: Sequence[Keuze],
    plekken: Sequence[float],
    toon: np.ndarray,
    links: float,
) -> None:
    """Draw a stroke for every choice of every specification shown, and the median per choice.

    Args:
        plekken: middle of each row.
        toon: positions of the specifications that are drawn.
        links: room at the left, where the dimensions have their name (cm).
    """
    dikte = streepdikte(ax, len(toon), 0.6)
    ax.set_ylim(plekken[-1] + 1.05, -0.05)
    stelsel, vorige = ax.get_yaxis_transform(), ""
    for keuze, y in zip(keuzes, plekken, strict=True):
        _teken_keuze(ax, toon[keuze.heeft[toon]], y, dikte)
        mediaan = taal.verandering(tabel.loc[keuze.heeft, "coef_sd"].median(), 3)
        schrijf(ax, mediaan, (1, y), (36, 0), stelsel, ha="right", va="center")
        if keuze.kop != vorige:
            dx = 3 - cm_in_pt(links)
            schrijf(ax, keuze.kop, (0, y), (dx, 0), stelsel, va="center", gewicht="semibold")
        vorige = keuze.kop
    noteer(ax, "mediaan", (1, 0), (36, 1), stelsel, ha="right")
    for i in np.flatnonzero(tabel["hoofdspecificatie"]):
        ax.axvline(float(i), color=HOOFD.kleur, linewidth=0.9, zorder=2)
    ax.set_yticks(plekken, [keuze.naam for keuze in keuzes], linespacing=0.95)
    ax.set_xticks([])
    for kant in ("left", "bottom"):
        ax.spines[kant].set_visible(False)


def _teken_keuze(ax: Axes, x: np.ndarray, y: float, dikte: float) -> None:
    """Draw the row of one choice, with a stroke at the specifications that made it."""
    ax.axhspan(y - 0.42, y + 0.42, facecolor=stijl.VLAK, edgecolor="none", zorder=0)
    if len(x):
        onder, boven = np.full(len(x), y - 0.3), np.full(len(x), y + 0.3)
        teken_strepen(ax, x, onder, boven, kleur=AANTOONBAAR.kleur, dikte=dikte)
