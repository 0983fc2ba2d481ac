"""Texts of the documents as plain words, without what only a document has."""

from __future__ import annotations

from leefbaarheid.rapport.website.studie import studie
from leefbaarheid.rapport.website.tekst import per_tekst

QMD = """---
title: Rapport
---

# Kerncijfers {.unnumbered}

::: {.kerncijfers}
- **3 → 4**\\
  In *Terugval* steeg de score. Zie @fig-lijnen en @tbl-na.
- **82%**\\
  van de wijken (@sec-selectie) steeg.
:::

# Conclusies {#sec-conclusies}

> Dit is verzonnen.

**Hoe ging het?** De score steeg (zie @tbl-a). Zie @fig-b.

Een tweede alinea.

**Wat blijft.** Dit.

::: {lang=en-GB}

# Summary {.unnumbered}

**What** is this.
:::
"""


def test_kerncijfers_en_conclusies_in_de_woorden_van_het_hoofdrapport():
    assert studie(QMD) == {
        "kerncijfers": [
            {"getal": "3 → 4", "tekst": "In Terugval steeg de score."},
            {"getal": "82%", "tekst": "van de wijken steeg."},
        ],
        "conclusies": [
            {
                "vraag": "Hoe ging het?",
                "alineas": ["De score steeg.", "Een tweede alinea."],
            },
            {"vraag": "Wat blijft.", "alineas": ["Dit."]},
        ],
    }


def test_elke_tekst_houdt_haar_eigen_alineas():
    teksten = ["Een *woord* en “een citaat”.\n\nTwee.", "", "- a\n- b\n\n> citaat"]
    assert per_tekst(teksten) == [
        ["Een woord en “een citaat”.", "Twee."],
        [],
        ["– a", "– b", "citaat"],
    ]


def test_opmaak_van_een_ander_wordt_geen_opmaak():
    assert per_tekst([r"\<b\>x\</b\> en \$y\$"]) == [["<b>x</b> en $y$"]]
