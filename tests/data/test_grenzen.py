"""Borders in RD New, one area per code."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from hulp.bronnen import melding, schrijf
from leefbaarheid.data.grenzen import grenzen_als_tabel, lees_grenzen


def schrijf_gpkg(pad: Path, kolom: str, codes: list[str], crs: str = "EPSG:28992") -> Path:
    import pyogrio
    import shapely

    vlakken = [shapely.box(i, 0, i + 1, 1) for i in range(len(codes))]
    pyogrio.raw.write(
        pad,
        geometry=shapely.to_wkb(vlakken),
        field_data=[np.array(codes, dtype=object)],
        fields=[kolom],
        geometry_type="Polygon",
        crs=crs,
    )
    return pad


def test_borders_are_sorted_by_code(tmp_path):
    grenzen = lees_grenzen(schrijf_gpkg(tmp_path / "g.gpkg", "gm_code", ["GM9002", "GM9001"]))
    assert grenzen["code"].tolist() == ["GM9001", "GM9002"]
    assert [vlak.bounds[0] for vlak in grenzen["geometry"]] == [1, 0]


@pytest.mark.parametrize(
    ("kolom", "codes", "crs", "delen"),
    [
        ("gm_code", ["GM9001"], "EPSG:4326", ["EPSG:4326", "Rijksdriehoeksstelsel", "ogr2ogr"]),
        ("naam", ["GM9001"], "EPSG:28992", ["wk_code of gm_code ontbreekt", "heeft: naam"]),
        ("wk_code", ["WK900100"] * 2, "EPSG:28992", ["'WK900100'", "meer dan één gebied"]),
    ],
    ids=["ander stelsel", "geen code", "dubbel"],
)
def test_bad_borders(tmp_path, kolom, codes, crs, delen):
    tekst = melding(lees_grenzen, schrijf_gpkg(tmp_path / "g.gpkg", kolom, codes, crs))
    for deel in ["g.gpkg", "Wat te doen: ", *delen]:
        assert deel in tekst


def test_borders_that_cannot_be_read(tmp_path):
    tekst = melding(lees_grenzen, schrijf(tmp_path, "geen kaart", "g.gpkg"))
    assert "geen leesbaar bestand met grenzen" in tekst


def test_borders_go_through_plain_text(tmp_path):
    import shapely

    grenzen = lees_grenzen(schrijf_gpkg(tmp_path / "g.gpkg", "gm_code", ["GM9001"]))
    tabel = grenzen_als_tabel(grenzen)
    assert tabel.columns.tolist() == ["code", "wkb"]
    assert shapely.from_wkb(tabel.loc[0, "wkb"]).equals(grenzen.loc[0, "geometry"])


def test_real_borders(echte_data):
    assert len(lees_grenzen(echte_data / "gemeentegrenzen-2022.gpkg")) == 345
