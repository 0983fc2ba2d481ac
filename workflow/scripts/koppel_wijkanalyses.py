"""Rule koppel_wijkanalyses: narrative and numbers side by side, joined by CBS code."""

import json
from collections.abc import Mapping
from pathlib import Path

from leefbaarheid.basis.gebied import W
from leefbaarheid.basis.lezen import lees_csv
from leefbaarheid.basis.schrijven import schrijf_tabellen
from leefbaarheid.basis.taak import taak
from leefbaarheid.basis.tabellen import data, trajecten, wijkanalyses
from leefbaarheid.wijkanalyses.koppeling import (
    congruentietabel,
    koppel,
    selectie_zonder_analyse,
    themamatrix,
)
from leefbaarheid.wijkanalyses.opgetekend import aanpakkentabel, adviezentabel, citatentabel
from leefbaarheid.wijkanalyses.profielen import profielen


def main(
    analyses: str | Path,
    wijken: str | Path,
    panel: str | Path,
    bronwijken: str | Path,
    uitvoer: Mapping[str, str | Path],
    themas: Mapping[str, str],
    eindjaar: int,
    adviezen: str | Path | None = None,
) -> None:
    """Write the tables that join wijkanalyses and numbers.

    Args:
        analyses: JSON of the rule lees_wijkanalyses.
        wijken: result table `wijken`.
        panel, bronwijken: tidy tables of the data stage; `bronwijken` has every wijk of a source.
        uitvoer: path of every table of this rule.
        themas: key and label of the themes.
        eindjaar: end year of the edition.
        adviezen: JSON of the rule lees_wijkanalyses with the advice per theme; None: there is none.
    """
    gelezen = json.loads(Path(analyses).read_text(encoding="utf-8"))
    per_thema = json.loads(Path(adviezen).read_text(encoding="utf-8")) if adviezen else []
    tabel = lees_csv(wijken, trajecten.WIJKEN)
    koppeling = koppel(gelezen, tabel, lees_csv(bronwijken, data.BRONWIJKEN), eindjaar)
    zonder = selectie_zonder_analyse(koppeling, tabel)
    print(
        f"{len(koppeling)} gekoppelde {W.gebieden}; {len(zonder)} in de selectie zonder wijkanalyse"
    )
    tabellen = {
        "wijkanalyses": koppeling,
        "congruentie": congruentietabel(koppeling),
        "themas": themamatrix(gelezen, themas),
        "wijkprofielen": profielen(koppeling, tabel, lees_csv(panel, data.PANEL), eindjaar),
        "wijkanalyses_citaten": citatentabel(gelezen),
        "aanpakken": aanpakkentabel(gelezen, themas),
        "adviezen": adviezentabel(gelezen, per_thema, themas),
    }
    schrijf_tabellen(tabellen, uitvoer, wijkanalyses.TABELLEN)


if __name__ == "__main__":
    with taak(snakemake):
        invoer = snakemake.input
        main(
            analyses=invoer.analyses,
            wijken=invoer.wijken,
            panel=invoer.panel,
            bronwijken=invoer.bronwijken,
            uitvoer=dict(snakemake.output.items()),
            themas=snakemake.params.themas,
            eindjaar=snakemake.params.eindjaar,
            adviezen=invoer.adviezen,
        )
