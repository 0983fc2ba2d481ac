"""What is known of the releases of the Leefbaarometer, and which release a file is of."""

from __future__ import annotations

import shutil

import pytest
import yaml

from hulp import WORTEL
from hulp.bronnen import melding
from leefbaarheid.editie.register import lees_register
from leefbaarheid.editie.uitgaven import (
    BESTAND,
    SCHEMA,
    Uitgave,
    controleer_uitgaven,
    herken_uitgave,
    ijk_van,
    lees_uitgaven,
)

EERSTE = Uitgave("a", "3.0", (2002, 2022), 2022, {"wijk": "a.csv"})
LATER = Uitgave("b", "3.0", (2002, 2022, 2024), 2024, {"wijk": "b.csv"})
ANDERS = Uitgave("c", "2.0", (2002, 2022), 2018, {"wijk": "c.csv"})


@pytest.mark.parametrize(
    ("versie", "jaren", "verwacht"),
    [
        ("3.0", [2002, 2022], EERSTE),
        ("3.0", [2022], EERSTE),
        ("3.0", [2024, 2002], LATER),
        ("2.0", [2002], ANDERS),
        ("2.0", [2024], None),
        ("3.0", [2026], None),
    ],
)
def test_een_bestand_hoort_bij_de_eerste_uitgave_met_al_zijn_jaren(versie, jaren, verwacht):
    assert herken_uitgave(versie, jaren, [EERSTE, LATER, ANDERS]) is verwacht


def test_de_uitgaven_van_het_project_kloppen_met_hun_schema_en_het_register():
    controleer_uitgaven(WORTEL)
    bronnen = [bron for bron in lees_register(WORTEL).values() if bron.vorm == "leefbaarometer"]
    assert bronnen
    for bron in bronnen:
        van, tot = map(int, bron.peiljaar.split("-"))
        (uitgave,) = [u for u in lees_uitgaven() if (u.jaren[0], u.jaren[-1]) == (van, tot)]
        assert (uitgave.versie, uitgave.indeling) == (bron.versie, bron.indeling)
        assert uitgave.bestanden["wijk"] == bron.bestand


def test_een_uitgave_zonder_ijkwaarden_heeft_die_van_haar_versie():
    nieuwe = herken_uitgave("3.0", [2024])
    assert nieuwe is not None and nieuwe.ijk is None and not nieuwe.basis
    ijk = ijk_van("3.0")
    assert ijk is not None and ijk.gemiddelden[2022][1] == 0.0458
    assert ijk_van("2.0") is None


def test_een_verkeerde_sleutel_wordt_genoemd(tmp_path):
    (tmp_path / "config").mkdir()
    shutil.copy(WORTEL / SCHEMA, tmp_path / SCHEMA)
    inhoud = yaml.safe_load((WORTEL / BESTAND).read_text("utf-8"))
    inhoud["uitgaven"]["leefbaarometer-3.0-2002-2024"]["grenzen"] = 2024
    (tmp_path / BESTAND).write_text(yaml.safe_dump(inhoud), "utf-8")
    tekst = melding(controleer_uitgaven, tmp_path)
    assert BESTAND in tekst and "grenzen" in tekst
