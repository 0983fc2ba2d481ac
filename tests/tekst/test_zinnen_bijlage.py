"""The bijlage Leefbaarheidsontwikkeling: its rows and sentences, and its whole template."""

from __future__ import annotations

import copy
import re
from itertools import pairwise

import pytest
import yaml

import bepaal_trajecten
import lees_bronnen
import schat_modellen
from hulp import WORTEL
from leefbaarheid.basis.begrippen import CLUSTERS
from leefbaarheid.basis.lezen import lees_csv
from leefbaarheid.basis.schrijven import schrijf_tabel
from leefbaarheid.basis.tabel import lees_tabel
from leefbaarheid.editie.controle import controleer_editie, zoek_bronnen
from leefbaarheid.rapport.sjablonen import maak_omgeving, tabel, vul
from leefbaarheid.tekst.cijfers import Cijfers
from leefbaarheid.tekst.cijfers_ontwikkeling import bereken_cijfers
from leefbaarheid.tekst.gedeeld.cellen import passend
from leefbaarheid.tekst.gedeeld.namen import klein
from leefbaarheid.tekst.rijen_bijlage import alfabet, schatting, schatting_kort
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.zinnen_bijlage import ZinnenBijlage
from leefbaarheid.toetsen.modelcontroles import Opzet, toets_modellen
from leefbaarheid.toetsen.oordeel import weeg
from leefbaarheid.toetsen.specificatiecurve import specificatiecurve
from leefbaarheid.toetsen.trajectcontroles import toets_trajecten

pytestmark = pytest.mark.traag

MIN = "\N{MINUS SIGN}"
CODEBOEK = [
    {
        **{"factor": factor, "label": label, "eenheid": "%", "bron": "CBS", "peiljaar": peiljaar},
        **{"licentie": "CC BY 4.0", "concept": "x", "toelichting": toelichting},
    }
    for factor, label, peiljaar, toelichting in (
        ("corporatie_pct", "Woningen van corporaties", "2008", None),
        ("corporatie_pct_2", "WOZ-waarde", "2009-2014", "per gemeente."),
        ("inwoners_2022", "Inwoners", "2022", None),
    )
]
EDITIE = {
    "editie": "proef",
    "fictief": True,
    "jaren": [2002, 2008, 2012, 2014],
    "basisjaar": 2002,
    "eindjaar": 2014,
    "vensters": [[2002, 2008], [2008, 2012], [2012, 2014]],
    "kenmerken": {"inwoners": "inwoners_2022"},
    "selectie": {"soort": "lijst", "labels": ["aandachtswijk", "probleemwijk"]},
    "klassen": {"grenzen": [3.674, 3.748, 3.821, 3.938, 3.999, 4.112, 4.192, 4.27]},
    "clusters": {"langjaar": 2008, "crisisjaar": 2012},
    "stijgers_dalers": {"van": 2012, "tot": 2014, "aantal": 2},
    "factoren": ["corporatie_pct", "corporatie_pct_2"],
    "regressie": {
        "vensters": [[2008, 2012], [2012, 2014]],
        "hoofdvenster": [2012, 2014],
        "modellen": ["verandering", "ancova", "basismeting"],
        "hoofdmodel": "ancova",
        "steekproeven": ["selectie", "in_aanmerking"],
    },
}


def maak(editie=None, cijfers=None, **tabellen):
    inhoud = Cijfers()
    for naam, waarde in (cijfers or {}).items():
        soort = "tekst" if isinstance(waarde, str) else "score" if "score" in naam else "aantal"
        inhoud.zet(naam, waarde, soort, "proef")
    return ZinnenBijlage(EDITIE | (editie or {}), inhoud, {"codeboek": CODEBOEK, **tabellen})


def schat(factor, coef, p, van=2012, tot=2014, model="ancova", steekproef="selectie", meting="na"):
    return {
        **{"van": van, "tot": tot, "model": model, "steekproef": steekproef, "term": factor},
        **{"label": "x", "eenheid": "%", "meting": meting, "coef_sd": coef, "p": p},
        **{"ci_sd_laag": coef - 0.01, "ci_sd_hoog": coef + 0.01},
    }


def modellen(per_model, factor="corporatie_pct", ander="corporatie_pct_2", **kenmerken):
    """Estimates of one factor per model form; the other factor is never clear."""
    return [
        rij
        for model, (coef, p) in per_model.items()
        for rij in (
            schat(factor, coef, p, model=model, **kenmerken),
            schat(ander, 0.001, 0.9, model=model, **kenmerken),
        )
    ]


# ---------------------------------------------------------------------------- cells and names


def test_label_binnen_een_zin_houdt_zijn_afkorting():
    assert klein("Woningen van corporaties") == "woningen van corporaties"
    assert klein("WOZ-waarde (AOW)") == "WOZ-waarde (AOW)"
    assert klein("A_b") == r"a\_b"


