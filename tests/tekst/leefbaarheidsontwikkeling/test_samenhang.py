"""The regressions: estimates, model forms, windows, samples."""

from __future__ import annotations

import pytest

from hulp.stof import BIJLAGE, MIN, bijlage, schatting
from leefbaarheid.rapport.opmaak import tabel
from leefbaarheid.tekst.gedeeld.modelvormen import (
    model_rijen,
    modelkoppen,
    schatting_met_p,
    vormen_kort,
    vormen_vergeleken,
)
from leefbaarheid.tekst.leefbaarheidsontwikkeling.samenhang import perioden_vergeleken, toeval
from leefbaarheid.tekst.technische_verantwoording.modellen import (
    ruimere_groep,
    schatting_met_marge,
    steekproeven_vergeleken,
    uitvoer_rijen,
    venster_rijen,
)


def modellen(per_model, factor="corporatie_pct", ander="corporatie_pct_2", **kenmerken):
    """Estimates of one factor per model form; the other factor is never clear."""
    return [
        rij
        for model, (coef, p) in per_model.items()
        for rij in (
            schatting(factor, coef, p, model=model, **kenmerken),
            schatting(ander, 0.001, 0.9, model=model, **kenmerken),
        )
    ]


def test_schatting_in_een_cel():
    duidelijk, niet = schatting("x", -0.012, 0.0004), schatting("x", 0.004, 0.21)
    assert (
        schatting_met_p(duidelijk) == rf"**{MIN}0,012**\ (p\ <\ 0,001) {MIN}0,022\ tot\ {MIN}0,002"
    )
    assert schatting_met_p(niet) == rf"+0,004\ (p\ =\ 0,210) {MIN}0,006\ tot\ +0,014"
    assert schatting_met_marge(duidelijk) == rf"**{MIN}0,012** ±\ 0,010"
    assert schatting_met_marge(niet) == r"+0,004 ±\ 0,010"


def test_vaste_spatie_overleeft_de_tabel():
    cel = schatting_met_p(schatting("x", 0.004, 0.21))
    rij = tabel(["A"], [[cel]], id="x", titel="T", bron="B", uitlijning="l", breedtes=[100])
    assert r"+0,004\ (p\ =\ 0,210)" in rij


@pytest.mark.parametrize(
    ("per_model", "delen", "niet"),
    [
        (
            {"verandering": (0.02, 0.01), "ancova": (0.03, 0.001), "basismeting": (0.02, 0.04)},
            [
                "Bij *woningen van corporaties* wijzen alle modelvormen aantoonbaar dezelfde kant "
                "op."
            ],
            "hangt af",
        ),
        (
            {"verandering": (0.02, 0.01), "ancova": (-0.001, 0.8), "basismeting": (0.01, 0.2)},
            [
                "alleen aantoonbaar in de vorm *verandering*",
                "in de vorm *eindscore gegeven beginscore* wijst de schatting de andere kant op",
                "Zo'n uitkomst hangt af van hoe de vraag is gesteld.",
            ],
            "dezelfde kant",
        ),
        (
            {"verandering": (0.02, 0.01), "ancova": (-0.02, 0.01), "basismeting": (0.01, 0.2)},
            ["spreken de modelvormen elkaar tegen"],
            "alleen aantoonbaar",
        ),
        (
            {"verandering": (0.02, 0.2), "ancova": (-0.02, 0.2), "basismeting": (0.01, 0.2)},
            ["In geen van de modelvormen sluit een interval nul uit."],
            "elkaar tegen",
        ),
    ],
)
def test_modelvormen_die_verschillen_in_teken_of_zekerheid(per_model, delen, niet):
    tekst = vormen_vergeleken(bijlage(regressie=modellen(per_model)), 2012, 2014)
    assert all(deel in tekst for deel in delen)
    assert niet not in tekst


def test_modelvormen_in_het_basisjaar_en_met_een_vorm():
    geen = (0.0, 0.9)
    regressie = modellen(dict.fromkeys(("verandering", "ancova", "basismeting"), geen), van=2002)
    tekst = vormen_vergeleken(bijlage(regressie=regressie), 2002, 2014)
    assert "twee schrijfwijzen van hetzelfde model" in tekst
    een = BIJLAGE["regressie"] | {"modellen": ["ancova"]}
    stof = bijlage({"regressie": een}, regressie=modellen({"ancova": geen}))
    assert "één modelvorm" in vormen_vergeleken(stof, 2012, 2014)
    assert vormen_kort(stof, 2012, 2014) == ""


def test_modelvormen_kort():
    def kort(ancova):
        per_model = {"verandering": (0.02, 0.01), "ancova": ancova, "basismeting": (0.02, 0.01)}
        return vormen_kort(bijlage(regressie=modellen(per_model)), 2012, 2014)

    assert kort((0.03, 0.01)) == "De modelvormen geven daarbij hetzelfde beeld."
    assert (
        kort((0.03, 0.3)) == "Bij *woningen van corporaties* hangt de uitkomst af van de modelvorm."
    )


def test_perioden_naast_elkaar():
    regressie = [
        schatting("corporatie_pct", -0.02, 0.01, van=2008, tot=2012),
        schatting("corporatie_pct", 0.02, 0.01),
        schatting("corporatie_pct", 0.02, 0.01, steekproef="in_aanmerking", van=2002),
        schatting("corporatie_pct_2", 0.02, 0.3),
    ]
    assert perioden_vergeleken(bijlage(regressie=regressie)) == [
        "In wijken waar het aandeel *woningen van corporaties* groter was, was de ontwikkeling "
        "gunstiger in 2012–2014 en ongunstiger in 2008–2012.",
        "In geen enkele periode hangt aantoonbaar samen met de ontwikkeling: *WOZ-waarde*.",
    ]


