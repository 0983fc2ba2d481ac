"""docs/toegankelijkheid.md and the requirements of a PDF say the same."""

from __future__ import annotations

import re

import pytest

from hulp import WORTEL
from leefbaarheid.rapport.pdfeisen import EISEN

DOCUMENT = (WORTEL / "docs" / "toegankelijkheid.md").read_text("utf-8")
RIJ = re.compile(r"^\| (\d\d) \| ([\d, -]+) \| (.+) \| (?:`(\w+)`|(Typst)) \|$", re.MULTILINE)
EIGEN = re.compile(r"^\| `(\w+)` \| .+ \|$", re.MULTILINE)
PER_PUNT = {
    **{"01": "3 4 5 7", "02": "1 3 4", "06": "1 2 3", "07": "1 2", "09": "4 5 6 7 8", "10": "1"},
    **{"11": "1 2 3 4 5 6", "13": "4", "14": "2 3 6 7", "15": "3", "17": "2 3", "19": "3 4"},
    **{"20": "1 2 3", "21": "1", "25": "1", "26": "1 2", "30": "1 2"},
    "28": "2 4 5 6 7 8 9 10 11 12 14 15 16 17 18",
    "31": " ".join(str(n) for n in range(1, 31) if n != 10),
}
"""What a program can decide, by point of the Matterhorn Protocol 1.1."""
BESLISBAAR = [f"{punt}-{int(n):03}" for punt, rij in PER_PUNT.items() for n in rij.split()]


def _tabel() -> list[tuple[str, str]]:
    """Return each condition of the table with who decides it."""
    uit = []
    for punt, voorwaarden, _, eis, typst in RIJ.findall(DOCUMENT):
        for voorwaarde in voorwaarden.split(", "):
            assert voorwaarde.startswith(f"{punt}-")
            uit.append((voorwaarde, eis or typst))
    return uit


def test_elke_voorwaarde_die_een_programma_kan_beslissen_staat_er_een_keer_in():
    assert sorted(voorwaarde for voorwaarde, _ in _tabel()) == sorted(BESLISBAAR)
    assert f"Van {len(BESLISBAAR)} beslist een\nprogramma" in DOCUMENT


def test_de_tabel_noemt_bij_elke_voorwaarde_de_eis_die_haar_beslist():
    in_code = {(voorwaarde, naam) for naam, eis in EISEN.items() for voorwaarde in eis.matterhorn}
    assert {rij for rij in _tabel() if rij[1] != "Typst"} == in_code


def test_wat_geen_voorwaarde_van_het_protocol_is_staat_bij_onze_eigen_eisen():
    eigen = [naam for naam, eis in EISEN.items() if not eis.matterhorn]
    assert sorted(EIGEN.findall(DOCUMENT)) == sorted(eigen)


@pytest.mark.parametrize("punt", [f"{n:02}" for n in range(1, 32)])
def test_elk_punt_komt_voor(punt):
    mens = DOCUMENT.partition("## Wat een mens moet bekijken")[2]
    rijen = re.findall(r"^\| (\d\d(?:, \d\d)*) \|", mens, re.MULTILINE)
    assert punt in PER_PUNT or any(punt in rij.split(", ") for rij in rijen)


def test_de_readme_wijst_de_weg():
    assert "docs/toegankelijkheid.md" in (WORTEL / "README.md").read_text("utf-8")


def test_wat_het_document_aanwijst_bestaat():
    for pad in re.findall(r"\]\((besluiten/[^)]+)\)", DOCUMENT):
        assert (WORTEL / "docs" / pad).is_file(), pad
    for pad in re.findall(r"`((?:tests|reports)/[\w./]+)`", DOCUMENT):
        assert (WORTEL / pad).exists(), pad
    for pad in re.findall(r"`(rapport/\w+\.py)`", DOCUMENT):
        assert (WORTEL / "workflow" / "scripts" / "leefbaarheid" / pad).is_file(), pad