def test_alfabet_zoals_een_lezer_zoekt():
    namen = ["Zeist", "'s-Gravenhage", "Súdwest-Fryslân", "Roermond", "Tilburg"]
    goed = ["Roermond", "'s-Gravenhage", "Súdwest-Fryslân", "Tilburg", "Zeist"]
    assert sorted(namen, key=alfabet) == goed


@pytest.mark.parametrize("breedtes", [[1, 1, 1], [26] + [9] * 8, [13, 23, 10, 7, 7, 7, 10, 13, 13]])
def test_kolombreedten_zijn_samen_honderd(breedtes):
    assert sum(passend(breedtes)) == 100
    assert len(passend(breedtes)) == len(breedtes)


def test_schatting_in_een_cel():
    duidelijk, niet = schat("x", -0.012, 0.0004), schat("x", 0.004, 0.21)
    assert schatting(duidelijk) == (rf"**{MIN}0,012**\ (p\ <0,001) {MIN}0,022\ tot\ {MIN}0,002")
    assert schatting(niet) == rf"+0,004\ (p\ =\ 0,210) {MIN}0,006\ tot\ +0,014"
    assert schatting_kort(duidelijk) == rf"**{MIN}0,012** ±\ 0,010"
    assert schatting_kort(niet) == r"+0,004 ±\ 0,010"


def test_vaste_spatie_overleeft_de_tabel():
    cel = schatting(schat("x", 0.004, 0.21))
    rij = tabel(["A"], [[cel]], id="x", titel="T", bron="B", uitlijning="l", breedtes=[100])
    assert r"+0,004\ (p\ =\ 0,210)" in rij


# ---------------------------------------------------------------------------- data


def kwaliteit(controle, ernst="let_op", jaar=None, kolom="", afwijkend=5, toelichting="Zo.", n=10):
    return {
        **{"controle": controle, "bron": "context", "kolom": kolom, "jaar": jaar, "n": n},
        **{"n_afwijkend": afwijkend, "aandeel": afwijkend / n, "ernst": ernst},
        "toelichting": toelichting,
    }


def test_kwaliteit_voegt_gelijke_controles_samen():
    z = maak(
        datakwaliteit=[
            kwaliteit("codering", ernst="ok"),
            kwaliteit("score per jaar", jaar=2002),
            kwaliteit("score per jaar", jaar=2008, afwijkend=1),
            kwaliteit("factor gevuld", kolom="corporatie_pct", afwijkend=3),
        ]
    )
    (rij,) = z.kwaliteit_rijen()
    assert rij[:3] == ["score per jaar", "contexttabel", "2002 (5; 50,0%); 2008 (1; 10,0%)"]
    assert "dat jaar" in rij[3]


def test_een_fout_houdt_haar_eigen_toelichting():
    fout = kwaliteit(
        "factor gevuld", ernst="fout", kolom="corporatie_pct", toelichting="Kapot_bestand."
    )
    (rij,) = maak(datakwaliteit=[fout]).kwaliteit_rijen()
    assert rij[0] == "factor gevuld (**fout**)"
    assert rij[2] == "woningen van corporaties (5; 50,0%)"
    assert rij[3] == r"Kapot\_bestand."


@pytest.mark.parametrize(
    ("ok", "let_op", "fout", "deel"),
    [
        (33, 20, 0, "geen enkele controle wijst op een fout"),
        (1, 1, 1, "gaf er één geen bijzonderheden; één vraagt de aandacht"),
        (2, 2, 2, "twee controles wijzen op een fout"),
    ],
)
def test_telling_van_de_controles(ok, let_op, fout, deel):
    aantallen = {"n": ok + let_op + fout, "ok": ok, "let_op": let_op, "fout": fout}
    z = maak(cijfers={f"datakwaliteit.{naam}": n for naam, n in aantallen.items()})
    assert deel in z.kwaliteit_telling()


@pytest.mark.parametrize(
    ("afwijkend", "tekst"),
    [
        ((10, 0), "alleen voor 2014; voor 2002 bestaat alleen de totaalscore"),
        ((10, 10), "voor geen enkel meetjaar"),
        ((0, 0), "voor alle meetjaren"),
    ],
)
def test_jaren_met_dimensies(afwijkend, tekst):
    rijen = [
        kwaliteit("dimensies gevuld", jaar=jaar, afwijkend=n)
        for jaar, n in zip((2002, 2014), afwijkend, strict=True)
    ]
    assert tekst in maak(datakwaliteit=rijen).dimensiejaren()


