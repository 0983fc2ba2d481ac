"""The codebook of the result tables says of every column what it is."""

from __future__ import annotations

from leefbaarheid.basis.contract import Controle, Tabel, aandeel, geheel, reden, registreer, tekst
from leefbaarheid.basis.redenen.code import Code
from leefbaarheid.rapport.codeboek import als_document


class Proefreden(Code):
    """Reasons of this test."""

    TE_WEINIG = "te_weinig", "n"
    ANDERS = "anders", "wat"


TABELLEN = registreer(
    Tabel(
        "proef",
        "maak_proef",
        "Een rij per wijk.",
        ("wk_code",),
        (
            tekst("wk_code", "de wijk"),
            tekst("groep", "de groep", waarden=("a", "b")),
            geheel("n_<jaar>", "aantal", leeg=True),
            aandeel("aandeel", "aandeel"),
            reden("reden", "waarom niet"),
        ),
        controle=Controle("proef", "Een proef."),
    ),
    Tabel("andere", "andere_stap", "Niets.", ("x",), (geheel("x", "x", "m"),), map="data"),
)
WOORDEN = {
    Proefreden.TE_WEINIG: "{n} is te weinig | echt",
    Proefreden.ANDERS: lambda wat: f"anders: {wat}",
}


def test_een_kop_per_stap_en_per_bestand_en_een_rij_per_kolom():
    regels = als_document(TABELLEN, WOORDEN).splitlines()
    assert [regel for regel in regels if regel.startswith("#")] == [
        "# Resultaatbestanden",
        *("## Stap `maak_proef`", "### `tabellen/proef.csv`"),
        *("## Stap `andere_stap`", "### `data/andere.csv`"),
        "## Redencodes",
    ]
    assert "Een rij per wijk. Sleutel: `wk_code`. Staat de controle uit, dan" in "\n".join(regels)
    for rij in (
        "| `wk_code` | de wijk | tekst |  | nee |",
        "| `groep` | de groep | tekst: `a`, `b` |  | nee |",
        "| `n_<jaar>` | aantal | geheel getal |  | ja |",
        "| `aandeel` | aandeel | getal | 0-1 | nee |",
        "| `reden` | waarom niet | redencode |  | ja |",
        "| `x` | x | geheel getal | m | nee |",
    ):
        assert rij in regels


def test_elke_redencode_staat_er_met_haar_velden_en_tekst():
    regels = als_document(TABELLEN, WOORDEN).splitlines()
    assert regels[-2:] == [
        "| `anders` | `wat` | *hangt af van de velden* |",
        r"| `te_weinig` | `n` | {n} is te weinig \| echt |",
    ]
