"""A clear difference with other wijken stands beside what a low score gives."""

from __future__ import annotations

import pytest

from hulp.stof import hoofdrapport, naast
from leefbaarheid.basis.redenen.toetsen import ToetsReden
from leefbaarheid.tekst.gedeeld.lage_score import naast_verwachting


def lijn(verwacht, verschil, halve=0.01):
    return {
        **{"van": 2008, "tot": 2012, "lijn": "alle_overige", "reden": None},
        **{"verwacht": verwacht, "verschil": verschil},
        **{"ci_laag": verschil - halve, "ci_hoog": verschil + halve},
    }


def zin(*lijnen, verschil=0.06):
    rijen = naast(2008, 2012, "gemiddelde_verandering", 0.07, (0.01, verschil), (0.01, 0.06))
    editie = {"selectie": {"soort": "laagste_scores", "jaar": 2002}}
    stof = hoofdrapport(editie, vergelijkingen=rijen, robuustheid_regressielijn=list(lijnen))
    return naast_verwachting(stof, 2008, 2012)


@pytest.mark.parametrize(
    ("verschil", "woord"),
    [
        (0.03, "de selectie veranderde meer dan dat"),
        (-0.03, "de selectie veranderde minder dan dat"),
        (0.005, "daar week de selectie niet aantoonbaar van af"),
    ],
)
def test_het_woord_volgt_het_interval(verschil, woord):
    tekst = zin(lijn(0.02, verschil))
    assert tekst.startswith(
        "Doorgetrokken vanuit de overige wijken was op grond van de score in 2002 +0,020 punt te "
        f"verwachten; {woord} (verschil "
    )


def test_zonder_verschil_of_zonder_lijn_valt_er_niets_te_zeggen():
    assert zin(lijn(0.02, 0.03), verschil=0.01) == ""
    assert zin() == ""
    assert zin({"reden": ToetsReden.STAAT_UIT.met()}) == ""
