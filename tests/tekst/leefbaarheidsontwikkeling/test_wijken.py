"""The list of selected wijken."""

from __future__ import annotations

from hulp.stof import MIN, bijlage
from leefbaarheid.tekst.leefbaarheidsontwikkeling import wijken
from leefbaarheid.tekst.leefbaarheidsontwikkeling.wijken import (
    lijst_zin,
    lijstjaren,
    wijken_kop,
    wijken_rijen,
)


def test_lijst_van_wijken():
    def wijk(gemeente, naam, code, **rest):
        return {
            **{"gm_naam": gemeente, "wk_naam": naam, "wk_code": code, "in_selectie": True},
            **{"inwoners": 12345.0, "lbm_2012": 3.9, "lbm_2014": 3.85, "delta_2012_2014": -0.05},
            **{"klasse_2014": 4, "cluster": "Terugval", "buiten_twijfel": True},
            **rest,
        }

    stof = bijlage(
        wijken=[
            wijk(
                "Tilburg",
                "West",
                "WK000002",
                lbm_2014=None,
                klasse_2014=None,
                cluster=None,
                buiten_twijfel=None,
            ),
            wijk("'s-Hertogenbosch", "Noord", "WK000001"),
            wijk("Almere", "Buiten", "WK000003", in_selectie=False),
            wijk("Hoorn", "Oost", "WK000004"),
            wijk("’s-Gravenhage", "Zuid", "WK000005"),
        ]
    )
    assert lijstjaren(stof) == [2012, 2014]
    assert wijken_kop(stof) == [
        *("Gemeente", "Wijk (code)", "Inwoners", "2012", "2014", "Verschil", "Klasse 2014"),
        "Cluster",
    ]
    haag, bosch, hoorn, tilburg = wijken_rijen(stof)
    assert (haag[0], hoorn[0]) == ("’s-Gravenhage", "Hoorn")
    assert bosch == [
        *("’s-Hertogenbosch", "Noord (WK000001)", "12.345", "3,90", "3,85", f"{MIN}0,05\\*"),
        *("zwak", "*Terugval*"),
    ]
    assert tilburg[4:] == ["–", f"{MIN}0,05", "–", "–"]


def test_van_veel_wijken_staan_de_uitersten_in_de_lijst(monkeypatch):
    monkeypatch.setattr(wijken, "KANT", 2)
    rijen = [
        {
            **{"gm_naam": "A", "wk_naam": f"W{i}", "wk_code": f"WK00000{i}", "in_selectie": True},
            **{"inwoners": 1.0, "lbm_2012": 3.9, "lbm_2014": 3.9, "klasse_2014": 4},
            **{"cluster": "Terugval", "buiten_twijfel": False, "delta_2012_2014": verschil},
        }
        for i, verschil in enumerate([0.01, None, -0.03, 0.05, 0.02, -0.01])
    ]
    stof = bijlage(wijken=rijen)
    assert len(wijken_rijen(stof)) == 6
    assert lijst_zin(stof) == "noemt alle 6 geselecteerde wijken, op gemeente en naam."
    monkeypatch.setattr(wijken, "MEEST", 5)
    namen = [rij[1] for rij in wijken_rijen(stof)]
    assert namen == [f"W{i} (WK00000{i})" for i in (3, 4, 5, 2)]
    assert lijst_zin(stof) == (
        "noemt van de 6 geselecteerde wijken de 2 met de grootste stijging en de 2 met de grootste "
        "daling in 2012\N{EN DASH}2014, in die volgorde; alle staan in `tabellen/wijken.csv`."
    )
