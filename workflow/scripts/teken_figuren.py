"""Rule teken_figuren: the figures of the hoofdrapport and the bijlage Leefbaarheidsontwikkeling."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from leefbaarheid import stijl
from leefbaarheid.figuren import TABELLEN, alle_figuren
from leefbaarheid.figuurdelen import Kader, schrijf_figuren
from leefbaarheid.taak import taak

TEKST = dict.fromkeys(("wk_code", "wk_naam", "gm_code", "gm_naam", "cluster", "label"), "str")


def main(
    tabellen: Mapping[str, str | Path],
    lettertypen: Sequence[str | Path],
    editie: Mapping[str, Any],
    uitvoer: str | Path,
    grenzen: str | Path | None = None,
) -> None:
    """Draw every figure that the tables allow.

    Args:
        tabellen: path per result table (figuren.TABELLEN).
        lettertypen: font files of the house style.
        editie: the blocks of the edition config that figures use: jaren, eindjaar, vensters,
            decompositie_vensters, klassen, clusters, stijgers_dalers, regressie, teksten, fictief.
        uitvoer: folder to write, with figuren.json beside the SVG files.
        grenzen: borders of the gemeenten; without them there is no map.
    """
    stijl.stel_in(lettertypen)
    kader = Kader.uit_editie(
        editie["jaren"], editie["eindjaar"], editie["klassen"], editie["teksten"], editie["fictief"]
    )
    aantal = schrijf_figuren(
        alle_figuren(
            {naam: _lees(tabellen[naam]) for naam in TABELLEN},
            kader,
            vensters=editie["vensters"],
            decompositie_vensters=editie["decompositie_vensters"],
            clusters=editie["clusters"],
            stijgers_dalers_regel=editie["stijgers_dalers"],
            regressie=editie["regressie"],
            grenzen=_lees_grenzen(grenzen),
        ),
        uitvoer,
    )
    print(f"{aantal} figuren")


def _lees(pad: str | Path) -> pd.DataFrame:
    """Read a table; only an empty cell is missing (a wijk may be called "NA")."""
    return pd.read_csv(pad, dtype=TEKST, keep_default_na=False, na_values=[""])


def _lees_grenzen(pad: str | Path | None) -> pd.DataFrame | None:
    if not pad:
        return None
    from leefbaarheid.bronnen import lees_grenzen

    return lees_grenzen(pad)


if __name__ == "__main__":
    with taak(snakemake):
        invoer = snakemake.input
        main(
            tabellen={naam: getattr(invoer, naam) for naam in TABELLEN},
            lettertypen=invoer.lettertypen,
            editie=dict(snakemake.params.items()),
            uitvoer=snakemake.output[0],
            grenzen=invoer.grenzen or None,
        )
