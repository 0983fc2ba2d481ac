"""Regression to the mean: the observed change beside what a low score promises."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import SELECTIE
from leefbaarheid.basis.gebied import W, met_woorden
from leefbaarheid.basis.tabelwaarden import BEWEGING, RUIS
from leefbaarheid.figuren.delen.assen import (
    getalas,
    nullijn,
    onderschrift,
    rijen_met_naam,
    scheid_rijen,
)
from leefbaarheid.figuren.delen.blad import ONDER_ASTITEL, Marges, maak_figuur
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.legenda import Legenda, lijnsleutel
from leefbaarheid.figuren.delen.schattingen import teken_schattingen, verspreid
from leefbaarheid.figuren.delen.stijl import Stijl
from leefbaarheid.figuren.delen.tekstmaat import breedste
from leefbaarheid.figuren.delen.toelichting import Beeld, Toelichting, peiljaren, periode, venster

WAARGENOMEN = Stijl("#b4531a", (), "o")


class Verwachting(NamedTuple):
    """A model of what chance does: how it looks, its legend entry, and its name in a sentence."""

    stijl: Stijl
    legenda: str
    naam: str


VERWACHT = {
    RUIS: Verwachting(Stijl("#6a757c", (), "^"), "verwacht bij alleen meetruis", "alleen meetruis"),
    BEWEGING: Verwachting(
        Stijl("#17495a", (), "s"),
        "verwacht bij meetruis en gewone beweging",
        "meetruis met de gewone beweging van [[gebieden]]",
    ),
}

Venster = tuple[int, int]


def regressie_naar_gemiddelde(effect: pd.DataFrame, kader: Kader) -> Beeld | None:
    """Draw the observed change of the selection per window beside what its low score promises.

    Args:
        effect: table `effect` of `regressie_naar_gemiddelde.simulatie`.
        kader: facts of the edition.
    """
    if effect.empty:
        return None
    tabel = effect[effect["groep"] == SELECTIE]
    vensters = sorted(set(zip(tabel["van"], tabel["tot"], strict=True)))
    modellen = [m for m in VERWACHT if (tabel["model"] == m).any()]
    sleutels = [lijnsleutel(WAARGENOMEN, "waargenomen", linewidth=1.2)]
    sleutels += [
        lijnsleutel(VERWACHT[m].stijl, VERWACHT[m].legenda, linewidth=1.2) for m in modellen
    ]
    legenda = Legenda(sleutels)
    namen = [venster(*v) for v in vensters]
    marges = Marges(0.35 + breedste(namen), 0.3, legenda.hoogte, ONDER_ASTITEL)
    lagen = [(WAARGENOMEN, modellen[0], ("waargenomen", "ci_laag", "ci_hoog"))]
    lagen += [
        (VERWACHT[m].stijl, m, ("verwacht", "verwacht_laag", "verwacht_hoog")) for m in modellen
    ]
    rij = 0.32 * len(lagen) + 0.3
    fig, ax = maak_figuur(rij * len(vensters) + marges.boven + marges.onder, marges)
    for i, (stijl_, model, kolommen) in enumerate(lagen):
        deel = tabel[tabel["model"] == model].set_index(["van", "tot"]).loc[vensters]
        y = verspreid(len(vensters), i, len(lagen), 0.25)
        teken_schattingen(ax, y, deel, stijl_, kolommen=kolommen)
    scheid_rijen(ax, len(vensters))
    nullijn(ax)
    rijen_met_naam(ax, namen)
    getalas(ax.xaxis, 2, plus=True)
    titel = f"verandering ten opzichte van alle {W.gebieden} in aanmerking (scorepunten)"
    onderschrift(fig, titel, marges)
    legenda.zet(fig)
    return fig, _bij_regressie(tabel, vensters, modellen, kader)


def _bij_regressie(
    tabel: pd.DataFrame, vensters: Sequence[Venster], modellen: Sequence[str], kader: Kader
) -> Toelichting:
    zinnen = []
    for van, tot in vensters:
        deel = tabel[(tabel["van"] == van) & (tabel["tot"] == tot)].set_index("model")
        verwacht = [taal.verandering(deel["verwacht"][m], 3) for m in modellen]
        waargenomen = taal.verandering(deel["waargenomen"].iloc[0], 3)
        zinnen.append(f"{venster(van, tot)} {waargenomen} (verwacht {taal.opsomming(verwacht)})")
    eerste = tabel.iloc[0]
    jaren = {int(jaar) for v in vensters for jaar in v}
    namen = taal.opsomming([met_woorden(VERWACHT[m].naam) for m in modellen])
    return Toelichting(
        f"Waargenomen verandering van de geselecteerde {W.gebieden} en de verandering die hun lage "
        f"beginscore doet verwachten, met 95%-interval, {periode(jaren)}",
        "Punten met intervallen per periode: de waargenomen verandering en de verwachte "
        f"verandering bij {namen}. {'; '.join(zinnen)}.",
        kader.bronregel(),
        peiljaren(jaren),
        f"N = {taal.getal(int(eerste['n']))} geselecteerde van "
        f"{taal.getal(int(eerste['n_populatie']))} {W.gebieden} die in aanmerking kwamen.",
    )
