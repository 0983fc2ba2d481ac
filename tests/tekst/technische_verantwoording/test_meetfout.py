"""Measurement error in words: per year, in the labels, and in the estimates."""

from __future__ import annotations

import pytest

from hulp.controletabellen import FACTOREN, MIN, UIT, hoofdrij, maak_stof
from leefbaarheid.basis.begrippen import CLUSTERS
from leefbaarheid.tekst.gedeeld import marge
from leefbaarheid.tekst.technische_verantwoording import meetfout as tekst

RICHTINGEN = ("gedaald", "gestagneerd", "gestegen")


def jaar(meting, **rest):
    return {
        **{"meting": meting, "fout_sd": 0.015, "ci_laag": 0.01, "ci_hoog": 0.02},
        **{"betrouwbaarheid": 0.99, "betrouwbaarheid_selectie": 0.96, "n_drietallen": 3},
        **{"drietal_min": 0.0001, "drietal_max": 0.0004, "geleend": False, "reden": None},
        **{"botsing": False, "afwijkend": False, "fout_sd_land": 0.018},
    } | rest


def stof(*jaren, **tabellen):
    rand = {"n_drietallen": 0, "geleend": True, "drietal_min": None}
    rijen = [jaar("2002", **rand), *jaren, jaar("2022", **rand), jaar("alle jaren")]
    return maak_stof({"fictief": False, "selectie": {}}, meetfout=rijen, **tabellen)


@pytest.mark.parametrize(
    ("jaren", "stukken"),
    [
        (
            [jaar("2008"), jaar("2012")],
            [
                "een standaarddeviatie van 0,015 punt (95%-interval 0,010 tot 0,020); geschat uit "
                "alle wijken in Nederland is dat 0,018 punt.",
                "Voor 2002 en 2022 is er maar aan één kant een meting; deze jaren lenen het",
                "Geen enkel jaar heeft aantoonbaar een andere meetfout",
                "geven nergens aantoonbaar een andere uitkomst.",
            ],
        ),
        (
            [jaar("2008", geleend=True), jaar("2012", afwijkend=True, botsing=True)],
            [
                "Voor 2008 komt de eigen schatting niet boven nul uit",
                "De eigen schatting van 2012 verschilt aantoonbaar van die van de overige jaren",
                "Voor 2012 geven metingen die verder weg liggen aantoonbaar een andere uitkomst",
            ],
        ),
    ],
)
def test_de_zinnen_over_de_jaren(jaren, stukken):
    zin = tekst.jaar_zinnen(stof(*jaren))
    assert [stuk for stuk in stukken if stuk not in zin] == []


def test_de_tabel_per_jaar():
    rijen = tekst.jaar_rijen(stof(jaar("2008", drietal_min=-0.0001)))
    assert rijen[0] == ["2002", "0,015", "0,010 tot 0,020", "0,990", "0,960", "–", "geleend"]
    assert rijen[1][5] == "onder nul tot 0,020"
    assert rijen[1][6] == "eigen"
    assert rijen[-1][0] == "**alle jaren**"
    assert rijen[-1][5] == "0,010 tot 0,020"


def labels(onzeker):
    def rij(indeling, groep):
        return {
            **{"indeling": indeling, "groep": groep, "n": 20, "kans_waar": 0.73},
            **{"kans_herhaling": 0.64, "n_onzeker": onzeker, "reden": None},
            **{"n_waar": 21.4, "n_waar_laag": 15.0, "n_waar_hoog": 27.5},
        }

    namen = {"cluster": CLUSTERS, "richting": RICHTINGEN}
    return [rij(soort, naam) for soort, groep in namen.items() for naam in (*groep, "alle")]


def test_hoe_vast_de_indeling_staat():
    een = stof(jaar("2008"), misclassificatie=labels(1))
    assert marge.label_zin(een) == (
        "Van 20 wijken heeft naar verwachting 73% het cluster dat bij de ware scores hoort; een "
        "nieuwe meting zou bij 64% hetzelfde cluster geven. Voor de richting (gedaald, "
        "gestagneerd of gestegen) is dat 73% en 64%. Bij één wijk is het waarschijnlijker dat zij "
        "in een ander cluster hoort dan in dat van de tabellen."
    )
    assert "waarschijnlijker" not in marge.label_zin(stof(misclassificatie=labels(0)))
    assert marge.label_zin(maak_stof(misclassificatie=UIT)) == ""
    rijen = tekst.label_rijen(een)
    assert len(rijen) == len(CLUSTERS) + 3
    assert rijen[-1] == ["gestegen", "20", "73%", "64%", "1", "21 (15 tot 28)"]