def test_codeboek_met_het_aandeel_dat_ontbreekt():
    leeg = kwaliteit("factor gevuld", kolom="corporatie_pct_2", afwijkend=1)
    z = maak(datakwaliteit=[leeg])
    assert [rij[3] for rij in z.codeboek_rijen()] == ["2008", "2009–2014"]
    assert [rij[6] for rij in z.codeboek_rijen()] == ["–", "10,0%"]
    assert z.toelichtingen() == ["*WOZ-waarde*: per gemeente."]


def test_waarschuwing_bij_laat_inwonertal():
    assert "van 2022, later dan de eerste meting in 2002" in maak().laat_peiljaar()
    assert (
        maak({"kenmerken": {"inwoners": "corporatie_pct"}, "jaren": [2008]}).laat_peiljaar() == ""
    )
    assert maak({"kenmerken": {"inwoners": "onbekend"}}).laat_peiljaar() == ""


# ---------------------------------------------------------------------------- selection


@pytest.mark.parametrize(
    ("n", "buiten", "codes", "deel"),
    [
        (1, 0, "", "geen andere wijk heeft precies die score"),
        (3, 0, "", "drie wijken hebben precies die score en alle zijn geselecteerd"),
        (3, 1, "WK900102", "de volgorde van de CBS-code besliste. Daardoor viel WK900102 buiten"),
        (4, 2, "WK900102, WK900103", "vielen WK900102, WK900103 buiten de selectie"),
    ],
)
def test_gelijke_stand_op_de_grens(n, buiten, codes, deel):
    z = maak(
        cijfers={
            "selectie.n_gelijk_aan_grens": n,
            "selectie.n_gelijk_buiten_selectie": buiten,
            "selectie.gelijk_buiten_selectie": codes,
            "selectie.grensscore": 3.894,
        }
    )
    assert deel in z.gelijke_stand()
    assert "3,89" in z.gelijke_stand()


def test_labels_van_de_lijst():
    cijfers = {
        "selectie.n_geselecteerd": 130,
        "selectie.n_per_label.aandachtswijk": 40,
        "selectie.n_per_label.probleemwijk": 120,
    }
    tekst = maak(cijfers=cijfers).labels_tekst()
    assert "40 keer *aandachtswijk* en 120 keer *probleemwijk*" in tekst
    assert "De labels overlappen" in tekst
    los = maak(cijfers=cijfers | {"selectie.n_geselecteerd": 160}).labels_tekst()
    assert "overlappen" not in los
    een = maak({"selectie": {"labels": ["aandachtswijk"]}}, cijfers=cijfers).labels_tekst()
    assert een == "Geselecteerd is elke wijk met het label *aandachtswijk*; dat zijn er 130."


@pytest.mark.parametrize(
    ("onvolledig", "buiten", "delen"),
    [
        (0, 0, ["Van alle wijken op de lijst zijn de gegevens volledig"]),
        (1, 0, ["Eén wijk op de lijst mist een score"]),
        (2, 3, ["Twee wijken op de lijst missen", "Drie wijken op de lijst voldoen niet"]),
    ],
)
def test_volledigheid_van_de_lijst(onvolledig, buiten, delen):
    z = maak(cijfers={"selectie.n_onvolledig": onvolledig, "selectie.n_buiten_aanmerking": buiten})
    assert all(deel in z.volledigheid() for deel in delen)


def test_concentratie_telt_gemeenten_tot_de_helft():
    gemeenten = ["A"] * 5 + ["B"] * 2 + ["C", "D", "E"]
    wijken = [{"gm_code": g, "in_selectie": True} for g in gemeenten]
    wijken += [{"gm_code": "F", "in_selectie": False}]
    assert maak(wijken=wijken).concentratie() == (
        "Eén gemeente telt ten minste de helft van de geselecteerde wijken. "
        "In drie gemeenten is er maar één wijk geselecteerd."
    )


# ---------------------------------------------------------------------------- development


def test_klassegrenzen_en_namen():
    rijen = maak().klasse_rijen()
    assert rijen[0] == ["1", "zeer onvoldoende", "–", "tot 3,674"]
    assert rijen[3] == ["4", "zwak", "vanaf 3,821", "tot 3,938"]
    assert rijen[8] == ["9", "uitstekend", "vanaf 4,270", "–"]
    assert maak().klassenamen([4, 3]) == "onvoldoende of zwak"
    assert maak().klassenamen([4]) == "zwak"


def test_klassetelling_laat_lege_klassen_weg():
    wijken = [
        {"in_selectie": True, "klasse_2012": 4, "klasse_2014": 5},
        {"in_selectie": True, "klasse_2012": 4, "klasse_2014": None},
        {"in_selectie": False, "klasse_2012": 9, "klasse_2014": 9},
    ]
    assert maak(wijken=wijken).klassetelling([2012, 2014]) == [
        ["4 zwak", "2", "0"],
        ["5 voldoende", "0", "1"],
    ]


