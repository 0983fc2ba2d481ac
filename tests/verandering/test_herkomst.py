"""Settings, sources, packages and code of two editions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leefbaarheid.verandering.herkomst import bronnen, instellingen, is_rekencode, vlak


def test_een_instelling_die_veranderde_verdween_of_erbij_kwam(stand, anders):
    nieuw = anders(config={"clusters.delta": 0.03, "teksten.ondertitel": "Nog een", "extra": True})
    del nieuw.config["selectie"]["aantal"]
    tabel = instellingen(stand, nieuw)
    assert tabel.fillna("").values.tolist() == [
        ["clusters.delta", "keuze", "gewijzigd", "0.02", "0.03"],
        ["extra", "keuze", "erbij", "", "true"],
        ["selectie.aantal", "keuze", "verdwenen", "2", ""],
        ["teksten.ondertitel", "weergave", "gewijzigd", "Een proef", "Nog een"],
    ]


def test_een_lijst_is_een_waarde_en_bestanden_staan_bij_de_bronnen(stand, anders):
    assert dict(vlak({"a": {"b": [[1, 2]], "c": "é"}})) == {"a.b": "[[1, 2]]", "a.c": "é"}
    nieuw = anders()
    nieuw.config["bronnen"]["leefbaarometer"]["bestand"] = "scores-2.csv"
    assert instellingen(stand, nieuw).empty


def test_een_bron_met_een_ander_bestand_blijft_dezelfde_bron(stand, anders):
    nieuw = anders(bronnen={"nieuw.csv": "d" * 64, "context.csv": "b" * 64, "los.csv": "e" * 64})
    nieuw.config["bronnen"]["leefbaarometer"] |= {"bestand": "nieuw.csv", "versie": "3.1"}
    tabel = bronnen(stand, nieuw)
    tabel = tabel[tabel["soort"] == "bron"].set_index("naam")
    assert tabel["verandering"].to_dict() == {
        "context": "gelijk",
        "leefbaarometer": "gewijzigd",
        "los.csv": "erbij",
    }
    rij = tabel.loc["leefbaarometer"]
    assert (rij["bestand_oud"], rij["bestand_nieuw"]) == ("scores.csv", "nieuw.csv")
    assert (rij["versie_oud"], rij["versie_nieuw"]) == ("3.0", "3.1")
    assert (rij["sha256_oud"], rij["sha256_nieuw"]) == ("a" * 64, "d" * 64)


def test_een_ander_bestand_met_dezelfde_inhoud_is_gelijk(stand, anders):
    nieuw = anders(bronnen={"kopie.csv": "a" * 64, "context.csv": "b" * 64})
    nieuw.config["bronnen"]["leefbaarometer"]["bestand"] = "kopie.csv"
    tabel = bronnen(stand, nieuw).set_index("naam")
    assert tabel.loc["leefbaarometer", "verandering"] == "gelijk"


def test_pakketten_altijd_en_code_alleen_als_zij_verschilt(stand):
    code = {**stand.code, "Snakefile": "9" * 64}
    tabel = bronnen(stand, replace(stand, code=code, versies={"pandas": "3.1"}))
    rest = tabel[tabel["soort"] != "bron"]
    assert rest[["soort", "naam", "verandering"]].values.tolist() == [
        ["code", "Snakefile", "gewijzigd"],
        ["pakket", "pandas", "gewijzigd"],
    ]


@pytest.mark.parametrize(
    ("naam", "rekent"),
    [
        ("workflow/scripts/leefbaarheid/analyse/selectie.py", True),
        ("workflow/scripts/schat_modellen.py", True),
        ("Snakefile", True),
        ("workflow/scripts/maak_pdf.py", False),
        ("workflow/scripts/leefbaarheid/tekst/stof.py", False),
        ("workflow/scripts/leefbaarheid/basis/tabellen/data.py", False),
        ("reports/hoofdrapport/00-samenvatting.qmd.j2", False),
    ],
)
def test_welke_code_een_uitkomst_kan_veranderen(naam, rekent):
    assert is_rekencode(naam) == rekent
