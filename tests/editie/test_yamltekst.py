"""A YAML text changes where it was asked, and nowhere else."""

from __future__ import annotations

import pytest
import yaml

from leefbaarheid.editie.yamltekst import Yamltekst, als_opmerking

TEKST = """\
# boven
jaren: [2002, 2022]  # achter
vensters:
  - [2002, 2008]   # eerste
  # tussen
  - [2008, 2022]

# AANNAME: iets
blok:
  # bij naam
  naam: "oud"
  diep: {a: 1}
# van het laatste
# blok
laatste:
  - 1
  - 2
# onder
"""


def test_zonder_wijziging_blijft_alles_gelijk():
    assert Yamltekst(TEKST).klaar() == TEKST


def test_een_waarde_verandert_en_haar_opmerking_blijft():
    tekst = Yamltekst(TEKST)
    tekst.zet("blok.naam", "'nieuw'")
    tekst.zet_lijst("jaren", [2002, 2024])
    uit = tekst.klaar()
    assert uit == TEKST.replace('"oud"', "'nieuw'").replace("[2002, 2022]", "[2002, 2024]")


@pytest.mark.parametrize("sleutel", ["vensters", "laatste"])
def test_een_lijst_onder_elkaar_blijft_onder_elkaar(sleutel):
    tekst = Yamltekst(TEKST)
    tekst.zet_lijst(sleutel, [[2002, 2008], [2008, 2024], [2022, 2024]])
    uit = tekst.klaar()
    assert "- [2008, 2024]\n" in uit
    assert yaml.safe_load(uit)[sleutel] == [[2002, 2008], [2008, 2024], [2022, 2024]]
    assert "# AANNAME: iets\nblok:" in uit and uit.endswith("# onder\n")


def test_een_opmerking_komt_boven_de_sleutel_en_springt_in_als_zij():
    tekst = Yamltekst(TEKST)
    tekst.zet_erboven("blok.naam", "BESLIS: een\ntwee")
    tekst.zet_erboven("blok", "BESLIS: drie")
    assert "# AANNAME: iets\n# BESLIS: drie\nblok:\n" in tekst.klaar()
    assert "  # bij naam\n  # BESLIS: een\n  #   twee\n  naam:" in tekst.klaar()


def test_een_blok_verdwijnt_met_de_opmerkingen_erboven():
    tekst = Yamltekst(TEKST)
    tekst.vervang_blok("laatste", "weg")
    assert tekst.klaar().endswith("  diep: {a: 1}\n# weg\n# onder\n")


def test_een_paar_wordt_een_ander_blok():
    tekst = Yamltekst(TEKST)
    tekst.zet_paar("blok", ["ander:", "  x: 1"])
    assert yaml.safe_load(tekst.klaar())["ander"] == {"x": 1}
    assert "blok" not in yaml.safe_load(tekst.klaar())


def test_een_sleutel_die_er_niet_is_verandert_niets():
    tekst = Yamltekst(TEKST)
    for doe in (tekst.zet, tekst.zet_erboven, tekst.vervang_blok):
        doe("blok.weg", "x")
    tekst.zet_lijst("weg", [1])
    tekst.zet_paar("naam.dieper", ["x: 1"])
    assert tekst.klaar() == TEKST


def test_een_lange_opmerking_loopt_door_op_ingesprongen_regels():
    regels = als_opmerking("woord " * 40, 2).splitlines()
    assert len(regels) > 1 and all(len(regel) <= 100 for regel in regels)
    assert regels[0].startswith("  # woord")
    assert all(regel.startswith("  #   woord") for regel in regels[1:])
