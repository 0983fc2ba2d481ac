"""Rule maak_wijkportretten: a page per wijk, and the tables that the pages rest on."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leefbaarheid.basis.hergebruik import hergebruik
from leefbaarheid.basis.taak import taak
from leefbaarheid.editie.instellingen import Portretinstellingen

if TYPE_CHECKING:
    import pandas as pd

    from leefbaarheid.tekst.wijkportretten.wijk import Kader


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
    from leefbaarheid.basis.tabellen import portretten as contracten
    from leefbaarheid.rapport.portretten.boek import ALS_RIJEN, ALS_TABEL, maak_boek

    maak_boek(
        invoer={naam: bestanden[naam] for naam in {*ALS_RIJEN, *ALS_TABEL, "analyses"}},
        sjabloon=bestanden["sjabloon"],
        huisstijl=Path(bestanden["sjabloon"]).parents[1],
        instelling=instelling,
        register=register,
        licenties=licenties,
        reken=partial(_reken, gelijkende=instelling.gelijkende),
        uit_tabellen={naam: uitvoer[naam] for naam in contracten.TABELLEN},
        uit_gegevens=uitvoer["gegevens"],
        uit_pdf=uitvoer["pdf"],
        processen=processen,
        logo=bestanden["logo"] or None,
    )


def _reken(
    wijken: "pd.DataFrame",
    scores: "pd.DataFrame",
    codes: Sequence[str],
    kader: "Kader",
    gelijkende: int,
) -> "tuple[pd.DataFrame, pd.DataFrame]":
    """Return the tables of the pages, checked against their contracts."""
    from leefbaarheid.analyse.clusterafstand import clusterafstand
    from leefbaarheid.analyse.gelijkende_wijken import gelijkende_wijken
    from leefbaarheid.analyse.trajecten import Clusterregel
    from leefbaarheid.basis.contractschema import controleer_tabel
    from leefbaarheid.basis.tabellen import portretten as contracten

    uit = wijken.index[wijken["in_aanmerking"].astype(bool)]
    gelijkend = gelijkende_wijken(scores, codes, set(uit), gelijkende)
    regel = Clusterregel(
        kader.langjaar, kader.crisisjaar, kader.eindjaar, kader.delta, kader.voldoende_vanaf
    )
    afstand = clusterafstand(scores, wijken.loc[list(codes), "cluster"], regel, kader.grenzen)
    for naam, inhoud in (("gelijkende_wijken", gelijkend), ("clusterafstand", afstand)):
        controleer_tabel(inhoud, contracten.TABELLEN[naam])
    return gelijkend, afstand


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
