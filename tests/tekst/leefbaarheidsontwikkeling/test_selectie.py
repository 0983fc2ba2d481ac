"""Which wijken were selected, and what that means."""

from __future__ import annotations

import pytest

from hulp.stof import bijlage
from leefbaarheid.tekst.gedeeld.selectie import varianten_kort
from leefbaarheid.tekst.leefbaarheidsontwikkeling.selectie import (
    concentratie,
    gelijke_stand,
    laat_peiljaar,
    labels_ernaast,
    labels_tekst,
    varianten_koppen,
    varianten_rijen,
    varianten_tekst,
    volledigheid,
)


def test_waarschuwing_bij_laat_inwonertal():
    assert "van 2022, later dan de eerste meting in 2002" in laat_peiljaar(bijlage())
    assert (
        laat_peiljaar(bijlage({"kenmerken": {"inwoners": "corporatie_pct"}, "jaren": [2008]})) == ""
    )
    assert laat_peiljaar(bijlage({"kenmerken": {"inwoners": "onbekend"}})) == ""


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
    stof = bijlage(
        cijfers={
            "selectie.n_gelijk_aan_grens": n,
            "selectie.n_gelijk_buiten_selectie": buiten,
            "selectie.gelijk_buiten_selectie": codes,
            "selectie.grensscore": (3.894, "score"),
        }
    )
    assert deel in gelijke_stand(stof)
    assert "3,89" in gelijke_stand(stof)


def test_labels_van_de_lijst():
    cijfers = {
        "selectie.n_geselecteerd": 130,
        "selectie.n_per_label.aandachtswijk": 40,
        "selectie.n_per_label.probleemwijk": 120,
    }
    tekst = labels_tekst(bijlage(cijfers=cijfers))
    assert "40 keer *aandachtswijk* en 120 keer *probleemwijk*" in tekst
    assert "De labels overlappen" in tekst
    los = labels_tekst(bijlage(cijfers=cijfers | {"selectie.n_geselecteerd": 160}))
    assert "overlappen" not in los
    een = labels_tekst(bijlage({"selectie": {"labels": ["aandachtswijk"]}}, cijfers=cijfers))
    assert een == "Geselecteerd is elke wijk met het label *aandachtswijk*; dat zijn er 130."


@pytest.mark.parametrize(
    ("onvolledig", "buiten", "delen"),
    [
        (0, 0, ["Van elke wijk op de lijst zijn de scores en het inwonertal bekend, en elke wijk"]),
        (1, 0, ["Eén wijk op de lijst mist een score"]),
        (2, 1, ["Twee wijken op de lijst missen", "Eén wijk op de lijst, Park (Astad), voldoet"]),
    ],
)
def test_volledigheid_van_de_lijst(onvolledig, buiten, delen):
    stof = bijlage(
        {"selectie": {"soort": "lijst"}},
        {"selectie.n_onvolledig": onvolledig, "selectie.n_buiten_aanmerking": buiten},
        wijken=[
            {"wk_code": code, "wk_naam": naam, "gm_naam": "Astad"} | {"in_selectie": True}
            for code, naam in (("WK900101", "Dorp"), ("WK900102", "Park"))
        ],
    )
    for rij in stof.tabellen["wijken"]:
        rij["in_aanmerking"] = rij["wk_naam"] == "Dorp"
    assert all(deel in volledigheid(stof) for deel in delen)


def test_een_label_naast_een_selectie_op_score():
    """The group is in the tables, so the chapter says who they are and where that comes from."""
    bron = {"selectielijst": {"toelichting": "De lijst is een reconstructie."}}
    selectie = {"soort": "laagste_scores", "labels": ["aandachtswijk"]}
    vlaggen = [(True, True), (True, False), (True, True), (False, True)]
    wijken = [{"label_aandachtswijk": met, "in_selectie": gekozen} for met, gekozen in vlaggen]
    editie = {"selectie": selectie, "bronnen": bron}
    assert labels_ernaast(bijlage(editie, wijken=wijken)) == (
        "In de tabellen staan ook de 3 wijken met het label *aandachtswijk*; twee daarvan zijn "
        "geselecteerd. De lijst is een reconstructie."
    )
    assert "3 wijken met het label *aandachtswijk*; geen daarvan is" in (
        labels_ernaast(bijlage(editie, wijken=[w | {"in_selectie": False} for w in wijken]))
    )
    assert "ook de wijk met het label *aandachtswijk*; zij is niet geselecteerd." in (
        labels_ernaast(bijlage(editie, wijken=wijken[1:2]))
    )
    assert labels_ernaast(bijlage(editie, wijken=wijken[3:])) == ""
    lijst = editie | {"selectie": selectie | {"soort": "lijst"}}
    assert labels_ernaast(bijlage(lijst, wijken=wijken)) == ""


