"""Codes of areas as writers type them, for each kind of area."""

from __future__ import annotations

import pytest

from hulp.ander_gebied import EIGEN
from leefbaarheid.basis.gebied import BUURT, GEMEENTE, WIJK, gebied_van, over
from leefbaarheid.wijkanalyses.wijkcode import Wijk, codes_in, voorstel, vorm_in_woorden

KERN = gebied_van(EIGEN)


@pytest.mark.parametrize(
    ("gebied", "getypt", "codes"),
    [
        (WIJK, "wk9001 01 en WK900102", ["WK900101", "WK900102"]),
        (WIJK, "BU90010100", []),
        (BUURT, "bu 9001 0100 & BU90010101", ["BU90010100", "BU90010101"]),
        (BUURT, "WK900101", []),
        (GEMEENTE, "gm 9001 en GM9002", ["GM9001", "GM9002"]),
        (KERN, "KERN-900101 en KERN-900102", ["KERN-900101", "KERN-900102"]),
        (KERN, "900101", []),
    ],
)
def test_de_codes_in_een_tekst(gebied, getypt, codes):
    with over(gebied):
        assert codes_in(getypt) == codes


@pytest.mark.parametrize(
    ("gebied", "zin"),
    [
        (
            WIJK,
            "Een wijkcode is WK, vier cijfers van de gemeente en twee tekens, bijvoorbeeld "
            "WK036300.",
        ),
        (
            BUURT,
            "Een buurtcode is BU, vier cijfers van de gemeente en vier tekens, bijvoorbeeld "
            "BU03630000.",
        ),
        (GEMEENTE, "Een gemeentecode is GM en vier cijfers, bijvoorbeeld GM0363."),
        (KERN, "Een kerncode ziet eruit als KERN-900101."),
    ],
)
def test_hoe_een_code_eruitziet(gebied, zin):
    with over(gebied):
        assert vorm_in_woorden() == zin


def test_een_code_zonder_letters_en_een_naam_krijgen_een_voorstel():
    with over(BUURT):
        bekend = {"BU90010100": Wijk("Zuid", "Havermeer")}
        assert "Bedoelde u BU90010100 (Zuid, Havermeer)?" in voorstel("90010100", bekend)
        assert "Gebruik de code: BU90010100 (Zuid, Havermeer)." in voorstel("buurt 3 Zuid", bekend)
