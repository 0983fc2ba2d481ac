"""Point estimates with their intervals, also where the point lies beside its interval."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest

from leefbaarheid.figuren.delen.schattingen import teken_schattingen
from leefbaarheid.figuren.delen.stijl import Stijl

KOLOMMEN = ("punt", "laag", "hoog")


@pytest.mark.traag
def test_een_gemiddelde_van_trekkingen_mag_naast_zijn_interval_liggen():
    tabel = pd.DataFrame([[0.1, 0.0, 0.3], [0.5, 0.0, 0.2], [np.nan] * 3], columns=list(KOLOMMEN))
    fig, ax = plt.subplots()
    teken_schattingen(ax, np.arange(3.0), tabel, Stijl("#000000", (), "o"), kolommen=KOLOMMEN)
    lijnen = [
        deel for verzameling in ax.collections for deel in verzameling.get_segments() if len(deel)
    ]
    getrokken = {(deel[0][1], deel[0][0], deel[-1][0]) for deel in lijnen}
    assert {(0.0, 0.0, 0.3), (1.0, 0.0, 0.2)} <= getrokken
    punten = np.concatenate([lijn.get_xdata() for lijn in ax.lines])
    assert {0.1, 0.5} <= set(punten)
    plt.close(fig)