def test_kernvensters_vallen_terug_op_wat_er_is():
    assert maak().kernvensters() == [(2008, 2012), (2012, 2014)]
    assert maak({"vensters": [[2002, 2008]]}).kernvensters() == [(2002, 2008)]


def test_perioden_van_ongelijke_lengte():
    assert "van twee tot zes jaar" in maak().vensterlengte()
    assert maak({"vensters": [[2008, 2012]]}).vensterlengte() == ""


def gemiddelde(groep, cluster, jaar, n, waarde, sd):
    return {
        **{"groep": groep, "cluster": cluster, "jaar": jaar, "n": n},
        **{"gemiddelde": waarde, "sd": sd},
    }


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
    z = maak(gemiddelden=tabel_)
    assert z.gemiddelden_rijen([2012, 2014], False) == [
        ["geselecteerde wijken (140)", "3,81 (0,08)", "–"],
        ["label *aandachtswijk* (40)", "3,70 (0,05)", "3,70 (0,05)"],
        ["alle wijken in het voorbeeldland (1026 tot 1030)", "4,10 (0,14)", "4,11 (0,13)"],
    ]
    assert [rij[0] for rij in z.gemiddelden_rijen([2012], True)] == [
        "*Succes!* (3)",
        "*Terugval* (9)",
    ]
    een_label = maak({"selectie": {"labels": ["aandachtswijk"]}}, gemiddelden=tabel_)
    namen = [rij[0] for rij in een_label.gemiddelden_rijen([2012], False)]
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
    z = maak(ontwikkeling=[leeg, rij, rij | {"van": 2008}])
    assert z.ontwikkeling_rijen(2012, 2014) == [
        [
            *("geselecteerde wijken", "140", f"+0,01 ({MIN}0,01)"),
            *("25% (30%)", "34% (30%)", "41% (40%)"),
        ],
        ["overige wijken die in aanmerking kwamen", "0", "–", "–", "–", "–"],
    ]


def test_uitspraken_in_hun_eigen_eenheid():
    rij = {
        **{"nr": 4, "citaat": "bijna de helft", "eenheid": "bewoners", "richting": "gedaald"},
        **{"van": 2012, "tot": 2014, "groep": "selectie", "n": 140, "reden": None},
        **{"aandeel_wijken": 0.1, "aandeel_inwoners": 0.27},
        **{"aandeel_wijken_zonder_marge": 0.2, "aandeel_inwoners_zonder_marge": 0.46},
    }
    mist = dict.fromkeys(rij) | {
        **{"nr": 6, "citaat": "x", "eenheid": "wijken", "richting": "gedaald", "n": 0},
        **{"van": 2012, "tot": 2014, "groep": "label_aandachtswijk", "reden": "geen lijst"},
    }
    z = maak(uitspraken_2017=[rij, mist])
    eerste, tweede = z.uitspraken_rijen()
    assert eerste[3:] == ["gedaald, 2012–2014, geselecteerde wijken", "140", "27%", "46%"]
    assert tweede[4:] == ["–", "–", "–"]
    assert z.uitspraken_redenen() == "Voor uitspraak zes is geen aandeel te berekenen: geen lijst."


def test_gevoeligheid_toont_de_eigen_keuze_vet():
    rijen = [
        {
            "delta": d,
            "voldoende_vanaf_klasse": 5,
            "cluster": naam,
            "n_wijken": n,
            "basis": d == 0.02,
        }
        for d, aantallen in ((0.02, (9, 8, 7, 6, 5)), (0.125, (1, 8, 9, 6, 11)))
        for naam, n in zip(CLUSTERS, aantallen, strict=True)
    ]
    z = maak(gevoeligheid=rijen)
    eerste, tweede = z.gevoeligheid_rijen()
    assert eerste == ["**0,02**", "**voldoende**", "**9**", "**8**", "**7**", "**6**", "**5**"]
    assert tweede[:3] == ["0,125", "voldoende", "1"]
    assert "Het meest verschuift *Succes!* (1 tot 9 wijken)" in z.gevoeligheid_tekst()
    gelijk = [rij | {"n_wijken": 4} for rij in rijen]
    assert "verandert niet" in maak(gevoeligheid=gelijk).gevoeligheid_tekst()


# ---------------------------------------------------------------------------- dimensions


def decompositie(van, tot, groep="selectie", n=9, reden=None, **delen):
    leeg = dict.fromkeys(("fys", "onv", "soc", "vrz", "won"), 0.0)
    rij = {"van": van, "tot": tot, "groep": groep, "n": n, "reden": reden}
    return rij | {"totaal": sum(delen.values())} | leeg | delen


