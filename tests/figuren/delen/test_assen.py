"""Axes in Dutch notation."""

from __future__ import annotations

import pytest

from leefbaarheid.figuren.delen.assen import getalas
from leefbaarheid.figuren.delen.blad import Marges, maak_figuur


@pytest.mark.parametrize(
    ("opties", "verwacht"),
    [
        ({"decimalen": 2, "plus": True}, ["−0,02", "0,00", "+0,02"]),
        ({"decimalen": 0, "procent": True}, ["−2%", "0%", "2%"]),
    ],
)
def test_assen_in_nederlandse_notatie(opties, verwacht):
    _, ax = maak_figuur(4, Marges(links=1))
    ax.set_xlim(-0.025, 0.025)
    getalas(ax.xaxis, aantal=4, **opties)
    assert [ax.xaxis.get_major_formatter()(w, 0) for w in (-0.02, 0.0, 0.02)] == verwacht
