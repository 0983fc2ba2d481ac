"""The publication as RO-Crate: what the Workflow Run Crate profile must have, and the same twice.

A publication of the example edition passed all 57 requirements of `workflow-run-crate-0.5` in
roc-validator 0.13.0; that package and its dozens of dependencies are no part of the environment.
"""

from __future__ import annotations

import json

import pytest
from rocrate.rocrate import ROCrate

from leefbaarheid.rapport.bundel import leesmij, licenties
from leefbaarheid.rapport.rocrate import PROFIELEN, SNAKEFILE, maak_crate

TEKSTEN = {
    "titel": "Proef",
    "ondertitel": "Een proef",
    "uitgever": "Proefbureau",
    "licentie": "CC BY 4.0",
    "datum": "2017-03-07",
}
MANIFEST = {
    "pijplijn": "1.0.0",
    "commit": {"hash": "a" * 40, "afwijkend": []},
    "editie": "proef",
    "fictief": True,
    "config": {"teksten": TEKSTEN},
    "engine": "typst",
    "versies": {"snakemake": "9.0", "python": "3.11"},
    "invoer": {"pc4.xlsx": "1" * 64, "eigen.csv": "2" * 64},
    "code": {"Snakefile": "3" * 64},
    "uitvoer": {},
}
BESTANDEN = {SNAKEFILE: "3" * 64, "tabellen/a.csv": "4" * 64, "hoofdrapport.pdf": "5" * 64}
BRON = {
    "bestand": "pc4.xlsx",
    "titel": "Kerncijfers per postcode",
    "citeren": "Bureau, Kerncijfers",
    "gebruik": "",
    "versie": "3",
    "vindplaats": "https://proef.example/pc4",
    "licentie": {
        "naam": "CC BY-NC-SA 4.0",
        "adres": "https://proef.example/licentie",
        "commercieel": False,
        "voorwaarden": "Vermeld de bron.",
    },
}


@pytest.fixture(scope="module")
def crate():
    return {deel["@id"]: deel for deel in maak_crate(MANIFEST, BESTANDEN, [BRON])["@graph"]}


def test_de_wortel_volgt_de_profielen_en_noemt_de_run(crate):
    wortel = crate["./"]
    assert {deel["@id"] for deel in wortel["conformsTo"]} == set(PROFIELEN)
    assert wortel["mainEntity"] == {"@id": SNAKEFILE}
    assert wortel["mentions"] == {"@id": "#run"}
    assert wortel["datePublished"] == "2017-03-07"
    assert {deel["@id"] for deel in wortel["hasPart"]} == set(BESTANDEN)


def test_de_run_loopt_van_bronnen_door_de_werkstroom_naar_bestanden(crate):
    run = crate["#run"]
    assert run["@type"] == "CreateAction"
    assert run["instrument"] == crate["./"]["mainEntity"]
    assert {"File", "SoftwareSourceCode", "ComputationalWorkflow"} == set(crate[SNAKEFILE]["@type"])
    assert [crate[d["@id"]]["name"] for d in run["object"]] == [BRON["titel"], "eigen.csv"]
    assert {d["@id"] for d in run["result"]} == set(BESTANDEN) - {SNAKEFILE}
    assert crate[run["object"][0]["@id"]]["license"] == "https://proef.example/licentie"


def test_elke_verwijzing_bestaat(crate):
    def verwijzingen(deel):
        if isinstance(deel, dict):
            yield from [deel["@id"]] if set(deel) == {"@id"} else []
            for waarde in deel.values():
                yield from verwijzingen(waarde)
        elif isinstance(deel, list):
            for waarde in deel:
                yield from verwijzingen(waarde)

    los = {n for deel in crate.values() for n in verwijzingen({**deel, "@id": None})} - set(crate)
    assert {naam for naam in los if not naam.startswith("https://")} == set()


def test_twee_keer_hetzelfde_en_leesbaar_voor_het_pakket(tmp_path):
    een, twee = (json.dumps(maak_crate(MANIFEST, BESTANDEN, [BRON])) for _ in range(2))
    assert een == twee
    (tmp_path / "ro-crate-metadata.json").write_text(een, "utf-8")
    for naam in BESTANDEN:
        (tmp_path / naam).parent.mkdir(exist_ok=True)
        (tmp_path / naam).touch()
    assert ROCrate(tmp_path).mainEntity.id == SNAKEFILE


def test_een_bron_die_niet_commercieel_mag_staat_bij_de_licenties():
    tekst = licenties({"teksten": TEKSTEN}, [BRON])
    assert "Bureau, Kerncijfers. Licentie: CC BY-NC-SA 4.0" in tekst
    assert "niet voor commercieel gebruik" in tekst
    assert "commercieel" not in licenties({"teksten": TEKSTEN}, [])


@pytest.mark.parametrize("fictief", [True, False])
def test_de_gids_zegt_het_als_de_gegevens_fictief_zijn(fictief):
    tekst = leesmij({"teksten": TEKSTEN, "fictief": fictief}, "1.0.0", None)
    assert ("volledig fictief" in tekst) == ("fictional" in tekst) == fictief
