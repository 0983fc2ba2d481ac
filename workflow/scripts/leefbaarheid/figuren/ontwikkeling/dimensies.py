"""Decomposition of the change of the score into the five dimensions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
from matplotlib.axes import Axes

from leefbaarheid.basis import taal
from leefbaarheid.basis.begrippen import DIMENSIES, GROEPNAMEN, LAND, SELECTIE
from leefbaarheid.figuren.delen.assen import getalas, nullijn, onderschrift, rijen_met_naam
from leefbaarheid.figuren.delen.blad import (
    ONDER_ASTITEL,
    Marges,
    Raster,
    maak_panelen,
    rijhoogte,
    verdeel,
)
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.legenda import Legenda, vlaksleutel
from leefbaarheid.figuren.delen.staven import bijdragen, sommen, somsleutel
from leefbaarheid.figuren.delen.stijl import DIMENSIESTIJL, clusters_in_volgorde
from leefbaarheid.figuren.delen.tekstmaat import breedste, breek_af
from leefbaarheid.figuren.delen.toelichting import (
    Beeld,
    Toelichting,
    met_n,
    n_tekst,
    peiljaren,
    venster,
)
from leefbaarheid.figuren.ontwikkeling import boodschappen

Venster = tuple[int, int]


def decompositie(
    tabel: pd.DataFrame, vensters: Sequence[Sequence[int]], kader: Kader
) -> Beeld | None:
    """Draw the contribution of each dimension to the mean change, per cluster, selection and land.

    Args:
        tabel: the table `decompositie`: van, tot, groep, n, totaal, one column per dimension.
        vensters: the windows to show; those without dimension scores are left out.
    """
    tabel = tabel[(tabel["n"] > 0) & tabel[list(DIMENSIES)].notna().all(axis=1)]
    per_venster = _per_venster(tabel, vensters)
    if not per_venster:
        return None
    n_van = _aantallen(tabel)
    namen = [
        breek_af(met_n(GROEPNAMEN.get(groep, groep), n), 3.5, regels=2)
        for groep, n in n_van.items()
    ]
    sleutels = [vlaksleutel(DIMENSIESTIJL[d], naam) for d, naam in DIMENSIES.items()]
    legenda = Legenda([*sleutels, somsleutel("verandering van de score")])
    marges = Marges(0.3 + breedste(namen), 0.35, legenda.hoogte + 0.55, ONDER_ASTITEL)
    rijen, kolommen = verdeel(len(per_venster), 2)
    vast = (rijen - 1) * 1.3 + marges.boven + marges.onder
    alle = rijen * len(n_van)
    fig, assen = maak_panelen(
        alle * rijhoogte(alle, 0.78, vast, 0.5) + vast,
        marges,
        Raster(rijen, kolommen, 0.5, 1.3, deel_x=True, deel_y=True),
        len(per_venster),
    )
    for ax, (paar, deel) in zip(assen, per_venster.items(), strict=True):
        _teken_paneel(ax, deel.reindex(list(n_van)))
        ax.set_title(venster(*paar))
    rijen_met_naam(assen[0], namen)
    getalas(assen[0].xaxis, 2, plus=True, aantal=6)
    onderschrift(fig, "bijdrage aan de verandering van de score (punten)", marges)
    legenda.zet(fig)
    return fig, _bij_decompositie(per_venster, n_van, kader)


def _per_venster(
    tabel: pd.DataFrame, vensters: Sequence[Sequence[int]]
) -> dict[Venster, pd.DataFrame]:
    """Return per window with dimension scores the contributions, indexed by group."""
    per_venster = {
        (van, tot): tabel[(tabel["van"] == van) & (tabel["tot"] == tot)].set_index("groep")
        for van, tot in vensters
    }
    return {paar: deel for paar, deel in per_venster.items() if len(deel)}


def _aantallen(tabel: pd.DataFrame) -> dict[str, int]:
    """Return the number of wijken of each group, in the order of the figure."""
    n_van = {str(groep): int(n) for groep, n in tabel.groupby("groep")["n"].max().items()}
    groepen = (SELECTIE, *clusters_in_volgorde(n_van), LAND)
    return {groep: n_van[groep] for groep in groepen if groep in n_van}


def _teken_paneel(ax: Axes, tabel: pd.DataFrame) -> None:
    """Draw the contributions of one window, and what they add up to."""
    bijdragen(ax, {d: tabel[d].fillna(0).to_numpy() for d in DIMENSIES}, 0.66)
    nullijn(ax)
    sommen(ax, tabel["totaal"].to_numpy())


def _bij_decompositie(
    per_venster: Mapping[Venster, pd.DataFrame], n_van: Mapping[str, int], kader: Kader
) -> Toelichting:
    """Return the note, about the longest window and the selection."""
    paar = max(per_venster, key=lambda v: (v[1] - v[0], v))
    langste = per_venster[paar]
    groep = SELECTIE if SELECTIE in langste.index else next(iter(n_van))
    rij = langste.loc[groep].to_dict()
    zinnen = [f"{naam} {taal.verandering(rij[d], 3)}" for d, naam in DIMENSIES.items()]
    return Toelichting(
        "Bijdrage van de vijf dimensies aan de gemiddelde verandering van de score per cluster, "
        f"{taal.opsomming([venster(*v) for v in per_venster])}",
        "Gestapelde staven per cluster met de bijdrage van vijf dimensies aan de gemiddelde "
        f"verandering van de score. De score van de {GROEPNAMEN.get(groep, groep)} veranderde "
        f"{venster(*paar)} met {taal.verandering(rij['totaal'], 3)} punt: "
        f"{taal.opsomming(zinnen)}.",
        kader.bronregel(),
        peiljaren(jaar for v in per_venster for jaar in v),
        n_tekst(n_van[groep]),
        boodschappen.bijdragen({naam: rij[d] for d, naam in DIMENSIES.items()}, paar)
        if groep == SELECTIE
        else "",
    )
