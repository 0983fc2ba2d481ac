"""Checksums of a manifest against what is here: the files of the previous edition."""

from __future__ import annotations

from pathlib import Path

import pytest

from hulp.verandering import resultaten
from leefbaarheid.basis.controlesom import sha256
from leefbaarheid.editie.vorige import benodigd
from leefbaarheid.verificatie import sommen
from leefbaarheid.verificatie.publicatie import Publicatie

OUD = "results/oud"


@pytest.fixture
def publicatie(tmp_path):
    """A publication that was compared with an edition that is here too."""
    oud = resultaten(tmp_path / OUD)
    genoemd = {naam: sha256(oud / naam) for naam in ("manifest.json", "cijfers.json")}
    manifest = {"config": {"vorige_editie": OUD}, "vorige_editie": genoemd}
    return Publicatie(Path("manifest.json"), manifest, {}, compleet=True)


def oordelen(publicatie, map_):
    deel = sommen.vorige(publicatie, benodigd(map_ / OUD))
    assert deel is not None
    return {punt.naam: str(punt.oordeel) for punt in deel.punten}, deel.toelichting


def test_zonder_vorige_editie_is_er_niets_na_te_gaan(tmp_path):
    los = Publicatie(Path("manifest.json"), {"config": {}}, {}, compleet=True)
    assert sommen.vorige(los, [tmp_path]) is None


def test_een_bestand_van_de_vorige_editie_is_gelijk_anders_of_afwezig(publicatie, tmp_path):
    assert oordelen(publicatie, tmp_path) == (
        {"manifest.json": "gelijk", "cijfers.json": "gelijk"},
        "",
    )
    (tmp_path / OUD / "cijfers.json").write_text("{}")
    assert oordelen(publicatie, tmp_path)[0]["cijfers.json"] == "anders"
    (tmp_path / OUD / "cijfers.json").unlink()
    assert oordelen(publicatie, tmp_path)[0]["cijfers.json"] == "afwezig"


def test_zonder_de_map_zegt_de_uitslag_waar_zij_hoort(publicatie, tmp_path):
    gevonden, toelichting = oordelen(publicatie, tmp_path / "elders")
    assert set(gevonden.values()) == {"niet nagegaan"}
    assert toelichting == (
        f"Zij staat hier niet: zet haar in {OUD}; zonder haar mislukt de herbouw."
    )
