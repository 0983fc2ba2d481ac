"""What `make bronnen` says: outcome per file, accepted sums, addresses nobody has tried."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import haal_bronnen
from hulp import WORTEL
from leefbaarheid.editie.register import lees_register
from leefbaarheid.ophalen.halen import Regel, Uitkomst

EDITIE = WORTEL / "config" / "edities" / "leefbaarometer-3.0.yaml"
REGISTER = lees_register(WORTEL)
MET_ADRES = REGISTER["leefbaarometer-wijken-2002-2024"]
ZONDER_ADRES = REGISTER["leefbaarometer-wijken-2002-2022"]
NIETS_ZELF = {"editie": "proef", "bronnen": {}}


def roep(*keuzes: str) -> subprocess.CompletedProcess[str]:
    """Call the script as make does."""
    script = WORTEL / "workflow" / "scripts" / "haal_bronnen.py"
    return subprocess.run(
        [sys.executable, str(script), str(EDITIE), *keuzes],
        cwd=WORTEL,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )


@pytest.mark.traag
def test_een_lege_spiegel_geeft_een_melding_per_bestand(tmp_path):
    (tmp_path / "spiegel").mkdir()
    run = roep("--bronnen", str(tmp_path / "raw"), "--spiegel", str(tmp_path / "spiegel"))
    aantal = run.stdout.count(": niet opgehaald")
    assert run.returncode == 1
    assert aantal > 1
    assert run.stderr.count("zet het als") == aantal
    assert f"0 van de {aantal} bestanden staan klaar" in run.stdout
    assert "echte site" not in run.stdout  # no address was used
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize(("spiegel", "gezegd"), [("", True), ("map", False)])
def test_een_adres_dat_niemand_probeerde_wordt_gezegd(tmp_path, capsys, spiegel, gezegd):
    regels = [Regel(MET_ADRES, Uitkomst.OPGEHAALD), Regel(ZONDER_ADRES, Uitkomst.OPGEHAALD)]
    assert haal_bronnen._sluit_af(regels, NIETS_ZELF, tmp_path, spiegel) == 0
    zin = f"Adres niet tegen de echte site geprobeerd: {MET_ADRES.bestand}\n"
    assert (zin in capsys.readouterr().out) is gezegd


def test_een_aanvaarde_som_toont_de_oude_en_de_nieuwe(capsys):
    haal_bronnen._meld(Regel(ZONDER_ADRES, Uitkomst.AANVAARD, som="f" * 64))
    uit = capsys.readouterr().out
    assert f"sha256 was {ZONDER_ADRES.sha256}" in uit
    assert f"en is nu {'f' * 64}" in uit
    haal_bronnen._meld(Regel(MET_ADRES, Uitkomst.AANVAARD, som="f" * 64))
    assert "sha256 was onbekend" in capsys.readouterr().out


@pytest.mark.traag
def test_de_echte_editie_komt_van_een_spiegel(tmp_path, echte_data):
    """The real files, from a folder; the second call does nothing; one placed wrongly is said."""
    map_ = tmp_path / "raw"
    eerst = roep("--bronnen", str(map_), "--spiegel", str(echte_data))
    assert eerst.returncode == 0, eerst.stderr
    aantal = eerst.stdout.count(": opgehaald")
    assert f"{aantal} van de {aantal} bestanden staan klaar" in eerst.stdout
    nogmaals = roep("--bronnen", str(map_))
    assert (nogmaals.returncode, nogmaals.stdout.count(": stond er al")) == (0, aantal)
    shutil.copy(Path(__file__), map_ / ZONDER_ADRES.bestand)
    anders = roep("--bronnen", str(map_), "--spiegel", str(echte_data))
    assert anders.returncode == 1
    assert "Het is niet overschreven" in anders.stderr
    assert (map_ / ZONDER_ADRES.bestand).read_bytes() == Path(__file__).read_bytes()
