"""Assumptions are found where they stand, whole, and read back from the document."""

from __future__ import annotations

import pytest

from leefbaarheid.rapport.aannames import als_document, lees_document, verzamel


@pytest.fixture
def bestanden(tmp_path):
    def schrijf(**inhoud):
        for naam, tekst in inhoud.items():
            (tmp_path / f"{naam}.py").write_text(tekst, encoding="utf-8")
        return verzamel(tmp_path.glob("*.py"), tmp_path)

    return schrijf


def test_een_aanname_loopt_door_op_ingesprongen_regels(bestanden):
    gevonden = bestanden(
        a="x = 1\n    # AANNAME: de marge is\n    #   de helft.\n    # gewoon\n    #   meer\n"
    )
    assert gevonden == [{"tekst": "De marge is de helft.", "bestand": "a.py"}]


def test_volgorde_van_bestand_en_regel(bestanden):
    gevonden = bestanden(b="# AANNAME: drie.\n", a="# AANNAME: een.\n# AANNAME: twee.\n")
    assert [(a["tekst"], a["bestand"]) for a in gevonden] == [
        *(("Een.", "a.py"), ("Twee.", "a.py"), ("Drie.", "b.py")),
    ]


def test_van_twee_bestanden_met_een_naam_gaan_de_getallen_voor_de_woorden(tmp_path):
    for vleugel in ("tekst", "toetsen"):
        map_ = tmp_path / "workflow" / "scripts" / vleugel
        map_.mkdir(parents=True)
        (map_ / "groepen.py").write_text(f"# AANNAME: {vleugel}.\n", encoding="utf-8")
    gevonden = verzamel(tmp_path.rglob("*.py"), tmp_path)
    assert [a["tekst"] for a in gevonden] == ["Toetsen.", "Tekst."]


def test_het_woord_in_een_tekst_is_geen_aanname(bestanden):
    assert bestanden(a='tekst = "# AANNAME: niet."\nx = 1  # AANNAME: ook niet.\n') == []


def test_het_document_noemt_een_tekst_een_keer_en_is_terug_te_lezen():
    aannames = [
        {"tekst": "De klasse is (4) `k`.", "bestand": "config/config.yaml"},
        {"tekst": "Nog een.", "bestand": "a.py"},
        {"tekst": "De klasse is (4) `k`.", "bestand": "config/edities/x.yaml"},
    ]
    document = als_document(aannames)
    assert document.startswith("# Aannames\n\n")
    assert document.endswith(
        "- De klasse is (4) `k`. (`config/config.yaml`, `config/edities/x.yaml`)\n"
        "- Nog een. (`a.py`)\n"
    )
    assert lees_document(document) == [aannames[0], aannames[2], aannames[1]]
