"""Opgaven, aanpak en adviezen are laid out as noted: no row and no word is added."""

from __future__ import annotations

from hulp.stof import hoofdrapport
from leefbaarheid.tekst.hoofdrapport.opgaven import (
    aanpak_rijen,
    heeft_opgaven,
    heeft_vormen,
    inleiding,
    opbrengsten,
    thema_rijen,
    vormen,
    wijk_rijen,
)

EDITIE = {"wijkanalyses": {"themas": {"a": "Eerste", "b": "Tweede"}}}


def _aanpak(thema: str, opbrengst: str | None = None) -> dict:
    return {"analyse": "Oost: x", "gemeente": "Astad", "thema": thema, "label": thema.upper(),
            "opgave": "o*", "aanpak": "p", "opbrengst": opbrengst}  # fmt: skip


def _advies(laag: str, **velden: str | None) -> dict:
    leeg = dict.fromkeys(("horizon", "samenwerkingsvorm", "financieringsvorm", "bron"))
    basis = {"analyse": "Oost: x", "gemeente": "Astad", "label": "Eerste", "wat": "Doe dit."}
    return {**basis, **leeg, "laag": laag, "wie": "gemeente", **velden}


def _stof(aanpakken=(), adviezen=()):
    return hoofdrapport(
        editie=EDITIE,
        analyses=({"titel": "Oost: x"},),
        aanpakken=list(aanpakken),
        adviezen=list(adviezen),
    )


def test_zonder_invoer_is_er_geen_hoofdstuk():
    assert not heeft_opgaven(_stof())
    assert heeft_opgaven(_stof(adviezen=[_advies("wijk")]))
    assert heeft_opgaven(_stof([_aanpak("a")]))


def test_opgaven_staan_op_volgorde_van_de_themas_en_een_lege_opbrengst_is_een_streep():
    assert aanpak_rijen(_stof([_aanpak("b", "r"), _aanpak("a")])) == [
        ["A", "Oost", r"o\*", "p", "–"],
        ["B", "Oost", r"o\*", "p", "r"],
    ]


def test_hoeveel_opgaven_een_opbrengst_hebben():
    assert "staat er in de wijkanalyses niet bij" in opbrengsten(_stof([_aanpak("a")]))
    assert opbrengsten(_stof([_aanpak("a", "r")])).startswith("Bij elke opgave")
    assert "één van de twee opgaven" in opbrengsten(_stof([_aanpak("a", "r"), _aanpak("a")]))


def test_adviezen_staan_per_thema_en_per_wijk():
    stof = _stof(
        adviezen=[
            _advies("thema", horizon="vier jaar", samenwerkingsvorm="convenant",
                    financieringsvorm="fonds"),
            _advies("wijk"),
        ]
    )  # fmt: skip
    assert thema_rijen(stof) == [["Eerste", "Doe dit.", "Gemeente; vier jaar", "Convenant; fonds"]]
    assert wijk_rijen(stof) == [["Oost", "Doe dit.", "Gemeente", "–"]]


def test_inleiding_telt_alleen_wat_er_is():
    assert inleiding(_stof([_aanpak("a")])) == (
        "Dit hoofdstuk zet één opgave met haar aanpak bij elkaar."
    )
    twee = [_advies("wijk"), _advies("thema")]
    assert inleiding(_stof([_aanpak("a"), _aanpak("b")], twee)) == (
        "Dit hoofdstuk zet twee opgaven met hun aanpak en twee adviezen bij elkaar."
    )


def test_vormen_worden_geteld_en_alleen_herhaalde_genoemd():
    adviezen = [
        _advies("wijk", samenwerkingsvorm="convenant"),
        _advies("wijk", samenwerkingsvorm="convenant", financieringsvorm="fonds"),
        _advies("wijk"),
    ]
    assert vormen(_stof(adviezen=adviezen)) == [
        "Van de drie adviezen noemen er twee een vorm van samenwerking. In dezelfde woorden komt "
        "meer dan eens voor: convenant (2).",
        "Van de drie adviezen noemt er één een vorm van financiering.",
    ]
    assert not heeft_vormen(_stof(adviezen=[_advies("wijk")]))
