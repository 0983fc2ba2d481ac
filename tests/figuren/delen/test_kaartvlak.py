"""Names and numbers on a map: nothing lies over anything else, and each is near to its own."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from hulp.figuren import leesfouten, tekstvakken
from leefbaarheid.figuren.delen.blad import Marges, maak_figuur
from leefbaarheid.figuren.delen.kaartvlak import (
    Naam,
    omtrekken,
    plaats_nummers,
    zet_namen,
    zet_venster,
)
from leefbaarheid.figuren.delen.vak import Vak

VEL = Vak(0.0, 0.0, 10_000.0, 10_000.0)


def kaart() -> tuple[Figure, Axes]:
    fig, ax = maak_figuur(15.2, Marges(0, 0, 0, 0))
    ax.set_axis_off()
    zet_venster(ax, VEL)
    return fig, ax


def dozen(plekken: np.ndarray, maat: np.ndarray) -> list[Vak]:
    return [Vak(*(plek - maat / 2), *(plek + maat / 2)) for plek in plekken]


def test_venster_bevat_het_vak_en_houdt_meters_gelijk():
    _, ax = maak_figuur(7.6, Marges(0, 0, 0, 0))
    uit = zet_venster(ax, Vak(0, 0, 1000, 1000))
    assert (uit.onder, uit.boven) == (0, 1000)
    assert uit.rechts - uit.links == 2000  # twice as wide as high
    assert (uit.links + uit.rechts) / 2 == 500


def test_namen_raken_elkaar_en_de_punten_niet():
    punten = np.random.RandomState(1).uniform(500, 9500, (40, 2))
    namen = [Naam(f"Gemeente {i}", punten[2 * i : 2 * i + 2]) for i in range(20)]
    fig, ax = kaart()
    geschreven = zet_namen(ax, namen, punten, [])
    assert len(geschreven) > 8
    assert leesfouten(fig) == []
    vakken = [vak for _, vak in tekstvakken(fig)]
    for punt in ax.transData.transform(punten):
        assert not any(vak.contains(*punt) for vak in vakken)


def test_een_naam_zonder_plek_blijft_weg():
    _, ax = kaart()
    nergens = Naam("Nergens", np.array([[5000.0, 5000.0]]))
    assert zet_namen(ax, [nergens], np.empty((0, 2)), [VEL]) == []


def test_nummer_staat_in_een_ruim_vlak_en_naast_een_klein():
    maat = np.array([400.0, 300.0])
    groot, klein = shapely.box(1000, 1000, 3000, 3000), shapely.box(6000, 6000, 6200, 6200)
    punten = np.array([[2000.0, 2000.0], [6100.0, 6100.0]])
    plekken = plaats_nummers(punten, [groot, klein], maat, VEL)
    assert plekken[0].tolist() == [2000, 2000]
    assert not klein.intersects(shapely.box(*dozen(plekken, maat)[1]))
    assert np.abs(plekken[1] - punten[1]).max() < 1000


def test_nummers_van_een_dicht_blok_raken_elkaar_en_de_vlakken_niet():
    vlakken = [
        shapely.box(x, y, x + 190, y + 190)
        for x in range(4000, 4800, 200)
        for y in range(4000, 4600, 200)
    ]
    punten = np.array([[v.centroid.x, v.centroid.y] for v in vlakken])
    maat = np.array([420.0, 340.0])
    gezet = dozen(plaats_nummers(punten, vlakken, maat, VEL), maat)
    assert not any(een.raakt(ander) for een, ander in combinations(gezet, 2))
    assert not any(shapely.box(*doos).intersects(vlak) for doos in gezet for vlak in vlakken)
    assert all(doos.past_in(VEL) for doos in gezet)


def test_omtrekken_houdt_eilanden_apart_en_laat_gaten_weg():
    ring = shapely.box(0, 0, 100, 100).difference(shapely.box(40, 40, 60, 60))
    los = shapely.MultiPolygon([shapely.box(200, 0, 210, 10), shapely.box(300, 0, 310, 10)])
    assert len(omtrekken([ring, los], 0.5)) == 3
    assert omtrekken([], 0.5) == []
