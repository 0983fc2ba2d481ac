"""The wijken of 2017: what their figures say, and which have none."""

from __future__ import annotations

import pytest

from hulp.stof import MIN, hoofdrapport
from leefbaarheid.tekst.hoofdrapport import onder_de_loep as tekst

LIJST = [
    {"nr": 1, "wijk": "No_ord", "gemeente": "Ede", "wk_code": "A", "toelichting": None},
    {"nr": 2, "wijk": "Zuid", "gemeente": "Ede", "wk_code": None, "toelichting": "een buurt"},
    {"nr": 3, "wijk": None, "gemeente": None, "wk_code": None, "toelichting": "onbekend"},
]


def wijk(code="A", scores=(3.8, 3.85, 3.9, 3.88), **anders):
    jaren = (2008, 2012, 2014, 2022)
    rij = {f"lbm_{jaar}": score for jaar, score in zip(jaren, scores, strict=True)}
    vast = {"wk_code": code, "cluster": "Terugval", "in_selectie": True, "klasse_2022": 4}
    return vast | rij | anders


def stof(*wijken, lijst=LIJST, jaren=(2008, 2012, 2014, 2022)):
    clusters = {"langjaar": 2008, "crisisjaar": 2012, "delta": 0.02}
    return hoofdrapport(
        {"jaren": list(jaren), "clusters": clusters},
        wijken=list(wijken),
        onder_de_loep=lijst,
        marge=[{"periode": "doorsnee", "delta": 0.02}],
    )


def test_alleen_een_wijk_met_eigen_cijfers_staat_in_de_tabel():
    proef = stof(wijk(), wijk("B"))
    assert tekst.heeft_lijst(proef)
    assert tekst.kop(proef)[2:6] == ["2008", "2012", "2014", "2022"]
    assert tekst.rijen(proef) == [
        [
            *(r"No\_ord", "Ede", "3,80", "3,85", "3,90", "3,88"),
            *("**+0,050**", f"{MIN}0,020", "zwak", "*Terugval*"),
        ]
    ]
    assert tekst.kop(proef)[6:8] == ["2012–2014", "2014–2022"]
    assert tekst.zonder_cijfers(proef) == ["Zuid (Ede): een buurt", "Wijk 3: onbekend"]
    assert "drie wijken" in tekst.inleiding(proef) and "heeft er één" in tekst.inleiding(proef)
    assert not tekst.heeft_lijst(stof(wijk("B"))) and not tekst.heeft_lijst(stof(wijk(), lijst=[]))


@pytest.mark.parametrize(
    ("anders", "veranderingen"),
    [
        ({}, ["**+0,050**", f"{MIN}0,020"]),
        ({"lbm_2022": 3.8799}, ["**+0,050**", f"**{MIN}0,020**"]),
        ({"lbm_2012": None}, ["–", f"{MIN}0,020"]),
    ],
)
def test_een_verandering_van_meer_dan_de_marge_is_vet(anders, veranderingen):
    (gemaakt,) = tekst.rijen(stof(wijk(**anders)))
    assert gemaakt[6:8] == veranderingen


def test_wie_niet_in_de_selectie_zit():
    assert tekst.buiten_selectie(stof(wijk())) == ""
    buiten = tekst.buiten_selectie(stof(wijk(in_selectie=False)))
    assert buiten == r"Niet in de selectie zit No\_ord."


def test_de_telling_na_het_eindjaar():
    twee = [LIJST[0], LIJST[0] | {"nr": 2, "wk_code": "B"}]
    proef = stof(wijk(scores=(3.8, 3.8, 3.8, 3.9)), wijk("B", (3.8, 3.8, 3.9, 3.8)), lijst=twee)
    assert tekst.slot(proef).startswith(
        "Tussen 2014 en 2022 steeg één van deze twee wijken meer dan de marge van 0,02 punt, en "
        "daalde er één."
    )
    assert tekst.slot(stof(wijk(), jaren=(2008, 2012, 2014))) == ""
