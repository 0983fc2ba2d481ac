"""The script that draws the figures beside the wijkanalyses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import teken_wijkprofielen
from hulp.figuren import KADERINSTELLING, LETTERTYPEN
from leefbaarheid.basis.schrijven import schrijf_csv

pytestmark = pytest.mark.traag


def schrijf(tabellen, map_: Path) -> dict[str, Path]:
    for naam, tabel in tabellen.items():
        schrijf_csv(tabel, map_ / f"{naam}.csv")
    return {naam: map_ / f"{naam}.csv" for naam in tabellen}


def test_teken_wijkprofielen_zonder_wijkanalyses(tmp_path, wijktabellen):
    paden = schrijf(wijktabellen([]), tmp_path)
    teken_wijkprofielen.main(
        **paden, lettertypen=LETTERTYPEN, instelling=KADERINSTELLING, uitvoer=tmp_path / "u"
    )
    assert [p.name for p in (tmp_path / "u").iterdir()] == ["figuren.json"]
    assert json.loads((tmp_path / "u" / "figuren.json").read_text()) == {}


def test_teken_wijkprofielen_met_een_analyse(tmp_path, analyses, wijktabellen):
    paden = schrijf(wijktabellen(analyses[:1]), tmp_path)
    teken_wijkprofielen.main(
        **paden, lettertypen=LETTERTYPEN, instelling=KADERINSTELLING, uitvoer=tmp_path / "u"
    )
    assert set(json.loads((tmp_path / "u" / "figuren.json").read_text())) == {"thema_matrix", "een"}


def test_tekenen_in_twee_processen_geeft_dezelfde_bestanden(tmp_path, analyses, wijktabellen):
    paden = schrijf(wijktabellen(analyses), tmp_path)
    mappen = {}
    for processen in (1, 2):
        map_ = tmp_path / f"met_{processen}"
        teken_wijkprofielen.main(
            **paden,
            lettertypen=LETTERTYPEN,
            instelling=KADERINSTELLING,
            uitvoer=map_,
            processen=processen,
        )
        mappen[processen] = {pad.name: pad.read_bytes() for pad in map_.iterdir()}
    assert mappen[1] == mappen[2]
    assert len(mappen[1]) > 3
