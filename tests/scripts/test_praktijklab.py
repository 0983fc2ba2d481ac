"""make praktijklab: two pages per theme, accessible, from the results of an edition."""

from __future__ import annotations

import json

import pytest
import yaml

import praktijklab
from hulp import WORTEL
from leefbaarheid.basis.tabellen.alle import TABELLEN, van_regel
from leefbaarheid.herleiden.paginas import lees_paginas
from leefbaarheid.rapport.pdfcontrole import controleer_pdf

ADVIES = {
    "laag": "thema", "bestand": "sociaal.md", "volgnummer": 1, "thema": "sociaal",
    "label": "Sociale aanpak", "wat": "Maak een plan.", "wie": "gemeente",
}  # fmt: skip


@pytest.fixture
def uit(tmp_path):
    """Return the results of an edition with one advice and nothing else."""
    config = yaml.safe_load((WORTEL / "config" / "config.yaml").read_text("utf-8"))
    config = json.loads(json.dumps(config | {"rapport": {"engine": "pandoc"}}, default=str))
    (tmp_path / "manifest.json").write_text(json.dumps({"config": config}), "utf-8")
    (tmp_path / "cijfers.json").write_text("{}", "utf-8")
    for map_ in ("data", "tabellen", "figuren/wijkprofielen", "rapport"):
        (tmp_path / map_).mkdir(parents=True)
    (tmp_path / "data" / "wijkanalyses.json").write_text("[]", "utf-8")
    (tmp_path / "figuren" / "wijkprofielen" / "figuren.json").write_text("{}", "utf-8")
    for naam in van_regel("koppel_wijkanalyses"):
        kolommen = [kolom.naam for kolom in TABELLEN[naam].kolommen if "<" not in kolom.naam]
        regels = [",".join(kolommen)]
        if naam == "adviezen":
            regels.append(",".join(str(ADVIES.get(kolom, "")) for kolom in kolommen))
        (tmp_path / TABELLEN[naam].pad).write_text("\n".join(regels) + "\n", "utf-8")
    return tmp_path


@pytest.mark.traag
def test_een_thema_is_twee_bladzijden_en_voor_te_lezen(uit, capsys):
    praktijklab.main([str(uit), "--thema", "Sociale aanpak"])

    pad = uit / "rapport" / "praktijklab-sociaal.pdf"
    assert capsys.readouterr().out.strip() == str(pad)
    eerste, tweede = lees_paginas(pad)
    assert controleer_pdf(pad)["getagd"]
    assert "Om over door te praten" in eerste
    assert "Maak een plan." in tweede


@pytest.mark.parametrize(
    ("thema", "melding"),
    [
        ("sociaall", "dit thema heeft de editie niet"),
        ("fysiek", "over dit thema zegt deze editie niets"),
    ],
)
def test_een_thema_dat_er_niet_is_geeft_een_melding(uit, thema, melding):
    with pytest.raises(SystemExit, match=melding):
        praktijklab.main([str(uit), "--thema", thema])


def test_zonder_resultaten_is_er_een_melding(tmp_path):
    with pytest.raises(SystemExit, match="make rapport"):
        praktijklab.main([str(tmp_path)])


def test_hulp_noemt_het_thema(capsys):
    with pytest.raises(SystemExit):
        praktijklab.main(["--help"])
    assert "--thema" in capsys.readouterr().out