def test_dimensies_per_periode():
    z = maak(
        decompositie=[
            decompositie(2002, 2008, n=0, reden="geen dimensiescores in 2002 en 2008"),
            decompositie(2014, 2018, fys=0.03, onv=-0.01),
            decompositie(2014, 2018, groep="Terugval", won=-0.02),
        ]
    )
    assert z.decompositie_vensters() == [(2014, 2018)]
    tekst = z.decompositie_tekst(2014, 2018)
    assert "steeg de gemiddelde score van de geselecteerde wijken (+0,020)" in tekst
    assert (
        f"*fysieke omgeving* (+0,030), de laagste *overlast en onveiligheid* ({MIN}0,010)" in tekst
    )
    assert f"In het cluster *Terugval* daalde de gemiddelde score ({MIN}0,020)" in tekst
    assert z.decompositie_ontbreekt() == (
        "Voor 2002–2008 is geen uiteenlegging mogelijk, omdat er voor 2002 en 2008 geen scores per "
        "dimensie zijn."
    )
    assert [rij[0] for rij in z.decompositie_rijen(2014, 2018)] == [
        "geselecteerde wijken",
        "*Terugval*",
    ]


# ---------------------------------------------------------------------------- regressions


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
    tekst = maak(regressie=modellen(per_model)).modelvormen(2012, 2014)
    assert all(deel in tekst for deel in delen)
    assert niet not in tekst


def test_modelvormen_in_het_basisjaar_en_met_een_vorm():
    geen = (0.0, 0.9)
    regressie = modellen(dict.fromkeys(("verandering", "ancova", "basismeting"), geen), van=2002)
    tekst = maak(regressie=regressie).modelvormen(2002, 2014)
    assert "twee schrijfwijzen van hetzelfde model" in tekst
    een = EDITIE["regressie"] | {"modellen": ["ancova"]}
    z = maak({"regressie": een}, regressie=modellen({"ancova": geen}))
    assert "één modelvorm" in z.modelvormen(2012, 2014)
    assert z.modelvormen_kort(2012, 2014) == ""
    assert z.modellen_tekst().startswith("Deze editie schat alleen de vorm")


def test_modelvormen_kort():
    def kort(ancova):
        per_model = {"verandering": (0.02, 0.01), "ancova": ancova, "basismeting": (0.02, 0.01)}
        return maak(regressie=modellen(per_model)).modelvormen_kort(2012, 2014)

    assert kort((0.03, 0.01)) == "De modelvormen geven daarbij hetzelfde beeld."
    assert (
        kort((0.03, 0.3)) == "Bij *woningen van corporaties* hangt de uitkomst af van de modelvorm."
    )


def test_perioden_naast_elkaar():
    regressie = [
        schat("corporatie_pct", -0.02, 0.01, van=2008, tot=2012),
        schat("corporatie_pct", 0.02, 0.01),
        schat("corporatie_pct", 0.02, 0.01, steekproef="in_aanmerking", van=2002),
        schat("corporatie_pct_2", 0.02, 0.3),
    ]
    assert maak(regressie=regressie).perioden_vergeleken() == [
        "*Woningen van corporaties*: een hogere waarde hangt samen met een gunstigere ontwikkeling "
        "in 2012–2014 en een ongunstigere ontwikkeling in 2008–2012.",
        "*WOZ-waarde*: in geen enkele periode aantoonbaar.",
    ]


@pytest.mark.parametrize(
    ("smal", "breed", "deel"),
    [
        ((0.02, 0.01), (0.02, 0.01), "heeft in beide groepen dezelfde aantoonbare richting"),
        ((0.02, 0.01), (0.02, 0.4), "heeft alleen binnen de selectie"),
        ((0.02, 0.4), (0.02, 0.01), "heeft alleen in de ruimere groep"),
        ((0.02, 0.01), (-0.02, 0.01), "tegengestelde aantoonbare richting"),
        ((0.02, 0.4), (-0.02, 0.4), "in geen van beide groepen is een samenhang aantoonbaar"),
    ],
)
def test_selectie_naast_de_ruimere_groep(smal, breed, deel):
    regressie = modellen({"ancova": smal}) + modellen({"ancova": breed}, steekproef="in_aanmerking")
    assert deel in maak(regressie=regressie).steekproeven_vergeleken()


def test_zonder_ruimere_groep_geen_vergelijking():
    een = EDITIE["regressie"] | {"steekproeven": ["selectie"]}
    assert maak({"regressie": een}).steekproeven_vergeleken() == ""


@pytest.mark.parametrize(
    ("vensters", "factoren", "deel"),
    [(10, 2, "gemiddeld 1 keer"), (5, 1, "gemiddeld 0,3 keer"), (1, 1, None)],
)
def test_toeval_naast_het_aantal_duidelijke_schattingen(vensters, factoren, deel):
    namen = EDITIE["factoren"][:factoren]
    regressie = [schat(f, 0.02, 0.01, van=1990 + v) for f in namen for v in range(vensters)]
    tekst = maak({"factoren": namen}, regressie=regressie).toeval()
    if deel is None:
        assert tekst == ""
    else:
        assert deel in tekst
        assert "Bij " in tekst and "daarvan sluit het interval nul uit" in tekst


