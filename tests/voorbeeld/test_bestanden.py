"""The files of the bundled edition: the same bytes again, in the official form."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from hulp import WORTEL
from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.voorbeeld.bestanden import schrijf_voorbeeld
from leefbaarheid.voorbeeld.simulatie import VoorbeeldData
from leefbaarheid.voorbeeld.voorbeeld import (
    CODEBOEK,
    CONTEXT,
    DATASHEET,
    DIMENSIE_JAREN,
    LEEFBAAROMETER,
    SELECTIELIJST,
)

BUNDEL = WORTEL / "data/raw/voorbeeld"
BESTANDEN = (LEEFBAAROMETER, CONTEXT, CODEBOEK, SELECTIELIJST, DATASHEET)


@pytest.mark.traag
def test_meegeleverde_bestanden_zijn_byte_voor_byte_te_maken(tmp_path: Path):
    schrijf_voorbeeld(tmp_path)
    for naam in BESTANDEN:
        assert (tmp_path / naam).read_bytes() == (BUNDEL / naam).read_bytes(), naam
    assert sorted(pad.name for pad in tmp_path.iterdir()) == sorted(BESTANDEN)


def test_bestanden_geven_terug_wat_gesimuleerd_is(data: VoorbeeldData):
    def lees(naam: str, **opties) -> pd.DataFrame:
        return pd.read_csv(BUNDEL / naam, **opties)

    gelijk = pd.testing.assert_frame_equal
    vorm = {"check_exact": True, "check_dtype": False}
    gelijk(lees(LEEFBAAROMETER, na_values="NA"), data.leefbaarometer, **vorm)
    gelijk(lees(CONTEXT), data.context, **vorm)
    gelijk(lees(CODEBOEK), data.codeboek, **vorm)
    gelijk(lees(SELECTIELIJST), data.selectie, **vorm)


def test_scorebestand_heeft_de_officiele_vorm():
    ruw = (BUNDEL / LEEFBAAROMETER).read_bytes()
    regels = ruw.decode("utf-8").split("\n")
    assert regels[0] == "wk_code,wk_naam,jaar,lbm,afw,fys,onv,soc,vrz,won"
    assert b"\r" not in ruw and not ruw.startswith(b"\xef\xbb\xbf") and ruw.endswith(b"\n")
    velden = [regel.split(",") for regel in regels[1:-1]]
    zonder_dimensies = [rij for rij in velden if int(rij[2]) not in DIMENSIE_JAREN]
    assert {tuple(rij[5:]) for rij in zonder_dimensies} == {("NA",) * 5}
    met_dimensies = [rij for rij in velden if int(rij[2]) in DIMENSIE_JAREN]
    assert not any("NA" in rij for rij in met_dimensies)
    assert "-0.000000" not in ruw.decode()


def test_voorbeeldmap_blijft_klein():
    assert sum(pad.stat().st_size for pad in BUNDEL.rglob("*") if pad.is_file()) < 3_000_000


def test_elk_bestand_voor_lezers_zegt_dat_het_fictief_is():
    assert "fictief" in (BUNDEL / DATASHEET).read_text(encoding="utf-8")[:150]
    assert pd.read_csv(BUNDEL / CODEBOEK)["bron"].str.startswith("Fictieve").all()


def test_zaad_zonder_passende_wijken_schrijft_niets(tmp_path: Path):
    with pytest.raises(InvoerFout, match=r"geen passende wijk voor: Sluiskwartier"):
        schrijf_voorbeeld(tmp_path, zaad=5)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.traag
@pytest.mark.parametrize(
    ("opties", "uitkomst", "tekst"),
    [
        (["--help"], 0, "--zaad"),
        (["--zaad", "-5"], 2, "'-5' is geen geheel getal vanaf 0"),
        (["--zaad", "5"], 1, "FOUT in waarde '5': dit zaad geeft geen passende wijk"),
    ],
)
def test_opdrachtregel(tmp_path: Path, opties: list[str], uitkomst: int, tekst: str):
    opdracht = [sys.executable, str(WORTEL / "workflow/scripts/maak_voorbeeld.py")]
    klaar = subprocess.run(
        [*opdracht, "--doel", str(tmp_path), *opties],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert klaar.returncode == uitkomst
    assert tekst in klaar.stdout + klaar.stderr
    assert "Traceback" not in klaar.stderr
