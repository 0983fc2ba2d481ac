"""A file that is not there: a near name in the folder is mentioned."""

from __future__ import annotations

import unicodedata

import pytest

from leefbaarheid.basis.buren import wat_er_wel_is

NAAM = "Leefbaarometer-scores wijken 2002-2022.csv"


@pytest.mark.parametrize(
    "wel",
    [
        "leefbaarometer-scores wijken 2002-2022.csv",
        "Leefbaarometer-scores_wijken_2002-2022.csv",
        "Leefbaarometer-scores wijken 2002-2022 (1).csv",
        "Leefbaarometer-scores wijken 2002-2022 - kopie.csv",
        "Leefbaarometer-scores wijken 2002-2022.csv.csv",
        "Leefbaarometer-scores wijken 2002-2022.csv.gz",
        "Leefbaarometer-scores wijken 2002-2022.xlsx",
        "Leefbaarometer-scores wijken 2002-2022",
        "Leefbaarometer-scores wijken 2002-2024.csv",
        "Leefbarometer-scores wijken 2002-2022.csv",
    ],
)
def test_a_near_name_is_mentioned(tmp_path, wel):
    for naam in (wel, "codeboek.csv", ".verborgen"):
        (tmp_path / naam).touch()
    zin = wat_er_wel_is(tmp_path / NAAM)
    assert zin == f"In de map staat wel '{wel}': pas de naam aan, of `bronnen` in de config."


def test_accents_of_another_system_are_near(tmp_path):
    naam = "coördinaten.csv"
    (tmp_path / unicodedata.normalize("NFD", naam)).touch()
    assert "In de map staat wel" in wat_er_wel_is(tmp_path / naam)


def test_the_file_is_in_a_folder_below(tmp_path):
    (tmp_path / "zip uitgepakt").mkdir()
    (tmp_path / "zip uitgepakt" / NAAM).touch()
    assert wat_er_wel_is(tmp_path / NAAM) == (
        f"Het staat wel in een map eronder: 'zip uitgepakt/{NAAM}'."
    )


def test_the_folder_has_another_name(tmp_path):
    (tmp_path / "voorbeeld").mkdir()
    assert wat_er_wel_is(tmp_path / "voorbeelt" / NAAM) == "Er is wel een map 'voorbeeld'."


def test_nothing_near_is_no_sentence(tmp_path):
    (tmp_path / "heel iets anders.txt").touch()
    assert wat_er_wel_is(tmp_path / NAAM) == ""
    assert wat_er_wel_is(tmp_path / "a" / "b" / "c" / NAAM) == ""
