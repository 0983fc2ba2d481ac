"""A small document with everything the house style has, and its render."""

from __future__ import annotations

from pathlib import Path

from hulp import WORTEL
from leefbaarheid.rapport.engine import Engine
from leefbaarheid.rapport.pdf import maak_pdf
from leefbaarheid.rapport.pdfcontrole import Feiten
from leefbaarheid.rapport.werkmap import huisstijl

REPORTS = WORTEL / "reports"
WATERMERK = "Voorbeelddata – fictieve wijken en gemeenten"
TIJDSTIP = 1_700_000_000

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">'
    '<rect width="200" height="100" fill="#17495a"/></svg>'
)
BIB = """@book{uyterlinde2017, author={Uyterlinde, Matthijs and {Van der Velden}, Jeroen},
title={Kwetsbare wijken in beeld}, year={2017}, publisher={Platform31}, address={Den Haag}}
"""
KOP = f"""---
title: "Kwetsbare wijken in beeld"
subtitle: "Proefdruk"
author:
  - "A. de Vries"
  - "B. Jansen"
datum: "maart 2026"
uitgever: "Instituut voor Wijkonderzoek"
plaats: "Den Haag"
editie: "Editie voorbeeld"
watermerk: "{WATERMERK}"
lang: nl-NL
engine: markdown
format: wijkrapport-typst
font-paths: fonts
bibliography: literatuur.bib
---

"""
TEKST = """# Samenvatting {.unnumbered}

Zie [@fig-lijn; @tbl-klein], @sec-ontwikkeling en @sec-clusters. @fig-lijn toont de lijn.
De wijken in 's-Hertogenbosch doen het "goed", volgens @uyterlinde2017, maar
een ander [@uyterlinde2017, p. 3] niet.^[De noot bij de samenvatting.]

# Ontwikkeling {#sec-ontwikkeling}

![Score per *cluster*. Bron: Leefbaarometer.](figuren/lijn.svg){#fig-lijn fig-alt="Een lijn
die daalt" width=60%}

## Clusters {#sec-clusters}

- punt
    - deelpunt **vet**
        - nog dieper met @tbl-klein

| Wijk | Score |
|:-----|------:|
| Ölmen | 4,12 |
| 's-Hertog^[Noot in een tabel.] | −0,02 |

: Scores per wijk {#tbl-klein tbl-colwidths="[30,20]"}

| Zonder bijschrift | Getal |
|:------------------|------:|
| a | 1 |

{{< pagebreak >}}

Na het pagina-einde.

::: {.landscape}

Op een liggende pagina.

:::

::: {.kader}
**Een kader** met tekst.
:::

$$ a = b $$ {#eq-model alt="a is b"}

Zie @eq-model.
"""


def maak_bron(map_: Path) -> Path:
    """Make a folder with the document and what lies beside it."""
    (map_ / "figuren").mkdir(parents=True)
    (map_ / "figuren" / "lijn.svg").write_text(SVG, encoding="utf-8")
    (map_ / "literatuur.bib").write_text(BIB, encoding="utf-8")
    (map_ / "rapport.qmd").write_text(KOP + TEKST, encoding="utf-8")
    return map_


def render(bron: Path, doel: Path, engine: Engine) -> Feiten:
    bestanden = {
        "figuren": bron / "figuren",
        "literatuur.bib": bron / "literatuur.bib",
    } | huisstijl(REPORTS)
    return maak_pdf(
        bron / "rapport.qmd", doel, bestanden=bestanden, engine=engine, tijdstip=TIJDSTIP
    )


def met_tekst(bron: Path, tekst: str, kop: str = KOP) -> Path:
    (bron / "rapport.qmd").write_text(kop + tekst, encoding="utf-8")
    return bron
