"""The timeline of national policy: every line has a source, and a mistake has a message."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from hulp import WORTEL
from hulp.bronnen import melding
from leefbaarheid.editie.tijdlijn import BESTAND, LITERATUUR, OPEN, SCHEMA, lees_tijdlijn


def project(map_: Path, momenten: object) -> Path:
    for bestand in (SCHEMA, LITERATUUR):
        (map_ / bestand).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(WORTEL / bestand, map_ / bestand)
    (map_ / BESTAND).write_text(yaml.safe_dump({"momenten": momenten}), "utf-8")
    return map_


def moment(**anders: object) -> dict[str, object]:
    vast = {"naam": "X", "van": 2000, "soort": "programma", "zin": "X.", "bron": ["lord1967"]}
    return {**vast, **anders}


def test_de_tijdlijn_van_het_project_klopt_en_elke_zin_is_af():
    momenten = lees_tijdlijn(WORTEL)
    assert len(momenten) > 5
    assert all(m["zin"].strip().endswith(".") for m in momenten)
    assert [m["van"] for m in momenten] == sorted(m["van"] for m in momenten)


def test_een_regel_zonder_einde_is_een_moment(tmp_path):
    gelezen = lees_tijdlijn(project(tmp_path, [moment(), moment(tot=2004), moment(tot=OPEN)]))
    assert [m["tot"] for m in gelezen] == [None, 2004, OPEN]


@pytest.mark.parametrize(
    ("momenten", "sleutel", "woorden"),
    [
        ([moment(tot=1999)], "momenten.0.tot", "vóór het begin"),
        ([moment(), moment(van=1994)], "momenten.1.van", "de regel erboven begint later, in 2000"),
        ([moment(bron=["nergens2020"])], "momenten.0.bron", "staat niet in reports/literatuur.bib"),
        ([moment(bron=[])], "momenten", "bron"),
        ([moment(soort="wens")], "momenten", "soort"),
        ([moment(jaar=2001)], "momenten", "jaar"),
        ([moment(tot="ooit")], "momenten", "tot"),
    ],
)
def test_een_fout_in_de_tijdlijn_heeft_een_melding(tmp_path, momenten, sleutel, woorden):
    tekst = melding(lees_tijdlijn, project(tmp_path, momenten))
    assert BESTAND in tekst and sleutel in tekst and woorden in tekst
