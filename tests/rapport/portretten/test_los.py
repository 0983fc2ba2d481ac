"""One wijk or gemeente by name or code, and a clear message where that is none or more than one."""

from __future__ import annotations

import pytest

from hulp.bronnen import melding
from leefbaarheid.rapport.portretten.los import los_wijk, losse_gemeente

GEGEVENS = {
    "gemeenten": [
        {
            "naam": "Proefstad",
            "code": "GM9001",
            "wijken": [
                {"code": "WK900101", "naam": "Centrum"},
                {"code": "WK900102", "naam": "Tuindorp Zuid"},
            ],
        },
        {
            "naam": "Elders",
            "code": "GM9002",
            "wijken": [{"code": "WK900201", "naam": "Centrum"}],
        },
    ]
}


@pytest.mark.parametrize("vraag", ["wk900102", "Tuindorp Zuid", "tuindorp"])
def test_een_wijk_op_code_naam_of_deel_van_haar_naam(vraag):
    keuze, code = los_wijk(GEGEVENS, vraag)
    assert (code, keuze["los"]) == ("WK900102", "wijk")
    assert [[w["naam"] for w in gm["wijken"]] for gm in keuze["gemeenten"]] == [["Tuindorp Zuid"]]


def test_een_naam_van_meer_wijken_vraagt_om_de_code():
    tekst = melding(los_wijk, GEGEVENS, "centrum")
    for deel in ("2 wijken", "Centrum in Proefstad (WK900101)", "WIJK=<code>"):
        assert deel in tekst


def test_een_onbekende_wijk_noemt_wat_erop_lijkt():
    assert "Bedoelde u Tuindorp Zuid in Proefstad" in melding(los_wijk, GEGEVENS, "Tuindorp Zuidd")
    assert "portretten.wijken" in melding(los_wijk, GEGEVENS, "xyz")


def test_een_gemeente():
    keuze, code = losse_gemeente(GEGEVENS, "proefstad")
    assert (code, keuze["los"], len(keuze["gemeenten"])) == ("GM9001", "gemeente", 1)
    assert losse_gemeente(GEGEVENS, "GM9002")[1] == "GM9002"
    assert "Bedoelde u Proefstad?" in melding(losse_gemeente, GEGEVENS, "Proefstadt")
