"""Advice per theme: one file per theme, named after it, in the order of the themes."""

from __future__ import annotations

import pytest

from hulp.wijkanalyses import THEMAS
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.wijkanalyses.themabestanden import lees_themabestanden

ADVIES = "- wat: Maak een plan.\n- wie: gemeente\n- bron: een gesprek\n"


def _lees(map_, **bestanden):
    for naam, tekst in bestanden.items():
        (map_ / naam.replace("_md", ".md")).write_text(tekst, encoding="utf-8")
    return lees_themabestanden(map_.iterdir(), THEMAS, map_)


def test_adviezen_komen_in_de_volgorde_van_de_themas(tmp_path):
    gelezen = _lees(
        tmp_path, fysiek_md=ADVIES, crisis_md="# Crisis\n\n" + ADVIES + ADVIES, README_md="uitleg"
    )

    assert [(a["thema"], a["bestand"]) for a in gelezen] == [
        *[("crisis", "crisis.md")] * 2,
        ("fysiek", "fysiek.md"),
    ]
    assert gelezen[0]["wat"] == "Maak een plan."
    assert (gelezen[0]["bron"], gelezen[0]["horizon"]) == ("een gesprek", "")


@pytest.mark.parametrize(
    ("bestanden", "wat"),
    [
        ({"water_md": ADVIES}, "hoort niet bij een thema"),
        ({"fysiek.docx": ADVIES}, "hoort niet bij een thema"),
        ({"fysiek_md": ""}, "geen enkel advies"),
        ({"fysiek_md": ADVIES + "- thema: sociaal\n"}, "geen veld van een advies"),
        ({"fysiek_md": ADVIES.replace("een gesprek", "![x](/etc/passwd)")}, "afbeelding"),
        ({"fysiek_md": ADVIES.replace("een gesprek", "{{< include x >}}")}, "shortcode"),
    ],
)
def test_wat_niet_klopt_is_een_melding_met_het_bestand(tmp_path, bestanden, wat):
    with pytest.raises(InvoerFout) as fout:
        _lees(tmp_path, **bestanden)

    assert wat in str(fout.value)
    assert next(iter(bestanden)).split("_")[0] in str(fout.value)


def test_een_verwijzing_naar_buiten_de_map_wordt_geweigerd(tmp_path):
    buiten, map_ = tmp_path / "geheim.md", tmp_path / "adviezen"
    map_.mkdir()
    buiten.write_text(ADVIES)
    (map_ / "fysiek.md").symlink_to(buiten)

    with pytest.raises(InvoerFout, match="buiten de map"):
        _lees(map_)
