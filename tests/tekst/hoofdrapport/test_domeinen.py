"""Per domain: who names it, who is quoted, and one example; nothing that nobody noted."""

from __future__ import annotations

import pytest

from hulp.stof import hoofdrapport
from leefbaarheid.tekst.gedeeld.wijkanalyses import plaats
from leefbaarheid.tekst.hoofdrapport.domeinen import domeinen, genoemd, oordelen, vaakst

THEMAS = {"a": "Fysieke aanpak", "b": "Woningmarkt", "c": "Sociale aanpak"}
DOMEINEN = [{"naam": "Fysiek", "themas": ["a", "b"]}, {"naam": "Sociaal", "themas": ["c"]}]


def _analyse(naam: str, oordeel: str = "daler") -> dict:
    return {"titel": f"{naam}: een proef", "bron": f"{naam}.md", "oordeel": oordeel}


def _stof(genoemd: dict[str, str], citaten=(), aanpakken=(), analyses=None, met_domeinen=True):
    namen = analyses or [_analyse(naam) for naam in genoemd]
    themas = [
        {"bestand": f"{naam}.md", "thema": thema, "label": label, "aanwezig": thema in gekozen}
        for naam, gekozen in genoemd.items()
        for thema, label in THEMAS.items()
    ]
    editie = {"wijkanalyses": {"themas": THEMAS} | ({"domeinen": DOMEINEN} if met_domeinen else {})}
    return hoofdrapport(
        editie=editie,
        analyses=tuple(namen),
        themas=themas,
        wijkanalyses_citaten=list(citaten),
        aanpakken=list(aanpakken),
    )


def _citaat(naam: str, thema: str | None, tekst: str = "x") -> dict:
    return {"bestand": f"{naam}.md", "analyse": f"{naam}: een proef", "thema": thema,
            "citaat": tekst, "rol": "bewoner"}  # fmt: skip


def test_een_domein_telt_analyses_en_niet_themas():
    stof = _stof({"P": "ab", "Q": "a", "R": "c"})
    fysiek, sociaal = domeinen(stof)

    assert genoemd(stof, fysiek) == (
        "In twee van de drie wijkanalyses komt dit domein ter sprake: fysieke aanpak (2) en "
        "woningmarkt (1)."
    )
    assert genoemd(stof, sociaal).startswith("In één van de drie wijkanalyses")
    assert (fysiek["citaten"], fysiek["voorbeeld"]) == ([], None)


def test_in_alle_en_in_de_enige_analyse():
    stof = _stof({"P": "a", "Q": "b"})
    assert genoemd(stof, domeinen(stof)[0]).startswith("In beide wijkanalyses")

    stof = _stof({"P": "ab"})
    assert genoemd(stof, domeinen(stof)[0]) == (
        "De wijkanalyse noemt hier fysieke aanpak en woningmarkt."
    )


def test_citaten_komen_uit_verschillende_analyses_en_wie_nog_niet_sprak_gaat_voor():
    citaten = [
        *(_citaat("P", "a", "p1"), _citaat("P", "b", "p2"), _citaat("P", "c", "p3")),
        *(_citaat("Q", "a", "q"), _citaat("R", "a", "r"), _citaat("S", "a", "s")),
        *(_citaat(naam, "c", naam.lower() * 2) for naam in "QST"),
        _citaat("T", None, "zonder thema"),
    ]
    fysiek, sociaal = domeinen(_stof(dict.fromkeys("PQRST", ""), citaten))

    assert [c["citaat"] for c in fysiek["citaten"]] == ["p1", "q", "r"]
    assert [c["citaat"] for c in sociaal["citaten"]] == ["p3", "ss", "tt"]


def test_een_voorbeeld_heeft_een_opbrengst():
    rij = {"bestand": "P.md", "analyse": "P", "thema": "a", "opgave": "o", "aanpak": "x"}
    zonder = _stof({"P": "a"}, aanpakken=[{**rij, "opbrengst": None}])
    met = _stof({"P": "a"}, aanpakken=[{**rij, "opbrengst": None}, {**rij, "opbrengst": "y"}])

    assert domeinen(zonder)[0]["voorbeeld"] is None
    assert domeinen(met)[0]["voorbeeld"]["opbrengst"] == "y"


def test_zonder_domeinen_of_zonder_inhoud_is_er_geen_paragraaf():
    assert domeinen(_stof({"P": "a"}, met_domeinen=False)) == []
    assert [d["naam"] for d in domeinen(_stof({"P": "c"}))] == ["Sociaal"]


@pytest.mark.parametrize(
    ("genoemd_", "zin"),
    [
        ({"P": "ab", "Q": "a"}, "Het vaakst genoemde thema is *fysieke aanpak*, in beide "
         "wijkanalyses."),
        ({"P": "a", "Q": "c", "R": ""}, "De vaakst genoemde thema's zijn *fysieke aanpak* en "
         "*sociale aanpak*, elk in één van de drie wijkanalyses."),
        ({"P": "a"}, ""),
        ({"P": "", "Q": ""}, ""),
    ],
)  # fmt: skip
def test_het_vaakst_genoemd_zonder_winnaar_bij_gelijke_aantallen(genoemd_, zin):
    assert vaakst(_stof(genoemd_)) == zin


def test_oordelen_worden_geteld():
    drie = [_analyse("P"), _analyse("Q"), _analyse("R", "stijger")]
    stof = _stof(dict.fromkeys("PQR", ""), analyses=drie)
    assert (
        oordelen(stof) == "Het oordeel in de gesprekken is twee keer *daler* en één keer *stijger*."
    )
    assert "hetzelfde oordeel: *daler*" in oordelen(_stof({"P": "", "Q": ""}))
    assert oordelen(_stof({"P": ""})) == ""


def test_twee_analyses_met_dezelfde_naam_krijgen_hun_gemeente():
    twee = [_analyse("P"), _analyse("P")]
    stof = _stof({"P": ""}, analyses=twee)
    assert plaats(stof, {"analyse": "P: een proef", "gemeente": "Astad"}) == "P, Astad"
    assert plaats(_stof({"P": ""}), {"analyse": "P: een proef", "gemeente": "Astad"}) == "P"
