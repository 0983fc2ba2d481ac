"""Size, fit and checks of the regressions."""

from __future__ import annotations

from hulp.stof import BIJLAGE, bijlage
from leefbaarheid.basis.redenen.analyse import AnalyseReden
from leefbaarheid.basis.redenen.code import samen
from leefbaarheid.tekst.technische_verantwoording.controle import (
    opmerkingen,
    passing_rijen,
    resten_koppen,
    resten_noot,
    resten_rijen,
    steekproefkoppen,
    verlies_rijen,
    verlieskoppen,
    vif_rijen,
)


def diagnose(toelichting, van=2012, tot=2014, model="ancova", steekproef="selectie"):
    return {
        **{"van": van, "tot": tot, "model": model, "steekproef": steekproef},
        "toelichting": toelichting,
    }


def test_opmerkingen_noemen_labels_en_de_modellen_waarvoor_zij_gelden():
    vif = AnalyseReden.VIF_BOVEN_GRENS.met(
        grens=10, termen="corporatie_pct_2 beginscore", waarden="12.5 11.0"
    )
    na = AnalyseReden.GEMETEN.met(wanneer="na", factoren="x")
    alle = AnalyseReden.ALLEEN_TUSSEN_GEMEENTEN.met(factoren="corporatie_pct")
    rijen = [
        diagnose(alle, van, tot, model, steekproef)
        for van, tot in ((2008, 2012), (2012, 2014))
        for model in ("verandering", "ancova", "basismeting")
        for steekproef in ("selectie", "in_aanmerking")
    ]
    rijen[0] = diagnose(samen([alle, vif, na]), 2008, 2012, "verandering")
    assert opmerkingen(bijlage(regressie_diagnose=rijen)) == [
        "**Alle perioden.** Verschilt alleen tussen gemeenten: *woningen van corporaties*.",
        "**2008–2012, verandering, de geselecteerde wijken.** VIF boven 10: *WOZ-waarde* (12,5), "
        "beginscore (11).",
    ]


def test_verlies_toont_alleen_scores_die_ontbreken():
    def rij(steekproef, naam, soort, n):
        return {
            **{"steekproef": steekproef, "factor": naam, "soort": soort, "label": naam},
            **{"n_ontbreekt": n, "aandeel_ontbreekt": n / 100, "n_alleen_hierdoor": None},
        }

    rijen = [
        rij(s, naam, soort, n)
        for s, leeg in (("selectie", 0), ("in_aanmerking", 2))
        for naam, soort, n in (
            *(("corporatie", "factor", 0), ("alle factoren", "samen", 1)),
            *(("lbm_2002", "score", 0), ("lbm_2014", "score", leeg)),
        )
    ]
    stof = bijlage(verlies=rijen)
    assert verlies_rijen(stof) == [
        ["corporatie", "0", "0,0%", "–", "0", "0,0%", "–"],
        ["Alle factoren samen", "1", "1,0%", "–", "1", "1,0%", "–"],
        ["Leefbaarheidsscore 2014", "0", "0,0%", "–", "2", "2,0%", "–"],
    ]
    assert len(verlieskoppen(stof)) + 1 == len(verlies_rijen(stof)[0])


def test_diagnoses_per_periode_en_modelvorm_in_leesvolgorde():
    def rij(van, model, steekproef="selectie"):
        return diagnose("", van, 2014, model, steekproef) | {
            **{"n": 118, "n_weggevallen": 22, "n_gemeenten": 36, "r2": 0.7263, "r2_adj": 0.7},
            **{"aandeel_grootste_gemeente": 0.23, "rmse": 0.0213, "vif_max": 2.49},
            **{"vif_max_factor": "corporatie_pct_2", "conditiegetal": 12.34},
            **{"breusch_pagan_p": 0.0004, "jarque_bera_p": 0.5},
        }

    rijen = [
        *(rij(2012, "ancova"), rij(2012, "verandering"), rij(2008, "basismeting")),
        rij(2002, "ancova", "in_aanmerking"),
    ]
    rijen[0] |= {"vif_max_factor": "beginscore"}
    stof = bijlage(regressie_diagnose=rijen)
    passing, resten = passing_rijen(stof, "selectie"), resten_rijen(stof, "selectie")
    volgorde = [
        *(["2008–2014", "basismeting"], ["2012–2014", "verandering"]),
        ["2012–2014", "eindscore"],
    ]
    assert [r[:2] for r in passing] == [r[:2] for r in resten] == volgorde
    assert passing[0][2:] == ["118", "22", "36", "23%", "0,73", "0,70", "0,021"]
    assert resten[0][2:] == ["2,5", "WOZ-waarde", "12,3", "<0,001", "0,500"]
    assert resten[2][3] == "beginscore"
    assert "Bij" in resten_koppen(stof, "selectie") and not resten_noot(stof, "selectie")
    # always the same regressor: a note instead of a column
    een = bijlage(regressie_diagnose=[rij(2012, "ancova"), rij(2008, "ancova")])
    assert "Bij" not in resten_koppen(een, "selectie")
    assert resten_noot(een, "selectie") == "De hoogste VIF is steeds die van WOZ-waarde. "
    assert len(resten_rijen(een, "selectie")[0]) == len(resten_koppen(een, "selectie"))


def test_vif_heeft_een_kolom_per_steekproef():
    rijen = [
        {"steekproef": s, "factor": f, "vif": vif}
        for s, vif in (("in_aanmerking", 1.2), ("selectie", 2.4))
        for f in BIJLAGE["factoren"]
    ]
    stof = bijlage(vif=rijen)
    assert steekproefkoppen(stof) == [
        *("Geselecteerde wijken", "Alle wijken die in aanmerking kwamen"),
    ]
    assert vif_rijen(stof)[0] == ["Woningen van corporaties", "2,40", "1,20"]
