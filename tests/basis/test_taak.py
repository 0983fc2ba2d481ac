"""What a failing rule leaves in its log: a Dutch message for the user, a traceback for a bug."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from leefbaarheid.basis.fouten import InvoerFout
from leefbaarheid.basis.gebied import huidig
from leefbaarheid.basis.taak import taak


@pytest.fixture
def regel(tmp_path):
    return SimpleNamespace(log=[str(tmp_path / "regel.log")], params={})


def log(regel):
    return Path(regel.log[0]).read_text("utf-8")


def test_wat_een_stap_meldt_staat_in_haar_logboek(regel, capsys):
    with taak(regel):
        print("3 wijken – één zonder score")
        print("let op", file=sys.stderr)
    assert log(regel) == "3 wijken – één zonder score\nlet op\n"
    assert capsys.readouterr() == ("", "")


def test_een_fout_in_de_invoer_is_een_melding_en_code_1(regel, capsys):
    with pytest.raises(SystemExit) as einde, taak(regel):
        raise InvoerFout("dit deugt niet", bestand="a.csv", remedie="Herstel het.")
    assert einde.value.code == 1
    assert log(regel) == "FOUT in bestand a.csv: dit deugt niet\n  Wat te doen: Herstel het.\n"
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("nummer", [errno.ENOSPC, errno.EDQUOT])
def test_een_volle_schijf_is_een_melding(regel, nummer):
    with pytest.raises(SystemExit) as einde, taak(regel):
        raise OSError(nummer, "No space left on device", "results/voorbeeld/cijfers.json")
    assert einde.value.code == 1
    assert log(regel).startswith("FOUT in bestand results/voorbeeld/cijfers.json: de schijf is vol")
    assert "Maak ruimte vrij" in log(regel)
    assert "Traceback" not in log(regel)


@pytest.mark.parametrize(
    "fout", [KeyError("lbm"), OSError(errno.EACCES, "Permission denied", "x"), ValueError("n")]
)
def test_een_andere_fout_houdt_haar_traceback(regel, fout):
    with pytest.raises(type(fout)) as gevangen, taak(regel):
        print("begin")
        raise fout
    assert gevangen.value is fout
    assert gevangen.traceback[-1].name == "test_een_andere_fout_houdt_haar_traceback"
    assert log(regel) == "begin\n"


@pytest.mark.parametrize("fout", [None, InvoerFout("x"), KeyError("x")])
def test_na_afloop_gaat_uitvoer_weer_naar_waar_zij_heen_ging(regel, capsys, fout):
    try:
        with taak(regel):
            if fout:
                raise fout
    except (SystemExit, KeyError):
        pass
    print("daarna")
    print("ook", file=sys.stderr)
    assert capsys.readouterr() == ("daarna\n", "ook\n")


def test_een_volgende_run_begint_een_nieuw_logboek(regel):
    for tekst in ("eerste", "tweede"):
        with taak(regel):
            print(tekst)
    assert log(regel) == "tweede\n"


def test_een_stap_kent_het_gebied_van_haar_editie_en_vergeet_het_daarna(regel):
    regel.params = {"gebied": "buurt"}
    with taak(regel):
        print(huidig().meervoud)
    assert (log(regel), huidig().meervoud) == ("buurten\n", "wijken")