@pytest.mark.parametrize(
    ("metingen", "delen"),
    [
        (("voor", "voor"), ["Alle factoren zijn vóór de hoofdperiode 2012–2014 gemeten."]),
        (("voor", "na"), ["zijn er één vóór die periode gemeten en één pas erna", "omgekeerd"]),
        (("tijdens", "onbekend"), ["één tijdens die periode en één op een onbekend tijdstip"]),
    ],
)
def test_tijdstip_van_de_factoren(metingen, delen):
    regressie = [
        schat(factor, 0.0, 0.9, meting=meting)
        for factor, meting in zip(EDITIE["factoren"], metingen, strict=True)
    ]
    z = maak(regressie=regressie)
    assert all(deel in z.tijdstip_tekst() for deel in delen)
    rij = z.tijdstip_rijen([(2012, 2014)])[1]
    assert rij == ["WOZ-waarde", "2009–2014", {"voor": "vóór"}.get(metingen[1], metingen[1])]


def diagnose(toelichting, van=2012, tot=2014, model="ancova", steekproef="selectie"):
    return {
        **{"van": van, "tot": tot, "model": model, "steekproef": steekproef},
        "toelichting": toelichting,
    }


def test_opmerkingen_noemen_labels_en_de_modellen_waarvoor_zij_gelden():
    vif = "VIF boven 10: corporatie_pct_2 (12,5), beginscore (11)."
    alle = "Verschilt alleen tussen gemeenten: corporatie_pct."
    rijen = [
        diagnose(alle, van, tot, model, steekproef)
        for van, tot in ((2008, 2012), (2012, 2014))
        for model in ("verandering", "ancova", "basismeting")
        for steekproef in ("selectie", "in_aanmerking")
    ]
    rijen[0] = diagnose(f"{alle} {vif} Gemeten na het venster: x.", 2008, 2012, "verandering")
    assert maak(regressie_diagnose=rijen).opmerkingen() == [
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
            *(("corporatie", "factor", 0), ("lbm2002", "score", 0)),
            ("lbm2014", "score", leeg),
        )
    ]
    z = maak(verlies=rijen)
    assert z.verlies_rijen() == [
        ["corporatie", "0", "0,0%", "–", "0", "0,0%", "–"],
        ["lbm2014", "0", "0,0%", "–", "2", "2,0%", "–"],
    ]
    assert len(z.verlieskoppen()) + 1 == len(z.verlies_rijen()[0])


# ---------------------------------------------------------------------------- lists of wijken


def test_stijgers_en_dalers_overlappen_niet():
    lijst = [
        {**{"rang": i, "verandering": v}} for i, v in enumerate((0.3, 0.2, 0.1, 0.0, -0.1), start=1)
    ]
    z = maak(stijgers_dalers=lijst)
    assert [rij["rang"] for rij in z.stijgers()] == [1, 2]
    assert [rij["rang"] for rij in z.dalers()] == [5]
    assert maak(stijgers_dalers=lijst[-1:]).stijgers() == []


def test_lijst_van_wijken():
    def wijk(gemeente, naam, code, **rest):
        return {
            **{"gm_naam": gemeente, "wk_naam": naam, "wk_code": code, "in_selectie": True},
            **{"inwoners": 12345.0, "lbm_2012": 3.9, "lbm_2014": 3.85, "delta_2012_2014": -0.05},
            **{"klasse_2014": 4, "cluster": "Terugval"},
            **rest,
        }

    z = maak(
        wijken=[
            wijk("Tilburg", "West", "WK000002", lbm_2014=None, klasse_2014=None, cluster=None),
            wijk("'s-Hertogenbosch", "Noord", "WK000001"),
            wijk("Almere", "Buiten", "WK000003", in_selectie=False),
        ]
    )
    assert z.lijstjaren() == [2012, 2014]
    bosch, tilburg = z.wijken_rijen()
    assert bosch == [
        *("'s-Hertogenbosch", "Noord (WK000001)", "12.345", "3,90", "3,85", f"{MIN}0,05"),
        *("zwak", "*Terugval*"),
    ]
    assert tilburg[4:] == ["–", f"{MIN}0,05", "–", "–"]


PAKKET = "workflow/scripts/leefbaarheid"


