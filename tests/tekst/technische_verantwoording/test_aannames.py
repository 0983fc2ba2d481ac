"""The assumptions that bear on an edition."""

from __future__ import annotations

from hulp.stof import bijlage
from leefbaarheid.tekst.technische_verantwoording.aannames import aannames

PAKKET = "workflow/scripts/leefbaarheid"


def test_aannames_van_deze_editie():
    alle = (
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
    )
    verwacht = ["Geldt overal. (*klassen.py*)", "Van mij. (*proef.yaml*)"]
    assert aannames(bijlage(aannames=alle)) == [*verwacht, "Ware waarden. (*voorbeeld.py*)"]
    assert aannames(bijlage({"fictief": False}, aannames=alle)) == verwacht


def test_een_aanname_van_twee_edities_staat_bij_beide_met_de_eigen_configuratie():
    bestanden = ("config/config.yaml", "config/edities/ander.yaml", "config/edities/proef.yaml")
    gedeeld = tuple({"tekst": "Zij delen dit.", "bestand": bestand} for bestand in bestanden)
    assert aannames(bijlage(aannames=gedeeld)) == ["Zij delen dit. (*proef.yaml*)"]
    assert aannames(bijlage({"editie": "ander"}, aannames=gedeeld)) == [
        "Zij delen dit. (*ander.yaml*)"
    ]
    assert aannames(bijlage({"editie": "derde"}, aannames=gedeeld)) == [
        "Zij delen dit. (*config.yaml*)"
    ]
