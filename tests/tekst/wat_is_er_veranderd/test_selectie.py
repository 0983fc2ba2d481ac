"""Who came in and fell out, by reason."""

from __future__ import annotations

import pytest

from hulp.verandering import anders
from leefbaarheid.tekst.wat_is_er_veranderd import (
    selectie,
)

pytestmark = pytest.mark.traag

A, B, C, D = (f"WK90000{n}" for n in range(1, 5))
BRONNEN = {"scores.csv": "f" * 64, "context.csv": "b" * 64}
RUIL = {(B, "in_selectie"): False, (C, "in_selectie"): True, (C, "cluster"): "Succes!"}


def test_wie_in_de_selectie_kwam_en_eruit_ging(stof):
    tekst = stof(anders(RUIL | {(B, "lbm_2008"): 3.95}, bronnen=BRONNEN))
    assert selectie.aantallen(tekst) == (
        "Van de twee wijken in de vorige selectie is er één ook nu geselecteerd. Eén wijk ging "
        "eruit en één wijk kwam erbij."
    )
    assert selectie.rijen(tekst) == [
        ["eruit", "de score van 2008 is herzien, van 3,800 naar 3,950", "1", "Proefstad: Brink"],
        [
            *("erbij", "de hoogste geselecteerde score ging van 3,800 naar 3,900"),
            *("1", "Proefstad: Citadel"),
        ],
    ]


def test_wijken_met_dezelfde_reden_staan_bij_elkaar(stof):
    uit = {(A, "in_selectie"): False, (B, "in_selectie"): False}
    tekst = stof(anders(uit, config={"selectie.soort": "lijst"}))
    assert selectie.rijen(tekst) == [
        [
            *("eruit", "de selectieregel veranderde (selectie.soort)", "2"),
            "Proefstad: Akkers, Brink",
        ]
    ]


def test_veel_redenen_staan_deels_alleen_in_de_csv(stof):
    tekst = stof(anders(RUIL))
    assert selectie.rest(tekst) == ""
    rij = tekst.tabellen["verandering_selectie"][0]
    tekst.tabellen["verandering_selectie"] = [
        rij | {"reden": f"aantal_inwoners?oud={n}&nieuw=1&grens=2"}
        for n in range(selectie.HOOGSTENS + 1)
    ]
    assert len(selectie.rijen(tekst)) == selectie.HOOGSTENS
    assert selectie.rest(tekst).startswith("Nog één wijk staat alleen in de tabel")
