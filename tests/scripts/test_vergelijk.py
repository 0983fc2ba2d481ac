"""`make vergelijk`: two editions side by side, from their folders or publications."""

from __future__ import annotations

import subprocess
import sys

import pytest

import vergelijk
from hulp import SCRIPTS
from hulp.verandering import resultaten
from leefbaarheid.basis.contractschema import controleer_bestanden
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.tabellen.verandering import TABELLEN


@pytest.fixture
def oud(tmp_path):
    return resultaten(tmp_path / "results" / "oud")


@pytest.mark.traag
def test_twee_keer_dezelfde_editie_is_een_zin(oud):
    uit = vergelijk.main(str(oud), str(oud), pdf=False)
    assert uit.splitlines() == [
        "Er is niets veranderd tussen de twee edities.",
        f"De tabellen staan in {oud}/verandering/tabellen.",
    ]
    paden = {naam: oud / "verandering" / "tabellen" / f"{naam}.csv" for naam in TABELLEN}
    controleer_bestanden((paden[naam], tabel) for naam, tabel in TABELLEN.items())


def test_een_editie_die_niet_genoemd_is_of_er_niet_is(oud, tmp_path):
    with pytest.raises(InvoerFout, match=r"NIEUW ontbreekt: welke editie\?"):
        vergelijk.main(str(oud), "")
    with pytest.raises(InvoerFout, match="deze map of dit bestand is er niet"):
        vergelijk.main(str(oud), str(tmp_path / "nergens"))
    assert not (oud / "verandering").exists()


@pytest.mark.traag
def test_een_map_waar_niet_te_schrijven_is(oud, tmp_path):
    (tmp_path / "bestand").touch()
    with pytest.raises(InvoerFout, match="hier is niet te schrijven"):
        vergelijk.main(str(oud), str(oud), str(tmp_path / "bestand"))


@pytest.mark.traag
def test_een_fout_is_een_melding_zonder_traceback_en_de_hulp_zegt_wat_er_kan(oud):
    opdracht = [sys.executable, SCRIPTS / "vergelijk.py"]
    fout = subprocess.run([*opdracht, "--oud", oud], capture_output=True, text=True, check=False)
    assert fout.returncode == 1
    assert fout.stderr.startswith("FOUT: NIEUW ontbreekt") and "Traceback" not in fout.stderr
    hulp = subprocess.run([*opdracht, "--help"], capture_output=True, text=True, check=True)
    assert "publicatie.zip" in hulp.stdout