def test_concentratie_telt_gemeenten_tot_de_helft():
    gemeenten = ["A"] * 5 + ["B"] * 2 + ["C", "D", "E"]
    wijken = [{"gm_code": g, "in_selectie": True} for g in gemeenten]
    wijken += [{"gm_code": "F", "in_selectie": False}]
    assert concentratie(bijlage(wijken=wijken)) == (
        "Eén gemeente telt ten minste de helft van de geselecteerde wijken. "
        "In drie gemeenten is er maar één wijk geselecteerd."
    )


def variant(naam, n_anders, n_terugval):
    telling = dict.fromkeys(("succes", "vroegsignalering", "gestaag_herstel", "niet_ingedeeld"), 5)
    return {
        **{"variant": naam, "n_wijken": 40, "n_gemeenten": 9, "n_anders": n_anders},
        **{f"n_{kolom}": n for kolom, n in (telling | {"terugval": n_terugval}).items()},
        **{"verandering_2012_2014": 0.0123, "gedaald_2012_2014": 0.125},
    }


def test_de_selectie_zonder_voorwaarden_ernaast():
    rijen = [variant("editie", 0, 1), variant("zonder_voorwaarden", 2, 3)]
    stof = bijlage({"vensters": [[2012, 2014]]}, selectiegevoeligheid=rijen)
    tekst = varianten_tekst(stof)
    assert "Van de selectie zonder voorwaarden vallen twee wijken buiten de selectie" in tekst
    assert varianten_koppen(stof) == ["Maat", "Deze editie", "Zonder voorwaarden"]
    assert "In *Terugval* zit met de voorwaarden één wijk, en zonder drie." in tekst
    assert varianten_rijen(stof)[0] == ["Wijken", "40", "40"]
    assert ["*Terugval*", "1", "3"] in varianten_rijen(stof)
    assert varianten_rijen(stof)[-2:] == [
        ["Verandering 2012–2014", "+0,012", "+0,012"],
        ["Gedaald 2012–2014", "12,5%", "12,5%"],
    ]
    gelijk = [variant("editie", 0, 3), variant("zonder_voorwaarden", 2, 3)]
    assert varianten_tekst(bijlage(selectiegevoeligheid=gelijk)).endswith("en zonder evenveel.")
    assert varianten_tekst(bijlage(selectiegevoeligheid=rijen[:1])) == ""


@pytest.mark.parametrize("n_uitgesloten", [0, 1])
def test_voorwaarden_die_niets_uitmaken_hebben_geen_tabel(n_uitgesloten):
    # a list loses wijken without others in their place; a rule has as many that differ
    rijen = [variant("editie", 0, 1), variant("zonder_voorwaarden", 0, 1)]
    stof = bijlage(cijfers={"selectie.n_uitgesloten": n_uitgesloten}, selectiegevoeligheid=rijen)
    assert bool(varianten_tekst(stof)) is bool(n_uitgesloten)


def test_een_variant_met_andere_labels_ernaast():
    eigen = {"kop": "Alleen zeker", "omschrijving": "wijken waarvan het zeker is", "labels": ["z"]}
    anders = variant("alleen_zeker", 0, 0) | {"n_wijken": 30, "n_gemeenten": 1}
    anders["verandering_2012_2014"] = -0.002
    # conditions that change nothing have no column beside it
    rijen = [variant("editie", 0, 1), variant("zonder_voorwaarden", 0, 1), anders]
    selectie = {"soort": "lijst", "labels": ["a"], "varianten": {"alleen_zeker": eigen}}
    stof = bijlage(
        {"vensters": [[2012, 2014]], "selectie": selectie},
        {"selectie.n_uitgesloten": 0},
        selectiegevoeligheid=rijen,
    )
    assert varianten_tekst(stof) == (
        "@tbl-selectiegevoeligheid zet de selectie naast wat zij anders was geweest. Tellen alleen "
        "wijken waarvan het zeker is mee, dan zijn het 30 wijken in één gemeente. In *Terugval* "
        "zit in deze editie één wijk, en dan geen; tussen 2012 en 2014 was de gemiddelde "
        "verandering +0,012 punt, en dan \N{MINUS SIGN}0,002."
    )
    assert varianten_koppen(stof) == ["Maat", "Deze editie", "Alleen zeker"]
    assert varianten_rijen(stof)[:2] == [["Wijken", "40", "30"], ["Gemeenten", "9", "1"]]
    assert varianten_kort(stof) == (
        "De bijlage zet ernaast wat de uitkomst is met alleen wijken waarvan het zeker is (30)."
    )
    assert varianten_kort(bijlage(selectiegevoeligheid=rijen[:1])) == ""