@pytest.mark.parametrize(
    ("smal", "breed", "deel"),
    [
        (
            (0.02, 0.01),
            (0.02, 0.01),
            "is de samenhang in beide groepen aantoonbaar en in dezelfde richting.",
        ),
        ((0.02, 0.01), (0.02, 0.4), "is de samenhang alleen binnen de selectie aantoonbaar."),
        ((0.02, 0.4), (0.02, 0.01), "is de samenhang alleen in de ruimere groep aantoonbaar."),
        (
            (0.02, 0.01),
            (-0.02, 0.01),
            "in beide groepen aantoonbaar, maar in tegengestelde richting.",
        ),
        ((0.02, 0.4), (-0.02, 0.4), "in geen van beide groepen is een samenhang aantoonbaar"),
    ],
)
def test_selectie_naast_de_ruimere_groep(smal, breed, deel):
    regressie = modellen({"ancova": smal}) + modellen({"ancova": breed}, steekproef="in_aanmerking")
    assert deel in steekproeven_vergeleken(bijlage(regressie=regressie))


def test_zonder_ruimere_groep_geen_vergelijking():
    een = BIJLAGE["regressie"] | {"steekproeven": ["selectie"]}
    assert steekproeven_vergeleken(bijlage({"regressie": een})) == ""


@pytest.mark.parametrize(
    ("vensters", "factoren", "deel"),
    [(10, 2, "gemiddeld 1 keer"), (5, 1, "gemiddeld 0,3 keer"), (1, 1, None)],
)
def test_toeval_naast_het_aantal_duidelijke_schattingen(vensters, factoren, deel):
    namen = BIJLAGE["factoren"][:factoren]
    regressie = [schatting(f, 0.02, 0.01, van=1990 + v) for f in namen for v in range(vensters)]
    tekst = toeval(bijlage({"factoren": namen}, regressie=regressie))
    if deel is None:
        assert tekst == ""
    else:
        assert deel in tekst
        assert "Daarvan sluit bij " in tekst and "het interval nul uit" in tekst


def test_volledige_uitvoer_met_de_constante():
    rij = schatting("constante", 0.0, 0.0001, label="constante", eenheid="punt") | {
        **{"coef": 3.81234, "se": 0.01234, "t": 12.345, "ci_laag": 3.7, "ci_hoog": 3.9},
        "sd_factor": None,
    }
    ander = schatting("constante", 0.0, 0.5, steekproef="in_aanmerking")
    stof = bijlage(regressie=[ander, rij])
    (cellen,) = uitvoer_rijen(stof, 2012, 2014, "ancova", "selectie")
    assert cellen[:6] == ["Constante", "punt", "+3,8123", "0,0123", "+12,35", "<0,001"]
    assert cellen[6:] == ["+3,7000 tot +3,9000", "–"]


def test_een_kolom_per_modelvorm_of_periode():
    per_model = {"verandering": (0.02, 0.01), "ancova": (0.03, 0.2), "basismeting": (0.01, 0.2)}
    stof = bijlage(regressie=modellen(per_model) + modellen(per_model, van=2008, tot=2012))
    assert modelkoppen(stof) == [
        *("Verandering", "Eindscore gegeven beginscore", "Verandering gegeven basismeting"),
    ]
    eerste, _ = model_rijen(stof, 2012, 2014, "selectie")
    assert eerste[0] == r"Label corporatie\_pct"
    assert [cel.split("\\")[0] for cel in eerste[1:]] == ["**+0,020**", "+0,030", "+0,010"]
    eerste, _ = venster_rijen(stof, "ancova", "selectie", [(2008, 2012), (2012, 2014)])
    assert eerste[1:] == [r"+0,030 ±\ 0,010"] * 2


@pytest.mark.parametrize(("smal", "tekst"), [("0,011", "tegen 0,011"), ("0,010", "net als")])
def test_intervallen_van_de_ruimere_groep(smal, tekst):
    naam = "model.2012_2014.ancova"
    cijfers = {
        f"{naam}.in_aanmerking.n": 612,
        f"{naam}.in_aanmerking.halve_breedte": "0,010",
        f"{naam}.selectie.halve_breedte": smal,
    }
    zin = ruimere_groep(bijlage(cijfers=cijfers))
    assert "telt die groep 612 wijken" in zin
    assert f"doorgaans 0,010 punt aan weerszijden, {tekst} bij de selectie" in zin


def test_een_schatting_zonder_toets_houdt_haar_plaats_met_reden():
    """As where one gemeente alone fixes the coefficient; nothing of it is bold or counted."""
    leeg = dict.fromkeys(("p", "se", "t", "ci_laag", "ci_hoog", "ci_sd_laag", "ci_sd_hoog"))
    rij = schatting("corporatie_pct", 0.02, 0.01, coef=0.01) | leeg
    rij |= {"reden": "crv3_onbepaald?gemeenten=Dorp"}
    ander = schatting("corporatie_pct_2", 0.02, 0.4, coef=0.01, se=0.1, t=0.1, ci_laag=0, ci_hoog=1)
    editie = {"regressie": {**BIJLAGE["regressie"], "modellen": ["ancova"]}}
    stof = bijlage(editie, regressie=[rij, ander])
    cel = model_rijen(stof, 2012, 2014, "selectie")[0][1]
    assert cel == "+0,020 (*crv3 niet te bepalen: de schatting bestaat niet zonder Dorp*)"
    assert venster_rijen(stof, "ancova", "selectie", [(2012, 2014)])[0][1] == "+0,020"
    assert uitvoer_rijen(stof, 2012, 2014, "ancova", "selectie")[0][3:7] == ["–"] * 4
    assert toeval(stof) == ""  # one estimate is left to count
