"""Contract of what the check of all tables adds to them: the codebook of their columns."""

from __future__ import annotations

from leefbaarheid.basis.contract import Tabel, janee, registreer, tekst

REGEL = "controleer_tabellen"

CODEBOEK_TABELLEN = Tabel(
    "codeboek_tabellen",
    REGEL,
    "Een rij per kolom van elke tabel in de publicatie: wat zij betekent.",
    ("tabel", "kolom"),
    (
        tekst("tabel", "bestand in `tabellen/`"),
        tekst("kolom", "naam van de kolom, zoals zij in het bestand staat"),
        tekst("betekenis", "wat er in de kolom staat"),
        tekst("eenheid", "eenheid van de waarden", leeg=True),
        tekst("soort", "soort waarden"),
        janee("mag_leeg", "een cel mag leeg zijn"),
        janee("sleutel", "de kolom hoort bij wat een rij eigen maakt"),
        tekst("waarden", "de waarden die kunnen, als dat er een vast aantal is", leeg=True),
        tekst("bereik", "kleinste en grootste waarde, als die vaststaan", leeg=True),
    ),
    bestand="codeboek",
)

TABELLEN = registreer(CODEBOEK_TABELLEN)