def modelrij(factor, ols, moment, p=0.01, p_moment=0.01, **rest):
    def om(naam, coef, kans):
        return {
            f"coef_sd_{naam}": coef,
            f"ci_sd_laag_{naam}": coef - 0.01,
            f"ci_sd_hoog_{naam}": coef + 0.01,
            f"p_{naam}": kans,
        }

    teken, duidelijk = ols * moment < 0, (p < 0.05) != (p_moment < 0.05)
    basis = hoofdrij(FACTOREN[0], None, None) | {"term": factor}
    return (
        basis
        | om("ols", ols, p)
        | om("moment", moment, p_moment)
        | {"coef_sd_simex": moment, "coef_sd_fout_laag": ols, "coef_sd_fout_hoog": moment}
        | {"teken_verschilt": teken, "significantie_verschilt": duidelijk}
        | {"eensgezind": not teken and not duidelijk}
        | rest
    )


def model(*rijen):
    helling = modelrij("beginscore", 0.877, 0.911)
    return maak_stof({"selectie": {}}, meetfout_model=[*rijen, helling])


def test_een_correctie_die_niets_verandert():
    rijen = [modelrij(f, -0.0170, -0.0159) for f in FACTOREN]
    assert tekst.model_zin(model(*rijen)) == (
        "Met de correctie verschuiven de schattingen hoogstens 0,001 punt per standaarddeviatie; "
        "bij geen enkele factor verandert daardoor het teken of de aantoonbaarheid. De coëfficiënt "
        "van de beginscore zelf gaat van 0,88 naar 0,91."
    )
    assert tekst.perioden_zin(model(*rijen)) == (
        "Over alle perioden (drie combinaties van factor en periode) verandert de correctie "
        "nergens het teken of de aantoonbaarheid."
    )
    assert tekst.model_rijen(model(*rijen))[0] == [
        "Werkloosheid",
        f"**{MIN}0,017** ±\\ 0,010",
        f"**{MIN}0,016** ±\\ 0,010",
        f"{MIN}0,016",
        f"{MIN}0,017 tot {MIN}0,016",
    ]


def test_een_correctie_die_de_uitkomst_verandert():
    rijen = [
        modelrij(FACTOREN[0], -0.02, -0.012, p_moment=0.2),
        modelrij(FACTOREN[1], 0.002, -0.003, p=0.6, p_moment=0.5),
        modelrij(FACTOREN[2], 0.02, 0.02),
    ]
    zin = tekst.model_zin(model(*rijen))
    assert "hoogstens 0,008 punt" in zin
    assert (
        "De uitkomst verandert bij *werkloosheid* (van −0,020 naar −0,012; niet langer "
        "aantoonbaar) en *woningen van corporaties* (van +0,002 naar −0,003; ander teken)."
    ) in zin
    assert "bij twee van de drie combinaties" in tekst.perioden_zin(model(*rijen))


def test_wat_niet_te_schatten_is_heeft_een_reden():
    leeg = {"reden": "beginscore_vrijwel_ruis", "coef_sd_moment": None, "coef_sd_ols": None}
    rijen = [hoofdrij(f, None, None) | leeg for f in FACTOREN]
    niets = maak_stof({"selectie": {}}, meetfout_model=rijen)
    assert tekst.model_zin(niets) == "De correctie is niet te maken."
    assert tekst.perioden_zin(niets) == ""
    assert "vrijwel alleen meetfout" in tekst.model_rijen(niets)[0][1]
    zonder = maak_stof(
        meetfout=[{"meting": "alle jaren", "fout_sd": None, "reden": "meetfout_geen_samenhang"}]
    )
    assert tekst.reden(zonder).startswith("De scores van verschillende jaren hangen niet samen")
    assert tekst.reden(stof()) == ""


def test_zinnen_die_van_de_editie_afhangen():
    hoofd = {"hoofdvenster": [2002, 2008], "hoofdmodel": "verandering"}
    anders = maak_stof({"regressie": hoofd, "selectie": {"jaar": 2002}}, meetfout=UIT)
    assert "ook al is het hoofdmodel een andere" in tekst.vorm_zin(anders)
    assert "De hoofdperiode begint in 2002" in tekst.selectiejaar_zin(anders)
    gewoon = maak_stof({"selectie": {"jaar": 2002}})
    assert tekst.vorm_zin(gewoon) == tekst.selectiejaar_zin(gewoon) == ""
