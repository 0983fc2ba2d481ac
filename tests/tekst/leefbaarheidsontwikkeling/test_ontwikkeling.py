"""Means, development per window and the claims of 2017."""

from __future__ import annotations

from hulp.stof import MIN, bijlage, gemiddelde, naast
from leefbaarheid.tekst.leefbaarheidsontwikkeling.ontwikkeling import (
    gemiddelden_rijen,
    klassetelling,
    ontwikkeling_rijen,
    vergelijking_rijen,
)


def test_klassetelling_laat_lege_klassen_weg():
    wijken = [
        {"in_selectie": True, "klasse_2012": 4, "klasse_2014": 5},
        {"in_selectie": True, "klasse_2012": 4, "klasse_2014": None},
        {"in_selectie": False, "klasse_2012": 9, "klasse_2014": 9},
    ]
    assert klassetelling(bijlage(wijken=wijken), [2012, 2014]) == [
        ["4 zwak", "2", "0"],
        ["5 voldoende", "0", "1"],
    ]


def test_gemiddelden_in_vaste_volgorde_met_aantal():
    tabel_ = [
        gemiddelde("land", None, 2012, 1026, 4.1, 0.14),
        gemiddelde("land", None, 2014, 1030, 4.11, 0.13),
        gemiddelde("label_aandachtswijk", None, 2012, 40, 3.7, 0.05),
        gemiddelde("selectie", None, 2012, 140, 3.8149, 0.077),
        gemiddelde("selectie", None, 2014, 140, None, None),
        gemiddelde("label_aandachtswijk", None, 2014, 40, 3.7, 0.05),
        gemiddelde("selectie", "Terugval", 2012, 9, 3.8, None),
        gemiddelde("selectie", "Terugval", 2014, 9, 3.7, 0.02),
        gemiddelde("selectie", "Succes!", 2012, 3, 3.9, 0.01),
        gemiddelde("selectie", "Succes!", 2014, 3, 4.0, 0.01),
    ]
    stof = bijlage(gemiddelden=tabel_)
    assert gemiddelden_rijen(stof, [2012, 2014]) == [
        ["geselecteerde wijken (140)", "3,81 (0,08)", "–"],
        ["label *aandachtswijk* (40)", "3,70 (0,05)", "3,70 (0,05)"],
        ["alle wijken in het voorbeeldland (1026 tot 1030)", "4,10 (0,14)", "4,11 (0,13)"],
    ]
    blok = {"soort": "lijst", "labels": ["aandachtswijk"]}
    een_label = bijlage({"selectie": blok}, gemiddelden=tabel_)
    namen = [rij[0] for rij in gemiddelden_rijen(een_label, [2012])]
    assert not any("label" in naam for naam in namen)


def test_ontwikkeling_per_wijk_en_per_bewoner():
    richtingen = ("gedaald", "gestagneerd", "gestegen")
    rij = {"van": 2012, "tot": 2014, "groep": "selectie", "n": 140, "gemiddelde": 0.014}
    rij |= {"gemiddelde_inwoners": -0.006}
    rij |= {f"aandeel_{r}": a for r, a in zip(richtingen, (0.25, 0.34, 0.41), strict=True)}
    rij |= {f"aandeel_{r}_inwoners": a for r, a in zip(richtingen, (0.3, 0.3, 0.4), strict=True)}
    leeg = dict.fromkeys(rij) | {
        **{"van": 2012, "tot": 2014, "groep": "overig_in_aanmerking", "n": 0}
    }
    stof = bijlage(ontwikkeling=[leeg, rij, rij | {"van": 2008}])
    assert ontwikkeling_rijen(stof, 2012, 2014) == [
        [
            *("geselecteerde wijken", "140", f"+0,01 ({MIN}0,01)"),
            *("25% (30%)", "34% (30%)", "41% (40%)"),
        ],
        ["overige wijken die in aanmerking kwamen", "0", "–", "–", "–", "–"],
    ]


def test_vergelijking_per_periode_en_maat():
    rijen = [
        *naast(2012, 2014, "gemiddelde_verandering", 0.015, (0.005, 0.01), (-0.1, 0.115)),
        *naast(2012, 2014, "gedaald", 0.19, (0.22, -0.03), (0.18, 0.01)),
    ]
    rijen[-1] |= {"reden": "een_gemeente_beslist", "ci_laag": None, "ci_hoog": None}
    stof = bijlage({"vensters": [[2012, 2014]]}, vergelijkingen=rijen)
    assert vergelijking_rijen(stof) == [
        [
            *("2012–2014", "gemiddelde verandering", "+0,015"),
            *("+0,005", f"{MIN}0,040 tot +0,060", f"{MIN}0,100", "**+0,065 tot +0,165**"),
        ],
        [
            *("2012–2014", "gedaald", "19%", "22%", f"{MIN}8,0 tot +2,0", "18%"),
            "*zonder één van de gemeenten is het verschil niet te berekenen*",
        ],
    ]
