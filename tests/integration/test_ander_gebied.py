"""An edition about buurten: the same scores under other codes give the same study."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from hulp import ander_gebied, mini
from leefbaarheid.basis.tabellen.alle import TABELLEN

EDITIE = Path("config/edities/mini-buurt.yaml")
UIT = Path("results/mini-buurt")


# of these the Word document of the tiny edition is part, and that stays behind
MET_ANALYSES = {tabel.pad for tabel in TABELLEN.values() if "wijkanalyses" in tabel.regel}
# what a column means, in words
CODEBOEK = TABELLEN["codeboek_tabellen"].pad
# what is compared with national figures: those are of wijken
LANDELIJK = ("lbm min afw constant,", "dimensies op hun plaats,")


@pytest.fixture(scope="module")
def project(kaal_project):
    """The project in which the tiny edition was made again, about buurten."""
    ander_gebied.zet_om(kaal_project / mini.MINI, kaal_project / "data/raw/mini-buurt", "buurt")
    config = yaml.safe_load((kaal_project / mini.CONFIG).read_text("utf-8"))
    config |= {"editie": "mini-buurt", "gebied": "buurt", "bronnen_map": "data/raw/mini-buurt"}
    tekst = yaml.safe_dump(config, allow_unicode=True, sort_keys=False)
    (kaal_project / EDITIE).write_text(tekst, "utf-8")
    run = mini.snakemake(kaal_project, config=EDITIE)
    assert run.returncode == 0, run.stdout
    return kaal_project


def test_dezelfde_scores_geven_dezelfde_tabellen(gemaakt, project):
    wijk, buurt = gemaakt / mini.UIT, project / UIT
    namen = [
        tabel.pad
        for tabel in TABELLEN.values()
        if (wijk / tabel.pad).is_file() and tabel.map == "tabellen"
    ]
    vergeleken = sorted(set(namen) - MET_ANALYSES - {CODEBOEK})
    assert len(vergeleken) > 50
    verschillend = [naam for naam in vergeleken if _als_wijk(buurt / naam) != _tekst(wijk / naam)]
    assert verschillend == []


def test_het_codeboek_noemt_een_buurt(gemaakt, project):
    assert "CBS-code van de wijk, indeling" in _tekst(gemaakt / mini.UIT / CODEBOEK)
    assert "CBS-code van de buurt, indeling" in _tekst(project / UIT / CODEBOEK)


def _tekst(pad: Path) -> str:
    regels = pad.read_text("utf-8").splitlines(keepends=True)
    return "".join(regel for regel in regels if not regel.startswith(LANDELIJK))


def _als_wijk(pad: Path) -> str:
    return re.sub(r"BU(\d{4}[0-9A-Z]{2})00", r"WK\1", _tekst(pad))


def test_een_bestand_van_wijken_wordt_in_een_editie_over_buurten_geweigerd(project):
    fout = mini.snakemake(
        project, "--config", f"bronnen_map={mini.MINI}", "editie=mini-fout", config=EDITIE
    )
    assert fout.returncode != 0
    assert "scores van wijken; deze editie gaat over buurten" in fout.stdout
    assert "Traceback" not in fout.stdout
