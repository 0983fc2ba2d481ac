"""What an edition is about: wijken unless it says otherwise, with the words that go with it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from leefbaarheid.basis.gebied import (
    BUURT,
    GEMEENTE,
    WIJK,
    W,
    gebied_in,
    gebied_van,
    huidig,
    over,
)

EIGEN = {
    "enkelvoud": "kern",
    "meervoud": "kernen",
    "code": "kern_code",
    "naam": "kern_naam",
    "vorm": "K[0-9]{3}",
    "voorbeeld": "K001",
}


def test_een_editie_die_niets_zegt_gaat_over_wijken():
    assert gebied_van(None) is huidig() is WIJK
    assert f"{W.Gebieden} en een {W.gebied}" == "Wijken en een wijk"


@pytest.mark.parametrize(
    ("gebied", "woord", "samen"),
    [
        (WIJK, "indeling", "wijkindeling"),
        (BUURT, "code", "buurtcode"),
        (GEMEENTE, "indeling", "gemeente-indeling"),
        (GEMEENTE, "grenzen", "gemeentegrenzen"),
        (gebied_van(EIGEN), "naam", "kernnaam"),
    ],
)
def test_een_samenstelling_krijgt_een_streepje_waar_klinkers_botsen(gebied, woord, samen):
    with over(gebied):
        assert W.met(woord) == samen
        assert W.Met(woord) == samen[0].upper() + samen[1:]


def test_het_gebied_geldt_ook_in_een_andere_draad_en_is_daarna_weer_wat_het_was():
    with over(BUURT), ThreadPoolExecutor() as draden:
        assert draden.submit(lambda: W.gebieden).result() == "buurten"
    assert W.gebieden == "wijken"


def test_een_bestand_is_van_het_gebied_van_zijn_eerste_code():
    assert gebied_in(["rownr", "bu_code", "wk_code"]) is BUURT
    assert gebied_in(["gm_code", "wk_code"]) is GEMEENTE
    with over(gebied_van(EIGEN)):
        assert gebied_in(["kern_code", "jaar"]).meervoud == "kernen"
        assert gebied_in(["naam"]).meervoud == "kernen"


def test_een_code_zegt_in_welke_gemeente_een_gebied_ligt_behalve_bij_een_eigen_gebied():
    assert BUURT.gemeente_van("BU00140000") == WIJK.gemeente_van("WK001400") == "GM0014"
    assert gebied_van(EIGEN).gemeente_van("K001") is None
