"""Sentences of the summary, laid beside those of another edition."""

from __future__ import annotations

from dataclasses import replace

from leefbaarheid.verandering.zinnen import (
    Zin,
    samenvatting,
    vergelijk_cijfers,
    vergelijk_zinnen,
)


def test_de_samenvatting_is_een_lijst_zinnen_zonder_opmaak(stand):
    assert samenvatting(stand.tekst) == [
        Zin("Waar gaat het over?", "Waar gaat het over?"),
        Zin("Waar gaat het over?", "Dit rapport volgt 2 wijken."),
        Zin("Waar gaat het over?", "De score steeg."),
    ]
    assert samenvatting("# Inleiding\n\nTekst.") == []


def test_een_uitroepteken_in_een_clusternaam_eindigt_geen_zin():
    qmd = "# Samenvatting\n\nEr zijn 2 wijken in *Succes!*, 3 in *Terugval* [@a2017]. *Dit* ook.\n"
    teksten = [zin.tekst for zin in samenvatting(qmd)]
    assert teksten == ["Er zijn 2 wijken in Succes!, 3 in Terugval.", "Dit ook."]


def test_gelijk_gewijzigd_verdwenen_en_erbij_in_leesvolgorde(stand):
    nieuw = stand.tekst.replace("volgt 2 wijken", "volgt 12 wijken").replace(
        "De *score* steeg (@sec-x).", "Niets blijft zoals het was. Een tweede alinea volgt."
    )
    tabel = vergelijk_zinnen(stand, replace(stand, tekst=nieuw))
    assert tabel["verandering"].tolist() == ["gelijk", "gewijzigd", "verdwenen", "erbij", "erbij"]
    rij = tabel.iloc[1]
    assert (rij["zin_oud"], rij["zin_nieuw"]) == (
        "Dit rapport volgt 2 wijken.",
        "Dit rapport volgt 12 wijken.",
    )
    assert tabel["nummer"].tolist() == [1, 2, 3, 4, 5]


def test_zonder_tekst_zijn_er_geen_zinnen(stand):
    assert vergelijk_zinnen(stand, replace(stand, tekst=None)).empty


def test_alleen_cijfers_die_anders_geschreven_worden(stand):
    cijfers = {
        "cluster.n": {"tekst": "3", "eenheid": "aantal"},
        "nieuw.n": {"tekst": "1", "eenheid": "aantal"},
    }
    tabel = vergelijk_cijfers(stand, replace(stand, cijfers=cijfers))
    assert tabel.fillna("").values.tolist() == [
        ["cluster.n", "aantal", "gewijzigd", "2", "3"],
        ["nieuw.n", "aantal", "erbij", "", "1"],
    ]
    assert vergelijk_cijfers(stand, stand).empty
