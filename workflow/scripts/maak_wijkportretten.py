"""Rule maak_wijkportretten: a page per wijk, and the tables that the pages rest on."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from leefbaarheid.basis.hergebruik import hergebruik
from leefbaarheid.basis.taak import taak
from leefbaarheid.editie.instellingen import Portretinstellingen


def main(
    bestanden: Mapping[str, str],
    instelling: Portretinstellingen,
    register: Sequence[Mapping[str, Any]],
    licenties: Mapping[str, str],
    uitvoer: Mapping[str, Any],
    processen: int = 1,
) -> None:
    """Make the bijlage (`rapport/portretten/boek.py`).

    Args:
        bestanden: path per table, of the JSON with the `analyses`, the `sjabloon` and the `logo`.
        instelling: which wijken, and the blocks of the edition that the pages use.
        register: sources of the edition in the register.
        licenties: where the text of each licence is, by its name.
        uitvoer: path per table, of the JSON `gegevens`, and the parts of the `pdf`.
        processen: how many parts are laid out at the same time.
    """
    # a second of imports, which a step that has its pages already does without
    from leefbaarheid.analyse.wijkpaginas import reken
    from leefbaarheid.basis.tabellen import portretten as contracten
    from leefbaarheid.rapport.portretten.boek import maak_boek
    from leefbaarheid.rapport.portretten.inhoud import ALS_RIJEN, ALS_TABEL

    maak_boek(
        invoer={naam: bestanden[naam] for naam in {*ALS_RIJEN, *ALS_TABEL, "analyses"}},
        sjabloon=bestanden["sjabloon"],
        huisstijl=Path(bestanden["sjabloon"]).parents[1],
        instelling=instelling,
        register=register,
        licenties=licenties,
        reken=partial(reken, gelijkende=instelling.gelijkende),
        uit_tabellen={naam: uitvoer[naam] for naam in contracten.TABELLEN},
        uit_gegevens=uitvoer["gegevens"],
        uit_pdf=uitvoer["pdf"],
        processen=processen,
        logo=bestanden["logo"] or None,
    )


if __name__ == "__main__":
    with taak(snakemake), hergebruik(snakemake) as nodig:
        if nodig:
            main(
                dict(snakemake.input.items()),
                Portretinstellingen.uit_gegevens(snakemake.params.instelling),
                snakemake.params.register,
                snakemake.params.licenties,
                dict(snakemake.output.items()),
                snakemake.resources.processen,
            )
