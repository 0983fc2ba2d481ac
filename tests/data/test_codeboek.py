"""The codebook says of every factor what it measures; nothing but toelichting may be empty."""

from __future__ import annotations

import pytest

from hulp.bronnen import CODEBOEK, melding, schrijf, vervang_cel
from leefbaarheid.data.codeboek import lees_codeboek


def test_codebook_keeps_text(codeboek):
    assert codeboek["factor"].tolist() == ["corporatie_pct", "dichtheid", "stedelijkheid"]
    assert codeboek.loc[0, "peiljaar"] == "2008"
    assert codeboek.loc[1, "toelichting"] == "geteld, niet geschat"


@pytest.mark.parametrize(
    ("regels", "delen"),
    [
        (
            vervang_cel(CODEBOEK, 2, "eenheid", ""),
            ["regel 2", "kolom 'eenheid'", "'eenheid' is leeg", "Vul de cel"],
        ),
        (
            [*CODEBOEK, CODEBOEK[1]],
            ["regel 5", "corporatie_pct komt dubbel voor: op regel 2 en op regel 5"],
        ),
        (
            [CODEBOEK[0].replace("label", "lable"), *CODEBOEK[1:]],
            ["kolom 'label'", "Bedoelde u lable?"],
        ),
    ],
    ids=["lege cel", "dubbele factor", "kolom verkeerd gespeld"],
)
def test_bad_codebook(tmp_path, regels, delen):
    tekst = melding(lees_codeboek, schrijf(tmp_path, regels, "codeboek.csv"))
    for deel in ["codeboek.csv", "Wat te doen: ", *delen]:
        assert deel in tekst
