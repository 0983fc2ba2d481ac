"""`make clean`: only the results of that edition go, and a wrong config removes nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import ruim_op
from leefbaarheid.basis.fouten import InvoerFout

WORTEL = Path(__file__).resolve().parents[2]
CONFIG = WORTEL / "config" / "config.yaml"


@pytest.fixture
def project(tmp_path):
    for pad in ("results/voorbeeld/rapport/a.pdf", "results/anders/a.pdf", "data/raw/voorbeeld/a"):
        (tmp_path / pad).parent.mkdir(parents=True)
        (tmp_path / pad).touch()
    return tmp_path


def bestanden(map_):
    return sorted(pad.relative_to(map_).as_posix() for pad in map_.rglob("*") if pad.is_file())


@pytest.mark.traag
def test_alleen_de_resultaten_van_de_editie_gaan_weg(project):
    assert ruim_op.main(CONFIG, project) == project / "results" / "voorbeeld"
    assert bestanden(project) == ["data/raw/voorbeeld/a", "results/anders/a.pdf"]
    assert ruim_op.main(CONFIG, project) is None


@pytest.mark.parametrize(
    ("inhoud", "wat"),
    [
        ("editie: ../data\n", "deze sleutel ontbreekt"),
        ("", "dit bestand is leeg"),
        ("editie: [\n", "dit is geen geldige YAML"),
        ("datum: 2017-02-30\n", "deze datum of dit getal bestaat niet"),
        ("editie: é\n".encode("cp1252"), "dit bestand is geen UTF-8"),
    ],
)
def test_een_verkeerde_config_verwijdert_niets(project, tmp_path_factory, inhoud, wat):
    config = tmp_path_factory.mktemp("config") / "proef.yaml"
    config.write_bytes(inhoud if isinstance(inhoud, bytes) else inhoud.encode())
    voor = bestanden(project)
    with pytest.raises(InvoerFout, match=wat):
        ruim_op.main(config, project)
    assert bestanden(project) == voor


@pytest.mark.traag
def test_een_naam_die_de_map_verlaat_wordt_geweigerd(project, tmp_path_factory):
    config = tmp_path_factory.mktemp("config") / "proef.yaml"
    tekst = CONFIG.read_text("utf-8").replace("editie: voorbeeld\n", "editie: ../data\n")
    config.write_text(tekst, encoding="utf-8")
    voor = bestanden(project)
    with pytest.raises(InvoerFout, match=r"sleutel 'editie', waarde '\.\./data'"):
        ruim_op.main(config, project)
    assert bestanden(project) == voor


@pytest.mark.traag
def test_op_de_opdrachtregel_een_melding_zonder_traceback():
    uit = subprocess.run(
        [sys.executable, ruim_op.__file__, "config/edities/nergens.yaml"],
        capture_output=True,
        text=True,
    )
    assert uit.returncode == 1
    assert uit.stderr.startswith("FOUT in bestand config/edities/nergens.yaml: dit configbestand")
    assert "Traceback" not in uit.stderr
