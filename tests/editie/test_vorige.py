"""Where the previous edition is, and what of it is read."""

from __future__ import annotations

import pytest

from hulp.verandering import resultaten
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.editie.vorige import benodigd, zoek_vorige


@pytest.fixture
def map_(tmp_path):
    resultaten(tmp_path / "results" / "oud")
    (tmp_path / "config" / "edities").mkdir(parents=True)
    return tmp_path


def zoek(map_, pad):
    mappen = [map_, map_ / "config" / "edities"]
    return zoek_vorige({"vorige_editie": pad}, mappen, map_ / "results" / "nieuw")


def test_zonder_sleutel_is_er_geen_vorige_editie(map_):
    assert zoek_vorige({}, [map_], map_) is None


def test_een_pad_geldt_vanaf_het_project_of_vanaf_de_configuratie(map_):
    assert zoek(map_, "results/oud") == map_ / "results" / "oud"
    ander = zoek(map_, "../../results/oud")
    assert ander is not None and ander.resolve() == (map_ / "results" / "oud").resolve()


@pytest.mark.parametrize(
    ("pad", "fragment"),
    [
        ("results/weg", "deze map of dit bestand is er niet"),
        ("config", r"in deze map staan geen resultaten \(er is geen manifest.json\)"),
        ("results/nieuw", "dit zijn de resultaten van deze editie zelf"),
    ],
)
def test_een_vorige_editie_die_niet_kan_is_een_melding(map_, pad, fragment):
    resultaten(map_ / "results" / "nieuw")
    with pytest.raises(InvoerFout, match=fragment) as fout:
        zoek(map_, pad)
    assert "sleutel 'vorige_editie'" in str(fout.value) and "Wat te doen" in str(fout.value)


def test_de_eigen_zip_is_ook_de_editie_zelf(map_):
    resultaten(map_ / "results" / "nieuw")
    (map_ / "results" / "nieuw" / "publicatie.zip").touch()
    with pytest.raises(InvoerFout, match="van deze editie zelf"):
        zoek(map_, "results/nieuw/publicatie.zip")


def test_wat_er_van_een_editie_gelezen_wordt(map_):
    oud = map_ / "results" / "oud"
    (oud / "tabellen" / "kloof.csv").touch()
    assert [pad.relative_to(oud).as_posix() for pad in benodigd(oud)] == [
        *("manifest.json", "cijfers.json", "rapport/hoofdrapport.qmd"),
        *(
            f"tabellen/{naam}.csv"
            for naam in ("wijken", "marge", "regressie", "robuustheid_eindoordeel")
        ),
    ]
    zip_ = map_ / "publicatie.zip"
    zip_.touch()
    assert benodigd(zip_) == [zip_]
    (map_ / "manifest.json").touch()
    assert benodigd(zip_) == [zip_, map_ / "manifest.json"]
