"""Sources of the register in the documents: quoted with a link, and what may not be sold."""

from __future__ import annotations

import pytest

from leefbaarheid.tekst.cijfers import Cijfers
from leefbaarheid.tekst.gedeeld.bronnen import bron, citaten, licentie, niet_commercieel
from leefbaarheid.tekst.stof import Stof
from leefbaarheid.tekst.technische_verantwoording.gegevens import (
    bronbestand_rijen,
    niet_commerciele_factoren,
)

VRIJ = {"naam": "CC0 1.0", "adres": "", "commercieel": True, "voorwaarden": ""}
NIET = {"naam": "CC BY-NC-SA 4.0", "adres": "", "commercieel": False, "voorwaarden": ""}
SCORES = {
    "titel": "Scores",
    "uitgever": "Bureau",
    "versie": "3.0",
    "peiljaar": "2002-2022",
    "citeren": "Bureau, Scores (CC0)",
    "vindplaats": "https://proef.example/a_b",
    "licentie": VRIJ,
}
ADRESSEN = SCORES | {"titel": "Adressen", "citeren": "Bond, adressen"}
ADRESSEN |= {"vindplaats": "", "licentie": NIET}
BOEK = [
    {"factor": "huur", "label": "Huurwoningen", "licentie": "CC BY-NC-SA 4.0: niet commercieel"},
    {"factor": "druk", "label": "Drukte", "licentie": "CC BY 4.0"},
]


def stof(*bronnen, factoren=("huur", "druk")):
    editie = {"register": list(bronnen), "factoren": list(factoren)}
    return Stof(editie, Cijfers(), {"codeboek": BOEK})


def test_een_bron_staat_er_een_keer_met_haar_vindplaats():
    assert citaten(stof(SCORES, SCORES, ADRESSEN)) == [
        r"[Bureau, Scores (CC0)](<https://proef.example/a_b>)",
        "Bond, adressen",
    ]
    rijen = bronbestand_rijen(stof(SCORES, ADRESSEN))
    assert rijen[0] == [
        "[Scores](<https://proef.example/a_b>)",
        "Bureau",
        "3.0",
        "2002–2022",
        "CC0 1.0",
    ]
    assert rijen[1][0] == "Adressen"


def test_een_licentie_leidt_naar_haar_tekst_als_het_register_die_kent():
    bekend = Stof({"licenties": {"CC0 1.0": "https://vrij.example/"}}, Cijfers(), {})
    assert licentie(bekend, "CC0 1.0") == "[CC0 1.0](<https://vrij.example/>)"
    assert licentie(bekend, "eigen_werk") == r"eigen\_werk"
    assert licentie(stof(), "CC0 1.0") == "CC0 1.0"


def test_een_bronregel_leidt_naar_de_scores():
    teksten = {"bron_leefbaarometer": "Leefbaarometer 3.0", "uitgever": "Bureau"}
    scores = [SCORES | {"vorm": "csv", "vindplaats": "https://iets-anders.example/"}]
    scores.append(SCORES | {"vorm": "leefbaarometer"})
    editie = Stof({"teksten": teksten, "register": scores}, Cijfers(), {})
    assert bron(editie) == (
        "Bron: [Leefbaarometer 3.0](<https://proef.example/a_b>); bewerking Bureau."
    )


def test_een_licentie_die_verkoop_verbiedt_wordt_gezegd():
    assert "CC BY-NC-SA 4.0" in niet_commercieel(stof(SCORES, ADRESSEN))
    assert niet_commercieel(stof(SCORES)) == ""


@pytest.mark.parametrize(
    ("factoren", "zin"),
    [(("huur", "druk"), "gemaakt: *huurwoningen*. Voor die factor en"), (("druk",), "")],
)
def test_de_factoren_waar_dat_voor_geldt_worden_genoemd(factoren, zin):
    tekst = niet_commerciele_factoren(stof(factoren=factoren))
    assert zin in tekst if zin else tekst == ""


def test_een_editie_zonder_register_houdt_haar_eigen_bronvermelding():
    assert citaten(Stof({}, Cijfers(), {})) == []
