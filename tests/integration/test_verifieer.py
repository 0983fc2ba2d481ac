"""A reviewer verifies a publication: all the same, and every kind of tampering named."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from hulp import mini


def verifieer(project, *opties, bron=mini.UIT / "manifest.json"):
    """Run the command; return its exit code, its report and what it said."""
    opdracht = [sys.executable, "workflow/scripts/verifieer.py", str(bron), "--json", *opties]
    run = subprocess.run(
        opdracht,
        cwd=project,
        env={k: v for k, v in os.environ.items() if not k.startswith("PYTEST")},
        capture_output=True,
        text=True,
    )
    assert "Traceback" not in run.stderr, run.stderr
    return run.returncode, json.loads(run.stdout) if run.stdout else {}, run.stderr


def anders(verslag):
    return {
        (deel["naam"], punt["naam"])
        for deel in verslag["onderdelen"]
        for punt in deel["punten"]
        if punt["oordeel"] != "gelijk"
    }


def test_een_publicatie_die_klopt(klaar_project):
    code, verslag, gezegd = verifieer(klaar_project, "--zaad", "7")
    assert anders(verslag) == set(), gezegd
    assert code == 0
    namen = [deel["naam"] for deel in verslag["onderdelen"]]
    assert namen == ["bronnen", "code", "instellingen", "uitvoer", "herbouw", "getallen nagerekend"]
    assert len(verslag["onderdelen"][-1]["punten"]) == 20
    assert "Alles is gelijk." in gezegd


def test_uit_de_zip_alleen(klaar_project):
    code, verslag, _ = verifieer(klaar_project, "--snel", bron=mini.UIT / "publicatie.zip")
    assert (code, anders(verslag)) == (0, set())


@pytest.fixture
def vervals(klaar_project):
    """Change files of the project for one test."""
    bewaard = {}

    def doe(naam, oud, nieuw):
        pad = klaar_project / naam
        bewaard[pad] = pad.read_text("utf-8")
        assert oud in bewaard[pad]
        pad.write_text(bewaard[pad].replace(oud, nieuw, 1), "utf-8")

    yield doe
    for pad, tekst in bewaard.items():
        pad.write_text(tekst, "utf-8")


def test_elke_vervalsing_wordt_gevonden_en_genoemd(klaar_project, vervals):
    scores = f"{mini.MINI}/{mini.SCORES}"
    vervals(scores, "2012", "2012 ")
    vervals(f"{mini.UIT}/tabellen/clusters.csv", "Terugval", "Succes")
    vervals("workflow/scripts/leefbaarheid/basis/taal.py", '"""', '"""Anders. ')
    vervals(mini.CONFIG.as_posix(), "delta: 0.02", "delta: 0.03")
    code, verslag, _ = verifieer(klaar_project, "--snel")
    assert code == 1
    assert anders(verslag) >= {
        ("bronnen", mini.SCORES),
        ("uitvoer", f"{mini.UIT}/tabellen/clusters.csv"),
        ("code", "workflow/scripts/leefbaarheid/basis/taal.py"),
        ("instellingen", "clusters.delta"),
    }


def test_een_vervalst_getal_komt_niet_door_de_naloop(klaar_project, vervals):
    cijfers = json.loads((klaar_project / mini.UIT / "cijfers.json").read_text("utf-8"))
    for naam in cijfers:
        if naam.startswith("gemiddelde."):
            cijfers[naam]["waarde"] += 0.001
    tekst = (klaar_project / mini.UIT / "cijfers.json").read_text("utf-8")
    vervals(f"{mini.UIT}/cijfers.json", tekst, json.dumps(cijfers))
    _, verslag, _ = verifieer(klaar_project, "--snel", "--zaad", "3")
    getrokken = verslag["onderdelen"][-1]["punten"]
    fout = {punt["naam"] for punt in getrokken if punt["oordeel"] == "anders"}
    assert fout == {p["naam"] for p in getrokken if p["naam"].startswith("gemiddelde.")} != set()


def test_zonder_bronnen_zegt_het_wat_het_niet_kon_nagaan(klaar_project, tmp_path):
    code, verslag, gezegd = verifieer(klaar_project, "--bronnen", str(tmp_path / "nergens"))
    assert code == 2
    assert {naam for naam, _ in anders(verslag)} == {"bronnen", "herbouw", "getallen nagerekend"}
    assert "niet alles kon worden nagegaan" in gezegd


def test_wat_geen_publicatie_is_geeft_een_melding(klaar_project):
    code, _, gezegd = verifieer(klaar_project, bron="README.md")
    assert code == 1
    assert "geen manifest van deze pijplijn" in gezegd
