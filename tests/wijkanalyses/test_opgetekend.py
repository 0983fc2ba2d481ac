"""Quotations, approaches and advice as tables, each with where it stands."""

from __future__ import annotations

from leefbaarheid.wijkanalyses.opgetekend import aanpakkentabel, adviezentabel, citatentabel

THEMAS = {"fysiek": "Fysieke aanpak", "sociaal": "Sociale aanpak"}
ANALYSE = {
    "titel": "Wijk: een proef",
    "bron": "wijk.md",
    "sleutel": "wijk",
    "gemeente": "Stad",
    "citaten": [
        {"sectie": "Profiel", "tekst": "Goed hier.", "rol": "bewoner", "thema": "sociaal"},
        {"sectie": "Opgaven", "tekst": "Nu nog.", "rol": "agent", "thema": ""},
    ],
    "aanpakken": [{"opgave": "a", "thema": "fysiek", "aanpak": "b", "opbrengst": ""}],
    "adviezen": [{"wat": "c", "wie": "d", "thema": "fysiek", "horizon": "", "bron": "e"}],
}
PER_THEMA = [
    {"wat": "f", "wie": "g", "thema": "sociaal", "bestand": "sociaal.md"},
    {"wat": "h", "wie": "g", "thema": "sociaal", "bestand": "sociaal.md"},
]


def test_citaten_staan_op_volgorde_met_rol_en_thema():
    tabel = citatentabel([ANALYSE])

    assert tabel[["volgnummer", "citaat", "rol"]].to_numpy().tolist() == [
        [1, "Goed hier.", "bewoner"],
        [2, "Nu nog.", "agent"],
    ]
    assert tabel["thema"].tolist() == ["sociaal", None]


def test_een_aanpak_zonder_opbrengst_blijft_leeg():
    rij = aanpakkentabel([ANALYSE], THEMAS).iloc[0]

    assert (rij["label"], rij["opgave"], rij["opbrengst"]) == ("Fysieke aanpak", "a", None)


def test_adviezen_van_een_thema_gaan_voor_en_tellen_per_bestand():
    tabel = adviezentabel([ANALYSE], PER_THEMA, THEMAS)

    assert tabel[["laag", "bestand", "volgnummer", "wat"]].to_numpy().tolist() == [
        ["thema", "sociaal.md", 1, "f"],
        ["thema", "sociaal.md", 2, "h"],
        ["wijk", "wijk.md", 1, "c"],
    ]
    assert tabel["gemeente"].tolist() == [None, None, "Stad"]


def test_zonder_iets_zijn_er_lege_tabellen_met_alle_kolommen():
    assert citatentabel([]).empty
    assert "opbrengst" in aanpakkentabel([], THEMAS)
    assert "samenwerkingsvorm" in adviezentabel([], [], THEMAS)
