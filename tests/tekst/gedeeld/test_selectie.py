"""The conditions of a selection in words."""

from __future__ import annotations

import pytest

from hulp.stof import bijlage
from leefbaarheid.tekst.gedeeld.selectie import (
    afgevallen,
    buiten_aanmerking,
    kanttekening,
    met_label,
    over_de_lijst,
    uitgesloten,
    voorwaarden,
)

BLOK = {"corporatie_pct": {"min": 50, "waarom": "Anders telt zij niet mee."}}
WIJKEN = [
    {"wk_code": "WK900101", "wk_naam": "Dorp", "gm_naam": "Astad"},
    {"wk_code": "WK900102", "wk_naam": "Oost", "gm_naam": "Bedorp"},
]


def stof(blok=BLOK, uit="WK900101", erbij="WK900102", zonder_waarde=0, soort="laagste_scores"):
    cijfers = {
        "selectie.n_uitgesloten": len(uit.split(", ")) if uit else 0,
        "selectie.uitgesloten": uit,
        "selectie.n_in_de_plaats": len(erbij.split(", ")) if erbij else 0,
        "selectie.in_de_plaats": erbij,
        "selectie.zonder_waarde_op_voorwaarden": zonder_waarde,
        "selectie.niet_in_aanmerking_door_voorwaarden": 1,
    }
    return bijlage({"selectie": {"soort": soort, "voorwaarden": blok}}, cijfers, wijken=WIJKEN)


def test_zonder_voorwaarden_is_er_niets_te_zeggen():
    assert voorwaarden(bijlage()) == uitgesloten(bijlage()) == ""


def test_een_voorwaarde_met_haar_waarom():
    assert voorwaarden(stof()) == (
        "Bovendien geldt een eis aan het kenmerk *woningen van corporaties* (ten minste 50%). "
        "Anders telt zij niet mee."
    )


def test_voorwaarden_met_twee_grenzen():
    twee = {"corporatie_pct": {"min": 2.5, "max": 50}, "inwoners_2022": {"max": 9}}
    assert voorwaarden(stof(twee)).startswith(
        "Bovendien gelden eisen aan de kenmerken *woningen van corporaties* (ten minste 2,5 en ten "
        "hoogste 50%) en *inwoners* (ten hoogste 9%)."
    )


def test_een_waarde_ontbreekt_op_een_van_meer_kenmerken():
    twee = {"corporatie_pct": {"min": 50}, "inwoners_2022": {"max": 9}}
    assert "geen waarde op een van die kenmerken" in uitgesloten(stof(twee, zonder_waarde=2))


def test_wie_eruit_valt_en_wie_ervoor_in_de_plaats_komt():
    assert uitgesloten(stof()) == (
        "Eén wijk blijft daardoor buiten de selectie: Dorp (Astad). Haar plaats is ingenomen door "
        "de wijk die daarna in de rangorde komt: Oost (Bedorp)."
    )


def test_op_een_lijst_komt_niemand_in_de_plaats():
    tekst = uitgesloten(stof(uit="WK900101, WK900109", erbij="", zonder_waarde=2, soort="lijst"))
    assert tekst == (
        "Twee wijken blijven daardoor buiten de selectie: Dorp (Astad) en WK900109. Van de wijken "
        "die anders in aanmerking kwamen, hebben twee wijken geen waarde op dat kenmerk; ook die "
        "doen niet mee."
    )


@pytest.mark.parametrize("zonder_waarde", [0, 1])
def test_een_voorwaarde_die_niets_uitmaakt(zonder_waarde):
    tekst = uitgesloten(stof(uit="", erbij="", zonder_waarde=zonder_waarde))
    assert tekst.startswith("Zonder die eis zou de selectie dezelfde wijken tellen.")
    assert ("heeft één wijk geen waarde" in tekst) is bool(zonder_waarde)


def test_hoeveel_wijken_erdoor_afvallen():
    assert afgevallen(stof()) == "Van de wijken die anders in aanmerking kwamen, valt er één af."


def lijst(soort="lijst", labels=("a",), buiten=0, **woorden):
    wijken = [
        w | {"in_selectie": i < 2, "in_aanmerking": i >= buiten} for i, w in enumerate(WIJKEN)
    ]
    editie = {
        "selectie": {"soort": soort, "labels": list(labels)},
        "bronnen": {"leefbaarometer": {"versie": "3.0"}, "selectielijst": woorden},
    }
    return bijlage(editie, {"selectie.n_buiten_aanmerking": buiten}, wijken=wijken)


def test_een_label_is_het_label_en_meer_labels_zijn_er_ten_minste_een():
    assert met_label(lijst()) == "met het label *a*"
    twee = met_label(lijst(labels=("a", "b_c")))
    assert twee == "met ten minste één van de labels *a* of *b\\_c*"


def test_wat_een_lijst_niet_omvat_staat_er_alleen_als_zij_de_wijken_kiest():
    woorden = {"toelichting": "Een reconstructie: 2 van de 3.", "kanttekening": "Er mist er één."}
    assert over_de_lijst(lijst(**woorden)) == "Een reconstructie: 2 van de 3."
    assert kanttekening(lijst(**woorden)) == "Er mist er één."
    naast_een_regel = lijst(soort="laagste_scores", **woorden)
    assert over_de_lijst(naast_een_regel) == kanttekening(naast_een_regel) == ""
    assert over_de_lijst(lijst()) == kanttekening(lijst()) == ""


def test_wijken_op_de_lijst_die_niet_in_aanmerking_komen_worden_genoemd():
    assert buiten_aanmerking(lijst()) == ""
    assert buiten_aanmerking(lijst(buiten=1)) == (
        "Eén wijk op de lijst, Dorp (Astad), voldoet zelf niet aan de eisen voor de vergelijking, "
        "maar blijft in de selectie."
    )
    assert buiten_aanmerking(lijst(buiten=2)).startswith(
        "Twee wijken op de lijst, Dorp (Astad) en Oost (Bedorp), voldoen"
    )
