"""The maps of the gemeenten with most wijken: each wijk as an area, by cluster and by change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from leefbaarheid.basis import taal
from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.tabelwaarden import GEDAALD, GESTEGEN
from leefbaarheid.figuren.delen import stijl
from leefbaarheid.figuren.delen.blad import BREEDTE_CM, MAX_HOOGTE_CM
from leefbaarheid.figuren.delen.kaartvlak import (
    omtrekken,
    teken_vlakken,
    zet_nummers,
    zet_venster,
)
from leefbaarheid.figuren.delen.kader import Kader
from leefbaarheid.figuren.delen.legenda import Legenda, puntsleutel, vlaksleutel
from leefbaarheid.figuren.delen.punten import teken_punten
from leefbaarheid.figuren.delen.stijl import Stijl
from leefbaarheid.figuren.delen.tekstmaat import breek_af
from leefbaarheid.figuren.delen.toelichting import Beeld, Toelichting, n_tekst
from leefbaarheid.figuren.delen.vak import Vak
from leefbaarheid.figuren.ontwikkeling.boodschappen import in_een_gemeente
from leefbaarheid.figuren.ontwikkeling.kaartgroepen import Kaartgroepen

# AANNAME: een gemeente krijgt een eigen kaart als er ten minste vier wijken uit de selectie liggen.
#   Waarom: met minder wijken zegt een eigen kaart weinig.
#   Gevolg: de wijken van andere gemeenten staan alleen op de kaart van het land; geen cijfer
#   verandert.
#   Onderwerp: techniek.
# De gemeenten met de meeste gaan voor, zo veel als er op een bladzijde passen.
MIN_WIJKEN = 4
KOLOMMEN, TUSSEN = 4, 0.4
KAART = (BREEDTE_CM - TUSSEN) / 2
LAAGST, HOOGST = 3.4, 5.6
KOP, REGEL, ONDER = 1.05, 0.36, 0.35
"""Height in cm of the two lines above the maps, of a line of names, and of the room below it."""
REST = Stijl(stijl.LIJN, teken="o")
"""A wijk that was not selected, where wijken are points."""
STRAAL = 0.1
"""Of a point, in cm."""
ZONDER_LIJN = 0.5
"""A number this near to its point (cm) needs no line to it."""


class Stad(NamedTuple):
    """One gemeente on the sheet: its selected wijken by name, and the height of its maps (cm)."""

    naam: str
    wijken: pd.DataFrame
    venster: Vak
    hoogte: float

    @property
    def namenhoogte(self) -> float:
        """Height of the list of names in cm."""
        return -(-len(self.wijken) // KOLOMMEN) * REGEL

    @property
    def totaal(self) -> float:
        """Height of everything in cm."""
        return KOP + self.hoogte + self.namenhoogte + ONDER


def kaart_steden(
    wijken: pd.DataFrame,
    wijkgrenzen: pd.DataFrame | None,
    groepen: tuple[Kaartgroepen, Kaartgroepen],
    kader: Kader,
) -> Beeld | None:
    """Draw per gemeente two maps beside each other, with numbered wijken and their names.

    Args:
        wijken: wk_code, wk_naam, gm_code, gm_naam, in_selectie, x, y (m RD), and what `groepen`
            look at.
        wijkgrenzen: code and geometry (shapely, m RD) of wijken, or None: then wijken are points.
        groepen: how the wijken are divided at the left and at the right.
    """
    if not {"x", "y"} <= set(wijken.columns):
        return None
    vormen = _vormen(wijkgrenzen)
    met_kaart = wijken["gm_code"].isin(wijken.loc[wijken["in_selectie"], "gm_code"])
    bekend = wijken[met_kaart].dropna(subset=["x", "y"])
    if vormen:
        bekend = _met_ligging(wijken[met_kaart], vormen)
    legendas = [_legenda(groep, bekend, bool(vormen)) for groep in groepen]
    boven = sum(legenda.hoogte for legenda in legendas)
    steden = _kies(bekend, MAX_HOOGTE_CM - boven)
    if not steden:
        return None
    hoogte = boven + sum(stad.totaal for stad in steden)
    fig = Figure(figsize=(BREEDTE_CM / 2.54, hoogte / 2.54))
    legendas[0].zet(fig)
    legendas[1].zet(fig, 0.18 + legendas[0].hoogte - 0.1)
    plek = boven
    for stad in steden:
        for i, groep in enumerate(groepen):
            links = i * (KAART + TUSSEN)
            ax = _vlak(fig, links, plek + KOP, KAART, stad.hoogte)
            _teken_stad(ax, stad, bekend, vormen, groep)
            kop = taal.hoofdletter(groep.kop)
            ax.set_title(kop, size=stijl.KLEIN_PT, color=stijl.GRIJS, weight="normal")
        fig.text(
            0,
            1 - (plek + 0.42) / hoogte,
            stad.naam,
            fontsize=stijl.TEKST_PT + 1,
            weight="semibold",
            color=stijl.PETROL,
            va="baseline",
        )
        _zet_lijst(fig, stad, plek + KOP + stad.hoogte)
        plek += stad.totaal
    return fig, _bij_steden(steden, groepen, bool(vormen), kader)


def _vormen(wijkgrenzen: pd.DataFrame | None) -> dict[str, Any]:
    """Return the geometry of each wijk by code; empty where the edition has no borders."""
    if wijkgrenzen is None:
        return {}
    return dict(zip(wijkgrenzen["code"], wijkgrenzen["geometry"], strict=True))


def _met_ligging(wijken: pd.DataFrame, vormen: dict[str, Any]) -> pd.DataFrame:
    """Return the wijken with a border, with x and y of a point inside it."""
    import shapely

    deel = wijken[wijken["wk_code"].isin(vormen)]
    binnen = shapely.point_on_surface([vormen[code] for code in deel["wk_code"]])
    xy = shapely.get_coordinates(binnen)
    return deel.assign(x=xy[:, 0], y=xy[:, 1])


def _legenda(groep: Kaartgroepen, wijken: pd.DataFrame, met_grenzen: bool) -> Legenda:
    """Return the legend of one column of maps."""
    aanwezig = groep.aantallen(groep.van(wijken[wijken["in_selectie"]]))
    sleutel = vlaksleutel if met_grenzen else puntsleutel
    return Legenda([sleutel(groep.stijlen[naam], naam) for naam in aanwezig])


def _kies(wijken: pd.DataFrame, ruimte: float) -> list[Stad]:
    """Return the gemeenten with most selected wijken that fit in `ruimte` cm; ties by name."""
    selectie = wijken[wijken["in_selectie"]]
    aantallen = selectie["gm_naam"].value_counts().sort_index(key=lambda n: n.map(taal.alfabet))
    aantallen = aantallen.sort_values(ascending=False, kind="stable")
    uit: list[Stad] = []
    for naam in aantallen.index[aantallen >= MIN_WIJKEN]:
        stad = _stad(str(naam), selectie[selectie["gm_naam"] == naam])
        if stad.totaal > ruimte:
            break
        ruimte -= stad.totaal
        uit.append(stad)
    return uit


def _stad(naam: str, wijken: pd.DataFrame) -> Stad:
    """Return one gemeente: the window holds the middle of its selected wijken with room around."""
    namen = [*zip(wijken["wk_naam"].map(taal.alfabet), wijken["wk_code"], strict=True)]
    wijken = wijken.iloc[sorted(range(len(namen)), key=namen.__getitem__)]
    xy = wijken[["x", "y"]].to_numpy(dtype=float)
    laag, hoog = xy.min(axis=0), xy.max(axis=0)
    marge = max(600.0, 0.1 * float((hoog - laag).max()))
    breed, lang = hoog - laag + 2 * marge
    # many wijken need room for their numbers
    hoogte = float(np.clip(KAART * lang / breed, LAAGST + 0.08 * min(len(wijken), 20), HOOGST))
    return Stad(naam, wijken, Vak(*(laag - marge), *(hoog + marge)), hoogte)


def _vlak(fig: Figure, links: float, van_boven: float, breed: float, hoog: float) -> Axes:
    """Return axes at a place in cm from the upper left of the sheet."""
    totaal = fig.get_size_inches()[1] * 2.54
    ax = fig.add_axes(
        (
            links / BREEDTE_CM,
            1 - (van_boven + hoog) / totaal,
            breed / BREEDTE_CM,
            hoog / totaal,
        )
    )
    ax.set(xticks=[], yticks=[])
    ax.spines[:].set(visible=True, color=stijl.LIJN, linewidth=0.6)
    return ax


def _teken_stad(
    ax: Axes, stad: Stad, wijken: pd.DataFrame, vormen: dict[str, Any], groepen: Kaartgroepen
) -> None:
    """Draw the wijken of one gemeente; those of the selection by group, with their number."""
    vak = zet_venster(ax, stad.venster)
    eigen = wijken[wijken["gm_code"] == stad.wijken["gm_code"].iloc[0]]
    groep = groepen.van(stad.wijken)
    rest = eigen[~eigen["wk_code"].isin(stad.wijken["wk_code"])]
    m_per_cm = (vak.rechts - vak.links) / KAART
    if vormen:
        _vul(ax, rest["wk_code"], vormen, m_per_cm)
        for naam, stijl_ in groepen.stijlen.items():
            _vul(ax, stad.wijken.loc[groep == naam, "wk_code"], vormen, m_per_cm, stijl_)
    else:
        teken_punten(ax, rest["x"], rest["y"], REST, maat=12, rand=0.4)
        for naam, stijl_ in groepen.stijlen.items():
            deel = stad.wijken[groep == naam]
            teken_punten(ax, deel["x"], deel["y"], stijl_, maat=34, rand=0.4, zorder=3)
    xy = stad.wijken[["x", "y"]].to_numpy(dtype=float)
    zet_nummers(ax, xy, _plaatsen(stad, xy, vormen, m_per_cm), ZONDER_LIJN if not vormen else 0.0)


def _plaatsen(stad: Stad, xy: np.ndarray, vormen: dict[str, Any], m_per_cm: float) -> Sequence[Any]:
    """Return what a number may not cover: the areas of the selected wijken, or their points."""
    if vormen:
        return [vormen[code] for code in stad.wijken["wk_code"]]
    import shapely

    return list(shapely.buffer(shapely.points(xy), STRAAL * m_per_cm))


def _vul(
    ax: Axes,
    codes: Sequence[str] | pd.Series,
    vormen: dict[str, Any],
    m_per_cm: float,
    stijl_: Stijl | None = None,
) -> None:
    """Draw areas that look alike; what is thinner than a line on paper is left out."""
    veelhoeken = omtrekken([vormen[code] for code in codes], 0.02 * m_per_cm)
    if not veelhoeken:
        return
    if stijl_ is None:
        teken_vlakken(ax, veelhoeken)
    else:
        teken_vlakken(ax, veelhoeken, stijl_.vlak, zorder=2)


def _zet_lijst(fig: Figure, stad: Stad, van_boven: float) -> None:
    """Write the numbered names below the maps, in columns that read downwards."""
    totaal = fig.get_size_inches()[1] * 2.54
    per_kolom = -(-len(stad.wijken) // KOLOMMEN)
    breed = BREEDTE_CM / KOLOMMEN
    for i, naam in enumerate(stad.wijken["wk_naam"]):
        kolom, rij = divmod(i, per_kolom)
        for dx, tekst in ((0.0, str(i + 1)), (0.5, breek_af(str(naam), breed - 0.65, regels=1))):
            fig.text(
                (kolom * breed + dx) / BREEDTE_CM,
                1 - (van_boven + 0.36 + rij * REGEL) / totaal,
                tekst,
                fontsize=stijl.KLEIN_PT,
                color=stijl.INKT if dx else stijl.GRIJS,
                va="baseline",
            )


def _bij_steden(
    steden: Sequence[Stad],
    groepen: tuple[Kaartgroepen, Kaartgroepen],
    met_grenzen: bool,
    kader: Kader,
) -> Toelichting:
    namen = taal.opsomming([stad.naam for stad in steden])
    zinnen = []
    for stad in steden:
        per_indeling = [
            taal.opsomming([f"{taal.getal(n)} {naam}" for naam, n in groep.items()])
            for groep in (indeling.aantallen(indeling.van(stad.wijken)) for indeling in groepen)
        ]
        zinnen.append(
            f"In {stad.naam} naar {groepen[0].waarnaar}: {per_indeling[0]}; "
            f"naar {groepen[1].waarnaar}: {per_indeling[1]}."
        )
    vorm = "als vlak" if met_grenzen else "als punt"
    return Toelichting(
        f"De geselecteerde {W.gebieden} van {namen}, links naar {groepen[0].waarnaar} en rechts "
        f"naar {groepen[1].waarnaar}",
        f"Kaarten met elke geselecteerde {W.gebied} {vorm}, genummerd en genoemd. "
        f"{' '.join(zinnen)}",
        kader.bronregel(context=True, grenzen=met_grenzen),
        groepen[1].peiljaar,
        n_tekst(sum(len(stad.wijken) for stad in steden)),
        _boodschap(steden[0], groepen[1]),
    )


def _boodschap(stad: Stad, verandering: Kaartgroepen) -> str:
    """Return what the maps of the first gemeente say."""
    tel = verandering.aantallen(verandering.van(stad.wijken))
    gestegen, gedaald = (tel.get(naam, 0) for naam in (GESTEGEN, GEDAALD))
    return in_een_gemeente(stad.naam, gestegen, gedaald, sum(tel.values()))