def test_aannames_van_deze_editie():
    alle = [
        {"tekst": "Geldt overal.", "bestand": f"{PAKKET}/analyse/klassen.py"},
        {"tekst": "Geldt overal.", "bestand": "config/config.yaml"},
        {"tekst": "Van een ander.", "bestand": "config/edities/ander.yaml"},
        {"tekst": "Van mij.", "bestand": "config/edities/proef.yaml"},
        {
            "tekst": "Ware waarden.",
            "bestand": f"{PAKKET}/voorbeeld/voorbeeld.py",
        },
        {
            "tekst": "Over een analyse.",
            "bestand": f"{PAKKET}/wijkanalyses/bron.py",
        },
    ]
    verwacht = ["Geldt overal. (*klassen.py*)", "Van mij. (*proef.yaml*)"]
    assert maak().aannames(alle) == [*verwacht, "Ware waarden. (*voorbeeld.py*)"]
    assert maak({"fictief": False}).aannames(alle) == verwacht


# ---------------------------------------------------------------------------- the template

SJABLOON = "bijlage-leefbaarheidsontwikkeling/document.qmd.j2"
AANNAMES = [{"tekst": "Een aanname.", "bestand": f"{PAKKET}/analyse/klassen.py"}]


def _karig(editie):
    """One label, one factor, one model form, window and sample; no dimensions, no coordinates."""
    editie["jaren"], editie["vensters"] = [2002, 2008, 2012, 2014], [[2008, 2012], [2012, 2014]]
    editie["decompositie_vensters"] = [[2002, 2008]]
    editie["factoren"] = ["corporatie_pct_2008"]
    editie["regressie"] |= {
        **{"vensters": [[2012, 2014]], "steekproeven": ["selectie"], "modellen": ["ancova"]}
    }
    editie["kenmerken"] = {
        k: v for k, v in editie["kenmerken"].items() if k in ("inwoners", "gm_code", "gm_naam")
    }
    editie["stijgers_dalers"] |= {"tot": 2014, "klassen": [9]}
    editie["selectie"] |= {"labels": ["aandachtswijk"]}


def _regel(editie):
    """Selection by rule, more windows than fit one table, real data by name."""
    del editie["bronnen"]["selectielijst"], editie["selectie"]["labels"]
    editie["selectie"] |= {"soort": "laagste_scores", "jaar": 2012, "aantal": 60}
    jaren = editie["jaren"]
    editie["vensters"] = [list(v) for v in pairwise(jaren)]
    editie["regressie"] |= {"vensters": editie["vensters"], "hoofdmodel": "verandering"}
    editie["fictief"] = False


def _controles(editie, wijken, data, regressie, pad):
    """Make every table of the checks in draft mode and return their paths."""
    namen = {"wijken": wijken, "regressie": regressie}
    namen |= {naam: data[naam] for naam in ("context", "codeboek", "panel")}
    gelezen = {naam: lees_csv(pad_) for naam, pad_ in namen.items()}
    inferentie, instelling = editie["inferentie"], editie["regressie"]
    opzet = Opzet(
        **gelezen,
        factoren=editie["factoren"],
        basisjaar=editie["basisjaar"],
        instelling=instelling,
        inferentie=inferentie,
    )
    vensters = {tuple(v) for v in [*editie["vensters"], *editie["decompositie_vensters"]]}
    tabellen = toets_modellen(opzet, sorted(vensters))
    tabellen |= toets_trajecten(
        gelezen["wijken"], lees_csv(data["wijken"]), gelezen["panel"], editie, editie["vensters"]
    )
    curve = specificatiecurve(
        gelezen["wijken"],
        gelezen["context"],
        factoren=editie["factoren"],
        regressie=instelling,
        basisjaar=editie["basisjaar"],
        focale_factoren=inferentie["primaire_factoren"][:1],
        trekkingen=99,
    )
    tabellen["robuustheid_specificatietoets"] = curve.toets
    oordeel, eind = weeg(
        tabellen | {"regressie": gelezen["regressie"]},
        factoren=editie["factoren"],
        labels=opzet.labels,
        primair=inferentie["primaire_schatter"],
        hoofdvenster=instelling["hoofdvenster"],
        hoofdmodel=instelling["hoofdmodel"],
    )
    tabellen |= {"robuustheid_oordeel": oordeel, "robuustheid_eindoordeel": eind}
    for naam, inhoud in tabellen.items():
        schrijf_tabel(inhoud, pad(naam))
    return {naam: pad(naam) for naam in tabellen}


