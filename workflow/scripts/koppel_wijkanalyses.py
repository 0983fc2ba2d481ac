"""Rule koppel_wijkanalyses: narrative and numbers side by side, joined by CBS code."""

import json
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from leefbaarheid.koppeling import (
    congruentietabel,
    koppel,
    profielen,
    selectie_zonder_analyse,
    themamatrix,
)
from leefbaarheid.schrijven import schrijf_tabel
from leefbaarheid.taak import taak

TEKST = {
    "wk_code": "str",
    "wk_naam": "str",
    "gm_code": "str",
    "gm_naam": "str",
    "cluster": "str",
}


def main(
    analyses: str | Path,
    wijken: str | Path,
    panel: str | Path,
    bronwijken: str | Path,
    uitvoer: Mapping[str, str | Path],
    themas: Mapping[str, str],
    eindjaar: int,
) -> None:
    """Write the tables that join wijkanalyses and numbers.

    Args:
        analyses: JSON of the rule lees_wijkanalyses.
        wijken: result table `wijken`.
        panel, bronwijken: tidy tables of the data stage; `bronwijken` has every wijk of a source.
        uitvoer: path of `wijkanalyses`, `congruentie`, `themas` and `wijkprofielen`.
        themas: key and label of the themes.
        eindjaar: end year of the edition.
    """
    gelezen = json.loads(Path(analyses).read_text(encoding="utf-8"))
    tabel = _lees(wijken)
    koppeling = koppel(gelezen, tabel, _lees(bronwijken))
    zonder = selectie_zonder_analyse(koppeling, tabel)
    print(f"{len(koppeling)} gekoppelde wijken; {len(zonder)} in de selectie zonder wijkanalyse")
    schrijf_tabel(koppeling, uitvoer["wijkanalyses"])
    schrijf_tabel(congruentietabel(koppeling), uitvoer["congruentie"])
    schrijf_tabel(themamatrix(gelezen, themas), uitvoer["themas"])
    schrijf_tabel(profielen(koppeling, tabel, _lees(panel), eindjaar), uitvoer["wijkprofielen"])


def _lees(pad: str | Path) -> pd.DataFrame:
    """Read a table; only an empty cell is missing (a wijk may be called "NA")."""
    return pd.read_csv(pad, dtype=TEKST, keep_default_na=False, na_values=[""])


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
        )
