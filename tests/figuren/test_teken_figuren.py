"""The script that draws the figures of the hoofdrapport and the bijlage."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import teken_figuren
from hulp.figuren import FIGUURINSTELLING, LETTERTYPEN
from leefbaarheid.basis.schrijven import schrijf_csv
from leefbaarheid.data.grenzen import grenzen_als_tabel

pytestmark = pytest.mark.traag


def schrijf(tabellen, map_: Path) -> dict[str, Path]:
    for naam, tabel in tabellen.items():
        schrijf_csv(tabel, map_ / f"{naam}.csv")
    return {naam: map_ / f"{naam}.csv" for naam in tabellen}


def test_teken_figuren_schrijft_svg_en_toelichting(tmp_path, tabellen):
    uit = tmp_path / "figuren"
    leeg = tmp_path / "grenzen.csv"
    leeg.write_text("code,wkb\n", encoding="utf-8")
    teken_figuren.main(
        schrijf(tabellen, tmp_path), LETTERTYPEN, FIGUURINSTELLING, leeg, leeg, [], uit
    )
    noten = json.loads((uit / "figuren.json").read_text("utf-8"))
    assert len(noten) == 13 and not {"kaart", "kaart_verandering"} & set(noten)
    assert {p.name for p in uit.iterdir()} == {f"{naam}.svg" for naam in noten} | {"figuren.json"}
    for noot in noten.values():
        assert set(noot) == {"bestand", "titel", "alt", "bron", "peiljaar", "n", "boodschap"}
        assert (uit / noot["bestand"]).read_text("utf-8").startswith("<?xml")


def test_teken_figuren_met_grenzen_van_de_datastap_tekent_de_kaart(tmp_path, tabellen, grenzen):
    uit = tmp_path / "figuren"
    schrijf_csv(grenzen_als_tabel(grenzen), tmp_path / "grenzen.csv")
    paden = schrijf(tabellen, tmp_path)
    bestand = tmp_path / "grenzen.csv"
    leeg = tmp_path / "wijkgrenzen.csv"
    leeg.write_text("code,wkb\n", encoding="utf-8")
    teken_figuren.main(paden, LETTERTYPEN, FIGUURINSTELLING, bestand, leeg, [], uit)
    assert (uit / "kaart.svg").is_file() and (uit / "kaart_verandering.svg").is_file()