@pytest.fixture(scope="module", params=[None, _karig, _regel], ids=["voorbeeld", "karig", "regel"])
def ingevuld(request, tmp_path_factory):
    """The filled template of an edition on the example data, without figures."""
    editie = yaml.safe_load((WORTEL / "config" / "config.yaml").read_text("utf-8"))
    if request.param:
        request.param(editie)
    editie["bronnen_map"] = str(WORTEL / editie["bronnen_map"])
    primair = [f for f in editie["inferentie"]["primaire_factoren"] if f in editie["factoren"]]
    voedt = editie["inferentie"]["dimensie_van_factor"]
    editie["inferentie"] |= {
        "snel": True,
        "primaire_factoren": primair,
        "dimensie_van_factor": {f: voedt[f] for f in voedt if f in editie["factoren"]},
    }
    schema = yaml.safe_load((WORTEL / "config" / "schema.yaml").read_text("utf-8"))
    editie = controleer_editie(copy.deepcopy(editie), schema)
    map_ = tmp_path_factory.mktemp("bijlage")

    def pad(naam):
        return map_ / f"{naam}.csv"

    bronnen = {k: v for k, v in zoek_bronnen(editie).items() if not k.startswith("wijkanalyses")}
    bestanden = ("panel", "wijken", "context", "codeboek", "datakwaliteit", "grenzen")
    data = {naam: pad(naam) for naam in bestanden}
    lees_bronnen.main(
        bronnen,
        bronnen=editie["bronnen"],
        jaren=editie["jaren"],
        factoren=editie["factoren"],
        kenmerken=editie["kenmerken"],
        labels=editie["selectie"].get("labels", []),
        uitvoer=data,
    )
    trajecten = (
        *("selectie", "clusters", "ontwikkeling", "gemiddelden", "uitspraken_2017"),
        *("gevoeligheid", "decompositie", "stijgers_dalers", "kandidaatparen"),
    )
    uit = {naam: pad(naam) for naam in trajecten} | {"wijken": pad("wijkentabel")}
    vensters = editie["regressie"]["vensters"]
    bepaal_trajecten.main(
        data["panel"],
        data["wijken"],
        uit,
        editie | {"regressievensters": vensters, "min_gemeenten": 5},
    )
    modeltabellen = {n: pad(n) for n in ("regressie", "regressie_diagnose", "vif", "verlies")}
    schat_modellen.main(
        uit["wijken"],
        data["context"],
        data["codeboek"],
        *modeltabellen.values(),
        editie["regressie"],
        editie["factoren"],
        editie["basisjaar"],
    )
    controles = _controles(editie, uit["wijken"], data, modeltabellen["regressie"], pad)
    paden = uit | modeltabellen | {n: data[n] for n in ("datakwaliteit", "codeboek")} | controles
    tabellen = {naam: lees_tabel(p) for naam, p in paden.items()}
    cijfers = bereken_cijfers(tabellen, editie["clusters"]["delta"])
    stof = Stof(editie | {"engine": "proef"}, cijfers, tabellen, aannames=AANNAMES)
    omgeving = maak_omgeving([WORTEL / "reports"], stof, {})
    return editie, vul(omgeving, SJABLOON)


def test_elke_verwijzing_heeft_een_doel(ingevuld):
    _, tekst = ingevuld
    doelen = re.findall(r"\{#((?:tbl|sec|fig)-[\w-]+)", tekst)
    assert len(doelen) == len(set(doelen))
    verwijzingen = set(re.findall(r"@((?:tbl|sec|fig)-[\w-]*\w)", tekst))
    assert verwijzingen - set(doelen) == set()


def test_tabellen_passen_op_de_pagina(ingevuld):
    _, tekst = ingevuld
    breedtes = re.findall(r'tbl-colwidths="\[([\d,]+)\]"', tekst)
    assert len(breedtes) == tekst.count("{#tbl-") > 15
    for tekst_ in breedtes:
        kolommen = [int(deel) for deel in tekst_.split(",")]
        assert len(kolommen) <= 9
        assert sum(kolommen) == 100


def test_geen_lege_plekken_of_python_in_de_tekst(ingevuld):
    _, tekst = ingevuld
    assert re.findall(r"\b(?:None|nan|True|False|NaN)\b", tekst) == []
    assert re.findall(r"  +[.,;]|\(\)|\.\s*\.|de één factor", tekst) == []
    # every selected wijk is in the list, once
    deel = tekst[tekst.index("{#sec-wijken}") : tekst.index("{#tbl-wijken")]
    codes = re.findall(r"\((WK\w{6})\)", deel)
    assert len(codes) == len(set(codes)) > 30


def test_bijlage_volgt_de_editie(ingevuld):
    editie, tekst = ingevuld
    regressie = editie["regressie"]
    for van, tot in regressie["vensters"]:
        assert f"{{#tbl-modellen-{van}-{tot} " in tekst
    ruim = "in_aanmerking" in regressie["steekproeven"]
    assert ("### De ruimere groep" in tekst) is ruim
    assert ("{#tbl-diagnose-in-aanmerking" in tekst) is ruim
    assert ("{#tbl-dimensies-" in tekst) is (editie["jaren"][-1] > 2014)
    assert ("De selectie is een lijst." in tekst) is (editie["selectie"]["soort"] == "lijst")
    assert ("voorbeeldeditie" in tekst) is editie["fictief"]
    assert "Een aanname. (*klassen.py*)" in tekst
